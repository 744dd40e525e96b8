# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody else writes to the file of the plan, or has it open: nobody's text is lost.

    outside_change.py PROGRAM SCHEMAS SAMPLE
"""

import json
import os
import re
import socket
import subprocess
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]

FIELD = "Current activities"
CHANGED = "“plan.geoat” was changed by someone else"
GONE = "“plan.geoat” is no longer there"
NO_PLAN = b"<<<<<<< the file of another program\n"

window = None


def with_text(text):
    """The bytes of the file with TEXT in the first indicator of 1C."""
    return window.with_activities("1C", text)


def write(content):
    """Writes to the file, as another program does."""
    with open(window.path, "wb") as file:
        file.write(content)


def open_card():
    """Opens the first indicator of 1C."""
    s = window.session
    s.click(s.find("push button", re.compile("^Indicator 1: "), timeout=30))


def field():
    return window.session.find("text", FIELD, timeout=30)


def type_mine(text):
    window.retype(FIELD, text)


def expect_text(text):
    window.expect("text", lambda: window.session.text_of(field()), text)


def look_away_and_back():
    """Another window gets the keyboard, and ours again."""
    window.press("F1")
    window.dialog()
    window.press("ctrl+w")
    window.back()


def banner(text):
    return window.session.find("label", re.compile(text), timeout=20)


def save_over(theirs, mine):
    """Types MINE while somebody else writes THEIRS, and saves: that is a question."""
    type_mine(mine)
    write(theirs)
    window.press("ctrl+s")


def reload(theirs):
    """Answers the question so that THEIRS is read."""
    window.answer(CHANGED, "Reload")
    window.back()
    window.session.find_toast("The plan was read again")
    expect_text(theirs)


def versions():
    """Opens the saved versions; returns the window, and what it says of each."""
    s = window.session
    s.key("F10")
    s.click(s.find("menu item", "Saved Versions…", timeout=20))
    shown = window.dialog()
    assert shown.get_name() == "Saved Versions", shown.get_name()
    labels = [s.text_of(o) for o in s.find_all("label", root=shown)]
    return shown, [text for text in labels if " · " in text]


def close_versions():
    """Escape closes the window, also while it shows a toast."""
    window.press("Escape")
    window.back()


def test_noticed():
    """A file that somebody else has changed is noticed when the window is looked at again."""
    window.go_to("^1C ")
    open_card()
    type_mine("Mine, not saved.")
    theirs = with_text("Theirs, of Monday.")
    write(theirs)
    look_away_and_back()
    banner("^%s.$" % CHANGED)
    assert window.read() == theirs


def test_reload():
    """Reload shows theirs; mine is among the saved versions."""
    s = window.session
    s.click(s.find("push button", "Decide…", timeout=20))
    reload("Theirs, of Monday.")
    assert not s.find("label", re.compile("was changed by someone else"), required=False)
    _, shown = versions()
    assert shown[0].startswith("Before the file was read again · "), shown
    close_versions()


def test_keep_mine():
    """Keep Mine saves mine; theirs is among the saved versions, and restoring it is one step."""
    s = window.session
    theirs = with_text("Theirs, of Tuesday.")
    save_over(theirs, "Mine, to be kept.")
    window.answer(CHANGED, "Keep Mine")
    s.find_toast("What someone else wrote is among the saved versions")
    window.back()
    mine = with_text("Mine, to be kept.")
    window.expect("file", window.read, mine)

    dialog, shown = versions()
    at = next((n for n, text in enumerate(shown) if text.startswith("Changed by someone else, ")), None)
    assert at is not None, shown
    s.click(s.find_all("push button", re.compile("^Restore the version of "), root=dialog)[at])
    s.find("label", re.compile("^The plan is as it was on "), root=dialog, timeout=20)
    close_versions()
    expect_text("Theirs, of Tuesday.")
    assert window.save() == theirs
    window.press("ctrl+z")
    expect_text("Mine, to be kept.")
    assert window.save() == mine


def test_no_plan():
    """What somebody else wrote is kept even if it is no plan, and can be had as a file."""
    s = window.session
    save_over(NO_PLAN, "Mine, over no plan.")
    window.answer(CHANGED, "Keep Mine")
    window.back()
    window.expect("file", window.read, with_text("Mine, over no plan."))

    dialog, shown = versions()
    assert any(re.search("^Changed by someone else, .* · it cannot be read as a plan$", t) for t in shown), shown
    s.click(s.find("push button", re.compile("^Save a copy of the version of "), root=dialog))
    path = os.path.join(s.tmp.name, "no-plan")
    s.choose_file(path, "Save")
    s.wait_for(lambda: os.path.exists(path), 20, "copy")
    with open(path, "rb") as file:
        assert file.read() == NO_PLAN
    s.wait_for(lambda: len(s.windows()) == 2, 20, "closed file chooser")
    s.focus_window()
    close_versions()


def test_save_copy():
    """Save a Copy writes mine beside theirs, and the question stays."""
    s = window.session
    theirs = with_text("Theirs, of Thursday.")
    save_over(theirs, "Mine, in a copy.")
    window.answer(CHANGED, "Save a Copy…")
    path = os.path.join(s.tmp.name, "mine.geoat")
    s.choose_file(path, "Save")
    s.wait_for(lambda: os.path.exists(path), 20, "copy")
    window.back()
    with open(path, "rb") as file:
        assert file.read() == with_text("Mine, in a copy.")
    assert window.read() == theirs
    look_away_and_back()
    banner("^%s.$" % CHANGED)
    window.press("ctrl+s")
    reload("Theirs, of Thursday.")


def test_gone():
    """A file that is gone is noticed, and can be written again."""
    s = window.session
    type_mine("Mine, without a file.")
    os.unlink(window.path)
    look_away_and_back()
    banner("^%s.$" % GONE)
    window.press("ctrl+s")
    window.answer(GONE, "Save Again")
    window.back()
    s.wait_for(lambda: os.path.exists(window.path), 20, "file")
    assert window.read() == with_text("Mine, without a file.")


def test_twice():
    """A plan that a window has already is shown in that window, by whichever path it is opened."""
    s = window.session
    other = os.path.join(s.tmp.name, "other.geoat")
    link = os.path.join(s.tmp.name, "link.geoat")
    with open(other, "wb") as file:
        file.write(window.before)
    os.symlink(window.path, link)
    first = s.windows()

    subprocess.run([program, other], env=s.env, check=True, timeout=60)
    s.wait_for(lambda: s.app.get_child_count() == 2, 30, "second window")
    second = (set(s.windows()) - set(first)).pop()
    for path in (window.path, link):
        s.focus_window(second)
        subprocess.run([program, path], env=s.env, check=True, timeout=60)
        window.expect("window with the keyboard", lambda: s.xdo("getwindowfocus"), first[0])
        assert s.app.get_child_count() == 2
    s.focus_window(second)
    s.key("ctrl+w")
    window.back()


def test_last_place():
    """A plan that is opened again is shown where it was left: the page, and the card that was open."""
    s = window.session
    window.go_to("^1A ")
    last = [o.get_name() for o in s.find_all("push button", re.compile("^Indicator [0-9]+: "))][-1]
    s.click(s.find("push button", last, timeout=30))
    window.expect("text", lambda: s.extents(field()).height > 10, True)
    window.press("ctrl+q")
    s.wait_for_end()
    window.open()
    text = field()
    number = re.match("Indicator [0-9]+", last).group()
    assert window.around(text, "^%s: " % number), window.describe(text)
    page = s.extents(s.app.get_child_at_index(0))
    window.expect("card in sight", lambda: 0 < s.extents(text).y < page.height, True)


def test_other_computer():
    """A plan that another computer has open is announced; then it can be edited anyway."""
    s = window.session
    s.key("ctrl+q")
    s.wait_for_end()
    lock = os.path.join(s.tmp.name, ".~lock.plan.geoat#")
    assert not os.path.exists(lock), "the lock of a window that is closed"
    holder = {"format": "geoat-lock", "host": "customs-house", "opened": "2026-03-02T09:05:00Z", "token": "other"}
    with open(lock, "w", encoding="utf-8") as file:
        file.write(json.dumps(holder))
    window.open()
    banner("^This plan is also open on the computer “customs-house”, since 2 March 2026, ")
    with open(lock, encoding="utf-8") as file:
        assert json.load(file) == holder
    s.click(s.find("push button", "Edit Anyway"))
    s.wait_for(lambda: not s.find("label", re.compile("also open on the computer"), required=False), 20, "no banner")
    with open(lock, encoding="utf-8") as file:
        assert json.load(file)["host"] == socket.gethostname()


def main():
    global window
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas, "GSETTINGS_BACKEND": "keyfile"}) as session:
        window = PlanWindow(session, program, read_plan(sample))
        window.open()
        tap.run([test_noticed, test_reload, test_keep_mine, test_no_plan, test_save_copy, test_gone, test_twice,
                 test_last_place, test_other_computer])


if __name__ == "__main__":
    main()

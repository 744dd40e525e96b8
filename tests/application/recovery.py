# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed in the middle of typing, and the next start gives the text back.

    recovery.py PROGRAM SCHEMAS SAMPLE
"""

import datetime
import os
import re
import signal
import subprocess
import sys
import time

import tap
from driver import Session
from plan_window import PlanWindow, plan_bytes, read_plan

program, schemas, sample = sys.argv[1:4]

FIELD = "Current activities"
WORDS = "the post at Sorn Pass counts its staff anew every month "
MISSING = 2     # seconds of typing that may be lost

window = None


def field():
    return window.session.find("text", FIELD, timeout=30)


def text():
    return window.session.text_of(field())


def go_to_field():
    """Goes to the text of the first indicator of 1C, which is opened."""
    s = window.session
    window.go_to("^1C ")
    s.click(s.find("push button", re.compile("^Indicator 1: "), timeout=30))
    s.focus(field())
    s.key("ctrl+End")


def kill_while_typing():
    """Types without end, and kills the program; returns what was to be seen MISSING seconds before."""
    s = window.session
    typing = subprocess.Popen(["xdotool", "type", "--delay", "60", WORDS * 20], env=s.env)
    try:
        window.expect("typed text", lambda: len(text()) > len(window.text) + 60, True)
        seen, widget = None, field()
        seen = s.text_of(widget)
        time.sleep(MISSING)
        assert typing.poll() is None, "the typing has ended before"
        s.proc.send_signal(signal.SIGKILL)
        window.killed = datetime.datetime.now()
        s.proc.wait()
    finally:
        typing.kill()
        typing.wait()
        # the key that was down when the typing ended stays down: the next Ctrl+S would not be heard, and a space
        # would press the buttons of the next window
        s.xdo("keyup", "Shift_L", "space", *sorted(set(WORDS.lower().replace(" ", ""))))
    return seen


def start_again():
    """Starts without a file; returns the window that offers what was kept."""
    s = window.session
    s.start([program], timeout=60)
    offer = window.dialog()
    assert offer.get_name() == "Restore Unsaved Work", offer.get_name()
    s.wait_for(lambda: s.extents(s.find("push button", "Later", root=offer)).width > 10, 30, "buttons")
    return offer


def offer_text(offer):
    return [s for s in (window.session.text_of(o) for o in window.session.find_all("label", root=offer)) if s]


def test_kill():
    """The program is killed in the middle of typing; the file of the plan is untouched."""
    go_to_field()
    window.text = text()
    window.seen = kill_while_typing()
    assert len(window.seen) > len(window.text) + 60, window.seen
    assert window.read() == window.before


def test_offer():
    """The next start offers the plan, and says what it holds and when it was written."""
    window.offer = start_again()
    shown = offer_text(window.offer)
    assert os.path.basename(window.path) in shown or any("plan" in t for t in shown), shown
    # the sample has this many: the offer counts them
    entries = window.plan["entries"]
    review = window.plan["rounds"][-1]["id"]
    holds = "%d indicators, %d assessed, %d activities" % (
        len(entries), sum(review in e.get("ratings", {}) for e in entries),
        sum(len(e.get("actions", ())) for e in entries))
    line = next((t for t in shown if holds in t), None)
    assert line, "%r is not in %r" % (holds, shown)
    when = datetime.datetime.strptime(line.split(" · ")[0], "%A %d %B %Y, %H:%M")
    behind = window.killed - when
    assert datetime.timedelta(0) <= behind < datetime.timedelta(minutes=2), (line, window.killed)
    assert window.read() == window.before


def test_later():
    """What is put off is offered again at the next start."""
    s = window.session
    s.click(s.find("push button", "Later", root=window.offer))
    window.back()
    s.key("ctrl+q")
    s.wait_for_end()
    window.offer = start_again()


def test_restore():
    """Restored, the text is there as it was typed, at most two seconds of it missing."""
    s = window.session
    s.click(s.find("push button", re.compile("^Restore “"), root=window.offer))
    window.back()
    s.wait_for(lambda: window.row("^2B "), 60, "restored plan")
    s.watch_focus()
    go_to_field()
    restored = text()
    typed = restored[len(window.text):]
    assert restored.startswith(window.text), restored
    assert (WORDS * 20).startswith(typed), typed
    assert restored.startswith(window.seen), "%d characters are missing" % (len(window.seen) - len(restored))
    window.restored = restored


def test_untouched_until_saved():
    """The file of the plan changes when it is saved, and then by the typed text alone."""
    assert window.read() == window.before
    saved = window.save()
    wanted = read_plan(sample)
    entry = next(e for e in wanted["entries"] if e["key_element"] == "1C")
    entry["current_activities"] = window.restored
    assert saved == plan_bytes(wanted)


def test_nothing_left():
    """After that nothing is offered any more."""
    s = window.session
    s.key("ctrl+q")
    s.wait_for_end()
    s.start([program, window.path], timeout=60)
    s.wait_for(lambda: window.row("^2B "), 60, "sidebar")
    assert s.app.get_child_count() == 1, [w.get_name() for w in s.children(s.app)]


def main():
    global window
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        window = PlanWindow(session, program, read_plan(sample))
        window.open()
        tap.run([test_kill, test_offer, test_later, test_restore, test_untouched_until_saved, test_nothing_left])


if __name__ == "__main__":
    main()

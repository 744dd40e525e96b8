# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving in another place, and saving without being asked, which never replaces what somebody else wrote.

    saving.py PROGRAM SCHEMAS SAMPLE
"""

import os
import re
import subprocess
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]

window = None


def with_text(text):
    return window.with_activities("1C", text)


def type_text(text):
    window.retype("Current activities", text)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def save_as(path):
    s = window.session
    s.key("ctrl+shift+s")
    s.choose_file(path, "Save")


def test_save_as():
    """Save As writes the plan to another file, which is its file from then on."""
    s = window.session
    window.go_to("^1C ")
    s.click(s.find("push button", re.compile("^Indicator 1: "), timeout=30))
    type_text("In another place.")
    path = os.path.join(s.tmp.name, "another.geoat")
    save_as(path)
    s.wait_for(lambda: os.path.exists(path), 20, "file")
    window.back()
    assert read(path) == with_text("In another place.")
    assert read(window.path) == window.before
    window.path = path
    type_text("And once more.")
    assert window.save() == with_text("And once more.")
    assert read(os.path.join(s.tmp.name, "plan.geoat")) == window.before


def test_extension():
    """A name without an extension gets that of a plan; what follows a dot in it need not be one."""
    s = window.session
    for name in ("third", "Plan 2.0"):
        save_as(os.path.join(s.tmp.name, name))
        window.path = os.path.join(s.tmp.name, name + ".geoat")
        s.wait_for(lambda: os.path.exists(window.path), 20, "file")
        window.back()
        assert not os.path.exists(os.path.join(s.tmp.name, name))
        assert window.read() == with_text("And once more.")


def test_taken():
    """When there is a file of that name with the extension, it is replaced only if the answer is to replace it."""
    s = window.session
    path = os.path.join(s.tmp.name, "taken.geoat")
    with open(path, "wb") as file:
        file.write(b"Not to be lost.")
    save_as(os.path.join(s.tmp.name, "taken"))
    window.answer("Replace “taken.geoat”?", "Cancel")
    window.back()
    assert read(path) == b"Not to be lost."
    save_as(os.path.join(s.tmp.name, "taken"))
    window.answer("Replace “taken.geoat”?", "Replace")
    window.back()
    window.path = path
    window.expect("file", window.read, with_text("And once more."))


def test_automatic():
    """With automatic saving an edit gets into the file by itself."""
    s = window.session
    s.key("ctrl+comma")
    preferences = window.dialog()
    switch = s.find(None, re.compile("^Save automatically"), root=preferences, timeout=20,
                    pred=lambda o: s.role(o) not in ("label", "list item"))
    s.mouse(switch)
    s.wait_for(lambda: s.has(switch, "CHECKED"), 10, "switch")
    s.key("Escape")
    window.back()
    type_text("By itself.")
    window.expect("file", window.read, with_text("By itself."), 60)
    s.find("label", "Saved", timeout=20)


def edit_other(text):
    """Edits another plan in a window of its own, until that is saved: all that was edited before had its turn."""
    s = window.session
    other = PlanWindow(s, program, window.plan, "other.geoat")
    subprocess.run([program, other.path], env=s.env, check=True, timeout=60)
    s.wait_for(lambda: s.app.get_child_count() == 2, 30, "second window")
    top = s.children(s.app)[-1]
    s.focus_window()
    s.mouse(s.find("list item", re.compile("^1C "), root=top, timeout=30))
    s.click(s.find("push button", re.compile("^Indicator 1: "), root=top, timeout=30))
    s.type(s.find("text", "Current activities", root=top, timeout=30), text)
    other.expect("file", other.read, other.with_activities("1C", text), 60)


def test_automatic_outside():
    """Automatic saving leaves what somebody else wrote as it is, and says so."""
    s = window.session
    theirs = with_text("Theirs.")
    with open(window.path, "wb") as file:
        file.write(theirs)
    type_text("Mine.")
    s.find("label", "“taken.geoat” was changed by someone else.", timeout=60)
    type_text("Mine, once more.")
    edit_other("Later.")
    assert window.read() == theirs, "what somebody else wrote is gone"


def main():
    global window
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        window = PlanWindow(session, program, read_plan(sample))
        window.open()
        tap.run([test_save_as, test_extension, test_taken, test_automatic, test_automatic_outside])


if __name__ == "__main__":
    main()

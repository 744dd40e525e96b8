# SPDX-License-Identifier: GPL-3.0-or-later
"""Indicators come from a list in a file: they are looked at first, chosen, added in one step, undone.

    indicator_list.py PROGRAM SCHEMAS SAMPLE [FOLDER [dark]]

With a folder it takes pictures of the window there.
"""

import csv
import json
import os
import re
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]
folder = sys.argv[4] if len(sys.argv) > 4 else None
dark = "dark" in sys.argv[5:]

NEW = "Pay is equal, and said to be."
UNWANTED = "The service canteen is open to all shifts."
LOST = "Nobody knows where this belongs."
PLACE = "4A Gender-based violence (GBV)"

window = None


def picture(name):
    if folder:
        window.session.xdo("mousemove", 0, 0)
        window.session.screenshot(os.path.join(folder, name + (".dark" if dark else "") + ".png"))


def choose_file(path):
    """Types a path into the file chooser, and waits for the window that reads it."""
    s = window.session
    s.choose_file(path, "Open")
    return s.wait_for(review, 30, "window for the list")


def review():
    s = window.session
    return next((w for w in s.children(s.app) if w.get_name() == "Add Indicators from a File"), None)


def row(text):
    return window.session.find("list item", re.compile("^" + re.escape(text[:40])), root=review(), timeout=20)


def check(text):
    return window.session.find("check box", re.compile("^" + re.escape(text[:40])), root=row(text), timeout=20)


def label(pattern):
    return window.session.find("label", re.compile(pattern), root=review(), timeout=20)


def added(plan):
    """The indicators that the window's file has in addition, by key element."""
    old = {entry["id"] for entry in window.plan["entries"]}
    return [(entry["key_element"], entry["indicator"]) for entry in plan["entries"] if entry["id"] not in old]


def add_and_undo(wanted):
    """Adds what is checked, WANTED by key element; undoing that leads to the same file."""
    s = window.session
    s.mouse(s.find("push button", "Add", root=review()))
    window.back()
    s.find_toast("2 indicators added")
    plan = json.loads(window.save())
    assert sorted(added(plan), key=lambda one: one[0]) == wanted, added(plan)
    window.press("ctrl+z")
    assert window.save() == window.before


def test_look():
    """The list says of each indicator whether it is new, in the plan or without a key element."""
    s = window.session
    known = [e["indicator"] for e in window.plan["entries"] if e["key_element"] == "2B"][:2]
    source = os.path.join(s.tmp.name, "official.csv")
    with open(source, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([
            ("Élément clé", "Indicateur"), ("", LOST), ("2B", known[0]), ("2B", known[1].replace("e", "", 1)),
            ("6C", NEW), ("3A", UNWANTED)])
    window.go_to("^2B ")
    window.choose("Key element menu", "Add Indicators from a File…")
    choose_file(source)
    label("^2 new indicators · 2 are in the plan · 1 row left out$")
    for text, state, checked, sensitive in (
            (known[0], "In the plan · 2B", False, False), (known[1].replace("e", "", 1), "Doubtful · 2B", False, True),
            (NEW, "New · 6C", True, True), (UNWANTED, "New · 3A", True, True), (LOST, "No key element", False, False)):
        assert s.find("label", state, root=row(text)), text
        assert s.has(check(text), "CHECKED") == checked and s.has(check(text), "SENSITIVE") == sensitive, text
    label("^Why: the wording is almost that of")
    assert window.read() == window.before
    picture("indicator-list")


def test_add_and_undo():
    """What is checked is added, all in one step, and undoing it leads to the same file."""
    s = window.session
    s.focus_window()
    s.tab_to(check(UNWANTED))
    s.key("space")
    label("^1 new indicator · 2 are in the plan · 2 rows left out$")
    s.choose(s.find("combo box", "Key element that it belongs to", root=row(LOST)), PLACE)
    label("^2 new indicators · 2 are in the plan · 1 row left out$")
    assert s.has(check(LOST), "CHECKED") and s.find("label", "New · 4A", root=row(LOST))
    add_and_undo([("4A", LOST), ("6C", NEW)])


def test_this_key_element():
    """Lines of text go into the key element that is looked at, from the button beside Add Indicator."""
    s = window.session
    source = os.path.join(s.tmp.name, "official.txt")
    with open(source, "w", encoding="utf-8") as file:
        file.write(f"{NEW}\n{UNWANTED}\n{NEW}\n")
    window.go_to("^5A ")
    more = s.find(None, "More indicators to add", pred=lambda o: s.role(o) != "label")
    s.click(s.find(root=more, pred=lambda o: s.role(o) != "label" and o.get_n_actions() > 0))
    s.click(s.find("push button", "Add Indicators from a File…", timeout=20))
    choose_file(source)
    label("^2 new indicators · 0 are in the plan · 1 row left out$")
    label("^Why: the file has this indicator more than once$")
    picture("indicator-list-text")
    add_and_undo([("5A", NEW), ("5A", UNWANTED)])


def test_no_list():
    """A file that is no list is refused in words, and the plan stays."""
    s = window.session
    source = os.path.join(s.tmp.name, "empty.txt")
    with open(source, "w", encoding="utf-8") as file:
        file.write("\n\n")
    window.choose("Key element menu", "Add Indicators from a File…")
    choose_file(source)
    label("^“empty.txt” cannot be imported$")
    assert not s.find("push button", "Add", root=review(), required=False)
    s.focus_window()
    s.key("Escape")
    window.back()
    assert window.read() == window.before


def main():
    global window
    env = {"GSETTINGS_SCHEMA_DIR": schemas}
    if dark:
        env["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    with Session(env=env, size=os.environ.get("GEOAT_SCREEN", "1280x900x24")) as session:
        window = PlanWindow(session, program, read_plan(sample))
        window.open()
        tap.run([test_look, test_add_and_undo, test_this_key_element, test_no_list])


if __name__ == "__main__":
    main()

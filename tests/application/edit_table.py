# SPDX-License-Identifier: GPL-3.0-or-later
"""The table by mouse and keys, as people know tables.

    edit_table.py PROGRAM SCHEMAS SAMPLE
"""

import re
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]
window = None

LEVEL = "GEOAT evaluation scale: "


def cells(name):
    """The cells in sight whose name begins with that."""
    s = window.session
    found = s.find_all("table cell", re.compile("^" + re.escape(name)))
    return sorted((c for c in found if s.extents(c).width > 10), key=lambda c: s.extents(c).y)


def levels(n):
    return [c.get_name()[len(LEVEL):] for c in cells(LEVEL)[:n]]


def test_focus():
    """Who chooses the table goes on in it: the next key is for its cells."""
    s = window.session
    s.mouse(s.find("push button", "Table"))
    window.expect_focus("table cell", "^GEOAT indicator: ")
    window.press("Right")
    window.expect_focus("table cell", "^Strategic alignment: ")
    window.press("ctrl+End")
    window.expect_focus("table cell", "^Targets and monitoring indicators: empty")
    window.press("Home")
    window.expect_focus("table cell", "^GEOAT indicator: New indicator")
    window.press("ctrl+Home")
    window.expect_focus("table cell", "^GEOAT indicator: ")


def test_rate_selection():
    """A digit rates all levels that are selected, in one step."""
    s = window.session
    before = levels(3)
    s.focus(cells(LEVEL)[0])
    window.press("shift+Down", "shift+Down", "4")
    window.expect("levels", lambda: levels(3), ["4", "4", "4"])
    s.find_toast("3 indicators rated")
    window.press("ctrl+z")
    window.expect("levels before", lambda: levels(3), before)


def test_menu_key():
    """The Menu key has what can be done with the cells; Ctrl+D fills down."""
    s = window.session
    first = cells("Strategic alignment: ")[0].get_name()
    s.focus(cells("Strategic alignment: ")[0])
    window.press("shift+Down", "Menu")
    s.click(s.find("menu item", "Fill Down"))
    window.expect("filled cell", lambda: cells("Strategic alignment: ")[1].get_name(), first)
    window.expect_focus("table cell", "^Strategic alignment: ")
    window.press("ctrl+z")
    window.expect("cell before", lambda: cells("Strategic alignment: ")[1].get_name() != first, True)
    window.press("ctrl+d")
    window.expect("filled cell", lambda: cells("Strategic alignment: ")[1].get_name(), first)
    window.press("ctrl+z")


def test_insert():
    """A row is inserted from the menu of the row, and written at once."""
    s = window.session
    s.mouse(cells("Strategic alignment: ")[0], button=3)
    s.click(s.find("menu item", "Insert Indicator Below"))
    window.expect_focus("text", "^GEOAT indicator$")
    window.type("An inserted indicator")
    window.press("Escape", "ctrl+z")
    window.expect("cells", lambda: len(cells("GEOAT indicator: An inserted")), 0)


def test_hide_column():
    """A column is hidden from the menu of its heading, and comes back."""
    s = window.session
    s.mouse(s.find(name="Strategic alignment"), button=3)
    s.click(s.find("menu item", "Hide Column"))
    window.expect("hidden cells", lambda: len(cells("Strategic alignment: ")), 0)
    s.mouse(s.find(name="Current activities"), button=3)
    s.click(s.find("menu item", "Show All Eight Columns"))
    window.expect("shown cells", lambda: len(cells("Strategic alignment: ")) > 1, True)


def test_unchanged():
    """All of it was undone: the plan is as it was."""
    s = window.session
    while s.has(s.find("push button", "Undo"), "SENSITIVE"):
        window.press("ctrl+z")
    s.find("label", "Saved", timeout=30)


def main():
    global window
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        window = PlanWindow(session, program, read_plan(sample))
        window.open()
        window.go_to("^1A ")
        tap.run([test_focus, test_rate_selection, test_menu_key, test_insert, test_hide_column, test_unchanged])


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Indicators and activities are added, moved, duplicated and removed; all of it is undone, and done again.

    arrange.py PROGRAM SCHEMAS SAMPLE
"""

import json
import os
import re
import signal
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]

KEY_ELEMENT = "2A"
NEW = "A new indicator"
NEW_ACTIVITY = "A new activity"

window = None


def mine(plan):
    """The indicators of the key element with their activities, as they stand in PLAN."""
    return [(e["indicator"], [a["activity"] for a in e.get("actions", ())])
            for e in plan["entries"] if e["key_element"] == KEY_ELEMENT and "retired" not in e]


def cards():
    """The cards on the page: the groups beside that of the first indicator."""
    s = window.session
    if not window.list:
        window.list = s.find("panel", re.compile("^Indicator 1: "), timeout=20).get_parent()
    return s.children(window.list)


def card(number):
    return next(c for c in cards() if c.get_name().startswith("Indicator %d: " % number))


def activity(number):
    """A row of the last indicator."""
    return window.session.find("panel", "Activity %d" % number, root=card(len(window.wanted)))


def expect_indicators():
    """The page shows the indicators that the test has in mind, in their order. Newer versions of GTK have no
    widgets for those far from what can be seen: three at least must be there, and all that are must fit."""
    wanted = ["Indicator %d: %s" % (n, text) for n, (text, _) in enumerate(window.wanted, 1)]

    def read():
        names = [c.get_name() for c in cards()]
        first = re.match(r"Indicator (\d+): ", names[0]) if len(names) >= 3 else None
        if not first:       # still being made
            return names
        start = int(first[1]) - 1
        return wanted[:start] + names + wanted[start + len(names):]

    window.expect("indicators", read, wanted)


def expect_activities():
    """The last indicator shows the activities that the test has in mind, in their order."""
    s = window.session
    window.expect("activities", lambda: [
        s.text_of(o) for o in s.find_all("text", "Suggested forward activities", root=card(len(window.wanted)))],
        window.wanted[-1][1])


def toggle_card(number):
    """Opens or closes a card, which newer versions of GTK have only near where it can be seen."""
    s = window.session
    s.reveal(lambda: any(c.get_name().startswith("Indicator %d: " % number) for c in cards()), "card %d" % number)
    s.click(s.find("push button", re.compile("^Indicator %d: " % number), root=card(number)))


def open_card(number):
    toggle_card(number)
    window.session.find("text", "Current activities", root=card(number), timeout=20)


def test_open():
    """The key element shows its indicators."""
    window.list = None
    window.wanted = mine(window.plan)
    window.go_to("^%s " % KEY_ELEMENT)
    expect_indicators()


def test_move_indicator():
    """Alt+Down and Alt+Up move an indicator, and the focus goes with it."""
    first = window.wanted[0]
    window.tab_to("radio button", "", "^Indicator 1: ")
    os.kill(window.session.proc.pid, signal.SIGSTOP)     # so that it finds both keys at once
    window.press("alt+Down", "alt+Down")
    os.kill(window.session.proc.pid, signal.SIGCONT)
    window.wanted.insert(2, window.wanted.pop(0))
    expect_indicators()
    window.press("alt+Up")
    window.wanted.insert(1, window.wanted.pop(2))
    expect_indicators()
    window.expect_focus("radio button", "", "^Indicator 2: " + re.escape(first[0]))


def can_move(menu, root):
    """Whether what MENU is about can be moved up, and down."""
    s = window.session
    button = window.open_menu(menu, root)
    ways = [s.has(s.find("menu item", item, root=button, timeout=10), "SENSITIVE")
            for item in ("Move Up", "Move Down")]
    window.press("Escape")
    return ways


def test_ends():
    """The first indicator cannot be moved up and the last not down; the keys leave them where they are."""
    last = len(window.wanted)
    for number, ways in ((1, [False, True]), (2, [True, True]), (last, [True, False])):
        open_card(number)
        window.expect("ways to move", lambda: can_move("Indicator menu", card(number)), ways)
        toggle_card(number)
    window.tab_to("radio button", "", "^Indicator %d: " % last)
    window.press("alt+Down")
    expect_indicators()
    window.press("alt+Up", "alt+Down")
    expect_indicators()


def test_duplicate_indicator():
    """A duplicate stands behind its original, with its activities."""
    open_card(2)
    window.choose("Indicator menu", "Duplicate", root=card(2))
    window.wanted.insert(2, (window.wanted[1][0], list(window.wanted[1][1])))
    expect_indicators()
    window.expect_focus("text", "^GEOAT indicator$", "^Indicator 3: ")


def test_remove_indicator():
    """Removing asks nothing, says what was done, and leaves the focus on the neighbour; undone, it is no longer offered."""
    s = window.session
    window.choose("Indicator menu", "Remove", root=card(3))
    s.find_toast("Indicator removed")
    removed = window.wanted.pop(2)
    expect_indicators()
    window.expect_focus("radio button", "", "^Indicator 3: " + re.escape(window.wanted[2][0]))
    window.press("ctrl+z")
    window.wanted.insert(2, removed)
    s.wait_for(lambda: not s.toast("Indicator removed"), 4, "toast gone before its time")
    expect_indicators()
    window.press("ctrl+shift+z")
    window.wanted.pop(2)
    expect_indicators()


def test_add():
    """A new indicator comes last, with a new activity."""
    s = window.session
    s.click(s.find(root=s.find("push button", "Add Indicator"), pred=lambda o: o.get_n_actions() > 0 and s.role(o) == "push button"))
    number = len(window.wanted) + 1
    window.expect_focus("text", "^GEOAT indicator$", "^Indicator %d: " % number)
    window.type(NEW)
    window.wanted.append((NEW, []))
    expect_indicators()
    window.tab_to("push button", "^Add Activity$")
    window.press("Return")
    window.expect_focus("text", "^Suggested forward", "^Activity 1$")
    window.type(NEW_ACTIVITY)
    window.wanted[-1][1].append(NEW_ACTIVITY)
    expect_activities()


def test_undo_shows():
    """What an undo brings back is scrolled to, here an open card at the end of a page that had become shorter."""
    s = window.session
    number = len(window.wanted)
    window.choose("Indicator menu", "Remove", root=card(number))
    removed = window.wanted.pop()
    expect_indicators()
    window.press("ctrl+z")
    window.wanted.append(removed)
    expect_indicators()

    focus = window.expect_focus("radio button", "", "^Indicator %d: " % number)

    def is_in_view():
        area, page = s.extents(focus), s.extents(s.app.get_child_at_index(0))
        return area.y + area.height <= page.y + page.height

    s.wait_for(is_in_view, 10, "the card in view")


def test_activities():
    """Activities are duplicated, moved and removed like indicators, and the focus stays with them."""
    activities = window.wanted[-1][1]
    window.choose("Activity menu", "Duplicate", root=activity(1))
    window.expect_focus("text", "^Suggested forward", "^Activity 2$")
    window.press("ctrl+End")
    window.type(" more")
    activities.append(NEW_ACTIVITY + " more")
    expect_activities()
    window.press("alt+Up")
    activities.reverse()
    expect_activities()
    window.expect_focus("text", "^Suggested forward", "^Activity 1$")
    assert can_move("Activity menu", activity(1)) == [False, True]
    assert can_move("Activity menu", activity(2)) == [True, False]
    window.choose("Activity menu", "Remove", root=activity(2))
    window.session.find_toast("Activity removed")
    activities.pop()
    expect_activities()
    window.expect_focus("text", "^Suggested forward", "^Activity 1$")


def test_saved():
    """The saved file has the indicators and activities in the new order."""
    window.edited = window.save()
    assert mine(json.loads(window.edited)) == window.wanted, mine(json.loads(window.edited))


def test_undo_all():
    """Undone to the last step, the plan is saved as it was, byte by byte."""
    s = window.session
    undo = s.find("push button", re.compile("^Undo"))
    steps = 0
    while s.has(undo, "SENSITIVE"):
        window.press("ctrl+z")
        steps += 1
        assert steps < 200
        s.listen()
    assert window.save() == window.before
    window.wanted = mine(window.plan)
    expect_indicators()


def test_redo_all():
    """Done again, it is saved as it was edited, byte by byte."""
    s = window.session
    redo = s.find("push button", re.compile("^Redo"))
    steps = 0
    while s.has(redo, "SENSITIVE"):
        window.press("ctrl+shift+z")
        steps += 1
        assert steps < 200
    assert window.save() == window.edited


def main():
    global window
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        window = PlanWindow(session, program, read_plan(sample))
        window.open()
        tap.run([test_open, test_move_indicator, test_ends, test_duplicate_indicator, test_remove_indicator, test_add,
                 test_undo_shows, test_activities, test_saved, test_undo_all, test_redo_all])


if __name__ == "__main__":
    main()

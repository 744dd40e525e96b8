# SPDX-License-Identifier: GPL-3.0-or-later
"""A new indicator, filled in by keyboard alone: in the form, then in the table.

    fill_in.py PROGRAM SCHEMAS SAMPLE
"""

import json
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]

COLUMNS = {
    "indicator": "Posts at the border are open to women",
    "alignment": "Equality Act, art. 6\nStaff rules, chapter 2",
    "current_activities": "Two posts have rooms for women",
    "reason": "No rooms at five of seven posts",
}
ACTION = {
    "activity": "Build rooms at the five posts",
    "units": "Finance, Border Operations",
    "timeline": "By the end of June 2027",
    "targets": "7 of 7 posts with rooms",
}

window = None


def without_ids(value):
    if isinstance(value, dict):
        return {k: without_ids(v) for k, v in value.items() if k != "id"}
    return [without_ids(v) for v in value] if isinstance(value, list) else value


def saved_entries():
    """What is saved, the ids of what is new left out; all else in the file is as it was."""
    window.save()
    plan = read_plan(window.path)
    entries = plan.pop("entries")
    before = dict(window.plan)
    assert before.pop("entries") == []
    assert plan == before
    return without_ids(entries)


def entry(**more):
    review = window.plan["rounds"][-1]["id"]
    made = {
        "key_element": "1B",
        "since": review,
        "indicator": COLUMNS["indicator"],
        "alignment": COLUMNS["alignment"],
        "ratings": {review: {"level": 2, "reason": COLUMNS["reason"]}},
        "current_activities": COLUMNS["current_activities"],
        "actions": [dict(ACTION, due="2027-06-30", status="in-progress")],
    }
    made.update(more)
    return made


def cell_text():
    """The text of the cell of the table that has the focus."""
    cell = window.expect_focus("table cell", "")
    return window.session.label(cell)


def test_new_indicator():
    """A new indicator is made from the sidebar, and its text can be typed at once."""
    s = window.session
    s.key("F9", "F9")
    window.tab_to("list item", "^Overview$")
    window.press("Down", "Down", "Down", "Down", "Return")
    window.expect_focus("push button", "^Add the .* Starter Indicators$")
    window.tab_to("push button", "^Write an Indicator$")
    window.press("Return")
    window.expect_focus("text", "^GEOAT indicator$", "^Indicator 1: New indicator$")
    window.type(COLUMNS["indicator"])
    window.expect_focus("text", "^GEOAT indicator$", "^Indicator 1: " + COLUMNS["indicator"])


def test_where_we_are():
    """Tab leads through the columns of where we are; the level takes one key."""
    window.tab_to("text", "^Strategic alignment$")
    window.type(COLUMNS["alignment"])
    _, way = window.tab_to("text", "^Current activities$")
    assert way == [], way
    window.type(COLUMNS["current_activities"])
    window.press("Tab")
    window.expect_focus("radio button", "^0 ")
    window.press("2")
    window.expect_focus("radio button", "^2 ")
    _, way = window.tab_to("text", "^Reason")
    assert way == [("push button", "All Meanings")], way
    window.type(COLUMNS["reason"])


def test_where_we_go():
    """An activity is added, with its columns, its due date and its status."""
    s = window.session
    window.tab_to("push button", "^Add Activity$")
    window.press("Return")
    window.expect_focus("text", "^Suggested forward activities$", "^Activity 1$")
    window.type(ACTION["activity"])
    window.press("Tab")
    window.expect_focus("push button", "^Due")
    window.press("Return")
    window.expect_focus("text", "^Due$")
    window.type("2027-06-30")
    window.press("Return")
    window.expect_focus("push button", "^Due: 30 Jun 2027$")
    window.press("Tab")
    status = window.expect_focus("push button", "^Status$")
    window.press("space")
    window.expect_focus("list item", "")
    window.press("Down", "Return")
    s.wait_for(lambda: s.find("label", "In progress", root=status, required=False), 10, "status")
    window.expect_focus("push button", "^Status$")
    _, way = window.tab_to("text", "^Units to involve")
    assert way == [("push button", "Activity menu")], way
    window.type(ACTION["units"])
    window.press("Tab")
    window.expect_focus("text", "^Timeline$")
    window.type(ACTION["timeline"])
    window.press("Tab")
    window.expect_focus("text", "^Targets")
    window.type(ACTION["targets"])


def test_saved():
    """Ctrl+S saves all eight columns, and nothing else is in the file than before."""
    saved = saved_entries()
    assert saved == [entry()], json.dumps(saved, indent=1)


def test_back():
    """Shift+Tab leads back the same way, out of every text."""
    window.press("shift+Tab")
    window.expect_focus("text", "^Timeline$")
    for role, name in (("text", "^Units"), ("push button", "^Activity menu"), ("push button", "^Status$"),
                       ("push button", "^Due"), ("text", "^Suggested forward"), ("push button", "^Private Note"), ("text", "^Reason"), ("push button", "^All Meanings$"),
                       ("radio button", "^2 "), ("text", "^Current"), ("text", "^Strategic"),
                       ("push button", "^Indicator 1: "), ("push button", "^Indicator menu"),
                       ("text", "^GEOAT indicator$")):
        window.press("shift+Tab")
        window.expect_focus(role, name)


def test_type_over():
    """What is typed over a text or a part of it is one step to undo, and so is what is cut and written anew."""
    s = window.session
    field = s.focused()
    window.press("ctrl+a")
    window.type("Other words")
    window.expect("text", lambda: s.text_of(field), "Other words")
    window.press("ctrl+z")
    window.expect("text", lambda: s.text_of(field), COLUMNS["indicator"])
    window.press("ctrl+a", "BackSpace")
    window.type("Once more")
    window.expect("text", lambda: s.text_of(field), "Once more")
    window.press("ctrl+z")
    window.expect("text", lambda: s.text_of(field), COLUMNS["indicator"])
    # "Posts", at the start, then a word in the middle
    for keys, typed, text in (
            (["ctrl+Home", "ctrl+shift+Right"], "Places", COLUMNS["indicator"].replace("Posts", "Places")),
            (["ctrl+Home", "ctrl+Right", "Right", "ctrl+shift+Right"], "near",
             COLUMNS["indicator"].replace(" at ", " near "))):
        window.press(*keys)
        window.type(typed)
        window.expect("text", lambda: s.text_of(field), text)
        window.press("ctrl+z")
        window.expect("text", lambda: s.text_of(field), COLUMNS["indicator"])
        window.press("ctrl+shift+z")
        window.expect("text", lambda: s.text_of(field), text)
        window.press("ctrl+z")
        window.expect("text", lambda: s.text_of(field), COLUMNS["indicator"])


def test_paste_above():
    """What is pasted into the first paragraph of a text makes its field as high as it has to be, at once."""
    s = window.session
    field, _ = window.tab_to("text", "^Strategic alignment$")
    first, rest = COLUMNS["alignment"].split("\n")

    def copies(n):
        window.expect("text", lambda: s.text_of(field), first * n + "\n" + rest)

    window.press("ctrl+Home", "shift+End", "ctrl+c", "End", *["ctrl+v"] * 7)
    copies(8)
    low = s.extents(field).height
    window.press("ctrl+shift+Home", "ctrl+c", "ctrl+Home", "ctrl+v")
    copies(16)
    s.wait_for(lambda: s.extents(field).height > low, 10, "higher field")
    height = s.extents(field).height
    window.press("ctrl+z")
    copies(8)
    window.press("ctrl+shift+z")
    copies(16)
    window.expect("height", lambda: s.extents(field).height, height)
    while s.text_of(field) != COLUMNS["alignment"]:
        before = s.text_of(field)
        window.press("ctrl+z")
        s.wait_for(lambda: s.text_of(field) != before, 10, "undone paste")


def test_table():
    """In the table the arrows and Tab lead from cell to cell."""
    window.tab_to("push button", "^Table$", key="shift+Tab")
    window.press("Return")
    window.expect_focus("table cell", "")
    assert COLUMNS["indicator"] in cell_text(), cell_text()
    for key, text in (("Right", COLUMNS["alignment"]), ("Right", "2"), ("Tab", COLUMNS["current_activities"]),
                      ("Tab", ACTION["activity"]), ("shift+Tab", COLUMNS["current_activities"]),
                      ("End", ACTION["targets"]), ("Left", ACTION["timeline"]), ("Home", COLUMNS["indicator"])):
        window.press(key)
        window.expect("cell after " + key, lambda: text in cell_text(), True)


def test_edit_in_the_table():
    """F2 edits the text of a cell, Enter and Tab keep what was typed, Escape does not."""
    window.press("F2")
    window.expect_focus("text", "^GEOAT indicator$")
    window.type(" and men")
    window.press("Return", "Up") # below is the row for a new indicator
    assert cell_text().endswith(" and men"), cell_text()
    window.press("Right", "F2")
    window.expect_focus("text", "^Strategic alignment$")
    window.type(" nothing of this stays")
    window.press("Escape")
    assert cell_text().endswith("chapter 2"), cell_text()
    window.press("End")
    window.type("9")
    window.expect_focus("text", "^Targets")
    window.type(" of 9 posts")
    window.press("shift+Tab")
    assert ACTION["timeline"] in cell_text(), cell_text()
    window.press("Home", "Right", "Right", "4")
    window.expect("level", lambda: "4" in cell_text(), True)


def test_table_saved():
    """What was typed into the table is saved, and Escape has left nothing to undo."""
    review = window.plan["rounds"][-1]["id"]
    new = entry(indicator=COLUMNS["indicator"] + " and men",
                ratings={review: {"level": 4, "reason": COLUMNS["reason"]}},
                actions=[dict(ACTION, due="2027-06-30", status="in-progress", targets="9 of 9 posts")])
    assert saved_entries() == [new], json.dumps(saved_entries(), indent=1)
    # the level, what was typed in place of a text, the indicator
    for _ in range(3):
        window.press("ctrl+z")
    saved = saved_entries()
    assert saved == [entry()], json.dumps(saved, indent=1)


def test_scrolled_cell():
    """A cell that the headers hide is edited below them, whether its text or that beside it is long."""
    s = window.session
    long = "\n".join("Line %d of what is done" % n for n in range(1, 81))

    def edit(name):
        window.press("F2")
        editor = window.expect_focus("text", name)
        # the caret is in the third and last line: the first two may be hidden
        s.wait_for(lambda: top - 40 <= s.extents(editor).y < top + 100, 10, "caret of %r below the headers" % name)

    def scroll():
        x, y, width, height = s.window_geometry(s.windows()[-1])
        s.xdo("mousemove", x + width * 3 // 4, y + height * 2 // 3)
        s.xdo("click", "--repeat", 10, "--delay", 10, 5)
        s.wait_for(lambda: s.extents(cell).y < top - 200, 10, "scrolled table")

    window.press("Home", "Right", "Right", "Right", "F2")
    s.type(window.expect_focus("text", "^Current activities$"), long)
    window.press("shift+Tab", "shift+Tab")
    window.expect_focus("table cell", "^Strategic alignment")
    cell = s.focused()
    top = s.extents(cell).y     # where the headers end
    scroll()
    edit("^Strategic alignment$")
    window.press("Escape", "Right", "Right", "F2", "ctrl+Home")
    editor = window.expect_focus("text", "^Current activities$")
    s.wait_for(lambda: s.extents(editor).y >= top, 10, "first line below the headers")
    window.press("ctrl+End")
    s.wait_for(lambda: s.extents(editor).y < 0, 10, "last line in sight")
    window.press("Escape", "ctrl+z")


def test_other_window():
    """What is typed after a look at another window goes on where it was, and replaces nothing."""
    window.press("Home", "F2")
    window.expect_focus("text", "^GEOAT indicator$")
    window.type(" and")
    window.session.xdo("windowfocus", "0")
    window.session.wait_for(lambda: not window.session.has(window.session.app.get_child_at_index(0), "ACTIVE"),
                            10, "window without the keyboard")
    window.session.focus_window()
    window.type(" men")
    window.press("Return", "Up", "Home")
    assert cell_text().endswith(COLUMNS["indicator"] + " and men"), cell_text()


def main():
    global window
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        plan = read_plan(sample)
        plan["entries"] = []
        window = PlanWindow(session, program, plan)
        window.open()
        tap.run([test_new_indicator, test_where_we_are, test_where_we_go, test_saved, test_back, test_type_over, test_paste_above,
                 test_table, test_edit_in_the_table, test_table_saved, test_scrolled_cell, test_other_window])


if __name__ == "__main__":
    main()

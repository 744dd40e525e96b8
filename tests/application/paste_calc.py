# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows go from LibreOffice Calc to the table, and back, through the clipboard.

    paste_calc.py PROGRAM SCHEMAS SAMPLE
"""

import os
import subprocess
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]

# What LibreOffice Calc 7.4 writes for three rows of eight cells as text with tabs: quotes around a cell with
# a quote or a line break in it.
CALC = (
    '"The wash rooms are ""separate"" at all posts"\t"Equality Act, art. 6\nStaff rules"\t3\t'
    "Two posts have them\tBuild at five posts\tFinance\tBy June 2027\t7 of 7 posts\n"
    "Rosters; shifts are shared fairly\t\tN/A\tRosters are drawn\tAsk the staff\t\t\t\n"
    'Uniforms fit women\t"Staff rules, ""dress"""\t0\t\t"Order new sizes\nin two lots"\tProcurement\t2027\tAll sizes\n')
TYPES = ["text/plain;charset=utf-8", "UTF8_STRING"]
ROWS = [
    ['The wash rooms are "separate" at all posts', "Equality Act, art. 6\nStaff rules", 3, "Two posts have them",
     "Build at five posts", "Finance", "By June 2027", "7 of 7 posts"],
    ["Rosters; shifts are shared fairly", "", "na", "Rosters are drawn", "Ask the staff", "", "", ""],
    ["Uniforms fit women", 'Staff rules, "dress"', 0, "", "Order new sizes\nin two lots", "Procurement", "2027",
     "All sizes"],
]
ENTRY = ["indicator", "alignment", None, "current_activities"]
ACTION = ["activity", "units", "timeline", "targets"]

window = None


def make_plan():
    """The example with three indicators, of 1B, each with one activity."""
    plan = read_plan(sample)
    plan["entries"] = [e for e in plan["entries"] if e["key_element"] == "1B" and e.get("actions")][:3]
    for entry in plan["entries"]:
        entry["actions"] = entry["actions"][:1]
    return plan


def column_values(entry, review):
    """The eight columns of an indicator with one activity."""
    values = [entry.get(k, "") if k else entry.get("ratings", {}).get(review, {}).get("level") for k in ENTRY]
    actions = entry.get("actions", [{}])
    assert len(actions) == 1, actions
    return values + [actions[0].get(k, "") for k in ACTION]


def saved():
    window.save()
    return read_plan(window.path)


def give_calc_rows():
    s = window.session
    path = os.path.join(s.tmp.name, "rows")
    with open(path, "w", encoding="utf-8") as file:
        file.write(CALC)
    window.giver = subprocess.Popen([sys.executable, helper, "give", path] + TYPES, env=s.env, stdout=subprocess.PIPE)
    assert window.giver.stdout.readline() == b"given\n"


def take():
    return subprocess.run([sys.executable, helper, "take"], env=window.session.env, check=True, timeout=30,
                          stdout=subprocess.PIPE).stdout.decode()


def test_paste_cells():
    """Ctrl+V puts three rows of Calc over three rows of the table, from the cell of the cursor."""
    s = window.session
    window.go_to("^1B ")
    window.show_table()
    window.tab_to("table cell", "^GEOAT indicator: ")
    give_calc_rows()
    window.press("ctrl+v")
    window.expect("pasted cell", lambda: any(
        s.label(o) == "GEOAT indicator: Uniforms fit women" for o in s.find_all("table cell")), True)
    plan = saved()
    assert [column_values(e, window.review) for e in plan["entries"]] == ROWS, plan["entries"]
    assert [e["id"] for e in plan["entries"]] == [e["id"] for e in window.plan["entries"]]


def test_copy_rows():
    """The rows are copied out as Calc writes them."""
    window.press("shift+space", "shift+Down", "shift+Down", "ctrl+c")
    window.expect("text on the clipboard", take, CALC)


def test_copy_cells():
    """Single cells are copied and pasted: a line break in one is no row."""
    s = window.session
    window.press("Escape", "Home", "ctrl+Home", "Right")
    window.expect_focus("table cell", "^Strategic alignment: Equality Act")
    window.press("ctrl+c")
    window.expect("text on the clipboard", take, '"Equality Act, art. 6\nStaff rules"')
    window.press("Down", "ctrl+v")
    window.expect("pasted cell", lambda: sum(
        s.label(o) == "Strategic alignment: Equality Act, art. 6\nStaff rules" for o in s.find_all("table cell")), 2)
    window.press("ctrl+z")


def test_undo():
    """The whole paste is one step."""
    window.press("ctrl+z")
    window.save()
    assert window.read() == window.before


def test_paste_rows():
    """Ctrl+Shift+V makes three new indicators of them, in one step."""
    give_calc_rows()
    window.press("ctrl+shift+v")
    window.session.find_toast("3 indicators pasted")
    plan = saved()
    old, new = plan["entries"][:3], plan["entries"][3:]
    assert old == window.plan["entries"]
    assert [column_values(e, window.review) for e in new] == ROWS, new
    assert {e["key_element"] for e in new} == {"1B"}
    window.press("ctrl+z")
    window.save()
    assert window.read() == window.before


def test_remove_row():
    """From the columns of an activity that goes; of a row without one, the indicator."""
    window.press("ctrl+Home", "End")
    window.expect_focus("table cell", "^Targets and monitoring indicators: ")
    window.choose("Key element menu", "Remove the Row")
    window.session.find_toast("Activity removed")
    window.choose("Key element menu", "Remove the Row")
    window.session.find_toast("1 indicator removed")
    left = [e["indicator"] for e in saved()["entries"] if "retired" not in e]
    assert left == [e["indicator"] for e in window.plan["entries"][1:]], left
    window.press("ctrl+z", "ctrl+z")
    window.save()
    assert window.read() == window.before


def main():
    global window, helper
    helper = os.path.join(os.path.dirname(os.path.abspath(__file__)), "clipboard.py")
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        plan = make_plan()
        window = PlanWindow(session, program, plan)
        window.review = plan["rounds"][-1]["id"]
        window.open()
        tap.run([test_paste_cells, test_copy_rows, test_copy_cells, test_undo, test_paste_rows,
                 test_remove_row])


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan that has nothing in it yet: each page says what to do next.

    empty_plan.py PROGRAM SCHEMAS SAMPLE
"""

import re
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]

window = None


def is_shown(text):
    s = window.session
    label = s.find("label", text, required=False)
    return label is not None and s.extents(label).width > 10


def test_begin():
    """The overview leads to the first key element, and shows charts once there is an indicator."""
    s = window.session
    window.go_to("^Overview")
    s.wait_for(lambda: is_shown("No Indicator Yet"), 20, "what to do")
    s.click(s.find("push button", "Begin with the First Key Element"))
    s.wait_for(lambda: s.has(window.row("^1A "), "SELECTED"), 20, "first key element")
    window.press("Return")
    window.expect_focus("push button", "^Add the .* Starter Indicators$")
    window.tab_to("push button", "^Write an Indicator$")
    window.press("Return")
    window.expect_focus("text", "^GEOAT indicator$", "^Indicator 1: New indicator$")
    window.go_to("^Overview")
    s.wait_for(lambda: is_shown("Levels reached"), 20, "charts")


def test_undo():
    """Without its only indicator the plan is empty again, and the keyboard is where one can begin anew."""
    window.press("ctrl+z")
    window.expect_focus("push button", "^Add the .* Starter Indicators$")
    window.tab_to("push button", "^Write an Indicator$")
    window.go_to("^Overview")
    window.tab_to("push button", "^Begin with the First Key Element$")


def test_others():
    """So do the other pages."""
    for page, title in (("^Action plan", "No Activity Yet"), ("^Progress", "One Round So Far")):
        window.go_to(page)
        window.session.wait_for(lambda: is_shown(title), 20, title)


def main():
    global window
    plan = read_plan(sample)
    plan["entries"] = []
    plan["rounds"] = plan["rounds"][-1:]
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas, "GSETTINGS_BACKEND": "memory"}) as session:
        window = PlanWindow(session, program, plan)
        window.open()
        tap.run([test_begin, test_undo, test_others])


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Right to left, a text stands on the side where its script begins, also while it is edited.

    mirrored.py PROGRAM SCHEMAS SAMPLE
"""

import copy
import subprocess
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]

TEXTS = {"العدل": "right", "Equity": "left"}
MARGIN = 5      # pixels

window = None


def make_plan():
    """The sample with nothing but short texts in 1A."""
    plan = read_plan(sample)
    model = next(e for e in plan["entries"] if e["key_element"] == "1A" and e.get("alignment"))
    plan["entries"] = []
    for number, text in enumerate(TEXTS):
        entry = copy.deepcopy(model)
        entry.update(id="e%d" % number, indicator=text, alignment=text, current_activities=text, actions=[])
        plan["entries"].append(entry)
    return plan


def place(widget):
    """Where a widget is on the display, without the lines and the ring around it: left, top, width, height."""
    s = window.session
    x, y = s.point(widget)
    area = s.extents(widget)
    return x - area.width // 2 + MARGIN, y - area.height // 2 + MARGIN, area.width - 2 * MARGIN, area.height - 2 * MARGIN


def side(left, top, width, height):
    """The half of a place in which there is ink, “left” or “right”."""
    s = window.session
    half = width // 2
    halves = {}
    for name, x in ("left", left), ("right", left + half):
        answer = subprocess.run(
            ["import", "-display", s.env["DISPLAY"], "-window", "root", "-crop",
             "%dx%d+%d+%d" % (half, height, x, top), "-format", "%[fx:standard_deviation]", "info:"],
            env=s.env, check=True, stdout=subprocess.PIPE, timeout=30)
        halves[name] = float(answer.stdout)
    blank, inked = sorted(halves.values())
    return max(halves, key=halves.get) if blank < 0.01 < inked else "neither: %r" % halves


def test_mirrored():
    """The window is mirrored: the sidebar is at its right."""
    s = window.session
    frame = s.extents(s.app.get_child_at_index(0))
    assert s.extents(s.find("list", "Pages of the plan")).x > frame.width // 2


def cell(text):
    return window.session.find("table cell", "Strategic alignment: " + text, timeout=20)


def test_cells():
    """In the table each text stands on the side of its script."""
    window.show_table()
    for text, wanted in TEXTS.items():
        window.expect(text, lambda: side(*place(cell(text))), wanted)


def test_edited():
    """A text stays on its side when it is edited."""
    s = window.session
    for text, wanted in TEXTS.items():
        s.focus(cell(text))
        where = place(cell(text))
        s.key("F2")
        window.expect_focus("text", "^Strategic alignment$")
        window.expect(text + ", edited", lambda: side(*where), wanted)
        s.key("Escape")


def main():
    global window
    env = {"GSETTINGS_SCHEMA_DIR": schemas, "LANGUAGE": "ar"}
    with Session(env=env) as session:
        window = PlanWindow(session, program, make_plan())
        window.open()
        window.go_to("^1A ")
        tap.run([test_mirrored, test_cells, test_edited])


if __name__ == "__main__":
    main()

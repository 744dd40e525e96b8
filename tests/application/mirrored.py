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


def side(widget):
    """The half of a widget in which there is ink, “left” or “right”; the lines around it are left out."""
    s = window.session
    x, y = s.point(widget)
    area = s.extents(widget)
    halves = {}
    for name, left in ("left", x - area.width // 2 + 2), ("right", x + 2):
        crop = "%dx%d+%d+%d" % (area.width // 2 - 4, area.height - 4, left, y - area.height // 2 + 2)
        answer = subprocess.run(
            ["import", "-display", s.env["DISPLAY"], "-window", "root", "-crop", crop, "-format",
             "%[fx:standard_deviation]", "info:"], env=s.env, check=True, stdout=subprocess.PIPE, timeout=30)
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
        window.expect(text, lambda: side(cell(text)), wanted)


def test_edited():
    """A text stays on its side when it is edited."""
    s = window.session
    for text, wanted in TEXTS.items():
        s.focus(cell(text))
        s.key("F2")
        field = window.expect_focus("text", "^Strategic alignment$")
        window.expect(text + ", edited", lambda: side(field), wanted)
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

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a manager does: looks at what is overdue, opens a round, and reads the numbers of a chart.

    manage.py PROGRAM SCHEMAS SAMPLE
"""

import json
import os
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]

TODAY = "2025-11-24"

window = None


def shown():
    """What the action plan says of the activities that it shows."""
    s = window.session
    return [row.get_name() for row in s.find_all("list item", root=s.find("list", "Activities of the plan"))]


def button(name):
    """The button of that NAME that is nearest to the list: other pages have one too."""
    s = window.session
    around, found = s.find("list", "Activities of the plan", timeout=30), None
    while not found:
        around = around.get_parent()
        found = s.find("push button", name, root=around, required=False, pred=lambda o: s.extents(o).width > 10)
    return found


def popup(name):
    """Opens the menu of a menu button."""
    s = window.session
    menu = s.find("push button", name, timeout=30, pred=lambda o: s.extents(o).width > 10)
    s.click(s.find(root=menu, pred=lambda o: s.role(o) != "label" and o.get_n_actions() > 0))


def test_overdue():
    """One click leads to what is overdue: the activities that are not done and were due before today."""
    s = window.session
    overdue = [
        a["activity"] for e in window.plan["entries"] for a in e.get("actions", [])
        if a.get("due", TODAY) < TODAY and a["status"] in ("planned", "in-progress")]
    assert overdue
    s.click(button("%d overdue" % len(overdue)))
    window.expect("activities", lambda: len(shown()), len(overdue))
    for activity in overdue:
        assert any(activity.split("\n")[0] in name for name in shown()), (activity, shown())
    s.click(button("Show All"))
    window.expect("number of activities", lambda: len(shown()) > len(overdue), True)


def test_in_place():
    """Status and dates are changed in the list: Undo takes each back."""
    s = window.session
    window.go_to("^Action plan")
    entry, action = next(
        (e, a) for e in window.plan["entries"] for a in e.get("actions", [])
        if a["status"] == "in-progress" and a.get("due", TODAY) < TODAY)
    name = re.compile(re.escape(action["activity"].split("\n")[0]))
    s.find("list", "Activities of the plan", timeout=30)

    def row():
        return s.find("list item", name, root=s.find("list", "Activities of the plan"), timeout=20)

    for field, date in (("Start", "2025-11-03"), ("Due", "2026-02-28")):
        s.click(s.find("push button", re.compile("^%s" % field), root=row(), pred=lambda o: s.extents(o).width > 10))
        window.expect_focus("text", "^%s$" % field)
        window.press("ctrl+a")
        window.type(date)
        window.press("Return")
        window.expect_focus("push button", "^%s: [0-9]" % field)
    # what is typed counts when a click elsewhere closes the calendar, and does not after Escape
    for date, leave, left in (("2026-03-31", lambda: s.mouse(s.find("label", name, root=row())), "31 Mar 2026"),
                              ("2026-04-30", lambda: window.press("Escape"), "31 Mar 2026")):
        window.press("space")
        window.expect_focus("text", "^Due$")
        window.press("ctrl+a")
        window.type(date)
        leave()
        window.expect_focus("push button", "^Due: %s$" % left)
    window.press("Tab")
    window.expect_focus("push button", "^Status: In progress$")
    window.press("space")
    window.expect_focus("push button", "^In progress$")
    window.press("Escape")
    window.expect_focus("push button", "^Status: In progress$")
    window.press("space")
    window.expect_focus("push button", "^In progress$")
    window.press("Up")
    window.expect_focus("push button", "^Planned$")
    window.press("Return")
    window.expect_focus("push button", "^Status: Planned$")
    plan = json.loads(window.save())
    changed = next(a for e in plan["entries"] if e["id"] == entry["id"]
                   for a in e["actions"] if a["id"] == action["id"])
    assert changed == {**action, "start": "2025-11-03", "due": "2026-03-31", "status": "planned"}, changed
    window.press(*["ctrl+z"] * 4)
    assert window.save() == window.before


def test_round():
    """A new round takes the levels over, marked as carried; undo takes it away."""
    s = window.session
    window.go_to("^Progress")
    popup("Rounds")
    s.click(s.find("menu item", "Open a New Round…", timeout=10))
    dialog = window.dialog()
    s.click(s.find("push button", "Open Round", root=dialog))
    window.back()
    window.save()
    plan = read_plan(window.path)
    assert len(plan["rounds"]) == len(window.plan["rounds"]) + 1
    before, after = plan["rounds"][-2:]
    assert before["closed"] == after["opened"] == TODAY, (before, after)
    for entry in plan["entries"]:
        if "retired" not in entry and before["id"] in entry.get("ratings", {}):
            rating = entry["ratings"][after["id"]]
            assert rating["level"] == entry["ratings"][before["id"]]["level"] and rating["carried"], entry["id"]
    window.press("ctrl+z")
    assert window.save() == window.before


def test_wheel():
    """The wheel scrolls the page of the progress, also while the pointer is over the table."""
    s = window.session
    window.go_to("^Progress")
    name = s.find("push button", re.compile("^3 .*Work–Life Balance$"), timeout=20, pred=lambda o: s.extents(o).width > 10)
    before = s.extents(name).y
    s.xdo("mousemove", *s.point(name))
    s.xdo("click", "--repeat", 3, "--delay", 50, 5)
    s.wait_for(lambda: s.extents(name).y < before - 50, 20, "scrolled page")
    s.xdo("mousemove", 0, 0)


def test_numbers():
    """The numbers of a chart open as a table: one row a principle."""
    s = window.session
    window.go_to("^Overview")
    popup("Menu of “Principle scores”")
    s.click(s.find("menu item", "Show Numbers", timeout=10))
    numbers = window.dialog()
    names = ["Strategy", "Employment", "Work–Life", "Gender-Based", "Border", "Security"]
    s.wait_for(lambda: all(s.find(None, re.compile(n), root=numbers, required=False) for n in names), 10, "table")
    s.find(None, re.compile("^2[.]3$"), root=numbers)
    s.key("Escape")
    window.back()


def svg_texts(content):
    """The description and the numbers of a drawing."""
    root = xml.etree.ElementTree.fromstring(content)
    return [root.find("{http://www.w3.org/2000/svg}" + tag).text for tag in ("title", "desc")]


def test_copy():
    """A chart is copied as a picture, a drawing and a document."""
    s = window.session
    popup("Menu of “Principle scores”")
    s.click(s.find("menu item", "Copy Picture", timeout=10))
    s.find_toast("Copied the chart as a picture")

    def take(type):
        return subprocess.run(
            [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "clipboard.py"), "take", type],
            env=s.env, check=True, stdout=subprocess.PIPE, timeout=60).stdout

    png = take("image/png")
    assert png.startswith(b"\x89PNG") and struct.unpack(">I", png[16:20])[0] == 1600, png[:24]
    title, numbers = svg_texts(take("image/svg+xml"))
    assert "Principle scores" in title and "2.3" in numbers, (title, numbers)
    assert take("application/pdf").startswith(b"%PDF-")


def test_save():
    """A chart is saved in the format of its name, else as a picture, and not over another file unasked."""
    s = window.session
    with open(os.path.join(s.tmp.name, "taken.png"), "wb"):
        pass
    for name, written, start in (("scores.svg", "scores.svg", b"<?xml"), ("scores.pdf", "scores.pdf", b"%PDF-"),
                                 ("scores", "scores.png", b"\x89PNG"), ("taken", "taken.png", b"\x89PNG")):
        popup("Menu of “Principle scores”")
        s.click(s.find("menu item", "Save Chart…", timeout=10))
        s.choose_file(os.path.join(s.tmp.name, name), "Save")
        if name == "taken":
            window.answer("Replace “taken.png”?", "Replace")
        window.back()
        s.find_toast("Saved the chart as “%s”" % written)
        with open(os.path.join(s.tmp.name, written), "rb") as file:
            assert file.read().startswith(start), written


def main():
    global window
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        window = PlanWindow(session, program, read_plan(sample))
        window.open("--today=" + TODAY)
        window.go_to("^Action plan")
        tap.run([test_overdue, test_in_place, test_round, test_wheel, test_numbers, test_copy, test_save])


if __name__ == "__main__":
    main()

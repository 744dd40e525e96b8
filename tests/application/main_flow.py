# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, as a focal point does it: open the example, write, rate, see the scores move, undo, redo, save.

    main_flow.py PROGRAM SCHEMAS SAMPLE
"""

import json
import re
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]

TYPED = " Two more sessions are planned for spring."
INDICATOR = "Training is offered at places and times"


class Flow(PlanWindow):
    """The window on the example, and what its tests share."""

    def sidebar_row(self):
        return self.session.find("list item", re.compile("^2B .* assessed$"), required=False)

    def radar(self, wanted=lambda description: True):
        """What a screen reader says about the radar, as soon as that is WANTED: its numbers are the scores that are
        drawn. Looks at the Overview, and goes back."""
        s = self.session
        self.go_to("^Overview")
        image = s.find("image", "Principle scores", timeout=30)
        try:
            s.wait_for(lambda: wanted(image.get_description()), 30, "another radar")
            return image.get_description()
        finally:
            self.go_to("^2B .* assessed$")
            self.open_card()

    def open_card(self):
        s = self.session
        title = s.find("push button", re.compile("^Indicator 2: " + INDICATOR), timeout=30)
        s.wait_for(lambda: s.extents(title).width > 10, 30, "indicator")
        if not self.field():
            s.click(title)
            s.wait_for(self.field, 30, "form")

    def field(self):
        return self.session.find("text", "Current activities", required=False)

    def text(self):
        return self.session.text_of(self.session.find("text", "Current activities"))

    def level(self):
        checked = [
            o.get_name() for o in self.session.find_all("radio button", root=self.card())
            if self.session.has(o, "CHECKED")
        ]
        return checked[0][:1] if len(checked) == 1 else checked

    def card(self):
        return self.session.find("panel", re.compile("^Indicator 2: " + INDICATOR))

    def go_to(self, row):
        """Goes to a page by its row in the sidebar."""
        s = self.session
        s.mouse(s.find("list item", re.compile(row)))


flow = None


def test_open():
    """The example opens, and its key element 2B shows what was written."""
    s = flow.session
    assert re.search(r"mean 2\.6, 6 of 6 assessed", flow.sidebar_row().get_name()), flow.sidebar_row().get_name()
    flow.go_to("^2B .* assessed$")
    flow.open_card()
    assert flow.text().startswith("Courses in the capital only"), flow.text()


def test_type_and_rate():
    """Typing and a rating are there at once: in the form, the sidebar and the radar."""
    s = flow.session
    flow.radar_before = flow.radar()
    flow.row_before = flow.sidebar_row().get_name()
    flow.text_before = flow.text()
    s.focus(s.find("text", "Current activities"))
    s.key("ctrl+End")
    s.keys(TYPED)
    flow.expect("text", flow.text, flow.text_before + TYPED)
    s.click(s.find("radio button", re.compile("^5 "), root=flow.card()))
    flow.expect("level", flow.level, "5")
    flow.expect(
        "score in the sidebar", lambda: flow.sidebar_row().get_name(),
        flow.row_before.replace("mean 2.6", "mean 3.2"))
    flow.radar_after = flow.radar(lambda description: description != flow.radar_before)


def test_undo_and_redo():
    """Two undos lead back to what was there, two redos to what was done."""
    s = flow.session
    s.click(s.find("push button", re.compile("^Undo")))
    flow.expect("level", flow.level, "2")
    s.click(s.find("push button", re.compile("^Undo")))
    flow.expect("text", flow.text, flow.text_before)
    flow.radar(lambda description: description == flow.radar_before)
    flow.expect("sidebar", lambda: flow.sidebar_row().get_name(), flow.row_before)
    s.click(s.find("push button", re.compile("^Redo")))
    flow.expect("text", flow.text, flow.text_before + TYPED)
    s.click(s.find("push button", re.compile("^Redo")))
    flow.expect("level", flow.level, "5")
    flow.radar(lambda description: description == flow.radar_after)


def test_save():
    """The file has exactly what was done; every other byte is as before."""
    s = flow.session
    s.focus(s.find("text", "Current activities"))
    s.key("ctrl+s")

    s.wait_for(lambda: flow.read() != flow.before, 30, "saved file")
    plan = flow.plan
    entry = next(e for e in plan["entries"] if e["indicator"].startswith(INDICATOR))
    old = json.dumps(entry["current_activities"], ensure_ascii=False)
    new = json.dumps(entry["current_activities"] + TYPED, ensure_ascii=False)
    start = flow.before.index(('"id": "%s"' % entry["id"]).encode())
    end = flow.before.index(b"\n    }", start)
    old_block = flow.before[start:end].decode()
    review = plan["rounds"][-1]["id"]
    rating = old_block.index('"%s": {' % review)
    new_block = (old_block[:rating] + old_block[rating:].replace('"level": 2', '"level": 5', 1))
    at = new_block.rindex('"current_activities": ' + old)
    new_block = new_block[:at] + new_block[at:].replace(old, new, 1)
    assert flow.read() == flow.before[:start] + new_block.encode() + flow.before[end:]


def main():
    global flow
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        flow = Flow(session, program, read_plan(sample))
        flow.open()
        tap.run([test_open, test_type_and_rate, test_undo_and_redo, test_save])


if __name__ == "__main__":
    main()

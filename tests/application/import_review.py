# SPDX-License-Identifier: GPL-3.0-or-later
"""A filled template comes into the open plan: it is looked at first, decided about, imported, undone.

    import_review.py PROGRAM SCHEMAS SAMPLE [FOLDER [dark]]

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

HEADINGS = ["GEOAT indicator", "Strategic alignment", "GEOAT evaluation scale", "Current activities",
            "Suggested forward activities", "Units to involve", "Key element"]
NEW = "The service canteen is open to all shifts."
LOST = "Nobody knows where this belongs."
PLACE = "4A Gender-based violence (GBV)"
LAW = "Another law than that of the plan."


class Review:
    """One window on a copy of the example, and a file to import."""

    def __init__(self, session):
        self.session = session
        self.main = PlanWindow(session, program, read_plan(sample))
        self.before = self.main.before
        plan = self.main.plan
        self.round = plan["rounds"][-1]["id"]
        entries = [e for e in plan["entries"] if e["key_element"] == "1A" and e.get("alignment")]
        self.known, self.near = entries[0], entries[1]
        self.typed = self.near["indicator"].replace("e", "", 1)
        self.source = os.path.join(session.tmp.name, "filled.csv")
        with open(self.source, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([
                HEADINGS,
                [self.known["indicator"], LAW, "", "", "Open the counter", "HR", "1A"],
                [self.typed, "", "", "", "", "", "1A"],
                [NEW, "", "3", "", "", "", "6C"],
                [LOST, "", "", "Something", "", "", ""]])
        self.main.open("--today=2025-11-24")

    def choose_file(self, path):
        """Main menu, Import…, and a path typed into the file chooser."""
        s = self.session
        s.focus_window()
        s.key("F10")
        s.click(s.find("menu item", "Import…", timeout=20))
        s.choose_file(path, "Open")

    def window(self, name="Import"):
        """Waits for a window by its title."""
        return self.session.wait_for(lambda: self.open_windows(name), 30, "window %r" % name)[0]

    def open_windows(self, name):
        s = self.session
        return [w for w in s.children(s.app) if w.get_name() == name]

    def label(self, pattern):
        """Waits for a label of the window for importing, scrolling to it."""
        return self.find("label", pattern)

    def row(self, text):
        return self.find("list item", "^" + re.escape(text[:40]))

    def find(self, role, pattern):
        s, window = self.session, self.window()
        return s.reveal(lambda: s.find(role, re.compile(pattern), root=window, required=False), pattern)

    def closed(self):
        """Waits until the window for importing is gone."""
        s = self.session
        s.wait_for(lambda: not self.open_windows("Import"), 20, "closed window")

    def picture(self, name):
        if folder:
            self.session.xdo("mousemove", 0, 0)
            self.session.screenshot(os.path.join(folder, name + (".dark" if dark else "") + ".png"))

    def saved(self):
        return self.main.read()


review = None


def test_look():
    """The review counts and says what each row is taken for; nothing has changed."""
    s = review.session
    review.choose_file(review.source)
    review.label(r"^1 new indicator · 1 cell of the plan changes · 1 row left out$")
    review.label(r"^Cells of the file: \d+ matched, 2 doubtful, 2 unplaced$")
    known, near, lost = review.row(review.known["indicator"]), review.row(review.typed), review.row(LOST)
    assert s.find("label", "Matched · 1A", root=known)
    assert s.find("label", "Doubtful · 1A", root=near)
    assert s.find("label", "Unplaced", root=lost)
    assert s.find("label", re.compile("^Why: the wording is almost that of"), root=near)
    assert not s.find("list item", re.compile("^" + re.escape(NEW)), root=review.window(), required=False)
    law = s.find("check box", re.compile("^Strategic alignment: take"), root=known)
    assert not s.has(law, "CHECKED")
    assert s.has(s.find("check box", re.compile("^New activity: take"), root=known), "CHECKED")
    assert review.saved() == review.before
    review.picture("import")


def test_cells():
    """Every cell of the file is in a list, with its state in words."""
    s = review.session
    s.click(s.find(None, "Cells of the File", root=review.window()))
    for text in ("Doubtful · row 2, column 2", "Doubtful · row 3, column 1", "Unplaced · row 5, column 1",
                 "Matched · row 4, column 1"):
        review.label("^" + re.escape(text) + "$")
    review.picture("import-cells")
    s.click(s.find(None, "Indicators", root=review.window()))


def test_decide():
    """A difference is accepted, what is near becomes a new indicator, what has no place gets one."""
    s = review.session
    s.focus_window()
    s.tab_to(s.find("check box", re.compile("^Strategic alignment: take"), root=review.row(review.known["indicator"])))
    s.key("space")
    review.label(r"^1 new indicator · 2 cells of the plan change · 1 row left out$")
    s.tab_to(s.find("radio button", re.compile("^It is"), root=review.row(review.typed)))
    s.key("Down")
    new = s.find("radio button", "A new indicator", root=review.row(review.typed))
    s.wait_for(lambda: s.has(new, "CHECKED"), 20, "choice by arrow")
    review.label(r"^2 new indicators · 2 cells of the plan change · 1 row left out$")
    s.choose(s.find("combo box", "Key element that it belongs to", root=review.row(LOST)), PLACE)
    review.label(r"^3 new indicators · 2 cells of the plan change · 0 rows left out$")
    review.label(r"^Cells of the file: \d+ matched, 1 doubtful, 0 unplaced$")
    review.picture("import-decided")


def test_import_and_undo():
    """Importing does what was decided, a toast offers to undo all of it, and that leads to the same file."""
    s = review.session
    s.mouse(s.find("push button", "Import", root=review.window()))
    review.closed()
    s.find_toast("Imported “filled.csv”")
    review.picture("imported")
    s.focus_window()
    s.key("ctrl+s")
    s.wait_for(lambda: review.saved() != review.before, 30, "saved file")
    plan = json.loads(review.saved())
    known = next(e for e in plan["entries"] if e["id"] == review.known["id"])
    assert known["alignment"] == LAW and known["actions"][-1]["activity"] == "Open the counter"
    added = {e["indicator"]: e for e in plan["entries"] if e["indicator"] in (NEW, LOST, review.typed)}
    assert {k: e["key_element"] for k, e in added.items()} == {NEW: "6C", LOST: "4A", review.typed: "1A"}, added
    assert added[NEW]["ratings"][review.round]["level"] == 3 and added[LOST]["current_activities"] == "Something"
    s.key("ctrl+z")
    s.key("ctrl+s")
    s.wait_for(lambda: review.saved() == review.before, 30, "the file as it was")


def refused(path, heading, why, another=None):
    """Imports a file that cannot be: the window says WHY, offers to choose ANOTHER, and closes by Escape."""
    s = review.session
    review.choose_file(path)
    s.find("label", heading, timeout=20)
    s.find("label", re.compile(why), timeout=20)
    assert not s.find("push button", "Import", root=review.window(), required=False)
    review.picture("import-error")
    s.focus_window()
    if another:
        s.key("Return")
        s.choose_file(another, "Open")
        review.label("^Cells of the file: ")
        assert s.has(s.find("push button", "Import", root=review.window()), "SENSITIVE")
        s.focus_window()
    s.key("Escape")
    review.closed()
    assert review.saved() == review.before


def test_nothing_to_import():
    """A file that is no template, or that is too large, is refused in words, and the plan stays."""
    path = os.path.join(review.session.tmp.name, "other.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("a,b\n1,2\n")
    refused(path, "“other.csv” cannot be imported", "^There is no filled template in it", review.source)
    path = os.path.join(review.session.tmp.name, "R&D <old>.csv")
    with open(path, "wb") as file:
        file.truncate(300 * 1024 * 1024)
    refused(path, "“R&D <old>.csv” cannot be imported", "“R&D <old>.csv”: it is larger than 256 MiB")


def test_new_plan():
    """A new plan starts from a file."""
    s = review.session
    s.focus_window()
    s.key("ctrl+n")
    window = review.window("New Plan")
    s.focus_window()
    s.keys("Customs of Valmara")
    s.mouse(s.find(None, "A filled template", root=window, pred=lambda o: s.role(o) != "label"))
    review.picture("new-plan")
    s.mouse(s.find("push button", "Create"))
    s.choose_file(review.source, "Open")
    review.label(r"^3 new indicators · 0 cells of the plan change · 1 row left out$")
    s.mouse(s.find("push button", "Import", root=review.window()))
    review.closed()
    s.find("list item", re.compile(r"^6C .*, 1 of 1 assessed$"), timeout=30)
    row = s.find("list item", re.compile("^1A .* assessed$"))
    s.wait_for(lambda: s.has(row, "SELECTED"), 10, "page of the first indicator")


def main():
    global review
    env = {"GSETTINGS_SCHEMA_DIR": schemas}
    if dark:
        env["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    with Session(env=env, size=os.environ.get("GEOAT_SCREEN", "1280x900x24")) as session:
        review = Review(session)
        tap.run([test_look, test_cells, test_decide, test_import_and_undo, test_nothing_to_import, test_new_plan])


if __name__ == "__main__":
    main()

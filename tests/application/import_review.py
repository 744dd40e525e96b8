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
import zipfile

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


def make_large(name):
    """A filled template that takes many seconds to read and to compare with the plan."""
    path = os.path.join(review.session.tmp.name, name)
    rows = [["GEOAT indicator", "Strategic alignment", "GEOAT evaluation scale", "Key element"]] + [
        ["The officers of border post %d take part in training that is meant for them" % n, "Labour law", "3", "1A"]
        for n in range(60000)]
    if name.endswith(".csv"):
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path
    cell = "<c t='inlineStr'><is><t>%s</t></is></c>"
    sheet = "".join("<row>%s</row>" % "".join(cell % text for text in row) for row in rows)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='%s'" % relation
    kinds = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" \
            "<Relationship Id='rId1' Type='%s/%s' Target='%s'/></Relationships>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml",
                      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                      "<Default Extension='xml' ContentType='application/xml'/></Types>")
        file.writestr("_rels/.rels", kinds % (relation, "officeDocument", "xl/workbook.xml"))
        file.writestr("xl/workbook.xml",
                      "<workbook %s><sheets><sheet name='Template' sheetId='1' r:id='rId1'/></sheets></workbook>" % main)
        file.writestr("xl/_rels/workbook.xml.rels", kinds % (relation, "worksheet", "worksheets/sheet1.xml"))
        file.writestr("xl/worksheets/sheet1.xml", "<worksheet %s><sheetData>%s</sheetData></worksheet>" % (main, sheet))
    return path


def work_done():
    """The seconds of work that the program has done so far."""
    with open("/proc/%d/stat" % review.session.proc.pid, encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start_long_read(path):
    """Imports a large file; returns the work that was done before."""
    s = review.session
    review.choose_file(path)
    s.find("label", "Reading “%s”…" % os.path.basename(path), root=review.window(), timeout=20)
    assert not s.has(s.find("push button", "Import", root=review.window()), "SENSITIVE")
    s.focus_window()
    return work_done()


def cancelled(path, part, whole, cancel):
    """Imports a large file, and calls CANCEL when PART of the WHOLE work has been done: it does not go on."""
    s = review.session
    start = start_long_read(path)
    s.wait_for(lambda: work_done() > start + part * whole, 120, "work", step=.02)
    assert s.find("label", re.compile("^Reading"), root=review.window(), required=False), "read already"
    review.picture("import-reading")
    cancel()
    review.closed()
    done, seen = work_done(), []
    s.wait_for(lambda: seen.append(work_done()) or len(seen) > 1 and seen[-1] - seen[-2] < .1, 60, "end of the work",
               step=1)
    assert seen[-1] - done < whole / 4, "%s of %s s" % (seen[-1] - done, whole)
    assert review.saved() == review.before


def test_cancel():
    """A long read shows that it works; Cancel and Escape end it, nothing is changed or left, and all goes on."""
    s = review.session
    table, workbook = make_large("large.csv"), make_large("large.xlsx")
    files = sorted(os.listdir(s.tmp.name))
    start = start_long_read(table)
    s.find("label", re.compile("^60000 new indicators "), root=review.window(), timeout=240)
    whole = work_done() - start
    s.key("Escape")
    review.closed()

    cancelled(table, .02, whole, lambda: s.mouse(s.find("push button", "Cancel", root=review.window())))
    cancelled(workbook, .02, whole, lambda: s.key("Escape"))
    cancelled(table, .4, whole, lambda: s.key("Escape"))
    assert sorted(os.listdir(s.tmp.name)) == files, os.listdir(s.tmp.name)
    s.focus_window()
    s.key("ctrl+s")     # nothing to save
    review.choose_file(review.source)
    review.label(r"^1 new indicator · 1 cell of the plan changes · 1 row left out$")
    s.mouse(s.find("push button", "Import", root=review.window()))
    review.closed()
    s.find_toast("Imported “filled.csv”")
    s.focus_window()
    s.key("ctrl+z", "ctrl+s")
    assert review.saved() == review.before


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
        tap.run([test_look, test_cells, test_decide, test_import_and_undo, test_nothing_to_import, test_cancel, test_new_plan])


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Sharing: what is left out does not leave, nothing is lost, and the choice is remembered.

    share.py PROGRAM SCHEMAS SAMPLE
"""

import csv
import json
import os
import re
import subprocess
import sys

import tap
from driver import Session

program, schemas, sample = sys.argv[1:4]

NOTE, REASON, LEAD = "zq private note", "zq reason for the level", "zq lead of the activity"
NETWORK = "The Network for Gender Equality and Diversity"


def with_secrets(text):
    """The example with a note, a reason and a lead that stand nowhere else."""
    plan = json.loads(text)
    entry = next(e for e in plan["entries"] if e.get("actions") and e.get("ratings"))
    entry["notes"] = NOTE
    entry["ratings"][plan["rounds"][-1]["id"]] = {"level": 2, "reason": REASON}
    entry["actions"][0]["lead"] = LEAD
    return json.dumps(plan)


class Share:
    """A window on a copy of the example, and what its tests share."""

    def __init__(self, session):
        self.session = session
        self.folder = os.path.join(session.tmp.name, "plans")
        os.mkdir(self.folder)
        self.path = os.path.join(self.folder, "Valmara & co.geoat")
        with open(sample, encoding="utf-8") as file:
            text = with_secrets(file.read())
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(text)
        self.before = self.content()
        self.start(self.path)

    def content(self):
        with open(self.path, "rb") as file:
            return file.read()

    def start(self, path):
        """Starts the program with a plan."""
        s = self.session
        s.start([program, "--today=2025-11-24", path], timeout=120)
        s.find("list item", re.compile("^2B .* assessed$"), timeout=120)

    def windows(self):
        return self.session.children(self.session.app)

    def wait_for_windows(self, n, what):
        self.session.wait_for(lambda: len(self.windows()) == n, 60, what)
        return self.windows()[-1]

    def open(self):
        """Opens the dialog by its shortcut, in the main window, and returns it."""
        s = self.session
        while len(self.windows()) > 1:      # what a test that failed has left
            n = len(self.windows())
            s.focus_window()
            s.key("Escape")
            s.wait_for(lambda: len(self.windows()) < n, 30, "closed window")
        s.focus_window()
        s.key("ctrl+shift+e")
        self.dialog = self.wait_for_windows(2, "dialog")
        # the preview has a great many widgets: what is chosen is looked for apart from it
        self.choice = s.find("panel", "What to share", self.dialog, timeout=30)
        s.focus_window()
        return self.dialog

    def close(self, key="Escape"):
        """Closes the dialog. While there is a toast, Escape takes that away instead."""
        s = self.session
        s.focus_window()
        s.key(key)
        self.wait_for_windows(1, "closed dialog")

    def quit(self):
        s = self.session
        s.focus_window()
        s.key("ctrl+q")
        s.wait_for_end(60)

    def choose_whom(self, name):
        """Chooses with the mouse who it is for."""
        s = self.session
        s.mouse(s.find("radio button", name, self.choice))
        s.wait_for(lambda: self.chosen_whom() == [name], 30, "choice of “%s”" % name)

    def scroll_to_end(self, button=5):
        """Scrolls the choices down as far as they go."""
        s = self.session
        first = s.find("radio button", "Everything", self.choice)
        s.xdo("mousemove", *s.point(self.choice))
        s.xdo("click", "--repeat", 40, "--delay", 10, button)
        wheres = []
        s.wait_for(lambda: wheres.append(s.point(first)) or wheres[-2:-1] == wheres[-1:], 30, "end of scrolling",
                   step=.4)

    def scroll_to_start(self):
        self.scroll_to_end(4)

    def chosen_whom(self):
        """Once: GTK 4.18 has the button in the row on the bus too, although it is hidden there."""
        buttons = self.session.find_all("radio button", root=self.choice)
        return list(dict.fromkeys(b.get_name() for b in buttons if self.session.has(b, "CHECKED")))

    def chosen_format(self):
        s = self.session
        names = [s.text_of(o) for o in s.find_all("label", root=s.find("combo box", "Format", self.choice))]
        return names[-1]

    def choose_paper(self, name):
        self.session.choose(self.session.find("combo box", "Paper", self.choice), name)

    def choose_format(self, name):
        """Chooses by its first letters, as with the keyboard."""
        self.session.choose(self.session.find("combo box", "Format", self.choice), name)

    def save_as(self, name):
        """Saves under a name, typed as a whole path."""
        s = self.session
        n = len(self.windows())
        s.focus_window()
        s.key("ctrl+s")
        self.wait_for_windows(n + 1, "file dialog")
        field = s.find("text", re.compile("^Name"), self.windows()[-1], timeout=30)
        s.focus_window()
        s.type(field, os.path.join(self.folder, name))
        s.wait_for(lambda: s.has(field, "FOCUSED"), 30, "focus in the file dialog")
        s.key("Return")

        def is_closed():
            try:
                return not s.has(field, "VISIBLE")
            except s.GLib.Error:        # gone
                return True

        s.wait_for(is_closed, 30, "closed file dialog")

    def answer(self, heading, button):
        """Waits for a message, the last window, and answers it."""
        s = self.session

        def is_there():
            message = self.windows()[-1]
            return s.find("label", heading, message, required=False) and message

        message = s.wait_for(is_there, 60, "message “%s”" % heading)
        s.click(s.find("push button", button, message))
        s.wait_for(lambda: not is_there(), 60, "answer to “%s”" % heading)

    def find_line(self, name):
        """Finds a line of the preview, scrolling to it."""
        s = self.session
        return s.reveal(lambda: s.find("list item", name, self.dialog, required=False), "line %r" % name)

    def bottom(self):
        """What stands below the choices and the preview."""
        both = self.choice
        while not self.session.find("label", "What goes out", both, required=False):
            both = both.get_parent()
        box = both.get_parent()
        return self.session.children(box)[-1]

    def files(self):
        return sorted(name for name in os.listdir(self.folder) if "lock" not in name)


share = None


def test_for_the_network():
    """For the Network as CSV, by keyboard: no note, reason or name is in the file."""
    s = share.session
    share.open()
    assert share.chosen_whom() == [NETWORK], share.chosen_whom()
    share.choose_format("Spreadsheet text (CSV)")
    share.save_as("for the network.csv")
    share.wait_for_windows(1, "closed dialog")
    share.session.find_toast("Saved as “for the network.csv”")
    with open(os.path.join(share.folder, "for the network.csv"), encoding="utf-8-sig", newline="") as file:
        text = file.read()
    rows = list(csv.reader(text.splitlines(keepends=True)))
    plan = json.loads(share.before)
    assert len(rows) > len(plan["entries"]) - 10, len(rows)
    for secret in (NOTE, REASON, LEAD):
        assert secret not in text, secret
    for entry in plan["entries"]:
        if "retired" not in entry:
            assert any(row[0] == entry["indicator"] for row in rows), entry["indicator"]


def test_preview():
    """The preview lists what is left out, with how much of it there is, and follows a change."""
    s = share.session
    share.open()
    plan = json.loads(share.before)
    notes = sum(1 for e in plan["entries"] if e.get("notes"))
    shown = [e for e in plan["entries"] if "retired" not in e]
    s.find("label", "%d indicators · %d activities" % (len(shown), sum(len(e.get("actions", ())) for e in shown)),
           share.dialog, timeout=30)
    s.find("label", "Private notes: %d" % notes, share.dialog, timeout=30)
    share.find_line(re.compile(r"^Member 1 \(Left out\): "))
    share.choose_whom("Everything")
    s.find("label", "Nothing is left out.", share.dialog, timeout=30)
    share.find_line(re.compile(r"^Member 1 \(Not in this format\): "))
    share.close()


def test_past_the_preview():
    """Tab leaves the preview, which has thousands of lines."""
    s = share.session
    share.open()
    s.focus(s.find("list item", re.compile("^Title"), share.dialog, timeout=30))
    s.key("Tab")
    s.wait_for(lambda: s.has(s.find("push button", "Close", share.dialog), "FOCUSED"), 20, "focus past the lines")
    share.close()


def test_remembered():
    """The last choice is remembered, also after the program has been closed; not for another plan."""
    s = share.session
    share.open()
    assert share.chosen_whom() == ["Everything"], share.chosen_whom()
    share.choose_whom("Management")
    share.choose_format("Web page (HTML)")
    share.close()

    share.quit()
    share.start(share.path)
    share.open()
    assert share.chosen_whom() == ["Management"], share.chosen_whom()
    assert share.chosen_format() == "Web page (HTML)", share.chosen_format()
    share.close()

    share.quit()
    other = os.path.join(s.tmp.name, "other.geoat")
    plan = json.loads(share.before)
    plan["id"] = "another-plan"
    with open(other, "w", encoding="utf-8") as file:
        json.dump(plan, file)
    share.start(other)
    share.open()
    assert share.chosen_whom() == [NETWORK], share.chosen_whom()
    share.close()
    share.quit()
    share.start(share.path)


def test_paper():
    """A PDF is on the paper that is chosen, which is remembered; other formats have none to choose."""
    s = share.session
    share.open()
    share.choose_whom("Management")
    share.choose_format("Word document (DOCX)")
    assert not s.find("combo box", "Paper", share.choice, required=False)
    share.choose_format("One page for management (PDF)")
    share.choose_paper("Letter")
    share.save_as("summary.pdf")
    share.wait_for_windows(1, "closed dialog")
    information = subprocess.run(["pdfinfo", os.path.join(share.folder, "summary.pdf")], check=True,
                                 stdout=subprocess.PIPE).stdout.decode()
    assert re.search(r"^Page size: +612 x 792 pts", information, re.MULTILINE), information
    share.open()
    papers = s.find("combo box", "Paper", share.choice)
    assert [s.text_of(o) for o in s.find_all("label", root=papers)][-1] == "Letter"
    share.close()


def test_own_plan():
    """The plan itself is never replaced, by whatever name."""
    os.link(share.path, os.path.join(share.folder, "hard link.geoat"))
    share.open()
    share.choose_format("The plan itself (GEOAT Planner)")
    share.save_as("hard link")
    share.answer("Replace “hard link.geoat”?", "Replace")
    share.answer("“hard link.geoat” is your plan", "Close")
    assert share.content() == share.before
    share.close()
    os.unlink(os.path.join(share.folder, "hard link.geoat"))


def test_failure():
    """What cannot be written is told, leaves no half file, and the choice is still there."""
    os.symlink(os.path.join(share.folder, "nowhere", "file.html"), os.path.join(share.folder, "lost.html"))
    before = share.files()
    share.open()
    share.choose_format("Web page (HTML)")
    share.save_as("lost")
    share.answer("Replace “lost.html”?", "Replace")
    share.answer("“lost.html” was not written", "Close")
    assert share.files() == before, share.files()
    assert share.chosen_format() == "Web page (HTML)", share.chosen_format()
    share.close()
    os.unlink(os.path.join(share.folder, "lost.html"))


def change(part):
    """Checks or unchecks with the mouse a part of the notes, reasons and names."""
    s = share.session
    share.scroll_to_end()

    def check():
        found = s.find("check box", part, share.choice, required=False)
        return found if found and s.extents(found).height > 10 else None

    if not check():
        s.mouse(s.find("list item", "Notes, reasons and names", share.choice))
        s.wait_for(check, 30, "row %r" % part)
        share.scroll_to_end()
    before = s.has(check(), "CHECKED")
    s.mouse(check())
    s.wait_for(lambda: s.has(check(), "CHECKED") != before, 30, "checked %r" % part)


def keep_as(name):
    """Keep As…, and a name typed; returns the message."""
    s = share.session
    s.click(s.find("push button", "Keep As…", share.choice))
    message = share.wait_for_windows(3, "question for the name")
    s.type(s.find("text", "Name of the choice", message), name)
    return message


def press_keep(message):
    share.session.click(share.session.find("push button", "Keep", message))
    share.session.wait_for(lambda: not share.session.find("text", "Name of the choice", required=False), 30, "answer")


def whom():
    """All for whom it can be."""
    return list(dict.fromkeys(b.get_name() for b in share.session.find_all("radio button", root=share.choice)))


def excludes(part):
    """Whether a part is not checked, whether its row is shown or not."""
    s = share.session
    box = s.find("check box", part, share.choice, required=False, visible=False)
    if not box:     # GTK 4.18 has nothing of a group that is closed
        share.scroll_to_end()
        s.mouse(s.find("list item", "Notes, reasons and names", share.choice))
        box = s.find("check box", part, share.choice, timeout=30, visible=False)
        share.scroll_to_start()
    return not s.has(box, "CHECKED")


LEADS, PROGRESS = "Who leads an activity", "Progress and dates of completion"
OWN = "Your own choice"


def test_kept_choice():
    """A choice of one's own is kept under a name, is there after a restart, and can be removed and brought back."""
    s = share.session
    share.open()
    share.choose_whom("Management")
    always = whom()
    change(LEADS)
    s.wait_for(lambda: share.chosen_whom() == [OWN], 30, "choice of one's own")
    press_keep(keep_as("Ministry"))
    share.wait_for_windows(2, "answered question")
    s.wait_for(lambda: share.chosen_whom() == ["Ministry"], 30, "kept choice")
    assert whom() == always[:-1] + ["Ministry", OWN], whom()
    share.close()

    share.quit()
    share.start(share.path)
    share.open()
    assert share.chosen_whom() == ["Ministry"], share.chosen_whom()
    share.choose_whom("Everything")
    assert not excludes(LEADS)
    share.choose_whom("Ministry")
    assert excludes(LEADS)
    s.click(s.find("push button", "Remove “Ministry”", share.choice))
    s.click(s.find("push button", "Undo", s.find_toast("“Ministry” removed").get_parent().get_parent()))
    s.wait_for(lambda: share.chosen_whom() == ["Ministry"], 30, "choice brought back")
    assert whom() == always[:-1] + ["Ministry", OWN] and excludes(LEADS), whom()
    s.click(s.find("push button", "Remove “Ministry”", share.choice))
    s.wait_for(lambda: share.chosen_whom() == [OWN], 30, "removed choice")
    assert whom() == always, whom()
    share.close("ctrl+w")

    share.quit()
    share.start(share.path)
    share.open()
    assert whom() == always and share.chosen_whom() == [OWN], (whom(), share.chosen_whom())
    share.close()


def test_kept_again():
    """A kept choice is replaced under its name after a question only, and there are never two of one name."""
    s = share.session
    share.open()
    share.choose_whom("Management")
    change(LEADS)
    press_keep(keep_as("Ministry"))
    share.wait_for_windows(2, "answered question")
    kept = whom()
    change(PROGRESS)
    s.wait_for(lambda: share.chosen_whom() == [OWN], 30, "choice of one's own")
    press_keep(keep_as(" ministry "))
    share.answer("Replace “Ministry”?", "Cancel")
    share.wait_for_windows(2, "answered question")
    assert whom() == kept and share.chosen_whom() == [OWN], (whom(), share.chosen_whom())
    share.scroll_to_start()
    share.choose_whom("Ministry")
    assert excludes(LEADS) and not excludes(PROGRESS)

    change(PROGRESS)
    press_keep(keep_as("Ministry"))
    share.answer("Replace “Ministry”?", "Replace")
    s.wait_for(lambda: share.chosen_whom() == ["Ministry"], 30, "replaced choice")
    assert whom() == kept, whom()
    share.scroll_to_start()
    share.choose_whom("Everything")
    share.close()

    share.quit()
    share.start(share.path)
    share.open()
    assert whom() == kept, whom()
    share.choose_whom("Ministry")
    assert excludes(LEADS) and excludes(PROGRESS)
    s.click(s.find("push button", "Remove “Ministry”", share.choice))
    s.wait_for(lambda: "Ministry" not in whom(), 30, "removed choice")
    share.close("ctrl+w")


def test_names_that_are_taken():
    """The choices that are always there keep their names: no other can have one, in capitals or not."""
    s = share.session
    share.open()
    share.choose_whom("Management")
    change(LEADS)
    s.wait_for(lambda: share.chosen_whom() == [OWN], 30, "choice of one's own")
    before = whom()
    message = keep_as("Managers")
    button = s.find("push button", "Keep", message)
    s.wait_for(lambda: s.has(button, "SENSITIVE"), 20, "name that is free")
    field = s.find("text", "Name of the choice", message)
    for name in ("Management", "MANAGEMENT ", "your own  choice", NETWORK.lower()):
        s.type(field, name)
        s.wait_for(lambda: not s.has(button, "SENSITIVE"), 20, "no way to keep it as %r" % name)
        said = "“%s” is always in the list. Take another name." % name.strip()
        assert s.find("label", said, message), name
        assert s.description(field) == said, s.description(field)
    s.focus_window()
    s.key("Return")
    s.key("Escape")
    share.wait_for_windows(2, "closed question")
    assert whom() == before, whom()
    share.close()


def test_by_keyboard():
    """By keyboard too one hears whom it is for and what is checked, and checks it."""
    s = share.session
    share.open()
    share.choose_whom("Everything")
    share.close()
    share.open()

    def told(name, role, checked):
        row = s.find(role, name, share.choice)
        s.wait_for(lambda: s.has(row, "FOCUSED") and s.has(row, "CHECKED") == checked, 20, "focus on “%s”" % name)

    told("Everything", "radio button", True)
    s.key("Down")
    told(NETWORK, "radio button", False)
    s.key("space")
    told(NETWORK, "radio button", True)
    s.wait_for(lambda: share.chosen_whom() == [NETWORK], 30, "choice")
    s.key("Up")
    told("Everything", "radio button", False)
    s.key("Return")
    told("Everything", "radio button", True)
    s.wait_for(lambda: share.chosen_whom() == ["Everything"], 30, "choice")
    s.watch_focus()
    s.walk_by("Tab", lambda o: o.get_name() == "Notes, reasons and names", "group of parts")
    s.key("Return")
    s.find("check box", LEADS, share.choice, timeout=30)    # before that Tab goes past the group
    widget, _ = s.walk_by("Tab", lambda o: s.role(o) == "check box", "part")
    name = widget.get_name()
    assert s.has(widget, "CHECKED"), name
    s.key("space")
    told(name, "check box", False)
    s.wait_for(lambda: share.chosen_whom() == ["Your own choice"], 30, "choice of one's own")
    share.close()


def test_template():
    """A template to fill in has the indicators and nothing that was written about them."""
    share.open()
    share.choose_whom("A unit that fills it in")
    share.choose_format("Spreadsheet text (CSV)")
    share.save_as("template.csv")
    share.wait_for_windows(1, "closed dialog")
    with open(os.path.join(share.folder, "template.csv"), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) > 50, len(rows)
    for row in rows[1:]:
        assert row[0] and row[8], row
        assert not any(row[1:8]) and not any(row[9:]), row


def test_cancel():
    """A long export shows that it works, can be cancelled, and leaves nothing; the dialog stays."""
    s = share.session
    share.quit()
    plan = json.loads(share.before)
    entries = plan["entries"]
    plan["entries"] = []
    for n in range(80):
        for entry in json.loads(json.dumps(entries)):
            entry["id"] = "%s-%d" % (entry["id"], n)
            for action in entry.get("actions", []):
                action["id"] = "%s-%d" % (action["id"], n)
            plan["entries"].append(entry)
    large = os.path.join(share.folder, "large.geoat")
    with open(large, "w", encoding="utf-8") as file:
        json.dump(plan, file)
    before = share.files()
    share.start(large)
    share.open()
    share.choose_format("Report to print (PDF)")
    bottom = share.bottom()
    share.save_as("report.pdf")
    s.find("progress bar", "Progress", bottom, timeout=30)
    assert "report.pdf" not in share.files(), share.files()
    s.focus_window()
    s.key("Escape")
    share.session.find_toast("Cancelled: no file was written", 60)
    assert share.files() == before, share.files()
    assert share.chosen_format() == "Report to print (PDF)", share.chosen_format()
    share.close()


def test_quit():
    """Whoever quits during a long export gets the whole file or none; the program ends as it should."""
    s = share.session
    before = share.files()
    share.open()
    share.choose_format("Report to print (PDF)")
    bottom = share.bottom()
    share.save_as("report.pdf")
    s.find("progress bar", "Progress", bottom, timeout=30)
    # as the "Quit" of a dock does, which no dialog keeps away
    subprocess.run(["gapplication", "action", "io.github.geoat_planner.GeoatPlanner", "quit"], env=s.env, check=True)
    s.wait_for_end(60)
    assert s.proc.returncode == 0, s.proc.returncode
    assert set(share.files()) - {"report.pdf"} == set(before), share.files()
    if "report.pdf" in share.files():
        with open(os.path.join(share.folder, "report.pdf"), "rb") as file:
            assert file.read().rstrip().endswith(b"%%EOF"), "half a file"


def main():
    global share
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas, "GSETTINGS_BACKEND": "keyfile"}) as session:
        share = Share(session)
        tap.run([test_for_the_network, test_preview, test_past_the_preview, test_remembered, test_paper, test_own_plan, test_failure,
                 test_kept_choice, test_kept_again, test_names_that_are_taken, test_by_keyboard, test_template, test_cancel,
                 test_quit])


if __name__ == "__main__":
    main()

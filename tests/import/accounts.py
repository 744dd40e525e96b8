# SPDX-License-Identifier: GPL-3.0-or-later
"""The accounts of an import: every word of a file is in the plan, or is told with its place.

Files are made by chance, from seeds that stay the same: tables with headings that are known, like known
ones or unknown, filled with levels, key elements, ditto marks and the like, and words of their own grafted
into cells, headings, titles, names of sheets, headers, notes and comments.
"""

import csv
import io
import json
import random

import docx
import openpyxl
from openpyxl.comments import Comment

import tap
from program import folder, geoat
from sources import HEADINGS

N_FILES = 120  # of each kind

HEADS = [*HEADINGS["en"], *HEADINGS["fr"], "Key element", "Activity no.", "Status", "Lead", "Start", "Due", "Reason",
         "Notes", "Comments", "Score", "Mean", "Principle / key element", "Name", "Role", "Unit", "Responsible",
         "Current level", "Target level", "Remarks", "No.", "", "GEOAT indcator", "3. Level (0-5)", "Budget"]
CELLS = ["", "", "", "3", "N/A", "3/5", "3 Moderate implementation", "Level 2", "2?", "–", "x", "1A", "1A Cross-cutting policies",
         "Principle 1", "Key element 1B", "2B: us", "Total", "Average", "Prepared by:", "EXAMPLE:", "[insert]", "...", "idem",
         '"', "5 = Full", "Note:", "1.", "1A.03", "2026-03-08", "done", "Planned", "GEOAT indicator", "and so on,",
         "goes on in lower case", "(add rows here)", "Legend", "5", "Full implementation", "KE A", "=1+1", "12 %"]


class Words:
    """Words that are nowhere else, and a chance to put them somewhere."""

    def __init__(self, seed):
        self.chance, self.all = random.Random(seed), []

    def word(self):
        letters = "".join(self.chance.choice("bcdfghjklmnpqrstvwz") + self.chance.choice("aeiou") for _ in range(4))
        word = f"{letters}{len(self.all)}zq"
        self.all.append(word)
        return word

    def graft(self, text, often=0.3):
        if self.chance.random() > often:
            return text
        place = self.chance.random()
        if place < 0.5 and text:
            return f"{text}{self.chance.choice([' ', ': ', ' – ', ', ', chr(10), ' ('])}{self.word()}"
        return f"{self.word()} {text}" if place < 0.7 else self.word()

    def table(self):
        """Rows of a table, of which some are headings."""
        n = self.chance.choice([1, 2, 4, 6, 8, 8])
        order = self.chance.sample(HEADS, n) if self.chance.random() < 0.4 else HEADINGS["en"][:n]
        rows = [[self.graft(self.chance.choice(CELLS), 0.1)] for _ in range(self.chance.choice([0, 0, 0, 1, 2]))]
        if self.chance.random() < 0.9:
            rows.append([self.graft(head, 0.1) for head in order])
        for _ in range(self.chance.randint(0, 9)):
            kind = self.chance.random()
            if kind < 0.1:
                rows.append([self.graft(self.chance.choice(CELLS), 0.2)])
            elif kind < 0.2:
                rows.append([])
            else:
                width = n + self.chance.choice([0, 0, 0, 1, 3])
                rows.append([self.graft(self.chance.choice(CELLS)) for _ in range(width)])
        if self.chance.random() < 0.1:
            width = max((len(row) for row in rows), default=0)
            rows = [list(row) for row in zip(*[row + [""] * (width - len(row)) for row in rows])]
        return rows


def as_csv(words):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(words.table())
    return text.getvalue().encode(), "a.csv"


def as_workbook(words):
    book = openpyxl.Workbook()
    for i in range(words.chance.randint(1, 3)):
        sheet = book.active if i == 0 else book.create_sheet()
        sheet.title = words.graft(words.chance.choice(["1A", "Sheet 2A", "Scores", "List"]), 0.2)[:28].replace(
            ":", "").replace("\n", "") + str(i)
        for row in words.table():
            sheet.append([int(cell) if cell.isdigit() else None if cell == "=1+1" else f" {cell}" if cell.startswith("=") else cell for cell in row])
        if words.chance.random() < 0.3:
            sheet.cell(words.chance.randint(1, 12), words.chance.randint(16, 30), words.word())
        if words.chance.random() < 0.2:
            sheet["A2"].comment = Comment(words.word(), "x")
    return saved(book), "a.xlsx"


def as_document(words):
    document = docx.Document()
    for _ in range(words.chance.randint(1, 3)):
        for _ in range(words.chance.randint(0, 2)):
            add = words.chance.choice([document.add_paragraph, document.add_heading])
            add(words.graft(words.chance.choice(CELLS), 0.3))
        rows = words.table()
        width = max((len(row) for row in rows), default=0)
        if width == 0:
            continue
        table = document.add_table(len(rows), width)
        for cells, row in zip(table.rows, rows):
            for cell, text in zip(cells.cells, row):
                cell.text = text
    if words.chance.random() < 0.3:
        document.sections[0].header.paragraphs[0].text = words.word()
    return saved(document), "a.docx"


def as_lines(words):
    return "\n".join(words.graft(words.chance.choice(CELLS)) for _ in range(12)).encode(), "a.txt"


def saved(file):
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def lost(make, seed, *options):
    """The words of a file that are neither in the plan nor told."""
    words = Words(seed)
    content, name = make(words)
    with folder() as place:
        (place / name).write_bytes(content)
        result = geoat("import", "--report=json", f"--output={place / 'plan.geoat'}", *options, place / name)
        if result.returncode == 1:
            return []
        assert result.returncode == 0, (seed, result)
        text = (place / "plan.geoat").read_text("utf-8")
        told = [cell["text"] + " " + cell.get("table", "") for cell in json.loads(result.stdout)["texts"]
                if cell["state"] != "recognised"]
    told = "\n".join(told)
    return [word for word in words.all if word not in text and word not in told]


def check(make, *options):
    for seed in range(N_FILES):
        missing = lost(make, seed, *options)
        assert not missing, (make.__name__, seed, missing)


def tables():
    """Of a text file with a table."""
    check(as_csv, "--key-element=1A")


def workbooks():
    """Of a workbook: names of sheets, cells far out and comments too."""
    check(as_workbook, "--key-element=1A")


def documents():
    """Of a document: paragraphs, headings and headers too."""
    check(as_document, "--key-element=1A")


def lists():
    """Of a list of indicators, as lines and as a table."""
    check(as_lines, "--indicators", "--key-element=1A")
    check(as_csv, "--indicators", "--key-element=1A")


tap.run([tables, workbooks, documents, lists])

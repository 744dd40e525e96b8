# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat import --indicators: lists of indicators, as people have them in files."""

import csv
import io
import json

import docx
import openpyxl

import tap
from program import EXAMPLE, done, folder, geoat, refused, small_plan, write

KNOWN = "A policy is in force."
LIST = [("1A", "Pay is equal, and said to be; always."), ("1A", KNOWN), ("2B", "Managers «know» it."), ("6C", "مؤشر")]
NEW = [line for line in LIST if line[1] != KNOWN]


def as_text(rows, encoding="utf-8"):
    return "".join(f"{key}\n{text}\n" for key, text in rows).encode(encoding)


def as_csv(rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("Key element", "Official indicator"), *rows])
    return text.getvalue().encode()


def as_workbook(rows, by_sheet):
    """A workbook: a table with a column of key elements, or a sheet for each, named after it."""
    book = openpyxl.Workbook()
    book.active.title = "List"
    if by_sheet:
        for key in dict.fromkeys(key for key, _ in rows):
            sheet = book.create_sheet(key)
            for line in rows:
                if line[0] == key:
                    sheet.append([line[1]])
    else:
        for row in [("Indicators", "Key element"), *[(text, key) for key, text in rows]]:
            book.active.append(row)
    return saved(book)


def as_document(rows, table):
    """A document: a table with headings below a paragraph, or headings and a list below each."""
    document = docx.Document()
    if table:
        document.add_paragraph("The list of the year")
        cells = document.add_table(rows=1, cols=2)
        for row in [("GEOAT indicator", "Key element"), *[(text, key) for key, text in rows]]:
            for cell, text in zip(cells.rows[-1].cells, row):
                cell.text = text
            cells.add_row()
        document.add_paragraph("Printed in Valmara")
    else:
        for key in dict.fromkeys(key for key, _ in rows):
            document.add_heading(key, 2)
            for line in rows:
                if line[0] == key:
                    document.add_paragraph(line[1], style="List Bullet")
    return saved(document)


def saved(document):
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


SOURCES = {
    "list.txt": as_text(LIST), "mark.txt": as_text(LIST, "utf-8-sig"), "list.csv": as_csv(LIST),
    "column.xlsx": as_workbook(LIST, False), "sheets.xlsx": as_workbook(LIST, True),
    "table.docx": as_document(LIST, True), "bullets.docx": as_document(LIST, False),
    "wide.txt": as_text(LIST, "utf-16"),
}


def wordings(path):
    return [(entry["key_element"], entry["indicator"]) for entry in json.loads(path.read_text("utf-8"))["entries"]]


def every_format():
    """Each format adds what the plan lacks to the right key elements, and says what the plan has."""
    for name, content in SOURCES.items():
        with folder() as place:
            plan, out = write(place / "plan.geoat", small_plan()), place / "out.geoat"
            (place / name).write_bytes(content)
            result = geoat("import", "--indicators", f"--into={plan}", f"--output={out}", place / name)
            assert result.returncode == 0, (name, result)
            lines = result.stderr.decode().splitlines()
            beside = [line for line in lines if ": this stands outside of the tables: " in line]
            assert len(beside) == (2 if name == "table.docx" else 0), (name, lines)
            line, = [line for line in lines if line not in beside]
            assert "not added: the plan has this indicator: " in line, (name, lines)
            done("check", out)
            before = wordings(plan)
            assert [line for line in wordings(out) if line in before] == before
            assert sorted(line for line in wordings(out) if line not in before) == sorted(NEW), (name, wordings(out))
            old, new = json.loads(plan.read_text("utf-8")), json.loads(out.read_text("utf-8"))
            assert [e for e in new["entries"] if (e["key_element"], e["indicator"]) in before] == old["entries"]


def again():
    """The same list again adds nothing, and every indicator of it is told."""
    with folder() as place:
        plan, first, second = write(place / "plan.geoat", small_plan()), place / "first.geoat", place / "second.geoat"
        source = place / "list.txt"
        source.write_bytes(as_text(LIST))
        geoat("import", "-n", f"--into={plan}", f"--output={first}", source)
        result = geoat("import", "-n", f"--into={first}", f"--output={second}", source)
        assert len(result.stderr.decode().splitlines()) == len(LIST), result
        assert first.read_bytes() == second.read_bytes()


def key_element():
    """Lines without a key element go where --key-element says, and nowhere without it; near ones are told."""
    with folder() as place:
        plan, out = write(place / "plan.geoat", small_plan()), place / "out.geoat"
        source = "Pay is equal\nA polcy is in force\n".encode()
        arguments = ["import", "--indicators", "--from=txt", f"--into={plan}", f"--output={out}", "-"]
        lines = refused(1, *arguments, stdin=source)
        assert "--key-element" in lines[0] and not out.exists()
        result = geoat(*arguments, "--key-element=1A", stdin=source)
        assert result.returncode == 0, result
        said = result.stderr.decode()
        assert "row 2, column 1: not added: the wording is almost that of “A policy is in force.”" in said, said
        assert ("1A", "Pay is equal") in wordings(out) and len(wordings(out)) == 3


def in_other_words():
    """Key elements by their codes, with words of their own; once for several rows; or in numbers of indicators."""
    wanted = [("1A", "One"), ("1A", "Two"), ("1B", "Three")]
    for content, told in (("Key element,Indicator\n1A: ours,One\n,Two\nKey element 1B,Three\n", 2),
                          ("Indicator,Code\nOne,1A.1\nTwo,1A-02\nThree,1B.3\n", 4),
                          ("Code,Indicator\nKey element 1A: ours\n1,One\n2,Two\n1B ours\n3,Three\n", 6),
                          ("Key element 1A: ours\nOne\nTwo\n1B\nThree\n", 1)):
        with folder() as place:
            out, source = place / "plan.geoat", place / "list.csv"
            source.write_text(content, "utf-8")
            result = geoat("import", "--indicators", f"--output={out}", source)
            assert result.returncode == 0, (content, result)
            assert wordings(out) == wanted, (content, wordings(out))
            assert len(result.stderr.splitlines()) == told, (content, result.stderr.decode())


def new_plan():
    """A list makes a new plan, without --into."""
    with folder() as place:
        out, source = place / "plan.geoat", place / "list.csv"
        source.write_bytes(as_csv(LIST))
        done("import", "--indicators", f"--output={out}", source)
        assert wordings(out) == LIST
        done("check", out)


def own_exports():
    """Of our own exports of the example nothing is new to it, and nothing of it changes."""
    with folder() as place:
        for to in ("csv", "docx", "xlsx"):
            source, out = place / f"example.{to}", place / f"{to}.geoat"
            done("export", f"--to={to}", f"--output={source}", EXAMPLE)
            assert geoat("import", "-n", f"--into={EXAMPLE}", f"--output={out}", source).returncode == 0
            assert json.loads(out.read_text("utf-8")) == json.loads(EXAMPLE.read_text("utf-8"))


def refusals():
    """What is no list, or no file that is read, is refused; nothing is written."""
    with folder() as place:
        out = place / "out.geoat"
        for name, content in (("empty.txt", b""), ("zero.txt", b"a\0b"), ("heads.csv", b"Indicator,Key element\n")):
            (place / name).write_bytes(content)
            refused(1, "import", "--indicators", "--key-element=1A", f"--output={out}", place / name)
        refused(2, "import", "--indicators", "--key-element=9Z", f"--output={out}", place / "empty.txt")
        refused(1, "import", f"--output={out}", place / "empty.txt")
        refused(2, "import", "--indicators", "--from=pdf", f"--output={out}", place / "list.pdf")
        refused(2, "import", "--indicators", "--replace", f"--into={EXAMPLE}", f"--output={out}", place / "empty.txt")
        assert not out.exists()


tap.run([every_format, again, key_element, in_other_words, new_plan, own_exports, refusals])

# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat export --to=xlsx, read by openpyxl: the cells, the formulas and what makes it comfortable."""

import datetime
import io
import json
import math
import re
import textwrap
import xml.etree.ElementTree as ElementTree
import zipfile

import openpyxl

import tap
from hard import HARD, carried
from program import (EXAMPLE, FRAMEWORK, done, entries_in_round, folder, key_elements, refused, scores, small_plan,
                     wording, write)

HEADINGS = [c["heading"]["en"] for c in FRAMEWORK["columns"]] + [
    "Key element", "Activity no.", "Status", "Lead", "Start", "Due"]
STATUS = {"planned": "Planned", "in-progress": "In progress", "done": "Done", "dropped": "Dropped"}


def export(path, *options):
    """The bytes of the workbook."""
    return done("export", "--to=xlsx", "--output=-", "--today=2026-03-08", *options, path)


def book(content, values=True):
    """The workbook: the values that were stored with the formulas, or the formulas themselves."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def date_of(text):
    return datetime.datetime.fromisoformat(text) if text else None


def rows_of(plan, round_id):
    """The rows of the template, from the plan alone; None is a blank cell."""
    rows = []
    for element in key_elements():
        for entry in entries_in_round(plan, round_id):
            if entry["key_element"] != element:
                continue
            rating = entry.get("ratings", {}).get(round_id)
            indicator, current_activities = wording(plan, entry, round_id)
            level = None if not rating else "N/A" if rating["level"] == "na" else rating["level"]
            first = [indicator, entry.get("alignment") or None, level,
                     current_activities or None]
            for number, action in enumerate(entry.get("actions", [{}]), 1):
                rows.append(first + [action.get(m) or None for m in ("activity", "units", "timeline",
                                                                     "targets")]
                            + [element, number, STATUS[action["status"]] if action else None,
                               action.get("lead") or None, date_of(action.get("start")),
                               date_of(action.get("due"))])
    return rows


def same_cells(content, plan, round_id):
    sheet = book(content)["Template"]
    got = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert got[0] == HEADINGS
    expected = rows_of(plan, round_id)
    assert len(got) == len(expected) + 1
    for row, wanted in zip(got[1:], expected):
        wanted = [carried(x) if isinstance(x, str) else x for x in wanted]
        assert row == wanted, [(a, b) for a, b in zip(row, wanted) if a != b]


def the_example():
    """Every cell of the example stands in the template sheet: levels as numbers, dates as dates."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    for round_ in plan["rounds"]:
        same_cells(export(EXAMPLE, f"--round={round_['id']}"), plan, round_["id"])


def hard_texts():
    """Hard texts survive, control characters included, and none of them is a formula or a link."""
    plan = small_plan()
    plan["entries"] = [{
        "id": f"e{i}", "key_element": key_elements()[i % 18], "indicator": text,
        "alignment": text, "current_activities": text,
        "actions": [{"id": f"a{i}-{j}", "activity": text, "units": text, "lead": text, "timeline": text,
                     "targets": text, "status": "planned"} for j in range(i % 3)],
    } for i, text in enumerate(HARD)]
    for entry in plan["entries"]:
        if not entry["actions"]:
            del entry["actions"]
    with folder() as place:
        content = export(write(place / "plan.geoat", plan))
    expected = rows_of(plan, "r2")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
        assert b"hyperlink" not in package.read("xl/worksheets/sheet1.xml")
    for row, wanted in zip(texts_of(content)[1:], expected):
        for column, text in enumerate(wanted):
            if isinstance(text, str):
                text = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
                assert row[column] == text, (row[column][:60], text[:60])


def texts_of(content):
    """The texts of the first sheet as Excel shows them, by row and column (ECMA-376, part 1, 22.9.2.19)."""
    names = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        strings = ElementTree.fromstring(package.read("xl/sharedStrings.xml"))
        sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    texts = [re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)),
                    "".join(t.text or "" for t in item.iter(f"{{{names['s']}}}t"))) for item in strings]
    return [{ord(cell.get("r")[0]) - 65: texts[int(cell.find("s:v", names).text)]
             for cell in row if cell.get("t") == "s"} for row in sheet.iterfind("s:sheetData/s:row", names)]


def formulas():
    """The scores are formulas over the template, stored with the values of an independent count."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    expected = scores(plan, plan["rounds"][-1]["id"])
    content = export(EXAMPLE)
    values, texts = book(content)["Scores"], book(content, values=False)["Scores"]
    rows = {row[0].value.split(" ")[0]: [c.value for c in row[1:11]] for row in values.iter_rows(min_row=2)
            if row[0].value}
    for scope in expected["key_elements"] + expected["principles"] + [dict(expected["plan"], id="Whole")]:
        row = rows[scope["id"]]
        if scope["score"] is None:
            assert row[0] == "–"
        else:  # libxlsxwriter stores 16 digits; a program that calculates gets the last one too
            assert math.isclose(row[0], scope["score"], rel_tol=1e-15), (scope, row)
        assert row[1:] == scope["levels"] + [scope["not_applicable"], scope["not_assessed"],
                                             scope["total"]], (scope, row)
    for row in texts.iter_rows(min_row=2, max_row=26, min_col=2, max_col=11):
        assert all(str(cell.value).startswith("=") for cell in row)


def ranges_of(formula):
    return re.findall(r"'?Template'?!\$([A-Z])\$(\d+):\$([A-Z])\$(\d+)", formula)


def calculated():
    """Evaluated over the cells of the template, the formulas give the scores: also after a change."""
    content = export(EXAMPLE)
    texts = book(content, values=False)
    template, sheet = texts["Template"], texts["Scores"]
    for change in (None, ("C2", 5), ("C3", "N/A"), ("C4", None)):
        if change:
            template[change[0]].value = change[1]
        for row in sheet.iter_rows(min_row=2, max_row=26):
            if not re.match(r"\d[A-Z] ", row[0].value):
                continue
            counts = [count(cell.value, template) for cell in row[2:9]]
            total = count(row[10].value, template)
            element = row[0].value[:2]
            levels = [r[2].value for r in template.iter_rows(min_row=2) if r[8].value == element
                      and r[9].value == 1]
            assert counts == [levels.count(i) for i in range(6)] + [levels.count("N/A")], (element, counts)
            assert total == len(levels)
            assert row[9].value == f"=K{row[0].row}-SUM(C{row[0].row}:I{row[0].row})"
            cells = f"C{row[0].row}:H{row[0].row}"
            assert row[1].value == (f'=IF(SUM({cells})=0,"–",SUMPRODUCT({cells},{{0,1,2,3,4,5}})'
                                    f"/SUM({cells}))"), row[1].value


def count(formula, template):
    """COUNTIFS, by its definition, over the sheet as it is."""
    inside = re.fullmatch(r"=COUNTIFS\((.*)\)", formula)[1].split(",")
    kept = None
    for where, wanted in zip(inside[::2], inside[1::2]):
        (column, first, _, last), = ranges_of(where)
        assert int(first) == 2 and int(last) > template.max_row
        wanted = wanted.strip('"') if wanted.startswith('"') else int(wanted)
        rows = {n for n in range(2, template.max_row + 1) if template[f"{column}{n}"].value == wanted}
        kept = rows if kept is None else kept & rows
    return len(kept)


def comfort():
    """Filters, frozen headings, wrapped text, drop-down lists, and charts that are the workbook's own."""
    content = export(EXAMPLE)
    workbook = book(content, values=False)
    assert workbook.sheetnames[:3] == ["Template", "Scores", "Activities"], workbook.sheetnames
    template = workbook["Template"]
    assert template.auto_filter.ref == f"A1:N{template.max_row}"
    assert template.freeze_panes == "B2" and template.print_title_rows == "$1:$1"
    assert template["A2"].alignment.wrap_text and template["A1"].font.bold
    lists = {str(v.sqref): v.formula1 for v in template.data_validations.dataValidation}
    last = template.max_row + 500
    assert lists[f"C2:C{last}"] == '"0,1,2,3,4,5,N/A"'
    assert lists[f"K2:K{last}"] == '"Planned,In progress,Done,Dropped"'
    assert lists[f"I2:I{last}"] == '"' + ",".join(key_elements()) + '"'
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        charts = [n for n in package.namelist() if n.startswith("xl/charts/chart")]
        assert len(charts) == 2
        assert b"radarChart" in package.read(charts[0]) and b"'Scores'!" not in package.read("[Content_Types].xml")
        for chart in charts:
            assert re.search(rb"<c:f>Scores!\$N\$2:\$N\$7</c:f>", package.read(chart)), package.read(chart)
        assert b'state="hidden"' not in package.read("xl/workbook.xml")


def without_charts():
    """Charts can be left out."""
    with zipfile.ZipFile(io.BytesIO(export(EXAMPLE, "--no-charts"))) as package:
        assert not any("chart" in name for name in package.namelist())


def activities():
    """The Activities sheet has every activity with its lead, dates, status and progress."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    rows = list(book(export(EXAMPLE))["Activities"].iter_rows(min_row=2, values_only=True))
    expected = [(e["key_element"], e["indicator"], a.get("activity"), a.get("lead"), date_of(a.get("start")),
                 date_of(a.get("due")), STATUS[a["status"]], date_of(a.get("completed")), a.get("progress"))
                for k in key_elements() for e in entries_in_round(plan, plan["rounds"][-1]["id"])
                if e["key_element"] == k for a in e.get("actions", [])]
    assert rows == expected


def properties():
    """The properties say whose plan it is."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    about = book(export(EXAMPLE)).properties
    assert about.title == plan["title"] and about.creator == plan["administration"]["name"]
    assert about.created.date().isoformat() == "2026-03-08"


def too_long():
    """A text that no cell can hold makes the export fail, with its beginning, and leaves no file."""
    plan = small_plan()
    plan["entries"][0]["indicator"] = "Too long: " + "x" * 32760
    with folder() as place:
        path = write(place / "plan.geoat", plan)
        output = place / "plan.xlsx"
        output.write_text("mine")
        lines = refused(1, "export", "--to=xlsx", f"--output={output}", path)
        assert len(lines) == 1 and "Too long: xxx" in lines[0], lines
        assert output.read_text() == "mine" and len(list(place.iterdir())) == 2
        for text, fits in (("x" * 32767, True), ("😀" * 16383, True), ("😀" * 16384, False)):
            plan["entries"][0]["indicator"] = text
            write(path, plan)
            assert export(path) if fits else refused(1, "export", "--to=xlsx", f"--output={output}", path)


def early_dates():
    """A day that workbooks do not know is a text."""
    plan = small_plan()
    plan["entries"][0]["actions"][0].update(start="1899-12-31", due="1900-03-01")
    with folder() as place:
        sheet = book(export(write(place / "plan.geoat", plan)))["Template"]
    assert sheet["M2"].value == "1899-12-31"
    assert sheet["N2"].value == datetime.datetime(1900, 3, 1)


def lines_of(text, width):
    """How many lines a text takes at a width in characters."""
    return sum(max(1, len(textwrap.wrap(line, width))) for line in str(text).split("\n"))


def row_heights():
    """A row is as high as its texts, and not much higher; one to be filled in has no height, and grows."""
    for content, blank in ((export(EXAMPLE), False), (export(EXAMPLE, "--for=template"), True)):
        workbook = book(content)
        tall = 0
        for sheet in workbook:
            widths = {letter: dimension.width - .7109375 for letter, dimension in sheet.column_dimensions.items()}
            for row in sheet.iter_rows():
                height = sheet.row_dimensions[row[0].row].height
                if blank and sheet.title == "Template" and row[0].row > 1:
                    assert height is None, row[0]
                    continue
                cells = [c for c in row if isinstance(c.value, str) and c.column_letter in widths
                         and c.alignment.wrap_text]
                lines = max((lines_of(c.value, round(widths[c.column_letter])) for c in cells), default=1)
                assert min(lines * 15, 409) <= (height or 15) <= lines * 15 + 30, (sheet.title, row[0].row, lines, height)
                tall += lines > 2
        assert blank or tall > 50


tap.run([the_example, hard_texts, formulas, calculated, comfort, without_charts, activities, properties, too_long, early_dates,
         row_heights])

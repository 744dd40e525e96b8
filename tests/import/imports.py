# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat import: filled templates come back, and no cell is lost without a word."""

import csv
import datetime
import io
import json
import re

import docx
import openpyxl

import tap
from hard import HARD, carried
from program import EXAMPLE, FRAMEWORK, done, entries_in_round, folder, geoat, key_elements, refused, small_plan, write
from sources import HEADINGS, imported, rows_to_csv

LEVELS = {
    0: ["0", "Non-existent", "0 Non-existent", "0 – Non-existent", "Inexistant", "Inexistente", "غير موجود", "٠"],
    1: ["1", " 1 ", "1.0", "Ad hoc arrangements", "ad hoc", "Mesures ponctuelles", "Medidas puntuales"],
    2: ["2", "Level 2", "Niveau 2", "Nível 2 – Implementação inicial", "level: 2", "المستوى 2", "2,0",
        "Beginning implementation (2)", "2. Beginning implementation", "Début de mise en œuvre",
        "Implementação inicial", "بداية التنفيذ"],
    3: ["3", "3: moderate implementation", "MODERATE IMPLEMENTATION", "Mise en œuvre modérée"],
    4: ["4", "Advanced implementation (4)", "Implementación avanzada", "تنفيذ متقدم"],
    5: ["5", "Full implementation", "5 - Mise en œuvre complète", "Implementação plena", "٥"],
    "na": ["N/A", "n/a", "NA", "N/A Not applicable", "Not applicable", "Non applicable", "Sans objet", "S.O.", "لا ينطبق"],
    None: ["", "-", "–", " "],
}


def what_was_written(plan, round_id):
    """What a filled template says of a plan: without ids, and what the format has no place for."""
    entries = []
    for element in key_elements():
        for entry in entries_in_round(plan, round_id):
            if entry["key_element"] == element:
                rating = entry.get("ratings", {}).get(round_id)
                entries.append((
                    element, entry["indicator"], entry.get("alignment"), rating and rating["level"],
                    entry.get("current_activities"),
                    [{k: v for k, v in a.items() if k not in ("id", "completed", "progress")}
                     for a in entry.get("actions", [])]))
    return entries


def back_again(path, to, expected=lambda plan: plan):
    """A plan that was exported and imported again says the same, and no cell was doubtful."""
    plan = expected(json.loads(path.read_text("utf-8")))
    content = done("export", f"--to={to}", "--output=-", path)
    copy, lines = imported(content, name=f"source.{to}")
    # the last sheet says what the workbook is about: that has no place in the template
    assert not [line for line in lines if to != "xlsx" or not line.startswith("“Plan”, ")], lines
    if to != "csv":
        assert all_else(copy) == all_else(plan)
    got, wanted = (what_was_written(p, p["rounds"][-1]["id"]) for p in (copy, plan))
    assert len(got) == len(wanted)
    for a, b in zip(got, wanted):
        assert a == b, (a, b)


def all_else(plan):
    """What the documents hold beside the template."""
    round_id = plan["rounds"][-1]["id"]
    return ([{k: v for k, v in m.items() if k != "id"} for m in plan.get("working_group", [])],
            [(e.get("notes"), e.get("ratings", {}).get(round_id, {}).get("reason"),
              [(a.get("completed"), a.get("progress")) for a in e.get("actions", [])])
             for k in key_elements() for e in entries_in_round(plan, round_id) if e["key_element"] == k])


def the_example():
    """The example comes back as it was, from Word and Excel with working group, reasons, notes, progress."""
    for to in ("csv", "docx", "xlsx"):
        back_again(EXAMPLE, to)


def hard_plan(texts):
    plan = small_plan()
    plan["entries"] = []
    for i, text in enumerate(texts):
        other = texts[(i * 7 + 3) % len(texts)]
        plan["entries"].append({
            "id": f"e{i}", "key_element": key_elements()[i % 18], "indicator": text, "alignment": other,
            "current_activities": text, "ratings": {"r2": {"level": [0, 1, 2, 3, 4, 5, "na"][i % 7]}},
            "actions": [{"id": f"a{i}-{j}", "activity": text, "units": other, "lead": text, "timeline": other,
                         "start": "2026-01-31", "targets": text,
                         "status": ["planned", "in-progress", "done", "dropped"][j]} for j in range(i % 4)]})
        if not plan["entries"][-1]["actions"]:
            del plan["entries"][-1]["actions"]
    return plan


def hard_texts():
    """Hard texts come back letter for letter."""
    with folder() as place:
        path = write(place / "plan.geoat", hard_plan(HARD))
        back_again(path, "csv")
        back_again(path, "docx", lambda plan: json.loads(json.dumps(plan), object_hook=as_xml))
        back_again(path, "xlsx", lambda plan: json.loads(
            json.dumps(plan, ensure_ascii=False).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")))


def alike():
    """Indicators that say the same, in the same key element and with activities, stay apart."""
    plan = small_plan()
    plan["entries"] = [
        {"id": f"e{i}", "key_element": "1A", "indicator": "Twin", "alignment": "Law", "ratings": {"r2": {"level": 3}},
         "actions": [{"id": f"a{i}-{j}", "activity": f"Do {i}, {j}", "status": "planned"} for j in range(2)]}
        for i in range(4)]
    for i in (1, 3):
        del plan["entries"][i]["actions"]
    plan["entries"] += [{**plan["entries"][0], "id": "e4", "actions": [
        {"id": "a4", "activity": "Do 0, 1", "status": "planned"}]}]
    with folder() as place:
        path = write(place / "plan.geoat", plan)
        for to in ("csv", "docx", "xlsx"):
            back_again(path, to)


def as_xml(members):
    """A part of a plan with its texts as XML can carry them."""
    return {name: carried(value) if isinstance(value, str) else value for name, value in members.items()}


TABLE = [HEADINGS["en"] + ["Key element"],
         ["Женщины, «ÀÉ» — 10 €", "Law; art. 1", "3", "one\ntwo", "=not a formula", "HR", "Q1", "5 %", "1A"],
         ["Second", "", "N/A", "", "", "", "", "", "6C"]]


def encodings_and_separators():
    """Commas, semicolons and tabs; UTF-8 with and without a mark, UTF-16, Windows-1252."""
    latin = [[cell.replace("Женщины", "Zoë") for cell in row] for row in TABLE]
    for delimiter in ",;\t":
        for encoding, rows in (("utf-8", TABLE), ("utf-8-sig", TABLE), ("utf-16", TABLE), ("cp1252", latin)):
            plan, lines = imported(rows_to_csv(rows, delimiter).encode(encoding))
            first, second = plan["entries"]
            assert first["indicator"] == rows[1][0], (delimiter, encoding, first)
            assert first["current_activities"] == "one\ntwo"
            assert first["actions"][0]["activity"] == "=not a formula"
            assert second["key_element"] == "6C" and list(second["ratings"].values())[0]["level"] == "na"
            assert len(lines) == (encoding == "cp1252"), lines
    for delimiter in ",;\t":
        for above in ("Our plan\n", "\n\n", f'"Our plan, or; so"\n', f"sep={delimiter}\n"):
            plan, lines = imported((above + rows_to_csv(TABLE, delimiter)).encode())
            assert [e["indicator"] for e in plan["entries"]] == [TABLE[1][0], TABLE[2][0]], (delimiter, above, plan)
            assert len(lines) == (1 if "Our plan" in above else 0), (above, lines)
    big_endian = b"\xfe\xff" + rows_to_csv(TABLE).encode("utf-16-be")
    assert imported(big_endian)[0]["entries"][0]["indicator"] == TABLE[1][0]


def headings_in_five_languages():
    """Headings in any of the five languages, in any order, with some missing, in any case."""
    for language, headings in HEADINGS.items():
        order = [7, 2, 0, 4, 1, 3]
        rows = [[headings[i].upper() if language != "ar" else f" {headings[i]} " for i in order],
                ["target", "4", "indicator", "activity", "law", "now"]]
        plan, lines = imported(rows_to_csv(rows).encode(), "--key-element=2B")
        entry, = plan["entries"]
        assert (entry["key_element"], entry["indicator"], entry["alignment"], entry["current_activities"]) == (
            "2B", "indicator", "law", "now"), (language, entry)
        assert entry["actions"][0]["activity"] == "activity" and entry["actions"][0]["targets"] == "target"
        assert list(entry["ratings"].values())[0]["level"] == 4 and lines == []


def levels():
    """Levels as number, name or both, in any of the languages; nothing and a dash are not assessed."""
    for level, texts in LEVELS.items():
        rows = [HEADINGS["en"]] + [[f"i{n}", "", text] for n, text in enumerate(texts)]
        plan, lines = imported(rows_to_csv(rows).encode(), "--key-element=1A")
        assert lines == [], lines
        for entry, text in zip(plan["entries"], texts):
            got = [r["level"] for r in entry.get("ratings", {}).values()]
            assert got == ([] if level is None else [level]), (text, got)


def what_is_no_level():
    """What is no level is said, and kept in the notes; a level with another name is doubtful."""
    for text in ("6", "2.5", "2,5", "33", "good", "3/4", "10", "-1", "1-2", "Level", "Level 6", "Level 23",
                 "Advanced implementation (3)"):
        plan, lines = imported(rows_to_csv([HEADINGS["en"], ["i", "", text]]).encode(), "--key-element=1A")
        entry, = plan["entries"]
        if "ratings" in entry:
            assert re.match(r"row 2, column 3: to check: ", lines[0]), (text, lines)
        else:
            assert re.match(r"row 2, column 3: not used: ", lines[0]), (text, lines)
        assert len(lines) == 1 and entry["notes"] == f"GEOAT evaluation scale: {text}", entry
    plan, lines = imported(rows_to_csv([HEADINGS["en"], ["i", "", "3 Full implementation"]]).encode(),
                           "--key-element=1A")
    assert list(plan["entries"][0]["ratings"].values())[0]["level"] == 3
    assert lines[0].startswith("row 2, column 3: to check: ")


def key_elements_in_rows():
    """A key element can stand in a row of its own, by id, by name, or both; headings can be repeated."""
    names = {k["id"]: k["name"]["en"] for p in FRAMEWORK["principles"] for k in p["key_elements"]}
    rows = []
    for number, element in enumerate(key_elements()):
        title = [element, names[element], f"{element}. {names[element].upper()}"][number % 3]
        rows += [[title] + [""] * 7, HEADINGS["en"], [f"indicator of {element}", "", "3", "", "", "", "", ""]]
    plan, lines = imported(rows_to_csv(rows).encode())
    assert [(e["key_element"], e["indicator"]) for e in plan["entries"]] == [
        (element, f"indicator of {element}") for element in key_elements()] and lines == []


def key_elements_in_other_words():
    """A key element that is said by its code, in other words than ours, counts; so it does for blank cells below."""
    first = ["Key element", *HEADINGS["en"][:3], "Suggested forward activities"]
    plan, lines = imported(rows_to_csv([
        first, ["Key element 1B – recruiting", "a", "", "3"], ["", "b", "", "4"], ["", "", "", "", "act"],
        ["2A: us", "c", "", "1"], ["Nothing", "d", "", "1"]]).encode(), "--key-element=6C")
    assert [(e["key_element"], e["indicator"]) for e in plan["entries"]] == [
        ("1B", "a"), ("1B", "b"), ("2A", "c"), ("6C", "d")], plan["entries"]
    assert [a["activity"] for a in plan["entries"][1]["actions"]] == ["act"]
    assert [line.split(":")[0] for line in lines] == [
        "row 2, column 1", "row 3, column 2", "row 5, column 1", "row 6, column 1"], lines
    assert "its key element is not said" in lines[1] and "there is no key element" in lines[3], lines
    assert plan["entries"][-1]["notes"] == "Key element: Nothing"

    plan, lines = imported(rows_to_csv([
        HEADINGS["en"], ["Élément clé 1B : recruter"], ["a", "", "3"], ["1B.2 b"], ["1B c"],
        ["6C (later)"], ["d", "", "3"]]).encode())
    assert [(e["key_element"], e["indicator"]) for e in plan["entries"]] == [
        ("1B", "a"), ("1B", "1B.2 b"), ("1B", "1B c"), ("6C", "d")], plan["entries"]
    assert [line.split(":")[:2] for line in lines] == [
        ["row 2, column 1", " to check"], ["row 6, column 1", " to check"]], lines

    document = docx.Document()
    for heading, indicator in (("1A: our policies", "a"), ("Key element 3B (ports)", "b")):
        document.add_paragraph(heading)
        table = document.add_table(rows=2, cols=3)
        for row, texts in zip(table.rows, (HEADINGS["en"], [indicator, "law", "2"])):
            for cell, text in zip(row.cells, texts):
                cell.text = text
    content = io.BytesIO()
    document.save(content)
    plan, lines = imported(content.getvalue(), name="headings.docx")
    assert [(e["key_element"], e["indicator"]) for e in plan["entries"]] == [("1A", "a"), ("3B", "b")]
    assert ["our policies" in lines[0], "(ports)" in lines[1], len(lines)] == [True, True, 2], lines


def headings_of_others():
    """Headings with numbers or remarks in brackets, in two rows, or above a row of numbers; a year stays a remark."""
    numbered = [f"{i}. {heading}" for i, heading in enumerate(HEADINGS["en"], 1)]
    remarks = ["GEOAT indicator (see annex)", "Strategic alignment", "GEOAT evaluation scale (0–5)"]
    for rows in ([numbered], [[f"{h} ({i})" for i, h in enumerate(HEADINGS["en"], 1)]], [remarks],
                 [[*HEADINGS["en"][:2], "Where we are", "", "Where we go"], ["", "", *HEADINGS["en"][2:]]],
                 [HEADINGS["en"], [str(i) for i in range(1, 9)]], [numbered, [f"({i})" for i in range(1, 9)]]):
        plan, lines = imported(rows_to_csv([*rows, ["ind", "law", "2"]]).encode(), "--key-element=1A")
        entry, = plan["entries"]
        assert (entry["indicator"], entry["alignment"]) == ("ind", "law"), (rows, plan)
        told = ["see annex"] if rows == [remarks] else ["Where we are", "Where we go"] if rows[0][2] == "Where we are" else []
        assert len(lines) == len(told), (rows, lines)
        assert [r["level"] for r in entry["ratings"].values()] == [2], (rows, entry)
    plan, lines = imported(rows_to_csv([[*HEADINGS["en"][:2], "Timeline", "Level (2024)", "Level (2025)"],
                                        ["ind", "law", "", "2", "3"]]).encode(), "--key-element=1A")
    assert "ratings" not in plan["entries"][0] and len(lines) == 4, (plan, lines)


def several_activities():
    """Rows that repeat columns 1 to 4, or leave them blank, are activities of one indicator."""
    plan, lines = imported(rows_to_csv([
        HEADINGS["en"],
        ["same", "law", "2", "now", "first"], ["same", "law", "2", "now", "second"],
        ["", "", "", "", "third"], ["other", "law", "2", "now", "fourth"]]).encode(), "--key-element=1A")
    assert [[a["activity"] for a in e["actions"]] for e in plan["entries"]] == [
        ["first", "second", "third"], ["fourth"]] and lines == []


def a_row_put_in():
    """Someone puts a row into our template for another activity, and writes that alone: it is the indicator's."""
    template = list(csv.reader(io.StringIO(done("export", "--to=csv", "--for=template", EXAMPLE).decode("utf-8-sig"))))
    template[1][4] = "first"
    template.insert(2, ["", "", "", "", "second"] + [""] * (len(template[0]) - 5))
    plan, lines = imported(rows_to_csv(template).encode())
    assert [a["activity"] for a in plan["entries"][0]["actions"]] == ["first", "second"] and lines == [], lines
    assert len(plan["entries"]) == len(template) - 2

    book = openpyxl.load_workbook(io.BytesIO(done("export", "--to=xlsx", "--for=template", "--output=-", EXAMPLE)))
    sheet = book.worksheets[0]
    sheet["E2"] = "first"
    sheet.insert_rows(3)
    sheet["E3"] = "second"
    content = io.BytesIO()
    book.save(content)
    plan, lines = imported(content.getvalue(), name="filled.xlsx")
    assert [a["activity"] for a in plan["entries"][0]["actions"]] == ["first", "second"], plan["entries"][0]
    assert all(line.startswith("“Plan”, ") for line in lines), lines


def nothing_is_dropped():
    """Each cell of a bad table is in the plan, or is told with its place."""
    rows = [["Our plan", "", "draft"],
            HEADINGS["en"][:5] + ["Remarks", "Start", "Status", "Indicator"],
            ["lost", "", "1", "", "x1"],
            ["4A", "", "", "", ""],
            ["kept", "law", "great", "now", "activity", "a remark", "tomorrow", "maybe", "twice", "beyond"],
            ["", "stray law", "", "", "more", "another remark"]]
    plan, lines = imported(rows_to_csv(rows).encode())
    text = json.dumps(plan, ensure_ascii=False)
    told = {tuple(map(int, re.match(r"row (\d+), column (\d+): ", line).groups())) for line in lines}
    for r, row in enumerate(rows, 1):
        for c, cell in enumerate(row, 1):
            if cell and r not in (2, 4):
                assert cell in text or (r, c) in told, (r, c, cell, lines)
    assert {(1, 1), (1, 3), (3, 1), (3, 3), (3, 5)} <= told
    entry, = plan["entries"]
    for remark in ("great", "a remark", "tomorrow", "maybe", "twice", "beyond", "stray law", "another remark"):
        assert remark in entry["notes"], (remark, entry["notes"])
    assert [a["activity"] for a in entry["actions"]] == ["activity", "more"]


def dates_and_statuses():
    """Dates and statuses are read, in any language of the catalogue and as in the file."""
    rows = [HEADINGS["en"][:5] + ["Status", "Lead", "Start", "Due"],
            ["a", "", "", "", "x", "In progress", "HR", "2026-02-01", "2026-02-28"],
            ["b", "", "", "", "x", "in-progress", "", "", ""], ["c", "", "", "", "x", "DONE", "", "", ""],
            ["d", "", "", "", "x", "", "", "2026-02-30", "1/2/2026"]]
    plan, lines = imported(rows_to_csv(rows).encode(), "--key-element=1A")
    actions = [e["actions"][0] for e in plan["entries"]]
    assert [a["status"] for a in actions] == ["in-progress", "in-progress", "done", "planned"]
    assert (actions[0]["lead"], actions[0]["start"], actions[0]["due"]) == ("HR", "2026-02-01", "2026-02-28")
    assert len(lines) == 2 and "1/2/2026" in plan["entries"][3]["notes"] and "2026-02-30" in plan["entries"][3]["notes"]


def word_of_others():
    """A Word file as others make it: headings between, merged cells, title rows, a table within a cell."""
    document = docx.Document()
    document.add_heading("Plan d'action", 0)
    document.add_paragraph("Lorem ipsum")
    document.add_heading("4B " + [k["name"]["en"] for p in FRAMEWORK["principles"] for k in p["key_elements"]
                                  if k["id"] == "4B"][0], 2)
    document.add_paragraph("Texte entre le titre et le tableau")
    table = document.add_table(rows=1, cols=8)
    for cell, heading in zip(table.rows[0].cells, HEADINGS["fr"]):
        cell.text = heading
    for texts in (["ind", "loi", "2 Début de mise en œuvre", "fait", "un", "RH", "T1", "10 %"],
                  ["", "", "", "", "deux", "", "", ""], ["seul", "", "S.O.", "", "", "", "", ""]):
        for cell, text in zip(table.add_row().cells, texts):
            cell.text = text
    for column in range(4):
        table.cell(1, column).merge(table.cell(2, column))
    title = table.add_row().cells
    title[0].merge(title[7]).text = "5A"
    row = table.add_row().cells
    row[0].text = "of 5A"
    row[3].add_paragraph("second")
    row[3].add_table(rows=1, cols=1).cell(0, 0).text = "inner"
    second = document.add_table(rows=2, cols=3)
    for cell, text in zip(second.rows[0].cells, [HEADINGS["es"][2], HEADINGS["es"][0], HEADINGS["es"][4]]):
        cell.text = text
    for cell, text in zip(second.rows[1].cells, ["Implementación plena", "última", "más"]):
        cell.text = text
    content = io.BytesIO()
    document.save(content)
    plan, lines = imported(content.getvalue(), name="others.docx")
    assert lines == [f"not used: this stands outside of the tables: “{text}”"
                     for text in ("Plan d'action", "Lorem ipsum", "Texte entre le titre et le tableau")], lines
    got = [(e["key_element"], e["indicator"].strip(), [r["level"] for r in e.get("ratings", {}).values()],
            [a.get("activity") for a in e.get("actions", [])]) for e in plan["entries"]]
    assert got == [("4B", "ind", [2], ["un", "deux"]), ("4B", "seul", ["na"], []), ("5A", "of 5A", [], []),
                   ("5A", "última", [5], ["más"])], got
    assert plan["entries"][2]["current_activities"].split() == ["second", "inner"]


def excel_of_others():
    """A workbook as others make it: merged cells, dates, numbers, formulas, rich text, sheets by key element."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "3A"
    sheet["B2"] = "Our table"
    for column, heading in enumerate(HEADINGS["en"] + ["Status", "Start", "Due", "Lead"], 2):
        sheet.cell(4, column, heading)
    rows = [["first", "law", 3, "now", "one", "HR", "soon", 7, "Done", datetime.date(2026, 2, 1),
             datetime.datetime(2026, 2, 28, 12)], [None, None, None, None, "two", None, 2027],
            ["second", None, "N/A"], ["third", None, "=1+1"]]
    for row, cells in enumerate(rows, 5):
        for column, cell in enumerate(cells, 2):
            sheet.cell(row, column, cell)
    for column in "BCDE":
        sheet.merge_cells(f"{column}5:{column}6")
    other = book.create_sheet("Communication")
    for column, heading in enumerate([HEADINGS["pt"][0], HEADINGS["pt"][2], HEADINGS["pt"][3]], 1):
        other.cell(1, column, heading)
    other["A900"], other["B900"] = "far below", 0
    content = io.BytesIO()
    book.save(content)
    plan, lines = imported(content.getvalue(), name="others.xlsx")
    assert len(lines) == 2 and lines[0].startswith("“3A”, row 2, column 2: not used: "), lines
    assert lines[1].startswith("“3A”, row 8, column 4: not used: this is no level"), lines
    got = [(e["key_element"], e["indicator"], [r["level"] for r in e.get("ratings", {}).values()])
           for e in plan["entries"]]
    assert got == [("1D", "far below", [0]), ("3A", "first", [3]), ("3A", "second", ["na"]),
                   ("3A", "third", [])] or got == [("3A", "first", [3]), ("3A", "second", ["na"]),
                                                   ("3A", "third", []), ("1D", "far below", [0])], got
    one, two = [e for e in plan["entries"] if e["indicator"] == "first"][0]["actions"]
    assert (one["activity"], one["targets"], one["status"], one["start"], one["due"]) == (
        "one", "7", "done", "2026-02-01", "2026-02-28"), one
    assert (two["activity"], two["timeline"]) == ("two", "2027"), two


def the_new_plan():
    """The plan has one open round, the names that were given, and ids of its own."""
    content = rows_to_csv(TABLE).encode()
    one, _ = imported(content, "--administration=Customs of Valmara", "--title=Draft")
    other, _ = imported(content)
    assert one["administration"]["name"] == "Customs of Valmara" and one["title"] == "Draft"
    assert len(one["rounds"]) == 1 and one["rounds"][0]["opened"] == "2026-03-08"
    assert one["id"] != other["id"] and one["entries"][0]["id"] != other["entries"][0]["id"]


def brought_in(plan, rows, *options):
    """What becomes of a plan that rows are brought into, and the lines that were said about it."""
    with folder() as place:
        path = write(place / "old.geoat", plan)
        before = path.read_bytes()
        source = place / "source.csv"
        source.write_text(rows_to_csv(rows), "utf-8")
        output = place / "new.geoat"
        result = geoat("import", f"--into={path}", f"--output={output}", *options, source)
        assert result.returncode == 0 and result.stdout == b"", result
        assert path.read_bytes() == before
        done("check", output)
        lines = [line.removeprefix(f"{source}: ") for line in result.stderr.decode().splitlines()]
        return json.loads(output.read_text("utf-8")), lines


def into_a_plan():
    """Into a plan: the new is added, the empty filled, what differs stays and is told; --replace takes it."""
    plan = small_plan()
    plan["entries"] = [{"id": "e1", "key_element": "1A", "indicator": "A written policy exists",
                        "alignment": "Labour law", "ratings": {"r2": {"level": 2}},
                        "actions": [{"id": "a1", "activity": "Write it", "status": "planned"}]}]
    rows = [HEADINGS["en"] + ["Key element", "Port"],
            [" a written policy  exists", "Another law", "3", "It is known", "Write it", "HR", "", "", "1A", "so"],
            ["Staff know it", "", "5", "", "", "", "", "", "1A"], ["Nowhere", "", "", "", "", "", "", "", ""]]
    new, lines = brought_in(plan, rows)
    known, added = new["entries"]
    assert {k: v for k, v in new.items() if k != "entries"} == {k: v for k, v in plan.items() if k != "entries"}
    assert known == {**plan["entries"][0], "current_activities": "It is known", "notes": "Port: so",
                     "actions": [{**plan["entries"][0]["actions"][0], "units": "HR"}]}, known
    assert added["indicator"] == "Staff know it" and added["ratings"]["r2"]["level"] == 5
    assert [line.split(":")[0] for line in lines] == [
        "row 1, column 10", "row 2, column 1", "row 2, column 2", "row 2, column 3", "row 2, column 10", "row 4, column 1"], lines
    assert ["to check", "to check", "to check", "to check", "to check", "not used"] == [
        line.split(": ")[1] for line in lines], lines
    known = brought_in(plan, rows, "--replace")[0]["entries"][0]
    assert (known["indicator"], known["alignment"], known["ratings"]["r2"]["level"], known["id"]) == (
        rows[1][0], "Another law", 3, "e1"), known


def the_same_again():
    """A plan that is exported and brought into itself is the same, byte for byte, and nothing is doubtful."""
    for to in ("csv", "docx", "xlsx"):
        with folder() as place:
            source, output = place / f"source.{to}", place / "new.geoat"
            done("export", f"--to={to}", f"--output={source}", "--no-charts", EXAMPLE)
            result = geoat("import", f"--into={EXAMPLE}", "--replace", f"--output={output}", source)
            assert result.returncode == 0, result
            assert output.read_bytes() == EXAMPLE.read_bytes(), to
            lines = [line for line in result.stderr.decode().splitlines() if "“Plan”, " not in line]
            assert not lines, (to, lines)


def twins():
    """Two indicators that are the same in the first four columns stay two, in a document that merges cells."""
    plan = small_plan()
    twin = {"key_element": "1A", "indicator": "same", "actions": [{"id": "", "activity": "x", "status": "planned"}] * 2}
    plan["entries"] = [{**twin, "id": f"e{i}", "actions": [{**a, "id": f"a{i}{j}", "activity": f"x{i}{j}"}
                                                         for j, a in enumerate(twin["actions"])]} for i in range(2)]
    plan["entries"] += [{"id": "e2", "key_element": "1A", "indicator": "same"},
                        {"id": "e3", "key_element": "1A", "indicator": "same"}]
    with folder() as place:
        path = write(place / "plan.geoat", plan)
        for to in ("docx", "xlsx"):
            copy, _ = imported(done("export", f"--to={to}", "--output=-", path), name=f"source.{to}")
            assert [[a["activity"] for a in e.get("actions", [])] for e in copy["entries"]] == [
                ["x00", "x01"], ["x10", "x11"], [], []], (to, copy["entries"])


def refusals():
    """What is no template is refused with status 1, wrong usage with 2; no file is made or replaced."""
    with folder() as place:
        output = place / "plan.geoat"
        for name, content in (("a.csv", b""), ("a.csv", b"a,b,c\n1,2,3\n"), ("a.csv", b"\xff\xfea"),
                              ("a.csv", rows_to_csv([HEADINGS["en"]]).encode()),
                              ("a.csv", rows_to_csv([HEADINGS["en"], ["no key element"]]).encode()),
                              ("a.csv", b'a,b"c",d\n"x"y,z'),
                              ("a.csv", b"\0\0\0"), ("a.csv", bytes(range(256)) * 50),
                              ("a.csv", EXAMPLE.read_bytes())):
            source = place / name
            source.write_bytes(content)
            lines = refused(1, "import", f"--output={output}", source)
            assert len(lines) == 1 and lines[0].startswith(f"{source}: "), lines
            assert not output.exists()
        refused(1, "import", f"--output={output}", place / "none.csv")
        source.write_text(rows_to_csv(TABLE), "utf-8")
        for arguments in ([source], [f"--output={output}"], [f"--output={output}", source, source],
                          [f"--output={output}", "--from=pdf", source],
                          [f"--output={output}", "--encoding=klingon", source],
                          [f"--output={output}", "--key-element=7A", source],
                          [f"--output={output}", "--replace", source],
                          [f"--output={output}", f"--into={EXAMPLE}", "--title=x", source]):
            refused(2, "import", *arguments)
        assert not output.exists()
        done("import", "--from=csv", f"--output={output}", "-", stdin=source.read_bytes())
        printed = done("import", "--from=csv", "--output=-", "-", stdin=source.read_bytes(), cwd=place)
        assert len(json.loads(printed)["entries"]) == 2 and not (place / "-").exists()
        before = output.read_bytes()
        plan = small_plan()
        plan["rounds"][-1]["closed"] = "2026-01-01"
        closed = write(place / "closed.geoat", plan)
        for bad in (closed, place / "none.geoat", source):
            lines = refused(1, "import", f"--into={bad}", f"--output={place / 'new.geoat'}", source)
            assert len(lines) == 1 and lines[0].startswith(f"{bad}: "), lines
            assert not (place / "new.geoat").exists()
        assert len(refused(1, "import", f"--output={output}", source)) == 1
        assert output.read_bytes() == before


tap.run([the_example, hard_texts, alike, encodings_and_separators, headings_in_five_languages, levels, what_is_no_level,
         key_elements_in_rows, key_elements_in_other_words, headings_of_others, several_activities, a_row_put_in,
         nothing_is_dropped, dates_and_statuses, word_of_others, excel_of_others,
         the_new_plan, into_a_plan, the_same_again, twins, refusals])

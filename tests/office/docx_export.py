# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat export --to=docx, read by python-docx and compared cell by cell with the plan."""

import io
import json
import re
import struct
import xml.etree.ElementTree as ElementTree
import zipfile

import docx
import docx.table
from docx.enum.section import WD_ORIENT

import tap
from hard import HARD, carried
from program import (EXAMPLE, FRAMEWORK, done, entries_in_round, folder, key_elements, score, scores, small_plan, wording,
                     write)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADINGS = [c["heading"]["en"] for c in FRAMEWORK["columns"]]
NAMES = {k["id"]: k["name"]["en"] for p in FRAMEWORK["principles"] for k in p["key_elements"]}
LEVELS = {x["level"]: x["name"]["en"] for x in FRAMEWORK["levels"]}


def export(path, *options):
    """The document, and its bytes."""
    content = done("export", "--to=docx", "--output=-", "--today=2026-03-08", *options, path)
    return docx.Document(io.BytesIO(content)), content


def in_word(text):
    """A text as python-docx reads it: a carriage return is a line break to it."""
    return carried(text).replace("\r", "\n")


def level_cell(rating):
    if not rating:
        return ""
    return f"{'N/A' if rating['level'] == 'na' else rating['level']} {LEVELS[rating['level']]}"


def template_tables(document):
    """The tables of the template by the id of their key element, from the headings above them."""
    tables, name = {}, None
    for element in document.element.body:
        if element.tag == W + "p":
            style = element.find(f"{W}pPr/{W}pStyle")
            if style is not None and style.get(W + "val") == "Heading2":
                name = "".join(t.text or "" for t in element.iter(W + "t"))
        elif element.tag == W + "tbl":
            table = docx.table.Table(element, document)
            if [c.text for c in table.rows[0].cells] == HEADINGS:
                tables[name.split(" ")[0]] = table
                assert name == f"{name.split(' ')[0]} {NAMES[name.split(' ')[0]]}"
    return tables


def same_cells(path, plan, round_id, *options):
    document, _ = export(path, *options)
    tables = template_tables(document)
    assert list(tables) == key_elements()
    for element, table in tables.items():
        expected = []
        for entry in entries_in_round(plan, round_id):
            if entry["key_element"] != element:
                continue
            rating = entry.get("ratings", {}).get(round_id)
            indicator, current_activities = wording(plan, entry, round_id)
            first = [indicator, entry.get("alignment", ""), level_cell(rating),
                     current_activities]
            for action in entry.get("actions", [{}]):
                expected.append([in_word(text) for text in first + [
                    action.get(m, "") for m in ("activity", "units", "timeline", "targets")]])
        got = [[cell.text for cell in row.cells] for row in table.rows[1:]]
        assert got == (expected or [[""] * 8]), (element, got, expected)


def the_example():
    """Every cell of the example stands in the document; python-docx sees merged cells repeated."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    for round_ in plan["rounds"]:
        same_cells(EXAMPLE, plan, round_["id"], f"--round={round_['id']}")


def hard_texts():
    """Hard texts survive; what XML cannot express is replaced by U+FFFD."""
    plan = small_plan()
    plan["entries"] = [{
        "id": f"e{i}", "key_element": key_elements()[i % 18], "indicator": text or "x",
        "alignment": text or "x", "current_activities": text or "x",
        "actions": [{"id": f"a{i}-{j}", "activity": text or "x", "units": text or "x",
                     "timeline": text or "x", "targets": text or "x", "status": "planned"}
                    for j in range(i % 3)],
    } for i, text in enumerate(HARD)]
    for entry in plan["entries"]:
        if not entry["actions"]:
            del entry["actions"]
    with folder() as place:
        same_cells(write(place / "plan.geoat", plan), plan, "r2")


def layout():
    """Landscape A4, header rows repeated, cells merged over the activities of an indicator."""
    document, _ = export(EXAMPLE)
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    merged = sum(1 for e in entries_in_round(plan, plan["rounds"][-1]["id"]) if len(e.get("actions", [])) > 1)
    restarts = 0
    for table in template_tables(document).values():
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
        widths = [int(c.get(W + "w")) for c in table._tbl.find(W + "tblGrid")]
        assert len(widths) == 8 and abs(sum(widths) - section.page_width.twips + section.left_margin.twips
                                        + section.right_margin.twips) <= 8, widths
        restarts += sum(1 for m in table._tbl.iter(W + "vMerge") if m.get(W + "val") == "restart")
    assert restarts == 4 * merged and merged > 0


def styles():
    """Headings are headings, and every style that is used is defined, so that it can be changed."""
    document, content = export(EXAMPLE)
    names = {s.name for s in document.styles}
    assert {"Title", "Heading 1", "Heading 2", "GEOAT Table", "GEOAT Table Text"} <= names, names
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    for principle in FRAMEWORK["principles"]:
        assert f"{principle['id']} {principle['name']['en']}" in headings
    defined = {s.style_id for s in document.styles}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        used = set(re.findall(r'w:(?:p|tbl)Style w:val="([^"]+)"', package.read("word/document.xml").decode()))
    assert used <= defined, used - defined


def title_and_properties():
    """The first page and the properties say whose plan this is, of which round and day."""
    document, _ = export(EXAMPLE)
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    first = [p.text for p in document.paragraphs[:6]]
    assert first[0] == plan["title"] and document.paragraphs[0].style.name == "Title"
    assert plan["administration"]["name"] in first and "8 March 2026" in first
    assert any(plan["rounds"][-1]["title"] in text for text in first)
    properties = document.core_properties
    assert properties.title == plan["title"] and properties.author == plan["administration"]["name"]
    assert properties.language == "en" and properties.created.date().isoformat() == "2026-03-08"
    assert document.sections[0].header.paragraphs[0].text == plan["classification"]
    footer = ElementTree.tostring(document.sections[0].footer._element).decode()
    assert 'instr="PAGE"' in footer and 'instr="NUMPAGES"' in footer


def scores_table():
    """The scores of every scope stand there with their coverage."""
    document, _ = export(EXAMPLE)
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    expected = scores(plan, plan["rounds"][-1]["id"])
    table = [t for t in document.tables if t.rows[0].cells[1].text == "Mean"][0]
    rows = {row.cells[0].text: [c.text for c in row.cells[1:]] for row in table.rows[1:]}
    assert len(rows) == 25
    for scope in expected["key_elements"]:
        row = rows[f"{scope['id']} {NAMES[scope['id']]}"]
        mean = "–" if scope["score"] is None else row[0]
        assert row[0] == mean and (mean == "–" or abs(float(mean) - scope["score"]) <= 0.05)
        assert [int(x) for x in row[1:]] == scope["levels"] + [
            scope["not_applicable"], scope["not_assessed"], scope["total"], scope["carried"]]
    assert score(entries_in_round(plan, plan["rounds"][-1]["id"]), plan["rounds"][-1]["id"])["total"] == int(
        rows["Whole plan"][9])


def other_tables():
    """What the template has no column for stands in tables at the end."""
    document, _ = export(EXAMPLE)
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    text = "\n".join("\t".join(c.text for c in row.cells) for t in document.tables[-2:] for row in t.rows)
    for entry in entries_in_round(plan, plan["rounds"][-1]["id"]):
        for member in ("lead", "start", "due", "completed", "progress"):
            for action in entry.get("actions", []):
                assert in_word(action.get(member, "")) in text
        assert in_word(entry.get("notes", "")) in text
        assert in_word(entry.get("ratings", {}).get(plan["rounds"][-1]["id"], {}).get("reason", "")) in text
    assert "overdue" in text


def pictures():
    """The charts are pictures with an alternative text."""
    document, content = export(EXAMPLE)
    assert len(document.inline_shapes) >= 1
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        members = [n for n in package.namelist() if n.startswith("word/media/")]
        assert len(members) == len(document.inline_shapes)
        for shape, name in zip(document.inline_shapes, members):
            width, height = struct.unpack(">II", package.read(name)[16:24])
            assert abs(width / height - shape.width / shape.height) < 0.02
            alternative = shape._inline.docPr.get("descr")
            assert alternative and len(alternative) > 20, alternative


def without_charts():
    """Charts can be left out."""
    document, content = export(EXAMPLE, "--no-charts")
    assert len(document.inline_shapes) == 0 and "Charts" not in [p.text for p in document.paragraphs]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not any(n.startswith("word/media/") for n in package.namelist())


def to_fill_in():
    """A template to fill in has its tables, and no scores or charts of nothing."""
    document, _ = export(EXAMPLE, "--for=template")
    assert len(template_tables(document)) > 15
    assert len(document.inline_shapes) == 0
    assert not {"Charts", "Scores"} & {p.text for p in document.paragraphs}


def well_formed():
    """Every part is XML that was declared, the package says what it is, and is the same each time."""
    _, content = export(EXAMPLE)
    _, again = export(EXAMPLE)
    assert content == again
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        types = package.read("[Content_Types].xml").decode()
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
            if name.endswith(".xml") and not name.startswith("["):
                assert f'PartName="/{name}"' in types, name
        relations = package.read("word/_rels/document.xml.rels").decode()
        for target in re.findall(r'Target="([^"]+)"', relations):
            assert f"word/{target}" in package.namelist(), target


tap.run([the_example, hard_texts, layout, styles, title_and_properties, scores_table, other_tables, pictures,
         without_charts, to_fill_in, well_formed])

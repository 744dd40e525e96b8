# SPDX-License-Identifier: GPL-3.0-or-later
"""Filled templates as other programs write them and other people word them: what is said counts, not how."""

import io

import docx
import openpyxl

import tap
from program import folder, geoat
from sources import HEADINGS, imported, rows_to_csv, zipped

FIRST = HEADINGS["en"][:3]


def levels_of(plan):
    return [list(e["ratings"].values())[0]["level"] if "ratings" in e else None for e in plan["entries"]]


def words_of_others():
    """Levels without ligatures, with other signs or decimals; what a formula did not find is no level."""
    said = {"Mise en oeuvre complète": 5, "DEBUT DE MISE EN OEUVRE": 2, "تـنفيذ كامل": 5, "3.00": 3, "3,000": 3,
            "No aplica": "na", "Não se aplica": "na", "S/O": "na", "n. a.": "na", "３": 3,
            "#N/A": None, "#REF!": None, "3.05": None, "30": None, "N/D": None}
    plan, lines = imported(rows_to_csv([FIRST] + [[f"i{n}", "", text] for n, text in enumerate(said)]).encode(),
                           "--key-element=1A")
    assert levels_of(plan) == list(said.values()), levels_of(plan)
    assert len(lines) == 5 and all(": not used: this is no level" in line for line in lines), lines


def reasons_of_levels():
    """What stands behind a level in its cell is its reason, of any length; another number or level is none."""
    long = "because " * 200 + "so"
    said = {"N/A – no ports": ("na", "no ports"), "N/A: no ports": ("na", "no ports"), "3 – since May": (3, "since May"),
            "Not applicable, we have none": ("na", "we have none"), "4 (not yet - in 2 posts)": (4, "not yet - in 2 posts"),
            "Sans objet : aucun port": ("na", "aucun port"), "2 - new": (2, "new"), f"1\n{long}": (1, long),
            "2 – Beginning implementation: new – and so on": (2, "new – and so on"), "Level 5; audited": (5, "audited"),
            "لا ينطبق — لا موانئ": ("na", "لا موانئ"),
            "3 – Advanced implementation": (3, None), "3 – 4": (None, None), "2-year plan": (2, None), "N/A – 2": (None, None),
            "maybe – so": (None, None), "10 – ten": (None, None), "– perhaps": (None, None), "3 –": (3, None), "3:30": (None, None)}
    plan, lines = imported(rows_to_csv([FIRST] + [[f"i{n}", "", text] for n, text in enumerate(said)]).encode(),
                           "--key-element=1A")
    for text, entry in zip(said, plan["entries"]):
        rating, = list(entry.get("ratings", {}).values()) or [{}]
        assert (rating.get("level"), rating.get("reason")) == said[text], (text, rating)
        assert (f"{FIRST[2]}: {text}" == entry.get("notes")) == (said[text][1] is None and text != "3 –"), (text, entry)
    behind = [line for line in lines if "to check: what stands behind the level is taken for its reason: " in line]
    assert len(behind) == 11 and len(lines) == len(said) - 1, lines
    plan, _ = imported(rows_to_csv([FIRST + ["Reason"], ["i", "", "3 – new", "and good"]]).encode(), "--key-element=1A")
    assert list(plan["entries"][0]["ratings"].values()) == [{"level": 3, "reason": "new\nand good"}], plan["entries"]


def key_elements_by_name():
    """A key element can be told by its name alone, in any of the five languages; a principle is none."""
    for names in (("Politiques transversales", "Éthique", "Recrutement et embauche"),
                  ("POLITICAS TRANSVERSALES", "Integridad", "2A Reclutamiento y contratación"),
                  ("Políticas transversais", "1E – Integridade", "Recrutamento e contratação"),
                  ("السياسات الشاملة", "النزاهة", "الاستقطاب والتوظيف")):
        plan, lines = imported(rows_to_csv(
            [FIRST] + [row for name in names for row in ([name], [f"of {name}", "", "1"])]).encode())
        assert [e["key_element"] for e in plan["entries"]] == ["1A", "1E", "2A"] and not lines, (names, lines)


def principles_between():
    """The heading of a principle among the rows is no indicator of the key element before it."""
    rows = [FIRST, ["Principle 1"], ["1A"], ["a", "", "1"], ["Principle 1 is known here", "", ""],
            ["PRINCIPE 2 : notre emploi"], ["2A"], ["b", "", "2"], ["Empleo, desarrollo profesional y remuneración"],
            ["lost", "", "3"]]
    plan, lines = imported(rows_to_csv(rows).encode())
    assert [(e["key_element"], e["indicator"]) for e in plan["entries"]] == [
        ("1A", "a"), ("1A", "Principle 1 is known here"), ("2A", "b")], plan["entries"]
    assert [line.split(": ")[:2] for line in lines] == [
        ["row 6, column 1", "to check"], ["row 10, column 1", "not used"], ["row 10, column 3", "not used"]], lines
    with folder() as place:
        source, output = place / "list.txt", place / "plan.geoat"
        source.write_text("Principle 1\n1A\nfirst\nPrinciple 2: us\n2A\nsecond\n")
        result = geoat("import", "--indicators", f"--output={output}", source)
        assert b'"Principle' not in output.read_bytes() and result.stderr.count(b"\n") == 1, result


def merged_alone():
    """Where the indicator alone is merged over its activities, the rows below it are no indicators of their own."""
    document = docx.Document()
    document.add_paragraph("1A")
    table = document.add_table(rows=0, cols=5)
    for texts in (HEADINGS["en"][:5], ["a", "law", "3", "now", "one"], ["", "", "", "", "two"],
                  ["b", "", "2", "", "three"]):
        for cell, text in zip(table.add_row().cells, texts):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "a"
    content = io.BytesIO()
    document.save(content)
    book = openpyxl.Workbook()
    book.active.title = "1A"
    for texts in (HEADINGS["en"][:5], ["a", "law", 3, "now", "one"], [None] * 4 + ["two"], ["b", None, 2, None, "three"]):
        book.active.append(texts)
    book.active.merge_cells("A2:A3")
    workbook = io.BytesIO()
    book.save(workbook)
    for name, made in (("merged.docx", content), ("merged.xlsx", workbook)):
        plan, lines = imported(made.getvalue(), name=name)
        assert [(e["indicator"], [a["activity"] for a in e["actions"]]) for e in plan["entries"]] == [
            ("a", ["one", "two"]), ("b", ["three"])] and not lines, (name, plan["entries"])


def document_of(*cells):
    """A document with a template of one row, whose cells are given as XML."""
    def row(texts):
        return f"<tr>{''.join(f'<tc>{text}</tc>' for text in texts)}</tr>"
    headings = row(f"<p><r><t>{heading}</t></r></p>" for heading in FIRST)
    return zipped({"word/document.xml": f"<document><body><tbl>{headings}{row(cells)}</tbl></body></document>"})


def changes_of_word():
    """A paragraph whose end was deleted goes on in the next one; a reading aid above a word is no text."""
    def paragraph(text, mark=""):
        return f"<p><pPr><rPr>{mark}</rPr></pPr>{text}</p>"
    deleted = '<del id="1"/>'
    plan, lines = imported(document_of(
        paragraph("<r><t>one</t></r>") + paragraph("<del><r><delText>two</delText></r></del>", deleted) +
        paragraph("<r><t>three</t></r>"),
        paragraph("<r><t>a</t></r>", deleted) + paragraph("<r><t>b</t></r>") + paragraph("<r><t>c</t></r>", deleted),
        paragraph("<r><ruby><rt><r><t>san</t></r></rt><rubyBase><r><t>3</t></r></rubyBase></ruby></r>")),
        "--key-element=1A", name="changes.docx")
    entry, = plan["entries"]
    assert (entry["indicator"], entry["alignment"], levels_of(plan)) == ("one\nthree", "ab\nc", [3]) and not lines, entry


def workbook_of(rows, styles="<s/>"):
    return zipped({"xl/workbook.xml": '<w><sheet name="1A" id="r"/></w>', "xl/styles.xml": styles,
                   "xl/_rels/workbook.xml.rels": '<r><Relationship Id="r" Target="s.xml"/></r>',
                   "xl/s.xml": f"<w>{''.join(f'<row>{row}</row>' for row in rows)}</w>"})


def cell(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def numbers_of_excel():
    """Numbers as Excel shows them, not as it stores them; what is a date and what only looks like one."""
    codes = ["_-* #,##0.0_D_M_-", "mmm", "mm:ss", "[$-407]mmmm", "dd/mm"]
    styles = "<s>" + "".join(f'<numFmt numFmtId="{i}" formatCode="{code}"/>' for i, code in enumerate(codes, 164)) + (
        "<cellXfs>" + "".join(f'<xf numFmtId="{i}"/>' for i in (0, *range(164, 164 + len(codes)))) + "</cellXfs></s>")
    headings = [*FIRST, *HEADINGS["en"][3:8]]
    values = ["33.299999999999997", "2.9999999999999996", "4.0999999999999996", "1234567890123456789"]
    row = cell("i") + "".join(f"<c><v>{value}</v></c>" for value in values)
    row += "".join(f'<c s="{i}"><v>46089.5</v></c>' for i in (1, 2, 3))
    plan, lines = imported(workbook_of(["".join(map(cell, headings)), row], styles), name="numbers.xlsx")
    entry, = plan["entries"]
    action, = entry["actions"]
    assert (entry["alignment"], entry["current_activities"], levels_of(plan)) == ("33.3", "4.1", [3]) and not lines, entry
    assert [action[k] for k in ("activity", "units", "timeline", "targets")] == [
        values[3], "46089.5", "2026-03", "46089.5"], action


def cells_without_address():
    """Cells need not say where they stand: empty ones count too. Nor is a reading aid part of a text."""
    reading = '<c t="inlineStr"><is><r><t>東京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>'
    plan, lines = imported(workbook_of(["".join(map(cell, FIRST)), f"{reading}<c/><c><v>3</v></c>"]), name="bare.xlsx")
    entry, = plan["entries"]
    assert entry["indicator"] == "東京" and "alignment" not in entry and levels_of(plan) == [3] and not lines, entry


def separators_and_encodings():
    """A title with a comma above a table with semicolons; UTF-16 without a mark."""
    rows = [FIRST, ["Staff, managers, and all others", "", "3"], ["b", "a, b", "4"]]
    for title, separator in (("Plan, 2026", ";"), ("Plan; draft", "\t"), ("Plan, 2026", "\t")):
        table = "\n".join(separator.join(row) for row in rows)
        plan, lines = imported(f"{title}\n{table}\n".encode(), "--key-element=1A")
        assert levels_of(plan) == [3, 4] and plan["entries"][0]["indicator"] == rows[1][0], plan["entries"]
        assert len(lines) in (1, 2) and all(line.startswith("row 1,") for line in lines), lines
    for encoding in ("utf-16-le", "utf-16-be"):
        plan, lines = imported(rows_to_csv([FIRST, ["é ж", "", "3"]]).encode(encoding), "--key-element=1A")
        assert plan["entries"][0]["indicator"] == "é ж" and levels_of(plan) == [3] and not lines


tap.run([words_of_others, reasons_of_levels, key_elements_by_name, principles_between, merged_alone, changes_of_word, numbers_of_excel,
         cells_without_address, separators_and_encodings])

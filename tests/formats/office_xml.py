# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat import: what Word and Excel write that no library of ours would: form fields, tracked changes, notes, parts
under other names."""

import io
import json
import zipfile

import tap
from program import folder, geoat, refused

HEADINGS = ["GEOAT indicator", "Strategic alignment", "GEOAT evaluation scale", "Current activities",
            "Suggested forward activities", "Units to involve / resources needed", "Timeline",
            "Targets and monitoring indicators"]
ROW = ["I", "law", "2", "now", "act", "HR", "Q1", "tgt"]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def imported(content, name, *options):
    """What the entries of the plan say that a file becomes, by the headings, and the lines that were said."""
    with folder() as place:
        source, plan = place / name, place / "plan.geoat"
        source.write_bytes(content)
        result = geoat("import", f"--output={plan}", "--today=2026-03-08", *options, source)
        assert result.returncode == 0, result
        lines = [line.removeprefix(f"{source}: ") for line in result.stderr.decode().splitlines()]
        entries = json.loads(plan.read_text("utf-8"))["entries"]
    rows = []
    for entry in entries:
        level = [str(rating["level"]) for rating in entry.get("ratings", {}).values()]
        for action in entry.get("actions", [{}]):
            rows.append([entry["indicator"], entry.get("alignment", ""), *(level or [""]),
                         entry.get("current_activities", ""),
                         *(action.get(key, "") for key in ("activity", "units", "timeline", "targets"))])
    return rows, lines, entries


def package(members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


def relations(**targets):
    return f"<Relationships xmlns='{R}'>" + "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{target}"/>' for kind, target in targets.items()) + (
        "</Relationships>")


def text(content):
    return f"<w:p><w:r><w:t>{content}</w:t></w:r></w:p>"


def cell(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else text(content)}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(
        f"<w:tr>{''.join(c if c.startswith(('<w:tc', '<w:sdt')) else cell(c) for c in row)}</w:tr>" for row in rows) + (
        "</w:tbl>")


def document(*rows, name="word/document.xml", **more):
    body = text("1A") + table(HEADINGS, *rows)
    return package({"_rels/.rels": relations(officeDocument=name),
                    name.strip("/"): f"<w:document xmlns:w='{W}' xmlns:r='{R}'><w:body>{body}</w:body></w:document>", **more})


def of_document(*rows, **more):
    got, lines, _ = imported(document(*rows, **more), "hand.docx")
    assert lines == [], lines
    return got


def with_cell(index, content):
    """A row with another cell."""
    return ROW[:index] + [content] + ROW[index + 1:]


def changes():
    """Text that a tracked change deletes is gone, what it inserts is there; a cell stands where it now stands."""
    changed = ("<w:p><w:r><w:t>kept</w:t></w:r><w:ins><w:r><w:t> new</w:t></w:r></w:ins><w:del><w:r><w:delText> old"
               "</w:delText></w:r></w:del><w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom></w:p>")
    was_wide = cell("J", '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>')
    was_merged = cell("<w:p/>", "<w:tcPrChange><w:tcPr><w:vMerge/></w:tcPr></w:tcPrChange>")
    assert of_document(with_cell(0, changed), [was_wide, *ROW[1:]], with_cell(1, was_merged)) == [
        with_cell(0, "kept new"), ["J", *ROW[1:]], with_cell(1, "")]


def form_fields():
    """A content control counts with what was filled in, and not with its invitation; so does an old drop-down list."""
    def control(content, empty):
        return f"<w:sdt><w:sdtPr>{'<w:showingPlcHdr/>' * empty}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def filled(empty):
        run = "<w:r><w:t>{}</w:t></w:r>"
        return [ROW[0], control(cell("law" if not empty else "Click or tap here to enter text."), empty),
                cell(f"<w:p>{control(run.format('Choose an item.' if empty else '2'), empty)}</w:p>"), *ROW[3:]]
    old = ('<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="0"/>'
           '<w:listEntry w:val="2"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN '
           '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
    assert of_document(filled(False), filled(True), ["J", *with_cell(2, old)[1:]]) == [
        ROW, ["I", "", "", *ROW[3:]], ["J", *ROW[1:]]]


def notes_and_symbols():
    """Notes stand in brackets where their numbers are; the arrows and ticks of Wingdings are such; boxes are lines."""
    content = ('<w:p><w:r><w:t>see</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:sym w:font="Wingdings" '
               'w:char="F0E0"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'
               '<w:r><w:endnoteReference w:id="2"/></w:r></w:p>')
    box = ("<w:p><w:r><w:t>before</w:t></w:r><w:r><w:pict><w:txbxContent>" + text("in the box") +
           "</w:txbxContent></w:pict></w:r><w:r><w:t>behind</w:t></w:r></w:p>")
    notes = {f"word/{kind}s.xml": f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:id="2"><w:p><w:r><w:{kind}Ref/></w:r><w:r>'
             f'<w:t> The {kind}.</w:t></w:r></w:p></w:{kind}></w:{kind}s>' for kind in ("footnote", "endnote")}
    got = of_document(with_cell(0, content), with_cell(3, box), **notes, **{
        "word/_rels/document.xml.rels": relations(footnotes="footnotes.xml", endnotes="/word/endnotes.xml")})
    assert got == [with_cell(0, "see [The footnote.]→� [The endnote.]"),
                   with_cell(3, "before\nin the box\nbehind")], got


def other_places():
    """The text of a document, and the parts of a workbook, are where the package says, whatever they are called."""
    assert of_document(ROW, name="word/document2.xml") == [ROW]
    assert of_document(ROW, name="/text/main.xml") == [ROW]
    for folder_name, target in (("xl/", "sheets/one.xml"), ("book/", "/book/sheets/one.xml")):
        strings = "".join(f"<si><t>{content}</t></si>" for content in [*HEADINGS, *ROW])
        sheet = "".join("<row>" + "".join(f'<c t="s"><v>{i}</v></c>' for i in range(first, first + 8)) + "</row>"
                        for first in (0, 8))
        got, lines, _ = imported(package({
            "_rels/.rels": relations(officeDocument=f"{folder_name}book.xml"),
            f"{folder_name}book.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="1A" r:id="worksheet"/>'
                                      '</sheets></workbook>',
            f"{folder_name}_rels/book.xml.rels": relations(worksheet=target, sharedStrings="SharedStrings.xml"),
            f"{folder_name}SharedStrings.xml": f'<sst xmlns="{S}">{strings}</sst>',
            f"{folder_name}sheets/one.xml": f'<worksheet xmlns="{S}"><sheetData>{sheet}</sheetData></worksheet>',
        }), "hand.xlsx")
        assert got == [ROW] and lines == [], (got, lines)


def workbook(*rows, merges=(), start=""):
    """A workbook with one sheet; a row is of texts, or of cells as they are written."""
    cells = "".join(f'<row r="{number}">' + "".join(
        content.replace("<c", f'<c r="{chr(65 + i)}{number}"', 1) if content.startswith("<c") else
        f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{content}</t></is></c>' if content else
        f'<c r="{chr(65 + i)}{number}" s="0"/>' for i, content in enumerate(row)) + "</row>"
        for number, row in enumerate(rows, 1))
    merged = "".join(f'<mergeCell ref="{address}"/>' for address in merges)
    return package({
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}">{start}<sheets><sheet name="1A" r:id="worksheet"/>'
                           '</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(worksheet="s.xml"),
        "xl/s.xml": f'<worksheet xmlns="{S}"><sheetData>{cells}</sheetData><mergeCells>{merged}</mergeCells></worksheet>',
    })


def locked():
    """An old file, or one with a password, is refused with what to do about it."""
    for name in ("old.docx", "old.xlsx"):
        with folder() as place:
            (place / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096))
            line, = refused(1, "import", f"--output={place / 'plan.geoat'}", place / name)
            assert line.endswith("save it in the present format and without a password"), line


def merged_at_the_end():
    """The last cells of a row can be one with those above them: Excel stores them blank."""
    got, lines, entries = imported(workbook(HEADINGS, ROW, ["", "", "", "", "more", "", "", ""], merges=[
        f"{column}2:{column}3" for column in "ABCDFGH"]), "hand.xlsx")
    assert got == [ROW, with_cell(4, "more")] and len(entries) == 1 and lines == [], (got, lines)


def kinds_of_cells():
    """A truth is no level, a date of a strict workbook is one; a formula that was never calculated is not lost."""
    headings = [*HEADINGS[:5], "Start", "Due"]
    date = '<c t="d"><v>{}</v></c>'
    got, lines, entries = imported(workbook(
        headings, ["I", "", '<c t="b"><v>0</v></c>', "", "act", date.format("2026-02-01T00:00:00"),
                   date.format("2026-02-03")],
        ["J", '<c><f>A2&amp;"x"</f></c>', "<c><f>1+1</f></c>", '<c t="str"><f>IF(B1="",B1,"")</f><v></v></c>']),
        "hand.xlsx")
    action, = entries[0]["actions"]
    assert (action["start"], action["due"]) == ("2026-02-01", "2026-02-03")
    assert [row[:4] for row in got] == [["I", "", "", ""], ["J", '=A2&"x"', "", ""]], got
    assert len(lines) == 2 and all("unplaced: this is no level" in line for line in lines), lines
    assert [entry["notes"] for entry in entries] == [f"{HEADINGS[2]}: FALSE", f"{HEADINGS[2]}: =1+1"], entries


tap.run([changes, form_fields, notes_and_symbols, other_places, locked, merged_at_the_end, kinds_of_cells])

# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat import: what Word and Excel write that no library of ours would: form fields, tracked changes, notes, parts
under other names."""

import io
import json
import warnings
import zipfile

import tap
from program import done, folder, geoat, refused, small_plan, write

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
        return ["K" if empty else ROW[0], control(cell("law" if not empty else "Click or tap here to enter text."), empty),
                cell(f"<w:p>{control(run.format('Choose an item.' if empty else '2'), empty)}</w:p>"), *ROW[3:]]
    old = ('<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="0"/>'
           '<w:listEntry w:val="2"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN '
           '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
    assert of_document(filled(False), ["K", *filled(True)[1:]], ["J", *with_cell(2, old)[1:]]) == [
        ROW, ["K", "", "", *ROW[3:]], ["J", *ROW[1:]]]


def notes_and_symbols():
    """Notes stand in brackets where their numbers are; the arrows and ticks of Wingdings are such; boxes are lines."""
    content = ('<w:p><w:r><w:t>see</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:sym w:font="Wingdings" '
               'w:char="F0E0"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'
               '<w:r><w:endnoteReference w:id="2"/></w:r></w:p>')
    box = ("<w:p><w:r><w:t>before</w:t></w:r><w:r><w:pict><w:txbxContent>" + text("in the box") +
           "</w:txbxContent></w:pict></w:r><w:r><w:t>behind</w:t></w:r></w:p>")
    notes = {f"word/{kind}s.xml": f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:id="2"><w:p><w:r><w:{kind}Ref/></w:r><w:r>'
             f'<w:t> The {kind}.</w:t></w:r></w:p></w:{kind}></w:{kind}s>' for kind in ("footnote", "endnote")}
    got, lines, _ = imported(document(with_cell(0, content), with_cell(3, box), **notes, **{
        "word/_rels/document.xml.rels": relations(footnotes="footnotes.xml", endnotes="/word/endnotes.xml")}), "hand.docx")
    assert lines == ["“1A”, row 2, column 1: not used: this has a sign that only its font knows: “Wingdings 33”"], lines
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


def workbook(*rows, merges=(), start="", **more):
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
        **more,
    })


def locked():
    """An old file, or one with a password, is refused with what to do about it."""
    for name in ("old.docx", "old.xlsx"):
        with folder() as place:
            (place / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096))
            line, = refused(1, "import", f"--output={place / 'plan.geoat'}", place / name)
            assert line.endswith("save it as .docx or .xlsx"), line


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
    assert len(lines) == 2 and all("not used: this is no level" in line for line in lines), lines
    assert [entry["notes"] for entry in entries] == [f"{HEADINGS[2]}: FALSE", f"{HEADINGS[2]}: =1+1"], entries


COMMENT = "not used: this is a comment, which a plan has no place for: “{}”"
OUTSIDE = "not used: this stands outside of the tables: “{}”"


def comments_of_word():
    """Each comment of a Word document is told, with the cell that it stands beside; so is one whose text is deleted."""
    def about(number):
        return f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    comments = "".join(f'<w:comment w:id="{i}" w:author="A">{text(content)}{text("- B")}</w:comment>'
                       for i, content in enumerate(("Ask HR", "Is this so?", "Gone", "Above")))
    content = document(with_cell(3, f"<w:p><w:r><w:t>now</w:t></w:r>{about(0)}{about(1)}</w:p>"),
                       with_cell(0, f"<w:p><w:r><w:t>J</w:t></w:r><w:del>{about(2)}</w:del></w:p>"), **{
        "word/comments.xml": f'<w:comments xmlns:w="{W}">{comments}</w:comments>',
        "word/_rels/document.xml.rels": relations(comments="comments.xml")})
    got, lines, _ = imported(content, "hand.docx")
    assert got == [ROW, with_cell(0, "J")], got
    place = "“1A”, row 2, column 4: "
    assert lines == [place + COMMENT.format("Ask HR\\n- B"), place + COMMENT.format("Is this so?\\n- B"),
                     *(COMMENT.format(f"{content}\\n- B") for content in ("Gone", "Above"))], lines


def comments_of_excel():
    """So is each note of a workbook, and each comment with answers, once: not what stands in for it among the notes."""
    members = {
        "xl/_rels/s.xml.rels": relations(comments="../xl/c.xml", threadedComment="t.xml"),
        "xl/c.xml": f'<comments xmlns="{S}"><commentList><comment ref="B2"><text><r><t>See </t></r><r><t>law</t></r></text>'
                    '</comment><comment ref="D9"><text><t>[Threaded comment] Your version of Excel …</t></text></comment>'
                    '</commentList></comments>',
        "xl/t.xml": '<ThreadedComments><threadedComment ref="D9" id="a"><text>Why?</text></threadedComment>'
                    '<threadedComment ref="D9" parentId="a"><text>Because.</text></threadedComment></ThreadedComments>'}
    got, lines, _ = imported(workbook(HEADINGS, ROW, **members), "hand.xlsx")
    assert got == [ROW] and lines == [
        "“1A”, row 9, column 4: " + COMMENT.format("Why?"), "“1A”, row 9, column 4: " + COMMENT.format("Because."),
        "“1A”, row 2, column 2: " + COMMENT.format("See law")], (got, lines)
    with folder() as place:
        (place / "hand.xlsx").write_bytes(workbook(HEADINGS, ROW, **{**members, "xl/t.xml": "<ThreadedComments>"}))
        refused(1, "import", f"--output={place / 'plan.geoat'}", place / "hand.xlsx")


def missing_strings():
    """A cell whose text is not in the file is not taken for an empty one."""
    got, lines, _ = imported(workbook(HEADINGS, with_cell(1, '<c t="s"><v>7</v></c>')), "hand.xlsx")
    assert got == [with_cell(1, "")] and lines == [
        "“1A”, row 2, column 2: not used: the file is damaged: the text of this cell is missing in it: “7”"], (got, lines)


def text_outside():
    """Text above, between and behind the tables is told, titles and headings too, unless they say where rows belong."""
    def styled(style, content):
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{content}</w:t></w:r></w:p>'
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in (
        ("berschrift1", "heading 1"), ("Titel", "Title"), ("Mine", "My own"), ("GEOATCover", "GEOAT Cover")))
    body = (styled("Titel", "Our plan") + styled("GEOATCover", "2026") + text("We met twice.") +
            styled("berschrift1", "People") + text("Principle 2") + text("2A") + table(HEADINGS, ROW) +
            styled("Mine", "Between") + text("Key element 2B") + table(HEADINGS, ROW) +
            text("2B is done, says the unit.") + text("Behind") + "<w:p/>")
    got, lines, entries = imported(package({
        "word/document.xml": f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(styles="styles.xml"),
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'}), "hand.docx")
    assert [entry["key_element"] for entry in entries] == ["2A", "2B"] and got == [ROW, ROW], entries
    assert lines == [OUTSIDE.format("Our plan"), OUTSIDE.format("2026"), OUTSIDE.format("We met twice."),
                     OUTSIDE.format("People"), OUTSIDE.format("Between"),
                     "to check: this is taken for the heading of the rows below: “2B is done, says the unit.”",
                     OUTSIDE.format("Behind")], lines


def ours(to):
    """The members of what we export of a plan that says all that stands beside the template."""
    plan = {**small_plan(), "title": "Plan  &\n{more}", "classification": f"For HR\nonly & no one else {'at all ' * 50}",
            "left_out": ["notes"]}
    plan["administration"].update(name="Customs, of Valmara", country="Valmara, Republic of")
    with folder() as place:
        source = place / f"ours.{to}"
        done("export", f"--to={to}", f"--output={source}", "--today=2026-03-08", write(place / "plan.geoat", plan))
        with zipfile.ZipFile(source) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


def typed_into_ours():
    """What someone writes into a document of ours, in, behind or with the style of a text of ours, is told."""
    members = ours("docx")
    assert imported(package(members), "ours.docx")[1] == []
    lines = imported(package(ours("xlsx")), "ours.xlsx")[1]
    assert lines and all(line.startswith("“Plan”, ") for line in lines), lines
    end = b"</w:tbl>"
    before, behind = members["word/document.xml"].rsplit(end, 1)

    def styled(style):
        return f'<w:p><w:pPr><w:pStyle w:val="Geoat{style}"/></w:pPr><w:r><w:t>And this.</w:t></w:r></w:p>'
    for typed in text("And this."), styled("Cover"), styled("Coverage"), styled("Caption"), styled("Text"):
        changed = {**members, "word/document.xml": before + end + typed.encode() + behind}
        assert imported(package(changed), "ours.docx")[1] == [OUTSIDE.format("And this.")], typed
    for was, now in (("Valmara, Republic of", "Valmara, Republic of it"), ("8 March 2026", "9 March 2026"), ("N/A: ", "N/A, so "),
                     ("The mean is that", "The mean is not that"), ("This is a shared copy", "This is no shared copy")):
        body = members["word/document.xml"].decode()
        start, rest = body.rsplit(was, 1)
        line, = imported(package({**members, "word/document.xml": start + now + rest}), "ours.docx")[1]
        assert line.startswith("not used: this stands outside of the tables: “") and now in line, (was, line)
    for name, was, now in (("header", "For HR", "For HR, DG"), ("footer", "of Valmara", "of Valmara now")):
        changed = {**members, f"word/{name}.xml": members[f"word/{name}.xml"].decode().replace(was, now)}
        line, = imported(package(changed), "ours.docx")[1]
        assert line.startswith("not used: this stands in a header, footer, ") and now in line, line
    styles = members["word/styles.xml"].decode()
    for style in ("Title", "Heading1", "Heading2", "GeoatCover", "GeoatCoverage", "GeoatCaption"):
        rest = styles.split(f'w:styleId="{style}"')[1].split("</w:style>")[0]
        assert '<w:next w:val="Normal"/>' in rest, style


APART = "not used: this stands in a header, footer, note or text box: “{}”"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def part(kind, *content):
    return f"<w:{kind} xmlns:w='{W}' xmlns:mc='{MC}'>{''.join(content)}</w:{kind}>"


def field(code, shown):
    """A field as Word writes it, and as a simple one."""
    run = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    return (f"{run.format('begin')}<w:r><w:instrText> {code} </w:instrText></w:r>{run.format('separate')}<w:r><w:t>{shown}"
            f"</w:t></w:r>{run.format('end')}<w:r><w:t> / </w:t></w:r><w:fldSimple w:instr='NUM{code}S \\* ARABIC'><w:r><w:t>"
            "17</w:t></w:r></w:fldSimple>")


def headers_of_word():
    """What headers and footers say is told, once each; the number of a page is nothing that someone has written."""
    def box(content):
        shape = f"<w:txbxContent>{text(content)}</w:txbxContent>"
        return (f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{shape}</mc:Choice><mc:Fallback><w:pict>{shape}"
                "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
    targets = "".join(f'<Relationship Id="r{i}" Type="{R}/{target[:6]}" Target="{target}"/>' for i, target in enumerate((
        "header1.xml", "header2.xml", "footer1.xml", "header1.xml")))
    members = {
        "word/_rels/document.xml.rels": f"<Relationships xmlns='{R}'>{targets}</Relationships>",
        "word/header1.xml": part("hdr", text("Customs, HR"), box("Draft, for comments"), table(["1A", "As of May"])),
        "word/header2.xml": part("hdr", text("Customs, HR"), text("Annex")),
        "word/footer1.xml": part("ftr", f"<w:p>{field('PAGE', '3')}</w:p>",
                                 *(f"<w:p><w:r><w:t>{word} </w:t></w:r>{field('PAGE', '3')}</w:p>" for word in ("Page", "Draft")))}
    got, lines, _ = imported(document(ROW, **members), "hand.docx")
    assert got == [ROW] and lines == [APART.format(content) for content in (
        "Customs, HR", "Draft, for comments", "1A", "As of May", "Annex", "Draft  /")], lines
    with folder() as place:
        (place / "list.docx").write_bytes(package({
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/document.xml": part("document", f"<w:body>{text('1A')}{text('One')}</w:body>"), **members}))
        result = geoat("import", "--indicators", f"--output={place / 'plan.geoat'}", place / "list.docx")
        assert result.stderr.decode().count(": not used: this stands in a header, ") == 6, result
    with folder() as place:
        (place / "bad.docx").write_bytes(document(ROW, **{**members, "word/header2.xml": "<w:hdr"}))
        refused(1, "import", f"--output={place / 'plan.geoat'}", place / "bad.docx")


def boxes_of_word():
    """A text box between the tables is told, once; a note of a heading, and one that nothing refers to any more, are too."""
    shape = f"<w:txbxContent>{text('Not all of us agree.')}</w:txbxContent>"
    body = (f"<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:t>1A</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
            f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{shape}</mc:Choice><mc:Fallback>{shape}</mc:Fallback>"
            f"</mc:AlternateContent></w:r></w:p>{table(HEADINGS, ROW)}")
    notes = "".join(f"<w:footnote w:id='{i}'>{text(content)}</w:footnote>" for i, content in (
        (0, ""), (2, "Since 2020"), (3, "Left over")))
    got, lines, entries = imported(package({
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(styles="styles.xml", footnotes="f.xml"),
        "word/f.xml": part("footnotes", notes),
        "word/styles.xml": part("styles", "<w:style w:styleId='H'><w:name w:val='heading 1'/></w:style>")}), "hand.docx")
    assert got == [ROW] and entries[0]["key_element"] == "1A", entries
    assert lines == [APART.format("Since 2020"), OUTSIDE.format("Not all of us agree."), APART.format("Left over")], lines


def note_on_a_heading():
    """The heading of a column may have a note."""
    notes = {"word/_rels/document.xml.rels": relations(footnotes="f.xml"),
             "word/f.xml": part("footnotes", f"<w:footnote w:id='2'>{text('From 0 to 5.')}</w:footnote>")}
    heading = cell(f"<w:p><w:r><w:t>{HEADINGS[2]}</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>")
    body = text("1A") + table(HEADINGS[:2] + [heading] + HEADINGS[3:], ROW)
    got, lines, _ = imported(package({"word/document.xml": part("document", f"<w:body>{body}</w:body>"), **notes}), "hand.docx")
    assert got == [ROW] and lines == [], (got, lines)


def beside_the_cells_of_excel():
    """Text boxes of a workbook are told with the cell that they begin at, headers and footers once for all of its sheets."""
    xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"

    def box(column, row, *paragraphs):
        content = "".join(f"<a:p>{''.join(f'<a:r><a:t>{run}</a:t></a:r>' for run in runs)}</a:p>" for runs in paragraphs)
        return (f"<xdr:twoCellAnchor><xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>{row}</xdr:row>"
                "</xdr:from><xdr:to><xdr:col>20</xdr:col><xdr:row>20</xdr:row></xdr:to><mc:AlternateContent><mc:Choice>"
                f"<xdr:sp><xdr:txBody>{content}</xdr:txBody></xdr:sp></mc:Choice><mc:Fallback><xdr:sp><xdr:txBody>{content}"
                "</xdr:txBody></xdr:sp></mc:Fallback></mc:AlternateContent></xdr:twoCellAnchor>")
    drawing = (f"<xdr:wsDr xmlns:xdr='{xdr}' xmlns:a='{a}' xmlns:mc='{MC}'>{box(1, 8, ['Ask ', 'HR'], ['soon'])}{box(0, 0, [])}"
               "</xdr:wsDr>")
    margins = ('<headerFooter differentFirst="1"><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Customs &amp;&amp; &amp;État&amp;R'
               '&amp;KFF0000Draft</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter><firstHeader>Draft</firstHeader></headerFooter>')
    content = workbook(HEADINGS, ROW, **{"xl/_rels/s.xml.rels": relations(drawing="d.xml"), "xl/d.xml": drawing})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    members["xl/s.xml"] = members["xl/s.xml"].replace("<mergeCells>", margins + "<mergeCells>")
    got, lines, _ = imported(package(members), "hand.xlsx")
    assert got == [ROW] and lines == [APART.format("Customs & &État"), APART.format("Draft"),
                                      "“1A”, row 9, column 2: " + APART.format("Ask HR\\nsoon"),
                                      "“1A”, row 1, column 1: not used: there is a chart, drawing or file here, which a plan "
                                      "cannot hold"], (got, lines)
    with folder() as place:
        (place / "hand.xlsx").write_bytes(package({**members, "xl/d.xml": "<wsDr>"}))
        refused(1, "import", f"--output={place / 'plan.geoat'}", place / "hand.xlsx")


def hidden_in_excel():
    """What is hidden in a workbook, its sheets, rows and columns, is imported as if it were not, and told."""
    cells = "".join(f'<row r="{number}" hidden="1">' + "".join(f'<c t="str"><v>{content}</v></c>' for content in row) + "</row>"
                    for number, row in enumerate((HEADINGS, ROW), 1))
    sheet = f'<worksheet xmlns="{S}"><cols><col min="1" max="8" hidden="1"/></cols><sheetData>{cells}</sheetData></worksheet>'
    got, lines, entries = imported(package({
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="1A" state="hidden" r:id="worksheet"/>'
                           '<sheet name="2B" state="veryHidden" r:id="worksheet"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(worksheet="s.xml"), "xl/s.xml": sheet}), "hand.xlsx")
    assert got == [ROW, ROW] and [entry["key_element"] for entry in entries] == ["1A", "2B"], entries
    assert [line.split(": “")[-1] for line in lines] == ["1–2”", "A–H”", "1A”", "1–2”", "A–H”", "2B”"], lines


class Pipe(io.BytesIO):
    """What cannot be gone back in: sizes come behind the members."""

    def seekable(self):
        return False

    def tell(self):
        raise OSError


def ways_to_pack():
    """A member may have its size behind it, or in 64 bits; a link, or one of two with the same name, is refused."""
    with zipfile.ZipFile(io.BytesIO(document(ROW))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for target in (io.BytesIO, Pipe):
        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            for large in (False, True):
                content = target()
                with zipfile.ZipFile(content, "w", method) as archive:
                    for name, data in members.items():
                        with archive.open(name, "w", force_zip64=large) as member:
                            member.write(data)
                assert imported(content.getvalue(), "hand.docx")[:2] == ([ROW], []), (target, method, large)
    twice, link = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(twice, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in [*members, "word/document.xml"]:
            archive.writestr(name, members[name])
    with zipfile.ZipFile(link, "w") as archive:
        info = zipfile.ZipInfo("word/document.xml")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "other.xml")
        archive.writestr("word/other.xml", members["word/document.xml"])
    for content, why in ((twice, "“word/document.xml” is in it more than once"), (link, "is damaged")):
        with folder() as place:
            (place / "hand.docx").write_bytes(content.getvalue())
            line, = refused(1, "import", f"--output={place / 'plan.geoat'}", place / "hand.docx")
            assert line.endswith(why), line


tap.run([changes, form_fields, notes_and_symbols, other_places, locked, merged_at_the_end, kinds_of_cells, comments_of_word,
         comments_of_excel, missing_strings, text_outside, typed_into_ours, headers_of_word, boxes_of_word,
         note_on_a_heading, beside_the_cells_of_excel, hidden_in_excel, ways_to_pack])

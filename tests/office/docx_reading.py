# SPDX-License-Identifier: GPL-3.0-or-later
"""What the formats of Word mean: it is read or told, once."""

import tap
from program import folder, refused
from sources import HEADINGS, imported, zipped

EN = HEADINGS["en"][:5]
W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
     'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
     'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
     'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"')


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if content.startswith('<') else run(content)}</w:p>"


def cell(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<w:p>') else paragraph(content)}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<w:tc>') else cell(c) for c in cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def document(body, relations="", **parts):
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
                   "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
                   **{f"word/{name.replace('_', '/')}.xml": f"<w:x {W}>{text}</w:x>" for name, text in parts.items()}})


def relation(identifier, kind, target, external=False):
    mode = ' TargetMode="External"' * external
    return f'<Relationship Id="{identifier}" Type="x/{kind}" Target="{target}"{mode}/>'


def read(content, relations="", name="source.docx", **parts):
    """What the fourth cell of a row becomes, and what is said."""
    body = table(row(*EN), row("Ind", "Law", "3", cell(content), "act"))
    plan, lines = imported(document(body, relations, **parts), "--key-element=1A", name=name)
    return plan["entries"][0].get("current_activities"), lines


def told(content, what, *arguments, **parts):
    """That one line says WHAT of the cell."""
    text, lines = read(content, *arguments, **parts)
    assert len(lines) == 1 and lines[0].startswith("row 2, column 4: ") and what in lines[0], lines
    return text


def runs():
    """Hidden text is told and not taken, struck text is told, also by styles; what is switched off is not."""
    for switch in ("<w:vanish/>", '<w:vanish w:val="1"/>', '<w:rStyle w:val="H"/>', '<w:rStyle w:val="B"/>'):
        styles = ('<w:style w:styleId="H"><w:name w:val="Mine"/><w:rPr><w:vanish/></w:rPr></w:style>'
                  '<w:style w:styleId="B"><w:name w:val="Its"/><w:basedOn w:val="H"/></w:style>')
        text = told(f"{run('now')}{run(' secret', switch)}", "hidden in the file: “secret”",
                    relation("s", "styles", "styles.xml"), styles=styles)
        assert text == "now", text
    assert read(run("now", '<w:vanish w:val="0"/><w:strike w:val="false"/>')) == ("now", [])
    for switch in ("<w:strike/>", "<w:dstrike/>"):
        assert told(f"{run('was', switch)}{run(' is')}", "struck through in the file; it is taken as it stands: “was”") == "was is"
    raised = '<w:vertAlign w:val="superscript"/>'
    assert read(f"{run('10')}{run('3', raised)}{run(' m')}{run('2', raised)}") == ("10³ m²", [])
    assert read(f"{run('CO')}{run('2', raised.replace('super', 'sub'))}{run(' 1')}{run('st', raised)}") == ("CO₂ 1st", [])


def symbols():
    """Signs of fonts of pictures are what they show, as signs, as letters in such a font, and out of nowhere."""
    def sign(font, code):
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert read(sign("Symbol", "F0B3") + run(" 3")) == ("≥ 3", [])
    assert read(sign("Wingdings 2", "F050") + sign("Wingdings", "F0FE") + sign("Wingdings", "00A8")) == ("✓☑☐", [])
    assert read(run("a", '<w:rFonts w:ascii="Symbol"/>') + run(" \uf0b7 \uf0fc")) == ("α • ✓", [])
    assert read(run("\u00fe", '<w:rFonts w:ascii="Wingdings"/>') + run(" yes")) == ("☑ yes", [])


def numbers():
    """Numbers and bullets that Word sets are there, level by level, and go on where the list goes on."""
    numbering = ('<w:abstractNum w:abstractNumId="0">'
                 '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
                 '<w:lvl w:ilvl="1"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
                 '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>'
                 '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>'
                 '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>'
                 '<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
                 "</w:lvlOverride></w:num>")

    def item(text, number, level=0):
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    styles = ('<w:style w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>')
    relations = relation("n", "numbering", "numbering.xml") + relation("s", "styles", "styles.xml")
    content = "".join((item("one", 5), item("deep", 5, 1), item("deeper", 5, 1), item("two", 5), item("again", 5, 1),
                       item("anew", 7), item("dot", 6), paragraph("styled", '<w:pStyle w:val="L"/>'), paragraph("plain"),
                       paragraph("none", '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'), item("3", 5)))
    text, lines = read(content, relations, numbering=numbering, styles=styles)
    assert text.split("\n") == ["c) one", "c.I deep", "c.II deeper", "d) two", "d.I again", "a) anew", "• dot", "• styled",
                                "plain", "none", "3"] and lines == [], (text, lines)
    assert read(item("lost", 9) + item("and found", 9)) == ("1. lost\n2. and found", [])


def boxes():
    """Boxes of old and new forms are ticked or not; what is filled in counts, and an invitation does not."""
    def old(*inside):
        return ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>' + "".join(inside) +
                '</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    content = (run("a ") + old('<w:default w:val="0"/>') + run(" b ") + old('<w:default w:val="1"/>') + run(" c ") +
               old('<w:default w:val="0"/>', "<w:checked/>") + run(" d ") + old('<w:default w:val="1"/>', '<w:checked w:val="0"/>'))
    assert read(content) == ("a ☐ b ☒ c ☒ d ☐", [])

    def control(content):
        return f"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt></w:p>"
    assert read(control(run("Filled in"))) == ("Filled in", [])
    style = '<w:style w:styleId="P"><w:name w:val="Placeholder Text"/></w:style>'
    assert read(control(run("Write here", '<w:rStyle w:val="P"/>')), relation("s", "styles", "styles.xml"), styles=style) == (None, [])


def links():
    """Where links lead is told, of fields and elements; a place in the document is none."""
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPER</w:instrText></w:r><w:r><w:instrText>LINK '
             '{}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("here") +
             '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    address = "https://example.org/a?b=c#d"
    assert told(field.format(f'"{address}"'), f"“{address}”") == "here"
    assert read(field.format('\\l "mark"')) == ("here", [])
    assert told(f'<w:hyperlink r:id="l">{run("here")}</w:hyperlink>', f"“{address}”",
                relation("l", "hyperlink", address, external=True)) == "here"
    assert read(f'<w:hyperlink w:anchor="m">{run("here")}</w:hyperlink>') == ("here", [])


def formulas():
    """A formula stands on one line."""
    def part(name, *texts):
        return f"<m:{name}>{''.join(t if t.startswith('<') else f'<m:r><m:t>{t}</m:t></m:r>' for t in texts)}</m:{name}>"
    assert read(f"<m:oMath>{part('f', part('num', 'a + b'), part('den', 'c'))}</m:oMath>{run(' now')}")[0] == "(a + b)/c now"
    assert read(f"<m:oMath>{part('sSup', part('e', 'x'), part('sup', '2'))}</m:oMath>{run(' now')}")[0] == "x^2 now"


def drawings():
    """A picture, chart, drawing, attached file or inserted document is told, once."""
    def drawing(content, description=' descr="A scan"'):
        return (f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Scan 1"{description}/><a:graphic><a:graphicData>{content}'
                "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")
    picture = drawing("<pic:pic><pic:nvPicPr/></pic:pic>")
    assert told(run("now") + picture, "there is a picture here, which a plan cannot hold: “A scan”") == "now"
    told(drawing("<pic:pic/>", ""), "“Scan 1”")
    told(f'<w:r><mc:AlternateContent><mc:Choice>{picture}</mc:Choice><mc:Fallback><w:pict><v:shape alt="A scan"><v:imagedata/>'
         "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>", "“A scan”")
    told('<w:r><w:pict><v:shape alt="Old"><v:imagedata/></v:shape></w:pict></w:r>', "there is a picture here")
    told('<w:r><w:object><v:shape><v:imagedata title="Sheet"/></v:shape><OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
         "there is a chart, drawing or file here")
    told(drawing('<c:chart r:id="c"/>', ""), "“The title”", relation("c", "chart", "chart.xml"),
         chart="<c:title><a:r><a:t>The title</a:t></a:r></c:title>")
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('in the box')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert read(run("now") + box) == ("now\nin the box", [])
    with folder() as place:
        (place / "a.docx").write_bytes(document('<w:altChunk r:id="f"/>', relation("f", "aFChunk", "a.html")))
        line, = refused(1, "import", f"--output={place / 'b.geoat'}", place / "a.docx")
        assert "inserted" in line and "save it again" in line, line


def rows():
    """Rows and cells that are deleted with tracked changes are told and gone; dragged borders do not shift a row."""
    body = table(row(*EN), row("Ind", "Law", "3", "now", "act"),
                 row("Gone", "Law", "1", "x", "y", properties='<w:del w:id="1"/>'),
                 row("Next", cell("Old", '<w:cellDel w:id="2"/>'), "2", "then", "write", properties='<w:ins w:id="3"/>'))
    plan, lines = imported(document(body), "--key-element=1A", name="a.docx")
    assert [(e["indicator"], e.get("alignment")) for e in plan["entries"]] == [("Ind", "Law"), ("Next", None)], plan["entries"]
    assert [line.split(": “")[-1] for line in lines] == ["Gone | Law | 1 | x | y”", "Old”"], lines
    body = table(row(*(cell(h, '<w:gridSpan w:val="2"/>') for h in EN)),
                 row(*(cell(t, '<w:gridSpan w:val="2"/>') for t in ("Ind", "Law", "3", "now", "act"))),
                 row(cell("Two", '<w:gridSpan w:val="3"/>'), cell("Code", '<w:gridSpan w:val="2"/>'), cell("4"),
                     cell("then", '<w:gridSpan w:val="1"/>'), cell("tell", '<w:gridSpan w:val="3"/>')))
    plan, lines = imported(document(body), "--key-element=1A", name="a.docx")
    entry = plan["entries"][1]
    assert (entry["alignment"], entry["current_activities"]) == ("Code", "then"), entry
    assert len(lines) == 1 and lines[0].startswith("row 3") and "in their order" in lines[0], lines


def places():
    """A table in a table for the layout, in a text box and in a content control is read; one in a comment is text."""
    template = table(row(*EN), row("Ind", "Law", "3", "now", "act"))
    for body in (table(row(cell(paragraph("1A") + template + "<w:p/>"))),
                 table(row(cell("logo"), cell(paragraph("1A") + template + "<w:p/>"))),
                 f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('1A')}{template}</w:txbxContent></w:pict></w:r></w:p>",
                 paragraph("1A") + f"<w:sdt><w:sdtContent>{template}</w:sdtContent></w:sdt>"):
        plan, _ = imported(document(body), name="a.docx")
        assert [(e["key_element"], e["indicator"], e["current_activities"]) for e in plan["entries"]] == [("1A", "Ind", "now")]
    comment = f"<w:comment w:id='1'>{paragraph('Before')}{table(row('In'))}{paragraph('After')}</w:comment>"
    told(run("now") + '<w:r><w:commentReference w:id="1"/></w:r>', "“Before\\nIn\\nAfter”",
         relation("c", "comments", "comments.xml"), comments=comment)


def around():
    """Contents are told in one line, captions and headings each, what repeats the heading not."""
    styles = "".join(f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in (
        ("T", "toc 1"), ("H", "heading 2")))
    body = (paragraph("Chapter", '<w:pStyle w:val="T"/>') + paragraph("Other", '<w:pStyle w:val="T"/>') +
            paragraph("Decided", '<w:pStyle w:val="H"/>') + "<w:tbl><w:tblPr><w:tblCaption w:val='Decided'/><w:tblDescription "
            f"w:val='What it is'/></w:tblPr>{row(*EN)}{row('Ind', 'Law', '3', 'now', 'act')}</w:tbl>")
    _, lines = imported(document(body, relation("s", "styles", "styles.xml"), styles=styles), "--key-element=1A", name="a.docx")
    assert [line.split(": “")[-1] for line in lines] == ["Chapter\\nOther”", "Decided”", "What it is”"], lines


def relations():
    """A damaged list of relations is refused; a part that nothing leads to, and a note that is missing, are told."""
    body = table(row(*EN), row("Ind", "Law", "3", '<w:r><w:commentReference w:id="4"/></w:r>', "act"))
    parts = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
             "word/comments.xml": f"<w:comments {W}/>", "word/header2.xml": f"<w:hdr {W}>{paragraph('Draft')}</w:hdr>"}
    _, lines = imported(zipped(parts), "--key-element=1A", name="a.docx")
    assert [line.split(": “")[-1] for line in lines] == ["commentReference4”", "word/comments.xml”", "word/header2.xml”"], lines
    for name in ("word/_rels/document.xml.rels", "_rels/.rels"):
        with folder() as place:
            (place / "a.docx").write_bytes(zipped({**parts, name: "<Relationships><Relationship Id='a'"}))
            line, = refused(1, "import", f"--output={place / 'b.geoat'}", place / "a.docx")
            assert f"“{name}” in it is damaged" in line, line


tap.run([runs, symbols, numbers, boxes, links, formulas, drawings, rows, places, around, relations])

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the formats of Excel mean: it is read or told, once."""

import tap
from program import EXAMPLE, done, folder, refused
from sources import HEADINGS, imported, zipped

X = ('xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')


def cell(address, value, style=0):
    """A cell; a number stays one."""
    if isinstance(value, str) and value.startswith("<"):
        return f'<c r="{address}" s="{style}" t="inlineStr"><is>{value}</is></c>'
    if isinstance(value, str):
        return f'<c r="{address}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'
    return f'<c r="{address}" s="{style}"><v>{value}</v></c>'


def row(number, *values, attributes="", style=0):
    cells = "".join(cell(f"{chr(65 + i)}{number}", value, style if i == 3 else 0) for i, value in enumerate(values))
    return f'<row r="{number}" {attributes}>{cells}</row>'


def workbook(rows, behind="", before="", styles="", state="visible", **parts):
    relations = '<Relationship Id="s" Type="x/worksheet" Target="s.xml"/><Relationship Id="y" Type="x/styles" Target="y.xml"/>'
    return zipped({
        "xl/workbook.xml": f'<workbook {X}><sheets><sheet name="Plan" state="{state}" r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
        "xl/y.xml": f"<styleSheet {X}>{styles}</styleSheet>",
        "xl/s.xml": f"<worksheet {X}>{before}<sheetData>{rows}</sheetData>{behind}</worksheet>",
        **{name.replace("__", "/").replace("-", "."): text for name, text in parts.items()}})


def read(value, style=0, **more):
    """What the fourth cell of a row becomes, and what is said."""
    rows = row(1, *HEADINGS["en"][:5]) + row(2, "Ind", "Law", 3, value, "act", style=style)
    plan, lines = imported(workbook(rows, **more), "--key-element=1A", name="a.xlsx")
    return plan["entries"][0].get("current_activities"), lines


def formats(*codes):
    numbers = "".join(f'<numFmt numFmtId="{200 + i}" formatCode="{code}"/>' for i, code in enumerate(codes))
    return (f'<numFmts>{numbers}</numFmts><cellXfs><xf numFmtId="0"/>' +
            "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(len(codes))) + "</cellXfs>")


def units():
    """A unit or currency that a format adds to a number is told with it; a pattern or a colour is none."""
    codes = ["#,##0 &quot;EUR&quot;", "0&quot; women&quot;", "[$€-2]\\ #,##0", "[Red]0.0;[Blue]-0.0", "#,##0_ ;\\-#,##0\\ ", "General"]
    for style, shown in enumerate(["30 EUR", "30 women", "€ 30", None, None, None], 1):
        text, lines = read(30, style, styles=formats(*codes))
        assert text == "30" and [line.split(": “")[-1] for line in lines] == ([f"{shown}”"] if shown else []), (codes[style - 1], lines)


def dates():
    """A date is as exact as it is shown."""
    codes = ["mmm yyyy", "yyyy", "dd/mm/yyyy", "[$-409]mmmm\\-yy;@", "yyyy&quot; (mm)&quot;", "hh:mm", "mmmm"]
    for style, shown in enumerate(["2026-03", "2026", "2026-03-08", "2026-03", "2026", "46089", "2026-03"], 1):
        assert read(46089, style, styles=formats(*codes)) == (shown, []), (codes[style - 1], read(46089, style, styles=formats(*codes)))
    assert read(46089, 1, styles='<cellXfs><xf numFmtId="0"/><xf numFmtId="17"/></cellXfs>') == ("2026-03", [])


def runs():
    """Text that is struck through is told, superscripts and signs of fonts of pictures are read."""
    def rich(properties, text):
        return f'<r><t xml:space="preserve">now </t></r><r><rPr>{properties}</rPr><t>{text}</t></r>'
    text, lines = read(rich("<strike/>", "was"))
    assert text == "now was" and len(lines) == 1 and lines[0].endswith("it is taken as it stands: “was”"), lines
    assert read(rich('<strike val="0"/>', "is")) == ("now is", [])
    assert read(rich('<vertAlign val="superscript"/>', "2")) == ("now ²", [])
    assert read(rich('<rFont val="Wingdings"/>', "\u00fe")) == ("now ☑", [])
    styles = ('<fonts><font/><font><strike/><name val="Arial"/></font><font><name val="Wingdings"/></font></fonts>'
              '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>')
    text, lines = read("was", 1, styles=styles)
    assert text == "was" and len(lines) == 1 and "struck through" in lines[0], lines
    assert read("\u00fc", 2, styles=styles) == ("✓", [])


def links():
    """Where links lead is told, of cells and of formulas."""
    address = "https://example.org/a?b=c#d"
    relations = f'<Relationships><Relationship Id="l" Type="x/hyperlink" Target="{address}" TargetMode="External"/></Relationships>'
    text, lines = read("here", behind='<hyperlinks><hyperlink ref="D2:D3" r:id="l"/><hyperlink ref="A1" location="x"/></hyperlinks>',
                       **{"xl___rels__s-xml-rels": relations})
    assert text == "here" and len(lines) == 1 and "row 2, column 4" in lines[0] and lines[0].endswith(f"“{address}”"), lines


def hidden():
    """Hidden rows, columns and sheets are taken, and told once for those that are side by side."""
    first = row(1, *HEADINGS["en"][:5])
    rows = first + "".join(row(i, f"Ind {i}", "Law", 3, "now", "act", attributes='hidden="1"' * (3 <= i <= 5)) for i in range(2, 8))
    plan, lines = imported(workbook(rows, before='<cols><col min="2" max="3" hidden="1"/><col min="9" max="20" hidden="1"/></cols>',
                                    state="hidden"), "--key-element=1A", name="a.xlsx")
    assert len(plan["entries"]) == 6, plan["entries"]
    assert sorted(line.split(": “")[-1] for line in lines) == ["3–5”", "B–C”", "Plan”"], lines


def beside():
    """Prompts, pictures, charts, objects and columns far right are told; a chart of ours is not."""
    drawing = ('<d xmlns:r="r"><twoCellAnchor><from><col>3</col><row>1</row></from><pic><cNvPr name="Picture 1" descr="A scan"/></pic>'
               '</twoCellAnchor><twoCellAnchor><from><col>4</col><row>1</row></from><graphicFrame><cNvPr name="Chart 2"/><chart r:id="c"/>'
               "</graphicFrame></twoCellAnchor></d>")
    far = row(1, *HEADINGS["en"][:5]) + row(2, "Ind", "Law", 3, "now", "act").replace("</row>", cell("XFD2", "far") + "</row>")
    validation = '<dataValidations><dataValidation sqref="C2:C9" promptTitle="Level" prompt="0 to 5"/></dataValidations>'
    objects = '<oleObjects><oleObject progId="Word.Document.12"/></oleObjects>'
    content = workbook(far, behind=validation + objects, **{
        "xl___rels__s-xml-rels": '<Relationships><Relationship Id="d" Type="x/drawing" Target="d.xml"/></Relationships>',
        "xl__d-xml": drawing, "xl__c-xml": "<c><t>The title</t></c>",
        "xl___rels__d-xml-rels": '<Relationships><Relationship Id="c" Type="x/chart" Target="c.xml"/></Relationships>'})
    plan, lines = imported(content, "--key-element=1A", name="a.xlsx")
    assert len(plan["entries"]) == 1
    assert sorted(line.split(": “")[-1] for line in lines) == [
        "A scan”", "Level: 0 to 5”", "The title”", "Word.Document.12”", "far”"], lines
    ours = done("export", "--to=xlsx", "--output=-", EXAMPLE)
    assert not [line for line in imported(ours, name="a.xlsx")[1] if "chart" in line]


def relations():
    """A damaged list of relations is refused; a part that nothing leads to is told."""
    rows = row(1, *HEADINGS["en"][:5]) + row(2, "Ind", "Law", 3, "now", "act")
    _, lines = imported(workbook(rows, **{"xl__comments1-xml": "<x/>"}), "--key-element=1A", name="a.xlsx")
    assert len(lines) == 1 and lines[0].endswith("“xl/comments1.xml”"), lines
    with folder() as place:
        (place / "a.xlsx").write_bytes(workbook(rows, **{"xl___rels__s-xml-rels": "<Relationships><Rel"}))
        line, = refused(1, "import", f"--output={place / 'b.geoat'}", place / "a.xlsx")
        assert "“xl/_rels/s.xml.rels” in it is damaged" in line, line


tap.run([units, dates, runs, links, hidden, beside, relations])

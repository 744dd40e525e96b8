# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that want to bring down or deceive whoever imports them: a clear error, soon, in bounded memory."""

import hashlib
import io
import json
import random
import resource
import zipfile

import tap
from program import EXAMPLE, SANITIZED, done, folder, geoat, key_elements, refused, small_plan, write
from sources import HEADINGS, rows_to_csv, zipped

MEMORY = 1 << 30  # bytes of memory that a program which imports may ask for
SECONDS = 30  # of work, however slow the computer


def limits():
    """Ends a program that goes beyond its limits. The address sanitizer asks for terabytes to begin with."""
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def is_refused(content, to):
    """Importing gives one line that names the file, and nothing else is made or touched."""
    with folder() as place:
        source, output = place / f"source.{to}", place / "plan.geoat"
        source.write_bytes(content)
        lines = refused(1, "import", f"--output={output}", source, preexec_fn=limits)
        assert len(lines) == 1 and lines[0].startswith(f"{source}: "), lines
        assert "root:" not in lines[0] and list(place.iterdir()) == [source]


def is_survived(content, to):
    """Importing makes a valid plan, or is refused."""
    with folder() as place:
        source, output = place / f"source.{to}", place / "plan.geoat"
        source.write_bytes(content)
        result = geoat("import", f"--output={output}", source, preexec_fn=limits)
        assert result.returncode in (0, 1), (result.returncode, result.stderr[:2000])
        assert output.exists() == (result.returncode == 0)
        if output.exists():
            done("check", output)


def package(**members):
    """A ZIP package; double underscores in names stand for slashes, a dash for the point."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return content.getvalue()


def hostile_packages():
    """Bombs, entities, damage and nonsense: a clear error, in bounded time and memory, and no file."""
    good = done("export", "--to=docx", "--output=-", "--no-charts", EXAMPLE)
    start = '<?xml version="1.0"?>'
    bomb = start + "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
        f"<!ENTITY a{i} '{f'&a{i - 1};' * 20}'>" for i in range(1, 20)) + "]><x>&a19;</x>"
    cases = [
        b"", b"PK", good[:5000], good[:-200], good[100:], package(), package(word__document_xml=""),
        package(word__document_xml="<x"), package(word__document_xml=start + "<w>" * 5000),
        package(word__document_xml=bomb), package(word__other_xml="x"),
        package(word__document_xml=start + "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>"),
        package(word__document_xml=start + "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"),
        package(word__document_xml=start + "<a>" + " " * (200 << 20) + "</a>"),
        package(word__document_xml=package(word__document_xml="x")),
        package(**{f"m{i}": "" for i in range(20000)}, word__document_xml=start + "<x/>"),
        EXAMPLE.read_bytes(),
    ]
    for content in cases:
        is_refused(content, "docx")
    for content in bad_workbooks():
        is_refused(content, "xlsx")


def bad_workbooks():
    """Workbooks that are none, or that want to exhaust whoever reads them."""
    good = done("export", "--to=xlsx", "--output=-", "--no-charts", EXAMPLE)
    sheets = "<w>" + "".join(f'<sheet name="s{i}" id="r"/>' for i in range(5000)) + "</w>"
    rels = '<r><Relationship Id="r" Target="s.xml"/></r>'
    blanks = "<w>" + '<row r="1"><c r="A1"/></row>' * 500000 + "</w>"
    merges = "<w>" + "".join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(1, 2000)) + (
        '<mergeCell ref="A1:A1048576"/>' * 100000) + "</w>"

    def workbook(sheet, names='<w><sheet name="s" id="r"/></w>', relations=rels):
        return package(xl__workbook_xml=names, xl__x="") if relations is None else zipped(
            {"xl/workbook.xml": names, "xl/_rels/workbook.xml.rels": relations, "xl/s.xml": sheet})

    return [b"PK\3\4", good[:3000], good[:-100], workbook("", relations=None), workbook("<x"),
            workbook("<w/>", names="<w"), workbook("<w/>", relations="<r/>"),
            workbook("<w/>", relations='<r><Relationship Id="r" Target="../../etc/passwd"/></r>'),
            workbook("<w/>", names=sheets), workbook(blanks), workbook(merges),
            workbook("<w>" + " " * (200 << 20) + "</w>"),
            workbook('<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'),
            workbook('<w><row r="999999999999"><c r="ZZZZZZ99999999"><v>1</v></c></row></w>')]


def flipped_bits():
    """A file in which bits have changed is read or refused: it never brings the program down."""
    chance = random.Random(7)
    good = {to: done("export", f"--to={to}", "--output=-", "--no-charts", EXAMPLE) for to in ("docx", "xlsx")}
    with folder() as place:
        output = place / "plan.geoat"
        for to in ["docx", "xlsx"] * 30:
            source = place / f"source.{to}"
            bad = bytearray(good[to])
            for _ in range(chance.randrange(1, 20)):
                bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
            source.write_bytes(bad)
            result = geoat("import", f"--output={output}", source)
            assert result.returncode in (0, 1), result
            if output.exists():
                done("check", output)
                output.unlink()


def cut_off():
    """A file that ends too early is read or refused, wherever it ends."""
    for to in ("docx", "xlsx"):
        good = done("export", f"--to={to}", "--output=-", "--no-charts", EXAMPLE)
        for part in range(40):
            is_survived(good[:len(good) * part // 40], to)


def path_tricks():
    """A member counts by its very name, whatever else it may mean to a file system; none is ever unpacked."""
    good = zipfile.ZipFile(io.BytesIO(done("export", "--to=docx", "--output=-", "--no-charts", EXAMPLE)))
    text = good.read("word/document.xml")
    for name in ("../word/document.xml", "/word/document.xml", "word/../word/document.xml", "./word/document.xml",
                 "WORD/DOCUMENT.XML", "word/document.xml/", "C:word/document.xml",
                 "word/document.xmlx"):
        is_refused(zipped({name: text, "../../evil": "x", "/tmp/evil": "x"}), "docx")


def other_kinds():
    """A package of something else, an old office file, a damaged one, an encrypted one."""
    document = done("export", "--to=docx", "--output=-", "--no-charts", EXAMPLE)
    workbook = done("export", "--to=xlsx", "--output=-", "--no-charts", EXAMPLE)
    is_refused(zipped({"content.xml": "<x/>", "mimetype": "application/vnd.oasis.opendocument.text"}), "docx")
    is_refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "docx")
    is_refused(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": workbook}), "docx")
    flags = bytearray(document)
    for sign, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = flags.find(sign)
        while place >= 0:
            flags[place + at] |= 1
            place = flags.find(sign, place + 4)
    is_refused(bytes(flags), "docx")


def entities_everywhere():
    """No part of a workbook may declare an entity, inside or outside."""
    good = zipfile.ZipFile(io.BytesIO(done("export", "--to=xlsx", "--output=-", "--no-charts", EXAMPLE)))
    parts = {name: good.read(name).decode() for name in good.namelist()}
    for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
                 "xl/worksheets/sheet1.xml"):
        for entity in ("'ha'", "SYSTEM 'file:///etc/passwd'"):
            head, rest = parts[name].split("?>", 1)
            bad = f"{head}?><!DOCTYPE x [<!ENTITY e {entity}>]>{rest}"
            is_refused(zipped({**parts, name: bad}), "xlsx")


def a_gigabyte_of_blanks():
    """A sheet that unpacks to a gigabyte of blanks is refused before it is unpacked."""
    content = io.BytesIO()
    blanks = b'<row r="1"><c r="A1" s="1"/></row>' * (1 << 19)
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", '<w><sheet name="s" id="r"/></w>')
        archive.writestr("xl/_rels/workbook.xml.rels", '<r><Relationship Id="r" Target="s.xml"/></r>')
        with archive.open("xl/s.xml", "w") as member:
            member.write(b"<w>")
            for _ in range((1 << 30) // len(blanks) + 1):
                member.write(blanks)
            member.write(b"</w>")
    assert len(content.getvalue()) < 16 << 20
    is_refused(content.getvalue(), "xlsx")


def too_many_cells():
    """Hundreds of thousands of rows that all say something, of the template or not, are read or refused."""
    heading = "".join(f'<c t="str"><v>{text}</v></c>' for text in (
        "GEOAT indicator", "Strategic alignment", "GEOAT evaluation scale"))
    for row in ('<row><c><v>1</v></c><c><v>2</v></c></row>', '<row><c><v>i</v></c><c/><c><v>3</v></c></row>'):
        sheet = f"<w><row>{heading}</row>{row * 300000}</w>"
        is_survived(zipped({"xl/workbook.xml": '<w><sheet name="1A" id="r"/></w>', "xl/s.xml": sheet,
                            "xl/_rels/workbook.xml.rels": '<r><Relationship Id="r" Target="s.xml"/></r>'}), "xlsx")


def swelling():
    """Little files that stand for billions of cells, or for the same long text a million times, are refused."""
    names = {"xl/workbook.xml": '<w><sheet name="1A" id="r"/></w>',
             "xl/_rels/workbook.xml.rels": '<r><Relationship Id="r" Target="s.xml"/></r>'}
    long = "x" * 100000
    rows = "".join(f'<row r="{i}"><c r="B{i}"><v>1</v></c></row>' for i in range(2, 100000))
    merges = f'<w><row r="1"><c r="A1" t="str"><v>{long}</v></c></row>{rows}<mergeCell ref="A1:A99999"/></w>'
    for parts in ({"xl/s.xml": "<w>" + '<row><c r="IV1"><v>1</v></c></row>' * 1000000 + "</w>"},
                  {"xl/s.xml": "<w>" + '<row><c t="s"><v>0</v></c></row>' * 100000 + "</w>",
                   "xl/sharedStrings.xml": f"<w><si><t>{long}</t></si></w>"},
                  {"xl/s.xml": merges}, {"xl/workbook.xml": "<w>" + "<sheet/>" * 10000000 + "</w>"}):
        is_refused(zipped({**names, "xl/s.xml": "<w/>", **parts}), "xlsx")
    for body in ("<tbl><tr>" + '<tc><gridSpan val="100"/></tc>' * 1000000 + "</tr></tbl>",
                 "<tbl>" + '<tr><gridBefore val="100"/></tr>' * 1000000 + "</tbl>",
                 f"<tbl><tr><tc><p><t>{long}</t></p></tc></tr>" + "<tr><tc><vMerge/></tc></tr>" * 100000 + "</tbl>",
                 "<tbl/>" * 10000000, "<tbl>" + "<tr/>" * 10000000 + "</tbl>"):
        is_refused(zipped({"word/document.xml": f"<w>{body}</w>"}), "docx")


def empty_cells():
    """Shared strings of a workbook, or cells of a CSV, by the million, with nothing in them, are refused."""
    is_refused(zipped({"xl/workbook.xml": '<w><sheet name="1A" id="r"/></w>', "xl/s.xml": "<w/>",
                       "xl/_rels/workbook.xml.rels": '<r><Relationship Id="r" Target="s.xml"/></r>',
                       "xl/sharedStrings.xml": "<w>" + "<si/>" * 25000000 + "</w>"}), "xlsx")
    for text in (b"," * 30000000, b"a\n" * 20000000, b'"",' * 15000000):
        is_refused(text, "csv")


def lines_of_nothing():
    """A list of millions of lines is refused."""
    for line in (b"\n", b"a\n", b"a b\r\n"):
        with folder() as place:
            source, output = place / "source.txt", place / "plan.geoat"
            source.write_bytes(line * 20000000)
            refused(1, "import", "--indicators", "--key-element=1A", f"--output={output}", source, preexec_fn=limits)


def growing():
    """What is large in a file only takes time by its size, not by its square."""
    columns = 250000
    wide = "<tr>" + "<tc><p><t>a</t></p></tc>" * columns + "</tr><tr>" + "<tc><vMerge/></tc>" * columns + "</tr>"
    is_refused(zipped({"word/document.xml": f"<w><tbl>{wide}</tbl></w>"}), "docx")

    columns = 120000
    first = HEADINGS["en"][:3]
    rows = [["x"] * columns + first, [""] * columns + ["i", "a", "3"], ["y"] * columns + [""] * 3]
    is_survived(rows_to_csv([["1A"], *rows]).encode(), "csv")

    n = 60000
    rows = [["Key element", *first]] + [["1A", f"i{i}", "a", "3"] for i in range(n)]
    rows += [["Key element", first[0], "Reason"]] + [["1A", f"i{i}", "so"] for i in reversed(range(n))]
    is_survived(rows_to_csv(rows).encode(), "csv")


def many_headers():
    """Thousands of headers among thousands of other parts are read in time."""
    n = 5000
    rels = "<r>" + "".join(f'<Relationship Id="h{i}" Type="x/header" Target="h{i}.xml"/>' for i in range(n)) + "</r>"
    parts = {f"word/h{i}.xml": f"<h><p><t>text {i}</t></p></h>" for i in range(n)}
    row = "<tr>" + "".join(f"<tc><p><t>{text}</t></p></tc>" for text in HEADINGS["en"][:3]) + "</tr>"
    is_survived(zipped({"word/document.xml": f"<w><p><t>1A</t></p><tbl>{row * 2}</tbl></w>", **parts,
                        "word/_rels/document.xml.rels": rels, **{f"m{i}": "" for i in range(4900)}}), "docx")


def many_of_many():
    """A large file for a large plan that has none of its indicators: each is looked for among its like only."""
    def text(*what):
        return hashlib.sha256(repr(what).encode()).hexdigest()
    n, elements, plan = 20000, key_elements(), small_plan()
    plan["entries"] = [{"id": f"e{i}", "key_element": elements[i % 18], "indicator": text(i)} for i in range(n)]
    rows = [["Key element", *HEADINGS["en"][:3]]] + [[elements[i % 18], text("new", i), "a", "3"] for i in range(n)]
    with folder() as place:
        source, output = place / "source.csv", place / "new.geoat"
        source.write_text(rows_to_csv(rows), "utf-8")
        result = geoat("import", f"--into={write(place / 'plan.geoat', plan)}", f"--output={output}", source,
                       preexec_fn=limits)
        assert result.returncode == 0 and result.stderr == b"", result
        assert len(json.loads(output.read_text("utf-8"))["entries"]) == 2 * n


def many_of_nearly_the_same():
    """Thousands of indicators that say nearly the same: those that are not compared with all others are told, and new."""
    base = "The administration has a written policy on equality and diversity, and everybody in its posts and ports knows"
    for n, whole in ((3000, True), (20000, False)):
        plan = small_plan()
        plan["entries"] = [{"id": f"e{i}", "key_element": "1A", "indicator": f"{base} {i:05d}"} for i in range(n)]
        rows = [["Key element", *HEADINGS["en"][:3]]] + [["1A", f"{base} {i:05d}x", "a", "3"] for i in range(n)]
        with folder() as place:
            source, output = place / "source.csv", place / "new.geoat"
            source.write_text(rows_to_csv(rows), "utf-8")
            result = geoat("import", f"--into={write(place / 'plan.geoat', plan)}", f"--output={output}", source,
                           preexec_fn=limits)
            assert result.returncode == 0, result.stderr[-500:]
            left = result.stderr.count(b": to check: there are too many to compare it with by its wording")
            assert (left == 0) == whole and len(json.loads(output.read_text("utf-8"))["entries"]) == n + left, (n, left)
            assert result.stderr.count(b": to check: the wording is almost that of ") == n - left, (n, left)


def long_labels():
    """A long heading, or text above a table, is not told with each of the cells below it in full."""
    heading = ["GEOAT indicator", "Strategic alignment", "GEOAT evaluation scale", "x" * 100000]
    with folder() as place:
        source, output = place / "source.csv", place / "plan.geoat"
        source.write_text(f"{','.join(heading)}\n" + "".join(f"i{i},a,2,z\n" for i in range(6000)))
        result = geoat("import", "--key-element=1A", f"--output={output}", source, preexec_fn=limits)
        # each of the cells once, and the heading once
        assert result.returncode == 0 and result.stderr.count(b"\n") == 6001, result.stderr[-200:]
        assert output.stat().st_size < 6000 * 1000

    def row(*cells):
        return f"<tr>{''.join(f'<tc><p><t>{text}</t></p></tc>' for text in cells)}</tr>"
    body = f"<p><t>{'text ' * 20000}</t></p><p><t>1A</t></p><tbl>{row(*heading[:3], 'More')}"
    body += "".join(row(f"i{i}", "", "", "z") for i in range(1000))
    with folder() as place:
        source, output = place / "source.docx", place / "plan.geoat"
        source.write_bytes(zipped({"word/document.xml": f"<w>{body}</tbl></w>"}))
        result = geoat("import", f"--output={output}", source, preexec_fn=limits)
        lines = result.stderr.decode().splitlines()
        assert result.returncode == 0 and len(lines) == 1002 and all(len(line) < 1000 for line in lines), lines[0][:500]
        assert "not used: this stands outside of the tables: “text text" in lines[0] and lines[0].endswith("…”")
        assert all("“1A”, row " in line for line in lines[1:]), lines[1][:500]


TESTS = [hostile_packages, flipped_bits, cut_off, path_tricks, other_kinds, entities_everywhere,
         a_gigabyte_of_blanks, swelling, long_labels]
# These are about nothing but limits.
LIMITED = [too_many_cells, empty_cells, lines_of_nothing, growing, many_headers, many_of_many, many_of_nearly_the_same]

tap.run(TESTS if SANITIZED else TESTS + LIMITED)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Text files of others: encodings, separators, quotation marks."""

import io
import zipfile

import tap
from program import EXAMPLE, done, folder, refused
from sources import imported

HEAD = "GEOAT indicator;Strategic alignment;GEOAT evaluation scale;Current activities\r\n"

# A row of a plan in a script, and the encodings that office programs write it in.
WRITTEN = [
    (["Égalité salariale à tous les échelons", "Loi n° 5", "3", "Une étude a été menée"],
     ["cp1252", "mac_roman", "cp850"]),
    (["Ind é 1", "Loi", "3", "now"], ["cp1252", "mac_roman", "cp850"]),
    (["Hay una política de género", "Ley", "3", "Ningún niño"], ["cp1252", "mac_roman", "cp850"]),
    (["Policy – “written” it’s", "Law", "3", "now"], ["cp1252"]),
    (["Политика равенства принята", "Закон", "3", "Обучение персонала"], ["cp1251", "koi8-r"]),
    (["Polityka równości została przyjęta", "Prawo", "3", "Szkolenie pracowników się odbyło"],
     ["cp1250", "iso8859_2"]),
    (["سياسة مكتوبة", "قانون", "3", "الآن"], ["cp1256", "iso8859_6"]),
    (["Eşitlik politikası yazılı", "Yasa", "3", "Eğitim yapıldı"], ["cp1254"]),
    (["Πολιτική ισότητας", "Νόμος", "3", "Εκπαίδευση προσωπικού"], ["cp1253"]),
    (["יש מדיניות שוויון", "חוק", "3", "now"], ["cp1255"]),
    (["มีนโยบายความเท่าเทียม", "กฎหมาย", "3", "now"], ["cp874"]),
    (["男女平等の方針がある", "法律", "3", "now"], ["shift_jis", "euc_jp"]),
    (["有性别平等政策", "法律", "3", "now"], ["gb18030"]),
]


def encodings():
    """The encoding of a text file is guessed, and said; it can be named."""
    for row, encodings_of_it in WRITTEN:
        for encoding in encodings_of_it:
            content = (HEAD + ";".join(row) + "\r\n").encode(encoding)
            plan, lines = imported(content, "--key-element=1A")
            entry, = plan["entries"]
            got = [entry["indicator"], entry["alignment"], entry["current_activities"]]
            assert got == [row[0], row[1], row[3]], (encoding, got)
            assert len(lines) == 1 and "encoding" in lines[0], (encoding, lines)


def quotation_marks():
    """A quotation mark in the wrong place belongs to the text, which is told; no row is swallowed."""
    for cell, read in (('5" wide', '5" wide'), ('the "Gender" law', 'the "Gender" law'),
                       ('"open', '"open'), ('"quoted" and more', '"quoted" and more'),
                       ('"said ""yes"""', 'said "yes"'), ('"two\r\nlines; one cell"', "two\r\nlines; one cell")):
        text = HEAD + f"Ind 1;{cell};3;\r\nInd 2;\"a; b\";2;\r\nInd 3;;1;stray \" here\r\n"
        plan, lines = imported(text.encode(), "--key-element=1A")
        first, second, third = plan["entries"]
        assert first["alignment"] == read, (cell, first)
        assert second["alignment"] == "a; b" and third["current_activities"] == 'stray " here'
        assert any("row 4, column 4" in line or "row 5, column 4" in line for line in lines), lines


def separators():
    """Bars separate cells too, and a first line may name what does."""
    rows = [HEAD.strip().split(";"), ["Ind 1", "Law", "3", "now"]]
    for first, separator in (("", "|"), ("", "\t"), ("sep=|\r\n", "|"), ("SEP=;\r\n", ";"),
                             ('"sep=^"\r\n', "^"), ("sep=\t\r\n", "\t")):
        text = first + "".join(separator.join(row) + "\r\n" for row in rows)
        plan, lines = imported(text.encode(), "--key-element=1A")
        entry, = plan["entries"]
        assert (entry["indicator"], entry["alignment"]) == ("Ind 1", "Law"), (first, entry)
        assert lines == [], lines


def named_encoding():
    """An encoding that is named counts, and nothing is said; it must be one, and the file a text."""
    text = HEAD + "Žena;Law;3;now\r\n"
    plan, lines = imported(text.encode("cp1250"), "--key-element=1A", "--encoding=Windows-1250")
    assert plan["entries"][0]["indicator"] == "Žena" and lines == [], lines
    with folder() as place:
        for name, content, encoding in (("a.csv", b"\xff\xfe\xfd", "utf-8"), ("a.docx", word(), "cp1250")):
            (place / name).write_bytes(content)
            refused(1, "import", f"--encoding={encoding}", f"--output={place / 'new.geoat'}", place / name)


def word():
    return done("export", "--to=docx", "--output=-", "--no-charts", EXAMPLE)


def excel():
    return done("export", "--to=xlsx", "--output=-", "--no-charts", EXAMPLE)


def package(*names, first=b""):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "<x/>")
    return content.getvalue()


def names():
    """What a file is counts by its bytes, not by its name."""
    csv = (HEAD + "Ind 1;Law;3;now\r\n").encode()
    for content, endings in ((word(), ["docx", "docm", "dotx", "doc", "xlsx", "zip"]),
                             (excel(), ["xlsx", "xlsm", "xltx", "docx", "xls"]),
                             (csv, ["csv", "tsv", "txt", "xls", "dat"])):
        for ending in endings:
            plan, _ = imported(content, "--key-element=1A", name=f"source.{ending}")
            assert plan["entries"], ending


def other_kinds():
    """What cannot be read is refused with what helps, whatever it is called."""
    wide = "WordDocument".encode("utf-16-le"), "Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
    spreadsheet = b"application/vnd.oasis.opendocument.spreadsheet"
    text = b"application/vnd.oasis.opendocument.text"
    for content, says in ((old + wide[0], [".doc)", ".docx"]), (old + wide[1], [".xls)", ".xlsx"]),
                          (old + wide[2], ["password"]), (old, [".docx"]),
                          (package("content.xml", first=spreadsheet), [".ods", ".xlsx"]),
                          (package("content.xml", first=text), [".odt", ".docx"]),
                          (package("xl/styles.xml", "xl/workbook.bin"), [".xlsb", ".xlsx"]),
                          (package("ppt/presentation.xml"), ["slides"]),
                          (b"%PDF-1.7\n", ["PDF"]), (b"{\\rtf1\\ansi", [".rtf", ".docx"]),
                          (b"<html><table><tr><td>GEOAT indicator", ["web page", ".xlsx"]),
                          ("<HTML>".encode("utf-16"), ["web page"]), (b"\x89PNG\r\n", ["picture"]),
                          (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
                           ["XML", ".xlsx"]), (EXAMPLE.read_bytes(), ["plan"])):
        for ending in ("docx", "xlsx", "csv", "xls"):
            with folder() as place:
                (place / f"a.{ending}").write_bytes(content)
                line, = refused(1, "import", f"--output={place / 'new.geoat'}", place / f"a.{ending}")
                assert all(word in line for word in says), (says, line)


tap.run([named_encoding, names, other_kinds, encodings, quotation_marks, separators])

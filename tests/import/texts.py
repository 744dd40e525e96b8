# SPDX-License-Identifier: GPL-3.0-or-later
"""Text files of others: encodings, separators, quotation marks."""

import tap
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


tap.run([encodings, quotation_marks, separators])

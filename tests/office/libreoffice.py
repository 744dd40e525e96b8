# SPDX-License-Identifier: GPL-3.0-or-later
"""What LibreOffice opens and saves again comes back the same. Needs LibreOffice's Writer and Calc.

    libreoffice.py                  the tests
    libreoffice.py --make FOLDER    makes anew the files that office_files.py imports
"""

import csv
import json
import pathlib
import re
import subprocess
import sys

import tap
from office_files import HEADINGS, ROWS
from program import EXAMPLE, done, entries_in_round, folder, geoat, key_elements, small_plan, write

TEXTS = ["one\ntwo\n\nfour", "a\tb", '"quoted", and "', "inside  two blanks", "'quoted'", "=1+1", "+33 1 23", "-5 %",
         "@SUM(A1)", "'=1", "😀👩‍👩‍👧", "المساواة بين الجنسين", "ความเท่าเทียม", "e\u0301a\u0308", "x\u00a0x",
         "<b>&amp;]]>&#x41;", "x" * 30000, "N/A", "5", "TRUE", "2026-03-08"]


def convert(place, source, to, *options):
    """Has LibreOffice, with a profile of its own, write SOURCE in another format; returns the file."""
    out = place / "out"
    subprocess.run(["soffice", f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", *options,
                    "--convert-to", to, "--outdir", out, source], check=True, capture_output=True, timeout=300)
    made = out / f"{source.stem}.{to.split(':')[0]}"
    assert made.exists(), source
    return made


def said(plan):
    """All that a filled template and what stands behind it say of a plan, without ids."""
    last = plan["rounds"][-1]["id"]
    entries = []
    for element in key_elements():
        for entry in entries_in_round(plan, last):
            if entry["key_element"] == element:
                rating = entry.get("ratings", {}).get(last, {})
                entries.append((element, entry["indicator"], entry.get("alignment"), rating.get("level"),
                                rating.get("reason"), entry.get("current_activities"), entry.get("notes"),
                                [{k: v for k, v in a.items() if k != "id"} for a in entry.get("actions", [])]))
    return entries, [{k: v for k, v in m.items() if k != "id"} for m in plan.get("working_group", [])]


def saved_again(path):
    """A plan that is exported, opened and saved by LibreOffice, and imported, says the same."""
    wanted = said(json.loads(path.read_text("utf-8")))
    for to in ("docx", "xlsx"):
        with folder() as place:
            source, output = place / f"source.{to}", place / "new.geoat"
            done("export", f"--to={to}", f"--output={source}", path)
            made = convert(place, source, to)
            assert made.read_bytes() != source.read_bytes()
            result = geoat("import", f"--output={output}", made)
            assert result.returncode == 0, result
            lines = [line for line in result.stderr.decode().splitlines() if ": “Plan”, " not in line]
            assert not lines, (to, lines)
            got = said(json.loads(output.read_text("utf-8")))
            assert len(got[0]) == len(wanted[0]), (to, len(got[0]), len(wanted[0]))
            for a, b in zip(got[0] + got[1], wanted[0] + wanted[1]):
                assert a == b, (to, a, b)


def the_example():
    """The example, saved again by LibreOffice as Word and as Excel file, is the same."""
    saved_again(EXAMPLE)


def other_texts():
    """So are texts of all kinds."""
    plan = small_plan()
    plan["entries"] = [{
        "id": f"e{i}", "key_element": key_elements()[i % 18], "indicator": text, "alignment": TEXTS[i - 1],
        "current_activities": text, "ratings": {"r2": {"level": [0, 1, 2, 3, 4, 5, "na"][i % 7]}},
        "actions": [{"id": f"a{i}-{j}", "activity": f"{j} {text}", "units": text, "timeline": TEXTS[i - 2],
                     "start": "2026-01-31", "targets": text, "status": "in-progress"} for j in range(1 + i % 3)]}
        for i, text in enumerate(TEXTS)]
    with folder() as place:
        saved_again(write(place / "plan.geoat", plan))


def letters(text):
    return re.sub("[^A-Za-z0-9]", "", text)


def printed():
    """Printed from our Word file and from our workbook, no text is cut off."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    texts = [text for entry in said(plan)[0] for text in [
        entry[1], entry[2], entry[5], *(a.get(m) for a in entry[7] for m in ("activity", "units", "timeline", "targets"))]
        if text]
    assert len(texts) > 400
    for to in ("docx", "xlsx"):
        with folder() as place:
            source = place / f"source.{to}"
            done("export", f"--to={to}", f"--output={source}", EXAMPLE)
            pages = subprocess.run(["pdftotext", "-raw", convert(place, source, "pdf"), "-"], check=True,
                                   capture_output=True).stdout.decode()
            printed = letters(pages)
            # a text that runs over a page is not in one piece
            missing = [text for text in texts if letters(text) not in printed]
            assert len(missing) < len(texts) / 20, (to, len(missing), len(texts), missing[:5])


def make(place):
    """The template as someone would make it in LibreOffice: a sheet from rows, a text with a table."""
    with folder() as work:
        sheet, text = work / "template.csv", work / "template.html"
        with open(sheet, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADINGS + ["Key element"]] + [row[1:] + row[:1] for row in ROWS])
        rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row[1:]) + "</tr>" for row in ROWS)
        text.write_text(
            "<meta charset=utf-8><h1>Our plan</h1><p>Filled in by the unit.</p><h2>1A Cross-cutting policies</h2>"
            "<table border=1><thead><tr>" + "".join(f"<th>{h}</th>" for h in HEADINGS) + f"</tr></thead>{rows}</table>",
            "utf-8")
        (place / "template.xlsx").write_bytes(convert(work, sheet, "xlsx", "--infilter=CSV:44,34,76").read_bytes())
        (place / "template.docx").write_bytes(
            convert(work, text, "docx", "--infilter=HTML (StarWriter)").read_bytes())


if "--make" in sys.argv:
    make(pathlib.Path(sys.argv[-1]))
else:
    tap.run([the_example, other_texts, printed])

# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody says about the columns and rows of a file counts, and is not guessed."""

import json

import tap
from program import folder, geoat, refused
from sources import HEADINGS, imported, rows_to_csv

BARE = [["alpha", "Law", "3", "now"], ["beta", "", "2", ""], ["gamma", "", "1", ""]]
COLUMNS = ["--column=1:indicator", "--column=2:alignment", "--column=3:level", "--column=4:current-activities"]


def found(plan):
    return [(e["key_element"], e["indicator"], *[r["level"] for r in e.get("ratings", {}).values()])
            for e in plan["entries"]]


def columns():
    """Columns without headings, or with headings that nobody knows, hold what is said."""
    for above in ([], [["Was", "Womit", "Wie weit", "Heute"]]):
        plan, lines = imported(rows_to_csv(above + BARE).encode(), "--key-element=1A", *COLUMNS)
        assert found(plan) == [("1A", "alpha", 3), ("1A", "beta", 2), ("1A", "gamma", 1)], (above, found(plan))
        assert plan["entries"][0]["alignment"] == "Law" and plan["entries"][0]["current_activities"] == "now"
        assert len(lines) == len(above) * 4 and all("row 1" in line for line in lines), lines
    rows = [HEADINGS["en"][:3], ["alpha", "Law", "3"]]
    plan, lines = imported(rows_to_csv(rows).encode(), "--key-element=1A", "--column=2:targets")
    assert plan["entries"][0]["actions"][0]["targets"] == "Law" and "alignment" not in plan["entries"][0]
    plan, lines = imported(rows_to_csv([["GEOAT indicator", "Strategic alignment", "GEOAT evaluation scale", "Level"],
                                        ["alpha", "Law", "3", "2"]]).encode(), "--key-element=1A", "--column=4:level",
                           "--column=3:skip")
    assert found(plan) == [("1A", "alpha", 2)] and any("“3”" in line for line in lines), lines


def rows():
    """Rows are what is said: in a key element, skipped, an indicator, another activity, headings."""
    head = [*HEADINGS["en"][:3], HEADINGS["en"][4]]
    table = [head, ["alpha", "", "3", "a"], ["Total", "", "2", ""], ["beta", "", "", "b"], ["gamma", "", "1", "c"]]
    content = rows_to_csv(table).encode()
    plan, lines = imported(content, "--key-element=1A")
    assert found(plan) == [("1A", "alpha", 3), ("1A", "beta"), ("1A", "gamma", 1)]
    assert any(line.startswith("row 3, column 1: not used: this seems to be a total") for line in lines), lines
    plan, lines = imported(content, "--rows=2-3:3B", "--rows=4-5:6C", "--rows=3:indicator", "--rows=4:activity",
                           "--rows=5:skip")
    assert found(plan) == [("3B", "alpha", 3), ("3B", "Total", 2)], found(plan)
    assert any("“gamma”" in line for line in lines), lines
    assert [a["activity"] for a in plan["entries"][1]["actions"]] == ["b"]
    plan, _ = imported(rows_to_csv([["Nothing", "to", "know"], ["Indicator", "Level", "x"], ["alpha", "3", ""]]).encode(),
                       "--key-element=1A", "--rows=2:headings", "--column=1:indicator", "--column=2:level")
    assert found(plan) == [("1A", "alpha", 3)]


def wrong():
    """What says nothing is wrong usage; nothing is made."""
    with folder() as place:
        source, output = place / "a.csv", place / "plan.geoat"
        source.write_text(rows_to_csv(BARE), "utf-8")
        for option in ("--column=level", "--column=0:level", "--column=3:colour", "--column=3", "--rows=x:skip",
                       "--rows=3-2:skip", "--rows=2:7Z", "--rows=1", "--report=xml"):
            refused(2, "import", option, f"--output={output}", source)
        refused(2, "import", "--report=json", "--output=-", source)
        refused(2, "import", "--indicators", "--column=1:level", f"--output={output}", source)
        assert not output.exists()


def report():
    """A report has every text of the file, its place and what became of it."""
    with folder() as place:
        source, output = place / "a.csv", place / "plan.geoat"
        source.write_text(rows_to_csv([[*HEADINGS["en"][:3], "Port"], ["alpha", "Law", "3?", "East"]]), "utf-8")
        result = geoat("import", "--report=json", "--key-element=1A", f"--output={output}", source)
        assert result.returncode == 0 and result.stderr == b"", result
        said = json.loads(result.stdout)
        texts = {(t["row"], t["column"]): t for t in said["texts"]}
        assert len(texts) == 8 and said["recognised"] == 5 and said["to-check"] == 3 and said["not-used"] == 0, said
        assert texts[2, 3]["state"] == "to-check" and texts[2, 3]["text"] == "3?" and texts[2, 3]["reason"]
        assert texts[2, 1] == {"table": "", "row": 2, "column": 1, "state": "recognised", "text": "alpha",
                               "indicator": "alpha"}, texts[2, 1]


tap.run([columns, rows, wrong, report])

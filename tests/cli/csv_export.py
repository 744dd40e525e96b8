# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat export --to=csv, read back by Python's csv module and compared cell by cell with the plan."""

import csv
import io
import json
import re

import tap
from program import (EXAMPLE, FRAMEWORK, done, entries_in_round, folder, key_elements, small_plan,
                     wording, write)

STATUS = {"planned": "Planned", "in-progress": "In progress", "done": "Done", "dropped": "Dropped"}
HEADINGS = [c["heading"]["en"] for c in FRAMEWORK["columns"]] + [
    "Key element", "Activity no.", "Status", "Lead", "Start", "Due"]
HARD = [
    "one\ntwo\n\nfour", "\r\n", "a\tb", '"quoted", and "', "a,b;c", " spaces ", "", "'", "''", "'quoted'",
    "=1+1", "+33 1 23", "-5 %", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "'''@x", "'\tx", "='a'!b",
    "=cmd|' /C calc'!A0", "\u202e=1", "😀👩‍👩‍👧", "المساواة بين الجنسين", "ความเท่าเทียม", "e\u0301a\u0308",
    "\ufeffx", "\u00a0=x", "<b>&amp;]]>", "\x01\x1f\x7f", "\u2028\u2029", "x" * 30000, "=" * 30000,
    "ä" * 15000, "N/A", "5", "TRUE", "1/2",
]


def read(text):
    """The rows, as a program that does not know us reads them."""
    assert text.startswith(b"\xef\xbb\xbf"), "no byte order mark"
    assert text.endswith(b"\r\n")
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), strict=True))


def plain(cell):
    """A cell as it was before it was made harmless."""
    return re.sub(r"^'(?='*[=+\-@\t\r])", "", cell)


def rows_of(plan, round_id):
    """The rows that the CSV must have, from the plan alone."""
    rows = []
    entries = entries_in_round(plan, round_id)
    for element in key_elements():
        for entry in (e for e in entries if e["key_element"] == element):
            rating = entry.get("ratings", {}).get(round_id)
            level = "" if not rating else "N/A" if rating["level"] == "na" else str(rating["level"])
            indicator, current_activities = wording(plan, entry, round_id)
            first = [indicator, entry.get("alignment", ""), level,
                     current_activities]
            for number, action in enumerate(entry.get("actions", [{}]), 1):
                rows.append(first + [action.get(m, "") for m in ("activity", "units", "timeline",
                                                                 "targets")]
                            + [element, str(number) if action else "", STATUS[action["status"]] if action else ""]
                            + [action.get(m, "") for m in ("lead", "start", "due")])
    return rows


def same_cells(text, plan, round_id):
    got = read(text)
    assert got[0] == HEADINGS, got[0]
    expected = rows_of(plan, round_id)
    assert len(got) - 1 == len(expected)
    for row, wanted in zip(got[1:], expected):
        assert [plain(cell) for cell in row] == wanted, (row, wanted)
        for cell in row:
            assert not re.match(r"[=+\-@\t\r]", cell), f"runs as a formula: {cell!r}"


def the_example():
    """Every cell of the example stands in the CSV, in every round."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    same_cells(done("export", "--to=csv", EXAMPLE), plan, plan["rounds"][-1]["id"])
    for round_ in plan["rounds"]:
        same_cells(done("export", "--to=csv", f"--round={round_['id']}", EXAMPLE), plan, round_["id"])


def hard_texts():
    """Texts with line breaks, quotes, formulas, emoji, Arabic, controls and 30,000 characters survive."""
    plan = small_plan()
    plan["entries"] = []
    for i, hard in enumerate(HARD):
        other = HARD[(i * 7 + 3) % len(HARD)]
        plan["entries"].append({
            "id": f"e{i}", "key_element": key_elements()[i % 18], "indicator": hard or "x",
            "alignment": other or "x", "current_activities": hard or "x",
            "ratings": {"r2": {"level": i % 6}},
            "actions": [{"id": f"a{i}-{j}", "activity": hard, "units": other, "lead": hard,
                         "timeline": other, "targets": hard, "status": "in-progress"}
                        for j in range(3)],
        })
        for action in plan["entries"][-1]["actions"]:
            for member in [m for m, value in action.items() if value == ""]:
                del action[member]
    with folder() as place:
        path = write(place / "plan.geoat", plan)
        same_cells(done("export", "--to=csv", path), plan, "r2")


def formulas_are_reversible():
    """The apostrophe is put before just what a spreadsheet would run, and taking one away gives the text."""
    plan = small_plan()
    plan["entries"][0]["actions"] = [{"id": f"a{i}", "activity": hard, "status": "planned"}
                                     for i, hard in enumerate(HARD) if hard]
    with folder() as place:
        rows = read(done("export", "--to=csv", write(place / "plan.geoat", plan)))
    for cell, hard in zip([r[4] for r in rows[1:]], [h for h in HARD if h]):
        changed = re.match(r"'*[=+\-@\t\r]", hard) is not None
        assert cell == ("'" + hard if changed else hard), (cell, hard)


def levels_and_states():
    """0, N/A and not yet assessed are three different cells; an entry without action is one row."""
    plan = small_plan()
    plan["entries"] = [{"id": f"e{i}", "key_element": "3A", "indicator": str(i),
                        **({"ratings": {"r2": {"level": level}}} if level is not None else {})}
                       for i, level in enumerate([0, 1, 2, 3, 4, 5, "na", None])]
    with folder() as place:
        rows = read(done("export", "--to=csv", write(place / "plan.geoat", plan)))
    assert [r[2] for r in rows[1:]] == ["0", "1", "2", "3", "4", "5", "N/A", ""]


def wording_of_a_closed_round():
    """A closed round shows the words that were kept when it was closed; the open one those of now."""
    plan = small_plan()
    plan["entries"][0]["ratings"]["r1"].update(indicator="Then.", current_activities="Little.")
    with folder() as place:
        path = write(place / "plan.geoat", plan)
        assert read(done("export", "--to=csv", "--round=1", path))[1][:4] == ["Then.", "", "1", "Little."]
        assert read(done("export", "--to=csv", path))[1][:4] == ["A policy is in force.", "", "3", ""]


def retired_entries():
    """An entry that is retired stands only in the rounds in which it counted."""
    plan = small_plan()
    plan["entries"][0]["retired"] = "r2"
    del plan["entries"][0]["ratings"]["r2"]
    plan["entries"][1]["since"] = "r2"
    with folder() as place:
        path = write(place / "plan.geoat", plan)
        for name in ("r1", "r2"):
            same_cells(done("export", "--to=csv", f"--round={name}", path), plan, name)


def empty_plan():
    """A plan without entries is the headings alone."""
    plan = small_plan()
    plan["entries"] = []
    with folder() as place:
        assert read(done("export", "--to=csv", write(place / "plan.geoat", plan))) == [HEADINGS]


def into_a_file():
    """--output writes the same bytes; what was there is replaced; its permissions stay."""
    with folder() as place:
        path = place / "table.csv"
        path.write_text("old")
        path.chmod(0o640)
        assert done("export", "--to=csv", f"--output={path}", EXAMPLE) == b""
        assert path.read_bytes() == done("export", "--to=csv", EXAMPLE)
        assert path.stat().st_mode & 0o777 == 0o640
        assert [x.name for x in place.iterdir()] == ["table.csv"]


def through_standard_input():
    """“-” is standard input, and “--output=-” standard output."""
    assert done("export", "--to=csv", "--output=-", "-", stdin=EXAMPLE.read_bytes()) == done(
        "export", "--to=csv", EXAMPLE)


tap.run([the_example, hard_texts, formulas_are_reversible, levels_and_states, wording_of_a_closed_round,
         retired_entries, empty_plan, into_a_file, through_standard_input])

# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat score against a count of our own."""

import csv
import io
import json
import random
import re
import unicodedata

import tap
from program import (EXAMPLE, FRAMEWORK, done, folder, key_elements, refused, scores, small_plan,
                     write)


def same_as_counted(path, plan):
    for number, round_ in enumerate(plan["rounds"], 1):
        expected = scores(plan, round_["id"])
        assert json.loads(done("score", "--format=json", f"--round={round_['id']}", path)) == expected
        assert json.loads(done("score", "--format=json", f"--round={number}", path)) == expected
    assert json.loads(done("score", "--format=json", path)) == scores(plan, plan["rounds"][-1]["id"])


def the_example():
    """The example has the scores that an independent count gives, in every round."""
    same_as_counted(EXAMPLE, json.loads(EXAMPLE.read_text("utf-8")))


def plans_at_random():
    """So have plans with retired and added entries, carried ratings and empty key elements."""
    chance = random.Random(20231201)
    for _ in range(10):
        plan = small_plan()
        plan["rounds"] = [{"id": f"r{i}", "title": f"Round {i}", "opened": f"202{i}-01-01",
                           "closed": f"202{i}-02-01"} for i in range(3)]
        del plan["rounds"][-1]["closed"]
        plan["entries"] = []
        for i in range(chance.randrange(60)):
            entry = {"id": f"e{i}", "key_element": chance.choice(key_elements()[::2]),
                     "indicator": f"Indicator {i}"}
            first, last = 0, 3
            if chance.random() < 0.2:
                first = chance.randrange(1, 3)
            if chance.random() < 0.2:
                last = chance.randrange(first + 1, 4)
            ratings = {}
            for r in range(first, min(last, 3)):
                if chance.random() < 0.8:
                    ratings[f"r{r}"] = {"level": chance.choice([0, 1, 2, 3, 4, 5, "na"])}
                    if chance.random() < 0.3:
                        ratings[f"r{r}"]["carried"] = True
            if ratings:
                entry["ratings"] = ratings
            if first:
                entry["since"] = f"r{first}"
            if last < 3:
                entry["retired"] = f"r{last}"
            plan["entries"].append(entry)
        with folder() as place:
            same_as_counted(write(place / "plan.geoat", plan), plan)


def no_score_is_null():
    """Without a rated indicator the score is null, and a dash or nothing elsewhere, never 0."""
    plan = small_plan()
    with folder() as place:
        path = write(place / "plan.geoat", plan)
        element = {k["id"]: k for k in json.loads(done("score", "-f", "json", path))["key_elements"]}
        assert element["2B"]["score"] is None and element["2B"]["not_applicable"] == 1
        assert element["6C"]["score"] is None and element["6C"]["total"] == 0
        line = [x for x in done("score", path).decode().splitlines() if "2B" in x][0]
        assert re.search(r"–\s+0\s+0\s+0\s+0\s+0\s+0\s+1\s+0\s+1\s+0$", line), line
        rows = list(csv.DictReader(io.StringIO(done("score", "-f", "csv", path).decode("utf-8-sig"))))
        assert [r["score"] for r in rows if r["id"] == "2B"] == [""]


def a_level_of_zero_counts():
    """0 is a real result."""
    plan = small_plan()
    plan["entries"][0]["ratings"]["r2"]["level"] = 0
    with folder() as place:
        result = json.loads(done("score", "-f", "json", write(place / "plan.geoat", plan)))
        assert result["plan"]["score"] == 0 and result["plan"]["levels"][0] == 1


def unrounded():
    """JSON has the shortest number that reads back; the text has one decimal, rounded half up."""
    plan = small_plan()
    for levels, exact, shown in ([[2, 2, 2, 3], "2.25", "2.3"], [[1, 1, 2], "1.3333333333333333", "1.3"],
                                 [[5], "5", "5.0"], [[0, 0, 1], "0.3333333333333333", "0.3"]):
        plan["entries"] = [{"id": f"e{i}", "key_element": "1A", "indicator": "x",
                            "ratings": {"r2": {"level": level}}} for i, level in enumerate(levels)]
        with folder() as place:
            path = write(place / "plan.geoat", plan)
            text = done("score", "--format=json", path).decode()
            assert f'"plan": {{ "score": {exact}, ' in text, text
            line = [x for x in done("score", path).decode().splitlines() if "1A" in x][0]
            assert f" {shown} " in line, line


def csv_has_all():
    """The CSV has one row for every scope, with the numbers of the JSON."""
    result = json.loads(done("score", "--format=json", EXAMPLE))
    text = done("score", "--format=csv", EXAMPLE)
    assert text.startswith(b"\xef\xbb\xbf") and text.endswith(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    assert len(rows) == 6 + 18 + 1
    scopes = {("principle", p["id"]): p for p in result["principles"]}
    scopes.update({("key_element", k["id"]): k for k in result["key_elements"]})
    scopes["plan", ""] = result["plan"]
    for row in rows:
        scope = scopes.pop((row["scope"], row["id"]))
        assert row["score"] == ("" if scope["score"] is None else repr(scope["score"]).removesuffix(".0"))
        assert [int(row[f"level_{i}"]) for i in range(6)] == scope["levels"]
        for name in ("carried", "not_applicable", "not_assessed", "total"):
            assert int(row[name]) == scope[name]
    assert not scopes


def places(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in text)


def text_is_aligned():
    """The text is a table: right-aligned numbers under their headings, nothing cut."""
    lines = done("score", EXAMPLE).decode().splitlines()
    assert "Customs of Valmara" in lines
    rows = [x for x in lines if re.search(r"(\s+\d+){10}$", x)]
    assert len(rows) == 25 and len({places(x) for x in rows}) == 1, rows
    for principle in FRAMEWORK["principles"]:
        for scope in [principle, *principle["key_elements"]]:
            assert sum(f"{scope['id']} {scope['name']['en']}  " in x for x in rows) == 1, scope["id"]


def standard_input():
    """“-” is standard input."""
    text = EXAMPLE.read_bytes()
    assert done("score", "-f", "json", "-", stdin=text) == done("score", "-f", "json", EXAMPLE)


def unknown_round():
    """A round that the plan does not have is the plan's failure: status 1, named."""
    for name in ("r9", "0", "3", "-1", "x"):
        lines = refused(1, "score", f"--round={name}", EXAMPLE)
        assert len(lines) == 1 and lines[0].startswith(f"{EXAMPLE}: ") and name in lines[0], lines


tap.run([the_example, plans_at_random, no_score_is_null, a_level_of_zero_counts, unrounded, csv_has_all,
         text_is_aligned, standard_input, unknown_round])

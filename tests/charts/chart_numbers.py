# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of every chart against the same numbers worked out from the file's JSON.

Nothing of the program is used for the expected side: the file is read with Python's json, means are
exact fractions, rounded half up.

Arguments: the program, the folder of tap.py.
"""

import csv
import datetime
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

import tap

ROOT = pathlib.Path(os.environ["GEOAT_SOURCE_ROOT"])
FRAMEWORK = json.loads((ROOT / "data/frameworks/geoat-2023.json").read_text(encoding="utf-8"))
SAMPLE = ROOT / "data/samples/valmara.geoat"
TODAY = "2026-06-15"
KEY_ELEMENTS = [k["id"] for p in FRAMEWORK["principles"] for k in p["key_elements"]]
PRINCIPLES = [p["id"] for p in FRAMEWORK["principles"]]
STATUSES = ["done", "in-progress", "planned", "dropped"]
NO_RATING = object()


def tenths(numerator, denominator):
    """The quotient with one decimal, half up (away from zero), or nothing."""
    if denominator == 0:
        return ""
    value = Fraction(abs(numerator) * 10, denominator)
    rounded = (2 * value.numerator + value.denominator) // (2 * value.denominator)
    return f"{rounded // 10}.{rounded % 10}"


def signed(numerator, denominator):
    """A change, with its sign; a change of nothing has none."""
    text = tenths(numerator, denominator)
    if text in ("", "0.0"):
        return text
    return ("+" if numerator > 0 else "\u2212") + text


class Plan:
    """A plan as its file has it."""

    def __init__(self, path):
        self.path = path
        self.data = json.loads(path.read_text(encoding="utf-8"))
        self.rounds = [r["id"] for r in self.data["rounds"]]

    def entries(self, number, scope):
        """The entries of a scope ("", "1", "1A") that count in a round (0 for the first)."""
        for entry in self.data["entries"]:
            since = self.rounds.index(entry["since"]) if "since" in entry else 0
            end = self.rounds.index(entry["retired"]) if "retired" in entry else len(self.rounds)
            if since <= number < end and entry["key_element"].startswith(scope):
                yield entry

    def level(self, entry, number):
        rating = entry.get("ratings", {}).get(self.rounds[number])
        return NO_RATING if rating is None else rating["level"]

    def levels(self, number, scope):
        return [self.level(e, number) for e in self.entries(number, scope)]

    def carried(self, number, scope):
        round_id = self.rounds[number]
        return sum(
            e.get("ratings", {}).get(round_id, {}).get("carried", False)
            for e in self.entries(number, scope)
        )

    def mean(self, number, scope):
        rated = [x for x in self.levels(number, scope) if isinstance(x, int)]
        return tenths(sum(rated), len(rated))

    def coverage(self, number, scope):
        levels = self.levels(number, scope)
        return [
            str(n)
            for n in (
                sum(isinstance(x, int) for x in levels),
                self.carried(number, scope),
                levels.count("na"),
                levels.count(NO_RATING),
                len(levels),
            )
        ]

    def both(self, number, before, scope):
        """The levels before and now of the entries that are rated in both rounds."""
        old = {e["id"] for e in self.entries(before, scope)}
        pairs = [
            (self.level(e, before), self.level(e, number))
            for e in self.entries(number, scope)
            if e["id"] in old
        ]
        return [(a, b) for a, b in pairs if isinstance(a, int) and isinstance(b, int)]

    def target(self, number, scope):
        by_principle = self.data.get("target_levels", {}).get("principles", {})
        targets = []
        for entry in self.entries(number, scope):
            target = entry.get("target_level", by_principle.get(entry["key_element"][0]))
            if target is not None and self.level(entry, number) != "na":
                targets.append(target)
        return tenths(sum(targets), len(targets))

    def scores(self, number, before, scope, targets=True):
        row = [self.mean(number, scope)]
        if before is not None:
            pairs = self.both(number, before, scope)
            row += [
                self.mean(before, scope),
                signed(sum(b - a for a, b in pairs), len(pairs)),
                str(len(pairs)),
            ]
        if targets:
            row.append(self.target(number, scope))
        return row + self.coverage(number, scope)

    def moves(self, number, before, scope):
        counts = dict.fromkeys(
            ["rose", "fell", "new", "switched", "same", "carried", "open"], 0
        )
        old = {e["id"] for e in self.entries(before, scope)}
        for entry in self.entries(number, scope):
            now = self.level(entry, number)
            then = self.level(entry, before) if entry["id"] in old else NO_RATING
            if now is NO_RATING:
                move = "open"
            elif entry["ratings"][self.rounds[number]].get("carried", False):
                move = "carried"
            elif then is NO_RATING:
                move = "new"
            elif now == then:
                move = "same"
            elif "na" in (now, then):
                move = "switched"
            else:
                move = "rose" if now > then else "fell"
            counts[move] += 1
        return [str(n) for n in counts.values()] + [str(sum(counts.values()))]

    def actions(self, number, scope):
        actions = [a for e in self.entries(number, scope) for a in e.get("actions", [])]
        overdue = sum(
            a.get("due", "9999") < TODAY and a["status"] in ("planned", "in-progress")
            for a in actions
        )
        by_status = [sum(a["status"] == s for a in actions) for s in STATUSES]
        return [str(n) for n in by_status + [overdue, len(actions)]]


def shown(plan, kind, number, before):
    """The rows of a chart as the program gives them, each without the name in its second column."""
    command = [sys.argv[1], "chart", f"--kind={kind}", "--numbers", f"--today={TODAY}",
               f"--round={number + 1}"]
    if before is not None:
        command.append(f"--compare={before + 1}")
    output = subprocess.run(command + [plan.path], check=True, capture_output=True).stdout
    rows = list(csv.reader(io.StringIO(output.decode("utf-8-sig"))))
    # an apostrophe keeps a spreadsheet from taking a sign for a formula
    return [[row[0]] + [cell.removeprefix("'") for cell in row[2:]] for row in rows[1:]]


def check(plan, kind, number, before, expected):
    rows = shown(plan, kind, number, before)
    assert len(rows) == len(expected), (kind, len(rows), len(expected))
    for row, line in zip(rows, expected):
        assert row == line, f"{kind}, round {number + 1}, {before}: {row} is not {line}"


def check_all(plan):
    """The last round against every other, and the first one by itself."""
    last = len(plan.rounds) - 1
    for number, before in {(0, None), (last, None)} | {(last, n) for n in range(last)}:
        check_kinds(plan, number, before)


def check_kinds(plan, number, before):
    first = [""] + PRINCIPLES  # the plan first
    last = PRINCIPLES + [""]  # the plan last
    check(plan, "radar", number, before,
          [[s] + plan.scores(number, before, s) for s in last])
    check(plan, "heatmap", number, before,
          [[s] + plan.scores(number, None, s, False) for s in KEY_ELEMENTS + [""]])
    check(plan, "bars", number, before,
          [[s] + plan.scores(number, before, s) for s in KEY_ELEMENTS + [""]])
    check(plan, "coverage", number, before,
          [[s] + plan.coverage(number, s) for s in KEY_ELEMENTS + [""]])
    check(plan, "actions", number, before, [[s] + plan.actions(number, s) for s in first])
    check(plan, "trend", number, before,
          [[s] + [plan.mean(n, s) for n in range(len(plan.rounds))] for s in last])
    check(plan, "levels", number, before, [
        [s] + [str(plan.levels(number, s).count(x)) for x in [0, 1, 2, 3, 4, 5, "na", NO_RATING]]
        + [str(len(plan.levels(number, s)))] for s in first])
    # without a round to compare with, the one before
    earlier = before if before is not None else number - 1
    check(plan, "moves", number, before,
          [] if earlier < 0 else [[s] + plan.moves(number, earlier, s) for s in first])


def random_ratings(generator, rounds, start, end):
    ratings = {}
    for number in range(start, end):
        if generator.random() < 0.85:
            ratings[rounds[number]] = {"level": generator.choice([0, 1, 2, 3, 4, 5, 5, "na"])}
            if number > 0 and generator.random() < 0.2:
                ratings[rounds[number]]["carried"] = True
    return ratings


def random_entry(generator, rounds, number):
    start = generator.choice([0, 0, 0, len(rounds) // 2, len(rounds) - 1])
    end = generator.choice([len(rounds)] * 4 + [len(rounds) - 1])
    entry = {"id": f"e{number}", "key_element": generator.choice(KEY_ELEMENTS[:-1]),
             "indicator": "An indicator"}
    if end <= start:
        end = len(rounds)
    entry["ratings"] = random_ratings(generator, rounds, start, end)
    if generator.random() < 0.3:
        entry["target_level"] = generator.randint(0, 5)
    if start > 0:
        entry["since"] = rounds[start]
    if end < len(rounds):
        entry["retired"] = rounds[end]
    entry["actions"] = [
        {"id": f"a{number}-{i}", "activity": "Do it", "status": generator.choice(STATUSES),
         "due": (datetime.date(2026, 6, 15)
                 + datetime.timedelta(days=generator.randint(-3, 3))).isoformat()}
        for i in range(generator.randint(0, 3))
    ]
    return entry


def write_random_plan(folder, seed):
    generator = random.Random(seed)
    rounds = [f"r{n}" for n in range(seed)]
    plan = {
        "format": "geoat-plan", "version": 1, "id": "random", "framework": "geoat-2023",
        "language": "en", "administration": {"name": "Customs of Valmara"},
        "target_levels": {"principles": {"1": 4, "3": 2}},
        "rounds": [{"id": r, "title": f"Round {r}", "opened": "2025-01-01"} for r in rounds],
        "entries": [random_entry(generator, rounds, n) for n in range(generator.randint(1, 150))],
    }
    path = folder / f"random-{seed}.geoat"
    path.write_text(json.dumps(plan), encoding="utf-8")
    return Plan(path)


def test_sample():
    """The charts of the example show what its file says."""
    check_all(Plan(SAMPLE))


def test_random():
    """The charts of made-up plans show what their files say."""
    with tempfile.TemporaryDirectory() as folder:
        for seed in (1, 2, 3):
            check_all(write_random_plan(pathlib.Path(folder), seed))


tap.run([test_sample, test_random])

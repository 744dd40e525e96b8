# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the JSON Schema, the program and Python's own json agree on what a plan is?"""

import copy
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import jsonschema

import tap

ROOT = pathlib.Path(os.environ["GEOAT_SOURCE_ROOT"])
REWRITE = sys.argv[1]
SCHEMA = json.loads((ROOT / "data" / "geoat-plan.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SAMPLES = sorted((ROOT / "data" / "samples").glob("*.geoat"))
KEY_ELEMENTS = [f"{p}{k}" for p, ks in zip("123456", ("ABCDE", "ABC", "ABC", "AB", "AB", "ABC"))
                for k in ks]
TEXTS = ["", "a", "é ü ñ", "line\nbreak\ttab", "\"quoted\" \\ back", "مرحبا", "性別平等", "👩🏽‍✈️",
         "\x01\x1f\x7f", "\u2028\ufeff", "=1+1", "x" * 3000]
DATES = ["2024-02-29", "1999-12-31", "0001-01-01", "9999-12-31"]

# What only the program can know: a schema can neither compare ids nor look into a calendar.
BEYOND_SCHEMA = ("there twice", "no round with", "not a key element", "not a principle",
                 "not a date", "no framework")


def written(plan):
    """The canonical form, written by somebody else."""
    return json.dumps(plan, indent=2, ensure_ascii=False) + "\n"


def rewrite(texts):
    """For each text what the program writes, or its list of problems."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / f"{i}.geoat" for i in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_text(text, encoding="utf-8", newline="")
        output = subprocess.run([REWRITE, *map(str, paths)], check=True, stdout=subprocess.PIPE,
                                encoding="utf-8").stdout
        results = []
        for path, text in zip(paths, texts):
            problems = [line for line in output.splitlines() if line.startswith(f"{path}: ")]
            out = path.with_name(path.name + ".out")
            assert out.exists() != bool(problems)
            results.append(problems or out.read_bytes().decode("utf-8"))
        return results


class Generator:
    """Random plans, in the canonical order and without empty members."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0

    def id(self):
        self.count += 1
        return f"{self.random.choice('aZ9._-')}{self.count}"

    def text(self):
        return "".join(self.random.choice(TEXTS) for _ in range(self.random.randrange(4)))

    def unknown(self, depth=0):
        kinds = [None, True, 7, -1, 0.5, 1e300, "text", "", [], {}]
        value = self.random.choice(kinds)
        if depth < 3 and self.random.random() < 0.3:
            return {f"k{i}": self.unknown(depth + 1) for i in range(2)}
        if depth < 3 and self.random.random() < 0.3:
            return [self.unknown(depth + 1) for _ in range(3)]
        return value

    def object(self, *members):
        """Members are (name, required, value or function); optional ones come now and then."""
        result = {}
        for name, required, value in members:
            if not required and self.random.random() < 0.4:
                continue
            value = value() if callable(value) else value
            if required or value not in ("", {}, [], False):
                result[name] = value
        while self.random.random() < 0.15:
            result[self.random.choice(["evidence", "x-y", "Ünknown", "a/b~c"])] = self.unknown()
        return result

    def date(self):
        return self.random.choice(DATES)

    def plan(self):
        rounds = [self.object(("id", True, self.id), ("title", True, self.text),
                              ("opened", True, self.date), ("closed", False, self.date))
                  for _ in range(self.random.randrange(1, 5))]
        ids = [r["id"] for r in rounds]

        def rating():
            return self.object(
                ("level", True, lambda: self.random.choice([0, 1, 2, 3, 4, 5, "na"])),
                ("reason", False, self.text), ("carried", False, lambda: True),
                ("indicator", False, self.text), ("current_activities", False, self.text))

        def ratings():
            return {id: rating() for id in ids if self.random.random() < 0.7}

        def action():
            return self.object(
                ("id", True, self.id), ("activity", False, self.text), ("units", False, self.text),
                ("lead", False, self.text), ("timeline", False, self.text),
                ("start", False, self.date), ("due", False, self.date),
                ("targets", False, self.text),
                ("status", True,
                 lambda: self.random.choice(["planned", "in-progress", "done", "dropped"])),
                ("completed", False, self.date), ("progress", False, self.text))

        def entry():
            return self.object(
                ("id", True, self.id),
                ("key_element", True, lambda: self.random.choice(KEY_ELEMENTS)),
                ("source", False, self.text), ("indicator", True, self.text),
                ("alignment", False, self.text), ("ratings", False, ratings),
                ("current_activities", False, self.text),
                ("target_level", False, lambda: self.random.randrange(6)),
                ("notes", False, self.text), ("since", False, lambda: self.random.choice(ids)),
                ("retired", False, lambda: self.random.choice(ids)),
                ("actions", False, lambda: [action() for _ in range(self.random.randrange(4))]))

        return self.object(
            ("format", True, "geoat-plan"), ("version", True, 1), ("id", True, self.id),
            ("framework", True, "geoat-2023"),
            ("language", True, lambda: self.random.choice(["en", "fr-CA", "zh-Hant", "x-a"])),
            ("title", False, self.text), ("classification", False, self.text),
            ("administration", True, lambda: self.object(
                ("name", True, self.text), ("country", False, self.text),
                ("fiscal_year_start", False, lambda: self.random.randrange(1, 13)))),
            ("target_levels", False, lambda: self.object(
                ("by", False, self.date),
                ("principles", False, lambda: {p: self.random.randrange(6) for p in "123456"
                                               if self.random.random() < 0.5}))),
            ("working_group", False, lambda: [
                self.object(("id", True, self.id), ("name", True, self.text),
                            ("unit", False, self.text), ("role", False, self.text))
                for _ in range(self.random.randrange(4))]),
            ("rounds", True, rounds), ("left_out", False, lambda: ["notes", "1A"]),
            ("entries", True, lambda: [entry() for _ in range(self.random.randrange(12))]))


def places(value, path=()):
    """All places in a plan, the plan itself first."""
    yield path
    items = value.items() if isinstance(value, dict) else \
        enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, path + (key,))


def mutated(rng, plan):
    """A plan in which one thing is missing or something else."""
    plan = copy.deepcopy(plan)
    path = rng.choice(list(places(plan))[1:])
    parent = plan
    for key in path[:-1]:
        parent = parent[key]
    if rng.random() < 0.3:
        del parent[path[-1]]
    else:
        parent[path[-1]] = rng.choice(
            [None, True, -1, 0, 2, 2.0, 2.5, 6, 13, 1e300, "", "x", "na", "2025-02-30", "2025-1-1",
             "a b", [], {}, [1], {"x": 1}, ["x"], "planned"])
    return plan


def schema_is_valid():
    """The schema is one, and describes every member"""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for scope in [SCHEMA, *SCHEMA["$defs"].values()]:
        assert "description" in scope
        for name, member in scope.get("properties", {}).items():
            assert "description" in member or name == "id", name


def samples():
    """The examples are valid, and in the form that Python's json writes too"""
    assert SAMPLES
    for path in SAMPLES:
        text = path.read_bytes().decode("utf-8")
        VALIDATOR.validate(json.loads(text))
        assert written(json.loads(text)) == text
        assert rewrite([text]) == [text]


def generated():
    """Generated plans are valid for both and come back byte for byte"""
    plans = [Generator(seed).plan() for seed in range(60)]
    for plan in plans:
        VALIDATOR.validate(plan)
    texts = [written(plan) for plan in plans]
    assert rewrite(texts) == texts
    # The same in one line, with escapes for all that is not ASCII.
    assert rewrite([json.dumps(plan) for plan in plans]) == texts


def broken():
    """What the schema refuses the program refuses, and the other way round"""
    rng = random.Random(2023)
    plans = [mutated(rng, Generator(seed).plan()) for seed in range(100, 500)]
    verdicts = rewrite([json.dumps(plan) for plan in plans])
    n_refused = 0
    for plan, verdict in zip(plans, verdicts):
        errors = [error.message for error in VALIDATOR.iter_errors(plan)]
        problems = [] if isinstance(verdict, str) else verdict
        n_refused += bool(problems)
        if errors:
            assert problems, (errors, plan)
        else:
            assert all(any(known in line for known in BEYOND_SCHEMA) for line in problems), problems
    assert n_refused > 100


tap.run([schema_is_valid, samples, generated, broken])

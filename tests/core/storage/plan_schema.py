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
    """Random plans as the schema describes them, in its order and without empty members."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0
        self.rounds = []

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

    def object(self, schema):
        """All required members, and optional ones now and then."""
        result = {}
        for name, member in schema["properties"].items():
            required = name in schema.get("required", ())
            if not required and self.random.random() < 0.4:
                continue
            value = self.value(member, name)
            if required or value not in ("", {}, [], False):
                result[name] = value
        while self.random.random() < 0.15:
            result[self.random.choice(["x.evidence", "x-y", "Ünknown", "a/b~c"])] = self.unknown()
        return result

    def date(self):
        return self.random.choice(DATES)

    def reference(self, name):
        """The id of something that exists, or a new one."""
        if name == "framework":
            return "geoat-2023"
        if name == "key_element":
            return self.random.choice(KEY_ELEMENTS)
        return self.random.choice(self.rounds) if name in ("since", "retired") else self.id()

    def string(self, schema):
        if "pattern" in schema:
            return self.random.choice(["en", "fr-CA", "zh-Hant", "x-a"])
        return self.random.choice(["notes", "1A"]) if "minLength" in schema else self.text()

    def array(self, schema, name):
        n = schema.get("minItems", 0) + self.random.randrange(6)
        result = [self.value(schema["items"], name) for _ in range(n)]
        if name == "rounds":
            self.rounds = [r["id"] for r in result]
        return result

    def map(self, schema, name):
        keys = self.rounds if name == "ratings" else "123456"
        return {key: self.value(schema["additionalProperties"], key) for key in keys
                if self.random.random() < 0.6}

    def value(self, schema, name):
        """Something that the schema of the member `name` allows."""
        target = schema.get("$ref", "").rpartition("/")[2]
        if target in ("id", "date"):
            return self.date() if target == "date" else self.reference(name)
        if target:
            return self.value(SCHEMA["$defs"][target], name)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        if "anyOf" in schema:
            return self.value(self.random.choice(schema["anyOf"]), name)
        if schema["type"] == "object":
            return self.object(schema) if "properties" in schema else self.map(schema, name)
        if schema["type"] == "array":
            return self.array(schema, name)
        if schema["type"] == "integer":
            return self.random.randrange(schema["minimum"], schema["maximum"] + 1)
        return True if schema["type"] == "boolean" else self.string(schema)

    def plan(self):
        return self.object(SCHEMA)


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

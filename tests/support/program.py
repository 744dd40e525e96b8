# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: running it, making plans, and counting on their own."""

import contextlib
import copy
import json
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(os.environ["GEOAT_SOURCE_ROOT"])
GEOAT = os.environ["GEOAT"]
EXAMPLE = ROOT / "data" / "samples" / "valmara.geoat"
FRAMEWORK = json.loads((ROOT / "data" / "frameworks" / "geoat-2023.json").read_text("utf-8"))
SANITIZED = "GEOAT_SANITIZED" in os.environ
PATIENCE = 600 if SANITIZED else 60  # seconds: whatever takes longer hangs


def geoat(*arguments, stdin=b"", **options):
    """Runs geoat; the result has returncode, stdout and stderr (bytes)."""
    return subprocess.run([GEOAT, *map(str, arguments)], input=stdin, capture_output=True,
                          timeout=PATIENCE, **options)


def done(*arguments, **options):
    """Runs geoat, which must succeed without a word on standard error, and returns its output."""
    result = geoat(*arguments, **options)
    assert result.returncode == 0, (arguments, result)
    assert result.stderr == b"", result.stderr
    return result.stdout


def refused(status, *arguments, **options):
    """Runs geoat, which must fail with STATUS and print no result; returns the lines it wrote."""
    result = geoat(*arguments, **options)
    assert result.returncode == status, (arguments, result)
    assert result.stdout == b"", result.stdout
    lines = result.stderr.decode("utf-8").splitlines()
    assert lines and all(lines), lines
    return lines


@contextlib.contextmanager
def folder():
    """A folder of its own, and gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        yield pathlib.Path(name)


def state_of(path):
    """All that can be seen of a folder's files: names, sizes, times and contents."""
    state = {}
    for entry in sorted(path.rglob("*")):
        status = entry.lstat()
        content = entry.read_bytes() if entry.is_file() and status.st_size < 1 << 20 else None
        state[entry.name] = (status.st_mode, status.st_size, status.st_mtime_ns, content)
    return state


def key_elements():
    """The ids of the key elements, in the framework's order."""
    return [element["id"] for principle in FRAMEWORK["principles"]
            for element in principle["key_elements"]]


def small_plan():
    """A valid plan with two rounds and two entries."""
    return copy.deepcopy({
        "format": "geoat-plan", "version": 1, "id": "p1", "framework": "geoat-2023",
        "language": "en", "title": "Plan", "administration": {"name": "Customs of Valmara"},
        "rounds": [
            {"id": "r1", "title": "Baseline", "opened": "2024-11-04", "closed": "2024-11-29"},
            {"id": "r2", "title": "Review", "opened": "2025-11-03"},
        ],
        "entries": [
            {"id": "e1", "key_element": "1A", "indicator": "A policy is in force.",
             "ratings": {"r1": {"level": 1}, "r2": {"level": 3}},
             "actions": [{"id": "a1", "activity": "Publish it.", "due": "2026-03-08",
                          "status": "planned"}]},
            {"id": "e2", "key_element": "2B", "indicator": "Courses are open to all.",
             "ratings": {"r2": {"level": "na", "reason": "None are given."}}},
        ],
    })


def write(path, plan):
    """Writes PLAN as the application would, and returns PATH."""
    path.write_text(json.dumps(plan, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return path


def entries_in_round(plan, round_id):
    """The entries that count in a round: added by then, and not retired by then."""
    order = {r["id"]: i for i, r in enumerate(plan["rounds"])}
    now = order[round_id]
    return [e for e in plan["entries"]
            if ("since" not in e or order[e["since"]] <= now)
            and ("retired" not in e or order[e["retired"]] > now)]


def wording(plan, entry, round_id):
    """The indicator and the current activities of an entry in a round: those it was closed with, where it kept any."""
    rating = entry.get("ratings", {}).get(round_id, {})
    closed = any(r["id"] == round_id and "closed" in r for r in plan["rounds"])
    kept = closed and ("indicator" in rating or "current_activities" in rating)
    texts = rating if kept else entry
    return texts.get("indicator", ""), texts.get("current_activities", "")


def score(entries, round_id):
    """The score of some entries in a round, by the definition and by nothing of the program."""
    ratings = [e.get("ratings", {}).get(round_id) for e in entries]
    levels = [r["level"] for r in ratings if r and r["level"] != "na"]
    return {
        "score": sum(levels) / len(levels) if levels else None,
        "levels": [levels.count(i) for i in range(6)],
        "carried": sum(1 for r in ratings if r and r.get("carried")),
        "not_applicable": sum(1 for r in ratings if r and r["level"] == "na"),
        "not_assessed": sum(1 for r in ratings if not r),
        "total": len(ratings),
    }


def scores(plan, round_id):
    """What `geoat score --format=json` must say."""
    entries = entries_in_round(plan, round_id)
    return {
        "round": round_id,
        "plan": score(entries, round_id),
        "principles": [{"id": p["id"],
                        **score([e for e in entries if e["key_element"][0] == p["id"]], round_id)}
                       for p in FRAMEWORK["principles"]],
        "key_elements": [{"id": k,
                          **score([e for e in entries if e["key_element"] == k], round_id)}
                         for k in key_elements()],
    }

# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as offices write them, one case each: what is taken, what is told, what is refused.

cases/expected.json says what the members of "check" mean. cases/open lists the cases that do not hold
yet; one that holds must leave the list.
"""

import json
import pathlib

import tap
from program import folder, geoat

CASES = pathlib.Path(__file__).parent / "cases"
OPEN = set((CASES / "open").read_text("utf-8").split())


def take(case):
    """The plan that a case makes, or None, and what is said."""
    with folder() as place:
        output = place / "new.geoat"
        into = [f"--into={CASES / case['into']}"] if "into" in case else []
        result = geoat("import", f"--output={output}", "--today=2026-03-08", *case["options"], *into,
                       CASES / case["file"])
        assert result.returncode in (0, 1, 2), result
        said = result.stderr.decode("utf-8").replace(str(CASES / case["file"]), "")
        return json.loads(output.read_text("utf-8")) if output.exists() else None, said


def values(entry):
    """An entry with what a case can ask for."""
    actions = entry.get("actions", [])
    return {**entry, "level": next((r["level"] for r in entry.get("ratings", {}).values()), None),
            "activities": [a.get("activity") for a in actions],
            **{f"a_{k}": v for k, v in (actions[0] if actions else {}).items()}}


def entry_misses(plan, wanted):
    """What the entries of a plan do not say."""
    left, bad = [values(e) for e in plan["entries"]], []
    for want in wanted:
        entry = next((e for e in left if e["indicator"] == want["indicator"]), None)
        if entry is None:
            bad.append(f"no indicator {want['indicator']!r}")
            continue
        left.remove(entry)
        bad += [f"{k} of {want['indicator']!r}: {entry.get(k)!r}, not {v!r}"
                for k, v in want.items() if entry.get(k) != v]
    return bad


def misses(case):
    """What does not hold of a case."""
    check, (plan, said) = case["check"], take(case)
    if check.get("refuse"):
        bad = ["not refused"] if plan is not None else []
        bad += [f"not said: {t}" for t in check.get("told", []) if t.lower() not in said.lower()]
        if check.get("any") and not any(t.lower() in said.lower() for t in check["any"]):
            bad.append(f"none of these is said: {check['any']}")
        return bad
    if plan is None:
        return [f"refused: {said.strip()}"]
    text, bad = json.dumps(plan, ensure_ascii=False), []
    if "n" in check and len(plan["entries"]) != check["n"]:
        bad.append(f"{len(plan['entries'])} entries, not {check['n']}")
    bad += entry_misses(plan, check.get("entries", []))
    bad += [f"nowhere: {t}" for t in check.get("told", []) if t not in said and t not in text]
    bad += [f"not said: {t}" for t in check.get("said", []) if t not in said]
    return bad + [f"in the plan: {t!r}" for t in check.get("absent", []) if t in text]


def make_test(case):
    def test():
        bad = misses(case)
        if case["id"] in OPEN:
            assert bad, "it holds now: take it off the list of open cases"
        else:
            assert not bad, bad
    test.__doc__ = f"{case['id']}: {case['situation']}"
    return test


tap.run([make_test(c) for c in json.loads((CASES / "expected.json").read_text("utf-8"))["cases"]])

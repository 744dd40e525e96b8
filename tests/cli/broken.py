# SPDX-License-Identifier: GPL-3.0-or-later
"""Broken input: a clear error that names the place, status 1, at once, and no file touched."""

import json
import os

import tap
from program import EXAMPLE, done, folder, geoat, refused, small_plan, state_of, write


def edited(edit):
    """The small plan as bytes, after EDIT."""
    plan = small_plan()
    edit(plan)
    return json.dumps(plan).encode()


def put(*path_and_value):
    """An edit that puts a value at a path."""
    *path, last, value = path_and_value

    def edit(plan):
        for step in path:
            plan = plan[step]
        plan[last] = value
    return edited(edit)


def text(old, new):
    """The small plan as bytes, with one piece of its text replaced."""
    whole = json.dumps(small_plan()).encode()
    assert whole.count(old) >= 1
    return whole.replace(old, new, 1)


WHOLE = json.dumps(small_plan()).encode()

# what it is called, the bytes, and what the message must name: a place in the file
CASES = [
    ("truncated", WHOLE[:-40], "line 1"),
    ("not JSON", b"Dear colleagues,\nplease find attached", "line 1"),
    ("an empty file", b"", ""),
    ("blanks alone", b" \n\t\r\n", "line "),
    ("wrong type of a text", put("title", 7), "/title"),
    ("wrong type of a list", put("entries", {}), "/entries"),
    ("wrong type of an entry", put("entries", 1, "x"), "/entries/1"),
    ("wrong type of a date", put("rounds", 1, "opened", 2025), "/rounds/1/opened"),
    ("a list instead of a plan", b"[]", ""),
    ("unknown key element", put("entries", 1, "key_element", "7A"), "/entries/1/key_element"),
    ("level 7", put("entries", 0, "ratings", "r1", "level", 7), "/entries/0/ratings/r1/level"),
    ("level -1", put("entries", 0, "ratings", "r1", "level", -1), "/entries/0/ratings/r1/level"),
    ("level 2.5", put("entries", 0, "ratings", "r1", "level", 2.5), "/entries/0/ratings/r1/level"),
    ("level \"3\"", put("entries", 0, "ratings", "r1", "level", "3"), "/entries/0/ratings/r1/level"),
    ("duplicate entry ids", put("entries", 1, "id", "e1"), "/entries/1/id"),
    ("duplicate round ids", put("rounds", 1, "id", "r1"), "/rounds/1/id"),
    ("an id with a blank", put("entries", 0, "id", "e 1"), "/entries/0/id"),
    ("a rating for no round", put("entries", 0, "ratings", "r7", {"level": 1}),
     "/entries/0/ratings/r7"),
    ("a date that is none", put("entries", 0, "actions", 0, "due", "2026-02-30"),
     "/entries/0/actions/0/due"),
    ("a status that is none", put("entries", 0, "actions", 0, "status", "late"),
     "/entries/0/actions/0/status"),
    ("no indicator", edited(lambda plan: plan["entries"][0].pop("indicator")), "/entries/0"),
    ("no entries", edited(lambda plan: plan.pop("entries")), "entries"),
    ("no rounds", put("rounds", []), "/rounds"),
    ("another format", put("format", "geoat-framework"), "/format"),
    ("a newer version", put("version", 2), "/version"),
    ("an unknown framework", put("framework", "geoat-2014"), "/framework"),
    ("a duplicate member", text(b'"title": "Plan"', b'"title": "Plan", "title": "Plan"'), "/title"),
    ("a duplicate member, escaped", text(b'"title": "Plan"', b'"title": "Plan", "t\\u0069tle": ""'),
     "title"),
    ("a comment", text(b'"title"', b'/* new */ "title"'), "line 1"),
    ("a line comment", b"// plan\n" + WHOLE, "line 1"),
    ("single quotes", text(b'"Plan"', b"'Plan'"), "line 1"),
    ("two roots", WHOLE + b"\n" + WHOLE, "line 2"),
    ("a trailing comma", text(b'"version": 1,', b'"version": 1,,'), "line 1"),
    ("200,000 brackets", b"[" * 200000, "line 1"),
    ("200,000 objects", b'{"a":' * 200000, "line 1"),
    ("invalid UTF-8", text(b'"Plan"', b'"Pl\xe4n"'), "/title"),
    ("an overlong slash", text(b'"Plan"', b'"\xc0\xaf"'), "/title"),
    ("\\u0000", text(b'"Plan"', b'"Pl\\u0000n"'), "/title"),
    ("a NUL byte", text(b'"Plan"', b'"Pl\0n"'), "/title"),
    ("a lone surrogate", text(b'"Plan"', b'"\\ud83d"'), "/title"),
    ("a byte order mark", b"\xef\xbb\xbf" + WHOLE, "line 1"),
    ("an endless number", text(b'"version": 1,', b'"version": 1e999,'), "/version"),
    ("a large number", text(b'"version": 1,', b'"version": 9223372036854775808,'), "/version"),
    ("NaN", text(b'"version": 1,', b'"version": NaN,'), "line 1"),
    ("UTF-16", json.dumps(small_plan()).encode("utf-16"), "line 1"),
]


def every_way(place, name, expected):
    """All commands that read a plan refuse the file, and touch nothing."""
    (place / "result.csv").write_text("mine")
    path = place / name
    before = state_of(place)
    for arguments in (["check"], ["score", "--format=json"],
                      ["export", "--to=csv", f"--output={place / 'result.csv'}"],
                      ["chart", "--kind=radar", f"--output={place / 'new.svg'}"]):
        lines = refused(1, *arguments, path)
        assert all(line.startswith(f"{path}: ") for line in lines), lines
        assert all(len(line) > len(f"{path}: ") for line in lines), lines
        assert expected in lines[0][len(str(path)):], (expected, lines)
        if arguments[0] != "check":
            assert len(lines) == 1, lines
    assert state_of(place) == before


def case(name, content, expected):
    """A test of one broken file."""
    def test():
        with folder() as place:
            (place / "plan.geoat").write_bytes(content)
            every_way(place, "plan.geoat", expected)
            lines = refused(1, "score", "-", stdin=content)
            assert len(lines) == 1 and lines[0].startswith("-: ") and expected in lines[0], lines
    test.__doc__ = f"{name} is refused."
    return test


def too_large():
    """A file of 300 MiB is refused by its size."""
    with folder() as place:
        with open(place / "plan.geoat", "wb") as file:
            file.truncate(300 << 20)
        every_way(place, "plan.geoat", "")


def a_folder():
    """A folder is refused."""
    with folder() as place:
        (place / "plan.geoat").mkdir()
        every_way(place, "plan.geoat", "")


def a_pipe():
    """A FIFO that nobody writes to is refused, and not waited for."""
    with folder() as place:
        os.mkfifo(place / "plan.geoat")
        every_way(place, "plan.geoat", "")


def missing():
    """A file that is not there is named."""
    with folder() as place:
        every_way(place, "plan.geoat", "")


def every_problem():
    """check tells every problem of every file, each on one line, and says which files are valid."""
    plan = small_plan()
    plan["entries"][0]["ratings"]["r1"]["level"] = 7
    plan["entries"][0]["actions"][0]["due"] = "soon"
    plan["entries"][1]["key_element"] = "9Z\n\x1b[2J"
    with folder() as place:
        bad = write(place / "bad.geoat", plan)
        good = write(place / "good.geoat", small_plan())
        result = geoat("check", bad, good, place / "none.geoat")
        assert result.returncode == 1
        assert result.stdout.decode() == f"{good}: a valid plan\n"
        lines = result.stderr.decode().splitlines()
        for i, where in enumerate(["/entries/0/ratings/r1/level", "/entries/0/actions/0/due",
                                   "/entries/1/key_element"]):
            assert any(x.startswith(f"{bad}: {where}: ") for x in lines), (i, lines)
        assert len(lines) == 4 and lines[3].startswith(f"{place / 'none.geoat'}: "), lines
        assert b"\x1b" not in result.stderr


def name_with_line_break():
    """A file name with a line break is still one line."""
    with folder() as place:
        path = place / "a\nb.geoat"
        path.write_text("{")
        assert len(refused(1, "score", path)) == 1


def valid():
    """The example is valid, and reading changes nothing."""
    before = EXAMPLE.stat().st_mtime_ns, EXAMPLE.read_bytes()
    assert done("check", EXAMPLE, EXAMPLE).decode() == f"{EXAMPLE}: a valid plan\n" * 2
    assert done("check", "-", stdin=EXAMPLE.read_bytes()).decode() == "-: a valid plan\n"
    assert before == (EXAMPLE.stat().st_mtime_ns, EXAMPLE.read_bytes())


tap.run([case(*c) for c in CASES] + [too_large, a_folder, a_pipe, missing, every_problem,
                                     name_with_line_break, valid])

# SPDX-License-Identifier: GPL-3.0-or-later
"""Files whose names all have the same hash by the function that everybody knows take no longer than others."""

import json
import os

import tap
from program import SANITIZED, done, folder, geoat, small_plan, write
from sources import HEADINGS, rows_to_csv, zipped

N = 40000
RATIO = 2.0


def same(number):
    """One of a million names of one hash of GLib: 33 times B and A is 33 times A and b."""
    return "".join("BA" if number >> bit & 1 else "Ab" for bit in range(20))


def ordinary(number):
    """A name as long as these, of a hash of its own."""
    return f"{number:040d}"


def time_of(output, *arguments):
    """The seconds of work that a program takes which reads a file and may write OUTPUT, at best."""
    times = []
    for _ in range(3):
        output.unlink(missing_ok=True)
        before = os.times()
        result = geoat(*arguments)
        after = os.times()
        assert result.returncode == 0, result.stderr[:500]
        times.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(times)


def grows_in_step(make, command):
    """Reads what MAKE writes with names that collide, and with others."""
    with folder() as place:
        spent = []
        for name in (ordinary, same):
            source, output = make(place / name.__name__, name), place / "output.geoat"
            spent.append(time_of(output, *command(source, output)))
    assert spent[1] <= RATIO * spent[0] + 0.1, spent


def check(source, _output):
    """Checking a plan."""
    return "check", source


def take_in(source, output):
    """Importing a file."""
    return "import", "--key-element=1A", f"--output={output}", source


def unknown_members():
    """Members that this version does not know, of the plan and of an object in it."""
    grows_in_step(lambda path, name: write(path.with_suffix(".geoat"), {
        **small_plan(), **{name(i): 1 for i in range(N)}, "more": {name(i): 1 for i in range(N)}}), check)


def ids():
    """Ids of rounds, entries and activities."""
    def make(path, name):
        plan = small_plan()
        plan["rounds"] += [{"id": name(i), "title": "R", "opened": "2026-01-01"} for i in range(2000)]
        plan["entries"][0]["ratings"] = {r["id"]: {"level": 3} for r in plan["rounds"]}
        plan["entries"] += [{"id": name(i), "key_element": "1A", "indicator": "I",
                             "actions": [{"id": name(N + i), "activity": "A", "status": "planned"}]}
                            for i in range(N // 4)]
        return write(path.with_suffix(".geoat"), plan)
    grows_in_step(make, check)


def kept_as_they_are():
    """Such members are kept with their names, in their order, also those that begin with a control character."""
    plan = small_plan()
    plan["entries"][1]["\x0100000000x"] = {"\x01": 1, "y": [{"\x0112345678": True}]}
    plan["entries"][1]["\x01" * 2] = "\x01"
    plan.update({same(i): {"id": i} for i in range(300)})
    with folder() as place:
        source, output = place / "source.csv", place / "new.geoat"
        source.write_text(rows_to_csv([["Key element", *HEADINGS["en"][:3]], ["1A", "A policy is in force.", "", "3"]]))
        done("import", f"--into={write(place / 'plan.geoat', plan)}", f"--output={output}", source)
        again = json.loads(output.read_text("utf-8"))
        assert again == plan and list(again)[-300:] == [same(i) for i in range(300)], again.keys() ^ plan.keys()
        again["entries"][0]["ratings"].update({f"r{i}": {"level": 7} for i in range(300)})
        result = geoat("check", write(place / "plan.geoat", again))
        assert b"/entries/0/ratings/r299: there is no round" in result.stderr, result.stderr[-300:]


def comments():
    """Comments of a document."""
    def make(path, name):
        row = "".join(f"<tc><p><t>{text}</t></p></tc>" for text in HEADINGS["en"][:4])
        parts = {"word/document.xml": f"<w><tbl><tr>{row}</tr><tr>{row.replace('GEOAT', 'Its')}</tr></tbl></w>",
                 "word/_rels/document.xml.rels": '<r><Relationship Id="a" Type="x/comments" Target="c.xml"/></r>',
                 "word/c.xml": "<w>" + "".join(f'<comment id="{name(i)}"><p><t>c</t></p></comment>'
                                               for i in range(N)) + "</w>"}
        path = path.with_suffix(".docx")
        path.write_bytes(zipped(parts))
        return path
    grows_in_step(make, take_in)


def indicators():
    """Indicators of a table."""
    def make(path, name):
        path = path.with_suffix(".csv")
        path.write_text(rows_to_csv([HEADINGS["en"][:3]] + [[name(i), "a", "3"] for i in range(2000)]), "utf-8")
        return path
    grows_in_step(make, take_in)


TIMED = [unknown_members, ids, comments, indicators]

tap.run([kept_as_they_are] if SANITIZED else [kept_as_they_are, *TIMED])

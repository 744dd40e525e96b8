# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar and the plan itself."""

import json

import tap
from hard import HARD
from program import EXAMPLE, done, folder, small_plan, write


def lines_of(text):
    """The lines of a calendar, unfolded (RFC 5545, 3.1)."""
    assert text.endswith(b"\r\n")
    for line in text.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode("utf-8")
    return text.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]


def events(text):
    """The events of a calendar: dictionaries of their properties, without parameters."""
    result, event = [], None
    for line in lines_of(text):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            result.append(event)
            event = None
        elif event is not None:
            event[name.partition(";")[0]] = value
    return result


def plain(value):
    """A TEXT value as it was before it was escaped (RFC 5545, 3.3.11)."""
    result, characters = "", iter(value)
    for c in characters:
        if c == "\\":
            c = next(characters)
            c = "\n" if c in "nN" else c
        result += c
    return result


def calendar(path, *options):
    return done("export", "--to=ics", "--today=2026-03-08", *options, path)


def all_dates():
    """Every start and every due date of an activity is a whole day of its own."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    last = plan["rounds"][-1]["id"]
    expected = sorted(
        (f"{plan['id']}.{a['id']}.{kind}@geoat-planner", a[kind].replace("-", ""))
        for e in plan["entries"] if e.get("retired") != last for a in e.get("actions", [])
        for kind in ("start", "due") if kind in a)
    got = sorted((e["UID"], e["DTSTART"]) for e in events(calendar(EXAMPLE)))
    assert got == expected and len(got) > 50


def form():
    """A calendar as RFC 5545 wants it, the same each time; days end on the day after."""
    text = calendar(EXAMPLE)
    lines = lines_of(text)
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR" and "VERSION:2.0" in lines
    assert text == calendar(EXAMPLE)
    plan = small_plan()
    plan["entries"][0]["actions"][0].update(due="2028-02-28")
    with folder() as place:
        event, = events(calendar(write(place / "plan.geoat", plan)))
    assert (event["DTSTART"], event["DTEND"]) == ("20280228", "20280229")
    assert event["DTSTAMP"] == "20260308T000000Z" and event["TRANSP"] == "TRANSPARENT"


def updates():
    """A later export has the same ids and higher numbers, so that a calendar updates its events."""
    plan = small_plan()
    with folder() as place:
        path = write(place / "plan.geoat", plan)
        before, = events(calendar(path))
        plan["entries"][0]["actions"][0].update(due="2026-04-01", status="dropped")
        after, = events(done("export", "--to=ics", "--today=2026-03-09", write(path, plan)))
    assert before["UID"] == after["UID"] and int(before["SEQUENCE"]) < int(after["SEQUENCE"])
    assert after["DTSTART"] == "20260401" and after["STATUS"] == "CANCELLED" and "STATUS" not in before


def far_dates():
    """A day that no calendar has, as people write for never, does not spoil the others."""
    plan = small_plan()
    plan["entries"][0]["actions"] = [
        {"id": f"a{i}", "activity": "x", "status": "planned", **dates} for i, dates in enumerate([
            {"due": "9999-12-31"}, {"start": "0001-01-01", "due": "2999-12-31"}, {"start": "1900-01-01"}])]
    with folder() as place:
        got = events(calendar(write(place / "plan.geoat", plan)))
    assert [(e["DTSTART"], e["DTEND"]) for e in got] == [("29991231", "30000101"), ("19000101", "19000102")], got


def hard_texts():
    """Hard texts survive in title and description."""
    for text in HARD:
        if any(ord(c) < 32 and c not in "\n\t" for c in text) or len(text) > 5000:
            continue  # iCalendar has no way to write these
        plan = small_plan()
        plan["entries"][0]["actions"][0].update(activity=text, targets=text)
        with folder() as place:
            event, = events(calendar(write(place / "plan.geoat", plan)))
        assert plain(event["SUMMARY"]) == f"1A due: {text}", (event["SUMMARY"], text)
        assert plain(event["DESCRIPTION"]).endswith(text), (event["DESCRIPTION"], text)


def the_plan_itself():
    """The plan as a file is valid, and the same plan: only what is not known has gone, and that is said."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    with folder() as place:
        path = place / "copy.geoat"
        done("export", "--to=json", f"--output={path}", EXAMPLE)
        done("check", path)
        assert json.loads(path.read_text("utf-8")) == plan
        plan["unknown"] = 1
        source = write(place / "plan.geoat", plan)
        done("export", "--to=json", f"--output={path}", source)
        done("check", path)
        copy = json.loads(path.read_text("utf-8"))
        assert copy.pop("left_out") == ["unknown"]
        del plan["unknown"]
        assert copy == plan


tap.run([all_dates, form, updates, far_dates, hard_texts, the_plan_itself])

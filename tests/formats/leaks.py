# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left out is in no byte of any format: not in text, not in properties, not in a hidden sheet."""

import io
import json
import subprocess
import zipfile
import zlib

import tap
from program import FRAMEWORK, done, folder, refused, small_plan, write

PARTS = ["title", "classification", "administration", "working_group", "source", "indicator",
         "alignment", "reasons", "current_activities", "notes", "activity", "units", "lead", "timeline",
         "targets", "progress"]


def secret(part):
    """A word that stands for a part, and in no other text."""
    return f"zq{PARTS.index(part):02d}qz" if part in PARTS else f"zq-{part.replace(':', '-')}-qz"


def plan_of_secrets():
    """A plan with a secret in every field, also in members that nobody knows."""
    plan = small_plan()
    plan.update(title=secret("title"), classification=secret("classification"), extra=secret("unknown"))
    plan["administration"] = {"name": secret("administration"), "country": secret("administration"),
                              "extra": secret("unknown")}
    plan["working_group"] = [{"id": "m1", "name": secret("working_group"), "unit": secret("working_group"),
                              "role": secret("working_group"), "extra": secret("unknown")}]
    plan["rounds"][0]["title"] = secret("round:r1")
    plan["rounds"][0]["extra"] = secret("unknown")
    plan["entries"] = [{
        "id": "e1", "key_element": "1A", "source": secret("source"), "indicator": secret("indicator"),
        "alignment": secret("alignment"), "current_activities": secret("current_activities"),
        "notes": secret("notes"), "extra": {"deep": [secret("unknown")]},
        "ratings": {
            "r1": {"level": 1, "reason": secret("reasons"), "indicator": secret("indicator"),
                   "current_activities": secret("current_activities"), "extra": secret("unknown")},
            "r2": {"level": "na", "reason": secret("reasons")}},
        "actions": [
            {"id": "a1", "activity": secret("activity"), "units": secret("units"), "lead": secret("lead"),
             "timeline": secret("timeline"), "start": "2031-03-07", "due": "2032-04-08",
             "targets": secret("targets"), "status": "done", "completed": "2033-05-09",
             "progress": secret("progress"), "extra": secret("unknown")},
            {"id": "a2", "activity": secret("status:dropped"), "due": "2034-06-10", "status": "dropped"}],
    }, {
        "id": "e2", "key_element": "4B", "indicator": secret("key_element:4B"),
        "notes": secret("key_element:4B"), "ratings": {"r2": {"level": 2}},
        "actions": [{"id": "a3", "activity": secret("key_element:4B"), "due": "2035-07-11",
                     "status": "planned"}],
    }]
    return plan


def formats():
    """The ids of all formats."""
    lines = done("formats").decode().splitlines()
    return [line.split()[0] for line in lines[2:lines.index("")]]


def unpacked(content):
    """All bytes of a file; of a package, those of its members, with their names; of a PDF, what it is packed from
    and what its pages say."""
    if content.startswith(b"%PDF"):
        streams = [zlib.decompressobj().decompress(part.split(b"endstream")[0])
                   for part in content.split(b"stream\n")[1:] if part[:1] == b"x"]
        text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, check=True, capture_output=True).stdout
        assert len(streams) > 3 and len(text) > 100
        return b"\n".join([content, *streams, text])
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return b"\n".join(name.encode() + b"\n" + package.read(name) for name in package.namelist())


def exported(path, to, *options):
    """The unpacked bytes of an export; in the round that is closed too where that takes no drawing."""
    rounds = ("1", "2") if to in ("csv", "ics", "json") else ("2",)
    return b"".join(unpacked(done("export", f"--to={to}", "--output=-", "--today=2026-03-08",
                                  f"--round={number}", *options, path))
                    for number in rounds if f"--leave-out=round:{number}" not in options)


def no_byte_of_it():
    """Each part left out in turn is in no format; all others still are where they were."""
    with folder() as place:
        path = write(place / "plan.geoat", plan_of_secrets())
        names = PARTS + ["round:1", "key_element:4B", "principle:4", "status:dropped"]
        anywhere = set()
        for to in formats():
            whole = exported(path, to)
            assert secret("unknown").encode() not in whole, to
            shown = {part for part in PARTS if secret(part).encode() in whole}
            anywhere |= shown
            for name in names:
                without = exported(path, to, f"--leave-out={name}")
                word = {"round:1": "round:r1", "principle:4": "key_element:4B"}.get(name, name)
                assert secret(word).encode() not in without, (to, name)
                if (to, name) == ("ics", "timeline"):
                    continue  # a calendar without dates is empty
                for part in shown - {name}:
                    if name == "round:1" and part in ("indicator", "current_activities"):
                        continue
                    assert secret(part).encode() in without, (to, name, part)
        assert anywhere == set(PARTS), set(PARTS) - anywhere


def dates():
    """Dates go with the timeline and with the progress, in whatever way they are written."""
    with folder() as place:
        path = write(place / "plan.geoat", plan_of_secrets())
        for name, written in (("timeline", ["2031-03-07", "20310307", "2032-04-08", "20320408", "47914"]),
                              ("progress", ["2033-05-09", "20330509"])):
            for to in formats():
                without = exported(path, to, f"--leave-out={name}")
                for date in written:
                    assert date.encode() not in without, (to, date)


def presets():
    """The Network gets no notes, names or reasons; management no notes and no list of names."""
    with folder() as place:
        path = write(place / "plan.geoat", plan_of_secrets())
        for preset, hidden in (("network", {"notes", "reasons", "working_group", "lead"}),
                               ("management", {"notes", "working_group"}), ("everything", set())):
            for to in formats():
                content = exported(path, to, f"--for={preset}")
                for part in hidden:
                    assert secret(part).encode() not in content, (preset, to, part)
            shown = exported(path, "json", f"--for={preset}")
            assert {p for p in PARTS if secret(p).encode() not in shown} == hidden
            more = exported(path, "json", f"--for={preset}", "--leave-out=units,targets", "--leave-out=title")
            assert {p for p in PARTS if secret(p).encode() not in more} == hidden | {"units", "targets",
                                                                                     "title"}


def levels():
    """Without the levels no rating goes out."""
    with folder() as place:
        path = write(place / "plan.geoat", plan_of_secrets())
        plan = json.loads(done("export", "--to=json", "--leave-out=level", path))
        assert not any("ratings" in entry for entry in plan["entries"])
        assert plan["left_out"] == ["level", "unknown"]


def wrong_names():
    """A name with a slip of the pen is refused: it must not pass for something left out."""
    with folder() as place:
        path = write(place / "plan.geoat", plan_of_secrets())
        for name in ("note", "Notes", "", "notes,", "key_element", "status:late", "round:"):
            refused(2, "export", "--to=json", f"--leave-out={name}", path)
        refused(2, "export", "--to=json", "--for=press", path)
        for name in ("key_element:4b", "key_element:9Z", "principle:7", "round:3", "round:r9"):
            assert len(refused(1, "export", "--to=json", f"--leave-out={name}", path)) == 1
        for options in (["--leave-out=round:1,round:2"], ["--leave-out=round:1", "--round=1"]):
            assert len(refused(1, "export", "--to=json", *options, path)) == 1


def no_place():
    """What a format is said to have no place for is not in it, and all else is."""
    lines = [line for line in done("formats").decode().splitlines() if line.endswith("]")]
    said = {line.split(":")[0]: set(line[line.rindex("[") + 1:-1].split()) for line in lines}
    assert all(names <= set(PARTS) | {"level", "target_levels"} for names in said.values()), said
    with folder() as place:
        path = write(place / "plan.geoat", plan_of_secrets())
        for to in formats():
            content = exported(path, to)
            missing = {part for part in PARTS if secret(part).encode() not in content}
            if to == "summary":     # shows an activity that is late; this one is done
                missing -= {"activity", "timeline"}
            assert missing == said.get(to, set()) & set(PARTS), (to, missing, said.get(to))


def names_of_the_tool_stay():
    """A shared copy still has the names of the template."""
    with folder() as place:
        path = write(place / "plan.geoat", plan_of_secrets())
        text = exported(path, "csv", "--for=network").decode("utf-8-sig")
        for column in FRAMEWORK["columns"]:
            assert column["heading"]["en"] in text


tap.run([no_byte_of_it, dates, presets, levels, wrong_names, no_place, names_of_the_tool_stay])

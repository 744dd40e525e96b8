# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat new: a valid plan, and never over another file."""

import json
import os
import subprocess

import tap
from program import FRAMEWORK, GEOAT, PATIENCE, done, folder, refused, state_of


def a_new_plan():
    """A new plan is valid, has one open round and no entry."""
    with folder() as place:
        path = place / "plan.geoat"
        assert done("new", "--administration=Customs of Valmara", "--title=GED plan",
                    "--today=2026-03-08", path) == b""
        done("check", path)
        plan = json.loads(path.read_text("utf-8"))
        assert plan["administration"]["name"] == "Customs of Valmara"
        assert plan["title"] == "GED plan" and plan["language"] == "en"
        assert plan["framework"] == "geoat-2023" and plan["entries"] == []
        assert len(plan["rounds"]) == 1 and plan["rounds"][0]["opened"] == "2026-03-08"
        assert "closed" not in plan["rounds"][0] and "2026" in plan["rounds"][0]["title"]


def starter():
    """--starter gives every key element its starter indicators, in order, with their source."""
    with folder() as place:
        path = place / "plan.geoat"
        done("new", "--starter", path)
        done("check", path)
        entries = json.loads(path.read_text("utf-8"))["entries"]
        wanted = [(k["id"], i["text"]["en"]) for p in FRAMEWORK["principles"]
                  for k in p["key_elements"] for i in k["indicators"]]
        assert [(e["key_element"], e["indicator"]) for e in entries] == wanted and len(wanted) > 90
        assert all(e["source"].startswith("geoat-2023/" + e["key_element"] + ".") for e in entries)
        assert not any("ratings" in e or "actions" in e for e in entries)


def ids_differ():
    """Two new plans can be merged one day: no id is in both."""
    with folder() as place:
        ids = []
        for name in ("a", "b"):
            done("new", "--starter", place / name)
            plan = json.loads((place / name).read_text("utf-8"))
            ids += [plan["id"], plan["rounds"][0]["id"], *(e["id"] for e in plan["entries"])]
        assert len(set(ids)) == len(ids)


def never_overwrites():
    """A file that is there stays as it is, also behind a link, also an empty one."""
    with folder() as place:
        (place / "plan.geoat").write_text("mine")
        (place / "empty.geoat").write_text("")
        (place / "link.geoat").symlink_to(place / "plan.geoat")
        (place / "folder.geoat").mkdir()
        before = state_of(place)
        for name in ("plan.geoat", "empty.geoat", "link.geoat", "folder.geoat"):
            lines = refused(1, "new", "--starter", place / name)
            assert len(lines) == 1 and lines[0].startswith(f"{place / name}: "), lines
        assert state_of(place) == before


def no_folder():
    """A folder that is not there is not made."""
    with folder() as place:
        assert len(refused(1, "new", place / "no" / "plan.geoat")) == 1
        assert list(place.iterdir()) == []


def names_of_all_scripts():
    """Names in any script arrive as they were typed, in any locale."""
    name = "جمارك Douanes d’Œuvre 海关 😀"
    for locale in ("C.UTF-8", "C"):
        with folder() as place:
            done("new", f"--administration={name}", place / "plan.geoat",
                 env={**os.environ, "LC_ALL": locale})
            done("check", place / "plan.geoat")
            plan = json.loads((place / "plan.geoat").read_text("utf-8"))
            assert plan["administration"]["name"] == name


def at_once():
    """Of many programs that make the same file at once, one succeeds."""
    with folder() as place:
        path = place / "plan.geoat"
        running = [subprocess.Popen([GEOAT, "new", "--starter", path], stderr=subprocess.DEVNULL)
                   for _ in range(8)]
        statuses = sorted(process.wait(PATIENCE) for process in running)
        assert statuses == [0] + [1] * 7, statuses
        done("check", path)
        assert [x.name for x in place.iterdir()] == ["plan.geoat"]


tap.run([a_new_plan, starter, ids_differ, never_overwrites, no_folder, names_of_all_scripts, at_once])

# SPDX-License-Identifier: GPL-3.0-or-later
"""Does the Flatpak keep what it promises: a sandbox without network and files, from known sources?"""

import json
import os
import pathlib
import re

import tap

ID = "io.github.geoat_planner.GeoatPlanner"
FOLDER = pathlib.Path(os.environ["GEOAT_SOURCE_ROOT"], "flatpak")
MANIFEST = json.loads((FOLDER / f"{ID}.json").read_text(encoding="utf-8"))


def sandbox():
    """The sandbox opens the display and nothing else"""
    allowed = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri"}
    assert set(MANIFEST["finish-args"]) <= allowed, MANIFEST["finish-args"]


def sources():
    """What is downloaded comes over HTTPS and is checked by its SHA-256, or named by its commit"""
    for module in MANIFEST["modules"]:
        for source in module["sources"]:
            if source["type"] == "dir":
                assert (FOLDER / source["path"] / "meson.build").is_file()
            else:
                assert source["url"].startswith("https://"), source
                if source["type"] == "git":
                    assert re.fullmatch("[0-9a-f]{40}", source["commit"]), source
                else:
                    assert re.fullmatch("[0-9a-f]{64}", source["sha256"]), source


def ours():
    """The application comes last, under its own name"""
    assert MANIFEST["id"] == ID
    assert MANIFEST["command"] == MANIFEST["modules"][-1]["name"] == "geoat-planner"


tap.run([sandbox, sources, ours])

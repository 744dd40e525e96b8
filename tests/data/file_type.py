# SPDX-License-Identifier: GPL-3.0-or-later
"""Does a desktop on which the application is installed know its files?"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import tap

MIME_FILE, UPDATE_MIME_DATABASE, GIO = sys.argv[1:4]
TYPE = "application/vnd.geoat.plan+json"
PLAN = '{\n  "format": "geoat-plan",\n  "version": 1\n}\n'


def content_type(folder, name, text):
    """What the desktop takes a file with this name and text for."""
    path = pathlib.Path(folder, name)
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [GIO, "info", "--attributes=standard::content-type", path],
        env={**os.environ, "XDG_DATA_HOME": str(pathlib.Path(folder, "data"))},
        capture_output=True, text=True, check=True)
    lines = [line.strip() for line in done.stdout.splitlines()]
    return next(line.split(": ")[1] for line in lines if line.startswith("standard::content-type"))


def with_database(check):
    """Runs CHECK in a folder where a MIME database with our file type has been made."""
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder, "data", "mime", "packages")
        packages.mkdir(parents=True)
        shutil.copy(MIME_FILE, packages)
        subprocess.run([UPDATE_MIME_DATABASE, packages.parent], check=True)
        check(folder)


def by_name():
    """A file named .geoat is a plan, even an empty one"""
    def check(folder):
        assert content_type(folder, "valmara.geoat", PLAN) == TYPE
        assert content_type(folder, "empty.geoat", "{}") == TYPE
    with_database(check)


def by_content():
    """A plan that lost its extension is still known by what it holds"""
    def check(folder):
        assert content_type(folder, "valmara", PLAN) == TYPE
    with_database(check)


def others_untouched():
    """Other JSON files are not taken for plans"""
    def check(folder):
        assert content_type(folder, "other.json", '{ "format": "other" }') == "application/json"
    with_database(check)


tap.run([by_name, by_content, others_untouched])

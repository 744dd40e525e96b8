# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat export of a closed last round: every format has the wording it was closed with, none the present one."""

import re
import subprocess
import zipfile

import tap
from program import done, folder, small_plan, write

KEPT, PRESENT = ("zqkeptindicator", "zqkeptactivities"), ("zqnowindicator", "zqnowactivities")


def closed_plan():
    plan = small_plan()
    plan["rounds"][1]["closed"] = "2025-12-01"
    entry = plan["entries"][0]
    entry["indicator"], entry["current_activities"] = PRESENT
    entry["ratings"]["r2"].update(indicator=KEPT[0], current_activities=KEPT[1])
    # nothing was being done when the round was closed
    other = plan["entries"][1]
    other["ratings"]["r2"]["indicator"] = other["indicator"]
    other["current_activities"] = PRESENT[1]
    return plan


def text_of(file):
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            return "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
    if file.read_bytes().startswith(b"%PDF"):
        return subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True).stdout.decode("utf-8")
    return file.read_text("utf-8")


def formats():
    """The formats that have columns of the template: those that write the wording of an open round."""
    plan = small_plan()
    plan["entries"][0].update(zip(("indicator", "current_activities"), PRESENT))
    with folder() as place:
        source = write(place / "plan.geoat", plan)
        names = re.findall(r"^([a-z]+) .*\*\.", done("formats").decode("utf-8"), re.MULTILINE)
        for name in names:
            file = place / f"of.{name}"
            done("export", f"--to={name}", f"--output={file}", "--today=2026-03-08", source)
            if all(word in text_of(file) for word in PRESENT):
                yield name


def every_format():
    """The kept wording stands in every format that has a place for it; the present one only in the plan itself."""
    found = list(formats())
    assert {"csv", "docx", "html", "json", "pdf", "xlsx"} <= set(found), found
    with folder() as place:
        source = write(place / "plan.geoat", closed_plan())
        for name in found:
            file = place / f"of.{name}"
            done("export", f"--to={name}", f"--output={file}", "--today=2026-03-08", source)
            text = text_of(file)
            assert all(word in text for word in KEPT), name
            assert name == "json" or not any(word in text for word in PRESENT), name


tap.run([every_format])

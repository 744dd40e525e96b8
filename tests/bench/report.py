# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of a plan of 250 indicators as a PDF, beside LibreOffice, which makes a PDF of the same table from our
Word document and from our workbook.

Wall time and peak memory of whole processes, in turns, each several times; the least of each counts, the median is
told beside it. LibreOffice has a profile that is made before. Fails when the report is not 20 times faster, or takes more than a third of the
memory. Needs LibreOffice's Writer and Calc; without them it is skipped.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time

from program import EXAMPLE, GEOAT, done, folder

N_INDICATORS = 250
N_TIMES = 8
MIN_SPEED = 20
MAX_MEMORY = 1 / 3
SKIPPED = 77


def make_plan(path):
    """The indicators of the example over and over, until there are enough."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    entries = plan["entries"]
    plan["entries"] = []
    for i in range(N_INDICATORS):
        entry = json.loads(json.dumps(entries[i % len(entries)]))
        entry["id"] = f"e{i}"
        entry["indicator"] = f"{entry['indicator']} ({i + 1})"
        for j, action in enumerate(entry.get("actions", [])):
            action["id"] = f"a{i}-{j}"
        plan["entries"].append(entry)
    path.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")


def measure(arguments):
    """Wall seconds and peak megabytes of a process and those that it waits for."""
    start = time.perf_counter()
    process = subprocess.Popen([str(a) for a in arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    assert process.returncode == 0, (arguments, process.returncode)
    return seconds, usage.ru_maxrss / 1024


def office(place, source):
    return ["soffice", f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
            "--outdir", place, source]


def check(what, found, limit, good):
    print(f"{what}: {found:.3g}, bound {limit:.3g}: {'good' if good else 'BROKEN'}")
    return good


def main():
    if not shutil.which("soffice"):
        print("LibreOffice is not there")
        return SKIPPED
    with folder() as place:
        plan, pdf = place / "plan.geoat", place / "report.pdf"
        make_plan(plan)
        sources = {to: place / f"plan.{to}" for to in ("docx", "xlsx")}
        for to, path in sources.items():
            done("export", f"--to={to}", f"--output={path}", plan)
        runs = {"geoat": [GEOAT, "export", "--to=pdf", f"--output={pdf}", plan],
                **{to: office(place, path) for to, path in sources.items()}}
        measured = {name: [] for name in runs}
        for arguments in runs.values():
            measure(arguments)
        for _ in range(N_TIMES):
            for name, arguments in runs.items():
                measured[name].append(measure(arguments))
        seconds = {name: [run[0] for run in measured[name]] for name in runs}
        megabytes = {name: min(run[1] for run in measured[name]) for name in runs}
        for name in runs:
            print(f"{name if name == 'geoat' else f'LibreOffice, {name}'}: {min(seconds[name]):.3f} s (median "
                  f"{statistics.median(seconds[name]):.3f}), {megabytes[name]:.1f} MB")
        good = True
        for name in sources:
            speed = min(seconds[name]) / min(seconds["geoat"])
            memory = megabytes["geoat"] / megabytes[name]
            median = statistics.median(seconds[name]) / statistics.median(seconds["geoat"])
            good &= check(f"times faster than LibreOffice from {name} (by the medians {median:.3g})", speed, MIN_SPEED,
                          speed >= MIN_SPEED)
            good &= check(f"memory, times LibreOffice from {name}", memory, MAX_MEMORY, memory <= MAX_MEMORY)
        return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

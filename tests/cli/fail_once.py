# SPDX-License-Identifier: GPL-3.0-or-later
"""Each call of the system that a command makes fails once, in turn: the old file or the new one is there, whole."""

import os
import re
import subprocess

import tap
from program import EXAMPLE, GEOAT, PATIENCE, folder, geoat, small_plan, write
from sources import HEADINGS, rows_to_csv

OLD = b"what was there before\n"
LEAVES = {"unlink", "rmdir"}  # when a file cannot be removed it stays


def run(place, at, arguments):
    """Runs geoat with its call number AT failing; returns the result and the name of that call, or ""."""
    here, there = os.pipe()
    with os.fdopen(here, "rb") as name:
        environment = {**os.environ, "LD_PRELOAD": os.environ["GEOAT_FAIL_ONCE"], "GEOAT_FAIL_AT": str(at),
                       "GEOAT_FAIL_UNDER": str(place), "GEOAT_FAIL_TO": str(there), "TMPDIR": str(place / "tmp")}
        try:
            result = subprocess.run([GEOAT, *map(str, arguments)], env=environment, capture_output=True,
                                    timeout=PATIENCE, pass_fds=[there], stdin=subprocess.DEVNULL)
        finally:
            os.close(there)
        return result, name.read().decode()


def files(place):
    """What files there are, by their names."""
    return {str(path.relative_to(place)): still(path.read_bytes()) for path in place.rglob("*") if path.is_file()}


def still(content):
    """A content without what is new each time: ids that are drawn, the time of a chart."""
    content = re.sub(rb'"[a-z0-9]{12}"', b'"ID"', content)
    return re.sub(rb"/CreationDate \(D:[^)]*\)", b"", content)


def judge(place, output, old, good, said, call, result):
    """Whether what a run left behind and said is right. Returns whether the command failed."""
    now = files(place)
    left = set(now) - set(good) - {output.name}
    assert not left or call in LEAVES, (call, left)
    content = now.get(output.name)
    assert content in (old, good[output.name]), (call, result, content and content[:200])
    if result.returncode == 0:
        assert content == good[output.name] and result.stderr == said, (call, result.stderr)
        return False
    lines = result.stderr.decode("utf-8").splitlines()
    assert result.returncode == 1 and len(lines) == 1 and lines[0].startswith(f"{place}/"), (call, result)
    return True


def tried(arguments, make_sources, name, is_new):
    """Every call of one command."""
    with folder() as place:
        (place / "tmp").mkdir()
        output = place / name
        sources = make_sources(place)
        command = arguments(output, *sources)
        result = geoat(*command, env={**os.environ, "TMPDIR": str(place / "tmp")})
        assert result.returncode == 0, result
        good, said, failed, call, at = files(place), result.stderr, set(), "first", 0
        while call:
            at += 1
            if is_new:
                output.unlink(missing_ok=True)
            else:
                output.write_bytes(OLD)
            result, call = run(place, at, command)
            if judge(place, output, None if is_new else OLD, good, said, call, result):
                failed.add(call)
            for path in (place / "tmp").rglob("*"):
                path.unlink() if path.is_file() else None
            for path in sorted((place / "tmp").iterdir(), reverse=True):
                path.rmdir()
            for path in set(files(place)) - set(good):
                (place / path).unlink()
        assert at > 5 and {"open", "fsync"} <= failed, (at, failed)


def plan(place):
    """A plan to work on."""
    return [write(place / "plan.geoat", small_plan())]


def table(place):
    """A table to import."""
    (place / "table.csv").write_text(rows_to_csv([HEADINGS["en"][:3], ["One", "Law", "3"]]), "utf-8")
    return [place / "table.csv"]


def a_new_plan():
    """Making a plan."""
    tried(lambda output: ["new", "--title=T", output], lambda place: [], "new.geoat", True)


def imports():
    """Importing a table, a document and a workbook, into a new plan."""
    tried(lambda output, source: ["import", "--key-element=1A", f"--output={output}", source], table, "new.geoat", True)
    for to in ("docx", "xlsx"):
        def document(place, to=to):
            source = place / f"source.{to}"
            assert geoat("export", f"--to={to}", f"--output={source}", EXAMPLE).returncode == 0
            return [source]
        tried(lambda output, source: ["import", f"--output={output}", source], document, "new.geoat", True)


def exports():
    """Exporting in every format."""
    names = re.findall(r"^(\w+): ", geoat("formats").stdout.decode(), re.M) + ["json"]
    assert {"csv", "docx", "xlsx", "pdf", "ics", "html"} <= set(names), names
    for to in names:
        if to != "xlsx":
            tried(lambda output, source, to=to: ["export", f"--to={to}", "--today=2026-03-08", f"--output={output}",
                                                 source], plan, f"out.{to}", False)


def workbooks():
    """Exporting a workbook, whose library does not notice when a write fails."""
    tried(lambda output, source: ["export", "--to=xlsx", "--today=2026-03-08", f"--output={output}", source],
          plan, "out.xlsx", False)


def charts():
    """Drawing a chart."""
    for extension in ("svg", "png", "pdf"):
        tried(lambda output, source: ["chart", "--kind=radar", f"--output={output}", source],
              plan, f"out.{extension}", False)


def full_disk():
    """On a disk that is full for good a workbook stays what it was, and the library's own words are not shown."""
    with folder() as place:
        source, output = write(place / "plan.geoat", small_plan()), place / "out.xlsx"
        output.write_bytes(OLD)
        result = geoat("export", "--to=xlsx", f"--output={output}", source,
                       env={**os.environ, "TMPDIR": str(place / "none")})
        lines = result.stderr.decode().splitlines()
        assert result.returncode == 1 and len(lines) == 1 and "ERROR" not in lines[0], result
        assert output.read_bytes() == OLD


tap.run([a_new_plan, imports, exports, workbooks, charts, full_disk])

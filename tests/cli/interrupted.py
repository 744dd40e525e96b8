# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever ends a command with Ctrl+C, or is asked to end, leaves nothing behind; what is printed repaints no terminal."""

import contextlib
import json
import os
import pty
import signal
import subprocess
import time

import tap
from program import GEOAT, PATIENCE, folder, geoat, small_plan, write

OLD = b"what was there before\n"


def large_plan(place):
    """A plan whose export takes a while."""
    plan = small_plan()
    plan["entries"] = [{"id": f"e{i}", "key_element": "1A", "indicator": f"Indicator {i} " * 20,
                        "current_activities": f"We do this {i} " * 40,
                        "actions": [{"id": f"a{i}", "activity": "Do it. " * 20, "status": "planned"}]} for i in range(4000)]
    return write(place / "plan.geoat", plan)


def names(place):
    """All that there is below a folder."""
    return {str(path.relative_to(place)) for path in place.rglob("*")}


def ended(number, to):
    """A command that is ended as soon as its first temporary file is there."""
    with folder() as place:
        (place / "tmp").mkdir()
        source, output = large_plan(place), place / f"out.{to}"
        output.write_bytes(OLD)
        before = names(place)
        command = [GEOAT, "export", f"--to={to}", f"--output={output}", source]
        with subprocess.Popen(command, env={**os.environ, "TMPDIR": str(place / "tmp")}, stderr=subprocess.PIPE) as program:
            end = time.monotonic() + PATIENCE
            while names(place) == before and program.poll() is None:
                assert time.monotonic() < end, "no temporary file"
            program.send_signal(number)
            said = program.communicate(timeout=PATIENCE)[1]
        assert program.returncode == -number and said == b"", (program.returncode, said)
        assert names(place) == before and output.read_bytes() == OLD, names(place) - before


def signals():
    """Ctrl+C, a request to end and a closed terminal, while a document and a workbook are made."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        for to in ("docx", "xlsx"):
            ended(number, to)


def ignored():
    """A signal that is ignored stays ignored."""
    with folder() as place:
        source, output = large_plan(place), place / "out.docx"
        with subprocess.Popen([GEOAT, "export", "--to=docx", f"--output={output}", source], stderr=subprocess.PIPE,
                              preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as program:
            end = time.monotonic() + PATIENCE
            while len(names(place)) == 1 and program.poll() is None:
                assert time.monotonic() < end, "no temporary file"
            program.send_signal(signal.SIGHUP)
            program.communicate(timeout=PATIENCE)
        assert program.returncode == 0 and output.exists(), program.returncode


def terminals():
    """Control characters of titles, ids and names of files never reach a terminal."""
    plan = small_plan()
    plan["title"] = plan["rounds"][1]["title"] = plan["administration"]["name"] = "a\x1b[2Jb\x07\x9bc"
    with folder() as place:
        source = write(place / "a\x1b[31mb.geoat", plan)
        for command in (["check", source], ["score", source], ["score", "--round=no\x1bne", source],
                        ["export", "--to=docx", f"--output={source}", source]):
            result = geoat(*command)
            harmless(command, result.stdout + result.stderr)
        for command in (["chart", "--kind=radar", "--numbers", source], ["export", "--to=csv", "--output=-", source]):
            ours, theirs = pty.openpty()
            with subprocess.Popen([GEOAT, *map(str, command)], stdout=theirs, stderr=theirs) as program:
                os.close(theirs)
                content = b""
                with contextlib.suppress(OSError):  # the end of a terminal
                    while piece := os.read(ours, 65536):
                        content += piece
                program.wait(PATIENCE)
            os.close(ours)
            assert b"Indicator" in content or b"indicator" in content, content[:200]
            harmless(command, content)


def harmless(command, content):
    """That nothing of an output repaints a terminal."""
    text = content.decode("utf-8")
    assert not [c for c in text if (ord(c) < 32 and c not in "\n\r\t") or 0x7f <= ord(c) < 0xa0], (command, text)


def too_many_problems():
    """Checking says when it stops counting."""
    plan = small_plan()
    plan["entries"] = [{"id": f"e{i}", "key_element": "9Z", "indicator": "I"} for i in range(1500)]
    with folder() as place:
        result = geoat("check", write(place / "plan.geoat", plan))
        lines = result.stderr.decode().splitlines()
        assert result.returncode == 1 and len(lines) == 1001, len(lines)
        assert lines[-1] == f"{place / 'plan.geoat'}: counting stops here, at 1000 problems", lines[-1]
        plan["entries"] = plan["entries"][:999]
        lines = geoat("check", write(place / "plan.geoat", plan)).stderr.decode().splitlines()
        assert len(lines) == 999 and "counting" not in lines[-1], lines[-1]
        assert json.loads((place / "plan.geoat").read_text("utf-8")) == plan


tap.run([signals, ignored, terminals, too_many_problems])

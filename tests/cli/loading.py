# SPDX-License-Identifier: GPL-3.0-or-later
"""Word documents, workbooks and calendars come from a file that is loaded when one is wanted: not before, and
without it all the rest works."""

import os
import pathlib
import re
import stat
import subprocess

import tap
from program import EXAMPLE, GEOAT, PATIENCE, done, folder

MODULE = "geoat-office.so"
ONLY_FOR_OFFICE = ("libarchive.", "libcrypto.", "libical.", "libicu", "libxlsxwriter.", "libxml2.", MODULE)


def loaded(place, *arguments):
    """The names of all files that a run of geoat loads, as the system's loader says."""
    log = place / "log"
    done(*arguments, env={**os.environ, "LD_DEBUG": "files", "LD_DEBUG_OUTPUT": str(log)})
    files = set()
    for path in place.glob("log.*"):
        files |= set(re.findall(r"file=([^ ]+) \[", path.read_text("utf-8", "replace")))
        path.unlink()
    names = {pathlib.PurePath(name).name for name in files}
    assert any(name.startswith("libglib-") for name in names), names
    return names


def test_loads_when_wanted():
    """What only office files need is loaded for them alone."""
    with folder() as place:
        for arguments in (["--version"], ["score", EXAMPLE],
                          *(["export", f"--to={to}", f"--output={place / to}", EXAMPLE]
                            for to in ("csv", "html", "json", "pdf"))):
            names = loaded(place, *arguments)
            assert not [name for name in names if name.startswith(ONLY_FOR_OFFICE)], (arguments, names)
        for to in ("docx", "ics", "xlsx"):
            names = loaded(place, "export", f"--to={to}", f"--output={place / to}", EXAMPLE)
            assert MODULE in names, (to, names)


def alone(place):
    """geoat with another place to look for the module, which is not there."""
    path = os.fsencode(pathlib.Path(GEOAT).resolve().parent.parent / "office")
    program = pathlib.Path(GEOAT).read_bytes()
    assert program.count(path) >= 1, path
    copy = place / "geoat"
    copy.write_bytes(program.replace(path, b"/" + b"x" * (len(path) - 1)))
    copy.chmod(copy.stat().st_mode | stat.S_IXUSR)
    return copy


def test_missing():
    """Without it there is a clear error, no half file, and all the rest works."""
    with folder() as place:
        program = alone(place)
        document = place / "plan.docx"
        done("export", "--to=docx", f"--output={document}", EXAMPLE)
        for to in ("docx", "ics", "xlsx"):
            result = subprocess.run([program, "export", f"--to={to}", f"--output={place / 'new'}", EXAMPLE],
                                    capture_output=True, timeout=PATIENCE)
            assert result.returncode == 1, (to, result)
            assert MODULE.encode() in result.stderr and result.stderr.count(b"\n") == 1, (to, result)
            assert sorted(path.name for path in place.iterdir()) == ["geoat", "plan.docx"], to
        result = subprocess.run([program, "import", f"--output={place / 'new'}", document], capture_output=True,
                                timeout=PATIENCE)
        assert result.returncode == 1 and MODULE.encode() in result.stderr, result
        result = subprocess.run([program, "export", "--to=csv", EXAMPLE], capture_output=True, timeout=PATIENCE)
        assert (result.returncode, result.stdout) == (0, done("export", "--to=csv", EXAMPLE)), result


def test_not_from_here():
    """A file of its name in the present folder is not loaded."""
    with folder() as place:
        program = alone(place)
        for name in (MODULE, f"{MODULE}.so", f"{MODULE}.la"):
            (place / name).write_bytes(b"anything")
        result = subprocess.run([program, "export", "--to=ics", EXAMPLE], cwd=place, capture_output=True,
                                timeout=PATIENCE)
        assert result.returncode == 1 and b"No such file" in result.stderr, result


tap.run([test_loads_when_wanted, test_missing, test_not_from_here])

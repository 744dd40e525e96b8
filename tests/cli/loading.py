# SPDX-License-Identifier: GPL-3.0-or-later
"""Word documents, workbooks and calendars come from a file that is loaded when one is wanted: not before, and
without it all the rest works."""

import os
import pathlib
import re
import shutil
import subprocess

import tap
from program import EXAMPLE, GEOAT, PATIENCE, done, folder, state_of

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


def copied(program_folder, office_folder=None, change=lambda content: content):
    """A copy of geoat in a folder, and one of the module in another, where it is named."""
    program_folder.mkdir(parents=True, exist_ok=True)
    program = pathlib.Path(shutil.copy(GEOAT, program_folder))
    if office_folder:
        office_folder.mkdir(parents=True, exist_ok=True)
        module = pathlib.Path(GEOAT).resolve().parent.parent / "office" / MODULE
        (office_folder / MODULE).write_bytes(change(module.read_bytes()))
    return program


def run(program, *arguments, **options):
    return subprocess.run([program, *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=PATIENCE, **options)


def below(root, path):
    """A path from the root of the system, below another root."""
    return root / pathlib.Path(path).relative_to("/")


def placed(place, change=lambda content: content):
    """Copies of geoat with its module: of a build tree, and of an installation below another root."""
    for program_folder, office_folder in (
            (place / "moved" / "src" / "cli", place / "moved" / "src" / "office"),
            (below(place, os.environ["GEOAT_PROGRAM_DIR"]), below(place, os.environ["GEOAT_OFFICE_DIR"]))):
        yield copied(program_folder, office_folder, change), os.fsencode(office_folder / MODULE)


def test_places():
    """It is found in a build tree that was moved, and in an installation below another root."""
    with folder() as place:
        for program, _ in placed(place):
            result = run(program, "export", "--to=ics", EXAMPLE)
            assert (result.returncode, result.stderr) == (0, b""), (program, result)
            assert result.stdout == done("export", "--to=ics", EXAMPLE)


def test_missing():
    """Without it there is a clear error, no half file, and all the rest works."""
    with folder() as place:
        program = copied(place / "src" / "cli")
        module = os.fsencode(place / "src" / "office" / MODULE)
        document = place / "plan.docx"
        done("export", "--to=docx", f"--output={document}", EXAMPLE)
        before = state_of(place)
        for to in ("docx", "ics", "xlsx"):
            result = run(program, "export", f"--to={to}", f"--output={place / 'new'}", EXAMPLE)
            assert result.returncode == 1 and result.stderr.count(b"\n") == 1, (to, result)
            assert module in result.stderr and b"No such file" in result.stderr, (to, result)
            assert state_of(place) == before, to
        result = run(program, "import", f"--output={place / 'new'}", document)
        assert result.returncode == 1 and module in result.stderr, result
        assert state_of(place) == before
        result = run(program, "export", "--to=csv", EXAMPLE)
        assert (result.returncode, result.stdout) == (0, done("export", "--to=csv", EXAMPLE)), result


def test_other_version():
    """That of another version, which an update left while the window was open, is not used."""
    version = os.environ["GEOAT_VERSION"].encode()
    other = version.translate(bytes.maketrans(b"0123456789", b"9876543210"))

    def change(content):
        assert b"\0" + version + b"\0" in content
        return content.replace(b"\0" + version + b"\0", b"\0" + other + b"\0")

    with folder() as place:
        for program, module in placed(place, change):
            result = run(program, "export", "--to=ics", EXAMPLE)
            assert result.returncode == 1 and b"another version" in result.stderr, result
            assert module in result.stderr, result


def test_not_from_here():
    """A file of its name in the present folder, beside the program or near it is not loaded."""
    with folder() as place:
        program = copied(place / "one" / "bin")
        for near in (place, place / "one", place / "one" / "bin", place / "one" / "office",
                     place / "one" / "lib" / "geoat-planner", place / "office"):
            near.mkdir(parents=True, exist_ok=True)
            for name in (MODULE, f"lib{MODULE}", f"{MODULE}.so", f"{MODULE}.la"):
                (near / name).write_bytes(b"anything")
        for present in (place, place / "one", place / "one" / "bin"):
            result = run(program, "export", "--to=ics", EXAMPLE, cwd=present)
            assert os.environ["GEOAT_OFFICE_DIR"].encode() in result.stderr or result.returncode == 0, result
            assert os.fsencode(place) not in result.stderr, result


tap.run([test_loads_when_wanted, test_places, test_missing, test_other_version, test_not_from_here])

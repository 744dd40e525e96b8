# SPDX-License-Identifier: GPL-3.0-or-later
"""Arguments: help, wrong usage (status 2), and output that cannot be written (status 1)."""

import os
import signal
import subprocess

import tap
from program import EXAMPLE, GEOAT, PATIENCE, done, folder, geoat, refused, state_of, write, small_plan

COMMANDS = ["new", "check", "score", "export", "import", "chart", "formats"]


def help_of_all():
    """Every command has its help, and the program lists them all."""
    text = done("--help").decode()
    for command in COMMANDS:
        assert f" {command} " in text, command
        own = done(command, "--help").decode()
        assert own.startswith("Usage:\n  geoat " + command), own
        assert "--help" in own and len(own.splitlines()) > 6, own
    assert done("-h").decode() == text
    for option in ("--administration=NAME", "--title=TEXT", "--starter"):
        assert option in done("new", "--help").decode()
    for option in ("--to=FORMAT", "--output=FILE", "--round=ROUND", "--language=LANGUAGE", "--today="):
        assert option in done("export", "--help").decode()
    for option in ("--output=FILE", "--into=PLAN", "--replace", "--indicators", "--key-element=ID"):
        assert option in done("import", "--help").decode()
    for option in ("--kind=KIND", "--size=WIDTHxHEIGHT", "--theme=THEME", "--compare=ROUND", "--numbers"):
        assert option in done("chart", "--help").decode()


def version():
    """--version names the program and its version."""
    assert done("--version").decode() == f"geoat {os.environ['GEOAT_VERSION']}\n"


def wrong_usage():
    """Whatever is wrong with the arguments alone is status 2, said on standard error, and touches nothing."""
    with folder() as place:
        plan = write(place / "plan.geoat", small_plan())
        output = place / "out.svg"
        before = state_of(place)
        for arguments in (
                [], ["frobnicate"], ["--frobnicate"], ["-x"], [""],
                ["check"], ["check", "--frobnicate", plan],
                ["score"], ["score", plan, plan], ["score", "--format=xml", plan],
                ["score", "--round"], ["score", "--language=xx", plan], ["score", "--language=", plan],
                ["export", plan], ["export", "--to=frobnicate", plan], ["export", "--to", plan],
                ["export", "--to=csv"], ["export", "--to=csv", plan, plan],
                ["export", "--to=csv", "--today=2026-02-30", plan],
                ["export", "--to=csv", "--today=tomorrow", plan],
                ["chart", "--kind=radar", plan], ["chart", f"--output={output}", plan],
                ["chart", "--kind=cake", f"--output={output}", plan],
                ["chart", "--kind=radar", f"--output={place / 'out.jpg'}", plan],
                ["chart", "--kind=radar", f"--output={place / 'svg'}", plan],
                *(["chart", "--kind=radar", f"--output={output}", f"--size={size}", plan]
                  for size in ("", "8", "800", "800x", "x600", "800x600x2", "0x0", "-800x600", "1e3x600",
                               "800 x 600", "99999999x600", "10x10")),
                ["chart", "--kind=radar", f"--output={output}", "--theme=pink", plan],
                ["new"], ["new", "-"], ["new", place / "a.geoat", place / "b.geoat"],
                ["new", "--title"], ["new", "--today=2026-13-01", place / "a.geoat"],
                ["formats", plan]):
            lines = refused(2, *arguments)
            assert "--help" in lines[-1], lines
        assert state_of(place) == before


def usage_comes_first():
    """Wrong usage is told before the file is looked at."""
    refused(2, "export", "--to=csv", "--today=soon", "/nowhere/plan.geoat")


def languages():
    """A language is taken with its region."""
    assert done("score", "--language=en-GB", EXAMPLE) == done("score", "--language=en", EXAMPLE)
    assert done("score", "--language=EN", EXAMPLE) == done("score", EXAMPLE)


def table_of_formats():
    """formats lists every format, with its extension and type, and what it has no place for."""
    lines = done("formats").decode().splitlines()
    rows = [line.split() for line in lines[2:lines.index("")]]
    assert any(r[0] == "csv" and r[-2:] == ["*.csv", "text/csv"] for r in rows), lines
    for line in lines[lines.index("") + 1:]:
        assert line.split(":")[0] in [r[0] for r in rows], line


def the_locale_does_not_matter():
    """Numbers and texts are the same whatever the locale: scripts read them."""
    usual = done("score", "--format=json", EXAMPLE), done("score", EXAMPLE)
    for locale in ("C", "C.UTF-8", "de_DE.UTF-8", "ar_SA.UTF-8"):
        environment = {**os.environ, "LC_ALL": locale}
        assert (done("score", "--format=json", EXAMPLE, env=environment),
                done("score", EXAMPLE, env=environment)) == usual


def full_disk():
    """A full disk on standard output is status 1 with a message."""
    for arguments in (["score", EXAMPLE], ["score", "--format=json", EXAMPLE], ["export", "--to=csv", EXAMPLE],
                      ["check", EXAMPLE], ["formats"], ["--help"], ["--version"], ["score", "--help"],
                      ["chart", "--kind=radar", "--numbers", EXAMPLE]):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([GEOAT, *map(str, arguments)], stdout=full, stderr=subprocess.PIPE,
                                    stdin=subprocess.DEVNULL, timeout=PATIENCE)
        assert result.returncode == 1, (arguments, result)
        assert len(result.stderr.decode().splitlines()) == 1, result
        assert b"standard output" in result.stderr, result


def closed_output():
    """A closed standard output too; and the file that is written is not printed into."""
    for arguments in (["score", EXAMPLE], ["check", EXAMPLE], ["export", "--to=csv", EXAMPLE], ["--version"]):
        command = 'exec "$0" "$@" >&-'
        result = subprocess.run(["sh", "-c", command, GEOAT, *map(str, arguments)],
                                stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=PATIENCE)
        assert result.returncode == 1 and b"standard output" in result.stderr, (arguments, result)
    with folder() as place:
        result = subprocess.run(
            ["sh", "-c", 'exec "$0" "$@" <&- >&- 2>&-', GEOAT, "export", "--to=csv",
             f"--output={place / 'table.csv'}", EXAMPLE], timeout=PATIENCE)
        assert result.returncode == 0
        assert (place / "table.csv").read_bytes() == done("export", "--to=csv", EXAMPLE)


def broken_pipe():
    """A reader that went away is no reason for a message."""
    for default in (True, False):
        def before(default=default):
            signal.signal(signal.SIGPIPE, signal.SIG_DFL if default else signal.SIG_IGN)
        read_end, write_end = os.pipe()
        os.close(read_end)
        result = subprocess.run([GEOAT, "export", "--to=csv", str(EXAMPLE)], stdout=write_end,
                                stderr=subprocess.PIPE, timeout=PATIENCE, preexec_fn=before)
        os.close(write_end)
        assert result.stderr == b"", result
        assert result.returncode != 0, result


def cannot_write():
    """An output that cannot be written is status 1 and names the output."""
    with folder() as place:
        for output in (place / "no" / "table.csv", place):
            lines = refused(1, "export", "--to=csv", f"--output={output}", EXAMPLE)
            assert len(lines) == 1 and lines[0].startswith(f"{output}: "), lines
        assert list(place.iterdir()) == []


def not_over_the_plan():
    """The plan itself is never replaced by what is made from it."""
    with folder() as place:
        path = write(place / "plan.geoat", small_plan())
        (place / "table.csv").symlink_to(path)
        before = path.read_bytes()
        for output in (path, place / "table.csv"):
            assert len(refused(1, "export", "--to=csv", f"--output={output}", path)) == 1
        (place / "plan.svg").symlink_to(path)
        assert len(refused(1, "chart", "--kind=radar", f"--output={place / 'plan.svg'}", path)) == 1
        assert path.read_bytes() == before


tap.run([help_of_all, version, wrong_usage, usage_comes_first, languages, table_of_formats,
         the_locale_does_not_matter, full_disk, closed_output, broken_pipe, cannot_write,
         not_over_the_plan])

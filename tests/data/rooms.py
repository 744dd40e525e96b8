# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the rooms of src/ know each other as docs/architecture.md says, and in no other way?

    rooms.py BUILD_FOLDER    the tests
    rooms.py --write         puts the arrows into the table of docs/architecture.md

A room is a folder of src/. An arrow runs from a room to each room whose headers it includes. A
source, its header and its private header are one unit.
"""

import collections
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("GEOAT_SOURCE_ROOT", pathlib.Path(__file__).parents[2]))
SRC = ROOT / "src"
INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)
GENERATED = re.compile(r"config\.h|.*-resource\.h")
PAGE = ROOT / "docs" / "architecture.md"
HEAD = "| room | includes headers of |\n| --- | --- |\n"
ROW = re.compile(r"^\| `(?P<room>[a-z/]+)` \| (?P<known>[^|]*) \|$", re.MULTILINE)

FILES = sorted(path for path in SRC.rglob("*.[ch]"))
HEADERS = collections.defaultdict(list)
for path in FILES:
    if path.suffix == ".h":
        HEADERS[path.name].append(path)


def room(path):
    """The room that a file lies in: "core/plan"."""
    return path.parent.relative_to(SRC).as_posix()


def unit(path):
    """What a file is a part of: its name without ending and without "-private"."""
    return room(path) + "/" + path.stem.removesuffix("-private")


def includes():
    """Each include of a header of ours: the file, and the header."""
    for path in FILES:
        for name in INCLUDE.findall(path.read_text("utf-8")):
            if not GENERATED.fullmatch(name):
                assert name in HEADERS, f"{path.relative_to(ROOT)} includes {name}, which is no header of src/"
                yield path, HEADERS[name][0]


def arrows():
    """The rooms that each room includes headers of."""
    found = {room(path): set() for path in FILES}
    for path, header in includes():
        if room(path) != room(header):
            found[room(path)].add(room(header))
    return found


def table(found):
    """The arrows as rows of a table, each room below those that know it."""
    order, left = [], dict(found)
    while left:
        free = sorted(name for name, known in left.items() if known <= set(order))
        assert free, f"a circle between rooms: {sorted(left)}"
        order += free
        for name in free:
            del left[name]
    return "\n".join(f"| `{name}` | {', '.join(f'`{known}`' for known in sorted(found[name])) or '–'} |"
                     for name in order)


def circles(graph):
    """The strongly connected parts of a graph that have more than one node (Tarjan, 1972)."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in graph.get(node, ()):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            part = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(part) > 1:
                found.append(sorted(part))

    sys.setrecursionlimit(10000)
    for node in sorted(graph):
        if node not in index:
            visit(node)
    return found


def names():
    """Every header has a name of its own, so that a bare include can mean one file alone"""
    twice = {name: paths for name, paths in HEADERS.items() if len(paths) > 1}
    assert HEADERS and not twice, twice


def documented():
    """The arrows between rooms are those of docs/architecture.md"""
    text = PAGE.read_text("utf-8").partition(HEAD)[2]
    said = {row["room"]: set(re.findall(r"`([a-z/]+)`", row["known"])) for row in ROW.finditer(text)}
    found = arrows()
    assert said == found, "docs/architecture.md is to say:\n" + "\n".join(
        line for line in table(found).splitlines() if line not in text.splitlines())


def one_way():
    """There is no circle between rooms"""
    assert not circles(arrows()), circles(arrows())


def inside():
    """Inside a room no circle has more than two units"""
    graph = collections.defaultdict(set)
    for path, header in includes():
        if unit(path) != unit(header):
            graph[unit(path)].add(unit(header))
    large = [part for part in circles(graph) if len(part) > 2]
    assert not large, large


def private():
    """A private header is included in its own part of src/ alone"""
    wrong = [(str(path.relative_to(ROOT)), header.name) for path, header in includes()
             if header.stem.endswith("-private")
             and path.relative_to(SRC).parts[0] != header.relative_to(SRC).parts[0]]
    assert not wrong, wrong


def below(found, name):
    """All rooms that a room may know: those that its arrows lead to, by any way."""
    known, left = set(), [name]
    while left:
        for other in found[left.pop()] - known:
            known.add(other)
            left.append(other)
    return known


def walls():
    """A file that includes a header of a room above its own, or beside it, does not compile"""
    build = pathlib.Path(sys.argv[1])
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text("utf-8")):
        path = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if path.is_relative_to(SRC) and path.suffix == ".c":
            commands.setdefault(room(path), entry)
    found = arrows()
    assert set(commands) == {name for name in found if list((SRC / name).glob("*.c"))}, sorted(commands)
    header_of = {room(paths[0]): paths[0].name for _, paths in sorted(HEADERS.items())}
    with tempfile.TemporaryDirectory() as folder:
        probe = pathlib.Path(folder) / "probe.c"
        for name, entry in sorted(commands.items()):
            words = shlex.split(entry["command"])
            paths = [word for word in words if word.startswith("-I")]
            for other in sorted(set(header_of) - {name}):
                if other in below(found, name):
                    continue
                probe.write_text(f'#include "{header_of[other]}"\n', "utf-8")
                result = subprocess.run(
                    [words[1] if words[0].endswith("ccache") else words[0], "-E", *paths, str(probe)],
                    cwd=entry["directory"], capture_output=True, text=True)
                assert result.returncode != 0 and "No such file" in result.stderr, \
                    f"{name} is given the headers of {other}"


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        head, _, tail = PAGE.read_text("utf-8").partition(HEAD)
        rest = tail.partition("\n\n")[2]
        PAGE.write_text(head + HEAD + table(arrows()) + "\n\n" + rest, "utf-8")
    else:
        import tap
        tap.run([names, documented, one_way, inside, private, walls])

# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat chart: the three kinds of file, their size, and the numbers."""

import csv
import io
import json
import re
import struct
import xml.etree.ElementTree as ElementTree

import tap
from program import EXAMPLE, FRAMEWORK, done, folder, refused, scores


def files():
    """The ending of the name decides what is written."""
    with folder() as place:
        for ending, start in (("svg", b"<?xml"), ("png", b"\x89PNG\r\n\x1a\n"), ("pdf", b"%PDF-")):
            path = place / f"chart.{ending}"
            assert done("chart", "--kind=radar", f"--output={path}", EXAMPLE) == b""
            assert path.read_bytes().startswith(start)
            assert path.stat().st_size > 2000, "nothing drawn"


def sizes():
    """--size is the size of the picture."""
    with folder() as place:
        done("chart", "--kind=radar", "--size=640x480", f"--output={place / 'a.png'}", EXAMPLE)
        assert struct.unpack(">II", (place / "a.png").read_bytes()[16:24]) == (640, 480)
        done("chart", "--kind=radar", "--size=640x480", f"--output={place / 'a.svg'}", EXAMPLE)
        root = ElementTree.parse(place / "a.svg").getroot()
        assert [float(re.match(r"[\d.]+", root.get(m)).group()) for m in ("width", "height")] == [640, 480]


def themes():
    """The themes look different."""
    with folder() as place:
        pictures = set()
        for theme in ("light", "dark", "print"):
            done("chart", "--kind=radar", f"--theme={theme}", f"--output={place / 'a.png'}", EXAMPLE)
            pictures.add((place / "a.png").read_bytes())
        assert len(pictures) == 3


def numbers():
    """--numbers prints the scores that the chart shows, and another round beside them."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    text = done("chart", "--kind=radar", "--numbers", "--compare=1", EXAMPLE)
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    names = [p["name"]["en"] for p in FRAMEWORK["principles"]]
    now, before = ([p["score"] for p in scores(plan, r["id"])["principles"]]
                   for r in reversed(plan["rounds"]))
    for name, score, earlier in zip(names, now, before):
        row = [r for r in rows if any(name in cell for cell in r)]
        assert len(row) == 1, (name, rows)
        shown = [float(cell) for cell in row[0] if re.fullmatch(r"\d\.\d+", cell)]
        for wanted in (score, earlier):
            assert any(abs(wanted - value) <= 0.0501 for value in shown), (row, wanted)


def rounds():
    """--round chooses the round, an unknown one is refused, also for --compare."""
    with folder() as place:
        path = place / "a.svg"
        done("chart", "--kind=radar", "--round=1", f"--output={path}", EXAMPLE)
        first = path.read_bytes()
        done("chart", "--kind=radar", f"--output={path}", EXAMPLE)
        assert path.read_bytes() != first
        before = path.read_bytes()
        for option in ("--round=9", "--compare=9"):
            assert len(refused(1, "chart", "--kind=radar", option, f"--output={path}", EXAMPLE)) == 1
        assert path.read_bytes() == before


tap.run([files, sizes, themes, numbers, rounds])

# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing, to a file by the system's dialog: the pages are those of the PDF.

    GEOAT=… printing.py PROGRAM SCHEMAS SAMPLE
"""

import os
import re
import subprocess
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]
geoat = os.environ["GEOAT"]

window = None


def poppler(program, *arguments):
    return subprocess.run([program, *arguments], check=True, stdout=subprocess.PIPE).stdout.decode()


def texts(path):
    """The text of each page, in the order in which it was written."""
    return poppler("pdftotext", "-raw", path, "-").split("\f")


def answer_dialog():
    """Prints to a file with the dialog that is there."""
    s = window.session
    dialog = window.dialog()
    s.mouse(s.find("label", "Print to File", dialog, timeout=30))
    button = s.find("push button", "Print", dialog)
    s.wait_for(lambda: s.has(button, "SENSITIVE"), 30, "printer")
    s.click(button)


def printed_file():
    return os.path.join(window.session.tmp.name, "plan.pdf")


def print_to_file():
    """Prints with the dialog that is there, and returns the file."""
    s = window.session
    answer_dialog()
    window.back()
    path = printed_file()
    s.wait_for(lambda: os.path.exists(path) and b"%%EOF" in open(path, "rb").read()[-10:], 60, "printed file")
    return path


def exported(to):
    path = os.path.join(window.session.tmp.name, "exported.pdf")
    subprocess.run([geoat, "export", f"--to={to}", f"--output={path}", window.path], check=True)
    return path


def check(path, to):
    other = exported(to)
    assert texts(path) == texts(other) and len(texts(path)[0]) > 50
    sizes = [re.search(r"Page size: +([\d.]+) x ([\d.]+)", poppler("pdfinfo", file)) for file in (path, other)]
    for a, b in zip(*(map(float, size.groups()) for size in sizes)):
        assert abs(a - b) < 1, sizes
    os.remove(path)


def test_report():
    """The report, by keyboard: a file beside the plan with its name, and the same pages as the PDF."""
    window.press("ctrl+p")
    check(print_to_file(), "pdf")


def test_summary():
    """The page for management, from the menu."""
    s = window.session
    window.press("F10")
    s.click(s.find("menu item", "Print Summary…", timeout=20))
    check(print_to_file(), "summary")


def test_failure():
    """What cannot be printed is told."""
    s = window.session
    os.mkdir(printed_file())
    window.press("ctrl+p")
    answer_dialog()
    s.click(s.wait_for(lambda: s.find("push button", "Replace", s.children(s.app)[-1], required=False), 30, "question"))
    s.find("label", "The plan was not printed", timeout=30)
    s.click(s.find("push button", "Close", s.children(s.app)[-1]))
    window.back()


def main():
    global window
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas, "GSETTINGS_BACKEND": "memory"}) as session:
        window = PlanWindow(session, program, read_plan(sample))
        window.open()
        tap.run([test_report, test_summary, test_failure])


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""A file is dragged from the file manager onto the window.

    drag_in.py PROGRAM SCHEMAS SAMPLE
"""

import itertools
import os
import shutil
import subprocess
import sys
import tempfile

import tap
from driver import Session

program, schemas, sample = sys.argv[1:4]

session = None


def drag(*paths):
    """Drags files from a window of another program into the middle of the first window."""
    s = session
    helper = os.path.join(os.path.dirname(os.path.abspath(__file__)), "file_manager.py")
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        manager = subprocess.Popen([sys.executable, helper, *paths], env=s.env, stdout=output)

        def said(word):
            output.seek(0)
            return word in output.read().split()

        try:
            s.wait_for(lambda: said("ready"), 20, "window of the file manager")
            window = s.wait_for(lambda: s.xdo("search", "--onlyvisible", "--name", "^Files$"), 20, "file manager")
            s.xdo("windowmove", "--sync", window, 1100, 760)
            x, y, width, height = s.window_geometry(window)
            x, y = x + width // 2, y + height // 2
            s.xdo("mousemove", x, y)
            s.xdo("mousedown", 1)
            # a hand does not jump, and does not let go before it sees that it may
            steps = itertools.chain(range(1, 31), itertools.cycle((29, 30)))

            def there():
                step = next(steps)
                s.xdo("mousemove", x - 16 * step, y - 10 * step)
                return step >= 29 and said("accepted")

            s.wait_for(there, 20, "place that takes the files", step=.02)
            s.xdo("mouseup", 1)
            s.wait_for(lambda: said("taken"), 20, "end of the drag")
        finally:
            manager.terminate()
            manager.wait()


def names():
    return [window.get_name() for window in session.children(session.app)]


def expect(wanted):
    session.wait_for(lambda: names() == wanted, 30, "windows %r" % wanted)


def plan(name):
    path = os.path.join(session.tmp.name, name)
    shutil.copy(sample, path)
    return path


def test_first():
    """On the welcome page a plan opens in that window."""
    drag(plan("first.geoat"))
    expect(["first.geoat"])
    session.find("list item", "Overview", timeout=30, pred=lambda o: session.extents(o).width > 10)


def test_more():
    """On the window of a plan others open in windows of their own."""
    drag(plan("second.geoat"), plan("third.geoat"))
    session.wait_for(lambda: sorted(names()) == ["first.geoat", "second.geoat", "third.geoat"], 30, "three windows")
    for _ in range(2):
        session.focus_window()
        n = len(names())
        session.key("ctrl+w")
        session.wait_for(lambda: len(names()) < n, 20, "closed window")
    expect(["first.geoat"])


def test_no_plan():
    """What is no plan is refused in words that name the file, and the plan stays."""
    path = os.path.join(session.tmp.name, "letter.geoat")
    with open(path, "w", encoding="utf-8") as file:
        file.write("Dear colleagues,")
    drag(path)
    session.find("label", "“letter.geoat” cannot be opened", timeout=30)
    assert "first.geoat" in names(), names()


def main():
    global session
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        session.start([program], timeout=60)
        tap.run([test_first, test_more, test_no_plan])


if __name__ == "__main__":
    main()

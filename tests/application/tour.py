# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a picture of every page and window, to be looked at.

    tour.py PROGRAM SCHEMAS PLAN FOLDER [--size=WIDTHxHEIGHT] [--dark] [--contrast] [--large] [--language=CODE]
            [--only=WORD]

--contrast asks for high contrast, --large doubles the size of all text, --only takes the pictures whose name has
WORD. What each picture shows is in its name; those of one call have the same size and theme.
"""

import argparse
import csv
import json
import os
import re
import shutil
import subprocess
import time

from driver import Session


class Tour:
    """One run of the program, and the pictures of it."""

    def __init__(self, session, options, plan):
        self.session, self.options, self.plan = session, options, plan

    def wanted(self, name):
        return not self.options.only or self.options.only in name

    def picture(self, name):
        """Saves the display when two looks at it are the same: animations are over."""
        s, o = self.session, self.options
        parts = [name, o.size, *(word for word in ("dark", "contrast", "large") if getattr(o, word)), o.language or ""]
        path = os.path.join(o.folder, ".".join(p for p in parts if p) + ".png")
        before = None
        for _ in range(20):
            picture = subprocess.run(
                ["import", "-display", s.env["DISPLAY"], "-window", "root", "png:-"],
                env=s.env, check=True, stdout=subprocess.PIPE, timeout=60).stdout
            if picture == before:
                break
            before = picture
            time.sleep(0.5)
        with open(path, "wb") as file:
            file.write(picture)
        print(path, flush=True)

    def fit(self):
        """Fills the display with the window."""
        s = self.session
        width, height = self.options.size.split("x")
        window = s.windows()[0]
        s.xdo("windowmove", window, 0, 0)
        s.xdo("windowsize", window, width, height)
        s.focus_window(window)
        time.sleep(1)

    def windows(self):
        return self.session.app.get_child_count()

    def window(self, name, show):
        """Takes a picture of the window that SHOW opens, and closes it."""
        if not self.wanted(name):
            return
        s = self.session
        before = self.windows()
        show()
        s.wait_for(lambda: self.windows() > before, 20, "window " + name)
        s.xdo("mousemove", 0, 0)
        s.focus_window()
        self.picture(name)
        for _ in range(3):
            if self.windows() == before:
                return
            s.key("Escape")
            time.sleep(0.7)

    def popover(self, name, show):
        """Takes a picture of what SHOW pops up, and closes it."""
        if not self.wanted(name):
            return
        show()
        time.sleep(0.7)
        self.session.xdo("mousemove", 0, 0)
        self.picture(name)
        self.session.key("Escape")
        time.sleep(0.7)

    def page(self, name, row, scrolls=0):
        """Takes pictures of the page of a ROW of the sidebar, scrolled by the height of the window SCROLLS times."""
        s = self.session
        rows = s.find_all("list item", root=s.find("list", "Pages of the plan"))
        here = next(i for i, r in enumerate(rows) if s.has(r, "SELECTED"))
        there = next(i for i, r in enumerate(rows) if re.search(row, r.get_name() or ""))
        if there != here:
            s.key(*["ctrl+Next" if there > here else "ctrl+Prior"] * abs(there - here))
        s.wait_for(lambda: s.has(rows[there], "SELECTED"), 30, "page " + name)
        self.scrolled(name, scrolls)

    def scrolled(self, name, scrolls):
        if not self.wanted(name):
            return
        s = self.session
        width, height = (int(n) for n in self.options.size.split("x"))
        self.picture(name)
        for number in range(scrolls):
            s.xdo("mousemove", width * 3 // 4, height * 2 // 3)
            s.xdo("click", "--repeat", height // 90, "--delay", 10, 5)
            s.xdo("mousemove", 0, 0)
            self.picture("%s-%d" % (name, number + 2))

    def button(self, name, root=None):
        s = self.session
        button = s.find("push button", name, root=root)
        actions = s.actions(button)
        return s.click(button) if actions else s.click(
            s.find(root=button, pred=lambda o: s.role(o) != "label" and o.get_n_actions() > 0))

    def menu(self, button, item, root=None):
        s = self.session
        self.button(button, root)
        s.click(s.find("menu item", item, timeout=10))

    def main_menu(self, item):
        s = self.session
        s.focus_window(s.windows()[0])
        s.key("F10")
        s.click(s.find("menu item", item, timeout=10))


def start_without_plan(tour):
    tour.fit()
    tour.scrolled("welcome", 0)
    tour.window("new-plan", lambda: tour.session.key("ctrl+n"))


def managers_pages(tour):
    tour.page("overview", "^Overview", 3)
    tour.popover("chart-menu", lambda: tour.button(re.compile("^Menu of")))
    tour.page("action-plan", "^Action plan", 1)
    tour.page("progress", "^Progress", 2)
    s = tour.session
    for depth in ("Key Elements", "Indicators"):
        s.mouse(s.find(None, depth, root=s.find(None, "Depth")))
        tour.scrolled("progress-" + depth.lower().replace(" ", "-"), 1)
    tour.popover("rounds-menu", lambda: tour.button("Rounds"))
    tour.window("round-rename", lambda: tour.menu("Rounds", re.compile("^Rename")))
    tour.window("round-open", lambda: tour.button(re.compile("^Open a New Round")))


def forms(tour):
    s = tour.session
    tour.page("form", "^1A ", 0)
    card = s.find("panel", re.compile("^Indicator 2: "), timeout=30)
    s.click(s.find("push button", re.compile("^Indicator 2: "), card))
    s.find("text", "Current activities", card, timeout=30)
    tour.scrolled("form-open", 2)
    tour.window("move", lambda: tour.menu("Indicator menu", re.compile("^Move to"), card))
    tour.popover("indicator-menu", lambda: tour.button("Indicator menu", card))
    tour.window("not-applicable", lambda: tour.menu("Key element menu", re.compile("^Not Applicable")))
    tour.popover("level-meanings", lambda: tour.button("All Meanings", card))
    s.click(s.find("push button", "Table"))
    tour.scrolled("table", 1)
    s.mouse(s.find("table cell"))
    s.key("F2")
    tour.scrolled("table-edited", 0)
    s.key("Escape")
    s.click(s.find("push button", "Whole Plan"))
    tour.scrolled("table-whole-plan", 2)
    s.click(s.find("push button", "Whole Plan"))
    s.click(s.find("push button", "Form"))


def windows(tour):
    s = tour.session
    s.focus_window(s.windows()[0])
    s.key("ctrl+f")
    s.keys("training")
    s.find("list item", re.compile("[Tt]raining"), timeout=20)
    tour.scrolled("find", 0)
    s.key("Escape")
    tour.popover("main-menu", lambda: s.key("F10"))
    for name, item in (
            ("plan-details", "Plan Details…"), ("versions", "Saved Versions…"), ("preferences", "Preferences"),
            ("shortcuts", "Keyboard Shortcuts"), ("help", "Help"), ("about", "About GEOAT Planner")):
        tour.window(name, lambda: tour.main_menu(item))


def sharing(tour):
    """The windows by which a plan goes out and comes back."""
    s = tour.session
    tour.window("share", lambda: s.key("ctrl+shift+e"))
    filled, empty = (os.path.join(s.tmp.name, name) for name in ("Filled template.csv", "Empty.csv"))
    with open(tour.plan, encoding="utf-8") as file:
        entry = next(e for e in json.load(file)["entries"] if e.get("alignment"))
    with open(filled, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([
            ["GEOAT indicator", "Strategic alignment", "Current activities", "Suggested forward activities",
             "Key element"],
            [entry["indicator"], "Staff rules, art. 12", "", "Brief the heads of the regional offices", "1A"],
            [entry["indicator"].replace("e", "", 1), "", "", "", "1A"],
            ["The canteen is open to all shifts.", "", "", "", "6C"],
            ["Nobody knows where this belongs.", "", "Something", "", ""]])
    with open(empty, "w", encoding="utf-8") as file:
        file.write("a,b\n")

    def choose(path):
        tour.main_menu("Import…")
        s.choose_file(path, "Open")
        time.sleep(2)

    def cells():
        choose(filled)
        s.click(s.find(None, "Cells of the File", root=s.children(s.app)[-1], timeout=20))

    tour.window("import", lambda: choose(filled))
    tour.window("import-cells", cells)
    tour.window("import-error", lambda: choose(empty))


def safety(tour):
    """What is said so that no word is lost."""
    s = tour.session
    tour.page("safety", "^1A ")
    s.focus_window(s.windows()[0])
    s.type(s.find("text", "Current activities", timeout=30), "Typed and not saved.")
    tour.window("close-question", lambda: s.key("ctrl+w"))
    with open(tour.plan, "ab") as file:
        file.write(b"\n")
    tour.window("changed-question", lambda: s.key("ctrl+s"))
    s.focus_window()    # as a window manager does: it is looked at again
    time.sleep(1)
    tour.scrolled("changed-banner", 0)
    s.type(s.find("text", "Current activities"), "Typed, and more of it.")
    time.sleep(3)       # the recovery file is at most two seconds behind
    s.proc.kill()
    s.proc.wait()
    s.start([s.proc.args[0], "--today=2025-11-24", tour.plan], timeout=120)
    s.wait_for(lambda: tour.windows() > 1, 60, "offer to restore")
    s.focus_window()
    tour.scrolled("recovery", 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "schemas", "plan", "folder"):
        parser.add_argument(name)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--language")
    parser.add_argument("--only")
    for name in ("--dark", "--contrast", "--large"):
        parser.add_argument(name, action="store_true")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)

    env = {
        "GSETTINGS_SCHEMA_DIR": options.schemas,
        "XDG_DATA_DIRS": os.path.dirname(os.path.dirname(os.path.abspath(options.plan))) +
                         ":/usr/local/share:/usr/share",        # the icon of the program lies beside the examples
    }
    if options.dark:
        env["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    if options.contrast:
        env["ADW_DEBUG_HIGH_CONTRAST"] = "1"
    if options.language:
        env["LANGUAGE"] = options.language
    with Session(env=env, size=options.size + "x24") as s:
        if options.large:
            with open(os.path.join(s.env["HOME"], ".Xdefaults"), "w") as file:
                file.write("Xft.dpi: 192\n")        # twice the usual; the X library looks here
        plan = os.path.join(s.tmp.name, "Valmara.geoat")
        shutil.copy(options.plan, plan)
        tour = Tour(s, options, plan)
        s.start([options.program, "--today=2025-11-24"], timeout=120)
        start_without_plan(tour)
        s._spawn([options.program, plan])
        s.find("list item", re.compile("^2B "), timeout=60)
        tour.fit()
        for part in (managers_pages, forms, windows, sharing, safety):
            part(tour)


if __name__ == "__main__":
    main()

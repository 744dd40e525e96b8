# SPDX-License-Identifier: GPL-3.0-or-later
"""A window on a copy of a plan, and what the tests that type into it share.

    window = PlanWindow(session, program, plan)
    window.open()
    window.go_to("^1A ")
    window.press("ctrl+Return")
"""

import copy
import json
import os
import re


def read_plan(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def plan_bytes(plan):
    """The bytes that the application writes for PLAN."""
    return (json.dumps(plan, indent=2, ensure_ascii=False) + "\n").encode()


class PlanWindow:
    """The window of PROGRAM on PLAN, which is written to a file of the session first."""

    def __init__(self, session, program, plan, name="plan.geoat"):
        self.session = session
        self.program = program
        self.path = os.path.join(session.tmp.name, name)
        with open(self.path, "wb") as file:
            file.write(plan_bytes(plan))
        self.plan = plan
        self.before = self.read()

    def with_activities(self, key_element, text):
        """The bytes of the file with TEXT as the current activities of the first indicator of KEY_ELEMENT."""
        plan = copy.deepcopy(self.plan)
        next(e for e in plan["entries"] if e["key_element"] == key_element)["current_activities"] = text
        return plan_bytes(plan)

    def read(self):
        with open(self.path, "rb") as file:
            return file.read()

    def open(self, *options):
        s = self.session
        s.start([self.program, *options, self.path], timeout=120)
        s.wait_for(lambda: self.row("^2B "), 60, "sidebar")
        s.focus_window()
        s.watch_focus()

    def row(self, name):
        """The row of a page in the sidebar, when it has a place already."""
        row = self.session.find("list item", re.compile(name), required=False)
        if row and self.session.extents(row).width > 10:
            return row

    def go_to(self, name):
        """Goes to a page, by the keys that go from one to the next."""
        s = self.session
        rows = s.find_all("list item", root=s.find("list", "Pages of the plan"))
        here = next(i for i, row in enumerate(rows) if s.has(row, "SELECTED"))
        there = next(i for i, row in enumerate(rows) if re.search(name, row.get_name() or ""))
        if there != here:
            s.key(*["ctrl+Next" if there > here else "ctrl+Prior"] * abs(there - here))
        s.wait_for(lambda: s.has(rows[there], "SELECTED"), 30, "selected row")

    def show_table(self):
        """Shows the key element as a table."""
        s = self.session
        s.click(s.find("push button", "Table"))
        s.wait_for(lambda: any(self.session.extents(o).width > 10 for o in s.find_all("table cell")), 20, "table")

    def expect(self, what, read, wanted, timeout=20):
        """Waits until READ gives WANTED; fails with what it gives instead."""
        try:
            self.session.wait_for(lambda: read() == wanted, timeout, what)
        except TimeoutError:
            raise AssertionError("%s: %r, not %r" % (what, read(), wanted)) from None

    def is_reached(self, widget, role, name, inside=None):
        """Whether WIDGET is of ROLE and NAME (a regular expression), INSIDE a group of that name."""
        s = self.session
        return (s.role(widget) == role and re.search(name, s.label(widget))
                and (inside is None or self.around(widget, inside)))

    def expect_focus(self, role, name, inside=None):
        """Waits until a widget of ROLE and NAME (a regular expression) has the focus, INSIDE a group of that
        name; returns it."""
        s = self.session

        def reached():
            widget = s.focused()
            return widget if widget and self.is_reached(widget, role, name, inside) else None

        try:
            return s.wait_for(reached, 20, "focus")
        except TimeoutError:
            raise AssertionError("not %s %r in %r has the focus, but %s" % (
                role, name, inside, self.describe(s.focused()))) from None

    def tab_to(self, role, name, inside=None, key="Tab"):
        """Presses Tab, or KEY, until a widget of ROLE and NAME (a regular expression) has the focus; returns it,
        and what had the focus on the way."""
        return self.session.walk_by(
            key, lambda widget: self.is_reached(widget, role, name, inside), "%s %r" % (role, name))

    def around(self, widget, name):
        """The group of that NAME (a regular expression) around WIDGET, or None."""
        s = self.session
        while widget and s.role(widget) != "frame":
            if s.role(widget) == "panel" and re.search(name, widget.get_name() or ""):
                return widget
            widget = widget.get_parent()
        return None

    def describe(self, widget):
        names = []
        while widget and self.session.role(widget) != "application":
            names.append("%s %r" % (self.session.role(widget), widget.get_name()))
            widget = widget.get_parent()
        return " in ".join(n for n in names if not n.startswith(("filler", "scroll pane"))) or "nothing"

    def dialog(self):
        """Waits for a second window, gives it the keyboard as a window manager would, and returns it."""
        s = self.session
        s.wait_for(lambda: s.app.get_child_count() > 1, 20, "dialog")
        s.wait_for(lambda: not any(s.find_all("menu")), 20, "closed menu")
        s.focus_window()
        return s.children(s.app)[-1]

    def back(self):
        """Waits until only the window is left, and gives it the keyboard."""
        s = self.session
        s.wait_for(lambda: s.app.get_child_count() == 1, 20, "closed dialog")
        s.focus_window()

    def answer(self, heading, button):
        """Waits for the question of that HEADING, and answers it with a BUTTON."""
        s = self.session

        def question():
            top = s.children(s.app)[-1]
            return top if s.find("label", heading, root=top, required=False) else None

        top = s.wait_for(question, 20, "question %r" % heading)
        s.focus_window()
        s.click(s.find("push button", button, root=top))

    def press(self, *keys):
        self.session.key(*keys)

    def type(self, text):
        """Types TEXT; line breaks are the key Return."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Return")
            if line:
                self.session.keys(line)

    def retype(self, name, text):
        """Puts TEXT in place of what is in the field of that NAME."""
        s = self.session
        field = s.find("text", name, timeout=30)
        s.focus(field)
        s.key("ctrl+a")
        s.keys(text)
        self.expect("typed text", lambda: s.text_of(field), text)

    def save(self):
        """Saves with the keyboard, and returns what is in the file then."""
        before = os.stat(self.path).st_ino, os.stat(self.path).st_mtime_ns
        self.press("ctrl+s")
        self.session.wait_for(
            lambda: (os.stat(self.path).st_ino, os.stat(self.path).st_mtime_ns) != before, 30, "saved file")
        self.session.find("label", "Saved", timeout=30)
        return self.read()

    def open_menu(self, button, root=None):
        """Opens the menu of a button, and returns the button."""
        s = self.session
        menu = s.find("push button", button, root=root)
        s.click(s.find(root=menu, pred=lambda o: s.role(o) != "label" and o.get_n_actions() > 0))
        return menu

    def choose(self, button, item, root=None):
        """Chooses ITEM in the menu of a button."""
        s = self.session
        s.click(s.find("menu item", item, root=self.open_menu(button, root), timeout=10))

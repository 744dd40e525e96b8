# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: walks every page and window and fails on a control that can have the
focus or be pressed but has no name of its own.

    names.py PROGRAM SCHEMAS SAMPLE

GTK 4.8 gives a widget without a name that of its type, GtkButton: that is none.
"""

import os
import re
import shutil
import sys

import tap
from driver import Session

program, schemas, sample = sys.argv[1:4]

TYPE_NAME = re.compile("^(Gtk|Adw|Geoat|Gdk)[A-Z][A-Za-z]+$")
ACTIONS = {"click", "activate", "toggle"}

# What GTK and libadwaita build themselves, where no program can put a name, and why that is no loss: the
# role and name (a regular expression) of the widget, and of one around it, None for any.
EXEMPT = [
    # GtkScrolledWindow: can have the focus only to be scrolled by keys; what it shows has names
    ("scroll pane", "", None, None),
    # the list of a GtkDropDown: its items hold the label that is read
    ("filler", "GtkListItemWidget", "combo box", None),
    ("list", "(GtkListView)?", "combo box", None),
    ("list item", "", "combo box", None),
    ("panel", "", "combo box", None),
    # the lists of an AdwExpanderRow and an AdwComboRow: their rows have names
    ("list", "GtkListBox", "list item", None),
    # libadwaita 1.7 puts what an AdwExpanderRow shows when closed into a box that can be pressed
    ("panel", "", "list item", None),
    # the search of an AdwPreferencesWindow: its list, and its entry, which GTK 4.8 calls by its role
    ("list", "GtkListBox", "filler", "AdwLeaflet"),
    ("entry", "GtkSearchEntry", "filler", "AdwLeaflet"),
    # GtkShortcutsWindow builds its search and its menu itself
    ("entry", "GtkSearchEntry", "frame", "GtkShortcutsWindow"),
    ("push button", "GtkImage", "frame", "GtkShortcutsWindow"),
    # AdwAboutWindow builds its pages itself: buttons with a picture, and texts to read
    ("push button", "(GtkImage|GtkButton)?", "frame", "About"),
    ("text", "GtkTextView", "frame", "About"),
    ("list", "", "frame", "About"),
    # the rows of a GtkStackSidebar: the label in them is read
    ("list item", "", "list", "Sidebar"),
    # the arrows of a GtkCalendar; the date can be typed beside it
    ("push button", "(GtkImage)?", "panel", "Calendar"),
]


class Names:
    """The window, and what its tests share."""

    def __init__(self, session):
        self.session = session
        self.path = os.path.join(session.tmp.name, "plan.geoat")
        shutil.copy(sample, self.path)

    def is_control(self, widget, states):
        """Whether WIDGET can have the focus or be pressed."""
        if states.contains(self.session.A.StateType.FOCUSABLE):
            return True
        try:
            return any(name in ACTIONS for name in self.session.actions(widget))
        except self.session.GLib.Error:     # GTK 4.8 also counts actions of a widget that has none
            return False

    @staticmethod
    def is_exempt(role, name, ancestors):
        return any(
            role == r and re.fullmatch(n, name)
            and (outer is None or any(outer == a and (around is None or re.fullmatch(around, b)) for a, b in ancestors))
            for r, n, outer, around in EXEMPT)

    def check(self, root):
        """Walks what is visible below ROOT; returns how many controls there are, which have no name, which are named
        twice, and which drop-downs do not say what they show."""
        found, nameless, twice, silent = 0, [], [], []
        pending = [(root, ())]
        while pending:
            widget, ancestors = pending.pop()
            try:
                states = widget.get_state_set()
                if not states.contains(self.session.A.StateType.VISIBLE):
                    continue
                role, name = self.session.role(widget), (widget.get_name() or "").strip()
                if role == "menu item":             # GTK 4.18 names it by the label inside
                    name = self.session.label(widget)
                if role != "label" and self.is_control(widget, states):
                    found += 1
                    if (not name or TYPE_NAME.match(name)) and not self.is_exempt(role, name, ancestors):
                        around = ["%s %r" % a for a in reversed(ancestors) if a[1]]
                        nameless.append("%s %r in %s" % (role, name, " in ".join(around)))
                half = len(name) // 2
                if half and name == name[:half] + " " + name[:half]:
                    # libadwaita 1.7 labels an AdwEntryRow by both labels of its title; what has the focus is the
                    # text in it
                    if role != "list item" or not self.session.find("text", name[:half], widget, required=False):
                        twice.append("%s %r" % (role, name))
                inside = ancestors + ((role, name[:60]),)
                if role == "label":
                    continue
                children = self.session.children(widget)
                # a name in the place of the text that a drop-down shows: the description has that then
                if role == "push button" and ancestors and ancestors[-1][0] == "combo box" and name:
                    labels = [o.get_name() for _, o in self.session.walk(widget) if self.session.role(o) == "label"]
                    shown = [text for text in labels if text not in ("(None)", name)]   # GTK's, for nothing chosen
                    if shown and self.session.description(widget) not in shown:
                        silent.append("%s: %s" % (name, shown[0]))
            except self.session.GLib.Error:     # gone in the meantime
                continue
            pending.extend((child, inside) for child in reversed(children))
        return found, nameless, twice, silent

    def expect(self, root, at_least):
        """Fails when a control below ROOT has no name, or when there are fewer than AT_LEAST: what is looked at
        was not there then."""
        found, nameless, twice, silent = self.check(root)
        print("# %d controls" % found, flush=True)
        assert not nameless, "without a name:\n" + "\n".join(nameless)
        assert not twice, "said twice:\n" + "\n".join(twice)
        assert not silent, "shown but not said:\n" + "\n".join(silent)
        assert found >= at_least, "only %d controls" % found

    def windows(self):
        return self.session.children(self.session.app)

    def main_menu(self):
        """Opens the main menu and returns it."""
        s = self.session
        s.focus_window()
        s.key("F10")
        return s.find("menu", root=self.sidebar, timeout=10)

    def expect_window(self, show, at_least, keys=("Escape", "ctrl+w")):
        """Calls SHOW, which opens a window, checks that, and closes it with each of KEYS."""
        s = self.session
        before = len(self.windows())
        for key in keys:
            show()
            window = s.wait_for(lambda: (self.windows()[before:] or [None])[-1], 10, "window")
            s.find("push button", root=window, timeout=10)
            try:
                if key == keys[0]:
                    self.expect(window, at_least)
            finally:
                s.focus_window()
                s.key(key)
                s.wait_for(lambda: len(self.windows()) == before, 10, "window closed by " + key)
                s.focus_window()


names = None


def test_welcome():
    """The welcome page."""
    s = names.session
    page = s.find(None, "Welcome")
    names.expect(page, 4)


def test_new_plan():
    """The window for a new plan."""
    s = names.session
    s.focus_window()

    def show():
        s.key("ctrl+n")
        radio = s.find("radio button", "A filled template", timeout=20)
        assert s.description(radio).startswith("A Word, Excel or CSV file."), s.description(radio)

    names.expect_window(show, 4)


def test_pages():
    """The sidebar, the overview, the action plan and the progress."""
    s = names.session
    s._spawn([program, names.path])
    names.sidebar = s.find(None, "Pages of the plan", timeout=60)
    names.page = s.find(None, "Page")
    s.find("list item", re.compile("^2B .* assessed$"), names.sidebar, timeout=60)
    row = s.find("list item", "Overview", names.sidebar)
    s.wait_for(lambda: s.has(row, "FOCUSED"), 10, "focus on the page that is shown")
    s.focus_window()
    s.key("ctrl+Next")
    row = s.find("list item", re.compile("^Action plan"), names.sidebar)
    s.wait_for(lambda: s.has(row, "FOCUSED"), 10, "focus on the next page")
    names.expect(names.sidebar, 20)
    for row, title, at_least in (
            ("^Overview", "Principle scores", 10), ("^Action plan", "Activities of the plan", 40),
            ("^Progress", "Scores over the rounds", 6)):
        s.mouse(s.find("list item", re.compile(row), names.sidebar))
        s.find(None, title, names.page, timeout=30)
        names.expect(names.page, at_least)


def test_form():
    """The form of an indicator, with a calendar."""
    s = names.session
    s.mouse(s.find("list item", re.compile("^1A .* assessed$"), names.sidebar))
    card = s.find("panel", re.compile("^Indicator 2: "), names.page, timeout=30)
    s.click(s.find("push button", re.compile("^Indicator 2: "), card))
    s.find("text", "Current activities", card, timeout=30)
    level = s.find("radio button", "2 · Beginning implementation", card)
    assert s.description(level).startswith("A policy is being drafted"), s.description(level)
    for button in s.find_all("push button", re.compile("^(Private Note|Lead, Progress)"), root=card):
        s.click(button)
    s.click(s.find("push button", re.compile("^Due"), root=card))
    s.find("push button", "No date", root=card)
    names.expect(names.page, 60)
    s.key("Escape")


def test_table():
    """The table, and the cell that is edited."""
    s = names.session
    s.click(s.find("push button", "Table", names.page))
    table = s.find("table", "Template", names.page)
    s.mouse(s.find("table cell", root=table))
    s.key("F2")
    s.find("text", root=table)
    names.expect(table, 10)
    s.key("Escape")


def test_find():
    """Find and replace, with results."""
    s = names.session
    s.key("ctrl+f")
    s.keys("training")
    panel = s.find("form", root=names.sidebar)
    s.wait_for(lambda: s.find_all("list item", root=panel), 20, "results")
    names.expect(panel, 5)
    s.key("Escape")
    row = s.find("list item", re.compile("^1A .* assessed$"), names.sidebar)
    s.wait_for(lambda: s.has(row, "FOCUSED"), 10, "focus on the page that is shown")


def test_menu():
    """The main menu."""
    s = names.session
    menu = names.main_menu()
    try:
        names.expect(menu, 10)
    finally:
        s.key("Escape")


def test_narrow_menu():
    """F10 opens the main menu in a narrow window too, where it is in a sidebar that does not show."""
    s = names.session
    window = s.windows()[0]
    _, _, width, height = s.window_geometry(window)
    s.xdo("windowsize", window, 700, height)
    s.find("push button", "Show the sidebar", timeout=20)

    def is_out_of_sight():
        row = s.find("list item", "Overview", names.sidebar, required=False)
        return not row or s.extents(row).x + s.extents(row).width <= 0

    try:
        s.focus_window(window)
        s.wait_for(is_out_of_sight, 20, "folded sidebar")
        s.key("F10")
        s.find("menu item", "Share…", names.sidebar, timeout=20)
        s.key("Escape")
    finally:
        s.xdo("windowsize", window, width, height)
        s.wait_for(lambda: not s.find("push button", "Show the sidebar", required=False), 20, "sidebar")


def test_import():
    """The review of a file that is imported."""
    s = names.session
    path = os.path.join(s.tmp.name, "filled.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("GEOAT indicator,Strategic alignment,GEOAT evaluation scale,Current activities,Key element\n"
                   "New,,3,,1A\nLost,,,,\n")

    def show():
        s.click(s.find("menu item", "Import…", root=names.main_menu()))
        s.choose_file(path, "Open")
        s.find("combo box", "Key element that it belongs to", timeout=30)

    names.expect_window(show, 6)


def window_test(item, at_least, *keys):
    """A test of the window that ITEM of the main menu opens."""
    def test():
        s = names.session
        names.expect_window(lambda: s.click(s.find("menu item", item, root=names.main_menu())), at_least, *keys)
    test.__doc__ = "The window of “%s” in the main menu." % item
    return test


def test_closed_window():
    """A screen reader may ask for a window that has just closed."""
    s = names.session
    try:
        s.app.get_child_at_index(s.app.get_child_count())
    except s.GLib.Error:
        pass
    s.find("list", "Pages of the plan", timeout=20)


def main():
    global names
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        names = Names(session)
        session.start([program], timeout=120)
        tap.run([test_welcome, test_new_plan, test_pages, test_form, test_table, test_find, test_menu, test_narrow_menu,
                 test_import] + [
            window_test(*arguments) for arguments in (
                ("Share…", 40), ("Plan Details…", 10), ("Saved Versions…", 2), ("Preferences", 6), ("Keyboard Shortcuts", 2, ["Escape"]),
                ("Help", 2), ("About GEOAT Planner", 3, ["Escape"]))] + [test_closed_window])


if __name__ == "__main__":
    main()

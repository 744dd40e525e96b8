# SPDX-License-Identifier: GPL-3.0-or-later
"""Rating at speed: one key an indicator, from one to the next across key elements, and a whole key element at
once.

    rate.py PROGRAM SCHEMAS SAMPLE
"""

import copy
import re
import sys

import tap
from driver import Session
from plan_window import PlanWindow, read_plan

program, schemas, sample = sys.argv[1:4]

N_RATED = 20
KEYS = "3n0512n4n5032415n120"      # what is pressed, one an indicator
REASON = "The administration has no such posts"

window = None


def level_of(key):
    return "na" if key == "n" else int(key)


def order(plan):
    """The entries as the window shows them: by key element."""
    return sorted((e for e in plan["entries"] if "retired" not in e), key=lambda entry: entry["key_element"])


def make_plan():
    """The example with its first N_RATED indicators, and one much later, not yet assessed."""
    plan = read_plan(sample)
    review = plan["rounds"][-1]["id"]
    for entry in plan["entries"]:
        entry.setdefault("ratings", {}).setdefault(review, {"level": 4})
    entries = order(plan)
    for entry in entries[:N_RATED] + entries[-1:]:
        del entry["ratings"][review]
    for entry in plan["entries"]:
        if not entry["ratings"]:
            del entry["ratings"]
    return plan, review, entries


def rated():
    """The plan of the test with its first indicators rated as the keys say."""
    plan = copy.deepcopy(window.plan)
    by_id = {entry["id"]: entry for entry in plan["entries"]}
    for key, entry in zip(KEYS, window.entries):
        by_id[entry["id"]].setdefault("ratings", {})[window.review] = {"level": level_of(key)}
    return plan


def saved():
    window.save()
    return read_plan(window.path)


def inside(entry):
    return "^Indicator [0-9]+: " + re.escape(entry["indicator"])


def test_from_the_sidebar():
    """Ctrl+Enter goes from the sidebar to the first indicator that is not yet assessed."""
    window.session.mouse(window.row("^1A "))
    window.expect_focus("list item", "^1A ")
    window.press("ctrl+Return")
    window.expect_focus("radio button", "^0 ", inside(window.entries[0]))


def test_one_key_each():
    """Twenty indicators are rated with one key each, across key elements."""
    s = window.session
    for key, entry in zip(KEYS, window.entries):
        window.expect_focus("radio button", "^0 ", inside(entry))
        window.press(key)
        button = window.expect_focus("radio button", "^" + ("N/A" if key == "n" else key), inside(entry))
        s.wait_for(lambda: s.has(button, "CHECKED"), 10, "level")
        window.press("ctrl+Return")
    window.expect_focus("radio button", "^0 ", inside(window.entries[-1]))


def test_saved():
    """The saved file has exactly these levels."""
    assert saved() == rated()


def test_backspace():
    """Backspace makes an indicator not yet assessed again, and Ctrl+Enter comes back to it."""
    s = window.session
    window.press("3")
    window.expect_focus("radio button", "^3 ", inside(window.entries[-1]))
    window.press("BackSpace")
    card = window.around(s.focused(), inside(window.entries[-1]))
    window.expect("levels", lambda: [o for o in s.find_all("radio button", root=card) if s.has(o, "CHECKED")], [])
    window.press("2")
    window.press("ctrl+z")
    window.press("ctrl+Return")
    window.expect_focus("radio button", "", inside(window.entries[-1]))
    assert read_plan(window.path) == rated()


def test_fast_keys():
    """Keys that are pressed faster than pages are drawn are not lost."""
    window.go_to("^1A ")
    window.press("ctrl+Return")
    window.expect_focus("radio button", "", inside(window.entries[-1]))
    window.go_to("^1A ")
    window.press(*["ctrl+Next"] * 17)
    window.expect("page", lambda: bool(window.session.has(window.row("^6C "), "SELECTED")), True)


def test_not_applicable_as_a_whole():
    """A key element is not applicable as a whole, with one reason, in one step that can be undone."""
    s = window.session
    window.go_to("^6B ")
    window.choose("Key element menu", "Not Applicable as a Whole…")
    reason = s.find("text", "Reason", root=window.dialog())
    s.wait_for(lambda: s.has(reason, "FOCUSED"), 10, "focus")
    window.type(REASON)
    window.press("Return")
    window.back()
    wanted = rated()
    mine = [entry for entry in order(wanted) if entry["key_element"] == "6B"]
    window.expect("sidebar", lambda: bool(window.row("^6B .*no score yet, %d of %d assessed" % (len(mine), len(mine)))), True)
    for entry in mine:
        entry["ratings"][window.review] = {"level": "na", "reason": REASON}
    assert saved() == wanted
    window.press("ctrl+z")
    window.expect("sidebar", lambda: window.row("^6B .*no score yet"), None)
    assert saved() == rated()


def test_whole_plan():
    """The header names what the table shows, with its coverage: a key element, or the whole plan."""
    s = window.session
    window.go_to("^1A ")
    s.click(s.find("push button", "Table"))
    mine = [entry for entry in window.entries if entry["key_element"] == "1A"]
    s.find("label", re.compile("^1A "), timeout=20)
    s.find("label", re.compile("^%d of %d assessed" % (len(mine), len(mine))), timeout=20)
    s.click(s.find("push button", "Whole Plan"))
    s.find("label", re.compile("^%d of %d assessed" % (len(window.entries) - 1, len(window.entries))),
           timeout=20)
    assert not s.find("label", re.compile("^1A  "), required=False), "the header still names a key element"
    s.click(s.find("push button", "Whole Plan"))
    s.find("label", re.compile("^1A "), timeout=20)
    s.click(s.find("push button", "Form"))


def main():
    global window
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        plan, review, entries = make_plan()
        window = PlanWindow(session, program, plan)
        window.review, window.entries = review, entries
        window.open()
        tap.run([test_from_the_sidebar, test_one_key_each, test_saved, test_backspace, test_fast_keys,
                 test_not_applicable_as_a_whole, test_whole_plan])


if __name__ == "__main__":
    main()

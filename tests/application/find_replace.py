# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding in every text of a plan, and replacing everywhere in one step.

    find_replace.py PROGRAM SCHEMAS SAMPLE
"""

import json
import re
import sys

import tap
from driver import Session
from plan_window import PlanWindow, plan_bytes, read_plan

program, schemas, sample = sys.argv[1:4]

WORD = "Équipe régionale"       # nowhere in the example
TYPED = "equipe REGIONALE"
REPLACEMENT = "Regional team"

window = None


def make_plan():
    """The example with WORD in five texts of all kinds: each is a place with a name."""
    plan = read_plan(sample)
    assert "quipe" not in json.dumps(plan, ensure_ascii=False)
    first = next(e for e in plan["entries"] if e["key_element"] == "1A" and e.get("actions"))
    second = next(e for e in plan["entries"] if e["key_element"] == "4B" and e.get("actions"))
    first["alignment"] += "\nNote of the %s, 2024" % WORD
    first["actions"][0]["units"] = WORD + ", " + first["actions"][0]["units"]
    second["indicator"] = "The %s meets the staff." % WORD.lower()
    second["current_activities"] += " The %s was there; the %s was heard." % (WORD, WORD)
    return plan


def replaced(plan):
    text = json.dumps(plan, ensure_ascii=False)
    return json.loads(re.sub(re.escape(WORD), REPLACEMENT, text, flags=re.IGNORECASE))


def results():
    s = window.session
    items = s.find_all("list item", root=s.find("list", "Places found"))
    return [n for n in (s.label(i) for i in items) if n]


def selected_text():
    s = window.session
    widget = s.focused()
    if not widget or s.role(widget) != "text" or not s.A.Text.get_n_selections(widget):
        return None
    span = s.A.Text.get_selection(widget, 0)
    return s.text_of(widget)[span.start_offset:span.end_offset]


def test_results_as_you_type():
    """Results come while typing, with their place, whatever the accents and capitals."""
    window.press("ctrl+f")
    window.expect_focus("entry", "^Find in the plan$")
    window.type(TYPED[:4])
    window.expect("first results", lambda: len(results()) > 5, True)      # and "equipment"
    window.type(TYPED[4:])
    window.expect("places", lambda: [r.split(":")[0] for r in results()], [
        "1A · Strategic alignment", "1A · Units to involve / resources needed", "4B · GEOAT indicator",
        "4B · Current activities", "4B · Current activities"])
    assert "Note of the " + WORD in results()[0], results()[0]
    s = window.session
    s.find(pred=lambda o: s.text_of(o) == "5 places")


def test_enter_jumps():
    """Enter goes to the place and selects it there; F3 goes on to the next."""
    window.press("Return")
    window.expect_focus("text", "^Strategic alignment$")
    window.expect("selection", selected_text, WORD)
    window.press("F3")
    window.expect_focus("text", "^Units to involve", "^Activity 1$")
    window.expect("selection", selected_text, WORD)
    window.press("F3")
    window.expect_focus("text", "^GEOAT indicator$", "^Indicator .: The équipe régionale meets")
    window.expect("selection", selected_text, WORD.lower())
    window.press("shift+F3")
    window.expect_focus("text", "^Units to involve", "^Activity 1$")


def test_enter_jumps_in_the_table():
    """In the table the place is selected, too."""
    s = window.session
    window.press("F3")
    window.expect_focus("text", "^GEOAT indicator$")
    window.show_table()
    window.press("ctrl+f")
    window.expect_focus("entry", "^Find in the plan$")
    window.press("Return")
    window.expect_focus("text", "^GEOAT indicator$")
    window.expect("selection", selected_text, WORD.lower())
    window.press("shift+F3")
    window.expect_focus("text", "^Units to involve")
    window.expect("selection", selected_text, WORD)
    window.press("Escape")
    window.expect_focus("table cell", "^Units to involve .*: " + WORD)


def test_replace_all():
    """All places are replaced in one step, which one undo takes back."""
    s = window.session
    window.press("ctrl+f")
    window.expect_focus("entry", "^Find in the plan$")
    s.click(s.find("push button", "Replace", root=s.find("form", required=False) or None))
    entry = s.find("text", "Replace with")
    s.focus(entry)
    window.type(REPLACEMENT)
    s.click(s.find("push button", "Replace All"))
    s.find_toast("Replaced in 5 places")
    assert window.save() == plan_bytes(replaced(window.plan))
    window.press("ctrl+z")
    assert window.save() == window.before
    window.press("ctrl+shift+z")
    assert window.save() == plan_bytes(replaced(window.plan))


def main():
    global window
    with Session(env={"GSETTINGS_SCHEMA_DIR": schemas}) as session:
        window = PlanWindow(session, program, make_plan())
        window.open()
        tap.run([test_results_as_you_type, test_enter_jumps, test_enter_jumps_in_the_table, test_replace_all])


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the documentation: the window on the example, page by page.

    screenshots.py PROGRAM SCHEMAS SAMPLE FOLDER [dark]
"""

import os
import re
import shutil
import subprocess
import sys
import time

from driver import Session

program, schemas, sample, folder = sys.argv[1:5]
dark = "dark" in sys.argv[5:]


def settled_picture(session, name, position=0):
    """Saves a window when two looks at it are the same: animations are over."""
    window = session.windows()[position]
    path = os.path.join(folder, name + (".dark" if dark else "") + ".png")
    before = None
    for _ in range(40):
        picture = subprocess.run(
            ["import", "-display", session.env["DISPLAY"], "-window", window, "png:-"],
            env=session.env, check=True, stdout=subprocess.PIPE, timeout=60).stdout
        if picture == before:
            break
        before = picture
        time.sleep(0.5)
    with open(path, "wb") as file:
        file.write(picture)
    print(path, flush=True)


def scroll_to_left_out(session, dialog):
    """Scrolls on unless a private note is in the middle of what goes out."""
    places = [session.extents(o) for o in session.find_all("label", "Private notes", dialog)]
    found = any(place.x > 400 and 300 < place.y < 500 for place in places)
    if not found:
        session.xdo("click", 5)
        time.sleep(0.3)
    return found


def main():
    env = {"GSETTINGS_SCHEMA_DIR": schemas}
    if dark:
        env["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    os.makedirs(folder, exist_ok=True)
    with Session(env=env) as s:
        plan = os.path.join(s.tmp.name, "Valmara.geoat")
        shutil.copy(sample, plan)
        s.start([program, "--today=2025-11-24", plan], timeout=120)
        s.find("list item", re.compile("^2B .* assessed$"), timeout=60)
        settled_picture(s, "overview")
        for row, name in (("^Action plan", "action-plan"), ("^Progress", "progress")):
            s.mouse(s.find("list item", re.compile(row)))
            s.xdo("mousemove", 0, 0)
            settled_picture(s, name)
        s.mouse(s.find("list item", re.compile("^1A .* assessed$")))
        s.click(s.find("push button", re.compile("^Indicator 2: "), timeout=30))
        s.xdo("mousemove", 0, 0)
        settled_picture(s, "form")
        s.click(s.find("push button", "Table"))
        settled_picture(s, "table")
        s.focus_window()
        s.key("ctrl+shift+e")
        dialog = s.wait_for(lambda: s.app.get_child_count() > 1 and s.app.get_child_at_index(1), 30, "dialog")
        s.find("push button", "Save As…", dialog, timeout=30)
        s.xdo("mousemove", 700, 450)
        s.wait_for(lambda: scroll_to_left_out(s, dialog), 300, "something that is left out")
        settled_picture(s, "share", -1)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that other programs wrote from scratch are imported.

Those in libreoffice/ were made by LibreOffice 7.4 with `libreoffice.py --make tests/office/libreoffice`: a sheet
from the rows below, and a text with the same rows as a table.
"""

import json
import pathlib

import tap
from program import folder, geoat

HEADINGS = ["GEOAT indicator", "Strategic alignment", "GEOAT evaluation scale", "Current activities",
            "Suggested forward activities", "Units to involve / resources needed", "Timeline",
            "Targets and monitoring indicators"]
ROWS = [
    ["1A", "A written policy exists", "Labour law, art. 7", "3", "It is known", "Tell new staff", "HR", "2027", "80%"],
    ["1A", "A written policy exists", "Labour law, art. 7", "3", "It is known", "Print it", "", "May", ""],
    ["1A", "Égalité, المساواة, ความเท่าเทียม", "", "N/A", "", "", "", "", ""],
    ["1A", "Staff know whom to ask", "", "", "“Nobody knows”", "Name someone", "Ports", "Q1", "One a post"],
]


def written_by_libreoffice():
    """A sheet and a text that LibreOffice wrote: each cell is where it belongs, and none is doubtful; text outside is told."""
    for to in ("docx", "xlsx"):
        with folder() as place:
            output = place / "plan.geoat"
            result = geoat("import", f"--output={output}",
                           pathlib.Path(__file__).parent / "libreoffice" / f"template.{to}")
            lines = result.stderr.decode().splitlines()
            assert result.returncode == 0 and len(lines) == (2 if to == "docx" else 0), (to, result)
            assert all(f": not used: this stands outside of the tables: “{text}”" in line
                       for text, line in zip(("Our plan", "Filled in by the unit."), lines)), lines
            plan = json.loads(output.read_text("utf-8"))
            got = []
            for entry in plan["entries"]:
                level = [str(r["level"]).replace("na", "N/A") for r in entry.get("ratings", {}).values()]
                for action in entry.get("actions", [{}]):
                    got.append([entry["key_element"], entry["indicator"], entry.get("alignment", ""),
                                level[0] if level else "", entry.get("current_activities", ""),
                                *(action.get(k, "") for k in ("activity", "units", "timeline", "targets"))])
            assert got == ROWS, (to, got)
            assert len(plan["entries"]) == 3


if __name__ == "__main__":
    tap.run([written_by_libreoffice])

# SPDX-License-Identifier: GPL-3.0-or-later
"""The report as a PDF, read by Poppler: every text in its order, fonts, structure, what stands on every page."""

import collections
import html
import json
import re
import subprocess
import unicodedata

import tap
from hard import HARD
from program import EXAMPLE, FRAMEWORK, done, entries_in_round, folder, refused, small_plan, write

A4, LETTER = (841.89, 595.28), (792, 612)
LEVELS = {"na": "Not applicable", **{level["level"]: level["name"]["en"] for level in FRAMEWORK["levels"]}}


def exported(path, *options, to="pdf"):
    """A PDF beside the plan."""
    file = path.with_suffix(".pdf")
    done("export", f"--to={to}", f"--output={file}", "--today=2026-03-08", *options, path)
    return file


def poppler(program, *arguments):
    result = subprocess.run([program, *map(str, arguments)], check=True, capture_output=True)
    assert result.stderr == b"", result.stderr
    return result.stdout.decode("utf-8")


def bare(text):
    """A text without what a page breaks lines with, and without marks that are not seen."""
    return "".join(c for c in unicodedata.normalize("NFC", text)
                   if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))


def pages_of(file):
    """The bare text of each page, in the order in which it was written."""
    return [bare(page) for page in poppler("pdftotext", "-raw", file, "-").split("\f")[:-1]]


class Reader:
    """Goes through the pages; a text that is torn goes on somewhere on the next page."""

    def __init__(self, pages):
        self.pages = pages
        self.page = 0
        self.places = collections.Counter()     # up to where each page has been read

    def find(self, page, text):
        start = self.pages[page].find(text, self.places[page])
        if start >= 0:
            self.places[page] = start + len(text)
        return start >= 0

    def longest(self, page, text):
        """How much of the start of TEXT stands on a page, unread."""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.pages[page].find(text[:middle], self.places[page]) >= 0:
                low = middle
            else:
                high = middle - 1
        return low

    def expect(self, text, page):
        """The page that TEXT ends on, from PAGE on."""
        rest = bare(text)
        while page < len(self.pages):
            if self.find(page, rest):
                return page
            torn = self.longest(page, rest)
            if torn > 3:
                assert self.find(page, rest[:torn])
                rest = rest[torn:]
            page += 1
        raise AssertionError(f"not found: {text[:200]!r}, of it missing: {rest[:200]!r}")


def in_template_order(plan, round_id):
    """The cells of the template, as lists of an entry's columns 1 to 4 and those of each of its actions."""
    entries = entries_in_round(plan, round_id)
    order = [k["id"] for p in FRAMEWORK["principles"] for k in p["key_elements"]]
    for entry in sorted(entries, key=lambda e: order.index(e["key_element"])):
        rating = entry.get("ratings", {}).get(round_id, {})
        level = rating.get("level")
        yield [entry["indicator"], entry.get("alignment", ""), LEVELS.get(level, ""),
               entry.get("current_activities", "")], [
                   [action.get(field, "") for field in ("activity", "units", "timeline", "targets")]
                   for action in entry.get("actions", [])]


def check_order(file, plan):
    pages = pages_of(file)
    reader = Reader(pages)
    first = next(i for i, page in enumerate(pages) if bare(FRAMEWORK["columns"][0]["heading"]["en"]) in page)
    page = first
    for cells, actions in in_template_order(plan, plan["rounds"][-1]["id"]):
        ends = [reader.expect(text, page) for text in cells if bare(text)]
        assert ends, cells
        for action in actions:
            page = max([page, *(reader.expect(text, page) for text in action if bare(text))])


def example():
    """Every text of the example is in its PDF, in the order of the template."""
    with folder() as place:
        plan = json.loads(EXAMPLE.read_text("utf-8"))
        path = write(place / "plan.geoat", plan)
        check_order(exported(path), plan)


def plan_of(texts):
    """A plan that has TEXTS in every column."""
    plan = small_plan()
    plan["entries"] = [
        {"id": f"e{i}", "key_element": "1A", "indicator": f"Indicator {i}: {text}", "alignment": text,
         "current_activities": text,
         "actions": [{"id": f"a{i}", "activity": text, "units": text, "timeline": text, "targets": text,
                      "status": "planned"}]}
        for i, text in enumerate(texts)]
    return plan


def has_glyphs(text):
    """Whether a font that comes with the packages has all of it: else a page shows boxes."""
    return all(c.isspace() or unicodedata.category(c) not in ("Cn", "Co", "So", "Cc") and
               unicodedata.east_asian_width(c) != "F" for c in text)


def hard_texts():
    """Texts that are hard to carry are whole, over lines and over pages."""
    texts = [text[:3000] for text in HARD if has_glyphs(text)]
    assert len(texts) > 20 and max(map(len, texts)) == 3000
    with folder() as place:
        plan = plan_of(texts)
        check_order(exported(write(place / "plan.geoat", plan)), plan)


def width_of(file, letter, n):
    """How wide the first N of a letter are on paper, in points."""
    boxes = re.findall(f'<word xMin="(.*?)" .*? xMax="(.*?)" .*?>{letter}</word>', poppler("pdftotext", "-bbox", file, "-"))
    return sum(float(right) - float(left) for left, right in boxes[:n])


def fonts():
    """All fonts are in the file, and Arabic letters are joined: what keeps them apart makes a word wider."""
    letter, n = "ب", 6
    with folder() as place:
        joined = exported(write(place / "joined.geoat", plan_of([letter * n])))
        apart = exported(write(place / "apart.geoat", plan_of(["\u200c".join(letter * n)])))
        assert 10 < width_of(joined, letter, n) < 0.6 * width_of(apart, letter, n)
        for file in (joined, exported(write(place / "plan.geoat", json.loads(EXAMPLE.read_text("utf-8"))))):
            lines = poppler("pdffonts", file).splitlines()[2:]
            assert lines and all(re.search(r" yes +yes +yes +\d+ +\d+$", line) for line in lines), lines


def every_page():
    """The classification and the number stand on every page; the paper is the one that is asked for."""
    with folder() as place:
        plan = json.loads(EXAMPLE.read_text("utf-8"))
        path = write(place / "plan.geoat", plan)
        for options, (width, height) in (([], A4), (["--paper=a4"], A4), (["--paper=letter"], LETTER)):
            file = exported(path, *options)
            pages = pages_of(file)
            for number, page in enumerate(pages, 1):
                assert page.endswith(bare(f"{plan['classification']} Page {number} of {len(pages)}")), page[-100:]
            size = re.search(r"Page size: +([\d.]+) x ([\d.]+) pts", poppler("pdfinfo", file))
            assert (float(size[1]), float(size[2])) == (width, height), size[0]
        summary = exported(path, "--paper=letter", to="summary")
        assert re.search(r"Page size: +612 x 792 pts", poppler("pdfinfo", summary))
        refused(2, "export", "--to=pdf", "--paper=a5", "--output=-", path)


def bookmarks():
    """The bookmarks lead to where their headings are, and the file says what it is."""
    with folder() as place:
        plan = json.loads(EXAMPLE.read_text("utf-8"))
        file = exported(write(place / "plan.geoat", plan))
        pages = pages_of(file)
        xml = poppler("pdftohtml", "-xml", "-i", "-stdout", file)
        items = re.findall(r'<item page="(\d+)">(.*?)</item>', xml)
        titles = [html.unescape(title) for _, title in items]
        for number, title in items:
            assert bare(html.unescape(title)) in pages[int(number) - 1], title
        used = {e["key_element"] for e in entries_in_round(plan, plan["rounds"][-1]["id"])}
        for principle in FRAMEWORK["principles"]:
            for element in principle["key_elements"]:
                name = f"{element['id']} {element['name']['en']}"
                assert (name in titles) == (element["id"] in used), name
        information = poppler("pdfinfo", file)
        for key, value in (("Title", plan["title"]), ("Author", plan["administration"]["name"])):
            assert re.search(f"^{key}: +{re.escape(value)}$", information, re.MULTILINE), information


def summary():
    """The report begins with where the plan stands and what is late, earliest first, with and without charts."""
    with folder() as place:
        plan = json.loads(EXAMPLE.read_text("utf-8"))
        path = write(place / "plan.geoat", plan)
        actions = [a for e in entries_in_round(plan, plan["rounds"][-1]["id"]) for a in e.get("actions", [])]
        late = sorted((a for a in actions if a.get("due", "9") < "2026-03-08" and a["status"] not in ("done", "dropped")),
                      key=lambda a: a["due"])
        scores = json.loads(done("score", "--format=json", path))["plan"]
        assert len(late) > 3
        for options in ([], ["--no-charts"]):
            page = pages_of(exported(path, *options))[2]
            assert page.startswith("Summary"), page[:100]
            assert bare(f"{scores['total'] - scores['not_assessed']} of {scores['total']}") in page
            assert bare(f"{len(actions)} forward activities") in page and bare(f"{len(late)} overdue") in page
            reader = Reader([page])
            assert all(reader.find(0, bare(action["activity"])) for action in late[:4])


def shared_copy():
    """What was left out is not to be seen, that something was is: on the report and on the page for management."""
    note = bare("This is a shared copy")
    with folder() as place:
        path = write(place / "plan.geoat", json.loads(EXAMPLE.read_text("utf-8")))
        for to in ("pdf", "summary"):
            assert note not in "".join(pages_of(exported(path, to=to)))
            assert note in pages_of(exported(path, "--for=network", to=to))[0]


def to_fill_in():
    """A template to fill in has its indicators, and no scores or charts of nothing."""
    with folder() as place:
        plan = json.loads(EXAMPLE.read_text("utf-8"))
        pages = "".join(pages_of(exported(write(place / "plan.geoat", plan), "--for=template")))
        assert bare(plan["entries"][0]["indicator"]) in pages
        assert "Scores" not in pages and "Charts" not in pages


def structure():
    """Readers are told what is heading, table, row and cell; each row has a cell for each column, and a table one
    header, however many pages it is on."""
    with folder() as place:
        plan = json.loads(EXAMPLE.read_text("utf-8"))
        file = exported(write(place / "plan.geoat", plan))
        assert re.search(r"^Tagged: +yes$", poppler("pdfinfo", file), re.MULTILINE)
        rows = []   # of each table: the kinds of the cells of each row
        headings = 0
        for line in poppler("pdfinfo", "-struct", file).splitlines():
            kind = line.split()[0]
            headings += kind in ("H1", "H2")
            if kind == "Table":
                rows.append([])
            elif kind == "TR":
                rows[-1].append([])
            elif kind in ("TH", "TD"):
                rows[-1][-1].append(kind)
        others = 4  # scores, activities, reasons and notes, the working group
        assert headings > 25 and len(rows) == len({e["key_element"] for e in plan["entries"]}) + others, len(rows)
        for table in rows:
            assert set(table[0]) == {"TH"} and len(table) > 1, table
            for row in table[1:]:
                assert row == ["TD"] * len(table[0]), (table[0], row)


tap.run([example, hard_texts, fonts, every_page, bookmarks, summary, shared_copy, to_fill_in, structure])

# SPDX-License-Identifier: GPL-3.0-or-later
"""geoat export --to=html: every cell, in tables that a screen reader can follow, in one file."""

import html.parser
import json
import re

import tap
from hard import HARD
from program import EXAMPLE, FRAMEWORK, done, entries_in_round, folder, key_elements, small_plan, write

VOID = {"meta", "img", "br", "hr", "link", "input"}
NAMES = {k["id"]: k["name"]["en"] for p in FRAMEWORK["principles"] for k in p["key_elements"]}


class Page(html.parser.HTMLParser):
    """The tables of a page, with their cells spread over the rows that they span."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.stack, self.tables, self.elements, self.text = [], {}, [], None
        self.feed(text)
        self.close()
        assert not self.stack, f"not closed: {self.stack}"

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self.stack.append(tag)
        if tag == "table":
            self.rows, self.spans, self.caption = [], {}, None
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th", "caption", "h1", "h2", "h3", "p", "title", "figcaption"):
            self.text, self.attributes = "", attributes

    def handle_endtag(self, tag):
        assert self.stack and self.stack[-1] == tag, (tag, self.stack)
        self.stack.pop()
        if tag == "caption":
            self.caption = self.text
        elif tag in ("td", "th"):
            self.rows[-1].append((tag, self.attributes, self.text))
        elif tag == "table":
            self.tables.setdefault(self.caption, self.rows)

    def handle_data(self, data):
        if self.text is not None:
            self.text += data


def spread(rows):
    """The texts of a table without its headings; a cell over several rows stands in each of them."""
    result, waiting = [], {}
    for row in rows[1:]:
        cells, column = iter(row), 0
        line = []
        while len(line) < len(rows[0]):
            if waiting.get(column, (0, ""))[0] > 0:
                left, text = waiting[column]
                waiting[column] = (left - 1, text)
            else:
                _, attributes, text = next(cells)
                waiting[column] = (int(attributes.get("rowspan", 1)) - 1, text)
            line.append(text)
            column += 1
        assert next(cells, None) is None
        result.append(line)
    return result


def shown(text):
    """A text as a page can show it: control characters cannot be."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "\ufffd", text)


def level_cell(rating):
    names = {x["level"]: x["name"]["en"] for x in FRAMEWORK["levels"]}
    if not rating:
        return ""
    return f"{'N/A' if rating['level'] == 'na' else rating['level']} {names[rating['level']]}"


def same_cells(text, plan, round_id):
    page = Page(text)
    for element in key_elements():
        rows = page.tables[f"{element} {NAMES[element]}"]
        expected = []
        for entry in entries_in_round(plan, round_id):
            if entry["key_element"] == element:
                first = [entry["indicator"], entry.get("alignment", ""),
                         level_cell(entry.get("ratings", {}).get(round_id)), entry.get("current_activities", "")]
                expected += [[shown(x) for x in first + [a.get(m, "") for m in (
                    "activity", "units", "timeline", "targets")]] for a in entry.get("actions", [{}])]
        assert spread(rows) == expected, element
    return page


def the_example():
    """Every cell of the example stands in the table of its key element."""
    plan = json.loads(EXAMPLE.read_text("utf-8"))
    same_cells(done("export", "--to=html", EXAMPLE).decode(), plan, plan["rounds"][-1]["id"])


def hard_texts():
    """Hard texts survive; markup in them is text."""
    plan = small_plan()
    texts = HARD + ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<!-- x", "&lt;", "</table>"]
    plan["title"] = '"><script>'
    plan["entries"] = [{
        "id": f"e{i}", "key_element": key_elements()[i % 18], "indicator": text, "current_activities": text,
        "actions": [{"id": f"a{i}-{j}", "activity": text, "targets": text, "status": "planned"}
                    for j in range(1 + i % 3)],
    } for i, text in enumerate(texts)]
    with folder() as place:
        text = done("export", "--to=html", write(place / "plan.geoat", plan)).decode()
    page = same_cells(text, plan, "r2")
    assert "script" not in {tag for tag, _ in page.elements}
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)


def accessible():
    """Language, one main heading, levels without a gap, captions, scopes, alternative texts, contents."""
    text = done("export", "--to=html", EXAMPLE).decode()
    page = Page(text)
    elements = page.elements
    assert text.startswith("<!DOCTYPE html>")
    assert elements[0] == ("html", {"lang": "en", "dir": "ltr"})
    headings = [int(tag[1]) for tag, _ in elements if re.fullmatch("h[1-6]", tag)]
    assert headings[0] == 1 and headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(headings, headings[1:]))
    tables = [i for i, (tag, _) in enumerate(elements) if tag == "table"]
    assert len(tables) > 20
    for i in tables:
        assert elements[i + 1][0] == "caption"
    heads = [attributes for tag, attributes in elements if tag == "th"]
    assert heads and all("scope" in attributes for attributes in heads)
    pictures = [attributes for tag, attributes in elements if tag == "img"]
    assert pictures and all(len(p["alt"]) > 20 for p in pictures)
    ids = {attributes["id"] for _, attributes in elements if "id" in attributes}
    links = [attributes["href"] for tag, attributes in elements if tag == "a"]
    assert len(links) == 29 and {link[1:] for link in links} == ids
    assert {"header", "nav", "main"} <= {tag for tag, _ in elements}


def to_fill_in():
    """A template to fill in has its tables, and no scores or charts of nothing."""
    page = Page(done("export", "--to=html", "--for=template", EXAMPLE).decode())
    assert not {"img", "figure"} & {tag for tag, _ in page.elements}
    assert not {"scores", "charts"} & {attributes.get("id") for _, attributes in page.elements}
    assert len(page.tables) > 15


def alone():
    """The file needs nothing else, and must not load or run anything."""
    text = done("export", "--to=html", EXAMPLE).decode()
    page = Page(text)
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in page.elements}
    for _, attributes in page.elements:
        for name in ("src", "href"):
            assert attributes.get(name, "#").startswith(("#", "data:image/png;base64,"))
    assert "default-src 'none'" in text and "url(" not in text and "@import" not in text
    assert "@media print" in text and "landscape" in text


tap.run([the_example, hard_texts, accessible, to_fill_in, alone])

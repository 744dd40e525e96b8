# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that are hard to carry."""

import re

HARD = [
    "one\ntwo\n\nfour", "a\r\nb", "a\tb\t", '"quoted", and "', " spaces  inside ", "'quoted'",
    "=1+1", "+33 1 23", "-5 %", "@SUM(A1)", "\t=1", "'=1", "''=1", '＝1', '－1', '\n=1', "=cmd|' /C calc'!A0",
    "😀👩‍👩‍👧", "المساواة بين الجنسين", "ความเท่าเทียม", "e\u0301a\u0308", "\u00a0x", "<b>&amp;]]>&#x41;",
    "\x01\x1f", "\u2028x\u2029", "x" * 30000, "ä" * 15000, "N/A", "5", "TRUE", "2026-03-08", "_x0041_",
    "https://example.org/a?b=c&d=e", "mailto:a@example.org", "{=1}", "\ufffd", "x\u200by\u202ez\u202c",
    "\ufffe\uffff", "_x005F_x0041_ _x00zz_ __x0041_", "\U0010ffff\ue000",
]


def carried(text):
    """A text as XML 1.0 can carry it."""
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)

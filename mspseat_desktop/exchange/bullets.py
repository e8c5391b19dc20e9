"""Knows what a list puts before its lines, and makes titles of what is left of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.chart import LONGEST_TITLE
from mspseat_desktop.exchange.numbered import marks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS = "-*+\u2022\u2023\u00b7\u2013\u2014\u25aa\u25cf\u25e6\u25cb\u25a0\u25a1\u2610\u2611\u2713"
"""Signs that stand before the lines of a list."""

_ITEM = r"(?:\d{1,3}|[a-zA-Z])"
# A capital with a full stop is an initial ("C. Smith"), so it stays unless the lines count on.
_BULLET = re.compile(
    rf"(?:[{re.escape(SIGNS)}\uf0b7]|\({_ITEM}\)|{_ITEM}\)|\d{{1,3}}\.|[a-z]\."
    r"|\d{1,2}(?:\.\d{1,2})+\.?)(?:\s+|$)"
)
_BOX = re.compile(r"^\[[ xX]?\](?:\s+|$)")
_TURNING = dict.fromkeys((0, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the direction of all that follows them, which in a title deceives the reader."""


def without_bullet(line: str) -> str:
    """Return a line without the bullet or number, and the box to tick, that it begins with.

    Only what a space follows is one: "- IT", "1.1 IT" and "(2) IT" lose it, "-5 °C" stays whole.
    """
    words = line.lstrip()
    for sign in (_BULLET, _BOX):
        if found := sign.match(words):
            words = words[found.end() :]
    return words


def without_bullets(lines: Sequence[str]) -> list[str]:
    """Return lines that belong side by side without what a list puts before them.

    Letters and Roman numbers go where the lines count on: "A. Sales" before "B. Service".
    """
    return [
        _BOX.sub("", line[mark:].lstrip(), count=1) if mark else without_bullet(line)
        for line, mark in zip(lines, marks_of(lines), strict=True)
    ]


def title_of(text: str) -> str:
    """Return a text as a title: on one line, without signs that turn it round, not endless."""
    return " ".join(text.translate(_TURNING).split())[:LONGEST_TITLE]

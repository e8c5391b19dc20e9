"""How wide text is, and where it breaks: one measure for window, paper and command line.

Widths are sums of the bundled fonts' own advances. Whoever draws the text must therefore switch
kerning, ligatures, contextual alternates and hinting off. Sizes and widths share one unit, be it
pixels or points. Control characters and line ends count as spaces.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import Literal, TypeAlias

from mspseat_desktop.assets import resource
from mspseat_desktop.layout.font_table import advances

FontName: TypeAlias = Literal["regular", "medium", "semibold", "bold", "italic"]

ELLIPSIS = "\u2026"
JOINER = "\u200d"
USUAL = 100
"""Texts shorter than this are first tried as a whole."""

_FILES: dict[FontName, tuple[str, str]] = {
    "regular": ("Inter-Regular.ttf", "NotoSansArabic-Regular.ttf"),
    "medium": ("Inter-Medium.ttf", "NotoSansArabic-Regular.ttf"),
    "semibold": ("Inter-SemiBold.ttf", "NotoSansArabic-Bold.ttf"),
    "bold": ("Inter-Bold.ttf", "NotoSansArabic-Bold.ttf"),
    "italic": ("Inter-Italic.ttf", "NotoSansArabic-Regular.ttf"),
}
_NOT_DRAWN = re.compile("[\\s\x00-\x1f\x7f-\x9f]+")
_BROKEN = re.compile("[\ud800-\udfff]")  # halves of a pair: no font, file or PDF takes them


class _Advances(dict[str, float]):
    """Advance by character in ems; looks a character up in the fallbacks when first asked for."""

    __slots__ = ("_fallback",)

    def __init__(self, font: FontName) -> None:
        main, self._fallback = _FILES[font]
        widths, _ = advances(resource("fonts", main))
        super().__init__(widths)
        for sign in map(chr, (*range(0x20), *range(0x7F, 0xA0))):
            self[sign] = self[" "]

    def __missing__(self, sign: str) -> float:
        width = self[sign] = _guess(sign, _fallback_widths(self._fallback))
        return width


@cache
def _table(font: FontName) -> _Advances:
    return _Advances(font)


@cache
def _fallback_widths(file: str) -> dict[str, float]:
    return advances(resource("fonts", file))[0]


def _guess(sign: str, fallback: dict[str, float]) -> float:
    """Return an advance for a character that the main font has not: rather too wide than narrow."""
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"} or "\U0001f3fb" <= sign <= "\U0001f3ff":
        return 0.0  # marks, joiners, variation selectors and skin tones join what is before them
    if sign in fallback:
        return fallback[sign]
    if sign >= "\U0001f000":
        return 1.3
    return 1.0 if unicodedata.east_asian_width(sign) in {"W", "F"} else 0.8


def one_line(text: str) -> str:
    """Return the text with each run of spaces, line ends and control characters as one space."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _BROKEN.sub("\ufffd", _NOT_DRAWN.sub(" ", text)).strip(" ")


def width(text: str, *, font: FontName, size: float) -> float:
    """Return how far the text advances."""
    return sum(map(_table(font).__getitem__, text)) * size


def elide(text: str, *, font: FontName, size: float, width: float) -> str:
    """Return the text as one line, cut with an ellipsis if it is wider than `width`."""
    line = one_line(text)
    table, room = _table(font), width / size
    if len(line) < USUAL and sum(map(table.__getitem__, line)) <= room:
        return line
    return _elided(line, _edges(line, font, room), table, room)


def wrap(
    text: str, *, font: FontName, size: float, width: float, max_lines: int
) -> tuple[str, ...]:
    """Break the text at spaces, hyphens and slashes; a word wider than a line breaks anywhere.

    What does not fit into `max_lines` is cut with an ellipsis. Empty text has no lines.
    """
    table, room = _table(font), width / size
    rest = one_line(text)
    if 0 < len(rest) < USUAL and sum(map(table.__getitem__, rest)) <= room:
        return (rest,)
    lines: list[str] = []
    while rest and len(lines) < max_lines - 1:
        edges = _edges(rest, font, room)
        end = bisect_right(edges, room)
        if end >= len(rest):
            break
        end = _break_before(rest, end, table)
        lines.append(rest[:end].rstrip(" "))
        rest = rest[end:].lstrip(" ")
    if rest:
        lines.append(_elided(rest, _edges(rest, font, room), table, room))
    return tuple(lines)


def _edges(line: str, font: FontName, room: float) -> list[float]:
    """Return where each character ends, in ems, at least until the room is used up.

    Reading a little more than the room holds keeps a text of a million letters as quick as a line.
    """
    table = _table(font).__getitem__
    likely = 64 + int(8 * room)
    if likely < len(line):
        edges = list(accumulate(map(table, line[:likely])))
        if edges[-1] > room:
            return edges
    return list(accumulate(map(table, line)))


def _elided(line: str, edges: list[float], table: _Advances, room: float) -> str:
    if not line or edges[-1] <= room:
        return line
    end = _whole_signs(line, bisect_right(edges, room - table[ELLIPSIS]), table)
    return line[:end].rstrip(" ") + ELLIPSIS


def _break_before(line: str, end: int, table: _Advances) -> int:
    """Return where to break a line of which `end` characters fit."""
    space = line.rfind(" ", 1, end + 1)
    inside = max(line.rfind("-", 1, end), line.rfind("/", 1, end)) + 1
    if max(space, inside) > 0:
        return max(space, inside)
    return _whole_signs(line, end, table) or max(1, end)


def _whole_signs(line: str, end: int, table: _Advances) -> int:
    """Move a cut back so that it parts no letter from its marks."""
    while 0 < end < len(line) and (table[line[end]] == 0 or line[end - 1] == JOINER):
        end -= 1
    return end

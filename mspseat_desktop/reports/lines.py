"""Single lines of print: which font has which sign, how wide they are, and Arabic in its order."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple
from xml.sax.saxutils import escape

from arabic_reshaper import reshape
from bidi import get_base_level, get_display
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable

from mspseat_desktop.reports.style import (
    ARABIC,
    ARABIC_BOLD,
    BOLD,
    REGULAR,
    SEMIBOLD,
    register_fonts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas

Direction = Literal["L", "R"]
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


class Run(NamedTuple):
    """Neighbouring characters in one font."""

    font: str
    text: str


@cache
def has(sign: str) -> bool:
    """Return whether a bundled font shows the character.

    Characters beyond the basic plane count as missing: their text could not be copied.
    """
    return len(sign) == 1 and sign <= "\uffff" and (_in(sign, REGULAR) or _in(sign, ARABIC))


def is_right_to_left(text: str) -> bool:
    """Return whether any part of the text runs from right to left."""
    return any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)


def drawn_order(line: str, start: Direction | None = None) -> str:
    """Return one line as it is drawn from left to right, with Arabic letters joined.

    `start` is the side on which the whole text begins; None asks the line itself.
    """
    if not is_right_to_left(line):
        return line
    joined = reshape(line)
    return get_display(joined if all(has(sign) for sign in joined) else line, base_dir=start)


def runs(line: str, font: str) -> list[Run]:
    """Return the line in pieces of one font each, Arabic in a weight like that of `font`."""
    if line.isascii() and line.isprintable():  # most lines are, and every Latin font has these
        return [Run(font, line)] if line else []
    arabic = ARABIC_BOLD if font in {SEMIBOLD, BOLD} else ARABIC
    groups = groupby(line, lambda sign: font if _in(sign, REGULAR) else arabic)
    return [Run(name, "".join(signs)) for name, signs in groups]


def markup(line: str, font: str) -> str:
    """Return a line as reportlab's markup; everything in it is literal text."""
    parts = runs(line, font)
    if all(part.font == font for part in parts):
        return escape(line)
    return "".join(f'<font face="{part.font}">{escape(part.text)}</font>' for part in parts)


def width(line: str, font: str, size: float) -> float:
    """Return how wide the line is in points, in the fonts that `runs` would choose."""
    return sum(pdfmetrics.stringWidth(part, name, size) for name, part in runs(line, font))


def elided(line: str, font: str, size: float, *, room: float) -> str:
    """Return the line, or as much of it as fits `room` points and an ellipsis."""
    if width(line, font, size) <= room:
        return line
    short = line[: _fitting(line, font, size, room=room - width("…", font, size))]
    return short.rstrip() + "…"


def wrapped(line: str, look: ParagraphStyle, room: float) -> list[str]:
    """Return the text in lines no wider than `room`, broken at spaces, words only if too long."""
    lines: list[str] = []
    current = ""
    for word in line.split():
        grown = f"{current} {word}" if current else word
        if width(grown, look.fontName, look.fontSize) <= room:
            current = grown
            continue
        if current:
            lines.append(current)
        *full, current = _broken(word, look, room)
        lines.extend(full)
    return [*lines, current] if current else lines


def draw_line(canvas: Canvas, line: str, *, x: float, y: float, font: str, size: float) -> None:
    """Draw one line from left to right at its baseline; the caller has chosen the colour."""
    draw_ordered(canvas, drawn_order(line), x=x, y=y, font=font, size=size)


def draw_ordered(canvas: Canvas, line: str, *, x: float, y: float, font: str, size: float) -> None:
    """Draw a line that is in drawing order already."""
    for part in runs(line, font):
        canvas.setFont(part.font, size)
        canvas.drawString(x, y, part.text)
        x += pdfmetrics.stringWidth(part.text, part.font, size)


class BidiParagraph(Flowable):
    """A paragraph with Arabic in it: broken into lines first, then each put in drawing order."""

    def __init__(self, text: str, look: ParagraphStyle, lines: Sequence[str] = ()) -> None:
        super().__init__()
        self._text = text
        self._look = look
        self._given = tuple(lines)
        self._lines = self._given

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Return the width and height in points that the text takes."""
        self._lines = self._given or tuple(wrapped(self._text, self._look, aW))
        self.width, self.height = aW, len(self._lines) * self._look.leading
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 (its names)
        """Return the lines that fit the height and those that follow; empty when none fits."""
        self.wrap(aW, aH)
        fit = max(0, int(aH // self._look.leading))
        parts = [self._lines[:fit], self._lines[fit:]] if fit else []
        return [BidiParagraph(self._text, self._look, part) for part in parts if part]

    def draw(self) -> None:
        """Draw the lines, against the right edge when a long text starts there."""
        look = self._look
        start: Direction = "R" if get_base_level(self._text) == 1 else "L"
        long = width(self._text, look.fontName, look.fontSize) > self.width
        self.canv.setFillColor(look.textColor)
        for number, line in enumerate(self._lines):
            shown = drawn_order(line, start)
            room = self.width - width(shown, look.fontName, look.fontSize)
            x = room if long and start == "R" else room / 2 if look.alignment == 1 else 0.0
            y = self.height - number * look.leading - look.fontSize
            draw_ordered(self.canv, shown, x=x, y=y, font=look.fontName, size=look.fontSize)


def _in(sign: str, font: str) -> bool:
    register_fonts()
    known = pdfmetrics.getFont(font)
    return isinstance(known, TTFont) and ord(sign) in known.face.charToGlyph


def _fitting(text: str, font: str, size: float, *, room: float) -> int:
    """Return how many letters from the start fit the room."""
    used = 0.0
    for count, sign in enumerate(text):
        used += width(sign, font, size)
        if used > room:
            return count
    return len(text)


def _broken(word: str, look: ParagraphStyle, room: float) -> Iterator[str]:
    while word:
        fit = max(1, _fitting(word, look.fontName, look.fontSize, room=room))
        yield word[:fit]
        word = word[fit:]

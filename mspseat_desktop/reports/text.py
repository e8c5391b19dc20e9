"""Turns a client's words into print: escaped, shaped, marked where no bundled font has a sign."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable, Paragraph

from mspseat_desktop.language import _
from mspseat_desktop.reports.lines import BidiParagraph, has, is_right_to_left, markup
from mspseat_desktop.reports.style import Role, register_fonts, style

if TYPE_CHECKING:
    from collections.abc import Iterator

MISSING = "\u25a1"
"""The visible mark for a character that no bundled font has."""
LONGEST_PIECE = 2_000
"""Letters in one paragraph: reportlab's time grows with the square of its lines."""
LONGEST_TEXT = 60_000
"""Letters printed of one text, some fifteen pages; the rest is counted in a sentence."""
MOST_ACCENTS = 3
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


class Typesetter:
    """Sets the words of one document and notes the characters that no bundled font has."""

    def __init__(self) -> None:
        register_fonts()
        self._missing: set[str] = set()

    @property
    def missing(self) -> int:
        """How many different characters had to be replaced by a mark."""
        return len(self._missing)

    def safe(self, text: str) -> str:
        """Return the text as one line that the bundled fonts can show, marks included.

        Control and direction characters are left out, a tab or line break becomes a space.
        """
        shown: list[str] = []
        accents = 0
        for sign in unicodedata.normalize("NFC", text):
            kind = unicodedata.category(sign)
            if sign.isspace() and sign != "\u00a0":
                shown.append(" ")
            elif kind in {"Cc", "Cf"} or "\ufe00" <= sign <= "\ufe0f":
                continue
            elif kind in {"Mn", "Me"} and accents >= MOST_ACCENTS:
                # A tower of accents would cover the lines around it.
                self._missing.add(sign)
            else:
                accents = accents + 1 if kind in {"Mn", "Me"} else 0
                shown.append(self._known(sign))
        return "".join(shown)

    def paragraphs(
        self, text: str, role: Role = "body", ink: str = "", *, centred: bool = False
    ) -> list[Flowable]:
        """Return the text as paragraphs, one for each of its lines; none for blank text."""
        look = style(role, ink, centred=centred)
        found: list[Flowable] = []
        for line in _BREAKS.split(text[:LONGEST_TEXT]):
            for piece in pieces(self.safe(line)):
                if is_right_to_left(piece):
                    found.append(BidiParagraph(piece, look))
                else:
                    found.append(Paragraph(markup(piece, look.fontName), look))
        if len(text) > LONGEST_TEXT:
            rest = _("(%(count)d more letters are not printed.)")
            found.append(Paragraph(rest % {"count": len(text) - LONGEST_TEXT}, look))
        return found

    def _known(self, sign: str) -> str:
        if has(sign):
            return sign
        plain = unicodedata.normalize("NFKC", sign)
        if plain != sign and all(has(part) for part in plain):
            return plain
        self._missing.add(sign)
        return MISSING


def pieces(line: str) -> Iterator[str]:
    """Yield the line in pieces that are short enough for one paragraph, cut at spaces."""
    line = line.strip()
    while len(line) > LONGEST_PIECE:
        cut = line.rfind(" ", LONGEST_PIECE // 2, LONGEST_PIECE)
        cut = LONGEST_PIECE if cut < 0 else cut
        yield line[:cut]
        line = line[cut:].strip()
    if line:
        yield line

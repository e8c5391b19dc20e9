"""Boxes to tick with a pen, or ticked already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from mspseat_desktop.reports.lines import draw_line, width
from mspseat_desktop.reports.style import REGULAR, color

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

BOX = 8.0
LINE = 14.0
TYPE = 8.0
_AFTER_BOX, _AFTER_WORD = 3.5, 9.0


class Ticks(Flowable):
    """Boxes in a row, each with its word at the right; those whose number is `ticked` have a cross.

    They run on to a second line where the room ends.
    """

    def __init__(self, words: Sequence[str], *, ticked: Sequence[int] = ()) -> None:
        super().__init__()
        self._words = tuple(words)
        self._ticked = frozenset(ticked)
        self._places: list[tuple[float, int]] = []

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Return the size in points."""
        self._places = []
        x, line = 0.0, 0
        for word in self._words:
            wide = BOX + (_AFTER_BOX + width(word, REGULAR, TYPE) if word else 0.0)
            if x and x + wide > aW:
                x, line = 0.0, line + 1
            self._places.append((x, line))
            x += wide + _AFTER_WORD
        self.width, self.height = aW, (line + 1) * LINE
        return self.width, self.height

    def draw(self) -> None:
        """Draw boxes, crosses and words."""
        for number, (x, line) in enumerate(self._places):
            y = self.height - (line + 1) * LINE + (LINE - BOX) / 2
            draw_box(self.canv, x, y, crossed=number in self._ticked)
            self.canv.setFillColor(color("ink"))
            draw_line(
                self.canv,
                self._words[number],
                x=x + BOX + _AFTER_BOX,
                y=y + 1.2,
                font=REGULAR,
                size=TYPE,
            )


class Write(Flowable):
    """Room to write by hand: `lines` thin rules."""

    def __init__(self, lines: int = 1) -> None:
        super().__init__()
        self._lines = lines

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Return the size in points."""
        self.width, self.height = aW, self._lines * LINE
        return self.width, self.height

    def draw(self) -> None:
        """Draw the rules."""
        self.canv.setStrokeColor(color("link"))
        self.canv.setLineWidth(0.6)
        for line in range(self._lines):
            y = line * LINE + 2
            self.canv.line(0, y, self.width, y)


def draw_box(canvas: Canvas, x: float, y: float, *, crossed: bool) -> None:
    """Draw one box with its lower left corner there."""
    canvas.setStrokeColor(color("muted"))
    canvas.setLineWidth(0.8)
    canvas.rect(x, y, BOX, BOX)
    if crossed:
        canvas.setStrokeColor(color("ink"))
        canvas.setLineWidth(1.3)
        canvas.line(x + 1.8, y + 1.8, x + BOX - 1.8, y + BOX - 1.8)
        canvas.line(x + 1.8, y + BOX - 1.8, x + BOX - 1.8, y + 1.8)

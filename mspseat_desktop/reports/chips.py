"""Chips: one word on a soft ground, alone or beside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from mspseat_desktop.reports.lines import draw_line, elided, width
from mspseat_desktop.reports.stack import divide, draw_stack, measure
from mspseat_desktop.reports.style import SEMIBOLD, ToneName, color

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = 7.5
HEIGHT = 14.0


class Chip(Flowable):
    """One word on a soft ground: the tone by tint, and a frame for a no, seen in grey as well."""

    def __init__(self, word: str, tone: ToneName, *, align: str = "LEFT") -> None:
        super().__init__()
        self._word = word
        self._tone = tone
        self._align = align
        self._room = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Return the chip's size; it is never wider than its room."""
        self._room = aW
        self._word = elided(self._word, SEMIBOLD, SIZE, room=aW - 9)
        self.width = min(aW, self.natural_width)
        self.height = HEIGHT
        return self.width, self.height

    @property
    def natural_width(self) -> float:
        """The width in points that the word asks for."""
        return max(16.0, width(self._word, SEMIBOLD, SIZE) + 9)

    def draw(self) -> None:
        """Draw ground, frame and word."""
        canvas = self.canv
        x = (self._room - self.width) / 2 if self._align == "CENTER" else 0.0
        canvas.setFillColor(color(f"{self._tone}_soft"))
        canvas.setStrokeColor(color(self._tone))
        canvas.setLineWidth(0.7)
        canvas.roundRect(x, 0, self.width, HEIGHT, 3.5, stroke=int(self._tone == "no"), fill=1)
        canvas.setFillColor(color(f"{self._tone}_text"))
        left = x + (self.width - width(self._word, SEMIBOLD, SIZE)) / 2
        draw_line(canvas, self._word, x=left, y=4.3, font=SEMIBOLD, size=SIZE)


class Beside(Flowable):
    """Text with a chip at its right; the text may run on, the chip stays with its beginning."""

    def __init__(self, content: Sequence[Flowable], chip: Chip | None) -> None:
        super().__init__()
        self._content = tuple(content)
        self._chip = chip

    def _room(self, whole: float) -> float:
        return whole - min(self._chip.natural_width, whole / 2) - 6 if self._chip else whole

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Return the size in points, the chip's height at least."""
        self.width = aW
        self.height = max(measure(self._content, self._room(aW)), HEIGHT if self._chip else 0.0)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 (its names)
        """Return the text in two at that height; nothing when none of it fits."""
        if self._chip and aH < HEIGHT:
            return []
        fits, rest = divide(self._content, self._room(aW), aH)
        return [Beside(fits, self._chip), Beside(rest, None)] if fits and rest else []

    def draw(self) -> None:
        """Draw the text at the left and the chip at the right."""
        room = self._room(self.width)
        draw_stack(self._content, self.canv, x=0, top=self.height, room=room)
        if self._chip:
            across, up = self._chip.wrap(self.width - room - 6, self.height)
            self._chip.drawOn(self.canv, self.width - across, self.height - up + 1)

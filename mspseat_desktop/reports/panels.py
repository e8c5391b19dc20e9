"""Rounded boxes and rows of them, which run on to the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from mspseat_desktop.reports.stack import divide, draw_stack, measure
from mspseat_desktop.reports.style import color

if TYPE_CHECKING:
    from collections.abc import Sequence


class Panel(Flowable):
    """A rounded box around flowables; one that is too tall runs on as a second box."""

    def __init__(
        self,
        content: Sequence[Flowable],
        *,
        fill: str = "surface",
        line: str = "line",
        mark: Flowable | None = None,
        pad: float = 10.0,
    ) -> None:
        super().__init__()
        self._content = tuple(content)
        self._fill, self._line = fill, line
        self._mark = mark
        self._pad = pad
        self._tall = 0.0

    @property
    def _left(self) -> float:
        return self._pad + (self._mark.wrap(0, 0)[0] + self._pad if self._mark else 0.0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in the box."""
        return not self._content

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Return the size in points with the padding."""
        inner = measure(self._content, aW - self._left - self._pad)
        self.width, self.height = aW, max(inner + 2 * self._pad, self._tall)
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Be at least that high, as high as the neighbours in a row."""
        self._tall = height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 (its names)
        """Return the box in two, or nothing when it had better start on the next page."""
        parts = self.halves(aW, aH)
        return list(parts) if parts else []

    def halves(self, room: float, height: float) -> tuple[Panel, Panel] | None:
        """Return what fits the height and the rest as boxes, None when nothing fits."""
        fits, rest = divide(self._content, room - self._left - self._pad, height - 2 * self._pad)
        if rest and not fits:
            return None
        return self._with(fits, self._mark), self._with(rest, None)

    def _with(self, content: Sequence[Flowable], mark: Flowable | None) -> Panel:
        return Panel(content, fill=self._fill, line=self._line, mark=mark, pad=self._pad)

    def draw(self) -> None:
        """Draw the box, its mark and what is in it."""
        canvas = self.canv
        canvas.setFillColor(color(self._fill))
        canvas.setStrokeColor(color(self._line))
        canvas.setLineWidth(0.7)
        canvas.roundRect(0, 0, self.width, self.height, 6, stroke=1, fill=1)
        if self._mark:
            _across, up = self._mark.wrap(0, 0)
            self._mark.drawOn(canvas, self._pad, self.height - self._pad - up)
        draw_stack(
            self._content,
            canvas,
            x=self._left,
            top=self.height - self._pad,
            room=self.width - self._left - self._pad,
        )


class Row(Flowable):
    """Boxes side by side, equally wide and high; they run on to the next page together."""

    def __init__(self, panels: Sequence[Panel], *, across: int, gap: float = 8.0) -> None:
        super().__init__()
        self._panels = tuple(panels)
        self._across = across
        self._gap = gap

    def _room(self, whole: float) -> float:
        return (whole - self._gap * (self._across - 1)) / self._across

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 (its names)
        """Return the whole width and the height of the tallest box."""
        for panel in self._panels:
            panel.stretch(0)
        tall = max(panel.wrap(self._room(aW), aH)[1] for panel in self._panels)
        for panel in self._panels:
            panel.stretch(tall)
        self.width, self.height = aW, tall
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 (its names)
        """Return two rows, the second with what did not fit; nothing when a box can not start."""
        halves = [panel.halves(self._room(aW), aH) for panel in self._panels]
        if not all(halves):
            return []
        rows = ([pair[0] for pair in halves if pair], [pair[1] for pair in halves if pair])
        return [Row(row, across=self._across, gap=self._gap) for row in rows]

    def draw(self) -> None:
        """Draw the boxes from left to right; one without content only keeps its place."""
        room = self._room(self.width)
        for at, panel in enumerate(self._panels):
            if not panel.is_empty:
                panel.wrap(room, self.height)
                panel.drawOn(self.canv, at * (room + self._gap), 0)

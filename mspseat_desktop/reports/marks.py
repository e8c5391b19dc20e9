"""Small drawn marks that say a tone without colour."""

from __future__ import annotations

from typing import TypeAlias

from reportlab.platypus import Flowable

from mspseat_desktop.reports.style import color

_Line: TypeAlias = tuple[tuple[float, float], ...]

_SHAPES: dict[str, tuple[_Line, ...]] = {
    # On a grid of 24 with the origin at the lower left.
    "green": (((8, 12), (11, 9), (16, 15)),),
    "amber": (
        ((8, 20), (4, 16), (8, 12)),
        ((4, 16), (20, 16)),
        ((16, 12), (20, 8), (16, 4)),
        ((20, 8), (4, 8)),
    ),
    "red": (((9, 15), (15, 9)), ((15, 15), (9, 9))),
    "neutral": (((8, 12), (16, 12)),),
    "below": (((12, 19), (12, 5)), ((6, 11), (12, 5), (18, 11))),
}
_RINGED = frozenset({"green", "red", "neutral"})


class Mark(Flowable):
    """A line mark of one tone, `size` points square: tick, arrows, cross, dash."""

    def __init__(self, shape: str, ink: str, *, size: float = 16.0) -> None:
        super().__init__()
        self._shape = shape
        self._ink = ink
        self.width = self.height = size

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Return the size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the strokes."""
        canvas, scale = self.canv, self.width / 24
        canvas.setStrokeColor(color(self._ink))
        canvas.setLineWidth(1.3)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        if self._shape in _RINGED:
            canvas.circle(12 * scale, 12 * scale, 10 * scale)
        for line in _SHAPES[self._shape]:
            path = canvas.beginPath()
            path.moveTo(line[0][0] * scale, line[0][1] * scale)
            for x, y in line[1:]:
                path.lineTo(x * scale, y * scale)
            canvas.drawPath(path)
        canvas.setLineCap(0)
        canvas.setLineJoin(0)

"""The connectors of a chart in any layout on a canvas; a unit is a pixel and y grows upwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

    from mspseat_desktop.layout.answers import Link, Rail

CORNER = 8.0


def draw_any_link(canvas: Canvas, link: Link[Any]) -> None:
    """Draw all lines of a link, with rounded corners where they turn for good."""
    pen = _Pen(canvas.beginPath(), lies=link.lies)
    ends = {*link.child_xs, *(rail.x for rail in link.rails)}
    if ends:
        _draw_tree(pen, link, sorted(ends | {link.bar_left, link.bar_right}))
    elif link.helpers:
        pen.move(link.x, link.bottom)
        pen.line(link.x, link.bar_y)
    for edge, middle in link.helpers:
        pen.move(link.x, middle)
        pen.line(edge, middle)
    for rail in link.rails:
        _draw_rail(pen, rail, link.child_top)
    canvas.drawPath(pen.path)


class _Pen:
    """Draws into a path in the tree's own coordinates, x and y exchanged for links that lie."""

    def __init__(self, path: PDFPathObject, *, lies: bool) -> None:
        self.path = path
        self._lies = lies

    def move(self, x: float, y: float) -> None:
        self.path.moveTo(*self._at(x, y))

    def line(self, x: float, y: float) -> None:
        self.path.lineTo(*self._at(x, y))

    def turn(
        self, start: tuple[float, float], corner: tuple[float, float], x: float, y: float
    ) -> None:
        """Go round a corner to a point."""
        first = tuple((a + 2 * b) / 3 for a, b in zip(start, corner, strict=True))
        second = ((x + 2 * corner[0]) / 3, (y + 2 * corner[1]) / 3)
        self.path.curveTo(*self._at(first[0], first[1]), *self._at(*second), *self._at(x, y))

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (y, -x) if self._lies else (x, -y)


def _draw_tree(pen: _Pen, link: Link[Any], xs: list[int]) -> None:
    """Draw the line down to the bar, the bar, and the lines from there to the reports."""
    x, top, bar, bottom = link.x, link.bottom, link.bar_y, link.child_top
    turns = [min(CORNER, abs(end - x) / 2, bar - top, bottom - bar) for end in xs]
    stem = bar - max((t for t, end in zip(turns, xs, strict=True) if end != x), default=0)
    pen.move(x, top)
    pen.line(x, stem)
    for end, turn in zip(xs, turns, strict=True):
        if end == x:
            pen.move(x, stem)
            pen.line(x, bottom)
            continue
        side = turn if end > x else -turn
        if end in {xs[0], xs[-1]}:
            pen.move(x, stem)
            pen.turn((x, stem), (x, bar), x + side, bar)
            pen.line(end - side, bar)
        else:
            pen.move(end - side, bar)
        pen.turn((end - side, bar), (end, bar), end, bar + turn)
        pen.line(end, bottom)


def _draw_rail(pen: _Pen, rail: Rail, top: int) -> None:
    """Draw the line along a stack, which turns into the last card; stacks never lie."""
    x, edge, end = rail.x, rail.x + rail.reach, rail.end
    turn = min(CORNER, edge - x, end - top)
    pen.move(x, top)
    pen.line(x, end - turn)
    pen.turn((x, end - turn), (x, end), x + turn, end)
    pen.line(edge, end)
    for middle in rail.middles[:-1]:
        pen.move(x, middle)
        pen.line(edge, middle)

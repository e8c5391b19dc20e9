"""The connectors of the printed chart; a unit is a pixel and y grows upwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

    from mspseat_desktop.layout.tidy_tree import Link
    from mspseat_desktop.reports.chart_plan import Node

CORNER = 8.0
SPINE = 8
"""How far left of stacked cards their common line runs."""


def draw_link(canvas: Canvas, link: Link[Node]) -> None:
    """Draw the lines from a card to its reports, the outermost with a rounded corner."""
    path = canvas.beginPath()
    path.moveTo(link.x, -link.bottom)
    path.lineTo(link.x, -link.bar_y)
    for x in link.child_xs:
        turn = max(-CORNER, min(CORNER, link.x - x))
        path.moveTo(link.x, -link.bar_y)
        if x in {link.bar_left, link.bar_right} and turn:
            path.lineTo(x + turn, -link.bar_y)
            _turn(path, (x + turn, -link.bar_y), (x, -link.bar_y - CORNER))
        else:
            path.moveTo(x, -link.bar_y)
        path.lineTo(x, -link.child_top)
    canvas.drawPath(path)


def draw_spine(canvas: Canvas, link: Link[Node], left: float, middles: Sequence[float]) -> None:
    """Draw the line that runs beside stacked cards, with a branch to the middle of each.

    `left` is the cards' left edge; `middles` grow downwards.
    """
    spine = left - SPINE
    path = canvas.beginPath()
    path.moveTo(link.x, -link.bottom)
    path.lineTo(link.x, -link.bar_y)
    path.lineTo(spine + CORNER, -link.bar_y)
    _turn(path, (spine + CORNER, -link.bar_y), (spine, -link.bar_y - CORNER))
    path.lineTo(spine, -middles[-1])
    for middle in middles:
        path.moveTo(spine, -middle)
        path.lineTo(left, -middle)
    canvas.drawPath(path)


def _turn(path: PDFPathObject, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Round a corner from a line across into a line down."""
    corner = (end[0], start[1])
    first = ((start[0] + corner[0]) / 2, start[1])
    second = (end[0], (end[1] + corner[1]) / 2)
    path.curveTo(*first, *second, *end)

"""The connectors of the printed chart; a unit is a pixel and y grows upwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.layout.pages import CHART_TYPE
from mspseat_desktop.reports.lines import draw_line, elided, width
from mspseat_desktop.reports.style import REGULAR, color

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.second_lines import Curve
    from mspseat_desktop.layout.tidy_tree import Link
    from mspseat_desktop.layout.walk import Box, Rail

Point: TypeAlias = tuple[float, float]

CORNER = 8.0
DOT = 3.0
DOTTED = [0.1, 4.0]
ABOUT = 110.0
"""How wide the words on a second line are at most."""
SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Where on a second line there may be room for its words, the best place first."""


def draw_link(canvas: Canvas, link: Link[SeatId]) -> None:
    """Draw the lines from a card to its reports, the outermost with a rounded corner."""

    def at(across: float, along: float) -> Point:
        return (along, -across) if link.lies else (across, -along)

    path = canvas.beginPath()
    path.moveTo(*at(link.x, link.bottom))
    path.lineTo(*at(link.x, link.bar_y))
    for x in (*link.child_xs, *(rail.x for rail in link.rails)):
        turn = max(-CORNER, min(CORNER, link.x - x))
        path.moveTo(*at(link.x, link.bar_y))
        if x in {link.bar_left, link.bar_right} and turn:
            corner = at(x, link.bar_y)
            _turn(path, at(x + turn, link.bar_y), corner, at(x, link.bar_y + CORNER))
        else:
            path.moveTo(*at(x, link.bar_y))
        path.lineTo(*at(x, link.child_top))
    for rail in link.rails:
        _add_rail(path, rail, link.child_top)
    for edge, middle in link.helpers:
        path.moveTo(*at(link.x, middle))
        path.lineTo(*at(edge, middle))
    canvas.drawPath(path)


def draw_second_line(canvas: Canvas, curve: Curve) -> None:
    """Draw a dotted line with a dot at the seat that is reported to as well."""
    canvas.saveState()
    canvas.setStrokeColor(color("muted"))
    canvas.setFillColor(color("muted"))
    canvas.setLineCap(1)
    canvas.setDash(DOTTED)
    path = canvas.beginPath()
    (x, y), first, second, end = curve
    path.moveTo(x, -y)
    path.curveTo(first[0], -first[1], second[0], -second[1], end[0], -end[1])
    canvas.drawPath(path)
    canvas.setDash([])
    canvas.circle(end[0], -end[1], DOT, stroke=0, fill=1)
    canvas.restoreState()


def draw_about(canvas: Canvas, curve: Curve, words: str, taken: Sequence[Box]) -> Box | None:
    """Write what a line is about beside it, where no card is; return the place, None without."""
    shown = elided(words, REGULAR, CHART_TYPE, room=ABOUT)
    wide = width(shown, REGULAR, CHART_TYPE) + 6
    for share in SHARES:
        x, y = curve.at(share)
        place = (round(x - wide / 2), round(y - 8), round(x + wide / 2), round(y + 8))
        if any(_meet(place, other) for other in taken):
            continue
        canvas.setFillColor(color("surface"))
        canvas.rect(place[0], -place[3], wide, 16, stroke=0, fill=1)
        canvas.setFillColor(color("muted"))
        draw_line(canvas, shown, x=place[0] + 3, y=-y - 4, font=REGULAR, size=CHART_TYPE)
        return place
    return None


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _add_rail(path: PDFPathObject, rail: Rail, top: int) -> None:
    """Add the line along a stack, with a branch to the middle of each card."""
    path.moveTo(rail.x, -top)
    path.lineTo(rail.x, -rail.end)
    for middle in rail.middles:
        path.moveTo(rail.x, -middle)
        path.lineTo(rail.x + rail.reach, -middle)


def _turn(path: PDFPathObject, start: Point, corner: Point, end: Point) -> None:
    """Go on to a corner and round it."""
    path.lineTo(*start)
    first = ((start[0] + corner[0]) / 2, (start[1] + corner[1]) / 2)
    second = ((end[0] + corner[0]) / 2, (end[1] + corner[1]) / 2)
    path.curveTo(*first, *second, *end)

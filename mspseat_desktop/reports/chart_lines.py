"""The connectors of the printed chart; a unit is a pixel and y grows upwards."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.layout.pages import CHART_TYPE
from mspseat_desktop.layout.second_lines import second_line
from mspseat_desktop.reports.lines import draw_line, elided, width
from mspseat_desktop.reports.style import REGULAR, color

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

    from mspseat_desktop.domain.records import SecondLine
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.answers import Box, Link, Rail
    from mspseat_desktop.layout.second_lines import Curve
    from mspseat_desktop.layout.tidy_tree import TidyTree
    from mspseat_desktop.reports.text import Typesetter

Point: TypeAlias = tuple[float, float]

CORNER = 8.0
DOT = 3.0
DOTTED = [0.1, 4.0]
ABOUT = 110.0
"""How wide the words on a second line are at most."""
SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Where on a second line there may be room for its words, the best place first."""


@dataclass(frozen=True, slots=True)
class Dotted:
    """A second line: its way, what it is about, and where these words stand, None for nowhere."""

    curve: Curve
    about: str = ""
    place: Box | None = None


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


def dotted(
    tree: TidyTree[SeatId], lines: Iterable[SecondLine], setter: Typesetter | None = None
) -> tuple[Dotted, ...]:
    """Return the ways of those second lines whose seats both stand in the tree.

    What a line is about has a place beside it, where no card and no other words are, if any;
    without a setter nothing is said of that.
    """
    found: list[Dotted] = []
    for line in lines:
        if line.seat not in tree or line.to not in tree:
            continue
        curve = second_line(tree.rect(line.seat), tree.rect(line.to))
        about = setter.safe(line.about.strip()) if setter is not None else ""
        words = elided(about, REGULAR, CHART_TYPE, room=ABOUT)
        place = None
        if words:
            taken = [tree.rect(seat) for seat in _near(tree, curve)]
            taken += [other.place for other in found if other.place is not None]
            place = _place_beside(curve, words, taken)
        found.append(Dotted(curve, words, place))
    return tuple(found)


def around(bounds: Box, lines: Iterable[Dotted]) -> Box:
    """Return the box around all cards and all second lines with their words."""
    boxes = [bounds]
    for line in lines:
        boxes.append(_whole(line.curve))
        boxes += [line.place] if line.place is not None else []
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def draw_second_line(canvas: Canvas, curve: Curve) -> None:
    """Draw a dotted line with a dot at the seat that is reported to as well.

    Cards are drawn over it: where it goes on behind one it has no dot.
    """
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


def draw_about(canvas: Canvas, words: str, place: Box) -> None:
    """Write what a line is about over its place."""
    left, top, right, bottom = place
    canvas.setFillColor(color("surface"))
    canvas.roundRect(left, -bottom, right - left, bottom - top, 0, stroke=0, fill=1)
    canvas.setFillColor(color("muted"))
    middle = (top + bottom) / 2
    draw_line(canvas, words, x=left + 3, y=-middle - 4, font=REGULAR, size=CHART_TYPE)


def _place_beside(curve: Curve, words: str, taken: Sequence[Box]) -> Box | None:
    """Return where the words hide no card, None when there is no such place."""
    wide = width(words, REGULAR, CHART_TYPE) + 6
    for share in SHARES:
        x, y = curve.at(share)
        place = (round(x - wide / 2), round(y - 8), round(x + wide / 2), round(y + 8))
        if not any(_meet(place, other) for other in taken):
            return place
    return None


def _near(tree: TidyTree[SeatId], curve: Curve) -> list[SeatId]:
    """Return the seats whose cards the words on a line could meet."""
    left, top, right, bottom = _whole(curve)
    reach = round(ABOUT)
    shown = tree.visible(left - reach, top - reach, right + reach, bottom + reach)
    return [seat for seat, *_place in shown.cards]


def _whole(curve: Curve) -> Box:
    left, top, right, bottom = curve.box
    return math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom)


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

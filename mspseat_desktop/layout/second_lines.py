"""The way of a second reporting line from one card to another, the same on screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from mspseat_desktop.layout.answers import Box

Point: TypeAlias = tuple[float, float]

APART = 16
"""Cards at least so far apart sideways are joined by their facing sides."""
LEAST, MOST = 36.0, 160.0
"""How far a line goes straight out of a card, by how far it has to go."""
SHORT = 5
"""How far outside its card a line ends, so that its end can be seen."""
BULGE = 44.0
"""How far it swings out beside cards that stand one above the other."""


class Curve(NamedTuple):
    """A cubic curve: where it begins, the two points that pull it, and where it ends."""

    start: Point
    first: Point
    second: Point
    end: Point

    def at(self, share: float) -> Point:
        """Return the point of the curve after a share of its course from 0 to 1."""
        rest = 1 - share
        weights = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
        xs, ys = zip(*self, strict=True)
        return (
            sum(w * x for w, x in zip(weights, xs, strict=True)),
            sum(w * y for w, y in zip(weights, ys, strict=True)),
        )

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a box that holds the curve."""
        xs, ys = zip(*self, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


def second_line(seat: Box, to: Box) -> Curve:
    """Return the way from the card of a seat to that of the one it reports to as well."""
    y0, y1 = (seat[1] + seat[3]) / 2, (to[1] + to[3]) / 2
    if to[0] - seat[2] >= APART:
        x0, x1, side0, side1 = seat[2], to[0], 1, -1
    elif seat[0] - to[2] >= APART:
        x0, x1, side0, side1 = seat[0], to[2], -1, 1
    else:
        edge = max(seat[2], to[2]) + BULGE
        return Curve((seat[2], y0), (edge, y0), (edge, y1), (to[2] + SHORT, y1))
    pull = min(MOST, max(LEAST, (abs(x1 - x0) + abs(y1 - y0)) / 3))
    pull = min(pull, max(abs(x1 - x0) / 2, LEAST))
    return Curve(
        (x0, y0), (x0 + side0 * pull, y0), (x1 + side1 * pull, y1), (x1 + side1 * SHORT, y1)
    )

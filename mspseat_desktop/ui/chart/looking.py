"""Looks at what a part of the chart shows, a little farther while the view moves steadily."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.answers import Visible
    from mspseat_desktop.layout.tidy_tree import TidyTree

FRAMES = 16
"""One look serves so many frames of a view that moves on as it did."""
FARTHEST = 256.0
"""How much farther one look goes at most, in tree units: a card's width."""

Part = tuple[float, float, float, float]
"""Left, top, right, bottom of a part of the tree's plane."""


class _Look(NamedTuple):
    """What was seen in a part of a tree as it was laid out then."""

    edition: int
    min_width: float
    part: Part
    seen: Visible[SeatId]


class Looking:
    """Remembers the last look, and looks ahead of a part that moves over a chart at rest."""

    def __init__(self) -> None:
        self._last: _Look | None = None
        self._asked: Part = 0, 0, 0, 0

    def at(self, tree: TidyTree[SeatId], part: Part, min_width: float) -> Visible[SeatId]:
        """Return what meets the part, and perhaps more beside it; see `TidyTree.visible`."""
        tree.settle()
        last, before, self._asked = self._last, self._asked, part
        if last is not None and (last.edition, last.min_width) == (tree.edition, min_width):
            if _holds(last.part, part):
                return last.seen
            part = _ahead(before, part)
        seen = tree.visible(*part, min_width=min_width)
        self._last = _Look(tree.edition, min_width, part, seen)
        return seen


def _holds(whole: Part, part: Part) -> bool:
    left, top, right, bottom = part
    return whole[0] <= left and whole[1] <= top and whole[2] >= right and whole[3] >= bottom


def _ahead(before: Part, now: Part) -> Part:
    """Return the part with what it shows soon if it moves on as it did."""
    left, right = _stretched(now[0], now[2], now[0] - before[0])
    top, bottom = _stretched(now[1], now[3], now[1] - before[1])
    return left, top, right, bottom


def _stretched(low: float, high: float, step: float) -> tuple[float, float]:
    if abs(step) > FARTHEST:
        return low, high  # it has jumped
    further = max(-FARTHEST, min(FARTHEST, FRAMES * step))
    return (low, high + further) if further > 0 else (low + further, high)

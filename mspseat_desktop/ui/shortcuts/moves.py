"""Keys that point: what a held arrow moves follows the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mspseat_desktop.ui.chart.neighbours import Direction

_POINTS: Final[dict[str, Direction]] = {
    "move-earlier": "left",
    "move-later": "right",
    "promote": "up",
    "demote": "down",
}
"""Where the four moves go in a chart that is drawn from top to bottom, as their arrows say."""


def pointed(doing: str, chord: str) -> Direction | None:
    """Return the direction that keys of a move point to, None where they stand for the move.

    Alt+Left is the key of "Move before its neighbour", whose arrow points to the left in a chart
    from top to bottom. So it points, and moves the seat to the left in any drawing: in a chart
    from left to right that is up a level. Any other key, also another arrow that somebody gave to
    the move, does what the move's name says, however the chart is drawn.
    """
    way = _POINTS.get(doing)
    return way if way == chord.rpartition("+")[2].lower() else None

"""Fits a chart on a page and says when its type becomes too small to read. Lengths in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mspseat_desktop.layout.answers import Box

SMALLEST_TYPE = 6.0
"""No type on paper is smaller, in points."""

CHART_TYPE = 11.0
"""The smallest type on a card, in the chart's own units."""

POINTS_PER_PIXEL = 0.75
"""The chart's natural size on paper: 96 pixels to the inch."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper: its size and the room kept free on each side, in points."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Fit:
    """How a chart goes on a page.

    A chart's point (x, y) stands `left + scale * x` from the page's left edge and
    `top + scale * y` from its top edge, in points. `is_too_small` says that type on the cards
    would be smaller than `SMALLEST_TYPE`.
    """

    scale: float
    left: float
    top: float
    is_too_small: bool


def fit_on_page(bounds: Box, page: Page) -> Fit:
    """Return the largest fit, never larger than natural size, centred across, at the page's top.

    ValueError if the page's margins leave no room.
    """
    room_x = page.width - page.left - page.right
    room_y = page.height - page.top - page.bottom
    if room_x <= 0 or room_y <= 0:
        raise ValueError("the margins leave no room")
    left, top, right, bottom = bounds
    wide, high = max(right - left, 1), max(bottom - top, 1)
    scale = min(room_x / wide, room_y / high, POINTS_PER_PIXEL)
    return Fit(
        scale,
        page.left + (room_x - scale * (right - left)) / 2 - scale * left,
        page.top - scale * top,
        is_too_small=scale * CHART_TYPE < SMALLEST_TYPE - 1e-9,
    )

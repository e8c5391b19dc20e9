"""Which part of the chart the canvas shows, in whole device pixels; knows no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

LARGEST_ZOOM = 4.0
SMALLEST_ZOOM = 0.05
_BELOW_LIFE = (0.05, 0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 0.9)
STEPS = (*_BELOW_LIFE, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
MARGIN = 24
"""Room around the whole chart when it is fitted, in device-independent pixels."""

KEPT = 120
"""How much of the chart's box stays in view whatever is panned, in the same pixels."""


@dataclass(slots=True)
class Camera:
    """A view of the tree's plane.

    `ratio` is device pixels per device-independent pixel, `zoom` device-independent pixels per
    tree unit. `x` and `y` are where the canvas's left top corner lies in the plane, in device
    pixels from the tree's origin: whole numbers, so that what was painted once can be moved and
    used again. `width` and `height` are the canvas's own, in device-independent pixels.
    """

    width: int = 1
    height: int = 1
    ratio: float = 1.0
    zoom: float = 1.0
    x: int = 0
    y: int = 0

    @property
    def scale(self) -> float:
        """Device pixels per tree unit."""
        return self.zoom * self.ratio

    def to_tree(self, x: float, y: float) -> tuple[float, float]:
        """Return the tree's point under a point of the canvas."""
        scale = self.scale
        return (x * self.ratio + self.x) / scale, (y * self.ratio + self.y) / scale

    def to_canvas(self, x: float, y: float) -> tuple[float, float]:
        """Return the canvas's point over a point of the tree, in device-independent pixels."""
        left, top = self.to_device(x, y)
        return left / self.ratio, top / self.ratio

    def to_device(self, x: float, y: float) -> tuple[int, int]:
        """Return the device pixel, counted from the canvas's corner, of a point of the tree."""
        scale = self.scale
        return math.floor(x * scale) - self.x, math.floor(y * scale) - self.y

    def sees(self, box: tuple[float, float, float, float]) -> bool:
        """Say whether any of a box of the tree's plane is in view."""
        shown = self.shown()
        return box[0] < shown[2] and box[2] > shown[0] and box[1] < shown[3] and box[3] > shown[1]

    def shown(self) -> tuple[float, float, float, float]:
        """Return the part of the tree's plane in view: left, top, right, bottom."""
        return *self.to_tree(0, 0), *self.to_tree(self.width, self.height)

    def zoom_to(self, zoom: float, x: float, y: float, *, smallest: float = SMALLEST_ZOOM) -> None:
        """Zoom so that the tree's point under the point of the canvas stays there."""
        zoom = min(LARGEST_ZOOM, max(min(SMALLEST_ZOOM, smallest), zoom))
        tree_x, tree_y = self.to_tree(x, y)
        self.zoom = zoom
        self.put(tree_x, tree_y, x, y)

    def put(self, tree_x: float, tree_y: float, x: float, y: float) -> None:
        """Move so that the tree's point lies under the point of the canvas."""
        self.x = round(tree_x * self.scale - x * self.ratio)
        self.y = round(tree_y * self.scale - y * self.ratio)

    def fit(self, bounds: tuple[int, int, int, int], *, head: int = 0, foot: int = 0) -> None:
        """Show all of the bounds between head and foot, never larger than life."""
        left, top, right, bottom = bounds
        self.zoom = self.fitting_zoom(bounds, foot=head + foot)
        high = self.height - head - foot - 2 * MARGIN
        spare = max(0.0, high - (bottom - top) * self.zoom)
        # A chart hangs from the top: in the middle of a high window its root would look lost.
        low = head + MARGIN + min(spare / 2, 2 * MARGIN)
        self.put((left + right) / 2, top, self.width / 2, low)

    def frame(
        self, bounds: tuple[int, int, int, int], *, largest: float, foot: int, head: int = 0
    ) -> None:
        """Show all of the bounds midway between head and foot, at most so much larger than life."""
        left, top, right, bottom = bounds
        self.zoom = self.fitting_zoom(bounds, largest=largest, foot=foot + head)
        middle = (head + self.height - foot) / 2
        self.put((left + right) / 2, (top + bottom) / 2, self.width / 2, middle)

    def fitting_zoom(
        self, bounds: tuple[int, int, int, int], *, largest: float = 1.0, foot: int = 0
    ) -> float:
        """Return the zoom at which all of the bounds is in view, `largest` at most.

        So many pixels at the foot are left free.
        """
        left, top, right, bottom = bounds
        wide = (self.width - 2 * MARGIN) / max(1, right - left)
        high = (self.height - foot - 2 * MARGIN) / max(1, bottom - top)
        return min(largest, max(1e-6, min(wide, high)))

    def keep_near(self, bounds: tuple[int, int, int, int]) -> None:
        """Move back just so far that an edge of the chart's box stays well inside the canvas."""
        scale, ratio = self.scale, self.ratio
        kept_wide = min(KEPT, self.width / 2) * ratio
        kept_high = min(KEPT, self.height / 2) * ratio
        left, top, right, bottom = (edge * scale for edge in bounds)
        lowest = left + kept_wide - self.width * ratio
        highest = top + kept_high - self.height * ratio
        self.x = round(min(max(self.x, lowest), right - kept_wide))
        self.y = round(min(max(self.y, highest), bottom - kept_high))


def next_step(zoom: float, *, larger: bool) -> float:
    """Return the next round zoom above or below."""
    if larger:
        return next((step for step in STEPS if step > zoom * 1.01), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < zoom * 0.99), STEPS[0])

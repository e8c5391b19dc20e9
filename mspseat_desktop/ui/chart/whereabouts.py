"""Where the view was before and after each step, so that undo brings the view back as well."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.chart.sight import Sight

KEPT = 1_000
"""So many steps are remembered, as many as the history keeps."""


class Spot(NamedTuple):
    """A place of the camera, on a canvas of this size."""

    zoom: float
    x: int
    y: int
    width: int
    height: int


class Whereabouts:
    """Remembers the view around each step of this sitting.

    It is brought back only when nobody has moved it since: who looks elsewhere stays there.
    """

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._spots: dict[int, tuple[Spot, Spot]] = {}

    @contextmanager
    def around(self, news: News) -> Iterator[None]:
        """Follow the news inside; afterwards the view is where it belongs."""
        was, number = self._spot(), news.step.number
        yield
        before, after = self._spots.get(number, (was, was))
        if news.cause == "do":
            self._spots[number] = before, self._spot()
            while len(self._spots) > KEPT:
                self._spots.pop(next(iter(self._spots)))
            return
        here, there = (after, before) if news.cause == "undo" else (before, after)
        if number in self._spots and was == here and self._spot() != there:
            self._sight.put_back(there.zoom, there.x, there.y)

    def _spot(self) -> Spot:
        camera = self._sight.camera
        return Spot(camera.zoom, camera.x, camera.y, camera.width, camera.height)

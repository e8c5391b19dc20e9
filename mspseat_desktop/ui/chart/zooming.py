"""Zooming by keys, menus and the control at the foot: about the seat that somebody works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from mspseat_desktop.ui.chart.camera import next_step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.answers import Box
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.chart.sight import Sight

READABLE = 0.5
"""Below this zoom nobody reads the cards, so that no place in the view can be meant."""


def box_around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around these, of which there is one at least."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


class Zooming:
    """Zooms a chart's sight; the pointer and gestures zoom about their own point instead."""

    def __init__(self, bridge: Bridge, scene: ChartScene, sight: Sight) -> None:
        self._bridge, self._scene, self._sight = bridge, scene, sight

    def step(self, *, larger: bool) -> None:
        """Zoom to the next round scale about the selected seat if it is in view, else the middle.

        A selected seat that was in view stays in view.
        """
        self.to(next_step(self._sight.camera.zoom, larger=larger))

    def to(self, zoom: float) -> None:
        """Zoom to a scale about the selected seat if it is in view, else the middle."""
        box = self._selected_box()
        if box is None or not self._sight.camera.sees(box):
            self._sight.zoom_to(zoom)
            return
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        self._sight.zoom_to(zoom, QPointF(*self._sight.camera.to_canvas(*middle)))
        self._sight.reveal(box)

    def has_cards(self, area: QRect) -> bool:
        """Return whether cards lie in a part of the canvas as it is in view now."""
        camera = self._sight.camera
        corner = camera.to_tree(area.left(), area.top())
        seen = self._scene.tree.visible(*corner, *camera.to_tree(area.right(), area.bottom()))
        return bool(seen.cards or seen.silhouettes)

    def life_size(self) -> None:
        """Show the selected seat in the middle at 100 %; without one what was looked at.

        That is the middle of the view as long as cards could be read there and the first seat was
        out of view, else the first seat.
        """
        sight = self._sight
        box = self._selected_box()
        if box is not None:
            sight.zoom_to(1.0)
            sight.centre(box)
            return
        first = self._first_box()
        if first is not None and (sight.camera.zoom < READABLE or self._sight.camera.sees(first)):
            sight.zoom_to(1.0)
            sight.hang(first)
            return
        sight.zoom_to(1.0)

    def to_chosen(self) -> None:
        """Show what is selected in the middle, at 100 % at most: one seat with all below it.

        Without a selection the whole chart is shown.
        """
        seats = [seat for seat in self._bridge.chosen if seat in self._scene]
        if not seats:
            self._sight.fit()
            return
        tree = self._scene.tree
        boxes = [tree.bounds(seats[0])] if len(seats) == 1 else map(tree.rect, seats)
        self._sight.frame(box_around(boxes), largest=1.0)
        self._sight.reveal(self._scene.tree.rect(seats[0]))

    def _selected_box(self) -> Box | None:
        return self._box(self._bridge.selection)

    def _first_box(self) -> Box | None:
        return self._box(next(iter(self._scene.client.children(None)), None))

    def _box(self, seat: SeatId | None) -> Box | None:
        return self._scene.tree.rect(seat) if seat is not None and seat in self._scene else None

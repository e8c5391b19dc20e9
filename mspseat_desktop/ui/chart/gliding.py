"""Lets the chart glide to its new shape when seats move, so that eyes can follow."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QPoint, QRect, QVariantAnimation

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.ui.chart.frame import AHEAD
from mspseat_desktop.ui.chart.glide import Glide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.answers import Visible
    from mspseat_desktop.ui.chart.frame import FramePainter
    from mspseat_desktop.ui.chart.glide import Shift
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.chart.sight import Sight

GLIDE_MS = 150
MOST = 1_500
"""With more cards in view nobody could follow any, and a frame would take too long."""


@dataclass(frozen=True, slots=True)
class _Stood:
    """What stood where before: places in the tree, and the camera's corner in device pixels."""

    places: dict[SeatId, tuple[int, int]]
    corner: tuple[int, int]
    scale: float


class Gliding(QObject):
    """Runs one glide at a time; another edit goes on from where the cards are at that moment.

    Whatever else moves the view ends it: the chart stands then as it will.
    """

    def __init__(
        self, widget: QWidget, scene: ChartScene, sight: Sight, frame: FramePainter
    ) -> None:
        super().__init__(widget)
        self._widget, self._scene, self._sight, self._frame = widget, scene, sight, frame
        self.is_wanted = False
        """Whether the chart may move by itself: some become ill of that."""
        self._corner = 0, 0, 0.0
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(1.0)
        self._clock.setEndValue(0.0)
        self._clock.setDuration(GLIDE_MS)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._go_on)
        self._clock.finished.connect(self.end)
        sight.moved.connect(self._look_on)

    @property
    def is_on(self) -> bool:
        """Whether cards are on their way."""
        return self._frame.glide is not None

    @contextmanager
    def from_here(self, dropped: tuple[SeatId, QPoint] | None = None) -> Iterator[None]:
        """Let the cards glide from where they are to where they stand afterwards.

        `dropped` is a seat that was just let go, and the device pixel where its card was in hand.
        """
        stood = self._stood(dropped) if self.is_wanted and self._widget.isVisible() else None
        self._stop()
        yield
        if stood is not None:
            self._start(stood)

    def end(self) -> None:
        """Show the chart as it stands."""
        if self.is_on:
            self._stop()
            self._widget.update()

    def _stop(self) -> None:
        self._frame.glide = None
        self._clock.stop()

    def _seen(self) -> Visible[SeatId]:
        ratio = self._widget.devicePixelRatioF()
        wide, high, room = self._widget.width(), self._widget.height(), AHEAD
        around = QRect(-room, -room, wide + 2 * room, high + 2 * room)
        corner, size = around.topLeft() * ratio, around.size() * ratio
        return self._frame.look(QRect(corner, size))

    def _stood(self, dropped: tuple[SeatId, QPoint] | None) -> _Stood | None:
        seen = self._frame.glide.seen() if self._frame.glide is not None else self._seen()
        if len(seen.cards) > MOST:
            return None
        camera = self._sight.camera
        places = {seat: (left, top) for seat, left, top in seen.cards}
        if dropped is not None and dropped[0] in places:
            seat, at = dropped
            places[seat] = (
                round((at.x() + camera.x) / camera.scale),
                round((at.y() + camera.y) / camera.scale),
            )
        return _Stood(places, (camera.x, camera.y), camera.scale)

    def _start(self, stood: _Stood) -> None:
        camera, tree = self._sight.camera, self._scene.tree
        seen = self._seen()
        if camera.scale != stood.scale or len(seen.cards) > MOST:
            return
        places = {seat: (left, top) for seat, left, top in seen.cards}
        places |= {s: tree.position(s) for s in stood.places if s not in places and s in tree}
        across = (camera.x - stood.corner[0]) / camera.scale
        down = (camera.y - stood.corner[1]) / camera.scale
        shifts: dict[SeatId, Shift] = {}
        for seat, (left, top) in places.items():
            if (before := stood.places.get(seat)) is not None:
                shifts[seat] = before[0] + across - left, before[1] + down - top
        if not any(abs(x) >= 1 or abs(y) >= 1 for x, y in shifts.values()):
            return
        for seat in places:
            self._lead(seat, shifts)
        far = sorted(places, key=lambda seat: abs(shifts[seat][0]) + abs(shifts[seat][1]))
        cards = [(s, *places[s], tree.height(s)) for s in far]
        self._frame.glide = Glide(cards, seen.links, shifts)
        self._corner = camera.x, camera.y, camera.scale
        self._clock.start()

    def _lead(self, seat: SeatId, shifts: dict[SeatId, Shift]) -> None:
        """Let a card that was not in view come along with the nearest seat above it that was."""
        client = self._scene.client
        path: list[SeatId] = []
        each: SeatId | None = seat
        while each is not None and each not in shifts:
            path.append(each)
            record = client.find(Seat, each)
            each = record.parent if record is not None else None
        led = shifts[each] if each is not None else (0.0, 0.0)
        shifts.update(dict.fromkeys(path, led))

    def _go_on(self, left: object) -> None:
        if self._frame.glide is not None and isinstance(left, float):
            self._frame.glide.left = left
            self._widget.update()

    def _look_on(self) -> None:
        """End when the view is moved by anything else."""
        camera = self._sight.camera
        if self.is_on and self._corner != (camera.x, camera.y, camera.scale):
            self.end()

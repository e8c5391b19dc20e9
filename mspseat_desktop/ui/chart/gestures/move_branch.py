"""Dragging a card: its whole branch goes to where it is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer

from mspseat_desktop.domain.edits.chart import move_seat
from mspseat_desktop.ui.chart.drops import Between, NotHere, Onto, drop_at

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.drops import Drop
    from mspseat_desktop.ui.chart.overlay import Overlay
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.chart.sight import Sight

EDGE = 36
"""So near to the canvas's edge a drag scrolls, in device-independent pixels."""
FASTEST = 24
TICK_MS = 16


class MoveBranch:
    """Shows where the branch would go and puts it there when the button is let go."""

    def __init__(
        self,
        bridge: Bridge,
        sight: Sight,
        *,
        scene: ChartScene,
        overlay: Overlay,
        seat: SeatId,
        at: QPointF,
    ) -> None:
        self._bridge, self._sight, self._scene = bridge, sight, scene
        self._overlay, self._seat = overlay, seat
        self._at = at
        self._timer = QTimer(overlay)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._scroll)
        overlay.lift(seat, at)

    def move(self, at: QPointF) -> MoveBranch:
        """Carry the branch along and look at what lies under the pointer."""
        self._at = at
        self._look()
        if any(self._edge_speed()):
            self._timer.start()
        else:
            self._timer.stop()
        return self

    def release(self, at: QPointF) -> None:
        """Drop the branch: one edit, or nothing where it can not stand."""
        self._at = at
        drop = self._drop()
        self.cancel()
        match drop:
            case Onto(parent):
                self._move(parent, None)
            case Between(place, index):
                self._move(place.parent, index)

    def cancel(self) -> None:
        """Leave the branch where it was."""
        self._timer.stop()
        self._overlay.put_down()

    def _move(self, parent: SeatId | None, index: int | None) -> None:
        title = self._bridge.client.seat(self._seat).title
        self._bridge.do(move_seat(self._seat, parent=parent, index=index, title=title))

    def _drop(self) -> Drop:
        x, y = self._sight.camera.to_tree(self._at.x(), self._at.y())
        return drop_at(self._scene.tree, self._bridge.client, self._seat, x, y)

    def _look(self) -> None:
        drop = self._drop()
        self._overlay.carry(self._at, drop)
        refused = isinstance(drop, NotHere)
        shape = Qt.CursorShape.ForbiddenCursor if refused else Qt.CursorShape.ClosedHandCursor
        self._overlay.set_cursor(shape)

    def _edge_speed(self) -> tuple[float, float]:
        camera = self._sight.camera
        return _speed(self._at.x(), camera.width), _speed(self._at.y(), camera.height)

    def _scroll(self) -> None:
        dx, dy = self._edge_speed()
        if self._sight.pan(dx, dy).isNull():
            self._timer.stop()
        else:
            self._look()


def _speed(at: float, room: int) -> float:
    """Return how far to scroll at a tick: the deeper in the edge the pointer, the faster."""
    if at < EDGE:
        return -FASTEST * min(1.0, (EDGE - at) / EDGE)
    if at > room - EDGE:
        return FASTEST * min(1.0, (at - room + EDGE) / EDGE)
    return 0.0

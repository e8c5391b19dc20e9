"""Dragging a card: its whole branch, and others chosen beside it, go to where it is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer

from mspseat_desktop.domain.edits.branches import tops
from mspseat_desktop.ui.chart.drop_several import drop_several_at, edit_of_drop
from mspseat_desktop.ui.chart.drops import Between, NotHere, Onto

if TYPE_CHECKING:
    from collections.abc import Callable

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
        copies: Callable[[], bool] = lambda: False,
    ) -> None:
        """`copies` says whether the key is held that leaves the branches and drops copies."""
        self._bridge, self._sight, self._scene = bridge, sight, scene
        self._overlay, self._copies = overlay, copies
        others = [s for s in tops(bridge.client, bridge.chosen) if s != seat]
        is_top = not any(above in others for above in bridge.client.seats_above(seat))
        self._seats = (seat, *others) if is_top else (seat,)
        self._at = at
        self._timer = QTimer(overlay)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._scroll)
        overlay.lift(seat, at, others=self._seats[1:])

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
        copy_with = self._bridge.new_id if self._copies() else None
        self._timer.stop()
        with self._overlay.letting_go():
            if isinstance(drop, (Onto, Between)):
                client = self._bridge.client
                self._bridge.do(edit_of_drop(client, self._seats, drop, copy_with=copy_with))

    def cancel(self) -> None:
        """Leave the branch where it was."""
        self._timer.stop()
        self._overlay.put_down()

    def _drop(self) -> Drop:
        x, y = self._sight.camera.to_tree(self._at.x(), self._at.y())
        return drop_several_at(self._scene.tree, self._bridge.client, self._seats, x, y)

    def _look(self) -> None:
        drop = self._drop()
        copies = self._copies()
        self._overlay.carry(self._at, drop, copies=copies)
        held = Qt.CursorShape.DragCopyCursor if copies else Qt.CursorShape.ClosedHandCursor
        shape = Qt.CursorShape.ForbiddenCursor if isinstance(drop, NotHere) else held
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

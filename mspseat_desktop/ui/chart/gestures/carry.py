"""Dragging over the chart: what is in hand goes to the seat, or the place, it is dropped on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer

from mspseat_desktop.ui.chart.drops import Between, NotHere, Onto, drop_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.ui.chart.drops import Drop
    from mspseat_desktop.ui.chart.gestures.gesture import Gesture
    from mspseat_desktop.ui.chart.load import Load
    from mspseat_desktop.ui.chart.overlay import Overlay
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.chart.sight import Sight
    from mspseat_desktop.ui.folding import Folding

    Onward = Callable[[Load, QPointF], Gesture | None]

EDGE = 36
"""So near to the canvas's edge a drag scrolls, in device-independent pixels."""
FASTEST = 24
TICK_MS = 16
OPEN_MS = 700
"""Over a folded seat so long, until it opens."""


class Carry:
    """Shows where a load would go and puts it there when the button is let go.

    It looks anew whenever the view moves under the pointer, by two fingers on a touchpad too.
    """

    def __init__(
        self,
        load: Load,
        sight: Sight,
        *,
        scene: ChartScene,
        overlay: Overlay,
        folding: Folding,
        at: QPointF,
        onward: Onward | None = None,
    ) -> None:
        """`onward` returns what goes on with the load where the pointer has left the canvas."""
        self._load, self._sight, self._scene = load, sight, scene
        self._overlay, self._folding, self._onward = overlay, folding, onward
        self._at = at
        self._drop: Drop = None
        self._was_copy: bool | None = None
        self._is_over = False
        self._timer = QTimer(overlay)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._scroll)
        self._opening = QTimer(overlay)
        self._opening.setSingleShot(True)
        self._opening.setInterval(OPEN_MS)
        self._opening.timeout.connect(self._open)
        sight.carry(on=True)
        overlay.lift(load, at)
        sight.moved.connect(self._look)

    def move(self, at: QPointF) -> Gesture:
        """Carry the load along and look at what lies under the pointer."""
        further = self._onward(self._load, at) if self._onward is not None else None
        if further is not None:
            self.cancel()
            return further
        self._at = at
        self._look()
        if any(self._edge_speed()):
            self._timer.start()
        else:
            self._timer.stop()
        return self

    def release(self, at: QPointF) -> bool:
        """Drop the load; return whether that did anything."""
        if at != self._at or self._load.is_copy != self._was_copy:
            self._at = at
            self._drop = self._what_a_drop_does()
        drop = self._drop
        self._end()
        with self._overlay.letting_go():
            return isinstance(drop, (Onto, Between)) and self._load.put(drop)

    def cancel(self) -> None:
        """Leave everything as it was."""
        if not self._is_over:
            self._end()
            self._overlay.put_down()

    def _end(self) -> None:
        self._is_over = True
        self._sight.moved.disconnect(self._look)
        self._sight.carry(on=False)
        for timer in (self._timer, self._opening):
            timer.stop()
            timer.deleteLater()

    def _what_a_drop_does(self) -> Drop:
        x, y = self._sight.camera.to_tree(self._at.x(), self._at.y())
        return drop_at(self._scene.tree, self._scene.client, self._load, x, y)

    def _look(self) -> None:
        drop, before = self._what_a_drop_does(), self._drop
        self._drop, self._was_copy = drop, self._load.is_copy
        self._overlay.carry(self._at, drop)
        copies = self._load.is_copy
        held = Qt.CursorShape.DragCopyCursor if copies else Qt.CursorShape.ClosedHandCursor
        shape = Qt.CursorShape.ForbiddenCursor if isinstance(drop, NotHere) else held
        self._overlay.set_cursor(shape)
        if drop != before:
            self._opening.stop()
            if isinstance(drop, Onto) and self._folding.is_folded(drop.parent):
                self._opening.start()

    def _open(self) -> None:
        """Open the folded seat over which the load has been held."""
        if isinstance(self._drop, Onto):
            self._folding.fold([self._drop.parent], folded=False)

    def _edge_speed(self) -> tuple[float, float]:
        camera = self._sight.camera
        return _speed(self._at.x(), camera.width), _speed(self._at.y(), camera.height)

    def _scroll(self) -> None:
        dx, dy = self._edge_speed()
        if self._sight.pan(dx, dy).isNull():
            self._timer.stop()


def _speed(at: float, room: int) -> float:
    """Return how far to scroll at a tick: the deeper in the edge the pointer, the faster."""
    if at < EDGE:
        return -FASTEST * min(1.0, (EDGE - at) / EDGE)
    if at > room - EDGE:
        return FASTEST * min(1.0, (at - room + EDGE) / EDGE)
    return 0.0

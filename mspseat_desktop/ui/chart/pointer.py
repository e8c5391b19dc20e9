"""What the mouse, a touchpad and a touch screen do on the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from mspseat_desktop.ui.chart.gestures.band import Band
from mspseat_desktop.ui.chart.gestures.carry import Carry
from mspseat_desktop.ui.chart.gestures.pan import Pan
from mspseat_desktop.ui.chart.gestures.press import Press
from mspseat_desktop.ui.chart.load import Branches
from mspseat_desktop.ui.folding import Folding

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.gestures.carry import Onward
    from mspseat_desktop.ui.chart.gestures.gesture import Gesture
    from mspseat_desktop.ui.chart.overlay import Overlay
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.chart.sight import Sight

NOTCH = 120
NOTCH_PIXELS = 72
"""How far one notch of a wheel scrolls, in device-independent pixels."""
NOTCH_ZOOM = 1.2
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_BESIDE = _SHIFT | _CONTROL
"""Keys with which a click chooses a seat beside the others."""


class Pointer:
    """Turns events of the pointer into selections, pans, zooms and moves of branches."""

    def __init__(
        self,
        widget: QWidget,
        bridge: Bridge,
        *,
        sight: Sight,
        scene: ChartScene,
        overlay: Overlay,
        rename: Callable[[SeatId], None],
        menu: Callable[[SeatId | None, QPoint], None],
    ) -> None:
        """`rename` opens a title for typing, `menu` a context menu at a point of the screen."""
        self._widget, self._bridge, self._sight = widget, bridge, sight
        self._scene, self._overlay = scene, overlay
        self._rename, self._menu = rename, menu
        self.onward: Onward | None = None
        """What goes on with branches in hand beside the canvas."""
        self._gesture: Gesture | None = None
        self._holds_control = False
        self._grip: Literal["", "held", "used"] = ""
        widget.grabGesture(Qt.GestureType.PinchGesture)

    @property
    def is_busy(self) -> bool:
        """Say whether a button is down."""
        return self._gesture is not None

    @property
    def carries(self) -> bool:
        """Whether something is in hand that can be dropped elsewhere."""
        return self._gesture is not None and not isinstance(self._gesture, (Band, Pan, Press))

    def handle(self, event: QEvent) -> bool:
        """Take part in an event of the widget; say whether it is dealt with."""
        match event:
            case QWheelEvent():
                return self._wheel(event)
            case QContextMenuEvent():
                return self._context_menu(event)
            case QNativeGestureEvent():
                return self._native(event)
            case QMouseEvent():
                return self._mouse(event)
            case QGestureEvent():
                return self._pinch(event)
        if event.type() == QEvent.Type.WindowDeactivate:
            self.cancel()
        return False

    def grip(self) -> None:
        """Let the left button move the ground wherever it is pressed, until `let_go`."""
        if not self._grip:
            self._grip = "held"
            self._widget.setCursor(Qt.CursorShape.OpenHandCursor)

    def let_go(self) -> bool:
        """Let the left button do what it does otherwise; say whether it has moved the ground."""
        was_used, self._grip = self._grip == "used", ""
        self._widget.unsetCursor()
        return was_used

    def cancel(self) -> bool:
        """End what a pressed button is doing; say whether there was anything."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def seat_at(self, at: QPointF) -> SeatId | None:
        """Return the seat whose card is seen at a point of the canvas."""
        if (gliding := self._overlay.gliding_at(at)) is not None:
            return gliding
        return self._scene.tree.hit(*self._sight.camera.to_tree(at.x(), at.y()))

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position()
        self._holds_control = _CONTROL in event.modifiers()
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self.cancel()
                self._press(event.button(), at, event.modifiers())
            case QEvent.Type.MouseButtonDblClick:
                seat = self.seat_at(at)
                if event.button() == Qt.MouseButton.LeftButton and seat is not None:
                    self.cancel()
                    self._rename(seat)
            case QEvent.Type.MouseMove:
                if self._gesture is not None:
                    self._gesture = self._gesture.move(at)
            case QEvent.Type.MouseButtonRelease:
                gesture, self._gesture = self._gesture, None
                if gesture is not None:
                    gesture.release(at)
            case _:
                return False
        return True

    def _press(self, button: Qt.MouseButton, at: QPointF, held: Qt.KeyboardModifier) -> None:
        folded = self._overlay.folded_at(at) if not held & _BESIDE else None
        seat = folded if folded is not None else self.seat_at(at)
        grips = bool(self._grip) and button == Qt.MouseButton.LeftButton
        if grips:
            self._grip = "used"
        if grips or button == Qt.MouseButton.MiddleButton:
            self._gesture = Pan(self._widget, self._sight, at)
        elif button == Qt.MouseButton.LeftButton and held & _BESIDE:
            shift = _SHIFT in held
            self._gesture = Press(
                at,
                click=lambda: self._choose_beside(seat),
                drag=self._stretch if shift else lambda start: self._pull(seat, start),
            )
        elif button == Qt.MouseButton.LeftButton and seat is None:
            self._gesture = Press(
                at,
                click=lambda: self._bridge.select(None),
                drag=lambda start: Pan(self._widget, self._sight, start),
            )
        elif seat is not None:
            # One of several stays among them until the button is let go: they may be dragged.
            chosen = self._bridge.chosen
            if seat not in chosen or len(chosen) == 1:
                self._bridge.select(seat)
            if button == Qt.MouseButton.LeftButton:
                self._gesture = Press(
                    at,
                    click=lambda: self._click(seat, folded=folded is not None),
                    drag=lambda start: self._lift(seat, start),
                )

    def _click(self, seat: SeatId, *, folded: bool) -> None:
        """Select a seat; a click on the sign of a folded one also opens it."""
        self._bridge.select(seat)
        if folded:
            Folding.of(self._bridge).fold([seat], folded=False)

    def _choose_beside(self, seat: SeatId | None) -> None:
        if seat is not None:
            self._bridge.toggle(seat)

    def _stretch(self, at: QPointF) -> Band:
        return Band(self._bridge, self._sight, scene=self._scene, overlay=self._overlay, at=at)

    def _pull(self, seat: SeatId | None, at: QPointF) -> Gesture:
        """Lift a card that was pressed with Ctrl too; beside the cards the ground moves."""
        if seat is None:
            return Pan(self._widget, self._sight, at)
        if seat not in self._bridge.chosen:
            self._bridge.select(seat)
        return self._lift(seat, at)

    def _lift(self, seat: SeatId, at: QPointF) -> Carry:
        return Carry(
            Branches(self._bridge, seat, copies=lambda: self._holds_control),
            self._sight,
            scene=self._scene,
            overlay=self._overlay,
            folding=Folding.of(self._bridge),
            at=at,
            onward=self.onward,
        )

    def _wheel(self, event: QWheelEvent) -> bool:
        if isinstance(self._gesture, Pan):
            return True  # the ground is in hand
        turned, pixels, held = event.angleDelta(), event.pixelDelta(), event.modifiers()
        if _CONTROL in held:
            self._sight.zoom_by(NOTCH_ZOOM ** (turned.y() / NOTCH), event.position())
        else:
            way = QPointF(pixels) if not pixels.isNull() else QPointF(turned) * NOTCH_PIXELS / NOTCH
            if _SHIFT in held and not way.x():
                way = way.transposed()
            self._sight.pan(-way.x(), -way.y())
        self._stretch_on(event.position())
        return True

    def _stretch_on(self, at: QPointF) -> None:
        """Let a band go on from where it began on the chart, which has moved under it."""
        if isinstance(self._gesture, Band):
            self._gesture.move(at)

    def _native(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._sight.zoom_by(max(0.2, 1 + event.value()), event.position())
        self._stretch_on(event.position())
        return True

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self.cancel()
        at = QPointF(self._widget.mapFromGlobal(pinch.centerPoint().toPoint()))
        self._sight.zoom_by(pinch.scaleFactor(), at)
        return True

    def _context_menu(self, event: QContextMenuEvent) -> bool:
        self.cancel()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            seat = self._bridge.selection
            at = self._sight.camera.to_canvas(*self._scene.tree.position(seat)) if seat else (8, 8)
            self._menu(seat, self._widget.mapToGlobal(QPoint(int(at[0]) + 24, int(at[1]) + 24)))
        else:
            self._menu(self.seat_at(QPointF(event.pos())), event.globalPos())
        return True

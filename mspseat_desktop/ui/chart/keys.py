"""Which key does what while the canvas has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from mspseat_desktop.ui.folding import Folding

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.commands import SeatCommands
    from mspseat_desktop.ui.chart.pointer import Pointer
    from mspseat_desktop.ui.chart.sight import Sight
    from mspseat_desktop.ui.chart.zooming import Zooming

Modifier = Qt.KeyboardModifier
_Key: TypeAlias = tuple[int, Modifier]

PLAIN, SHIFT, CONTROL, ALT = (
    Modifier.NoModifier,
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
)


class Keys:
    """Runs the command of a key.

    Tab and Enter build the chart only while a seat is selected; otherwise Tab goes to the next
    control as everywhere. F6 and Ctrl+Tab always leave the canvas. Space folds a branch, on
    release and only if nothing was dragged: nobody should change a chart by resting a hand on the
    keyboard.
    """

    def __init__(
        self,
        widget: QWidget,
        bridge: Bridge,
        *,
        commands: SeatCommands,
        sight: Sight,
        zooming: Zooming,
        pointer: Pointer,
    ) -> None:
        self._widget, self._bridge, self._pointer = widget, bridge, pointer
        self._always = _always(sight, zooming, commands)
        self._selected = _selected(commands)
        self._bound: dict[_Key, Callable[[], object]] = {}
        self._holds_space = False

    def bind(self, keys: str, run: Callable[[], object]) -> None:
        """Call `run` for keys in Qt's portable notation, such as "Ctrl+D"."""
        combination = next(iter(QKeySequence(keys)))  # type: ignore[call-overload]  # stubs lag
        self._bound[combination.key(), combination.keyboardModifiers()] = run

    def handle(self, event: QEvent) -> bool:
        """Take part in an event of the widget; say whether it is dealt with."""
        if event.type() == QEvent.Type.FocusOut and self._holds_space:
            self._holds_space = False
            self._pointer.let_go()
        if not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Space and (
            event.modifiers() == PLAIN
            or (self._holds_space and event.type() == QEvent.Type.KeyRelease)
        ):
            return self._space(event)
        return event.type() == QEvent.Type.KeyPress and self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        modifiers = event.modifiers() & ~Modifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            return self._pointer.cancel()
        if self._pointer.is_busy:
            return True
        if key == Qt.Key.Key_F6 or (key == Qt.Key.Key_Tab and modifiers == CONTROL):
            self._leave(Qt.FocusReason.TabFocusReason)
            return True
        command = self._always.get((key, modifiers))
        if command is None and self._bridge.selection is not None:
            command = self._selected.get((key, modifiers))
        run = self._bound.get((key, modifiers)) if command is None else command
        if run is not None:
            run()
        return run is not None

    def _space(self, event: QKeyEvent) -> bool:
        """Fold the selected seat, or unfold it, when the key is let go; a drag meanwhile pans."""
        if event.isAutoRepeat() or event.type() == QEvent.Type.ShortcutOverride:
            return event.type() != QEvent.Type.ShortcutOverride
        was_held, self._holds_space = self._holds_space, event.type() == QEvent.Type.KeyPress
        if self._pointer.is_busy:
            self._holds_space = False
        if event.type() == QEvent.Type.KeyPress:
            if self._holds_space:
                self._pointer.grip()
            return True
        has_panned = self._pointer.let_go()
        seat = self._bridge.selection
        if was_held and not has_panned and not self._pointer.is_busy and seat is not None:
            Folding.of(self._bridge).turn(seat)
        return True

    def _leave(self, reason: Qt.FocusReason) -> None:
        following = self._widget.nextInFocusChain()
        while following is not None and following is not self._widget:
            takes = bool(following.focusPolicy() & Qt.FocusPolicy.TabFocus)
            inside = self._widget.isAncestorOf(following)
            if takes and not inside and following.isVisible() and following.isEnabled():
                following.setFocus(reason)
                return
            following = following.nextInFocusChain()


def _always(
    sight: Sight, zooming: Zooming, commands: SeatCommands
) -> dict[_Key, Callable[[], None]]:
    keys: dict[_Key, Callable[[], None]] = {
        (Qt.Key.Key_0, CONTROL): zooming.life_size,
        (Qt.Key.Key_1, CONTROL): sight.fit,
        (Qt.Key.Key_Home, PLAIN): commands.walk_home,
        (Qt.Key.Key_Up, PLAIN): lambda: commands.walk("up"),
        (Qt.Key.Key_Down, PLAIN): lambda: commands.walk("down"),
        (Qt.Key.Key_Left, PLAIN): lambda: commands.walk("left"),
        (Qt.Key.Key_Right, PLAIN): lambda: commands.walk("right"),
    }
    for plus in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        keys[plus, CONTROL] = keys[plus, CONTROL | SHIFT] = lambda: zooming.step(larger=True)
    keys[Qt.Key.Key_Minus, CONTROL] = lambda: zooming.step(larger=False)
    return keys


def _selected(commands: SeatCommands) -> dict[_Key, Callable[[], None]]:
    keys: dict[_Key, Callable[[], None]] = {
        (Qt.Key.Key_Tab, PLAIN): commands.add_child,
        (Qt.Key.Key_Insert, PLAIN): commands.add_child,
        (Qt.Key.Key_F2, PLAIN): commands.rename,
        (Qt.Key.Key_Delete, PLAIN): commands.delete,
    }
    for enter in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        keys[enter, PLAIN] = commands.add_sibling
        keys[enter, SHIFT] = lambda: commands.add_sibling(before=True)
    for held in (ALT, CONTROL):
        keys[Qt.Key.Key_Left, held] = lambda: commands.shift("left")
        keys[Qt.Key.Key_Right, held] = lambda: commands.shift("right")
        keys[Qt.Key.Key_Up, held] = lambda: commands.shift("up")
        keys[Qt.Key.Key_Down, held] = lambda: commands.shift("down")
    return keys

"""Which key does what while the canvas has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from mspseat_desktop.ui.clipboard.cut import Cut
from mspseat_desktop.ui.folding import Folding
from mspseat_desktop.ui.shortcuts.chords import chord_of
from mspseat_desktop.ui.shortcuts.keymap import keymap
from mspseat_desktop.ui.shortcuts.moves import pointed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.commands import SeatCommands
    from mspseat_desktop.ui.chart.pointer import Pointer
    from mspseat_desktop.ui.chart.sight import Sight
    from mspseat_desktop.ui.chart.zooming import Zooming

Modifier = Qt.KeyboardModifier
_Command: TypeAlias = "Callable[[], object]"

PLAIN, CONTROL = Modifier.NoModifier, Modifier.ControlModifier
_HELD = CONTROL | Modifier.AltModifier | Modifier.MetaModifier
_BEGINNING = frozenset({"add-child", "add-sibling"})
"""What adds the first seat of an empty chart."""
LEAVE = "leave"
"""What Esc does while nothing is in hand; it returns whether there was anything to leave."""


class Keys:
    """Runs the command of a key; the keymap says which action a key means.

    Arrows and Home always walk, F6 and Ctrl+Tab always leave the canvas, / always folds. What is
    done to a seat is done only while one is selected; otherwise, and when it means nothing, Tab
    goes to the next control as everywhere. In an empty chart the keys that add a seat below or
    beside add the first one. Space acts on release and only if nothing was dragged: nobody should
    change a chart by resting a hand on the keyboard.
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
        self._commands = commands
        self._walks = _walks(commands)
        self._runs = _always(sight, zooming)
        self._on_seat = _on_seat(commands, bridge)
        self._holds_space = False

    def bind(self, doing: str, run: _Command) -> None:
        """Call `run` for the keys of an action, or for `LEAVE`."""
        self._runs[doing] = run

    def handle(self, event: QEvent) -> bool:
        """Take part in an event of the widget; say whether it is dealt with."""
        if self._holds_space and event.type() == QEvent.Type.FocusOut:
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
            leave = self._runs.get(LEAVE)
            has_left = self._pointer.cancel() or bool(leave and leave())
            cut = Cut.of(self._bridge)
            return has_left or (bool(cut.branches) and cut.forget())
        if self._pointer.is_busy:
            return True
        if key == Qt.Key.Key_F6 or (key == Qt.Key.Key_Tab and modifiers == CONTROL):
            self._leave(Qt.FocusReason.TabFocusReason)
            return True
        if event.text() == "/" and not modifiers & _HELD:
            return self._do("fold", "/")
        walk = self._walks.get(key) if modifiers == PLAIN else None
        if walk is not None:
            walk()
            return True
        return self._run(chord_of(event))

    def _run(self, chord: str) -> bool:
        """Run what a key means now; False when it means nothing here."""
        return self._do(keymap().means(chord), chord)

    def _do(self, doing: str, chord: str) -> bool:
        is_selected = self._bridge.selection is not None
        way = pointed(doing, chord)
        run = self._runs.get(doing)
        if is_selected and way is not None:
            self._commands.shift(way)
        elif is_selected and doing in self._on_seat:
            self._on_seat[doing]()
        elif doing in _BEGINNING and not self._bridge.client.children(None):
            self._commands.add_root()
        elif run is not None and (is_selected or chord != "Tab"):
            run()
        else:
            return False
        return True

    def _space(self, event: QKeyEvent) -> bool:
        """Do what the key means when it is let go; a drag meanwhile pans."""
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
        if was_held and not has_panned and not self._pointer.is_busy:
            self._run("Space")
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


def _walks(commands: SeatCommands) -> dict[int, _Command]:
    return {
        Qt.Key.Key_Home: commands.walk_home,
        Qt.Key.Key_Up: lambda: commands.walk("up"),
        Qt.Key.Key_Down: lambda: commands.walk("down"),
        Qt.Key.Key_Left: lambda: commands.walk("left"),
        Qt.Key.Key_Right: lambda: commands.walk("right"),
    }


def _always(sight: Sight, zooming: Zooming) -> dict[str, _Command]:
    return {
        "fit": sight.fit,
        "zoom-100": zooming.life_size,
        "zoom-in": lambda: zooming.step(larger=True),
        "zoom-out": lambda: zooming.step(larger=False),
    }


def _on_seat(commands: SeatCommands, bridge: Bridge) -> dict[str, _Command]:
    def fold() -> None:
        if bridge.selection is not None:
            Folding.of(bridge).turn(bridge.selection)

    return {**seat_commands(commands), "fold": fold}


def seat_commands(commands: SeatCommands) -> dict[str, _Command]:
    """Return what chart and outline do to the selected seat, by the actions' ids."""
    return {
        "add-child": commands.add_child,
        "add-sibling": commands.add_sibling,
        "add-before": lambda: commands.add_sibling(before=True),
        "add-parent": commands.add_parent,
        "rename": commands.rename,
        "delete": commands.delete,
        "move-earlier": lambda: commands.reorder(-1),
        "move-later": lambda: commands.reorder(1),
        "promote": commands.promote,
        "demote": commands.demote,
        "go-above": commands.walk_above,
        "go-top": commands.walk_home,
    }

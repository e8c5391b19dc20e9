"""What a key means that no control on the sheet wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from mspseat_desktop.ui.reviews.row_keys import takes_signs
from mspseat_desktop.ui.reviews.steps import StepButton
from mspseat_desktop.ui.widgets import DateField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def step_wish(event: QKeyEvent, focus: QWidget | None) -> str:
    """Return "close", "go on", "next", "back", "up", "down", a digit to jump to, or "".

    Alt+Down in a field for a date opens its calendar here, since the sheet keeps such keys from
    the window's shortcuts.
    """
    key, modifiers = event.key(), event.modifiers()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "go on" if modifiers & Qt.KeyboardModifier.ControlModifier else ""
    if modifiers == Qt.KeyboardModifier.AltModifier:
        if key == Qt.Key.Key_Down and _open_calendar(focus):
            return ""
        return {Qt.Key.Key_Up: "back", Qt.Key.Key_Down: "next"}.get(Qt.Key(key), "")
    if modifiers not in _BARE:
        return ""
    if event.text().isdecimal() and len(event.text()) == 1:
        # A sentence typed on a link or a box to tick must not jump to where its letters answer.
        return event.text() if takes_signs(focus) or isinstance(focus, StepButton) else ""
    return {
        Qt.Key.Key_Escape: "close",
        Qt.Key.Key_PageDown: "next",
        Qt.Key.Key_PageUp: "back",
        Qt.Key.Key_Up: "up",
        Qt.Key.Key_Down: "down",
    }.get(Qt.Key(key), "")


def _open_calendar(focus: QWidget | None) -> bool:
    field = focus.parentWidget() if focus is not None else None
    if not isinstance(field, DateField) or field.field.isReadOnly():
        return False
    field.open_calendar()
    return True

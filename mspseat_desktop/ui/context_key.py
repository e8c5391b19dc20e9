"""Shift+F10 opens the menu of whatever has the keyboard, as the menu key does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def hear_context_key(window: QWidget) -> None:
    """Let a window hear Shift+F10; Qt leaves it to the system, and only Windows acts on it."""
    QShortcut(QKeySequence("Shift+F10"), window).activated.connect(_open)


def _open() -> None:
    focus = QApplication.focusWidget()
    if focus is None or not focus.isEnabled():
        return
    cursor = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = QRectF(cursor) if isinstance(cursor, QRect | QRectF) else QRectF(focus.rect())
    at = place.center().toPoint()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(focus, QContextMenuEvent(reason, at, focus.mapToGlobal(at)))

"""The field that waits for keys to be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from mspseat_desktop.language import _
from mspseat_desktop.ui.shortcuts.chords import chord_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class KeyCatcher(QLineEdit):
    """Takes any key as it is pressed, Tab and Enter too; `caught(str)` carries the chord.

    Esc sends `given_up`; `left` tells that the keyboard went elsewhere by itself.
    """

    caught = Signal(str)
    given_up = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003 - Qt's
        self.setAccessibleName(_("New keys"))
        self.setPlaceholderText(_("Press the keys"))

    def event(self, event: QEvent) -> bool:
        """Take keys before Qt leads them to other controls, buttons or shortcuts."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._press(event)
            event.accept()
            return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.left.emit()
        return super().event(event)

    def _press(self, event: QKeyEvent) -> None:
        chord = chord_of(event)
        if chord == "Esc":
            self.given_up.emit()
        elif chord:
            self.caught.emit(chord)

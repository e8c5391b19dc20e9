"""A small window that hangs below a control until Esc or a click elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PopupFrame(QFrame):
    """An empty popup; the owner fills it. It deletes itself when closed."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self._owner = owner
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open_below(self, anchor: QWidget, *, focus: QWidget, least_width: int = 0) -> None:
        """Open under a widget, or over it where the screen ends, with the keyboard in `focus`."""
        hint = self.sizeHint()
        width = max(hint.width(), least_width)
        screen = anchor.screen().availableGeometry()
        height = min(hint.height(), screen.height())
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        if place.y() + height > screen.bottom():
            place.setY(anchor.mapToGlobal(QPoint(0, -4)).y() - height)
        if not anchor.isLeftToRight():
            place.setX(place.x() + anchor.width() - width)
        place.setX(max(screen.left(), min(place.x(), screen.right() - width)))
        place.setY(max(screen.top(), place.y()))
        self.setGeometry(place.x(), place.y(), width, height)
        self.show()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

"""What a row is dragged by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from mspseat_desktop.ui.theme import Theme

LINE = 32


class Grip(QWidget):
    """Six dots to drag a row by; Esc puts it back. Keys do the same with Alt and the arrows."""

    spoken_role = QAccessible.Role.Graphic

    dragged = Signal(int)
    dropped = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pressed_at: int | None = None
        self._dragging = False
        self.setFixedSize(20, LINE)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(_("Drag to reorder"))
        tip(self, _("Drag to reorder, or Alt with Up and Down"))
        theme.changed.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = round(event.globalPosition().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the pointer has gone far enough."""
        y = round(event.globalPosition().y())
        if self._pressed_at is None:
            return
        if not self._dragging and abs(y - self._pressed_at) >= QApplication.startDragDistance():
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.grabKeyboard()
        if self._dragging:
            self.dragged.emit(y)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Drop."""
        if self._end():
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the row back on Esc; other keys wait for the drop."""
        if event.key() == Qt.Key.Key_Escape and self._end():
            self.given_up.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots."""
        at = QRectF((self.width() - 14) / 2, (self.height() - 14) / 2, 14, 14)
        painter = QPainter(self)
        self._theme.icons.paint(painter, at, "grip-vertical", self._theme.color("faint"))

    def _end(self) -> bool:
        was, self._dragging, self._pressed_at = self._dragging, False, None
        if was:
            self.releaseKeyboard()
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        return was

"""The line at the foot that says what is shown and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mspseat_desktop.ui.widgets import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme

ASIDE = 18
TALL = 34
HEIGHT = TALL + ASIDE
"""How much of the canvas's foot it takes."""


class Caption(QWidget):
    """Lies over the canvas's right corner as its child and covers it wholly."""

    def __init__(self, theme: Theme, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.where = PlainLabel("", self, pixels=14, elide=True)
        self.keys = PlainLabel("", self, pixels=12, tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(16)
        row.addWidget(self.where, 1)
        row.addWidget(self.keys)
        canvas.installEventFilter(self)
        theme.changed.connect(self.update)

    def say(self, where: str, keys: str) -> None:
        """Show which part of the chart this is, and the keys that lead on."""
        self.where.setText(where)
        self.keys.setText(keys)
        self._put()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize:
            self._put()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground with its frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("canvas"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("line"))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _put(self) -> None:
        canvas = self.parentWidget()
        if canvas is None:
            return
        wide = min(self.sizeHint().width(), canvas.width() // 2)
        left = canvas.width() - wide - ASIDE
        self.setGeometry(left, canvas.height() - TALL - ASIDE, wide, TALL)

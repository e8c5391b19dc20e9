"""A few words in the middle of an otherwise empty place, with at most one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.ui.widgets import Ground, PlainLabel, QuietButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme


class IconSpot(QWidget):
    """An icon that says nothing a label beside it does not say."""

    def __init__(
        self, theme: Theme, name: str, *, side: int = 18, role: str = "muted", box: int = 0
    ) -> None:
        super().__init__()
        self._theme, self._name, self._side, self._role = theme, name, side, role
        self._boxed = box > 0
        self.setFixedSize(max(side, box), max(side, box))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it, on a soft ground when it has a box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self._boxed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(room, 9, 9)
        spot = QRectF(0, 0, self._side, self._side)
        spot.moveCenter(room.center())
        self._theme.icons.paint(painter, spot, self._name, self._theme.color(self._role))


class StateNote(Ground):
    """Icon, sentence and an optional button, centred on the canvas."""

    def __init__(self, theme: Theme, icon: str, *, words: str = "", verb: str = "") -> None:
        super().__init__("canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 16, 40, 16)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(IconSpot(theme, icon, side=28), 0, Qt.AlignmentFlag.AlignHCenter)
        self._label = PlainLabel(words, tone="muted", wrap=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setMaximumWidth(420)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._label, 4)
        line.addStretch(1)
        column.addLayout(line)
        self.button = QuietButton(theme, verb, self)
        self.button.setVisible(bool(verb))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Change the sentence."""
        self._label.setText(words)
        self.setAccessibleName(words)

"""What the panel says while no seat is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import Ground, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme


class _Picture(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(48, 48)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw an empty chair on a soft disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("field"))
        painter.drawEllipse(self.rect())
        at = QRectF(13, 13, 22, 22)
        self._theme.icons.paint(painter, at, "armchair", self._theme.color("muted"))


class EmptyPanel(Ground):
    """A calm word on what to do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("surface", parent)
        title = PlainLabel(_("No seat selected"), self, weight=QFont.Weight.DemiBold)
        words = PlainLabel(
            _(
                "Click a seat in the chart, or walk there with the arrow keys, to see who sits in "
                "it and what it answers for."
            ),
            self,
            pixels=12,
            tone="muted",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 0, 36, 48)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(_Picture(theme, self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addStretch(1)

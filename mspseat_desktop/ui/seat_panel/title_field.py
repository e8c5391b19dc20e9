"""The seat's title: a heading that can be written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QWidget

from mspseat_desktop.domain.edits.chart import LONGEST_TITLE
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import TextField, one_line, tip_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class TitleField(TextField):
    """A heading that can be written in; one that is too long ends in dots until it is entered."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(
            _("Title of the seat"),
            parent,
            pending=bridge.pending,
            hint=_("Title of the seat"),
            bare=True,
            longest=LONGEST_TITLE,
        )
        self._theme = theme
        self._heading = QFont(theme.font(17, QFont.Weight.DemiBold))
        self.setFont(self._heading)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cut a long title with dots while it is only read."""
        metrics = QFontMetricsF(self._heading)
        room = self.rect().adjusted(11, 0, -11, 0)
        words = self.text()
        shown = one_line(metrics, words, room.width())
        self.setToolTip("" if shown == words else tip_text(words))
        if self.hasFocus() or shown == words:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setFont(self._heading)
        painter.setPen(self._theme.color("ink"))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, align, shown)

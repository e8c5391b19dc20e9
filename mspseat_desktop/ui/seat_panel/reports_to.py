"""The seat above as one line of text that opens a list of all seats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from mspseat_desktop.language import _
from mspseat_desktop.ui.parent_list import TOP
from mspseat_desktop.ui.widgets import Picker, one_line, paint_focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent


class ReportsTo(Picker):
    """The words "Reports to Technology" as one line of text that opens a list of seats.

    It paints its own ground: it changes with every move, and nothing behind it has to be painted
    again for that.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """Tell Qt that nothing shows through."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(120, 28)

    def minimumSizeHint(self) -> QSize:
        """Let a long title be cut."""
        return QSize(80, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, the title in a heavier type, and a small arrow."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.fillRect(rect, theme.color("surface"))
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(rect, 6, 6)
        title = self._item.title if self._item else ""
        is_root = self._item is not None and self._item.id == TOP
        words = "" if is_root else _("Reports to")
        plain, heavy = theme.font(13), theme.font(13, QFont.Weight.DemiBold)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        room = rect.adjusted(6, 0, -24, 0)
        painter.setFont(plain)
        painter.setPen(theme.color("muted"))
        painter.drawText(room, align, words)
        room.setLeft(
            room.left() + (QFontMetricsF(plain).horizontalAdvance(f"{words} ") if words else 0)
        )
        painter.setFont(heavy)
        painter.setPen(theme.color("ink"))
        metrics = QFontMetricsF(heavy)
        shown = one_line(metrics, title, room.width())
        painter.drawText(room, align, shown)
        left = room.left() + metrics.horizontalAdvance(shown) + 5
        at = QRectF(left, rect.center().y() - 7, 14, 14)
        theme.icons.paint(painter, at, "chevron-down", theme.color("muted"))
        if self.hasFocus():
            paint_focus_ring(painter, rect, theme, radius=6)

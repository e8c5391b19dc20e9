"""The titles over the list's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from mspseat_desktop.ui.actions_page.row_painter import EDGE, TICK
from mspseat_desktop.ui.actions_page.words import COLUMNS, column_words
from mspseat_desktop.ui.widgets import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme

HEIGHT = 27


class Heads(QWidget):
    """Paints the titles; a screen reader hears them with each cell."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._widths: tuple[int, ...] = ()
        self.setFixedHeight(HEIGHT)
        theme.changed.connect(self.update)

    def arrange(self, widths: Sequence[int]) -> None:
        """Stand over columns of these widths in pixels."""
        self._widths = tuple(widths)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the titles and the line below them."""
        theme, painter, titles = self._theme, QPainter(self), column_words()
        font = theme.font(11, QFont.Weight.DemiBold)
        painter.fillRect(0, HEIGHT - 1, self.width(), 1, theme.color("line"))
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        mirrored = not self.isLeftToRight()
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        left = 0
        for column, width in zip(COLUMNS, self._widths, strict=False):
            inside = TICK if column == "what" else EDGE
            room = max(0, width - inside - 4)
            start = self.width() - left - inside - room if mirrored else left + inside
            shown = one_line(QFontMetricsF(font), titles[column], room)
            painter.drawText(QRectF(start, 0, room, HEIGHT - 1), align, shown)
            left += width

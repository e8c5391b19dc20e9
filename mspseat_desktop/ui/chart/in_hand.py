"""What is in hand: a small picture of it beside the pointer, and what a drop would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from mspseat_desktop.ui.chart.drops import NotHere
from mspseat_desktop.ui.chart.pixels import logical_rect

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.chart.drops import Drop
    from mspseat_desktop.ui.chart.frame import FramePainter
    from mspseat_desktop.ui.chart.load import Load
    from mspseat_desktop.ui.theme import Theme

OPACITY = 0.95
BESIDE = 18
"""How far right of the pointer and below it everything begins."""
CAPTION = 24
GAP = 12
EDGE = 4
STEP = 4


class InHand:
    """A load, painted beside the pointer; lengths in device pixels but for `area`."""

    def __init__(self, widget: QWidget, theme: Theme, *, frame: FramePainter, load: Load) -> None:
        self._widget, self._theme = widget, theme
        self.load = load
        self._ratio = widget.devicePixelRatioF()
        self._at = QPointF()
        self._font = QFont(theme.font(12, QFont.Weight.DemiBold))
        self._font.setPixelSize(round(12 * self._ratio))
        self._is_copy = False
        self.count = load.count
        self._picture = load.picture(frame, self._ratio)
        self._caption, self._role = "", "accent"
        self._caption_width = 0.0

    @property
    def caption(self) -> str:
        """What dropping it here would do; empty where it would do nothing."""
        return self._caption

    @property
    def area(self) -> QRect:
        """All that is painted, in device-independent pixels of the widget."""
        room = (CAPTION + 4) * self._ratio
        everything = self.picture_rect().united(self.caption_rect())
        return logical_rect(everything.adjusted(-room, -room, room, room), self._ratio)

    def carry(self, at: QPointF) -> None:
        """Take it to a point of the widget, in device-independent pixels."""
        self._at = at

    def say(self, drop: Drop) -> None:
        """Take over what dropping it would do."""
        self._is_copy = self.load.is_copy
        self._role = "no" if isinstance(drop, NotHere) else "accent"
        room = self._widget.width() * self._ratio - 2 * EDGE - 20 * self._ratio
        metrics = QFontMetricsF(self._font)
        words = self.load.words(drop)
        self._caption = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._caption_width = metrics.horizontalAdvance(self._caption) + 20 * self._ratio

    @property
    def is_out_of_date(self) -> bool:
        """Whether the key was pressed or let go since, with which a copy is dropped."""
        return self._is_copy != self.load.is_copy

    def caption_rect(self) -> QRectF:
        """Return where the words stand; nowhere when there are none."""
        if not self._caption:
            return QRectF()
        return self._beside(QSizeF(self._caption_width, CAPTION * self._ratio), 0)

    def picture_rect(self) -> QRectF:
        """Return where the picture is."""
        return self._beside(QSizeF(self._picture.size()), (CAPTION + GAP) * self._ratio)

    def paint(self, painter: QPainter) -> None:
        """Paint the picture, the cards behind it, how many they are, and the words."""
        ratio, rect = self._ratio, self.picture_rect()
        painter.setOpacity(OPACITY)
        if self.count:
            for step in (2, 1):
                behind = rect.adjusted(2, 2, -2, -2).translated(STEP * step * ratio, 0)
                painter.setPen(QPen(self._theme.color("line_strong"), ratio))
                painter.setBrush(self._theme.color("surface"))
                painter.drawRoundedRect(behind.translated(0, STEP * step * ratio), 8, 8)
        painter.drawPixmap(rect.topLeft().toPoint(), self._picture)
        painter.setOpacity(1)
        if self.count:
            self._paint_words(painter, self.count, self._count_rect(rect), "accent")
        if self._caption:
            self._paint_words(painter, self._caption, self.caption_rect(), self._role)

    def _beside(self, size: QSizeF, below: float) -> QRectF:
        """Return a place right of the pointer and below it; above at the canvas's foot.

        It is as far right as the canvas has room, and never under the pointer.
        """
        ratio = self._ratio
        at = self._at * ratio
        wide, high = self._widget.width() * ratio, self._widget.height() * ratio
        whole = self._picture.height() + (CAPTION + GAP + BESIDE) * ratio
        left, top = at.x() + BESIDE * ratio, at.y() + BESIDE * ratio + below
        if at.y() + whole > high - EDGE:
            top = at.y() - BESIDE * ratio - below - size.height()
        left = max(EDGE, min(left, wide - EDGE - size.width()))
        return QRectF(QPointF(left, max(EDGE, top)).toPoint(), size)

    def _count_rect(self, rect: QRectF) -> QRectF:
        ratio = self._ratio
        wide = QFontMetricsF(self._font).horizontalAdvance(self.count) + 12 * ratio
        high = 20 * ratio
        return QRectF(rect.right() - wide / 2, rect.bottom() - high / 2, wide, high)

    def _paint_words(self, painter: QPainter, words: str, rect: QRectF, role: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        radius = min(6 * self._ratio, rect.height() / 2)
        painter.drawRoundedRect(rect, radius, radius)
        painter.setFont(self._font)
        painter.setPen(self._theme.color(f"on_{role}"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)

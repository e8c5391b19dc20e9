"""What is in hand: a small picture of it beside the pointer, and what a drop would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from mspseat_desktop.ui.chart.bars import THICKNESS
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
COUNT_HEIGHT = 20


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
        self._beyond = self._room_beyond()
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
        room = (self._widget.width() - THICKNESS) * self._ratio - 2 * EDGE - 20 * self._ratio
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
        size = QSizeF(self._caption_width, CAPTION * self._ratio)
        return self._beside(size, QSizeF(), 0)

    def picture_rect(self) -> QRectF:
        """Return where the picture is."""
        size = QSizeF(self._picture.size())
        return self._beside(size, self._beyond, (CAPTION + GAP) * self._ratio)

    def whole_rect(self) -> QRectF:
        """Return where the picture is with the cards behind it and how many they are."""
        beyond = self._beyond
        return self.picture_rect().adjusted(0, 0, beyond.width(), beyond.height())

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

    def _beside(self, size: QSizeF, beyond: QSizeF, below: float) -> QRectF:
        """Return a place right of the pointer and below it; above at the canvas's foot.

        Where the canvas has no room for the picture at the right, it is left of the pointer. Words
        go as far into the canvas as they need; nothing is ever under the pointer. `beyond` is what
        reaches further to the right and below.
        """
        ratio = self._ratio
        at, aside = self._at * ratio, BESIDE * ratio
        wide = (self._widget.width() - THICKNESS) * ratio - EDGE
        high = (self._widget.height() - THICKNESS) * ratio - EDGE
        room = QSizeF(self._picture.size()) + self._beyond
        left, top = at.x() + aside, at.y() + aside + below
        if left + room.width() > wide:
            left = at.x() - aside - size.width() - beyond.width()
        if at.y() + aside + (CAPTION + GAP) * ratio + room.height() > high:
            top = at.y() - aside - below - size.height() - beyond.height()
        left = max(EDGE, min(left, wide - size.width() - beyond.width()))
        return QRectF(QPointF(left, max(EDGE, top)).toPoint(), size)

    def _room_beyond(self) -> QSizeF:
        """Return how far the cards behind and their count reach beyond the picture."""
        if not self.count:
            return QSizeF()
        behind = 2 * STEP * self._ratio
        across = max(behind, self._count_width() / 2)
        return QSizeF(across, max(behind, COUNT_HEIGHT * self._ratio / 2))

    def _count_width(self) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(self.count) + 12 * self._ratio

    def _count_rect(self, rect: QRectF) -> QRectF:
        wide, high = self._count_width(), COUNT_HEIGHT * self._ratio
        return QRectF(rect.right() - wide / 2, rect.bottom() - high / 2, wide, high)

    def _paint_words(self, painter: QPainter, words: str, rect: QRectF, role: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        radius = min(6 * self._ratio, rect.height() / 2)
        painter.drawRoundedRect(rect, radius, radius)
        painter.setFont(self._font)
        painter.setPen(self._theme.color(f"on_{role}"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)

"""Says at the foot of a folded card how many seats it hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from mspseat_desktop.ui.formats import number_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.ui.theme import Theme

HIGH = 20
LEAST = 16
"""How high the sign is in device-independent pixels: at life size, and however far away."""
LOW = 4
HANGING = 0.35
"""A card less than so many signs high has its sign that share of it lower, clear of the title."""
TYPE = 0.62
"""The size of type as a share of that."""


def paint_fold_signs(
    painter: QPainter,
    cards: Iterable[tuple[QRect, int]],
    theme: Theme,
    *,
    scale: float,
    ratio: float,
) -> None:
    """Draw "+12" over the lower edge of each card; rectangles in device pixels."""
    high = _height(scale, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_font(theme, high))
    for card, hidden in cards:
        words = f"+{number_text(hidden)}"
        sign = fold_sign(card, hidden, theme, scale=scale, ratio=ratio)
        painter.setPen(QPen(theme.color("line_strong"), max(1.0, ratio)))
        painter.setBrush(theme.color("accent_soft"))
        painter.drawRoundedRect(sign, high / 2, high / 2)
        painter.setPen(theme.color("accent_text"))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def fold_sign(card: QRect, hidden: int, theme: Theme, *, scale: float, ratio: float) -> QRectF:
    """Return where the sign of a card is that hides so many seats, in device pixels."""
    high = _height(scale, ratio)
    wide = QFontMetricsF(_font(theme, high)).horizontalAdvance(f"+{number_text(hidden)}") + high
    below = HANGING * high if card.height() < LOW * high else 0.0
    middle = QPointF(card.center().x(), card.bottom() + below)
    return QRectF(middle - QPointF(wide / 2, high / 2), QSizeF(wide, high))


def _height(scale: float, ratio: float) -> float:
    return max(HIGH * scale, LEAST * ratio)


def _font(theme: Theme, high: float) -> QFont:
    font = QFont(theme.font(11, QFont.Weight.DemiBold))
    font.setPixelSize(max(1, round(high * TYPE)))
    return font

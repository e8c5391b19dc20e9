"""Lets what was not found step back, and what was found be seen from far away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from mspseat_desktop.ui.theme import Theme

VEIL = 168
"""How much of the canvas's colour lies over what steps back, of 255."""
MOST_MARKS = 400
"""So many found seats are marked one by one where cards are too small to be seen."""
SMALLEST_MARK = 5, 4
"""How large such a mark is at least, in device-independent pixels."""


def paint_veil(painter: QPainter, rects: Iterable[QRect], theme: Theme) -> None:
    """Let what is in these rectangles step back."""
    veil = theme.color("canvas").toRgb()
    veil.setAlpha(VEIL)
    for rect in rects:
        painter.fillRect(rect, veil)


def paint_marks(painter: QPainter, rects: Iterable[QRect], theme: Theme, *, ratio: float) -> None:
    """Mark small cards so that each can be seen, however small."""
    wide, high = (round(side * ratio) for side in SMALLEST_MARK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawRects(
        [QRect(r.left(), r.top(), max(wide, r.width()), max(high, r.height())) for r in rects]
    )

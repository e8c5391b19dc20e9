"""Out from under what lies over the canvas: a seat that has the keyboard is to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

if TYPE_CHECKING:
    from collections.abc import Sequence

BESIDE = 8
"""Pixels between a card that was moved out and what it lay under."""


def way_out(card: QRect, lids: Sequence[QRect], room: QRect) -> QPoint:
    """Return the shortest move that brings a card out from under all lids and keeps it in the room.

    No move at all where it is free already, or where there is no such place beside a lid.
    """
    over = [lid for lid in lids if lid.intersects(card)]
    moves = [move for lid in over for move in _beside(card, lid)]
    free = [
        move
        for move in moves
        if room.contains(card.translated(move))
        and not any(lid.intersects(card.translated(move)) for lid in lids)
    ]
    return min(free, key=QPoint.manhattanLength, default=QPoint())


def _beside(card: QRect, lid: QRect) -> tuple[QPoint, ...]:
    return (
        QPoint(lid.left() - BESIDE - card.right(), 0),
        QPoint(lid.right() + BESIDE - card.left(), 0),
        QPoint(0, lid.top() - BESIDE - card.bottom()),
        QPoint(0, lid.bottom() + BESIDE - card.top()),
    )

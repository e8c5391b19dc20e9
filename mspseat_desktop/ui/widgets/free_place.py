"""Where in a widget there is room for something that must cover nothing which lies there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize

BESIDE = 8
"""Pixels between what is placed and what it must not cover."""


def free_place(size: QSize, room: QRect, lids: Sequence[QRect]) -> QPoint:
    """Return the left top corner for a size: in the middle of the foot as long as it is free there.

    Else it is the lowest place above or beside the lids, as near to the middle of the width as it
    can be, and the foot again where there is no place at all.
    """
    foot = room.bottom() + 1 - size.height()
    above = sorted((lid.top() - BESIDE - size.height() for lid in lids), reverse=True)
    for top in (foot, *(top for top in above if room.top() <= top < foot), room.top()):
        line = QRect(room.left(), top, room.width(), size.height())
        left = _free_left(size.width(), line, [lid for lid in lids if _grown(lid).intersects(line)])
        if left is not None:
            return QPoint(left, top)
    return QPoint(_middle(size.width(), room), foot)


def _free_left(width: int, line: QRect, lids: Sequence[QRect]) -> int | None:
    """Return where something so wide begins on a line between the lids; None where it is not."""
    middle = _middle(width, line)
    edges = [_grown(lid) for lid in lids]
    lefts = [middle, *(e.right() + 1 for e in edges), *(e.left() - width for e in edges)]
    free = [
        left
        for left in lefts
        if line.left() <= left <= line.right() + 1 - width
        and not any(edge.left() < left + width and left <= edge.right() for edge in edges)
    ]
    return min(free, key=lambda left: abs(left - middle), default=None)


def _grown(lid: QRect) -> QRect:
    return lid.adjusted(-BESIDE, 0, BESIDE, 0)


def _middle(width: int, room: QRect) -> int:
    return room.left() + (room.width() - width) // 2

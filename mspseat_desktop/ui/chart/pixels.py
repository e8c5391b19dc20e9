"""What has to be painted, in device pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QRegion


def parts(region: QRegion) -> list[QRect]:
    """Return the rectangles that make up a region."""
    rects: list[QRect] = list(region)  # type: ignore[call-overload]  # PySide6's stubs lag
    return rects


def device_rect(rect: QRect, ratio: float) -> QRect:
    """Return the device pixels that a rectangle touches."""
    if ratio == 1:
        return rect
    left, top = int(rect.left() * ratio), int(rect.top() * ratio)
    right = -int(-(rect.left() + rect.width()) * ratio // 1)
    bottom = -int(-(rect.top() + rect.height()) * ratio // 1)
    return QRect(left, top, right - left, bottom - top)


def logical_rect(rect: QRect | QRectF, ratio: float) -> QRect:
    """Return the device-independent pixels that hold a rectangle of device pixels."""
    return QRectF(
        rect.left() / ratio, rect.top() / ratio, rect.width() / ratio, rect.height() / ratio
    ).toAlignedRect()

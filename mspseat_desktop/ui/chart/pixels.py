"""What has to be painted, in device pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QRegion

    from mspseat_desktop.ui.chart.camera import Camera

SMALL = 20_000
"""A box of so few pixels is looked at as a whole."""
DENSE = 0.6


def parts(region: QRegion) -> list[QRect]:
    """Return the rectangles that make up a region, those that continue each other as one."""
    rects: list[QRect] = list(region)  # type: ignore[call-overload]  # PySide6's stubs lag
    joined: list[QRect] = []
    for rect in rects:
        for number, above in enumerate(joined):
            same_width = above.left() == rect.left() and above.right() == rect.right()
            if same_width and above.bottom() + 1 == rect.top():
                joined[number] = above.united(rect)
                break
        else:
            joined.append(rect)
    return joined


def box_of(rects: list[QRect]) -> QRect:
    """Return the box around rectangles."""
    box = QRect()
    for rect in rects:
        box = box.united(rect)
    return box


def are_near(rects: list[QRect]) -> bool:
    """Whether the rectangles fill most of their box, or it is small anyway."""
    box = box_of(rects)
    room = box.width() * box.height()
    return room <= SMALL or sum(r.width() * r.height() for r in rects) >= DENSE * room


def tree_box(rect: QRect, camera: Camera, room: float) -> tuple[float, float, float, float]:
    """Return the part of the tree's plane under device pixels, and so far around it."""
    scale, left, top = camera.scale, rect.left() + camera.x, rect.top() + camera.y
    return (
        left / scale - room,
        top / scale - room,
        (left + rect.width()) / scale + room,
        (top + rect.height()) / scale + room,
    )


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

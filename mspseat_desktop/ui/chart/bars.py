"""Thin scroll bars along the canvas's edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from mspseat_desktop.layout.answers import Box
    from mspseat_desktop.ui.chart.sight import Sight
    from mspseat_desktop.ui.theme import Theme

THICKNESS = 10
THUMB = 6
SHORTEST = 32


class ScrollBar(QWidget):
    """Shows which part of the chart is in view, along one edge; dragging its thumb moves there.

    It paints its strip wholly, so that the canvas need not be painted again under it. Keyboard and
    wheel move the chart without it, so it takes no focus.
    """

    def __init__(
        self,
        theme: Theme,
        sight: Sight,
        *,
        bounds: Callable[[], Box],
        upright: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._sight, self._bounds = theme, sight, bounds
        self._upright = upright
        self._thumb = QRect()
        self._followed: tuple[float, float, float, float, int, bool] | None = None
        self._pressed: tuple[float, int] | None = None
        self._is_wanted = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        theme.changed.connect(self.update)
        sight.moved.connect(self.follow)

    def want(self, *, wanted: bool) -> None:
        """Be there whenever the chart goes on beyond the canvas, or never."""
        self._is_wanted = wanted
        self.follow()

    def follow(self) -> None:
        """Show where the view is; be gone when the whole chart is in view."""
        low, high, at, room = self._span()
        now = low, high, at, room, self.height() + self.width(), self._is_wanted
        if now == self._followed:
            return
        self._followed = now
        needed = self._is_wanted and (low < at or high > at + room)
        if needed != (not self.isHidden()):
            self.setVisible(needed)
        thumb = self._thumb_of(low, high, at, room) if needed else QRect()
        if thumb != self._thumb:
            self._thumb = thumb
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the strip and the thumb."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("canvas"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("faint" if self._pressed else "link"))
        painter.drawRoundedRect(QRectF(self._thumb), THUMB / 2, THUMB / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the thumb, or bring it to the pointer first."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._along(event)
        thumb = self._thumb
        start, end = (
            (thumb.top(), thumb.bottom()) if self._upright else (thumb.left(), thumb.right())
        )
        if not start <= at <= end:
            self._go((at - (start + end) / 2) * self._pixels_per_pixel())
        camera = self._sight.camera
        self._pressed = at, camera.y if self._upright else camera.x
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the view follow the thumb."""
        if self._pressed is None:
            return
        at, corner = self._pressed
        camera = self._sight.camera
        way = (self._along(event) - at) * self._pixels_per_pixel() * camera.ratio
        if self._upright:
            self._sight.pan_to(camera.x, corner + round(way))
        else:
            self._sight.pan_to(corner + round(way), camera.y)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the thumb."""
        self._pressed = None
        self.update()

    def _along(self, event: QMouseEvent) -> float:
        return event.position().y() if self._upright else event.position().x()

    def _go(self, pixels: float) -> None:
        self._sight.pan(0 if self._upright else pixels, pixels if self._upright else 0)

    def _span(self) -> tuple[float, float, float, float]:
        """Return the chart's start and end, the view's start and length, in canvas pixels."""
        camera, box = self._sight.camera, self._bounds()
        if self._upright:
            low, high, at, room = box[1], box[3], camera.y, camera.height
        else:
            low, high, at, room = box[0], box[2], camera.x, camera.width
        return low * camera.zoom, high * camera.zoom, at / camera.ratio, room

    def _pixels_per_pixel(self) -> float:
        """Return how far the view moves for one pixel of the thumb."""
        low, high, at, room = self._span()
        track = (self.height() if self._upright else self.width()) or 1
        thumb = self._thumb.height() if self._upright else self._thumb.width()
        whole = max(high, at + room) - min(low, at)
        return (whole - room) / max(1, track - thumb)

    def _thumb_of(self, low: float, high: float, at: float, room: float) -> QRect:
        track = self.height() if self._upright else self.width()
        start, end = min(low, at), max(high, at + room)
        length = max(SHORTEST, round(track * room / (end - start)))
        free = max(1.0, end - start - room)
        place = round((track - length) * (at - start) / free)
        aside = (THICKNESS - THUMB) // 2
        if self._upright:
            return QRect(aside, place, THUMB, length)
        return QRect(place, aside, length, THUMB)

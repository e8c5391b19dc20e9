"""What lies over the cards: selection ring, drop indicator, the carried branch, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from mspseat_desktop.ui.chart.drops import Between, Drop, NotHere, Onto
from mspseat_desktop.ui.chart.pixels import logical_rect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.records import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.frame import FramePainter
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.theme import Theme

RING_GAP = 2
RING = 2
GHOST_OPACITY = 0.72
DIMMED = 150
GHOST_WIDTH = 224
FLASH_MS = 1400
MANY = 999


class Overlay(QObject):
    """Keeps and paints the passing signs of the chart."""

    def __init__(
        self,
        widget: QWidget,
        bridge: Bridge,
        *,
        theme: Theme,
        scene: ChartScene,
        frame: FramePainter,
    ) -> None:
        super().__init__(widget)
        self._widget, self._bridge, self._theme = widget, bridge, theme
        self._scene, self._frame = scene, frame
        self.drop: Drop = None
        self._lifted: SeatId | None = None
        self._at = QPointF()
        self._hold = QPointF()
        self._count = ""
        self._ghost: QPixmap | None = None
        self._flashed: set[SeatId] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(self._end_flash)

    def lift(self, seat: SeatId, at: QPointF) -> None:
        """Take a branch in hand at a point of its card."""
        card = self._frame.card_rect(seat)
        ratio = self._ratio
        self._lifted, self._at, self._ghost = seat, at, None
        self._hold = at * ratio - QPointF(card.topLeft())
        below = len(self._scene.client.branch(seat)) - 1
        self._count = "" if not below else f"+{below}" if below <= MANY else f"+{MANY}…"
        self._widget.update()

    def carry(self, at: QPointF, drop: Drop) -> None:
        """Show the branch in hand at a point, and what dropping it there would do."""
        before = self._moving_area()
        self._at = at
        # The frame and line of a drop lie somewhere else than the ghost.
        if drop != self.drop:
            self.drop = drop
            self._widget.update()
            return
        self._widget.update(before.united(self._moving_area()))

    def put_down(self) -> None:
        """Let go of the branch in hand."""
        self._lifted, self.drop = None, None
        self._widget.unsetCursor()
        self._widget.update()

    def set_cursor(self, shape: Qt.CursorShape) -> None:
        """Show by the cursor whether the branch can be dropped."""
        if self._widget.cursor().shape() != shape:
            self._widget.setCursor(shape)

    def flash(self, seats: Iterable[SeatId]) -> None:
        """Mark the seats that an undo or redo has changed, for a moment."""
        self._flashed = set(seats)
        self._timer.start()
        self._widget.update()

    @property
    def flashed(self) -> set[SeatId]:
        """The seats that are marked."""
        return set(self._flashed)

    def end_flash(self) -> None:
        """Take the marks away."""
        if self._flashed:
            self._timer.stop()
            self._end_flash()

    def ring_area(self, seat: SeatId) -> QRect:
        """Return the device-independent pixels of a seat's card with its ring."""
        return logical_rect(self._grown(self._frame.card_rect(seat), 3), self._ratio)

    def paint(self, painter: QPainter, *, focused: bool) -> None:
        """Paint everything, in device pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for seat in self._flashed:
            if seat in self._scene:
                self._ring(painter, seat, "partly", solid=False)
        selected = self._bridge.selection
        if selected is not None and selected in self._scene:
            self._ring(painter, selected, "accent", solid=focused)
        if self._lifted is not None and self._lifted in self._scene:
            self._dim(painter, self._lifted)
            if isinstance(self.drop, Onto):
                self._frame_parent(painter, self.drop.parent)
            self._paint_ghost(painter, self._lifted)
            if isinstance(self.drop, Between):
                self._mark_place(painter, self.drop)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    @property
    def _ratio(self) -> float:
        return self._widget.devicePixelRatioF()

    def _grown(self, rect: QRect, more: float) -> QRectF:
        room = (RING_GAP + RING + more) * self._ratio
        return QRectF(rect).adjusted(-room, -room, room, room)

    def _ring(self, painter: QPainter, seat: SeatId, role: str, *, solid: bool) -> None:
        """Draw a ring around a card; a thinner one while the keyboard is elsewhere."""
        ratio = self._ratio
        rect = self._frame.card_rect(seat)
        width = RING * ratio if solid else 1.25 * ratio
        room = RING_GAP * ratio + width / 2
        around = QRectF(rect).adjusted(-room, -room, room, room)
        radius = 12 * rect.width() / GHOST_WIDTH + room
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color(role), width))
        painter.drawRoundedRect(around, radius, radius)

    def _dim(self, painter: QPainter, seat: SeatId) -> None:
        """Let the card in hand look left behind where it stood."""
        veil = self._theme.color("canvas").toRgb()
        veil.setAlpha(DIMMED)
        painter.fillRect(self._frame.card_rect(seat), veil)

    def _frame_parent(self, painter: QPainter, parent: SeatId) -> None:
        rect = self._frame.card_rect(parent)
        fill = self._theme.color("accent").toRgb()
        fill.setAlpha(28)
        painter.setBrush(fill)
        painter.setPen(QPen(self._theme.color("accent"), 2.5 * self._ratio))
        radius = 12 * rect.width() / GHOST_WIDTH
        painter.drawRoundedRect(QRectF(rect), radius, radius)

    def _mark_place(self, painter: QPainter, drop: Between) -> None:
        """Draw the line between two siblings, over the card in hand that would hide it."""
        ratio, camera, place = self._ratio, self._frame.camera, drop.place
        x, top = camera.to_device(place.x, place.top)
        bottom = camera.to_device(0, place.bottom)[1]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        width, dot = 3 * ratio, 4 * ratio
        line = QRectF(x - width / 2, top, width, bottom - top)
        painter.drawRoundedRect(line, width / 2, width / 2)
        painter.drawEllipse(QPointF(x, top), dot, dot)

    def _ghost_rect(self) -> QRectF:
        if self._lifted is None or self._lifted not in self._scene:
            return QRectF()
        rect = QRectF(self._frame.card_rect(self._lifted))
        rect.moveTopLeft(self._at * self._ratio - self._hold)
        return rect

    def _paint_ghost(self, painter: QPainter, seat: SeatId) -> None:
        ratio = self._ratio
        rect = self._ghost_rect()
        painter.setOpacity(GHOST_OPACITY)
        if self._count:
            for step in (2, 1):
                behind = rect.translated(5 * step * ratio, 5 * step * ratio)
                painter.setPen(QPen(self._theme.color("line_strong"), ratio))
                painter.setBrush(self._theme.color("surface"))
                painter.drawRoundedRect(behind, 12 * ratio, 12 * ratio)
        margin = self._frame.margin
        if self._ghost is None:
            self._ghost = self._frame.bare_picture(seat)
        painter.drawPixmap(rect.toRect().topLeft() - QPoint(margin, margin), self._ghost)
        painter.setOpacity(1)
        if self._count:
            self._tag(painter, self._count, rect.topRight() + QPointF(-18, -10) * ratio, "accent")
        if isinstance(self.drop, NotHere):
            below = self._at * ratio + QPointF(14, 20) * ratio
            self._tag(painter, self.drop.reason, below, "no")

    def _tag(self, painter: QPainter, words: str, at: QPointF, role: str) -> None:
        """Draw a few words on a filled shape that stays inside the canvas."""
        ratio = self._ratio
        font = QFont(self._theme.font(12, QFont.Weight.DemiBold))
        font.setPixelSize(round(12 * ratio))
        width = QFontMetricsF(font).horizontalAdvance(words) + 16 * ratio
        height = 24 * ratio
        left = max(4.0, min(at.x(), self._widget.width() * ratio - width - 4))
        top = max(4.0, min(at.y(), self._widget.height() * ratio - height - 4))
        rect = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        painter.drawRoundedRect(rect, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(self._theme.color(f"on_{role}"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)

    def _moving_area(self) -> QRect:
        """Return the device-independent pixels of all that moves with the pointer."""
        if isinstance(self.drop, NotHere):
            return self._widget.rect()
        return logical_rect(self._ghost_rect().adjusted(-30, -30, 60, 30), self._ratio)

    def _end_flash(self) -> None:
        self._flashed.clear()
        self._widget.update()

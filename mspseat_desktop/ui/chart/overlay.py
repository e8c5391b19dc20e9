"""What lies over the cards: selection ring, drop indicator, the carried branch, what changed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QRegion

from mspseat_desktop.ui.chart.drops import Between, Drop, Onto
from mspseat_desktop.ui.chart.in_hand import InHand
from mspseat_desktop.ui.chart.painter import TITLE_FROM
from mspseat_desktop.ui.chart.pixels import logical_rect
from mspseat_desktop.ui.chart.second_lines import area_of, draw_label, draw_second_lines
from mspseat_desktop.ui.clipboard.cut import Cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.frame import FramePainter
    from mspseat_desktop.ui.chart.load import Load
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.theme import Theme

RING_GAP = 2
RING = 2
DIMMED = 150
RADIUS = 12 / 224
"""How round a card's corners are, as a share of its width."""
FLASH_MS = 1400


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
        self.in_hand: InHand | None = None
        self.let_go: tuple[SeatId, QPoint] | None = None
        """The seat that is being dropped, and the device pixel where its picture was in hand."""
        self._ground_at = QPoint()
        self.band: QRect | None = None
        self._cut = Cut.of(bridge)
        self._cut.changed.connect(widget.update)
        self.marked: SeatId | None = None
        """The seat at which somebody is who looks through what was found."""
        self._flashed: set[SeatId] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(self._end_flash)

    def lift(self, load: Load, at: QPointF) -> None:
        """Take a load in hand at a point of the canvas."""
        self.in_hand = InHand(self._widget, self._theme, frame=self._frame, load=load)
        self.in_hand.carry(at)
        self._way_scrolled()
        self._widget.update()

    def carry(self, at: QPointF, drop: Drop) -> None:
        """Show the load in hand at a point, and what dropping it there would do."""
        hand = self.in_hand
        if hand is None:
            return
        before, went = hand.area, self._way_scrolled()
        hand.carry(at)
        # The frame and line of a drop lie somewhere else than what is in hand.
        if drop != self.drop or hand.is_out_of_date:
            self.drop = drop
            hand.say(drop)
            self._widget.update()
            return
        self._widget.update(before.united(hand.area))
        if not went.isNull():
            self._widget.update(before.translated(went))  # a scroll took its pixels along

    def _way_scrolled(self) -> QPoint:
        """Return how far the ground has moved since this was asked last, in whole pixels."""
        camera, before = self._frame.camera, self._ground_at
        self._ground_at = now = QPoint(camera.x, camera.y)
        return (before - now) / self._ratio

    @contextmanager
    def letting_go(self) -> Iterator[None]:
        """Let go of what is in hand; who hears of a branch meanwhile is told where it was."""
        hand = self.in_hand
        if hand is not None and hand.load.seats and not hand.load.is_copy:
            self.let_go = hand.load.seats[0], hand.picture_rect().topLeft().toPoint()
        self.put_down()
        try:
            yield
        finally:
            self.let_go = None

    def put_down(self) -> None:
        """Let go of what is in hand."""
        self.in_hand, self.drop = None, None
        self._widget.unsetCursor()
        self._widget.update()

    def set_cursor(self, shape: Qt.CursorShape) -> None:
        """Show by the cursor whether it can be dropped."""
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
        """Return the device-independent pixels of a seat's card with its ring and second lines."""
        area = self._grown(self._frame.card_rect(seat), 3)
        if lines := self._frame.second_lines.of(seat):
            area = area.united(QRectF(area_of(lines, self._frame.camera)))
        return logical_rect(area, self._ratio)

    def gliding_at(self, at: QPointF) -> SeatId | None:
        """Return the seat whose card is on its way under a point at this moment."""
        glide, frame = self._frame.glide, self._frame
        if glide is None:
            return None
        spot = (at * self._ratio).toPoint()
        over = [seat for seat, *__ in glide.seen().cards if frame.card_rect(seat).contains(spot)]
        return over[-1] if over else None  # the last one is painted over the others

    def folded_at(self, at: QPointF) -> SeatId | None:
        """Return the folded seat whose sign is seen at a point of the canvas."""
        return self._frame.folded_at(at * self._ratio)

    def selected_area(self) -> QRect:
        """Return the pixels of the selected card, none without one in the chart."""
        seat = self._bridge.selection
        return self.ring_area(seat) if seat is not None and seat in self._scene else QRect()

    def paint(self, painter: QPainter, *, focused: bool) -> None:
        """Paint everything, in device pixels."""
        selected = self._bridge.selection
        if selected is None and self.is_bare:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for seat in self._in_view(self._cut.branches):
            self._dim(painter, seat)
            self._ring(painter, seat, "muted", solid=False, style=Qt.PenStyle.DashLine)
        for seat in self._flashed:
            if seat in self._scene:
                self._ring(painter, seat, "partly", solid=False)
        if self.marked is not None and self.marked != selected and self.marked in self._scene:
            self._ring(painter, self.marked, "partly", solid=True)
        if selected is not None and selected in self._scene:
            self._second_lines(painter, selected)
            self._ring(painter, selected, "accent", solid=focused)
            self._frame.paint_folds(painter, [selected])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for seat in self._in_view(frozenset(self._bridge.chosen[1:])):
            self._ring(painter, seat, "accent", solid=False)
        if self.band is not None:
            self._paint_band(painter, self.band)
        if self.in_hand is not None:
            self._paint_drag(painter, self.in_hand)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    @property
    def is_bare(self) -> bool:
        """Whether nothing lies over the cards but what marks the selected one."""
        passing = self._cut.branches, self._flashed, self.marked, self.band, self.in_hand
        return not any(passing)

    def _paint_drag(self, painter: QPainter, hand: InHand) -> None:
        """Paint what is in hand, where it would go, and that it would leave its place."""
        for seat in hand.load.seats:
            if seat in self._scene:
                self._dim(painter, seat)
        if isinstance(self.drop, Onto):
            self._frame_parent(painter, self.drop.parent)
        if isinstance(self.drop, Between):
            self._mark_place(painter, self.drop)
        hand.paint(painter)

    def _second_lines(self, painter: QPainter, seat: SeatId) -> None:
        """Let the second lines of the selected seat stand out, with what they are about."""
        kept, camera = self._frame.second_lines, self._frame.camera
        for line in kept.of(seat):
            painter.save()
            beside = QRegion(area_of([line], camera))
            for each in kept.crossed(line):
                beside = beside.subtracted(QRegion(self._frame.card_rect(each)))
            painter.setClipRegion(beside, Qt.ClipOperation.IntersectClip)
            draw_second_lines(painter, [line], camera, self._theme, role="accent")
            painter.restore()
            if camera.zoom >= TITLE_FROM and (at := kept.label_place(line, seat)):
                draw_label(painter, line, at, camera, self._theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def stretch(self, band: QRect | None) -> None:
        """Show a band around seats to choose, in device-independent pixels, or none."""
        self.band = band
        self._widget.update()

    def _in_view(self, seats: frozenset[SeatId]) -> Iterator[SeatId]:
        """Yield those of the seats whose cards are in view."""
        if seats:
            for seat, *_place in self._scene.tree.visible(*self._frame.camera.shown()).cards:
                if seat in seats:
                    yield seat

    def _paint_band(self, painter: QPainter, band: QRect) -> None:
        ratio = self._ratio
        rect = QRectF(QPointF(band.topLeft()) * ratio, QSizeF(band.size()) * ratio)
        fill = self._theme.color("accent").toRgb()
        fill.setAlpha(28)
        painter.setBrush(fill)
        painter.setPen(QPen(self._theme.color("accent"), ratio, Qt.PenStyle.DashLine))
        painter.drawRect(rect)

    @property
    def _ratio(self) -> float:
        return self._widget.devicePixelRatioF()

    def _grown(self, rect: QRect, more: float) -> QRectF:
        room = (RING_GAP + RING + more) * self._ratio
        return QRectF(rect).adjusted(-room, -room, room, room)

    def _ring(
        self,
        painter: QPainter,
        seat: SeatId,
        role: str,
        *,
        solid: bool,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        """Draw a ring around a card; a thinner one while the keyboard is elsewhere."""
        ratio = self._ratio
        rect = self._frame.card_rect(seat)
        width = RING * ratio if solid else 1.25 * ratio
        room = RING_GAP * ratio + width / 2
        around = QRectF(rect).adjusted(-room, -room, room, room)
        radius = RADIUS * rect.width() + room
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color(role), width, style))
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
        radius = RADIUS * rect.width()
        painter.drawRoundedRect(QRectF(rect), radius, radius)

    def _mark_place(self, painter: QPainter, drop: Between) -> None:
        """Draw the line between two siblings where the branch would go, upright or lying."""
        ratio, camera, place = self._ratio, self._frame.camera, drop.place
        x, top = camera.to_device(place.x, place.top)
        bottom = camera.to_device(0, place.bottom)[1]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        width, dot = 3 * ratio, 4 * ratio
        line = QRectF(x - width / 2, top, width, bottom - top)
        if place.wide:
            right = camera.to_device(place.x + place.wide, 0)[0]
            line = QRectF(x, top - width / 2, right - x, width)
        painter.drawRoundedRect(line, width / 2, width / 2)
        painter.drawEllipse(QPointF(x, top), dot, dot)

    def _end_flash(self) -> None:
        self._flashed.clear()
        self._widget.update()

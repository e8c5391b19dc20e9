"""Dragging a branch in the outline, and from the outline onto the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.drop_several import edit_of_drop, seats_in_hand
from mspseat_desktop.ui.chart.drops import Between, NotHere, Onto, drop_words
from mspseat_desktop.ui.outline.places import Landing, landing_at
from mspseat_desktop.ui.outline.row_painter import ROW

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.gestures.move_branch import MoveBranch
    from mspseat_desktop.ui.outline.chart_target import ChartTarget
    from mspseat_desktop.ui.outline.tree import OutlineTree
    from mspseat_desktop.ui.theme import Theme

OPEN_MS = 700
"""Over a folded seat so long, until it opens."""
TICK_MS = 30
SCROLL_EDGE = 26
LINE = 16
BESIDE = 14
"""How far below the pointer the words stand."""
MANY = 999
LONGEST = 60


class OutlineDrag(QObject):
    """Branches in hand: shows where they would go, and puts them there as one edit.

    Those of all chosen seats come along; with Ctrl they stay, and copies are dropped.
    """

    def __init__(self, tree: OutlineTree, bridge: Bridge, theme: Theme) -> None:
        super().__init__(tree)
        self._tree, self._bridge, self._theme = tree, bridge, theme
        self.chart: ChartTarget | None = None
        """The chart beside the list, if a branch may be carried over to it."""
        self._seats: tuple[SeatId, ...] = ()
        self._copies = False
        self._at = QPoint()
        self._landing: Landing | None = None
        self._on_chart: MoveBranch | None = None
        self._opening = self._timer(OPEN_MS, once=True)
        self._opening.timeout.connect(self._open)
        self._scrolling = self._timer(TICK_MS, once=False)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def is_on(self) -> bool:
        """Whether a branch is in hand."""
        return bool(self._seats)

    @property
    def caption(self) -> str:
        """What dropping the branch here would do; empty where it would do nothing."""
        if not self._seats or self._landing is None:
            return ""
        words = drop_words(self._bridge.client, self._seats[0], self._landing.drop)
        if self._copies and words and not isinstance(self._landing.drop, NotHere):
            return _("Copy: {what}").replace("{what}", words)
        return words

    def start(self, seat: SeatId, at: QPoint) -> None:
        """Take a branch in hand."""
        self._seats = seats_in_hand(self._bridge.client, seat, self._bridge.chosen)
        self.move(at)

    def move(self, at: QPoint, *, copies: bool = False) -> None:
        """Carry the branches to a point of the list's viewport, or beyond it."""
        if not self._seats:
            return
        self._at, self._copies = at, copies
        over = self._chart_point()
        if over is None:
            self._leave_chart()
            self._look()
        elif self._on_chart is not None:
            self._on_chart.move(over)
        elif self.chart is not None:
            self._on_chart = self.chart.lift(self._seats[0], over, copies=lambda: self._copies)
            self._leave_list()

    def release(self) -> None:
        """Drop the branch: one edit, or nothing where it can not stand."""
        seats, landing, on_chart = self._seats, self._landing, self._on_chart
        copy_with = self._bridge.new_id if self._copies else None
        over, self._on_chart = self._chart_point(), None
        self.cancel()
        if on_chart is not None:
            if over is None:
                on_chart.cancel()
            else:
                on_chart.release(over)
            return
        if landing is not None and isinstance(landing.drop, (Onto, Between)):
            client = self._bridge.client
            self._bridge.do(edit_of_drop(client, seats, landing.drop, copy_with=copy_with))

    def cancel(self) -> None:
        """Leave the branches where they were."""
        if not self._seats:
            return
        self._seats, self._landing = (), None
        self._opening.stop()
        self._scrolling.stop()
        self._leave_chart()
        self._tree.viewport().unsetCursor()
        self._tree.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Draw where the branch would go, and the words beside the pointer."""
        landing, theme = self._landing, self._theme
        if not self._seats or landing is None or self._on_chart is not None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._tree.row_rect(landing.row)
        if isinstance(landing.drop, Onto):
            fill = theme.color("accent").toRgb()
            fill.setAlpha(28)
            painter.setBrush(fill)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(row).adjusted(4, 1, -4, -1), 6, 6)
        if isinstance(landing.drop, Between):
            place = self._tree.place_of(landing.row, landing.depth)
            line = place.box(place.indent, -1.5, row.width() - place.indent - 8, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(line, 1.5, 1.5)
            painter.drawEllipse(place.box(place.indent - 4, -4, 8, 8))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        client, theme = self._bridge.client, self._theme
        below = sum(len(client.branch(seat)) for seat in self._seats) - 1
        count = "" if not below else f" +{below}" if below <= MANY else f" +{MANY}…"
        refused = self._landing is not None and isinstance(self._landing.drop, NotHere)
        words = self.caption or (client.seat(self._seats[0]).title.strip()[:LONGEST] + count)
        role = "no" if refused else "accent"
        font, view = theme.font(12, QFont.Weight.DemiBold), self._tree.viewport().rect()
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        widest = QRect(0, 0, view.width() - 28, 3 * LINE)
        room = QFontMetrics(font).boundingRect(widest, flags, words)
        wide, high = room.width() + 18, min(room.height(), widest.height()) + 8
        left = max(4, min(self._at.x() + 10, view.width() - wide - 4))
        top = self._at.y() + BESIDE
        if top + high > view.bottom() - 4:
            top = self._at.y() - BESIDE - high
        bubble = QRect(left, top, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(role))
        painter.drawRoundedRect(bubble, 6, 6)
        painter.setFont(font)
        painter.setPen(theme.color(f"on_{role}"))
        painter.drawText(bubble.adjusted(9, 4, -9, -4), flags, words)

    def _look(self) -> None:
        tree = self._tree
        if not self._seats or not tree.rows.seats:
            return
        spot = tree.spot_at(self._at)
        landing = landing_at(tree.rows, self._bridge.client, self._seats, spot)
        if landing != self._landing:
            self._opening.stop()
            if isinstance(landing.drop, Onto):
                self._opening.start()
        self._landing = landing
        refused = isinstance(landing.drop, NotHere)
        held = Qt.CursorShape.DragCopyCursor if self._copies else Qt.CursorShape.ClosedHandCursor
        shape = Qt.CursorShape.ForbiddenCursor if refused else held
        if tree.viewport().cursor().shape() != shape:
            tree.viewport().setCursor(shape)
        if self._speed():
            self._scrolling.start()
        else:
            self._scrolling.stop()
        tree.viewport().update()

    def _chart_point(self) -> QPointF | None:
        screen = self._tree.viewport().mapToGlobal(self._at)
        return self.chart.point(screen) if self.chart is not None else None

    def _leave_chart(self) -> None:
        if self._on_chart is not None:
            self._on_chart.cancel()
            self._on_chart = None

    def _leave_list(self) -> None:
        self._landing = None
        self._opening.stop()
        self._scrolling.stop()
        self._tree.viewport().update()

    def _open(self) -> None:
        """Open the folded seat that the branch has been held over."""
        landing, rows = self._landing, self._tree.rows
        if landing is not None and isinstance(landing.drop, Onto):
            rows.folding.fold([landing.drop.parent], folded=False)

    def _speed(self) -> int:
        view = self._tree.viewport().rect()
        if self._at.y() < SCROLL_EDGE:
            return -max(2, (SCROLL_EDGE - self._at.y()) // 2)
        if self._at.y() > view.bottom() - SCROLL_EDGE:
            return max(2, (self._at.y() - view.bottom() + SCROLL_EDGE) // 2)
        return 0

    def _scroll(self) -> None:
        bar = self._tree.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + min(ROW, max(-ROW, self._speed())))
        if bar.value() == before:
            self._scrolling.stop()
        else:
            self._look()

    def _timer(self, milliseconds: int, *, once: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(once)
        return timer

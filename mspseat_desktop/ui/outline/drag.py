"""Dragging in the outline, and from the outline onto the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from mspseat_desktop.ui.chart.drops import Between, NotHere, Onto
from mspseat_desktop.ui.chart.gestures.carry import OPEN_MS
from mspseat_desktop.ui.outline.places import Landing, landing_at
from mspseat_desktop.ui.outline.row_painter import ROW

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.gestures.carry import Carry
    from mspseat_desktop.ui.chart.load import Load
    from mspseat_desktop.ui.outline.chart_target import ChartTarget
    from mspseat_desktop.ui.outline.tree import OutlineTree
    from mspseat_desktop.ui.theme import Theme

TICK_MS = 30
SCROLL_EDGE = 26
LINE = 16
BESIDE = 14
"""How far below the pointer the words stand."""


class OutlineDrag(QObject):
    """A load in hand: shows where it would go, and puts it there as one edit.

    Over the chart beside the list it is the chart's own drag that goes on with it.
    """

    def __init__(self, tree: OutlineTree, bridge: Bridge, theme: Theme) -> None:
        super().__init__(tree)
        self._tree, self._bridge, self._theme = tree, bridge, theme
        self.chart: ChartTarget | None = None
        """The chart beside the list, if something may be carried over to it."""
        self._load: Load | None = None
        self._at = QPoint()
        self._landing: Landing | None = None
        self._on_chart: Carry | None = None
        self._opening = self._timer(OPEN_MS, once=True)
        self._opening.timeout.connect(self._open)
        self._scrolling = self._timer(TICK_MS, once=False)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def is_on(self) -> bool:
        """Whether anything is in hand."""
        return self._load is not None

    @property
    def is_over_seats(self) -> bool:
        """Whether list or chart show what is in hand."""
        return self._on_chart is not None or self._landing is not None

    @property
    def caption(self) -> str:
        """What dropping it here would do; empty where it would do nothing."""
        if self._load is None or self._landing is None:
            return ""
        return self._load.words(self._landing.drop)

    def start(self, load: Load, at: QPoint) -> None:
        """Take a load in hand."""
        self._load = load
        self.move(at)

    def move(self, at: QPoint) -> None:
        """Carry the load to a point of the list's viewport, or beyond it."""
        load = self._load
        if load is None:
            return
        self._at = at
        over = self._chart_point()
        if over is None:
            self._leave_chart()
            self._look()
            return
        if self.chart is not None:
            if self._on_chart is None:
                self._on_chart = self.chart.lift(load, over)
                self._leave_list()
            self._on_chart.move(over)
            self._wear(self.chart.cursor)

    def look_again(self) -> None:
        """See what lies under the pointer now that the list has been scrolled."""
        if self._landing is not None:
            self._look()

    def release(self) -> bool:
        """Drop the load: one edit, or nothing where it can not go; return whether it was done."""
        load, landing, on_chart = self._load, self._landing, self._on_chart
        over, self._on_chart = self._chart_point(), None
        self.cancel()
        if on_chart is not None and over is not None:
            return on_chart.release(over)
        if on_chart is not None:
            on_chart.cancel()
        if load is None or landing is None or not isinstance(landing.drop, (Onto, Between)):
            return False
        return load.put(landing.drop)

    def cancel(self) -> None:
        """Leave everything as it was."""
        if self._load is None:
            return
        self._load = None
        self._leave_chart()
        self._leave_list()
        self._tree.viewport().unsetCursor()

    def paint(self, painter: QPainter) -> None:
        """Draw where the load would go, and the words beside the pointer."""
        landing, theme = self._landing, self._theme
        if self._load is None or landing is None:
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
        role = "no" if isinstance(landing.drop, NotHere) else "accent"
        self._paint_words(painter, self.caption or self._load.name, role)

    def _paint_words(self, painter: QPainter, words: str, role: str) -> None:
        theme = self._theme
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
        tree, load = self._tree, self._load
        if load is None or not tree.rows.seats:
            return
        if not self._is_over_list():
            self._leave_list()
            return
        landing = landing_at(tree.rows, self._bridge.client, load, tree.spot_at(self._at))
        if landing != self._landing:
            self._opening.stop()
            if isinstance(landing.drop, Onto):
                self._opening.start()
        self._landing = landing
        held = Qt.CursorShape.DragCopyCursor if load.is_copy else Qt.CursorShape.ClosedHandCursor
        self._wear(Qt.CursorShape.ForbiddenCursor if isinstance(landing.drop, NotHere) else held)
        if self._speed():
            self._scrolling.start()
        else:
            self._scrolling.stop()
        tree.viewport().update()

    def _is_over_list(self) -> bool:
        """Whether the pointer is over the list, or above or below it, where the list scrolls."""
        view = self._tree.viewport()
        return self._tree.isVisible() and 0 <= self._at.x() < view.width()

    def _wear(self, shape: Qt.CursorShape) -> None:
        """Show by the cursor whether the load can be dropped; it is seen where it was lifted."""
        view = self._tree.viewport()
        if view.cursor().shape() != shape:
            view.setCursor(shape)

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
        """Open the folded seat over which the load has been held."""
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

    def _timer(self, milliseconds: int, *, once: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(once)
        return timer

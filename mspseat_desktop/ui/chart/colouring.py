"""Colours the cards of a chart by something, and keeps the legend in its corner true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.ui.chart.legend import ShadeLegend
from mspseat_desktop.ui.chart.shades import Shades

if TYPE_CHECKING:
    from mspseat_desktop.domain.shading import ColourBy
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.chart.view import ChartView
    from mspseat_desktop.ui.theme import Theme

COUNT_MS = 150
"""After the last edit, until the legend counts anew."""


class Colouring(QObject):
    """Lets the cards of one chart say into which group their seats fall."""

    def __init__(self, chart: ChartView, theme: Theme) -> None:
        super().__init__(chart)
        self._chart = chart
        bridge = chart.bridge
        self.shades = Shades(chart.scene)
        self.legend = ShadeLegend(theme, self.shades, chart)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_MS)
        self._counting.timeout.connect(self._count)
        chart.sight.head = self._head
        chart.sight.lids.append(self.legend)
        chart.sight.cleared.connect(self.legend.step_aside)
        chart.frame.shade = self.shades.chip
        bridge.changed.connect(self._hear)
        bridge.ratings_hidden_changed.connect(self._count)

    @property
    def by(self) -> ColourBy:
        """By what the cards are coloured; "kind" is as at first."""
        return self.shades.by

    def show(self, by: ColourBy) -> None:
        """Colour the cards by this."""
        self.shades.by = by
        self._chart.repaint_all()
        self._count()

    def _hear(self, news: News) -> None:
        if not self.shades.is_on:
            return
        if self.by == "function" and news.change.touched(Seat):  # a branch may have moved
            self._chart.repaint_all()
        self._counting.start()

    def _head(self) -> int:
        """Return how high the legend is where it would lie on cards as they are in view now."""
        if self.legend.isHidden():
            return 0
        size = self.legend.sizeHint()
        return size.height() if self._chart.zooming.has_cards(QRect(QPoint(), size)) else 0

    def _count(self) -> None:
        if self.legend.tell():
            self._place()
            self._chart.update()

    def _place(self) -> None:
        # Beside the top of the tree there are no cards in most charts.
        size = self.legend.sizeHint()
        self.legend.setGeometry(0, 0, size.width(), size.height())

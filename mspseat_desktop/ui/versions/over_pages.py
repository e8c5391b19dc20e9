"""What the view of a client has of the charts: the bar over its pages and the list beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.ui.versions.bar import ChartBar
from mspseat_desktop.ui.versions.comparing import Comparing
from mspseat_desktop.ui.versions.panel import DifferencePanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.view import ChartView
    from mspseat_desktop.ui.theme import Theme


class ChartsOverPages(QObject):
    """Empty and hidden while the current chart is shown.

    `stale` carries the Refused of something that was typed into a version: the fields show it.
    """

    stale = Signal(object)

    def __init__(
        self, bridge: Bridge, theme: Theme, chart: ChartView, pages: QStackedWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bridge, self._chart, self._pages = bridge, chart, pages
        self.comparing = Comparing(bridge, self)
        self.bar = ChartBar(theme, self.comparing, chart=bridge.charts.shown, parent=parent)
        self.panel = DifferencePanel(theme, self.comparing, parent)
        if not bridge.charts.shown.is_current:
            chart.show_ways(self.comparing.ways_of)
            self.comparing.changed.connect(chart.recount)
        pages.currentChanged.connect(self._leave_chart)
        bridge.charts_changed.connect(self._name_anew)
        if bridge.charts.shown.kind == "version":
            bridge.trouble.connect(self._hear_trouble)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The parts that are on show, to walk through by keyboard."""
        return tuple(part for part in (self.bar, self.panel) if part.isVisible())

    def compare(self, *, shown: bool) -> None:
        """Show the list of differences or hide it; the keyboard goes along."""
        self.bar.show_compared(shown=shown)
        if shown:
            self.panel.open()
        else:
            self.panel.hide()
            self._chart.setFocus()

    def _name_anew(self, _none: object) -> None:
        self.bar.show_chart(self._bridge.charts.shown)

    def _hear_trouble(self, problem: object) -> None:
        if isinstance(problem, Refused) and problem.code == "version-is-kept":
            self.stale.emit(problem)

    def _leave_chart(self) -> None:
        page = self._pages.currentWidget()
        if page is not None and not page.isAncestorOf(self._chart):
            self.panel.hide()
            self.bar.show_compared(shown=False)

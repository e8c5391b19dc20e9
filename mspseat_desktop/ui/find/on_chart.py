"""Shows on the chart what was found: it stays bright, the rest dims, one is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.ui.chart.keys import LEAVE

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.chart.view import ChartView
    from mspseat_desktop.ui.find.finder import Finder


class FoundOnChart(QObject):
    """Lives as long as the chart; Esc on the chart calls `leave`, which says if there was more.

    A branch in hand is let go of before.
    """

    def __init__(self, chart: ChartView, finder: Finder, *, leave: Callable[[], bool]) -> None:
        super().__init__(chart)
        self._chart, self._finder = chart, finder
        self._marked: SeatId | None = None
        self._shown: frozenset[SeatId] | None = None
        finder.changed.connect(self._show)
        chart.folding.changed.connect(self._follow_folds)
        chart.bind(LEAVE, leave)

    def _show(self) -> None:
        chart, current = self._chart, self._finder.current
        chart.frame.bright = self._shown = self._bright()
        shown = chart.overlay.marked = None if current is None else chart.scene.in_sight(current)
        if shown is not None and current != self._marked:
            chart.sight.reveal(chart.scene.tree.rect(shown))
        self._marked = current
        chart.update()

    def _follow_folds(self) -> None:
        """Let other cards be bright for what they hide now, unless a presentation dims them."""
        if self._shown is not None and self._chart.frame.bright is self._shown:
            self._show()

    def _bright(self) -> frozenset[SeatId] | None:
        """Return the cards that stay bright; a folded one does for what it hides."""
        bright, scene = self._finder.bright, self._chart.scene
        if bright is None or not scene.folded:
            return bright
        shown = {scene.in_sight(seat) for seat in bright}
        return frozenset(seat for seat in shown if seat is not None)

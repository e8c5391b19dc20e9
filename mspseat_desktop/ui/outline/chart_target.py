"""The chart as a place to drop a branch that was taken from the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF

from mspseat_desktop.ui.chart.gestures.move_branch import MoveBranch

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.chart.view import ChartView


class ChartTarget:
    """Knows which points of the screen lie over the chart, and takes branches in hand there."""

    def __init__(self, chart: ChartView) -> None:
        self._chart = chart

    def point(self, screen: QPoint) -> QPointF | None:
        """Return the point of the canvas, None beside it."""
        chart = self._chart
        at = chart.mapFromGlobal(screen)
        return QPointF(at) if chart.isVisible() and chart.rect().contains(at) else None

    def lift(self, seat: SeatId, at: QPointF, *, copies: Callable[[], bool]) -> MoveBranch | None:
        """Return the chart's own drag of a branch, None for a seat that does not stand there."""
        chart = self._chart
        if seat not in chart.scene:
            return None
        return MoveBranch(
            chart.bridge,
            chart.sight,
            scene=chart.scene,
            overlay=chart.overlay,
            seat=seat,
            at=at,
            copies=copies,
        )

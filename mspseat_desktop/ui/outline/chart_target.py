"""The chart as a place to drop what is carried over it, and what is carried on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt

from mspseat_desktop.ui.chart.gestures.carry import Carry

if TYPE_CHECKING:
    from mspseat_desktop.ui.chart.load import Load
    from mspseat_desktop.ui.chart.view import ChartView
    from mspseat_desktop.ui.outline.tree import OutlineTree


class ChartTarget:
    """Knows which points of the screen lie over the chart, and takes what is in hand there."""

    def __init__(self, chart: ChartView) -> None:
        self._chart = chart

    @property
    def cursor(self) -> Qt.CursorShape:
        """How the cursor looks over the chart."""
        return self._chart.cursor().shape()

    def point(self, screen: QPoint) -> QPointF | None:
        """Return the point of the canvas, None beside it."""
        chart = self._chart
        at = chart.mapFromGlobal(screen)
        return QPointF(at) if chart.isVisible() and chart.rect().contains(at) else None

    def lift(self, load: Load, at: QPointF) -> Carry:
        """Return the chart's own drag; what is pressed in the list is never folded away."""
        chart = self._chart
        return Carry(
            load,
            chart.sight,
            scene=chart.scene,
            overlay=chart.overlay,
            folding=chart.folding,
            at=at,
        )


class OverOutline:
    """A drag that began on the chart and goes on in the outline, which may lead it back."""

    def __init__(self, chart: ChartView, tree: OutlineTree, load: Load, at: QPointF) -> None:
        self._chart, self._tree = chart, tree
        tree.drag.start(load, self._point(at))

    def move(self, at: QPointF) -> OverOutline:
        """Carry the branches on; the button was pressed on the chart, so its cursor is shown."""
        view = self._tree.viewport()
        self._tree.drag.move(self._point(at))
        self._chart.setCursor(view.cursor().shape())
        return self

    def release(self, at: QPointF) -> None:
        """Drop the branches."""
        self._tree.drag.move(self._point(at))
        self._chart.unsetCursor()
        self._tree.drag.release()

    def cancel(self) -> None:
        """Leave the branches where they were."""
        self._chart.unsetCursor()
        self._tree.drag.cancel()

    def _point(self, at: QPointF) -> QPoint:
        return self._tree.viewport().mapFromGlobal(self._chart.mapToGlobal(at.toPoint()))


def lead_over(chart: ChartView, tree: OutlineTree) -> None:
    """Let drags lead from the outline over the chart, and from the chart over the outline."""
    tree.drag.chart = ChartTarget(chart)

    def onward(load: Load, at: QPointF) -> OverOutline | None:
        view = tree.viewport()
        point = view.mapFromGlobal(chart.mapToGlobal(at.toPoint()))
        is_over = tree.isVisible() and view.rect().contains(point)
        return OverOutline(chart, tree, load, at) if is_over else None

    chart.lead_on(onward)

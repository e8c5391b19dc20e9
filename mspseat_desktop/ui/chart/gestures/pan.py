"""Dragging the ground: the chart follows the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.chart.sight import Sight


class Pan:
    """Keeps the point of the chart that was pressed under the pointer."""

    def __init__(self, widget: QWidget, sight: Sight, at: QPointF) -> None:
        self._widget, self._sight = widget, sight
        self._start = at
        self._corner = sight.camera.x, sight.camera.y
        widget.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, at: QPointF) -> Pan:
        """Look at what lies so far from where the drag began."""
        way = (at - self._start) * self._sight.camera.ratio
        self._sight.pan_to(self._corner[0] - round(way.x()), self._corner[1] - round(way.y()))
        return self

    def release(self, at: QPointF) -> None:
        """Stay where the drag ended."""
        self.move(at)
        self._widget.unsetCursor()

    def cancel(self) -> None:
        """Go back to where the drag began."""
        self._sight.pan_to(*self._corner)
        self._widget.unsetCursor()

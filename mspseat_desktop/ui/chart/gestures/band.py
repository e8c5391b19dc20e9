"""Stretching a band over the chart: every card that it touches is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.overlay import Overlay
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.chart.sight import Sight


class Band:
    """Shows the band, and chooses what it touches when the button is let go."""

    def __init__(
        self, bridge: Bridge, sight: Sight, *, scene: ChartScene, overlay: Overlay, at: QPointF
    ) -> None:
        self._bridge, self._sight, self._scene, self._overlay = bridge, sight, scene, overlay
        self._start = sight.camera.to_tree(at.x(), at.y())

    def move(self, at: QPointF) -> Band:
        """Stretch the band to the pointer."""
        self._overlay.stretch(self._band(at))
        return self

    def release(self, at: QPointF) -> None:
        """Choose the seats under the band, from the top and the left; without any choose none."""
        band = self._band(at)
        self.cancel()
        to_tree = self._sight.camera.to_tree
        box = (*to_tree(band.left(), band.top()), *to_tree(band.right() + 1, band.bottom() + 1))
        cards = sorted(self._scene.tree.visible(*box).cards, key=lambda card: (card[2], card[1]))
        self._bridge.choose([seat for seat, *_place in cards])

    def cancel(self) -> None:
        """Choose nothing."""
        self._overlay.stretch(None)

    def _band(self, at: QPointF) -> QRect:
        """Return the band; it stays where it began when the chart is scrolled meanwhile."""
        start = QPointF(*self._sight.camera.to_canvas(*self._start))
        return QRect(start.toPoint(), at.toPoint()).normalized()

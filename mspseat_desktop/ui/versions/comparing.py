"""How the chart that is shown differs from the current one, looked at anew when the hands rest."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mspseat_desktop.domain.chart_difference import chart_difference
from mspseat_desktop.domain.charts import OF_A_CHART

if TYPE_CHECKING:
    from mspseat_desktop.domain.chart_difference import SeatDifference, Way
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge

REST_MS = 120
"""After the last edit, until the charts are compared again; longer where that takes its time."""
PATIENCE = 8
"""The rest is at least so many times what the last comparison took: 2 s for 10,000 seats."""


class Comparing(QObject):
    """Knows nothing of differences while the current chart is shown.

    `changed` carries the seats whose tags are others now.
    """

    changed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found: tuple[SeatDifference, ...] = ()
        self._ways: dict[SeatId, tuple[Way, ...]] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look)
        if not bridge.charts.shown.is_current:
            bridge.changed.connect(self._hear)
            self.look()

    @property
    def found(self) -> tuple[SeatDifference, ...]:
        """How the seats differ on the way from the current chart to the one that is shown."""
        return self._found

    @property
    def before(self) -> Client:
        """The client with its current chart."""
        return self._bridge.charts.current

    @property
    def after(self) -> Client:
        """The client with the chart that is shown."""
        return self._bridge.client

    def ways_of(self, seat: SeatId) -> tuple[Way, ...]:
        """Return how a seat differs, for its card."""
        return self._ways.get(seat, ())

    def look(self) -> None:
        """Compare now."""
        self._rest.stop()
        began = time.perf_counter()
        old, self._found = self._ways, chart_difference(self.before, self.after)
        took = 1000 * (time.perf_counter() - began)
        self._rest.setInterval(max(REST_MS, round(PATIENCE * took)))
        self._ways = {one.seat: one.ways for one in self._found}
        both = old.keys() | self._ways.keys()
        self.changed.emit({seat for seat in both if old.get(seat) != self._ways.get(seat)})

    def _hear(self, news: News) -> None:
        if any(touch.key[0] in OF_A_CHART for touch in news.change.touches):
            self._rest.start()

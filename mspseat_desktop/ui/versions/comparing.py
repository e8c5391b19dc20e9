"""How the chart that is shown differs from the current one, looked at anew when the hands rest."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mspseat_desktop.domain.chart_difference import compare
from mspseat_desktop.domain.charts import OF_A_CHART
from mspseat_desktop.wording.charts import count_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.chart_difference import SeatDifference, Way
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge

REST_MS = 120
"""After the last edit, until the charts are compared again."""
PORTION_MS = 6
"""How long the window waits for a portion; a chart of some hundred seats takes one."""


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
        self._rest.timeout.connect(self._begin)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._comparing: tuple[Iterator[None], list[SeatDifference]] | None = None
        if not bridge.charts.shown.is_current:
            bridge.changed.connect(self._hear)
            self._begin()

    @property
    def found(self) -> tuple[SeatDifference, ...]:
        """How the seats differ on the way from the current chart to the one that is shown."""
        return self._found

    @property
    def has_differences(self) -> bool:
        """Whether a seat differs, or how the charts are drawn."""
        return bool(self._found) or self.before.look != self.after.look

    def count_text(self) -> str:
        """Return in one sentence how much differs."""
        return count_text(self._found, self.before.look, self.after.look)

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
        """Compare now, to the end."""
        self._begin()
        while self._comparing is not None:
            self._go_on()

    def _begin(self) -> None:
        self._rest.stop()
        found: list[SeatDifference] = []
        self._comparing = compare(self.before, self.after, found), found
        self._go_on()

    def _go_on(self) -> None:
        if self._comparing is None:
            return
        portions, found = self._comparing
        until = time.perf_counter() + PORTION_MS / 1000
        for _portion in portions:
            if time.perf_counter() > until:
                self._next.start(0)
                return
        self._comparing = None
        self._next.stop()
        old, self._found = self._ways, tuple(found)
        self._ways = {one.seat: one.ways for one in self._found}
        both = old.keys() | self._ways.keys()
        self.changed.emit({seat for seat in both if old.get(seat) != self._ways.get(seat)})

    def _hear(self, news: News) -> None:
        if any(touch.key[0] in OF_A_CHART for touch in news.change.touches):
            self._comparing = None  # of charts as they are no longer
            self._next.stop()
            self._rest.start()

"""The seats of the open client in chart order, for every list that shows them so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mspseat_desktop.domain.chart_order import ChartOrder
from mspseat_desktop.ui.idle_work import IdleWork

if TYPE_CHECKING:
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge

OPENED_MS = 60
"""After a client was opened, until its seats are read one by one."""
FOLLOW_MS = 30
"""After an edit, until it is followed unless somebody asks before: the chart comes first."""


class SeatOrder(QObject):
    """`changed` is sent when seats stand elsewhere, came or went, and when all have been read."""

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._order = ChartOrder(bridge.client)
        self._news: list[News] = []
        self._reading = IdleWork(
            self, step=self._read_on, done=self.changed.emit, wait_ms=OPENED_MS
        )
        self._reading.begin()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FOLLOW_MS)
        self._soon.timeout.connect(self.catch_up)
        bridge.changed.connect(self._hear)
        bridge.chart_shown.connect(self._begin_anew)

    @classmethod
    def of(cls, bridge: Bridge) -> SeatOrder:
        """Return the order of the client that is open on the bridge."""
        known = bridge.findChild(cls)
        return known if isinstance(known, cls) else cls(bridge)

    @property
    def is_whole(self) -> bool:
        """Whether all seats have been read."""
        return self._order.is_whole

    @property
    def whole(self) -> ChartOrder:
        """All seats as they stand now; what was not read yet is read first."""
        self.catch_up()
        self._reading.finish()
        return self._order

    def catch_up(self) -> None:
        """Follow the edits that have not been followed yet."""
        self._soon.stop()
        news, self._news = self._news, []
        moves = [self._order.apply(each.client, each.change) for each in news]
        if any(moves):
            if not self._order.is_whole:
                self._reading.begin()
            self.changed.emit()

    def _read_on(self) -> bool:
        return self._order.read_on()

    def _begin_anew(self) -> None:
        """Read the seats of another chart of the client."""
        self._soon.stop()
        self._news.clear()
        self._order = ChartOrder(self._bridge.client)
        self._reading.begin()
        self.changed.emit()

    def _hear(self, news: News) -> None:
        self._news.append(news)
        self._soon.start()

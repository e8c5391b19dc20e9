"""Keeps the findings of the open client up to date while nobody does anything."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mspseat_desktop.ui.worth_a_look.watch import Watch

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge

REST_MS = 300
"""After the last edit, until its findings are looked for."""
DAY_CHECK_MS = 600_000
"""How often it is asked whether another day has come: dates pass while nobody edits."""
PORTION_MS = 3.0
PAUSE_MS = 5
"""How long a portion of the work may take, and the pause before the next: the user comes first."""


class Watcher(QObject):
    """Looks at the client after it was opened and after each edit, in portions.

    `changed` is sent when it has caught up, `seats_changed(set of SeatId)` before it when seats
    have another number of findings.
    """

    changed = Signal()
    seats_changed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.watch = Watch(bridge.client, bridge.on)
        self.has_looked = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._begin)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._work)
        self._daily = QTimer(self)
        self._daily.setInterval(DAY_CHECK_MS)
        self._daily.timeout.connect(self.look_at_the_day)
        self._daily.start()
        bridge.changed.connect(self._hear)
        bridge.ratings_hidden_changed.connect(self.changed)
        self._rest.start()

    @property
    def count(self) -> int:
        """How many things are worth a look, without what hidden ratings would say."""
        return self.watch.count(with_ratings=not self._bridge.ratings_hidden)

    def count_of(self, seat: SeatId) -> int:
        """Return how many of them belong to the seat."""
        return self.watch.count_of(seat, with_ratings=not self._bridge.ratings_hidden)

    def hurry(self) -> None:
        """Begin to catch up now instead of waiting until nobody edits."""
        self._rest.stop()
        self._work()

    def make_way(self) -> None:
        """Go on later: the user is moving the chart, and a frame must not wait for a portion."""
        if self.watch.is_behind:
            self._next.stop()
            self._rest.start()

    def finish(self) -> None:
        """Catch up at once."""
        self._rest.stop()
        self._next.stop()
        self.watch.work(lambda: False)
        self._tell()

    def look_at_the_day(self) -> None:
        """Look at everything anew when another day has come."""
        if self.watch.on != self._bridge.on:
            self._begin()

    def _hear(self, news: News) -> None:
        self.watch.hear(news.client, news.change)
        self._next.stop()
        self._rest.start()

    def _begin(self) -> None:
        if self.watch.on != self._bridge.on:
            self.watch.look_anew(self._bridge.on)
        self._work()

    def _work(self) -> None:
        until = time.perf_counter() + PORTION_MS / 1000
        self.watch.work(lambda: time.perf_counter() > until)
        if self.watch.is_behind:
            self._next.start(PAUSE_MS)
        else:
            self._tell()

    def _tell(self) -> None:
        self.has_looked = True
        seats, self.watch.seats_changed = self.watch.seats_changed, set()
        if seats:
            self.seats_changed.emit(seats)
        self.changed.emit()

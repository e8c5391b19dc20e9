"""What is looked for in the open client, which seats fit, and at which of them one is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.searching import SeatTexts, words_of
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.idle_work import IdleWork
from mspseat_desktop.ui.seat_order import SeatOrder

if TYPE_CHECKING:
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge

OPENED_MS = 20
"""After a client was opened, until its words are read one by one."""
AGAIN_MS = 150
"""After the last edit, until it is looked again for what was typed."""


class Finder(QObject):
    """Looks in titles, names, responsibilities and metrics of every seat.

    `changed` is sent for other words, other seats that fit, or another place among them.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._order = SeatOrder.of(bridge)
        self._texts = SeatTexts(bridge.client)
        self._typed = ""
        self._found: tuple[SeatId, ...] = ()
        self._bright: frozenset[SeatId] | None = None
        self._current: SeatId | None = None
        self._from: SeatId | None = None
        self._reading = IdleWork(self, step=self._read_on, done=self._look_again, wait_ms=OPENED_MS)
        self._reading.begin()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        bridge.changed.connect(self._hear)
        bridge.chart_shown.connect(self._begin_anew)

    @classmethod
    def of(cls, bridge: Bridge) -> Finder:
        """Return the finder of the client that is open on the bridge."""
        known = bridge.findChild(cls)
        return known if isinstance(known, cls) else cls(bridge)

    @property
    def typed(self) -> str:
        """What is looked for."""
        return self._typed

    @property
    def found(self) -> tuple[SeatId, ...]:
        """The seats that fit, in chart order."""
        return self._found

    @property
    def bright(self) -> frozenset[SeatId] | None:
        """The seats that fit; None while nothing is looked for."""
        return self._bright

    @property
    def current(self) -> SeatId | None:
        """At which of them one is."""
        return self._current

    @property
    def current_title(self) -> str:
        """Return the title of that seat, empty for none."""
        if self._current is None or not self._bridge.client.has(Seat, self._current):
            return ""
        return self._bridge.client.seat(self._current).title

    @property
    def place(self) -> int:
        """Return at which of them one is, 1 for the first, 0 for none."""
        return self._found.index(self._current) + 1 if self._current in self._found else 0

    def finish(self) -> None:
        """Read at once what was not read yet."""
        self._reading.finish()

    def look_for(self, typed: str) -> None:
        """Look for other words, beginning at the selected seat."""
        if typed != self._typed:
            self._typed = typed
            self._look()

    def clear(self) -> None:
        """Look for nothing any more."""
        self.look_for("")

    def step(self, way: int) -> SeatId | None:
        """Go to the next seat that fits, by -1 to the one before; round at the end.

        It goes on from the selected seat when somebody has selected another one since.
        """
        if not self._found:
            return None
        if self._bridge.selection == self._from and self._current is not None:
            at = self.place - 1 + way
        else:
            at = self._place_beside_selection(way)
        self._current = self._found[at % len(self._found)]
        self._from = self._current
        self.changed.emit()
        return self._current

    def go(self) -> SeatId | None:
        """Return the seat that one is at, which will be selected now."""
        self._from = self._current
        return self._current

    def _place_beside_selection(self, way: int) -> int:
        """Return the place of the next one after the selected seat, or of the one before it."""
        rows = {seat: row for row, seat in enumerate(self._order.whole.seats)}
        here = rows.get(self._bridge.selection or SeatId(""), 0)
        places = [rows[seat] for seat in self._found]
        return bisect_right(places, here) if way > 0 else bisect_left(places, here) - 1

    def _read_on(self) -> bool:
        return self._texts.read_on()

    def _begin_anew(self) -> None:
        """Look for nothing, and read the words of another chart of the client."""
        self._again.stop()
        self._texts = SeatTexts(self._bridge.client)
        self._reading.begin()
        self.clear()

    def _hear(self, news: News) -> None:
        if self._texts.apply(news.client, news.change) or self._typed:
            self._again.start()

    def _look_again(self) -> None:
        if self._typed:
            self._look(keep=True)

    def _look(self, *, keep: bool = False) -> None:
        """Look for the words; the current seat stays if it still fits and is to be kept."""
        self._again.stop()
        if not words_of(self._typed):
            self._found, self._bright, self._current = (), None, None
            self.changed.emit()
            return
        fits = self._texts.matches(self._typed)
        seats = self._order.whole.seats
        self._found = tuple([seat for seat in seats if seat in fits])
        self._bright = frozenset(fits)
        if not keep or self._current not in fits:
            self._current = self._first_from_selection(seats, fits)
            self._from = self._bridge.selection
        self.changed.emit()

    def _first_from_selection(self, seats: list[SeatId], fits: set[SeatId]) -> SeatId | None:
        if not self._found:
            return None
        selection = self._bridge.selection
        here = seats.index(selection) if selection is not None and selection in seats else 0
        return next((seat for seat in seats[here:] if seat in fits), self._found[0])

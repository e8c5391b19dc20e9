"""Which seats are folded, for chart and outline alike: how one looks at a client, no edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mspseat_desktop.domain.chart_order import walk
from mspseat_desktop.domain.records import Seat

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.view_state import ViewState


class Folding(QObject):
    """A folded seat hides all that hangs below it; `changed` is sent when others are folded."""

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.folded: set[SeatId] = set()
        """The folded seats, to be read only; some may have left the chart, or have no reports."""

    @classmethod
    def of(cls, bridge: Bridge) -> Folding:
        """Return the folding of the client that is open on the bridge."""
        known = bridge.findChild(cls)
        return known if isinstance(known, cls) else cls(bridge)

    def use_state(self, state: ViewState) -> None:
        """Fold what was folded when the client was last looked at, and keep it there."""
        before, self.folded = self.folded, state.folded
        if before != self.folded:
            self.changed.emit()

    def is_folded(self, seat: SeatId) -> bool:
        """Whether the seat hides reports."""
        return seat in self.folded and bool(self._bridge.client.children(seat))

    def fold(self, seats: Iterable[SeatId], *, folded: bool) -> None:
        """Fold seats that have reports, or unfold them; the selected one stays to be seen."""
        client = self._bridge.client
        found = {seat for seat in seats if not folded or client.children(seat)}
        before = len(self.folded)
        if folded:
            self.folded |= found
        else:
            self.folded -= found
        if len(self.folded) == before:
            return
        if folded:
            self._select_what_shows()
        self.changed.emit()

    def turn(self, seat: SeatId) -> None:
        """Fold a seat, or unfold it."""
        self.fold([seat], folded=not self.is_folded(seat))

    def unfold_above(self, seat: SeatId) -> None:
        """Unfold whatever hides a seat."""
        client = self._bridge.client
        if self.folded and client.has(Seat, seat) and not client.seat(seat).closed_on:
            hiding = self.folded.intersection(client.seats_above(seat))
            if hiding:
                self.fold(hiding, folded=False)

    def show_levels(self, levels: int | None) -> None:
        """Show so many levels of the chart, None for all: fold what has more below."""
        wanted: set[SeatId] = set()
        if levels is not None:
            client = self._bridge.client
            wanted = {s for s, depth in walk(client) if depth == levels - 1 and client.children(s)}
        self.show_folded(wanted)

    def show_folded(self, seats: Collection[SeatId]) -> None:
        """Fold these seats and no others."""
        if self.folded == set(seats):
            return
        self.folded.clear()
        self.folded |= set(seats)
        self._select_what_shows()
        self.changed.emit()

    def _select_what_shows(self) -> None:
        """Select the folded seat in place of a selected one that it hides."""
        selected, client = self._bridge.selection, self._bridge.client
        if selected is None or client.seat(selected).closed_on:
            return
        hiding = [above for above in client.seats_above(selected) if above in self.folded]
        if hiding:
            self._bridge.select(hiding[-1])

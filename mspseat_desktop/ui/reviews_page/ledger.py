"""The reviews of every seat, kept up with edits: only what an edit touched is looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import (
    Occupant,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.rounds import (
    NOW,
    Quarter,
    SeatRounds,
    Share,
    company_rounds,
    places,
    quarters,
    seat_rounds,
    shares_of,
)
from mspseat_desktop.ui.reviews_page.rows import Row, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.reviews_page.rows import Wanted


class Ledger:
    """What the page knows of the client; `hear` takes in what changed.

    `fill` looks at all of it at once, `get_ready` at as much as there is time for.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._rounds: dict[SeatId, SeatRounds] = {}
        self._shares: dict[SeatId, tuple[Share, ...]] = {}
        self._quarters: tuple[Quarter, ...] | None = None
        self._shared: tuple[Quarter, ...] = ()
        self._unseen: list[SeatId] | None = None
        self._made: dict[SeatId, tuple[int, tuple[Row, ...]]] = {}
        self._made_for: tuple[Quarter | None, Quarter | None] = (None, None)

    def fill(self, client: Client) -> None:
        """Look at every seat anew."""
        self._client = client
        self._rounds = company_rounds(client)
        self._shares.clear()
        self._made.clear()
        self._quarters = None

    def get_ready(self, is_late: Callable[[], bool]) -> bool:
        """Look at seat after seat until it is late; return whether none is left to look at."""
        if self._unseen is None:
            self._unseen = [seat.id for seat in self._client.every(Seat)]
        while self._unseen:
            if is_late():
                return False
            seat = self._unseen.pop()
            if self._client.has(Seat, seat):
                self.of(seat)
        return True

    def hear(self, change: Change, client: Client) -> None:
        """Take the edit in; seats that it touched are looked at again when next asked for."""
        self._client = client
        touched = set(_seats(change))
        for seat in touched:
            self._rounds.pop(seat, None)
            self._shares.pop(seat, None)
            self._made.pop(seat, None)
        if touched:
            self._quarters = None
        for seating in _of_occupants(change, client):
            self._made.pop(seating.seat, None)

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters with finished reviews, the newest first."""
        if self._quarters is None:
            everything = (self.of(seat.id) for seat in self._client.every(Seat))
            self._quarters = quarters(everything)
        return self._quarters

    @property
    def shares(self) -> tuple[tuple[Quarter, Share], ...]:
        """The share of right seats in each quarter, the oldest first."""
        wanted = self.quarters[::-1]
        if wanted != self._shared:
            self._shared = wanted
            self._shares.clear()
        sums = [[0, 0, 0] for _quarter in wanted]
        for record in self._client.every(Seat):
            seat = record.id
            if seat not in self._shares:
                self._shares[seat] = shares_of(self.of(seat), wanted)
            for total, share in zip(sums, self._shares[seat], strict=True):
                total[0] += share.right
                total[1] += share.reviewed
                total[2] += share.open
        return tuple((q, Share(*total)) for q, total in zip(wanted, sums, strict=True))

    def of(self, seat: SeatId) -> SeatRounds:
        """Return the reviews of one seat."""
        found = self._rounds.get(seat)
        if found is None:
            found = seat_rounds(self._client, seat)
            self._rounds[seat] = found
        return found

    def rows(self, wanted: Wanted) -> list[Row]:
        """Return a row for everybody in a seat in that round, in chart order."""
        if self._made_for != (wanted.quarter, wanted.against):
            self._made_for = wanted.quarter, wanted.against
            self._made.clear()
        until = wanted.quarter.end if wanted.quarter else NOW
        found: list[Row] = []
        for seat, depth in places(self._client, until=until):
            made = self._made.get(seat)
            if made is None or made[0] != depth:
                made = depth, self._rows_of(seat, depth=depth, until=until, wanted=wanted)
                self._made[seat] = made
            found += made[1]
        return found

    def _rows_of(self, seat: SeatId, *, depth: int, until: str, wanted: Wanted) -> tuple[Row, ...]:
        rounds = self.of(seat)
        before = rounds.latest(until=wanted.against.end) if wanted.against else {}
        return tuple(
            row_of(
                self._client,
                line,
                earlier=before.get(line.occupant) if line.occupant is not None else None,
            )
            for line in rounds.lines(depth=depth, until=until)
        )


def _seats(change: Change) -> Iterator[SeatId]:
    for touch in change.touches:
        for record in (touch.before, touch.after):
            if isinstance(record, (Review, Seating)):
                yield record.seat
            elif isinstance(record, Seat):
                yield record.id


def _of_occupants(change: Change, client: Client) -> Iterator[Seating]:
    """Yield where those sit or sat whose own record changed."""
    for touch in change.touches:
        if isinstance(touch.after, Occupant):
            yield from client.owned(Seating, "occupant", touch.after.id)

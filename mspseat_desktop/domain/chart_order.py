"""The seats of a chart one after the other, each before its reports, kept in step with edits."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import SeatId

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Sequence

    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.client import Client

MANY: Final = 16
"""Above so many moved seats, reading the whole chart anew is simpler and hardly slower."""


def walk(client: Client, folded: Container[SeatId] = ()) -> Iterator[tuple[SeatId, int]]:
    """Yield each seat in chart order with how deep it hangs, none below a folded one."""
    waiting = [(seat, 0) for seat in reversed(client.children(None))]
    while waiting:
        seat, depth = waiting.pop()
        yield seat, depth
        if seat not in folded:
            waiting += [(below, depth + 1) for below in reversed(client.children(seat))]


class ChartOrder:
    """All seats in chart order with their depths, 0 for a root; made in portions."""

    def __init__(self, client: Client) -> None:
        self.seats: list[SeatId] = []
        self.depths: list[int] = []
        self._client = client
        self._reading = walk(client)
        self.is_whole = False

    def read_on(self) -> bool:
        """Read one more seat; False when all are there."""
        found = next(self._reading, None)
        if found is None:
            self.is_whole = True
            return False
        self.seats.append(found[0])
        self.depths.append(found[1])
        return True

    def read_all(self) -> None:
        """Read what is not there yet."""
        while not self.is_whole:
            self.read_on()

    def apply(self, client: Client, change: Change) -> bool:
        """Follow an edit; return whether any seat stands elsewhere, came or went."""
        self._client = client
        moved = list(_moved(change))
        if not moved:
            return False
        if not self.is_whole or len(moved) > MANY:
            was_whole = self.is_whole
            self._begin_anew()
            if was_whole:
                self.read_all()
            return True
        for seat in moved:
            self._cut(seat)
        placed: set[SeatId] = set()
        for seat in _as_they_stand(client, moved):
            if seat not in placed:
                placed |= self._put(seat)
        return True

    def _begin_anew(self) -> None:
        self.seats, self.depths = [], []
        self._reading = walk(self._client)
        self.is_whole = False

    def _cut(self, seat: SeatId) -> None:
        with suppress(ValueError):  # it came, or went with a branch that was cut before
            row = self.seats.index(seat)
            end = branch_end(self.depths, row)
            del self.seats[row:end], self.depths[row:end]

    def _put(self, seat: SeatId) -> set[SeatId]:
        """Put a branch where it stands now; seats above it and before it are there already."""
        client = self._client
        parent = client.seat(seat).parent
        siblings = client.children(parent)
        at = siblings.index(seat)
        if at:
            row = branch_end(self.depths, self.seats.index(siblings[at - 1]))
        else:
            row = 0 if parent is None else self.seats.index(parent) + 1
        depth = sum(1 for _above in client.seats_above(seat))
        found = list(_branch(client, seat, depth))
        self.seats[row:row] = [each for each, _depth in found]
        self.depths[row:row] = [depth for _each, depth in found]
        return {each for each, _depth in found}


def branch_end(depths: Sequence[int], row: int) -> int:
    """Return the row after the branch that begins at a row."""
    depth, end, last = depths[row], row + 1, len(depths)
    while end < last and depths[end] > depth:
        end += 1
    return end


def with_paths(order: ChartOrder, wanted: Collection[SeatId]) -> tuple[list[SeatId], list[int]]:
    """Return the wanted seats and all above them, in chart order, with their depths."""
    rows: list[int] = []
    need = -1
    seats, depths = order.seats, order.depths
    for row in range(len(seats) - 1, -1, -1):
        depth = depths[row]
        if depth == need or seats[row] in wanted:
            rows.append(row)
            need = depth - 1
    rows.reverse()
    return [seats[row] for row in rows], [depths[row] for row in rows]


def unfolded(order: ChartOrder, folded: Container[SeatId]) -> tuple[list[SeatId], list[int]]:
    """Return the seats that hang below no folded one, in chart order, with their depths."""
    seats: list[SeatId] = []
    depths: list[int] = []
    hidden = 1 << 30
    for seat, depth in zip(order.seats, order.depths, strict=True):
        if depth > hidden:
            continue
        hidden = depth if seat in folded else 1 << 30
        seats.append(seat)
        depths.append(depth)
    return seats, depths


def _branch(client: Client, seat: SeatId, depth: int) -> Iterator[tuple[SeatId, int]]:
    waiting = [(seat, depth)]
    while waiting:
        current, level = waiting.pop()
        yield current, level
        waiting += [(below, level + 1) for below in reversed(client.children(current))]


def _moved(change: Change) -> Iterator[SeatId]:
    """Yield the seats that came, went, or stand under another seat or in another place."""
    for before, after in change.of(Seat):
        record = after or before
        if record is not None and _place(before) != _place(after):
            yield record.id


def _place(seat: Seat | None) -> tuple[SeatId | None, int] | None:
    return None if seat is None or seat.closed_on else (seat.parent, seat.order)


def _as_they_stand(client: Client, seats: list[SeatId]) -> list[SeatId]:
    """Return those that stand in the chart: who is above first, siblings in their order."""
    places = []
    for seat in seats:
        record = client.find(Seat, seat)
        if record is not None and not record.closed_on:
            depth = sum(1 for _above in client.seats_above(seat))
            place = client.children(record.parent).index(seat)
            places.append((depth, place, seat))
    return [seat for _depth, _place, seat in sorted(places)]

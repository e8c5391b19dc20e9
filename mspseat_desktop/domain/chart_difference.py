"""What differs between two charts of a client, seat by seat."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.records import (
    Cover,
    Metric,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId

Way: TypeAlias = Literal["added", "removed", "moved", "changed"]
What: TypeAlias = Literal[
    "title",
    "purpose",
    "needs",
    "notes",
    "meant_for",
    "responsibilities",
    "metrics",
    "occupant",
    "coverage",
    "second_lines",
    "layout",
]
_FIELDS: Mapping[str, What] = {
    "title": "title",
    "purpose": "purpose",
    "needs": "needs",
    "notes": "notes",
    "meant_for": "meant_for",
    "holds_it": "coverage",
    "layout": "layout",
    "assistant": "layout",
}
_Part: TypeAlias = type[Responsibility | Metric | Seating | Cover | SecondLine]
_PARTS: tuple[tuple[_Part, What], ...] = (
    (Responsibility, "responsibilities"),
    (Metric, "metrics"),
    (Seating, "occupant"),
    (Cover, "coverage"),
    (SecondLine, "second_lines"),
)
_ORDER: tuple[What, ...] = (
    "title",
    "occupant",
    "purpose",
    "responsibilities",
    "metrics",
    "needs",
    "notes",
    "meant_for",
    "coverage",
    "second_lines",
    "layout",
)
PORTION = 50
"""Seats that are compared between two looks at the clock."""


@dataclass(frozen=True, slots=True)
class SeatDifference:
    """How one seat differs on the way from the first chart to the second.

    `moved` is a seat that reports to another one, or stands elsewhere among its siblings
    (`reordered`); `what` are the parts of it that changed, in the order of a card.
    """

    seat: SeatId
    ways: tuple[Way, ...]
    what: tuple[What, ...] = ()
    reordered: bool = False


def chart_difference(before: Client, after: Client) -> tuple[SeatDifference, ...]:
    """Return how the open seats differ: those of the second chart in its order, then removed ones.

    Seats are the same by id. A seat that was closed counts as removed.
    """
    found: list[SeatDifference] = []
    for _portion in compare(before, after, found):
        pass
    return tuple(found)


def compare(before: Client, after: Client, found: list[SeatDifference]) -> Iterator[None]:
    """Do what `chart_difference` does in portions of some seats, and fill the list meanwhile."""
    reordered = _reordered(before, after, None)
    for number, seat in enumerate(after.chart()):
        if number % PORTION == 0:
            yield
        if not _is_open(before, seat):
            found.append(SeatDifference(seat, ("added",)))
            continue
        reordered |= _reordered(before, after, seat)
        moved = before.seat(seat).parent != after.seat(seat).parent
        what = _changed_parts(before, after, seat)
        ways: tuple[Way, ...] = ("moved",) if moved or seat in reordered else ()
        ways += ("changed",) if what else ()
        if ways:
            found.append(SeatDifference(seat, ways, what, not moved and seat in reordered))
    for number, seat in enumerate(before.chart()):
        if number % PORTION == 0:
            yield
        if not _is_open(after, seat):
            found.append(SeatDifference(seat, ("removed",)))


def _is_open(client: Client, seat: SeatId) -> bool:
    record = client.find(Seat, seat)
    return record is not None and not record.closed_on


def _changed_parts(before: Client, after: Client, seat: SeatId) -> tuple[What, ...]:
    """Return what of a seat that both charts have a reader would see changed."""
    was, now = before.seat(seat), after.seat(seat)
    found = (
        {what for field, what in _FIELDS.items() if getattr(was, field) != getattr(now, field)}
        if was is not now
        else set()
    )
    found |= {what for kind, what in _PARTS if _part_differs(kind, before, after, seat)}
    return tuple(part for part in _ORDER if part in found)


def _part_differs(kind: _Part, before: Client, after: Client, seat: SeatId) -> bool:
    """Compare the seat's records of a kind; past seatings do not count.

    The order of lines counts, the bare key by which they are sorted does not. Two charts of a
    client share their equal records, so that most are the very same.
    """
    old, new = before.ids(kind, "seat", seat), after.ids(kind, "seat", seat)
    if old == new and all(before.any_of(kind, i) is after.any_of(kind, i) for i in new):
        return False
    was, now = (
        [
            shown
            for record in client.owned(kind, "seat", seat)
            if (shown := _matter(record)) is not None
        ]
        for client in (before, after)
    )
    if kind is Responsibility or kind is Metric:
        return was != now
    return set(was) != set(now)


def _matter(record: Responsibility | Metric | Seating | Cover | SecondLine) -> Hashable:
    """Return what of a record a reader of the chart would see; None for nothing."""
    match record:
        case Seating():
            return None if record.until else (record.seat, record.occupant, record.role)
        case Responsibility() | Metric():
            fields = type(record).__slots__
            return tuple(getattr(record, field) for field in fields if field != "order")
        case _:
            return record


def _reordered(before: Client, after: Client, parent: SeatId | None) -> set[SeatId]:
    """Return the fewest reports of a seat that must have been moved among the others."""
    earlier, now = before.children(parent), after.children(parent)
    if now == earlier:
        return set()
    at = {seat: number for number, seat in enumerate(earlier)}
    stayed = [seat for seat in now if seat in at]
    kept = _longest_rising([at[seat] for seat in stayed])
    return {seat for number, seat in enumerate(stayed) if number not in kept}


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """Return the places of a longest rising run, not necessarily neighbours, in n log n steps."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(at[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        at[length : length + 1] = [place]
    found: set[int] = set()
    place = at[-1] if at else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return frozenset(found)

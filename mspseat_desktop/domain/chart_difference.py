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
    from collections.abc import Iterator, Mapping, Sequence

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
    old, new = tuple(before.chart()), tuple(after.chart())
    known, changed = frozenset(old), _changed_parts(before, after)
    reordered = _reordered(before, after, known)
    found: list[SeatDifference] = []
    for seat in new:
        if seat not in known:
            found.append(SeatDifference(seat, ("added",)))
            continue
        moved = before.seat(seat).parent != after.seat(seat).parent
        what = tuple(part for part in _ORDER if part in changed.get(seat, ()))
        ways: tuple[Way, ...] = ("moved",) if moved or seat in reordered else ()
        ways += ("changed",) if what else ()
        if ways:
            found.append(SeatDifference(seat, ways, what, not moved and seat in reordered))
    there = frozenset(new)
    found += [SeatDifference(seat, ("removed",)) for seat in old if seat not in there]
    return tuple(found)


def _changed_parts(before: Client, after: Client) -> dict[str, set[What]]:
    changed: dict[str, set[What]] = {}
    for seat in after.every(Seat):
        was = before.find(Seat, seat.id)
        if was is not None and was is not seat:
            what = {w for f, w in _FIELDS.items() if getattr(was, f) != getattr(seat, f)}
            if what:
                changed.setdefault(seat.id, set()).update(what)
    for kind, part in _PARTS:
        for owner in _owners_of_changed(kind, before, after):
            changed.setdefault(owner, set()).add(part)
    return changed


def _owners_of_changed(kind: _Part, before: Client, after: Client) -> Iterator[str]:
    """Yield the seats of the records that only one has, or that differ; past seatings do not count.

    The order among lines of a seat counts, the bare key by which they are sorted does not.
    """
    for record in after.every(kind):
        was = before.find(kind, record.id)
        if was is not record and _matter(was) != _matter(record):
            yield record.seat
            if was is not None:
                yield was.seat
    for record in before.every(kind):
        if not after.has(kind, record.id) and _matter(record):
            yield record.seat
    if kind is Responsibility or kind is Metric:
        for seat in {r.seat for r in after.every(kind) if before.find(kind, r.id) is not r}:
            if before.ids(kind, "seat", seat) != after.ids(kind, "seat", seat):
                yield seat


def _matter(record: Responsibility | Metric | Seating | Cover | SecondLine | None) -> object:
    """Return what of a record a reader of the chart would see; None for nothing."""
    match record:
        case Seating():
            return None if record.until else (record.seat, record.occupant, record.role)
        case Responsibility() | Metric():
            fields = type(record).__slots__
            return tuple(getattr(record, field) for field in fields if field != "order")
        case _:
            return record


def _reordered(before: Client, after: Client, known: frozenset[SeatId]) -> frozenset[str]:
    """Return the fewest seats that must have been moved among their siblings."""
    found: set[str] = set()
    for parent in (None, *after.chart()):
        now = after.children(parent)
        if parent is not None and parent not in known:
            continue
        earlier = before.children(parent)
        if now is earlier or now == earlier:
            continue
        at = {seat: number for number, seat in enumerate(earlier)}
        stayed = [seat for seat in now if seat in at]
        kept = _longest_rising([at[seat] for seat in stayed])
        found |= {seat for number, seat in enumerate(stayed) if number not in kept}
    return frozenset(found)


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

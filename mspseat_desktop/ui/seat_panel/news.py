"""Which parts of the panel a change concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.records import (
    Cover,
    Figure,
    Metric,
    Occupant,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
    cover_id,
)
from mspseat_desktop.domain.review_records import Review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.change import Change, Touch
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Record
    from mspseat_desktop.domain.vocabulary import SeatId

Part: TypeAlias = Literal["seat", "lines", "people", "responsibilities", "metrics", "reviews"]

_OWNED: dict[type[Record], Part] = {
    Responsibility: "responsibilities",
    Metric: "metrics",
    Seating: "people",
    Review: "reviews",
    SecondLine: "lines",
}


def parts_touched(change: Change, client: Client, seat: SeatId) -> frozenset[Part]:
    """Return the parts that show anything of the touched records; `client` is as it is now."""
    found: set[Part] = set()
    for touch in change.touches:
        found.update(_parts(touch, client, seat))
    return frozenset(found)


def _parts(touch: Touch, client: Client, seat: SeatId) -> Iterator[Part]:
    match touch.record:
        case Seat() as record:
            yield from _of_seat(touch, record, client, seat)
        case Occupant() as record:
            yield from _of_occupant(record, client, seat)
        case Cover() as record:
            # Another seat's mark may turn a function of this one into a shared one.
            if record.seat == seat or client.has(Cover, cover_id(record.function, seat)):
                yield "responsibilities"
        case Figure() as record:
            metric = client.find(Metric, record.metric)
            if metric is not None and metric.seat == seat:
                yield "metrics"
        case (Responsibility() | Metric() | Seating() | Review() | SecondLine()) as record:
            if record.seat == seat:
                yield _OWNED[type(record)]
        case _:
            pass


def _of_occupant(record: Occupant, client: Client, seat: SeatId) -> Iterator[Part]:
    if any(s.occupant == record.id for s in client.owned(Seating, "seat", seat)):
        yield "people"
    elif any(r.occupant == record.id for r in client.reviews(seat)):
        yield "reviews"


def _of_seat(touch: Touch, record: Seat, client: Client, seat: SeatId) -> Iterator[Part]:
    if any(line.to == record.id for line in client.second_lines(seat)):
        yield "lines"
    if record.id == seat:
        yield "seat"
        if _meant_for(touch.before) != _meant_for(touch.after):
            yield "people"
    elif record.id == client.seat(seat).parent:
        yield "seat"
    elif seat in (_parent(touch.before), _parent(touch.after)):
        yield "responsibilities"  # its first report brings one along, its last takes it away


def _parent(record: Record | None) -> SeatId | None:
    return record.parent if isinstance(record, Seat) else None


def _meant_for(record: Record | None) -> str:
    return record.meant_for if isinstance(record, Seat) else ""

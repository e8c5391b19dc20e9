"""Edits that bring a kept chart back: make a what-if copy the current chart, restore a version."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.chart import take_out
from mspseat_desktop.domain.edits.layouts import draw_as
from mspseat_desktop.domain.records import (
    Cover,
    Figure,
    Metric,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
)
from mspseat_desktop.domain.revision import Edit, Revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mspseat_desktop.domain.charts import KeptChart
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import RecordType
    from mspseat_desktop.domain.vocabulary import SeatId

_PARTS: tuple[type[SecondLine | Cover | Responsibility | Metric], ...] = (
    SecondLine,
    Cover,
    Responsibility,
    Metric,
)


def take_chart(wanted: Client, chart: KeptChart, *, on: str) -> Edit:
    """Make the current chart like the kept one; `wanted` is the client seen with that chart.

    A seat that the kept chart does not have goes as when it is deleted: one with finished reviews
    is closed on the date `on`, any other takes its drafts, forms and figures with it. A metric
    that goes takes its figures with it. Who sat somewhere stays on record: somebody who sits only
    in the current chart leaves the seat on that date.
    """

    def run(work: Revision) -> None:
        before = work.client
        seats = {seat.id: seat for seat in wanted.every(Seat) if not seat.closed_on}
        going = [seat for seat in before.chart() if seat not in seats]
        for seat in seats.values():
            work.put(seat)
        for kind in _PARTS:
            _take_part(work, before, wanted, kind, seats)
        _take_seatings(work, before, wanted, seats, on)
        draw_as(work, wanted.look)
        for gone in reversed(going):
            take_out(work, gone, on)

    name = "restore-version" if chart.kind == "version" else "make-current"
    return Edit(name, run, {"chart": chart.name})


def what_goes(client: Client, edit: Edit) -> Mapping[RecordType, int]:
    """Return how many records of each kind an edit would take out, closed seats among them."""
    work = Revision(client)
    edit.run(work)
    count: dict[RecordType, int] = {}
    for touch in work.change().touches:
        before, after = touch.before, touch.after
        closes = isinstance(after, Seat) and isinstance(before, Seat) and _closes(before, after)
        if after is None or closes:
            kind = touch.key[0]
            count[kind] = count.get(kind, 0) + 1
    return count


def _closes(before: Seat, after: Seat) -> bool:
    return bool(after.closed_on) and not before.closed_on


def _take_part(
    work: Revision,
    before: Client,
    wanted: Client,
    kind: type[SecondLine | Cover | Responsibility | Metric],
    seats: Mapping[SeatId, Seat],
) -> None:
    for old in tuple(before.every(kind)):
        if old.seat in seats and not wanted.has(kind, old.id):
            for figure in before.owned(Figure, "metric", old.id) if kind is Metric else ():
                work.remove(figure)
            work.remove(old)
    for new in wanted.every(kind):
        if new.seat in seats:
            work.put(new)


def _take_seatings(
    work: Revision, before: Client, wanted: Client, seats: Mapping[SeatId, Seat], on: str
) -> None:
    for old in tuple(_still_held(before)):
        if old.seat in seats and not wanted.has(Seating, old.id):
            if old.since >= on:
                work.remove(old)
            else:
                work.put(replace(old, until=on))
    for new in wanted.every(Seating):
        if new.seat in seats:
            work.put(new)


def _still_held(client: Client) -> Iterator[Seating]:
    return (seating for seating in client.every(Seating) if not seating.until)

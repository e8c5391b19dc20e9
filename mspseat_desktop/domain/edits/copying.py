"""Edits that copy seats within a client: with what they are for, without people and ratings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.branches import tops
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import order_at
from mspseat_desktop.domain.records import Seat, SecondLine
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import MetricId, ResponsibilityId, SeatId, SecondLineId

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from mspseat_desktop.domain.revision import Revision

    NewId = Callable[[], str]


def copy_seats(
    seats: Collection[SeatId],
    *,
    parent: SeatId | None,
    index: int | None = None,
    with_branch: bool = True,
    new_id: NewId,
    title: str = "",
) -> Edit:
    """Put copies of the seats, or of all that hangs on them, under a seat, before its report there.

    Title, purpose, needs, notes, responsibilities, metrics, how the branch stands and second lines
    within it come along; people, ratings, figures, questions and what IT work the seats cover
    do not.
    """

    def run(work: Revision) -> None:
        if parent is not None and work.client.seat(parent).closed_on:
            raise Refused("reports-to-closed-seat")
        client = work.client
        copied = tops(client, seats) if with_branch else tuple(seats)
        siblings = client.children(parent)
        before = siblings[index] if index is not None and index < len(siblings) else None
        for top in copied:
            now = work.client.children(parent)
            place = now.index(before) if before is not None else None
            order = order_at(work, Seat, now, place)
            made: dict[SeatId, SeatId] = {}
            for seat in client.branch(top) if with_branch else (top,):
                record = client.seat(seat)
                made[seat] = SeatId(new_id())
                above = made.get(record.parent) if record.parent is not None else None
                _copy_one(work, seat, made[seat], new_id)
                stands = replace(
                    record,
                    id=made[seat],
                    parent=parent if seat == top else above,
                    order=order if seat == top else record.order,
                    source_id="",
                    import_note="",
                )
                work.put(stands)
            _copy_second_lines(work, made, new_id)

    params = {"count": str(len(seats))} if len(seats) > 1 else {"seat": title}
    return Edit("copy-seats" if len(seats) > 1 else "copy-seat", run, params)


def _copy_second_lines(work: Revision, made: dict[SeatId, SeatId], new_id: NewId) -> None:
    """Copy the second lines between seats of the branch; those that lead out of it stay behind."""
    for seat, copy in made.items():
        for line in work.client.second_lines(seat):
            if line.to in made:
                work.put(SecondLine(SecondLineId(new_id()), copy, made[line.to], line.about))


def _copy_one(work: Revision, seat: SeatId, copy: SeatId, new_id: NewId) -> None:
    client = work.client
    for responsibility in client.responsibilities(seat):
        work.put(replace(responsibility, id=ResponsibilityId(new_id()), seat=copy))
    for metric in client.metrics(seat):
        work.put(replace(metric, id=MetricId(new_id()), seat=copy))

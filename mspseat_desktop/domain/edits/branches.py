"""Edits of several seats at once: move them, delete them, put a new one above one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mspseat_desktop.domain.edits.chart import ADD, delete_seat, move_seat
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import order_at
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from collections.abc import Collection

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import SeatId


def tops(client: Client, seats: Collection[SeatId]) -> tuple[SeatId, ...]:
    """Return those seats that hang under no other of them, in chart order.

    Only what is asked for is walked: the lines up from the seats, and the siblings on these.
    """
    wanted = set(seats)
    found = [
        seat
        for seat in wanted
        if client.has(Seat, seat)
        and not client.seat(seat).closed_on
        and wanted.isdisjoint(client.seats_above(seat))
    ]
    return tuple(sorted(found, key=lambda seat: _way_down(client, seat)))


def _way_down(client: Client, seat: SeatId) -> tuple[tuple[int, str], ...]:
    """Return the sort keys from the root down to the seat: chart order is their order."""
    line = (seat, *client.seats_above(seat))
    return tuple((client.seat(one).order, one) for one in reversed(line))


def move_seats(
    seats: Collection[SeatId], *, parent: SeatId | None, index: int | None = None, title: str = ""
) -> Edit:
    """Let several branches report to a seat, side by side, before its report at `index`.

    `index` counts the reports without those that move. A seat under another of them stays with
    that one. Raises Refused("reports-to-itself") when the new parent stands in one of the branches.
    """

    def run(work: Revision) -> None:
        moved = tops(work.client, seats)
        now = work.client.children(parent)
        staying = tuple(seat for seat in now if seat not in moved)
        at = len(staying) if index is None else max(0, min(index, len(staying)))
        if now == (*staying[:at], *moved, *staying[at:]):
            return
        for seat in moved:  # each before the one that follows them all, so their order is kept
            others = [one for one in work.client.children(parent) if one != seat]
            place = others.index(staying[at]) if at < len(staying) else None
            move_seat(seat, parent=parent, index=place).run(work)

    return Edit("move-seats" if len(seats) > 1 else "move-seat", run, about(seats, title))


def add_parent(new: SeatId, *, above: SeatId, title: str = "", merge_key: str = "") -> Edit:
    """Put a new seat where the seat stands, and let the seat report to it."""

    def run(work: Revision) -> None:
        record = work.client.seat(above)
        if record.closed_on:
            raise Refused("reports-to-closed-seat", seat=title)
        siblings = work.client.children(record.parent)
        order = order_at(work, Seat, siblings, siblings.index(above))
        work.put(Seat(new, record.parent, order, title))
        work.put(replace(work.client.seat(above), parent=new, order=order_at(work, Seat, (), None)))

    return Edit(ADD, run, {"seat": title}, merge_key)


def delete_seats(
    seats: Collection[SeatId], *, reports: Literal["lift", "delete"], on: str, title: str = ""
) -> Edit:
    """Delete several seats as `delete_seat` does one; reports go along or move up."""

    def run(work: Revision) -> None:
        wanted = tops(work.client, seats) if reports == "delete" else _from_below(work, seats)
        for seat in wanted:
            delete_seat(seat, reports=reports, on=on).run(work)

    return Edit("delete-seats" if len(seats) > 1 else "delete-seat", run, about(seats, title))


def _from_below(work: Revision, seats: Collection[SeatId]) -> tuple[SeatId, ...]:
    client = work.client
    there = [s for s in seats if client.has(Seat, s) and not client.seat(s).closed_on]
    return tuple(sorted(there, key=lambda s: _way_down(client, s), reverse=True))


def about(seats: Collection[SeatId], title: str) -> dict[str, str]:
    """Return what the name of an edit says of these seats: how many, or the title of the one."""
    return {"count": str(len(seats))} if len(seats) > 1 else {"seat": title}

"""Edits of the tree of seats: add, rename, move, delete."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mspseat_desktop.domain.edits.review import take_out_draft
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import order_at
from mspseat_desktop.domain.records import (
    Cover,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import BankQuestion, Comparison
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Record
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import SeatId

LONGEST_TITLE = 3_000
"""Letters of a seat's title that are typed or pasted."""


ADD = "add-seat"
ADD_TITLED = "add-titled-seat"
"""Names of the edit that adds a seat, before it has a title and with one."""


def add_seat(
    seat: SeatId,
    *,
    parent: SeatId | None,
    index: int | None = None,
    title: str = "",
    merge_key: str = "",
) -> Edit:
    """Add a seat under the parent (a root for None) before the sibling at `index`."""

    def run(work: Revision) -> None:
        if parent is not None and work.client.seat(parent).closed_on:
            raise Refused("reports-to-closed-seat", seat=title)
        order = order_at(work, Seat, work.client.children(parent), index)
        work.put(Seat(seat, parent, order, title))

    return Edit(ADD, run, {"seat": title}, merge_key)


def title_new_seat(seat: SeatId, title: str, *, merge_key: str) -> Edit:
    """Give a seat its first title; with the merge key of its adding both are one step."""
    titled = rename_seat(seat, title)
    return Edit(ADD_TITLED if title else ADD, titled.run, {"seat": title}, merge_key)


def rename_seat(seat: SeatId, title: str, *, merge_key: str = "") -> Edit:
    """Give the seat another title."""

    def run(work: Revision) -> None:
        work.put(replace(work.client.seat(seat), title=title))

    return Edit("rename-seat", run, {"seat": title}, merge_key)


def move_seat(
    seat: SeatId, *, parent: SeatId | None, index: int | None = None, title: str = ""
) -> Edit:
    """Let the seat and all below it report to another seat, before the sibling at `index`.

    `index` counts the siblings without the moved seat. Raises Refused("reports-to-itself") when
    the new parent is the seat or stands below it. `title` is for the edit's name only.
    """

    def run(work: Revision) -> None:
        client = work.client
        record = client.seat(seat)
        if parent is not None:
            _refuse_own_branch(client, record, parent)
        siblings = tuple(s for s in client.children(parent) if s != seat)
        at = len(siblings) if index is None else index
        if record.parent == parent and _index_of(client, seat) == at:
            return
        order = order_at(work, Seat, siblings, index)
        work.put(replace(work.client.seat(seat), parent=parent, order=order))

    return Edit("move-seat", run, {"seat": title})


def delete_seat(
    seat: SeatId, *, reports: Literal["lift", "delete"], on: str, title: str = ""
) -> Edit:
    """Delete the seat; its reports move up to its own parent, or go with it.

    A seat with finished reviews is closed on the date `on` instead: it leaves the chart, and its
    reviews stay with the occupant.
    """

    def run(work: Revision) -> None:
        client = work.client
        record = client.seat(seat)
        if reports == "lift":
            at = _index_of(client, seat)
            for offset, child in enumerate(client.children(seat)):
                siblings = work.client.children(record.parent)
                order = order_at(work, Seat, siblings, at + offset + 1)
                work.put(replace(work.client.seat(child), parent=record.parent, order=order))
        for gone in reversed(work.client.branch(seat)):
            take_out(work, gone, on)

    name = "delete-seat" if reports == "lift" else "delete-branch"
    return Edit(name, run, {"seat": title})


def take_out(work: Revision, seat: SeatId, on: str) -> None:
    """Take out a seat that has no reports; one with finished reviews is closed instead."""
    client = work.client
    for draft in client.reviews(seat):
        if draft.state == "draft":
            take_out_draft(work, draft)
    for cover in client.owned(Cover, "seat", seat):
        work.remove(cover)
    for line in (*client.second_lines(seat), *client.second_reports(seat)):
        work.remove(line)
    if any(r.state == "finished" for r in client.reviews(seat)):
        for seating in client.seatings(seat):
            work.put(replace(seating, until=on))
        work.put(replace(work.client.seat(seat), closed_on=on, parent=None))
        return
    for own in _owned(client, seat):
        work.remove(own)
    work.remove(client.seat(seat))


def _owned(client: Client, seat: SeatId) -> Iterator[Record]:
    """Yield what goes with a seat that nobody was ever reviewed in, each before what owns it."""
    yield from client.owned(Seating, "seat", seat)
    for metric in client.metrics(seat):
        yield from client.figures(metric.id)
        yield metric
    yield from client.responsibilities(seat)
    for comparison in client.owned(Comparison, "seat", seat):
        yield from client.candidates(comparison.id)
        yield comparison
    yield from client.forms(seat)
    yield from client.owned(BankQuestion, "seat", seat)


def _index_of(client: Client, seat: SeatId) -> int:
    return client.children(client.seat(seat).parent).index(seat)


def _refuse_own_branch(client: Client, seat: Seat, parent: SeatId) -> None:
    target = client.seat(parent)
    if parent == seat.id or seat.id in client.seats_above(parent):
        raise Refused("reports-to-itself", seat=seat.title, parent=target.title)

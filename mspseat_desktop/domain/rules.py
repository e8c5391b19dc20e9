"""The invariants of a client, checked on what a change touched and its neighbours only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import (
    Action,
    Answer,
    Figure,
    Metric,
    Occupant,
    Profile,
    Responsibility,
    Review,
    Seat,
    Seating,
)

if TYPE_CHECKING:
    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Record, SeatId


def check(client: Client, change: Change) -> None:
    """Raise Refused when the snapshot that the change led to breaks a rule.

    Rules: one parent that is there and open; no cycle; siblings in an order without ties; one
    accountable occupant for each seat, nobody twice in one seat; every id points at a record; what
    was agreed in a finished review stays, but for the day on which it was done.
    """
    sound: set[SeatId] = set()
    _check_agreed(client, change)
    for touch in change.touches:
        if touch.after is None:
            _check_nothing_points_at(client, touch.record)
        elif isinstance(touch.after, Seat):
            _check_seat(client, touch.after)
            _check_line_up(client, touch.after, sound)
        else:
            _check_record(client, touch.after)


def _check_record(client: Client, record: Record) -> None:
    match record:
        case Responsibility() | Metric():
            client.get(Seat, record.seat)
        case Figure():
            client.get(Metric, record.metric)
        case Seating():
            client.get(Occupant, record.occupant)
            _check_seatings(client, client.get(Seat, record.seat).id)
        case Review():
            client.get(Occupant, record.occupant)
            client.get(Seat, record.seat)
        case Answer() | Action():
            client.get(Review, record.review)
        case _:
            pass


def _check_agreed(client: Client, change: Change) -> None:
    """Refuse to change an action of a review that was finished before this change."""
    pairs = list(change.of(Action))
    fresh = change.touched(Review) if pairs else frozenset()
    for before, after in pairs:
        action = after or before
        if action is None or action.review in fresh:
            continue
        review = client.find(Review, action.review)
        if review is None or review.state != "finished":
            continue
        if not before or not after or replace(before, done_on=after.done_on) != after:
            raise Refused("review-finished")


def _check_seat(client: Client, seat: Seat) -> None:
    if seat.closed_on:
        if client.children(seat.id):
            raise Refused("closed-seat-has-reports", seat=seat.title)
        if client.seatings(seat.id):
            raise Refused("closed-seat-is-held", seat=seat.title)
        return
    if seat.parent is not None and client.get(Seat, seat.parent).closed_on:
        raise Refused("reports-to-closed-seat", seat=seat.title)


def _check_line_up(client: Client, seat: Seat, sound: set[SeatId]) -> None:
    """Walk up to a root; seats in `sound` are known to reach one: no line is walked twice."""
    line: set[SeatId] = set()
    now: SeatId | None = seat.id
    while now is not None and now not in sound:
        if now in line:
            raise Refused("reports-to-itself", seat=seat.title)
        line.add(now)
        now = client.seat(now).parent
    sound |= line


def _check_seatings(client: Client, seat: SeatId) -> None:
    now = client.seatings(seat)
    if now and client.seat(seat).closed_on:
        raise Refused("closed-seat-is-held", seat=client.seat(seat).title)
    if sum(s.role == "accountable" for s in now) > 1:
        raise Refused("second-accountable", seat=client.seat(seat).title)
    if len({s.occupant for s in now}) < len(now):
        raise Refused("twice-in-one-seat", seat=client.seat(seat).title)


def _check_nothing_points_at(client: Client, record: Record) -> None:
    pointing: tuple[object, ...] = ()
    match record:
        case Seat():
            pointing = (
                client.children(record.id)
                or client.responsibilities(record.id)
                or client.metrics(record.id)
                or client.owned(Seating, "seat", record.id)
                or client.reviews(record.id)
            )
        case Metric():
            pointing = client.figures(record.id)
        case Occupant():
            pointing = client.owned(Seating, "occupant", record.id) or client.owned(
                Review, "occupant", record.id
            )
        case Review():
            pointing = client.draft_answers(record.id) or client.actions(record.id)
        case Profile():
            raise Refused("client-without-profile")
        case _:
            pass
    if pointing:
        raise Refused("still-in-use")

"""The invariants of a client, checked on what a change touched and its neighbours only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import (
    Contact,
    CoreValue,
    Cover,
    Figure,
    Function,
    Metric,
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    BankQuestion,
    Candidate,
    Comparison,
    Form,
    Review,
    Signature,
    Voice,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Record, RecordType
    from mspseat_desktop.domain.vocabulary import SeatId

POINTING: Mapping[RecordType, tuple[tuple[RecordType, str], ...]] = {
    Seat: (
        (Seat, "parent"),
        (Responsibility, "seat"),
        (Metric, "seat"),
        (Seating, "seat"),
        (Review, "seat"),
        (Cover, "seat"),
        (BankQuestion, "seat"),
        (Comparison, "seat"),
        (Form, "seat"),
        (SecondLine, "seat"),
        (SecondLine, "to"),
    ),
    Responsibility: ((Cover, "responsibility"),),
    Metric: ((Figure, "metric"),),
    Function: ((Cover, "function"),),
    Occupant: (
        (Seating, "occupant"),
        (Review, "occupant"),
        (Contact, "occupant"),
        (CoreValue, "occupant"),
        (Occupant, "continues_as"),
        (Comparison, "chosen"),
        (Candidate, "occupant"),
        (Form, "occupant"),
    ),
    Review: ((Answer, "review"), (Action, "review"), (Voice, "review"), (Signature, "review")),
    Comparison: ((Candidate, "comparison"),),
    Form: ((Voice, "form"),),
}
"""Which lists must be empty before a record may go."""


def check(client: Client, change: Change, *, forgets: bool = False) -> None:
    """Raise Refused when the snapshot that the change led to breaks a rule.

    Rules: one parent that is there and open; no cycle; siblings in an order without ties; one
    accountable occupant for each seat, nobody twice in one seat; every id points at a record, that
    of a function's responsibility at one of the same seat; a second line leads from one open seat
    to another, once; no firm continues as itself; what was agreed in a finished review stays, but
    for the day on which it was done. One that `forgets` somebody for good may take a name out of
    what was agreed as well.
    """
    sound: set[SeatId] = set()
    if not forgets:
        _check_agreed(client, change)
    for touch in change.touches:
        if touch.after is None:
            _check_nothing_points_at(client, touch.record)
        elif isinstance(touch.after, Seat):
            _check_seat(client, touch.after)
            _check_line_up(client, touch.after, sound)
        else:
            _check_record(client, touch.after)


_LINKS: Mapping[RecordType, tuple[tuple[str, type[Record]], ...]] = {
    Responsibility: (("seat", Seat),),
    Metric: (("seat", Seat),),
    Figure: (("metric", Metric),),
    Seating: (("occupant", Occupant), ("seat", Seat)),
    CoreValue: (("occupant", Occupant),),
    Review: (("occupant", Occupant), ("seat", Seat), ("amends", Review)),
    Answer: (("review", Review),),
    Action: (("review", Review),),
    Contact: (("occupant", Occupant),),
    Cover: (("function", Function), ("seat", Seat), ("responsibility", Responsibility)),
    Voice: (("review", Review), ("form", Form)),
    BankQuestion: (("seat", Seat),),
    Signature: (("review", Review),),
    Comparison: (("seat", Seat), ("chosen", Occupant)),
    Candidate: (("comparison", Comparison), ("occupant", Occupant)),
    Form: (("seat", Seat), ("occupant", Occupant)),
    SecondLine: (("seat", Seat), ("to", Seat)),
}
"""Which field of a record names which kind of record; None names none."""


def _check_record(client: Client, record: Record) -> None:
    for field, kind in _LINKS.get(type(record), ()):
        name = getattr(record, field)
        if name is not None:
            client.get(kind, name)
    match record:
        case Seating():
            _check_seatings(client, record.seat)
        case Cover():
            _check_cover(client, record)
        case SecondLine():
            _check_second_line(client, record)
        case Occupant():
            _check_firms(client, record)
        case _:
            pass


def _check_cover(client: Client, cover: Cover) -> None:
    seat = client.seat(cover.seat)
    if seat.closed_on:
        raise Refused("closed-seat-covers", seat=seat.title)
    if cover.responsibility is not None:
        responsibility = client.get(Responsibility, cover.responsibility)
        if responsibility.seat != cover.seat:
            raise Refused("gone", kind="Responsibility")


def _check_second_line(client: Client, line: SecondLine) -> None:
    seat, to = client.seat(line.seat), client.seat(line.to)
    if seat.id == to.id:
        raise Refused("reports-to-itself", seat=seat.title, parent=to.title)
    if seat.closed_on or to.closed_on:
        raise Refused("reports-to-closed-seat", seat=seat.title)
    if sum(other.to == to.id for other in client.second_lines(seat.id)) > 1:
        raise Refused("second-line-twice", seat=seat.title, to=to.title)


def _check_firms(client: Client, occupant: Occupant) -> None:
    """Walk along the firms that one became after another."""
    seen = {occupant.id}
    now = occupant.continues_as
    while now is not None:
        if now in seen:
            raise Refused("continues-as-itself", occupant=occupant.name)
        seen.add(now)
        now = client.get(Occupant, now).continues_as


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
        if not before or not after or not _only_state_differs(before, after):
            raise Refused("review-finished")


def _only_state_differs(before: Action, after: Action) -> bool:
    stood = replace(before, done_on=after.done_on, dropped_because=after.dropped_because)
    return stood == after


def _check_seat(client: Client, seat: Seat) -> None:
    if seat.closed_on:
        if client.children(seat.id):
            raise Refused("closed-seat-has-reports", seat=seat.title)
        if client.seatings(seat.id):
            raise Refused("closed-seat-is-held", seat=seat.title)
        if client.ids(Cover, "seat", seat.id):
            raise Refused("closed-seat-covers", seat=seat.title)
        if client.second_lines(seat.id) or client.second_reports(seat.id):
            raise Refused("closed-seat-has-reports", seat=seat.title)
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
    if isinstance(record, Profile):
        raise Refused("client-without-profile")
    if any(client.ids(kind, by, record.id) for kind, by in POINTING.get(type(record), ())):
        raise Refused("still-in-use")

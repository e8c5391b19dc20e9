"""What an edit may change among the findings: so few subjects that a window follows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.finding import known_code
from mspseat_desktop.domain.health import THE_CLIENT
from mspseat_desktop.domain.health_index import plain_words, text_sign
from mspseat_desktop.domain.records import (
    Accepted,
    Cover,
    Figure,
    Function,
    Metric,
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import Action, Review
from mspseat_desktop.domain.vocabulary import ResponsibilityId, SeatId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.change import Change, Touch
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.health import Subject
    from mspseat_desktop.domain.health_index import Index
    from mspseat_desktop.domain.records import Record

_CLIENT: Final = ("client", THE_CLIENT)
_BY_OCCUPANT: Final = frozenset({"provider-without-seat", "notice-date-near", "many-seats"})
_BY_FUNCTION: Final = frozenset({"function-nobody-covers", "function-two-accountable"})


def changes_all(change: Change) -> bool:
    """Whether the change may touch every finding: what the client watches, how often it reviews."""
    return any(
        before is None
        or after is None
        or (before.unwatched, before.review_days) != (after.unwatched, after.review_days)
        for before, after in change.of(Profile)
    )


def reach(client: Client, change: Change, index: Index) -> Iterator[Subject | None]:
    """Yield the subjects whose findings the change may have changed, some more than once.

    `client` is the snapshot after the change or a later one; the index is brought up to date on
    the way. None is a place to pause at.
    """
    lines_moved = map_marked = False
    for touch in change.touches:
        yield None
        lines_moved = lines_moved or _moves_lines(touch)
        map_marked = map_marked or isinstance(touch.record, (Cover, Function))
        for record in (touch.before, touch.after):
            if record is not None:
                yield from _of_record(client, record, index)
        if isinstance(touch.before, Responsibility):
            index.drop_duty(plain_words(touch.before.text), touch.before.id)
            yield from _duty(client, touch.before, index)
    if lines_moved:
        # Whom a provider answers to may stand any number of levels above.
        for seat in tuple(index.providers):
            yield "seat", seat
    if map_marked and index.note_map(client):
        for function in client.functions():
            yield "function", function.id


def _moves_lines(touch: Touch) -> bool:
    """Whether somebody may answer to somebody else now."""
    before, after = touch.before, touch.after
    match touch.record:
        case Seating():
            return True
        case Seat():
            return (
                not isinstance(before, Seat)
                or not isinstance(after, Seat)
                or (before.parent, before.closed_on) != (after.parent, after.closed_on)
            )
        case Occupant():
            return not (
                isinstance(before, Occupant)
                and isinstance(after, Occupant)
                and before.kind == after.kind
            )
    return False


def _of_record(client: Client, record: Record, index: Index) -> Iterator[Subject | None]:
    match record:
        case Seat():
            yield from _seat(client, record.id, index)
            if record.parent is not None:
                yield "seat", record.parent
            for name in client.ids(Responsibility, "seat", record.id):
                yield "text", index.note_duty(client, ResponsibilityId(name))
            yield _CLIENT
        case Responsibility():
            yield "seat", record.seat
            yield from _duty(client, record, index)
        case Seating():
            yield from _seat(client, record.seat, index)
            yield from _below(client, record.seat)
            yield "occupant", record.occupant
            yield _CLIENT
        case Occupant():
            yield "occupant", record.id
            for seating in client.seats_of(record.id):
                yield from _seat(client, seating.seat, index)
            yield _CLIENT
        case Review():
            yield "seat", record.seat
            yield from _below(client, record.seat)
            yield "occupant", record.occupant
        case _:
            yield from _of_smaller(client, record, index)


def _of_smaller(client: Client, record: Record, index: Index) -> Iterator[Subject | None]:
    match record:
        case Profile():
            yield _CLIENT
        case Metric() | Figure() | Action():
            yield from (("seat", seat) for seat in _seats_of(client, record))
        case Function():
            yield "function", record.id
        case Cover():
            yield "function", record.function
            if record.responsibility is not None:
                yield "text", index.note_duty(client, record.responsibility)
        case Accepted():
            yield from _accepted(client, record, index)


def _seats_of(client: Client, record: Metric | Figure | Action) -> tuple[SeatId, ...]:
    """Return the seat that the record is kept for; none when what it hangs on went with it."""
    if isinstance(record, Metric):
        return (record.seat,)
    if isinstance(record, Figure):
        metric = client.find(Metric, record.metric)
        return (metric.seat,) if metric is not None else ()
    review = client.find(Review, record.review)
    return (review.seat,) if review is not None else ()


def _seat(client: Client, seat: SeatId, index: Index) -> Iterator[Subject]:
    index.note_seat(client, seat)
    yield "seat", seat


def _below(client: Client, seat: SeatId) -> Iterator[Subject | None]:
    """Whether a seat can judge its reports shows at each of them."""
    for report in client.children(seat):
        yield "seat", report


def _duty(client: Client, duty: Responsibility, index: Index) -> Iterator[Subject]:
    yield "text", plain_words(duty.text)
    yield "text", index.note_duty(client, duty.id)


def _accepted(client: Client, accepted: Accepted, index: Index) -> Iterator[Subject | None]:
    """Yield what an accepted finding belongs to."""
    code, about = known_code(accepted.code), accepted.about
    if code is None:
        return
    if code == "no-provider-seat":
        yield _CLIENT
    elif code in _BY_OCCUPANT:
        yield "occupant", about
    elif code in _BY_FUNCTION:
        yield "function", about
    elif code == "same-responsibility-twice":
        for words, held in tuple(index.texts.items()):
            yield ("text", words) if len(held) > 1 and text_sign(words) == about else None
    else:
        record = client.find(Metric, about) or client.find(Action, about)
        seats = _seats_of(client, record) if record is not None else (SeatId(about),)
        yield from (("seat", seat) for seat in seats)

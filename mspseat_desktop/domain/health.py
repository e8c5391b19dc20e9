"""What is worth a look in a client: nobody is blamed, each line says what is missing and where.

Findings belong to subjects, so that a window recomputes only what an edit touched
(`health_reach.py`): the client, a seat, an occupant, a function of the map, a text that stands in
several seats. A closed seat has none.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain import metrics
from mspseat_desktop.domain.bar import bar_of
from mspseat_desktop.domain.finding import Finding, in_order, rank
from mspseat_desktop.domain.gwc import next_review
from mspseat_desktop.domain.headlines import WRONG_SEAT, headline_code
from mspseat_desktop.domain.health_index import Index, text_sign
from mspseat_desktop.domain.homework import ENOUGH_RESPONSIBILITIES
from mspseat_desktop.domain.planning import is_overdue
from mspseat_desktop.domain.pointing import by_subject
from mspseat_desktop.domain.records import (
    Function,
    Occupant,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.scene import days_between, doubt_above, held_to_account
from mspseat_desktop.domain.standing import seat_changed_since
from mspseat_desktop.domain.vocabulary import (
    FunctionId,
    OccupantId,
    ResponsibilityId,
    SeatId,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.finding import Code

MANY_SEATS: Final = 4
"""Seats that one occupant is accountable for: small firms say so of themselves at four or more."""
WIDE_SPAN: Final = 9
"""Most reports that one seat leads well: the usual upper end of a span of control, five to nine."""
OFF_IN_A_ROW: Final = 3
"""Figures off target one after the other: once is a bad week, three times is how it goes."""
NOTICE_DAYS: Final = 60
"""So many days ahead the last day to give notice is near."""
MOST_SEATS_OF_A_TEXT: Final = 12
"""A text in more places than this is a kind of seat that stands there many times over."""
NO_MSP: Final = "msp"
"""The seat template of the IT provider, which a client may answer with "we have none"."""
THE_CLIENT: Final = "client"

Scope: TypeAlias = Literal["client", "seat", "occupant", "function", "text"]
Subject: TypeAlias = tuple[Scope, str]
"""What findings are computed for: a scope and an id; for a text the words that count."""


def findings(client: Client, on: str) -> tuple[Finding, ...]:
    """Return everything worth a look on that day, in chart order; what has no seat comes first.

    Accepted findings are among them, kinds that the client does not watch are not.
    """
    index = Index()
    index.note_map(client)
    place = {seat: number for number, seat in enumerate(client.chart())}
    for seat in place:
        index.note_seat(client, seat)
    for responsibility in client.every(Responsibility):
        index.note_duty(client, responsibility.id)
    found = [
        finding
        for subject in subjects(client, index)
        for finding in findings_of(client, subject, on=on, index=index)
    ]
    order = in_order(client)
    return tuple(sorted(found, key=lambda f: (place[f.seat] if f.seat else -1, *order(f))))


def subjects(client: Client, index: Index) -> Iterator[Subject]:
    """Yield everything that may have a finding; the index must hold the whole client."""
    yield "client", THE_CLIENT
    for seat in client.chart():
        yield "seat", seat
    for occupant in client.every(Occupant):
        yield "occupant", occupant.id
    for function in client.functions():
        yield "function", function.id
    for words in tuple(index.texts):
        yield "text", words


def findings_of(client: Client, subject: Subject, *, on: str, index: Index) -> tuple[Finding, ...]:
    """Return what is worth a look about one subject; nothing when it is not there any more."""
    scope, name = subject
    if scope == "seat":
        return findings_of_seat(client, SeatId(name), on)
    if scope == "client":
        found = _of_client(client, index)
    elif scope == "occupant":
        found = _of_occupant(client, OccupantId(name), on)
    elif scope == "function":
        found = _of_function(client, FunctionId(name), drawn=index.map_is_drawn)
    else:
        found = _of_text(client, name, index.texts.get(name, set()))
    return _watched(client, found)


def findings_of_seat(client: Client, seat: SeatId, on: str) -> tuple[Finding, ...]:
    """Return what is worth a look about the seat itself, what is in it and who is in it."""
    record = client.find(Seat, seat)
    if record is None or record.closed_on:
        return ()
    found = [
        *_of_holder(client, record),
        *_of_responsibilities(client, seat),
        *_of_metrics(client, seat, on),
        *_of_reviews(client, seat, on),
    ]
    reports = len(client.children(seat))
    if reports > WIDE_SPAN:
        found.append(Finding("wide-span", seat, seat, _counted(reports)))
    return _watched(client, sorted(found, key=rank))


def _watched(client: Client, found: list[Finding] | tuple[Finding, ...]) -> tuple[Finding, ...]:
    off = client.profile.unwatched if found else ()
    return tuple(f for f in found if f.code not in off) if off else tuple(found)


@cache
def _counted(count: int) -> Mapping[str, str]:
    return MappingProxyType({"count": str(count)})


def _of_client(client: Client, index: Index) -> list[Finding]:
    """No seat for a provider (S3, S4); an empty chart is no chart that lacks one."""
    if index.providers or not client.children(None) or NO_MSP in client.profile.has_none:
        return []
    return [Finding("no-provider-seat", None, THE_CLIENT)]


def _of_holder(client: Client, seat: Seat) -> list[Finding]:
    """Who sits there, who holds them to account (S5, S8), and whether that seat can judge."""
    holder = client.accountable(seat.id)
    if holder is None:
        also = any(s.role == "also" for s in client.seatings(seat.id))
        return [Finding("nobody-accountable" if also else "open-seat", seat.id, seat.id)]
    found = []
    if holder.kind == "provider":
        state = held_to_account(client, seat.id, holder)[0]
        if state != "held":
            code: Code = "provider-answers-to-itself"
            if state == "nobody":
                code = "provider-answers-to-nobody"
            found.append(Finding(code, seat.id, seat.id))
    if why := doubt_above(client, seat.parent):
        found.append(Finding("judge-in-doubt", seat.id, seat.id, MappingProxyType({"why": why})))
    return found


def _of_responsibilities(client: Client, seat: SeatId) -> list[Finding]:
    """Five is the number (S9); fewer and more are told, never forbidden."""
    count = len(client.ids(Responsibility, "seat", seat))
    code: Code
    if not count:
        return [Finding("no-responsibility", seat, seat)]
    if count == ENOUGH_RESPONSIBILITIES:
        return []
    code = "few-responsibilities" if count < ENOUGH_RESPONSIBILITIES else "many-responsibilities"
    return [Finding(code, seat, seat, _counted(count))]


def _of_metrics(client: Client, seat: SeatId, on: str) -> Iterator[Finding]:
    own = client.metrics(seat)
    if not own:
        yield Finding("no-metric", seat, seat)
    for metric in own:
        stands = metrics.standing(client, metric.id, on)
        if stands == "stale":
            yield Finding("metric-stale", seat, metric.id)
        elif stands == "off_target":
            count = metrics.off_in_a_row(client, metric.id, until=on)
            if count >= OFF_IN_A_ROW:
                yield Finding("metric-off-target", seat, metric.id, _counted(count))


def _of_reviews(client: Client, seat: SeatId, on: str) -> Iterator[Finding]:
    holder = client.accountable(seat)
    finished = [r for r in client.reviews(seat) if r.state == "finished"]
    amended = {r.amends for r in finished}
    stand = [r for r in finished if r.id not in amended]
    if holder is not None:
        own = [r for r in stand if r.occupant == holder.id]
        if own:
            yield from _of_latest(client, own[-1], on)
        elif not _is_new(client, seat, holder.id, on=on):
            yield Finding("never-reviewed", seat, seat)
    for review in stand:
        for action in client.actions(review.id):
            if is_overdue(action, on):
                yield Finding("action-overdue", seat, action.id)


def _of_latest(client: Client, review: Review, on: str) -> Iterator[Finding]:
    """A review goes stale on its own day, or when what was behind a no has changed."""
    seat, due = review.seat, review.next_on
    if not due:
        days = client.profile.review_days
        bar = bar_of(review.scene, by_subject(review.answers)) if review.scene else "none"
        due = next_review(headline_code(review.headline), review.on, bar=bar, review_days=days)
    if due < on:
        yield Finding("review-overdue", seat, seat, MappingProxyType({"due": due}))
    if seat_changed_since(client, review):
        yield Finding("seat-changed-since-review", seat, seat)
    elif review.headline in WRONG_SEAT and not client.actions(review.id):
        yield Finding("wrong-seat-without-action", seat, seat)


def _is_new(client: Client, seat: SeatId, holder: OccupantId, *, on: str) -> bool:
    """Whether the holder came so lately that the first review is not due; unknown is not new."""
    for seating in client.seatings(seat):
        if seating.occupant == holder:
            days = days_between(seating.since, on)
            return days is not None and days < client.profile.review_days
    return False


def _of_occupant(client: Client, occupant: OccupantId, on: str) -> list[Finding]:
    record = client.find(Occupant, occupant)
    if record is None:
        return []
    now = client.seats_of(occupant)
    held = [s.seat for s in now if s.role == "accountable"]
    found = []
    if record.kind == "provider":
        if not held and _is_in_use(client, record):
            seat = now[0].seat if now else None
            found.append(Finding("provider-without-seat", seat, occupant))
        left = days_between(on, record.notice_by)
        if held and not record.notice_given and left is not None and 0 <= left <= NOTICE_DAYS:
            day = MappingProxyType({"day": record.notice_by})
            found.append(Finding("notice-date-near", held[0], occupant, day))
    if len(held) >= MANY_SEATS:
        found.append(Finding("many-seats", held[0], occupant, _counted(len(held))))
    return found


def _is_in_use(client: Client, provider: Occupant) -> bool:
    """Whether a provider without a seat helps somewhere, or is at least named.

    One who has left, who became another firm or who is only a candidate in a review is not.
    """
    seatings = client.owned(Seating, "occupant", provider.id)
    if any(not s.until for s in seatings):
        return True
    reviewed = bool(client.ids(Review, "occupant", provider.id))
    return not seatings and not reviewed and provider.continues_as is None


def _of_function(client: Client, function: FunctionId, *, drawn: bool) -> list[Finding]:
    """Exactly one is accountable for each piece of IT work, once the map is drawn."""
    if client.find(Function, function) is None:
        return []
    covers = client.covers(function)
    held = sorted(c.seat for c in covers if c.part == "accountable")
    if len(held) > 1:
        return [Finding("function-two-accountable", held[0], function, _counted(len(held)))]
    if held:
        return []
    # The map says it so too; asked for the order of the seats it would walk through the chart.
    parts = {c.part for c in covers}
    why = next((p for p in ("declined", "excluded") if p in parts), "nobody")
    if why == "nobody" and not drawn:
        return []
    return [Finding("function-nobody-covers", None, function, MappingProxyType({"why": why}))]


def _of_text(client: Client, words: str, held: set[ResponsibilityId]) -> list[Finding]:
    """Only one is accountable: the same words in two seats, or twice in one, say otherwise."""
    if not 1 < len(held) <= MOST_SEATS_OF_A_TEXT:
        return []
    there = (client.find(Responsibility, name) for name in held)
    records = [record for record in there if record is not None]
    if len(records) < 2:
        return []
    first = min(records, key=lambda r: (r.seat, r.id))
    seats = sorted({record.seat for record in records})
    return [
        Finding(
            "same-responsibility-twice",
            first.seat,
            text_sign(words),
            MappingProxyType({"responsibility": first.id, "seats": "\n".join(seats)}),
        )
    ]

"""What one can ask about people and providers: their seats, then and now, and their next dates."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.records import Occupant, Seating
from mspseat_desktop.domain.standing import SeatOutcome, outcome_of

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId

NEAR_DAYS: Final = 90
"""So many days ahead the end of a contract or its last day for a notice is near."""


def name_key(name: str) -> str:
    """Return what two names share that read the same, however they are encoded or spaced."""
    plain = name if name.isascii() else unicodedata.normalize("NFKC", name)
    return " ".join(plain.casefold().split())


def same_name(client: Client, name: str, *, besides: OccupantId | None) -> tuple[Occupant, ...]:
    """Return the others whose name reads the same, in a steady order."""
    sought = name_key(name)
    found = [o for o in client.every(Occupant) if o.id != besides and name_key(o.name) == sought]
    return tuple(sorted(found, key=lambda o: o.id))


def seats_in_order(client: Client, occupant: OccupantId) -> tuple[Seating, ...]:
    """Return where the occupant sits now, in chart order."""
    now = client.seats_of(occupant)
    if len(now) < 2:
        return now
    return tuple(sorted(now, key=lambda seating: _chart_place(client, seating.seat)))


def _chart_place(client: Client, seat: SeatId) -> tuple[tuple[int, str], ...]:
    """Return the way to the seat from the top: what stands earlier in the chart is less."""
    line = (seat, *client.seats_above(seat))
    return tuple((client.seat(one).order, one) for one in reversed(line))


def seats_before(client: Client, occupant: OccupantId) -> tuple[Seating, ...]:
    """Return where the occupant sat once, what ended last first."""
    past = [s for s in client.owned(Seating, "occupant", occupant) if s.until]
    return tuple(sorted(past, key=lambda s: (s.until, s.since, s.id), reverse=True))


def sat_before(client: Client, seat: SeatId) -> tuple[Seating, ...]:
    """Return who sat in the seat once, what ended last first."""
    past = [s for s in client.owned(Seating, "seat", seat) if s.until]
    return tuple(sorted(past, key=lambda s: (s.until, s.since, s.id), reverse=True))


def outcome_in(client: Client, seat: SeatId, occupant: OccupantId) -> SeatOutcome | None:
    """Return how the occupant's latest review in the seat came out; None without one."""
    reviews = client.reviews_of(seat, occupant)
    return outcome_of(client, reviews[-1]) if reviews else None


def next_review(client: Client, occupant: OccupantId) -> str:
    """Return the earliest day on which one of the occupant's seats is to be reviewed again.

    The latest finished review of each seat names it; "" when none does.
    """
    days = []
    for seat in {s.seat for s in client.seats_of(occupant)}:
        reviews = client.reviews_of(seat, occupant)
        if reviews and reviews[-1].next_on:
            days.append(reviews[-1].next_on)
    return min(days, default="")


def contract_day(occupant: Occupant) -> str:
    """Return the day of a provider's contract to watch, "" for none.

    That is the last day to give notice, or the contract's end when notice was given or no such
    day is known.
    """
    if occupant.kind != "provider":
        return ""
    if occupant.notice_by and not occupant.notice_given:
        return occupant.notice_by
    return occupant.contract_end


def contract_is_near(client: Client, occupant: Occupant, *, on: str) -> bool:
    """Whether a contract that is still open ends, or asks for a notice, within NEAR_DAYS.

    A contract stays open after its last day while the provider sits somewhere.
    """
    day = contract_day(occupant)
    if not day or day > (date.fromisoformat(on) + timedelta(days=NEAR_DAYS)).isoformat():
        return False
    ended = bool(occupant.contract_end) and occupant.contract_end < on
    return not ended or bool(client.seats_of(occupant.id))


def became(client: Client, occupant: OccupantId) -> tuple[Occupant, ...]:
    """Return the providers that continue as this one, in a steady order."""
    return client.owned(Occupant, "continues_as", occupant)


def leads_to(client: Client, start: OccupantId, end: OccupantId) -> bool:
    """Whether `start`, or a firm that it goes on as, is `end`."""
    now: OccupantId | None = start
    while now is not None and now != end:
        now = client.get(Occupant, now).continues_as
    return now == end

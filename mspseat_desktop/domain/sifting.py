"""Which seats of a chart are of a kind that somebody wants to see alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.headlines import WRONG_SEAT
from mspseat_desktop.domain.planning import due, never_reviewed
from mspseat_desktop.domain.records import Occupant, Seat, Seating
from mspseat_desktop.domain.standing import latest_outcome

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId

SeatKind: TypeAlias = Literal["all", "open", "providers", "never", "overdue", "wrong"]
"""`overdue` is a review or an agreed action whose day has passed."""

KINDS: Final[tuple[SeatKind, ...]] = ("all", "open", "providers", "never", "overdue", "wrong")
RATED_KINDS: Final[frozenset[SeatKind]] = frozenset({"wrong"})
"""Kinds that can be asked for only while ratings are shown: the list itself would tell them."""


def seats_of_kind(client: Client, kind: SeatKind, on: str) -> set[SeatId]:
    """Return the seats of the chart that are of the kind on the ISO day `on`."""
    match kind:
        case "open":
            held = _holders(client)
            return {seat for seat in _standing(client) if seat not in held}
        case "providers":
            return _of_providers(client)
        case "never":
            return set(never_reviewed(client))
        case "overdue":
            late = {each.seat for each in due(client, on, ahead=-1) if each.seat is not None}
            return {seat for seat in late if not client.seat(seat).closed_on}
        case "wrong":
            return {seat for seat in _holders(client) if _is_wrong(client, seat)}
        case "all":
            return set(_standing(client))


def _standing(client: Client) -> list[SeatId]:
    return [seat.id for seat in client.every(Seat) if not seat.closed_on]


def _holders(client: Client) -> dict[SeatId, OccupantId]:
    """Return who is accountable for each held seat, read in one pass for speed."""
    return {
        seating.seat: seating.occupant
        for seating in client.every(Seating)
        if seating.role == "accountable"
        and not seating.until
        and not client.seat(seating.seat).closed_on
    }


def _of_providers(client: Client) -> set[SeatId]:
    """Return the seats that a provider holds, or is meant to while they are open."""
    holders = _holders(client)
    providers = {who.id for who in client.every(Occupant) if who.kind == "provider"}
    return {
        seat.id
        for seat in client.every(Seat)
        if not seat.closed_on
        and (holders[seat.id] in providers if seat.id in holders else seat.meant_for == "provider")
    }


def _is_wrong(client: Client, seat: SeatId) -> bool:
    outcome = latest_outcome(client, seat)
    return outcome is not None and outcome.headline in WRONG_SEAT

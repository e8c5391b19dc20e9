"""What the coverage map says: who is accountable for each piece of IT work, and what is missing.

The map is the truth for every responsibility that functions belong to.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.records import (
    Cover,
    Function,
    Responsibility,
    cover_id,
)
from mspseat_desktop.domain.vocabulary import (
    CoverPart,
    FunctionId,
    Part,
    ResponsibilityId,
    SeatId,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client

Trouble: TypeAlias = Literal["", "nobody", "two", "excluded", "declined", "leadership"]

RISKS: Final = "risks"
"""The code of deciding which risks the company lives with: for those who lead it, no provider."""
SECURITY: Final = ("email", "sign-in", "attacks", "weak-spots", "incidents")
BASICS: Final = ("backup", "network", "servers")
"""Codes of what whoever does security has to hold too, or can not keep its promise."""
LEADING_LINES: Final = 2
"""How many lines below the top the leadership team ends: owner, general manager, functions."""

_WANTED: Final = ("accountable", "helps")


@dataclass(frozen=True, slots=True)
class FunctionStanding:
    """What the seats have to do with a function, each list in chart order, and what is wrong.

    `trouble`: `two` are accountable; the one is not `leadership` where only leadership may be;
    nobody is, since the provider `declined` it, the contract has it `excluded`, or just `nobody`.
    """

    function: FunctionId
    accountable: tuple[SeatId, ...] = ()
    helpers: tuple[SeatId, ...] = ()
    declined: tuple[SeatId, ...] = ()
    excluded: tuple[SeatId, ...] = ()
    trouble: Trouble = ""
    vacant: bool = False
    """Whether the one accountable seat is open: the map says who, but nobody is there."""

    def is_clear(self, *, drawn: bool) -> bool:
        """Whether nothing is missing; an open seat counts only once the map is drawn."""
        return not self.trouble and not (self.vacant and drawn)

    def is_question(self, *, drawn: bool) -> bool:
        """Whether the function is merely not thought of yet, which is no fault."""
        return self.trouble == "nobody" and not drawn


def is_drawn(client: Client) -> bool:
    """Whether half of the functions or more have a mark.

    Before that the map is being drawn, and a function without anybody is a question, no gap.
    """
    functions = client.functions()
    marked = sum(bool(client.covers(function.id)) for function in functions)
    return bool(functions) and 2 * marked >= len(functions)


def standing(client: Client, function: FunctionId) -> FunctionStanding:
    """Return how the function stands; raise Refused("gone") when it is not there."""
    record = client.get(Function, function)
    covers = client.covers(function)
    rank = _ranks(client) if len(covers) > 1 else {}
    seats: dict[CoverPart, list[SeatId]] = {}
    for cover in sorted(covers, key=lambda c: rank.get(c.seat, 0)):
        seats.setdefault(cover.part, []).append(cover.seat)
    return _standing(client, record, seats)


def standings(client: Client) -> tuple[FunctionStanding, ...]:
    """Return how every function stands, in the order of the map."""
    rank = _ranks(client)
    found = []
    for function in client.functions():
        seats: dict[CoverPart, list[SeatId]] = {}
        for cover in sorted(client.covers(function.id), key=lambda c: rank[c.seat]):
            seats.setdefault(cover.part, []).append(cover.seat)
        found.append(_standing(client, function, seats))
    return tuple(found)


def _standing(
    client: Client, function: Function, seats: Mapping[CoverPart, list[SeatId]]
) -> FunctionStanding:
    accountable = seats.get("accountable", [])
    trouble: Trouble = ""
    if len(accountable) > 1:
        trouble = "two"
    elif accountable:
        leads = function.code != RISKS or is_leadership(client, accountable[0])
        trouble = "" if leads else "leadership"
    elif "declined" in seats:
        trouble = "declined"
    else:
        trouble = "excluded" if "excluded" in seats else "nobody"
    return FunctionStanding(
        function.id,
        tuple(accountable),
        tuple(seats.get("helps", ())),
        tuple(seats.get("declined", ())),
        tuple(seats.get("excluded", ())),
        trouble,
        vacant=len(accountable) == 1 and client.accountable(accountable[0]) is None,
    )


def columns(client: Client) -> tuple[SeatId, ...]:
    """Return the seats that hold IT work, in chart order: the columns of the map."""
    return tuple(seat for seat in client.chart() if is_it_seat(client, seat))


def is_it_seat(client: Client, seat: SeatId) -> bool:
    """Whether the seat has a column in the map: marked there, said to hold IT, or an IT provider's.

    The questions for IT providers go to a provider in a seat whose responsibilities carry levels;
    such a seat belongs in the map from the start.
    """
    return (
        client.seat(seat).holds_it
        or bool(client.ids(Cover, "seat", seat))
        or stays_a_column(client, seat)
    )


def stays_a_column(client: Client, seat: SeatId) -> bool:
    """Whether the seat is an IT provider's, so that its column can not be taken out."""
    return is_providers(client, seat) and any(r.level for r in client.responsibilities(seat))


def is_providers(client: Client, seat: SeatId) -> bool:
    """Whether a provider is accountable for the seat, or the open seat is meant for one."""
    holder = client.accountable(seat)
    if holder is None:
        return client.seat(seat).meant_for == "provider"
    return holder.kind == "provider"


def is_leadership(client: Client, seat: SeatId) -> bool:
    """Whether the seat may decide which risks the company lives with: near the top, no provider."""
    deeper = next(islice(client.seats_above(seat), LEADING_LINES, None), None)
    return deeper is None and not is_providers(client, seat)


def missing_basics(client: Client, seat: SeatId) -> tuple[str, ...]:
    """Return the codes of the basics that a provider's seat lacks though it does security.

    Empty for seats that are no provider's or do no security, and for basics that the client has
    taken out of its map.
    """
    if not is_providers(client, seat):
        return ()
    held = {c.function for c in client.owned(Cover, "seat", seat) if c.part == "accountable"}
    if not held:
        return ()
    if not any(client.get(Function, function).code in SECURITY for function in held):
        return ()
    there = {f.code: f.id for f in client.functions() if f.code in BASICS}
    return tuple(code for code in BASICS if code in there and there[code] not in held)


def linked(client: Client, responsibility: ResponsibilityId) -> tuple[Cover, ...]:
    """Return what belongs to the responsibility in the map, in the order of the map."""
    covers = client.owned(Cover, "responsibility", responsibility)
    if len(covers) < 2:
        return covers
    rank = {function.id: number for number, function in enumerate(client.functions())}
    return tuple(sorted(covers, key=lambda cover: rank[cover.function]))


def shown_part(client: Client, responsibility: ResponsibilityId) -> tuple[Part, bool]:
    """Return the part that the seat has in it, and whether it is out of the contract.

    With functions that belong to it the map decides: out of the contract when all of them are;
    accountable with the first function that the seat is accountable for, shared when another
    seat is accountable for one of those or helps with it; else the seat only helps. What was
    merely declined says nothing about the part.
    """
    record = client.get(Responsibility, responsibility)
    covers = client.owned(Cover, "responsibility", responsibility)
    if not covers:
        return record.part, record.excluded
    if all(cover.part == "excluded" for cover in covers):
        return record.part, True
    held = [cover for cover in covers if cover.part == "accountable"]
    if held:
        return "shared" if any(
            _is_shared(client, cover) for cover in held
        ) else "accountable", False
    helps = any(cover.part == "helps" for cover in covers)
    return "helps" if helps else record.part, False


def _is_shared(client: Client, cover: Cover) -> bool:
    return any(
        other.seat != cover.seat and other.part in _WANTED
        for other in client.covers(cover.function)
    )


def in_part(
    client: Client, responsibility: ResponsibilityId
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the wanted and of the declined functions of a responsibility.

    Both are empty unless some are wanted and others declined.
    """
    covers = linked(client, responsibility)
    wanted = tuple(_name(client, c) for c in covers if c.part in _WANTED)
    declined = tuple(_name(client, c) for c in covers if c.part == "declined")
    return (wanted, declined) if wanted and declined else ((), ())


def cover_of(client: Client, function: FunctionId, seat: SeatId) -> Cover | None:
    """Return what the seat has to do with the function, None for nothing."""
    return client.find(Cover, cover_id(function, seat))


def _name(client: Client, cover: Cover) -> str:
    return client.get(Function, cover.function).name


def _ranks(client: Client) -> Mapping[SeatId, int]:
    return {seat: number for number, seat in enumerate(client.chart())}

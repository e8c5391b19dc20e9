"""In which lists each kind of record stands, whose they are, and in what order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    Accepted,
    ChartLook,
    Contact,
    CoreValue,
    Cover,
    Figure,
    Function,
    Metric,
    Occupant,
    Profile,
    Record,
    RecordType,
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
    from rpds import HashTrieMap

Owner: TypeAlias = tuple[RecordType, str, str]
"""Kind of the owned records, by which of their ids, and that id; ROOT for those at the top."""
Listing: TypeAlias = tuple[RecordType, str]
Place: TypeAlias = tuple[int | str, ...] | str
_Key: TypeAlias = Callable[[Record], Place]

ROOT = ""
_BY_ORDER: _Key = attrgetter("order", "id")
PLACES: Mapping[RecordType, _Key] = {
    Profile: attrgetter("id"),
    Seat: _BY_ORDER,
    Responsibility: _BY_ORDER,
    Metric: _BY_ORDER,
    Figure: attrgetter("on", "id"),
    Occupant: attrgetter("id"),
    Seating: attrgetter("since", "id"),
    CoreValue: _BY_ORDER,
    Review: attrgetter("on", "finished_at", "id"),
    Answer: attrgetter("id"),
    Action: _BY_ORDER,
    Contact: _BY_ORDER,
    Function: _BY_ORDER,
    Cover: attrgetter("id"),
    Accepted: attrgetter("id"),
    Voice: _BY_ORDER,
    BankQuestion: _BY_ORDER,
    Signature: _BY_ORDER,
    Comparison: attrgetter("on", "id"),
    Candidate: _BY_ORDER,
    Form: attrgetter("on", "id"),
    SecondLine: attrgetter("id"),
    ChartLook: attrgetter("id"),
}
OwnerOf: TypeAlias = "Callable[[Record], str | None]"
"""Tells whose list a record stands in; None for none."""
OWNERS: Mapping[Listing, OwnerOf] = {
    (Seat, "parent"): lambda seat: getattr(seat, "parent", None) or ROOT,
    (Responsibility, "seat"): attrgetter("seat"),
    (Metric, "seat"): attrgetter("seat"),
    (Figure, "metric"): attrgetter("metric"),
    (Seating, "seat"): attrgetter("seat"),
    (Seating, "occupant"): attrgetter("occupant"),
    (CoreValue, "occupant"): lambda value: getattr(value, "occupant", None) or ROOT,
    (Review, "seat"): attrgetter("seat"),
    (Review, "occupant"): attrgetter("occupant"),
    (Answer, "review"): attrgetter("review"),
    (Action, "review"): attrgetter("review"),
    (Occupant, "continues_as"): attrgetter("continues_as"),
    (Contact, "occupant"): attrgetter("occupant"),
    (Function, "client"): lambda _function: ROOT,
    (Cover, "function"): attrgetter("function"),
    (Cover, "seat"): attrgetter("seat"),
    (Cover, "responsibility"): attrgetter("responsibility"),
    (Voice, "review"): attrgetter("review"),
    (Voice, "form"): attrgetter("form"),
    (BankQuestion, "bank"): attrgetter("bank"),
    (BankQuestion, "seat"): attrgetter("seat"),
    (Signature, "review"): attrgetter("review"),
    (Comparison, "seat"): attrgetter("seat"),
    (Comparison, "chosen"): attrgetter("chosen"),
    (Candidate, "comparison"): attrgetter("comparison"),
    (Candidate, "occupant"): attrgetter("occupant"),
    (Form, "seat"): attrgetter("seat"),
    (Form, "occupant"): attrgetter("occupant"),
    (SecondLine, "seat"): attrgetter("seat"),
    (SecondLine, "to"): attrgetter("to"),
}
LISTINGS = tuple(OWNERS)
_LISTINGS_OF: Mapping[RecordType, tuple[tuple[str, OwnerOf], ...]] = {
    kind: tuple((by, owner) for (of, by), owner in OWNERS.items() if of is kind)
    for kind in RECORD_TYPES
}


def owners(record: Record) -> tuple[Owner, ...]:
    """Return the lists that the record stands in, each named by its owner."""
    if isinstance(record, Seat) and record.closed_on:
        return ()
    kind = type(record)
    found = ((by, owner(record)) for by, owner in _LISTINGS_OF[kind])
    return tuple((kind, by, name) for by, name in found if name is not None)


def place(record: Record) -> Place:
    """Return the key by which the record sorts in its lists."""
    return PLACES[type(record)](record)


def listed_with(
    lists: HashTrieMap[str, tuple[str, ...]],
    owner: str,
    record: Record,
    table: HashTrieMap[str, Record],
) -> HashTrieMap[str, tuple[str, ...]]:
    """Return the lists with the record in its owner's, in its place."""
    ids = lists.get(owner, ())
    at = bisect_left(ids, place(record), key=lambda i: place(table[i]))
    return lists.insert(owner, (*ids[:at], record.id, *ids[at:]))


def listed_without(
    lists: HashTrieMap[str, tuple[str, ...]],
    owner: str,
    record: Record,
    table: HashTrieMap[str, Record],
) -> HashTrieMap[str, tuple[str, ...]]:
    """Return the lists without the record in its owner's."""
    ids = lists[owner]
    at = bisect_left(ids, place(record), key=lambda i: place(table[i]))
    rest = ids[:at] + ids[at + 1 :]
    return lists.insert(owner, rest) if rest else lists.discard(owner)

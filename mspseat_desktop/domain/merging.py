"""Bringing records of another version of the same client over, by choice and as one edit."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, cast

from mspseat_desktop.domain.records import Profile, Seat, Seating
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.rules import POINTING
from mspseat_desktop.domain.vocabulary import BlobHash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.difference import Differing
    from mspseat_desktop.domain.records import Record, RecordType
    from mspseat_desktop.domain.revision import Revision

_LINKS: tuple[tuple[RecordType, str, RecordType], ...] = (
    *((kind, field, target) for target, links in POINTING.items() for kind, field in links),
    (Review, "amends", Review),
)
"""Which field of which kind names a record of which kind."""
_HASH = re.compile("[0-9a-f]{64}")


def may_come_over(differing: Differing) -> bool:
    """Return whether the record may be taken as it is in the other version.

    A review that is finished here stays as it is, and a client has always a record of its own.
    """
    before, after = differing.before, differing.after
    if isinstance(before, Profile) and after is None:
        return False
    return not (isinstance(before, Review) and before.state == "finished")


def with_needed(
    chosen: Iterable[Differing], all_of_them: Sequence[Differing], present: Client
) -> tuple[Differing, ...]:
    """Return the chosen differences and those that have to come with them, in one order.

    A record that comes over brings what it points at and what is not here yet; one that goes
    takes along what points at it; a seat that gets somebody accountable loses who was.
    `all_of_them` lead from the present client to the other version.
    """
    by_key = {(type(found.record), found.record.id): found for found in all_of_them}
    taken: dict[tuple[RecordType, str], Differing] = {}
    waiting = list(chosen)
    while waiting:
        found = waiting.pop()
        key = (type(found.record), found.record.id)
        if key in taken:
            continue
        taken[key] = found
        waiting += [by_key[k] for k in _needs(found, present) if k in by_key]
    return tuple(found for key, found in by_key.items() if key in taken)


def merge_edit(chosen: Sequence[Differing]) -> Edit:
    """Return the edit that takes these records as the other version has them.

    The session refuses it where the rest of the client does not allow it.
    """

    def run(work: Revision) -> None:
        for found in chosen:
            if found.after is None:
                work.remove(found.record)
        for found in chosen:
            if isinstance(found.after, Seat):
                work.put(_in_line(found.after, work.client))
            elif found.after is not None:
                work.put(found.after)

    return Edit("merge-version", run)


def blobs_named(chosen: Iterable[Differing]) -> frozenset[BlobHash]:
    """Return the hashes of pictures and files that the records name as the other version has them.

    What looks like one and is none is not found anywhere.
    """
    return frozenset(
        name for found in chosen if found.after is not None for name in _hashes(found.after)
    )


def _hashes(value: object) -> Iterator[BlobHash]:
    if isinstance(value, str):
        if _HASH.fullmatch(value):
            yield BlobHash(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _hashes(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _hashes(getattr(value, field.name))


def _needs(found: Differing, present: Client) -> Iterator[tuple[RecordType, str]]:
    """Yield the keys of the records that have to come with this one."""
    if found.after is None:
        yield from _pointing_at(found.record, present)
        return
    for kind, field, target in _LINKS:
        if isinstance(found.after, cast("type[Record]", kind)):
            name = getattr(found.after, field)
            if name is not None and not present.has(target, name):
                yield target, name
    after = found.after
    if isinstance(after, Seating) and after.role == "accountable" and present.has(Seat, after.seat):
        for seating in present.seatings(after.seat):
            if seating.role == "accountable" or seating.occupant == after.occupant:
                yield Seating, seating.id
    if isinstance(after, Seat) and after.closed_on:
        yield from _pointing_at(after, present)


def _pointing_at(record: Record, present: Client) -> Iterator[tuple[RecordType, str]]:
    for kind, field in POINTING.get(type(record), ()):
        for name in present.ids(kind, field, record.id):
            yield kind, name


def _in_line(seat: Seat, client: Client) -> Seat:
    """Return the seat with a place of its own among those beside it."""
    beside = {client.seat(s).order for s in client.children(seat.parent) if s != seat.id}
    order = seat.order
    while order in beside:
        order += 1
    return replace(seat, order=order)

"""Which fields of the records hold words that somebody typed, and how all of them are reworded."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from typing import TYPE_CHECKING, TypeVar, cast, get_type_hints

from mspseat_desktop.domain.records import RECORD_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Record

R = TypeVar("R")

_CODES: Mapping[str, frozenset[str]] = {
    "Profile": frozenset({"has_none", "unwatched"}),
    "Seat": frozenset({"closed_on"}),
    "Figure": frozenset({"on"}),
    "Occupant": frozenset({"contract_start", "contract_end", "notice_by", "notice_given"}),
    "Seating": frozenset({"since", "until"}),
    "Function": frozenset({"code"}),
    "Accepted": frozenset({"code", "about", "on"}),
    "Answer": frozenset({"about", "value", "seen_on"}),
    "SceneMetric": frozenset({"latest_on"}),
    "Scene": frozenset({"seated_since", "notice_given", "contract_end"}),
    "Review": frozenset(
        {"on", "bank", "next_on", "finished_at", "headline", "asked", "revealed_at"}
    ),
    "Action": frozenset({"due", "done_on", "origin"}),
    "Voice": frozenset({"given_on"}),
    "BankQuestion": frozenset({"bank", "question"}),
    "Signature": frozenset({"on"}),
    "Comparison": frozenset({"on", "decided_on"}),
    "Form": frozenset({"on", "bank", "asked", "digest", "returned_on"}),
}
"""Text fields that hold dates, codes and ids; every other one counts as words, new ones too."""


def every_record(client: Client) -> Iterator[Record]:
    """Yield every record of the client, kind by kind."""
    for kind in RECORD_TYPES:
        yield from client.every(cast("type[Record]", kind))


_known: dict[type[object], tuple[tuple[str, ...], tuple[str, ...]]] = {}


def word_fields(kind: type[object]) -> tuple[str, ...]:
    """Return the fields of a record, or of a part of one, that hold typed words."""
    return _fields_of(kind)[0]


def reworded(record: R, change: Callable[[str], str]) -> R:
    """Return the record with `change` applied to all its words, those in its parts included.

    It is the same object where nothing changed.
    """
    words, nested = _fields_of(type(record))
    found: dict[str, object] = {}
    for name in words:
        before = getattr(record, name)
        if before and (after := change(before)) != before:
            found[name] = after
    for name in nested:
        part = getattr(record, name)
        if (now := _reworded_part(part, change)) is not part:
            found[name] = now
    return replace(record, **found) if found else record  # type: ignore[type-var]  # all are


def words_of(record: object) -> Iterator[str]:
    """Yield all words of the record that are not empty, those in its parts included."""
    fields, nested = _fields_of(type(record))
    for name in fields:
        if words := getattr(record, name):
            yield words
    for name in nested:
        part = getattr(record, name)
        for one in part if isinstance(part, tuple) else (part,):
            if is_dataclass(one):
                yield from words_of(one)


def _fields_of(kind: type[object]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields with typed words, and those that can hold parts with words of their own."""
    known = _known.get(kind)
    if known is None:
        hints, codes = get_type_hints(kind), _CODES.get(kind.__name__, frozenset())
        words = tuple(name for name, hint in hints.items() if hint is str and name not in codes)
        nested = tuple(name for name, hint in hints.items() if _can_hold_parts(hint))
        known = _known[kind] = words, nested
    return known


def _can_hold_parts(hint: object) -> bool:
    return any(is_dataclass(part) for part in getattr(hint, "__args__", ()))


def _reworded_part(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, tuple):
        parts = tuple([_reworded_part(one, change) for one in value])
        is_same = all(now is before for now, before in zip(parts, value, strict=True))
        return value if is_same else parts
    return reworded(value, change) if is_dataclass(value) else value

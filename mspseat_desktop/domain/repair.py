"""Records out of a damaged file made to fit together again: every id points at a record."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.records import (
    Contact,
    CoreValue,
    Cover,
    Figure,
    Function,
    Metric,
    Occupant,
    Record,
    RecordType,
    Responsibility,
    Seat,
    Seating,
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
    from collections.abc import Iterable, Mapping

Loose: TypeAlias = Literal["leave-out", "forget"]
"""What becomes of a record whose link points nowhere: it goes, or only the link does."""

_LINKS: Mapping[RecordType, tuple[tuple[str, RecordType, Loose], ...]] = {
    Seat: (("parent", Seat, "forget"),),
    Responsibility: (("seat", Seat, "leave-out"),),
    Metric: (("seat", Seat, "leave-out"),),
    Figure: (("metric", Metric, "leave-out"),),
    Occupant: (("continues_as", Occupant, "forget"),),
    Seating: (("seat", Seat, "leave-out"), ("occupant", Occupant, "leave-out")),
    # Without its provider it would count as one of the client's own.
    CoreValue: (("occupant", Occupant, "leave-out"),),
    Review: (
        ("seat", Seat, "leave-out"),
        ("occupant", Occupant, "leave-out"),
        ("amends", Review, "forget"),
    ),
    Answer: (("review", Review, "leave-out"),),
    Action: (("review", Review, "leave-out"),),
    Contact: (("occupant", Occupant, "leave-out"),),
    Cover: (
        ("function", Function, "leave-out"),
        ("seat", Seat, "leave-out"),
        ("responsibility", Responsibility, "forget"),
    ),
    Voice: (("review", Review, "leave-out"), ("form", Form, "forget")),
    # Without its seat it would be asked about every seat.
    BankQuestion: (("seat", Seat, "leave-out"),),
    Signature: (("review", Review, "leave-out"),),
    Comparison: (("seat", Seat, "leave-out"), ("chosen", Occupant, "forget")),
    Candidate: (("comparison", Comparison, "leave-out"), ("occupant", Occupant, "leave-out")),
    Form: (("seat", Seat, "leave-out"), ("occupant", Occupant, "leave-out")),
}


@dataclass(frozen=True, slots=True)
class Repaired:
    """Records that fit together; those left out; and the seats that report to nobody now."""

    records: tuple[Record, ...]
    left_out: tuple[Record, ...]
    new_roots: tuple[Seat, ...]


def repaired(records: Iterable[Record]) -> Repaired:
    """Return the records with every link that points nowhere mended.

    A seat whose superior is gone, or that would report to itself over others, becomes a root; a
    record that belongs to one that is gone is left out, and so on for what belongs to that.
    """
    staying = list({(type(r), r.id): r for r in records}.values())
    left_out: list[Record] = []
    while True:
        known = _ids(staying)
        fits = [_belongs(record, known) for record in staying]
        left_out += [r for r, fit in zip(staying, fits, strict=True) if not fit]
        if all(fits):
            break
        staying = [r for r, fit in zip(staying, fits, strict=True) if fit]
    loose = {seat.id for seat in staying if _hangs_loose(seat, known)} | _in_circles(staying)
    mended = tuple(_mended(record, known, loose) for record in staying)
    roots = tuple(r for r in mended if isinstance(r, Seat) and r.id in loose)
    return Repaired(mended, tuple(left_out), roots)


_Ids: TypeAlias = "Mapping[RecordType, set[str]]"


def _ids(records: Iterable[Record]) -> _Ids:
    found: defaultdict[RecordType, set[str]] = defaultdict(set)
    for record in records:
        found[type(record)].add(record.id)
    return found


def _points_nowhere(record: Record, field: str, kind: RecordType, known: _Ids) -> bool:
    name = getattr(record, field)
    return name is not None and name not in known.get(kind, set())


def _belongs(record: Record, known: _Ids) -> bool:
    return not any(
        loose == "leave-out" and _points_nowhere(record, field, kind, known)
        for field, kind, loose in _LINKS.get(type(record), ())
    )


def _hangs_loose(record: Record, known: _Ids) -> bool:
    return isinstance(record, Seat) and _points_nowhere(record, "parent", Seat, known)


def _in_circles(records: Iterable[Record]) -> set[str]:
    """Return one seat of each circle of superiors: to cut there opens it."""
    parents = {seat.id: seat.parent for seat in records if isinstance(seat, Seat)}
    fine: set[str] = set()
    cut: set[str] = set()
    for seat in parents:
        way: set[str] = set()
        now: str | None = seat
        while now is not None and now in parents and now not in fine:
            if now in way:
                cut.add(now)
                break
            way.add(now)
            now = parents[now]  # type: ignore[index]  # an id of a seat, found among them
        fine |= way
    return cut


def _mended(record: Record, known: _Ids, loose: set[str]) -> Record:
    if isinstance(record, Seat):
        return replace(record, parent=None) if record.id in loose else record
    gone = {
        field: None
        for field, kind, _loose in _LINKS.get(type(record), ())
        if _points_nowhere(record, field, kind, known)
    }
    return replace(record, **gone) if gone else record  # type: ignore[arg-type]  # ids or None

"""Edits of candidates for one seat: held side by side, then one is chosen and seated."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.edits.people import seat_occupant
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Candidate, Comparison
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import (
        CandidateId,
        ComparisonId,
        SeatId,
        SeatingId,
    )

MOST_CANDIDATES: Final = 5
"""More than five side by side nobody can hold in the head, or print on a page."""


def start_comparison(
    comparison: ComparisonId, seat: SeatId, *, on: str, candidates: Sequence[Candidate] = ()
) -> Edit:
    """Start comparing candidates for the seat, with these in order; their `order` is not used.

    Raises Refused("seat-closed"), Refused("comparison-open") while another one of the seat is
    undecided, and what `add_candidate` raises.
    """

    def run(work: Revision) -> None:
        record = work.client.seat(seat)
        if record.closed_on:
            raise Refused("seat-closed", seat=record.title)
        if any(not c.decided_on for c in work.client.owned(Comparison, "seat", seat)):
            raise Refused("comparison-open", seat=record.title)
        work.put(Comparison(comparison, seat, on))
        for candidate in candidates:
            add_candidate(candidate).run(work)

    return Edit("start-comparison", run)


def add_candidate(candidate: Candidate, *, index: int | None = None, name: str = "") -> Edit:
    """Add a candidate before the one at `index`; its own `order` is not used.

    A fee that is not given is taken over from what is kept about a provider. Raises
    Refused("candidate-twice"), Refused("five-candidates") and Refused("comparison-decided").
    """

    def run(work: Revision) -> None:
        client = work.client
        _open(work, candidate.comparison)
        occupant = client.get(Occupant, candidate.occupant)
        others = client.candidates(candidate.comparison)
        if any(other.occupant == candidate.occupant for other in others):
            raise Refused("candidate-twice", occupant=occupant.name)
        if len(others) >= MOST_CANDIDATES:
            raise Refused("five-candidates")
        at = len(others) if index is None else max(0, min(index, len(others)))
        added = replace(candidate, fee=candidate.fee or occupant.fee)
        _arrange(work, (*others[:at], added, *others[at:]))

    return Edit("add-candidate", run, {"occupant": name})


def change_candidate(
    candidate: CandidateId,
    *,
    fee: str | None = None,
    references: str | None = None,
    notes: str | None = None,
    merge_key: str = "",
) -> Edit:
    """Change what is given of the candidate; None leaves a field as it is.

    Raises Refused("comparison-decided").
    """

    def run(work: Revision) -> None:
        old = work.client.get(Candidate, candidate)
        _open(work, old.comparison)
        work.put(
            replace(
                old,
                fee=old.fee if fee is None else fee,
                references=old.references if references is None else references,
                notes=old.notes if notes is None else notes,
            )
        )

    return Edit("change-candidate", run, merge_key=merge_key)


def move_candidate(candidate: CandidateId, index: int) -> Edit:
    """Move the candidate among those beside it; `index` counts the others."""

    def run(work: Revision) -> None:
        record = work.client.get(Candidate, candidate)
        _open(work, record.comparison)
        others = tuple(c for c in work.client.candidates(record.comparison) if c.id != candidate)
        at = max(0, min(index, len(others)))
        _arrange(work, (*others[:at], record, *others[at:]))

    return Edit("move-candidate", run)


def remove_candidate(candidate: CandidateId, *, name: str = "") -> Edit:
    """Take the candidate out; its reviews stay. With the last one the comparison goes too."""

    def run(work: Revision) -> None:
        record = work.client.get(Candidate, candidate)
        comparison = _open(work, record.comparison)
        work.remove(record)
        if not work.client.candidates(comparison.id):
            work.remove(comparison)

    return Edit("remove-candidate", run, {"occupant": name})


def note_comparison(comparison: ComparisonId, notes: str, *, merge_key: str = "") -> Edit:
    """Write down why; that can be done after the choice as well."""

    def run(work: Revision) -> None:
        work.put(replace(work.client.get(Comparison, comparison), notes=notes))

    return Edit("note-comparison", run, merge_key=merge_key)


def choose(candidate: CandidateId, *, seating: SeatingId, on: str, name: str = "") -> Edit:
    """Seat the candidate from the day `on` and keep the comparison as decided on that day.

    Whoever is accountable for the seat leaves it on that day; one who is the candidate stays as
    it is. Raises Refused("comparison-decided"), Refused("seat-closed").
    """

    def run(work: Revision) -> None:
        record = work.client.get(Candidate, candidate)
        comparison = _open(work, record.comparison)
        seat = work.client.seat(comparison.seat)
        if seat.closed_on:
            raise Refused("seat-closed", seat=seat.title)
        seat_occupant(seating, seat.id, record.occupant, on=on, since=on).run(work)
        work.put(replace(comparison, decided_on=on, chosen=record.occupant))

    return Edit("choose-candidate", run, {"occupant": name})


def _open(work: Revision, comparison: ComparisonId) -> Comparison:
    """Return the comparison; a decided one says for good what was chosen from."""
    record = work.client.get(Comparison, comparison)
    if record.decided_on:
        raise Refused("comparison-decided")
    return record


def _arrange(work: Revision, candidates: Sequence[Candidate]) -> None:
    """Put the candidates in this order; there are so few that each gets a number anew."""
    for number, candidate in enumerate(candidates, start=1):
        work.put(replace(candidate, order=number * GAP))

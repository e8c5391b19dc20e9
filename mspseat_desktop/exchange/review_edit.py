"""Makes the edit that records a whole review out of answers from a file, in one step."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from mspseat_desktop.content.banks import BANK_IDS, bank_for, suggest_bank
from mspseat_desktop.domain.edits.actions import add_action
from mspseat_desktop.domain.edits.evidence import attach_file, put_evidence
from mspseat_desktop.domain.edits.review import (
    change_review,
    finish_review,
    put_answer,
    start_review,
)
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.domain.revision import both
from mspseat_desktop.domain.vocabulary import ActionId
from mspseat_desktop.exchange.cells import folded
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.wording.file_names import longest_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import (
        BlobHash,
        OccupantId,
        ReviewId,
        SeatId,
    )
    from mspseat_desktop.exchange.answers_in import GivenAnswer, GivenReview

Id = TypeVar("Id", bound=str)
NO_FILES: Final[Mapping[str, BlobHash]] = MappingProxyType({})


def review_edit(
    given: GivenReview,
    client: Client,
    *,
    seat: SeatId,
    review: ReviewId,
    new_id: Callable[[], str],
    today: str,
    finished_at: str,
    files: Mapping[str, BlobHash] = NO_FILES,
) -> Edit:
    """Return the edit that starts the review, answers and finishes it, or does nothing of that.

    One that is given as a draft is not finished.

    `files` are the hashes under which the attached files are kept, by the path that names each.
    Raises ImportProblem for a name that the client does not know; the edit itself may raise
    Refused, as when a draft is there.
    """
    occupant = _reviewed(given, client, seat)
    bank = _bank(given, client, seat=seat, occupant=occupant)
    head = start_review(
        review,
        seat=seat,
        occupant=occupant,
        on=given.on or today,
        bank=bank.id,
        answered_by=given.answered_by,
        facilitated_by=given.facilitated_by,
        independence=given.independence,
    )
    answers = [
        edit
        for answer in given.answers
        for edit in _answer_edits(
            answer, review, _about(answer, client, seat=seat, bank=bank), files
        )
    ]
    actions = [
        add_action(Action(ActionId(new_id()), review, 0, action.what, action.who, action.due))
        for action in given.actions
    ]
    parts = [head, *answers, *actions]
    if given.next_on:
        parts.append(change_review(review, next_on=given.next_on))
    if given.is_draft:
        return both(head.name, *parts, params=head.params)
    end = finish_review(review, finished_at=finished_at, questions=bank.questions)
    # It bears the name of its end, at which undo stops once the review has left the program.
    return both(end.name, *parts, end, params=end.params)


def _answer_edits(
    answer: GivenAnswer, review: ReviewId, about: str, files: Mapping[str, BlobHash]
) -> Iterator[Edit]:
    rests_on = answer.rests_on
    yield put_answer(
        review,
        answer.kind,
        about=about,
        value=answer.value,
        note=answer.note,
        evidence=rests_on.evidence,
        mend=answer.mend,
    )
    if rests_on.evidence:
        yield put_evidence(
            review,
            answer.kind,
            about=about,
            seen_by=rests_on.seen_by,
            seen_on=rests_on.seen_on,
            reference=rests_on.reference,
        )
    if rests_on.file:
        name = longest_kept(Path(rests_on.file).name)
        yield attach_file(review, answer.kind, about=about, file=files[rests_on.file], name=name)


def _reviewed(given: GivenReview, client: Client, seat: SeatId) -> OccupantId:
    if not given.occupant:
        holder = client.accountable(seat)
        if holder is None:
            raise ImportProblem("answers_nobody", key=client.seat(seat).title)
        return holder.id
    named = {o.id: o.name for o in client.every(Occupant)}
    sitting = {s.occupant: named[s.occupant] for s in client.seatings(seat)}
    for people in (sitting, named):
        if _fitting(given.occupant, people):
            return _only(given.occupant, people, code="answers_occupant")
    raise ImportProblem("answers_occupant", key=given.occupant)


def _bank(given: GivenReview, client: Client, *, seat: SeatId, occupant: OccupantId) -> Bank:
    """Return the bank that is named, else the one that fits the seat and knows the questions."""
    every = {bank: bank_for(client, seat, bank) for bank in BANK_IDS}
    if given.bank:
        if given.bank not in BANK_IDS:
            choices = ", ".join(BANK_IDS)
            raise ImportProblem("answers_value", key="bank", value=given.bank, choices=choices)
        return every[given.bank]
    usual = every[suggest_bank(client, seat, occupant)]
    asked = [a.about for a in given.answers if a.kind in {"question", "homework"}]
    knowing = [bank for bank in every.values() if all(_knows(bank, name) for name in asked)]
    return usual if usual in knowing or not knowing else knowing[0]


def _knows(bank: Bank, name: str) -> bool:
    return any(q.id == name or folded(q.words) == folded(name) for q in bank.questions)


def _about(answer: GivenAnswer, client: Client, *, seat: SeatId, bank: Bank) -> str:
    """Return the id of what the answer is about."""
    match answer.kind:
        case "question" | "homework":
            is_homework = answer.kind == "homework"
            asked = [q for q in bank.questions if (q.letter == "homework") == is_homework]
            words = {q.id: q.words for q in asked}
            return _only(answer.about, words, code=f"answers_{answer.kind}")
        case "gets" | "wants" | "can" | "evidence":
            duties = client.responsibilities(seat)
            number = answer.about
            if number.isascii() and number.isdigit() and 0 < int(number[:6]) <= len(duties):
                return duties[int(number[:6]) - 1].id
            texts = {duty.id: duty.text for duty in duties}
            return _only(answer.about, texts, code="answers_responsibility")
        case "value":
            names = {value.id: value.name for value in client.core_values()}
            return _only(answer.about, names, code="answers_core_value")
        case _:
            return answer.about


def _fitting(name: str, named: Mapping[Id, str]) -> list[Id]:
    """Return what has the name as its id, else all that are called so."""
    by_id = [key for key in named if key == name]
    return by_id or [key for key, called in named.items() if folded(called) == folded(name)]


def _only(name: str, named: Mapping[Id, str], *, code: str) -> Id:
    found = _fitting(name, named)
    if not found:
        raise ImportProblem(code, key=name)
    if len(found) > 1:
        raise ImportProblem("answers_ambiguous", key=name)
    return found[0]

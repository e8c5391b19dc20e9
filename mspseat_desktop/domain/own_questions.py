"""What a client made of a bank: questions of its own, some hidden, some in another place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.questions import Bank, Question
from mspseat_desktop.domain.review_records import BankQuestion, Review

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId


def own_records(client: Client, bank: str, seat: SeatId | None) -> Mapping[str, BankQuestion]:
    """Return what the client made of the bank's questions, by question.

    What is said for the seat alone wins; a question of one's own keeps its words there.
    """
    made: dict[str, BankQuestion] = {}
    every = client.owned(BankQuestion, "bank", bank)
    for record in sorted((r for r in every if r.seat in (None, seat)), key=_for_all_first):
        below = made.get(record.question)
        if below is not None and below.words and not record.words:
            made[record.question] = replace(
                below, id=record.id, seat=record.seat, order=record.order, hidden=record.hidden
            )
        else:
            made[record.question] = record
    return made


def places(bank: Bank, records: Mapping[str, BankQuestion]) -> dict[str, int]:
    """Return the sort key of each question; a shipped one stands where the bank has it."""
    usual = {q.id: number * GAP for number, q in enumerate(bank.questions, start=1)}
    return usual | {question: record.order for question, record in records.items()}


def all_questions(bank: Bank, records: Mapping[str, BankQuestion]) -> tuple[Question, ...]:
    """Return shipped and own questions in the client's order, hidden ones with them."""
    shipped = {q.id: q for q in bank.questions}
    own = {
        r.question: _question(r) for r in records.values() if r.words and r.question not in shipped
    }
    at = places(bank, records)
    known = shipped | own
    return tuple(sorted(known.values(), key=lambda q: at[q.id]))


def effective(bank: Bank, records: Mapping[str, BankQuestion]) -> Bank:
    """Return the bank as this client asks it: what is hidden left out, in the client's order."""
    if not records:
        return bank
    hidden = {r.question for r in records.values() if r.hidden}
    kept = tuple(q for q in all_questions(bank, records) if q.id not in hidden)
    return replace(bank, questions=kept)


def was_asked(client: Client, bank: str, question: str) -> bool:
    """Whether a finished review asked the question, so that its words must stay."""
    return any(
        r.state == "finished" and r.bank == bank and question in r.asked
        for r in client.every(Review)
    )


def _for_all_first(record: BankQuestion) -> bool:
    return record.seat is not None


def _question(record: BankQuestion) -> Question:
    return Question(
        id=record.question,
        bank=record.bank,
        letter=record.letter or "gets",
        words=record.words,
        provider_words=record.provider_words,
        ask_to_see=record.ask_to_see,
        deciding=record.deciding and record.letter != "homework",
    )

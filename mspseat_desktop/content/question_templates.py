"""What a seat template makes of the questions of reviews: its own, left out, in another place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import BANK_IDS, shipped_bank
from mspseat_desktop.domain.edits.questions import place_id, take_questions
from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.own_questions import places
from mspseat_desktop.domain.review_records import BankQuestion
from mspseat_desktop.domain.vocabulary import BankQuestionId

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import QuestionLetter
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import SeatId


@dataclass(frozen=True, slots=True)
class QuestionTemplate:
    """A question of one's own in a bank, or where a shipped one (`shipped`, its id) stands.

    `order` is the sort key among the bank's questions; a shipped one has no `words` here, and
    only a shipped one is `hidden`.
    """

    bank: str
    order: int = 0
    shipped: str = ""
    hidden: bool = False
    letter: QuestionLetter = "gets"
    words: str = ""
    provider_words: str = ""
    ask_to_see: str = ""
    deciding: bool = False


def kept_questions(client: Client, seat: SeatId) -> tuple[QuestionTemplate, ...]:
    """Return what is said for this seat alone; what is said for every seat stays with the client.

    A question of one's own that is hidden is left behind: it was taken out after a review asked
    it, or belongs to every seat of that client.
    """
    return tuple(
        _kept(record)
        for record in client.owned(BankQuestion, "seat", seat)
        if is_of_use(record.bank, record.question, record.words, hidden=record.hidden)
    )


def is_of_use(bank: str, question: str, words: str, *, hidden: bool) -> bool:
    """Whether it says something in another client: own words, or a question of a shipped bank."""
    if bank not in BANK_IDS:
        return False
    if words:
        return not hidden
    return any(q.id == question for q in shipped_bank(bank).questions)


def usual_order(bank: str, question: str) -> int:
    """Return the sort key of a shipped question as it comes; the end for one that is not in it."""
    usual = places(shipped_bank(bank), {})
    return usual.get(question, max(usual.values(), default=0) + GAP)


def questions_edit(
    templates: Sequence[QuestionTemplate], seat: SeatId, new_id: Callable[[], str]
) -> Edit:
    """Return the edit that lets the seat ask them."""
    return take_questions(tuple(_record(t, seat, new_id) for t in templates))


def _kept(record: BankQuestion) -> QuestionTemplate:
    if not record.words:
        return QuestionTemplate(record.bank, record.order, record.question, record.hidden)
    return QuestionTemplate(
        bank=record.bank,
        order=record.order,
        letter=record.letter or "gets",
        words=record.words,
        provider_words=record.provider_words,
        ask_to_see=record.ask_to_see,
        deciding=record.deciding,
    )


def _record(template: QuestionTemplate, seat: SeatId, new_id: Callable[[], str]) -> BankQuestion:
    if template.shipped:
        return BankQuestion(
            place_id(template.bank, template.shipped, seat),
            template.bank,
            template.shipped,
            template.order,
            template.hidden,
            seat,
        )
    name = new_id()
    return BankQuestion(
        BankQuestionId(name),
        template.bank,
        name,
        order=template.order,
        seat=seat,
        letter=template.letter,
        words=template.words,
        provider_words=template.provider_words,
        ask_to_see=template.ask_to_see,
        deciding=template.deciding,
    )

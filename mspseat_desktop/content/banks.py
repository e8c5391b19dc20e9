"""Question banks, homework, value prompts and the ten-question checklist."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.content.reading import flag, read_content, tables, text, texts
from mspseat_desktop.domain.edits.first_look import Carry
from mspseat_desktop.domain.own_questions import all_questions, effective, own_records
from mspseat_desktop.domain.questions import CHECKLIST, Bank, Question
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.content.reading import Table
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import QuestionKind, QuestionLetter
    from mspseat_desktop.domain.review_records import Review
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId

BankId: TypeAlias = Literal["it_provider", "other_provider", "person"]
ChecklistPart: TypeAlias = Literal["homework", "values", "gets", "wants", "capacity"]

BANK_IDS: tuple[BankId, ...] = ("it_provider", "other_provider", "person")

LETTERS: dict[str, QuestionLetter] = {
    "gets": "gets",
    "wants": "wants",
    "capacity": "capacity",
    "homework": "homework",
}
_KINDS: dict[str, QuestionKind] = {"yesno": "yesno", "words": "words", "figure": "figure"}
_PARTS: dict[str, ChecklistPart] = {
    "homework": "homework",
    "values": "values",
    "gets": "gets",
    "wants": "wants",
    "capacity": "capacity",
}


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One of the ten questions; `all_of` prints as tick boxes, `skip` says when to leave it out.

    `questions` are those of the IT bank behind each box, or behind the item; `homework` those of
    the homework; `each` says that every responsibility is wanted.
    """

    id: str
    part: ChecklistPart
    words: str
    all_of: tuple[str, ...] = ()
    skip: str = ""
    source: tuple[str, ...] = ()
    questions: tuple[tuple[str, ...], ...] = ()
    homework: tuple[str, ...] = ()
    each: bool = False


def banks() -> Mapping[str, Bank]:
    """Return the banks by id, in the reader's language; a provider's ends with its homework."""
    return {bank_id: _bank(bank_id) for bank_id in BANK_IDS}


def bank_for(client: Client, seat: SeatId | None, bank_id: str) -> Bank:
    """Return the bank as this client asks it in the seat: own questions, hidden, in its order.

    Without a seat as it is asked in every seat. An id that no bank has gives an empty one.
    """
    shipped = shipped_bank(bank_id)
    return effective(shipped, own_records(client, bank_id, seat))


def bank_of(client: Client, review: Review) -> Bank:
    """Return the questions of a review: a finished one's as they were asked, in their order."""
    if review.state != "finished":
        return bank_for(client, review.seat, review.bank)
    shipped = shipped_bank(review.bank)
    known = {q.id: q for q in all_questions(shipped, own_records(client, review.bank, review.seat))}
    return replace(shipped, questions=tuple(known[q] for q in review.asked if q in known))


def shipped_bank(bank_id: str) -> Bank:
    """Return a bank as it comes with the program; one that it does not have is empty."""
    found = next((known for known in BANK_IDS if known == bank_id), None)
    if bank_id == CHECKLIST:
        return _checklist_bank()
    return Bank(bank_id, "", ()) if found is None else _bank(found)


def carries() -> tuple[Carry, ...]:
    """Return what each of the ten questions says in a full review."""
    return tuple(
        Carry(
            item.id,
            questions=item.questions,
            homework=item.homework,
            each=item.each,
            boxes=len(item.all_of),
        )
        for item in checklist()
    )


def _checklist_bank() -> Bank:
    """Return the ten questions as a bank: those about the provider itself count for no letter."""
    letters: dict[ChecklistPart, QuestionLetter] = {
        "homework": "homework",
        "values": "homework",
        "gets": "gets",
        "wants": "wants",
        "capacity": "capacity",
    }
    questions = tuple(
        Question(
            item.id,
            CHECKLIST,
            letters[item.part],
            item.words,
            deciding=letters[item.part] != "homework",
            source=item.source,
        )
        for item in checklist()
    )
    return Bank(CHECKLIST, _("First look"), questions)


def homework() -> tuple[Question, ...]:
    """Return what the client is asked about itself for a provider's seat."""
    return tuple(_question(row, "homework") for row in tables(read_content("homework"), "question"))


def checklist() -> tuple[ChecklistItem, ...]:
    """Return the ten questions of the first look, in order."""
    return tuple(
        ChecklistItem(
            id=text(row, "id"),
            part=_PARTS[text(row, "part")],
            words=_(text(row, "words")),
            all_of=tuple(_(part) for part in texts(row, "all_of")),
            skip=_(text(row, "skip")) if text(row, "skip") else "",
            source=texts(row, "source"),
            questions=tuple(tuple(box.split()) for box in texts(row, "questions")),
            homework=texts(row, "homework"),
            each=flag(row, "each"),
        )
        for row in tables(read_content("checklist"), "item")
    )


def value_prompts(*, is_provider: bool) -> tuple[str, ...]:
    """Return what to talk about when core values are rated; nothing of it is kept as an answer."""
    bills = (_("Were all bills of the last year expected?"),) if is_provider else ()
    return (
        _("For each value: one recent act that shows it."),
        _("What did they do when a decision of theirs clashed with our way of working?"),
        *bills,
        _("Would we choose them again?"),
    )


def suggest_bank(client: Client, seat: SeatId, occupant: OccupantId) -> BankId:
    """Return the bank to start with; whoever reviews may choose another.

    A provider in a seat whose responsibilities carry levels gets the IT bank: the seat templates
    give levels to IT seats only.
    """
    if client.get(Occupant, occupant).kind == "person":
        return "person"
    levels = any(r.level for r in client.responsibilities(seat))
    return "it_provider" if levels else "other_provider"


def _bank(bank_id: str) -> Bank:
    rows = read_content(bank_id)
    questions = tuple(_question(row, bank_id) for row in tables(rows, "question"))
    if flag(rows, "homework"):
        questions += tuple(replace(q, bank=bank_id) for q in homework())
    each = tuple(replace(_question(row, bank_id), kind="each") for row in tables(rows, "each"))
    return Bank(bank_id, _(text(rows, "name")), questions, each)


def _question(row: Table, bank: str) -> Question:
    provider_words, ask_to_see = text(row, "provider_words"), text(row, "ask_to_see")
    return Question(
        id=text(row, "id"),
        bank=bank,
        letter=LETTERS[text(row, "letter")],
        words=_(text(row, "words")),
        provider_words=_(provider_words) if provider_words else "",
        ask_to_see=_(ask_to_see) if ask_to_see else "",
        when=texts(row, "when"),
        deciding=flag(row, "deciding"),
        kind=_KINDS[text(row, "kind") or "yesno"],
        source=texts(row, "source"),
        on_metrics=flag(row, "on_metrics"),
    )

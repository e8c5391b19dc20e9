"""Edits of the questions that a client asks: its own, hidden ones, and their order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.own_questions import all_questions, own_records, places, was_asked
from mspseat_desktop.domain.review_records import BankQuestion
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import BankQuestionId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank, Question, QuestionLetter
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import SeatId


def add_question(
    question: BankQuestionId,
    bank: Bank,
    *,
    letter: QuestionLetter,
    words: str,
    ask_to_see: str = "",
    provider_words: str = "",
    deciding: bool = False,
    seat: SeatId | None = None,
) -> Edit:
    """Add a question of one's own at the end of its letter; `seat` limits it to one seat.

    One with `provider_words` is asked on a provider's form too.

    Raises Refused("question-without-words").
    """

    def run(work: Revision) -> None:
        said = _words(words)
        last = _last_of(work.client, bank, letter, seat=seat)
        work.put(
            BankQuestion(
                question,
                bank.id,
                str(question),
                order=last + 1 + GAP // 2,
                seat=seat,
                letter=letter,
                words=said,
                provider_words=" ".join(provider_words.split()),
                ask_to_see=ask_to_see.strip(),
                deciding=deciding and letter != "homework",
            )
        )

    return Edit("add-question", run, {"question": words.strip()})


def change_question(
    record: BankQuestionId,
    *,
    words: str,
    ask_to_see: str,
    provider_words: str = "",
    deciding: bool,
    new_id: BankQuestionId,
) -> Edit:
    """Change a question of one's own.

    One that a finished review asked keeps its words there: it is hidden, and a new one stands in
    its place under `new_id`. Raises Refused("question-without-words"), Refused("gone").
    """

    def run(work: Revision) -> None:
        old = work.client.get(BankQuestion, record)
        new = replace(
            old,
            words=_words(words),
            provider_words=" ".join(provider_words.split()),
            ask_to_see=ask_to_see.strip(),
            deciding=deciding and old.letter != "homework",
        )
        if new == old:
            return
        if was_asked(work.client, old.bank, old.question):
            work.put(replace(old, hidden=True))
            new = replace(new, id=new_id, question=str(new_id))
        work.put(new)

    return Edit("change-question", run, {"question": words.strip()})


def remove_question(record: BankQuestionId) -> Edit:
    """Take out a question of one's own; one that a finished review asked is only hidden."""

    def run(work: Revision) -> None:
        old = work.client.get(BankQuestion, record)
        if was_asked(work.client, old.bank, old.question):
            work.put(replace(old, hidden=True))
            return
        for beside in work.client.owned(BankQuestion, "bank", old.bank):
            if beside.question == old.question:
                work.remove(beside)

    return Edit("delete-question", run)


def hide_question(
    bank: Bank, question: str, *, hidden: bool = True, seat: SeatId | None = None
) -> Edit:
    """Leave a question out of the reviews to come, or ask it again; `seat` limits it to one seat.

    Finished reviews keep it.
    """

    def run(work: Revision) -> None:
        records = own_records(work.client, bank.id, seat)
        old = _record(bank, question, records.get(question), seat)
        work.put(_bare(work.client, replace(old, hidden=hidden)))
        _forget_if_usual(work, bank, question, seat)

    return Edit("hide-question" if hidden else "show-question", run)


def move_question(bank: Bank, question: str, *, way: int, seat: SeatId | None = None) -> Edit:
    """Move a question past the next one, or the one before with `way` -1.

    It stays among those of its letter that count, or among those for the talk; nothing happens at
    the ends.
    """

    def run(work: Revision) -> None:
        records = own_records(work.client, bank.id, seat)
        every = all_questions(bank, records)
        moved = next((q for q in every if q.id == question), None)
        if moved is None:
            raise Refused("gone", kind="BankQuestion")
        peers = [q.id for q in every if _peers(q, moved)]
        at = peers.index(question) + way
        if not 0 <= at < len(peers):
            return
        keys = places(bank, records)
        one, other = keys[question], keys[peers[at]]
        # Two that have one place in the list stand side by side: parting them is enough.
        swapped = {question: other, peers[at]: one if one != other else one - way}
        for name, order in swapped.items():
            old = _record(bank, name, records.get(name), seat)
            work.put(_bare(work.client, replace(old, order=order)))

    return Edit("move-question", run)


def usual_questions(bank: Bank, seat: SeatId | None = None) -> Edit:
    """Ask the shipped questions again as they are shipped; one's own stay."""

    def run(work: Revision) -> None:
        for record in own_records(work.client, bank.id, seat).values():
            if record.seat == seat and not record.words:
                work.remove(record)

    return Edit("usual-questions", run)


def take_questions(records: Sequence[BankQuestion]) -> Edit:
    """Put in what a template says of a new seat's questions."""

    def run(work: Revision) -> None:
        for record in records:
            work.put(record)

    return Edit("add-question", run)


def _peers(one: Question, other: Question) -> bool:
    return one.letter == other.letter and one.deciding == other.deciding


def _record(
    bank: Bank, question: str, known: BankQuestion | None, seat: SeatId | None
) -> BankQuestion:
    """Return what is kept of the question for the seat, begun now where there is nothing yet."""
    if known is not None and known.seat == seat:
        return known
    order = places(bank, {} if known is None else {question: known})[question]
    hidden = known is not None and known.hidden
    return BankQuestion(place_id(bank.id, question, seat), bank.id, question, order, hidden, seat)


def _bare(client: Client, record: BankQuestion) -> BankQuestion:
    """Return the record without the words that it only shows of another one."""
    kept = client.find(BankQuestion, record.id)
    if kept is not None and kept.words == record.words:
        return record
    return BankQuestion(
        record.id, record.bank, record.question, record.order, record.hidden, record.seat
    )


def place_id(bank: str, question: str, seat: SeatId | None) -> BankQuestionId:
    """Return the id under which a question's place is kept, for one seat or for every one."""
    return BankQuestionId(f"{bank}:{question}:{seat or ''}")


def _forget_if_usual(work: Revision, bank: Bank, question: str, seat: SeatId | None) -> None:
    """Keep no record that says what is so without it."""
    name = place_id(bank.id, question, seat)
    record = work.client.find(BankQuestion, name)
    if record is None or record.words or record.hidden:
        return
    rest = {q: r for q, r in own_records(work.client, bank.id, seat).items() if r.id != record.id}
    overridden = any(
        r.question == question and r.id != record.id
        for r in work.client.owned(BankQuestion, "bank", bank.id)
    )
    if not overridden and record.order == places(bank, rest).get(question):
        work.remove(record)


def _last_of(client: Client, bank: Bank, letter: str, *, seat: SeatId | None) -> int:
    records = own_records(client, bank.id, seat)
    keys = places(bank, records)
    return max((keys[q.id] for q in all_questions(bank, records) if q.letter == letter), default=0)


def _words(words: str) -> str:
    said = " ".join(words.split())
    if not said:
        raise Refused("question-without-words")
    return said

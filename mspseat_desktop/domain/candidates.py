"""Candidates for one seat side by side: the same questions of each.

There is no score: every answer stands for itself, and a no is named wherever it was given.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.bar import rated
from mspseat_desktop.domain.gwc import judge
from mspseat_desktop.domain.headlines import HeadlineCode, headline_code
from mspseat_desktop.domain.pointing import LETTERS, by_subject, value_of
from mspseat_desktop.domain.questions import asked
from mspseat_desktop.domain.records import (
    Cover,
    Function,
    Occupant,
    Seating,
)
from mspseat_desktop.domain.review_records import Comparison, Review
from mspseat_desktop.domain.scene import scene_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.gwc import Outcome
    from mspseat_desktop.domain.pointing import Answers, Letter
    from mspseat_desktop.domain.questions import Bank, Question, QuestionLetter
    from mspseat_desktop.domain.review_records import Candidate, Scene
    from mspseat_desktop.domain.vocabulary import (
        ComparisonId,
        Evidence,
        Mend,
        OccupantId,
        SeatId,
    )

AnswerRow: TypeAlias = Literal["call", "value", "gets", "wants", "can", "question", "words"]
"""The kinds of rows whose cells are answers, by the kind of these answers."""
RowKind: TypeAlias = AnswerRow | Literal["function"]
Agreement: TypeAlias = Literal["differ", "same", "unknown"]
Take: TypeAlias = Literal["", "takes", "condition", "declined", "cannot"]

NOES: Final = frozenset({"no", "declined", "-", "cannot"})
"""Whatever speaks against a candidate, in every kind of row."""

_WANTED: Final = frozenset({"wants", "accepted"})
_RANKS: Final[dict[Agreement, int]] = {"differ": 0, "same": 1, "unknown": 2}


@dataclass(frozen=True, slots=True)
class Column:
    """One candidate with the review that it stands by: the draft, else the latest finished one.

    `asked` are the questions for it in order, also where nobody has reviewed it yet.
    """

    candidate: Candidate
    occupant: Occupant
    scene: Scene
    asked: tuple[Question, ...]
    answers: Answers
    outcome: Outcome
    review: Review | None = None

    @property
    def headline(self) -> HeadlineCode:
        """The headline: as it was kept for a finished review, as it stands now for a draft."""
        if self.review is not None and self.review.state == "finished":
            return headline_code(self.review.headline)
        return self.outcome.headline


@dataclass(frozen=True, slots=True)
class Cell:
    """What one candidate answered; `is_asked` is False where its bank has no such question.

    A no on Capacity that is ours to `mend` is our homework and does not speak against anybody.
    """

    value: str = ""
    note: str = ""
    evidence: Evidence = ""
    is_asked: bool = True
    mend: Mend = ""

    @property
    def is_no(self) -> bool:
        """Whether this speaks against the candidate."""
        return self.value in NOES and self.mend != "ours"


@dataclass(frozen=True, slots=True)
class Row:
    """One question to all candidates; `words` are those of the bank or of the client.

    `about` is the id that an answer of this kind is about; a function's answers come from the
    responsibility that it belongs to and can not be given here. `deciding` is False for what is
    only for the talk.
    """

    kind: RowKind
    about: str
    words: str
    letter: QuestionLetter | Literal[""] = ""
    cells: tuple[Cell, ...] = ()
    deciding: bool = True

    @property
    def key(self) -> tuple[str, str]:
        """What tells this row from every other."""
        return self.kind, self.about

    @property
    def agreement(self) -> Agreement:
        """Whether the candidates answered alike; one who was not asked yet differs."""
        said = {(cell.value, cell.note if self.kind == "words" else "") for cell in self.cells}
        if not any(value or note for value, note in said):
            return "unknown"
        return "same" if len(said) == 1 else "differ"

    @property
    def has_no(self) -> bool:
        """Whether anybody answered it with a no."""
        return any(cell.is_no for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A comparison laid out: a column for each candidate, rows in the order of a review."""

    comparison: Comparison
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = field(default=())

    @property
    def differences_first(self) -> tuple[Row, ...]:
        """The rows: where candidates differ, where they agree, what nobody knows; a no first."""
        return tuple(sorted(self.rows, key=lambda row: (_RANKS[row.agreement], not row.has_no)))

    def noes(self, number: int) -> tuple[Row, ...]:
        """Return every row that the candidate in column `number` answered with a no.

        Functions are left out: what is behind them is the no to a responsibility, named here.
        """
        return tuple(r for r in self.rows if r.kind != "function" and r.cells[number].is_no)


def table_of(
    client: Client, comparison: ComparisonId, *, on: str, bank_of: Callable[[OccupantId], Bank]
) -> Table:
    """Return the candidates side by side as they stand on that day.

    A decided comparison shows the reviews up to its day. `bank_of` names the bank for a candidate
    whom nobody has reviewed yet. Raises Refused("gone").
    """
    record = client.get(Comparison, comparison)
    columns = tuple(
        _column(client, record, candidate, on=record.decided_on or on, bank_of=bank_of)
        for candidate in client.candidates(comparison)
    )
    return Table(record, columns, tuple(_rows(client, record.seat, columns)))


def open_comparison(client: Client, seat: SeatId) -> Comparison | None:
    """Return the seat's comparison that is not decided yet, or None."""
    found = (c for c in client.owned(Comparison, "seat", seat) if not c.decided_on)
    return next(found, None)


def reviewed_candidates(client: Client, seat: SeatId) -> tuple[OccupantId, ...]:
    """Return who was reviewed for the seat and never sat there, the latest review first."""
    sat = {seating.occupant for seating in client.owned(Seating, "seat", seat)}
    found = dict.fromkeys(r.occupant for r in reversed(client.reviews(seat)))
    return tuple(who for who in found if who not in sat)


def review_of_candidate(
    client: Client, seat: SeatId, occupant: OccupantId, *, until: str = ""
) -> Review | None:
    """Return the draft of the occupant in the seat, else its latest finished review, or None.

    `until` leaves later ones out.
    """
    draft = client.draft(seat, occupant)
    if draft is not None and (not until or draft.on <= until):
        return draft
    finished = [r for r in client.reviews_of(seat, occupant) if not until or r.on <= until]
    return finished[-1] if finished else None


def is_still_seated(client: Client, comparison: Comparison) -> bool:
    """Whether the chosen one is accountable for the seat now."""
    holder = client.accountable(comparison.seat)
    return holder is not None and holder.id == comparison.chosen


def functions_of(client: Client, seat: SeatId) -> tuple[tuple[Function, Cover], ...]:
    """Return the functions that the seat is to take, in the order of the map.

    What is out of the contract is left out; what its holder declined is to be taken still.
    """
    covers: Mapping[str, Cover] = {
        cover.function: cover
        for cover in client.owned(Cover, "seat", seat)
        if cover.part != "excluded"
    }
    return tuple((f, covers[f.id]) for f in client.functions() if f.id in covers)


def take_of(answers: Answers, cover: Cover) -> Take:
    """Return whether a candidate would take a function, by the responsibility it belongs to."""
    if cover.responsibility is None:
        return ""
    wants = value_of(answers, "wants", cover.responsibility)
    if wants == "declined":
        return "declined"
    can = answers.get(("can", cover.responsibility))
    if can is not None and can.value == "no" and can.mend != "ours":
        return "cannot"
    if wants in _WANTED:
        return "takes"
    return "condition" if wants == "condition" else ""


def _column(
    client: Client,
    comparison: Comparison,
    candidate: Candidate,
    *,
    on: str,
    bank_of: Callable[[OccupantId], Bank],
) -> Column:
    occupant = client.get(Occupant, candidate.occupant)
    review = review_of_candidate(client, comparison.seat, occupant.id, until=comparison.decided_on)
    bank = bank_of(occupant.id)
    day = review.on if review is not None else on
    scene = (review.scene if review is not None else None) or scene_of(
        client, seat=comparison.seat, occupant=occupant.id, on=day
    )
    if review is not None and review.state == "finished":
        in_play = tuple(q for q in bank.questions if q.id in set(review.asked))
    else:
        in_play = asked(bank.questions, scene, day)
    given = client.answers(review.id) if review is not None else ()
    next_on, days = review.next_on if review else "", client.profile.review_days
    return Column(
        candidate,
        occupant,
        scene,
        in_play,
        by_subject(given),
        judge(scene, given, in_play, on=day, next_on=next_on, review_days=days),
        review,
    )


def _rows(client: Client, seat: SeatId, columns: tuple[Column, ...]) -> Iterator[Row]:
    """Yield the rows in the order in which a review asks."""
    for letter in LETTERS:
        yield _row("call", letter, "", columns, letter=letter)
    for value in client.core_values():
        yield _row("value", value.id, value.name, columns)
    questions = _all_questions(columns)
    duties = client.responsibilities(seat)
    kinds: tuple[tuple[Letter, AnswerRow], ...] = (
        ("gets", "gets"),
        ("wants", "wants"),
        ("capacity", "can"),
    )
    for letter, kind in kinds:
        for question in questions:
            if question.letter == letter:
                yield from _question_rows(question, columns)
        for duty in duties:
            yield _row(kind, duty.id, duty.text, columns, letter=letter)
    for function, cover in functions_of(client, seat):
        cells = tuple(Cell(take_of(column.answers, cover)) for column in columns)
        yield Row("function", function.id, function.name, cells=cells)


def _row(
    kind: AnswerRow,
    about: str,
    words: str,
    columns: Iterable[Column],
    *,
    letter: QuestionLetter | Literal[""] = "",
) -> Row:
    cells = tuple(_cell(column, kind, about) for column in columns)
    return Row(kind, about, words, letter, cells)


def _cell(column: Column, kind: AnswerRow, about: str) -> Cell:
    asks = True
    if kind in ("question", "words"):
        asks = any(q.id == about for q in column.asked)
    elif kind == "value":
        asks = any(v.id == about for v in rated(column.scene))
    answer = column.answers.get((kind, about))
    if answer is None:
        return Cell(is_asked=asks)
    evidence = answer.evidence
    if kind in ("gets", "wants", "can"):
        line = column.answers.get(("evidence", about))
        evidence = line.evidence if line else ""
    return Cell(answer.value, answer.note, evidence, asks, answer.mend)


def _all_questions(columns: Iterable[Column]) -> tuple[Question, ...]:
    """Return the questions that any candidate is asked, each once, in the order of its bank."""
    found: dict[str, Question] = {}
    for column in columns:
        for question in column.asked:
            found.setdefault(question.id, question)
    return tuple(found.values())


def _question_rows(question: Question, columns: tuple[Column, ...]) -> Iterator[Row]:
    """Yield a deciding question always, one for the talk only where somebody answered it."""
    kind: AnswerRow = "question" if question.kind == "yesno" else "words"
    row = _row(kind, question.id, question.words, columns, letter=question.letter)
    if question.deciding or row.agreement != "unknown":
        yield replace(row, deciding=question.deciding)

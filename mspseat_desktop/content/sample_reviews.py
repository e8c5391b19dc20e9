"""The reviews of the sample: answers from TOML to edits; headlines follow from the answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import shipped_bank
from mspseat_desktop.content.reading import pairs, tables, text, texts, whole
from mspseat_desktop.domain.edits.actions import add_action, mark_action
from mspseat_desktop.domain.edits.review import finish_review, put_answer, start_review
from mspseat_desktop.domain.questions import asked
from mspseat_desktop.domain.review_records import Action, Review
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.domain.vocabulary import ActionId, ReviewId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from mspseat_desktop.content.reading import Table
    from mspseat_desktop.content.templates import NewId
    from mspseat_desktop.domain.questions import Question
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import (
        AnswerKind,
        CoreValueId,
        Evidence,
        Independence,
        OccupantId,
        ResponsibilityId,
        SeatId,
    )

_INDEPENDENCE: dict[str, Independence] = {"": "", "independent": "independent"}
_EVIDENCE: dict[str, Evidence] = {"": "", "seen": "seen", "claimed": "claimed"}
_COLUMNS: tuple[AnswerKind, ...] = ("gets", "wants", "can")


@dataclass(frozen=True, slots=True)
class SeatIds:
    """A seat of the sample: its id, who holds it, and its responsibilities in order."""

    seat: SeatId
    occupant: str
    responsibilities: tuple[ResponsibilityId, ...]


def review_edits(
    rows: Iterable[Table],
    *,
    seats: Mapping[str, SeatIds],
    people: Mapping[str, OccupantId],
    values: Sequence[CoreValueId],
    today: date,
    new_id: NewId,
) -> Iterator[Edit]:
    """Yield the edits that make the finished reviews, the oldest first."""
    for row in sorted(rows, key=lambda r: -whole(r, "days_ago")):
        ids, review = seats[text(row, "seat")], ReviewId(new_id())
        day = today - timedelta(days=whole(row, "days_ago"))
        questions = shipped_bank(text(row, "bank")).questions
        yield start_review(
            review,
            seat=ids.seat,
            occupant=people[ids.occupant],
            on=day.isoformat(),
            bank=text(row, "bank"),
            answered_by=text(row, "answered_by"),
            facilitated_by=text(row, "facilitated_by"),
            independence=_INDEPENDENCE[text(row, "independence")],
        )
        yield _answer_questions(review, row, questions)
        yield from _answer_the_rest(review, row, ids=ids, values=values)
        done = []
        for item in tables(row, "actions"):
            action = ActionId(new_id())
            due = (day + timedelta(days=whole(item, "due_in"))).isoformat()
            yield add_action(Action(action, review, 0, text(item, "what"), text(item, "who"), due))
            if days := whole(item, "done_in"):
                done.append((action, (day + timedelta(days=days)).isoformat()))
        yield finish_review(
            review, finished_at=f"{day.isoformat()}T15:00:00+00:00", questions=questions
        )
        for action, on in done:
            yield mark_action(action, done_on=on)


def _answer_questions(review: ReviewId, row: Table, questions: Sequence[Question]) -> Edit:
    """Answer what is asked in the seat: a deciding question yes unless listed otherwise."""
    no, unsure, also = texts(row, "no"), texts(row, "unsure"), texts(row, "also_yes")
    seen, claimed, notes = texts(row, "seen"), texts(row, "claimed"), pairs(row, "notes")

    def value_of(question: Question) -> str:
        if question.id in no:
            return "no"
        if question.id in unsure:
            return "unsure"
        is_yes = question.deciding or question.letter == "homework" or question.id in also
        return "yes" if is_yes else ""

    def run(work: Revision) -> None:
        record = work.client.get(Review, review)
        scene = scene_of(work.client, seat=record.seat, occupant=record.occupant, on=record.on)
        for question in asked(questions, scene, record.on):
            put_answer(
                review,
                "homework" if question.letter == "homework" else "question",
                about=question.id,
                value=value_of(question),
                note=notes.get(question.id, ""),
                evidence=(
                    "seen" if question.id in seen else "claimed" if question.id in claimed else ""
                ),
            ).run(work)

    return Edit("answer", run)


def _answer_the_rest(
    review: ReviewId, row: Table, *, ids: SeatIds, values: Sequence[CoreValueId]
) -> Iterator[Edit]:
    for about, mark in zip(values, texts(row, "values"), strict=True):
        yield put_answer(review, "value", about=about, value=mark)
    for name, line in zip(ids.responsibilities, _lines(row), strict=True):
        for kind, value in zip(_COLUMNS, line[:3], strict=True):
            yield put_answer(review, kind, about=name, value=value)
        yield put_answer(review, "evidence", about=name, note=line[3], evidence=_EVIDENCE[line[4]])
    for question, said in pairs(row, "words").items():
        yield put_answer(review, "words", about=question, note=said)
    notes = pairs(row, "call_notes")
    for letter, call in pairs(row, "calls").items():
        yield put_answer(review, "call", about=letter, value=call, note=notes.get(letter, ""))


def _lines(row: Table) -> tuple[tuple[str, ...], ...]:
    """Return for each responsibility: gets, wants, can, the line of evidence, how it is known."""
    lines = row.get("responsibilities", [])
    if not isinstance(lines, list):
        return ()
    return tuple(tuple(str(cell) for cell in line) for line in lines if isinstance(line, list))

"""The edit that makes a first look a full review and carries its answers over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.edits.review import draft_of
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.pointing import by_subject, value_of
from mspseat_desktop.domain.questions import CHECKLIST
from mspseat_desktop.domain.review_records import Answer, answer_id
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.scene import counting, scene_of
from mspseat_desktop.domain.vocabulary import AnswerKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.pointing import Answers
    from mspseat_desktop.domain.review_records import Review
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import ReviewId

Given: TypeAlias = Literal["", "yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Carry:
    """What one of the ten questions says in a full review.

    `questions` has the ids behind each of its `boxes`, or behind itself where it has none.
    """

    item: str
    questions: tuple[tuple[str, ...], ...] = ()
    homework: tuple[str, ...] = ()
    each: bool = False
    boxes: int = 0


def make_full(review: ReviewId, *, bank: str, carries: Iterable[Carry]) -> Edit:
    """Make the draft of a first look a full review by that bank, in one step.

    A ticked box is a yes. In a question that is no, the boxes left open are no where another is
    ticked, else nobody said which: they are unsure. What is not known is left open, and what was
    said stays in the notes. Raises Refused("no-first-look"), Refused("review-finished").
    """
    carried = tuple(carries)

    def run(work: Revision) -> None:
        old = draft_of(work.client, review)
        if old.bank != CHECKLIST:
            raise Refused("no-first-look")
        given = by_subject(work.client.draft_answers(review))
        new = [a for carry in carried for a in _carried(work, old, carry, given)]
        for answer in given.values():
            if answer.kind == "question":
                work.remove(answer)
        for answer in new:
            work.put(answer)
        work.put(replace(old, bank=bank))

    return Edit("make-full-review", run, {"review": review})


def _carried(work: Revision, review: Review, carry: Carry, given: Answers) -> list[Answer]:
    said = given.get(("question", carry.item))
    if said is None and not carry.boxes:
        return []
    value = said.value if said is not None else ""
    stands: list[tuple[AnswerKind, str, str]] = []
    for box, questions in enumerate(carry.questions):
        stand = _box(carry, box, value, given)
        stands += [("question", question, stand) for question in questions]
    if value == "yes":
        stands += [("homework", question, "yes") for question in carry.homework]
    if value == "yes" and carry.each:
        scene = scene_of(work.client, seat=review.seat, occupant=review.occupant, on=review.on)
        stands += [("wants", duty.id, "wants") for duty in counting(scene)]
    new = [_answer(review, kind, about, stand) for kind, about, stand in stands if stand]
    note = said.note.strip() if said is not None else ""
    if not note:
        return new
    # Its words go to the first answer that it became; without one they stay with the review.
    first = new[0] if new else _answer(review, "words", carry.item, "")
    return [replace(first, note=note), *new[1:]]


def _box(carry: Carry, box: int, value: str, given: Answers) -> Given:
    """Return what the question says of one of its boxes, or of itself where it has none."""
    if not carry.boxes:
        return "yes" if value == "yes" else "no" if value == "no" else ""
    ticked = [value_of(given, "question", f"{carry.item}.{n}") == "yes" for n in range(carry.boxes)]
    if value == "yes" or ticked[box]:
        return "yes"
    if value == "no":
        return "no" if any(ticked) else "unsure"
    return "unsure" if value == "unsure" else ""


def _answer(review: Review, kind: AnswerKind, about: str, value: str) -> Answer:
    return Answer(answer_id(review.id, kind, about), review.id, kind, about, value)

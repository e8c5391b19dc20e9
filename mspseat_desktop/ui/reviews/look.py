"""What a review says at this moment: its records, what is asked, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.content.banks import bank_of
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.gwc import LETTERS, next_review
from mspseat_desktop.domain.metrics import course
from mspseat_desktop.domain.pointing import RESPONSIBILITY_KINDS, value_of
from mspseat_desktop.domain.records import Occupant, Seat
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.scene import counting
from mspseat_desktop.reports.sheet import LATEST, Sheet, sheet_of_review

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.gwc import Letter, Outcome
    from mspseat_desktop.domain.questions import Bank, Question
    from mspseat_desktop.domain.review_records import Answer, Scene
    from mspseat_desktop.domain.vocabulary import AnswerKind, ReviewId

Step: TypeAlias = Literal["values", "gets", "wants", "capacity", "result"]
STEPS: Final[tuple[Step, ...]] = ("values", *LETTERS, "result")


@dataclass(frozen=True, slots=True)
class Look:
    """A review with all that its dialog shows of it; made anew after each edit.

    `earlier` are the last finished reviews of the same occupant in the seat before this one, the
    oldest first; `usual_next` is the day of the next review when nobody chose another. `courses`
    are the last values of each metric up to the review's day.
    """

    review: Review
    sheet: Sheet
    bank: Bank
    occupant: Occupant | None
    earlier: tuple[Review, ...]
    usual_next: str
    ratings_hidden: bool = False
    courses: Mapping[str, tuple[float | None, ...]] = field(default_factory=dict)

    @property
    def is_locked(self) -> bool:
        """Whether the review is finished and does not change any more."""
        return self.review.state == "finished"

    @property
    def scene(self) -> Scene:
        """What the occupant is judged by."""
        return self.sheet.scene

    @property
    def outcome(self) -> Outcome:
        """What the answers and calls given so far come to."""
        return self.sheet.outcome

    def said(self, kind: AnswerKind, about: str) -> Answer | None:
        """Return the answer of this kind about this thing, or None."""
        return self.sheet.answers.get((kind, about))

    def questions(self, letter: str, *, deciding: bool) -> tuple[Question, ...]:
        """Return the questions asked for a letter, the deciding ones or those for the talk."""
        return tuple(
            q for q in self.sheet.questions if q.letter == letter and q.deciding == deciding
        )

    def progress(self, letter: Letter) -> tuple[int, int]:
        """Return how many of the deciding answers of a letter are given, and how many there are."""
        given, kind = self.sheet.answers, RESPONSIBILITY_KINDS[letter]
        asked = [
            value_of(given, "question", q.id)
            for q in self.questions(letter, deciding=True)
            if q.kind == "yesno"
        ]
        asked += [value_of(given, kind, r.id) for r in counting(self.scene)]
        return sum(1 for value in asked if value), len(asked)


def look_at(
    client: Client, review: ReviewId, *, banks: Mapping[str, Bank], ratings_hidden: bool
) -> Look | None:
    """Return the review as it stands now; None when it or what it is about is gone.

    A draft is gone with its seat closed as well; a finished review stays.
    """
    record = client.find(Review, review)
    if record is None:
        return None
    seat = client.find(Seat, record.seat)
    if record.state == "draft" and (seat is None or seat.closed_on):
        return None
    known = record.bank if record.bank in banks else "other_provider"
    bank = bank_of(client, replace(record, bank=known))
    try:
        sheet = sheet_of_review(client, review, bank)
    except Refused:
        return None
    before = [
        r
        for r in client.reviews_of(record.seat, record.occupant)
        if r.on <= record.on and r.id not in {record.id, record.amends}
    ]
    days = client.profile.review_days
    return Look(
        review=record,
        sheet=sheet,
        bank=bank,
        occupant=client.find(Occupant, record.occupant),
        earlier=tuple(before[-LATEST:]),
        usual_next=next_review(sheet.headline, record.on, bar=sheet.outcome.bar, review_days=days),
        ratings_hidden=ratings_hidden,
        courses={m.id: course(client, m, until=record.on) for m in sheet.scene.metrics},
    )


def letter_of(step: Step) -> Letter | None:
    """Return the letter that a step is about, None for the two that are about none."""
    return None if step in {"values", "result"} else next(x for x in LETTERS if x == step)


def first_open_step(look: Look) -> Step:
    """Return the first step with something left to do; the result when there is none."""
    if look.is_locked:
        return "result"
    if look.outcome.bar == "undecided":
        return "values"
    for letter in LETTERS:
        if not look.outcome.calls[letter]:
            return letter
    return "result"

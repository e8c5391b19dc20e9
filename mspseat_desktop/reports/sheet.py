"""What a seat review is printed from: a review, finished or not, or a seat not reviewed yet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.change import Touch
from mspseat_desktop.domain.gwc import Outcome, judge
from mspseat_desktop.domain.headlines import HeadlineCode, headline_code
from mspseat_desktop.domain.pointing import Answers, by_subject
from mspseat_desktop.domain.questions import Bank, Question, asked
from mspseat_desktop.domain.records import CoreValue, Occupant
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    Review,
    Scene,
    Signature,
    Voice,
)
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.domain.vocabulary import (
    AnswerKind,
    OccupantId,
    OccupantKind,
    ReviewId,
    SeatId,
)
from mspseat_desktop.domain.voices import are_hidden

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client

LATEST = 4
"""How many reviews "Over time" shows."""
NOBODY = OccupantId("nobody")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One seat with one occupant on one day; `review` is None when nobody has reviewed it.

    `occupant` is None for an open seat. `earlier` are the finished reviews up to that day, this
    one with them, the oldest first. `questions` are those asked, in order; `voices` are others'
    own answers, and `names` the words of what only these speak of, by id. `own_values` are the
    provider's own, by which it rates the client.
    """

    seat: SeatId
    occupant: OccupantId | None
    on: str
    scene: Scene
    outcome: Outcome
    answers: Answers
    questions: tuple[Question, ...]
    review: Review | None = None
    actions: tuple[Action, ...] = ()
    earlier: tuple[Review, ...] = ()
    voices: tuple[Voice, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    signatures: tuple[Signature, ...] = ()
    own_values: tuple[CoreValue, ...] = ()

    @property
    def headline(self) -> HeadlineCode:
        """The headline: as it was kept for a finished review, as it stands now for another."""
        if self.occupant is None:
            return "open"
        if self.review and self.review.state == "finished":
            return headline_code(self.review.headline)
        return self.outcome.headline

    def said(self, kind: AnswerKind, about: str) -> Answer | None:
        """Return the answer of this kind about this thing, or None."""
        return self.answers.get((kind, about))


def sheet_of_review(client: Client, review: ReviewId, bank: Bank) -> Sheet:
    """Return the sheet of a review; a finished one as it was judged.

    Raises Refused("gone") when the review is not there, or a draft's seat or occupant.
    """
    record = client.get(Review, review)
    given = client.answers(review)
    scene = record.scene or scene_of(
        client, seat=record.seat, occupant=record.occupant, on=record.on
    )
    if record.state == "finished":
        in_play = tuple(q for q in bank.questions if q.id in set(record.asked))
    else:
        in_play = asked(bank.questions, scene, record.on)
    days = client.profile.review_days
    return Sheet(
        record.seat,
        record.occupant,
        record.on,
        scene=scene,
        outcome=judge(
            scene, given, in_play, on=record.on, next_on=record.next_on, review_days=days
        ),
        answers=by_subject(given),
        questions=in_play,
        review=record,
        actions=client.actions(review),
        earlier=_earlier(client, record.seat, record.occupant, record.on),
        voices=() if are_hidden(record) else client.voices(review),
        names=_names(client, record, bank),
        signatures=client.signatures(review),
        own_values=client.values_of(record.occupant),
    )


def _names(client: Client, review: Review, bank: Bank) -> dict[str, str]:
    """Return the words of what voices speak of besides what we are asked."""
    questions = {q.id: q.words for q in bank.questions}
    return questions | {v.id: v.name for v in client.values_of(review.occupant)}


def blank_sheet(
    client: Client, seat: SeatId, *, occupant: OccupantId | None, on: str, bank: Bank
) -> Sheet:
    """Return the sheet of a seat not reviewed yet, all answers blank; also of an open seat."""
    scene = _scene(client, seat, occupant=occupant, on=on)
    in_play = asked(bank.questions, scene, on)
    return Sheet(
        seat,
        occupant,
        on,
        scene=scene,
        outcome=judge(scene, (), in_play, on=on),
        answers={},
        questions=in_play,
        earlier=_earlier(client, seat, occupant, on) if occupant else (),
    )


def _scene(client: Client, seat: SeatId, *, occupant: OccupantId | None, on: str) -> Scene:
    if occupant is not None:
        return scene_of(client, seat=seat, occupant=occupant, on=on)
    kind: OccupantKind = "provider" if client.seat(seat).meant_for == "provider" else "person"
    with_nobody = client.with_touch(Touch(None, Occupant(NOBODY, "", kind)))
    return replace(scene_of(with_nobody, seat=seat, occupant=NOBODY, on=on), is_candidate=False)


def _earlier(client: Client, seat: SeatId, occupant: OccupantId, on: str) -> tuple[Review, ...]:
    return tuple(r for r in client.reviews_of(seat, occupant) if r.on <= on)[-LATEST:]

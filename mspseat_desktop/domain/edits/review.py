"""Edits of reviews: start, answer, finish, amend, throw away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.gwc import LETTERS, judge, next_review
from mspseat_desktop.domain.questions import asked
from mspseat_desktop.domain.records import (
    CoreValue,
    Occupant,
    Responsibility,
)
from mspseat_desktop.domain.review_records import (
    Answer,
    Review,
    answer_id,
)
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.scene import days_between, scene_of
from mspseat_desktop.domain.vocabulary import (
    ActionId,
    AnswerKind,
    BlobHash,
    Evidence,
    Independence,
    Mend,
)
from mspseat_desktop.domain.voices import are_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Question
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import (
        OccupantId,
        ReviewId,
        SeatId,
    )

ROUND_DAYS = 21
"""Reviews of an occupant in all seats within so many days are one round, which rates core values
once; shorter than the 30 days after which a seat is reviewed again."""

ALLOWED: Final[dict[AnswerKind, frozenset[str]]] = {
    "question": frozenset({"yes", "unsure", "no", "n/a"}),
    "homework": frozenset({"yes", "unsure", "no", "n/a"}),
    "gets": frozenset({"yes", "unsure", "no"}),
    "can": frozenset({"yes", "unsure", "no"}),
    "wants": frozenset({"wants", "condition", "accepted", "declined"}),
    "value": frozenset({"+", "+/-", "-"}),
    "call": frozenset({"yes", "no"}),
    "evidence": frozenset(),
    "words": frozenset(),
    "client_value": frozenset({"+", "+/-", "-"}),
}
"""What each kind of answer may say, besides nothing."""


def start_review(
    review: ReviewId,
    *,
    seat: SeatId,
    occupant: OccupantId,
    on: str,
    bank: str,
    answered_by: str = "",
    facilitated_by: str = "",
    independence: Independence = "",
) -> Edit:
    """Start the review of the occupant in the seat.

    Core values that were rated in another seat in this round are taken over. Raises
    Refused("draft-exists") when an unfinished one is there, Refused("seat-closed").
    """

    def run(work: Revision) -> None:
        client = work.client
        who = client.get(Occupant, occupant)
        record = client.seat(seat)
        if record.closed_on:
            raise Refused("seat-closed", seat=record.title)
        _refuse_second_draft(client, seat, occupant)
        work.put(
            Review(
                review,
                seat,
                who.id,
                on,
                bank,
                answered_by=answered_by,
                facilitated_by=facilitated_by,
                independence=independence,
            )
        )
        for rating in _ratings_of_the_round(client, seat, occupant=occupant, on=on):
            work.put(_moved(rating, review))

    return Edit("start-review", run, {"review": review})


def change_review(
    review: ReviewId,
    *,
    on: str | None = None,
    bank: str | None = None,
    answered_by: str | None = None,
    facilitated_by: str | None = None,
    independence: Independence | None = None,
    next_on: str | None = None,
    merge_key: str = "",
) -> Edit:
    """Change what is given of the draft's head; None leaves a field as it is."""

    def run(work: Revision) -> None:
        old = draft_of(work.client, review)
        work.put(
            replace(
                old,
                on=old.on if on is None else on,
                bank=old.bank if bank is None else bank,
                answered_by=old.answered_by if answered_by is None else answered_by,
                facilitated_by=old.facilitated_by if facilitated_by is None else facilitated_by,
                independence=old.independence if independence is None else independence,
                next_on=old.next_on if next_on is None else next_on,
            )
        )

    return Edit("change-review", run, {"review": review}, merge_key)


def put_answer(
    review: ReviewId,
    kind: AnswerKind,
    *,
    about: str,
    value: str | None = None,
    note: str | None = None,
    evidence: Evidence | None = None,
    mend: Mend | None = None,
    merge_key: str = "",
) -> Edit:
    """Set what is given of one answer of the draft; None leaves a part as it is.

    An answer without value, note and evidence is taken out. A rating of a core value goes to the
    occupant's other drafts as well. Raises Refused("unknown-answer") for a value that the kind
    does not know, Refused("review-finished"), Refused("gone") for what is not there any more.
    """

    def run(work: Revision) -> None:
        record = draft_of(work.client, review)
        check_answer(work.client, record, kind, about=about, value=value or "")
        drafts = [record]
        if kind == "value":
            drafts += [
                r
                for r in work.client.owned(Review, "occupant", record.occupant)
                if r.state == "draft" and r.id != review
            ]
        for draft in drafts:
            name = answer_id(draft.id, kind, about)
            old = work.client.find(Answer, name) or Answer(name, draft.id, kind, about)
            put_or_take_out(
                work,
                replace(
                    old,
                    value=old.value if value is None else value,
                    note=old.note if note is None else note,
                    evidence=old.evidence if evidence is None else evidence,
                    mend=old.mend if mend is None else mend,
                ),
            )

    return Edit("answer" if note is None else "note-answer", run, {"review": review}, merge_key)


def put_note(review: ReviewId, kind: AnswerKind, *, about: str, note: str) -> Edit:
    """Set the note of one answer; typing in one note is one step of the history."""
    key = f"note:{answer_id(review, kind, about)}"
    return put_answer(review, kind, about=about, note=note, merge_key=key)


def finish_review(review: ReviewId, *, finished_at: str, questions: Iterable[Question]) -> Edit:
    """Finish the draft: fold its answers into it with all that it is judged by, and lock it.

    `questions` is the bank; `finished_at` is UTC in ISO 8601. A review may be finished before it
    is complete, its headline then says so. Raises Refused("nothing-answered"),
    Refused("review-in-future"), Refused("evidence-in-future"), Refused("voices-hidden"),
    Refused("sentence-missing") with the letters whose call must be explained,
    Refused("review-finished").
    """
    bank = tuple(questions)

    def run(work: Revision) -> None:
        client = work.client
        record = draft_of(client, review)
        answers = client.draft_answers(review)
        if not any(a.value or a.note.strip() for a in answers):
            raise Refused("nothing-answered")
        # A day ahead of UTC is today somewhere.
        if (days_between(finished_at, record.on) or 0) > 1:
            raise Refused("review-in-future", on=record.on)
        if are_hidden(record) and client.voices(review):
            raise Refused("voices-hidden")
        ahead = [a.seen_on for a in answers if (days_between(finished_at, a.seen_on) or 0) > 1]
        if ahead:
            raise Refused("evidence-in-future", on=ahead[0])
        scene = scene_of(client, seat=record.seat, occupant=record.occupant, on=record.on)
        outcome = judge(scene, answers, bank, on=record.on, next_on=record.next_on)
        if outcome.unexplained:
            raise Refused("sentence-missing", letters=" ".join(outcome.unexplained))
        days = client.profile.review_days
        usual = next_review(outcome.headline, record.on, bar=outcome.bar, review_days=days)
        for answer in answers:
            work.remove(answer)
        work.put(
            replace(
                record,
                state="finished",
                finished_at=finished_at,
                headline=outcome.headline,
                next_on=record.next_on or usual,
                asked=tuple(q.id for q in asked(bank, scene, record.on)),
                answers=answers,
                scene=scene,
            )
        )

    return Edit("finish-review", run, {"review": review})


def reopen_review(amendment: ReviewId, review: ReviewId, *, reason: str, on: str) -> Edit:
    """Start a dated amendment that carries answers and actions over; the first review stays.

    Raises Refused("reason-missing"), Refused("not-finished"), Refused("already-amended") and
    Refused("draft-exists").
    """

    def run(work: Revision) -> None:
        client = work.client
        first = client.get(Review, review)
        if first.state != "finished":
            raise Refused("not-finished")
        if not reason.strip():
            raise Refused("reason-missing")
        _refuse_second_draft(client, first.seat, first.occupant)
        if any(r.amends == review for r in client.reviews(first.seat)):
            raise Refused("already-amended")
        work.put(
            Review(
                amendment,
                first.seat,
                first.occupant,
                on,
                first.bank,
                answered_by=first.answered_by,
                facilitated_by=first.facilitated_by,
                independence=first.independence,
                amends=review,
                amend_reason=reason.strip(),
            )
        )
        for answer in first.answers:
            work.put(_moved(answer, amendment))
        for number, action in enumerate(client.actions(review), start=1):
            name = ActionId(f"{amendment}:action:{number}")
            work.put(replace(action, id=name, review=amendment))

    return Edit("reopen-review", run, {"review": review})


def discard_draft(review: ReviewId) -> Edit:
    """Throw the draft away with its answers and actions."""

    def run(work: Revision) -> None:
        take_out_draft(work, draft_of(work.client, review))

    return Edit("discard-draft", run, {"review": review})


def take_out_draft(work: Revision, draft: Review) -> None:
    """Remove the draft with everything that belongs to it alone."""
    client = work.client
    for action in client.actions(draft.id):
        work.remove(action)
    for voice in client.voices(draft.id):
        work.remove(voice)
    for answer in client.draft_answers(draft.id):
        work.remove(answer)
    work.remove(draft)


def draft_of(client: Client, review: ReviewId) -> Review:
    """Return the draft; raise Refused("review-finished") when it is one no longer."""
    record = client.get(Review, review)
    if record.state == "finished":
        raise Refused("review-finished")
    return record


def _refuse_second_draft(client: Client, seat: SeatId, occupant: OccupantId) -> None:
    if client.draft(seat, occupant) is not None:
        name = client.get(Occupant, occupant).name
        raise Refused("draft-exists", seat=client.seat(seat).title, occupant=name)


def check_answer(
    client: Client, review: Review, kind: AnswerKind, *, about: str, value: str
) -> None:
    """Raise Refused("unknown-answer") or Refused("gone") for what the review can not take."""
    if value and value not in ALLOWED[kind]:
        raise Refused("unknown-answer", value=value)
    if kind in {"gets", "wants", "can", "evidence"}:
        if client.get(Responsibility, about).seat != review.seat:
            raise Refused("gone", kind="Responsibility")
    elif kind in {"value", "client_value"}:
        client.get(CoreValue, about)
    elif kind == "call" and about not in LETTERS:
        raise Refused("unknown-answer", value=about)


def put_or_take_out(work: Revision, answer: Answer) -> None:
    """Keep the answer, or take it out when nothing is left of it."""
    # Only a no has somebody who must mend it.
    kept = answer if answer.value == "no" else replace(answer, mend="")
    if not kept.evidence:
        # What it rests on goes with the evidence; undo brings both back.
        kept = replace(kept, seen_by="", seen_on="", reference="", file=BlobHash(""), file_name="")
    if kept.value or kept.note or kept.evidence:
        work.put(kept)
    else:
        work.remove(kept)


def _moved(answer: Answer, review: ReviewId) -> Answer:
    """Return the answer as one of another review."""
    name = answer_id(review, answer.kind, answer.about)
    return replace(answer, id=name, review=review)


def _ratings_of_the_round(
    client: Client, seat: SeatId, *, occupant: OccupantId, on: str
) -> tuple[Answer, ...]:
    """Return the occupant's newest ratings of core values in another seat, in this round."""
    near = [
        r
        for r in client.owned(Review, "occupant", occupant)
        if r.seat != seat and 0 <= (days_between(r.on, on) or 0) <= ROUND_DAYS
    ]
    for review in sorted(near, key=lambda r: r.on, reverse=True):
        found = tuple(
            a
            for a in client.answers(review.id)
            if a.kind == "value" and client.find(CoreValue, a.about)
        )
        if found:
            return found
    return ()

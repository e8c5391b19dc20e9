"""Leaving reviews out of a copy, whole or in part; what hangs on one goes with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.forgetting import remove_reviews
from mspseat_desktop.domain.records import Accepted, Occupant
from mspseat_desktop.domain.review_records import Answer, BankQuestion, Form, Review, Voice
from mspseat_desktop.domain.vocabulary import NO_BLOB

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import OccupantId

_NOTES_ONLY = frozenset({"words", "evidence"})
"""Kinds of answers that are a note and nothing else."""


def leave_out_own_reviews(work: Revision, provider: OccupantId | None) -> None:
    """Take out the finished reviews of the provider that the copy is for."""
    _remove(work, lambda one: one.state == "finished" and one.occupant == provider)


def leave_out_other_reviews(work: Revision, provider: OccupantId | None) -> None:
    """Take out the finished reviews of all others, with what tells how they came out."""
    _remove(work, lambda one: one.state == "finished" and one.occupant != provider)
    for accepted in tuple(work.client.every(Accepted)):
        work.remove(accepted)
    for review in tuple(work.client.every(Review)):
        if review.scene is not None and review.scene.above == "wrong_seat":
            work.put(replace(review, scene=replace(review.scene, above="")))
    for occupant in tuple(work.client.every(Occupant)):
        if occupant.id != provider:
            work.put(replace(occupant, unrated_because=""))
    if provider is not None:
        _leave_out_what_others_are_asked(work, provider)


def _leave_out_what_others_are_asked(work: Revision, provider: OccupantId) -> None:
    own = {seating.seat for seating in work.client.seats_of(provider)}
    for question in tuple(work.client.every(BankQuestion)):
        if question.seat is not None and question.seat not in own:
            work.remove(question)
    for form in tuple(work.client.every(Form)):
        if form.occupant != provider and not work.client.ids(Voice, "form", form.id):
            work.remove(form)


def leave_out_drafts(work: Revision) -> None:
    """Take out the reviews that are not finished, first looks among them."""
    _remove(work, lambda one: one.state == "draft")


def leave_out_voices(work: Revision, provider: OccupantId | None) -> None:
    """Take out what others answered themselves; the provider that it is for keeps its own."""
    for voice in tuple(work.client.every(Voice)):
        review = work.client.get(Review, voice.review)
        if not (voice.kind == "provider" and review.occupant == provider):
            work.remove(voice)


def leave_out_hidden_voices(work: Revision) -> None:
    """Take out answers that are still hidden from everybody until all are in."""
    for voice in tuple(work.client.every(Voice)):
        review = work.client.get(Review, voice.review)
        if review.blind and not review.revealed_at:
            work.remove(voice)


def leave_out_review_notes(work: Revision) -> None:
    """Leave the ratings, and take out what was written beside them and what they rest on."""
    client = work.client
    for answer in tuple(client.every(Answer)):
        bare = _bare((answer,))
        if bare:
            work.put(bare[0])
        else:
            work.remove(answer)
    for review in tuple(client.every(Review)):
        if review.amend_reason or any(map(has_notes, review.answers)):
            work.put(replace(review, answers=_bare(review.answers), amend_reason=""))
    for voice in tuple(client.every(Voice)):
        work.put(replace(voice, answers=_bare(voice.answers)))


def has_notes(answer: Answer) -> bool:
    """Return whether there is anything beside the rating."""
    return bool(
        answer.kind in _NOTES_ONLY
        or answer.note
        or answer.seen_by
        or answer.seen_on
        or answer.reference
        or answer.file
        or answer.file_name
    )


def _bare(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    return tuple(
        replace(
            answer,
            note="",
            seen_by="",
            seen_on="",
            reference="",
            file=NO_BLOB,
            file_name="",
        )
        for answer in answers
        if answer.kind not in _NOTES_ONLY
    )


def _remove(work: Revision, goes: Callable[[Review], bool]) -> None:
    remove_reviews(work, [review for review in work.client.every(Review) if goes(review)])

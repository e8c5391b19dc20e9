"""Edits of blind answering: each voice's answers are hidden until all are in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.review import draft_of
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.voices import are_hidden, missing

if TYPE_CHECKING:
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import ReviewId


def set_blind(review: ReviewId, *, blind: bool) -> Edit:
    """Hide the answers of the draft's voices until all are in, or answer openly.

    Answers that are hidden already come out by `reveal` alone. Raises Refused("review-finished"),
    Refused("voices-hidden").
    """

    def run(work: Revision) -> None:
        old = draft_of(work.client, review)
        if not blind and are_hidden(old) and any(v.answers for v in work.client.voices(review)):
            raise Refused("voices-hidden")
        work.put(replace(old, blind=blind, revealed_at=""))

    return Edit("answer-blind" if blind else "answer-openly", run, {"review": review})


def reveal(review: ReviewId, *, at: str) -> Edit:
    """Show the answers of all voices from `at` on, UTC in ISO 8601.

    Raises Refused("voice-missing") while somebody's are not in, Refused("review-finished").
    """

    def run(work: Revision) -> None:
        old = draft_of(work.client, review)
        waiting = missing(work.client.voices(review))
        if waiting:
            raise Refused("voice-missing", voice=waiting[0].name)
        if are_hidden(old):
            work.put(replace(old, revealed_at=at))

    return Edit("reveal-voices", run, {"review": review})

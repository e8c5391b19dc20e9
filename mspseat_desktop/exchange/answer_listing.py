"""The answers of a review, ours and every voice's, as plain values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.locking import content_hash
from mspseat_desktop.domain.pointing import by_subject, calls
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.two_way import two_way
from mspseat_desktop.domain.voices import are_hidden
from mspseat_desktop.exchange.outcome_listing import review_outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.review_records import Answer, Voice
    from mspseat_desktop.domain.vocabulary import AnswerKind
    from mspseat_desktop.exchange.listing import Json

_FROM_OUTCOME = ("reasons", "reason_codes", "calls_for", "points_to", "homework", "confidence")
_KNOWN_BY: Collection[AnswerKind] = ("question", "homework", "evidence")
"""Kinds that say themselves how they are known; a responsibility has its line of evidence."""


def review_answers(client: Client, review: Review) -> Json:
    """Return reasons, confidence, answers, voices, signatures and the number of the content.

    While the voices of a blind review are hidden, it tells who they are and not what they said.
    """
    outcome = review_outcome(client, review.id)
    hidden = are_hidden(review)
    return {
        **{name: outcome[name] for name in _FROM_OUTCOME},
        "answers": _answers(client.answers(review.id)),
        "blind": review.blind,
        "revealed_at": review.revealed_at,
        "voices": [_voice(client, voice, hidden=hidden) for voice in client.voices(review.id)],
        "signatures": [
            {"name": s.name, "of": s.of, "on": s.on} for s in client.signatures(review.id)
        ],
        "content_hash": content_hash(review),
    }


def _voice(client: Client, voice: Voice, *, hidden: bool) -> Json:
    answers = () if hidden else voice.answers
    occupant = client.get(Review, voice.review).occupant
    fit = None if hidden else two_way(voice, client.values_of(occupant))
    return {
        "name": voice.name,
        "kind": voice.kind,
        "given_on": voice.given_on,
        "from_form": voice.form is not None,
        "hidden": hidden,
        "calls": dict(calls(by_subject(answers))),
        "two_way": fit.code if fit is not None else "",
        "answers": _answers(answers),
    }


def _answers(answers: Iterable[Answer]) -> list[Json]:
    return [
        {
            "kind": a.kind,
            "about": a.about,
            "value": a.value,
            "note": a.note,
            "evidence": a.evidence or ("unknown" if a.kind in _KNOWN_BY else ""),
            "mend": a.mend,
            "seen_by": a.seen_by,
            "seen_on": a.seen_on,
            "reference": a.reference,
            "file": a.file_name if a.file else "",
            "file_sha256": a.file,
        }
        for a in answers
    ]

"""The outcome of a review as plain values for JSON: headline, reasons, and what it calls for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import bank_of
from mspseat_desktop.domain.gwc import judge
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.wording.outcomes import calls_for_text, headline_text, reason_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.gwc import Reason
    from mspseat_desktop.domain.vocabulary import ReviewId
    from mspseat_desktop.exchange.listing import Json


def review_outcome(client: Client, review: ReviewId) -> Json:
    """Return what the review says; a finished one as it was judged."""
    record = client.get(Review, review)
    scene = record.scene or scene_of(
        client, seat=record.seat, occupant=record.occupant, on=record.on
    )
    questions = bank_of(client, record).questions
    outcome = judge(
        scene,
        client.answers(review),
        questions,
        on=record.on,
        next_on=record.next_on,
        review_days=client.profile.review_days,
    )
    return {
        "review": record.id,
        "state": record.state,
        "seat": record.seat,
        "seat_title": scene.seat_title,
        "occupant": scene.occupant_name,
        "on": record.on,
        "headline": headline_text(outcome.headline, outcome),
        "code": outcome.headline,
        "row": outcome.row,
        "reasons": _sentences(outcome.reasons),
        "reason_codes": _codes(outcome.reasons),
        "calls_for": calls_for_text(outcome.calls_for, is_provider=outcome.is_provider),
        "gets": outcome.calls["gets"],
        "wants": outcome.calls["wants"],
        "capacity": outcome.calls["capacity"],
        "points_to": {letter: point.to for letter, point in outcome.pointing.items()},
        "bar": outcome.bar,
        "homework": _sentences(outcome.homework),
        "notices": _sentences(outcome.notices),
        "sentence_missing": list(outcome.unexplained),
        "confidence": {
            "seen": outcome.confidence.seen,
            "claimed": outcome.confidence.claimed,
            "unknown": outcome.confidence.unknown,
        },
        "first_90_days": outcome.first_90_days,
        "next_review": record.next_on,
    }


def _sentences(reasons: Iterable[Reason]) -> list[str]:
    return [reason_text(reason) for reason in reasons]


def _codes(reasons: Iterable[Reason]) -> list[Json]:
    return [{"code": reason.code, "about": dict(reason.params)} for reason in reasons]

"""Outcomes of reviews in words: headlines, reasons, calls, answers; the same on screen and paper.

For a company the words may be plain; for a person they stay softer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.headlines import headline_code
from mspseat_desktop.domain.questions import in_first_days
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.wording.packs import pack_in_use
from mspseat_desktop.wording.reasons import letter_name, reason_lines, reason_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.gwc import (
        Call,
        CallsFor,
        Comparison,
        Confidence,
        HeadlineCode,
        Letter,
        Outcome,
        Pointing,
        SeatOutcome,
    )
    from mspseat_desktop.domain.review_records import Review
    from mspseat_desktop.domain.standing import Move
    from mspseat_desktop.domain.vocabulary import AnswerKind, Independence

__all__ = [
    "answer_text",
    "call_text",
    "calls_for_text",
    "comparison_text",
    "confidence_text",
    "finished_headline_text",
    "headline_text",
    "independence_text",
    "letter_mark",
    "letter_name",
    "move_text",
    "not_applicable_reasons",
    "pointing_text",
    "reason_lines",
    "reason_text",
    "seat_outcome_text",
    "view_of_a_date_text",
]


def headline_text(
    headline: HeadlineCode, outcome: Outcome | None = None, *, is_provider: bool = False
) -> str:
    """Return the headline, with "first 90 days" when the outcome that it belongs to says so."""
    company = outcome.is_provider if outcome else is_provider
    plain = pack_in_use().headlines == "plain"
    words = (_plain_headlines if plain else _headlines)(company=company)[headline]
    return _with_first_days(words, first_days=outcome.first_90_days if outcome else False)


def finished_headline_text(review: Review) -> str:
    """Return the headline of a finished review as it was judged, with "first 90 days"."""
    scene, code = review.scene, headline_code(review.headline)
    words = headline_text(code, is_provider=bool(scene and scene.is_provider))
    return _with_first_days(words, first_days=bool(scene and in_first_days(scene, review.on)))


def _headlines(*, company: bool) -> dict[HeadlineCode, str]:
    return {
        "open": _("Open seat"),
        "seat_not_ready": _("Seat not ready"),
        "incomplete": _("Incomplete"),
        "right_wrong_seat": (
            _("Right provider, wrong seat") if company else _("Right person, wrong seat")
        ),
        "wrong_seat_below": _("Wrong seat, below the bar"),
        "wrong_seat": _("Wrong seat"),
        "right_seat_below": _("Right seat, below the bar"),
        "right_right": _("Right provider, right seat")
        if company
        else _("Right person, right seat"),
        "right_seat": _("Right seat"),
    }


def _plain_headlines(*, company: bool) -> dict[HeadlineCode, str]:
    """Return the same nine in words that need no method; about a person they stay softer."""
    both: dict[HeadlineCode, str] = {
        "open": _("Open seat: nobody holds it"),
        "seat_not_ready": _("The seat is not ready yet"),
        "incomplete": _("Not everything is asked yet"),
        "right_right": _("Fits us and the seat"),
        "right_seat": _("Fits the seat"),
    }
    if company:
        return both | {
            "right_wrong_seat": _("Fits us, but not this seat"),
            "wrong_seat_below": _("Fits neither the seat nor our values"),
            "wrong_seat": _("Does not fit this seat"),
            "right_seat_below": _("Fits the seat, but not our values"),
        }
    return both | {
        "right_wrong_seat": _("Fits us; another seat may fit better"),
        "wrong_seat_below": _("Neither the seat nor our values fit yet"),
        "wrong_seat": _("Another seat may fit better"),
        "right_seat_below": _("Fits the seat, not our values yet"),
    }


def seat_outcome_text(outcome: SeatOutcome | None) -> str:
    """Return what a card or list says about a seat; None is a holder who was not reviewed yet."""
    if outcome is None:
        return _("Not reviewed yet")
    if outcome.changed:
        return _("Seat changed since this review: review again")
    if outcome.headline != "open":
        words = headline_text(outcome.headline, is_provider=outcome.is_provider)
        return _with_first_days(words, first_days=outcome.first_90_days)
    if outcome.candidates:
        words = ngettext(
            "Open seat, %(count)d candidate reviewed",
            "Open seat, %(count)d candidates reviewed",
            outcome.candidates,
        )
        return words % {"count": outcome.candidates}
    if outcome.covered_by:
        return _("Open seat, covered by %(name)s") % {"name": outcome.covered_by}
    return _("Open seat")


def calls_for_text(calls_for: CallsFor, *, is_provider: bool = False) -> str:
    """Return what the outcome calls for, as one sentence."""
    if is_provider:
        hard = {
            "rescope": _("Find it another seat, or re-scope this one."),
            "rescope_and_rate": _(
                "Find it another seat, or re-scope this one; rate the core values too."
            ),
            "decide": _("Decide now: a dated plan, and the handover list."),
            "improve": _("Agree an improvement plan with three dated checks."),
        }
        if calls_for in hard:
            return hard[calls_for]
    return {
        "fill": _("Fill the seat."),
        "homework": _("Do the homework named here first; the answers so far stay."),
        "ask": _("Ask what is still open."),
        "rescope": _("Look together for another seat, or change what this one asks for."),
        "rescope_and_rate": _(
            "Look together for another seat, or change what this one asks for; "
            "rate the core values too."
        ),
        "decide": _("Talk it through now, and agree a plan with dates."),
        "improve": _("Agree on help and three dated checks, about 30 days apart."),
        "grow": _("Keep and grow; look again at the next review."),
        "keep": _("Keep."),
        "handover": _("Prepare the handover list, a successor and the last day."),
    }[calls_for]


def pointing_text(pointing: Pointing) -> str:
    """Return where the answers of one letter point, and why when they point to no."""
    if pointing.to == "yes":
        return _("The answers point to Yes.")
    if pointing.to == "no":
        why = " ".join(reason_text(reason) for reason in pointing.because)
        return _("The answers point to No. %(why)s") % {"why": why}
    counts = {"answered": pointing.answered, "count": pointing.counting}
    return _("The answers point nowhere yet: %(answered)d of %(count)d answered.") % counts


def confidence_text(confidence: Confidence) -> str:
    """Return how well the deciding answers are known, "9 seen, 3 claimed, 1 unknown"."""
    return _("%(seen)d seen, %(claimed)d claimed, %(unknown)d unknown") % {
        "seen": confidence.seen,
        "claimed": confidence.claimed,
        "unknown": confidence.unknown,
    }


def comparison_text(comparison: Comparison, *, is_provider: bool) -> str:
    """Return how the headline moved since the earlier review."""
    if comparison.not_comparable == "scope-changed":
        return _("Not comparable: scope changed")
    earlier = headline_text(comparison.earlier, is_provider=is_provider)
    later = headline_text(comparison.later, is_provider=is_provider)
    moved = _("%(earlier)s → %(later)s") % {"earlier": earlier, "later": later}
    if comparison.earlier == comparison.later:
        moved = _("the same outcome")
    if comparison.not_comparable:
        return _("%(moved)s (not comparable)") % {"moved": moved}
    return moved


def letter_mark(letter: Letter) -> str:
    """Return the one letter that stands for it on a card."""
    return {
        "gets": _("G"),
        "wants": _("W"),
        "capacity": _("C"),
    }[letter]


def call_text(call: Call) -> str:
    """Return a call in one word; not made yet says so."""
    return {"yes": _("Yes"), "no": _("No"), "": _("Not called")}[call]


def answer_text(kind: AnswerKind, value: str) -> str:
    """Return an answer as it stands on a button or chip; one not given says "Not asked"."""
    if kind == "wants":
        return {
            "wants": _("Wants it"),
            "condition": _("On a condition"),
            "accepted": _("Condition accepted"),
            "declined": _("Would rather not"),
        }.get(value, _("Not asked"))
    if kind == "value":
        return value or _("Not rated")
    if kind == "call":
        return {"yes": _("Yes"), "no": _("No")}.get(value, _("Not called"))
    return {
        "yes": _("Yes"),
        "unsure": _("Unsure"),
        "no": _("No"),
        "n/a": _("Does not apply"),
    }.get(value, _("Not asked"))


def move_text(move: Move) -> str:
    """Return how a letter or value moved since the earlier review; empty when it says nothing."""
    return {"better": _("better"), "same": _("same"), "worse": _("worse"), "": ""}[move]


def independence_text(independence: Independence) -> str:
    """Return for whom the facilitator works; empty when nobody said."""
    return {
        "": "",
        "independent": _("independent"),
        "provider": _("works for this provider"),
        "competitor": _("works for a competitor"),
    }[independence]


def not_applicable_reasons() -> tuple[str, ...]:
    """Return the usual reasons why a question does not apply."""
    return (_("not part of this seat"), _("too early"), _("not in the contract"))


def view_of_a_date_text() -> str:
    """Return what every printed review of a person says."""
    return _("A view formed on its date, neither a warning nor a dismissal.")


def _with_first_days(words: str, *, first_days: bool) -> str:
    return _("%(headline)s, first 90 days") % {"headline": words} if first_days else words

"""Actions that an outcome calls for, offered by one click each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.gwc import CHECKS, plan_dates
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import date_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.gwc import Reason
    from mspseat_desktop.ui.reviews.look import Look


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the button says, and the actions that it adds: what is to be done and by when."""

    label: str
    actions: tuple[tuple[str, str], ...]


def suggestions(look: Look) -> tuple[Suggestion, ...]:
    """Return what the outcome calls for that is not among the actions yet."""
    outcome, found = look.outcome, []
    if outcome.calls_for in {"improve", "decide"} and not outcome.leaving:
        found.append(_plan(look))
    if outcome.calls_for == "handover" or (outcome.calls_for == "decide" and outcome.is_provider):
        found.append(_handover(look))
    there = {action.what for action in look.sheet.actions}
    return tuple(s for s in found if s.actions and not there & {what for what, _due in s.actions})


def homework_step(reason: Reason) -> str:
    """Return what to do about a piece of homework, "" when the reason says it all."""
    return {
        "same-provider-above": _("Put one of our people into the seat above, or move this seat."),
        "nobody-above": _("Let this seat report to one that one of our people holds."),
        "no-responsibility": _("Write down what this seat is accountable for."),
        "no-metric": _("Agree on at least one number for this seat."),
        "ours-to-mend": _("Settle what keeps them from doing it."),
    }.get(reason.code, "")


def _plan(look: Look) -> Suggestion:
    dates = plan_dates(look.review.on, look.scene.contract_end)
    shown = ", ".join(date_text(day) for day in dates)
    words = ngettext(
        "Add %(count)d dated check: %(dates)s", "Add %(count)d dated checks: %(dates)s", len(dates)
    )
    return Suggestion(
        words % {"count": len(dates), "dates": shown},
        tuple(
            (
                _("Improvement plan, check {number} of {count}").format(
                    number=number, count=CHECKS
                ),
                day,
            )
            for number, day in enumerate(dates, 1)
        ),
    )


def _handover(look: Look) -> Suggestion:
    last = look.scene.contract_end
    return Suggestion(
        _("Add the handover list"),
        tuple(
            (what, last)
            for what in (
                _("Handover: every password and main account, in our name"),
                _("Handover: the documents of our systems"),
                _("Handover: licences and renewals"),
                _("Handover: a backup that restores, tried out"),
            )
        ),
    )

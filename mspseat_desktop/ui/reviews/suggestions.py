"""Actions that an outcome calls for, and those that an answer asks for, by one click each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.bar import rated
from mspseat_desktop.domain.gwc import LETTERS, plan_dates
from mspseat_desktop.domain.pointing import RESPONSIBILITY_KINDS
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.wording.outcomes import answer_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.gwc import Reason
    from mspseat_desktop.domain.review_records import Answer
    from mspseat_desktop.domain.vocabulary import ActionPart, AnswerKind
    from mspseat_desktop.ui.reviews.look import Look

_WEIGHT: Final = {"no": 0, "declined": 0, "-": 0, "condition": 1, "unsure": 2}
"""Answers that something can be made of, the heaviest first."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An action that is not agreed yet; `origin` is the id of the answer that it comes from."""

    what: str
    due: str = ""
    part: ActionPart = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the button says, and the actions that it adds."""

    label: str
    actions: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class FromAnswer:
    """An answer in words, and the action that can be made of it."""

    words: str
    offer: Offer


def suggestions(look: Look) -> tuple[Suggestion, ...]:
    """Return what the outcome calls for that is not among the actions yet."""
    outcome, found = look.outcome, []
    if outcome.calls_for in {"improve", "decide"} and not outcome.leaving:
        found.append(_plan(look))
    if outcome.calls_for == "handover" or (outcome.calls_for == "decide" and outcome.is_provider):
        found.append(_handover(look))
    there = {action.what for action in look.sheet.actions}
    return tuple(s for s in found if s.actions and not there & {o.what for o in s.actions})


def from_answers(look: Look) -> tuple[FromAnswer, ...]:
    """Return an offer for each answer that asks for something, the heaviest answers first.

    Left out are answers that an action comes from already.
    """
    used = {action.origin for action in look.sheet.actions}
    found = [
        (_WEIGHT[answer.value], FromAnswer(words, Offer(what, origin=answer.id)))
        for answer, words, what in _asking(look)
        if answer.id not in used
    ]
    return tuple(each for _weight, each in sorted(found, key=lambda pair: pair[0]))


def homework_step(reason: Reason) -> str:
    """Return what to do about a piece of homework, "" when the reason says it all."""
    return {
        "same-provider-above": _("Put one of our people into the seat above, or move this seat."),
        "nobody-above": _("Let this seat report to one that one of our people holds."),
        "no-responsibility": _("Write down what this seat is accountable for."),
        "no-metric": _("Agree on at least one number for this seat."),
        "ours-to-mend": _("Settle what keeps them from doing it."),
    }.get(reason.code, "")


def _asking(look: Look) -> Iterator[tuple[Answer, str, str]]:
    """Yield each answer to act on, what it said, and what to do, which tells no rating."""
    for question in look.sheet.questions:
        kind: AnswerKind = "homework" if question.letter == "homework" else "question"
        if answer := _heavy(look, kind, question.id):
            what = _("Find out: {what}") if answer.value == "unsure" else _("See to it: {what}")
            yield answer, _told(answer, question.words), what.replace("{what}", question.words)
    for duty in look.scene.responsibilities:
        for letter in LETTERS:
            if answer := _heavy(look, RESPONSIBILITY_KINDS[letter], duty.id):
                yield (
                    answer,
                    _told(answer, duty.text),
                    _duty_step(answer).replace("{what}", duty.text),
                )
    for value in rated(look.scene):
        if answer := _heavy(look, "value", value.id):
            what = _("Talk about the core value: {what}").replace("{what}", value.name)
            yield answer, _told(answer, value.name), what


def _heavy(look: Look, kind: AnswerKind, about: str) -> Answer | None:
    answer = look.said(kind, about)
    return answer if answer is not None and answer.value in _WEIGHT else None


def _told(answer: Answer, about: str) -> str:
    words = {
        "gets": _("Gets it, {answer}: {about}"),
        "can": _("Can do it, {answer}: {about}"),
        "value": _("Rated {answer}: {about}"),
    }.get(answer.kind, "{answer}: {about}")
    said = answer_text(answer.kind, answer.value)
    if answer.kind in {"gets", "can"}:
        said = said[:1].lower() + said[1:]
    return words.replace("{answer}", said).replace("{about}", about)


def _duty_step(answer: Answer) -> str:
    if answer.kind == "gets":
        return _("Talk through what this means: {what}")
    if answer.kind == "can":
        return _("Settle how it is done: {what}")
    if answer.value == "condition":
        return _("Decide on the condition for: {what}")
    return _("Settle who does it: {what}")


def _plan(look: Look) -> Suggestion:
    dates = plan_dates(look.review.on, look.scene.contract_end)
    words = ngettext(
        "Add %(count)d dated check, on %(first)s",
        "Add %(count)d dated checks, the first on %(first)s",
        len(dates),
    )
    check = _("Improvement plan, check {number} of {count}")
    return Suggestion(
        words % {"count": len(dates), "first": date_text(dates[0]) if dates else ""},
        tuple(
            Offer(check.format(number=number, count=len(dates)), day, "check")
            for number, day in enumerate(dates, 1)
        ),
    )


def _handover(look: Look) -> Suggestion:
    return Suggestion(
        _("Add the handover list"),
        tuple(
            Offer(what, look.scene.contract_end, "handover")
            for what in (
                _("Handover: every password and main account, in our name"),
                _("Handover: the documents of our systems"),
                _("Handover: licences and renewals"),
                _("Handover: a backup that restores, tried out"),
            )
        ),
    )

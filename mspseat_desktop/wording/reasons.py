"""Reasons, homework and notices of an outcome as sentences."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.pointing import Reason
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mspseat_desktop.domain.gwc import Letter

_BECAUSE: Final = ("not-understood", "declined", "cannot", "question-no")
"""What stands behind the reason before it, the weightiest first."""


def letter_name(letter: Letter | str) -> str:
    """Return the name of G, W or C."""
    return {
        "gets": _("Gets it"),
        "wants": _("Wants it"),
        "capacity": _("Capacity to do it"),
    }[letter]


def reason_text(reason: Reason) -> str:
    """Return the reason, piece of homework or notice as one sentence."""
    params = dict(reason.params)
    if "letter" in params:
        params["letter"] = letter_name(params["letter"])
    if "sold" in params:
        params["asked"], params["sold"] = _asked()[params["asked"]], _sold()[params["sold"]]
    words = _sentences(params).get(reason.code)
    # The client's own words are put in last and may hold any sign.
    return words % params if words else reason.code


def reason_lines(reasons: Iterable[Reason]) -> list[str]:
    """Return the reasons as a short list: what is behind a no stands in the line of that no."""
    lines: list[str] = []
    for is_behind, group in groupby(reasons, lambda reason: reason.code in _BECAUSE):
        if is_behind and lines:
            lines[-1] = " ".join((lines[-1], *_behind(group)))
        else:
            lines += [reason_text(reason) for reason in group]
    return lines


def _behind(reasons: Iterable[Reason]) -> list[str]:
    """Return what is behind a no as sentences, one for all questions together."""
    found = sorted(reasons, key=lambda reason: _BECAUSE.index(reason.code))
    questions = [r.params["words"] for r in found if r.code == "question-no"]
    said = [reason_text(reason) for reason in found if reason.code != "question-no"]
    if questions:
        said.append(reason_text(Reason("question-no", {"words": " ".join(questions)})))
    return said


def _asked() -> dict[str, str]:
    """Return what a level of responsibilities asks for, as the object of a sentence."""
    return {
        "repair": _("repairs"),
        "managed": _("care day by day"),
        "strategic": _("planning, a budget and a roadmap"),
    }


def _sold() -> dict[str, str]:
    """Return what a service model sells, as the object of a sentence."""
    return {
        "repair": _("repairs"),
        "managed": _("managed care"),
        "co_managed": _("help beside your own IT"),
        "strategic": _("planning with you"),
    }


def _sentences(params: Mapping[str, str]) -> dict[str, str]:
    about_question = "words" in params
    return {
        # What counts against the seat or its holder, and what is still open.
        "called-no": _("%(letter)s: no."),
        "not-understood": _("Does not get responsibility %(number)s, “%(text)s”."),
        "declined": _("Would rather not take responsibility %(number)s, “%(text)s”."),
        "cannot": _("Can not do responsibility %(number)s, “%(text)s”."),
        "question-no": _("Answered no: %(words)s"),
        "values-below": _("Core values are below the bar: %(values)s."),
        "values-undecided": _("Core values still to be rated: %(count)s."),
        "values-over": _("Core values are at or over the bar: %(plus)s of %(count)s at +."),
        "values-not-rated": _("Not rated on core values, because %(because)s."),
        "points-to-no": _("%(letter)s: the answers point to no."),
        "called-yes-against": _("%(letter)s: called yes, though the answers point to no."),
        "called-yes-because": _(
            "%(letter)s: called yes, though the answers point to no: “%(because)s”."
        ),
        "not-called": _("%(letter)s: not called yet."),
        "called-on-judgement": _(
            "%(letter)s: called on judgement, %(answered)s of %(counting)s answered."
        ),
        "sentence-missing": _("%(letter)s: the call still needs a sentence that says why."),
        "all-yes": _("Gets it, wants it and has the capacity to do it."),
        # Homework.
        "same-provider-above": _(
            "Homework: %(name)s holds the next seat up too. One of our people must hold it to "
            "account."
        ),
        "nobody-above": _("Homework: nobody of ours holds a seat above this one."),
        "no-responsibility": _("Homework: the seat has no responsibility yet."),
        "no-metric": _("Homework: the seat has no metric yet."),
        "ours-to-mend": (
            _("Homework, ours to mend: %(words)s")
            if about_question
            else _("Homework, ours to mend: responsibility %(number)s, “%(text)s”.")
        ),
        # Notices.
        "provider-above": _("%(name)s reports to another provider, %(above)s."),
        "seat-above-open": _("The seat above, %(seat)s, is open."),
        "seat-above-wrong": _("The holder of the seat above, %(seat)s, is in the wrong seat."),
        "beyond-model": _(
            "This seat asks for %(asked)s; %(name)s sells %(sold)s. Lines that do not fit: "
            "%(lines)s."
        ),
        "says-no-to": _("%(name)s would rather not do: %(lines)s."),
        "repairs-only": _(
            "This seat asks for repairs only. That fits a repair provider; one that plans ahead "
            "may decline it."
        ),
        "fewer-than-five": _("Fewer than five responsibilities: %(count)s."),
        "fewer-metrics": _(
            "Responsibilities: %(count)s, metrics: %(metrics)s. At least one has no number of its "
            "own."
        ),
        "no-figure": _("No figure yet for %(name)s."),
        "off-target": _("%(name)s is off target."),
        "homework-no": _("Answered no by us: %(words)s"),
    }

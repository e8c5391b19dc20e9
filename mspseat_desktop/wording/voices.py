"""Several people's own answers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.wording.outcomes import answer_text, call_text, letter_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mspseat_desktop.domain.gwc import Call
    from mspseat_desktop.domain.review_records import Voice
    from mspseat_desktop.domain.two_way import TwoWay
    from mspseat_desktop.domain.vocabulary import VoiceKind
    from mspseat_desktop.domain.voices import Line


def voice_kind_text(kind: VoiceKind) -> str:
    """Return what somebody is to the review."""
    return {
        "leader": _("Leader"),
        "provider": _("Provider"),
        "consultant": _("Consultant"),
        "other": _("Somebody else"),
    }[kind]


def voice_state_text(voice: Voice, dates: Callable[[str], str]) -> str:
    """Return who a voice is and whether the answers are in; `dates` writes an ISO date."""
    who = _("{name} ({kind})").replace("{kind}", voice_kind_text(voice.kind))
    who = who.replace("{name}", voice.name)
    if voice.given_on:
        return (
            _("{who}: in on {date}").replace("{date}", dates(voice.given_on)).replace("{who}", who)
        )
    count = sum(bool(answer.value) for answer in voice.answers)
    if not count:
        return _("{who}: not in yet").replace("{who}", who)
    words = ngettext(
        "{who}: not in yet, {count} answer so far",
        "{who}: not in yet, {count} answers so far",
        count,
    )
    return words.replace("{count}", str(count)).replace("{who}", who)


def two_way_text(name: str, fit: TwoWay) -> str:
    """Return how a provider sees the client, as a line of its own."""
    words = {
        "fits": _("Two-way fit: by {name}'s own answers you suit each other."),
        "owes": _("Two-way fit: {name} needs something from you that it does not get."),
        "below": _("Two-way fit: you fall short of {name}'s own values."),
        "below_and_owes": _(
            "Two-way fit: you fall short of {name}'s own values, and it does not get what it needs."
        ),
        "open": _("Two-way fit: {name} has not answered everything about you."),
    }[fit.code]
    return words.replace("{name}", name)


def waiting_text(names: list[str]) -> str:
    """Return whose answers are still waited for."""
    return _("Still waiting for {names}.").replace("{names}", ", ".join(names))


def side_by_side_text(differing: int, total: int) -> str:
    """Return on how much of what two answered they differ."""
    if not total:
        return _("Side by side: nothing was answered by two yet")
    if not differing:
        return _("Side by side: nowhere do they differ")
    words = ngettext(
        "Side by side: they differ on {count} of {total}",
        "Side by side: they differ on {count} of {total}",
        differing,
    )
    return words.replace("{count}", str(differing)).replace("{total}", str(total))


def subject_text(line: Line, words: Mapping[str, str]) -> str:
    """Return what was answered; `words` has the words of questions and the like by id."""
    if line.kind == "call":
        letter = next(x for x in ("gets", "wants", "capacity") if x == line.about)
        return _("{letter}, all in all").replace("{letter}", letter_name(letter))
    subject = words.get(line.about, line.about)
    match line.kind:
        case "gets":
            return _("Gets it: {what}").replace("{what}", subject)
        case "wants":
            return _("Wants it: {what}").replace("{what}", subject)
        case "can":
            return _("Can do it: {what}").replace("{what}", subject)
    return subject


def said_text(line: Line, value: str) -> str:
    """Return an answer in words."""
    if line.kind == "call":
        call: Call = "yes" if value == "yes" else "no"
        return call_text(call)
    return answer_text(line.kind, value)

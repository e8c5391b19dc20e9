"""Several people's own answers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.records import Voice, VoiceKind


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


def waiting_text(names: list[str]) -> str:
    """Return whose answers are still waited for."""
    return _("Still waiting for {names}.").replace("{names}", ", ".join(names))

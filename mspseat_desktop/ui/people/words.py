"""Short words of the page: kinds, filters, contacts, dates and how a seat came out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.people import NEAR_DAYS
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import date_text, month_text
from mspseat_desktop.ui.seat_panel.words import TONES
from mspseat_desktop.wording.outcomes import headline_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import Seating
    from mspseat_desktop.domain.standing import SeatOutcome
    from mspseat_desktop.domain.vocabulary import ContactPart, SeatingRole

Showing: TypeAlias = Literal["all", "people", "providers", "contracts"]
"""Which names the list shows."""
Told: TypeAlias = tuple[str, str, str]
"""Two short lines and the tone of the second."""


def showing_words() -> dict[Showing, tuple[str, str]]:
    """Return what can be shown: the words on the button and what they mean."""
    return {
        "all": (_("All"), ""),
        "people": (_("People"), ""),
        "providers": (_("Providers"), ""),
        "contracts": (
            _("Contracts due"),
            _("Open contracts that end, or ask for a notice, within 90 days"),
        ),
    }


def contact_words() -> dict[ContactPart, str]:
    """Return what a client calls somebody at a provider for."""
    return {
        "account_manager": _("Account manager"),
        "vcio": _("Planning adviser (vCIO)"),
        "service_desk": _("Service desk lead"),
        "other": _("Other contact"),
    }


def kind_word(*, is_provider: bool) -> str:
    """Return the tag beside a name."""
    return _("Provider") if is_provider else _("Person")


def seat_words(title: str, role: SeatingRole) -> str:
    """Return a seat's title, and how somebody sits there if not accountable."""
    name, aside = title or _("unnamed"), aside_words(role)
    return f"{name} {aside}" if aside else name


def aside_words(role: SeatingRole) -> str:
    """Return what stands after a seat's title for who is not accountable there."""
    return {"accountable": "", "also": _("(also there)"), "stand_in": _("(stands in)")}[role]


def outcome_chip(outcome: SeatOutcome | None) -> tuple[str, str]:
    """Return the words and the role of the chip that says how the latest review came out."""
    if outcome is None:
        return _("Not reviewed yet"), "unanswered"
    if outcome.changed:
        return _("Seat changed: review again"), "unanswered"
    words = headline_text(outcome.headline, is_provider=outcome.is_provider)
    return words, TONES[outcome.tone]


def review_told(day: str, *, on: str) -> Told:
    """Return when the next review is due, and that it is late."""
    if not day:
        return "", "", "muted"
    return date_text(day), _("overdue") if day < on else "", "no"


def contract_told(day: str, *, is_end: bool, notice_given: bool, on: str) -> Told:
    """Return the last day to give notice and how far away it is, while it is near.

    Where there is none the end of the contract is told, in words: no date stands alone that is
    no notice date.
    """
    if not day:
        return "", "", "muted"
    past = day < on
    ends = _("ended {date}") if past else _("ends {date}")
    ends = ends.replace("{date}", date_text(day))
    if notice_given:
        return _("Notice given"), ends, "muted"
    if is_end:
        return _("Contract"), ends, _tone(day, on)
    return date_text(day), _("is past") if past else _days(day, on), _tone(day, on)


def _days(day: str, on: str) -> str:
    days = (date.fromisoformat(day) - date.fromisoformat(on)).days
    if days > NEAR_DAYS:
        return ""
    if days == 0:
        return _("today")
    return ngettext("in {n} day", "in {n} days", days).replace("{n}", str(days))


def _tone(day: str, on: str) -> str:
    left = (date.fromisoformat(day) - date.fromisoformat(on)).days
    return "no" if left < 0 else "partly" if left <= 30 else "muted"


def past_words(seating: Seating) -> str:
    """Return from when until when somebody sat there."""
    end = date_text(seating.until)
    if not seating.since:
        return _("until {end}").replace("{end}", end)
    words = _("{start} \N{EN DASH} {end}")
    return words.replace("{start}", month_text(seating.since)).replace("{end}", end)


def count_words(people: int, providers: int) -> str:
    """Return how many there are of both."""
    first = ngettext("{n} person", "{n} people", people).replace("{n}", str(people))
    other = ngettext("{n} provider", "{n} providers", providers).replace("{n}", str(providers))
    return f"{first} · {other}"

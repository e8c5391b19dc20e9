"""What a copy that is handed over leaves out and what it holds, said before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.leaving_out import PARTS, StandIns
from mspseat_desktop.domain.records import Occupant, Responsibility, Seat
from mspseat_desktop.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.leaving_out import Part, Preset


def stand_ins() -> StandIns:
    """Return the words that take the place of names in a copy."""
    return StandIns(
        left=_("somebody who left"),
        somebody=_("somebody"),
        person=lambda number: _("Person {n}").replace("{n}", str(number)),
    )


def preset_words() -> dict[Preset, str]:
    """Return for whom a copy can be, in the order in which it is offered."""
    return {"owner": _("Owner"), "provider": _("Provider"), "board": _("Board")}


def preset_hint(preset: Preset) -> str:
    """Return in one sentence what a preset is for."""
    return {
        "owner": _("Nearly everything, without private notes and former people."),
        "provider": _("Its own ratings and answers, nobody else's; no notes, no fees."),
        "board": _("All ratings, without the words behind them."),
    }[preset]


def part_text(part: Part, *, provider: str = "") -> str:
    """Return what a part is called; `provider` is the name of the one that a copy is for."""
    if provider and part in ("own_reviews", "other_reviews", "figures", "contacts", "contracts"):
        return _of_provider(part).replace("{provider}", provider)
    return {
        "notes": _("Private notes on seats, people and candidates"),
        "review_notes": _("Notes and evidence in reviews"),
        "former": _("People and providers who have left"),
        "names": _("Names of people"),
        "contacts": _("Contacts, e-mail addresses and phone numbers"),
        "pictures": _("Pictures"),
        "fees": _("Fees and the IT budget"),
        "contracts": _("Contract dates and what contracts cover"),
        "company": _("Goals and growth of the company"),
        "own_reviews": _("Finished reviews of the provider"),
        "other_reviews": _("Finished reviews with their ratings"),
        "drafts": _("Reviews that are not finished"),
        "voices": _("What others answered themselves"),
        "comparisons": _("Comparisons of candidates"),
        "figures": _("Figures of metrics"),
    }[part]


def _of_provider(part: str) -> str:
    return {
        "own_reviews": _("Ratings and answers about {provider}"),
        "other_reviews": _("Ratings of everybody else"),
        "figures": _("Figures of other seats"),
        "contacts": _("Contact data of everybody else"),
        "contracts": _("Contracts of other providers"),
    }[part]


def counted_part_text(part: Part, count: int, *, provider: str = "") -> str:
    """Return what a part is called with how much of it there is."""
    return f"{part_text(part, provider=provider)} ({count})"


def left_out_lines(
    counts: Mapping[Part, int], without: Collection[Part], *, provider: str = ""
) -> tuple[str, ...]:
    """Return what the copy does not hold, line by line; what never travels comes first."""
    always = (
        _("The history: nothing that was changed or deleted can be read"),
        _("Answers that are still hidden, what-if charts and unused pictures"),
    )
    return (*always, *_part_lines(counts, without, provider))


def travelling_lines(
    client: Client, counts: Mapping[Part, int], without: Collection[Part], *, provider: str = ""
) -> tuple[str, ...]:
    """Return what the copy holds, line by line; `client` is what is left for it."""
    seats = sum(not seat.closed_on for seat in client.every(Seat))
    people, pieces = client.count(Occupant), client.count(Responsibility)
    always = (
        _counted(ngettext("{n} seat", "{n} seats", seats), seats),
        _counted(ngettext("{n} responsibility", "{n} responsibilities", pieces), pieces),
        _counted(ngettext("{n} person or provider", "{n} people and providers", people), people),
    )
    return (*always, *_part_lines(counts, set(PARTS) - {*without}, provider))


def sent_text(name: str, without: Collection[Part]) -> str:
    """Return what to say when the copy is written."""
    words = (
        _("A copy without history is in {file}. It holds everything else, notes included.")
        if not without
        else _("A copy is in {file}. What was left out is not in it.")
    )
    return words.replace("{file}", name)


def _part_lines(
    counts: Mapping[Part, int], parts: Collection[Part], provider: str
) -> tuple[str, ...]:
    told = (part for part in PARTS if part in parts and counts[part])
    return tuple(counted_part_text(part, counts[part], provider=provider) for part in told)


def _counted(words: str, count: int) -> str:
    return words.replace("{n}", str(count))

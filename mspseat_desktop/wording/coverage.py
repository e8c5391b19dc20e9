"""Words of the coverage map, the same in the window and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.coverage import in_part, is_drawn, missing_basics
from mspseat_desktop.domain.records import Function
from mspseat_desktop.domain.vocabulary import FunctionId, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.wording.seats import occupant_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.coverage import FunctionStanding
    from mspseat_desktop.domain.vocabulary import CoverPart, UsualHolder

LONGEST = 60
"""Letters of a seat's or responsibility's name within a sentence."""

PARTS: tuple[CoverPart, ...] = ("accountable", "helps", "declined", "excluded")


def part_text(part: CoverPart) -> str:
    """Return what a seat has to do with a function, in a word or two."""
    return {
        "accountable": _("accountable"),
        "helps": _("helps"),
        "declined": _("declined"),
        "excluded": _("not in the contract"),
    }[part]


def part_letter(part: CoverPart) -> str:
    """Return the letter that stands in the map; a declined function has a cross instead."""
    return {"accountable": _("A"), "helps": _("h"), "excluded": _("n")}.get(part, "")


def seat_name(client: Client, seat: SeatId) -> str:
    """Return the seat's title, or that it has none."""
    return client.seat(seat).title.strip() or _("Seat without a title")


def holder_words(client: Client, seat: SeatId) -> str:
    """Return who sits in the seat, or that it is open."""
    return occupant_words(client, seat, client.accountable(seat))


def trouble_text(client: Client, standing: FunctionStanding, *, drawn: bool) -> str:
    """Return what is wrong with a function in one short sentence, empty when nothing is.

    What is not thought of yet, and that the accountable seat is open, is told quietly:
    `is_quiet`.
    """
    if standing.is_question(drawn=drawn):
        return _("Nobody yet")
    if standing.vacant and not standing.trouble:
        title = _cut(seat_name(client, standing.accountable[0]))
        return _("“{seat}” is open").replace("{seat}", title)
    if standing.trouble == "declined":
        return _("{name} declined it").replace("{name}", _who(client, standing.declined[0]))
    count = len(standing.accountable)
    return {
        "": "",
        "nobody": _("Nobody is accountable"),
        "two": _("Two are accountable") if count == 2 else _("%d are accountable") % count,
        "excluded": _("Not in the contract"),
        "leadership": _("Only leadership may accept risks"),
    }[standing.trouble]


def is_quiet(standing: FunctionStanding, *, drawn: bool) -> bool:
    """Whether what `trouble_text` says is no fault, so that it has neither colour nor sign."""
    return not standing.trouble or standing.is_question(drawn=drawn)


def clear_text(standings: Sequence[FunctionStanding], *, drawn: bool) -> str:
    """Return how many functions are clear, "13 of 16 clear"."""
    clear = sum(standing.is_clear(drawn=drawn) for standing in standings)
    return _("%(clear)d of %(count)d clear") % {"clear": clear, "count": len(standings)}


def basics_text(client: Client, seat: SeatId, missing: Sequence[str]) -> str:
    """Return "NAME does security but not backup, network or servers", from `missing_basics`."""
    names = {"backup": _("backup"), "network": _("network"), "servers": _("servers")}
    words = _("{name} does security but not {basics}.")
    basics = either([names[code] for code in missing])
    return words.replace("{basics}", basics).replace("{name}", _who(client, seat))


def in_part_text(wanted: Sequence[str], declined: Sequence[str]) -> str:
    """Return which functions of a responsibility are wanted and which are declined."""
    words = _("In part: wants {wanted}; declined {declined}.")
    return words.replace("{declined}", ", ".join(declined)).replace("{wanted}", ", ".join(wanted))


def findings(client: Client, seats: Sequence[SeatId]) -> tuple[str, ...]:
    """Return sentences about the map as a whole: missing basics, then what is wanted in part.

    Basics are missed once the map is drawn.
    """
    found = []
    for seat in seats if is_drawn(client) else ():
        missing = missing_basics(client, seat)
        if missing:
            found.append(basics_text(client, seat, missing))
    for seat in seats:
        for duty in client.responsibilities(seat):
            wanted, declined = in_part(client, duty.id)
            if declined:
                words = _("“{text}” of “{seat}” in part: wants {wanted}; declined {declined}.")
                words = words.replace("{declined}", ", ".join(declined))
                words = words.replace("{wanted}", ", ".join(wanted))
                words = words.replace("{seat}", _cut(seat_name(client, seat)))
                found.append(words.replace("{text}", _cut(duty.text) or _("unnamed")))
    return tuple(found)


def usual_text(usual: UsualHolder) -> str:
    """Return who is accountable for a function in most companies, empty when that is not known."""
    return {
        "provider": _("Mostly with the provider."),
        "internal": _("Mostly with somebody of the company."),
        "leadership": _("Mostly with leadership."),
    }.get(usual, "")


def function_about(function: Function) -> str:
    """Return a function's technical name and who usually holds it."""
    term = f"{function.term}." if function.term else ""
    return " ".join(words for words in (term, usual_text(function.usual)) if words)


def function_name(client: Client, function: FunctionId) -> str:
    """Return the plain name of a function."""
    return client.get(Function, function).name


def either(words: Sequence[str]) -> str:
    """Return the words as one of them, "a, b or c"."""
    if len(words) < 2:
        return "".join(words)
    last = _("{some} or {one}").replace("{one}", words[-1])
    return last.replace("{some}", ", ".join(words[:-1]))


def _who(client: Client, seat: SeatId) -> str:
    holder = client.accountable(seat)
    return holder.name if holder is not None else seat_name(client, seat)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"

"""What the colours of cards are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.planning import AHEAD_DAYS
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.shading import NO_FUNCTION
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.shading import ColourBy

LONGEST = 28
"""Letters of a function's title that a tag or a legend shows."""


def colour_by_text(by: ColourBy) -> str:
    """Return by what the cards are coloured."""
    words: dict[ColourBy, str] = {
        "kind": _("Person or provider"),
        "function": _("Function"),
        "outcome": _("Outcome of the latest review"),
        "due": _("Next review"),
        "level": _("Level of responsibility"),
    }
    return words[by]


def group_text(client: Client, by: ColourBy, group: str) -> str:
    """Return what a group of seats is called."""
    if group == NO_FUNCTION:
        return _("No function")
    if by == "function":
        record = client.find(Seat, group)
        title = " ".join(record.title.split()) if record is not None else ""
        short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
        return short or _("Unnamed seat")
    words = {
        "green": _("Right person, right seat"),
        "amber": _("Right in part"),
        "red": _("Wrong person or seat"),
        "neutral": _("Not reviewed, or review again"),
        "open": _("Open seat"),
        "overdue": _("Review overdue"),
        "soon": _("Review within %(days)d days") % {"days": AHEAD_DAYS},
        "later": _("Review later"),
        "undated": _("Next review without a day"),
        "never": _("Never reviewed"),
        "strategic": _("Strategic"),
        "managed": _("Managed"),
        "repair": _("Repair"),
        "unsaid": _("Without a level"),
    }
    return words[group]

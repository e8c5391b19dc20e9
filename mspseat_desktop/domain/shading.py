"""Into which group a seat falls when the cards of a chart are coloured by something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.planning import AHEAD_DAYS
from mspseat_desktop.domain.scene import days_after
from mspseat_desktop.domain.standing import latest_outcome

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId

ColourBy: TypeAlias = Literal["kind", "function", "outcome", "due", "level"]
COLOURS: Final[tuple[ColourBy, ...]] = ("kind", "function", "outcome", "due", "level")
GROUPS: Final[dict[ColourBy, tuple[str, ...]]] = {
    "outcome": ("green", "amber", "red", "neutral", "open"),
    "due": ("overdue", "soon", "later", "undated", "never", "open"),
    "level": ("strategic", "managed", "repair", "unsaid"),
}
"""The groups in the order of a legend; those of functions are seats, `kind` has none."""
NO_FUNCTION: Final = "none"
"""The group of the seats above the functions and beside them."""
RATED: Final[frozenset[ColourBy]] = frozenset({"outcome"})
"""What may be told only while ratings are shown."""


def functions_of(client: Client) -> tuple[SeatId, ...]:
    """Return the seats whose branches are the company's functions, in chart order.

    They are the reports of the first seat from the top that has several; with several seats at
    the top these are the functions.
    """
    seats = client.children(None)
    while len(seats) == 1 and client.children(seats[0]):
        seats = client.children(seats[0])
    return seats if len(seats) > 1 else ()


def group_of(client: Client, seat: SeatId, by: ColourBy, *, on: str) -> str:
    """Return the seat's group on the ISO day `on`; "" where it falls into none.

    For `function` it is the id of the function's seat, or NO_FUNCTION where there are functions;
    for others it is one of GROUPS.
    """
    match by:
        case "function":
            above, functions = {seat, *client.seats_above(seat)}, functions_of(client)
            none = NO_FUNCTION if functions else ""
            return next((one for one in functions if one in above), none)
        case "outcome":
            outcome = latest_outcome(client, seat)
            if outcome is None:
                return "neutral"
            return "open" if outcome.headline == "open" else outcome.tone
        case "due":
            return _due(client, seat, on)
        case "level":
            levels = {duty.level for duty in client.responsibilities(seat)}
            return next((level for level in GROUPS["level"] if level in levels), "unsaid")
        case "kind":
            return ""


def _due(client: Client, seat: SeatId, on: str) -> str:
    holder = client.accountable(seat)
    if holder is None:
        return "open"
    reviews = client.reviews_of(seat, holder.id)
    if not reviews:
        return "never"
    day = reviews[-1].next_on
    if not day:
        return "undated"
    if day < on:
        return "overdue"
    return "soon" if day <= days_after(on, AHEAD_DAYS) else "later"

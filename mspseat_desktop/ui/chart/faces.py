"""What stands on a seat's card, line by line, and how tall that makes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.layout import text
from mspseat_desktop.layout.initials import initials

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import SeatId

WIDTH = 224
TITLE, NAME, LINE = 13.5, 13, 12
"""Sizes of type on a card."""


@dataclass(frozen=True, slots=True)
class Face:
    """The words of a card in lines, and where they stand, from the card's own top."""

    title: tuple[str, ...]
    occupant: str
    occupant_width: float
    letters: str
    is_provider: bool
    is_open: bool
    more: int
    responsibilities: tuple[str, ...]
    occupant_top: int
    responsibilities_top: int
    marks_top: int
    height: int


def height_of(client: Client, seat: SeatId) -> int:
    """Return how tall the seat's card is."""
    holder = client.accountable(seat)
    is_provider = holder is not None and holder.kind == "provider"
    lines = len(_title(client.seat(seat).title, is_provider=is_provider))
    return _places(lines, len(client.responsibilities(seat)))[3]


def face_of(client: Client, seat: SeatId) -> Face:
    """Return what stands on the seat's card."""
    holder = client.accountable(seat)
    is_provider = holder is not None and holder.kind == "provider"
    title = _title(client.seat(seat).title, is_provider=is_provider)
    texts = [r.text for r in client.responsibilities(seat)]
    name = text.elide(holder.name, font="regular", size=NAME, width=150) if holder else ""
    return Face(
        title,
        name,
        text.width(name, font="regular", size=NAME),
        initials(holder.name) if holder else "",
        is_provider,
        holder is None,
        max(0, len(client.seatings(seat)) - 1),
        tuple(text.elide(t, font="regular", size=LINE, width=184) for t in texts),
        *_places(len(title), len(texts)),
    )


def _title(title: str, *, is_provider: bool) -> tuple[str, ...]:
    room = 194 - (70 if is_provider else 0)
    return text.wrap(title, font="semibold", size=TITLE, width=room, max_lines=3) or ("",)


def _places(title_lines: int, responsibilities: int) -> tuple[int, int, int, int]:
    occupant = 12 + 19 * title_lines + 3
    below = occupant + 24 + 6
    marks = below + (18 * responsibilities + 10 if responsibilities else 0)
    return occupant, below, marks, marks + 20 + 11

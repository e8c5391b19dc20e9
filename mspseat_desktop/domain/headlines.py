"""The headlines of a review, their rows in the table of outcomes and their colours."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

HeadlineCode: TypeAlias = Literal[
    "open",
    "seat_not_ready",
    "incomplete",
    "right_wrong_seat",
    "wrong_seat_below",
    "wrong_seat",
    "right_seat_below",
    "right_right",
    "right_seat",
]
Tone: TypeAlias = Literal["green", "amber", "red", "neutral"]

ROWS: Final[dict[HeadlineCode, int]] = {
    "open": 1,
    "seat_not_ready": 2,
    "incomplete": 3,
    "right_wrong_seat": 4,
    "wrong_seat_below": 5,
    "wrong_seat": 6,
    "right_seat_below": 7,
    "right_right": 8,
    "right_seat": 9,
}

_TONES: Final[dict[HeadlineCode, Tone]] = {
    "right_right": "green",
    "right_seat": "green",
    "right_wrong_seat": "amber",
    "wrong_seat": "amber",
    "right_seat_below": "amber",
    "wrong_seat_below": "red",
}

WRONG_SEAT: Final = frozenset({"right_wrong_seat", "wrong_seat_below", "wrong_seat"})
"""Headlines with a no: rows 4 to 6."""

REVIEW_SOON: Final = WRONG_SEAT | {"right_seat_below"}
"""After these the next review is due in 30 days."""

NOT_COMPARABLE: Final = frozenset({"open", "seat_not_ready", "incomplete"})
"""Rows 1 to 3 say nothing about the occupant that another review could be held against."""


def tone_of(headline: HeadlineCode) -> Tone:
    """Return the colour of the headline."""
    return _TONES.get(headline, "neutral")


def headline_code(text: str) -> HeadlineCode:
    """Return the code that a finished review keeps, `incomplete` for one that is not known."""
    return text if text in ROWS else "incomplete"

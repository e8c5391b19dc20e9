"""How the width of the coverage map is shared out."""

from __future__ import annotations

NAME = (180, 320)
SEAT = (58, 150)
ROOMY_SEAT = 72
"""Below this width of a seat the names give way."""
TROUBLE = (182, 214)


def column_widths(seats: int, room: int) -> list[int]:
    """Return the widths in pixels of name, seats and trouble in a room of that many pixels.

    The seats' columns shrink first, then the names; what is wrong takes what is left over. When
    even the narrowest do not fit, the sum is larger than the room and the table scrolls.
    """
    name, trouble = max(NAME[0], min(NAME[1], room * 2 // 7)), TROUBLE[1]
    if seats and (room - name - trouble) // seats < ROOMY_SEAT:
        trouble = TROUBLE[0]
        name = max(NAME[0], min(name, room - trouble - seats * ROOMY_SEAT))
    seat = SEAT[1]
    if seats:
        seat = max(SEAT[0], min(SEAT[1], (room - name - trouble) // seats))
    return [name, *[seat] * seats, max(trouble, room - name - seats * seat)]

"""Which seat lies above, below, left or right of another in the drawing; knows no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId

Direction: TypeAlias = Literal["up", "down", "left", "right"]


def neighbour(client: Client, seat: SeatId, direction: Direction) -> SeatId | None:
    """Return the seat that lies next in a direction, None at the edge of the chart.

    Up is the seat that this one reports to, down the report that stands nearest below the middle,
    left and right the next sibling, or the nearest cousin in the same row.
    """
    if direction == "up":
        return client.seat(seat).parent
    if direction == "down":
        reports = client.children(seat)
        return reports[(len(reports) - 1) // 2] if reports else None
    return _beside(client, seat, step=1 if direction == "right" else -1)


def _beside(client: Client, seat: SeatId, *, step: int) -> SeatId | None:
    """Climb until there is a branch on that side that reaches down to the seat's own row."""
    levels = 0
    climbing: SeatId | None = seat
    while climbing is not None:
        parent = client.seat(climbing).parent
        siblings = client.children(parent)
        at = siblings.index(climbing)
        rest = siblings[at + 1 :] if step > 0 else siblings[:at][::-1]
        found = _first_at_depth(client, rest, levels=levels, step=step)
        if found is not None:
            return found
        climbing = parent
        levels += 1
    return None


def _first_at_depth(
    client: Client, seats: Sequence[SeatId], *, levels: int, step: int
) -> SeatId | None:
    """Return the first seat so many levels below these, read in the direction of the step."""
    waiting = [(seat, levels) for seat in reversed(seats)]
    while waiting:
        seat, left = waiting.pop()
        if left == 0:
            return seat
        reports = client.children(seat)
        ordered = reports[::-1] if step > 0 else reports
        waiting += [(report, left - 1) for report in ordered]
    return None

"""Where presenting goes: the whole chart, then seat after seat that has reports; knows no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId

Way: TypeAlias = Literal["next", "back", "up", "down", "first"]
WHOLE = None
"""The step that shows the whole chart."""


def all_steps(client: Client) -> tuple[SeatId | None, ...]:
    """Return the whole chart, then each seat with reports in chart order."""
    return (WHOLE, *(seat for seat in client.chart() if client.children(seat)))


def step_from(client: Client, now: SeatId | None, way: Way) -> SeatId | None:
    """Return the step that a key leads to, the same one at an end."""
    match way:
        case "first":
            return WHOLE
        case "up":
            return client.seat(now).parent if now is not None else WHOLE
        case "down":
            below = client.children(now)
            return next((seat for seat in below if client.children(seat)), now)
        case _:
            steps = all_steps(client)
            at = steps.index(now) + (1 if way == "next" else -1)
            return steps[min(max(at, 0), len(steps) - 1)]


def folded_for(client: Client, step: SeatId | None, folded: Collection[SeatId]) -> set[SeatId]:
    """Return what stays folded at a step: its seat is open, and all above it."""
    opened = () if step is None else (step, *client.seats_above(step))
    return set(folded).difference(opened)


def reports_that_hide(client: Client, step: SeatId) -> set[SeatId]:
    """Return the reports of a step's seat that have reports of their own."""
    return {seat for seat in client.children(step) if client.children(seat)}

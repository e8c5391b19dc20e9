"""What a session about seats is made of: which seats, which numbers, how many minutes for what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.metrics import standing
from mspseat_desktop.domain.planning import due, never_reviewed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import (
        MetricId,
        OccupantId,
        SeatId,
    )

Minutes: TypeAlias = Literal[60, 90, 180]
LENGTHS: Final[tuple[Minutes, ...]] = (60, 90, 180)
Part: TypeAlias = Literal[
    "opening", "chart", "values", "actions", "metrics", "seats", "break", "closing"
]

MINUTES_A_SEAT: Final = 10
"""What a seat takes when its questions are answered together and one no is talked through."""
_MINUTES: Final[Mapping[Minutes, Mapping[Part, int]]] = {
    60: {"opening": 5, "actions": 10, "metrics": 10, "seats": 30, "closing": 5},
    90: {"opening": 5, "chart": 10, "actions": 10, "metrics": 10, "seats": 45, "closing": 10},
    180: {
        "opening": 10,
        "chart": 15,
        "values": 15,
        "actions": 15,
        "metrics": 15,
        "break": 10,
        "seats": 85,
        "closing": 15,
    },
}


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a session, `start` and `end` in minutes from its beginning."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SeatToTalk:
    """A seat to look at, and by when its review is due; "" for one never reviewed."""

    seat: SeatId
    occupant: OccupantId
    due: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """The steps follow each other without a gap; the first `fitting` of the seats have a place."""

    steps: tuple[Step, ...]
    seats: tuple[SeatToTalk, ...]
    fitting: int


def agenda(client: Client, minutes: Minutes, on: str, *, actions: int, metrics: int) -> Agenda:
    """Return the session's plan; parts that have nothing to talk about give way to the seats.

    `actions` and `metrics` say how many open actions and off-target numbers there are.
    """
    empty = {
        "actions": not actions,
        "metrics": not metrics,
        "values": not client.core_values(),
    }
    planned = {p: n for p, n in _MINUTES[minutes].items() if not empty.get(p)}
    planned["seats"] += minutes - sum(planned.values())
    steps, at = [], 0
    for part, length in planned.items():
        steps.append(Step(part, at, at + length))
        at += length
    seats = seats_to_talk(client, on)
    return Agenda(tuple(steps), seats, min(len(seats), planned["seats"] // MINUTES_A_SEAT))


def seats_to_talk(client: Client, on: str) -> tuple[SeatToTalk, ...]:
    """Return the seats whose review is due within 30 days, the longest overdue first.

    Then come those never reviewed, in chart order.
    """
    waiting = [
        SeatToTalk(each.seat, each.occupant, each.on)
        for each in due(client, on)
        if each.kind == "review" and each.seat is not None
    ]
    for seat in never_reviewed(client):
        holder = client.accountable(seat)
        if holder is not None:
            waiting.append(SeatToTalk(seat, holder.id, ""))
    return tuple(waiting)


def off_target(client: Client, on: str) -> tuple[MetricId, ...]:
    """Return the numbers whose fresh figure misses its target on that day, in chart order."""
    return tuple(
        metric.id
        for seat in client.chart()
        for metric in client.metrics(seat)
        if standing(client, metric.id, on) == "off_target"
    )

"""A scorecard: metrics in groups of one cadence, each with its figures in the last periods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.metrics import CADENCES, cadence_of, period_before, periods, values_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.metrics import Cadence, Period
    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.domain.vocabulary import SeatId

ACROSS = 12
"""Periods that are shown side by side."""


@dataclass(frozen=True, slots=True)
class Line:
    """A metric and its figure in each of its group's periods, None where there is none."""

    metric: Metric
    seat_title: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The metrics that are looked at equally often."""

    cadence: Cadence
    periods: tuple[Period, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The groups, the shortest cadence first; `timeless` are metrics whose cadence has no periods.

    Within a group metrics follow each other in the order of the seats and of the seat.
    """

    groups: tuple[Group, ...]
    timeless: tuple[Metric, ...]


def scorecard(
    client: Client, seats: Iterable[SeatId], *, until: str, windows_back: int = 0
) -> Scorecard:
    """Return the scorecard of the seats with the twelve periods up to a day.

    `windows_back` goes back by so many times twelve periods.
    """
    sorted_in: dict[Cadence, list[tuple[Metric, str]]] = {cadence: [] for cadence in CADENCES}
    timeless: list[Metric] = []
    for seat in seats:
        title = client.seat(seat).title
        for metric in client.metrics(seat):
            cadence = cadence_of(metric.cadence)
            if cadence is None:
                timeless.append(metric)
            else:
                sorted_in[cadence].append((metric, title))
    groups = [
        _group(client, cadence, metrics, columns=_columns(cadence, until, windows_back))
        for cadence, metrics in sorted_in.items()
        if metrics
    ]
    return Scorecard(tuple(groups), tuple(timeless))


def _columns(cadence: Cadence, until: str, windows_back: int) -> tuple[Period, ...]:
    columns = periods(cadence, until, ACROSS)
    for _window in range(windows_back):
        before = period_before(cadence, columns[0])
        if before is None:
            break
        columns = periods(cadence, before.last, ACROSS)
    return columns


def _group(
    client: Client,
    cadence: Cadence,
    metrics: list[tuple[Metric, str]],
    *,
    columns: tuple[Period, ...],
) -> Group:
    lines = [line_of(client, metric, title, columns=columns) for metric, title in metrics]
    return Group(cadence, columns, tuple(lines))


def line_of(client: Client, metric: Metric, seat_title: str, *, columns: Sequence[Period]) -> Line:
    """Return a metric with its figure in each period."""
    return Line(metric, seat_title, values_in(client, metric.id, columns))

"""Metrics over time: the periods of a cadence, and how a metric stands on a day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.records import Figure, Metric
from mspseat_desktop.domain.scene import metric_state

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.review_records import SceneMetric
    from mspseat_desktop.domain.vocabulary import MetricId, SeatId

Cadence: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
MetricStanding: TypeAlias = Literal["on_target", "off_target", "stale", "unknown"]

CADENCES: tuple[Cadence, ...] = ("day", "week", "month", "quarter", "year")
"""The cadences that have periods; a metric may name any other in free words."""

_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days by its first and last one, as ISO dates."""

    first: str
    last: str

    def holds(self, on: str) -> bool:
        """Whether the day lies in the period."""
        return self.first <= on <= self.last


def cadence_of(words: str) -> Cadence | None:
    """Return the cadence that the words name, None for free words."""
    bare = words.strip().casefold()
    return next((c for c in CADENCES if c == bare), None)


def period_of(cadence: str, on: str) -> Period | None:
    """Return the period of the cadence that the ISO day lies in.

    Weeks are those of ISO 8601, Monday first. None for a cadence in free words, for a day that
    does not exist, and at the ends of the calendar.
    """
    known = cadence_of(cadence)
    try:
        return None if known is None else _around(known, date.fromisoformat(on[:10]))
    except (ValueError, OverflowError):
        return None


def period_before(cadence: str, period: Period) -> Period | None:
    """Return the period just before this one, None where the calendar begins."""
    try:
        day = date.fromisoformat(period.first) - timedelta(days=1)
    except OverflowError:
        return None
    return period_of(cadence, day.isoformat())


def periods(cadence: str, until: str, count: int) -> tuple[Period, ...]:
    """Return so many periods, the oldest first, the last one around the day `until`.

    Empty for a cadence in free words.
    """
    found: list[Period] = []
    period = period_of(cadence, until)
    while period is not None and len(found) < count:
        found.append(period)
        period = period_before(cadence, period)
    return tuple(reversed(found))


def figure_in(client: Client, metric: MetricId, period: Period) -> Figure | None:
    """Return the newest figure of the metric within the period, or None."""
    figure = client.latest_figure(metric, until=period.last)
    return figure if figure is not None and figure.on >= period.first else None


def values_in(
    client: Client, metric: MetricId, columns: Sequence[Period]
) -> tuple[float | None, ...]:
    """Return the newest value within each of the periods, which follow each other; None for none.

    Figures are looked at from the newest back, and no further than the first period.
    """
    values: list[float | None] = [None] * len(columns)
    at = len(columns) - 1
    for name in reversed(client.ids(Figure, "metric", metric)):
        figure = client.get(Figure, name)
        while at >= 0 and figure.on < columns[at].first:
            at -= 1
        if at < 0:
            break
        if figure.on <= columns[at].last and values[at] is None:
            values[at] = figure.value
    return tuple(values)


def is_stale(cadence: str, latest_on: str, on: str) -> bool:
    """Whether a figure of one day says little on another.

    It does once a whole period lies between the one that it is of and the one that the day is
    in; a daily metric is looked at by the week, as few work every day. Free words never make stale.
    """
    return bool(latest_on) and latest_on < _fresh_from(cadence, on)


@lru_cache(maxsize=64)
def _fresh_from(cadence: str, on: str) -> str:
    """Return the first day from which a figure is still fresh on a day, "" for all days."""
    counted = "week" if cadence_of(cadence) == "day" else cadence
    now = period_of(counted, on)
    before = period_before(counted, now) if now else None
    return before.first if before else ""


def scene_standing(
    metric: Metric | SceneMetric, figure: tuple[str, float] | None, on: str
) -> MetricStanding:
    """Return how the figure (its day and value) stands on a day: stale comes before the target."""
    if figure is None:
        return "unknown"
    if is_stale(metric.cadence, figure[0], on):
        return "stale"
    return metric_state(metric, figure[1])


def standing(client: Client, metric: MetricId, on: str) -> MetricStanding:
    """Return how the metric stands on that day by its latest figure up to it.

    Unknown without a figure, or without a target as long as the figure is fresh. Raises
    Refused("gone") when the metric is not there.
    """
    record = client.get(Metric, metric)
    latest = client.latest_figure(metric, until=on)
    return scene_standing(record, (latest.on, latest.value) if latest else None, on)


def standings(client: Client, seat: SeatId, on: str) -> tuple[MetricStanding, ...]:
    """Return how each metric of the seat stands on that day, in the seat's order."""
    return tuple(standing(client, metric.id, on) for metric in client.metrics(seat))


def off_in_a_row(client: Client, metric: MetricId, *, until: str = "9999-12-31") -> int:
    """Return for how many periods with a figure the metric has missed its target, counted back.

    The newest figure of a period stands for it; with a cadence in free words each figure counts.
    """
    record = client.get(Metric, metric)
    count = 0
    for figure in _one_each(client, record, until):
        if metric_state(record, figure.value) != "off_target":
            break
        count += 1
    return count


def course(
    client: Client, metric: Metric | SceneMetric, *, until: str, count: int = 12
) -> tuple[float | None, ...]:
    """Return the metric's last values up to a day, the oldest first.

    One for each of so many periods, None where a period has no figure; with a cadence in free
    words the last figures themselves, whatever lies between them.
    """
    columns = periods(metric.cadence, until, count)
    if columns:
        running = Period(columns[-1].first, min(columns[-1].last, until))
        return values_in(client, metric.id, (*columns[:-1], running))
    days = [f for f in client.figures(metric.id) if f.on <= until]
    return tuple(f.value for f in days[-count:])


def _one_each(client: Client, metric: Metric, until: str) -> Iterator[Figure]:
    """Yield the newest figure of each period, the newest period first."""
    earlier = "9999-12-32"
    for name in reversed(client.ids(Figure, "metric", metric.id)):
        figure = client.get(Figure, name)
        if figure.on > until or figure.on >= earlier:
            continue
        yield figure
        period = period_of(metric.cadence, figure.on)
        earlier = period.first if period else earlier


def _around(cadence: Cadence, day: date) -> Period:
    if cadence == "day":
        first = last = day
    elif cadence == "week":
        first = day - timedelta(days=day.weekday())
        last = first + timedelta(days=6)
    else:
        length = _MONTHS[cadence]
        first = date(day.year, (day.month - 1) // length * length + 1, 1)
        end = first.month + length - 1
        last = date(day.year, end, monthrange(day.year, end)[1])
    return Period(first.isoformat(), last.isoformat())

"""The figures of the sample: a list of values from TOML, dated back from the day it is made."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from mspseat_desktop.content.reading import numbers, text, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mspseat_desktop.content.reading import Table

LATEST_DAYS: Final = 14
"""Figures end so many days ago, just before the latest round of reviews; weekly ones go on."""
WEEKS_AFTER: Final = 1
"""Weekly figures that came in after that."""
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
_WEEKS_OF_A_VALUE: Final = 4


def dated_figures(row: Table, today: date) -> Iterator[tuple[date, float]]:
    """Yield day and value of each figure of a metric, the newest first.

    A value stands for a month, a quarter or a year; of a weekly metric it stands for four weeks
    and the weeks between two values lead from one to the other; `weeks` are the newest ones as
    they were. `latest_days` says how many days ago the last figure was entered.
    """
    values, cadence = numbers(row, "figures"), text(row, "cadence")
    latest = today - timedelta(days=whole(row, "latest_days") or LATEST_DAYS)
    if cadence == "week":
        if not whole(row, "latest_days"):
            latest += timedelta(weeks=WEEKS_AFTER)
            values = (*values, values[-1])
        weeks = _by_week(values)
        if known := numbers(row, "weeks"):
            weeks[-len(known) :] = known
        for back, value in enumerate(reversed(weeks)):
            yield latest - timedelta(weeks=back), value
        return
    for back, value in enumerate(reversed(values)):
        yield _months_before(latest, _MONTHS[cadence] * back), value


def _by_week(values: Sequence[float]) -> list[float]:
    """Spread the values over weeks; the last two stand for a week each."""
    digits = 0 if all(value.is_integer() for value in values) else 1
    weeks: list[float] = []
    for before, after in pairwise(values[:-1]):
        step = (after - before) / _WEEKS_OF_A_VALUE
        weeks += [round(before + step * week, digits) for week in range(_WEEKS_OF_A_VALUE)]
    return [*weeks, *values[-2:]]


def _months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, the last one of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain.edits.seat import add_metric, set_figure
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.metrics import (
    CADENCES,
    course,
    figure_in,
    off_in_a_row,
    period_before,
    period_of,
    periods,
    standing,
    values_in,
)
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import (
    FigureId,
    MetricId,
    SeatId,
)
from world import chart_of, edited

MSP = SeatId("MSP")
M = MetricId("m")
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def measured(figures, *, cadence="month", target=95.0, direction="at_least"):
    metric = Metric(M, MSP, name="Backups", target=target, direction=direction, cadence=cadence)
    notes = [
        set_figure(FigureId(f"f{at}"), M, on=on, value=value)
        for at, (on, value) in enumerate(figures.items())
    ]
    return edited(chart_of({"MSP": []}), add_metric(metric), *notes)


@pytest.mark.parametrize(
    ("cadence", "on", "first", "last"),
    [
        ("day", "2026-11-26", "2026-11-26", "2026-11-26"),
        ("week", "2026-11-26", "2026-11-23", "2026-11-29"),
        ("week", "2027-01-03", "2026-12-28", "2027-01-03"),
        ("month", "2028-02-10", "2028-02-01", "2028-02-29"),
        ("quarter", "2026-11-26", "2026-10-01", "2026-12-31"),
        ("year", "2026-11-26", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_is_the_calendars_own_and_weeks_begin_on_monday(cadence, on, first, last):
    found = period_of(cadence, on)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("cadence", ["", "now and then", "weekly"])
def test_free_words_have_no_periods(cadence):
    assert period_of(cadence, "2026-11-26") is None
    assert periods(cadence, "2026-11-26", 12) == ()


def test_a_day_that_does_not_exist_is_in_no_period():
    assert period_of("month", "2026-02-31") is None
    assert period_of("week", "") is None


@given(day=DAYS, cadence=st.sampled_from(CADENCES), count=st.integers(1, 30))
def test_periods_follow_each_other_without_a_gap_and_the_last_holds_the_day(day, cadence, count):
    found = periods(cadence, day.isoformat(), count)
    assert len(found) == count
    assert found[-1].holds(day.isoformat())
    for earlier, later in pairwise(found):
        gap = date.fromisoformat(later.first) - date.fromisoformat(earlier.last)
        assert gap == timedelta(days=1)
        assert period_before(cadence, later) == earlier


def test_the_calendar_may_end():
    assert len(periods("year", "0003-05-05", 12)) == 3
    assert periods("week", "9999-12-31", 2) == ()


@pytest.mark.parametrize(
    ("cadence", "on", "state"),
    [
        ("month", "2026-11-30", "on_target"),
        ("month", "2026-12-31", "on_target"),
        ("month", "2027-01-01", "stale"),
        ("week", "2026-12-06", "on_target"),
        ("week", "2026-12-07", "stale"),
        ("quarter", "2027-03-31", "on_target"),
        ("quarter", "2027-04-01", "stale"),
        ("day", "2026-12-06", "on_target"),
        ("day", "2026-12-07", "stale"),
        ("now and then", "2036-01-01", "on_target"),
        ("", "2036-01-01", "on_target"),
    ],
)
def test_a_figure_is_stale_once_more_than_a_whole_period_has_passed(cadence, on, state):
    assert standing(measured({"2026-11-26": 96.0}, cadence=cadence), M, on) == state


def test_a_figure_of_a_later_day_does_not_count_yet():
    client = measured({"2026-10-31": 90.0, "2026-11-30": 99.0})
    assert standing(client, M, "2026-11-26") == "off_target"
    assert standing(client, M, "2026-11-30") == "on_target"


def test_nothing_is_known_without_a_figure_or_a_target():
    assert standing(measured({}), M, "2026-11-26") == "unknown"
    assert standing(measured({"2026-11-26": 5.0}, target=None), M, "2026-11-26") == "unknown"
    with pytest.raises(Refused):
        standing(measured({}), MetricId("other"), "2026-11-26")


def test_misses_in_a_row_are_counted_by_period_from_the_newest_back():
    figures = {
        "2026-07-31": 90.0,
        "2026-08-31": 96.0,
        "2026-09-30": 90.0,
        "2026-10-10": 97.0,
        "2026-10-31": 91.0,
        "2026-11-20": 92.0,
    }
    assert off_in_a_row(measured(figures), M) == 3
    assert off_in_a_row(measured(figures), M, until="2026-10-31") == 2
    assert off_in_a_row(measured(figures, cadence="now and then"), M) == 2
    assert off_in_a_row(measured(figures, target=None), M) == 0
    assert off_in_a_row(measured({}), M) == 0


def test_the_newest_figure_stands_for_its_period():
    client = measured({"2026-10-10": 97.0, "2026-10-31": 91.0, "2026-11-20": 92.0})
    found = [figure_in(client, M, p) for p in periods("month", "2026-11-26", 3)]
    assert [f.value if f else None for f in found] == [None, 91.0, 92.0]


def test_the_course_shows_each_period_up_to_the_day():
    figures = {"2026-09-30": 1.0, "2026-11-10": 2.0, "2026-11-20": 3.0}
    client = measured(figures)
    metric = client.get(Metric, M)
    assert course(client, metric, until="2026-11-15", count=4) == (None, 1.0, None, 2.0)
    assert course(client, metric, until="2026-11-26", count=2) == (None, 3.0)


def test_without_periods_the_course_is_the_last_figures():
    client = measured(
        {f"2026-11-{day:02}": float(day) for day in range(1, 21)}, cadence="now and then"
    )
    metric = client.get(Metric, M)
    assert course(client, metric, until="2026-11-15", count=3) == (13.0, 14.0, 15.0)
    assert len(course(client, metric, until="2026-11-26")) == 12


@given(
    figures=st.dictionaries(
        st.dates(date(2025, 1, 1), date(2026, 12, 31)).map(date.isoformat),
        st.floats(-100, 100),
        max_size=30,
    ),
    cadence=st.sampled_from(CADENCES),
    until=st.dates(date(2025, 6, 1), date(2026, 12, 31)).map(date.isoformat),
)
def test_the_values_of_a_row_are_those_of_its_periods_one_by_one(figures, cadence, until):
    client = measured(dict(sorted(figures.items())), cadence=cadence)
    columns = periods(cadence, until, 12)
    found = [figure_in(client, M, period) for period in columns]
    assert values_in(client, M, columns) == tuple(f.value if f else None for f in found)

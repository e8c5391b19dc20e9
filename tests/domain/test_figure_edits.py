from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain.edits.figures import (
    PeriodFigure,
    put_period_figure,
    put_period_figures,
)
from mspseat_desktop.domain.edits.seat import add_metric, set_figure
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.metrics import CADENCES, figure_in, period_of, periods
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import (
    FigureId,
    MetricId,
    SeatId,
)
from world import ON, chart_of, edited

M = MetricId("m")
DAYS = st.dates(date(2026, 1, 1), date(2026, 11, 23)).map(date.isoformat)
VALUES = st.floats(-1e9, 1e9)


def world(figures=(), cadence="month"):
    client = edited(
        chart_of({"MSP": []}), add_metric(Metric(M, SeatId("MSP"), name="Backups", cadence=cadence))
    )
    notes = [
        set_figure(FigureId(f"f{at}"), M, on=on, value=value)
        for at, (on, value) in enumerate(figures)
    ]
    return edited(client, *notes)


def entry(period, value, name="new", metric=M):
    return PeriodFigure(FigureId(name), metric, period, value)


def listed(client):
    return [(f.on, f.value) for f in client.figures(M)]


def month(on):
    found = period_of("month", on)
    assert found is not None
    return found


@given(
    figures=st.lists(st.tuples(DAYS, VALUES), max_size=12),
    cadence=st.sampled_from(CADENCES),
    on=DAYS,
    value=st.none() | VALUES,
)
def test_a_period_holds_one_figure_and_nothing_else_is_touched(figures, cadence, on, value):
    client = world(figures, cadence)
    period = period_of(cadence, on)
    work = Revision(client)
    put_period_figure(entry(period, value), today=ON).run(work)
    inside = [f for f in work.client.figures(M) if period.holds(f.on)]
    assert [f.value for f in inside] == ([] if value is None else [value])
    outside = [f for f in client.figures(M) if not period.holds(f.on)]
    assert [f for f in work.client.figures(M) if not period.holds(f.on)] == outside
    assert listed(work.client.applied(work.change().inverse())) == listed(client)
    days = [f.on for f in work.client.figures(M)]
    assert days == sorted(days)


@given(values=st.lists(st.none() | VALUES, min_size=12, max_size=12))
def test_a_row_of_figures_reads_back_as_it_was_entered(values):
    columns = periods("week", ON, 12)
    entries = [
        entry(period, value, str(at))
        for at, (period, value) in enumerate(zip(columns, values, strict=True))
    ]
    client = edited(world(cadence="week"), put_period_figures(entries, today=ON))
    found = [figure_in(client, M, period) for period in columns]
    assert [f.value if f else None for f in found] == values
    assert all(f.on <= ON for f in client.figures(M))


@pytest.mark.parametrize(
    ("period_on", "day"),
    [("2026-10-05", "2026-10-31"), ("2026-11-05", "2026-11-23"), ("2026-12-05", "2026-12-01")],
)
def test_a_figure_is_kept_with_the_end_of_its_period_or_today(period_on, day):
    client = edited(world(), put_period_figure(entry(month(period_on), 5.0), today=ON))
    assert listed(client) == [(day, 5.0)]


def test_a_figure_that_says_the_same_stays_as_it_is():
    client = world([("2026-10-05", 5.0)])
    work = Revision(client)
    put_period_figure(entry(month("2026-10-31"), 5.0), today=ON).run(work)
    assert not work.change().touches


def test_a_figure_of_a_metric_that_is_gone_is_refused():
    with pytest.raises(Refused):
        edited(world(), put_period_figure(entry(month(ON), 5.0, metric=MetricId("gone")), today=ON))

from __future__ import annotations

import pytest

from mspseat_desktop.domain.edits.seat import add_metric, set_figure
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import (
    FigureId,
    MetricId,
    SeatId,
)
from mspseat_desktop.exchange.csv_out import chart_csv
from mspseat_desktop.exchange.listing import seat_list
from world import chart_of, edited


def listed(measure, unit="", **more):
    metric = Metric(
        MetricId("m"), SeatId("MSP"), name="N", target=1.0, measure=measure, unit=unit, **more
    )
    figure = set_figure(FigureId("f"), metric.id, on="2026-09-30", value=0.0)
    return edited(chart_of({"MSP": []}), add_metric(metric), figure)


@pytest.mark.parametrize(
    ("measure", "unit", "told", "cell"),
    [
        ("number", "days", "days", "N: >= 1 days, 0 days (2026-09-30)"),
        ("percent", "", "%", "N: >= 1 %, 0 % (2026-09-30)"),
        ("minutes", "", "min", "N: >= 1 min, 0 min (2026-09-30)"),
        ("money", "EUR", "EUR", "N: >= EUR 1, EUR 0 (2026-09-30)"),
        ("yes_no", "", "", "N: yes, no (2026-09-30)"),
    ],
)
def test_scripts_and_spreadsheets_get_measure_and_unit(measure, unit, told, cell):
    client = listed(measure, unit)
    found = seat_list(client)[0]["metrics"][0]
    assert (found["measure"], found["unit"], found["target"], found["latest"]) == (
        *(measure, told, 1.0, 0.0),
    )
    assert f'"{cell}"' in chart_csv(client).decode("utf-8-sig")

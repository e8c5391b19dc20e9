from __future__ import annotations

import pytest

from mspseat_desktop.domain.records import Metric, MetricId, SeatId
from mspseat_desktop.wording.measures import bar_text, target_text


@pytest.mark.parametrize(
    ("values", "exceptions", "minuses", "words"),
    [
        (4, 0, 0, "The bar: all 4 are +."),
        (4, 1, 0, "The bar: at least 3 of 4 are +, at most 1 +/-, no -."),
        (4, 2, 1, "The bar: at least 2 of 4 are +, of the others at most 1 -."),
        (2, 5, 5, "The bar: at least 0 of 2 are +, of the others at most 2 -."),
    ],
)
def test_the_bar_says_what_is_the_least(values, exceptions, minuses, words):
    assert bar_text(values=values, exceptions=exceptions, minuses=minuses) == words


@pytest.mark.parametrize(
    ("direction", "high", "words"),
    [
        ("at_least", None, "at least 95 % / week"),
        ("at_most", None, "at most 95 % / week"),
        ("between", 98.0, "95 to 98 % / week"),
    ],
)
def test_a_target_is_said_with_unit_and_cadence(direction, high, words):
    metric = Metric(
        *(MetricId("m"), SeatId("s")),
        target=95,
        target_high=high,
        unit="%",
        direction=direction,
        cadence="week",
    )
    assert target_text(metric, lambda value: f"{value:g}") == words


def test_a_metric_without_a_target_says_nothing():
    assert target_text(Metric(MetricId("m"), SeatId("s")), str) == ""

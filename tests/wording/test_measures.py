from __future__ import annotations

from dataclasses import replace

import pytest

from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import MetricId, SeatId
from mspseat_desktop.wording.measures import bar_text, cadence_text, target_text, value_text


@pytest.mark.parametrize(
    ("values", "exceptions", "minuses", "words"),
    [
        (4, 0, 0, "The bar: all 4 are +."),
        (4, 1, 0, "The bar: at least 3 of 4 are +, at most 1 +/\N{MINUS SIGN}, no \N{MINUS SIGN}."),
        (4, 2, 1, "The bar: at least 2 of 4 are +, of the others at most 1 \N{MINUS SIGN}."),
        (2, 5, 5, "The bar: at least 0 of 2 are +, of the others at most 2 \N{MINUS SIGN}."),
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


def measured(measure, unit=""):
    return Metric(MetricId("m"), SeatId("s"), target=1.0, measure=measure, unit=unit)


@pytest.mark.parametrize(
    ("measure", "unit", "value", "words"),
    [
        ("number", "", 4.5, "4.5"),
        ("number", "days", 4, "4 days"),
        ("percent", "", 103, "103 %"),
        ("minutes", "", 90, "90 min"),
        ("money", "$", 1200, "$1200"),
        ("money", "EUR", -1200, "-EUR 1200"),
        ("money", "", 1200, "1200"),
        ("yes_no", "", 1, "yes"),
        ("yes_no", "", 0, "no"),
    ],
)
def test_a_value_is_said_with_what_it_is_counted_in(measure, unit, value, words):
    assert value_text(measured(measure, unit), value, lambda number: f"{number:g}") == words


def test_a_target_is_said_in_its_measure():
    def said(metric):
        return target_text(metric, lambda number: f"{number:g}")

    assert said(replace(measured("yes_no"), cadence="quarter")) == "yes / quarter"
    assert said(replace(measured("percent"), target=95)) == "at least 95 %"
    money = replace(measured("money", "$"), direction="between", target=5, target_high=9)
    assert said(money) == "$5 to $9"
    assert said(replace(money, measure="minutes", unit="")) == "5 to 9 min"
    assert said(replace(money, measure="number", unit="x", target_high=None)) == "5 to 5 x"


def test_a_cadence_in_free_words_is_said_as_it_is():
    assert [cadence_text(c) for c in ("week", "each full moon", "")] == [
        "week",
        "each full moon",
        "",
    ]

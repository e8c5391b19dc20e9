from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import MetricId, SeatId
from mspseat_desktop.ui.metrics.reading import guess_measure, hint_text, read_value, typed_text

GERMAN = QLocale("de_DE")
AMERICAN = QLocale("en_US")


def metric(measure, unit=""):
    return Metric(MetricId("m"), SeatId("s"), measure=measure, unit=unit)


@pytest.mark.parametrize("locale", [GERMAN, AMERICAN])
@pytest.mark.parametrize(
    ("measure", "unit", "text", "value"),
    [
        ("number", "", "1,5", 1.5),
        ("number", "", "1.5", 1.5),
        ("number", "days", "60 days", 60),
        ("percent", "", "95 %", 95),
        ("percent", "", "95,5%", 95.5),
        ("percent", "", "103", 103),
        ("minutes", "", "90", 90),
        ("minutes", "", "90 min", 90),
        ("minutes", "", "1 h 30", 90),
        ("minutes", "", "1h30min", 90),
        ("minutes", "", "1:30", 90),
        ("minutes", "", "1,5 h", 90),
        ("minutes", "", "90 s", 1.5),
        ("money", "€", "€ 1250,50", 1250.5),
        ("money", "$", "$1250.50", 1250.5),
        ("money", "EUR", "1250 EUR", 1250),
        ("money", "", "CHF 1'250", 1250),
        ("money", "€", "-12 €", -12),
        ("yes_no", "", "yes", 1),
        ("yes_no", "", "Nein", 0),
        ("yes_no", "", "FALSE", 0),
        ("yes_no", "", "1", 1),
    ],
)
def test_a_value_is_understood_as_it_is_usually_written(locale, measure, unit, text, value):
    assert read_value(text, metric(measure, unit), locale) == value


def test_thousands_follow_the_readers_system():
    assert read_value("€ 1.200", metric("money", "€"), GERMAN) == 1200
    assert read_value("1.200,50 €", metric("money", "€"), GERMAN) == 1200.5
    assert read_value("$1,200", metric("money", "$"), AMERICAN) == 1200


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        ("number", "n/a"),
        ("number", "95 %"),
        ("number", ""),
        ("percent", "%"),
        ("minutes", "soon"),
        ("minutes", "h"),
        ("money", "€"),
        ("yes_no", "maybe"),
        ("yes_no", "2"),
        ("minutes", "1" + " " * 100_000 + "x"),
    ],
)
def test_what_is_no_value_is_refused(measure, text):
    with pytest.raises(ValueError, match="no"):
        read_value(text, metric(measure), AMERICAN)


@given(
    value=st.floats(-1e6, 1e6).map(lambda v: round(v, 4)),
    locale=st.sampled_from([GERMAN, AMERICAN, QLocale("de_CH"), QLocale("fr_FR")]),
    measure=st.sampled_from(["number", "percent", "minutes", "money"]),
)
def test_what_a_field_shows_reads_back_as_the_same_value(value, locale, measure):
    shown = metric(measure, "EUR" if measure == "money" else "")
    assert read_value(typed_text(value, shown, locale), shown, locale) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("95 %", ("percent", "")),
        ("€ 1.200", ("money", "€")),
        ("90 min", ("minutes", "")),
        ("1 h 30 m", ("minutes", "")),
        ("1 h 30", ("minutes", "")),
        ("5 times", None),
        ("yes", ("yes_no", "")),
        ("95", None),
        ("n/a", None),
        ("", None),
    ],
)
def test_a_measure_is_seen_by_its_sign(text, found):
    assert guess_measure(text) == found


def test_more_than_a_hundred_percent_is_taken_with_a_hint():
    assert hint_text(103, metric("percent"))
    assert not hint_text(100, metric("percent"))
    assert not hint_text(103, metric("number"))

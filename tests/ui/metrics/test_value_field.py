from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import MetricId, SeatId
from mspseat_desktop.ui.metrics.value_field import ValueField

BARE = Metric(MetricId("m"), SeatId("s"), name="Backups")


@pytest.fixture
def field(qtbot, theme):  # noqa: ARG001 - fields are dressed in a theme
    made = ValueField("Target")
    qtbot.addWidget(made)
    made.sent = []
    made.handed_over.connect(made.sent.append)
    made.show_metric(BARE)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    return made


def enter(field, words):
    field.field.selectAll()
    QTest.keyClicks(field.field, words)
    QTest.keyClick(field.field, Qt.Key.Key_Return)


def test_one_and_a_half_is_the_same_for_a_german_and_an_american(reader, field):
    enter(field, "1,5")
    enter(field, "1.5")
    assert field.sent == [1.5]
    assert field.field.text() == "1.5"
    field.load(2.5)
    assert field.field.text() == {"en_US": "2.5", "de_DE": "2,5"}[reader]


def test_a_sign_tells_the_measure_of_a_bare_number(field):
    enter(field, "95 %")
    assert (field.sent, field.seen) == ([95], ("percent", ""))
    enter(field, "$ 1200")
    assert (field.value, field.seen) == (1200, ("money", "$"))
    enter(field, "7")
    assert (field.value, field.seen) == (7, None)


def test_a_value_is_read_in_the_measure_of_its_metric(field):
    field.show_metric(replace(BARE, measure="minutes"))
    enter(field, "1 h 30")
    assert (field.sent, field.seen) == ([90], None)
    field.show_metric(replace(BARE, measure="yes_no"))
    field.load(1.0)
    assert field.field.text() == "yes"
    enter(field, "no")
    assert field.value == 0


def test_what_is_not_understood_stays_with_one_sentence(field):
    enter(field, "n/a")
    assert field.sent == []
    assert field.field.text() == "n/a"
    assert field.trouble.text() == "This is not a number. Write it like 98.5."
    field.show_metric(replace(BARE, measure="yes_no"))
    assert field.field.text() == "n/a"


def test_more_than_a_hundred_percent_is_taken_with_a_quiet_remark(field):
    field.show_metric(replace(BARE, measure="percent"))
    enter(field, "103")
    assert field.sent == [103]
    assert field.remark.text() == "More than 100 %. It is kept as it was written."
    assert field.trouble.isHidden()
    enter(field, "98")
    assert field.remark.isHidden()


def test_an_emptied_field_hands_over_nothing_known(field):
    enter(field, "5")
    field.field.selectAll()
    QTest.keyClick(field.field, Qt.Key.Key_Delete)
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert field.sent == [5, None]

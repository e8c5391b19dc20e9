from datetime import date as day

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest

from mspseat_desktop.ui.widgets import DateField, NumberField, PendingFields, TextField

GB = QLocale("en_GB")
LONG = 60_000
TODAY = day(2026, 11, 23)


@pytest.fixture
def number(put):
    return listened(put(NumberField("Target", delay_ms=LONG, locale=GB)))


@pytest.fixture
def date(put, theme):
    return listened(
        put(DateField(theme, "Contract end", delay_ms=LONG, locale=GB, today=lambda: TODAY))
    )


def listened(field):
    field.sent = []
    field.handed_over.connect(field.sent.append)
    field.setFocus()
    return field


def test_the_calendar_of_an_empty_field_opens_on_the_day_the_program_goes_by(date):
    calendar = date.open_calendar()
    assert calendar.selectedDate() == QDate(TODAY.year, TODAY.month, TODAY.day)
    calendar.window().close()


@pytest.mark.parametrize("typed", ["1,5", "1.5", " 1.5 "])
def test_a_number_is_handed_over_in_either_writing(number, typed):
    QTest.keyClicks(number.field, typed)
    number.flush()
    assert number.sent == [1.5]
    assert number.value == 1.5


def test_what_is_no_number_stays_and_is_told_on_leaving(number, put):
    other = put(TextField("Other"))
    number.setFocus()
    QTest.keyClicks(number.field, "many")
    number.flush()
    assert number.is_understood
    other.setFocus()
    assert not number.is_understood
    assert number.field.text() == "many"
    assert "98.5" in number.trouble.text()
    assert number.sent == []
    number.setFocus()
    number.field.selectAll()
    QTest.keyClicks(number.field, "12")
    other.setFocus()
    assert number.is_understood
    assert number.sent == [12.0]


def test_an_emptied_number_is_handed_over_as_none(number):
    number.load(98.5)
    number.field.selectAll()
    QTest.keyClick(number.field, Qt.Key.Key_Delete)
    number.flush()
    assert number.sent == [None]


def test_the_echo_of_a_number_does_not_rewrite_what_is_being_typed(number):
    number.handed_over.connect(number.set_value)
    QTest.keyClicks(number.field, "1.")
    number.flush()
    assert number.field.text() == "1."
    QTest.keyClicks(number.field, "50")
    number.flush()
    assert number.sent == [1.0, 1.5]
    assert number.field.text() == "1.50"


def test_a_number_from_elsewhere_is_shown_and_sends_nothing(number):
    number.set_value(1234.5)
    assert number.field.text() == "1,234.5"
    number.load(None)
    assert number.field.text() == ""
    assert number.sent == []


@pytest.mark.parametrize("typed", ["14/10/2026", "2026-10-14", "14.10.26"])
def test_a_date_is_handed_over_as_iso(date, typed):
    QTest.keyClicks(date.field, typed)
    QTest.keyClick(date.field, Qt.Key.Key_Return)
    assert date.sent == ["2026-10-14"]
    assert date.value == "2026-10-14"


def test_a_day_that_does_not_exist_stays_and_is_told_on_enter(date):
    QTest.keyClicks(date.field, "31/02/2026")
    QTest.keyClick(date.field, Qt.Key.Key_Return)
    assert date.field.text() == "31/02/2026"
    assert date.trouble.text() == "There is no such day in the calendar."
    assert date.sent == []


def test_a_pause_in_the_middle_of_a_date_is_no_mistake(date):
    QTest.keyClicks(date.field, "14/10")
    date.flush()
    assert date.is_understood
    QTest.keyClicks(date.field, "/2026")
    date.flush()
    assert date.is_understood
    assert date.sent == ["2026-10-14"]


@pytest.mark.parametrize(("typed", "shown"), [("15 dec", "15/12/2026"), ("+2w", "07/12/2026")])
def test_a_jotted_date_is_shown_whole_once_the_field_is_left(date, typed, shown):
    QTest.keyClicks(date.field, typed)
    date.flush()
    assert date.field.text() == typed
    QTest.keyClick(date.field, Qt.Key.Key_Return)
    assert date.field.text() == shown
    assert len(date.sent) == 1


def test_settling_tells_at_once_what_is_no_date(date):
    QTest.keyClicks(date.field, "15 dex")
    assert not date.settle()
    assert "for example 14/10/2026" in date.trouble.text()
    assert date.field.text() == "15 dex"
    date.field.selectAll()
    QTest.keyClicks(date.field, "15 dec")
    assert date.settle()
    assert date.trouble.isHidden()


def test_an_empty_date_shows_no_digits_and_a_locked_one_a_dash(date):
    assert date.field.placeholderText() == "day/month/year"
    date.set_locked(locked=True)
    assert date.field.placeholderText() == "\N{EN DASH}"
    assert date.field.isReadOnly()
    assert not date.calendar_button.isEnabled()


def test_another_record_clears_what_was_not_understood(date):
    QTest.keyClicks(date.field, "soon")
    QTest.keyClick(date.field, Qt.Key.Key_Return)
    assert not date.is_understood
    date.load(None)
    assert date.is_understood
    assert date.field.text() == ""


def test_a_day_is_picked_from_the_calendar(date):
    date.load("2026-10-14")
    month = date.open_calendar()
    assert month.selectedDate() == QDate(2026, 10, 14)
    month.grab()
    month.clicked.emit(QDate(2026, 10, 20))
    assert date.sent == ["2026-10-20"]
    assert date.field.text() == "20/10/2026"


def test_values_are_flushed_with_all_other_fields(put):
    pending = PendingFields()
    number = listened(put(NumberField("Target", pending=pending, delay_ms=LONG, locale=GB)))
    QTest.keyClicks(number.field, "3")
    assert pending.flush_all()
    assert number.sent == [3.0]


def test_ctrl_z_takes_back_what_was_not_understood_to_what_last_was(date):
    QTest.keyClicks(date.field, "14/10/2026")
    QTest.keyClick(date.field, Qt.Key.Key_Return)
    for words in ("x", "y"):
        QTest.keyClicks(date.field, words)
        date.flush()
    QTest.keyClick(date.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert date.field.text() == "14/10/2026"
    assert date.is_understood
    assert date.sent == ["2026-10-14"]


def test_ctrl_z_leaves_a_date_that_was_understood_to_the_window(date):
    QTest.keyClicks(date.field, "soon")
    date.flush()
    date.field.selectAll()
    QTest.keyClicks(date.field, "14/10/2026")
    date.flush()
    QTest.keyClick(date.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert date.field.text() == "14/10/2026"

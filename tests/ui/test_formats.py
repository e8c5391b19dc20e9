from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from mspseat_desktop.ui.formats import (
    SYSTEM,
    Formats,
    date_hint,
    date_text,
    date_words,
    formats_in_use,
    month_text,
    number_text,
    read_date,
    read_number,
    short_date_text,
    use_formats,
)
from mspseat_desktop.ui.typed_dates import date_order

GB, US, DE, JP = (QLocale(name) for name in ("en_GB", "en_US", "de_DE", "ja_JP"))
ALL = [QLocale(name) for name in ("C", "en_GB", "en_US", "de_DE", "fr_CH", "hu_HU", "ar_EG")]


def test_dates_are_written_in_the_order_of_the_system():
    assert date_text("2026-10-14", GB) == "14 Oct 2026"
    assert date_text("2026-10-14", US) == "Oct 14, 2026"
    assert date_text("2026-10-14", JP) == "2026/10/14"
    assert date_text("2026-10-14T09:30:00Z", GB) == "14 Oct 2026"
    assert month_text("2026-10", GB) == "October 2026"
    assert month_text("2026-10-14", DE) == "Oktober 2026"
    assert date_hint(GB) == "14/10/2026"


def test_what_is_no_date_is_shown_as_it_is():
    assert date_text("soon", GB) == "soon"
    assert date_text("2026-02-31", GB) == "2026-02-31"


@pytest.mark.parametrize(
    "typed", ["14/10/2026", "14.10.26", "14-10-2026", "2026-10-14", "14 10 26"]
)
def test_a_date_is_read_in_any_common_writing(typed):
    assert read_date(typed, GB) == "2026-10-14"


@pytest.mark.parametrize("typed", ["14 Oct 2026", "14 October 2026", "Oct 14, 2026"])
def test_a_date_is_read_with_the_month_as_a_word(typed):
    assert read_date(typed, GB) == "2026-10-14"


def test_the_order_of_day_and_month_is_that_of_the_system():
    assert read_date("3/4/2026", GB) == "2026-04-03"
    assert read_date("3/4/2026", US) == "2026-03-04"


@pytest.mark.parametrize("typed", ["31/02/2026", "2026-02-30", "0/1/2026", "1/13/2026"])
def test_a_day_that_does_not_exist_is_said_to_be_none(typed):
    with pytest.raises(ValueError, match="no such day"):
        read_date(typed, GB)


@pytest.mark.parametrize("typed", ["soon", "14/10", "14", "=1+1", "1/2/3/4"])
def test_other_text_is_no_date(typed):
    with pytest.raises(ValueError, match="unreadable"):
        read_date(typed, GB)


@given(st.dates(), st.sampled_from(ALL))
def test_a_date_that_was_written_is_read_back(day, locale):
    iso = day.isoformat()
    assert read_date(iso, locale) == iso
    if day.year >= 1000:
        assert read_date(short_date_text(iso, locale), locale) == iso


@pytest.mark.parametrize(
    ("typed", "locale", "value"),
    [
        ("1,5", GB, 1.5),
        ("1.5", GB, 1.5),
        ("1,5", DE, 1.5),
        ("1.5", DE, 1.5),
        ("1,500", GB, 1500),
        ("1.500", DE, 1500),
        ("1,500", DE, 1.5),
        ("1,234.5", DE, 1234.5),
        ("1.234,5", GB, 1234.5),
        ("1,234,567", GB, 1234567),
        ("12 345,6", DE, 12345.6),
        ("0,500", GB, 0.5),
        (".5", GB, 0.5),
        ("-3", GB, -3),
        ("\u22123", GB, -3),
        ("-0", GB, 0),
        ("\u0663", GB, 3),
        ("98.", GB, 98),
    ],
)
def test_a_number_is_read_with_either_decimal_sign(typed, locale, value):
    assert read_number(typed, locale) == value


@pytest.mark.parametrize(
    "typed", ["", "abc", "1e309", "nan", "inf", "1,2,3", "1.2,3.4", "--1", "1 %", "=1+1", "9" * 400]
)
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValueError, match=r"not a number|too large"):
        read_number(typed, GB)


def test_numbers_are_written_without_idle_zeros():
    assert number_text(98.5, GB) == "98.5"
    assert number_text(98.0, GB) == "98"
    assert number_text(1234567.25, GB) == "1,234,567.25"
    assert number_text(1.5, DE) == "1,5"
    assert number_text(0.1 + 0.2, GB) == "0.3"
    assert number_text(-0.0, GB) == "0"


@given(
    st.floats(-1e9, 1e9).map(lambda value: round(value, 3)),
    st.sampled_from(ALL[:-1]),
)
def test_a_number_that_was_written_is_read_back(value, locale):
    assert read_number(number_text(value, locale), locale) == pytest.approx(value)


DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "locale", "iso"),
    [
        ("15 dec", GB, "2026-12-15"),
        ("15th December", GB, "2026-12-15"),
        ("Dec 15", US, "2026-12-15"),
        ("15. Dez.", DE, "2026-12-15"),
        ("15. März", DE, "2027-03-15"),
        ("15 dec 27", GB, "2027-12-15"),
        ("15/12", GB, "2026-12-15"),
        ("12/15", US, "2026-12-15"),
        ("15.12.", DE, "2026-12-15"),
        ("12-15", JP, "2026-12-15"),
        ("14/10", GB, "2027-10-14"),
        ("23/11", GB, "2026-11-23"),
        ("29/2", GB, "2028-02-29"),
        ("+10d", GB, "2026-12-03"),
        ("+2w", GB, "2026-12-07"),
        ("+ 1m", GB, "2026-12-23"),
        ("+1Y", GB, "2027-11-23"),
    ],
)
def test_a_due_day_may_be_jotted_down(typed, locale, iso):
    assert read_date(typed, locale, today=DAY, ahead=True) == iso


def test_another_day_without_its_year_is_the_nearest():
    assert read_date("14/10", GB, today=DAY) == "2026-10-14"
    assert read_date("3 Jan", GB, today=DAY) == "2027-01-03"
    assert read_date("-2w", GB, today=DAY) == "2026-11-09"


@pytest.mark.parametrize(
    "typed", ["15 dex", "soon", "15", "ma 3", "ju 3", "+2x", "15 dec or later"]
)
def test_other_jottings_are_no_date(typed):
    with pytest.raises(ValueError, match="unreadable"):
        read_date(typed, GB, today=DAY, ahead=True)


@pytest.mark.parametrize("typed", ["31/02", "31 feb", "0/12", "15/15"])
def test_a_jotted_day_that_does_not_exist_is_said_to_be_none(typed):
    with pytest.raises(ValueError, match="no such day"):
        read_date(typed, GB, today=DAY)


@pytest.mark.parametrize(
    ("locale", "words"), [(GB, "day/month/year"), (US, "month/day/year"), (DE, "day.month.year")]
)
def test_an_empty_date_is_hinted_at_without_a_date(locale, words):
    assert date_words(locale) == words


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from(ALL), st.booleans())
def test_a_day_and_its_month_are_read_as_one_of_that_day(day, locale, ahead):
    typed = f"{day.day}/{day.month}"
    if date_order(locale).index("d") > date_order(locale).index("m"):
        typed = f"{day.month}/{day.day}"
    found = date.fromisoformat(read_date(typed, locale, today=DAY, ahead=ahead))
    assert (found.month, found.day) == (day.month, day.day)
    assert not ahead or found >= DAY


@pytest.fixture
def follow():
    """Make a system with a locale, and a client that writes in its own way on it."""

    def choose(locale: QLocale, **chosen) -> None:
        QLocale.setDefault(locale)
        use_formats(Formats(**chosen))

    before = QLocale()
    yield choose
    QLocale.setDefault(before)
    use_formats(SYSTEM)


@pytest.mark.parametrize("system", [GB, US, DE, JP])
def test_a_clients_dates_are_written_and_read_in_its_own_order(follow, system):
    follow(system, date_order="iso")
    assert date_text("2026-10-14") == short_date_text("2026-10-14") == "2026-10-14"
    assert date_hint() == "2026-10-14"
    assert date_words() == "year-month-day"
    follow(system, date_order="day_first")
    assert read_date("3/4/2026") == read_date("3.4.26") == "2026-04-03"
    assert read_date("3/4", today=date(2026, 4, 1)) == "2026-04-03"
    assert short_date_text("2026-10-14").startswith("14")
    follow(system, date_order="month_first")
    assert read_date("3/4/2026") == "2026-03-04"
    assert read_date("3/4", today=date(2026, 4, 1)) == "2026-03-04"
    assert short_date_text("2026-10-14") == "10/14/2026"


def test_a_client_keeps_the_signs_of_the_system_between_the_parts_of_a_date(follow):
    follow(DE, date_order="day_first")
    assert short_date_text("2026-10-14") == "14.10.2026"
    follow(US, date_order="day_first")
    assert short_date_text("2026-10-14") == "14/10/2026"
    assert date_text("2026-10-14") == "14 Oct 2026"
    follow(GB, date_order="month_first")
    assert date_text("2026-10-14") == "Oct 14, 2026"


def test_a_year_at_the_end_is_read_as_the_system_does_where_the_client_writes_iso(follow):
    follow(US, date_order="iso")
    assert read_date("3/4/2026") == "2026-03-04"
    follow(GB, date_order="iso")
    assert read_date("3/4/2026") == "2026-04-03"
    assert read_date("2026/4/3") == "2026-04-03"


@pytest.mark.parametrize("system", ALL)
def test_a_clients_numbers_are_written_and_read_with_its_own_sign(follow, system):
    follow(system, decimal_sign="comma")
    assert number_text(1.5)[1:2] == ","
    assert read_number("1,500") == 1.5
    assert read_number("1.500") == 1500
    assert read_number(number_text(1234567.25)) == 1234567.25
    follow(system, decimal_sign="point")
    assert number_text(1.5)[1:2] == "."
    assert read_number("1,500") == 1500
    assert read_number(number_text(1234567.25)) == 1234567.25


def test_a_locale_that_is_named_is_followed_as_it_is(follow):
    follow(GB, date_order="iso", decimal_sign="comma")
    assert date_text("2026-10-14", US) == "Oct 14, 2026"
    assert number_text(1.5, US) == "1.5"
    assert date_text("2026-10-14", US, Formats("iso")) == "2026-10-14"
    assert number_text(1.5, US, formats_in_use()) == "1,5"

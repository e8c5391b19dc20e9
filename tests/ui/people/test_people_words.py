import pytest

from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.people.words import contract_told, review_told

ON = "2026-11-23"


@pytest.mark.parametrize(
    ("day", "second", "tone"),
    [
        ("2027-11-23", "", "muted"),
        ("2027-02-21", "in 90 days", "muted"),
        ("2026-12-23", "in 30 days", "partly"),
        ("2026-11-24", "in 1 day", "partly"),
        ("2026-11-23", "today", "partly"),
        ("2026-11-22", "is past", "no"),
    ],
)
def test_a_day_to_give_notice_says_how_near_it_is(day, second, tone):
    told = contract_told(day, is_end=False, notice_given=False, on=ON)
    assert told[1:] == (second, tone)


@pytest.mark.parametrize(
    ("day", "given", "first", "second"),
    [
        ("2027-01-01", False, "Contract", "ends "),
        ("2026-01-01", False, "Contract", "ended "),
        ("2027-01-01", True, "Notice given", "ends "),
    ],
)
def test_the_end_of_a_contract_is_told_in_words(day, given, first, second):
    told = contract_told(day, is_end=True, notice_given=given, on=ON)
    assert told[0] == first
    assert told[1] == second + date_text(day)


def test_no_day_says_nothing():
    assert contract_told("", is_end=False, notice_given=False, on=ON)[:2] == ("", "")
    assert review_told("", on=ON)[:2] == ("", "")
    assert review_told("2026-11-23", on=ON)[1] == ""
    assert review_told("2026-11-22", on=ON)[1] == "overdue"

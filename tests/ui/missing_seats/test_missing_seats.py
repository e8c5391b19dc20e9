"""The missing-seat guide, by keyboard alone."""

from __future__ import annotations

import pytest

from driving import settle
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.ui.missing_seats.dialog import MissingSeatsDialog
from mspseat_desktop.ui.widgets import PlainLabel
from world import outline


@pytest.fixture
def guide(program):
    program.new_client()
    program.act("missing-seats")
    return program


def dialog(program):
    return program.dialog(MissingSeatsDialog)


def question(program):
    return dialog(program).question.question.text()


def test_every_answer_is_one_key_and_one_step(guide):
    hand = guide.hand
    assert dialog(guide).question.count.text() == "Question 1 of 8"
    hand.type("Hill and Sons")
    hand.press("Return")
    accountant = guide.seat("Outside accountant")
    assert guide.client.accountable(accountant).name == "Hill and Sons"
    assert guide.client.seat(accountant).parent == guide.seat("Accounting")
    hand.press("Return")
    assert guide.client.accountable(guide.seat("Payroll provider")) is None
    assert "lawyer" in question(guide)
    hand.press("Alt+N")
    assert guide.client.profile.has_none == ("legal",)
    hand.press("Alt+L")
    assert "marketing" in question(guide)
    hand.press("Alt+L", "Alt+L", "Alt+L", "Alt+L")
    end = dialog(guide).end
    assert end.isVisible()
    assert "The rest can wait" in end.heading.text()
    hand.press("Return")
    assert not guide.has_dialog()
    assert guide.window.focusWidget() is guide.view.chart
    for _step in range(3):
        guide.act("undo")
    assert [t for t in outline(guide.client) if "accountant" in t or "Payroll" in t] == []
    assert guide.client.profile.has_none == ()


def test_what_is_seated_or_not_there_is_not_asked_again_and_can_be_taken_back(guide):
    guide.hand.press("Return", "Alt+N", "Esc")
    guide.act("missing-seats")
    assert dialog(guide).question.count.text() == "Question 1 of 7"
    assert question(guide) == "Which firm is it?"
    guide.hand.type("Hill and Sons")
    guide.hand.press("Return")
    assert "lawyer" in question(guide)
    guide.hand.press(*["Alt+N"] * 4)
    guide.hand.type("Northbeam IT")
    guide.hand.press("Return", "Alt+N")
    end = dialog(guide).end
    assert end.heading.text() == "Every firm has its seat, or there is none."
    assert len(end.links) == 6
    end.links["payroll"].setFocus()
    guide.hand.press("Return")
    assert "payroll" in question(guide)
    guide.hand.press("Return")
    guide.seat("Payroll provider")
    assert "payroll" not in guide.client.profile.has_none
    guide.hand.press("Esc")


def go_to_the_msp(guide):
    """Go on to the last but one question: the starting chart has an open seat for the MSP."""
    guide.hand.press(*["Alt+L"] * 6)


def test_a_seat_that_stands_open_asks_which_firm_it_is(guide):
    go_to_the_msp(guide)
    page = dialog(guide).question
    assert question(guide) == "Which firm is it?"
    assert "Managed IT and Security" in page.about.text()
    assert page.none.isHidden()
    guide.hand.press("Return", "Alt+N")
    assert question(guide) == "Which firm is it?"
    seats = list(guide.client.chart())
    guide.hand.type("Northbeam IT")
    guide.hand.press("Return")
    seat = guide.seat("Managed IT and Security")
    assert guide.client.accountable(seat).name == "Northbeam IT"
    assert guide.client.accountable(seat).kind == "provider"
    assert list(guide.client.chart()) == seats
    assert not dialog(guide).question.none.isHidden()
    guide.hand.press("Esc")
    guide.act("undo")
    assert guide.client.accountable(seat) is None


def test_an_open_seat_is_never_told_as_done(guide):
    go_to_the_msp(guide)
    guide.hand.press("Alt+L", "Alt+L")
    end = dialog(guide).end
    labels = {label.text(): label for label in end.findChildren(PlainLabel)}
    assert labels["seat is open, nobody named yet"].property("tone") == "partly"
    assert not [one for one in labels.values() if one.property("tone") == "yes"]
    assert "The rest can wait" in end.heading.text()
    guide.hand.press("Esc")


def test_after_the_guide_the_chart_shows_its_top(guide):
    guide.window.resize(960, 600)
    guide.hand.press(*["Return"] * 4)
    guide.hand.press("Esc")
    settle()
    chart = guide.view.chart
    (top,) = guide.client.children(None)
    assert chart.rect().contains(chart.card_rect(top))


def test_the_offer_stays_until_it_is_used_or_dismissed(program):
    program.new_client()
    offer = program.notice
    assert "who else works for this company" in offer
    assert program.view.notices.notice.stays
    program.window.tell("Something else")
    assert program.notice == "Something else"
    program.view.notices.notice.go()
    assert program.notice == offer
    program.hand.click(program.view.notices.notice.cross)
    assert program.notice == ""


@pytest.mark.parametrize(
    ("key", "parent"),
    [("Alt+1", "Accounting"), ("Alt+2", "Operations"), ("Alt+3", "General manager")],
)
def test_one_key_lets_the_msp_report_to_operations_or_the_general_manager(guide, key, parent):
    guide.hand.press("Esc")
    guide.select("Managed IT and Security")
    guide.view.chart.setFocus()
    guide.hand.press("Del")
    guide.act("missing-seats")
    go_to_the_msp(guide)
    assert "IT" in question(guide)
    guide.hand.type("Northbeam IT")
    guide.hand.press(key)
    guide.hand.press("Return")
    seat = guide.seat("Managed IT and Security")
    assert guide.client.seat(guide.client.seat(seat).parent).title == parent
    assert guide.client.accountable(seat).kind == "provider"
    guide.hand.press("Esc")


def test_a_new_client_is_offered_the_guide_once(program):
    program.new_client()
    assert (
        program.notice == "Accountant, payroll, lawyer, insurance: who else works for this company?"
    )
    program.hand.click(program.view.notices.notice.button)
    dialog(program)
    program.hand.press("Esc")
    program.act("close")
    settle()
    program.answer("Later")
    program.window.files.open_recent(program.window.files.clients()[0])
    settle()
    assert "Accountant" not in program.notice


def test_a_client_without_seats_is_not_bothered(program):
    program.act("new")
    program.hand.type("Bare")
    dialog_ = program.dialog()
    dialog_.template.setCurrentIndex(dialog_.template.count() - 1)
    program.hand.press("Return")
    settle()
    assert program.client.children(None) == ()
    assert program.notice == ""


def test_seats_with_very_long_titles_stay_inside_the_guide(guide):
    guide.hand.press("Esc")
    for title in ("Accounting", "General manager"):
        guide.bridge.do(rename_seat(guide.seat(title), f"{title} " + "n" * 3000))
    guide.act("missing-seats")
    found = dialog(guide)
    assert found.width() == 560
    while found.asks:
        assert found.question.minimumSizeHint().width() <= 560
        guide.hand.press("Alt+L")
    assert found.end.minimumSizeHint().width() <= 560
    guide.hand.press("Esc")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from mspseat_desktop.content.functions import start_coverage
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.reporting.page import ReportsPage
from printed_world import FIRM, IT, TECH
from world import chart_of, finish_edit


@pytest.fixture
def shown(qtbot, theme):
    def show(bridge):
        page = ReportsPage(bridge, theme)
        page.resize(1200, 700)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.wanted = []
        page.preview_wanted.connect(page.wanted.append)
        return page

    return show


@pytest.fixture
def page(shown, bridge):
    return shown(bridge)


def test_each_report_asks_for_its_preview(page):
    for card in (page.chart, page.review, page.day, page.checklist, page.form):
        assert card.preview.isEnabled()
        card.preview.click()
    assert [p.title for p in page.wanted] == [
        "Accountability chart of Lakeside Manufacturing",
        "Seat review: Northbeam IT in Managed IT & Security"
        if page.review_seat.seat == IT
        else "Draft: Joel Kim in Technology",
        "Seat reviews of 14 Oct 2026",
        "Ten questions about a provider",
        f"Review form: {'Managed IT & Security' if page.form_seat.seat == IT else 'Technology'}",
    ]
    assert all(p.make(p.start).pages for p in page.wanted)


def test_the_seat_selected_in_the_chart_is_offered(shown, bridge):
    bridge.select(IT)
    page = shown(bridge)
    assert page.review_seat.seat == IT
    assert page.review_date.currentText() == "14 Oct 2026"
    assert page.review_date.count() == 2


def test_an_earlier_review_can_be_printed(shown, bridge):
    bridge.select(IT)
    page = shown(bridge)
    page.review_date.setFocus()
    QTest.keyClick(page.review_date, Qt.Key.Key_Down)
    page.review.preview.click()
    assert [p.reviews for p in page.wanted] == [("7f3a91c2aa",)]


def test_another_seat_is_picked_by_typing(page):
    picker = page.review_seat.picker
    picker.setFocus()
    found = picker.open_list("managed")
    QTest.keyClick(found.search, Qt.Key.Key_Return)
    assert page.review_seat.seat == IT
    page.review.preview.click()
    assert page.wanted[-1].reviews == ("8b3a91c2bb",)


def test_a_seat_without_reviews_prints_its_sheet(shown, bridge):
    bridge.do(add_seat(SeatId("new"), parent=TECH, title="Data"))
    bridge.select(SeatId("new"))
    page = shown(bridge)
    assert not page.review_date.isVisible()
    page.review.preview.click()
    assert page.wanted[-1].title == "Seat sheet: Data"


def test_a_review_finished_meanwhile_is_listed(page, bridge):
    bridge.do(finish_edit("later", IT, FIRM))
    assert [page.day_date.itemText(n) for n in range(page.day_date.count())] == [
        "23 Nov 2026",
        "14 Oct 2026",
        "14 Jul 2026",
    ]
    assert page.day_date.currentText() == "14 Oct 2026"


def test_a_client_without_reviews_can_print_what_needs_none(shown, bridge_on):
    page = shown(bridge_on(chart_of({"Owner": ["Technology"]})))
    assert not page.day.preview.isEnabled()
    assert page.chart.preview.isEnabled()
    assert page.checklist.preview.isEnabled()
    page.form.preview.click()
    assert page.wanted[-1].title == "Review form: Owner"


def test_an_empty_client_prints_an_empty_chart(shown, bridge_on):
    from world import empty_client

    page = shown(bridge_on(empty_client()))
    assert not page.review.preview.isEnabled()
    assert not page.form.preview.isEnabled()
    page.chart.preview.click()
    assert page.wanted[0].make(page.wanted[0].start).pages == 1


def test_the_checklist_is_filled_from_a_providers_latest_review(page):
    texts = [page.checklist_review.itemText(n) for n in range(page.checklist_review.count())]
    assert texts == ["Blank", "Northbeam IT in Managed IT & Security, 14 Oct 2026"]
    page.checklist_review.setCurrentIndex(1)
    page.checklist.preview.click()
    assert page.wanted[-1].reviews == ("8b3a91c2bb",)


def test_hidden_ratings_are_marked_on_what_shows_them(page, bridge):
    from mspseat_desktop.ui.widgets import PlainLabel

    def said(card):
        return " ".join(part.text() for part in card.findChildren(PlainLabel) if part.isVisible())

    assert "hidden" not in said(page.review)
    bridge.hide_ratings(hidden=True)
    assert "hidden on screen; they show on paper" in said(page.review)
    assert "hidden on screen; they show on paper" in said(page.day)
    assert "prints without them" in said(page.chart)
    assert "hidden" not in said(page.form)
    for word in ("wrong seat", "right seat"):
        assert word not in said(page).lower()


def test_ctrl_p_previews_the_report_that_has_the_keyboard(page):
    page.preview_current()
    page.form.preview.setFocus()
    page.preview_current()
    assert page.wanted[0].title.startswith("Accountability chart")
    assert page.wanted[1].title.startswith("Review form")


def test_every_control_is_reached_by_tab_and_has_a_name(page):
    page.setFocus()
    reached = set()
    for _turn in range(30):
        widget = page.window().focusWidget()
        reached.add(widget)
        assert widget.accessibleName()
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    buttons = {b for b in page.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()}
    assert buttons <= reached


def test_the_picker_of_a_seat_takes_the_room_that_is_there(shown, bridge):
    page = shown(bridge)
    page.resize(1100, 800)
    QApplication.processEvents()
    assert page.review_seat.picker.width() >= 280
    assert page.form_seat.picker.width() == 360


def test_the_coverage_map_waits_until_it_is_started(page, bridge):
    assert not page.coverage.preview.isEnabled()
    bridge.do(start_coverage(bridge.new_id))
    assert page.coverage.preview.isEnabled()
    page.coverage.preview.click()
    assert [p.title for p in page.wanted] == ["Coverage map of Lakeside Manufacturing"]


def test_the_company_is_printed_now_or_as_it_stood_in_a_quarter(page):
    rounds = [page.company_round.itemText(at) for at in range(page.company_round.count())]
    assert rounds == ["Now", "Q4 2026", "Q3 2026"]
    page.company.preview.click()
    page.company_round.setCurrentIndex(2)
    page.company.preview.click()
    now, third = page.wanted
    assert now.title == third.title == "Reviews of Lakeside Manufacturing"
    assert (now.reviews, third.reviews) == (("8b3a91c2bb",), ("7f3a91c2aa",))
    assert [p.make(p.start).pages for p in page.wanted] == [1, 1]

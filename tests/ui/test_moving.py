"""What is selected goes under a seat that is found by typing, in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from driving import settle
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.ui.widgets import PickerList

MSP = "Managed IT & Security"


@pytest.fixture
def sample(program):
    program.open_sample()
    return program


def listed():
    """The list on show, with the titles and details of its rows."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, PickerList)
    items = [found.rows.item(found.rows.index(at)) for at in range(found.rows.rowCount())]
    return [(item.title, item.detail) for item in items]


def above(program, title):
    parent = program.client.seat(program.seat(title)).parent
    return None if parent is None else program.client.seat(parent).title


def choose(program, *titles):
    program.bridge.choose([program.seat(title) for title in titles])


def test_a_few_letters_and_enter_move_the_seat_in_one_step(sample):
    sample.select(MSP)
    sample.hand.press("Ctrl+M")
    sample.hand.type("fina")
    sample.hand.press("Return")
    assert above(sample, MSP) == "Finance & Admin"
    assert sample.bridge.selection == sample.seat(MSP)
    sample.act("undo")
    assert above(sample, MSP) == "Technology"


def test_all_that_is_selected_goes_along_and_undo_takes_back_all(sample):
    choose(sample, "Quality", "Purchasing")
    sample.act("move-to")
    sample.hand.type("sales")
    sample.hand.press("Return")
    assert {above(sample, title) for title in ("Quality", "Purchasing")} == {"Sales & Marketing"}
    sample.act("undo")
    assert {above(sample, title) for title in ("Quality", "Purchasing")} == {"Operations"}


def test_only_seats_that_it_can_report_to_are_listed_and_the_present_one_says_so(sample):
    sample.select("Operations")
    sample.act("move-to")
    rows = dict(listed())
    assert {"Operations", "Plant Floor", "Quality", "Purchasing"}.isdisjoint(rows)
    assert [title for title, detail in rows.items() if "Reports here now" in detail] == [
        "Integrator"
    ]
    assert len(rows) == sample.client.count(Seat) - 4 + 1


def test_seats_from_several_places_report_nowhere_yet(sample):
    choose(sample, "Quality", MSP)
    sample.act("move-to")
    assert not [title for title, detail in listed() if "Reports here now" in detail]


def test_the_top_of_the_chart_makes_roots(sample):
    sample.select(MSP)
    sample.act("move-to")
    sample.hand.type("top of")
    sample.hand.press("Return")
    assert above(sample, MSP) is None


def test_esc_moves_nothing_and_gives_the_keyboard_back(sample):
    sample.select(MSP)
    sample.view.chart.setFocus()
    steps = sample.bridge.undo_step()
    sample.act("move-to")
    sample.hand.press("Esc")
    settle()
    assert sample.bridge.undo_step() == steps
    assert QApplication.focusWidget() is sample.view.chart


def test_without_a_selection_it_says_what_to_do(sample):
    sample.bridge.select(None)
    sample.act("move-to")
    assert QApplication.activePopupWidget() is None
    assert "Nothing is selected" in sample.notice


def test_the_list_hangs_at_the_card_also_one_that_was_out_of_view(sample):
    chart = sample.view.chart
    sample.select(MSP)
    sample.act("zoom-100")
    chart.sight.pan(4_000, 0)
    sample.act("move-to")
    found = QApplication.activePopupWidget()
    card = chart.card_rect(sample.seat(MSP))
    assert chart.rect().contains(card)
    place = found.geometry().topLeft() - chart.mapToGlobal(card.bottomLeft())
    assert abs(place.y()) < 10 or found.geometry().bottom() <= chart.mapToGlobal(card.topLeft()).y()


def test_in_the_outline_the_list_hangs_at_the_row(sample):
    sample.act("outline")
    settle()
    tree = sample.view.outline.tree
    sample.select(MSP)
    tree.setFocus(Qt.FocusReason.OtherFocusReason)
    sample.act("move-to")
    found = QApplication.activePopupWidget()
    assert found.x() < tree.mapToGlobal(tree.rect().topRight()).x()
    found.close()


def test_going_where_it_is_already_is_no_edit_and_changes_no_order(sample):
    before = sample.client.children(sample.seat("Technology"))
    steps = sample.bridge.undo_step()
    sample.select(MSP)
    sample.act("move-to")
    sample.hand.type("techno")
    sample.hand.press("Return")
    assert sample.client.children(sample.seat("Technology")) == before
    assert sample.bridge.undo_step() == steps


@pytest.mark.parametrize(
    ("titles", "heading"),
    [([MSP], f"Move “{MSP}” under"), ([MSP, "Quality"], "Move 2 seats under")],
)
def test_the_list_says_what_moves(sample, titles, heading):
    choose(sample, *titles)
    sample.act("move-to")
    assert QApplication.activePopupWidget().heading.text() == heading


def test_a_title_that_is_being_typed_is_kept_and_its_field_closes(sample):
    sample.select(MSP)
    sample.view.chart.setFocus()
    sample.hand.press("F2")
    sample.hand.type("IT")
    sample.hand.press("Ctrl+M")
    sample.hand.type("fina")
    sample.hand.press("Return")
    assert above(sample, "IT") == "Finance & Admin"
    assert sample.view.chart.renaming.seat is None

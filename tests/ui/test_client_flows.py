"""What the menus do when the seat they are about has just gone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.ui.chart.zoom_control import ZoomControl
from tests.driving import settle

ABOUT_A_SEAT = ("go-occupant", "go-panel", "rename", "copy", "review", "delete", "promote")


@pytest.mark.parametrize("doing", ABOUT_A_SEAT)
def test_an_act_on_a_seat_that_undo_took_out_does_nothing(program, doing):
    program.new_client()
    assert program.bridge.selection is not None
    program.bridge.undo()
    assert list(program.client.chart()) == []
    program.window.actions_table[doing].trigger()
    assert QApplication.activePopupWidget() is None
    assert list(program.client.chart()) == []
    assert program.bridge.redo_step() is not None


def test_the_undo_of_a_notice_takes_back_what_it_tells_of_and_nothing_later(program):
    program.new_client()
    program.select("Accounting")
    program.act("delete")
    program.answer("Move the report up")
    notice = program.view.notices.notice
    notice.button.setFocus()  # else the edit would take it away
    manager = program.seat("General manager")
    program.bridge.do(rename_seat(manager, "Head of everything"))
    program.hand.click(notice.button)
    assert program.client.seat(manager).title == "Head of everything"
    assert "Other edits came after it" in program.notice


def test_a_seat_that_holds_something_says_that_it_is_deleted_and_a_bare_one_goes(program):
    program.new_client()
    program.view.notices.clear()
    program.select("Operations")
    program.act("add-child")
    program.hand.type("Yard")
    program.hand.press("Return", "Delete")
    assert program.notice == ""
    program.select("Operations")
    program.hand.press("Delete")
    assert program.notice == "“Operations” is deleted."
    program.view.notices.clear()
    program.act("add-root")
    program.hand.type("Yard")
    program.hand.press("Return")
    program.bridge.do(describe_seat(program.seat("Yard"), "purpose", "Trucks leave on time"))
    program.hand.press("Delete")
    assert program.notice == "“Yard” is deleted."


def test_a_notice_goes_with_the_next_edit_unless_it_offers_something_that_lasts(program):
    program.new_client()
    program.view.notices.clear()  # the question that stands after a new client
    program.window.tell("Paste moves it there.")
    program.bridge.do(rename_seat(program.seat("Accounting"), "Finance"))
    assert program.notice == ""
    program.act("undo")
    assert program.notice.startswith("Undone: ")
    program.bridge.do(rename_seat(program.seat("General manager"), "Head"))
    assert program.notice == ""
    program.window.tell("Saved as PDF.", action="Show in folder")
    program.bridge.do(rename_seat(program.seat("Head"), "General manager"))
    assert program.notice == "Saved as PDF."
    program.select("Accounting")
    program.act("delete")
    program.answer("Move the report up")
    assert program.notice == "“Accounting” is deleted."
    program.bridge.do(rename_seat(program.seat("General manager"), "Head"))
    assert program.notice == ""


def test_a_notice_covers_neither_zoom_control_nor_map_nor_legend(program):
    program.open_sample()
    program.window.resize(1280, 720)
    view = program.view
    view.outline.show()
    program.act("zoom-100")
    program.act("colour-function")
    settle()
    chart = view.chart
    (control,) = chart.findChildren(ZoomControl)
    lids = (control, chart.overview, chart.colouring.legend)
    assert all(lid.isVisible() for lid in lids)
    for words in ("Undone: add a seat", "A long sentence about what was done just now. " * 3):
        notice = view.notices.show(words, action="Undo")
        assert not any(notice.geometry().intersects(lid.geometry()) for lid in lids)
        assert chart.rect().contains(notice.geometry())
    view.outline.hide()
    view.panel.hide()
    settle()
    assert not any(notice.geometry().intersects(lid.geometry()) for lid in lids)
    assert chart.height() - notice.geometry().bottom() < 24


def test_acts_on_a_seat_are_offered_no_longer_when_undo_took_it_out(program):
    program.new_client()
    program.select("Accounting")
    program.act("add-child")
    settle()
    program.hand.press("Escape")
    assert program.bridge.selection is not None
    program.bridge.select(program.bridge.selection)
    while program.bridge.selection is not None:
        program.bridge.undo()
    assert not program.window.actions_table["rename"].isEnabled()
    assert not program.window.actions_table["review"].isEnabled()


def test_the_ways_to_begin_an_empty_chart_lead_the_keyboard_into_it(program):
    program.new_client()
    program.bridge.undo()
    settle()
    program.hand.click(program.view.empty.single)
    program.hand.type("Director")
    program.hand.press("Return")
    assert [program.client.seat(s).title for s in program.client.chart()] == ["Director"]
    program.bridge.undo()
    settle()
    program.hand.click(program.view.empty.template)
    assert program.view.chart.hasFocus()
    program.hand.press("F2")
    program.hand.type("Founder")
    program.hand.press("Return")
    assert program.client.seat(next(iter(program.client.chart()))).title == "Founder"

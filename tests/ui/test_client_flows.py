"""What the menus do when the seat they are about has just gone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.edits.chart import rename_seat
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
    manager = program.seat("General manager")
    program.bridge.do(rename_seat(manager, "Head of everything"))
    program.hand.click(notice.button)
    assert program.client.seat(manager).title == "Head of everything"
    assert "Other edits came after it" in program.notice


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

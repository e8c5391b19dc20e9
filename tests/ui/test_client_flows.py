"""What the menus do when the seat they are about has just gone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

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

"""What the menus do when the seat they are about has just gone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("doing", ["go-occupant", "go-panel", "rename", "copy", "review", "delete"])
def test_an_act_on_a_seat_that_undo_took_out_does_nothing(program, doing):
    program.open_sample()
    before = list(program.client.chart())
    program.act("add-root")
    program.hand.press("Esc")
    added = program.bridge.selection
    program.bridge.undo()
    assert added not in program.client.chart()
    program.window.actions_table[doing].trigger()
    assert QApplication.activePopupWidget() is None
    assert list(program.client.chart()) == before

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from mspseat_desktop.ui.home.new_client import NewClient, NewClientDialog
from mspseat_desktop.ui.theme import Theme


@pytest.fixture
def dialog(qtbot):
    dialog = NewClientDialog(Theme("light"))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_a_name_and_enter_are_enough(dialog, qtbot):
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClicks(dialog.name, "Harbor Pine")
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert chosen.args == [NewClient("Harbor Pine", "five-seats-msp", "plain")]


def test_the_words_of_the_seats_can_be_chosen(dialog, qtbot):
    dialog.wording.buttons[1].click()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.start.click()
    assert chosen.args[0].wording == "eos"


def test_escape_starts_nothing(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()

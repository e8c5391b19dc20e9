from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from mspseat_desktop.content import my_templates
from mspseat_desktop.content.template_files import OwnTemplate
from mspseat_desktop.content.templates import SeatTemplate
from mspseat_desktop.ui.home.new_client import NewClient, NewClientDialog
from mspseat_desktop.ui.theme import Theme
from world import outline


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


def test_each_chart_says_in_a_sentence_whom_it_suits(dialog):
    told = []
    for place in range(dialog.template.count()):
        dialog.template.setCurrentIndex(place)
        told.append(dialog.about.text())
        rect = dialog.about.fontMetrics().boundingRect(
            0, 0, dialog.width() - 48, 1000, Qt.TextFlag.TextWordWrap, told[-1]
        )
        assert rect.height() <= dialog.about.height()
    assert len(told) == len(set(told)) == 5
    assert all(words.endswith(".") for words in told)


def test_a_template_of_ones_own_is_offered_after_the_charts(qtbot):
    own = OwnTemplate("Our plant " + "n" * 3000, (SeatTemplate("1", "Plant"),))
    dialog = NewClientDialog(Theme("light"), own=[own])
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.width() == 460
    dialog.template.setCurrentIndex(dialog.template.count() - 1)
    assert dialog.about.text() == "0 responsibilities, 0 metrics"
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClicks(dialog.name, "Hill")
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert chosen.args == [NewClient("Hill", "", "plain", own)]


def test_a_client_is_started_with_ones_own_template_by_keyboard(program):
    branch = (SeatTemplate("1", "Plant"), SeatTemplate("2", "Shift", parent="1"))
    my_templates.keep(program.home, OwnTemplate("Our plant", branch))
    program.act("new")
    program.hand.type("Mill")
    program.hand.press("Tab", "End", "Return")
    assert outline(program.client) == ["Plant", "  Shift"]
    assert program.client.profile.name == "Mill"

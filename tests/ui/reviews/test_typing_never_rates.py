"""A sentence typed where no words are taken must not change what was answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from mspseat_desktop.ui.reviews.row import FLASH_MS

KEY = Qt.Key
SENTENCE = "2 nights only if we can say yes now 0y 1n"


def duty(desk, number: int) -> str:
    return desk.dialog.look.scene.responsibilities[number - 1].id


def answers(desk) -> set:
    return {(a.kind, a.about, a.value) for a in desk.client.answers(desk.dialog.review)}


def test_the_words_of_a_condition_are_words_whatever_they_begin_with(desk):
    desk.open().show_step("wants")
    desk.press("2c")
    before = answers(desk)
    desk.write(SENTENCE)
    desk.bridge.pending.flush_all()
    assert answers(desk) == before
    assert desk.said("wants", duty(desk, 2)).note == SENTENCE
    desk.key(KEY.Key_Return)
    desk.press("r")
    assert desk.said("wants", duty(desk, 3)).value == "declined"


def test_the_field_of_a_condition_says_how_to_go_on(desk):
    desk.open().show_step("wants")
    desk.press("2c")
    assert "Enter" in QApplication.focusWidget().placeholderText()


def test_typing_on_the_tick_of_a_condition_rates_nothing(desk):
    desk.open().show_step("wants")
    desk.press("2c")
    desk.write("with a yearly plan")
    desk.key(KEY.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QCheckBox)
    before = answers(desk)
    desk.press(SENTENCE.replace(" ", ""))
    assert answers(desk) == before
    assert isinstance(QApplication.focusWidget(), QCheckBox)


@pytest.mark.parametrize("where", ["blank", "more", "details", "answered_by"])
def test_typing_on_links_buttons_and_fields_rates_nothing(desk, where):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.press("n")
    if where == "answered_by":
        dialog.frame.fold_details()
    else:
        frame = dialog.frame
        links = {"blank": frame.footer.blank, "more": dialog.page.more}
        links.get(where, frame.header.details).setFocus()
    before, focus = answers(desk), QApplication.focusWidget()
    desk.press(SENTENCE.replace(" ", ""))
    assert answers(desk) == before
    assert QApplication.focusWidget() is focus


def test_a_reason_typed_on_the_ready_made_reasons_is_the_reason(desk):
    desk.open().show_step("gets")
    desk.rate("g1", "a")
    before = answers(desk)
    desk.press(SENTENCE)
    desk.bridge.pending.flush_all()
    assert answers(desk) == before
    assert desk.said("question", "g1").note == SENTENCE


def test_a_changed_answer_lights_up_for_a_moment(desk, qtbot):
    desk.open().show_step("gets")
    row = desk.row("g1")
    desk.rate("g1", "y")
    assert not row.is_flashing
    desk.rate("g1", "y")
    assert not row.is_flashing
    desk.rate("g1", "n")
    assert row.is_flashing
    row.grab()
    qtbot.waitUntil(lambda: not row.is_flashing, timeout=2 * FLASH_MS)

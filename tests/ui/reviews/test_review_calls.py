import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.ui.reviews.history_table import HistoryTable
from mspseat_desktop.ui.widgets import Question

KEY = Qt.Key

POINT = "The answers point"


def test_where_the_answers_point_shows_only_after_the_call(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    desk.press("4r")
    assert POINT not in desk.shown()
    assert dialog.frame.side.table is None
    dialog.show_step("result")
    assert "Wants it: not called yet." in desk.shown()
    assert "point to" not in desk.shown()
    assert "Would rather not take responsibility 4" not in desk.shown()
    dialog.show_step("wants")
    desk.press("0n")
    assert "The answers point to No" in desk.shown()
    assert isinstance(dialog.frame.side.table, HistoryTable)
    dialog.show_step("result")
    assert "Would rather not take responsibility 4" in desk.shown()


def test_where_the_answers_point_shows_when_asked_for(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    dialog.frame.side.show_button.click()
    assert POINT in desk.shown()
    dialog.show_step("gets")
    assert POINT not in desk.shown()


def test_the_earlier_reviews_stand_beside_this_one(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.press("0y")
    assert [r.on for r in dialog.look.earlier] == sorted(r.on for r in dialog.look.earlier)
    assert len(dialog.look.earlier) == 4
    chips = [chip.text for chip in dialog.frame.side.table.findChildren(object) if _is_chip(chip)]
    assert chips.count("No") == 3
    assert chips[4] == "Yes"


def test_a_call_against_the_answers_asks_for_a_sentence(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    desk.press("4r0y")
    box = dialog.frame.side.call
    assert box.needs_sentence
    desk.write("They changed their mind on the phone")
    desk.bridge.pending.flush_all()
    assert not box.needs_sentence
    said = desk.said("call", "wants", saved=True)
    assert (said.value, said.note) == ("yes", "They changed their mind on the phone")


def test_finishing_insists_on_the_sentence(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    desk.press("4r0y")
    dialog.show_step("result")
    assert "Before you finish" in desk.shown()
    dialog.finish()
    assert dialog.step == "wants"
    assert desk.review.state == "draft"
    desk.write("They changed their mind")
    desk.finish()
    assert desk.review.state == "finished"


def test_finishing_asks_while_a_call_is_missing(desk):
    dialog = desk.open()
    desk.press("++++")
    for step in ("gets", "capacity"):
        dialog.show_step(step)
        desk.press("0y")
        desk.write("as we all saw")
    dialog.show_step("result")
    desk.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    question = dialog.findChild(Question)
    assert question.accessibleDescription().startswith("Wants it: not called yet.")
    assert "Incomplete" in question.accessibleDescription()
    QTest.keyClick(question, KEY.Key_Escape)
    assert (desk.review.state, dialog.step) == ("draft", "wants")
    desk.finish()
    assert (desk.review.state, desk.review.headline) == ("finished", "incomplete")


def test_hidden_ratings_show_neither_pointing_nor_outcome(desk):
    dialog = desk.open()
    desk.press("++++")
    dialog.show_step("wants")
    desk.press("4r0n")
    desk.bridge.hide_ratings(hidden=True)
    assert POINT not in desk.shown()
    assert dialog.frame.steps.buttons["wants"].state == "1 of 8 answered"
    assert dialog.frame.steps.buttons["values"].state == "4 of 4 rated"
    dialog.show_step("values")
    assert "the bar" not in desk.shown().replace("The bar", "")
    dialog.show_step("result")
    assert "wrong seat" not in desk.shown()
    assert "declined" not in desk.shown()
    dialog.page.hidden.button.click()
    assert not desk.bridge.ratings_hidden
    assert "Right provider, wrong seat" in desk.shown()


def test_hidden_ratings_still_ask_for_the_sentence_without_saying_why(desk):
    dialog = desk.open()
    desk.bridge.hide_ratings(hidden=True)
    dialog.show_step("wants")
    desk.press("4r0y")
    assert dialog.frame.side.call.needs_sentence
    assert "against" not in desk.shown()


@pytest.mark.parametrize("sign", ["y", "n"])
def test_after_a_call_the_keyboard_is_in_its_sentence(desk, sign):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.press("2n" if sign == "n" else "y")
    desk.press("0" + sign)
    box = dialog.frame.side.call
    assert box.sentence.hasFocus()
    desk.write("nobody else knows; yes, we asked 3 times")
    desk.bridge.pending.flush_all()
    said = desk.said("call", "gets", saved=True)
    assert said.value == {"y": "yes", "n": "no"}[sign]
    assert said.note == "nobody else knows; yes, we asked 3 times"


def test_a_call_by_click_or_enter_leads_to_its_sentence_as_well(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    box = dialog.frame.side.call
    box.choices.buttons[1].click()
    assert box.sentence.hasFocus()
    box.focus()
    desk.key(KEY.Key_Left)
    desk.key(KEY.Key_Return)
    assert desk.said("call", "gets").value == "yes"
    assert box.sentence.hasFocus()
    box.focus()
    desk.press("y")
    assert box.sentence.hasFocus()


def test_ctrl_enter_goes_on_from_the_sentence(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.press("0y")
    desk.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.step == "wants"
    desk.press("0n")
    desk.key(KEY.Key_Escape)
    assert dialog.is_closed


def test_it_is_said_once_that_the_answers_point_nowhere(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.press("0y")
    assert dialog.frame.side.call.needs_sentence
    assert desk.shown().count("point nowhere") == 1


def test_a_no_that_nothing_points_to_is_asked_gently_for_a_sentence(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    desk.press("0n")
    box = dialog.frame.side.call
    assert "Not required" in box.missing.text()
    assert box.missing.isVisible()
    assert not box.needs_sentence
    desk.write("They told us twice")
    desk.bridge.pending.flush_all()
    assert not box.missing.isVisible()


def test_a_no_that_the_answers_point_to_is_asked_nothing(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    desk.press("4r0n")
    assert not dialog.frame.side.call.missing.isVisible()


def _is_chip(widget) -> bool:
    return type(widget).__name__ == "Chip"

"""The ten questions on screen: begun from the menu, answered by key, printed, made full."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import Program
from mspseat_desktop.domain.edits.client import set_core_values
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from mspseat_desktop.ui.reviews.first_look_dialog import FirstLookDialog

MSP = "Managed IT & Security"
KEY = Qt.Key


@pytest.fixture
def program(qapp, program_home_of_the_test):  # noqa: ARG001 - Qt must be there
    found = Program(program_home_of_the_test)
    found.start()
    found.open_sample()
    yield found
    found.stop()


def begun(program, seat=MSP):
    program.select(seat)
    program.window.actions_table["first-look"].trigger()
    QApplication.processEvents()
    return program.dialog(FirstLookDialog)


def said(program, dialog):
    return {a.about: a.value for a in program.client.answers(dialog.review) if a.kind == "question"}


def press(signs):
    for sign in signs:
        QTest.keyClicks(QApplication.focusWidget(), sign)


def test_ten_answers_take_ten_keys_and_read_at_once(program):
    dialog = begun(program)
    program.bridge.hide_ratings(hidden=False)
    dialog.page.go_first()
    press("yyyyyyyyyn")
    assert said(program, dialog) == {f"k{n}": "no" if n == 10 else "yes" for n in range(1, 11)}
    assert dialog.parts["wants"].text == "Wants it: Yes"
    assert dialog.parts["capacity"].text == "Capacity to do it: No"
    assert dialog.headline.text == "Right provider, wrong seat"
    dialog.reject()
    assert program.client.get(Review, dialog.review).state == "draft"


def test_ticking_every_box_is_a_yes(program):
    dialog = begun(program)
    row = next(row for row in dialog.page.rows if row.item.id == "k9")
    for box in row.boxes[:2]:
        box.click()
    assert "k9" not in said(program, dialog)
    row.boxes[2].click()
    assert said(program, dialog)["k9"] == "yes"
    dialog.reject()


def test_only_what_may_be_skipped_offers_does_not_apply(program):
    dialog = begun(program)
    offered = {row.item.id for row in dialog.page.rows if len(row.answers.buttons) == 4}
    assert offered == {"k4", "k8"}
    dialog.reject()


def test_the_bar_names_the_core_values_and_says_when_there_are_none(program):
    names = " · ".join(value.name for value in program.client.core_values())
    for wanted in (names, "No core values yet: skip."):
        dialog = begun(program)
        row = next(row for row in dialog.page.rows if row.item.part == "values")
        assert row.hint.text() == wanted
        dialog.reject()
        program.bridge.do(set_core_values([]))


def test_one_that_was_only_looked_at_leaves_no_trace_and_one_begun_is_gone_on_with(program):
    dialog = begun(program)
    review = dialog.review
    dialog.reject()
    assert program.client.find(Review, review) is None
    dialog = begun(program)
    dialog.page.go_first()
    press("y")
    kept = dialog.review
    dialog.reject()
    program.hand.press("Ctrl+R")
    again = program.dialog(FirstLookDialog)
    assert again.review == kept
    again.reject()


def test_it_is_made_a_full_review_by_keyboard_and_undo_takes_that_back(program):
    dialog = begun(program)
    dialog.page.go_first()
    press("yyyyyyyyyy")
    QTest.keyClick(dialog, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    review = program.window.doing.review
    assert review.look.bank.id == "it_provider"
    assert review.look.said("question", "g1").value == "yes"
    dialog_id = review.review
    program.bridge.undo()
    assert program.client.get(Review, dialog_id).bank == "checklist"
    assert program.window.doing.review is None
    assert "This is a first look again" in program.notice


def test_a_seat_that_no_provider_holds_is_told_so(program):
    program.select("Finance & Admin")
    program.window.actions_table["first-look"].trigger()
    assert "A first look is at a provider" in program.notice
    assert program.window.findChild(FirstLookDialog) is None


def test_its_page_prints_what_was_answered(program, qtbot):
    dialog = begun(program)
    dialog.page.go_first()
    press("y")
    dialog.print.click()
    preview = program.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    preview.reject()
    dialog.reject()


def test_hidden_ratings_hide_how_it_reads(program):
    program.bridge.hide_ratings(hidden=True)
    dialog = begun(program)
    dialog.page.go_first()
    press("yy")
    assert not dialog.headline.isVisible()
    assert not dialog.parts["gets"].isVisible()
    assert dialog.hidden.isVisible()
    dialog.show_ratings.click()
    assert dialog.headline.isVisible()
    assert not dialog.hidden.isVisible()
    QTest.keyClick(dialog, KEY.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.headline.isVisible()
    dialog.reject()

"""The client's questions by key and mouse: ticks, order, one's own, for every seat or one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from driving import settle
from mspseat_desktop.content.banks import bank_for
from mspseat_desktop.domain.asking import form_items
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import BankQuestion
from mspseat_desktop.ui.questions.dialog import QuestionsDialog

KEY = Qt.Key


@pytest.fixture
def questions(program):
    program.open_sample()
    seat = next(s.id for s in program.client.every(Seat) if s.title.startswith("Managed IT"))
    dialog = QuestionsDialog(program.bridge, program.window.theme, seat=seat, parent=program.window)
    dialog.open()
    QApplication.processEvents()
    yield program, dialog, seat
    if isValid(dialog):
        dialog.reject()


def asked(program, seat=None, letter="gets"):
    bank = bank_for(program.client, seat, "it_provider")
    return [q.id for q in bank.questions if q.letter == letter]


def test_space_leaves_a_question_out_and_asks_it_again(questions):
    program, dialog, _seat = questions
    dialog.list.mark("g6")
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, KEY.Key_Space)
    assert "g6" not in asked(program)
    assert dialog.list.question == "g6"
    QTest.keyClick(dialog.list, KEY.Key_Space)
    assert "g6" in asked(program)


def test_alt_and_an_arrow_move_a_question_and_the_mark_goes_with_it(questions):
    program, dialog, _seat = questions
    before = asked(program)
    dialog.list.mark("g6")
    QTest.keyClick(dialog.list, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    after = asked(program)
    assert after.index("g6") < before.index("g6")
    assert dialog.list.question == "g6"
    QTest.keyClick(dialog.list, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked(program) == before


def test_a_question_of_ones_own_is_written_changed_and_taken_out_by_keyboard(questions):
    program, dialog, _seat = questions
    dialog.form.words.setFocus()
    QTest.keyClicks(dialog.form.words, "Do they answer the phone?")
    QTest.keyClick(dialog.form.words, KEY.Key_Return)
    (own,) = list(program.client.every(BankQuestion))
    assert own.words == "Do they answer the phone?"
    assert own.seat is None
    assert dialog.list.question == own.question
    assert dialog.form.words.text() == ""
    QTest.keyClick(dialog.list, KEY.Key_F2)
    assert dialog.form.words.text() == "Do they answer the phone?"
    dialog.form.words.selectAll()
    QTest.keyClicks(dialog.form.words, "Do they call back?")
    QTest.keyClick(dialog.form.words, KEY.Key_Return)
    assert [r.words for r in program.client.every(BankQuestion)] == ["Do they call back?"]
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, KEY.Key_Delete)
    assert list(program.client.every(BankQuestion)) == []
    QTest.keyClick(dialog, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [r.words for r in program.client.every(BankQuestion)] == ["Do they call back?"]


def test_the_list_has_the_room_until_a_question_is_begun(questions):
    program, dialog, _seat = questions
    dialog.resize(dialog.minimumSize())
    settle()
    before = dialog.list.height()
    assert not dialog.form.more.isVisible()
    dialog.form.words.setFocus()
    QTest.keyClicks(dialog.form.words, "Do they bow?")
    settle()
    assert dialog.form.more.isVisible()
    assert dialog.list.height() < before
    dialog.form.keep.setFocus()
    dialog.form.keep.click()
    settle()
    assert not dialog.form.more.isVisible()
    assert dialog.list.height() == before
    assert dialog.focusWidget() is dialog.form.words
    (own,) = list(program.client.every(BankQuestion))
    assert own.words == "Do they bow?"


def test_a_shipped_question_is_neither_changed_nor_taken_out(questions):
    program, dialog, _seat = questions
    dialog.list.mark("g1")
    assert not dialog.edit.isEnabled()
    assert not dialog.delete.isEnabled()
    QTest.keyClick(dialog.list, KEY.Key_Delete)
    assert "g1" in asked(program)


def test_an_empty_question_is_not_added_and_says_what_to_do(questions):
    program, dialog, _seat = questions
    QTest.keyClick(dialog.form.words, KEY.Key_Return)
    assert "Write the question first" in dialog.form.trouble.text()
    assert list(program.client.every(BankQuestion)) == []


def test_what_is_chosen_for_one_seat_leaves_the_others_alone(questions):
    program, dialog, seat = questions
    dialog.where.setCurrentIndex(1)
    dialog.where.activated.emit(1)
    dialog.list.mark("g6")
    QTest.keyClick(dialog.list, KEY.Key_Space)
    assert "g6" in asked(program)
    assert "g6" not in asked(program, seat)
    dialog.usual.click()
    assert "g6" in asked(program, seat)


def test_a_question_of_ones_own_is_asked_in_the_open_review_at_once(questions):
    program, dialog, seat = questions
    dialog.reject()
    program.select("Managed IT & Security")
    program.view.chart.setFocus()
    program.hand.press("Ctrl+R")
    review = program.window.doing.review
    review.show_step("gets")
    review.page.open_more()
    chosen = review.choose_questions()
    chosen.form.deciding.setChecked(True)
    QTest.keyClicks(chosen.form.words, "Do they know our name?")
    QTest.keyClick(chosen.form.words, KEY.Key_Return)
    chosen.reject()
    words = [row.words for row in review.page.keys.rows]
    assert "Do they know our name?" in words
    assert chosen.where.count() == 2
    assert program.client.draft(seat, review.look.review.occupant) is not None


def test_words_for_the_provider_go_on_its_form_and_a_person_has_none(questions):
    program, dialog, seat = questions
    QTest.keyClicks(dialog.form.words, "Do they answer the phone?")
    QTest.keyClicks(dialog.form.provider_words, "Do you answer the phone?")
    QTest.keyClick(dialog.form.provider_words, KEY.Key_Return)
    (own,) = list(program.client.every(BankQuestion))
    assert own.provider_words == "Do you answer the phone?"
    holder = program.client.accountable(seat)
    bank = bank_for(program.client, seat, "it_provider")
    on = program.bridge.on
    items = form_items(program.client, seat, occupant=holder.id, on=on, bank=bank)
    assert "Do you answer the phone?" in [item.words for item in items]
    dialog.bank.set_value("person")
    dialog.bank.activated.emit(2)
    assert not dialog.form.provider_words.isVisible()

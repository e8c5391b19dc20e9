import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.reports.chart_card import card_of
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.ui.reviews.words import step_role

KEY = Qt.Key


def duty(desk, number: int) -> str:
    return desk.dialog.look.scene.responsibilities[number - 1].id


def test_an_answer_is_in_the_file_at_once(desk):
    desk.open().show_step("gets")
    desk.rate("g1", "y")
    assert desk.said("question", "g1", saved=True).value == "yes"


def test_a_click_answers_and_stays(desk):
    desk.open().show_step("gets")
    button = desk.row("g1").answers.buttons[2]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    assert desk.said("question", "g1").value == "no"
    assert desk.row("g1").answers.value == "no"


@pytest.mark.parametrize(
    ("sign", "value"), [("y", "yes"), ("u", "unsure"), ("n", "no"), ("a", "n/a")]
)
def test_a_letter_answers(desk, sign, value):
    desk.open().show_step("gets")
    desk.rate("g6", sign)
    assert desk.said("question", "g6").value == value


def test_the_keyboard_moves_on_with_an_answer_and_back_with_the_arrow(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.press("yn")
    assert [desk.said("question", q).value for q in ("g1", "g6")] == ["yes", "no"]
    desk.key(KEY.Key_Up)
    desk.press("u")
    assert desk.said("question", "g6").value == "unsure"


def test_arrows_alone_never_answer(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    for key in (KEY.Key_Down, KEY.Key_Right, KEY.Key_Up, KEY.Key_Left, KEY.Key_End, KEY.Key_Home):
        desk.key(key)
    assert desk.client.answers(dialog.review) == ()


def test_delete_takes_an_answer_back(desk):
    desk.open().show_step("gets")
    desk.rate("g1", "y")
    desk.key(KEY.Key_Up)
    desk.key(KEY.Key_Delete)
    assert desk.said("question", "g1") is None


def test_undo_and_redo_show_in_the_row(desk):
    desk.open().show_step("gets")
    desk.rate("g1", "y")
    desk.bridge.undo()
    assert desk.row("g1").answers.value is None
    assert "Undone" in desk.dialog.notices.notice.label.text()
    desk.bridge.redo()
    assert desk.row("g1").answers.value == "yes"


def test_how_it_is_known_goes_to_the_answer_just_given(desk):
    desk.open().show_step("gets")
    desk.press("ysnc")
    assert desk.said("question", "g1").evidence == "seen"
    assert desk.said("question", "g6").evidence == "claimed"
    assert desk.said("question", "g7") is None


def test_a_note_goes_to_the_row_that_is_marked_and_never_rates(desk):
    desk.open().show_step("gets")
    desk.press("u")
    desk.key(KEY.Key_F2)
    assert desk.row("g6").note.hasFocus()
    desk.row("g6").focus()
    desk.key(KEY.Key_Up)
    desk.key(KEY.Key_F2)
    desk.write("nay, unsure: yes")
    desk.key(KEY.Key_Return)
    answer = desk.said("question", "g1", saved=True)
    assert (answer.value, answer.note) == ("unsure", "nay, unsure: yes")
    desk.press("y")
    assert desk.said("question", "g6").value == "yes"


def test_typing_in_one_note_is_one_step(desk):
    desk.open().show_step("gets")
    desk.press("u")
    desk.key(KEY.Key_Up)
    desk.key(KEY.Key_F2)
    desk.write("Named two")
    desk.bridge.pending.flush_all()
    desk.write(" risks")
    desk.bridge.pending.flush_all()
    assert desk.said("question", "g1").note == "Named two risks"
    desk.bridge.undo()
    assert desk.said("question", "g1").note == ""
    assert desk.row("g1").note.text() == ""


def test_what_does_not_apply_says_why(desk):
    desk.open().show_step("gets")
    desk.rate("g10", "a")
    desk.key(KEY.Key_Right)
    desk.key(KEY.Key_Return)
    answer = desk.said("question", "g10")
    assert (answer.value, answer.note) == ("n/a", "too early")


def test_a_no_on_capacity_asks_whose_it_is_to_mend(desk):
    dialog = desk.open()
    dialog.show_step("capacity")
    desk.rate("c1", "no")
    assert desk.said("question", "c1").mend == "ours"
    assert [r.code for r in dialog.look.outcome.homework] == ["ours-to-mend"]


def test_more_questions_are_for_the_talk(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    assert "w3" not in [r.question.id for r in dialog.page.keys.rows if hasattr(r, "question")]
    before = dialog.look.progress("wants")
    dialog.page.open_more()
    desk.row("w3").focus()
    desk.write("about 80 %")
    desk.bridge.pending.flush_all()
    assert desk.said("words", "w3").note == "about 80 %"
    assert dialog.look.progress("wants") == before
    dialog.close()
    desk.open().show_step("wants")
    assert desk.row("w3").field.text() == "about 80 %"


def test_each_responsibility_has_its_answer_on_each_letters_page(desk):
    dialog = desk.open()
    for step, sign, kind, value in (
        ("gets", "y", "gets", "yes"),
        ("wants", "r", "wants", "declined"),
        ("capacity", "u", "can", "unsure"),
    ):
        dialog.show_step(step)
        desk.press("4" + sign)
        assert desk.said(kind, duty(desk, 4)).value == value


def test_a_condition_counts_once_we_accept_it(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    desk.press("2c")
    desk.write("with a yearly plan")
    desk.bridge.pending.flush_all()
    answer = desk.said("wants", duty(desk, 2))
    assert (answer.value, answer.note) == ("condition", "with a yearly plan")
    desk.key(KEY.Key_Tab)
    desk.press(" ")
    assert desk.said("wants", duty(desk, 2)).value == "accepted"
    assert desk.row(duty(desk, 2)).answers.value == "condition"


def test_one_line_of_evidence_serves_two_letters(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.press("1ys")
    desk.key(KEY.Key_Up)
    desk.key(KEY.Key_F2)
    desk.write("ticket list of May")
    dialog.show_step("capacity")
    assert desk.row(duty(desk, 1)).note.text() == "ticket list of May"
    assert desk.row(duty(desk, 1)).evidence.value == "seen"


def test_metrics_off_target_stand_beside_the_call_on_capacity(desk):
    desk.open().show_step("capacity")
    assert "Off target: First response within 1 hour" in desk.shown()


def test_core_values_stand_against_the_bar(desk):
    dialog = desk.open()
    desk.press("+/")
    assert "Not decided yet" in desk.shown()
    desk.press("-")
    assert "Below the bar" in desk.shown()
    assert dialog.frame.steps.buttons["values"].state == "3 of 4 rated"


def test_below_the_bar_has_one_tone_on_screen_and_on_paper(desk):
    dialog = desk.open()
    desk.press("//++")
    assert dialog.look.outcome.bar == "below"
    assert step_role(dialog.look, "values") == "partly"
    assert dialog.page.state.role == "partly"
    for step in ("gets", "wants", "capacity"):
        dialog.show_step(step)
        desk.press("0y")
        desk.write("as we all saw")
    dialog.show_step("result")
    dialog.finish()
    card = card_of(desk.client, desk.seat("Managed IT"), Typesetter(), with_ratings=True)
    assert card.values == ("Values 2/4", "partly")


def test_an_occupant_may_be_left_unrated_with_a_reason(desk):
    dialog = desk.open()
    dialog.page.open_unrated()
    desk.write("they work behind the payroll firm")
    desk.bridge.pending.flush_all()
    occupant = desk.client.get(Occupant, desk.review.occupant)
    assert occupant.unrated_because == "they work behind the payroll firm"
    assert dialog.frame.steps.buttons["values"].state == "not rated"
    assert dialog.page.keys.rows == ()


def test_a_pause_between_two_words_takes_no_letter_away(desk):
    dialog = desk.open()
    dialog.page.open_unrated()
    desk.write("they work ")
    desk.bridge.pending.flush_all()
    assert dialog.page.because.text() == "they work "
    desk.write("behind us")
    assert dialog.page.because.text() == "they work behind us"
    dialog.frame.fold_details()
    field = dialog.frame.details.answered_by
    field.load("")
    desk.write("Ann ")
    desk.bridge.pending.flush_all()
    assert field.text() == "Ann "
    assert "answered by Ann ·" in dialog.frame.header.line.text()


def test_a_reason_of_blanks_is_no_reason(desk):
    desk.open().page.open_unrated()
    desk.write("  ")
    desk.bridge.pending.flush_all()
    assert desk.client.get(Occupant, desk.review.occupant).unrated_because == ""


def test_the_steps_say_how_far_they_have_come(desk):
    dialog = desk.open()
    state = dialog.frame.steps.buttons["gets"]
    assert state.state == "not started"
    dialog.show_step("gets")
    desk.press("yy")
    assert state.state == "2 of 11 answered"
    desk.press("0n")
    assert state.state == "2 of 11 answered · No"


def test_the_head_can_be_changed(desk):
    dialog = desk.open()
    dialog.frame.fold_details()
    details = dialog.frame.details
    details.answered_by.selectAll()
    desk.write("Ellen Brandt")
    details.on.field.setFocus()
    details.on.field.selectAll()
    desk.write("2026-11-20")
    desk.bridge.pending.flush_all()
    details.independence.set_value("competitor")
    details.independence.activated.emit(0)
    assert (desk.review.answered_by, desk.review.on) == ("Ellen Brandt", "2026-11-20")
    assert desk.review.independence == "competitor"
    assert "answered by Ellen Brandt" in desk.shown()


def test_other_questions_can_be_chosen(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    dialog.frame.fold_details()
    dialog.frame.details.bank.set_value("other_provider")
    dialog.frame.details.bank.activated.emit(0)
    assert desk.review.bank == "other_provider"
    asked = [r.question.id for r in dialog.page.keys.rows if hasattr(r, "question")]
    assert asked
    assert "g7" not in asked

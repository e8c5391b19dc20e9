"""Other voices in the result step: entered by keyboard, blind or openly, then side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.edits.voices import add_voice
from mspseat_desktop.domain.review_records import (
    Answer,
    Review,
    Voice,
)
from mspseat_desktop.domain.vocabulary import AnswerId, VoiceId
from mspseat_desktop.ui.reviews.voice_page import WIDEST

KEY = Qt.Key


def part(desk):
    if desk.dialog is None:
        desk.open()
    desk.dialog.show_step("result")
    return desk.dialog.page.voices


def voice(desk, name="Anna Berg"):
    found = part(desk)
    found.name.setFocus()
    desk.write(name)
    desk.key(KEY.Key_Return)
    return next(v for v in desk.client.voices(desk.dialog.review) if v.name == name)


def given(desk, who):
    return {(a.kind, a.about): a for a in desk.client.get(Voice, who.id).answers}


def words(widget):
    from mspseat_desktop.ui.widgets import Chip, PlainLabel

    QApplication.processEvents()
    shown = [w.text() for w in widget.findChildren(PlainLabel) if w.isVisible()]
    return "\n".join([*shown, *(w.text for w in widget.findChildren(Chip) if w.isVisible())])


def test_a_voice_answers_by_keyboard_and_ours_stay(desk):
    anna = voice(desk)
    dialog = part(desk).answer(anna.id)
    QApplication.processEvents()
    values = dialog.page.keys.rows[: len(desk.dialog.look.scene.values)]
    dialog.page.go_first()
    for sign in "+-":
        QTest.keyClicks(QApplication.focusWidget(), sign)
    said = given(desk, anna)
    assert [said["value", row.value.id].value for row in values[:2]] == ["+", "-"]
    assert desk.client.answers(desk.dialog.review) == ()
    QTest.keyClick(dialog, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.client.get(Voice, anna.id).given_on == desk.bridge.on
    assert "Anna Berg (Leader): in on 23 Nov 2026" in words(part(desk))


def test_every_kind_of_row_writes_for_the_voice_alone(desk):
    anna = voice(desk)
    dialog = part(desk).answer(anna.id)
    rows = {row.words: row for row in dialog.page.keys.rows}
    assert all(row.evidence is None for row in rows.values())
    for row in dialog.page.keys.rows:
        row.answers.buttons[0].click()
    said = given(desk, anna)
    assert len(said) == len(dialog.page.keys.rows)
    assert {kind for kind, _about in said} == {"call", "value", "question", "gets", "wants", "can"}
    first = dialog.page.keys.rows[0]
    first.open_note()
    first.note.setText("Told us so")
    first.note.textEdited.emit("Told us so")
    first.note.flush()
    assert "Told us so" in [a.note for a in given(desk, anna).values()]
    assert desk.client.answers(desk.dialog.review) == ()
    dialog.reject()


def test_they_stand_side_by_side_with_disagreements_first(desk):
    anna = voice(desk)
    desk.dialog.show_step("gets")
    desk.rate("g1", "y")
    desk.rate("g6", "y")
    dialog = part(desk).answer(anna.id)
    for row in dialog.page.keys.rows:
        if getattr(getattr(row, "question", None), "id", "") in {"g1", "g6"}:
            row.answers.buttons[2 if row.question.id == "g6" else 0].click()
    dialog.reject()
    shown = part(desk).side_by_side
    assert [(line.about, line.differs) for line in shown.lines] == [("g6", True), ("g1", False)]
    text = words(shown)
    assert "they differ on 1 of 2" in text
    assert "name our goals" not in text
    shown.agreed.click()
    assert "name our goals" in words(shown)


def test_blind_answers_stay_hidden_until_all_are_in_and_revealed(desk):
    found = part(desk)
    found.blind.click()
    anna, bo = voice(desk, "Anna"), voice(desk, "Bo")
    for who, at in ((anna, 0), (bo, 2)):
        dialog = part(desk).answer(who.id)
        dialog.page.keys.rows[0].answers.buttons[at].click()
        assert found.side_by_side is None
        if who is anna:
            dialog.done_button.click()
            assert not found.reveal.isEnabled()
            assert "Still waiting for Bo." in words(found)
        else:
            dialog.done_button.click()
    assert found.side_by_side is None
    assert found.entering == {}
    assert desk.dialog.look.sheet.voices == ()
    found.reveal.click()
    assert [line.differs for line in found.side_by_side.lines] == [True]
    assert desk.client.get(Review, desk.dialog.review).revealed_at
    assert found.waiting.isVisible()
    assert found.waiting.text().startswith("Revealed on ")
    assert found.window().focusWidget() is found.name


def test_whoever_answered_nothing_is_not_in(desk):
    anna = voice(desk)
    dialog = part(desk).answer(anna.id)
    dialog.done_button.click()
    assert dialog.isVisible()
    assert dialog.notices.notice.label.text().startswith("Nothing has been answered yet.")
    assert desk.client.get(Voice, anna.id).given_on == ""
    dialog.reject()


def test_the_answers_of_a_voice_stay_near_the_words_in_a_wide_window(desk):
    anna = voice(desk)
    dialog = part(desk).answer(anna.id)
    dialog.resize(1600, 900)
    QApplication.processEvents()
    assert all(row.width() <= WIDEST for row in dialog.page.keys.rows)
    dialog.reject()


def test_hidden_ratings_hide_what_the_voices_said(desk):
    anna = voice(desk)
    desk.dialog.show_step("gets")
    desk.rate("g1", "y")
    dialog = part(desk).answer(anna.id)
    for row in dialog.page.keys.rows:
        row.answers.buttons[0].click()
    dialog.reject()
    assert part(desk).side_by_side is not None
    desk.bridge.hide_ratings(hidden=True)
    assert part(desk).side_by_side is None


def test_a_voice_without_a_name_is_asked_for_and_one_is_taken_out_and_brought_back(desk):
    found = part(desk)
    found.add.click()
    assert "Write whose answers" in found.trouble.text()
    anna = voice(desk)
    assert anna.id in found.entering
    desk.bridge.undo()
    assert desk.client.voices(desk.dialog.review) == ()
    desk.bridge.redo()
    assert "Anna Berg (Leader): not in yet" in words(found)


def test_undo_of_the_name_closes_the_dialog_in_which_it_answers(desk):
    anna = voice(desk)
    dialog = part(desk).answer(anna.id)
    desk.bridge.undo()
    assert not dialog.isVisible()
    assert desk.client.find(Voice, anna.id) is None


def test_a_finished_review_shows_the_voices_and_asks_for_none(desk):
    anna = voice(desk)
    desk.dialog.show_step("gets")
    desk.rate("g1", "y")
    dialog = part(desk).answer(anna.id)
    for row in dialog.page.keys.rows:
        row.answers.buttons[0].click()
    dialog.done_button.click()
    part(desk)
    desk.finish()
    assert desk.review.state == "finished"
    found = part(desk)
    assert "Anna Berg" in words(found)
    assert not hasattr(found, "name")
    assert found.side_by_side is not None


def test_how_the_provider_sees_us_is_a_line_below_its_name_and_changes_nothing(desk):
    found = part(desk)
    before = desk.dialog.look.outcome
    said = Answer(AnswerId("a"), desk.dialog.review, "homework", "h5", "no")
    voice = Voice(VoiceId("p"), desk.dialog.review, 0, "provider", "Northbeam", answers=(said,))
    desk.bridge.do(add_voice(voice))
    assert "Two-way fit: Northbeam needs something from you" in words(found)
    assert desk.dialog.look.outcome == before
    desk.bridge.hide_ratings(hidden=True)
    assert "Two-way fit" not in words(found)

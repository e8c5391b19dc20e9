"""What answers rest on: seen or claimed, by whom, when, where, and a file, by key and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from mspseat_desktop.domain.edits.seat import set_figure
from mspseat_desktop.domain.vocabulary import BlobHash, FigureId
from mspseat_desktop.storage.blobs import LARGEST
from mspseat_desktop.wording.file_names import longest_kept

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def answered(desk, question="g1", *, step="gets"):
    desk.open().show_step(step)
    desk.rate(question, "y")
    return desk.row(question)


def test_what_the_answer_rests_on_is_typed_by_keyboard_and_saved(desk):
    answered(desk)
    desk.press("s")
    desk.key(KEY.Key_F3)
    QApplication.processEvents()
    desk.write("Anna Berg")
    desk.key(KEY.Key_Tab)
    desk.write("2026-11-03")
    desk.key(KEY.Key_Tab)
    desk.key(KEY.Key_Tab)
    desk.write("Goals 2026, page 2")
    desk.key(KEY.Key_Return)
    said = desk.said("question", "g1", saved=True)
    assert (said.evidence, said.seen_by, said.seen_on) == ("seen", "Anna Berg", "2026-11-03")
    assert said.reference == "Goals 2026, page 2"
    assert said.value == "yes"


def test_f3_opens_the_evidence_of_the_answer_just_given_and_seen_is_understood(desk):
    row = answered(desk)
    desk.key(KEY.Key_F3)
    assert QApplication.focusWidget() is row.details.seen_by
    desk.write("Anna")
    desk.key(KEY.Key_Return)
    assert desk.said("question", "g1").evidence == "seen"


def test_the_button_beside_the_evidence_opens_it_for_the_mouse(desk):
    row = answered(desk)
    assert row.details is None
    QTest.mouseClick(row.details_button, LEFT)
    assert row.details.isVisible()
    assert QApplication.focusWidget() is row.details.seen_by


def test_nothing_is_said_about_evidence_before_there_is_an_answer(desk):
    desk.open().show_step("gets")
    row = desk.row("g1")
    row.focus()
    desk.key(KEY.Key_F3)
    assert row.details is None
    assert not row.details_button.isVisible()


def test_taking_the_evidence_back_takes_its_details_and_undo_brings_them(desk):
    row = answered(desk)
    desk.key(KEY.Key_F3)
    desk.write("Anna")
    desk.key(KEY.Key_Return)
    desk.row("g1").focus()
    desk.press("s")
    assert desk.said("question", "g1").seen_by == ""
    assert not row.details.isVisible()
    desk.bridge.undo()
    assert desk.said("question", "g1").seen_by == "Anna"
    assert row.details.seen_by.text() == "Anna"


def test_a_file_is_kept_with_its_name_and_a_copy_can_be_saved(desk, tmp_path):
    source = tmp_path / "Restore log.bin"
    source.write_bytes(b"restored 3 Nov")
    row = answered(desk)
    desk.key(KEY.Key_F3)
    row.details.take(source)
    said = desk.said("question", "g1", saved=True)
    assert said.file_name == "Restore log.bin"
    assert said.evidence == "seen"
    assert desk.file.attached(said.file) == b"restored 3 Nov"
    assert row.details.file.isVisible()
    assert not row.details.attach.isVisible()
    row.details.file.click()
    dialog = row.details.findChild(QFileDialog)
    copy = tmp_path / "copy.bin"
    dialog.fileSelected.emit(str(copy))
    dialog.reject()
    assert copy.read_bytes() == b"restored 3 Nov"


def test_a_file_that_is_too_large_or_empty_is_refused_in_a_sentence_at_its_row(desk, tmp_path):
    row = answered(desk)
    desk.key(KEY.Key_F3)
    for content, words in ((b"x" * (LARGEST + 1), "5 MB"), (b"", "empty")):
        source = tmp_path / "large.pdf"
        source.write_bytes(content)
        row.details.take(source)
        assert words in row.details.trouble.text()
    assert desk.said("question", "g1").file == BlobHash("")


def test_an_attached_file_is_taken_out_and_undo_brings_it_back(desk, tmp_path):
    source = tmp_path / "log.txt"
    source.write_bytes(b"log")
    row = answered(desk)
    desk.key(KEY.Key_F3)
    row.details.take(source)
    row.details.take_out.click()
    assert desk.said("question", "g1").file == BlobHash("")
    desk.bridge.undo()
    assert desk.file.attached(desk.said("question", "g1").file) == b"log"


@pytest.mark.parametrize("name", ["../../x.pdf", "con.txt", "a" * 300 + ".docx", "\u202efdp.exe"])
def test_a_kept_name_is_one_that_every_system_takes(name):
    kept = longest_kept(name)
    assert "/" not in kept
    assert "\u202e" not in kept
    assert len(kept) <= 150
    assert kept.endswith(name.rpartition(".")[2])


def test_a_finished_review_says_what_its_answers_rest_on_and_asks_for_nothing(desk):
    answered(desk)
    desk.key(KEY.Key_F3)
    desk.write("Anna Berg")
    desk.key(KEY.Key_Return)
    desk.dialog.show_step("result")
    desk.finish()
    desk.dialog.show_step("gets")
    row = desk.row("g1")
    assert row.details.seen_by is None
    assert row.details.said.text() == "seen by Anna Berg"


def test_a_responsibilitys_line_of_evidence_is_one_for_gets_and_capacity(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    duty = dialog.look.scene.responsibilities[0].id
    desk.rate(duty, "y")
    desk.press("s")
    desk.key(KEY.Key_F3)
    desk.write("Anna")
    desk.key(KEY.Key_Return)
    assert desk.said("evidence", duty).seen_by == "Anna"
    dialog.show_step("capacity")
    assert desk.row(duty).details.seen_by.text() == "Anna"


def test_figures_off_target_stand_beside_the_answer_that_rests_on_them(desk):
    seat = desk.seat("Managed IT")
    metric = next(m for m in desk.client.metrics(seat) if m.target is not None)
    value = metric.target - 1 if metric.direction == "at_least" else metric.target * 9 + 1
    desk.bridge.do(set_figure(FigureId("new"), metric.id, on=desk.bridge.on, value=value))
    desk.open().show_step("capacity")
    row = desk.row("c4")
    words = "\n".join(label.text() for label in row.findChildren(type(row.label)))
    assert "on target" in words
    assert f"Off target: {metric.name}" in words or f"; {metric.name}" in words


def test_a_day_that_lies_ahead_is_refused_when_the_review_is_finished(desk):
    answered(desk)
    desk.key(KEY.Key_F3)
    QApplication.processEvents()
    desk.key(KEY.Key_Tab)
    desk.write("2027-03-01")
    desk.key(KEY.Key_Return)
    desk.dialog.show_step("result")
    desk.finish()
    assert desk.refused == ["evidence-in-future"]
    assert desk.review.state == "draft"

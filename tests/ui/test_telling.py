"""A refusal or a problem is told where the user is: in the dialog on top, never behind it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from driving import settle
from mspseat_desktop.content.banks import shipped_bank
from mspseat_desktop.domain.edits.questions import move_question
from mspseat_desktop.domain.edits.voices import add_voice
from mspseat_desktop.domain.review_records import Voice
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.asking.dialog import AskDialog
from mspseat_desktop.ui.candidates.dialog import CandidatesDialog
from mspseat_desktop.ui.client_settings.dialog import SettingsDialog
from mspseat_desktop.ui.questions.dialog import QuestionsDialog
from mspseat_desktop.ui.reviews.first_look_dialog import FirstLookDialog
from mspseat_desktop.ui.reviews.voice_dialog import VoiceDialog
from mspseat_desktop.ui.widgets import NoticeHost, QuietButton

MSP = "Managed IT & Security"
REFUSED = "That is not there any more. Nothing was changed."


@pytest.fixture
def sample(program):
    program.open_sample()
    program.select(MSP)
    program.view.chart.setFocus()
    return program


def refuse(program):
    """Ask for an edit that the client refuses, as a click on something stale does."""
    bank = shipped_bank("it_provider")
    assert not program.bridge.do(move_question(bank, "no such question", way=1))
    settle()


def told_in(surface):
    """The sentence on show in the dialog or sheet itself."""
    notices = [host.notice for host in surface.findChildren(NoticeHost) if host.notice is not None]
    (notice,) = notices
    assert notice.isVisible()
    assert surface.isAncestorOf(notice)
    assert surface.rect().contains(notice.mapTo(surface, notice.rect().bottomRight()))
    return notice.label.text()


def review(program):
    program.hand.press("Ctrl+R")
    return program.window.doing.review


def test_without_a_dialog_it_is_told_in_the_window(sample):
    refuse(sample)
    assert sample.view.notices.notice.label.text() == REFUSED


def test_the_review_tells_its_own_refusals(sample):
    dialog = review(sample)
    refuse(sample)
    assert told_in(dialog) == REFUSED
    assert sample.view.notices.notice is None


def test_finishing_with_nothing_answered_is_told_in_the_review(sample):
    dialog = review(sample)
    dialog.show_step("result")
    dialog.finish()
    assert told_in(dialog).startswith("Nothing has been answered yet")
    assert not dialog.look.is_locked


def test_the_questions_dialog_over_the_review_tells_it_there(sample):
    dialog = review(sample)
    questions = dialog.choose_questions()
    settle()
    refuse(sample)
    assert told_in(questions) == REFUSED
    assert dialog.notices.notice is None
    assert sample.view.notices.notice is None
    questions.reject()


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("questions", QuestionsDialog),
        ("ask-provider", AskDialog),
        ("first-look", FirstLookDialog),
        ("client", SettingsDialog),
    ],
)
def test_a_dialog_over_the_window_tells_it_there(sample, action, kind):
    sample.act(action)
    dialog = sample.dialog(kind)
    refuse(sample)
    assert told_in(dialog) == REFUSED
    assert sample.view.notices.notice is None
    dialog.reject()


def test_who_answers_blind_is_told_in_that_dialog(sample):
    over = review(sample)
    sample.bridge.do(add_voice(Voice("v", over.review, kind="leader", name="Anna")))
    voice = sample.client.voices(over.review)[0]
    dialog = VoiceDialog(
        sample.bridge, sample.window.theme, voice=voice, look=over.look, parent=over
    )
    dialog.open()
    settle()
    refuse(sample)
    assert told_in(dialog) == REFUSED
    assert over.notices.notice is None
    dialog.reject()


def test_the_sheet_of_candidates_tells_its_own_refusals(sample):
    sample.act("compare")
    sheet = sample.window.findChild(CandidatesDialog)
    sheet.parts.add.setFocus()
    sample.hand.type("a; b; c; d; e; f")
    sample.hand.press("Return")
    assert "Five are the most" in told_in(sheet)
    assert sample.view.notices.notice is None


def test_a_notice_over_a_dialog_hides_none_of_its_buttons(sample):
    sample.act("ask-provider")
    dialog = sample.dialog(AskDialog)
    refuse(sample)
    notice = next(h.notice for h in dialog.findChildren(NoticeHost))
    for button in (dialog.go, *dialog.findChildren(QuietButton)):
        place = button.rect().translated(button.mapTo(dialog, button.rect().topLeft()))
        assert not notice.geometry().intersects(place), button.text()
    dialog.reject()


def test_a_dialog_of_files_can_not_show_it_so_its_parent_does(sample):
    sample.act("import-form")
    assert isinstance(sample.dialog(), QFileDialog)
    refuse(sample)
    assert sample.view.notices.notice.label.text() == REFUSED
    sample.dialog().reject()


def test_what_offers_an_action_goes_on_in_the_window_when_the_dialog_closes(sample):
    sample.act("questions")
    dialog = sample.dialog(QuestionsDialog)
    done = []
    sample.window.tell("Not saved.", action="Save elsewhere…", then=lambda: done.append("saved"))
    assert told_in(dialog) == "Not saved."
    dialog.reject()
    settle()
    sample.hand.click(sample.view.notices.notice.button)
    assert done == ["saved"]


def test_what_was_closed_in_the_dialog_is_not_told_again(sample):
    sample.act("questions")
    dialog = sample.dialog(QuestionsDialog)
    sample.window.tell("Not saved.", action="Save elsewhere…", then=lambda: None)
    sample.hand.click(dialog.notices.notice.cross)
    dialog.reject()
    settle()
    assert sample.view.notices.notice is None


def test_a_problem_with_the_file_is_told_in_the_dialog_too(sample):
    sample.act("questions")
    dialog = sample.dialog(QuestionsDialog)
    sample.bridge.trouble.emit(FileProblem("disk-full", name="x"))
    assert "no room left on the disk" in told_in(dialog)
    dialog.reject()

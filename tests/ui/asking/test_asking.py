"""The dialog that asks a provider, what comes back, and where it is shown."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from driving import settle, shown_texts
from form_world import by_pypdf
from mspseat_desktop.domain.edits.review import put_answer
from mspseat_desktop.domain.review_records import Form, Voice
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.ui.asking.dialog import AskDialog
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from mspseat_desktop.ui.reviews.opening import open_review
from world import clock

MSP = "Managed IT & Security"


@pytest.fixture
def sample(program):
    program.open_sample()
    program.select(MSP)
    return program


def made(program, qtbot, path):
    """The form, saved there from the dialog."""
    program.act("ask-provider")
    dialog = program.dialog(AskDialog)
    program.hand.click(dialog.go)
    program.choose_file(path)
    qtbot.waitUntil(lambda: dialog.is_made, timeout=20_000)
    program.hand.click(dialog.go)
    settle()
    return list(program.client.every(Form))[-1]


def come_back(program, qtbot, path, form, **said):
    """Take the filled form in; the answers by kind and id, as wants_<id> and question_<id>."""
    values = {}
    for key, value in said.items():
        number = form.asked.index(key.replace("_", ":", 1)) + 1
        values[f"answer_{number}"] = value
        values[f"words_{number}"] = f"about {value}"
    back = path.with_name("back.pdf")
    back.write_bytes(by_pypdf(path.read_bytes(), values))
    program.window.doing.asking.take_in(back)
    qtbot.waitUntil(lambda: bool(program.notice), timeout=20_000)


def test_only_the_seat_of_a_provider_offers_to_ask_it(sample):
    panel = sample.view.panel
    assert panel.ask.isVisible()
    sample.select("Technology")
    assert panel.review.isVisible()
    assert not panel.ask.isVisible()
    sample.act("ask-provider")
    assert sample.notice == "No provider sits in “Technology”, so there is nobody to ask by a form."


@pytest.mark.parametrize("width", [300, 352, 480])
def test_both_buttons_of_the_panel_show_all_their_words_at_any_width(sample, width):
    open_review(sample.bridge, sample.bridge.selection)
    panel = sample.view.panel
    panel.setFixedWidth(width)
    settle()
    for button in (panel.review, panel.ask):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
        assert panel.rect().contains(button.mapTo(panel, button.rect().bottomRight()))


def test_the_dialog_says_what_is_asked_and_copies_the_email(sample):
    sample.view.panel.ask.click()
    dialog = sample.dialog(AskDialog)
    said = "\n".join(shown_texts(dialog))
    for words in ("Ask Northbeam IT", "5 responsibilities", "5 metrics", "core values of yours"):
        assert words in said
    sample.hand.click(dialog.copy)
    copied = QGuiApplication.clipboard().text()
    assert "Dear Rachel Moss," in copied
    assert MSP in copied
    assert "send the saved file back" in copied
    sample.hand.press("Esc")
    assert list(sample.client.every(Form)) == []


def test_everything_in_the_dialog_is_reached_by_keyboard(sample):
    sample.act("ask-provider")
    dialog = sample.dialog(AskDialog)
    reached = set()
    for _step in range(8):
        reached.add(dialog.focusWidget())
        sample.hand.press("Tab")
    assert {dialog.go, dialog.leave, dialog.blank, dialog.copy} <= reached
    sample.hand.press("Esc")


def test_the_email_names_the_file_that_the_form_was_saved_to(sample, qtbot, tmp_path):
    sample.act("ask-provider")
    dialog = sample.dialog(AskDialog)
    sample.hand.click(dialog.go)
    sample.choose_file(tmp_path / "Questions for Northbeam.pdf")
    qtbot.waitUntil(lambda: dialog.is_made, timeout=20_000)
    sample.hand.click(dialog.copy)
    assert "The form “Questions for Northbeam.pdf”" in QGuiApplication.clipboard().text()
    sample.hand.press("Esc")


def test_a_form_that_is_still_out_is_told_and_made_the_same(sample, qtbot, tmp_path):
    first = made(sample, qtbot, tmp_path / "one.pdf")
    sample.act("ask-provider")
    dialog = sample.dialog(AskDialog)
    assert "has not come back yet" in dialog.state.text()
    sample.hand.press("Esc")
    assert made(sample, qtbot, tmp_path / "two.pdf") == first


def test_a_place_that_can_not_be_written_is_told_and_nothing_is_remembered(sample, qtbot, tmp_path):
    sample.act("ask-provider")
    dialog = sample.dialog(AskDialog)
    sample.hand.click(dialog.go)
    chooser = sample.dialog(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "gone" / "form.pdf"))
    chooser.reject()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: "Making" not in dialog.state.text(), timeout=20_000)
    assert not dialog.is_made
    assert dialog.state.text()
    assert list(sample.client.every(Form)) == []
    sample.hand.press("Esc")


def test_the_same_questions_are_previewed_for_a_pen(sample, qtbot):
    sample.act("ask-provider")
    dialog = sample.dialog(AskDialog)
    sample.hand.click(dialog.blank)
    preview = sample.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    sample.hand.press("Esc", "Esc")
    assert list(sample.client.every(Form)) == []


def test_answers_begin_a_review_where_there_is_none_and_undo_takes_them_out(
    sample, qtbot, tmp_path
):
    seat = sample.bridge.selection
    form = made(sample, qtbot, tmp_path / "form.pdf")
    before = len(sample.client.reviews(seat))
    come_back(sample, qtbot, tmp_path / "form.pdf", form, question_g1="yes")
    assert sample.notice == "1 answer of Northbeam IT came in."
    draft = sample.client.draft(seat, form.occupant)
    (voice,) = sample.client.voices(draft.id)
    assert (voice.kind, voice.answers[0].note) == ("provider", "about yes")
    sample.hand.press("Ctrl+Z")
    assert len(sample.client.reviews(seat)) == before
    assert list(sample.client.every(Voice)) == []
    assert sample.client.get(Form, form.id).returned_on == ""


def test_a_review_with_nothing_but_their_answers_stays_when_it_is_closed(sample, qtbot, tmp_path):
    seat = sample.bridge.selection
    form = made(sample, qtbot, tmp_path / "form.pdf")
    come_back(sample, qtbot, tmp_path / "form.pdf", form, question_g1="yes")
    sample.hand.click(sample.view.notices.notice.button)
    assert sample.window.doing.review is not None
    sample.window.doing.close_review()
    settle()
    assert sample.client.draft(seat, form.occupant) is not None


def test_their_answers_show_once_the_call_is_made_or_when_asked_for(sample, qtbot, tmp_path):
    seat = sample.bridge.selection
    form = made(sample, qtbot, tmp_path / "form.pdf")
    come_back(sample, qtbot, tmp_path / "form.pdf", form, question_g1="no", question_w7="yes")
    review = open_review(sample.bridge, seat)
    sample.window.doing.reviews.start(seat)
    dialog = sample.window.doing.review
    side = dialog.frame.side
    for step in ("gets", "wants"):
        dialog.show_step(step)
        assert side.theirs is None
        assert side.theirs_button.isVisible()
    dialog.show_step("capacity")
    assert not side.theirs_button.isVisible()
    dialog.show_step("gets")
    sample.hand.click(side.theirs_button)
    assert "“about no”" in shown_texts(side)
    dialog.show_step("wants")
    assert side.theirs is None
    sample.bridge.do(put_answer(review, "call", about="wants", value="yes"))
    settle()
    assert "“about yes”" in shown_texts(side)
    sample.bridge.hide_ratings(hidden=True)
    settle()
    assert side.theirs is None


def test_a_form_that_is_not_taken_says_why_and_changes_nothing(sample, qtbot, tmp_path):
    form = made(sample, qtbot, tmp_path / "form.pdf")
    sample.window.doing.asking.take_in(tmp_path / "form.pdf")
    qtbot.waitUntil(lambda: bool(sample.notice), timeout=20_000)
    assert sample.notice.startswith("Nothing is answered in this form.")
    assert list(sample.client.every(Voice)) == []
    assert sample.client.get(Form, form.id).returned_on == ""


def test_a_form_for_no_open_client_is_told(program, tmp_path):
    program.window.doing.asking.take_in(tmp_path / "form.pdf")
    assert program.notice.startswith("Open the client first")


def test_the_menu_asks_for_the_form_that_came_back(sample):
    sample.act("import-form")
    assert isinstance(sample.dialog(), QFileDialog)
    sample.hand.press("Esc")


def test_a_form_dropped_while_its_review_is_on_show_is_told_there(sample, qtbot, tmp_path):
    seat = sample.bridge.selection
    form = made(sample, qtbot, tmp_path / "form.pdf")
    sample.window.doing.reviews.start(seat)
    dialog = sample.window.doing.review
    dialog.show_step("gets")
    come_back(sample, qtbot, tmp_path / "form.pdf", form, question_g1="no")
    assert sample.notice == "1 answer of Northbeam IT came in."
    assert dialog.notices.notice is not None
    assert dialog.frame.side.theirs_button.isVisible()


def test_a_form_that_is_not_taken_is_told_in_the_review_on_show(sample, qtbot, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 cut")
    sample.window.doing.reviews.start(sample.bridge.selection)
    dialog = sample.window.doing.review
    sample.window.doing.asking.take_in(tmp_path / "x.pdf")
    qtbot.waitUntil(lambda: dialog.notices.notice is not None, timeout=20_000)
    assert sample.notice.startswith("This PDF is damaged or cut off")


def test_taking_the_answers_out_again_leaves_nothing_to_open(sample, qtbot, tmp_path):
    form = made(sample, qtbot, tmp_path / "form.pdf")
    come_back(sample, qtbot, tmp_path / "form.pdf", form, question_g1="no")
    button = sample.view.notices.notice.button
    sample.bridge.undo()
    notice = button.parentWidget()
    notice._then()
    assert sample.window.doing.review is None


def test_comparing_never_shows_ratings_that_are_hidden(sample, qtbot, tmp_path):
    seat = sample.bridge.selection
    form = made(sample, qtbot, tmp_path / "form.pdf")
    review = open_review(sample.bridge, seat)
    sample.bridge.do(put_answer(review, "question", about="g1", value="yes"))
    sample.bridge.hide_ratings(hidden=True)
    come_back(sample, qtbot, tmp_path / "form.pdf", form, question_g1="no")
    sample.hand.click(sample.view.notices.notice.button)
    assert sample.bridge.ratings_hidden
    side = sample.window.doing.review.frame.side
    assert side.theirs is None
    sample.bridge.hide_ratings(hidden=False)
    settle()
    assert "“about no”" in shown_texts(side)


def forced_backups(program):
    listed = program.window.open_client.document.shelf.listed()
    return [backup for backup in listed if "import" in backup.causes]


def test_the_client_is_backed_up_before_the_answers_come_in(sample, qtbot, tmp_path):
    form = made(sample, qtbot, tmp_path / "form.pdf")
    come_back(sample, qtbot, tmp_path / "form.pdf", form, question_g1="no")
    (backup,) = forced_backups(sample)
    shelf = sample.window.open_client.document.shelf
    before = Workshop(tmp_path / "elsewhere", now=clock).read_document(shelf.path(backup)).client
    assert before.get(Form, form.id).returned_on == ""
    assert list(before.every(Voice)) == []
    assert sample.client.get(Form, form.id).returned_on


def test_a_form_that_is_not_taken_forces_no_backup(sample, qtbot, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 cut")
    sample.window.doing.asking.take_in(tmp_path / "x.pdf")
    qtbot.waitUntil(lambda: bool(sample.notice), timeout=20_000)
    assert forced_backups(sample) == []

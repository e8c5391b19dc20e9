"""No dialog is left out of the walk that looks for markup and for controls without a name."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from driving import settle
from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.typed_words import reworded
from mspseat_desktop.ui.passphrase.change_dialog import PassphraseDialog
from mspseat_desktop.ui.passphrase.unlock_dialog import UnlockDialog
from mspseat_desktop.ui.privacy.erase_dialog import EraseDialog
from mspseat_desktop.ui.privacy.send_dialog import SendDialog
from mspseat_desktop.ui.reporting.password_dialog import PasswordDialog
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from mspseat_desktop.ui.shortcuts.dialog import KeyboardDialog
from mspseat_desktop.ui.versions.dialog import VersionsDialog
from mspseat_desktop.ui.versions.name_dialog import ChartNameDialog
from window_faults import faults
from world import TODAY

WICKED = "<b>R&D</b> <img src=x>"
WORDS = "harbour kite lemon piano"
UI = Path(__file__).resolve().parents[2] / "mspseat_desktop" / "ui"
HERE = Path(__file__).parent
WALKED = {
    "AboutDialog": "test_import_about_guide_and_error",
    "AcceptDialog": "test_list_of_what_is_worth_a_look",
    "AskDialog": "test_asking_a_provider_before_and_after_the_form_is_saved",
    "BackupsDialog": "test_backups_what_differs_and_a_damaged_file",
    "ChartNameDialog": "walk_versions_and_their_names",
    "DifferenceDialog": "test_two_versions_of_a_client_and_one_that_is_open_elsewhere",
    "DropDialog": "test_actions_page_with_its_question",
    "EraseDialog": "walk_erasing_a_client_and_forgetting_its_history",
    "ErrorDialog": "test_import_about_guide_and_error",
    "FiguresDialog": "test_figures_of_a_seat_and_of_all",
    "FirstLookDialog": "test_first_look_and_the_answers_of_another_voice",
    "HelpWindow": "test_import_about_guide_and_error",
    "ImportDialog": "test_import_about_guide_and_error",
    "KeyboardDialog": "walk_keyboard",
    "ListingDialog": "test_backups_what_differs_and_a_damaged_file",
    "MissingSeatsDialog": "test_templates_and_the_guide_of_missing_seats",
    "MyTemplatesDialog": "test_templates_and_the_guide_of_missing_seats",
    "NameDialog": "test_templates_and_the_guide_of_missing_seats",
    "NewClientDialog": "test_start_page_and_new_client",
    "PassphraseDialog": "walk_passphrase_lock_and_recovery_sheet",
    "PasswordDialog": "walk_password_of_a_pdf",
    "PreviewDialog": "test_reports_and_preview",
    "Question": "test_questions_and_notices",
    "QuestionsDialog": "test_questions_of_reviews_with_one_of_the_clients_own",
    "SendDialog": "walk_what_a_copy_leaves_out",
    "SettingsDialog": "test_each_section_of_the_client_settings",
    "UnlockDialog": "walk_passphrase_lock_and_recovery_sheet",
    "VersionsDialog": "walk_versions_and_their_names",
    "VoiceDialog": "test_first_look_and_the_answers_of_another_voice",
}
"""What walks through each dialog."""


def test_each_dialog_is_walked_by_a_test():
    found = {
        node.name
        for path in UI.rglob("*.py")
        for node in ast.parse(path.read_bytes()).body
        if isinstance(node, ast.ClassDef)
        if any(isinstance(base, ast.Name) and base.id == "QDialog" for base in node.bases)
    }
    assert found == set(WALKED)
    tests = {
        node.name
        for path in (HERE / "test_every_window.py", HERE / "test_every_dialog.py")
        for node in ast.parse(path.read_bytes()).body
        if isinstance(node, ast.FunctionDef)
    }
    assert set(WALKED.values()) <= tests


@pytest.fixture
def wicked(program, tmp_path):
    """A client in whose every text is markup, in a file whose name has some too."""
    sample = sample_records(TODAY)
    records = [reworded(record, lambda _text: WICKED) for record in sample]
    document = program.window.desk.workshop.new_document(records).document
    document.set_target(tmp_path / "R&D <b>.mspseat")
    document.publish()
    document.close()
    program.window.files.open_path(tmp_path / "R&D <b>.mspseat")
    settle()
    return program


def test_each_dialog_here_shows_words_as_they_are(wicked, qtbot):
    walk_erasing_a_client_and_forgetting_its_history(wicked)
    walk_what_a_copy_leaves_out(wicked)
    walk_keyboard(wicked)
    walk_password_of_a_pdf(wicked, qtbot)
    walk_outline_find_and_presentation(wicked)
    walk_versions_and_their_names(wicked)
    walk_passphrase_lock_and_recovery_sheet(wicked)


def walk_versions_and_their_names(wicked):
    wicked.act("versions")
    dialog = wicked.dialog(VersionsDialog)
    assert faults(dialog) == []
    dialog.new_button.click()
    assert faults(wicked.dialog(ChartNameDialog)) == []
    wicked.hand.type("<b>R&D</b>")
    wicked.hand.press("Return")
    settle()
    assert faults(wicked.window) == []
    wicked.bridge.do(rename_seat(wicked.client.children(None)[0], "Owner"))
    settle()
    assert faults(wicked.window) == []
    wicked.act("versions")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc")


def walk_keyboard(wicked):
    wicked.act("keyboard")
    assert faults(wicked.dialog(KeyboardDialog)) == []
    wicked.hand.press("Return")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Ctrl+O")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc", "Esc")


def walk_erasing_a_client_and_forgetting_its_history(wicked):
    wicked.act("forget-history")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc")
    wicked.act("erase-client")
    assert faults(wicked.dialog(EraseDialog)) == []
    wicked.hand.press("Esc")
    wicked.act("page-people")
    wicked.view.people.show_occupant(next(iter(wicked.client.every(Occupant))).id)
    wicked.hand.click(wicked.view.people.form.forget)
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc")


def walk_what_a_copy_leaves_out(wicked):
    wicked.act("send-copy")
    dialog = wicked.dialog(SendDialog)
    assert faults(dialog) == []
    wicked.hand.press("Esc")


def walk_passphrase_lock_and_recovery_sheet(wicked):
    wicked.act("passphrase")
    assert faults(wicked.dialog(PassphraseDialog)) == []
    for _twice in range(2):
        wicked.hand.type(WORDS)
        wicked.hand.press("Return")
    settle()
    preview = wicked.dialog(PreviewDialog)
    assert faults(preview) == []
    preview.close()
    settle()
    assert faults(wicked.window) == []
    wicked.act("passphrase")
    assert faults(wicked.dialog(PassphraseDialog)) == []
    wicked.hand.press("Esc")
    path = wicked.window.open_client.target
    wicked.act("lock")
    settle()
    assert faults(wicked.window) == []
    wicked.window.files.open_path(path)
    assert faults(wicked.dialog(UnlockDialog)) == []
    wicked.hand.type("not this one")
    wicked.hand.press("Return")
    settle()
    assert faults(wicked.dialog(UnlockDialog)) == []
    wicked.hand.press("Esc")


def walk_password_of_a_pdf(wicked, qtbot):
    wicked.act("print")
    preview = wicked.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    wicked.answer("Protect with a password…")
    assert faults(wicked.dialog(PasswordDialog)) == []
    wicked.hand.press("Esc")
    preview.close()


def walk_outline_find_and_presentation(wicked):
    wicked.act("outline")
    settle()
    assert faults(wicked.window) == []
    wicked.act("find")
    wicked.hand.type("<b>")
    settle()
    assert faults(wicked.window) == []
    wicked.hand.press("Esc")
    wicked.act("present")
    settle()
    assert faults(wicked.window) == []
    wicked.hand.press("Esc")

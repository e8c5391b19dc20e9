"""Every window and dialog of the program: plain text only, and a name for every control."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from mspseat_desktop.content.banks import shipped_bank
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.edits.coverage import change_function, mark
from mspseat_desktop.domain.edits.people import change_occupant
from mspseat_desktop.domain.edits.questions import add_question
from mspseat_desktop.domain.edits.seat import change_responsibility, describe_seat
from mspseat_desktop.domain.planning import open_actions
from mspseat_desktop.domain.vocabulary import BankQuestionId
from mspseat_desktop.storage.hints import hint_path
from mspseat_desktop.ui.asking.dialog import AskDialog
from mspseat_desktop.ui.client_settings.dialog import SettingsDialog
from mspseat_desktop.ui.conflicts.comparing import Comparing
from mspseat_desktop.ui.conflicts.dialog import DifferenceDialog
from mspseat_desktop.ui.error_dialog import ErrorDialog
from mspseat_desktop.ui.questions.dialog import QuestionsDialog
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from mspseat_desktop.ui.reviews.first_look_dialog import FirstLookDialog
from window_faults import faults, tips_in

MSP = "Managed IT & Security"
WICKED = "<b>R&D</b> <img src=x>"


@pytest.fixture
def wicked(program):
    """The sample with markup in every kind of text that a user writes."""
    program.open_sample()
    client, bridge = program.client, program.bridge
    seat = program.seat(MSP)
    bridge.do(rename_seat(seat, WICKED))
    bridge.do(change_profile(replace(client.profile, name=WICKED)))
    holder = client.accountable(seat)
    bridge.do(change_occupant(replace(holder, name=WICKED)))
    bridge.do(describe_seat(seat, "purpose", WICKED))
    for duty in client.responsibilities(seat):
        bridge.do(change_responsibility(duty.id, text=WICKED))
    bridge.select(seat)
    return program


def test_start_page_and_new_client(program):
    assert faults(program.window) == []
    program.act("new")
    assert faults(program.dialog()) == []
    program.hand.press("Esc")


def test_chart_and_panel_in_each_tab(wicked):
    for hidden in (False, True):
        wicked.bridge.hide_ratings(hidden=hidden)
        for tab in ("seat", "metrics", "reviews", "notes"):
            wicked.view.panel.show_tab(tab)
            assert faults(wicked.window) == []
    wicked.view.panel.seat_page.people.more.click()
    wicked.view.chart.setFocus()
    wicked.hand.press("F2")
    assert faults(wicked.window) == []


def test_figures_of_a_seat_and_of_all(wicked):
    wicked.act("figures")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("F2")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc", "Esc")
    wicked.bridge.select(None)
    wicked.act("figures")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc")


def test_list_of_what_is_worth_a_look(wicked):
    wicked.view.watcher.finish()
    wicked.act("worth-a-look")
    assert wicked.view.looks.list.rows.rowCount() > 5
    assert faults(wicked.window) == []
    wicked.view.looks.foot.accept.click()
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc")


def test_finding_over_the_chart(wicked):
    wicked.hand.press("Ctrl+F")
    wicked.hand.type("R&D <b>")
    assert wicked.view.finding.finder.found
    assert faults(wicked.window) == []


def test_lists_that_open_below_a_control(wicked):
    wicked.view.chart.setFocus()
    wicked.hand.press("Ctrl+Return")
    assert faults(QApplication.activePopupWidget()) == []
    QApplication.activePopupWidget().close()
    wicked.view.panel.seat_page.people.more.click()
    wicked.view.panel.seat_page.people.details.since.open_calendar()
    assert faults(QApplication.activePopupWidget()) == []
    QApplication.activePopupWidget().close()
    for adder in ("from_bank", "fill"):
        getattr(wicked.view.panel.seat_page.responsibilities, adder).click()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            assert faults(popup) == []
            popup.close()
    wicked.view.panel.header.reports_to.open_list()
    assert faults(QApplication.activePopupWidget()) == []
    QApplication.activePopupWidget().close()


def test_review_in_each_step_as_draft_and_finished(wicked):
    wicked.view.chart.setFocus()
    wicked.hand.press("Ctrl+R")
    review = wicked.window.doing.review
    review.frame.fold_details()
    for step in ("values", "gets", "wants", "capacity", "result"):
        review.show_step(step)
        assert faults(review) == []
    review.close()
    done = wicked.client.reviews(wicked.bridge.selection)[-2]
    wicked.view.panel.open_review_wanted.emit(done.id)
    review = wicked.window.doing.review
    assert review.look.is_locked
    for step in ("values", "gets", "wants", "capacity", "result"):
        review.show_step(step)
        assert faults(review) == []


def test_comparison_of_candidates_in_each_state(wicked):
    wicked.view.chart.setFocus()
    wicked.hand.press("Ctrl+K")
    dialog = wicked.window.doing.candidates.dialog
    assert faults(dialog) == []
    wicked.hand.type(f"{WICKED}; {WICKED} two")
    assert faults(QApplication.activePopupWidget()) == []
    wicked.hand.press("Return")
    grid = dialog.parts.grid
    candidate = dialog.table.columns[0].candidate.id
    grid.go_to(("wants", wicked.client.responsibilities(dialog.seat)[0].id), candidate)
    wicked.hand.press("C")
    for hidden in (True, False):
        wicked.bridge.hide_ratings(hidden=hidden)
        assert faults(dialog) == []
    grid.go_to(("field", "fee"), candidate)
    wicked.hand.press("F2")
    assert faults(dialog) == []
    wicked.hand.press("Esc")
    grid.menu_wanted.emit(candidate, grid.mapToGlobal(grid.rect().center()))
    assert faults(QApplication.activePopupWidget()) == []
    QApplication.activePopupWidget().close()
    dialog.parts.tabs.setCurrentIndex(1)
    assert faults(dialog) == []
    dialog.parts.choose.click()
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Return")
    assert faults(dialog) == []


def test_coverage_empty_and_started_with_its_menus(wicked):
    wicked.act("page-coverage")
    assert faults(wicked.window) == []
    wicked.hand.press("Return")
    board, seat = wicked.view.coverage.board, wicked.bridge.selection
    function = wicked.client.functions()[0].id
    wicked.bridge.do(change_function(function, name=WICKED, term=WICKED))
    wicked.bridge.do(mark(function, seat, "accountable"))
    assert faults(wicked.window) == []
    for place in (seat, None):
        board.table.go_to(function, place)
        menu = board.table.open_menu()
        assert faults(menu) == []
        menu.close()
    wicked.hand.press("F2")
    assert faults(wicked.window) == []
    wicked.hand.press("Esc")
    popup = board.add_seat.open_list()
    assert faults(popup) == []
    popup.close()


def test_reviews_page_with_its_menu_and_the_sentence_of_a_call(wicked):
    wicked.act("page-reviews")
    wicked.bridge.hide_ratings(hidden=True)
    assert faults(wicked.window) == []
    wicked.bridge.hide_ratings(hidden=False)
    page, seat = wicked.view.reviews, wicked.bridge.selection
    page.head.against.setCurrentIndex(1)
    assert faults(wicked.window) == []
    page.table.go_to((seat, wicked.client.accountable(seat).id))
    menu = page.table.open_menu()
    assert faults(menu) == []
    menu.close()
    wicked.window.activateWindow()
    page.table.setFocus()
    wicked.hand.press("Y")
    assert page.table.in_place.explaining.field.isVisible()
    assert faults(wicked.window) == []
    assert any("R&amp;D" in tip for tip in tips_in(page.table))


def test_people_page_with_its_form_and_its_lists(wicked):
    wicked.act("page-people")
    page = wicked.view.people
    page.show_occupant(wicked.client.accountable(wicked.bridge.selection).id)
    page.form.contacts.add.click()
    for hidden in (False, True):
        wicked.bridge.hide_ratings(hidden=hidden)
        assert faults(wicked.window) == []
    for opener in (page.form.now.add, page.form.continues.picker):
        opener.open_list()
        assert faults(QApplication.activePopupWidget()) == []
        QApplication.activePopupWidget().close()
    page.list.search.setText("nobody of this name")
    assert faults(wicked.window) == []


def test_actions_page_with_its_question(wicked):
    wicked.bridge.hide_ratings(hidden=False)
    wicked.act("page-actions")
    page = wicked.view.agreed
    page.showing.buttons[-1].click()
    assert page.table.rows.rowCount() > 5
    assert faults(wicked.window) == []
    page.show_action(open_actions(wicked.client)[0].id)
    page.drop()
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc")
    page.search.setText("no action like this")
    assert faults(wicked.window) == []


def test_reports_and_preview(wicked, qtbot):
    wicked.act("page-reports")
    assert faults(wicked.window) == []
    wicked.act("print")
    preview = wicked.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    assert faults(preview) == []
    preview.close()


def test_each_section_of_the_client_settings(wicked):
    wicked.act("client")
    settings = wicked.dialog(SettingsDialog)
    for hidden in (False, True):
        wicked.bridge.hide_ratings(hidden=hidden)
        for number in range(settings.sections.count()):
            settings.sections.setCurrentRow(number)
            assert faults(settings) == []
    wicked.hand.press("Esc")


def test_questions_of_reviews_with_one_of_the_clients_own(wicked):
    bank = shipped_bank("it_provider")
    wicked.bridge.do(
        add_question(BankQuestionId("own"), bank, letter="gets", words=WICKED, ask_to_see=WICKED)
    )
    wicked.window.actions_table["questions"].trigger()
    dialog = wicked.dialog(QuestionsDialog)
    assert faults(dialog) == []
    dialog.list.mark("own")
    dialog.edit.click()
    assert faults(dialog) == []
    dialog.reject()


def test_asking_a_provider_before_and_after_the_form_is_saved(wicked, qtbot, tmp_path):
    wicked.act("ask-provider")
    dialog = wicked.dialog(AskDialog)
    assert faults(dialog) == []
    dialog.go.click()
    wicked.choose_file(tmp_path / "form.pdf")
    qtbot.waitUntil(lambda: dialog.is_made, timeout=20_000)
    assert faults(dialog) == []
    wicked.hand.press("Esc")


def test_first_look_and_the_answers_of_another_voice(wicked):
    wicked.window.actions_table["first-look"].trigger()
    dialog = wicked.dialog(FirstLookDialog)
    assert faults(dialog) == []
    dialog.page.rows[0].answers.buttons[0].click()
    dialog.make_full()
    review = wicked.window.doing.review
    review.show_step("result")
    voices = review.page.voices
    voices.name.setText(WICKED)
    voices.add.click()
    answering = voices.answer(next(iter(voices.entering)))
    assert faults(answering) == []
    answering.page.keys.rows[0].answers.buttons[0].click()
    answering.reject()
    assert faults(review) == []
    review.close()


def test_questions_and_notices(wicked, tmp_path):
    wicked.bridge.select(wicked.client.children(None)[0])
    wicked.act("delete")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc")
    wicked.select(WICKED)
    wicked.act("delete")
    assert WICKED in wicked.notice
    assert faults(wicked.window) == []
    wicked.act("send-copy")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc")
    wicked.save_to(tmp_path / "x.mspseat")
    assert not isinstance(QApplication.activeModalWidget(), QFileDialog)
    wicked.act("close")
    assert faults(wicked.window) == []


def test_import_about_guide_and_error(program, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text(f"id,title\n1,{WICKED}\n2,{WICKED}\n")
    program.window.files.import_path(path)
    assert faults(program.dialog()) == []
    program.hand.press("Esc")
    program.act("about")
    about = program.dialog()
    for tab in range(about.tabs.count()):
        about.tabs.setCurrentIndex(tab)
        assert faults(about) == []
    about.close()
    error = ErrorDialog(program.window.theme, WICKED, program.window)
    error.open()
    assert faults(error) == []
    error.close()
    program.act("help")
    guide = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "HelpWindow")
    assert faults(guide) == []
    guide.close()


def test_backups_what_differs_and_a_damaged_file(program, tmp_path):
    file = tmp_path / "R&D <b>.mspseat"
    program.new_client(WICKED)
    program.save_to(file)
    program.bridge.do(rename_seat(program.client.children(None)[0], WICKED))
    program.window.open_client.publish_now()
    program.window.open_client.document.back_up("import")
    program.act("backups")
    assert faults(program.dialog()) == []
    program.answer("What differs…")
    assert faults(program.dialog()) == []
    program.hand.press("Esc")
    program.answer("Erase all backups…")
    assert faults(program.dialog()) == []
    program.hand.press("Esc", "Esc")
    program.act("close")
    file.write_bytes(file.read_bytes()[:-4096])
    program.window.files.open_path(file)
    assert faults(program.dialog()) == []
    program.answer("Open what can be read")
    assert faults(program.dialog()) == []
    program.hand.press("Esc")


def test_two_versions_of_a_client_and_one_that_is_open_elsewhere(program, tmp_path):
    file = tmp_path / "R&D <b>.mspseat"
    program.new_client(WICKED)
    program.save_to(file)
    program.bridge.do(rename_seat(program.client.children(None)[0], WICKED))
    hint_path(file).write_text('{"home": "x", "host": "<b>R&D</b>", "since": "2026-11-23T09:00"}')
    program.act("save")
    assert faults(program.dialog()) == []
    program.answer("Not now")
    assert "<b>R&D</b>" in program.window.doing.conflicts.banner.standing.text
    assert faults(program.window) == []
    program.act("close")
    program.answer("Close")
    program.window.files.open_path(file)
    assert faults(program.dialog()) == []
    program.answer("Only look at it")
    assert faults(program.window) == []
    program.act("close")
    hint_path(file).unlink()
    program.window.files.open_path(file)
    file.write_bytes(file.read_bytes() + b"!")
    shutil.copy(file, tmp_path / "theirs.mspseat")
    program.window.open_client.publish_now()
    assert faults(program.window) == []
    file.unlink()
    program.window.open_client.publish_now()
    assert faults(program.window) == []
    program.window.doing.conflicts.put_back()
    program.window.open_client.document.save_copy(tmp_path / "copy.mspseat")
    program.bridge.do(rename_seat(program.client.children(None)[0], "Owner"))
    Comparing(program.window).with_file(program.window.open_client, tmp_path / "copy.mspseat")
    dialog = program.dialog(DifferenceDialog)
    assert faults(dialog) == []
    dialog.all_button.click()
    assert faults(dialog) == []
    dialog.close()


def test_templates_and_the_guide_of_missing_seats(wicked):
    wicked.act("keep-template")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Return")
    (wicked.home / "templates" / "R&D.toml").write_text("x=")
    wicked.act("my-templates")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("F2")
    assert faults(wicked.dialog()) == []
    wicked.hand.press("Esc", "Esc")
    wicked.act("add-from-template")
    assert faults(QApplication.activePopupWidget()) == []
    QApplication.activePopupWidget().close()
    wicked.bridge.do(rename_seat(wicked.client.children(None)[0], WICKED))
    wicked.act("missing-seats")
    guide = wicked.dialog()
    while guide.asks:
        assert faults(guide) == []
        wicked.hand.press("Alt+N")
    assert faults(guide) == []
    wicked.hand.press("Esc")

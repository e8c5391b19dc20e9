"""A seat from a template, templates of one's own, and files in and out, as a user does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from driving import settle
from mspseat_desktop.content import my_templates
from mspseat_desktop.content.banks import bank_for, shipped_bank
from mspseat_desktop.content.template_files import template_of
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.questions import add_question, hide_question
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import BankQuestion
from mspseat_desktop.domain.vocabulary import BankQuestionId
from mspseat_desktop.ui.templates.my_templates_dialog import MyTemplatesDialog
from mspseat_desktop.ui.templates.name_dialog import NameDialog
from mspseat_desktop.ui.widgets import PickerList, PlainLabel
from world import outline

MSP = "Managed IT & Security"
TECHNOLOGY = "Technology"


@pytest.fixture
def sample(program):
    program.open_sample()
    program.view.chart.setFocus()
    return program


def shelf(program):
    return [t.name for t in my_templates.own_templates(program.home).templates]


def open_picker(program):
    program.hand.press("Ctrl+T")
    found = QApplication.activePopupWidget()
    assert isinstance(found, PickerList)
    return found


def kept(program, title=TECHNOLOGY, name="Our technology", *, branch=True):
    """Keep a seat as a template, by keyboard."""
    program.select(title)
    program.act("keep-template")
    dialog = program.dialog(NameDialog)
    program.hand.press("Ctrl+A")
    program.hand.type(name)
    if branch:
        dialog.reach.buttons[1].click()
    program.hand.press("Return")
    settle()


def test_a_shipped_template_stands_under_the_selected_seat_in_one_step(sample):
    sample.select("Finance & Admin")
    before = outline(sample.client)
    open_picker(sample)
    sample.hand.type("payroll")
    sample.hand.press("Return")
    seat = sample.seat("Payroll provider")
    assert sample.client.seat(seat).parent == sample.seat("Finance & Admin")
    assert sample.bridge.selection == seat
    assert len(sample.client.responsibilities(seat)) == 5
    assert sample.view.chart.hasFocus()
    sample.act("undo")
    assert outline(sample.client) == before


def test_the_list_follows_the_wording_of_the_client(sample):
    picker = open_picker(sample)
    titles = [picker.rows.data(picker.rows.index(at)) for at in range(picker.rows.rowCount())]
    assert titles[:2] == ["Visionary", "Integrator"]
    sample.hand.press("Esc")


def test_a_branch_is_kept_without_people_and_stands_elsewhere_in_one_step(sample):
    kept(sample)
    assert shelf(sample) == ["Our technology"]
    assert "kept as your template" in sample.notice
    sample.select("Operations")
    sample.view.chart.setFocus()
    before = outline(sample.client)
    picker = open_picker(sample)
    first = picker.rows.item(picker.rows.index(0))
    assert (first.title, first.detail.split(",")[0]) == ("Our technology", "My template · 3 seats")
    sample.hand.type("our tech")
    sample.hand.press("Return")
    seat = sample.bridge.selection
    assert sample.client.seat(seat).title == TECHNOLOGY
    assert [sample.client.seat(s).title for s in sample.client.children(seat)] == [
        *(MSP, "Business Systems"),
    ]
    assert all(not sample.client.seatings(s) for s in sample.client.branch(seat))
    sample.act("undo")
    assert outline(sample.client) == before


def test_a_seat_alone_is_kept_unless_the_branch_is_asked_for(sample):
    kept(sample, branch=False)
    (template,) = my_templates.own_templates(sample.home).templates
    assert [t.title for t in template.seats] == [TECHNOLOGY]


def test_a_seat_without_reports_asks_only_a_name(sample):
    sample.select(MSP)
    sample.act("keep-template")
    dialog = sample.dialog(NameDialog)
    assert not dialog.reach.isVisible()
    assert dialog.name.text() == MSP
    sample.hand.press("Esc")
    assert shelf(sample) == []


def test_a_name_that_is_taken_or_empty_is_told_at_the_field_and_stays(sample):
    kept(sample, name="Help")
    sample.select(MSP)
    sample.act("keep-template")
    dialog = sample.dialog(NameDialog)
    sample.hand.press("Ctrl+A")
    sample.hand.type(" help ")
    sample.hand.press("Return")
    assert "already" in dialog.trouble.text()
    assert dialog.isVisible()
    assert dialog.name.text() == " help "
    sample.hand.press("Ctrl+A", "Del", "Return")
    assert dialog.trouble.text() == "Write a name first."
    sample.hand.press("Esc")
    assert shelf(sample) == ["Help"]


def test_templates_are_renamed_and_deleted_by_keyboard_with_a_way_back(sample):
    kept(sample, name="One")
    kept(sample, MSP, "Two", branch=False)
    sample.act("my-templates")
    dialog = sample.dialog(MyTemplatesDialog)
    assert dialog.list.hasFocus()
    sample.hand.press("Down", "F2", "Ctrl+A")
    sample.hand.type("Zebra")
    sample.hand.press("Return")
    assert shelf(sample) == ["One", "Zebra"]
    assert dialog.template.name == "Zebra"
    sample.dialog(MyTemplatesDialog)
    dialog.list.setFocus()
    sample.hand.press("Del")
    assert shelf(sample) == ["One"]
    assert "“Zebra” is deleted." in dialog.notices.notice.label.text()
    sample.hand.click(dialog.notices.notice.button)
    assert shelf(sample) == ["One", "Zebra"]
    sample.hand.press("Esc")


def test_a_template_goes_out_as_a_file_and_comes_in_again(sample, tmp_path):
    kept(sample, name="Help")
    sample.act("my-templates")
    dialog = sample.dialog(MyTemplatesDialog)
    sample.hand.click(dialog.pass_on)
    sample.choose_file(tmp_path / "help.toml")
    assert (tmp_path / "help.toml").is_file()
    sample.hand.click(dialog.take_in)
    sample.choose_file(tmp_path / "help.toml")
    assert shelf(sample) == ["Help", "Help (2)"]
    assert dialog.template.name == "Help (2)"
    sample.hand.press("Esc")


def test_import_takes_in_a_template_without_a_client_open(program, tmp_path):
    bad = tmp_path / "other.toml"
    bad.write_text('[project]\nname = "x"\n')
    program.act("import")
    program.choose_file(bad)
    assert program.notice.startswith("“other.toml” is not a seat template")
    assert shelf(program) == []
    program.act("my-templates")
    dialog = program.dialog(MyTemplatesDialog)
    assert dialog.empty.isVisible()
    assert not dialog.list.isVisible()
    assert dialog.take_in.hasFocus()
    program.hand.click(dialog.take_in)
    assert isinstance(program.dialog(), QFileDialog)
    program.hand.press("Esc", "Esc")


def test_a_broken_file_in_the_folder_is_named_and_the_others_are_there(sample):
    kept(sample, name="Help")
    (sample.home / "templates" / "odd.toml").write_text("x = ")
    sample.act("my-templates")
    dialog = sample.dialog(MyTemplatesDialog)
    assert dialog.list.count() == 1
    assert "“odd.toml” can not be read as a template" in dialog.trouble.text()
    sample.hand.press("Esc")
    open_picker(sample)
    assert "“odd.toml”" in sample.notice
    sample.hand.press("Esc")


def test_a_template_dropped_on_the_window_is_taken_in(sample, tmp_path):
    found = template_of(sample.client, sample.seat(MSP), name="Dropped", with_branch=False)
    my_templates.pass_on(found, tmp_path / "x.TOML")
    assert sample.hand.drop_file(sample.window, tmp_path / "x.TOML")
    assert shelf(sample) == ["Dropped"]
    assert "“Dropped” is among your templates now." in sample.notice
    assert not sample.hand.drop_file(sample.window, tmp_path / "x.exe")


def test_a_very_long_name_is_cut_and_stays_inside(sample):
    seat = sample.seat(MSP)
    sample.bridge.do(rename_seat(seat, "n" * 3000))
    sample.bridge.select(seat)
    sample.act("keep-template")
    dialog = sample.dialog(NameDialog)
    assert len(dialog.name.text()) == my_templates.LONGEST_NAME
    sample.hand.press("Return")
    sample.act("my-templates")
    dialog = sample.dialog(MyTemplatesDialog)
    assert dialog.width() <= 600
    assert dialog.list.horizontalScrollBar().maximum() == 0
    sample.hand.press("Esc")


def test_without_a_selection_the_seat_goes_to_the_top(sample):
    sample.bridge.select(None)
    open_picker(sample)
    sample.hand.type("legal")
    sample.hand.press("Return")
    assert sample.client.seat(sample.seat("Legal counsel")).parent is None


def test_the_folder_of_templates_is_the_programs_own(sample):
    kept(sample, name="Help")
    assert [p.name for p in Path(sample.home / "templates").iterdir()] == ["seat-help.toml"]


def test_the_questions_of_a_seat_come_along_and_go_with_it_in_one_step(sample):
    seat, bank = sample.seat(MSP), shipped_bank("it_provider")
    new = BankQuestionId("mine")
    sample.bridge.do(
        add_question(new, bank, letter="gets", words="Do they know our plant?", seat=seat)
    )
    sample.bridge.do(hide_question(bank, "g6", seat=seat))
    kept(sample, MSP, "Our MSP", branch=False)
    before = {r.id for r in sample.client.every(BankQuestion)}
    sample.select("Finance & Admin")
    sample.view.chart.setFocus()
    open_picker(sample)
    sample.hand.type("our msp")
    sample.hand.press("Return")
    added = sample.bridge.selection
    assert added != seat
    asked = bank_for(sample.client, added, "it_provider").questions
    assert "Do they know our plant?" in [q.words for q in asked]
    assert "g6" not in [q.id for q in asked]
    sample.act("undo")
    assert {r.id for r in sample.client.every(BankQuestion)} == before
    assert not sample.client.has(Seat, added)


def test_the_dialog_says_that_the_questions_of_the_seat_are_kept_and_the_list_counts_them(sample):
    seat, bank = sample.seat(MSP), shipped_bank("it_provider")
    new = BankQuestionId("mine")
    sample.bridge.do(add_question(new, bank, letter="gets", words="Do they bow?", seat=seat))
    sample.select(MSP)
    sample.act("keep-template")
    dialog = sample.dialog(NameDialog)
    said = " ".join(label.text() for label in dialog.findChildren(PlainLabel))
    assert "questions made for this seat only are kept" in said
    sample.hand.press("Return")
    settle()
    sample.act("my-templates")
    shown = sample.dialog(MyTemplatesDialog)
    assert "1 question of its own" in shown.list.item(0).text()
    shown.accept()

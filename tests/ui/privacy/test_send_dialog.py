"""Sending a copy: presets, boxes, what is said before, and what is in the file after."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from driving import settle
from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.domain.leaving_out import PRESETS
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import ChartId
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.ui.privacy.send_dialog import SendDialog
from mspseat_desktop.ui.widgets import PlainLabel
from world import clock


@pytest.fixture
def asked(program, tmp_path):
    program.open_sample()
    program.save_to(tmp_path / "Lakeside.mspseat")
    program.act("send-copy")
    return program.dialog(SendDialog)


def left_out(dialog):
    return {part for part, box in dialog.boxes.items() if not box.isChecked()}


def send_to(program, path):
    """Choose the place, and wait until the copy is written."""
    program.choose_file(path)
    program.window.open_client.do_in_turn(lambda: None)
    settle()


def read(folder, path):
    return Workshop(folder / "other", now=clock).read_document(path)


def test_the_owners_copy_is_offered_first(asked):
    assert asked.preset.value == "owner"
    assert left_out(asked) == PRESETS["owner"]
    assert asked.provider.isHidden()
    assert asked.left_out.text().startswith("\u2022 The history")


@pytest.mark.parametrize("preset", PRESETS)
def test_each_preset_ticks_its_boxes(asked, preset):
    asked.preset.buttons[list(PRESETS).index(preset)].click()
    assert left_out(asked) == PRESETS[preset]
    assert asked.sending.without == PRESETS[preset]
    assert (asked.sending.provider is not None) == (preset == "provider")


def test_a_box_moves_its_line_from_one_list_to_the_other(asked):
    words = "Fees and the IT budget"
    assert words in asked.holds.text()
    asked.boxes["fees"].click()
    assert words in asked.left_out.text()
    assert words not in asked.holds.text()


def test_what_there_is_none_of_is_not_asked(asked):
    assert asked.boxes["drafts"].isHidden()
    assert asked.boxes["comparisons"].isHidden()
    assert asked.boxes["other_reviews"].isVisible()


def test_the_provider_in_the_selected_seat_is_offered(program):
    program.open_sample()
    seats = {
        program.client.accountable(s).name: s
        for s in program.client.chart()
        if program.client.accountable(s) and program.client.accountable(s).kind == "provider"
    }
    for name, seat in seats.items():
        program.bridge.select(seat)
        program.act("send-copy")
        dialog = program.dialog(SendDialog)
        assert dialog.provider.currentText() == name
        dialog.reject()


def test_what_was_unticked_is_not_in_the_file(program, tmp_path):
    program.open_sample()
    seat = next(program.client.chart())
    program.bridge.do(describe_seat(seat, "notes", "zq private"))
    program.save_to(tmp_path / "Lakeside.mspseat")
    program.act("send-copy")
    program.answer("Choose a place\u2026")
    send_to(program, tmp_path / "out.mspseat")
    sent = read(tmp_path, tmp_path / "out.mspseat")
    assert b"zq private" not in (tmp_path / "out.mspseat").read_bytes()
    assert sent.steps == ()
    assert sent.client.count(Seat) == program.client.count(Seat)
    assert program.notice == "A copy is in out.mspseat. What was left out is not in it."
    assert program.window.actions_table["undo"].isEnabled()

    program.act("send-copy")
    program.answer("Choose a place\u2026")
    program.dialog(QFileDialog).setOption(QFileDialog.Option.DontConfirmOverwrite)
    send_to(program, tmp_path / "Lakeside.mspseat")
    assert "“Lakeside.mspseat” is a client's file" in program.notice


def test_what_was_ticked_again_travels(program, tmp_path):
    program.open_sample()
    program.bridge.do(describe_seat(next(program.client.chart()), "notes", "zq private"))
    program.act("send-copy")
    dialog = program.dialog(SendDialog)
    dialog.boxes["notes"].click()
    program.answer("Choose a place\u2026")
    send_to(program, tmp_path / "out.mspseat")
    assert b"zq private" in (tmp_path / "out.mspseat").read_bytes()


def test_a_copy_of_a_protected_client_says_which_passphrase_it_has(program):
    program.open_sample()
    for is_protected in (False, True):
        dialog = SendDialog(program.window.theme, program.client, is_protected=is_protected)
        texts = " ".join(label.text() for label in dialog.findChildren(PlainLabel))
        assert ("same passphrase" in texts) == is_protected
        dialog.close()


def test_the_current_chart_is_sent_whatever_is_shown(program, tmp_path):
    program.open_sample()
    seat = next(program.client.chart())
    title = program.client.seat(seat).title
    kept = KeptChart(ChartId("k"), "If", "what_if", "2026-11-23")
    assert program.bridge.keep_chart(kept)
    assert program.bridge.show_chart(kept.id)
    program.bridge.do(rename_seat(seat, "zq what if"))
    program.act("send-copy")
    program.answer("Choose a place…")
    send_to(program, tmp_path / "out.mspseat")
    assert b"zq what if" not in (tmp_path / "out.mspseat").read_bytes()
    assert read(tmp_path, tmp_path / "out.mspseat").client.seat(seat).title == title

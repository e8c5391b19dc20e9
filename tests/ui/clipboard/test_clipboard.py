"""Seats are cut, copied, pasted, duplicated and deleted together, each as one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.ui.clipboard.flows import SEATS


@pytest.fixture(name="there")
def _there(program):
    """Boss with Finance and IT; Payroll under Finance."""
    program.new_client()
    for root in program.client.children(None):
        program.bridge.do(delete_seat(root, reports="delete", on="2026-10-14"))
    put_text("Boss\n\tFinance\n\t\tPayroll\n\tIT")
    program.bridge.select(None)
    program.act("paste")
    program.view.chart.setFocus()
    return program


def put_text(text):
    QGuiApplication.clipboard().setText(text)


def outline(program):
    client = program.client
    depth = {None: -1}
    lines = []
    for seat in client.chart():
        depth[seat] = depth[client.seat(seat).parent] + 1
        lines.append("  " * depth[seat] + client.seat(seat).title)
    return lines


def choose(program, *titles):
    program.bridge.choose([program.seat(title) for title in titles])
    program.view.chart.setFocus()


def test_an_indented_list_from_elsewhere_becomes_seats(there):
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "  IT"]
    assert there.notice == "4 seats are pasted."


def test_a_copied_branch_is_pasted_under_the_selected_seat(there):
    there.bridge.do(add_responsibility("r1", there.seat("Payroll"), "Pay on time"))
    choose(there, "Finance")
    there.hand.press("Ctrl+C")
    choose(there, "IT")
    there.hand.press("Ctrl+V")
    assert outline(there) == [
        *("Boss", "  Finance", "    Payroll", "  IT", "    Finance", "      Payroll")
    ]
    copy = there.client.children(there.bridge.selection)[0]
    assert [r.text for r in there.client.responsibilities(copy)] == ["Pay on time"]
    assert there.bridge.undo_step().name == "paste-seats"


def test_copied_seats_are_text_for_other_programs(there):
    choose(there, "Boss")
    there.hand.press("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Boss\n\tFinance\n\t\tPayroll\n\tIT"
    assert not data.data(SEATS).isEmpty()
    choose(there, "IT")
    there.hand.press("Ctrl+C")
    assert QGuiApplication.clipboard().text().startswith("IT")


def test_cut_seats_move_there_where_they_are_pasted_as_one_step(there):
    choose(there, "Payroll", "IT")
    before = there.client
    there.hand.press("Ctrl+X")
    assert there.client is before
    choose(there, "Boss")
    payroll = there.seat("Payroll")
    choose(there, "Finance")
    there.hand.press("Ctrl+V")
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "    IT"]
    assert there.seat("Payroll") == payroll
    there.hand.press("Ctrl+Z")
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "  IT"]


def test_pasting_cut_seats_into_their_own_branch_is_refused_and_says_why(there):
    choose(there, "Finance")
    there.hand.press("Ctrl+X")
    choose(there, "Payroll")
    there.hand.press("Ctrl+V")
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "  IT"]
    assert there.notice


def test_a_second_paste_of_cut_seats_pastes_copies(there):
    choose(there, "IT")
    there.hand.press("Ctrl+X")
    choose(there, "Finance")
    there.hand.press("Ctrl+V")
    choose(there, "Boss")
    there.hand.press("Ctrl+V")
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "    IT", "  IT"]


def test_a_branch_is_duplicated_right_beside_itself(there):
    choose(there, "Finance")
    there.hand.press("Ctrl+D")
    assert outline(there) == [
        *("Boss", "  Finance", "    Payroll", "  Finance", "    Payroll", "  IT")
    ]


def test_only_the_seat_is_duplicated_when_its_branch_is_not_wanted(there):
    choose(there, "Finance")
    there.hand.press("Ctrl+Shift+D")
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "  Finance", "  IT"]


def test_all_seats_or_a_branch_are_chosen_by_a_key(there):
    choose(there, "IT")
    there.hand.press("Ctrl+A")
    assert len(there.bridge.chosen) == 4
    assert there.bridge.selection == there.seat("IT")
    choose(there, "Finance")
    there.hand.press("Ctrl+Shift+A")
    assert set(there.bridge.chosen) == {there.seat("Finance"), there.seat("Payroll")}


def test_a_seat_is_put_above_another_and_asks_for_its_title(there):
    choose(there, "Finance")
    there.hand.press("Shift+Ins")
    there.hand.type("Office")
    there.hand.press("Return")
    assert outline(there) == ["Boss", "  Office", "    Finance", "      Payroll", "  IT"]


def test_giving_up_the_title_of_a_seat_above_takes_it_out_again(there):
    choose(there, "Finance")
    there.hand.press("Shift+Ins", "Esc")
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "  IT"]
    assert there.bridge.selection == there.seat("Finance")


@pytest.mark.parametrize("keys", ["Ctrl+Del", "Shift+Backspace"])
def test_only_the_seat_goes_and_what_hangs_on_it_moves_up(there, keys):
    choose(there, "Finance")
    there.hand.press(keys)
    assert outline(there) == ["Boss", "  Payroll", "  IT"]
    assert "Finance" in there.notice


def test_several_seats_are_deleted_after_a_question_about_what_hangs_on_them(there):
    choose(there, "Finance", "IT")
    there.hand.press("Del")
    there.answer("Delete 3 seats")
    assert outline(there) == ["Boss"]
    assert there.notice == "3 seats are deleted."
    there.hand.press("Ctrl+Z")
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "  IT"]


def test_several_seats_go_and_their_reports_move_up(there):
    choose(there, "Finance", "IT")
    there.hand.press("Del")
    there.answer("Move the report up")
    assert outline(there) == ["Boss", "  Payroll"]


def test_seats_that_nothing_hangs_on_go_at_once(there):
    choose(there, "Payroll", "IT")
    there.hand.press("Del")
    assert not there.has_dialog()
    assert outline(there) == ["Boss", "  Finance"]


def test_a_picture_is_refused_with_a_reason(there):
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    there.act("paste")
    assert "picture" in there.notice
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "  IT"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "no seats"), ("x" * 1_100_000, "too large"), ("[1]", "JSON")],
)
def test_what_names_no_seats_is_refused_with_a_reason(there, text, words):
    put_text(text)
    there.act("paste")
    assert words in there.notice
    assert len(outline(there)) == 4


def test_a_broken_piece_of_ours_is_refused_with_a_reason(there):
    data = QMimeData()
    data.setData(SEATS, b"not = [toml")
    QGuiApplication.clipboard().setMimeData(data)
    there.act("paste")
    assert there.notice
    assert len(outline(there)) == 4


def test_keys_of_the_clipboard_belong_to_the_words_while_a_title_is_typed(there):
    choose(there, "IT")
    there.hand.press("F2")
    there.hand.press("Ctrl+A", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "IT"
    there.hand.press("Ctrl+V", "Ctrl+V", "Return")
    assert "  ITIT" in outline(there)

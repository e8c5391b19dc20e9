"""Seats are cut, copied, pasted, duplicated and deleted together, each as one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.edits.chart import LONGEST_TITLE, delete_seat
from mspseat_desktop.domain.edits.people import add_occupant, remove_occupant, take_seat
from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId
from mspseat_desktop.ui.clipboard.cut import SEATS, Cut, copied_seats
from mspseat_desktop.ui.seat_panel.title_field import TitleField
from world import ON, everything


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


def card(program, title):
    return program.view.chart.card_rect(program.seat(title))


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
    assert QGuiApplication.clipboard().text() == "IT\nReports to Boss"


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


def test_cut_seats_stay_cut_until_they_have_moved_and_look_it(there):
    choose(there, "Finance")
    finance = there.bridge.selection
    cut = Cut.of(there.bridge)
    as_it_was = there.view.chart.grab(card(there, "Payroll"))
    there.hand.press("Ctrl+X")
    assert cut.branches == {there.seat("Finance"), there.seat("Payroll")}
    assert there.view.chart.grab(card(there, "Payroll")).toImage() != as_it_was.toImage()
    spoken = [name for name in there.spoken_chart() if name.endswith("Cut, not yet pasted")]
    assert [name.split(",")[0] for name in spoken] == ["Finance", "Payroll"]
    choose(there, "Payroll")
    there.hand.press("Ctrl+V")
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "  IT"]
    assert there.notice
    choose(there, "IT")
    there.hand.press("Ctrl+V")
    assert outline(there) == ["Boss", "  IT", "    Finance", "      Payroll"]
    assert there.bridge.selection == finance
    assert not cut.branches


def test_what_was_cut_moves_no_more_after_esc_another_copy_or_its_deletion(there):
    cases = {
        "Ctrl+C": ("    IT", "  IT"),
        "Esc": ("    IT", "  IT"),
        "Del": ("    IT",),
        "": ("    Sales", "  IT"),
    }
    for key, last in cases.items():
        choose(there, "IT")
        there.hand.press("Ctrl+X")
        if key:
            there.hand.press(key)
        else:
            put_text("Sales")
        choose(there, "Finance")
        there.hand.press("Ctrl+V")
        assert outline(there) == ["Boss", "  Finance", "    Payroll", *last]
        there.hand.press("Ctrl+Z", *(["Ctrl+Z"] if key == "Del" else []))


def test_what_was_cut_stays_cut_in_its_chart_while_another_one_is_looked_at(there):
    bridge, idea = there.bridge, ChartId("idea")
    choose(there, "IT")
    there.hand.press("Ctrl+X")
    assert bridge.keep_chart(KeptChart(idea, "With an IT lead", "what_if"))
    bridge.show_chart(idea)
    assert not Cut.of(bridge).branches
    choose(there, "Finance")
    there.hand.press("Esc", "Ctrl+V")
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "    IT", "  IT"]
    bridge.show_chart(CURRENT_CHART)
    assert Cut.of(bridge).branches == {there.seat("IT")}
    choose(there, "Finance")
    there.hand.press("Ctrl+V")
    assert outline(there) == ["Boss", "  Finance", "    Payroll", "    IT"]


def test_the_top_of_pasted_rows_is_selected_whatever_their_order(there):
    choose(there, "IT")
    put_text("Title\tId\tParent ID\nDesk\t1\t2\nMSP\t2\t\nCloud\t3\t")
    there.hand.press("Ctrl+V")
    assert [there.client.seat(seat).title for seat in there.bridge.chosen] == ["MSP", "Cloud"]


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


def put(program, kind, value):
    data = QMimeData()
    if kind == "picture":
        data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    elif kind == "file":
        data.setUrls([QUrl.fromLocalFile(value)])
    else:
        data.setData(kind, value)
    QGuiApplication.clipboard().setMimeData(data)
    program.act("paste")


def test_what_can_not_become_seats_is_refused_with_a_plain_reason(there):
    for kind, value, words in (
        ("picture", None, "A picture can not become seats"),
        ("file", "/home/ann/chart.csv", "That is a file. Use Import a chart…"),
        (SEATS, b"not = [toml", "on the clipboard are damaged"),
        (SEATS, b"a = 1", "on the clipboard are damaged"),
        (SEATS, b"mspseat_template = 99", "a newer version of this program"),
        ("text/plain", b'[{"title": "A"', "is not whole JSON"),
        ("text/plain", b"[1]", "names no seats"),
        ("text/plain", b"x" * 1_100_000, "too large"),
        ("text/plain", b"", "no seats on the clipboard"),
    ):
        put(there, kind, value)
        assert words in there.notice
        assert len(outline(there)) == 4


def test_a_notice_tells_what_was_made_of_pasted_rows(there):
    for text, words in (
        ("Help\tAnn\tx\nPlant\tBob\ty", "is the title; 2 others are left out."),
        ("Title\tId\tParent ID\nA\t1\t2\nB\t2\t1", "in a circle: it is cut above “A”."),
        ("Title\tName\nA\tAnn\nB\tAcme Ltd", "with 1 person and 1 provider."),
    ):
        put_text(text)
        there.act("paste")
        assert there.notice.startswith("2 seats are pasted")
        assert there.notice.endswith(words)
    there.bridge.select(None)
    put(there, "text/html", b"<ul><li>CFO (acting)<ul><li>C. Smith &amp; Co</ul></ul>")
    assert outline(there)[-2:] == ["CFO (acting)", "  C. Smith & Co"]


def test_people_come_along_when_that_is_asked_for_as_one_step(there):
    for seat, name, kind in (
        ("Finance", "Ann", "person"),
        ("Payroll", "Ann", "provider"),
        ("Payroll", "Bo", "person"),
    ):
        role = "also" if name == "Bo" else "accountable"
        occupant = Occupant(f"{name}-{kind}", name, kind, notes="Talks a lot")
        there.bridge.do(add_occupant(occupant))
        there.bridge.do(
            take_seat(f"s-{occupant.id}", there.seat(seat), occupant.id, role=role, on=ON)
        )
    choose(there, "Finance")
    there.act("copy")
    assert b"Ann" not in copied_seats()
    assert "Ann" not in QGuiApplication.clipboard().text()
    there.act("copy-with-people")
    assert QGuiApplication.clipboard().text() == "Finance: Ann\n\tPayroll: Ann, Bo"
    assert b"Talks" not in copied_seats()
    there.bridge.do(delete_seat(there.seat("Finance"), reports="delete", on=ON))
    there.bridge.do(remove_occupant("Bo-person"))
    choose(there, "IT")
    before = there.client
    there.hand.press("Ctrl+V")
    assert there.notice == "2 seats are pasted, with 2 people and 1 provider."
    names = [
        [(there.client.get(Occupant, s.occupant).id, s.role) for s in there.client.seatings(seat)]
        for seat in there.client.branch(there.bridge.selection)
    ]
    (bo,) = [o.id for o in there.client.every(Occupant) if o.name == "Bo"]
    assert bo != "Bo-person"
    assert names == [
        [("Ann-person", "accountable")],
        [("Ann-provider", "accountable"), (bo, "also")],
    ]
    there.hand.press("Ctrl+Z")
    assert everything(there.client) == everything(before)


def test_keys_of_the_clipboard_belong_to_a_title_while_it_is_typed_as_long_as_a_pasted_one(there):
    choose(there, "IT")
    there.hand.press("F2")
    there.hand.press("Ctrl+A", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "IT"
    there.hand.press("Ctrl+V", "Ctrl+V", "Return")
    assert "  ITIT" in outline(there)
    there.hand.press("F2")
    for field in (there.view.chart.renaming.field, there.view.panel.findChild(TitleField)):
        assert field.maxLength() == LONGEST_TITLE

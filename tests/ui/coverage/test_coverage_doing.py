from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coverage_driving import at, board, choose, entry, part, shown_rows
from coverage_world import MSP, OWNER, TECH, marked_it, shared_it
from driving import settle, shown_texts
from mspseat_desktop.domain.records import Cover, Function
from mspseat_desktop.domain.vocabulary import FunctionId, SeatId
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from mspseat_desktop.ui.widgets import PickerList


def test_a_function_is_renamed_where_it_stands(on_page):
    program = on_page(shared_it("backup", "restore"))
    at(program, "backup")
    program.hand.press("F2")
    program.hand.type("Copies")
    program.hand.press("Return")
    assert shown_rows(program) == ["Copies", "Test restores"]
    assert QApplication.focusWidget() is board(program).table
    program.hand.press("Return")
    program.hand.type("Nonsense")
    program.hand.press("Esc")
    assert shown_rows(program)[0] == "Copies"
    program.hand.press("F2", "Ctrl+A", "Del", "Return")
    assert shown_rows(program)[0] == "Copies"


def test_the_technical_name_is_typed_over_the_menu(on_page):
    program = on_page(shared_it("backup"))
    at(program, "backup")
    program.hand.press("Space")
    choose("Technical name")
    program.hand.type("3-2-1")
    program.hand.press("Return")
    assert program.client.get(Function, "backup").term == "3-2-1"
    assert program.client.get(Function, "backup").name == "Backup"


def test_an_own_function_is_added_named_and_taken_back_in_one_step(on_page):
    program = on_page(shared_it("backup", "restore"))
    at(program, "backup")
    program.hand.press("Ins")
    program.hand.type("Phones")
    program.hand.press("Return")
    assert shown_rows(program) == ["Backup", "Phones", "Test restores"]
    program.act("undo")
    settle()
    assert shown_rows(program) == ["Backup", "Test restores"]


def test_an_own_function_that_is_given_up_leaves_nothing(on_page):
    program = on_page(shared_it("backup"))
    steps = program.bridge.undo_step().number
    at(program, "backup")
    program.hand.click(board(program).add_function)
    program.hand.press("Esc")
    assert shown_rows(program) == ["Backup"]
    assert program.bridge.undo_step().number == steps


def test_functions_are_moved_and_deleted_by_keyboard(on_page):
    program = on_page(shared_it("backup", "restore", "servers"))
    at(program, "backup", MSP)
    program.hand.press("Alt+Down", "Alt+Down", "Alt+Down")
    assert shown_rows(program) == ["Test restores", "Servers", "Backup"]
    assert board(program).table.function == "backup"
    program.hand.press("Alt+Up")
    assert shown_rows(program) == ["Test restores", "Backup", "Servers"]
    program.hand.press("Ctrl+Shift+Del")
    assert shown_rows(program) == ["Test restores", "Servers"]
    assert "Backup" in program.notice
    assert board(program).table.function == "servers"


def test_a_seat_gets_a_column_by_typing_its_name(on_page):
    program = on_page(shared_it("backup"))
    at(program, "backup")
    board(program).add_seat.setFocus()
    program.hand.press("Return")
    program.hand.type("finance")
    program.hand.press("Return")
    titles = [column.title for column in board(program).table.map.grid.columns]
    assert titles == [OWNER, "Finance and Admin", MSP]
    assert board(program).table.seat == "Finance and Admin"
    program.hand.press("A")
    assert part(program, "backup", "Finance and Admin") == "accountable"


def test_the_keys_beside_the_entries_work_while_the_menu_is_open(on_page):
    program = on_page(shared_it("backup", "restore"))
    at(program, "backup", MSP)
    for key, expected in (
        ("H", "helps"),
        ("A", "accountable"),
        ("D", "declined"),
        ("N", "excluded"),
        ("Del", None),
        ("X", "excluded"),
    ):
        program.hand.press("Return", key)
        assert QApplication.activePopupWidget() is None
        assert part(program, "backup", MSP) == expected
    program.hand.press("Left", "Left", "Space", "Alt+Down")
    assert shown_rows(program) == ["Test restores", "Backup"]
    program.hand.press("Space", "F2")
    program.hand.type("Copies")
    program.hand.press("Return")
    assert shown_rows(program) == ["Test restores", "Copies"]


def test_only_seats_without_a_column_are_offered(on_page):
    program = on_page(marked_it("backup"))
    popup = board(program).add_seat.open_list()
    assert isinstance(popup, PickerList)
    titles = {popup.rows.index(row).data() for row in range(popup.rows.rowCount())}
    popup.close()
    assert titles == {"Finance and Admin", "Operations", TECH}


def test_a_column_is_taken_out_over_the_menu(on_page):
    program = on_page(marked_it("budget"))
    at(program, "budget", OWNER)
    program.hand.press("Return")
    choose("Take the seat out of the map")
    assert [c.seat for c in board(program).table.map.grid.columns] == [TECH, MSP]
    assert part(program, "budget", OWNER) is None


def test_the_column_of_an_it_provider_stays(on_page):
    program = on_page(shared_it("backup"))
    at(program, "backup", MSP)
    program.hand.press("Return")
    menu = QApplication.activePopupWidget()
    assert not entry(menu, "Stays").isEnabled()
    menu.close()


def test_a_heading_leads_to_its_seat_in_the_chart(on_page):
    program = on_page(shared_it("backup"))
    table = board(program).table
    heading = table.heading
    column = table.map.place(FunctionId("backup"), SeatId(MSP)).column()
    spot = QPoint(heading.sectionViewportPosition(column) + 20, 30)
    QTest.mouseClick(
        heading.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )
    choose("Show the seat")
    assert program.view.page == "chart"
    assert program.bridge.selection == MSP


def test_a_function_becomes_a_responsibility_of_its_seat_in_one_step(on_page):
    program = on_page(marked_it("network"))
    at(program, "network", MSP)
    program.hand.press("Return")
    choose("Make it a responsibility")
    made = program.client.responsibilities(SeatId(MSP))[-1]
    assert (made.text, made.level) == ("Network and Wi-Fi", "managed")
    assert program.client.get(Cover, f"network:{MSP}").responsibility == made.id
    assert "Network and Wi-Fi" in program.notice
    program.act("undo")
    assert len(program.client.responsibilities(SeatId(MSP))) == 1


def test_the_row_makes_a_responsibility_in_the_right_seat(on_page):
    program = on_page(marked_it("programs"))
    at(program, "programs")
    program.hand.press("Space")
    choose("Make it a responsibility of Technology")
    assert [r.text for r in program.client.responsibilities(SeatId(TECH))] == ["Business programs"]


def test_a_function_belongs_to_a_responsibility_that_is_there(on_page):
    program = on_page(marked_it("network"))
    at(program, "network", MSP)
    program.hand.press("Return")
    menu = QApplication.activePopupWidget()
    below = entry(menu, "Belongs to").menu()
    entry(below, "Protect").trigger()
    menu.close()
    settle(2)
    assert program.client.get(Cover, f"network:{MSP}").responsibility == "protect"
    table = board(program).table
    place = table.map.place(FunctionId("network"), SeatId(MSP))
    about = table.map.data(place, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert about == "Belongs to “Protect”."


def test_an_undo_while_a_name_is_open_closes_it_when_its_function_goes(on_page):
    program = on_page(shared_it("backup"))
    board(program).table.doing.add_function()
    assert board(program).table.naming.field is not None
    program.bridge.undo()
    settle()
    assert board(program).table.naming.field is None
    assert shown_rows(program) == ["Backup"]


def test_ctrl_p_previews_the_map_and_says_so_before_it_is_started(program, qtbot):
    program.new_client()
    program.act("page-coverage")
    program.act("print")
    assert "Start the coverage map first" in program.notice
    assert not program.has_dialog()
    program.hand.press("Return", "Ctrl+P")
    preview = program.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    preview.close()
    program.hand.click(board(program).print)
    program.dialog(PreviewDialog).close()


def test_a_review_names_the_functions_that_are_wanted_and_declined(on_page):
    program = on_page(marked_it("email", "awareness"))
    program.act("page-chart")
    program.select(MSP)
    program.act("review")
    review = program.window.doing.review
    review.show_step("wants")
    settle()
    assert "In part: wants E-mail protection; declined Staff awareness." in shown_texts(review)
    review.close()

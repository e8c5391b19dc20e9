from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from coverage_world import MSP, OWNER, TECH, all_of, marked_it, shared_it
from driving import settle, shown_texts
from mspseat_desktop.content.functions import function_templates, start_coverage
from mspseat_desktop.domain.coverage import cover_of, standing
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.edits.coverage import add_column, change_function, mark
from mspseat_desktop.domain.records import Cover, Function, FunctionId, SeatId
from mspseat_desktop.ui.coverage.model import CoverageModel
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from mspseat_desktop.ui.widgets import PickerList
from world import chart_of, edited, id_maker


@pytest.fixture
def on_page(program):
    """Return a function that opens the coverage page of a client."""

    def open_page(client):
        program.new_client()
        program.bridge.do(all_of(client))
        program.act("page-coverage")
        settle()
        return program

    return open_page


def board(program):
    return program.view.coverage.board


def at(program, code, title=None):
    """Put the keyboard on a function and a seat."""
    board(program).table.go_to(FunctionId(code), SeatId(title) if title else None)


def part(program, code, title):
    cover = cover_of(program.client, FunctionId(code), SeatId(title))
    return cover.part if cover else None


def said(program):
    """What a screen reader finds in the table: the names of its cells and of its headings."""
    table = QAccessible.queryAccessibleInterface(board(program).table)
    children = [table.child(number) for number in range(table.childCount())]
    return {child.text(QAccessible.Text.Name): child for child in children}


def shown_rows(program):
    return [line.function.name for line in board(program).table.map.grid.lines]


def choose(words):
    """Choose the entry of the open menu that begins with these words."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry(menu, words).trigger()
    menu.close()
    settle(2)


def entry(menu, words):
    found = [a for a in menu.actions() if a.text().split("\t")[0].startswith(words)]
    assert len(found) == 1, [a.text() for a in menu.actions()]
    return found[0]


def click(program, code, title):
    table = board(program).table
    place = table.map.place(FunctionId(code), SeatId(title) if title else None)
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        table.visualRect(place).center(),
    )
    settle(2)


def test_an_empty_page_starts_the_map_with_one_key_and_one_step(program):
    program.new_client()
    program.act("page-coverage")
    program.hand.press("Return")
    assert len(program.client.functions()) == 28
    assert program.client.count(Cover) == 0
    assert board(program).isVisible()
    assert "0 of 28 clear" in board(program).summary.text()
    assert QApplication.focusWidget() is board(program).table
    program.hand.press("A")
    assert [cover.part for cover in program.client.every(Cover)] == ["accountable"]
    program.act("undo")
    program.act("undo")
    settle()
    assert program.client.functions() == ()
    assert program.view.coverage.beginning.isVisible()


def test_letters_mark_a_place_and_delete_clears_it(on_page):
    program = on_page(shared_it("backup", "restore"))
    at(program, "backup", MSP)
    for key, expected in (
        ("A", "accountable"),
        ("H", "helps"),
        ("D", "declined"),
        ("X", "excluded"),
        ("Del", None),
        ("Space", "accountable"),
        ("Space", "helps"),
        ("Space", None),
    ):
        program.hand.press(key)
        assert part(program, "backup", MSP) == expected
    assert part(program, "restore", MSP) is None


def test_a_letter_that_means_nothing_leaves_the_keyboard_where_it_is(on_page):
    program = on_page(shared_it("backup", "restore"))
    at(program, "backup", MSP)
    program.hand.press("Q", "Z", "1")
    assert board(program).table.function == "backup"
    assert program.client.count(Cover) == 0


def test_arrows_walk_and_tab_leaves_the_table(on_page):
    program = on_page(shared_it("backup", "restore"))
    at(program, "backup")
    program.hand.press("Down", "Right", "Right", "A")
    assert part(program, "restore", MSP) == "accountable"
    program.hand.press("Tab")
    assert QApplication.focusWidget() is not board(program).table


def test_a_click_opens_a_menu_that_marks(on_page):
    program = on_page(shared_it("backup"))
    click(program, "backup", OWNER)
    choose("Accountable")
    assert part(program, "backup", OWNER) == "accountable"
    click(program, "backup", OWNER)
    choose("Nothing")
    assert part(program, "backup", OWNER) is None


def test_each_cell_says_function_seat_and_part(on_page):
    program = on_page(marked_it("help-desk", "cloud", "awareness"))
    found = said(program)
    assert f"Help desk, {MSP}: accountable" in found
    assert f"Help desk, {TECH}: helps" in found
    assert f"Help desk, {OWNER}: nothing" in found
    assert f"Staff awareness, {MSP}: declined" in found
    assert "Microsoft 365 or Google settings: Two are accountable" in found
    assert f"{TECH}, Joel Kim" in found
    assert found[f"{TECH}, Joel Kim"].role() == QAccessible.Role.ColumnHeader
    name = found["Help desk"]
    assert "service desk" in name.text(QAccessible.Text.Description)
    table = board(program).table
    tip = table.map.data(
        table.map.place(FunctionId("help-desk"), None), Qt.ItemDataRole.ToolTipRole
    )
    assert "service desk" in tip


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("cloud", "Two are accountable"),
        ("backup", "Nobody is accountable"),
        ("roadmap", "Northbeam IT declined it"),
        ("cameras", "Not in the contract"),
        ("risks", "Only leadership may accept risks"),
        ("network", ""),
    ],
)
def test_each_row_says_what_is_wrong(on_page, code, words):
    program = on_page(marked_it(code))
    assert [line.trouble for line in board(program).table.map.grid.lines] == [words]


def test_the_page_says_what_the_whole_map_means(on_page):
    program = on_page(marked_it())
    assert "12 of 17 clear" in board(program).summary.text()
    assert board(program).findings.sentences == (
        "Northbeam IT does security but not backup.",
        f"“Protect” of “{MSP}” in part: wants E-mail protection; declined Staff awareness.",
    )
    at(program, "backup", MSP)
    program.hand.press("A")
    assert len(board(program).findings.sentences) == 1
    assert "13 of 17 clear" in board(program).summary.text()


def test_a_gap_a_collision_and_their_mending(on_page):
    program = on_page(marked_it("cloud", "backup"))
    at(program, "cloud", TECH)
    program.hand.press("H")
    at(program, "backup", MSP)
    program.hand.press("A")
    assert [line.trouble for line in board(program).table.map.grid.lines] == ["", ""]
    program.act("undo")
    program.act("undo")
    settle()
    assert [standing(program.client, f.id).trouble for f in program.client.functions()] == [
        "two",
        "nobody",
    ]


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


def test_only_what_is_not_clear_keeps_a_row_that_is_being_mended(on_page):
    program = on_page(marked_it("network", "backup", "cloud"))
    board(program).only_trouble.click()
    assert shown_rows(program) == ["Backup", "Microsoft 365 or Google settings"]
    at(program, "backup", MSP)
    program.hand.press("A")
    assert "Backup" in shown_rows(program)
    board(program).only_trouble.click()
    board(program).only_trouble.click()
    assert shown_rows(program) == ["Microsoft 365 or Google settings"]
    at(program, "cloud", TECH)
    program.hand.press("H")
    assert not board(program).hint.isVisible()
    board(program).only_trouble.click()
    board(program).only_trouble.click()
    assert shown_rows(program) == []
    assert "Everything is clear" in board(program).hint.text()


def test_what_changes_elsewhere_shows_when_the_page_is_shown_again(on_page):
    program = on_page(marked_it("backup"))
    program.act("page-chart")
    program.bridge.do(mark(FunctionId("backup"), SeatId(TECH), "accountable"))
    program.bridge.do(change_function(FunctionId("backup"), name="Copies"))
    program.act("page-coverage")
    settle()
    assert f"Copies, {TECH}: accountable" in said(program)


def test_an_undo_while_a_name_is_open_closes_it_when_its_function_goes(on_page):
    program = on_page(shared_it("backup"))
    board(program).table.doing.add_function()
    assert board(program).table.naming.field is not None
    program.bridge.undo()
    settle()
    assert board(program).table.naming.field is None
    assert shown_rows(program) == ["Backup"]


def test_a_map_without_seats_says_what_to_do(on_page):
    program = on_page(edited(chart_of({"Owner": []}), start_coverage(id_maker())))
    assert board(program).hint.isVisible()
    program.bridge.do(add_column(SeatId("Owner")))
    assert not board(program).hint.isVisible()


@pytest.mark.parametrize("size", [(960, 600), (1280, 720)])
def test_thirty_functions_against_eight_seats_need_no_scrolling_across(on_page, size):
    program = on_page(marked_it(*function_templates()))
    for title in ("Finance and Admin", "Operations"):
        program.bridge.do(add_column(SeatId(title)))
    program.window.resize(*size)
    settle()
    table = board(program).table
    assert table.horizontalScrollBar().maximum() == 0
    model = table.model()
    assert isinstance(model, CoverageModel)
    assert sum(table.columnWidth(c) for c in range(model.columnCount())) == table.viewport().width()


def test_names_stay_in_sight_when_the_map_scrolls_sideways(on_page):
    client = shared_it("backup", "restore")
    teams = [SeatId(f"Team {number:02d}") for number in range(16)]
    for team in teams:
        client = edited(client, add_seat(team, parent=SeatId(OWNER), title=team), add_column(team))
    program = on_page(client)
    program.window.resize(960, 600)
    settle()
    table = board(program).table
    at(program, "backup", teams[-1])
    assert table.horizontalScrollBar().value() > 0
    spot = QPoint(20, table.visualRect(table.currentIndex()).center().y())
    assert table.indexAt(spot) == table.map.place(FunctionId("backup"), None)
    picture = table.viewport().grab().toImage()
    names = QRect(0, 0, table.columnWidth(0), table.rowHeight(0) * 2)
    table.horizontalScrollBar().setValue(0)
    settle()
    assert table.viewport().grab().toImage().copy(names) == picture.copy(names)
    at(program, "backup", teams[-1])
    for _step in teams:
        program.hand.press("Left")
        assert table.visualRect(table.currentIndex()).left() >= table.columnWidth(0)


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

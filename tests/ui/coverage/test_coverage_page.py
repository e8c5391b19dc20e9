from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from coverage_driving import at, board, choose, click, part, said, shown_rows
from coverage_world import MSP, OWNER, TECH, marked_it, shared_it
from driving import settle
from mspseat_desktop.content.functions import function_templates, start_coverage
from mspseat_desktop.domain.coverage import standing
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.edits.coverage import add_column, change_function, mark
from mspseat_desktop.domain.records import Cover
from mspseat_desktop.domain.vocabulary import FunctionId, SeatId
from mspseat_desktop.ui.coverage.model import CoverageModel
from world import chart_of, edited, id_maker


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
        ("N", "excluded"),
        ("A", "accountable"),
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


def trouble_ground(program, code):
    """The pixels of what the row says at its end."""
    table = board(program).table
    place = table.map.place(FunctionId(code), None).siblingAtColumn(table.map.trouble_column)
    return table.viewport().grab(table.visualRect(place)).toImage()


def test_a_map_that_is_being_drawn_asks_quietly_and_tells_gaps_once_half_is_marked(on_page):
    program = on_page(shared_it("backup", "restore", "servers", "network"))
    at(program, "backup", MSP)
    program.hand.press("A")
    lines = board(program).table.map.grid.lines
    assert [(line.trouble, line.quiet) for line in lines[1:]] == [("Nobody yet", True)] * 3
    quiet = trouble_ground(program, "servers").pixelColor(1, 1)
    assert quiet == program.window.theme.color("surface")
    at(program, "restore", MSP)
    program.hand.press("H")
    lines = board(program).table.map.grid.lines
    assert [(line.trouble, line.quiet) for line in lines[1:]] == [
        ("Nobody is accountable", False)
    ] * 3
    assert trouble_ground(program, "servers").pixelColor(1, 1) != quiet


def test_what_was_declined_or_doubled_is_told_at_once(on_page):
    program = on_page(shared_it("backup", "restore", "servers", "network", "attacks"))
    for code, seat, key in (("backup", MSP, "D"), ("restore", MSP, "A"), ("restore", OWNER, "A")):
        at(program, code, seat)
        program.hand.press(key)
    lines = board(program).table.map.grid.lines
    assert [line.quiet for line in lines] == [False, False, True, True, True]
    assert board(program).findings.sentences == ()


def test_a_row_says_that_its_accountable_seat_is_open(on_page):
    program = on_page(shared_it("backup", "restore"))
    program.bridge.do(mark(FunctionId("backup"), SeatId("Operations"), "accountable"))
    first, _second = board(program).table.map.grid.lines
    assert (first.trouble, first.quiet) == ("“Operations” is open", True)
    assert "0 of 2 clear" in board(program).summary.text()
    board(program).only_trouble.click()
    assert shown_rows(program) == ["Backup", "Test restores"]


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

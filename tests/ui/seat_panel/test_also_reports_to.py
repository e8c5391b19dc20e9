"""Second lines, the layout below and assistants are seen and changed in the panel."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.edits.chart import delete_seat, rename_seat
from mspseat_desktop.domain.edits.layouts import add_second_line, lay_out_branch
from mspseat_desktop.domain.records import SecondLine
from mspseat_desktop.domain.vocabulary import SeatId

MSP, FINANCE = SeatId("MSP"), SeatId("Finance")


def lines(desk, seat=MSP):
    return [(line.to, line.about) for line in desk.client.second_lines(seat)]


def add(desk, typed):
    listed = desk.page.also_reports_to.add.open_list(typed)
    QTest.keyClick(listed.search, Qt.Key.Key_Return)


def shown(desk):
    rows = desk.page.also_reports_to.rows
    return [(row.title.text(), row.about.text()) for row in rows]


def test_typing_a_seat_adds_a_second_line_and_leads_to_what_it_is_about(desk):
    add(desk, "fin")
    assert lines(desk) == [(FINANCE, "")]
    (row,) = desk.page.also_reports_to.rows
    QTest.keyClicks(row.about, "Budget")
    row.about.flush()
    assert lines(desk) == [(FINANCE, "Budget")]
    assert desk.steps() == ["add-second-line", "change-second-line"]
    assert shown(desk) == [("Finance", "Budget")]


def test_a_second_line_is_taken_out_by_its_button_and_comes_back_by_undo(desk):
    desk.bridge.do(add_second_line("l1", MSP, FINANCE, about="Budget"))
    desk.page.also_reports_to.rows[0].remove.click()
    assert lines(desk) == []
    assert shown(desk) == []
    desk.bridge.undo()
    assert shown(desk) == [("Finance", "Budget")]


def test_the_list_offers_no_seat_that_is_reported_to_already(desk):
    desk.bridge.do(add_second_line("l1", MSP, FINANCE))
    listed = desk.page.also_reports_to.add.open_list()
    items = [listed.rows.item(listed.rows.index(at)) for at in range(listed.rows.rowCount())]
    listed.close()
    assert [item.title for item in items] == ["CEO", "Quality"]


def test_a_seat_that_is_renamed_or_deleted_is_followed(desk):
    desk.bridge.do(add_second_line("l1", MSP, FINANCE, about="Budget"))
    desk.bridge.do(rename_seat(FINANCE, "Money"))
    assert shown(desk) == [("Money", "Budget")]
    desk.bridge.do(delete_seat(FINANCE, reports="lift", on="2026-10-14"))
    assert shown(desk) == []
    assert desk.client.count(SecondLine) == 0


def test_each_button_says_which_line_it_takes_out(desk):
    desk.bridge.do(add_second_line("l1", MSP, FINANCE))
    (row,) = desk.page.also_reports_to.rows
    assert row.remove.accessibleName() == "Take the second line to Finance out"
    assert row.about.accessibleName() == "What the second line to Finance is about"


def test_the_layout_below_is_chosen_and_followed(desk):
    chooser = desk.page.in_chart.layout_below
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    assert desk.client.seat(MSP).layout == "right"
    desk.bridge.do(lay_out_branch(MSP, "stacked"))
    assert chooser.value == "stacked"


def test_an_assistant_is_ticked_where_there_is_somebody_to_assist(desk):
    box = desk.page.in_chart.assistant
    box.click()
    assert desk.client.seat(MSP).assistant
    assert desk.steps() == ["set-assistant"]
    desk.select("CEO")
    assert box.isHidden()

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.edits.chart import move_seat, rename_seat
from mspseat_desktop.domain.vocabulary import SeatId

MSP, OPERATIONS, FINANCE = SeatId("MSP"), SeatId("Operations"), SeatId("Finance")


def pick(picker, typed):
    listed = picker.open_list(typed)
    QTest.keyClick(listed.search, Qt.Key.Key_Return)


def shown(desk):
    return desk.panel.header.reports_to.item.title


def test_typing_a_seat_moves_this_one_under_it(desk):
    pick(desk.panel.header.reports_to, "fin")
    assert desk.client.seat(MSP).parent == FINANCE
    assert shown(desk) == "Finance"
    assert desk.steps() == ["move-seat"]


def test_the_top_of_the_chart_makes_it_a_root(desk):
    pick(desk.panel.header.reports_to, "top of")
    assert desk.client.seat(MSP).parent is None
    assert shown(desk) == "Top of the chart"


def test_a_seat_below_is_refused_and_the_old_one_stays_on_show(desk):
    desk.select("Operations")
    pick(desk.panel.header.reports_to, "MSP")
    assert [p.code for p in desk.troubles] == ["reports-to-itself"]
    assert shown(desk) == "CEO"
    assert desk.steps() == []


def test_picking_the_seat_it_reports_to_already_changes_nothing(desk):
    pick(desk.panel.header.reports_to, "Operations")
    assert desk.steps() == []


def test_the_list_has_every_other_seat_with_who_holds_it(desk):
    listed = desk.panel.header.reports_to.open_list()
    items = [listed.rows.item(listed.rows.index(at)) for at in range(listed.rows.rowCount())]
    listed.close()
    assert [(i.title, i.detail) for i in items[1:]] == [
        ("CEO", "Dana Whitfield"),
        ("Finance", "Open seat"),
        ("Operations", "Open seat · Reports here now"),
        ("Quality", "Open seat"),
    ]


def test_a_drag_in_the_chart_and_a_new_name_above_are_shown(desk):
    desk.bridge.do(move_seat(MSP, parent=FINANCE))
    assert shown(desk) == "Finance"
    desk.bridge.do(rename_seat(FINANCE, "Money"))
    assert shown(desk) == "Money"

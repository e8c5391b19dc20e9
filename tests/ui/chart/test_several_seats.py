"""Several seats are chosen by mouse, and dragged, copied and marked together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.ui.chart.drops import NotHere

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def click(desk, seat, held=PLAIN):
    QTest.mouseClick(desk.chart, LEFT, held, desk.point(seat))


def drag(desk, start, end, held, *, drop=True):
    QTest.mousePress(desk.chart, LEFT, held, start)
    for step in range(1, 9):
        move(desk, start + (end - start) * step / 8, held)
    if drop:
        QTest.mouseRelease(desk.chart, LEFT, held, end)


def move(desk, at, held):

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(desk.chart.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        LEFT,
        held,
    )
    QApplication.sendEvent(desk.chart, event)


def test_a_click_with_control_chooses_a_seat_beside_the_others(desk):
    click(desk, "sales")
    click(desk, "finance", CONTROL)
    assert desk.bridge.chosen == ("finance", "sales")
    assert desk.bridge.selection == "finance"


def test_another_click_with_control_takes_it_out_again(desk):
    click(desk, "sales")
    click(desk, "finance", CONTROL)
    click(desk, "finance", CONTROL)
    assert desk.bridge.chosen == ("sales",)


def test_a_plain_click_chooses_that_one_alone_also_among_several(desk):
    click(desk, "sales")
    click(desk, "finance", CONTROL)
    click(desk, "sales")
    assert desk.bridge.chosen == ("sales",)


def test_a_band_stretched_with_shift_chooses_every_card_that_it_touches(desk):
    start = desk.point("plant", dx=-125) - QPoint(0, 80)
    end = desk.point("quality") + QPoint(10, 10)
    drag(desk, start, end, SHIFT)
    assert set(desk.bridge.chosen) == {"plant", "quality"}
    assert desk.bridge.selection == "plant"


def test_escape_takes_the_band_away_and_keeps_what_was_chosen(desk):
    click(desk, "sales")
    drag(desk, desk.empty_point(), desk.point("quality"), SHIFT, drop=False)
    assert desk.chart.overlay.band is not None
    desk.press(Qt.Key.Key_Escape)
    assert desk.chart.overlay.band is None
    QTest.mouseRelease(desk.chart, LEFT, SHIFT, desk.point("quality"))
    assert desk.bridge.chosen == ("sales",)


def test_several_branches_are_dropped_onto_a_seat_as_one_step(desk):
    click(desk, "quality")
    click(desk, "payroll", CONTROL)
    drag(desk, desk.point("payroll"), desk.point("sales"), PLAIN)
    assert desk.titles("sales") == ["Payroll", "Quality"]
    assert desk.bridge.undo_step().name == "move-seats"
    desk.bridge.undo()
    assert desk.titles("sales") == []


def test_several_branches_are_dropped_between_siblings_in_chart_order(desk):
    click(desk, "payroll")
    click(desk, "quality", CONTROL)
    between = (desk.point("finance") + desk.point("operations")) / 2
    drag(desk, desk.point("quality"), between, PLAIN)
    assert desk.titles("lead") == ["Finance", "Payroll", "Quality", "Operations", "Sales"]


def test_none_of_them_goes_into_the_branch_of_another(desk):
    click(desk, "operations")
    click(desk, "sales", CONTROL)
    drag(desk, desk.point("sales"), desk.point("plant"), PLAIN, drop=False)
    assert isinstance(desk.chart.overlay.drop, NotHere)
    QTest.mouseRelease(desk.chart, LEFT, PLAIN, desk.point("plant"))
    assert desk.bridge.undo_step() is None


def test_a_drag_with_control_drops_a_copy_and_says_so(desk):
    drag(desk, desk.point("operations"), desk.point("sales"), CONTROL, drop=False)
    assert "Copy" in desk.chart.overlay.in_hand.caption
    assert desk.chart.cursor().shape() == Qt.CursorShape.DragCopyCursor
    QTest.mouseRelease(desk.chart, LEFT, CONTROL, desk.point("sales"))
    assert desk.titles("lead") == ["Finance", "Operations", "Sales"]
    assert desk.titles("sales") == ["Operations"]
    (copy,) = desk.client.children("sales")
    assert desk.titles(copy) == ["Plant", "Quality"]
    assert desk.bridge.chosen == (copy,)


def test_letting_control_go_before_the_drop_moves_instead(desk):
    drag(desk, desk.point("operations"), desk.point("sales"), CONTROL, drop=False)
    QTest.mouseRelease(desk.chart, LEFT, PLAIN, desk.point("sales"))
    assert desk.titles("lead") == ["Finance", "Sales"]


def test_a_seat_that_goes_is_not_chosen_any_more(desk):
    click(desk, "payroll")
    click(desk, "sales", CONTROL)
    desk.bridge.do(delete_seat("payroll", reports="delete", on="2026-10-14"))
    assert desk.bridge.chosen == ("sales",)

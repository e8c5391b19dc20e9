"""Undo leads back: to what was chosen, to the view, and over a new seat with its title at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.edits.chart import move_seat, rename_seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.find.finder import Finder
from mspseat_desktop.ui.find.on_chart import FoundOnChart
from mspseat_desktop.ui.folding import Folding
from mspseat_desktop.wording.edits import edit_text

LEFT = Qt.MouseButton.LeftButton


def test_a_new_seat_and_its_title_are_one_step_named_by_it(desk):
    desk.bridge.select("sales")
    desk.press(Qt.Key.Key_Tab)
    desk.type_title("Export")
    step = desk.bridge.undo_step()
    assert edit_text(step.name, step.params) == "add “Export”"
    desk.bridge.undo()
    assert desk.titles("sales") == []
    desk.bridge.redo()
    assert desk.titles("sales") == ["Export"]


def test_undo_of_a_new_seat_selects_what_was_selected_and_redo_the_seat(desk):
    desk.bridge.select("sales")
    desk.press(Qt.Key.Key_Tab)
    desk.type_title("Export")
    (new,) = desk.client.children("sales")
    desk.bridge.undo()
    assert desk.bridge.selection == "sales"
    desk.bridge.redo()
    assert desk.bridge.selection == new


def test_undo_of_a_deletion_selects_the_seat_that_is_back(desk):
    desk.bridge.select("payroll")
    desk.press(Qt.Key.Key_Delete)
    assert desk.bridge.selection == "finance"
    desk.bridge.undo()
    assert desk.bridge.selection == "payroll"
    desk.bridge.redo()
    assert desk.bridge.selection == "finance"


def test_undo_of_what_goes_on_elsewhere_leaves_the_selection_alone(desk):
    desk.bridge.select("sales")
    desk.bridge.do(rename_seat(SeatId("sales"), "Selling"))
    desk.bridge.select("plant")
    desk.bridge.undo()
    assert desk.bridge.selection == "plant"


@pytest.mark.parametrize(("seat", "parent"), [("operations", "payroll"), ("plant", "lead")])
def test_undo_brings_the_view_back_unless_somebody_has_moved_it(desk, seat, parent):
    chart = desk.chart
    chart.fit()
    desk.bridge.select(seat)
    before = chart.state()
    desk.bridge.do(move_seat(SeatId(seat), parent=SeatId(parent)))
    after = chart.state()
    desk.bridge.undo()
    assert chart.state() == before
    desk.bridge.redo()
    assert chart.state() == after
    chart.sight.pan(0, 30)
    elsewhere = chart.state()
    desk.bridge.undo()
    assert chart.state().y == elsewhere.y


def test_keys_move_all_that_is_chosen_as_one_step(desk):
    desk.bridge.choose([SeatId("sales"), SeatId("operations")])
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert desk.titles("lead") == ["Operations", "Sales", "Finance"]
    assert edit_text(desk.bridge.undo_step().name, desk.bridge.undo_step().params) == "move 2 seats"
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert desk.titles("finance") == ["Payroll", "Operations", "Sales"]
    desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert desk.titles("lead") == ["Finance", "Operations", "Sales"]


def test_a_seat_above_that_was_chosen_too_is_dragged_by_the_one_below(desk):
    desk.bridge.choose([SeatId("plant"), SeatId("operations")])
    desk.drag(desk.point("plant"), desk.point("sales"))
    assert desk.client.seat(SeatId("operations")).parent == "sales"
    assert desk.client.seat(SeatId("plant")).parent == "operations"


def test_a_folded_card_stays_bright_when_what_it_hides_is_found(desk):
    finder = Finder.of(desk.bridge)
    FoundOnChart(desk.chart, finder, leave=lambda: False)
    Folding.of(desk.bridge).fold([SeatId("operations")], folded=True)
    finder.finish()
    finder.look_for("quality")
    assert desk.chart.frame.bright == {"operations"}
    assert desk.chart.overlay.marked == "operations"


def test_a_card_that_is_pressed_on_its_way_is_the_one_that_was_seen(desk):
    desk.chart.gliding.is_wanted = True
    desk.bridge.select("lead")
    seen = desk.point("sales")
    desk.bridge.do(move_seat(SeatId("sales"), parent=SeatId("payroll")))
    assert desk.chart.gliding.is_on
    QTest.mouseClick(desk.chart, LEFT, pos=seen)
    assert desk.bridge.selection == "sales"
    assert not desk.chart.gliding.is_on

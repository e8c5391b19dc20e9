import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.edits.chart import move_seat
from mspseat_desktop.domain.records import Profile, Seat
from mspseat_desktop.domain.revision import both
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.chart.bars import THICKNESS
from mspseat_desktop.ui.chart.drops import NotHere, Onto

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def turn(desk, notches, at, modifier=Qt.KeyboardModifier.NoModifier):
    event = QWheelEvent(
        QPointF(at),
        QPointF(desk.chart.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(desk.chart, event)


def swipe(desk, way, at):
    """Move two fingers on a touchpad while the button is pressed."""
    where = QPointF(at), QPointF(desk.chart.mapToGlobal(at))
    phase, held = Qt.ScrollPhase.ScrollUpdate, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(*where, way, way, LEFT, held, phase, False)
    QApplication.sendEvent(desk.chart, event)


def test_a_click_selects_the_seat_and_a_click_beside_it_selects_none(desk):
    desk.click(desk.point("sales"))
    assert desk.bridge.selection == "sales"
    desk.click(desk.empty_point())
    assert desk.bridge.selection is None


def test_a_card_dropped_onto_another_reports_to_it_with_its_whole_branch(desk):
    desk.drag(desk.point("operations"), desk.point("sales"))
    assert desk.client.seat("operations").parent == "sales"
    assert desk.titles("operations") == ["Plant", "Quality"]
    assert desk.bridge.undo_step().name == "move-seat"


def test_the_card_under_the_pointer_is_shown_as_the_new_parent_while_dragging(desk):
    desk.drag(desk.point("payroll"), desk.point("sales"), drop=False)
    assert desk.chart.overlay.drop == Onto("sales")
    QTest.mouseRelease(desk.chart, Qt.MouseButton.LeftButton, pos=desk.point("sales"))
    assert desk.chart.overlay.drop is None


def test_a_card_dropped_between_siblings_takes_that_place(desk):
    between = (desk.point("finance") + desk.point("operations")) / 2
    desk.drag(desk.point("sales"), between)
    assert desk.titles("lead") == ["Finance", "Sales", "Operations"]


def test_a_card_dropped_left_of_the_first_sibling_becomes_the_first(desk):
    desk.drag(desk.point("operations"), desk.point("finance", dx=-125))
    assert desk.titles("lead") == ["Operations", "Finance", "Sales"]


def test_dropped_on_the_edge_of_a_card_it_stands_left_or_right_of_it(desk):
    half = desk.chart.card_rect("finance").width() // 2
    desk.drag(desk.point("sales"), desk.point("finance", dx=8 - half), drop=False)
    assert desk.chart.overlay.in_hand.caption == "Before Finance"
    QTest.mouseRelease(desk.chart, LEFT, pos=desk.point("finance", dx=8 - half))
    assert desk.titles("lead") == ["Sales", "Finance", "Operations"]
    desk.drag(desk.point("sales"), desk.point("operations", dx=half - 8))
    assert desk.titles("lead") == ["Finance", "Operations", "Sales"]
    # Between two that it stands beside already, and on its own branch, no edge is another place.
    desk.drag(desk.point("sales"), desk.point("operations", dx=half - 8))
    desk.drag(desk.point("operations"), desk.point("plant", dx=8 - half), drop=False)
    assert isinstance(desk.chart.overlay.drop, NotHere)
    desk.press(Qt.Key.Key_Escape)
    assert desk.titles("lead") == ["Finance", "Operations", "Sales"]


def test_held_over_a_folded_seat_it_opens_and_the_drag_goes_on(desk, qtbot):
    desk.chart.folding.turn("operations")
    at = desk.point("operations")
    desk.drag(desk.point("payroll"), at, drop=False)
    assert "plant" not in desk.chart.scene
    qtbot.waitUntil(lambda: "plant" in desk.chart.scene)
    assert desk.chart.seat_at(QPointF(at)) == "operations"
    QTest.mouseMove(desk.chart, desk.point("plant"))
    QTest.mouseRelease(desk.chart, LEFT, pos=desk.point("plant"))
    assert desk.titles("plant") == ["Payroll"]


def test_two_fingers_scroll_the_chart_during_a_drag_and_the_drop_follows(desk):
    desk.chart.zoom_100()
    at = desk.point("sales")
    below = desk.point("finance") - desk.point("payroll")
    desk.drag(desk.point("payroll"), at, drop=False)
    way = desk.point("operations") - at
    swipe(desk, QPoint(-way.x(), 0), at)
    assert desk.point("operations") == at
    assert desk.chart.overlay.in_hand.caption == "Reports to Operations"
    swipe(desk, QPoint(0, below.y()), at)
    assert desk.chart.overlay.drop != Onto("operations")
    turn(desk, -2, at, CONTROL)
    assert desk.chart.overlay.in_hand is not None
    desk.press(Qt.Key.Key_Escape)
    assert desk.bridge.undo_step() is None


def test_a_card_dropped_back_where_it_was_changes_nothing(desk):
    desk.drag(desk.point("sales"), desk.point("sales", dx=30))
    assert desk.bridge.undo_step() is None


def test_escape_ends_a_drag_without_an_edit(desk):
    desk.drag(desk.point("sales"), desk.point("finance"), drop=False)
    desk.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(desk.chart, Qt.MouseButton.LeftButton, pos=desk.point("finance"))
    assert desk.titles("lead") == ["Finance", "Operations", "Sales"]
    assert desk.bridge.undo_step() is None
    assert desk.chart.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_drop_on_the_own_branch_is_refused_and_says_why(desk):
    desk.drag(desk.point("operations"), desk.point("quality"), drop=False)
    assert isinstance(desk.chart.overlay.drop, NotHere)
    assert "branch" in desk.chart.overlay.drop.reason
    assert desk.chart.cursor().shape() == Qt.CursorShape.ForbiddenCursor
    QTest.mouseRelease(desk.chart, Qt.MouseButton.LeftButton, pos=desk.point("quality"))
    assert desk.client.seat("operations").parent == "lead"
    assert desk.bridge.undo_step() is None


def test_undo_brings_a_dragged_branch_back_and_marks_it(desk):
    desk.drag(desk.point("operations"), desk.point("sales"))
    desk.bridge.undo()
    assert desk.titles("lead") == ["Finance", "Operations", "Sales"]
    assert desk.chart.overlay.flashed == {"operations"}


def test_dragging_the_ground_pans_and_keeps_the_selection(desk):
    desk.bridge.select("sales")
    before = desk.point("sales")
    start = desk.empty_point()
    desk.drag(start, start - QPoint(120, 60))
    assert desk.point("sales") == before - QPoint(120, 60)
    assert desk.bridge.selection == "sales"


def test_the_wheel_scrolls_down_and_with_shift_sideways(desk):
    before = desk.point("sales")
    turn(desk, -1, QPoint(300, 300))
    down = desk.point("sales")
    assert down.x() == before.x()
    assert down.y() < before.y()
    turn(desk, -1, QPoint(300, 300), SHIFT)
    assert desk.point("sales").x() < down.x()
    assert desk.point("sales").y() == down.y()


def test_the_wheel_with_control_zooms_and_keeps_the_point_under_the_pointer(desk):
    at = desk.point("quality")
    under = desk.chart.sight.camera.to_tree(at.x(), at.y())
    for notches in (1, 1, -3, -2, 4):
        turn(desk, notches, at, CONTROL)
        now = desk.chart.sight.camera.to_tree(at.x(), at.y())
        assert abs(now[0] - under[0]) * desk.chart.sight.camera.zoom < 4
        assert abs(now[1] - under[1]) * desk.chart.sight.camera.zoom < 4
    assert desk.chart.sight.camera.zoom != 1


def test_a_drag_near_the_edge_scrolls_the_chart(desk, qtbot):
    desk.chart.zoom_100()
    desk.chart.resize(520, 420)
    desk.chart.center_on("finance")
    before = desk.chart.sight.camera.x
    edge = QPoint(desk.chart.width() - 3, desk.chart.height() // 2)
    desk.drag(desk.point("finance"), edge, drop=False)
    qtbot.waitUntil(lambda: desk.chart.sight.camera.x > before + 40, timeout=2000)
    desk.press(Qt.Key.Key_Escape)


def test_a_double_click_opens_the_title_for_typing(desk):
    QTest.mouseDClick(desk.chart, Qt.MouseButton.LeftButton, pos=desk.point("sales"))
    assert desk.chart.renaming.seat == "sales"
    desk.type_title("Revenue")
    assert desk.client.seat("sales").title == "Revenue"


def test_a_right_click_asks_for_the_menu_of_the_seat(desk, qtbot):
    with qtbot.waitSignal(desk.chart.context_menu_wanted) as asked:
        from PySide6.QtGui import QContextMenuEvent

        at = desk.point("plant")
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, desk.chart.mapToGlobal(at))
        QApplication.sendEvent(desk.chart, event)
    assert asked.args == ["plant", desk.chart.mapToGlobal(at)]


def test_a_pressed_button_is_let_go_when_the_window_loses_the_keyboard(desk):
    desk.drag(desk.point("sales"), desk.point("finance"), drop=False)
    QApplication.sendEvent(desk.chart, QEvent(QEvent.Type.WindowDeactivate))
    assert desk.chart.overlay.drop is None


def test_a_card_dropped_right_of_a_later_sibling_stands_after_it(desk):
    between = (desk.point("operations") + desk.point("sales")) / 2
    desk.drag(desk.point("finance"), between)
    assert desk.titles("lead") == ["Operations", "Finance", "Sales"]
    desk.drag(desk.point("operations"), desk.point("sales", dx=125))
    assert desk.titles("lead") == ["Finance", "Sales", "Operations"]


def test_keys_do_nothing_while_a_branch_is_in_hand(desk):
    desk.drag(desk.point("sales"), desk.point("finance"), drop=False)
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Up)
    assert desk.bridge.selection == "sales"
    assert desk.titles("lead") == ["Finance", "Operations", "Sales"]
    desk.press(Qt.Key.Key_Escape)


def test_what_is_dropped_lands_where_it_was_dropped_and_the_others_stay(desk):
    before = desk.point("lead")
    between = (desk.point("operations") + desk.point("sales")) / 2
    desk.drag(desk.point("finance"), between)
    assert desk.point("lead") == before
    assert abs(desk.point("finance").x() - between.x()) < 300


def test_what_a_drop_would_do_stands_beside_the_pointer_and_not_over_the_target(desk):
    desk.chart.zoom_100()
    desk.drag(desk.point("payroll"), desk.point("sales"), drop=False)
    hand = desk.chart.overlay.in_hand
    assert hand.caption == "Reports to Sales"
    assert hand.picture_rect().width() < desk.chart.card_rect("sales").width()
    at = desk.point("sales")
    assert not hand.picture_rect().contains(QPointF(at))
    assert not hand.caption_rect().contains(QPointF(at))
    assert not hand.caption_rect().intersects(hand.picture_rect())
    between = (desk.point("finance") + desk.point("operations")) / 2
    QTest.mouseMove(desk.chart, between)
    assert hand.caption == "Reports to Lead · Before Operations"
    QTest.mouseMove(desk.chart, desk.point("payroll"))
    assert hand.caption == ""
    desk.press(Qt.Key.Key_Escape)
    assert desk.chart.overlay.in_hand is None


def test_a_drop_among_its_own_siblings_is_told_by_its_neighbour(desk):
    desk.drag(desk.point("finance"), desk.point("sales", dx=125), drop=False)
    assert desk.chart.overlay.in_hand.caption == "After Sales"
    desk.press(Qt.Key.Key_Escape)
    desk.drag(desk.point("operations"), desk.point("quality"), drop=False)
    assert "branch" in desk.chart.overlay.in_hand.caption
    assert desk.chart.overlay.in_hand.count == "+2"


def test_what_is_in_hand_stays_inside_the_canvas_at_every_edge(desk):
    desk.chart.zoom_100()
    desk.chart.center_on("operations")
    desk.drag(desk.point("operations"), desk.point("finance"), drop=False)
    hand = desk.chart.overlay.in_hand
    assert (hand.caption, hand.count) == ("Reports to Finance", "+2")
    canvas = QRectF(desk.chart.rect()).adjusted(0, 0, -THICKNESS, -THICKNESS)
    for x in (1, 300, desk.chart.width() - 60, desk.chart.width() - 2):
        for y in (1, 300, desk.chart.height() - 2):
            hand.carry(QPointF(x, y))
            for rect in (hand.caption_rect(), hand.whole_rect()):
                assert canvas.contains(rect)
                assert not rect.contains(QPointF(x, y))
            assert not hand.caption_rect().intersects(hand.whole_rect())
            whole = hand.whole_rect()
            assert (whole.right() < x) == (x + 18 + whole.width() > canvas.right() - 4)


def test_a_moved_seat_is_in_view_after_its_drop(open_chart):
    lead = Seat(SeatId("lead"), None, 1, "Lead")
    rest = [Seat(SeatId(f"s{n}"), lead.id, (n + 1) << 20, f"S{n}") for n in range(40)]
    desk = open_chart([Profile(), lead, *rest], width=900, height=600)
    desk.chart.zoom_100()
    desk.chart.center_on("s3")
    desk.bridge.select("s3")
    desk.chart.zoom_100()
    # Its new place lies far away, behind all others.
    move = move_seat(SeatId("s3"), parent=SeatId("lead"), index=39, title="S3")
    again = move_seat(SeatId("s4"), parent=SeatId("lead"), index=0, title="S4")
    desk.bridge.do(both("move-seat", move, again))
    assert desk.chart.rect().contains(desk.chart.card_rect("s3"))


def test_a_click_on_a_card_that_is_seen_whole_moves_nothing(desk):
    chart = desk.chart
    chart.zoom_100()
    lowest = max(chart.scene.client.chart(), key=lambda seat: chart.card_rect(seat).bottom())
    bottom = chart.card_rect(lowest).bottom()
    chart.sight.pan(-300, bottom - chart.rect().bottom() + 2)  # right of the zoom control
    before = chart.card_rect(lowest)
    assert chart.rect().contains(before)
    desk.bridge.select(lowest)
    assert chart.card_rect(lowest) == before


def test_with_space_held_a_drag_moves_the_ground_even_on_a_card_and_folds_nothing(desk):
    desk.bridge.select("operations")
    desk.chart.setFocus()
    desk.chart.sight.zoom_to(2.0)
    desk.chart.center_on("operations")
    before, steps = desk.point("operations"), desk.bridge.undo_step()
    QTest.keyPress(desk.chart, Qt.Key.Key_Space)
    desk.drag(before, before - QPoint(60, 40))
    QTest.keyRelease(desk.chart, Qt.Key.Key_Space)
    assert desk.point("operations") == before - QPoint(60, 40)
    assert desk.bridge.undo_step() == steps
    assert not desk.chart.folding.folded
    desk.drag(desk.point("operations"), desk.point("sales"))
    assert desk.client.seat("operations").parent == "sales"


def _leave(desk):
    desk.chart.clearFocus()
    desk.chart.setFocus()


def _let_go_with_shift(desk):
    QTest.keyRelease(desk.chart, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.parametrize("end", [_leave, _let_go_with_shift])
def test_space_holds_nothing_once_it_is_let_go_or_the_keyboard_goes_elsewhere(desk, end):
    desk.bridge.select("operations")
    desk.chart.setFocus()
    QTest.keyPress(desk.chart, Qt.Key.Key_Space)
    end(desk)
    desk.drag(desk.point("operations"), desk.point("sales"))
    assert desk.client.seat("operations").parent == "sales"

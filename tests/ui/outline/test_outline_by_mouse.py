"""Clicking and dragging in the outline, and from it onto the chart."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from driving import LEFT, PLAIN, settle
from mspseat_desktop.ui.chart.drops import NotHere
from mspseat_desktop.ui.chart.load import Branches
from mspseat_desktop.ui.outline.places import Spot, landing_at
from mspseat_desktop.ui.outline.row_painter import EDGE, INDENT, ROW


def arrow(listed, title):
    row = listed.tree.rows.row_of(listed.program.seat(title))
    return listed.tree.place_of(row, listed.tree.rows.depths[row]).arrow.center()


def caption_over(listed, title, to):
    """What the drag says before it is dropped; then it is given up."""
    listed.drag(title, to, drop=False)
    said = listed.tree.drag.caption
    listed.press("Esc")
    QTest.mouseRelease(listed.tree.viewport(), LEFT, PLAIN, to)
    return said


def test_a_click_selects_and_a_click_on_the_arrow_folds(listed):
    view = listed.tree.viewport()
    QTest.mouseClick(view, LEFT, PLAIN, listed.point("Quality"))
    assert listed.selected == "Quality"
    QTest.mouseClick(view, LEFT, PLAIN, arrow(listed, "Operations"))
    assert "      Quality" not in listed.lines
    assert listed.selected == "Operations"  # what was selected is folded away
    QTest.mouseClick(view, LEFT, PLAIN, arrow(listed, "Operations"))
    assert "      Quality" in listed.lines
    QTest.mouseClick(view, LEFT, PLAIN, arrow(listed, "Technology"))
    assert listed.selected == "Operations"


def test_targets_are_large_enough(listed):
    row = listed.tree.rows.row_of(listed.program.seat("Operations"))
    place = listed.tree.place_of(row, 2)
    assert place.arrow.width() >= 24
    assert place.arrow.height() >= 24


def test_a_double_click_renames(listed):
    QTest.mouseDClick(listed.tree.viewport(), LEFT, PLAIN, listed.point("Quality"))
    assert listed.tree.renaming.seat == listed.program.seat("Quality")


def test_dropped_onto_a_row_the_branch_reports_to_it(listed):
    to = listed.point("Technology")
    assert caption_over(listed, "Operations", to) == "Reports to Technology"
    listed.drag("Operations", to)
    assert listed.reports("Technology")[-1] == "Operations"
    assert listed.reports("Operations") == ["Plant Floor", "Quality", "Purchasing"]
    listed.program.bridge.undo()
    assert "Operations" in listed.reports("Integrator")


def test_dropped_between_rows_it_stands_there(listed):
    to = listed.point("Plant Floor", 0.05)
    assert caption_over(listed, "Purchasing", to) == "Before Plant Floor"
    listed.drag("Purchasing", to)
    assert listed.reports("Operations") == ["Purchasing", "Plant Floor", "Quality"]
    listed.drag("Plant Floor", listed.point("Finance & Admin", 0.05, x=EDGE + 2 * INDENT))
    assert listed.reports("Integrator")[:3] == ["Sales & Marketing", "Operations", "Plant Floor"]


def test_under_the_last_report_the_depth_of_the_pointer_decides(listed):
    deep = listed.point("Purchasing", 0.95, x=EDGE + 3 * INDENT + 2)
    flat = listed.point("Purchasing", 0.95, x=EDGE + 2 * INDENT + 2)
    top = listed.point("Purchasing", 0.95, x=0)
    assert caption_over(listed, "Quality", deep) == "After Purchasing"
    assert caption_over(listed, "Quality", flat).startswith("Reports to Integrator")
    assert caption_over(listed, "Quality", top).startswith("Reports to Integrator")


def test_below_an_open_seat_comes_its_first_report(listed):
    to = listed.point("Technology", 0.95)
    assert caption_over(listed, "Quality", to) == (
        "Reports to Technology · Before Managed IT & Security"
    )


def test_below_the_list_a_seat_comes_to_the_top(listed):
    listed.program.window.resize(1440, 1000)
    settle()
    below = QPoint(60, len(listed.lines) * ROW + 30)
    assert listed.tree.viewport().rect().contains(below)
    listed.drag("Quality", below)
    assert listed.program.client.seat(listed.program.seat("Quality")).parent is None
    assert listed.lines[-1] == "Quality"


def test_a_branch_does_not_go_into_itself_and_the_list_says_why(listed):
    before = listed.lines
    to = listed.point("Plant Floor")
    listed.drag("Operations", to, drop=False)
    landing = listed.tree.drag._landing
    assert isinstance(landing.drop, NotHere)
    assert listed.tree.drag.caption == (
        "Not here: this seat is part of the branch that you are moving."
    )
    assert listed.tree.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    QTest.mouseRelease(listed.tree.viewport(), LEFT, PLAIN, to)
    assert listed.lines == before


def test_esc_and_an_edit_elsewhere_cancel_a_drag(listed):
    before = listed.lines
    to = listed.point("Technology")
    listed.drag("Operations", to, drop=False)
    listed.press("Esc")
    QTest.mouseRelease(listed.tree.viewport(), LEFT, PLAIN, to)
    assert listed.lines == before
    assert not listed.tree.drag.is_on


def test_held_over_a_folded_seat_it_opens(listed, qtbot):
    listed.program.select("Technology")
    listed.press("Left")
    listed.drag("Quality", listed.point("Technology"), drop=False)
    assert "      Business Systems" not in listed.lines
    qtbot.waitUntil(lambda: "      Business Systems" in listed.lines)
    listed.press("Esc")


def test_at_the_edge_the_list_scrolls(listed, qtbot):
    listed.program.window.resize(1280, 600)
    settle()
    bar = listed.tree.verticalScrollBar()
    assert bar.maximum() > 0
    at = QPoint(60, listed.tree.viewport().height() - 3)
    listed.drag("Visionary", at, drop=False)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    listed.press("Esc")


def over_chart(listed, title):
    chart = listed.program.view.chart
    point = chart.card_rect(listed.program.seat(title)).center()
    return listed.tree.viewport().mapFromGlobal(chart.mapToGlobal(point))


def test_a_branch_can_be_carried_onto_the_chart_and_back(listed):
    chart = listed.program.view.chart
    chart.fit()
    target = over_chart(listed, "Technology")
    listed.drag("Quality", target, drop=False)
    assert chart.overlay.in_hand is not None
    assert chart.overlay.in_hand.caption == "Reports to Technology"
    QTest.mouseMove(listed.tree.viewport(), listed.point("Finance & Admin"))
    assert chart.overlay.in_hand is None
    assert listed.tree.drag.caption == "Reports to Finance & Admin"
    QTest.mouseMove(listed.tree.viewport(), target)
    QTest.mouseRelease(listed.tree.viewport(), LEFT, PLAIN, target)
    assert listed.reports("Technology")[-1] == "Quality"
    assert chart.overlay.in_hand is None


def over_list(listed, point):
    chart = listed.program.view.chart
    return chart.mapFromGlobal(listed.tree.viewport().mapToGlobal(point))


def carry(listed, title, *points, held=PLAIN):
    """Lift a card on the chart and carry it to each of these points of the chart's widget."""
    chart = listed.program.view.chart
    at = chart.card_rect(listed.program.seat(title)).center()
    QTest.mousePress(chart, LEFT, held, at)
    for point in points:
        for step in range(1, 5):
            now = QPointF(at + (point - at) * step / 4)
            there = chart.mapToGlobal(now)
            event = QMouseEvent(QMouseEvent.Type.MouseMove, now, there, LEFT, LEFT, held)
            QApplication.sendEvent(chart, event)
        at = point


def test_a_card_of_the_chart_can_be_carried_into_the_outline_and_back(listed):
    chart, drag = listed.program.view.chart, listed.tree.drag
    chart.fit()
    onto = over_list(listed, listed.point("Technology"))
    carry(listed, "Quality", onto)
    assert chart.overlay.in_hand is None
    assert drag.caption == "Reports to Technology"
    own = over_list(listed, listed.point("Quality"))
    QTest.mouseMove(chart, chart.card_rect(listed.program.seat("Finance & Admin")).center())
    assert chart.overlay.in_hand.caption == "Reports to Finance & Admin"
    assert not drag.caption
    QTest.mouseMove(chart, own)
    assert not drag.caption
    QTest.mouseMove(chart, over_list(listed, listed.point("Plant Floor", 0.05)))
    assert drag.caption == "Before Plant Floor"
    QTest.mouseMove(chart, onto)
    QTest.mouseRelease(chart, LEFT, PLAIN, onto)
    assert listed.reports("Technology")[-1] == "Quality"
    assert listed.program.bridge.undo_step().params == {"seat": "Quality"}
    assert not drag.is_on


def test_from_the_chart_too_the_own_branch_is_refused_and_esc_gives_it_up(listed):
    before, chart = listed.lines, listed.program.view.chart
    chart.fit()
    carry(listed, "Operations", over_list(listed, listed.point("Plant Floor")))
    assert isinstance(listed.tree.drag._landing.drop, NotHere)
    assert chart.cursor().shape() == Qt.CursorShape.ForbiddenCursor
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert not listed.tree.drag.is_on
    assert chart.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseRelease(chart, LEFT, PLAIN, over_list(listed, listed.point("Technology")))
    assert listed.lines == before


def test_carried_from_the_chart_it_is_copied_with_ctrl_and_a_folded_row_opens(listed, qtbot):
    chart, control = listed.program.view.chart, Qt.KeyboardModifier.ControlModifier
    listed.program.select("Technology")
    listed.press("Left")
    chart.fit()
    to = over_list(listed, listed.point("Technology"))
    carry(listed, "Quality", to, held=control)
    assert listed.tree.drag.caption == "Copy: Reports to Technology"
    qtbot.waitUntil(lambda: "      Business Systems" in listed.lines)
    QTest.mouseRelease(chart, LEFT, control, to)
    assert "Quality" in listed.reports("Operations")
    assert "Quality" in listed.reports("Technology")
    assert listed.program.bridge.undo_step().name == "copy-seat"


def test_beside_list_and_chart_a_drop_does_nothing(listed):
    before = listed.lines
    panel = listed.program.view.panel
    there = listed.tree.viewport().mapFromGlobal(panel.mapToGlobal(panel.rect().center()))
    listed.drag("Quality", there)
    assert listed.lines == before


def test_one_drag_is_one_step_that_names_what_moved(listed):
    before = listed.program.bridge.undo_step()
    listed.drag("Operations", listed.point("Technology"))
    step = listed.program.bridge.undo_step()
    assert step.name == "move-seat"
    assert step.params == {"seat": "Operations"}
    listed.program.bridge.undo()
    assert listed.program.bridge.undo_step() == before


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_every_landing_is_one_that_the_chart_would_take(listed, share):
    rows, client = listed.tree.rows, listed.program.client
    for seat in client.chart():
        load = Branches(listed.program.bridge, seat, copies=lambda: False)
        for row in range(len(rows.seats) + 1):
            for depth in range(5):
                landing = landing_at(rows, client, load, Spot(row, share, depth))
                assert 0 <= landing.row <= len(rows.seats)
                assert landing.depth >= 0


def test_the_tooltip_tells_a_row_whole(listed, qtbot):
    at = listed.point("Quality")
    view = listed.tree.viewport()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)
    qtbot.waitUntil(lambda: "Quality" in QToolTip.text())


def click(listed, title, held=PLAIN):
    QTest.mouseClick(listed.tree.viewport(), LEFT, held, listed.point(title))


def chosen(listed):
    return {listed.program.client.seat(seat).title for seat in listed.program.bridge.chosen}


def test_ctrl_and_shift_with_a_click_choose_several(listed):
    click(listed, "Quality")
    click(listed, "Technology", Qt.KeyboardModifier.ControlModifier)
    assert chosen(listed) == {"Quality", "Technology"}
    click(listed, "Technology", Qt.KeyboardModifier.ControlModifier)
    assert chosen(listed) == {"Quality"}
    click(listed, "Finance & Admin", Qt.KeyboardModifier.ShiftModifier)
    assert chosen(listed) == {"Quality", "Purchasing", "Finance & Admin"}
    marked = [
        listed.program.client.seat(seat).title
        for row, seat in enumerate(listed.tree.rows.seats)
        if listed.tree._state_of(row).is_selected
    ]
    assert marked == ["Quality", "Purchasing", "Finance & Admin"]
    click(listed, "Purchasing")
    assert chosen(listed) == {"Purchasing"}


def test_shift_with_arrows_chooses_more_and_fewer(listed):
    click(listed, "Plant Floor")
    listed.press("Shift+Down", "Shift+Down")
    assert chosen(listed) == {"Plant Floor", "Quality", "Purchasing"}
    listed.press("Shift+Up")
    assert chosen(listed) == {"Plant Floor", "Quality"}
    listed.press("Down")
    assert chosen(listed) == {"Purchasing"}


def test_several_chosen_branches_are_dragged_together_as_one_step(listed):
    click(listed, "Plant Floor")
    click(listed, "Purchasing", Qt.KeyboardModifier.ControlModifier)
    to = listed.point("Technology")
    listed.drag("Plant Floor", to)
    assert listed.reports("Operations") == ["Quality"]
    assert set(listed.reports("Technology")[-2:]) == {"Plant Floor", "Purchasing"}
    listed.program.bridge.undo()
    assert listed.reports("Operations") == ["Plant Floor", "Quality", "Purchasing"]


def test_with_ctrl_a_copy_is_dropped_and_the_branch_stays(listed):
    held, view = Qt.KeyboardModifier.ControlModifier, listed.tree.viewport()
    start, to = listed.point("Quality"), listed.point("Technology")
    QTest.mousePress(view, LEFT, PLAIN, start)
    for step in range(1, 7):
        at = start + (to - start) * step / 6
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, QPointF(at), view.mapToGlobal(QPointF(at)), LEFT, LEFT, held
        )
        QApplication.sendEvent(view, event)
    assert listed.tree.drag.caption == "Copy: Reports to Technology"
    QTest.mouseRelease(view, LEFT, held, to)
    assert "Quality" in listed.reports("Operations")
    assert "Quality" in listed.reports("Technology")

"""The chart in each of its layouts: walking and moving follow the drawing, and all is painted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from mspseat_desktop.domain.edits.layouts import (
    add_second_line,
    lay_out_branch,
    lay_out_chart,
    set_assistant,
    set_compact,
)
from mspseat_desktop.domain.records import ChartLook, Seat, SecondLine
from mspseat_desktop.domain.vocabulary import SeatId, SecondLineId

from .conftest import SMALL, seats

KEYS = {
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
}
ALT = Qt.KeyboardModifier.AltModifier


def walk(desk, start, *directions):
    desk.bridge.select(SeatId(start))
    for direction in directions:
        desk.press(KEYS[direction])
    return desk.bridge.selection


def test_arrow_keys_follow_a_chart_that_runs_to_the_right(desk):
    desk.bridge.do(lay_out_chart("right"))
    assert walk(desk, "lead", "right") == "operations"
    assert walk(desk, "lead", "right", "up") == "finance"
    assert walk(desk, "finance", "right") == "payroll"
    assert walk(desk, "payroll", "down", "down") == "quality"
    assert walk(desk, "quality", "left", "left") == "lead"
    assert walk(desk, "payroll", "right") == "payroll"


def test_arrow_keys_go_down_a_stack_and_up_to_the_seat_above_it(desk):
    desk.bridge.do(lay_out_branch(SeatId("operations"), "stacked"))
    assert walk(desk, "operations", "down") == "plant"
    assert walk(desk, "plant", "down") == "quality"
    assert walk(desk, "quality", "up", "up") == "operations"
    assert walk(desk, "plant", "left") == "payroll"


def test_arrow_keys_reach_assistants_on_the_way_down(open_chart):
    desk = open_chart(seats(("top", None), *((name, "top") for name in "abcde")))
    for seat in ("a", "b", "c"):
        desk.bridge.do(set_assistant(SeatId(seat), assistant=True))
    assert walk(desk, "top", "down") == "a"
    assert walk(desk, "a", "right") == "b"
    assert walk(desk, "a", "down") == "c"
    assert walk(desk, "c", "down") == "d"
    assert walk(desk, "d", "up") == "top"
    assert walk(desk, "c", "up") == "top"


@pytest.mark.parametrize(
    ("layout", "later", "promote", "demote"),
    [
        ("down", "right", "up", "down"),
        ("right", "down", "left", "right"),
        ("stacked", "down", "up", "right"),
    ],
)
def test_moving_by_keys_follows_the_drawing(desk, layout, later, promote, demote):
    desk.bridge.do(lay_out_chart(layout))
    desk.bridge.select(SeatId("plant"))
    desk.press(KEYS[later], ALT)
    assert desk.titles("operations") == ["Quality", "Plant"]
    desk.press(KEYS[demote], ALT)
    assert desk.titles("quality") == ["Plant"]
    desk.press(KEYS[promote], ALT)
    assert desk.titles("operations") == ["Quality", "Plant"]


def test_a_branch_is_dropped_between_the_cards_of_a_stack(desk):
    desk.bridge.do(lay_out_branch(SeatId("operations"), "stacked"))
    upper = desk.chart.card_rect(SeatId("plant"))
    lower = desk.chart.card_rect(SeatId("quality"))
    between = QPoint(upper.center().x(), (upper.bottom() + lower.top()) // 2)
    desk.drag(desk.point("sales"), between)
    assert desk.titles("operations") == ["Plant", "Sales", "Quality"]


def test_a_branch_is_dropped_between_reports_at_the_right(desk):
    desk.bridge.do(lay_out_chart("right"))
    upper = desk.chart.card_rect(SeatId("plant"))
    lower = desk.chart.card_rect(SeatId("quality"))
    between = QPoint(upper.center().x(), (upper.bottom() + lower.top()) // 2)
    desk.drag(desk.point("sales"), between)
    assert desk.titles("operations") == ["Plant", "Sales", "Quality"]


@pytest.mark.parametrize("edit", [lay_out_chart("right"), lay_out_chart("stacked")])
def test_where_siblings_stand_below_each_other_the_upper_edge_means_before(desk, edit):
    desk.bridge.do(edit)
    card = desk.chart.card_rect(SeatId("plant"))
    desk.drag(desk.point("quality"), QPoint(card.center().x(), card.top() + 6))
    assert desk.titles("operations") == ["Quality", "Plant"]
    card = desk.chart.card_rect(SeatId("plant"))
    desk.drag(desk.point("quality"), QPoint(card.left() + 6, card.center().y()))
    assert desk.titles("plant") == ["Quality"]


def places(desk):
    tree = desk.chart.scene.tree
    return {seat: tree.rect(SeatId(seat)) for seat, _parent in SMALL}


def test_each_layout_is_one_step_that_undo_takes_back(desk):
    before = places(desk)
    for edit in (
        lay_out_chart("right"),
        lay_out_chart("stacked"),
        lay_out_branch(SeatId("operations"), "right"),
        set_assistant(SeatId("finance"), assistant=True),
        set_compact(compact=True),
    ):
        desk.bridge.do(edit)
        assert places(desk) != before
        desk.bridge.undo()
        assert places(desk) == before


def test_the_chart_follows_edits_of_mixed_layouts_as_if_it_was_opened_anew(desk):
    bridge, scene = desk.bridge, desk.chart.scene
    bridge.do(lay_out_branch(SeatId("operations"), "stacked"))
    bridge.do(set_assistant(SeatId("finance"), assistant=True))
    bridge.select(SeatId("plant"))
    desk.press(KEYS["left"], ALT)
    bridge.undo()
    bridge.do(lay_out_branch(SeatId("lead"), "right"))
    now = places(desk)
    scene.load(bridge.client)
    assert places(desk) == now


def test_the_selected_seat_stays_where_it_is_when_the_layout_changes(desk):
    desk.bridge.select(SeatId("operations"))
    before = desk.chart.card_rect(SeatId("operations")).topLeft()
    desk.bridge.do(lay_out_chart("right"))
    assert desk.chart.card_rect(SeatId("operations")).topLeft() == before


def test_a_chart_that_runs_to_the_right_begins_at_the_left_edge(open_chart):
    records = seats(("top", None), *((f"s{n}", "top") for n in range(40)))
    desk = open_chart([*records, ChartLook(layout="right")])
    card = desk.chart.card_rect(SeatId("top"))
    assert 0 < card.left() < 100
    assert abs(card.center().y() - desk.chart.height() / 2) < 4


def lines_of(desk):
    return desk.chart.frame.second_lines


def line_point(desk):
    """Return a point of the canvas where the only second line runs beside all cards."""
    (drawn,) = lines_of(desk).all()
    points = (drawn.curve.at(step / 50) for step in range(50))
    free = [at for at in points if desk.chart.scene.tree.hit(*at) is None]
    return QPointF(*desk.chart.sight.camera.to_canvas(*free[len(free) // 2]))


@pytest.fixture
def crossed(desk):
    """The small chart with a second line from payroll to sales."""
    line = SecondLineId("l1")
    desk.bridge.do(add_second_line(line, SeatId("payroll"), SeatId("sales"), about="Bonuses"))
    return desk


def test_a_second_line_says_what_it_is_where_the_pointer_rests(crossed):
    hints = crossed.chart.hints
    assert hints.words_at(line_point(crossed)) == ("“Payroll” also reports to “Sales”: Bonuses")
    assert hints.words_at(QPointF(5, 5)) == ""


def test_a_second_line_is_painted_and_stands_out_with_its_seat(crossed):
    chart = crossed.chart
    at = line_point(crossed)
    quiet = chart.grab().toImage().copy(round(at.x()) - 8, round(at.y()) - 8, 16, 16)
    crossed.bridge.select(SeatId("payroll"))
    loud = chart.grab().toImage().copy(round(at.x()) - 8, round(at.y()) - 8, 16, 16)
    crossed.bridge.undo()
    none = chart.grab().toImage().copy(round(at.x()) - 8, round(at.y()) - 8, 16, 16)
    assert quiet != none
    assert loud != quiet


def test_a_second_line_goes_to_the_folded_card_that_hides_its_seat(crossed):
    above = crossed.client.seat(SeatId("payroll")).parent
    whole = lines_of(crossed).all()[0].curve
    crossed.chart.folding.fold([above], folded=True)
    (drawn,) = lines_of(crossed).of(above)
    assert drawn.ends == (above, "sales")
    assert drawn.curve != whole
    crossed.chart.folding.fold(crossed.client.children(None), folded=True)
    assert lines_of(crossed).all() == []
    crossed.chart.folding.show_levels(None)
    assert lines_of(crossed).all()[0].curve == whole


def test_second_lines_follow_their_seats_and_go_with_them(crossed):
    before = lines_of(crossed).all()[0].curve
    crossed.bridge.do(lay_out_chart("right"))
    assert lines_of(crossed).all()[0].curve != before
    crossed.bridge.select(SeatId("payroll"))
    crossed.press(Qt.Key.Key_Delete)
    assert lines_of(crossed).all() == []
    assert crossed.client.count(SecondLine) == 0
    crossed.bridge.undo()
    assert len(lines_of(crossed).all()) == 1


@pytest.mark.parametrize("layout", ["down", "right", "stacked"])
@pytest.mark.parametrize("zoom", [0.1, 0.3, 1.0])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_are_painted_at_every_zoom_and_in_both_themes(crossed, theme, layout, zoom, scheme):
    theme.choose(scheme)
    crossed.bridge.do(lay_out_chart(layout))
    crossed.chart.sight.zoom_to(zoom)
    crossed.chart.sight.centre(crossed.chart.scene.tree.bounds())
    crossed.chart.paint_sharp()
    image = crossed.chart.grab().toImage()
    ground = theme.color("canvas").rgb()
    tree = crossed.chart.scene.tree
    painted = 0
    for link in tree.visible(*tree.bounds()).links:
        along = link.bottom + 6
        spot = (along, link.x) if link.lies else (link.x, along)
        x, y = crossed.chart.sight.camera.to_canvas(*spot)
        around = [
            image.pixel(round(x) + dx, round(y) + dy)
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            if image.valid(round(x) + dx, round(y) + dy)
        ]
        painted += any(pixel != ground for pixel in around)
    assert painted == 3


def test_a_chart_is_opened_in_the_layouts_of_its_seats(open_chart):
    records = seats(*SMALL)
    records = [
        replace(r, layout="stacked", assistant=True)
        if isinstance(r, Seat) and r.id == "operations"
        else r
        for r in records
    ]
    desk = open_chart(records)
    assert desk.chart.scene.tree.is_stacked(SeatId("plant"))

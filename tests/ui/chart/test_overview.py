"""The small map in the corner: there while a part of the chart is out of view, and leads there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.edits.chart import add_seat, delete_seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.layout.cards import Detail
from mspseat_desktop.ui.chart.sight import free_parts
from mspseat_desktop.ui.chart.zoom_control import ZoomControl
from world import ON


@pytest.fixture(name="overview")
def _overview(desk):
    desk.chart.resize(760, 520)
    desk.chart.overview.want(wanted=True)
    desk.chart.sight.zoom_to(2.0)
    return desk.chart.overview


def on_map(desk, seat):
    """The point of the map that stands for a seat."""
    overview, (left, top, right, bottom) = desk.chart.overview, desk.chart.scene.tree.rect(seat)
    x, y = overview._camera.to_canvas((left + right) / 2, (top + bottom) / 2)
    return QPoint(round(x) + 6, round(y) + 6)


def colours(overview):
    picture = overview.grab().toImage()
    wide, high = picture.width(), picture.height()
    return {picture.pixelColor(x, y).name() for x in range(wide) for y in range(high)}


def test_it_is_there_only_while_a_part_of_the_chart_is_out_of_view(desk, overview):
    assert overview.isVisible()
    desk.chart.fit()
    assert not overview.isVisible()
    desk.chart.sight.zoom_to(2.0)
    assert overview.isVisible()
    overview.want(wanted=False)
    assert not overview.isVisible()


def test_what_lies_over_the_chart_steps_aside_while_something_is_carried(desk, overview, qtbot):
    chart = desk.chart
    (control,) = chart.findChildren(ZoomControl)
    chart.colouring.show("function")
    over = (overview, control, chart.colouring.legend)
    chart.center_on("operations")
    desk.drag(desk.point("operations"), desk.point("operations", dx=30), drop=False)
    assert chart.overlay.in_hand is not None
    assert not any(part.isVisible() for part in over)
    chart.sight.pan(30, 0)
    assert not any(part.isVisible() for part in over)
    with qtbot.waitSignal(chart.sight.cleared):
        desk.press(Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in over)


def test_a_click_brings_that_part_into_the_middle(desk, overview):
    overview.grab()
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=on_map(desk, "payroll"))
    away = desk.point("payroll") - desk.chart.rect().center()
    assert away.manhattanLength() < 60


def test_a_drag_takes_the_view_along(desk, overview):
    overview.grab()
    start, end = on_map(desk, "sales"), on_map(desk, "payroll")
    QTest.mousePress(overview, Qt.MouseButton.LeftButton, pos=start)
    before = desk.chart.sight.camera.x
    QTest.mouseMove(overview, end)
    QTest.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=end)
    moved = desk.chart.sight.camera.x - before
    assert moved * (end.x() - start.x()) > 0
    assert desk.bridge.undo_step() is None


def test_it_frames_what_is_in_view_and_has_the_tones_of_the_cards(overview, theme):
    assert {theme.color("accent").name(), theme.color("surface").name()} <= colours(overview)
    assert overview._seen().width() < overview.width()


def test_it_follows_an_edit_once_the_hands_rest(desk, overview, qtbot):
    overview.grab()
    before = overview._map
    desk.bridge.do(delete_seat("finance", reports="delete", on=ON))
    qtbot.waitUntil(lambda: overview.grab() and overview._map is not before)


def test_it_stands_in_the_corner_of_a_canvas_that_changes_its_size(desk, overview):
    for size in ((900, 600), (640, 420)):
        desk.chart.resize(*size)
        assert desk.chart.rect().contains(overview.geometry())
        assert desk.chart.width() - overview.geometry().right() < 20
    desk.chart.resize(500, 300)
    assert not overview.isVisible()


def test_it_has_the_shape_of_the_chart_also_when_that_changes_while_it_is_there(desk, overview):
    high = overview.height()
    desk.chart.show_detail(Detail.TITLE)
    assert overview.isVisible()
    assert overview.height() < high
    left, top, right, bottom = desk.chart.scene.bounds()
    wanted = (right - left) / (bottom - top)
    inside = overview._inside()
    assert inside.width() / inside.height() == pytest.approx(wanted, rel=0.1)


def test_no_card_on_it_is_cut_off_at_its_edges(desk, overview):
    for detail in Detail:
        desk.chart.show_detail(detail)
        for new in ("quality", "sales", "plant", "payroll"):
            seat = SeatId(f"{detail.name} below {new}")
            desk.bridge.do(add_seat(seat, parent=SeatId(new), title="More"))
            overview.draw_anew()
            overview.grab()
            room = overview._map.rect()
            assert all(room.contains(overview._frame.card_rect(s)) for s in desk.client.chart())


def test_a_click_on_its_edge_chooses_no_card_below_it(desk, overview):
    desk.bridge.select("lead")
    QTest.mouseClick(overview, Qt.MouseButton.RightButton, pos=QPoint(2, 2))
    assert desk.bridge.selection == "lead"


GROUND = QRect(0, 0, 100, 80)


@pytest.mark.parametrize(
    "covers",
    [
        [],
        [QRect(0, 60, 30, 20)],
        [QRect(0, 60, 30, 20), QRect(70, 40, 30, 40)],
        [QRect(0, 0, 40, 25), QRect(0, 60, 30, 20), QRect(70, 40, 30, 40)],
        [QRect(20, 20, 60, 40)],
        [QRect(0, 0, 100, 80)],
    ],
)
def test_free_ground_is_all_that_no_cover_lies_on_once(covers):
    parts = free_parts(GROUND, covers)
    for x in range(0, 100, 3):
        for y in range(0, 80, 3):
            covered = any(cover.contains(x, y) for cover in covers)
            assert sum(part.contains(x, y) for part in parts) == (not covered)
    assert len(parts) <= 3 * len(covers) + 1


def test_a_seat_selected_under_the_map_or_the_zoom_control_comes_out_from_under_it(desk, overview):
    sight = desk.chart.sight
    left, top, right, bottom = desk.chart.scene.tree.rect("payroll")
    sight.zoom_to(0.6)
    for lid in (overview, *desk.chart.findChildren(ZoomControl)):
        desk.bridge.select(None)
        under = lid.geometry().center()
        sight.camera.put((left + right) / 2, (top + bottom) / 2, under.x(), under.y())
        sight.refresh()
        assert lid.isVisible()
        assert lid.geometry().intersects(desk.chart.card_rect("payroll"))
        desk.bridge.select("payroll")
        card = desk.chart.card_rect("payroll")
        assert not lid.geometry().intersects(card)
        assert desk.chart.rect().contains(card)


def test_the_map_comes_into_the_upper_corner_where_the_lower_one_is_worked_in(desk):
    chart = desk.chart
    chart.resize(760, 520)
    desk.bridge.select("payroll")
    left, top, right, bottom = chart.scene.tree.rect("payroll")
    chart.sight.camera.zoom = 1.0
    chart.sight.camera.put((left + right) / 2, (top + bottom) / 2, 620, 420)
    chart.sight.refresh()
    chart.overview.want(wanted=True)
    assert chart.overview.isVisible()
    assert not chart.overview.geometry().intersects(chart.card_rect("payroll"))
    assert chart.overview.geometry().top() < 40

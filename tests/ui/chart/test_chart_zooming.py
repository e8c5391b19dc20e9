import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.records import Profile, Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.chart.camera import LARGEST_ZOOM, SMALLEST_ZOOM
from mspseat_desktop.ui.chart.painter import TITLE_FROM
from mspseat_desktop.ui.chart.zoom_control import ZoomControl
from mspseat_desktop.ui.chart.zoom_slider import ZoomSlider, step_of, zoom_of

CONTROL = Qt.KeyboardModifier.ControlModifier
FAR = SeatId("s250")


@pytest.fixture
def wide(open_chart):
    """A chart of 293 seats in one row of reports, far too wide for its window, shown whole."""
    lead = Seat(SeatId("lead"), None, 1, "Lead")
    rest = [Seat(SeatId(f"s{n}"), lead.id, (n + 1) << 20, f"S{n}") for n in range(292)]
    desk = open_chart([Profile(), lead, *rest], width=900, height=600)
    desk.chart.fit()
    assert desk.chart.sight.camera.zoom < 0.05
    return desk


def middle(desk):
    return QPoint(desk.chart.width() // 2, desk.chart.height() // 2)


def test_100_percent_of_a_chart_shown_whole_brings_the_selected_seat_to_the_middle(wide):
    wide.bridge.select(FAR)
    wide.press(Qt.Key.Key_0, CONTROL)
    assert wide.chart.sight.camera.zoom == 1
    assert (wide.point(FAR) - middle(wide)).manhattanLength() < 4


def test_100_percent_without_a_selection_begins_at_the_first_seat(wide):
    wide.press(Qt.Key.Key_0, CONTROL)
    assert wide.chart.rect().contains(wide.chart.card_rect("lead"))
    assert abs(wide.point("lead").x() - middle(wide).x()) < 4


def test_100_percent_stays_at_the_place_that_was_read_without_a_selection(wide):
    wide.bridge.select(FAR)
    wide.chart.zoom_100()
    wide.bridge.select(None)
    wide.chart.zoom_in()
    wide.chart.zoom_100()
    assert (wide.point(FAR) - middle(wide)).manhattanLength() < 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_a_selected_seat_in_view_stays_where_it_is_while_zooming(desk, key):
    desk.bridge.select("quality")
    before = desk.point("quality")
    desk.press(key, CONTROL)
    assert (desk.point("quality") - before).manhattanLength() < 4


def test_zooming_in_step_by_step_never_loses_the_selected_seat(wide):
    wide.bridge.select(FAR)
    while wide.chart.sight.camera.zoom < 2:
        wide.chart.zoom_in()
        assert wide.chart.rect().contains(wide.chart.card_rect(FAR))


def test_a_selected_seat_out_of_view_does_not_hold_the_view(wide):
    wide.bridge.select(FAR)
    wide.chart.zoom_100()
    wide.chart.center_on("s10")
    wide.chart.zoom_in()
    assert (wide.point("s10") - middle(wide)).manhattanLength() < 4


def cards_in_view(desk, *seats):
    return [seat for seat in seats if desk.chart.rect().contains(desk.chart.card_rect(seat))]


def test_one_selected_seat_is_shown_with_all_below_it(desk):
    desk.chart.sight.zoom_to(0.2)
    desk.bridge.select("operations")
    desk.chart.zoom_to_chosen()
    branch = desk.client.branch("operations")
    assert len(branch) > 1
    assert cards_in_view(desk, *branch) == list(branch)
    assert 0.2 < desk.chart.sight.camera.zoom <= 1


def test_several_selected_seats_are_shown_and_nothing_is_larger_than_life(desk):
    desk.bridge.choose(["quality"])
    desk.chart.zoom_to_chosen()
    assert desk.chart.sight.camera.zoom == 1
    desk.bridge.choose(["quality", "finance"])
    desk.chart.zoom_to_chosen()
    assert cards_in_view(desk, "quality", "finance") == ["quality", "finance"]


def test_without_a_selection_the_whole_chart_is_shown(wide):
    wide.bridge.select(None)
    wide.chart.zoom_100()
    wide.chart.zoom_to_chosen()
    assert wide.chart.sight.camera.zoom < 0.05


def slider_of(desk):
    return desk.chart.findChild(ZoomSlider)


def test_the_slider_zooms_about_the_selected_seat_by_mouse_and_keyboard(desk):
    slider, camera = slider_of(desk), desk.chart.sight.camera
    desk.bridge.select("quality")
    before = desk.point("quality")
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(70, 14))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(70, 14))
    assert camera.zoom > 1.2
    assert (desk.point("quality") - before).manhattanLength() < 4
    zoom = camera.zoom
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert zoom * 0.8 < camera.zoom < zoom
    assert desk.bridge.undo_step() is None


def test_the_slider_stands_where_the_zoom_is_and_has_100_percent_itself(desk):
    slider, camera = slider_of(desk), desk.chart.sight.camera
    desk.chart.sight.zoom_to(0.3)
    low = slider.value()
    desk.chart.zoom_100()
    assert slider.value() > low
    assert camera.zoom == 1
    assert slider.value() == 100
    slider.setValue(slider.maximum())
    assert camera.zoom == LARGEST_ZOOM
    slider.setValue(0)
    assert camera.zoom == SMALLEST_ZOOM
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 6


@pytest.mark.parametrize("step", range(0, 201, 10))
def test_each_step_of_the_slider_is_a_zoom_that_leads_back_to_it(step):
    assert step_of(zoom_of(step)) == step


def test_the_whole_chart_lies_clear_of_the_zoom_control_unless_its_titles_would_be_lost(desk):
    chart = desk.chart
    (control,) = chart.findChildren(ZoomControl)

    def covered():
        return [s for s in desk.client.chart() if chart.card_rect(s).intersects(control.geometry())]

    for height in range(240, 420, 20):
        chart.resize(500, height)
        chart.fit()
        assert covered() == []
    chart.resize(400, 160)
    chart.fit()
    assert covered()
    assert chart.sight.camera.zoom >= TITLE_FROM

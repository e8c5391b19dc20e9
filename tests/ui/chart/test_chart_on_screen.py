import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, rename_seat
from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant
from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.domain.records import Occupant, Profile
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ResponsibilityId,
    SeatId,
    SeatingId,
)


def seen(chart):
    """Return what the window's own pixels show, painted or scrolled, and the map as it is now."""
    chart.overview.repaint()
    settle(chart)
    return QGuiApplication.primaryScreen().grabWindow(chart.winId()).toImage()


def settle(chart):
    QApplication.processEvents()
    while chart.frame.waiting:
        QApplication.processEvents()


def difference(one, other):
    """Return how far two pictures differ at most, in steps of 256 of one colour.

    Qt rounds a soft edge by one step depending on the strip that it is painted in.
    """
    if one == other:
        return 0
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize("lies_over_it", ["the zoom", "the map too", "the legend too"])
@pytest.mark.parametrize("way", [(13, 0), (0, 9), (-40, -25), (7, 31)])
def test_a_scrolled_chart_shows_the_same_pixels_as_one_painted_anew(desk, way, lies_over_it):
    chart = desk.chart
    chart.resize(640, 420)
    chart.overview.want(wanted=lies_over_it != "the zoom")
    chart.colouring.show("level" if lies_over_it == "the legend too" else "kind")
    desk.bridge.select("operations")
    chart.zoom_100()
    settle(chart)
    for _ in range(6):
        chart.sight.pan(*way)
        QApplication.processEvents()
    scrolled = seen(chart)
    chart.frame.forget()
    chart.update()
    assert difference(seen(chart), scrolled) <= 1


@pytest.mark.parametrize("is_seen_between", [True, False])
def test_what_is_carried_leaves_no_traces_where_the_chart_is_scrolled_under_it(
    desk, is_seen_between
):
    chart = desk.chart
    chart.resize(640, 420)
    chart.zoom_100()
    chart.center_on("operations")
    settle(chart)
    desk.drag(desk.point("operations"), QPoint(500, 60), drop=False)
    settle(chart)
    for way in ((0, -60), (-55, 0), (0, -60)):
        chart.sight.pan(*way)
        if is_seen_between:
            QApplication.processEvents()
    scrolled = seen(chart)
    chart.frame.forget()
    chart.update()
    assert difference(seen(chart), scrolled) <= 1


def test_zooming_shows_every_card_at_once_and_sharp_soon(desk, theme):
    chart = desk.chart
    chart.zoom_100()
    settle(chart)
    chart.frame.budget_ms = 0
    at = QPointF(chart.rect().center())
    event = QWheelEvent(
        at,
        QPointF(chart.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart, event)
    chart.repaint()
    first = chart.grab().toImage()
    assert chart.frame.waiting
    middle = desk.point("operations")
    assert first.pixelColor(middle) == theme.color("surface")
    chart.frame.budget_ms = 4
    settle(chart)
    assert not chart.frame.waiting


def test_an_edit_elsewhere_does_not_move_the_selected_seat_on_the_screen(desk):
    desk.bridge.select("sales")
    before = desk.point("sales")
    for number in range(4):
        desk.bridge.do(add_seat(SeatId(f"x{number}"), parent=SeatId("finance"), title="New"))
    assert desk.point("sales") == before


def test_a_new_seat_out_of_view_is_brought_into_view(desk):
    desk.chart.zoom_100()
    desk.chart.resize(420, 320)
    desk.chart.center_on("payroll")
    desk.bridge.select("sales")
    settle(desk.chart)
    assert desk.chart.rect().contains(desk.point("sales"))


def test_undo_brings_what_it_changed_into_view(desk):
    desk.chart.zoom_100()
    desk.chart.resize(420, 320)
    desk.bridge.do(rename_seat(SeatId("sales"), "Revenue"))
    desk.chart.center_on("payroll")
    assert not desk.chart.rect().contains(desk.point("sales"))
    desk.bridge.undo()
    assert desk.chart.rect().contains(desk.point("sales"))


def test_hidden_ratings_leave_no_mark_on_any_card(desk):
    desk.bridge.do(add_occupant(Occupant(OccupantId("o"), "Dana")))
    desk.bridge.do(seat_occupant(SeatingId("t"), SeatId("sales"), OccupantId("o"), on="2026-10-01"))
    assert desk.chart.scene.face(SeatId("sales")).box.marks is None
    without = desk.chart.frame.picture(SeatId("sales")).height()
    desk.bridge.hide_ratings(hidden=False)
    assert desk.chart.scene.face(SeatId("sales")).box.marks is not None
    assert desk.chart.frame.picture(SeatId("sales")).height() > without
    desk.bridge.hide_ratings(hidden=True)
    assert desk.chart.frame.picture(SeatId("sales")).height() == without


def test_a_switch_of_theme_paints_every_card_anew(desk, theme):
    before = desk.chart.frame.picture(SeatId("sales")).toImage()
    theme.choose("dark")
    assert desk.chart.frame.picture(SeatId("sales")).toImage() != before


def test_only_the_touched_card_is_painted_anew(desk):
    desk.bridge.do(rename_seat(SeatId("plant"), "Works"))
    kept = {seat: desk.chart.frame.picture(SeatId(seat)).cacheKey() for seat in ("sales", "plant")}
    desk.bridge.do(add_responsibility(ResponsibilityId("r"), SeatId("plant"), "Safe output"))
    assert desk.chart.frame.picture(SeatId("sales")).cacheKey() == kept["sales"]
    assert desk.chart.frame.picture(SeatId("plant")).cacheKey() != kept["plant"]


def test_the_view_comes_back_where_it_was(desk):
    desk.chart.zoom_in()
    desk.chart.center_on("sales")
    state = desk.chart.state()
    before = desk.point("sales")
    desk.chart.fit()
    assert desk.point("sales") != before
    desk.chart.restore(state)
    assert (desk.point("sales") - before).manhattanLength() <= 2


def test_an_empty_chart_shows_its_offer_until_there_is_a_seat(open_chart):
    desk = open_chart([Profile(name="Lakeside")])
    offer = QLabel("Begin here")
    desk.chart.set_empty_widget(offer)
    assert offer.isVisible()
    desk.chart.commands.add_root()
    desk.type_title("Owner")
    assert not offer.isVisible()
    assert desk.chart.rect().contains(desk.point(desk.client.children(None)[0]))
    desk.bridge.do(delete_seat(desk.client.children(None)[0], reports="delete", on="2026-10-14"))
    assert offer.isVisible()


def test_a_title_is_typed_at_a_readable_size_however_far_the_chart_is(desk):
    desk.chart.sight.zoom_to(0.1)
    desk.bridge.select("sales")
    desk.chart.commands.rename()
    field = desk.chart.renaming.field
    assert field.width() >= 200
    assert field.font().pixelSize() >= 13
    assert desk.chart.rect().contains(field.geometry())
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_text_of_any_kind_is_painted(desk):
    for title in ("T" * 3000, "<b>bold</b> &amp;", "شركة تقنية", "🚀 👩‍💻 Ops", "\ud800", ""):
        desk.bridge.do(rename_seat(SeatId("sales"), title.encode("utf-8", "replace").decode()))
        assert not desk.chart.frame.picture(SeatId("sales")).isNull()


def test_moving_to_another_screen_ratio_paints_sharp_again(desk):
    QApplication.sendEvent(desk.chart, QEvent(QEvent.Type.DevicePixelRatioChange))
    settle(desk.chart)
    assert desk.chart.sight.camera.ratio == desk.chart.devicePixelRatioF()

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from driving import settle
from mspseat_desktop.domain.edits.chart import move_seat
from mspseat_desktop.domain.edits.layouts import lay_out_chart, set_assistant
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.layout.cards import WIDTH
from mspseat_desktop.ui.chart.gliding import GLIDE_MS
from mspseat_desktop.ui.folding import Folding

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def moving(desk):
    """The chart with motion on and a clock that stands still."""
    desk.chart.gliding.is_wanted = True
    desk.chart.gliding._clock.stateChanged.connect(lambda *_: _hold(desk))
    yield desk
    desk.chart.gliding.end()


def _hold(desk):
    clock = desk.chart.gliding._clock
    if clock.state() == clock.State.Running:
        clock.pause()


def go(desk, share):
    """Let so much of the time pass, from 0 to 1."""
    desk.chart.gliding._clock.setCurrentTime(min(round(GLIDE_MS * share), GLIDE_MS - 1))


def places(desk):
    return {
        seat: desk.chart.card_rect(SeatId(seat)).topLeft()
        for seat in desk.chart.scene.client.chart()
    }


def move(desk, seat, parent, index=0):
    desk.bridge.do(move_seat(SeatId(seat), parent=SeatId(parent), index=index))


def test_cards_begin_where_they_stood_and_end_where_they_stand_while_what_is_selected_stays(moving):
    moving.bridge.select(SeatId("operations"))
    settle()
    before = places(moving)
    move(moving, "sales", "finance")
    assert moving.chart.gliding.is_on
    assert places(moving) == before
    go(moving, 0.4)
    halfway = places(moving)
    go(moving, 1)
    moving.chart.gliding.end()
    after = places(moving)
    assert before["sales"] != halfway["sales"] != after["sales"]
    assert before["operations"] == halfway["operations"] == after["operations"]
    assert after == {
        seat: QPoint(
            *map(
                round, moving.chart.sight.camera.to_canvas(*moving.chart.scene.tree.position(seat))
            )
        )
        for seat in after
    }


def test_when_the_glide_is_over_the_canvas_looks_as_it_does_without_motion(moving):
    move(moving, "sales", "finance")
    go(moving, 0.5)
    moving.chart.repaint()
    between = moving.chart.grab().toImage()
    moving.chart.gliding.end()
    ended = moving.chart.grab().toImage()
    moving.chart.update()
    assert ended == moving.chart.grab().toImage() != between


def test_a_chart_that_may_not_move_stands_at_once(desk):
    before = places(desk)
    move(desk, "sales", "finance")
    assert not desk.chart.gliding.is_on
    assert places(desk) != before


def test_another_edit_goes_on_from_where_the_cards_are_at_that_moment(moving):
    moving.bridge.select(SeatId("lead"))
    move(moving, "sales", "finance")
    go(moving, 0.4)
    halfway = places(moving)
    moving.bridge.undo()
    assert places(moving) == halfway


@pytest.mark.parametrize("what", ["press", "pan", "zoom"])
def test_whoever_moves_the_view_or_takes_a_card_sees_the_chart_as_it_stands(moving, what):
    move(moving, "sales", "finance")
    go(moving, 0.4)
    if what == "press":
        QTest.mousePress(moving.chart, LEFT, pos=moving.empty_point())
    elif what == "pan":
        moving.chart.sight.pan(0, 10)
    else:
        moving.chart.zoom_in()
    assert not moving.chart.gliding.is_on


def test_a_card_that_is_dropped_comes_from_the_hand(moving):
    at = moving.point("sales")
    moving.drag(moving.point("payroll"), at)
    in_hand = moving.chart.card_rect(SeatId("payroll")).topLeft() - at
    assert moving.chart.gliding.is_on
    assert 0 < in_hand.x() < 100
    assert 0 < in_hand.y() < 100


def test_folding_glides_too(moving):
    before = places(moving)
    Folding.of(moving.bridge).fold([SeatId("operations")], folded=True)
    assert moving.chart.gliding.is_on
    shown = [seat for seat in before if SeatId(seat) in moving.chart.scene]
    assert {seat: before[seat] for seat in shown} == {
        seat: moving.chart.card_rect(SeatId(seat)).topLeft() for seat in shown
    }


@pytest.mark.parametrize("layout", ["down", "right", "stacked"])
def test_lines_stay_at_their_cards_in_every_layout_from_the_first_frame_to_the_last(moving, layout):
    chart = moving.chart
    moving.bridge.select(SeatId("lead"))
    moving.bridge.do(lay_out_chart("right" if layout == "down" else "down"))
    moving.bridge.do(set_assistant(SeatId("finance"), assistant=True))
    chart.gliding.end()
    moving.bridge.do(lay_out_chart(layout))
    assert chart.gliding.is_on
    go(moving, 1)
    seen, now = chart.frame.glide.seen(), chart.gliding._seen()
    assert set(seen.cards) >= set(now.cards)
    assert sorted(seen.links, key=str) == sorted(now.links, key=str)


def test_while_a_branch_moves_sideways_its_lines_move_with_it(moving):
    moving.bridge.select(SeatId("lead"))
    move(moving, "sales", "lead", 0)
    go(moving, 0.3)
    glide = moving.chart.frame.glide
    now = {seat: left + WIDTH // 2 for seat, left, _top in glide.seen().cards}
    (line,) = [link for link in glide.seen().links if link.parent == "lead"]
    assert set(line.child_xs) == {now[seat] for seat in ("finance", "operations", "sales")}

"""Presenting shows only the chart, steps through it by keys, and leaves no trace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from driving import settle
from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.vocabulary import ChartId
from mspseat_desktop.ui.chart.bars import ScrollBar
from mspseat_desktop.ui.chart.zoom_control import ZoomControl
from mspseat_desktop.ui.conflicts.banner import Standing
from mspseat_desktop.ui.presenting.steps import all_steps, step_from


@pytest.fixture(name="shown")
def _shown(program):
    program.open_sample()
    program.bridge.hide_ratings(hidden=False)
    program.hand.press("F11")
    settle()
    return program


def presenting(program):
    return program.window.doing.presenting.now


def test_nothing_but_the_chart_is_on_the_screen(shown):
    view, window = shown.view, shown.window
    assert view.chart.isVisible()
    assert window.isFullScreen()
    for part in (window.menuBar(), view.top_bar, view.rail, view.panel, view.status):
        assert not part.isVisible()
    assert view.chart.size() == window.size()


def test_bars_over_the_chart_and_what_was_found_are_away_and_come_back(program):
    program.open_sample()
    bridge = program.bridge
    assert bridge.keep_chart(KeptChart(ChartId("idea"), "With an IT lead", "what_if"))
    bridge.show_chart(ChartId("idea"))
    settle()
    view, banner = program.view, program.window.doing.conflicts.banner
    view.charts.compare(shown=True)
    program.act("find")
    program.hand.type("Quality")
    banner.show_standing(Standing("The file is gone"))
    over = (banner, view.charts.bar, view.charts.panel, view.finding.bar)
    assert [part.isVisible() for part in over] == [True] * 4
    assert view.chart.overlay.marked
    program.act("present")
    settle()
    banner.show_standing(Standing("The file is back"))
    assert not any(part.isVisible() for part in over)
    assert view.chart.size() == program.window.size()
    assert view.chart.overlay.marked is None
    assert "With an IT lead" in presenting(program).caption.where.text()
    program.act("present")
    settle()
    assert all(part.isVisible() for part in over)
    assert banner.label.text() == "The file is back"
    assert view.chart.overlay.marked == program.seat("Quality")
    program.act("present")
    banner.show_standing(None)
    program.act("present")
    assert not banner.isVisible()


def test_ratings_are_hidden_until_they_are_asked_for(shown):
    assert shown.bridge.ratings_hidden
    shown.hand.press("Ctrl+H")
    assert not shown.bridge.ratings_hidden
    shown.hand.press("Ctrl+H")
    assert shown.bridge.ratings_hidden


def test_how_metrics_stand_is_told_only_with_the_ratings(shown):
    scene, seat = shown.view.chart.scene, shown.seat("Managed IT & Security")
    assert scene.face(seat).figures == ()
    shown.hand.press("Ctrl+H")
    assert scene.face(seat).figures
    shown.hand.press("Ctrl+H", "Esc")
    assert scene.face(seat).figures


def test_the_right_arrow_steps_through_the_branches_in_chart_order(shown):
    seen = [presenting(shown).step]
    for _step in range(len(all_steps(shown.client))):
        shown.hand.press("Right")
        seen.append(presenting(shown).step)
    assert seen[:-1] == list(all_steps(shown.client))
    assert seen[-1] == seen[-2]
    shown.hand.press("Home")
    assert presenting(shown).step is None


def test_a_step_shows_its_branch_larger_than_the_whole_chart_and_cuts_none_of_its_cards(shown):
    chart, caption = shown.view.chart, presenting(shown).caption
    whole = chart.sight.camera.zoom
    for _step in all_steps(shown.client)[1:]:
        shown.hand.press("Right")
        step = presenting(shown).step
        assert chart.sight.camera.zoom > whole
        seen = [seat for seat in shown.client.branch(step) if seat in chart.scene]
        assert {step, *shown.client.children(step)} <= set(seen)
        assert chart.frame.bright >= set(seen)
        for seat in seen:
            card = chart.card_rect(seat)
            assert chart.rect().contains(card)
            assert card.bottom() < caption.geometry().top()
    shown.hand.press("Home")
    assert chart.frame.bright is None


def test_a_folded_branch_opens_for_its_step_only(program):
    program.open_sample()
    chart = program.view.chart
    operations, quality = program.seat("Operations"), program.seat("Quality")
    chart.folding.fold([operations], folded=True)
    before = set(chart.folding.folded)
    program.hand.press("F11")
    assert quality not in chart.scene
    program.hand.press("Right", "Right", "Right", "Right")
    assert presenting(program).step == operations
    assert quality in chart.scene
    program.hand.press("Home")
    assert quality not in chart.scene
    QTest.mouseClick(
        chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        chart.card_rect(operations).center(),
    )  # fmt: skip
    assert quality in chart.scene
    program.hand.press("Esc")
    assert chart.folding.folded == before
    assert chart.frame.bright is None


def test_what_lies_over_the_canvas_is_away_and_comes_back(program):
    program.open_sample()
    chart = program.view.chart
    program.act("colour-function")
    program.act("zoom-100")
    settle()
    over = [
        *chart.findChildren(ZoomControl),
        *(bar for bar in chart.findChildren(ScrollBar) if bar.isVisible()),
        *(chart.overview, chart.colouring.legend),
    ]
    assert len(over) >= 4
    assert all(part.isVisible() for part in over)
    program.hand.press("F11", "Right", "Right", "Down")
    settle()
    assert not any(part.isVisible() for part in over)
    program.hand.press("Esc")
    settle()
    assert all(part.isVisible() for part in over)


def test_what_stepped_aside_for_a_drag_does_not_come_back_over_the_presentation(program, qtbot):
    program.open_sample()
    program.act("colour-function")
    chart = program.view.chart
    over = (*chart.findChildren(ZoomControl), chart.colouring.legend)
    at = chart.card_rect(program.seat("Operations")).center()
    program.hand.drag(chart, at, at + QPoint(0, 30))
    program.act("present")
    qtbot.waitUntil(lambda: not chart.sight._putting_down.isActive())
    assert not any(part.isVisible() for part in over)
    program.act("present")
    assert all(part.isVisible() for part in over)


def test_down_goes_into_a_branch_and_up_out_of_it(shown):
    shown.hand.press("Right")
    top = presenting(shown).step
    shown.hand.press("Down")
    below = presenting(shown).step
    assert shown.client.seat(below).parent == top
    shown.hand.press("Up")
    assert presenting(shown).step == top
    shown.hand.press("Up")
    assert presenting(shown).step is None


def test_a_click_on_a_card_shows_its_branch(shown):
    seat = shown.seat("Technology")
    chart = shown.view.chart
    QTest.mouseClick(
        chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        chart.card_rect(seat).center(),
    )  # fmt: skip
    assert presenting(shown).step == seat
    assert shown.bridge.selection is None


def test_no_key_and_no_drag_changes_the_chart(shown):
    before = shown.client
    shown.hand.press("Tab", "Return", "Delete", "F2", "Alt+Up", "Ctrl+Left", "Ctrl+D", "Insert")
    shown.hand.press("Ctrl+Z", "Ctrl+T", "Ctrl+R", "Ctrl+P", "Ctrl+Shift+2", "F9")
    chart = shown.view.chart
    card = chart.card_rect(shown.seat("Technology")).center()
    shown.hand.drag(chart, card, card + QPoint(120, 0))
    assert shown.client is before
    assert not shown.has_dialog()
    assert shown.view.page == "chart"


@pytest.mark.parametrize("key", ["Esc", "F11"])
def test_ending_brings_everything_back_as_it_was(program, key):
    program.open_sample()
    program.bridge.hide_ratings(hidden=False)
    seat = program.seat("Technology")
    program.bridge.select(seat)
    settle()
    view, before = program.view, program.client
    parts = (program.window.menuBar(), view.top_bar, view.rail, view.panel, view.status)
    place = view.chart.state()
    program.hand.press("F11", "Right", "Right", "Ctrl+H")
    program.hand.press(key)
    settle()
    assert all(part.isVisible() for part in parts)
    assert not program.window.isFullScreen()
    assert program.bridge.selection == seat
    assert not program.bridge.ratings_hidden
    now = view.chart.state()
    assert (now.zoom, now.y) == (place.zoom, place.y)
    assert now.x == pytest.approx(place.x, abs=2 / place.zoom)
    assert program.client is before
    assert view.chart.hasFocus()


def test_the_caption_says_where_one_is_and_how_to_end(shown):
    shown.hand.press("Right")
    caption = presenting(shown).caption
    assert shown.client.seat(presenting(shown).step).title in caption.where.text()
    assert "2 of" in caption.where.text()
    assert "Esc" in caption.keys.text()


def test_an_empty_chart_is_not_presented(program):
    program.new_client()
    for root in program.client.children(None):
        program.bridge.do(delete_seat(root, reports="delete", on="2026-10-14"))
    program.hand.press("F11")
    assert presenting(program) is None
    assert not program.window.isFullScreen()


def test_steps_stay_where_they_are_at_an_end(shown):
    client = shown.client
    assert step_from(client, None, "back") is None
    assert step_from(client, None, "up") is None
    last = all_steps(client)[-1]
    assert step_from(client, last, "next") == last


def test_a_notice_from_before_is_put_by_and_one_that_stays_comes_back(shown):
    notices = shown.view.notices
    shown.hand.press("Esc")
    notices.show("Undone: rename the seat")
    shown.hand.press("F11")
    settle()
    assert notices.notice is None
    shown.hand.press("Esc")
    assert notices.notice is None
    notices.show("The file is full", stays=True)
    shown.hand.press("F11")
    settle()
    assert notices.notice is None
    shown.hand.press("Esc")
    assert notices.notice.label.text() == "The file is full"


def test_a_notice_stands_above_the_caption_and_at_the_foot_again_afterwards(shown):
    notices, caption = shown.view.notices, presenting(shown).caption
    notice = notices.show("Done again: add a seat beside the one that was there before")
    assert notice.geometry().bottom() < caption.geometry().top()
    shown.hand.press("Esc")
    settle()
    notice = notices.show("Back again")
    assert shown.view.chart.height() - notice.geometry().bottom() < 24

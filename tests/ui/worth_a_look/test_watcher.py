"""The watcher looks at the client while nobody does anything, and makes way for who does."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain.edits.chart import rename_seat


@pytest.fixture
def opened(program):
    program.open_sample()
    program.view.watcher.finish()
    return program


def renamed(program):
    seat = next(iter(program.client.chart()))
    assert program.bridge.do(rename_seat(seat, "Somebody else"))


def test_moving_the_chart_puts_the_look_off_until_the_hands_rest(opened, qtbot):
    watcher = opened.view.watcher
    renamed(opened)
    watcher.watch.hear(opened.client, opened.bridge.undo_step().change)
    assert watcher.watch.is_behind
    watcher._next.start(0)
    opened.view.chart.zoom_in()
    assert not watcher._next.isActive()
    assert watcher._rest.isActive()
    qtbot.waitUntil(lambda: not watcher.watch.is_behind)


def test_moving_the_chart_starts_no_look_when_nothing_is_behind(opened):
    watcher = opened.view.watcher
    assert not watcher.watch.is_behind
    opened.view.chart.zoom_in()
    assert not watcher._rest.isActive()

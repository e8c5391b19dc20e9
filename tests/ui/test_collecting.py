from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QObject, Signal

from mspseat_desktop.ui.collecting import SELDOM, IdleCollector


class Edits(QObject):
    changed = Signal(object)


@pytest.fixture
def collector(qapp):
    before = gc.get_threshold()
    parent = QObject(qapp)
    yield IdleCollector(parent)
    parent.deleteLater()
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("collector")
def test_full_rounds_do_not_come_by_themselves():
    assert gc.get_threshold()[2] == SELDOM


def test_a_shown_client_is_set_apart_from_later_rounds(collector, qtbot):
    edits = Edits()
    frozen = gc.get_freeze_count()
    collector.client_shown(edits)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > frozen)
    collector.client_closed()
    assert gc.get_freeze_count() == 0


def test_an_edit_puts_the_next_full_round_off(collector):
    edits = Edits()
    collector.client_shown(edits)
    edits.changed.emit(None)
    assert collector._idle.isActive()

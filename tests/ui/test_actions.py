"""The table of actions: each does something, stands in a menu, and is possible when it should."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from mspseat_desktop.ui.doings import doings

MSP = "Managed IT & Security"


def doing_ids():
    return [doing.id for doing in doings()]


@pytest.fixture
def table(program):
    return program.window.actions_table


def test_icons_are_there_as_soon_as_a_menu_shows_them(program, table):
    assert table["save"].icon().isNull()
    menu = next(
        m for m in program.window.menuBar().findChildren(QMenu) if table["save"] in m.actions()
    )
    menu.aboutToShow.emit()
    assert not table["save"].icon().isNull()


def test_every_action_does_something(table):
    assert [name for name in doing_ids() if not table.is_connected(name)] == []


def test_without_a_client_only_what_needs_none_is_possible(table):
    possible = {name for name in doing_ids() if table[name].isEnabled()}
    assert possible == {
        *("new", "open", "import", "sample", "quit", "help", "keyboard", "open-log", "about"),
        *("theme-system", "theme-light", "theme-dark", "my-templates", "less-motion"),
    }


NEED_A_SEAT = {
    *("add-sibling", "rename", "copy", "delete", "go-panel", "go-occupant", "review", "compare"),
    *("move-earlier", "move-later", "promote", "demote", "keep-template"),
    *("add-before", "add-parent", "cut", "copy-with-people", "duplicate", "duplicate-alone"),
    *("branch-inherit", "branch-down", "branch-right", "branch-stacked"),
    *("delete-alone", "assistant", "second-lines", "fold", "go-above", "select-branch"),
}


def test_with_a_client_all_is_possible_but_what_needs_a_seat_or_history(program, table):
    program.open_sample()
    program.bridge.select(None)
    impossible = {name for name in doing_ids() if not table[name].isEnabled()}
    assert impossible == {*NEED_A_SEAT, "undo", "redo"}
    program.select(MSP)
    assert {name for name in doing_ids() if not table[name].isEnabled()} == {"undo", "redo"}


def test_nothing_of_a_client_stays_ticked_when_it_is_closed(program, table):
    program.open_sample()
    program.act("hide-ratings")
    program.act("close")
    assert not any(table[doing.id].isChecked() for doing in doings() if doing.needs_client)
    program.open_sample()
    ticked = {doing.id for doing in doings() if table[doing.id].isChecked()}
    assert {"chart-down", "detail-marks", "colour-kind", "overview", "panel"} <= ticked


def test_add_seat_without_a_selection_adds_one_at_the_top(program):
    program.new_client()
    program.bridge.select(None)
    program.act("add-child")
    program.hand.type("Board")
    program.hand.press("Return")
    assert program.client.seat(program.seat("Board")).parent is None


def test_every_action_stands_in_a_menu_and_no_two_share_keys(program, table):
    menus = program.window.menuBar().findChildren(QMenu)
    shown = {action.objectName() for menu in menus for action in menu.actions()}
    assert set(doing_ids()) <= shown
    keys = [k.toString() for name in doing_ids() for k in table[name].shortcuts()]
    assert len(keys) == len(set(keys))

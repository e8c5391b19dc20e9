"""The window of keys, by keyboard alone: find, change, add, clash, remove, reset, undo."""

from __future__ import annotations

import pytest

from driving import settle
from mspseat_desktop.ui.shortcuts.dialog import KeyboardDialog
from mspseat_desktop.ui.shortcuts.keymap import keymap


@pytest.fixture
def keyboard(program):
    program.act("keyboard")
    return program.dialog(KeyboardDialog)


def listed(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def find(program, dialog, words):
    dialog.search.setFocus()
    dialog.search.clear()
    program.hand.type(words)
    program.hand.press("Down")
    assert dialog.list.hasFocus()


def test_the_search_finds_by_action_menu_and_key(program, keyboard):
    assert "Add a seat below, Tab" in listed(keyboard)
    program.hand.type("ctrl d")
    assert keyboard.search.hasFocus()
    assert "Duplicate with its branch, Ctrl+D" in listed(keyboard)
    assert "Undo, Ctrl+Z" not in listed(keyboard)
    keyboard.search.setText("ctrl++")
    assert listed(keyboard) == ["View", "Zoom in, Ctrl++", "Zoom in, Ctrl+="]
    keyboard.search.setText("tab")
    assert listed(keyboard) == ["Seat", "Add a seat below, Tab", "Add a seat below, Ins"]
    for words, told in (
        ("add a seat beside", "While the chart has the keyboard. In the outline, Enter goes to"),
        ("move before", "it moves where its arrow points"),
        ("rename the seat", "while the chart or the outline has the keyboard"),
    ):
        keyboard.search.setText(words)
        assert told in keyboard.foot.where.text()
    keyboard.search.setText("xyzzy")
    assert keyboard.nothing.isVisible()
    assert not keyboard.foot.change.isEnabled()


def test_keys_are_changed_added_and_removed_and_every_step_can_be_taken_back(program, keyboard):
    find(program, keyboard, "rename the seat")
    program.hand.press("Return", "Ctrl+E")
    assert keyboard.list.hasFocus()
    assert listed(keyboard) == ["Seat", "Rename the seat, Ctrl+E, changed"]
    program.hand.press("Insert", "Ctrl+Shift+N")
    assert keymap().keys("rename") == ("Ctrl+E", "Ctrl+Shift+N")
    assert program.notice == "Ctrl+Shift+N now means “Rename the seat”."
    program.hand.press("Del")
    assert keymap().keys("rename") == ("Ctrl+E",)
    keyboard.notices.notice.button.click()
    settle()
    assert keymap().keys("rename") == ("Ctrl+E", "Ctrl+Shift+N")
    keyboard.foot.usual.click()
    assert keymap().keys("rename") == ("F2",)
    assert not keyboard.foot.usual.isEnabled()


def test_keys_that_can_not_be_used_are_refused_in_words_and_it_goes_on_waiting(program, keyboard):
    find(program, keyboard, "rename the seat")
    program.hand.press("F2", "Left")
    assert "walks through the chart" in keyboard.foot.refused.text()
    program.hand.press("Tab")
    assert "“Add a seat below”" in keyboard.foot.clash.text()
    program.hand.press("Esc")
    assert keyboard.isVisible()
    assert keyboard.list.hasFocus()
    assert keymap().own == {}
    program.hand.press("Return", "Esc")
    assert keyboard.list.hasFocus()
    program.hand.press("Return")
    program.hand.click(keyboard.search)
    assert not keyboard.foot.is_asking
    assert keyboard.search.hasFocus()
    program.hand.press("Esc")
    assert not program.has_dialog()


def test_a_clash_is_told_before_anything_happens_also_between_chart_and_window(program, keyboard):
    find(program, keyboard, "rename the seat")
    program.hand.press("Return", "Ctrl+K")
    assert keyboard.foot.clash.text() == (
        "Ctrl+K already means “Compare candidates”. Use it here and take it from there?"
    )
    assert keymap().own == {}
    assert keyboard.foot.use.hasFocus()
    assert not keyboard.foot.change.isVisible()
    program.hand.press("Return")
    assert keymap().keys("rename") == ("Ctrl+K",)
    assert keymap().keys("compare") == ()
    assert program.window.actions_table["compare"].shortcuts() == []
    find(program, keyboard, "compare")
    keyboard.foot.usual.click()
    assert "Ctrl+K means “Rename the seat” now." in keyboard.foot.clash.text()
    keyboard.foot.use.click()
    assert keymap().keys("compare") == ("Ctrl+K",)
    assert keymap().keys("rename") == ()
    keyboard.all_usual.click()
    assert keymap().own == {}
    keyboard.notices.notice.button.click()
    assert keymap().own == {"rename": ()}

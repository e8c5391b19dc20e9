"""Which keys an action has: usual ones and the user's own; what is kept, what is believed."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent

from mspseat_desktop.ui.doings import doings
from mspseat_desktop.ui.settings import Settings
from mspseat_desktop.ui.shortcuts import chords
from mspseat_desktop.ui.shortcuts.chords import chord_from, chord_of
from mspseat_desktop.ui.shortcuts.keymap import Keymap
from mspseat_desktop.ui.shortcuts.moves import pointed
from mspseat_desktop.ui.shortcuts.refusing import refusal


@pytest.fixture
def keys(tmp_path):
    found = Keymap()
    found.use(Settings(tmp_path))
    return found


def kept(folder):
    """What the settings file says of keys now."""
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    return json.loads(store.value("keys", "{}"))


def test_usual_keys_are_written_as_they_are_kept_could_all_be_chosen_and_mean_one_thing():
    usual = [(key, doing) for doing in doings() for key in doing.keys]
    assert len({key for key, _doing in usual}) == len(usual)
    for key, doing in usual:
        assert chord_from(key) == key
        assert refusal(key, doing) == "", doing.id


def test_a_key_goes_from_one_action_to_another_and_back_and_only_differences_are_kept(
    keys, tmp_path
):
    heard = []
    keys.changed.connect(lambda: heard.append(1))
    keys.give("rename", "Ctrl+D", instead_of="F2")
    assert (keys.keys("rename"), keys.keys("duplicate")) == (("Ctrl+D",), ())
    assert (keys.means("Ctrl+D"), keys.means("F2")) == ("rename", "")
    assert kept(tmp_path) == {"rename": ["Ctrl+D"], "duplicate": []}
    assert keys.lost_by_reset("duplicate") == [("Ctrl+D", "rename")]
    keys.reset("duplicate")
    assert (keys.keys("rename"), keys.keys("duplicate")) == ((), ("Ctrl+D",))
    keys.give("rename", "F2")
    assert kept(tmp_path) == {}
    assert heard == [1, 1, 1]


def test_own_keys_are_there_at_the_next_start_until_all_are_reset(keys, tmp_path):
    keys.give("find", "Ctrl+J")
    keys.take("add-child", "Tab")
    again = Keymap()
    again.use(Settings(tmp_path))
    assert again.keys("find") == ("Ctrl+F", "Ctrl+J")
    assert again.keys("add-child") == ("Ins",)
    assert again.is_own("find")
    again.reset_all()
    assert kept(tmp_path) == {}
    assert again.keys("add-child") == ("Tab", "Ins")


@pytest.mark.parametrize(
    "written",
    [
        *("{", "[]", "7", '{"find": "Ctrl+J"}', '{"find": [7]}', '{"find": ["nonsense"]}'),
        *('{"find": ["A"]}', '{"find": ["Ctrl+K, Ctrl+D"]}', '{"fly": ["Ctrl+J"]}'),
    ],
)
def test_keys_that_are_broken_or_unknown_count_as_not_set(tmp_path, written):
    Settings(tmp_path).keep_keys({"undo": ("Ctrl+U",)})
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("keys", written)
    store.sync()
    found = Keymap()
    found.use(Settings(tmp_path))
    assert found.own == {}
    assert found.keys("find") == ("Ctrl+F",)


def test_in_a_file_with_a_clash_the_users_own_key_wins(tmp_path):
    Settings(tmp_path).keep_keys({"print": ("Ctrl+D", "Ctrl+P"), "fly": ("Ctrl+J",)})
    found = Keymap()
    found.use(Settings(tmp_path))
    assert found.means("Ctrl+D") == "print"
    assert found.keys("duplicate") == ()


@pytest.mark.parametrize(
    ("name", "chord", "why"),
    [
        ("rename", "Left", "walks through the chart"),
        ("rename", "Home", "walks through the chart"),
        ("rename", "Esc", "leaves and cancels"),
        ("find", "F6", "another part of the window"),
        ("rename", "Shift+F10", "opens a menu"),
        ("find", "Alt+F", "menu of the menu bar"),
        ("rename", "K", "for typing"),
        ("find", "Return", "typing in fields"),
        ("find", "Shift+Del", "typing in fields"),
        ("find", "Ctrl+Alt+E", "types a sign"),
        *((name, chord, "") for name in ("find", "rename") for chord in ("Ctrl+J", "F5", "Alt+J")),
        *(("rename", chord, "") for chord in ("Return", "Tab", "Space", "Backspace", "Shift+F5")),
    ],
)
def test_keys_that_would_be_in_the_way_are_refused_with_a_reason(keys, name, chord, why):
    said = refusal(chord, keys.doing(name))
    assert bool(said) == bool(why)
    assert why in said


@pytest.mark.parametrize(
    ("key", "held", "scan_code", "chord"),
    [
        (Qt.Key.Key_Enter, "ControlModifier", 0, "Ctrl+Return"),
        (Qt.Key.Key_Backtab, "ShiftModifier", 0, "Shift+Tab"),
        (Qt.Key.Key_Plus, "ShiftModifier", 21, "+"),
        (Qt.Key.Key_Exclam, "ShiftModifier", 10, "Shift+1"),
        (Qt.Key.Key_Shift, "ShiftModifier", 0, ""),
        (Qt.Key.Key_D, "KeypadModifier", 0, "D"),
    ],
)
def test_a_pressed_key_is_told_in_one_way_on_every_keyboard(
    monkeypatch, key, held, scan_code, chord
):
    monkeypatch.setattr(chords.sys, "platform", "linux")
    modifiers = getattr(Qt.KeyboardModifier, held)
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan_code, 0, 0)
    assert chord_of(event) == chord


def test_only_the_arrow_of_a_move_points():
    assert pointed("promote", "Alt+Up") == "up"
    assert pointed("promote", "Ctrl+Shift+Up") == "up"
    assert pointed("promote", "Alt+Left") is None
    assert pointed("promote", "Ctrl+U") is None
    assert pointed("rename", "Alt+Up") is None

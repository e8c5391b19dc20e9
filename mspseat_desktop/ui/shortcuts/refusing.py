"""Which keys can not be given to an action, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from mspseat_desktop.language import _
from mspseat_desktop.ui.doings import menu_titles
from mspseat_desktop.ui.shortcuts.chords import chord_text, is_sign, parts_of

if TYPE_CHECKING:
    from mspseat_desktop.ui.doing import Doing

Key, Modifier = Qt.Key, Qt.KeyboardModifier
_ALT, _CONTROL, _SHIFT = Modifier.AltModifier, Modifier.ControlModifier, Modifier.ShiftModifier
_WALKING: Final = frozenset(
    {
        *("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown"),
        *("Shift+Up", "Shift+Down", "Shift+Left", "Shift+Right"),
    }
)
_LEAVING: Final = frozenset({"F6", "Ctrl+Tab", "Ctrl+Shift+Tab", "Shift+Tab"})
_OPENING: Final = frozenset({"F10", "Shift+F10", "Menu"})
_OF_THE_SYSTEM: Final = frozenset(
    {"Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Ctrl+Alt+Del"}
)


def refusal(chord: str, doing: Doing) -> str:
    """Return why an action can not have these keys, "" when it can."""
    held, key = parts_of(chord)
    words = ""
    if chord in _WALKING:
        words = _("{keys} walks through the chart and the outline, so it stays as it is.")
    elif key == Key.Key_Escape:
        words = _("Esc always leaves and cancels, so it stays as it is.")
    elif chord in _LEAVING:
        words = _("{keys} goes to another part of the window, so it stays as it is.")
    elif chord in _OPENING:
        words = _("{keys} opens a menu, so it stays as it is.")
    elif chord in _OF_THE_SYSTEM:
        words = _("{keys} belongs to the system.")
    elif held == _ALT and _opens_a_menu(key):
        words = _("{keys} opens a menu of the menu bar, so it stays as it is.")
    elif is_sign(key) and not held & ~_SHIFT:
        words = _("{keys} is for typing. Hold Ctrl or Alt with it.")
    elif is_sign(key) and held & _CONTROL and held & _ALT:
        words = _("On many keyboards {keys} types a sign. Choose keys with Ctrl or with Alt alone.")
    elif not doing.on_chart and not held & ~_SHIFT and not _is_function_key(key):
        words = _("{keys} is for typing in fields. Hold Ctrl or Alt with it.")
    return words.replace("{keys}", chord_text(chord))


def _opens_a_menu(key: int) -> bool:
    letters = {title.partition("&")[2][:1].upper() for title in menu_titles().values()}
    return is_sign(key) and chr(key).upper() in letters


def _is_function_key(key: int) -> bool:
    return Key.Key_F1 <= key <= Key.Key_F35

"""Sentences and dialogs that name the keys of an action, or hear them too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut

from mspseat_desktop.language import _
from mspseat_desktop.ui.doings import menu_titles
from mspseat_desktop.ui.shortcuts.chords import chord_text, sequences
from mspseat_desktop.ui.shortcuts.keymap import keymap

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def with_keys(words: str, name: str) -> str:
    """Return a sentence with an action's first key for "{keys}", its menu entry without a key."""
    keys, doing = keymap().keys(name), keymap().doing(name)
    if keys:
        return words.replace("{keys}", chord_text(keys[0]))
    entry = _("“{action}” in the menu {menu}").replace("{action}", doing.text)
    menu = menu_titles()[doing.menu].replace("&", "")
    return words.replace("{keys}", entry.replace("{menu}", menu))


def ratings_hidden_words() -> str:
    """Return that ratings are hidden, and which key shows them."""
    return with_keys(_("Ratings are hidden. {keys} shows them."), "hide-ratings")


def and_keys(words: str, name: str) -> str:
    """Return a short name followed by an action's first key, if it has one."""
    keys = keymap().keys(name)
    return f"{words} ({chord_text(keys[0])})" if keys else words


def keep_told(owner: QObject, tell: Callable[[], object]) -> None:
    """Call `tell` now, and whenever actions have other keys as long as the owner lives."""
    _Teller(owner, tell)


def hear(dialog: QWidget, name: str, run: Callable[[], object]) -> None:
    """Let a dialog do something of its own for the keys that an action of the window has now."""
    for key in keymap().keys(name):
        for sequence in sequences(key):
            QShortcut(sequence, dialog).activated.connect(lambda: run() and None)


class _Teller(QObject):
    """Lives in what it tells of."""

    def __init__(self, owner: QObject, tell: Callable[[], object]) -> None:
        super().__init__(owner)
        self._tell = tell
        keymap().changed.connect(self._tell_again)
        tell()

    def _tell_again(self) -> None:
        self._tell()

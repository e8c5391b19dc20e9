"""The QActions of the one table of actions, with the menus made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon

from mspseat_desktop.ui.doings import doings, menu_titles, submenu_titles
from mspseat_desktop.ui.shortcuts.chords import chord_text, sequences
from mspseat_desktop.ui.shortcuts.keymap import keymap

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

    from mspseat_desktop.ui.doing import Doing
    from mspseat_desktop.ui.theme import Theme


def _in_menu(words: str, doing: Doing, keys: tuple[str, ...]) -> str:
    """Return an action's words, with a key that Qt would not show itself its way: after a tab.

    Those are the keys that only chart and outline hear, and Enter, which Qt calls Return.
    """
    key = keys[0] if keys else ""
    is_shown = key and (doing.on_chart or "Return" in key)
    return f"{words}\t{chord_text(key)}" if is_shown else words


class _CheckMark(QObject):
    """Lives in an action that is on or off and shows our check mark in front of it while on."""

    def __init__(self, theme: Theme, action: QAction) -> None:
        super().__init__(action)
        self._theme, self._action = theme, action
        action.toggled.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        on = self._action.isChecked()
        self._action.setIcon(self._theme.icon("check", "accent_text") if on else QIcon())


class Actions(QObject):
    """The QActions by id, with the menus made of them; their keys are those of the keymap."""

    def __init__(
        self, window: QWidget, theme: Theme, *, wake: Callable[[], object] | None = None
    ) -> None:
        """Make the actions; `wake` is called before one runs and may still connect it."""
        super().__init__(window)
        self._doings = doings()
        self._theme = theme
        self._is_dressed = False
        self._actions: dict[str, QAction] = {}
        self._runs: dict[str, Callable[[], object]] = {}
        self._wake = wake
        for doing in self._doings:
            action = QAction(doing.text, window)
            action.setObjectName(doing.id)
            action.setCheckable(doing.checkable)
            if doing.checkable:
                _CheckMark(theme, action)
            action.triggered.connect(self._runner(doing.id))
            window.addAction(action)
            self._actions[doing.id] = action
        keymap().changed.connect(self._show_keys)
        self._show_keys()

    def __getitem__(self, doing: str) -> QAction:
        return self._actions[doing]

    def on(self, doing: str, run: Callable[[], object]) -> None:
        """Call `run` when the action is chosen."""
        self._runs[doing] = run

    def is_connected(self, doing: str) -> bool:
        """Return whether choosing the action does anything."""
        return doing in self._runs

    def show_keys_of(self, keys_of: Callable[[str], tuple[str, ...]]) -> None:
        """Show for what chart and outline hear the keys that act now, before a menu opens.

        `keys_of` returns them by the action's id: arrows follow the drawing.
        """
        for doing in self._doings:
            if doing.on_chart:
                action = self._actions[doing.id]
                words = _in_menu(action.text().partition("\t")[0], doing, keys_of(doing.id))
                if action.text() != words:
                    action.setText(words)

    def _show_keys(self) -> None:
        """Let each action have the keys that it has now."""
        for doing in self._doings:
            action, keys = self._actions[doing.id], keymap().keys(doing.id)
            words = _in_menu(action.text().partition("\t")[0], doing, keys)
            if action.text() != words:
                action.setText(words)
            heard = [] if doing.on_chart else [each for key in keys for each in sequences(key)]
            if action.shortcuts() != heard:
                action.setShortcuts(heard)

    def _runner(self, doing: str) -> Callable[[], None]:
        def chosen() -> None:  # Qt would pass the check mark to `run` itself
            if self._wake is not None:
                self._wake()
            if doing in self._runs:
                self._runs[doing]()

        return chosen

    def enable_client(self, *, is_open: bool) -> None:
        """Enable what needs an open client, or disable it; without one nothing of it is ticked."""
        for doing in self._doings:
            if doing.needs_client:
                self._actions[doing.id].setEnabled(is_open)
                if not is_open:
                    self._actions[doing.id].setChecked(False)

    def dress(self) -> None:
        """Draw the icons, once: they are seen in menus only, and drawing all takes a while."""
        if not self._is_dressed:
            self._is_dressed = True
            for doing in self._doings:
                if doing.icon and not doing.checkable:
                    self._theme.follow_icon(self._actions[doing.id], doing.icon)

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Put all actions into menus of the bar and return these by id."""
        menus = {key: bar.addMenu(title) for key, title in menu_titles().items()}
        for menu in menus.values():
            menu.aboutToShow.connect(self.dress)
        titles = submenu_titles()
        inner: dict[str, QMenu] = {}
        for doing in self._doings:
            menu = menus[doing.menu]
            if doing.submenu in inner:
                menu = inner[doing.submenu]
            if doing.starts_group:
                menu.addSeparator()
            if doing.submenu and doing.submenu not in inner:
                menu = inner[doing.submenu] = menu.addMenu(titles[doing.submenu])
            menu.addAction(self._actions[doing.id])
        return menus

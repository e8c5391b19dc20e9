"""The menu that opens on a card, on several that are selected, or on the empty canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from mspseat_desktop.language import _
from mspseat_desktop.ui.doings import submenu_titles
from mspseat_desktop.ui.shortcuts.keymap import keymap
from mspseat_desktop.ui.widgets.menus import pop_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from mspseat_desktop.ui.main_window import MainWindow

_ON_CANVAS: Final = (
    *("add-root", "add-from-template", "missing-seats", "paste", "select-all", "find", ""),
    *("fit", "zoom-100", "unfold-all", ">chart-layout", ">detail", ">colour", ""),
    *("hide-ratings", "print"),
)
_ON_CARD: Final = (
    *("add-child", "add-sibling", "add-from-template", ">adding", "rename", "fold", ""),
    *("cut", "copy", "paste", "duplicate", ">copying", ""),
    *("review", "go-panel", "go-occupant", ">rating", ">going", ""),
    *(">move", ">branch-layout", "assistant", "second-lines", ""),
    *("delete", "delete-alone"),
)
_ON_SEVERAL: Final = (
    *("cut", "copy", "copy-with-people", "duplicate", "duplicate-alone", ""),
    *("move-to", "zoom-chosen", ""),
    *("delete", "delete-alone"),
)
_WITHIN: Final = {
    "copying": ("copy-with-people", "duplicate-alone", "keep-template"),
    "adding": ("add-before", "add-parent"),
    "rating": ("first-look", "compare", "ask-provider", "figures"),
    "going": ("go-above", "go-top", "select-branch"),
    "move": ("move-earlier", "move-later", "promote", "demote", "move-to"),
    "chart-layout": ("chart-down", "chart-right", "chart-stacked", "chart-compact"),
    "detail": (
        *("detail-marks", "", "detail-title", "detail-occupant"),
        *("detail-responsibilities", "detail-metrics"),
    ),
    "colour": (
        *("colour-kind", "colour-function", "colour-outcome"),
        *("colour-due", "colour-level", "", "legend"),
    ),
    "branch-layout": ("branch-inherit", "branch-down", "branch-right", "branch-stacked"),
}
"""What stands in the menus within, which are named after a ">"."""


def open_seat_menu(
    window: MainWindow,
    seat: object,
    at: QPoint,
    *,
    keys_of: Callable[[str], tuple[str, ...]],
) -> None:
    """Open the menu there; `seat` None is the empty canvas, one of several stands for all.

    `keys_of` returns the keys that do an action where the menu is opened.
    """
    table = window.actions_table
    table.dress()
    table.show_keys_of(keys_of)
    menu = QMenu(window)
    chosen = window.open_client.bridge.chosen if window.open_client is not None else ()
    if seat in chosen and len(chosen) > 1:
        _fill_for_several(menu, window, len(chosen))
    else:
        _fill(menu, window, _ON_CANVAS if seat is None else _ON_CARD)
    pop_up(menu, at)


def _fill(menu: QMenu, window: MainWindow, names: tuple[str, ...]) -> None:
    table, titles = window.actions_table, submenu_titles()
    for name in names:
        if name.startswith(">"):
            within = menu.addMenu(titles[name[1:]])
            _fill(within, window, _WITHIN[name[1:]])
        elif name:
            menu.addAction(table[name])
        else:
            menu.addSeparator()


def _fill_for_several(menu: QMenu, window: MainWindow, count: int) -> None:
    """Say how many seats are meant, then what can be done with all, in words for several."""
    head = QAction(_("{n} selected seats").replace("{n}", str(count)), menu)
    head.setEnabled(False)
    menu.addAction(head)
    menu.addSeparator()
    _fill(menu, window, _ON_SEVERAL)
    for action in menu.actions():
        words = keymap().doing(action.objectName()).several if action.objectName() else ""
        if words:
            _show_as(action, words, menu)


def _show_as(action: QAction, words: str, menu: QMenu) -> None:
    """Put a twin of an action in its place that has other words in this menu."""
    keys = action.text().partition("\t")[2]
    twin = QAction(action.icon(), f"{words}\t{keys}" if keys else words, menu)
    twin.setObjectName(action.objectName())
    twin.setEnabled(action.isEnabled())
    twin.triggered.connect(action.trigger)
    menu.insertAction(action, twin)
    menu.removeAction(action)

"""Entries of the small menus in the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QActionGroup

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import amp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu

    from mspseat_desktop.ui.seat_panel.row import Row
    from mspseat_desktop.ui.seat_panel.row_list import RowList

T = TypeVar("T")


def add_choices(
    menu: QMenu, words: Mapping[T, str], current: T, *, choose: Callable[[T], None]
) -> None:
    """Add a group of which one is ticked, and a line below it."""
    group = QActionGroup(menu)
    for value, text in words.items():
        action = menu.addAction(amp(text))
        action.setCheckable(True)
        action.setChecked(value == current)
        group.addAction(action)
        action.triggered.connect(lambda _on=False, value=value: choose(value))
    menu.addSeparator()


def add_flag(menu: QMenu, text: str, *, on: bool, choose: Callable[[bool], None]) -> None:
    """Add an entry to tick."""
    action = menu.addAction(amp(text))
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _on=False: choose(not on))


def add_step(menu: QMenu, text: str, step: Callable[[], object], *, keys: str = "") -> None:
    """Add an entry that does something; `keys` only tells which keys do the same."""
    action = menu.addAction(f"{amp(text)}\t{keys}" if keys else amp(text))
    action.triggered.connect(lambda _on=False: step())


def add_row_entries(menu: QMenu, rows: RowList, row: Row) -> None:
    """Add moving and deleting of a row."""
    menu.addSeparator()
    if row is not rows.rows[0]:
        add_step(menu, _("Move up"), lambda: rows.move_by(row, -1), keys=_("Alt+Up"))
    if row is not rows.rows[-1]:
        add_step(menu, _("Move down"), lambda: rows.move_by(row, 1), keys=_("Alt+Down"))
    add_step(menu, _("Delete"), lambda: rows.delete(row), keys=_("Ctrl+Shift+Del"))

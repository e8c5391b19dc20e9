"""The menu that opens on a card, or on the empty canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from mspseat_desktop.ui.actions import Actions

_ON_CANVAS: Final = (
    *("add-root", "add-from-template", "missing-seats", "paste", "select-all", ""),
    *("fit", "zoom-100", "unfold-all", "", "hide-ratings", "print"),
)
_ON_CARD: Final = (
    *("add-child", "add-sibling", "add-parent", "add-from-template", "rename", "fold", ""),
    *("cut", "copy", "paste", "duplicate", "keep-template", ""),
    *("review", "first-look", "compare", "ask-provider", "figures"),
    *("go-panel", "go-occupant", ""),
    *("move-earlier", "move-later", "promote", "demote", ""),
    *("assistant", "second-lines", ""),
    *("delete", "delete-alone"),
)


def open_seat_menu(window: QWidget, table: Actions, seat: object, at: QPoint) -> None:
    """Open the menu there; `seat` None is the empty canvas."""
    menu = QMenu(window)
    for doing in _ON_CANVAS if seat is None else _ON_CARD:
        if doing:
            menu.addAction(table[doing])
        else:
            menu.addSeparator()
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)

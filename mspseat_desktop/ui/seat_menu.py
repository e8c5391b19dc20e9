"""The menu that opens on a card, or on the empty canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu, QWidget

from mspseat_desktop.ui.doings import submenu_titles

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from mspseat_desktop.ui.actions import Actions

_ON_CANVAS: Final = (
    *("add-root", "add-from-template", "missing-seats", "paste", "select-all", ""),
    *("fit", "zoom-100", "unfold-all", ">detail", ">colour", "", "hide-ratings", "print"),
)
_ON_CARD: Final = (
    *("add-child", "add-sibling", "add-parent", "add-from-template", "rename", "fold", ""),
    *("cut", "copy", "paste", "duplicate", "keep-template", ""),
    *("review", "first-look", "compare", "ask-provider", "figures"),
    *("go-panel", "go-occupant", ""),
    *(">move", ">branch-layout", "assistant", "second-lines", ""),
    *("delete", "delete-alone"),
)
_WITHIN: Final = {
    "move": ("move-earlier", "move-later", "promote", "demote", "move-to"),
    "detail": (
        *("detail-title", "detail-occupant", "detail-responsibilities"),
        *("detail-metrics", "detail-marks"),
    ),
    "colour": (
        *("colour-kind", "colour-function", "colour-outcome"),
        *("colour-due", "colour-level"),
    ),
    "branch-layout": ("branch-inherit", "branch-down", "branch-right", "branch-stacked"),
}
"""What stands in the menus within, which are named after a ">"."""


def open_seat_menu(window: QWidget, table: Actions, seat: object, at: QPoint) -> None:
    """Open the menu there; `seat` None is the empty canvas."""
    table.dress()
    menu = QMenu(window)
    titles = submenu_titles()
    for doing in _ON_CANVAS if seat is None else _ON_CARD:
        if doing.startswith(">"):
            within = menu.addMenu(titles[doing[1:]])
            within.addActions([table[name] for name in _WITHIN[doing[1:]]])
        elif doing:
            menu.addAction(table[doing])
        else:
            menu.addSeparator()
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)

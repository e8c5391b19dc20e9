"""What the table of actions says of one action."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing the program does, as a menu shows it; `keys` in Qt's portable notation.

    `keys` are the usual ones; which hold now is asked of the keymap. Those of an action that is
    `on_chart` are heard by chart and outline while they have the keyboard: menus show them, the
    window makes no shortcut of them. `several` are the words in the menu of several seats.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs_client: bool = True
    checkable: bool = False
    starts_group: bool = False
    submenu: str = ""
    on_chart: bool = False
    several: str = ""

"""The menus of the coverage map: of a place, of a function, of a seat's column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence
from PySide6.QtWidgets import QMenu

from mspseat_desktop.domain.coverage import stays_a_column
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import amp, one_line
from mspseat_desktop.wording.coverage import PARTS, part_text, seat_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import (
        CoverPart,
        ResponsibilityId,
        SeatId,
    )
    from mspseat_desktop.ui.coverage.grid import Line
    from mspseat_desktop.ui.coverage.table import CoverageTable
    from mspseat_desktop.ui.theme import Theme

ROOM = 340
"""Pixels that one of the client's texts takes in a menu."""
OUT_OF_CONTRACT = "X"
"""Another letter for "not in the contract", known from before and told nowhere."""


def part_keys() -> dict[CoverPart, str]:
    """Return the letter to type for each part: the one that stands in the map, or begins it."""
    return {"accountable": _("A"), "helps": _("H"), "declined": _("D"), "excluded": _("N")}


class KeyMenu(QMenu):
    """A menu in which the keys that stand beside its entries work while it is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys: dict[str, QAction] = {}

    def add(self, text: str, run: Callable[[], object], *, keys: str = "") -> QAction:
        """Add an entry, with the keys that do the same."""
        action = self.addAction(f"{amp(text)}\t{keys}" if keys else amp(text))
        action.triggered.connect(lambda _on=False: run())
        if keys:
            self.answer_to(keys, action)
        return action

    def answer_to(self, keys: str, action: QAction) -> None:
        """Let further keys choose an entry."""
        self._keys[QKeySequence(keys).toString()] = action

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a shown key says; everything else walks and chooses as in any menu."""
        chord = event.keyCombination()
        held = chord.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(held, chord.key())).toString()
        action = self._keys.get(pressed)
        if action is None or not action.isEnabled():
            super().keyPressEvent(event)
            return
        self.close()
        action.trigger()


def fill_place_menu(menu: KeyMenu, table: CoverageTable, line: Line, seat: SeatId) -> None:
    """Fill the menu of the place where a function and a seat meet."""
    cover = line.covers.get(seat)
    function, doing = line.function.id, table.doing
    words = {part: part_text(part) for part in PARTS}
    for part, keys in part_keys().items():
        text = words[part][:1].upper() + words[part][1:]
        action = menu.add(text, partial(doing.mark, function, seat, part), keys=keys)
        if part == "excluded":
            menu.answer_to(OUT_OF_CONTRACT, action)
        if cover is not None and cover.part == part:
            _tick(action, table.theme)
            menu.setActiveAction(action)
    clear = menu.add(_("Nothing"), lambda: doing.mark(function, seat, None), keys=_("Del"))
    menu.answer_to("Backspace", clear)
    clear.setEnabled(cover is not None)
    menu.addSeparator()
    if cover is not None:
        _fill_belongs(menu, table, line, seat)
        if cover.responsibility is None and cover.part in ("accountable", "helps"):
            menu.add(_("Make it a responsibility"), lambda: table.doing.make(function, seat))
        menu.addSeparator()
    fill_column_menu(menu, table, seat)


def fill_function_menu(menu: KeyMenu, table: CoverageTable, line: Line) -> None:
    """Fill the menu of a function."""
    function = line.function.id
    menu.add(_("Rename"), lambda: table.doing.rename(function), keys=_("F2"))
    menu.add(_("Technical name…"), lambda: table.doing.write_term(function))
    accountable = line.standing.accountable
    if len(accountable) == 1 and line.covers[accountable[0]].responsibility is None:
        seat = accountable[0]
        words = _("Make it a responsibility of {seat}")
        name = _short(table.theme, seat_name(table.client, seat))
        menu.add(words.replace("{seat}", name), lambda: table.doing.make(function, seat))
    menu.addSeparator()
    menu.add(_("Move up"), lambda: table.doing.move_by(function, -1), keys=_("Alt+Up"))
    menu.add(_("Move down"), lambda: table.doing.move_by(function, 1), keys=_("Alt+Down"))
    menu.add(
        _("Add a function below"),
        lambda: table.doing.add_function(after=function),
        keys=_("Ins"),
    )
    menu.add(_("Delete"), lambda: table.doing.delete(function), keys=_("Ctrl+Shift+Del"))


def fill_column_menu(menu: KeyMenu, table: CoverageTable, seat: SeatId) -> None:
    """Fill the menu of a seat's column."""
    menu.add(_("Show the seat in the chart"), lambda: table.seat_wanted.emit(seat))
    if can_remove(table.client, seat):
        menu.add(_("Take the seat out of the map"), lambda: table.doing.remove_column(seat))
    else:
        # The column comes from who holds the seat; without marks there is nothing to take out.
        menu.add(_("Stays: a provider holds IT here"), lambda: None).setEnabled(False)


def can_remove(client: Client, seat: SeatId) -> bool:
    """Whether the seat's column goes when it is taken out of the map."""
    return not stays_a_column(client, seat)


def _fill_belongs(menu: KeyMenu, table: CoverageTable, line: Line, seat: SeatId) -> None:
    function, now = line.function.id, line.covers[seat].responsibility
    below = KeyMenu(menu)
    below.setTitle(_("Belongs to"))
    menu.addMenu(below)
    duties = table.client.responsibilities(seat)
    choices: list[tuple[ResponsibilityId | None, str]] = [
        (duty.id, _short(table.theme, duty.text) or _("unnamed")) for duty in duties
    ]
    for duty, text in [*choices, (None, _("No responsibility"))]:
        if duty is None and choices:
            below.addSeparator()
        action = below.add(text, partial(table.doing.belong, function, seat, duty))
        if duty == now:
            _tick(action, table.theme)


def _tick(action: QAction, theme: Theme) -> None:
    action.setIcon(theme.icon("check", "accent_text"))


def _short(theme: Theme, text: str) -> str:
    return one_line(QFontMetricsF(theme.font()), text, ROOM)

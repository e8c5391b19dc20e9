"""The menus of the coverage map: of a place, of a function, of a seat's column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

from mspseat_desktop.domain.coverage import stays_a_column
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import amp, one_line
from mspseat_desktop.wording.coverage import PARTS, part_text, seat_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import CoverPart, ResponsibilityId, SeatId
    from mspseat_desktop.ui.coverage.grid import Line
    from mspseat_desktop.ui.coverage.table import CoverageTable
    from mspseat_desktop.ui.theme import Theme

ROOM = 340
"""Pixels that one of the client's texts takes in a menu."""


def part_keys() -> dict[CoverPart, str]:
    """Return the letter to type for each part."""
    return {"accountable": _("A"), "helps": _("H"), "declined": _("D"), "excluded": _("X")}


def fill_place_menu(menu: QMenu, table: CoverageTable, line: Line, seat: SeatId) -> None:
    """Fill the menu of the place where a function and a seat meet."""
    cover = line.covers.get(seat)
    function, doing = line.function.id, table.doing
    words = {part: part_text(part) for part in PARTS}
    for part, keys in part_keys().items():
        text = words[part][:1].upper() + words[part][1:]
        action = _add(menu, text, partial(doing.mark, function, seat, part), keys=keys)
        if cover is not None and cover.part == part:
            _tick(action, table.theme)
            menu.setActiveAction(action)
    clear = _add(menu, _("Nothing"), lambda: doing.mark(function, seat, None), keys=_("Del"))
    clear.setEnabled(cover is not None)
    menu.addSeparator()
    if cover is not None:
        _fill_belongs(menu, table, line, seat)
        if cover.responsibility is None and cover.part in ("accountable", "helps"):
            _add(menu, _("Make it a responsibility"), lambda: table.doing.make(function, seat))
        menu.addSeparator()
    fill_column_menu(menu, table, seat)


def fill_function_menu(menu: QMenu, table: CoverageTable, line: Line) -> None:
    """Fill the menu of a function."""
    function = line.function.id
    _add(menu, _("Rename"), lambda: table.doing.rename(function), keys=_("F2"))
    _add(menu, _("Technical name…"), lambda: table.doing.write_term(function))
    accountable = line.standing.accountable
    if len(accountable) == 1 and line.covers[accountable[0]].responsibility is None:
        seat = accountable[0]
        words = _("Make it a responsibility of {seat}")
        name = _short(table.theme, seat_name(table.client, seat))
        _add(menu, words.replace("{seat}", name), lambda: table.doing.make(function, seat))
    menu.addSeparator()
    _add(menu, _("Move up"), lambda: table.doing.move_by(function, -1), keys=_("Alt+Up"))
    _add(menu, _("Move down"), lambda: table.doing.move_by(function, 1), keys=_("Alt+Down"))
    _add(
        menu,
        _("Add a function below"),
        lambda: table.doing.add_function(after=function),
        keys=_("Ins"),
    )
    _add(menu, _("Delete"), lambda: table.doing.delete(function), keys=_("Ctrl+Shift+Del"))


def fill_column_menu(menu: QMenu, table: CoverageTable, seat: SeatId) -> None:
    """Fill the menu of a seat's column."""
    _add(menu, _("Show the seat in the chart"), lambda: table.seat_wanted.emit(seat))
    if can_remove(table.client, seat):
        _add(menu, _("Take the seat out of the map"), lambda: table.doing.remove_column(seat))
    else:
        # The column comes from who holds the seat; without marks there is nothing to take out.
        _add(menu, _("Stays: a provider holds IT here"), lambda: None).setEnabled(False)


def can_remove(client: Client, seat: SeatId) -> bool:
    """Whether the seat's column goes when it is taken out of the map."""
    return not stays_a_column(client, seat)


def _fill_belongs(menu: QMenu, table: CoverageTable, line: Line, seat: SeatId) -> None:
    function, now = line.function.id, line.covers[seat].responsibility
    below = menu.addMenu(_("Belongs to"))
    duties = table.client.responsibilities(seat)
    choices: list[tuple[ResponsibilityId | None, str]] = [
        (duty.id, _short(table.theme, duty.text) or _("unnamed")) for duty in duties
    ]
    for duty, text in [*choices, (None, _("No responsibility"))]:
        if duty is None and choices:
            below.addSeparator()
        action = _add(below, text, partial(table.doing.belong, function, seat, duty))
        if duty == now:
            _tick(action, table.theme)


def _add(menu: QMenu, text: str, run: Callable[[], object], *, keys: str = "") -> QAction:
    action = menu.addAction(f"{amp(text)}\t{keys}" if keys else amp(text))
    action.triggered.connect(lambda _on=False: run())
    return action


def _tick(action: QAction, theme: Theme) -> None:
    action.setIcon(theme.icon("check", "accent_text"))


def _short(theme: Theme, text: str) -> str:
    return one_line(QFontMetricsF(theme.font()), text, ROOM)

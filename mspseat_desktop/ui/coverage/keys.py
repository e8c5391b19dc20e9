"""The keys of the coverage map: letters mark a place, the others do something with its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from mspseat_desktop.ui.coverage.menus import OUT_OF_CONTRACT, part_keys

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mspseat_desktop.domain.vocabulary import (
        CoverPart,
        FunctionId,
        SeatId,
    )
    from mspseat_desktop.ui.coverage.table import CoverageTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_STRONG = _CONTROL | Qt.KeyboardModifier.ShiftModifier


def take_key(table: CoverageTable, event: QKeyEvent) -> bool:
    """Do what a key means in the current place; return whether it means anything."""
    function, seat = table.function, table.seat
    if function is None:
        return False
    if _take_row_key(table, event, function):
        return True
    if event.modifiers() & (_ALT | _CONTROL):
        return False
    if seat is None:
        return _take_name_key(table, event, function)
    return _take_place_key(table, event, function, seat)


def _take_row_key(table: CoverageTable, event: QKeyEvent, function: FunctionId) -> bool:
    key, held = event.key(), event.modifiers()
    if held == _ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        table.doing.move_by(function, -1 if key == Qt.Key.Key_Up else 1)
    elif held == _STRONG and key == Qt.Key.Key_Delete:
        table.doing.delete(function)
    elif key == Qt.Key.Key_F2:
        table.doing.rename(function)
    elif key == Qt.Key.Key_Insert:
        table.doing.add_function(after=function)
    else:
        return False
    return True


def _take_name_key(table: CoverageTable, event: QKeyEvent, function: FunctionId) -> bool:
    """Enter on a name renames it, Space anywhere beside the seats opens the row's menu."""
    is_name = table.currentIndex().column() == 0
    if event.key() in _ENTER and is_name:
        table.doing.rename(function)
    elif event.key() in (*_ENTER, Qt.Key.Key_Space):
        table.open_menu()
    else:
        return False
    return True


def _take_place_key(
    table: CoverageTable, event: QKeyEvent, function: FunctionId, seat: SeatId
) -> bool:
    key, typed = event.key(), event.text().casefold()
    parts: dict[str, CoverPart] = {OUT_OF_CONTRACT.casefold(): "excluded"}
    parts |= {letter.casefold(): part for part, letter in part_keys().items()}
    if typed in parts:
        table.doing.mark(function, seat, parts[typed])
    elif key in _DELETE:
        table.doing.mark(function, seat, None)
    elif key == Qt.Key.Key_Space:
        table.doing.step(function, seat)
    elif key in _ENTER:
        table.open_menu()
    else:
        # Another letter means nothing here; Qt would jump to a place that begins with it.
        return typed.isprintable() and typed != ""
    return True

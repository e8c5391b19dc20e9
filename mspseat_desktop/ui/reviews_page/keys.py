"""The keys of the table of reviews, and the menu of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews_page.rating import rating_of
from mspseat_desktop.ui.widgets import amp

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu

    from mspseat_desktop.ui.reviews_page.columns import Column
    from mspseat_desktop.ui.reviews_page.rows import Row
    from mspseat_desktop.ui.reviews_page.table import ReviewsTable

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEAR: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CHORD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def take_key(table: ReviewsTable, event: QKeyEvent) -> bool:
    """Do what a key means in the current place; return whether it means anything."""
    row, column, sign = table.row, table.column, event.text()
    if row is None or column is None or event.modifiers() & _CHORD:
        return False
    if event.key() in _ENTER:
        table.opened.emit(row)
    elif event.key() == Qt.Key.Key_Space:
        table.open_menu()
    elif table.reviews.is_rated(table.currentIndex().column()) and _rates(table, event, column):
        return True
    else:
        # Another letter means nothing here; Qt would jump to a line that begins with it.
        return sign.isprintable() and bool(sign)
    return True


def _rates(table: ReviewsTable, event: QKeyEvent, column: Column) -> bool:
    if event.key() in _CLEAR:
        if table.row is not None and table.row.line.draft is not None:
            table.in_place.rate("")
        return True
    value = rating_of(column, event.text())
    if value is not None:
        table.in_place.rate(value)
    return value is not None


def fill_menu(menu: QMenu, table: ReviewsTable, row: Row) -> None:
    """Put what can be done with a line into its menu."""
    if row.line.occupant is not None and table.reviews.is_now:
        words = _("Go on with the draft") if row.line.draft else _("Review now")
        menu.addAction(amp(words), lambda: table.begun.emit(row))
    if row.line.review is not None:
        now = table.reviews.is_now
        words = _("Open the last review") if now else _("Open the review of this round")
        menu.addAction(amp(words), lambda: table.last_wanted.emit(row))
    if row.line.draft is not None and table.reviews.is_rated(table.currentIndex().column()):
        menu.addAction(amp(_("Take the rating back")), lambda: _take_back(table))
    menu.addSeparator()
    menu.addAction(amp(_("Show in the chart")), lambda: table.seat_wanted.emit(row.line.seat))


def _take_back(table: ReviewsTable) -> None:
    table.in_place.rate("")

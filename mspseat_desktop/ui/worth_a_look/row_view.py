"""The list itself: arrows walk from finding to finding, Enter or a click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from mspseat_desktop.language import _
from mspseat_desktop.ui.worth_a_look.rows import RowPainter, Rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.worth_a_look.grouping import Row

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowView(QListView):
    """Shows rows; `chosen(Row)` is sent for Enter, Space or a click, `at_row` for each move.

    `pressed_on(Row)` is sent for the keys alone, after `chosen`: a click may only mean the row.
    """

    chosen = Signal(object)
    pressed_on = Signal(object)
    at_row = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowPainter(theme, self))
        self.setAccessibleName(_("Worth a look"))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.at_row.emit())
        theme.changed.connect(self.viewport().update)

    @property
    def row(self) -> Row | None:
        """The row that the keyboard is at."""
        row = self.rows.row(self.currentIndex())
        return None if row is None or row.kind == "heading" else row

    def show_rows(self, client: Client, rows: tuple[Row, ...]) -> None:
        """Show these rows; the keyboard stays at the same one, or at its place when it has gone."""
        now, at = self.row, self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self.rows.show(client, rows)
        places = {row.key: place for place, row in enumerate(rows)}
        place = places.get(now.key) if now is not None else None
        if place is None and now is not None:
            place = next((p for p in range(max(0, at), len(rows)) if _stops(rows[p])), None)
            place = place or next((p for p in reversed(range(len(rows))) if _stops(rows[p])), None)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place))
        self.verticalScrollBar().setValue(scrolled)
        self.at_row.emit()

    def start(self) -> None:
        """Put the keyboard at the first finding unless it is at one already."""
        if self.row is None:
            place = next((p for p, row in enumerate(self.rows.rows) if _stops(row)), None)
            if place is not None:
                self.setCurrentIndex(self.rows.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter or Space, leave on Esc; Qt walks with the arrows."""
        if event.key() in _ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            row = self.row
            self._choose(self.currentIndex())
            if row is not None:
                self.pressed_on.emit(row)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew for another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None and row.kind != "heading":
            self.chosen.emit(row)


def _stops(row: Row) -> bool:
    return row.kind != "heading"

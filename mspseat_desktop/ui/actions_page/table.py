"""The list itself: a table that only knows its rows; Space ticks the marked one off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)

from mspseat_desktop.language import _
from mspseat_desktop.ui.actions_page.row_painter import HEIGHT, TICK, ActionPainter
from mspseat_desktop.ui.actions_page.words import COLUMNS, column_words, due_told, origin_text
from mspseat_desktop.ui.widgets import RowTable, tip_text
from mspseat_desktop.wording.planning import part_text, state_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import ActionId
    from mspseat_desktop.ui.actions_page.rows import Row
    from mspseat_desktop.ui.actions_page.words import Column
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class ActionRows(QAbstractTableModel):
    """One row for each action on show."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows: list[Row] = []
        self.on = bridge.on

    @property
    def rows(self) -> Sequence[Row]:
        """Return the rows in their order."""
        return self._rows

    def show(self, rows: list[Row], on: str) -> None:
        """Show these rows as they stand on that day."""
        self.beginResetModel()
        self._rows, self.on = rows, on
        self.endResetModel()

    def place_of(self, action: ActionId | None) -> int:
        """Return the row of the action, -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.id == action), -1)

    def row_at(self, index: Index) -> Row | None:
        """Return the row that an index stands in."""
        known = index.isValid() and index.row() < len(self._rows)
        return self._rows[index.row()] if known else None

    def second_line(self, row: Row) -> str:
        """Return why it was dropped, else what was asked; nothing of that while ratings hide."""
        if row.action.dropped_because and row.state == "dropped":
            return row.action.dropped_because
        if self._bridge.ratings_hidden:
            return ""
        asked = origin_text(self._bridge.client, row.action)
        return _("From: {what}").replace("{what}", asked) if asked else ""

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many actions are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column, for a screen reader."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_words()[COLUMNS[section]]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; a screen reader hears where the action stands, too."""
        row = self.row_at(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(self._words(row, COLUMNS[index.column()]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text("\n".join(self._words(row, COLUMNS[index.column()])))
        return None

    def _words(self, row: Row, column: Column) -> list[str]:
        if column == "what":
            action = row.action
            parts = [state_text(row.state), action.what, part_text(action.part)]
            parts.append(self.second_line(row))
        elif column == "due":
            parts = list(due_told(row.action, self.on)[:2])
        else:
            parts = [row.action.who] if column == "who" else [row.seat, row.occupant]
        return [part for part in parts if part]


class ActionsTable(RowTable):
    """The table on screen.

    `moved` follows the marked row. Keys and the box ask for what they do: `ticked` (Space),
    `drop_asked` (Del), `review_asked` (Enter), `seat_asked` (Ctrl+Enter), `menu_asked(QPoint)`.
    """

    moved = Signal()
    ticked = Signal()
    drop_asked = Signal()
    review_asked = Signal()
    seat_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        self.rows = ActionRows(bridge, parent)
        super().__init__(theme, self.rows, parent, name=_("Agreed actions"))
        self.setItemDelegate(ActionPainter(theme, self.rows, self))
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.moved.emit())
        self.doubleClicked.connect(lambda _index: self.review_asked.emit())

    @property
    def marked(self) -> Row | None:
        """Return the marked row, None for none."""
        return self.rows.row_at(self.currentIndex())

    def show_rows(self, rows: list[Row], on: str, *, marked: ActionId | None) -> None:
        """Show these rows; the marked one stays marked, or what took its place."""
        place = max(0, self.currentIndex().row())
        self.rows.show(rows, on)
        known = self.rows.place_of(marked)
        if rows:
            self.mark_row(known if known >= 0 else min(place, len(rows) - 1))
        self.moved.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Tick off, drop, open the review or show the seat."""
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Space and not control:
            self.ticked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.seat_asked if control else self.review_asked).emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.drop_asked.emit()
        else:
            return False
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick off by a click on the box."""
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        rect = self.visualRect(index)
        far = rect.right() - spot.x() if self.isRightToLeft() else spot.x() - rect.left()
        left = event.button() == Qt.MouseButton.LeftButton
        if index.isValid() and index.column() == 0 and left and far < TICK - 4:
            self.ticked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the marked row."""
        if self.marked is not None:
            self.menu_asked.emit(event.globalPos())

    def widths(self, room: int) -> tuple[int, ...]:
        """Return the widths of action, owner, day and seat."""
        dates = 116
        who = max(96, min(180, int(room * 0.16)))
        seat = max(130, min(280, int(room * 0.24)))
        return max(1, room - dates - who - seat), who, dates, seat

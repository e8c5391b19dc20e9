"""The list itself: a table that only knows its rows; Space ticks the marked one off."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mspseat_desktop.language import _
from mspseat_desktop.ui.actions_page.row_painter import HEIGHT, TICK, ActionPainter
from mspseat_desktop.ui.actions_page.words import COLUMNS, column_words, due_told, origin_text
from mspseat_desktop.ui.widgets import paint_focus_ring, tip_text
from mspseat_desktop.wording.planning import part_text, state_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
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


class ActionsTable(QTableView):
    """The table on screen.

    `moved` follows the marked row. Keys and the box ask for what they do: `ticked` (Space),
    `drop_asked` (Del), `review_asked` (Enter), `seat_asked` (Ctrl+Enter), `menu_asked(QPoint)`;
    `typed(str)` hands on a letter for the search, `left` asks for the way back.
    """

    moved = Signal()
    ticked = Signal()
    drop_asked = Signal()
    review_asked = Signal()
    seat_asked = Signal()
    menu_asked = Signal(QPoint)
    typed = Signal(str)
    left = Signal()
    arranged = Signal()
    _STEPS: ClassVar = {
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_PageDown: 8,
        Qt.Key.Key_PageUp: -8,
        Qt.Key.Key_Home: -1_000_000_000,
        Qt.Key.Key_End: 1_000_000_000,
    }

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = ActionRows(bridge, self)
        self.setModel(self.rows)
        self.setItemDelegate(ActionPainter(theme, self.rows, self))
        self.setAccessibleName(_("Agreed actions"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._hear_move)
        self.doubleClicked.connect(lambda _index: self.review_asked.emit())
        theme.changed.connect(self.viewport().update)

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
            self.mark(known if known >= 0 else min(place, len(rows) - 1))
        self.moved.emit()

    def mark(self, place: int) -> None:
        """Mark a row and bring it into sight."""
        index = self.rows.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def step(self, key: Qt.Key) -> bool:
        """Move the mark as this key does; False for any other key."""
        if key not in self._STEPS:
            return False
        last = self.rows.rowCount() - 1
        if last >= 0:
            self.mark(max(0, min(last, self.currentIndex().row() + self._STEPS[key])))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by rows, do what the keys do, and hand letters on to the search."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        held = control or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        elif self.step(key):
            return
        elif key == Qt.Key.Key_Space and not held:
            self.ticked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.seat_asked if control else self.review_asked).emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.drop_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif not held and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            event.ignore()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        room = self.viewport().width()
        dates = 116
        who = max(96, min(180, int(room * 0.16)))
        seat = max(130, min(280, int(room * 0.24)))
        for at, width in enumerate((max(1, room - dates - who - seat), who, dates, seat)):
            self.setColumnWidth(at, width)
        self.arranged.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the ring of the keyboard round the marked one."""
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            first = self.visualRect(index.siblingAtColumn(0))
            whole = first.united(self.visualRect(index.siblingAtColumn(len(COLUMNS) - 1)))
            paint_focus_ring(QPainter(self.viewport()), QRectF(whole), self._theme, radius=6)

    def _hear_move(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.moved.emit()

"""The list itself: a table that only knows its rows; what is out of sight costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.people import outcome_in
from mspseat_desktop.language import _
from mspseat_desktop.ui.people.row_painter import RowPainter, row_height
from mspseat_desktop.ui.people.rows import COLUMNS
from mspseat_desktop.ui.people.words import (
    contract_told,
    kind_word,
    outcome_chip,
    review_told,
    seat_words,
)
from mspseat_desktop.ui.pictures import Pictures
from mspseat_desktop.ui.widgets import RowTable, tip_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.people.rows import Column, Roster, Row
    from mspseat_desktop.ui.people.words import Told
    from mspseat_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
DATE_WIDTH = 104
NARROW_DATE = 92
NARROW = 620
LEAST_NAME = 150


def column_words() -> dict[Column, str]:
    """Return the titles of the columns."""
    return {
        "name": _("Name"),
        "seats": _("Seats"),
        "review": _("Next review"),
        "notice": _("Notice date"),
    }


class People(QAbstractTableModel):
    """One row for each name; how seats came out is looked up only for rows that are looked at."""

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._roster = bridge, roster
        self._rows: list[Row] = []
        self._chips: dict[tuple[OccupantId, SeatId], tuple[str, str]] = {}

    @property
    def rows(self) -> Sequence[Row]:
        """Return the rows in their order."""
        return self._rows

    def show(self, rows: list[Row]) -> bool:
        """Show these rows; return whether they are others than before, or in another order."""
        self._chips.clear()
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if same:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        return not same

    def place_of(self, occupant: OccupantId | None) -> int:
        """Return the row of the occupant, -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.id == occupant), -1)

    def row_at(self, index: Index) -> Row | None:
        """Return the row that an index stands in."""
        return self._rows[index.row()] if index.isValid() else None

    def chips(self, row: Row) -> list[tuple[str, str]]:
        """Return how each seat of the row came out; nothing while ratings are hidden."""
        if self._bridge.ratings_hidden:
            return []
        found = []
        for line in row.seats:
            key = (row.id, line.seat)
            if key not in self._chips:
                outcome = outcome_in(self._bridge.client, line.seat, row.id)
                self._chips[key] = outcome_chip(outcome)
            found.append(self._chips[key])
        return found

    def told(self, row: Row, column: Column) -> Told:
        """Return the lines of a date."""
        if column == "review":
            return review_told(self._roster.next_review(row.id), on=self._roster.on)
        return contract_told(
            row.contract_day,
            is_end=row.is_end,
            notice_given=row.notice_given,
            on=self._roster.on,
        )

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many names are shown."""
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
        """Return the words of a cell."""
        row = self.row_at(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, COLUMNS[index.column()], ", ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(self._words(row, COLUMNS[index.column()], "\n"))
        return None

    def _words(self, row: Row, column: Column, between: str) -> str:
        if column == "name":
            return between.join((row.name, kind_word(is_provider=row.is_provider)))
        if column == "seats":
            titles = [seat_words(line.title, line.role) for line in row.seats]
            chips = self.chips(row)
            if chips:
                titles = [f"{t}: {c}" for t, (c, _role) in zip(titles, chips, strict=True)]
            return between.join(titles) or _("No seat")
        first, second, _tone = self.told(row, column)
        return between.join(part for part in (first, second) if part)


class PeopleTable(RowTable):
    """The table on screen.

    `chosen(OccupantId)` follows the marked row, `entered` asks for its form (Enter),
    `delete_asked` (Del) for its end, `menu_asked(QPoint)` for the menu of it. `lifted(OccupantId,
    QPoint)` says that a row is being dragged, at a point of the screen.
    """

    chosen = Signal(object)
    entered = Signal()
    delete_asked = Signal()
    menu_asked = Signal(QPoint)
    lifted = Signal(object, QPoint)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget, *, roster: Roster) -> None:
        self.people = People(bridge, roster, parent)
        super().__init__(theme, self.people, parent, name=_("People and providers"))
        self._bridge = bridge
        self._quiet = False
        self._pressed: tuple[OccupantId, QPoint] | None = None
        pictures = Pictures.of(bridge)
        pictures.came.connect(self.repaint_rows)
        self.setItemDelegate(RowPainter(theme, self.people, self, pictures=pictures))
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    def show_rows(self, rows: list[Row], marked: OccupantId | None) -> None:
        """Show these rows with one of them marked, none if it is not among them."""
        self._quiet = True
        self.people.show(rows)
        usual = row_height(1, rated=not self._bridge.ratings_hidden)
        self.verticalHeader().setDefaultSectionSize(usual)
        rated = not self._bridge.ratings_hidden
        for at, row in enumerate(rows):
            height = row_height(len(row.seats), rated=rated)
            if self.rowHeight(at) != height:
                self.setRowHeight(at, height)
        self.mark(marked)
        self._quiet = False

    def mark(self, occupant: OccupantId | None) -> None:
        """Mark the row of an occupant and bring it into sight; sends nothing."""
        was, self._quiet = self._quiet, True
        place = self.people.place_of(occupant)
        if place < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif place != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.mark_row(place)
        self._quiet = was

    def take_key(self, event: QKeyEvent) -> bool:
        """Open the form, or ask for the end of it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit()
        else:
            return False
        return True

    def marked_rect(self) -> QRect:
        """Return where the marked row is in the viewport."""
        index = self.currentIndex()
        last = index.siblingAtColumn(len(COLUMNS) - 1)
        return self.visualRect(index.siblingAtColumn(0)).united(self.visualRect(last))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark a row, which may be dragged from here."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        row = self.people.row_at(self.indexAt(at))
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (row.id, at) if left and row is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the pressed row; while a button is down the mark stays where it is."""
        if not event.buttons():
            super().mouseMoveEvent(event)
        elif self._pressed is not None:
            occupant, start = self._pressed
            far = (event.position().toPoint() - start).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._pressed = None
                self.lifted.emit(occupant, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be a mere click."""
        self._pressed = None
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the marked row."""
        if self.currentIndex().isValid():
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            below = self.viewport().mapToGlobal(self.marked_rect().bottomLeft() + QPoint(24, 0))
            self.menu_asked.emit(event.globalPos() if by_mouse else below)

    def widths(self, room: int) -> tuple[int, ...]:
        """Return the widths of name, seats, contract and review."""
        dates = DATE_WIDTH if room >= NARROW else NARROW_DATE
        name = max(LEAST_NAME, int((room - 2 * dates) * 0.44))
        return name, max(1, room - 2 * dates - name), dates, dates

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.people.row_at(now)
        if row is not None and not self._quiet:
            self.chosen.emit(row.id)

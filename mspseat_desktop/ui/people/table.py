"""The list itself: a table that only knows its rows; what is out of sight costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

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
from mspseat_desktop.ui.widgets import paint_focus_ring, tip_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
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


class PeopleTable(QTableView):
    """The table on screen.

    `chosen(OccupantId)` follows the marked row, `entered` asks for its form (Enter), `typed(str)`
    hands on a letter for the search, `left` asks for the way back (Esc, or Up in the first row).
    """

    chosen = Signal(object)
    entered = Signal()
    delete_asked = Signal()
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

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget, *, roster: Roster) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._quiet = False
        self.people = People(bridge, roster, self)
        self.setModel(self.people)
        pictures = Pictures.of(bridge)
        pictures.came.connect(self._repaint)
        self.setItemDelegate(RowPainter(theme, self.people, self, pictures=pictures))
        self.setAccessibleName(_("People and providers"))
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
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        theme.changed.connect(self._repaint)

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
            self._set(place)
        self._quiet = was

    def step(self, key: Qt.Key) -> bool:
        """Move the mark as this key does; False for any other key."""
        if key not in self._STEPS:
            return False
        last = self.people.rowCount() - 1
        if last >= 0:
            self._set(max(0, min(last, self.currentIndex().row() + self._STEPS[key])))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by rows; letters go to the search."""
        key = Qt.Key(event.key())
        blocked = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        words = "" if event.modifiers() & blocked else event.text()
        if key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        elif self.step(key):
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif words.isprintable() and words.strip():
            self.typed.emit(words)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        room = self.viewport().width()
        dates = DATE_WIDTH if room >= NARROW else NARROW_DATE
        name = max(LEAST_NAME, int((room - 2 * dates) * 0.44))
        widths = (name, max(1, room - 2 * dates - name), dates, dates)
        for at, width in enumerate(widths):
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

    def _set(self, place: int) -> None:
        index = self.people.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        how = flags.ClearAndSelect | flags.Rows
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index)

    def _repaint(self) -> None:
        self.viewport().update()

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        row = self.people.row_at(now)
        if row is not None and not self._quiet:
            self.chosen.emit(row.id)

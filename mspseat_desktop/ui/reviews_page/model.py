"""The company's reviews as a table of Qt: a row for each occupant of a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from mspseat_desktop.ui.reviews_page.columns import RATED
from mspseat_desktop.ui.reviews_page.saying import said_words, short_words
from mspseat_desktop.ui.reviews_page.words import enter_words, occupant_words, seat_words
from mspseat_desktop.ui.widgets import tip_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from mspseat_desktop.ui.reviews_page.columns import Column
    from mspseat_desktop.ui.reviews_page.marks import MarkBook, Marks
    from mspseat_desktop.ui.reviews_page.rows import Place, Row

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_WORDS = (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole)
_ABOUT = _Role.AccessibleDescriptionRole


class ReviewsModel(QAbstractTableModel):
    """Shows rows; `bar` is what the bar's cell says, `on` today."""

    def __init__(self, book: MarkBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._rows: list[Row] = []
        self._columns: tuple[Column, ...] = ()
        self._places: dict[Place, int] = {}
        self.bar = ""
        self.on = ""
        self.is_hidden = False
        self.is_tree = True

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in their order."""
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns from left to right."""
        return self._columns

    @property
    def is_now(self) -> bool:
        """Whether the present is shown, and not an earlier round."""
        return self._book.is_now

    def show(self, rows: list[Row], columns: tuple[Column, ...]) -> bool:
        """Show rows; return whether rows or columns are others than before."""
        places = {row.place: at for at, row in enumerate(rows)}
        same = columns == self._columns and list(places) == list(self._places)
        if same:
            self._rows, self._places = rows, places
            self.tell_changed()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
        else:
            self.beginResetModel()
            self._rows, self._places, self._columns = rows, places, columns
            self.endResetModel()
        return not same

    def tell_changed(self) -> None:
        """Tell the view that anything in its cells may have changed."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, index: Index) -> Row | None:
        """Return the row of a place."""
        there = index.isValid() and index.row() < len(self._rows)
        return self._rows[index.row()] if there else None

    def column_at(self, index: Index) -> Column | None:
        """Return the column of a place."""
        there = index.isValid() and index.column() < len(self._columns)
        return self._columns[index.column()] if there else None

    def number_of(self, place: Place | None) -> int:
        """Return the number of the row that is known by this, -1 when it is not shown."""
        return self._places.get(place, -1) if place is not None else -1

    def marks(self, row: Row) -> Marks:
        """Return what is rated in a row."""
        return self._book.of(row)

    def open_actions(self, row: Row) -> int:
        """Return how many actions are open."""
        return self._book.open_actions(row)

    def next_rated(self, column: int) -> int:
        """Return the next column to the right that takes a rating, the same when there is none."""
        after = (at for at in range(column + 1, len(self._columns)) if self.is_rated(at))
        return next(after, column)

    def is_rated(self, column: int) -> bool:
        """Whether a column takes ratings."""
        return 0 <= column < len(self._columns) and self._columns[column].kind in RATED

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return the heading of a column, of a row its seat and occupant."""
        if role not in _WORDS:
            return None
        if orientation == Qt.Orientation.Vertical:
            row = self._rows[section]
            words = f"{seat_words(row)}, {occupant_words(row)}"
            return tip_text(words) if role == _Role.ToolTipRole else words
        column = self._columns[section]
        words = column.title
        if column.kind in ("value", "bar") and self.bar and role != _Role.DisplayRole:
            words = f"{words}. {self.bar}"
        return tip_text(words) if role == _Role.ToolTipRole else words

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return the words of a place."""
        row, column = self.row_at(index), self.column_at(index)
        if row is None or column is None or role not in (*_WORDS, _ABOUT):
            return None
        if role == _Role.DisplayRole:
            return short_words(self, row, column)
        if role == _ABOUT:
            return enter_words(row, on=self.on, is_now=self.is_now)
        said = said_words(self, row, column)
        if role == _Role.AccessibleTextRole:
            return said
        about = enter_words(row, on=self.on, is_now=self.is_now) if index.column() == 0 else ""
        return tip_text("\n".join(part for part in (said, about) if part))

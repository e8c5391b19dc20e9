"""The coverage map as a table of Qt: function, one column for each seat, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from mspseat_desktop.language import _
from mspseat_desktop.ui.coverage.grid import Grid, cell_about, cell_words, line_about
from mspseat_desktop.ui.widgets import tip_text
from mspseat_desktop.wording.coverage import part_letter

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from mspseat_desktop.domain.vocabulary import FunctionId, SeatId
    from mspseat_desktop.ui.coverage.grid import Column, Line

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_WORDS = (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole)
_ABOUT = _Role.AccessibleDescriptionRole


class CoverageModel(QAbstractTableModel):
    """Shows a grid; the first column names functions, the last one says what is wrong."""

    def __init__(self, grid: Grid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = grid

    @property
    def grid(self) -> Grid:
        """The grid on show."""
        return self._grid

    def show(self, grid: Grid) -> bool:
        """Show a grid; return whether rows or columns came, went or moved."""
        same = _shape(grid) == _shape(self._grid)
        if same:
            self._grid = grid
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        else:
            self.beginResetModel()
            self._grid = grid
            self.endResetModel()
        return not same

    @property
    def trouble_column(self) -> int:
        """The number of the last column."""
        return len(self._grid.columns) + 1

    def line(self, index: Index) -> Line | None:
        """Return the function of a place."""
        lines = self._grid.lines
        return lines[index.row()] if 0 <= index.row() < len(lines) else None

    def column(self, index: Index) -> Column | None:
        """Return the seat of a place, None beside the seats' columns."""
        return self.column_at(index.column()) if index.isValid() else None

    def column_at(self, number: int) -> Column | None:
        """Return the seat of a column by its number, None for the first and the last."""
        seats = self._grid.columns
        return seats[number - 1] if 1 <= number <= len(seats) else None

    def place(self, function: FunctionId | None, seat: SeatId | None) -> QModelIndex:
        """Return where a function and a seat meet; no index without the function."""
        rows = [line.function.id for line in self._grid.lines]
        seats = [column.seat for column in self._grid.columns]
        if function not in rows:
            return QModelIndex()
        return self.index(rows.index(function), seats.index(seat) + 1 if seat in seats else 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many functions are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._grid.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the seats and the columns at both ends."""
        return 0 if parent is not None and parent.isValid() else len(self._grid.columns) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return the heading of a column, the seat and who sits there; of a row, its function."""
        if role not in _WORDS:
            return None
        if orientation == Qt.Orientation.Vertical:
            name = self._grid.lines[section].function.name
            return tip_text(name) if role == _Role.ToolTipRole else name
        column = self.column_at(section)
        if column is None:
            words = _("Function") if section == 0 else _("What is wrong")
            return None if role == _Role.ToolTipRole else words
        if role == _Role.DisplayRole:
            return column.title
        if role == _Role.ToolTipRole:
            return tip_text(f"{column.title}\n{column.holder}")
        return f"{column.title}, {column.holder}"

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return the words of a place."""
        line = self.line(index)
        if line is None or role not in (*_WORDS, _ABOUT):
            return None
        column = self.column(index)
        if column is not None:
            return _seat_data(line, column, role)
        if index.column() == 0:
            return _name_data(line, role)
        if role == _Role.ToolTipRole:
            return tip_text(line.trouble)
        if role == _Role.AccessibleTextRole:
            return f"{line.function.name}: {line.trouble or _('clear')}"
        return "" if role == _ABOUT else line.trouble


def _name_data(line: Line, role: int) -> object:
    if role == _Role.ToolTipRole:
        return tip_text(f"{line.function.name}\n{line_about(line)}")
    return line_about(line) if role == _ABOUT else line.function.name


def _seat_data(line: Line, column: Column, role: int) -> object:
    cover = line.covers.get(column.seat)
    if role == _Role.DisplayRole:
        return part_letter(cover.part) if cover is not None else ""
    if role == _Role.AccessibleTextRole:
        return cell_words(line, column)
    if role == _ABOUT:
        return cell_about(line, column)
    return tip_text(f"{cell_words(line, column)}\n{cell_about(line, column)}".strip())


def _shape(grid: Grid) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (
        tuple(line.function.id for line in grid.lines),
        tuple(column.seat for column in grid.columns),
    )

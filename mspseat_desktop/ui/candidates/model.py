"""The comparison as a table of Qt: what is asked, and a column for each candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import tip_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from mspseat_desktop.domain.candidates import Column
    from mspseat_desktop.domain.vocabulary import CandidateId
    from mspseat_desktop.ui.candidates.lines import Line, Spot

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ROOT = QModelIndex()


class CandidatesModel(QAbstractTableModel):
    """Lines and columns on show; places are found again by line and candidate."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self.states: tuple[str, ...] = ()

    def show(self, columns: Sequence[Column], states: Sequence[str], lines: Sequence[Line]) -> None:
        """Show these lines; `states` says under each name which review it stands by."""
        self.beginResetModel()
        self.columns, self.states, self.lines = tuple(columns), tuple(states), tuple(lines)
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """Return the line of a place, or None."""
        return self.lines[index.row()] if 0 <= index.row() < len(self.lines) else None

    def column(self, index: Index) -> Column | None:
        """Return the candidate of a place, None in the first column."""
        number = index.column() - 1
        return self.columns[number] if 0 <= number < len(self.columns) else None

    def spot(self, index: Index) -> Spot | None:
        """Return what stands at a place, None in the first column."""
        line, number = self.line(index), index.column() - 1
        return line.spots[number] if line and 0 <= number < len(line.spots) else None

    def place(self, key: tuple[str, str] | None, candidate: CandidateId | None) -> QModelIndex:
        """Return where a line and a candidate meet; no index when either is not there."""
        rows = [line.key for line in self.lines]
        names = [column.candidate.id for column in self.columns]
        if key not in rows or candidate not in names:
            return QModelIndex()
        return self.index(rows.index(key), names.index(candidate) + 1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return one column for what is asked and one for each candidate."""
        return 0 if parent.isValid() else len(self.columns) + 1

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return the words of a place; a screen reader hears what is asked with them."""
        line, spot, column = self.line(index), self.spot(index), self.column(index)
        if line is None:
            return None
        if spot is None or column is None:
            words = ", ".join(part for part in (line.label, line.tag, line.heading) if part)
            return (
                words
                if role in (_Role.DisplayRole, _Role.AccessibleTextRole)
                else (tip_text(line.label) if role == _Role.ToolTipRole else None)
            )
        if role == _Role.DisplayRole:
            return spot.words
        if role == _Role.ToolTipRole:
            return tip_text(spot.spoken)
        if role == _Role.AccessibleTextRole:
            said = spot.spoken or _("empty")
            asked = f"{line.label} ({line.tag})" if line.tag else line.label
            return f"{column.occupant.name}, {asked}: {said}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return a candidate's name."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if not 1 <= section <= len(self.columns):
            return _("What is asked") if role == _Role.DisplayRole else None
        name = self.columns[section - 1].occupant.name
        if role == _Role.DisplayRole:
            return name
        if role == _Role.ToolTipRole:
            return tip_text(name)
        return f"{name}, {self.states[section - 1]}" if role == _Role.AccessibleTextRole else None

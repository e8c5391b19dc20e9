"""A painted list whose rows are marked as a whole: the base of the tables of people and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mspseat_desktop.ui.widgets.paint import paint_focus_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.theme import Theme

_STEPS: Final[dict[Qt.Key, int]] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_Home: -1_000_000_000,
    Qt.Key.Key_End: 1_000_000_000,
}


class RowTable(QTableView):
    """A table without headers and grid; the arrows walk by rows and the Tab key leaves.

    `typed(str)` hands on a letter for a search, `left` asks for the way back (Esc, or Up in the
    first row), `arranged` says that the columns have other widths. Who inherits says the widths
    (`widths`) and acts on keys of its own (`take_key`).
    """

    typed = Signal(str)
    left = Signal()
    arranged = Signal()

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, parent: QWidget, *, name: str
    ) -> None:
        """Show the model; `name` is what a screen reader calls the table."""
        super().__init__(parent)
        self._theme = theme
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.repaint_rows())
        theme.changed.connect(self.repaint_rows)

    def widths(self, room: int) -> tuple[int, ...]:
        """Return the width of each column in a room of that many pixels."""
        raise NotImplementedError

    def take_key(self, event: QKeyEvent) -> bool:  # noqa: ARG002 - for those who inherit
        """Act on a key of one's own; whether it meant something."""
        return False

    def repaint_rows(self) -> None:
        """Draw anew what is in sight."""
        self.viewport().update()

    def mark_row(self, place: int) -> None:
        """Mark a row and bring it into sight."""
        index = self.model().index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def step(self, key: Qt.Key) -> bool:
        """Move the mark as this key does; False for any other key."""
        if key not in _STEPS:
            return False
        last = self.model().rowCount() - 1
        if last >= 0:
            self.mark_row(max(0, min(last, self.currentIndex().row() + _STEPS[key])))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by rows, do what the keys do, and hand letters on."""
        key = Qt.Key(event.key())
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        words = "" if event.modifiers() & held else event.text()
        if key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        elif self.step(key) or self.take_key(event):
            return
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif words.isprintable() and words.strip():
            self.typed.emit(words)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        for at, width in enumerate(self.widths(self.viewport().width())):
            self.setColumnWidth(at, width)
        self.arranged.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the ring of the keyboard round the marked one."""
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            last = index.siblingAtColumn(self.model().columnCount() - 1)
            whole = self.visualRect(index.siblingAtColumn(0)).united(self.visualRect(last))
            paint_focus_ring(QPainter(self.viewport()), QRectF(whole), self._theme, radius=6)

"""The grid of figures: typed in as in a spreadsheet, by keyboard or mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemDelegate,
    QAbstractItemView,
    QMenu,
    QTableView,
    QWidget,
)

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.metrics.cells import CellDelegate, Corner, PeriodHeads, RowHeads
from mspseat_desktop.ui.metrics.figures_model import FiguresModel
from mspseat_desktop.ui.metrics.pasting import (
    NotUnderstoodError,
    block_of,
    named_in_seat,
    read_block,
)
from mspseat_desktop.ui.metrics.scorecard import ACROSS
from mspseat_desktop.ui.widgets.menus import pop_up

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

_Hint = QAbstractItemDelegate.EndEditHint
_Trigger = QAbstractItemView.EditTrigger
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FiguresGrid(QTableView):
    """Metrics against periods.

    Typing begins a figure, Enter keeps it and goes down, Tab right; Del takes it out. Ctrl+C and
    Ctrl+V exchange blocks with a spreadsheet. `told` carries a sentence and its tone: what stands
    in the current cell, or what became of a paste.
    """

    told = Signal(str, str)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.figures = FiguresModel(bridge)
        self.figures.setParent(self)
        self.setAccessibleName(_("Figures"))
        self.setVerticalHeader(RowHeads(theme, self))
        self._periods = PeriodHeads(theme, self)
        self.setHorizontalHeader(self._periods)
        self.setModel(self.figures)
        self.selectionModel().currentChanged.connect(lambda *_where: self._tell())
        delegate = CellDelegate(theme, self)
        delegate.up_wanted.connect(lambda: self.step(-1, 0))
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # see focusNextPrevChild, which lets one leave the grid
        self.setCornerButtonEnabled(False)
        self.corner = Corner(theme, self.figures, self)
        for button in self.findChildren(QAbstractButton):
            button.setAccessibleName(_("Select all"))  # Qt's own corner, below ours
        self.setEditTriggers(
            _Trigger.AnyKeyPressed | _Trigger.EditKeyPressed | _Trigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._show_top)
        self.horizontalScrollBar().rangeChanged.connect(self._keep_in_view)
        self.figures.modelReset.connect(self._begin)
        self.figures.dataChanged.connect(lambda *_where: self._follow())
        theme.changed.connect(self.viewport().update)

    # Where one is

    def step(self, rows: int, columns: int) -> bool:
        """Go so many cells on, over rows of headings; return whether there was one."""
        now = self.currentIndex()
        row, column = now.row() + rows, now.column() + columns
        while 0 <= row < self.figures.rowCount() and self.figures.sheet.is_heading(row):
            row += 1 if rows > 0 else -1
        there = self.figures.index(row, column)
        if not there.isValid() or self.figures.cell(there) is None:
            return False
        self.setCurrentIndex(there)
        return True

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Leave rows of headings out."""
        there = super().moveCursor(action, modifiers)
        back = action in (
            QAbstractItemView.CursorAction.MoveUp,
            QAbstractItemView.CursorAction.MovePageUp,
        )
        if there.isValid() and self.figures.sheet.is_heading(there.row()):
            there = self.figures.index(there.row() + (-1 if back else 1), there.column())
        return there

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """Go along the row with Tab, and out of the grid at its ends."""
        if self.currentIndex().isValid() and self._along(1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def _along(self, columns: int) -> bool:
        if self.step(0, columns):
            return True
        now = self.currentIndex()
        row = now.row() + columns
        while 0 <= row < self.figures.rowCount() and self.figures.sheet.is_heading(row):
            row += columns
        edge = self.figures.index(row, 0 if columns > 0 else ACROSS - 1)
        if not edge.isValid() or self.figures.cell(edge) is None:
            return False
        self.setCurrentIndex(edge)
        return True

    def _make_room(self) -> None:
        sheet = self.figures.sheet
        self._periods.make_room(sheet.long_texts(), count=sheet.count())

    def _begin(self) -> None:
        """Stand at the newest period of the first metric after the table has changed."""
        self._make_room()
        self._show_top()
        if not self.currentIndex().isValid() and self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(0, ACROSS - 1))

    def _show_top(self) -> None:
        self.figures.show_top(max(0, self.rowAt(0)))

    def _keep_in_view(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _follow(self) -> None:
        """Show what a figure has changed."""
        self._make_room()
        self._tell()

    def _tell(self) -> None:
        self.told.emit(*self.figures.sentence(self.currentIndex()))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the spreadsheet's keys; what is not ours goes on."""
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not is_editing:
            self._clear()
        elif event.key() in _ENTER and not is_editing:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        elif event.key() == Qt.Key.Key_Escape and not is_editing:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """End typing and go on, unless what was typed is not understood."""
        super().closeEditor(editor, _Hint.NoHint)
        entered = self.currentIndex()
        cell = self.figures.cell(entered)
        if cell is None or (cell.doubt and hint != _Hint.RevertModelCache):
            self._tell()
            return
        if hint == _Hint.SubmitModelCache:
            self.step(1, 0)
        elif hint == _Hint.EditNextItem:
            self._along(1)
        elif hint == _Hint.EditPreviousItem:
            self._along(-1)
        if remark := self.figures.remark(entered):
            self.told.emit(remark, "partly")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the keys do with the selected cells."""
        menu = QMenu(self)
        for words, keys, act in (
            (_("Copy"), QKeySequence.StandardKey.Copy, self.copy),
            (_("Paste"), QKeySequence.StandardKey.Paste, self.paste),
            (_("Take out"), QKeySequence.StandardKey.Delete, self._clear),
        ):
            action = menu.addAction(words)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _on=False, act=act: act())
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            cell = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(cell.bottomLeft())
        pop_up(menu, at)

    def _clear(self) -> None:
        self.figures.clear(self.selectedIndexes())

    # Blocks

    def copy(self) -> None:
        """Put the selected figures on the clipboard as a spreadsheet takes them."""
        selected = self.selectedIndexes()
        if not selected:
            return
        rows = sorted({i.row() for i in selected})
        columns = sorted({i.column() for i in selected})
        lines = [
            "\t".join(str(self.figures.index(row, column).data() or "") for column in columns)
            for row in rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def copy_all(self) -> None:
        """Put the whole grid on the clipboard, with names and headings."""
        lines = []
        group = None
        for row in range(self.figures.rowCount()):
            if self.figures.sheet.is_heading(row):
                continue
            if self.figures.sheet.group_at(row) is not group:
                group = self.figures.sheet.group_at(row)
                heads = [
                    " ".join(self.figures.sheet.heading(row, c)).strip() for c in range(ACROSS)
                ]
                lines.append("\t".join(["", *heads]))
            cells = [str(self.figures.index(row, c).data() or "") for c in range(ACROSS)]
            line = self.figures.sheet.line_at(row)
            name = named_in_seat(line) if line else ""
            lines.append("\t".join([name, *cells]))
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.told.emit(_("Copied. A spreadsheet takes it with Ctrl+V."), "muted")

    def paste(self) -> None:
        """Enter the figures on the clipboard from the current cell on, all or none."""
        now = self.currentIndex()
        group = self.figures.sheet.group_at(now.row())
        if group is None:
            return
        try:
            found = read_block(
                block_of(QGuiApplication.clipboard().text()),
                group,
                row=self.figures.sheet.row_in_group(now.row()),
                column=now.column(),
            )
        except NotUnderstoodError as sentence:
            self.told.emit(str(sentence), "no")
            return
        if self.figures.take(found):
            self._select(now, len(found))

    def _select(self, now: QModelIndex, count: int) -> None:
        selection = self.selectionModel()
        selection.setCurrentIndex(now, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        words = ngettext("{count} figure was entered.", "{count} figures were entered.", count)
        self.told.emit(words.format(count=count), "muted")

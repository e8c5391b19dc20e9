"""The coverage map as a table: arrows walk, letters mark, a click opens the menu of its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.coverage.doing import CoverageDoing
from mspseat_desktop.ui.coverage.frozen import FrozenTable
from mspseat_desktop.ui.coverage.grid import Grid
from mspseat_desktop.ui.coverage.keys import take_key
from mspseat_desktop.ui.coverage.menus import (
    KeyMenu,
    fill_column_menu,
    fill_function_menu,
    fill_place_menu,
)
from mspseat_desktop.ui.coverage.model import CoverageModel
from mspseat_desktop.ui.coverage.naming import Naming
from mspseat_desktop.ui.coverage.painting import MORE, ROW, Heading, PlacePainter
from mspseat_desktop.ui.coverage.widths import column_widths

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import FunctionId, SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class CoverageTable(FrozenTable):
    """Functions in rows, seats in columns.

    `seat_wanted` carries a SeatId to show in the chart, `notice` a sentence. Places keep the
    keyboard through every edit as long as their function is there.
    """

    seat_wanted = Signal(object)
    notice = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.theme = theme
        self._model = CoverageModel(Grid(bridge.client, (), ()), self)
        self.setModel(self._model)
        self.setItemDelegate(PlacePainter(theme, self))
        self.naming = Naming(bridge, self.viewport(), where=self._name_place, done=self.setFocus)
        self.doing = CoverageDoing(bridge, self)
        self._dress()
        self.heading = Heading(theme, self)
        self.setHorizontalHeader(self.heading)
        self.heading.sectionClicked.connect(self._open_column_menu)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.naming.place())
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.naming.place())
        theme.changed.connect(self.viewport().update)

    def _dress(self) -> None:
        self.setAccessibleName(_("Who is accountable for each piece of IT"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        self.setCornerWidget(QWidget(self))

    @property
    def client(self) -> Client:
        """The snapshot as it is now."""
        return self._bridge.client

    @property
    def map(self) -> CoverageModel:
        """What the table shows."""
        return self._model

    @property
    def function(self) -> FunctionId | None:
        """The function of the current row."""
        line = self._model.line(self.currentIndex())
        return line.function.id if line is not None else None

    @property
    def seat(self) -> SeatId | None:
        """The seat of the current column."""
        column = self._model.column(self.currentIndex())
        return column.seat if column is not None else None

    def show_grid(self, grid: Grid) -> None:
        """Show a grid; the keyboard stays at its function and seat, or goes next to them."""
        function, seat, row = self.function, self.seat, self.currentIndex().row()
        at = self.currentIndex().column()
        if self._model.show(grid):
            self._share_out()
            place = self._model.place(function, seat)
            if not place.isValid() and row >= 0:
                last = self._model.rowCount() - 1
                place = self._model.index(min(row, last), min(at, len(grid.columns)))
            if place.isValid():
                self.setCurrentIndex(place)
        self.naming.place()

    def go_to(self, function: FunctionId | None, seat: SeatId | None) -> None:
        """Put the keyboard where a function and a seat meet, in the first row without one."""
        lines = self._model.grid.lines
        row = function or (lines[0].function.id if lines else None)
        place = self._model.place(row, seat)
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place)
        self.setFocus()

    def announce(self, function: FunctionId, seat: SeatId) -> None:
        """Tell a screen reader what a place says now, and what is wrong in its row."""
        place = self._model.place(function, seat)
        line = self._model.line(place)
        if line is not None:
            said = str(self._model.data(place, Qt.ItemDataRole.AccessibleTextRole))
            words = f"{said}. {line.trouble}" if line.trouble else said
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def open_menu(self) -> QMenu | None:
        """Open the menu of the current place and return it."""
        line, seat = self._model.line(self.currentIndex()), self.seat
        if line is None:
            return None
        menu = KeyMenu(self)
        if seat is not None:
            fill_place_menu(menu, self, line, seat)
        else:
            fill_function_menu(menu, self, line)
        return self._show_menu(menu, self.visualRect(self.currentIndex()))

    def _open_column_menu(self, section: int) -> None:
        column = self._model.column_at(section)
        if column is None:
            return
        menu = KeyMenu(self)
        fill_column_menu(menu, self, column.seat)
        left = self.heading.sectionViewportPosition(section)
        self._show_menu(menu, QRect(left, -2, 1, 1))

    def _show_menu(self, menu: QMenu, below: QRect) -> QMenu:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(QPoint(below.left(), below.bottom() + 2)))
        return menu

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by letter, go on by Space, open the menu by Enter; arrows walk."""
        if not take_key(self, event):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the menu of a seat's place, or of a function by its dots."""
        pressed = self.currentIndex()
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        place = self.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or place != pressed or not place.isValid():
            return
        dots = place.column() == 0 and at.x() > self.visualRect(place).right() - MORE
        if dots or self._model.column(place) is not None:
            self.open_menu()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename a function."""
        place = self.indexAt(event.position().toPoint())
        line = self._model.line(place)
        if place.column() == 0 and line is not None:
            self.doing.rename(line.function.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the place under the pointer, or of the current one by its key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.indexAt(event.pos())
            if not place.isValid():
                return
            self.setCurrentIndex(place)
        self.open_menu()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first place of the first seat, where a letter marks at once."""
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 1 if self._model.grid.columns else 0))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_out()
        self.naming.place()

    def _share_out(self) -> None:
        widths = column_widths(len(self._model.grid.columns), self.viewport().width())
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)

    def _name_place(self, function: FunctionId) -> QRect:
        place: QModelIndex = self._model.place(function, None)
        return self.visualRect(place) if place.isValid() else QRect()

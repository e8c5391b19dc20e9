"""The table on screen: arrows walk, letters rate, Enter opens the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.coverage.frozen import FrozenTable
from mspseat_desktop.ui.pictures import Pictures
from mspseat_desktop.ui.reviews_page.columns import column_widths
from mspseat_desktop.ui.reviews_page.heading import Heading
from mspseat_desktop.ui.reviews_page.in_place import InPlace
from mspseat_desktop.ui.reviews_page.keys import fill_menu, take_key
from mspseat_desktop.ui.reviews_page.model import ReviewsModel
from mspseat_desktop.ui.reviews_page.painting import ROW, CellPainter
from mspseat_desktop.ui.widgets.menus import pop_up

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews_page.columns import Column
    from mspseat_desktop.ui.reviews_page.marks import MarkBook
    from mspseat_desktop.ui.reviews_page.rows import Place, Row
    from mspseat_desktop.ui.theme import Theme


class ReviewsTable(FrozenTable):
    """A row for each occupant of a seat.

    `opened(Row)` asks for the row's review, `begun(Row)` for a new one, `seat_wanted(SeatId)` for
    the chart, `notice(str)` says why something is not possible, `moved(Row)` follows the keyboard.
    """

    opened = Signal(object)
    begun = Signal(object)
    last_wanted = Signal(object)
    seat_wanted = Signal(object)
    moved = Signal(object)
    notice = Signal(object)

    def __init__(
        self, bridge: Bridge, theme: Theme, book: MarkBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.reviews = ReviewsModel(book, self)
        self.setModel(self.reviews)
        pictures = Pictures.of(bridge)
        pictures.came.connect(self._repaint)
        self.setItemDelegate(CellPainter(theme, self, pictures=pictures))
        self.in_place = InPlace(bridge, self)
        self._dress()
        self.heading = Heading(theme, self)
        self.setHorizontalHeader(self.heading)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.in_place.place())
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.in_place.place())
        self.horizontalScrollBar().valueChanged.connect(
            lambda _at: self.heading.viewport().update()
        )
        self.selectionModel().currentRowChanged.connect(self._tell_row)
        theme.changed.connect(self.viewport().update)

    def _dress(self) -> None:
        self.setAccessibleName(_("Reviews of the whole company"))
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
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(ROW)
        self.setCornerWidget(QWidget(self))

    @property
    def row(self) -> Row | None:
        """The row that the keyboard is in."""
        return self.reviews.row_at(self.currentIndex())

    @property
    def column(self) -> Column | None:
        """The column that the keyboard is in."""
        return self.reviews.column_at(self.currentIndex())

    def show_rows(self, rows: list[Row], columns: tuple[Column, ...]) -> None:
        """Show these rows; the keyboard stays in its row and column, or goes next to them."""
        place = self.row.place if self.row else None
        at, column = self.currentIndex().row(), self.column
        self.heading.show_band(shown=not self.reviews.is_hidden and bool(rows))
        if self.reviews.show(rows, columns):
            self._share_out()
            self._go_back(place, at, column)
        self.viewport().update()
        self.in_place.place()

    def show_marks(self) -> None:
        """Show the same rows with marks that have changed."""
        self.reviews.tell_changed()
        self.viewport().update()
        self.in_place.place()

    def go_to(self, place: Place | None, *, about: str = "") -> bool:
        """Put the keyboard into a row, on the column of a letter or value; False without it."""
        number = self.reviews.number_of(place)
        if number < 0:
            return False
        columns = self.reviews.columns
        named = (at for at, c in enumerate(columns) if about and c.about == about)
        self.go_to_place(number, next(named, self.reviews.next_rated(0)))
        return True

    def _go_back(self, place: Place | None, at: int, column: Column | None) -> None:
        last = self.reviews.rowCount() - 1
        number = self.reviews.number_of(place)
        if at < 0 or last < 0:
            return
        columns = self.reviews.columns
        across = columns.index(column) if column in columns else self.reviews.next_rated(0)
        if column is not None and column.kind == "seat":
            across = self.reviews.next_rated(0)
        self.go_to_place(number if number >= 0 else min(at, last), across)

    def go_to_place(self, row: int, column: int) -> None:
        """Put the keyboard into a row and a column by their numbers."""
        index = self.reviews.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def announce(self) -> None:
        """Tell a screen reader what the current place says now."""
        said = self.reviews.data(self.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, str(said)))

    def open_menu(self) -> QMenu | None:
        """Open the menu of the current row and return it."""
        row = self.row
        if row is None:
            return None
        menu = QMenu(self)
        fill_menu(menu, self, row)
        below = self.visualRect(self.currentIndex())
        pop_up(menu, self.viewport().mapToGlobal(QPoint(below.left(), below.bottom() + 2)))
        return menu

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate by letter or sign, open by Enter, the menu by Space; arrows walk."""
        if not take_key(self, event):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the review of the row."""
        row = self.reviews.row_at(self.indexAt(event.position().toPoint()))
        if row is not None:
            self.opened.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row under the pointer, or of the current one by its key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.indexAt(event.pos())
            if not place.isValid():
                return
            self.setCurrentIndex(place)
        self.open_menu()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first line that is due, else at the top, where a letter rates at once."""
        if not self.currentIndex().isValid() and self.reviews.rowCount():
            rows, on = self.reviews.rows, self.reviews.on
            due = (at for at, row in enumerate(rows) if self.reviews.is_now and row.is_due(on))
            self.go_to_place(next(due, 0), self.reviews.next_rated(0))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_out()
        self.in_place.place()

    def _share_out(self) -> None:
        widths = column_widths(self.reviews.columns, self.viewport().width())
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)

    def _tell_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.reviews.row_at(now)
        if row is not None:
            self.moved.emit(row)

    def _repaint(self) -> None:
        self.viewport().update()

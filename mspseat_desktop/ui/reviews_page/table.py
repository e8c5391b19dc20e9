"""The table on screen: arrows walk, letters rate, Enter opens the review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.coverage.frozen import FrozenTable
from mspseat_desktop.ui.pictures import Pictures
from mspseat_desktop.ui.reviews_page.columns import column_widths
from mspseat_desktop.ui.reviews_page.explaining import Explaining
from mspseat_desktop.ui.reviews_page.heading import Heading
from mspseat_desktop.ui.reviews_page.model import ReviewsModel
from mspseat_desktop.ui.reviews_page.painting import ROW, CellPainter
from mspseat_desktop.ui.reviews_page.rating import Rater, rating_of
from mspseat_desktop.ui.reviews_page.words import letter_of, mark_text
from mspseat_desktop.ui.widgets import amp

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from mspseat_desktop.domain.pointing import Letter
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews_page.columns import Column
    from mspseat_desktop.ui.reviews_page.marks import MarkBook
    from mspseat_desktop.ui.reviews_page.rows import Place, Row
    from mspseat_desktop.ui.theme import Theme

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEAR: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CHORD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


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
        self._rater = Rater(bridge)
        self.reviews = ReviewsModel(book, self)
        self.setModel(self.reviews)
        pictures = Pictures.of(bridge)
        pictures.came.connect(self._repaint)
        self.setItemDelegate(CellPainter(theme, self, pictures=pictures))
        self.explaining = Explaining(bridge, self.viewport())
        self.explaining.ended.connect(self._go_on)
        self._dress()
        self.heading = Heading(theme, self)
        self.setHorizontalHeader(self.heading)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._place_sentence())
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self._place_sentence())
        self.selectionModel().currentRowChanged.connect(self._tell_row)
        theme.changed.connect(self._repaint)

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
        self.explaining.check()
        self._place_sentence()

    def go_to(self, place: Place | None, *, about: str = "") -> bool:
        """Put the keyboard into a row, on the column of a letter or value; False without it."""
        number = self.reviews.number_of(place)
        if number < 0:
            return False
        columns = self.reviews.columns
        named = (at for at, c in enumerate(columns) if about and c.about == about)
        self._set(number, next(named, self._first_column()))
        return True

    def _first_column(self) -> int:
        return self.reviews.next_rated(0)

    def _go_back(self, place: Place | None, at: int, column: Column | None) -> None:
        last = self.reviews.rowCount() - 1
        number = self.reviews.number_of(place)
        if at < 0 or last < 0:
            return
        columns = self.reviews.columns
        across = columns.index(column) if column in columns else self._first_column()
        if column is not None and column.kind == "seat":
            across = self._first_column()
        self._set(number if number >= 0 else min(at, last), across)

    def _set(self, row: int, column: int) -> None:
        index = self.reviews.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    # rating

    def rate(self, value: str) -> bool:
        """Rate the current place; a call that must be explained asks for its sentence there."""
        row, column = self.row, self.column
        if row is None or column is None:
            return False
        refusal = self._rater.refusal(row, is_now=self.reviews.is_now)
        because = self.reviews.marks(row).unrated_because if column.kind == "value" else ""
        if because and not refusal:
            words = _("{name} is not rated on core values, because {because}.")
            words = words.replace("{name}", row.name[:60])
            refusal = words.replace("{because}", because[:120])
        if refusal:
            self.notice.emit(refusal)
            return False
        if not self._rater.rate(row, column, value):
            return False
        self._announce()
        if column.kind == "letter" and value:
            if not self._ask_why(letter_of(column)):
                self._go_on(go_on=True)
        elif value:
            self._go_on(go_on=True)
        return True

    def _ask_why(self, letter: Letter) -> bool:
        """Open the sentence of a call if one is wanted; return whether it was."""
        row = self.row
        marks = self.reviews.marks(row) if row else None
        if row is None or marks is None or row.line.draft is None:
            return False
        if letter in marks.against:
            why = _("This goes against the answers. Say why, in a sentence.")
        elif letter in marks.unexplained:
            why = _("Say why, in a sentence.")
        elif letter in marks.bare:
            why = _("Not required, but fair: why this No, in a sentence.")
        else:
            return False
        self.explaining.start(
            row.line.draft.id,
            letter,
            note=marks.notes.get(letter, ""),
            why=why,
            below=self.visualRect(self.currentIndex()),
        )
        return True

    def _go_on(self, go_on: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        """Take the keyboard back, one rating further to the right if so wanted."""
        self.setFocus()
        if go_on:
            now = self.currentIndex()
            after = self.reviews.next_rated(now.column())
            self._set(now.row(), after)

    def _announce(self) -> None:
        said = self.reviews.data(self.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, str(said)))

    def _place_sentence(self) -> None:
        if self.explaining.field is not None:
            self.explaining.place(self.visualRect(self.currentIndex()))

    # menu

    def open_menu(self) -> QMenu | None:
        """Open the menu of the current row and return it."""
        row = self.row
        if row is None:
            return None
        menu = QMenu(self)
        if row.line.occupant is not None and self.reviews.is_now:
            words = _("Go on with the draft") if row.line.draft else _("Review now")
            menu.addAction(amp(words), lambda: self.begun.emit(row))
        if row.line.review is not None:
            words = _("Open the review of this round")
            if self.reviews.is_now:
                words = _("Open the last review")
            menu.addAction(amp(words), lambda: self.last_wanted.emit(row))
        if row.line.draft is not None and self.reviews.is_rated(self.currentIndex().column()):
            menu.addAction(amp(_("Take the rating back")), lambda: self.rate(""))
        menu.addSeparator()
        menu.addAction(amp(_("Show in the chart")), lambda: self.seat_wanted.emit(row.line.seat))
        menu.aboutToHide.connect(menu.deleteLater)
        below = self.visualRect(self.currentIndex())
        menu.popup(self.viewport().mapToGlobal(QPoint(below.left(), below.bottom() + 2)))
        return menu

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate by letter or sign, open by Enter, the menu by Space; arrows walk."""
        if event.modifiers() & _CHORD or not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        row, column, sign = self.row, self.column, event.text()
        if row is None or column is None:
            return False
        if event.key() in _ENTER:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Space:
            self.open_menu()
        elif self.reviews.is_rated(self.currentIndex().column()):
            if event.key() in _CLEAR:
                if row.line.draft is not None:
                    self.rate("")
                return True
            value = rating_of(column, sign)
            if value is not None:
                self.rate(value)
            return value is not None or (sign.isprintable() and bool(sign))
        else:
            # Qt would jump to a line that begins with the letter.
            return sign.isprintable() and bool(sign)
        return True

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
            self._set(next(due, 0), self._first_column())
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_out()
        self._place_sentence()

    def said_here(self) -> str:
        """Return what stands on the chip of the current place, for tests and pointers."""
        row, column = self.row, self.column
        return mark_text(column, self.reviews.marks(row)) if row and column else ""

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

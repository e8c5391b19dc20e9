"""Candidates side by side: arrows walk, letters answer, Enter opens a review or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.candidates.answering import answer, answer_by_sign, choices_of, why_not
from mspseat_desktop.ui.candidates.cell_field import CellField
from mspseat_desktop.ui.candidates.model import CandidatesModel
from mspseat_desktop.ui.candidates.painting import GROUP, NameHeading, SpotPainter
from mspseat_desktop.ui.coverage.frozen import FrozenTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from mspseat_desktop.domain.candidates import Column, Table
    from mspseat_desktop.domain.vocabulary import CandidateId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.candidates.lines import Field, Line
    from mspseat_desktop.ui.candidates.model import Index
    from mspseat_desktop.ui.theme import Theme

LABEL = (176, 270)
NARROWEST = 138
_SPOILT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class CandidatesGrid(FrozenTable):
    """One comparison. Places keep the keyboard through every edit, wherever their line goes.

    `review_wanted(CandidateId)` asks for a review, `menu_wanted(CandidateId, QPoint)` for what
    can be done with a candidate, `move_wanted(CandidateId, int)` for another place beside the
    others, `notice(str)` for a sentence, `current_changed()` says that the keyboard moved.
    """

    review_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    move_wanted = Signal(object, int)
    notice = Signal(str)
    current_changed = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._table: Table | None = None
        self.shown = CandidatesModel(self)
        self.setModel(self.shown)
        self._painter = SpotPainter(theme, self)
        self.setItemDelegate(self._painter)
        self.typing = CellField(bridge, self.viewport(), where=self._field_place)
        self.typing.ended.connect(self._typed)
        self.heading = NameHeading(theme, self)
        self._dress()
        self.setHorizontalHeader(self.heading)
        self.heading.sectionClicked.connect(self._open_menu_of)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _at: self.typing.place())
        theme.changed.connect(self.viewport().update)

    def _dress(self) -> None:
        self.setAccessibleName(_("Candidates side by side"))
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
        self.setCornerWidget(QWidget(self))

    @property
    def candidate(self) -> Column | None:
        """The candidate in whose column the keyboard is, else the first one."""
        found = self.shown.column(self.currentIndex())
        return found or (self.shown.columns[0] if self.shown.columns else None)

    def show_table(self, table: Table, states: Sequence[str], lines: Sequence[Line]) -> None:
        """Show a comparison; the keyboard stays at its line and candidate, or goes next to it."""
        key, who = self._key_now()
        at = self.currentIndex()
        number, column = at.row(), at.column()
        scrolled = self.verticalScrollBar().value()
        chosen = table.comparison.chosen
        names = [c.occupant.id for c in table.columns]
        self._table = table
        self.heading.chosen = names.index(chosen) if chosen in names else -1
        self.shown.show(table.columns, states, lines)
        self.fit()
        place = self.shown.place(key, who)
        if not place.isValid() and number >= 0 and lines and table.columns:
            last = self.shown.index(min(number, len(lines) - 1), 0)
            place = last.siblingAtColumn(max(1, min(column, len(table.columns))))
        self.verticalScrollBar().setValue(scrolled)
        if place.isValid():
            self.setCurrentIndex(place)
        self.typing.place()

    def _key_now(self) -> tuple[tuple[str, str] | None, CandidateId | None]:
        line = self.shown.line(self.currentIndex())
        column = self.shown.column(self.currentIndex())
        first = self.shown.columns[0] if self.shown.columns else None
        who = column or first
        return (line.key if line else None), (who.candidate.id if who else None)

    def go_to(self, key: tuple[str, str] | None, candidate: CandidateId | None) -> None:
        """Put the keyboard where a line and a candidate meet, else at the first place."""
        place = self.shown.place(key, candidate)
        if not place.isValid() and self.shown.lines and self.shown.columns:
            place = self.shown.place(self.shown.lines[0].key, candidate)
            if not place.isValid():
                place = self.shown.index(0, 1)
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place)
        self.setFocus()

    def fit(self) -> None:
        """Share the width out, and give each line the height that its words need."""
        count = len(self.shown.columns)
        room = self.viewport().width()
        label = max(LABEL[0], min(LABEL[1], room // (count + 1))) if count else LABEL[0]
        each = max(NARROWEST, (room - label) // count) if count else 0
        self.setColumnWidth(0, label)
        for number in range(1, count + 1):
            self.setColumnWidth(number, each)
        option = QStyleOptionViewItem()
        for row in range(len(self.shown.lines)):
            places = (self.shown.index(row, column) for column in range(count + 1))
            high = max(self._painter.sizeHint(option, place).height() for place in places)
            self.setRowHeight(row, high)

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by letter, write, open by Enter, clear by Delete, move by Alt; arrows walk."""
        if not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        line, column = self.shown.line(self.currentIndex()), self.candidate
        if line is None or column is None:
            return False
        key, sign = Qt.Key(event.key()), event.text()
        if event.modifiers() & _SPOILT:
            step = _SIDEWAYS.get(key, 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move_wanted.emit(column.candidate.id, step)
            return step != 0
        if key in _OPENING:
            self._open(line, column, key)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear(line, column)
        elif sign.strip() and sign.isprintable():
            self._take_sign(line, column, sign)
        else:
            return False
        return True

    def _open(self, line: Line, column: Column, key: Qt.Key) -> None:
        if line.field:
            self._write(line, column)
        elif key != Qt.Key.Key_F2:
            self.review_wanted.emit(column.candidate.id)

    def _take_sign(self, line: Line, column: Column, sign: str) -> None:
        if line.field:
            self._write(line, column, typed=sign)
        elif line.row is not None:
            value = answer_by_sign(line.row, sign)
            reason = self._closed() or why_not(column, line.row)
            if reason and (value is not None or not choices_of(line.row)):
                self.notice.emit(reason)
            elif value is not None and self._table is not None:
                self._answer(line, column, value)

    def _answer(self, line: Line, column: Column, value: str) -> None:
        """Answer, and go down to the line that followed before the answer."""
        if line.row is None or self._table is None:
            return
        at = self.currentIndex().row()
        following = self.shown.lines[at + 1].key if at + 1 < len(self.shown.lines) else line.key
        seat = self._table.comparison.seat
        if answer(self._bridge, seat, column, row=line.row, value=value) and value:
            self.go_to(following, column.candidate.id)

    def _clear(self, line: Line, column: Column) -> None:
        if line.field:
            self._write(line, column, typed=" ")
        elif line.row is not None:
            reason = self._closed() or why_not(column, line.row)
            if reason:
                self.notice.emit(reason)
            else:
                self._answer(line, column, "")

    def _write(self, line: Line, column: Column, *, typed: str = "") -> None:
        reason = self._closed()
        if reason:
            self.notice.emit(reason)
            return
        label = f"{line.label}, {column.occupant.name}"
        self.scrollTo(self.currentIndex())
        self.typing.start(column.candidate, line.field, label=label, typed=typed)

    def _closed(self) -> str:
        """Return why nothing here can be changed any more, empty when it can."""
        if self._table is None or not self._table.comparison.decided_on:
            return ""
        return _("This comparison is decided and stays as it was.")

    def _typed(self, down: int) -> None:
        self.setFocus()
        at = self.currentIndex()
        last = self.shown.rowCount() - 1
        self.setCurrentIndex(at.siblingAtRow(max(0, min(last, at.row() + down))))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a text for typing, or the review behind an answer."""
        place = self.indexAt(event.position().toPoint())
        line, column = self.shown.line(place), self.shown.column(place)
        if line is None or column is None:
            return
        if line.field:
            self._write(line, column)
        else:
            self.review_wanted.emit(column.candidate.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open what can be done with the candidate under the pointer, or of the current place."""
        place = self.currentIndex()
        at = self.viewport().mapToGlobal(self.visualRect(place).bottomLeft())
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place, at = self.indexAt(event.pos()), event.globalPos()
        column = self.shown.column(place)
        if column is not None:
            self.setCurrentIndex(place)
            self.menu_wanted.emit(column.candidate.id, at)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of another place."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first line of the first candidate."""
        if not self.currentIndex().isValid() and self.shown.lines and self.shown.columns:
            self.setCurrentIndex(self.shown.index(0, 1))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.fit()
        self.typing.place()

    def _open_menu_of(self, section: int) -> None:
        if 1 <= section <= len(self.shown.columns):
            left = self.heading.sectionViewportPosition(section)
            at = self.heading.viewport().mapToGlobal(QPoint(left, self.heading.height()))
            self.menu_wanted.emit(self.shown.columns[section - 1].candidate.id, at)

    def _field_place(self, candidate: CandidateId, field: Field) -> QRect:
        place = self.shown.place(("field", field), candidate)
        line = self.shown.line(place)
        if line is None:
            return QRect()
        found = self.visualRect(place)
        return found.adjusted(0, GROUP if line.heading else 0, 0, 0)

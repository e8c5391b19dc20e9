"""The keyboard on a page of rows: arrows move, letters answer and move on, digits jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mspseat_desktop.ui.widgets import ChoiceCell, TextField
from mspseat_desktop.ui.widgets.choice import ChoiceButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mspseat_desktop.ui.reviews.row import Row

_SPOILT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def takes_signs(widget: QWidget | None) -> bool:
    """Whether letters and digits mean something on this control beyond typing them."""
    if isinstance(widget, ChoiceButton):
        return bool(widget.choice.keys)
    return isinstance(widget, ChoiceCell)


def _write_instead(row: Row, event: QKeyEvent) -> bool:
    """Let what is typed on ready-made reasons become the reason, in the note of the row."""
    row.open_note()
    return row.note is not None and QCoreApplication.sendEvent(row.note, event)


class RowKeys(QObject):
    """Hears the keys of all controls in the rows of a page before these do.

    Up and Down move from row to row, Home and End to the ends; a letter answers and moves on
    unless the answer asks for something more. How an answer is known, and what that rests on with
    F3, goes to the one just given as long as nothing else was done since; F2 writes a note on the
    row that is marked. A digit jumps to the row of that number, 0 to what comes `after` the last.
    Letters and digits mean this on an answer alone: what is typed on a box to tick, on a link or
    in a text field never rates.
    In a text field only Up, Down and Enter move.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        reveal: Callable[[QWidget], None],
        after: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = parent
        self._reveal = reveal
        self._after = after
        self._rows: list[Row] = []
        self._numbered: list[Row] = []
        self._of: dict[QObject, Row] = {}
        self._just_answered: Row | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows on show, in order."""
        return tuple(row for row in self._rows if row.isVisibleTo(self._page))

    def set_rows(self, rows: Sequence[Row], numbered: Sequence[Row] = ()) -> None:
        """Listen to these rows from now on; `numbered` are those that digits jump to."""
        self._rows, self._numbered = list(rows), list(numbered)
        for row in rows:
            if row not in self._of.values():
                for stop in row.stops():
                    self._hear(row, stop)
                row.stop_added.connect(lambda stop, row=row: self._hear(row, stop))

    def first(self) -> bool:
        """Put the keyboard into the first row; False when there is none."""
        rows = self.rows
        if rows:
            self._go(rows[0])
        return bool(rows)

    def last(self) -> bool:
        """Put the keyboard into the last row; False when there is none."""
        rows = self.rows
        if rows:
            self._go(rows[-1])
        return bool(rows)

    def jump(self, number: int) -> bool:
        """Go to the row of that number, or with 0 to what comes after; False without one."""
        if number == 0:
            if self._after is not None:
                self._after()
            return self._after is not None
        if number > len(self._numbered):
            return False
        self._go(self._numbered[number - 1])
        return True

    def show_current(self, focus: QWidget | None) -> Row | None:
        """Mark the row that the keyboard is in and return it, None where it is in none."""
        self._just_answered = None
        found = None
        for row in self._rows:
            is_current = focus is not None and row.isAncestorOf(focus)
            row.set_current(current=is_current)
            found = row if is_current else found
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on a key before the control that it is meant for."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        row = self._of.get(watched)
        if row is None or event.modifiers() & _SPOILT:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(row, 1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_F2, Qt.Key.Key_F3):
            self._say_more(row, key)
            return True
        if isinstance(watched, QLineEdit):
            return self._take_in_text(row, watched, key)
        return self._take(row, event, watched)

    def _take_in_text(self, row: Row, field: QLineEdit, key: int) -> bool:
        if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if isinstance(field, TextField):
            field.flush()
        self._move(row, 1)
        return True

    def _take(self, row: Row, event: QKeyEvent, watched: QObject) -> bool:
        key, sign = event.key(), event.text().casefold()
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(self.rows[0 if key == Qt.Key.Key_Home else -1])
            return True
        if not sign.strip() or not isinstance(watched, QWidget):
            return False
        if not takes_signs(watched):
            return isinstance(watched, ChoiceButton) and _write_instead(row, event)
        if sign.isdecimal():
            return self.jump(int(sign))
        return sign.isprintable() and self._answer(row, event, watched)

    def _answer(self, row: Row, event: QKeyEvent, watched: QObject) -> bool:
        answers = row.answers
        if answers is None or watched not in answers.buttons:
            return False
        before = answers.value
        if not answers.take_key(event):
            return self._spoken_of(row).take_sign(event.text().casefold())
        if before not in (None, answers.value):
            row.flash()
        if row.needs_more:
            row.focus_more()
        elif answers.value is not None:
            self._move(row, 1)
            self._just_answered = row
        return True

    def _spoken_of(self, row: Row) -> Row:
        """Return the row just answered, from which the keyboard moved on to this one, or this."""
        return self._just_answered or row

    def _say_more(self, row: Row, key: int) -> None:
        if key == Qt.Key.Key_F2:
            row.open_note()
        else:
            self._spoken_of(row).open_details()

    def _move(self, row: Row, step: int) -> None:
        rows = self.rows
        place = rows.index(row) + step if row in rows else 0
        if place < 0:
            return
        if place >= len(rows):
            if self._after is not None:
                self._after()
            return
        self._go(rows[place])

    def _go(self, row: Row) -> None:
        row.focus()
        self._reveal(row)

    def _hear(self, row: Row, stop: object) -> None:
        if isinstance(stop, QWidget) and stop not in self._of:
            self._of[stop] = row
            stop.installEventFilter(self)

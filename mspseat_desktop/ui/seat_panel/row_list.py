"""A list of rows to write, reorder and delete, with an empty one at its end for the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mspseat_desktop.domain.revision import both
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.drop_line import RowDrag
from mspseat_desktop.ui.seat_panel.row import Row
from mspseat_desktop.ui.widgets import LineLink

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

SHOWN = 20
"""A seat imported with hundreds of lines shows the first ones until asked."""


@dataclass(frozen=True, slots=True)
class RowEdits:
    """What can be done to the records of a list, and how the steps of its history are called.

    `holds_more` says whether a record holds what must not go with its words.
    """

    has: Callable[[Client, str], bool]
    holds_more: Callable[[Client, str], bool]
    add: Callable[[str, SeatId, str, int | None], Edit]
    rename: Callable[[str, str, str], Edit]
    move: Callable[[str, int], Edit]
    remove: Callable[[str], Edit]
    add_several: str


@dataclass(frozen=True, slots=True)
class RowWords:
    """What the rows are called; `{number}` stands for the row's place."""

    text: str
    menu: str
    new: str
    hint: str
    numbered: bool = True


class RowList(QWidget):
    """The rows of a seat.

    `entered(Row)` is sent for Enter in a row that has words, `arranged()` for more rows on show.
    """

    entered = Signal(object)
    arranged = Signal()

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget,
        *,
        edits: RowEdits,
        words: RowWords,
        dress: Callable[[Row], None],
        fill_menu: Callable[[Row, QMenu], None],
    ) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._edits, self._words = edits, words
        self._dress, self._fill_menu = dress, fill_menu
        self._seat: SeatId | None = None
        self._items: tuple[tuple[str, str], ...] = ()
        self._shows_all = False
        self._added_in = ""
        self._new_keys: dict[SeatId, str] = {}
        self._rows: list[Row] = []
        self._spare: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._more = LineLink(theme, "", self)
        self._more.clicked.connect(self._show_all)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._drag = RowDrag(theme, self)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows of records on show, in order."""
        return tuple(self._rows[:-1])

    @property
    def new_row(self) -> Row:
        """Return the empty row at the end."""
        return self._rows[-1]

    def show_items(self, seat: SeatId, items: Sequence[tuple[str, str]]) -> None:
        """Show the seat's records, each an id and its text."""
        same = seat == self._seat
        self._shows_all = self._shows_all and same
        self._seat, self._items = seat, tuple(items)
        shown = self._items if self._shows_all else self._items[:SHOWN]
        wanted = [*shown, (self._new_key(seat), "")]
        focus = self._focused_place()
        rows = self._matched([key for key, _text in wanted], same=same)
        for place, (row, (key, text)) in enumerate(zip(rows, wanted, strict=True)):
            row.show_record(key, text, number=place + 1, is_new=place == len(shown))
            self._name(row, place + 1)
            self._dress(row)
        self._place(rows)
        self._more.setVisible(len(shown) < len(items))
        self._more.set_caption(_("Show all {count}").format(count=len(items)))
        if focus is not None and self._focused_place() is None:
            rows[min(focus, len(rows) - 1)].focus_end()

    def delete(self, row: Row, *, merge_key: str = "") -> None:
        """Delete the row's record and go to the one before."""
        place = self._rows.index(row)
        had_focus = self._focused_place() is not None
        if not row.is_new:
            self._bridge.do(replace(self._edits.remove(row.key), merge_key=merge_key))
        if had_focus:
            self._rows[max(0, place - 1)].focus_end()

    def move_row(self, row: Row, place: int) -> None:
        """Move the row's record to another place of the list."""
        last = len(self._rows) - 2
        if not row.is_new and 0 <= place <= last and place != self._rows.index(row):
            self._bridge.do(self._edits.move(row.key, place))

    def move_by(self, row: Row, step: int) -> None:
        """Move the row's record up or down."""
        self.move_row(row, self._rows.index(row) + step)

    def _make(self, key: str, text: str, merge_key: str) -> Edit | None:
        if self._edits.has(self._bridge.client, key):
            changed = self._edits.rename(key, text, merge_key)
            if merge_key != self._added_in or self._seat is None:
                return changed
            # The undo menu shall still say that this one was added, with all of its words.
            added = self._edits.add(key, self._seat, text, None)
            return replace(changed, name=added.name, params=added.params)
        self._added_in = merge_key
        seat = next((s for s, new in self._new_keys.items() if new == key), None)
        if seat is None or not text.strip():
            return None
        return replace(self._edits.add(key, seat, text, None), merge_key=merge_key)

    def _new_key(self, seat: SeatId) -> str:
        key = self._new_keys.get(seat)
        if key is None or self._edits.has(self._bridge.client, key):
            key = self._bridge.new_id()
            self._new_keys[seat] = key
        return key

    def _matched(self, keys: list[str], *, same: bool) -> list[Row]:
        """Return a row for each key: its own while the seat is the same, else one that is free."""
        own = {row.key: row for row in self._rows} if same else {}
        kept = set(own) & set(keys)
        free = [row for row in self._rows if row.key not in kept] + self._spare
        free.reverse()
        rows = [own[key] if key in kept else (free.pop() if free else self._made()) for key in keys]
        for row in free:
            row.rest()
        self._spare = free[::-1]
        return rows

    def _made(self) -> Row:
        row = Row(self._bridge, self._theme, self, make=self._make, fill_menu=self._fill_menu)
        row.text.setPlaceholderText(self._words.hint)
        row.number.setVisible(self._words.numbered)
        row.text.entered.connect(lambda: self._enter(row))
        row.text.left.connect(lambda: self._leave(row))
        row.text.list_pasted.connect(lambda lines: self._paste(row, lines))
        row.text.delete_key.connect(lambda: self.delete(row, merge_key=row.entry.merge_key))
        row.tags.delete_key.connect(lambda: self.delete(row))
        for part in (row.text, row.tags):
            part.move_key.connect(lambda step: self.move_by(row, step))
        self._drag.follow(row, self)
        return row

    def _place(self, rows: list[Row]) -> None:
        if rows != self._rows:
            for place, row in enumerate(rows):
                if self._column.indexOf(row) != place:
                    self._column.insertWidget(place, row)
        self._rows = rows
        for row in rows:
            row.show()

    def _name(self, row: Row, number: int) -> None:
        words = self._words.new if row.is_new else self._words.text.format(number=number)
        row.text.setAccessibleName(words)
        row.tags.set_name(self._words.menu.format(number=number))

    def _enter(self, row: Row) -> None:
        place = self._rows.index(row)
        if not row.is_new:
            self.entered.emit(row)
            if place + 1 < len(self._rows) and row.text.hasFocus():
                self._rows[place + 1].focus_end()

    def _leave(self, row: Row) -> None:
        """Take an emptied row out; one that holds more than its words gets them back."""
        if row not in self._rows or row.is_new or row.text.text().strip():
            return
        if not self._edits.holds_more(self._bridge.client, row.key):
            self._bridge.do(replace(self._edits.remove(row.key), merge_key=row.entry.merge_key))
            return
        emptied = self._bridge.undo_step()
        if emptied is not None and emptied.merge_key == row.entry.merge_key:
            self._bridge.undo()

    def _paste(self, row: Row, lines: list[str]) -> None:
        """Take a pasted list: the first line goes on what stands in the row, if anything does."""
        if self._seat is None:
            return
        at = self._rows.index(row) + (0 if row.is_new else 1)
        edits: list[Edit] = []
        if row.text.text().strip():
            row.text.join(lines[0])
            joined = row.text.text()
            if row.is_new:
                edits.append(self._edits.add(row.key, self._seat, joined, at))
            else:
                edits.append(self._edits.rename(row.key, joined, ""))
            at += row.is_new
            lines = lines[1:]
        elif not row.is_new:
            edits.append(self._edits.rename(row.key, lines[0], ""))
            lines = lines[1:]
        for number, line in enumerate(lines):
            edits.append(self._edits.add(self._bridge.new_id(), self._seat, line, at + number))
        self._bridge.do(both(self._edits.add_several, *edits), source=row.text)

    def _focused_place(self) -> int | None:
        focused = QApplication.focusWidget()
        for place, row in enumerate(self._rows):
            if focused is not None and row.isAncestorOf(focused) and row.isVisible():
                return place
        return None

    def _show_all(self) -> None:
        self._shows_all = True
        if self._seat is not None:
            self.show_items(self._seat, self._items)
            self.arranged.emit()

    def focus_new(self) -> None:
        """Put the keyboard where the next one is written."""
        self.new_row.text.setFocus(Qt.FocusReason.OtherFocusReason)

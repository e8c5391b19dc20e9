"""Rating the place where the keyboard is, and asking there why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews_page.explaining import Explaining
from mspseat_desktop.ui.reviews_page.rating import Rater
from mspseat_desktop.ui.reviews_page.words import letter_of

if TYPE_CHECKING:
    from mspseat_desktop.domain.pointing import Letter
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews_page.marks import Marks
    from mspseat_desktop.ui.reviews_page.table import ReviewsTable


class InPlace(QObject):
    """What a key does to the mark that has the keyboard."""

    def __init__(self, bridge: Bridge, table: ReviewsTable) -> None:
        super().__init__(table)
        self._table = table
        self._rater = Rater(bridge)
        self.explaining = Explaining(bridge, table.viewport())
        self.explaining.ended.connect(self._go_on)

    def rate(self, value: str) -> bool:
        """Rate; a call that must be explained asks for its sentence there. "" takes it back."""
        table = self._table
        row, column = table.row, table.column
        if row is None or column is None:
            return False
        refusal = self._rater.refusal(row, column, is_now=table.reviews.is_now)
        if refusal:
            table.notice.emit(refusal)
            return False
        if not self._rater.rate(row, column, value):
            return False
        table.announce()
        asks = column.kind == "letter" and bool(value) and self._ask_why(letter_of(column))
        if value and not asks:
            self._go_on(go_on=True)
        return True

    def place(self) -> None:
        """Keep an open sentence below its mark, and close it when its draft is gone."""
        self.explaining.check()
        if self.explaining.field is not None:
            self.explaining.place(self._table.visualRect(self._table.currentIndex()))

    def _ask_why(self, letter: Letter) -> bool:
        """Open the sentence of a call if one is wanted; return whether it was."""
        table = self._table
        row = table.row
        marks = table.reviews.marks(row) if row else None
        if row is None or marks is None or row.line.draft is None:
            return False
        why = _why(marks, letter)
        if why:
            self.explaining.start(
                row.line.draft.id,
                letter,
                note=marks.notes.get(letter, ""),
                why=why,
                below=table.visualRect(table.currentIndex()),
            )
        return bool(why)

    def _go_on(self, go_on: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        """Give the keyboard to the table, one mark further to the right if so wanted."""
        self._table.setFocus()
        if go_on:
            now = self._table.currentIndex()
            self._table.go_to_place(now.row(), self._table.reviews.next_rated(now.column()))


def _why(marks: Marks, letter: Letter) -> str:
    """Return for what a sentence is wanted, empty when none is."""
    if letter in marks.against:
        return _("This goes against the answers. Say why, in a sentence.")
    if letter in marks.unexplained:
        return _("Say why, in a sentence.")
    if letter in marks.bare:
        return _("Not required, but fair: why this No, in a sentence.")
    return ""

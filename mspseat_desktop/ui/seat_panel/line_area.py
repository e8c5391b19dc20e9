"""The text of one row: as many lines as it needs, but one thought; Enter goes on to the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from mspseat_desktop.exchange.bullets import SIGNS
from mspseat_desktop.exchange.numbered import marks_of
from mspseat_desktop.ui.widgets import TextArea
from mspseat_desktop.ui.widgets.typing_aids import plain

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QKeyEvent

_BULLET = re.compile(rf"^\s*(?:[{re.escape(SIGNS)}]|\(?(?:\d{{1,3}}|[a-z])[.)]|\[[ xX]?\])\s+")


def lines_of(text: str) -> list[str]:
    """Return the lines of a pasted list without bullets, numbers and empty ones."""
    written = [line for line in plain(text).split("\n") if line.strip()]
    bare = map(_bare, written, marks_of(written))
    return [line for words in bare if (line := " ".join(words.split()))]


def _bare(line: str, mark: int) -> str:
    """Return the line without what a list put before it: "- [ ] Backups" has a sign and a box.

    `mark` is how many signs a letter takes that counts the lines.
    """
    return _BULLET.sub("", line[mark:] + " " if mark else _BULLET.sub("", f"{line} "))


class LineArea(TextArea):
    """A text that wraps but has no line breaks of its own.

    Tells of Enter, of leaving, of Alt with Up and Down, of deleting (Ctrl+Shift+Del, or Backspace
    and Del in an empty field) and of a pasted list, which it leaves to its owner.
    """

    entered = Signal()
    left = Signal()
    move_key = Signal(int)
    delete_key = Signal()
    list_pasted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of a list, leave the rest to the text."""
        key, held = event.key(), event.modifiers()
        alt = held == Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and self.flush():
                self.entered.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and alt:
            self.flush()
            self.move_key.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif self._deletes(event):
            self.delete_key.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste one line as words; leave a list to the owner."""
        if not source.hasText():
            return
        lines = lines_of(source.text())
        if len(lines) > 1:
            self.list_pasted.emit(lines)
        else:
            self.insertPlainText(" ".join(plain(source.text()).split("\n")).strip("\n"))
            self.ensureCursorVisible()

    def join(self, words: str) -> None:
        """Write words at the cursor, a space before them where they would touch others."""
        before = self.text()[: self.textCursor().position()]
        self.insertPlainText(f" {words}" if before and not before.endswith(" ") else words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left, after it has handed over."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _deletes(self, event: QKeyEvent) -> bool:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Delete and event.modifiers() == both:
            return True
        # A key held down has just emptied the field and shall not go on to delete the row.
        emptied = not self.text() and not event.isAutoRepeat()
        return emptied and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)

"""A line of text that never loses a word and never waits for the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from mspseat_desktop.ui.widgets.handover import HAND_OVER_MS, HandOver, PendingFields
from mspseat_desktop.ui.widgets.typing_aids import (
    clipboard_text,
    keeps_shortcut,
    mark_wrong,
    one_line_of,
    show_edit_menu,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHideEvent, QInputMethodEvent


EDGES = 18
"""Pixels of a field beside its text."""
LONGEST = 1000
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons for which the cursor is still where it was when the keyboard comes back."""


class TextField(QLineEdit):
    """A line of text.

    Sends `handed_over(str)` 400 ms after the last key, on leaving, on Enter and on `flush()`, never
    in the middle of an input method's word. Ctrl+Z takes back what was not handed over; with
    nothing to take back it goes on to the window's own undo. What is typed has `longest` letters at
    most, 0 for as many as Qt takes.
    """

    handed_over = Signal(str)
    taken_back = Signal()

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        pending: PendingFields | None = None,
        delay_ms: int = HAND_OVER_MS,
        hint: str = "",
        bare: bool = False,
        longest: int = 0,
    ) -> None:
        super().__init__(parent)
        self._longest = longest
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("bare", bare)
        if longest:
            self.setMaxLength(longest)
        self._hand_over = HandOver(
            self, read=self.text, write=self._write, pending=pending, delay_ms=delay_ms
        )
        self._hand_over.ready.connect(self.handed_over)
        self.textEdited.connect(self._hand_over.typed)
        self.returnPressed.connect(self.flush)

    @property
    def is_full(self) -> bool:
        """Say whether no more letters can be typed."""
        return _length(self.text()) >= self.maxLength()

    @property
    def is_pending(self) -> bool:
        """Say whether something was typed and not handed over yet."""
        return self._hand_over.is_pending

    def flush(self) -> bool:
        """Hand over now. False while an input method composes."""
        return self._hand_over.flush()

    def set_text(self, text: str) -> None:
        """Show a text that changed elsewhere; typing not handed over stays. Sends nothing."""
        self._hand_over.offer(text)

    def load(self, text: str) -> None:
        """Show a text in place of anything typed, for another record or after a refusal."""
        self._hand_over.load(text)

    def refuse(self) -> None:
        """Let Ctrl+Z take back the text just handed over, since it was not understood."""
        self._hand_over.refuse()

    def set_wrong(self, *, wrong: bool) -> None:
        """Mark the field as not understood."""
        mark_wrong(self, wrong=wrong)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z only while there is something to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            kept = keeps_shortcut(event, pending=self._hand_over.can_take_back)
            if kept is not None:
                event.setAccepted(kept)
                return kept
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back on Ctrl+Z; Qt's own undo inside the field would go past what was saved."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._take_back(event)
        elif event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Insert the clipboard's text on one line, without control characters."""
        if not self.isReadOnly():
            room = self.maxLength() - _length(self.text()) + _length(self.selectedText())
            words = one_line_of(clipboard_text()).encode("utf-16-le")[: 2 * room]
            self.insert(words.decode("utf-16-le", "ignore"))  # half a letter is none

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note the start and end of an input method's word."""
        super().inputMethodEvent(event)
        self._hand_over.composed(composing=bool(event.preeditString()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over, and show a long text from its start."""
        super().focusOutEvent(event)
        self._hand_over.left()
        if event.reason() not in _STAYS and self._is_too_long():
            self.setCursorPosition(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand over before the field goes out of sight."""
        super().hideEvent(event)
        self._hand_over.left()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what makes sense here; Qt's own menu has an undo that knows nothing of ours."""
        can = self._hand_over.can_take_back
        show_edit_menu(self, event, take_back=self._take_back if can else None)

    def _is_too_long(self) -> bool:
        shown = self.text()[:LONGEST]
        return QFontMetricsF(self.font()).horizontalAdvance(shown) > self.width() - EDGES

    def _take_back(self, event: QKeyEvent | None = None) -> None:
        if self._hand_over.take_back():
            self.taken_back.emit()
        elif event is not None:
            event.ignore()

    def _write(self, text: str) -> None:
        cursor = self.cursorPosition()
        if self._longest:
            self.setMaxLength(max(self._longest, _length(text)))  # what is there stays whole
        self.setText(text)
        self.setCursorPosition(min(cursor, len(text)) if self.hasFocus() else 0)


def _length(text: str) -> int:
    """Return how long a text is as Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

"""Lines of plain text that grow with what is written."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from mspseat_desktop.ui.widgets.frames import ScrollArea
from mspseat_desktop.ui.widgets.handover import HAND_OVER_MS, HandOver, PendingFields
from mspseat_desktop.ui.widgets.typing_aids import keeps_shortcut, plain, show_edit_menu

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QHideEvent,
        QInputMethodEvent,
        QResizeEvent,
    )


class TextArea(QPlainTextEdit):
    """Lines of plain text that grow with what is written, from `lines` up to `most_lines`.

    With None as `most_lines` it takes all the room there is instead, and scrolls inside.

    Hands over as TextField does, only that Enter makes a new line; Tab goes to the next field.
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
        lines: int = 2,
        most_lines: int | None = 12,
    ) -> None:
        super().__init__(parent)
        self._lines, self._most_lines = lines, most_lines
        self._writing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("bare", bare)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel belongs to the page
        self.setUndoRedoEnabled(False)
        policy = QSizePolicy.Policy
        upright = policy.Expanding if most_lines is None else policy.Fixed
        self.setSizePolicy(policy.Expanding, upright)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._let_each_line_run_its_way()
        self.document().setDocumentMargin(4)
        self._hand_over = HandOver(
            self, read=self.toPlainText, write=self._write, pending=pending, delay_ms=delay_ms
        )
        self._hand_over.ready.connect(self.handed_over)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._stay_in_sight)
        self._fit()

    @property
    def is_pending(self) -> bool:
        """Say whether something was typed and not handed over yet."""
        return self._hand_over.is_pending

    def text(self) -> str:
        """Return what stands in the field, lines parted by line feeds."""
        return self.toPlainText()

    def flush(self) -> bool:
        """Hand over now. False while an input method composes."""
        return self._hand_over.flush()

    def set_text(self, text: str) -> None:
        """Show a text that changed elsewhere; typing not handed over stays. Sends nothing."""
        self._hand_over.offer(text)

    def load(self, text: str) -> None:
        """Show a text in place of anything typed, for another record or after a refusal."""
        self._hand_over.load(text)

    def sizeHint(self) -> QSize:
        """Return the height of the lines written, within the limits given."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Never be lower than the text within the limits."""
        return QSize(80, self._height())

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z only while there is something to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            kept = keeps_shortcut(event, pending=self.is_pending)
            if kept is not None:
                event.setAccepted(kept)
                return kept
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back on Ctrl+Z."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._take_back(event)
        elif event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words only."""
        if source.hasText():
            self.insertPlainText(plain(source.text()))
            self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note the start and end of an input method's word."""
        composing = bool(event.preeditString())
        if composing:
            self._hand_over.composed(composing=True)
        super().inputMethodEvent(event)
        if not composing:
            self._hand_over.composed(composing=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over."""
        super().focusOutEvent(event)
        self._hand_over.left()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand over before the field goes out of sight."""
        super().hideEvent(event)
        self._hand_over.left()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when a narrower field needs more lines."""
        super().resizeEvent(event)
        self._fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what makes sense here."""
        show_edit_menu(self, event, take_back=self._take_back if self.is_pending else None)

    def _changed(self) -> None:
        if not self._writing and not self._hand_over.is_composing:
            self._hand_over.typed()

    def _take_back(self, event: QKeyEvent | None = None) -> None:
        if self._hand_over.take_back():
            self.taken_back.emit()
        elif event is not None:
            event.ignore()

    def _write(self, text: str) -> None:
        self._writing = True
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, max(0, self.document().characterCount() - 1)))
        if self.hasFocus():
            self.setTextCursor(cursor)
        self._writing = False

    def _let_each_line_run_its_way(self) -> None:
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)

    def _stay_in_sight(self) -> None:
        above = self.parentWidget() if self.hasFocus() else None
        while above is not None:
            if isinstance(above, ScrollArea):
                above.follow()
            above = above.parentWidget()

    def _height(self) -> int:
        spacing = QFontMetricsF(self.font()).lineSpacing()
        needed = self._lines * spacing
        if self._most_lines is not None:
            most = self._most_lines * spacing
            needed = max(needed, min(self._needed(most), most))
        # 4 above, 4 below inside the document; 2 + 1 on each side from the style. Qt lets a text
        # scroll that has less than a pixel to spare.
        return max(32, math.ceil(needed) + 16)

    def _needed(self, most: float) -> float:
        """Return the height of the lines in pixels; measuring ends where it goes beyond `most`.

        A line with signs of another script may be higher than the font's own lines.
        """
        needed = -self.document().documentMargin()
        block = self.document().begin()
        while block.isValid() and needed <= most:
            needed += self.blockBoundingRect(block).height()
            block = block.next()
        return needed

    def _fit(self) -> None:
        if self._most_lines is None:
            return
        height = self._height()
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
        most = self._most_lines * QFontMetricsF(self.font()).lineSpacing()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self._needed(most) > most else policy.ScrollBarAlwaysOff
        )

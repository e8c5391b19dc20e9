"""The sentence that explains a call, asked for in place below its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.writing import Pen, Tie
from mspseat_desktop.ui.widgets import Card, PlainLabel, TextField
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from mspseat_desktop.domain.pointing import Letter
    from mspseat_desktop.domain.vocabulary import ReviewId
    from mspseat_desktop.ui.bridge import Bridge

WIDTH: Final = 460
_ENDS: Final = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
}


class Explaining(QObject):
    """The one sentence that may be open for typing.

    Enter and Tab keep it and go on, leaving keeps it, Esc brings back what stood there before.
    `ended` is sent when the field has closed and the keyboard was in it: True to go on.
    """

    ended = Signal(bool)

    def __init__(self, bridge: Bridge, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._bridge, self._viewport = bridge, viewport
        self._frame: Card | None = None
        self._field: TextField | None = None
        self._tie: Tie | None = None
        self._review: ReviewId | None = None
        self._before = ""

    @property
    def field(self) -> TextField | None:
        """The field in use."""
        return self._field

    def start(self, review: ReviewId, letter: Letter, *, note: str, why: str, below: QRect) -> None:
        """Open the sentence of a call below a place in the viewport; `why` says what for."""
        self.finish()
        pen = Pen(self._bridge, review)
        self._review, self._before = review, note
        frame = Card(self._viewport)
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(PlainLabel(why, frame, pixels=12, tone="partly", wrap=True))
        label = _("Why: {letter}").replace("{letter}", letter_name(letter))
        field = TextField(label, frame, pending=self._bridge.pending, hint=_("Why, in a sentence"))
        field.load(note)
        column.addWidget(field)
        self._frame, self._field = frame, field
        self._tie = Tie(self._bridge, field, pen.note_maker("call", letter))
        field.installEventFilter(self)
        self.place(below)
        frame.show()
        frame.raise_()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, below: QRect) -> None:
        """Stand below a place, or above it where the table ends; never outside."""
        frame = self._frame
        if frame is None:
            return
        room = self._viewport.rect().adjusted(4, 0, -4, -4)
        width = min(WIDTH, room.width())
        height = max(frame.sizeHint().height(), frame.heightForWidth(width))
        left = max(room.left(), min(below.center().x() - width // 2, room.right() - width))
        top = below.bottom() + 2
        if top + height > room.bottom():
            top = max(0, below.top() - height - 2)
        frame.setGeometry(QRect(QPoint(left, top), QPoint(left + width, top + height)))

    def check(self) -> None:
        """Close when the review is gone or finished, throwing away what can not be kept."""
        if self._review is None or self._field is None:
            return
        record = self._bridge.client.find(Review, self._review)
        if record is None or record.state == "finished":
            self._field.load(self._before)
            self._close(go_on=False)

    def finish(self, *, go_on: bool = False) -> None:
        """Keep what is typed and close."""
        if self._field is not None and self._field.flush():
            self._close(go_on=go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the typing on Enter, Tab, Esc and on leaving the field."""
        if watched is not self._field:
            return False
        if isinstance(event, QKeyEvent) and event.key() in _ENDS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape:
                    self._cancel()
                else:
                    self.finish(go_on=event.key() != Qt.Key.Key_Backtab)
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            stays = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
            if event.reason() not in stays:
                self.finish()
        return False

    def _cancel(self) -> None:
        field = self._field
        if field is None:
            return
        was = field.text()
        field.load(self._before)
        if was != self._before:
            field.handed_over.emit(self._before)
        self._close(go_on=False)

    def _close(self, *, go_on: bool) -> None:
        frame, field = self._frame, self._field
        self._frame = self._field = self._tie = self._review = None
        if frame is None or field is None:
            return
        had_focus = field.hasFocus()
        field.removeEventFilter(self)
        frame.hide()
        frame.deleteLater()
        if had_focus:
            self.ended.emit(go_on)

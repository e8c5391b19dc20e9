"""Typing a fee, references or notes where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from mspseat_desktop.domain.edits.candidates import change_candidate
from mspseat_desktop.domain.review_records import Candidate
from mspseat_desktop.ui.widgets import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import CandidateId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.candidates.lines import Field

_ENDS = {
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Escape: 0,
    Qt.Key.Key_Tab: 0,
    Qt.Key.Key_Backtab: 0,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}
"""The keys that end the typing, each with how many lines it goes down."""


class CellField(QObject):
    """The one place that may be open for typing.

    Esc brings back what stood there before. `where` tells where the place is now; `ended(int)`
    is sent when the field has closed by a key, with how many lines to go down.
    """

    ended = Signal(int)

    def __init__(
        self,
        bridge: Bridge,
        viewport: QWidget,
        *,
        where: Callable[[CandidateId, Field], QRect],
    ) -> None:
        super().__init__(viewport)
        self._bridge, self._viewport, self._where = bridge, viewport, where
        self._candidate: CandidateId | None = None
        self._kind: Field = ""
        self._before = ""
        self.field: TextField | None = None

    def start(self, candidate: Candidate, kind: Field, *, label: str, typed: str = "") -> None:
        """Open a place for typing; what was typed already replaces what stands there."""
        self.finish()
        self._candidate, self._kind = candidate.id, kind
        self._before = str(getattr(candidate, kind))
        field = TextField(label, self._viewport, pending=self._bridge.pending)
        field.load(self._before)
        field.handed_over.connect(self._keep)
        field.installEventFilter(self)
        self.field = field
        self.place()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        if typed:
            field.insert(typed)
            field.textEdited.emit(field.text())

    def place(self) -> None:
        """Stand where the place is; one that is gone closes the field."""
        if self.field is None or self._candidate is None:
            return
        at = self._where(self._candidate, self._kind)
        if not self._bridge.client.has(Candidate, self._candidate):
            self.field.load(self._before)
            self._close()
        elif at.isValid():
            high = max(32, min(at.height(), 34))
            at.setTop(at.bottom() - at.height() + 1)
            at.setHeight(high)
            self.field.setGeometry(at.adjusted(2, 1, -2, -1))

    def finish(self) -> None:
        """Keep what is typed and close the field."""
        if self.field is not None and self.field.flush():
            self._close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the typing by its keys and on leaving the field."""
        if watched is not self.field:
            return False
        if isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _ENDS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._end(Qt.Key(event.key()))
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            stays = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
            if event.reason() not in stays:
                self.finish()
        return False

    def _end(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape and self.field is not None:
            self.field.load(self._before)
            self._keep(self._before)
        self.finish()
        if self.field is None:
            self.ended.emit(_ENDS[key])

    def _keep(self, text: str) -> None:
        candidate, kind = self._candidate, self._kind
        record = self._bridge.client.find(Candidate, candidate) if candidate else None
        if record is None or candidate is None or text.strip() == getattr(record, kind):
            return
        words = text.strip()
        key = f"candidate:{candidate}:{kind}"
        edit = change_candidate(
            candidate,
            fee=words if kind == "fee" else None,
            references=words if kind == "references" else None,
            notes=words if kind == "notes" else None,
            merge_key=key,
        )
        self._bridge.do(edit, source=self.field)

    def _close(self) -> None:
        field, self.field, self._candidate = self.field, None, None
        if field is not None:
            field.removeEventFilter(self)
            field.hide()
            field.deleteLater()

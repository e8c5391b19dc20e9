"""Typing a function's name, or its technical one, where it stands in the map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from mspseat_desktop.domain.edits.coverage import change_function, remove_function
from mspseat_desktop.domain.records import Function
from mspseat_desktop.domain.vocabulary import FunctionId
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge

_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
NameField = Literal["name", "term"]


class Naming(QObject):
    """The one name that may be open for typing.

    Enter, Tab and leaving the field keep it; Esc brings back what stood there before, and takes
    out a function that was just added. `where` tells the place of a function, empty when it is
    out of sight; `done` is called when the field has closed and the keyboard was in it.
    """

    def __init__(
        self,
        bridge: Bridge,
        viewport: QWidget,
        *,
        where: Callable[[FunctionId], QRect],
        done: Callable[[], object],
    ) -> None:
        super().__init__(viewport)
        self._bridge, self._viewport, self._where, self._done = bridge, viewport, where, done
        self._function: FunctionId | None = None
        self._kind: NameField = "name"
        self._before = ""
        self._key = ""
        self._is_new = False
        self._field: TextField | None = None

    @property
    def field(self) -> TextField | None:
        """The field in use."""
        return self._field

    def start(self, function: FunctionId, kind: NameField = "name", *, new_key: str = "") -> None:
        """Open the function's name; `new_key` is the merge key of the edit that just added it."""
        self.finish()
        record = self._bridge.client.get(Function, function)
        self._function, self._kind = function, kind
        self._before = record.name if kind == "name" else record.term
        self._is_new = bool(new_key)
        self._key = new_key or f"function:{function}:{self._bridge.new_id()}"
        label = _("Name of the function") if kind == "name" else _("Technical name")
        field = TextField(label, self._viewport, pending=self._bridge.pending, hint=label)
        field.load(self._before)
        field.handed_over.connect(self._hand_over)
        field.installEventFilter(self)
        self._field = field
        self.place()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def place(self) -> None:
        """Stand where the name is; a function that is gone closes the field."""
        if self._field is None or self._function is None:
            return
        if not self._bridge.client.has(Function, self._function):
            self._field.load(self._before)
            self._close()
            return
        at = self._where(self._function)
        if at.isValid():
            self._field.setGeometry(at.adjusted(1, 0, -1, -1))

    def finish(self) -> None:
        """Keep what is typed and close the field."""
        if self._field is not None and self._field.flush():
            self._close()

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
                    self.finish()
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            stays = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
            if event.reason() not in stays:
                self.finish()
        return False

    def _cancel(self) -> None:
        function, field = self._function, self._field
        if function is None or field is None:
            return
        field.load(self._before)
        is_new = self._is_new
        if not is_new:
            self._hand_over(self._before)
        key = self._key
        self._close()
        if is_new:
            self._bridge.do(remove_function(function, name=self._before, merge_key=key))

    def _hand_over(self, text: str) -> None:
        """Keep what was typed; a name that was emptied stays as it was."""
        function = self._function
        record = self._bridge.client.find(Function, function) if function else None
        words = text.strip()
        if record is None or function is None or (self._kind == "name" and not words):
            return
        if words != (record.name if self._kind == "name" else record.term):
            self._bridge.do(self._edit(function, words), source=self._field)

    def _edit(self, function: FunctionId, words: str) -> Edit:
        if self._kind == "term":
            return change_function(function, term=words, merge_key=self._key)
        edit = change_function(function, name=words, merge_key=self._key)
        if self._is_new:
            # Still one step of the history with the adding, and under its name.
            return replace(edit, name="add-function", params={"function": words})
        return edit

    def _close(self) -> None:
        field, self._field, self._function = self._field, None, None
        if field is None:
            return
        had_focus = field.hasFocus()
        field.removeEventFilter(self)
        field.hide()
        field.deleteLater()
        if had_focus:
            self._done()

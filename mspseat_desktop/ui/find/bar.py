"""The bar over the chart: a line to type in, where one is among what was found, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.shortcuts.telling import and_keys, keep_told
from mspseat_desktop.ui.widgets import Ground, IconButton, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.find.finder import Finder
    from mspseat_desktop.ui.theme import Theme

HEIGHT = 46
WIDEST = 420
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindField(QLineEdit):
    """The line to type in; `go` is Enter, `step(int)` an arrow up or down, `left` Esc."""

    go = Signal()
    step = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Find in the chart"))
        self.setPlaceholderText(_("Find a seat, person, task or metric"))
        self.setProperty("search", True)  # noqa: FBT003 - Qt's own call
        self.setMaxLength(200)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window while there is no typing to take back here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go, step or leave; anything else is typed."""
        key = event.key()
        if key in _ENTER:
            self.go.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(Ground):
    """Hidden until it is asked for.

    `go_wanted` asks to go to the seat that one is at, `step_wanted(int)` for the next or the one
    before, `left` tells that nothing is looked for any more.
    """

    go_wanted = Signal()
    step_wanted = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._finder = finder
        self._said = ""
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(_("Find"))
        self.field = FindField(self)
        self.field.setMaximumWidth(WIDEST)
        self.count = PlainLabel("", self, tone="muted", pixels=12)
        self.before = IconButton(theme, "chevron-up", "", self, side=28)
        self.after = IconButton(theme, "chevron-down", "", self, side=28)
        keep_told(self, self._tell_keys)
        self.cross = IconButton(
            theme, "x", _("Close the search (Esc)"), self, side=28, role="muted"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.field, 4)
        row.addSpacing(4)
        for part in (self.count, self.before, self.after):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.cross)
        self.field.textChanged.connect(finder.look_for)
        self.field.go.connect(self.go_wanted)
        self.field.step.connect(self.step_wanted)
        self.field.left.connect(self.left)
        self.before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.after.clicked.connect(lambda: self.step_wanted.emit(1))
        self.cross.clicked.connect(self.left)
        finder.changed.connect(self._show)
        self._show()
        self.hide()

    def take_keyboard(self) -> None:
        """Put the keyboard into the line, what stands there marked to be typed over."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _tell_keys(self) -> None:
        self.before.set_name(and_keys(_("The one before"), "find-previous"))
        self.after.set_name(and_keys(_("The next one"), "find-next"))

    def count_words(self) -> str:
        """Return where one is among what was found: "3 of 17"."""
        finder = self._finder
        if finder.bright is None:
            return ""
        if not finder.found:
            return _("No match")
        words = _("{place} of {count}").replace("{place}", number_text(finder.place))
        return words.replace("{count}", number_text(len(finder.found)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc from any of its buttons."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        finder, words = self._finder, self.count_words()
        if self.field.text() != finder.typed:
            self.field.setText(finder.typed)
        self.count.setText(words)
        self.count.set_tone("no" if finder.bright is not None and not finder.found else "muted")
        for button in (self.before, self.after):
            button.setEnabled(len(finder.found) > 0)
        said = self._spoken(words)
        self.field.setAccessibleDescription(said)
        if said and said != self._said and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))
        self._said = said

    def _spoken(self, words: str) -> str:
        title = self._finder.current_title
        return f"{words}, {title}" if title else words

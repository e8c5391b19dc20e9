"""What stands below the list: the marked action, the field that waits for keys, or a clash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.shortcuts.catcher import KeyCatcher
from mspseat_desktop.ui.shortcuts.keymap import keymap
from mspseat_desktop.ui.shortcuts.moves import pointed
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import LinkButton, PlainLabel, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.ui.shortcuts.lines import Line
    from mspseat_desktop.ui.theme import Theme

FIELD = 200


class KeyFoot(QStackedWidget):
    """Three pages of one height, so that the list stays where it is.

    `ended` is sent when keys were pressed, or given up: the list has the keyboard again.
    """

    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = PlainLabel("", self, weight=Weight.DemiBold, elide=True)
        self.where = PlainLabel("", self, tone="muted", wrap=True)
        self.change = QuietButton(theme, _("Change…"), icon="keyboard")
        self.add = QuietButton(theme, _("Add another…"), icon="plus")
        self.remove = QuietButton(theme, _("Remove"), icon="x")
        self.usual = LinkButton(theme, _("Reset this"), icon="undo-2")
        self.asked = PlainLabel("", self, weight=Weight.DemiBold, wrap=True)
        self.catcher = KeyCatcher(self)
        self.refused = PlainLabel("", self, wrap=True)
        self.clash = PlainLabel("", self, wrap=True)
        self.use = PrimaryButton(theme, "")
        self.leave = QuietButton(theme, _("Leave it there"))
        self._then: Callable[[], object] = _nothing
        self._lay_out()
        self.catcher.given_up.connect(self.end)
        self.catcher.left.connect(lambda: self.setCurrentIndex(0))
        self.use.clicked.connect(self._use)
        self.leave.clicked.connect(self.end)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.change, self.add, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.usual)
        self._add_page(self.name, self.where, row)
        field = QHBoxLayout()
        field.setSpacing(12)
        self.catcher.setFixedWidth(FIELD)
        field.addWidget(self.catcher)
        field.addWidget(self.refused, 1)
        self._add_page(self.asked, None, field)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(self.use)
        choice.addWidget(self.leave)
        choice.addStretch(1)
        self._add_page(self.clash, None, choice)

    def _add_page(self, head: QWidget, about: QWidget | None, row: QHBoxLayout) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(head)
        if about is not None:
            column.addWidget(about)
        column.addStretch(1)
        column.addLayout(row)
        self.addWidget(page)

    @property
    def is_asking(self) -> bool:
        """Whether it waits for keys, or for an answer about a clash."""
        return self.currentIndex() > 0

    def show_line(self, line: Line | None) -> None:
        """Show what can be done with a line; None when no action fits the search."""
        self.setCurrentIndex(0)
        self.name.setText(line.words if line is not None else "")
        self.where.setText(_where(line))
        has_key = line is not None and bool(line.chord)
        self.change.setEnabled(line is not None)
        self.change.set_caption(_("Change…") if has_key or line is None else _("Choose keys…"))
        self.add.setEnabled(has_key)
        self.remove.setEnabled(has_key)
        self.usual.setEnabled(line is not None and line.is_own)

    def ask_keys(self, words: str) -> None:
        """Wait for keys, and say what for."""
        self.asked.setText(words)
        self.refuse("", "")
        self.setCurrentIndex(1)
        self.catcher.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, keys: str, words: str) -> None:
        """Say why these keys can not be used, and go on waiting."""
        self.catcher.setText(keys)
        self.refused.set_tone("no" if words else "muted")
        self.refused.setText(words or _("Esc leaves it as it is."))
        self.catcher.setAccessibleDescription(self.refused.text())

    def ask_about_clash(self, words: str, use: str, then: Callable[[], object]) -> None:
        """Tell of a clash before anything happens; `then` runs when the user wants it so."""
        self._then = then
        self.clash.setText(words)
        self.use.set_caption(use)
        self.use.setAccessibleDescription(words)
        self.setCurrentIndex(2)
        self.use.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Go back to what can be done with the marked line."""
        if self.is_asking:
            self.setCurrentIndex(0)
            self.ended.emit()

    def _use(self) -> None:
        then, self._then = self._then, _nothing
        self.end()
        then()


def _where(line: Line | None) -> str:
    if line is None:
        return ""
    if line.chord == "Tab":
        return _("In the chart only. Without this key, Tab goes on to the next control there.")
    if pointed(line.name, line.chord) is not None:
        return _(
            "Where the chart or the outline has the keyboard, it moves where its arrow points."
        )
    if keymap().doing(line.name).on_chart and line.chord == "Return":
        return _("While the chart has the keyboard. In the outline, Enter goes to the chart.")
    if keymap().doing(line.name).on_chart:
        return _("Its keys work while the chart or the outline has the keyboard.")
    return _("Its keys work in the whole window.")


def _nothing() -> None:
    """Do nothing: there is no clash to decide."""

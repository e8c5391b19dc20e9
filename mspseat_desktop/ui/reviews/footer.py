"""The foot of the review dialog: the blank form, back and on; finish, print and reopen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.look import STEPS
from mspseat_desktop.ui.reviews.words import step_name
from mspseat_desktop.ui.widgets import LinkButton, PlainLabel, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from mspseat_desktop.ui.reviews.look import Look, Step
    from mspseat_desktop.ui.reviews.row import Row
    from mspseat_desktop.ui.theme import Theme


class Footer(QWidget):
    """Buttons for the way through the steps; each signal is one wish."""

    blank_form_wanted = Signal()
    back_wanted = Signal()
    on_wanted = Signal()
    print_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._step: Step | None = None
        self._row: Row | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 11, 18, 11)
        row.setSpacing(8)
        self.blank = _PlainLink(theme, _("Print blank form"), self, icon="printer")
        self.blank.clicked.connect(self.blank_form_wanted)
        self.keys = Hints(self)
        self.reopen = QuietButton(theme, _("Reopen"), self, icon="lock-open")
        self.reopen.clicked.connect(self.reopen_wanted)
        self.back = QuietButton(theme, _("Back"), self)
        self.back.clicked.connect(self.back_wanted)
        self.print = PrimaryButton(theme, _("Print"), self, icon="printer")
        self.print.clicked.connect(self.print_wanted)
        self.on = PrimaryButton(theme, "", self)
        self.on.clicked.connect(self.on_wanted)
        row.addWidget(self.blank)
        row.addSpacing(8)
        row.addWidget(self.keys, 1)
        for button in (self.reopen, self.back, self.on, self.print):
            row.addWidget(button)

    def show_look(self, look: Look, step: Step) -> None:
        """Show the buttons that lead on from here."""
        last = step == STEPS[-1]
        self.blank.setVisible(not look.is_locked)
        self.reopen.setVisible(look.is_locked and last)
        self.print.setVisible(look.is_locked and last)
        self.back.setEnabled(step != STEPS[0])
        self.on.setVisible(not (look.is_locked and last))
        words = _("Finish review") if last else step_name(STEPS[STEPS.index(step) + 1])
        if words != self.on.caption:
            self.on.set_caption(words)
            self.on.set_icon_name("check" if last else "")
            self.on.set_trailing_icon("" if last else "arrow-right")
        self._step = None if look.is_locked else step
        self._show_keys()

    def show_row(self, row: Row | None) -> None:
        """Show the keys of the row that the keyboard is in; None where it is in none."""
        self._row = row
        self._show_keys()

    def _show_keys(self) -> None:
        row = self._row if self._row is not None and isValid(self._row) else None
        self.keys.show_parts([] if self._step is None else _keys(self._step, row))


class Hints(PlainLabel):
    """Short hints in a row, as many as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, pixels=11, tone="muted", elide=True)
        self._parts: list[str] = []

    def show_parts(self, parts: list[str]) -> None:
        """Show these, the first before all others."""
        if parts != self._parts:
            self._parts = parts
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more hints in a wider window, fewer in a narrow one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = list(self._parts)
        metrics = QFontMetricsF(self.font())
        while len(shown) > 1 and metrics.horizontalAdvance(_row_of(shown)) > self.width():
            shown.pop()
        if _row_of(shown) != self.text():
            self.setText(_row_of(shown))


def _row_of(parts: list[str]) -> str:
    return " · ".join(parts)


class _PlainLink(LinkButton):
    """A link in the colour of text: it is no part of the way."""

    ink_role = "ink"


def _keys(step: Step, row: Row | None) -> list[str]:
    """Return the keys that are worth knowing at this step, those of the row first."""
    if step == "result":
        return [_("Enter adds an action"), _("Ctrl+Enter finishes")]
    move = _("Page Down next step")
    said = [] if row is None else row.key_words()
    # A digit typed into a text is one of that text.
    typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
    if step == "values" or typing:
        return [*said, move]
    return [*said, _("1-9 responsibility"), _("0 your call"), move]

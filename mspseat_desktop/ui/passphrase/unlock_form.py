"""What opens a protected client: its passphrase, or the lines of its recovery sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.storage.keys import Phrase, Sheet
from mspseat_desktop.storage.sheet import LINES, Mistyped, key_of
from mspseat_desktop.ui.passphrase.field import PhraseField
from mspseat_desktop.ui.widgets import (
    CheckBox,
    LineLink,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SectionLabel,
    TextArea,
)
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from mspseat_desktop.storage.problems import FileProblem
    from mspseat_desktop.ui.theme import Theme


class UnlockForm(QWidget):
    """Sends `given(Secret)` each time that something is to be tried, and `left()` on the way out.

    `refuse` says why it did not open.
    """

    given = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, *, verb: str, leave: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.phrase = PhraseField(_("Passphrase"))
        self.sheet = TextArea(
            _("Lines of the recovery sheet"), hint="8f3a 02c9 77be 10d4 5e1b", lines=LINES
        )
        self._parts = (self._phrase_part(), self._sheet_part())
        self.trouble = PlainLabel("", tone="no", wrap=True)
        self.trouble.hide()
        self.other = LineLink(theme, "")
        self.other.clicked.connect(self._change_part)
        self.leave = QuietButton(theme, leave)
        self.leave.clicked.connect(self.left)
        self.open_button = PrimaryButton(theme, verb)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._give)
        self.phrase.returnPressed.connect(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (*self._parts, self.trouble):
            column.addWidget(part)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.open_button)
        column.addLayout(row)
        self.setFocusProxy(self.phrase)
        self._show_part(sheet=False)

    def refuse(self, sentence: str) -> None:
        """Say why it did not open, and let the user type again."""
        self.trouble.setText(sentence)
        self.trouble.show()
        if isinstance(window := self.window(), QDialog):
            window.adjustSize()
        field = self.sheet if self._at_sheet else self.phrase
        if not self._at_sheet:  # a sheet is long: one line of it is mended, the others stay
            field.selectAll()
        field.setFocus()
        field.setAccessibleDescription(sentence)

    def why_not(self, problem: FileProblem, *, names: bool) -> str:
        """Return the sentence for a problem; `names` is whether it may name the file."""
        if problem.code == "wrong-phrase" and self._at_sheet:
            return _(
                "These lines do not open this client. They are of another client, or of an earlier "
                "passphrase."
            )
        return problem_text(problem.code, problem.params if names else {})

    def _phrase_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(_("Passphrase")))
        column.addWidget(self.phrase)
        self.shown = CheckBox(self._theme, _("Show what is typed"))
        self.shown.toggled.connect(lambda on: self.phrase.show_letters(shown=on))
        column.addWidget(self.shown)
        return part

    def _sheet_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(_("Lines of the recovery sheet")))
        column.addWidget(self.sheet)
        words = _("Type the six lines as they stand on the newest sheet of this client.")
        column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        return part

    def _change_part(self) -> None:
        self._show_part(sheet=not self._at_sheet)
        self.trouble.hide()
        (self.sheet if self._at_sheet else self.phrase).setFocus()
        if isinstance(window := self.window(), QDialog):
            window.adjustSize()

    def _show_part(self, *, sheet: bool) -> None:
        self._at_sheet = sheet
        for part, shown in zip(self._parts, (not sheet, sheet), strict=True):
            part.setVisible(shown)
        words = _("Open with the passphrase") if sheet else _("Open with the recovery sheet")
        self.other.set_caption(words)

    def _give(self) -> None:
        self.trouble.hide()
        if not self._at_sheet:
            if self.phrase.text():
                self.given.emit(Phrase(self.phrase.text()))
            return
        try:
            key = key_of(self.sheet.toPlainText())
        except Mistyped as slip:
            self.refuse(mistyped_text(slip.line))
            return
        self.given.emit(Sheet(key))


def mistyped_text(line: int) -> str:
    """Return what is wrong with a sheet that was typed; 0 stands for lines that are missing."""
    if line:
        words = _("Line {n} is not as on the sheet. Compare it once more.")
        return words.replace("{n}", str(line))
    return _("The sheet has six lines of five groups with four signs each. Type all of them.")

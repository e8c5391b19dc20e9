"""Sets, changes or removes the passphrase of the open client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.passphrase.field import PhraseField
from mspseat_desktop.ui.shortcuts.telling import with_keys
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    CheckBox,
    DropDown,
    LineLink,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SectionLabel,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    from mspseat_desktop.ui.theme import Theme

SHORTEST = 10
"""Signs of a passphrase; whoever has the file can try as many as a computer can."""
MINUTES = (5, 15, 30, 60)


class PassphraseDialog(QDialog):
    """Sends `chosen(str)` with a new passphrase, `remove_wanted()` or `sheet_wanted()`.

    The owner closes it. `minutes` is after how long without a key or the mouse a protected client
    is locked, 0 for never; `minutes_chosen(int)` is sent when that changes.
    """

    chosen = Signal(str)
    remove_wanted = Signal()
    sheet_wanted = Signal()
    minutes_chosen = Signal(int)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, is_protected: bool, minutes: int
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Passphrase"))
        self.setModal(True)
        self.setFixedWidth(500)
        self._theme = theme
        self._is_protected = is_protected
        self.first = PhraseField(_("New passphrase"))
        self.second = PhraseField(_("The same once more"))
        self.shown = CheckBox(theme, _("Show what is typed"))
        self.shown.toggled.connect(self._show_letters)
        self.trouble = PlainLabel("", tone="no", wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        self._add_words(column)
        for field in (self.first, self.second):
            column.addWidget(SectionLabel(field.accessibleName()))
            column.addWidget(field)
        column.addWidget(self.shown)
        column.addWidget(self.trouble)
        self._add_lock(column, minutes)
        self._add_buttons(column)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self._choose)
        self.first.setFocus()

    def _add_words(self, column: QVBoxLayout) -> None:
        column.addWidget(PlainLabel(_("Passphrase"), pixels=17, weight=Weight.DemiBold))
        words = (
            _("This client is protected. A new passphrase takes the place of the one there is.")
            if self._is_protected
            else _(
                "With a passphrase, the client's file, its working copy and its backups can only "
                "be read by whoever knows it. Copies made before stay as they are."
            )
        )
        column.addWidget(PlainLabel(words, wrap=True))
        warning = _(
            "Nobody can bring a forgotten passphrase back. Without it, and without the recovery "
            "sheet that is made now, everything of this client is lost."
        )
        column.addWidget(PlainLabel(warning, tone="no", wrap=True))
        advice = _("Four or five words that do not belong together are good, and easy to keep.")
        column.addWidget(PlainLabel(advice, tone="muted", wrap=True))

    def _add_lock(self, column: QVBoxLayout, minutes: int) -> None:
        if not self._is_protected:
            return
        column.addSpacing(4)
        column.addWidget(SectionLabel(_("Lock by itself")))
        choices: list[tuple[Hashable, str]] = [
            (n, _("after {n} minutes without use").replace("{n}", str(n))) for n in MINUTES
        ]
        choices.append((0, with_keys(_("never; {keys} locks at once"), "lock")))
        self.minutes = DropDown(self._theme, _("Lock by itself"), choices)
        self.minutes.set_value(minutes)
        self.minutes.currentIndexChanged.connect(self._tell_minutes)
        column.addWidget(self.minutes)
        self.sheet = LineLink(self._theme, _("Print the recovery sheet…"))
        self.sheet.clicked.connect(self.sheet_wanted)
        column.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._is_protected:
            self.remove = QuietButton(self._theme, _("Remove it…"))
            self.remove.clicked.connect(self.remove_wanted)
            row.addWidget(self.remove)
        row.addStretch(1)
        cancel = QuietButton(self._theme, _("Cancel"))
        cancel.clicked.connect(self.reject)
        words = _("Change the passphrase") if self._is_protected else _("Set the passphrase")
        self.set_button = PrimaryButton(self._theme, words)
        self.set_button.setDefault(True)
        self.set_button.clicked.connect(self._choose)
        row.addWidget(cancel)
        row.addWidget(self.set_button)
        column.addLayout(row)

    def refuse(self, sentence: str) -> None:
        """Say why it was not done."""
        self.trouble.setText(sentence)
        self.trouble.show()

    def _choose(self) -> None:
        self.trouble.hide()
        words = self.first.text()
        if len(words) < SHORTEST:
            sentence = _("A passphrase has {n} signs at least.").replace("{n}", str(SHORTEST))
            self._refuse_at(self.first, sentence)
        elif words != self.second.text():
            self._refuse_at(self.second, _("The two are not the same. Type it once more."))
        else:
            self.chosen.emit(words)

    def _refuse_at(self, field: PhraseField, sentence: str) -> None:
        self.refuse(sentence)
        field.setAccessibleDescription(sentence)
        field.selectAll()
        field.setFocus()

    def _show_letters(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        for field in (self.first, self.second):
            field.show_letters(shown=shown)

    def _tell_minutes(self) -> None:
        if isinstance(self.minutes.value, int):
            self.minutes_chosen.emit(self.minutes.value)

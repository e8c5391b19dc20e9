"""Asks for the password that a PDF is to open with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.passphrase.field import PhraseField
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    CheckBox,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SectionLabel,
)

if TYPE_CHECKING:
    from mspseat_desktop.ui.theme import Theme

SHORTEST = 8
LONGEST = 40
"""Signs; readers take 127 bytes, and a sign of any language has three at most."""


class PasswordDialog(QDialog):
    """Sends `chosen(str)` once; whoever asked goes on to save."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Protect with a password"))
        self.setModal(True)
        self.setFixedWidth(440)
        self.first = PhraseField(_("Password of the PDF"))
        self.second = PhraseField(_("The same once more"))
        self.shown = CheckBox(theme, _("Show what is typed"))
        self.shown.toggled.connect(self._show_letters)
        self.trouble = PlainLabel("", tone="no", wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        title = _("Protect with a password")
        column.addWidget(PlainLabel(title, pixels=17, weight=Weight.DemiBold))
        words = _(
            "The PDF is encrypted, and every newer reader asks for the password. Tell it by another"
            " way than the file. Nobody can bring a forgotten one back."
        )
        column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        for field in (self.first, self.second):
            field.setMaxLength(LONGEST)
            column.addWidget(SectionLabel(field.accessibleName()))
            column.addWidget(field)
        column.addWidget(self.shown)
        column.addWidget(self.trouble)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QuietButton(theme, _("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = PrimaryButton(theme, _("Choose a place…"))
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose)
        row.addWidget(cancel)
        row.addWidget(self.save)
        column.addLayout(row)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self._choose)
        self.first.setFocus()

    def _choose(self) -> None:
        words = self.first.text()
        if len(words) < SHORTEST:
            sentence = _("A password has {n} signs at least.").replace("{n}", str(SHORTEST))
            self._refuse(self.first, sentence)
        elif words != self.second.text():
            self._refuse(self.second, _("The two are not the same. Type it once more."))
        else:
            self.accept()
            self.chosen.emit(words)

    def _refuse(self, field: PhraseField, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()
        self.adjustSize()
        field.setAccessibleDescription(sentence)
        field.selectAll()
        field.setFocus()

    def _show_letters(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        for field in (self.first, self.second):
            field.show_letters(shown=shown)

"""Asks for the client's name before the client is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.people import name_key
from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import DangerButton, PlainLabel, QuietButton, TextField

if TYPE_CHECKING:
    from mspseat_desktop.ui.theme import Theme


class EraseDialog(QDialog):
    """Sends `erase_wanted()` once the name was typed and the button pressed."""

    erase_wanted = Signal()

    def __init__(self, theme: Theme, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("Erase this client")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setFixedWidth(560)
        self._wanted = name_key(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        heading = _("Erase “{client}”").replace("{client}", name[:60])
        column.addWidget(PlainLabel(heading, pixels=17, weight=Weight.DemiBold, wrap=True))
        column.addWidget(PlainLabel(text, wrap=True))
        label = _("Type the client's name to erase it: {client}").replace("{client}", name)
        column.addWidget(PlainLabel(label, wrap=True))
        self.name = TextField(_("The client's name"))
        column.addWidget(self.name)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.keep = QuietButton(theme, _("Keep the client"))
        self.keep.clicked.connect(self.reject)
        self.erase = DangerButton(theme, _("Erase"))
        self.erase.setEnabled(False)
        self.erase.clicked.connect(self._erase)
        row.addWidget(self.keep)
        row.addWidget(self.erase)
        column.addSpacing(6)
        column.addLayout(row)
        self.keep.setDefault(True)
        self.name.textChanged.connect(self._compare)
        self.setAccessibleDescription(text)
        self.name.setFocus()

    def _compare(self, typed: str) -> None:
        fits = name_key(typed) == self._wanted
        self.erase.setEnabled(fits)
        (self.erase if fits else self.keep).setDefault(True)

    def _erase(self) -> None:
        self.accept()
        self.erase_wanted.emit()

"""Asks why a finding is accepted; without a reason nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import PlainLabel, PrimaryButton, QuietButton, TextArea

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mspseat_desktop.ui.theme import Theme

WIDTH = 420


class _Reason(TextArea):
    """Enter keeps the reason, Shift+Enter begins another line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the dialog's button."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class AcceptDialog(QDialog):
    """Shows the sentence and asks for the reason; sends `accepted_because(str)`."""

    accepted_because = Signal(str)

    def __init__(self, theme: Theme, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        title = _("Accept this?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        column.addWidget(PlainLabel(title, self, pixels=15, weight=QFont.Weight.DemiBold))
        body = PlainLabel(sentence, self, wrap=True)
        body.setFixedWidth(WIDTH)
        column.addWidget(body)
        asked = _("Why do we live with it?")
        column.addWidget(PlainLabel(asked, self, tone="muted", pixels=12))
        self.reason = _Reason(asked, self, hint=_("It is kept and can be read in the list"))
        self.reason.textChanged.connect(self._allow)
        column.addWidget(self.reason)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        cancel = QuietButton(theme, _("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.keep = PrimaryButton(theme, _("Accept"), self, icon="check")
        self.keep.clicked.connect(self._keep)
        self.reason.entered.connect(self.keep.click)
        row.addWidget(cancel)
        row.addWidget(self.keep)
        column.addSpacing(4)
        column.addLayout(row)
        self._allow()
        self.reason.setFocus()

    def _allow(self) -> None:
        self.keep.setEnabled(bool(self.reason.text().strip()))

    def _keep(self) -> None:
        self.accepted_because.emit(self.reason.text().strip())
        self.accept()

"""Asks why nobody will do an action; without a reason it is not dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import PlainLabel, PrimaryButton, QuietButton, TextArea

if TYPE_CHECKING:
    from mspseat_desktop.ui.theme import Theme

WIDTH = 420
SHOWN = 400
"""Letters of the action that the question repeats."""


class DropDialog(QDialog):
    """Shows the action and asks for the reason; sends `dropped_because(str)`."""

    dropped_because = Signal(str)

    def __init__(self, theme: Theme, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        title = _("Drop this action?")
        shown = what if len(what) <= SHOWN else what[: SHOWN - 1] + "…"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        column.addWidget(PlainLabel(title, self, pixels=15, weight=QFont.Weight.DemiBold))
        body = PlainLabel(shown, self, wrap=True)
        body.setFixedWidth(WIDTH)
        column.addWidget(body)
        asked = _("Why will nobody do it?")
        column.addWidget(PlainLabel(asked, self, tone="muted", pixels=12))
        self.reason = TextArea(asked, self, hint=_("It is kept with the action"))
        self.reason.textChanged.connect(self._allow)
        column.addWidget(self.reason)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        cancel = QuietButton(theme, _("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.drop = PrimaryButton(theme, _("Drop the action"), self)
        self.drop.clicked.connect(self._drop)
        row.addWidget(cancel)
        row.addWidget(self.drop)
        column.addSpacing(4)
        column.addLayout(row)
        self._allow()
        self.reason.setFocus()

    def _allow(self) -> None:
        self.drop.setEnabled(bool(self.reason.text().strip()))

    def _drop(self) -> None:
        self.dropped_because.emit(self.reason.text().strip())
        self.accept()

"""Asks once for what opens a protected client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.passphrase.unlock_form import UnlockForm
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import PlainLabel

if TYPE_CHECKING:
    from mspseat_desktop.ui.theme import Theme


class UnlockDialog(QDialog):
    """Sends `given(Secret)` and stays, until whoever asked accepts it; `form.refuse` says why not.

    `name` is the name of the file, `more` a sentence about this one.
    """

    given = Signal(object)

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, more: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Protected client"))
        self.setModal(True)
        self.setFixedWidth(460)
        self.form = UnlockForm(theme, verb=_("Open"), leave=_("Cancel"))
        self.form.given.connect(self.given)
        self.form.left.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        title = _("Protected client")
        column.addWidget(PlainLabel(title, pixels=17, weight=Weight.DemiBold))
        words = more or _("“{file}” opens with its passphrase.").replace("{file}", name)
        column.addWidget(PlainLabel(words, wrap=True))
        column.addWidget(self.form)
        self.form.phrase.setFocus()

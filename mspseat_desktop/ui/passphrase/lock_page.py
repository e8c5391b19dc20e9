"""The window while a client is locked: nothing of the client is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.passphrase.unlock_form import UnlockForm
from mspseat_desktop.ui.reporting.state_note import IconSpot
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import Card, PlainLabel

if TYPE_CHECKING:
    from mspseat_desktop.ui.theme import Theme

WIDTH = 440


class LockPage(QWidget):
    """Asks for the passphrase in the middle of an empty window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = UnlockForm(theme, verb=_("Unlock"), leave=_("Start page"))
        card = Card()
        card.setFixedWidth(WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 26, 28, 22)
        inside.setSpacing(10)
        spot = IconSpot(theme, "lock", side=22, role="accent_text", box=44)
        inside.addWidget(spot)
        inside.addWidget(PlainLabel(_("This client is locked"), pixels=17, weight=Weight.DemiBold))
        words = _("Everything is saved. Its passphrase opens it where you were.")
        inside.addWidget(PlainLabel(words, tone="muted", wrap=True))
        inside.addWidget(self.form)
        column = QVBoxLayout(self)
        row = QHBoxLayout()  # aligned in the column, its lines would get too little room
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self.setFocusProxy(self.form)

"""What the page says while nobody is known yet: what belongs here, and the two ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import Card, Ground, PlainLabel, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.theme import Theme

WIDTH = 440


class EmptyPeople(Ground):
    """A card in the middle; `add_asked(OccupantKind)` for either button."""

    add_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("canvas", parent)
        card = Card(self)
        card.setFixedWidth(WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Nobody yet"), card, pixels=17, weight=Weight.DemiBold))
        words = _(
            "Here stand the people of the company and the providers from outside, with the seats"
            " that each holds, when the next review is due, and the day by which a contract asks"
            " for a notice. Whoever you name in a seat of the chart stands here too."
        )
        column.addWidget(PlainLabel(words, card, tone="muted", wrap=True))
        self.person = PrimaryButton(theme, _("Add a person"), card, icon="user-plus")
        self.provider = QuietButton(theme, _("Add a provider"), card, icon="building-2")
        self.person.clicked.connect(lambda _on=False: self.add_asked.emit("person"))
        self.provider.clicked.connect(lambda _on=False: self.add_asked.emit("provider"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.person)
        row.addWidget(self.provider)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

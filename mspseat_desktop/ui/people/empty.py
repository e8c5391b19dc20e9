"""What the page says while nobody is known yet: what belongs here, and the two ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import EmptyPage, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.theme import Theme


class EmptyPeople(EmptyPage):
    """Sends `add_asked(OccupantKind)` for either button."""

    add_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        words = _(
            "Here stand the people of the company and the providers from outside, with the seats"
            " that each holds, when the next review is due, and the day by which a contract asks"
            " for a notice. Whoever you name in a seat of the chart stands here too."
        )
        super().__init__("canvas", _("Nobody yet"), words, parent)
        self.person = PrimaryButton(theme, _("Add a person"), self, icon="user-plus")
        self.provider = QuietButton(theme, _("Add a provider"), self, icon="building-2")
        self.person.clicked.connect(lambda _on=False: self.add_asked.emit("person"))
        self.provider.clicked.connect(lambda _on=False: self.add_asked.emit("provider"))
        self.add_button(self.person)
        self.add_button(self.provider)

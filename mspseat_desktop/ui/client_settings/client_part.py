"""The client itself: its name, its logo, and where it is going."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.ui.client_settings.part import APART, Part
from mspseat_desktop.ui.picture_field import PictureField
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class ClientPart(Part):
    """Name, logo, and what the client wants of the years to come."""

    def __init__(self, bridge: Bridge, theme: Theme, profile: Profile) -> None:
        super().__init__(_("Client"))
        self._had_name = bool(profile.name.strip())
        self.name = self.line(_("Name of the company"), profile.name)
        self._nameless = PlainLabel(_("A client needs a name."), tone="no")
        self._nameless.hide()
        self.name.textChanged.connect(self._forgive)
        self.column.addWidget(self._nameless)
        self.logo = PictureField(bridge, theme, _("Logo"))
        self.logo.show_picture(profile.logo)
        self.logo.chosen.connect(lambda _name: self.changed.emit())
        self.add(_("Logo, at the head of printed pages"), self.logo)
        self.column.addSpacing(APART)
        self.column.addWidget(PlainLabel(_("Where the client is going"), weight=Weight.DemiBold))
        self.add_note(_("Reviews show this beside the questions that ask about plans."))
        self.picture = self.area(_("The company in three years"), profile.picture)
        self.goals = self.area(_("Goals of this year"), profile.goals)
        self.growth = self.line(_("Expected growth (people, sites)"), profile.growth)
        self.it_budget = self.line(_("Yearly IT budget"), profile.it_budget)
        self.column.addStretch(1)

    def written(self, profile: Profile) -> Profile:
        """Return the record with what stands here."""
        return replace(
            profile,
            name=self.name.text().strip(),
            logo=self.logo.picture,
            picture=self.picture.toPlainText().strip(),
            goals=self.goals.toPlainText().strip(),
            growth=self.growth.text().strip(),
            it_budget=self.it_budget.text().strip(),
        )

    def trouble(self) -> QWidget | None:
        """Ask for a name that was taken away."""
        nameless = self._had_name and not self.name.text().strip()
        self._nameless.setVisible(nameless)
        self.name.set_wrong(wrong=nameless)
        return self.name if nameless else None

    def start(self) -> None:
        """Begin at the name."""
        self.name.setFocus()

    def _forgive(self) -> None:
        self._nameless.hide()
        self.name.set_wrong(wrong=False)

"""Printed reports: who prepared them, with which mark, on which paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.ui.client_settings.part import Part
from mspseat_desktop.ui.picture_field import PictureField
from mspseat_desktop.ui.widgets import Choice, ChoiceRow

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class ReportsPart(Part):
    """The adviser's name, firm and mark, and the paper."""

    def __init__(self, bridge: Bridge, theme: Theme, profile: Profile) -> None:
        super().__init__(_("Reports"), _("What stands around every printed page."))
        self.adviser = self.line(_("Your name"), profile.adviser)
        hint = _("Stands at the foot of each page")
        self.firm = self.line(_("Your firm"), profile.firm, hint=hint)
        self.mark = PictureField(bridge, theme, _("Your mark"))
        self.mark.show_picture(profile.mark)
        self.mark.chosen.connect(lambda _name: self.changed.emit())
        self.add(_("Your mark, at the head of printed pages"), self.mark)
        self.paper = ChoiceRow(
            theme,
            _("Paper"),
            [Choice("A4", _("A4")), Choice("Letter", _("Letter"))],
            clearable=False,
        )
        self.paper.set_value(profile.paper)
        self.paper.chosen.connect(lambda _value: self.changed.emit())
        self.add(_("Paper"), self.paper)
        self.column.addStretch(1)

    def written(self, profile: Profile) -> Profile:
        """Return the record with what stands here."""
        return replace(
            profile,
            adviser=self.adviser.text().strip(),
            firm=self.firm.text().strip(),
            mark=self.mark.picture,
            paper="Letter" if self.paper.value == "Letter" else "A4",
        )

    def start(self) -> None:
        """Begin at the name."""
        self.adviser.setFocus()

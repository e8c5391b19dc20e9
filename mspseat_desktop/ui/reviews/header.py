"""The head of the review dialog: who in which seat, when, by whom, and that it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.metrics.words import brief
from mspseat_desktop.ui.widgets import Avatar, IconButton, LinkButton, PlainLabel
from mspseat_desktop.wording.outcomes import independence_text

if TYPE_CHECKING:
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.theme import Theme

LONGEST = 80
"""Letters of a name or a reason in the line below the title, which takes two lines at most."""


class Header(QWidget):
    """Title and a line about the review; `details_wanted` folds the fields behind it out."""

    details_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 14, 16, 14)
        row.setSpacing(14)
        name = look.scene.occupant_name
        self._avatar = Avatar(theme, name, self, provider=look.scene.is_provider, side=38)
        row.addWidget(self._avatar)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = PlainLabel("", self, pixels=17, weight=QFont.Weight.DemiBold, elide=True)
        self.line = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.line)
        row.addLayout(words, 1)
        self.saved = PlainLabel("", self, pixels=12, tone="muted")
        row.addWidget(self.saved)
        self.details = LinkButton(theme, _("Details"), self)
        self.details.set_trailing_icon("chevron-down")
        self.details.clicked.connect(self.details_wanted)
        row.addWidget(self.details)
        self.cross = IconButton(theme, "x", _("Close; everything is saved"), self)
        self.cross.clicked.connect(self.close_wanted)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_look(self, look: Look) -> None:
        """Show title and line."""
        scene = look.scene
        names = {"occupant": scene.occupant_name, "seat": scene.seat_title or _("Untitled seat")}
        self.title.setText(_("%(occupant)s in %(seat)s") % names)
        self.line.setText(" · ".join(_about(look)))
        if self._avatar.accessibleName() != scene.occupant_name:
            self._avatar.show_name(scene.occupant_name, provider=scene.is_provider)
        self.show_saved(look)

    def show_saved(self, look: Look) -> None:
        """Say that the draft is kept, or that the review is finished."""
        self.saved.set_tone("muted")
        self.saved.setText(_("Finished, locked") if look.is_locked else _("Draft saved"))

    def show_trouble(self) -> None:
        """Say that the last edit could not be kept."""
        self.saved.set_tone("no")
        self.saved.setText(_("Not saved"))

    def show_details(self, *, opened: bool) -> None:
        """Turn the arrow."""
        self.details.set_trailing_icon("chevron-up" if opened else "chevron-down")
        self.details.setAccessibleName(_("Fewer details") if opened else _("Details"))


def _about(look: Look) -> list[str]:
    review = look.review
    found = [_("Review of {date}").format(date=date_text(review.on))]
    if review.answered_by:
        found.append(_("answered by {name}").format(name=brief(review.answered_by, LONGEST)))
    if review.facilitated_by:
        who = brief(review.facilitated_by, LONGEST)
        if review.independence:
            who = f"{who} ({independence_text(review.independence)})"
        found.append(_("facilitated by {name}").format(name=who))
    if review.amends:
        found.append(_("amended: {reason}").format(reason=brief(review.amend_reason, LONGEST)))
    if look.earlier:
        on = date_text(look.earlier[-1].on)
        found.append(_("previous review {date}").format(date=on))
    return found

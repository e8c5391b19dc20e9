"""Reviews: after how many days a seat is due again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mspseat_desktop.domain.gwc import SOON_DAYS
from mspseat_desktop.language import _
from mspseat_desktop.ui.client_settings.part import APART, Part
from mspseat_desktop.ui.widgets import PlainLabel, QuietButton, SectionLabel, TextField

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.ui.theme import Theme

FEWEST, MOST = 7, 730
_USUAL = (30, 60, 90, 180, 365)


class ReviewsPart(Part):
    """The days from one review to the next."""

    def __init__(self, theme: Theme, profile: Profile) -> None:
        super().__init__(_("Reviews"))
        self._days = profile.review_days
        words = _("After a wrong seat, or below the bar, the next review is due in {days} days.")
        self.days = TextField(_("Days from one review to the next"))
        self.days.load(str(profile.review_days))
        self.days.setFixedWidth(96)
        self.days.textChanged.connect(self._hear)
        self._wrong = PlainLabel(tone="no", wrap=True)
        self._wrong.hide()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.days)
        row.addWidget(PlainLabel(_("days")))
        row.addSpacing(8)
        self.usual = [self._button(theme, days) for days in _USUAL]
        for button in self.usual:
            row.addWidget(button)
        row.addStretch(1)
        self.column.addSpacing(APART - 6)
        self.column.addWidget(SectionLabel(_("Days from one review to the next")))
        self.column.addLayout(row)
        self.column.addWidget(self._wrong)
        self.column.addSpacing(APART)
        self.add_note(words.replace("{days}", str(SOON_DAYS)))
        self.column.addStretch(1)

    def written(self, profile: Profile) -> Profile:
        """Return the record with the days; as they were while they are not understood."""
        days = self._read()
        return replace(profile, review_days=self._days if days is None else days)

    def state(self) -> object:
        """Return what stands in the field, understood or not."""
        return self.days.text().strip()

    def trouble(self) -> QWidget | None:
        """Say which numbers of days are possible."""
        is_wrong = self._read() is None
        words = _("Write a whole number of days from {fewest} to {most}.")
        said = words.replace("{fewest}", str(FEWEST)).replace("{most}", str(MOST))
        self._wrong.setText(said if is_wrong else "")
        self._wrong.setVisible(is_wrong)
        self.days.set_wrong(wrong=is_wrong)
        self.days.setAccessibleDescription(self._wrong.text())
        return self.days if is_wrong else None

    def start(self) -> None:
        """Begin at the days."""
        self.days.setFocus()
        self.days.selectAll()

    def _button(self, theme: Theme, days: int) -> QuietButton:
        button = QuietButton(theme, str(days))
        button.setAccessibleName(_("{days} days").replace("{days}", str(days)))
        button.clicked.connect(lambda: self.days.load(str(days)))
        return button

    def _read(self) -> int | None:
        text = self.days.text().strip()
        if text == str(self._days):  # an older file may hold any number
            return self._days
        if not (text.isascii() and text.isdigit() and len(text) < 6):
            return None
        return int(text) if FEWEST <= int(text) <= MOST else None

    def _hear(self) -> None:
        self._wrong.hide()
        self.days.set_wrong(wrong=False)
        self.changed.emit()

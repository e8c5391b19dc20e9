"""Dates and numbers: how this client's are written, in the window and on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.ui.client_settings.part import Part
from mspseat_desktop.ui.formats import Formats, date_text, number_text
from mspseat_desktop.ui.widgets import DropDown

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.domain.vocabulary import DateOrder, DecimalSign
    from mspseat_desktop.ui.theme import Theme

_DAY = "2026-10-14"
_FIGURE = 1234.5
_ORDERS: tuple[DateOrder, ...] = ("", "iso", "day_first", "month_first")
_SIGNS: tuple[DecimalSign, ...] = ("", "point", "comma")


class FormatsPart(Part):
    """Order of a date and sign of a decimal; the system's unless the client wants its own."""

    def __init__(self, theme: Theme, profile: Profile) -> None:
        super().__init__(
            _("Dates and numbers"),
            _("This counts for what is written, printed and typed in this client."),
        )
        orders = [(order, _date_words(order)) for order in _ORDERS]
        self.dates = DropDown(theme, _("Dates"), orders)
        self.dates.set_value(profile.date_order)
        self.add(_("Dates"), self.dates)
        signs = [(sign, _number_words(sign)) for sign in _SIGNS]
        self.numbers = DropDown(theme, _("Numbers"), signs)
        self.numbers.set_value(profile.decimal_sign)
        self.add(_("Numbers"), self.numbers)
        for field in (self.dates, self.numbers):
            field.setFixedWidth(320)
            field.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.column.addStretch(1)

    def written(self, profile: Profile) -> Profile:
        """Return the record with the formats chosen."""
        return replace(
            profile,
            date_order=next((o for o in _ORDERS if o == self.dates.value), ""),
            decimal_sign=next((s for s in _SIGNS if s == self.numbers.value), ""),
        )

    def start(self) -> None:
        """Begin at the dates."""
        self.dates.setFocus()


def _date_words(order: DateOrder) -> str:
    words = {
        "": _("As on this computer: {example}"),
        "iso": _("Year first: {example}"),
        "day_first": _("Day first: {example}"),
        "month_first": _("Month first: {example}"),
    }[order]
    return words.replace("{example}", date_text(_DAY, None, Formats(order)))


def _number_words(sign: DecimalSign) -> str:
    words = {
        "": _("As on this computer: {example}"),
        "point": _("With a point: {example}"),
        "comma": _("With a comma: {example}"),
    }[sign]
    return words.replace("{example}", number_text(_FIGURE, None, Formats("", sign)))

"""The words of the outline's filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import number_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.sifting import SeatKind


def kind_words() -> dict[SeatKind, str]:
    """Return what can be listed."""
    return {
        "all": _("All seats"),
        "open": _("Open seats"),
        "providers": _("Providers"),
        "never": _("Never reviewed"),
        "overdue": _("Overdue"),
        "wrong": _("Wrong seat"),
    }


def nothing_words(kind: SeatKind, *, is_searched: bool) -> str:
    """Return what an empty list says."""
    if is_searched:
        return _("No seat here fits what you are looking for.")
    return {
        "all": _("No seats yet. Add the first one with the button above the chart."),
        "open": _("Somebody sits in every seat."),
        "providers": _("No provider holds a seat."),
        "never": _("Everybody has been reviewed."),
        "overdue": _("Nothing is overdue."),
        "wrong": _("Nobody is in the wrong seat."),
    }[kind]


def count_words(count: int, *, of: int | None = None) -> str:
    """Return how many seats are listed, or how many of all fit."""
    if of is None:
        return ngettext("{n} seat", "{n} seats", count).replace("{n}", number_text(count))
    words = _("{n} of {all}").replace("{n}", number_text(count))
    return words.replace("{all}", number_text(of))

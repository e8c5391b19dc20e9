"""How dates and figures are written on paper, and in which language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable


def plain_date(on: str) -> str:
    """Return an ISO date in words, "14 October 2026"; the text itself when it is no date."""
    try:
        day = date.fromisoformat(on)
    except ValueError:
        return on
    return _("%(day)d %(month)s %(year)d") % {
        "day": day.day,
        "month": month_name(day.month),
        "year": day.year,
    }


def month_name(month: int) -> str:
    """Return the name of a month, 1 to 12."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )[month - 1]


def plain_number(value: float) -> str:
    """Return a figure without needless zeros: 98, 99.5, 1234567."""
    return f"{value:.12g}"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a report is written; whoever knows the system's locale passes its own functions.

    `lang` is the document's language (BCP 47). A `repeatable` report has the same bytes each
    time it is made of the same records: its dates of making are left at a fixed day.
    """

    dates: Callable[[str], str] = plain_date
    numbers: Callable[[float], str] = plain_number
    lang: str = "en"
    repeatable: bool = False

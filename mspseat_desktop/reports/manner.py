"""How dates and figures are written on paper, and in which language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.domain.vocabulary import BlobHash, DateOrder


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


def date_in_order(order: DateOrder, on: str) -> str:
    """Return an ISO date in words in that order, "14 October 2026" where none is chosen."""
    try:
        day = date.fromisoformat(on)
    except ValueError:
        return on
    if order == "iso":
        return day.isoformat()
    if order != "month_first":
        return plain_date(on)
    return _("%(month)s %(day)d, %(year)d") % {
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


def comma_number(value: float) -> str:
    """Return a figure with a comma before its decimals."""
    return plain_number(value).replace(".", ",")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a report is written; whoever knows the system's locale passes its own functions.

    `lang` is the document's language (BCP 47). A `repeatable` report has the same bytes each
    time it is made of the same records: its dates of making are left at a fixed day. `pictures`
    are the logo and the mark of the profile, by hash.
    """

    dates: Callable[[str], str] = plain_date
    numbers: Callable[[float], str] = plain_number
    lang: str = "en"
    repeatable: bool = False
    pictures: Mapping[BlobHash, bytes] = field(default_factory=dict)


def manner_of(profile: Profile, *, pictures: Mapping[BlobHash, bytes] | None = None) -> Manner:
    """Return how a report of this client is written where no system's locale is known."""
    return Manner(
        dates=partial(date_in_order, profile.date_order),
        numbers=comma_number if profile.decimal_sign == "comma" else plain_number,
        pictures=pictures or {},
    )

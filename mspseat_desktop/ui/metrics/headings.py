"""Names of periods as the reader's system writes months and days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text, month_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.metrics import Period

_SHORT = QLocale.FormatType.ShortFormat


def heading(cadence: str, period: Period, locale: QLocale | None = None) -> tuple[str, str]:
    """Return the two short lines over a column: "Nov" and "2026", "W48" and "23 Nov"."""
    used, day = locale or QLocale(), date.fromisoformat(period.first)
    month = used.standaloneMonthName(day.month, _SHORT)
    match cadence:
        case "day":
            return used.standaloneDayName(day.isoweekday(), _SHORT), f"{day.day} {month}"
        case "week":
            number = day.isocalendar().week
            return _("W{number}").format(number=number), f"{day.day} {month}"
        case "month":
            return month, str(day.year)
        case "quarter":
            return _("Q{number}").format(number=(day.month + 2) // 3), str(day.year)
        case _:
            return str(day.year), ""


def period_text(cadence: str, period: Period, locale: QLocale | None = None) -> str:
    """Return a period in full, as it is read aloud: "November 2026", "week 48, 23 Nov 2026"."""
    day = date.fromisoformat(period.first)
    match cadence:
        case "day":
            return date_text(period.first, locale)
        case "week":
            return _("week {number}, from {date}").format(
                number=day.isocalendar().week, date=date_text(period.first, locale)
            )
        case "month":
            return month_text(period.first, locale)
        case "quarter":
            return _("quarter {number} of {year}").format(
                number=(day.month + 2) // 3, year=day.year
            )
        case _:
            return str(day.year)


def cadence_heading(cadence: str) -> str:
    """Return the heading over the metrics of a cadence: "Each week"."""
    return {
        "day": _("Each day"),
        "week": _("Each week"),
        "month": _("Each month"),
        "quarter": _("Each quarter"),
        "year": _("Each year"),
    }[cadence]

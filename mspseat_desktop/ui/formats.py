"""Dates and numbers as the reader's system writes them, and back."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from mspseat_desktop.language import _
from mspseat_desktop.ui.typed_dates import (
    date_order,
    existing_day,
    read_named_date,
    read_short_date,
)

if TYPE_CHECKING:
    from datetime import date

    from mspseat_desktop.domain.records import Paper

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_THREE_NUMBERS = re.compile(r"(\d{1,4})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{1,4})\.?")
_SPACES_AND_GROUPS = str.maketrans("", "", " \u00a0\u2009\u202f'\u2019\u066c")
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u066b": ".", "\uff0c": ",", "\uff0e": "."})
_DIRECTION_MARKS = str.maketrans("", "", "\u200e\u200f\u061c")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")


def date_text(iso: str, locale: QLocale | None = None) -> str:
    """Return an ISO date as "14 Oct 2026" or in the system's order; other text as it is."""
    day = _iso_day(iso)
    if day is None:
        return iso
    used = locale or QLocale()
    return used.toString(day, _date_pattern(used))


def short_date_text(iso: str, locale: QLocale | None = None) -> str:
    """Return an ISO date with two-digit day and month and four-digit year: "14/10/2026"."""
    day = _iso_day(iso)
    used = locale or QLocale()
    return iso if day is None else used.toString(day, _short_pattern(used))


def usual_paper(locale: QLocale | None = None) -> Paper:
    """Return the paper that is usual where the reader lives."""
    system = (locale or QLocale.system()).measurementSystem()
    return "Letter" if system == QLocale.MeasurementSystem.ImperialUSSystem else "A4"


def month_text(iso: str, locale: QLocale | None = None) -> str:
    """Return the month of an ISO date or month ("2026-10") as "October 2026"."""
    day = _iso_day(iso if iso.count("-") > 1 else f"{iso}-01")
    if day is None:
        return iso
    used = locale or QLocale()
    return f"{used.standaloneMonthName(day.month())} {day.year()}"


def number_text(value: float, locale: QLocale | None = None) -> str:
    """Return a number with the system's decimal sign, up to six places, no idle zeros."""
    used = locale or QLocale()
    if value == 0 or not math.isfinite(value):
        return used.toString(0) if value == 0 else str(value)
    places = len(f"{abs(value):.6f}".rstrip("0").partition(".")[2])
    return used.toString(float(value), "f", places)


def read_number(text: str, locale: QLocale | None = None) -> float:
    """Return the number that a person wrote; ValueError if it is none.

    Both signs are taken as the decimal one where that is clear: "1,5" and "1.5" are one and a half
    everywhere. "1,500" follows the system: fifteen hundred where the comma parts thousands.
    """
    bare = text.strip().translate(_SIGNS).translate(_SPACES_AND_GROUPS)
    used = locale or QLocale()
    plain = _with_point(bare, "," if used.decimalPoint() == "," else ".")
    if not _NUMBER.fullmatch(plain):
        raise ValueError("not a number")
    value = float(plain)
    if not math.isfinite(value):
        raise ValueError("too large a number")
    return value or 0.0


def read_date(
    text: str, locale: QLocale | None = None, *, today: date | None = None, ahead: bool = False
) -> str:
    """Return the ISO date that a person wrote.

    Takes 2026-10-14, the system's order with any of . / - or spaces, two-digit years as 20xx, and
    months by name; with `today` also a day without its year (the nearest one, or `ahead` the next)
    and +10d, +2w, +1m. ValueError("unreadable") for other text, ValueError("no such day") for
    31/02.
    """
    words = text.strip().translate(_DIRECTION_MARKS)
    used = locale or QLocale()
    iso = _ISO.fullmatch(words)
    if iso:
        return existing_day(int(iso[1]), int(iso[2]), int(iso[3]))
    if today is not None and (short := read_short_date(words, used, today=today, ahead=ahead)):
        return short
    parts = _THREE_NUMBERS.fullmatch(words)
    if parts:
        given = dict(zip(date_order(used), (int(part) for part in parts.groups()), strict=True))
        year = given["y"] + 2000 if given["y"] < 100 else given["y"]
        return existing_day(year, given["m"], given["d"])
    flat = " ".join(words.split())
    for month in ("MMM", "MMMM"):
        for pattern in (f"d {month} yyyy", f"{month} d, yyyy", f"{month} d yyyy"):
            for spoken in (used, QLocale.c()):
                day = spoken.toDate(flat, pattern)
                if day.isValid():
                    return day.toString("yyyy-MM-dd")
    return read_named_date(flat, used)


def date_words(locale: QLocale | None = None) -> str:
    """Return the parts of a date in the system's order: "day/month/year"."""
    used = locale or QLocale()
    sign = next((s for s in _short_pattern(used) if s in "./-"), "/")
    names = {"d": _("day"), "m": _("month"), "y": _("year")}
    return sign.join(names[part] for part in date_order(used))


def date_hint(locale: QLocale | None = None) -> str:
    """Return an example of how a date may be typed here: "14/10/2026"."""
    used = locale or QLocale()
    return used.toString(QDate(2026, 10, 14), _short_pattern(used))


def _date_pattern(locale: QLocale) -> str:
    patterns = {"mdy": "MMM d, yyyy", "ymd": _short_pattern(locale)}
    return patterns.get(date_order(locale), "d MMM yyyy")


def _short_pattern(locale: QLocale) -> str:
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if "MMM" in pattern or not any(sign in pattern for sign in "./-"):
        return "dd/MM/yyyy"
    pattern = re.sub(r"y+", "yyyy", pattern)
    pattern = re.sub(r"M+", "MM", pattern)
    return re.sub(r"d+", "dd", pattern)


def _iso_day(iso: str) -> QDate | None:
    found = _ISO.fullmatch(iso[:10])
    if not found:
        return None
    day = QDate(int(found[1]), int(found[2]), int(found[3]))
    return day if day.isValid() else None


def _with_point(bare: str, decimal: str) -> str:
    """Return a number with "." as its only sign, deciding which of "," and "." is the decimal."""
    signs = [sign for sign in bare if sign in ",."]
    if not signs:
        return bare
    last = signs[-1]
    other = "," if last == "." else "."
    head, _sign, tail = bare.rpartition(last)
    if len(set(signs)) == 2:
        if signs.count(last) > 1 or not _is_grouped(head, other):
            return "?"
        return f"{head.replace(other, '')}.{tail}"
    if len(signs) > 1:
        return bare.replace(last, "") if _is_grouped(bare, last) else "?"
    grouped = last != decimal and _is_grouped(bare, last)
    return head + tail if grouped else f"{head}.{tail}"


def _is_grouped(number: str, sign: str) -> bool:
    first, *rest = number.lstrip("+-").split(sign)
    return first[:1] not in ("", "0") and len(first) <= 3 and all(len(part) == 3 for part in rest)

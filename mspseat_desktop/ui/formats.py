"""Dates and numbers as the client or else the reader's system writes them, and back."""

from __future__ import annotations

import math
import re
from contextvars import ContextVar
from dataclasses import dataclass
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

    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.domain.vocabulary import (
        DateOrder,
        DecimalSign,
        Paper,
    )


@dataclass(frozen=True, slots=True)
class Formats:
    """How one client writes dates and numbers; what is empty is as the system has it."""

    date_order: DateOrder = ""
    decimal_sign: DecimalSign = ""


SYSTEM = Formats()
_in_use: ContextVar[Formats] = ContextVar("formats", default=SYSTEM)
_ORDERS: dict[DateOrder, str] = {"iso": "ymd", "day_first": "dmy", "month_first": "mdy"}
_SHORT: dict[DateOrder, str] = {
    "iso": "yyyy-MM-dd",
    "day_first": "dd/MM/yyyy",
    "month_first": "MM/dd/yyyy",
}
_SIGN_OF: dict[DecimalSign, str] = {"point": ".", "comma": ","}
_SWAPPED = str.maketrans(".,", ",.")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_THREE_NUMBERS = re.compile(r"(\d{1,4})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{1,4})\.?")
_SPACES_AND_GROUPS = str.maketrans("", "", " \u00a0\u2009\u202f'\u2019\u066c")
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u066b": ".", "\uff0c": ",", "\uff0e": "."})
_DIRECTION_MARKS = str.maketrans("", "", "\u200e\u200f\u061c")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")


def formats_of(profile: Profile) -> Formats:
    """Return how the client writes dates and numbers."""
    return Formats(profile.date_order, profile.decimal_sign)


def use_formats(formats: Formats) -> None:
    """Write and read in these formats from now on in this thread, where no locale is named."""
    _in_use.set(formats)


def formats_in_use() -> Formats:
    """Return the formats of the client that is open."""
    return _in_use.get()


def date_text(iso: str, locale: QLocale | None = None, formats: Formats | None = None) -> str:
    """Return an ISO date as "14 Oct 2026" or in the order in use; other text as it is."""
    day = _iso_day(iso)
    if day is None:
        return iso
    used, chosen = locale or QLocale(), _chosen(locale, formats)
    return used.toString(day, _date_pattern(used, chosen))


def short_date_text(iso: str, locale: QLocale | None = None) -> str:
    """Return an ISO date with two-digit day and month and four-digit year: "14/10/2026"."""
    day = _iso_day(iso)
    used = locale or QLocale()
    return iso if day is None else used.toString(day, _short_pattern(used, _chosen(locale)))


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


def number_text(value: float, locale: QLocale | None = None, formats: Formats | None = None) -> str:
    """Return a number with the decimal sign in use, up to six places, no idle zeros."""
    used = locale or QLocale()
    if value == 0 or not math.isfinite(value):
        return used.toString(0) if value == 0 else str(value)
    places = len(f"{abs(value):.6f}".rstrip("0").partition(".")[2])
    text = used.toString(float(value), "f", places)
    sign = _SIGN_OF.get(_chosen(locale, formats).decimal_sign, used.decimalPoint())
    return text if sign == used.decimalPoint() else _with_sign(text, used, sign)


def read_number(text: str, locale: QLocale | None = None) -> float:
    """Return the number that a person wrote; ValueError if it is none.

    Both signs are taken as the decimal one where that is clear: "1,5" and "1.5" are one and a half
    everywhere. "1,500" follows the sign in use: fifteen hundred where the comma parts thousands.
    """
    bare = text.strip().translate(_SIGNS).translate(_SPACES_AND_GROUPS)
    used = locale or QLocale()
    sign = _SIGN_OF.get(_chosen(locale).decimal_sign, used.decimalPoint())
    plain = _with_point(bare, "," if sign == "," else ".")
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

    Takes 2026-10-14, the order in use with any of . / - or spaces, two-digit years as 20xx, and
    months by name; with `today` also a day without its year (the nearest one, or `ahead` the next)
    and +10d, +2w, +1m. ValueError("unreadable") for other text, ValueError("no such day") for
    31/02.
    """
    words = text.strip().translate(_DIRECTION_MARKS)
    used = locale or QLocale()
    order = _order(used, _chosen(locale))
    iso = _ISO.fullmatch(words)
    if iso:
        return existing_day(int(iso[1]), int(iso[2]), int(iso[3]))
    if today is not None:
        short = read_short_date(words, used, today=today, ahead=ahead, order=order)
        if short:
            return short
    parts = _THREE_NUMBERS.fullmatch(words)
    if parts:
        if order == "ymd" and len(parts[1]) < 3 < len(parts[3]):  # the year is not where it belongs
            order = date_order(used)
        given = dict(zip(order, (int(part) for part in parts.groups()), strict=True))
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
    """Return the parts of a date in the order in use: "day/month/year"."""
    used, chosen = locale or QLocale(), _chosen(locale)
    sign = next((s for s in _short_pattern(used, chosen) if s in "./-"), "/")
    names = {"d": _("day"), "m": _("month"), "y": _("year")}
    return sign.join(names[part] for part in _order(used, chosen))


def date_hint(locale: QLocale | None = None) -> str:
    """Return an example of how a date may be typed here: "14/10/2026"."""
    used = locale or QLocale()
    return used.toString(QDate(2026, 10, 14), _short_pattern(used, _chosen(locale)))


def _chosen(locale: QLocale | None, formats: Formats | None = None) -> Formats:
    """Return the formats to follow: a locale that is named is followed as it is."""
    if formats is not None:
        return formats
    return _in_use.get() if locale is None else SYSTEM


def _order(locale: QLocale, formats: Formats) -> str:
    return _ORDERS.get(formats.date_order) or date_order(locale)


def _with_sign(text: str, locale: QLocale, sign: str) -> str:
    """Return a written number with another decimal sign; one that parts thousands gives way."""
    if locale.decimalPoint() in ".,":
        return text.translate(_SWAPPED)
    return text.replace(locale.decimalPoint(), sign)


def _date_pattern(locale: QLocale, formats: Formats) -> str:
    patterns = {"mdy": "MMM d, yyyy", "ymd": _short_pattern(locale, formats)}
    return patterns.get(_order(locale, formats), "d MMM yyyy")


def _short_pattern(locale: QLocale, formats: Formats) -> str:
    other = _ORDERS.get(formats.date_order, "") not in ("", date_order(locale))
    if formats.date_order == "iso" or other:
        return _SHORT[formats.date_order]
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

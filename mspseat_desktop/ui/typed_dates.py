"""Dates as people jot them down: "15 dec", "15.12.", "+2w"; read against the day it is today."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

_TWO_NUMBERS = re.compile(r"(\d{1,2})\s*[./\-\s]\s*(\d{1,2})\.?")
_AWAY = re.compile(r"([+-])\s*(\d{1,3})\s*([dwmy])", re.IGNORECASE)
_TH = r"(?:st|nd|rd|th|er|\.)?"
_WORD = r"([^\W\d_]{3,})\.?"
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}}){_TH}[\s/\-]*{_WORD}(?:[\s,/\-]*(\d{{4}}|\d{{2}}))?", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"{_WORD}[\s/\-]*(\d{{1,2}}){_TH}(?:[\s,/\-]+(\d{{4}}))?", re.IGNORECASE)
_LEAP = 8
"""Years between two 29ths of February at most, around 1900 and 2100."""


def read_short_date(
    words: str, locale: QLocale, *, today: date, ahead: bool = False, order: str = ""
) -> str:
    """Return the ISO date of "+2w", "15/12" or "15 dec", "" for other text.

    A day without a year is the nearest such day, or `ahead` the next from today. `order` is one
    such as "dmy", empty for the system's. ValueError("no such day") for 31/02.
    """
    away = _AWAY.fullmatch(words)
    if away:
        return _away(today, int(f"{away[1]}{away[2]}"), away[3].lower())
    numbers = _TWO_NUMBERS.fullmatch(words)
    if numbers:
        two = (order or date_order(locale)).replace("y", "")
        given = dict(zip(two, (int(part) for part in numbers.groups()), strict=True))
        return _year_for(given["m"], given["d"], today=today, ahead=ahead)
    named = _named(words, locale)
    if named is None or named[0]:
        return ""
    return _year_for(named[1], named[2], today=today, ahead=ahead)


def read_named_date(words: str, locale: QLocale) -> str:
    """Return the ISO date of "15 dec 26"; ValueError("unreadable") for other text."""
    named = _named(words, locale)
    if named is None or not named[0]:
        raise ValueError("unreadable")
    return existing_day(*named)


def date_order(locale: QLocale) -> str:
    """Return the system's order of day, month and year: "dmy", "mdy" or "ymd"."""
    found = re.findall(r"[dmy]", locale.dateFormat(QLocale.FormatType.ShortFormat).lower())
    order = "".join(dict.fromkeys(found))
    return order if len(order) == 3 else "dmy"


def existing_day(year: int, month: int, day: int) -> str:
    """Return a day as ISO; ValueError("no such day") when the calendar has none."""
    if not QDate.isValid(year, month, day) or year < 1:
        raise ValueError("no such day")
    return f"{year:04}-{month:02}-{day:02}"


def _away(today: date, count: int, unit: str) -> str:
    start = QDate(today.year, today.month, today.day)
    if unit in "my":
        day = start.addMonths(count) if unit == "m" else start.addYears(count)
    else:
        day = start.addDays(count * (7 if unit == "w" else 1))
    return existing_day(day.year(), day.month(), day.day())


def _year_for(month: int, day: int, *, today: date, ahead: bool) -> str:
    years = range(today.year - _LEAP, today.year + _LEAP + 1)
    days = [date(y, month, day) for y in years if QDate.isValid(y, month, day)]
    if ahead:
        days = [one for one in days if one >= today]
    if not days:
        raise ValueError("no such day")
    return min(days, key=lambda one: abs(one - today)).isoformat()


def _named(words: str, locale: QLocale) -> tuple[int, int, int] | None:
    """Return year, month and day of a date with its month as a word; year 0 where none is."""
    flat = " ".join(words.split())
    day_first = _DAY_FIRST.fullmatch(flat)
    month_first = _MONTH_FIRST.fullmatch(flat)
    if day_first:
        day, word, year = day_first.groups()
    elif month_first:
        word, day, year = month_first.groups()
    else:
        return None
    month = _month(word, locale)
    if not month:
        return None
    number = int(year or 0)
    return number + 2000 if year and number < 100 else number, month, int(day)


def _month(word: str, locale: QLocale) -> int:
    """Return the month that a name, or the beginning of just one, stands for; 0 for none."""
    sought, found = word.casefold(), set()
    for spoken in (locale, QLocale.c()):
        for month in range(1, 13):
            for shape in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
                names = (spoken.monthName(month, shape), spoken.standaloneMonthName(month, shape))
                if any(name.casefold().startswith(sought) for name in names):
                    found.add(month)
    return found.pop() if len(found) == 1 else 0

"""Values as a person types or pastes them: "95 %", "€ 1.200", "1 h 30", "yes"."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import number_text, read_number

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.domain.review_records import SceneMetric
    from mspseat_desktop.domain.vocabulary import Measure

FULL = 100
"""Percent above which a value is looked at twice."""
ABSURD = 1_000
"""Percent above which it is most likely a slip."""
LONGEST = 60
"""Letters of a value; more is something else that was pasted."""
_PERCENT_SIGNS = "%\u066a\uff05"
_CODE = re.compile(r"[A-Z]{3}")
_CLOCK = re.compile(r"(\d+):([0-5]\d)")
_COUNT = r"([-+\d.,\s'\u2019]+?)\s*"
_HOURS = re.compile(_COUNT + r"(?:h|hrs?|hours?)\s*(?:(\d+)\s*(?:m|min|minutes?)?)?", re.IGNORECASE)
_MINUTES = re.compile(_COUNT + r"(?:m|mins?|minutes?)", re.IGNORECASE)
_SECONDS = re.compile(_COUNT + r"(?:s|secs?|seconds?)", re.IGNORECASE)
_YES = frozenset({"y", "yes", "true", "1", "x", "\u2713", "ja", "j", "oui", "si", "s\u00ed"})
_NO = frozenset({"n", "no", "false", "0", "nein", "non", "nee"})


def read_value(text: str, metric: Metric | SceneMetric, locale: QLocale | None = None) -> float:
    """Return what is kept for a value that a person wrote in the metric's measure.

    Raises ValueError for what can not be understood.
    """
    bare = text.strip()
    if len(bare) > LONGEST:
        raise ValueError("no number is that long")
    match metric.measure:
        case "yes_no":
            return _yes_no(bare)
        case "minutes":
            return _minutes(bare, locale)
        case "percent":
            return read_number(bare.strip(_PERCENT_SIGNS + " "), locale)
        case "money":
            return read_number(_without_currency(bare, metric.unit), locale)
        case "number":
            unit = metric.unit.strip()
            if unit and bare.casefold().endswith(unit.casefold()):
                bare = bare[: -len(unit)]
            return read_number(bare, locale)


def guess_measure(text: str) -> tuple[Measure, str] | None:
    """Return the measure and unit that a typed value shows by its sign; None for a bare number."""
    bare = text.strip()[: LONGEST + 1]
    if bare.casefold() in {_("yes"), _("no")}:
        return "yes_no", ""
    if bare and bare[-1] in _PERCENT_SIGNS:
        return "percent", ""
    sign = next((c for c in bare if unicodedata.category(c) == "Sc"), "")
    if sign:
        return "money", sign
    if any(c.isdigit() for c in bare) and any(c.isalpha() for c in bare) and _is_time(bare):
        return "minutes", ""
    return None


def typed_text(value: float, metric: Metric | SceneMetric, locale: QLocale | None = None) -> str:
    """Return a kept value as it stands in a field for typing: a bare number, or yes or no."""
    if metric.measure == "yes_no":
        return _("yes") if value else _("no")
    return number_text(value, locale)


def doubt_text(metric: Metric | SceneMetric, locale: QLocale | None = None) -> str:
    """Return the sentence for a text that is no value of the metric's measure."""
    example = number_text(98.5, locale)
    if metric.measure == "yes_no":
        return _("Write yes or no here.")
    if metric.measure == "minutes":
        return _("This is not a time. Write minutes like {example}, or 1 h 30.").format(
            example=number_text(90, locale)
        )
    return _("This is not a number. Write it like {example}.").format(example=example)


def hint_text(value: float, metric: Metric | SceneMetric) -> str:
    """Return what is worth a second look about a value that was taken, "" for nothing."""
    if metric.measure != "percent":
        return ""
    if value > ABSURD:
        words = _("More than {most} %: is a dot or comma missing? It is kept as it was written.")
        return words.format(most=number_text(ABSURD))
    if value < 0 and metric.direction == "at_least":
        return _("Less than 0 %. It is kept as it was written.")
    if value > FULL:
        return _("More than 100 %. It is kept as it was written.")
    return ""


def _yes_no(bare: str) -> float:
    word = bare.casefold()
    if word in _YES or word == _("yes").casefold():
        return 1.0
    if word in _NO or word == _("no").casefold():
        return 0.0
    raise ValueError("neither yes nor no")


def _minutes(bare: str, locale: QLocale | None) -> float:
    if clock := _CLOCK.fullmatch(bare):
        return float(clock[1]) * 60 + float(clock[2])
    if hours := _HOURS.fullmatch(bare):
        return read_number(hours[1], locale) * 60 + float(hours[2] or 0)
    if minutes := _MINUTES.fullmatch(bare):
        return read_number(minutes[1], locale)
    if seconds := _SECONDS.fullmatch(bare):
        return read_number(seconds[1], locale) / 60
    return read_number(bare, locale)


def _is_time(bare: str) -> bool:
    return any(p.fullmatch(bare) for p in (_HOURS, _MINUTES, _SECONDS))


def _without_currency(bare: str, unit: str) -> str:
    """Return the amount without its sign, its code or the metric's own word for the currency."""
    rest = bare
    if unit.strip():
        rest = re.sub(re.escape(unit.strip()), "", rest, count=1, flags=re.IGNORECASE)
    rest = "".join(c for c in rest if unicodedata.category(c) != "Sc").strip()
    for code in (rest[:3], rest[-3:]):
        if _CODE.fullmatch(code):
            rest = rest.replace(code, "", 1).strip()
            break
    # What is cut off a price: "1.200,-"
    return rest.removesuffix(",-").removesuffix(".-").strip()

"""What is measured, in words: a metric's values and target, and the bar for the core values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.wording.rounds import MINUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.domain.review_records import SceneMetric

YES = 0.5
"""From here on a kept number counts as yes."""


def value_text(metric: Metric | SceneMetric, value: float, numbers: Callable[[float], str]) -> str:
    """Return a value with what it is counted in: "95 %", "90 min", "$1,200", "yes".

    `numbers` writes a bare number.
    """
    if metric.measure == "yes_no":
        return _("yes") if value >= YES else _("no")
    if metric.measure == "money" and metric.unit:
        sign = "-" if value < 0 else ""
        return sign + _amount(metric.unit.strip(), numbers(abs(value)))
    return f"{numbers(value)} {unit_text(metric)}".strip()


def unit_text(metric: Metric | SceneMetric) -> str:
    """Return what the metric is counted in, empty for bare numbers and for yes or no."""
    return {
        "percent": "%",
        "minutes": _("min"),
        "yes_no": "",
        "number": metric.unit.strip(),
        "money": metric.unit.strip(),
    }[metric.measure]


def target_text(metric: Metric | SceneMetric, numbers: Callable[[float], str]) -> str:
    """Return a target, "at least 95 % / month"; empty without one. `numbers` writes a figure."""
    if metric.target is None:
        return ""
    low = value_text(metric, metric.target, numbers)
    if metric.measure == "yes_no":
        target = low
    elif metric.direction == "between":
        top = metric.target if metric.target_high is None else metric.target_high
        low = low if metric.measure == "money" else numbers(metric.target)
        target = _("%(low)s to %(high)s") % {"low": low, "high": value_text(metric, top, numbers)}
    else:
        words = _("at least %(low)s") if metric.direction == "at_least" else _("at most %(low)s")
        target = words % {"low": low}
    return f"{target} / {cadence_text(metric.cadence)}" if metric.cadence else target


def cadence_text(cadence: str) -> str:
    """Return how often a metric is looked at in the reader's language; free words as they are."""
    known = {
        "day": _("day"),
        "week": _("week"),
        "month": _("month"),
        "quarter": _("quarter"),
        "year": _("year"),
    }
    return known.get(cadence, cadence)


def _amount(currency: str, number: str) -> str:
    """Return an amount of money; a sign stands close to its number, a code or a name does not."""
    close = len(currency) == 1 and not currency.isalpha()
    words = _("%(currency)s%(number)s") if close else _("%(currency)s %(number)s")
    return words % {"currency": currency, "number": number}


def bar_text(*, values: int, exceptions: int, minuses: int) -> str:
    """Return the bar for so many values, which are one at least."""
    exceptions = min(exceptions, values)
    minuses = min(minuses, exceptions)
    counts = {
        "plus": values - exceptions,
        "count": values,
        "half": exceptions,
        "minus": minuses,
        "sign": MINUS,
    }
    if not exceptions:
        return _("The bar: all %(count)d are +.") % counts
    if not minuses:
        words = _(
            "The bar: at least %(plus)d of %(count)d are +, at most %(half)d +/%(sign)s, "
            "no %(sign)s."
        )
    else:
        words = _(
            "The bar: at least %(plus)d of %(count)d are +, of the others at most "
            "%(minus)d %(sign)s."
        )
    return words % counts

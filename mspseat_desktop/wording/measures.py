"""What is measured, in words: a metric's target, and the bar for the core values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.records import Metric, SceneMetric


def target_text(metric: Metric | SceneMetric, numbers: Callable[[float], str]) -> str:
    """Return a target, "at least 95 % / month"; empty without one. `numbers` writes a figure."""
    if metric.target is None:
        return ""
    low = numbers(metric.target)
    high = low if metric.target_high is None else numbers(metric.target_high)
    sentence = {
        "at_least": _("at least %(low)s"),
        "at_most": _("at most %(low)s"),
        "between": _("%(low)s to %(high)s"),
    }[metric.direction]
    target = f"{sentence % {'low': low, 'high': high}} {metric.unit}".strip()
    return f"{target} / {metric.cadence}" if metric.cadence else target


def bar_text(*, values: int, exceptions: int, minuses: int) -> str:
    """Return the bar for so many values, which are one at least."""
    exceptions = min(exceptions, values)
    minuses = min(minuses, exceptions)
    counts = {"plus": values - exceptions, "count": values, "half": exceptions, "minus": minuses}
    if not exceptions:
        return _("The bar: all %(count)d are +.") % counts
    if not minuses:
        words = _("The bar: at least %(plus)d of %(count)d are +, at most %(half)d +/-, no -.")
    else:
        words = _(
            "The bar: at least %(plus)d of %(count)d are +, of the others at most %(minus)d -."
        )
    return words % counts

"""How the window calls a chart, with its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.charts import KeptChart

LONGEST_NAME = 60
LONGEST_NOTE = 200


def day_text(chart: KeptChart) -> str:
    """Return the day on which the chart was kept, empty when it is not known."""
    return date_text(chart.day) if chart.day else ""


def take_text(chart: KeptChart) -> str:
    """Return what taking the chart over is called."""
    if chart.kind == "version":
        return _("Restore this version")
    return _("Make it the current chart")

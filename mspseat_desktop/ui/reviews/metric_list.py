"""The seat's numbers beside what is asked: latest figure, target, on or off target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mspseat_desktop.domain.scene import metric_state
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.reviews.words import metric_line
from mspseat_desktop.ui.widgets import Chip, PlainLabel, SectionLabel, tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.records import SceneMetric
    from mspseat_desktop.ui.theme import Theme


class MetricList(QWidget):
    """Metrics one below the other; `brief` puts the figures under the names, for a side column."""

    def __init__(
        self, theme: Theme, metrics: Sequence[SceneMetric], *, brief: bool = False
    ) -> None:
        super().__init__()
        grid = QGridLayout(self)
        edge = 0 if brief else EDGE
        grid.setContentsMargins(edge, 0, edge, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3 if brief else 6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(SectionLabel(_("Metrics")), 0, 0, 1, 2 if brief else 3)
        at = 1
        for metric in metrics:
            name = PlainLabel(metric.name, self, pixels=12 if brief else 13, wrap=True)
            figure = PlainLabel(metric_line(metric), self, pixels=12, tone="muted", wrap=brief)
            if metric.latest_on:
                tip(figure, _("As of {date}").format(date=date_text(metric.latest_on)))
            chip = metric_chip(theme, metric)
            grid.addWidget(name, at, 0)
            if brief:
                grid.addWidget(figure, at + 1, 0, 1, 2)
                grid.setRowMinimumHeight(at + 2, 4)
            else:
                grid.addWidget(figure, at, 1)
            if chip is not None:
                grid.addWidget(chip, at, 1 if brief else 2, Qt.AlignmentFlag.AlignRight)
            at += 3 if brief else 1


def metric_chip(theme: Theme, metric: SceneMetric) -> Chip | None:
    """Return the chip that says how the latest figure stands; None when nothing can be said."""
    state = metric_state(metric, metric.latest)
    if state == "unknown":
        return None
    if state == "on_target":
        return Chip(theme, _("On target"), "yes")
    return Chip(theme, _("Off target"), "no")

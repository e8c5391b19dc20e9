"""The seat's numbers beside what is asked: figure, target, course, and how each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mspseat_desktop.domain.metrics import scene_standing
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.metrics.sparkline import Sparkline
from mspseat_desktop.ui.metrics.words import STANDING_ROLES, standing_meaning, standing_words
from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.reviews.words import metric_line
from mspseat_desktop.ui.widgets import Chip, PlainLabel, SectionLabel, tip

if TYPE_CHECKING:
    from mspseat_desktop.domain.review_records import SceneMetric
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.theme import Theme

_TOP_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class MetricList(QWidget):
    """Metrics one below the other.

    `brief` is for a side column: the figures stand under the names, beside their course.
    """

    def __init__(self, theme: Theme, look: Look, *, brief: bool = False) -> None:
        super().__init__()
        grid = QGridLayout(self)
        edge = 0 if brief else EDGE
        grid.setContentsMargins(edge, 0, edge, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3 if brief else 6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(SectionLabel(_("Metrics")), 0, 0, 1, 2 if brief else 3)
        at = 1
        for metric in look.scene.metrics:
            name = PlainLabel(metric.name, self, pixels=12 if brief else 13, wrap=True)
            said = metric_line(metric).replace(" %", "\N{NO-BREAK SPACE}%")
            figure = PlainLabel(said, self, pixels=12, tone="muted", wrap=brief)
            if metric.latest_on:
                tip(figure, _("As of {date}").format(date=date_text(metric.latest_on)))
            chip = metric_chip(theme, metric, look.review.on)
            grid.addWidget(name, at, 0)
            if brief:
                line = Sparkline(theme, self)
                line.show_course(metric, look.courses.get(metric.id, ()))
                grid.addWidget(figure, at + 1, 0)
                grid.addWidget(line, at + 1, 1, _TOP_RIGHT)
                grid.setRowMinimumHeight(at + 2, 4)
            else:
                grid.addWidget(figure, at, 1)
            if chip is not None:
                grid.addWidget(chip, at, 1 if brief else 2, Qt.AlignmentFlag.AlignRight)
            at += 3 if brief else 1


def metric_chip(theme: Theme, metric: SceneMetric, on: str) -> Chip | None:
    """Return the chip that says how a metric stood on the day; None when nothing can be said."""
    latest = None if metric.latest is None else (metric.latest_on, metric.latest)
    standing = scene_standing(metric, latest, on)
    words = standing_words(standing)
    if not words:
        return None
    chip = Chip(theme, words, STANDING_ROLES[standing])
    chip.setAccessibleDescription(standing_meaning(standing))
    return chip

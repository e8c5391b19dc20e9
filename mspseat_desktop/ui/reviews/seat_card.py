"""The card "This seat": what it is for, its responsibilities and its numbers, while one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.metric_list import MetricList
from mspseat_desktop.ui.widgets import Card, PlainLabel, SectionLabel

if TYPE_CHECKING:
    from collections.abc import Hashable

    from mspseat_desktop.domain.records import Scene
    from mspseat_desktop.ui.theme import Theme


class SeatCard(Card):
    """The seat as it is judged; made anew when it changes."""

    def __init__(self, theme: Theme, scene: Scene) -> None:
        super().__init__(tight=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(4)
        if scene.purpose:
            column.addWidget(PlainLabel(scene.purpose, self, pixels=12, wrap=True))
            column.addSpacing(4)
        if scene.reports_to:
            words = _("Reports to {seat}").format(seat=scene.reports_to)
            column.addWidget(PlainLabel(words, self, pixels=12, tone="muted", wrap=True))
            column.addSpacing(4)
        column.addWidget(SectionLabel(_("Responsibilities"), self))
        for number, responsibility in enumerate(scene.responsibilities, 1):
            words = f"{number}. {responsibility.text}"
            column.addWidget(PlainLabel(words, self, pixels=12, wrap=True))
        if not scene.responsibilities:
            none = _("None written down yet")
            column.addWidget(PlainLabel(none, self, pixels=12, tone="muted"))
        column.addSpacing(6)
        if scene.metrics:
            column.addWidget(MetricList(theme, scene.metrics, brief=True))
        else:
            column.addWidget(SectionLabel(_("Metrics"), self))
            column.addWidget(PlainLabel(_("None agreed yet"), self, pixels=12, tone="muted"))


def card_key(scene: Scene) -> tuple[Hashable, ...]:
    """Return what a card shows; another key needs another card."""
    return scene.purpose, scene.reports_to, scene.responsibilities, scene.metrics

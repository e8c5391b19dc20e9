"""The card "This seat": what it is for, its responsibilities and its numbers, while one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.metric_list import MetricList
from mspseat_desktop.ui.widgets import Card, PlainLabel, SectionLabel

if TYPE_CHECKING:
    from collections.abc import Hashable

    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.theme import Theme


class SeatCard(Card):
    """The seat as it is judged; made anew when it changes."""

    def __init__(self, theme: Theme, look: Look) -> None:
        super().__init__(tight=True)
        scene = look.scene
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
            column.addWidget(MetricList(theme, look, brief=True))
        else:
            column.addWidget(SectionLabel(_("Metrics"), self))
            column.addWidget(PlainLabel(_("None agreed yet"), self, pixels=12, tone="muted"))


def card_key(look: Look) -> tuple[Hashable, ...]:
    """Return what a card shows; another key needs another card."""
    scene = look.scene
    shown = scene.purpose, scene.reports_to, scene.responsibilities, scene.metrics
    return *shown, look.review.on, tuple(look.courses.values())

"""The first tab: who sits in the seat, what it answers for, and how its last review came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.ui.seat_panel.also_reports_to import AlsoReportsTo
from mspseat_desktop.ui.seat_panel.fit_line import FitLine
from mspseat_desktop.ui.seat_panel.in_chart import InChart
from mspseat_desktop.ui.seat_panel.in_this_seat import InThisSeat
from mspseat_desktop.ui.seat_panel.latest_review import LatestReview
from mspseat_desktop.ui.seat_panel.responsibilities import Responsibilities
from mspseat_desktop.ui.seat_panel.texts import SeatText

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class SeatPage(QWidget):
    """The sections one below the other."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = InThisSeat(bridge, theme, self)
        self.fit = FitLine(bridge, self)
        self.responsibilities = Responsibilities(bridge, theme, self)
        self.latest = LatestReview(bridge, theme, self)
        self.purpose = SeatText(bridge, self, field="purpose")
        self.needs = SeatText(bridge, self, field="needs")
        self.also_reports_to = AlsoReportsTo(bridge, theme, self)
        self.in_chart = InChart(bridge, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 16)
        column.setSpacing(14)
        column.addWidget(self.people)
        column.addWidget(self.fit)
        for part in (
            self.responsibilities,
            self.latest,
            self.purpose,
            self.needs,
            self.also_reports_to,
            self.in_chart,
        ):
            column.addWidget(part)
        column.addStretch(1)

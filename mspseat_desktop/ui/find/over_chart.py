"""The chart with the bar to find in above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.ui.chart.view import ChartView
from mspseat_desktop.ui.find.bar import FindBar
from mspseat_desktop.ui.find.finder import Finder
from mspseat_desktop.ui.find.on_chart import FoundOnChart

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class FindOverChart(QWidget):
    """Keeps what is on the screen where it is while the bar comes and goes."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = ChartView(bridge, theme, self)
        self.finder = Finder.of(bridge)
        self.finder.clear()  # what another view looked for has gone with its bar
        self._last = ""
        self.bar = FindBar(theme, self.finder, self)
        self.bar.left.connect(self.end)
        FoundOnChart(self.chart, self.finder, leave=self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.chart, 1)

    @property
    def is_open(self) -> bool:
        """Whether the bar is on show."""
        return not self.bar.isHidden()

    def begin(self) -> None:
        """Open the bar with what was looked for last, marked, and give it the keyboard."""
        if not self.is_open:
            self.bar.show()
            self._look_further(self.bar.height())
            self.finder.look_for(self._last)
        self.bar.take_keyboard()

    def end(self) -> bool:
        """Close the bar and look for nothing; say whether it was open."""
        if not self.is_open:
            return False
        self._last = self.finder.typed
        self.finder.clear()
        self.bar.hide()
        self._look_further(-self.bar.height())
        self.chart.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _look_further(self, height: int) -> None:
        if len(self.chart.scene.tree):
            self.chart.sight.pan(0, height)

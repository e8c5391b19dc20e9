"""The bar over the pages that says which chart is shown when it is not the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.versions.words import day_text, take_text
from mspseat_desktop.ui.widgets import LinkButton, PlainLabel, QuietButton
from mspseat_desktop.wording.charts import shown_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.domain.charts import KeptChart
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.versions.comparing import Comparing

HEIGHT = 46
_ICON = 16
_LEFT = 16


class ChartBar(QWidget):
    """Hidden while the current chart is shown.

    `compare_wanted`, `take_wanted` and `back_wanted` ask for what its buttons say.
    """

    compare_wanted = Signal()
    take_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self, theme: Theme, comparing: Comparing, *, chart: KeptChart, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._comparing, self._chart = theme, comparing, chart
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(_("Which chart is shown"))
        self.title = PlainLabel(shown_text(chart), self, weight=Weight.DemiBold, elide=True)
        self.told = PlainLabel("", self, tone="muted", elide=True)
        self.compare = LinkButton(theme, _("Compare"), self, icon="list")
        self.take = QuietButton(theme, take_text(chart), self, icon="check")
        self.back = QuietButton(theme, _("Back to the current chart"), self, icon="arrow-left")
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT + _ICON + 10, 0, 10, 0)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.told, 1)
        for button in (self.compare, self.take, self.back):
            row.addWidget(button)
        self.compare.clicked.connect(self.compare_wanted)
        self.take.clicked.connect(self.take_wanted)
        self.back.clicked.connect(self.back_wanted)
        comparing.changed.connect(self._tell)
        theme.changed.connect(self.update)
        self.show_chart(chart)

    def show_chart(self, chart: KeptChart) -> None:
        """Name the chart, after it got another name too."""
        self._chart = chart
        self.title.setText(shown_text(chart))
        self._tell()
        self.setVisible(not chart.is_current)

    def show_compared(self, *, shown: bool) -> None:
        """Say what the button does next."""
        self.compare.set_caption(_("Hide the list") if shown else _("Compare"))

    def sizeHint(self) -> QSize:
        """Return the bar's height; its width is that of the window."""
        return QSize(400, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ground that differs from that of all other parts, and the sign."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("accent_soft"))
        icon = "history" if self._chart.kind == "version" else "network"
        place = QRectF(_LEFT, (self.height() - _ICON) / 2, _ICON, _ICON)
        self._theme.icons.paint(painter, place, icon, self._theme.color("accent_text"))

    def _tell(self) -> None:
        if self._chart.is_current:
            return
        words = self._comparing.count_text()
        if self._chart.kind == "version":
            kept = _("Kept on {day}, to look at only.").replace("{day}", day_text(self._chart))
            words = f"{kept} {words}" if self._chart.day else words
        self.told.setText(words)

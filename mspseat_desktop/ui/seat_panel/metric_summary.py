"""Target, latest figure and course of a metric, which open its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.metrics.sparkline import USUAL, paint_course
from mspseat_desktop.ui.metrics.words import course_text
from mspseat_desktop.ui.widgets import one_line, paint_focus_ring, tip_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.ui.theme import Theme


class MetricSummary(QAbstractButton):
    """Two muted lines, the course of the last figures, and an arrow.

    A click or Enter opens or closes the editor.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = ("", "")
        self._is_open = False
        self._metric: Metric | None = None
        self._values: tuple[float | None, ...] = ()
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    @property
    def lines(self) -> tuple[str, str]:
        """Return the words shown: target and latest figure."""
        return self._lines

    def show_words(self, name: str, target: str, figure: str) -> None:
        """Show target and latest figure of a metric of this name."""
        self._lines = (target, figure)
        words = _("Target and figures of {name}").replace("{name}", name)
        self.setAccessibleName(f"{words}: {target}, {figure}")
        self.update()

    def show_course(self, metric: Metric, values: Sequence[float | None]) -> None:
        """Show the metric's last values, the oldest first."""
        self._metric, self._values = metric, tuple(values)
        words = course_text(metric, values)
        self.setAccessibleDescription(words)
        self.setToolTip(tip_text(words))
        self.update()

    @property
    def values(self) -> tuple[float | None, ...]:
        """Return the values that the small line shows, the oldest first."""
        return self._values

    def show_open(self, *, is_open: bool) -> None:
        """Turn the arrow."""
        if is_open != self._is_open:
            self._is_open = is_open
            self.update()

    def sizeHint(self) -> QSize:
        """Return two lines."""
        return QSize(120, 40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as well as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the arrow and the lines."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(25, 0, -2, -4)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(rect, 6, 6)
        font = theme.font(12)
        metrics = QFontMetricsF(font)
        room = rect.width() - 28 - self._paint_course(painter, rect)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        for place, line in enumerate(self._lines):
            at = QRectF(rect.left() + 9, 1 + place * 17, room, 17)
            painter.drawText(at, align, one_line(metrics, line, room))
        icon = "chevron-up" if self._is_open else "chevron-down"
        at = QRectF(rect.right() - 19, rect.center().y() - 7, 14, 14)
        theme.icons.paint(painter, at, icon, theme.color("muted"))
        if self.hasFocus():
            paint_focus_ring(painter, rect, theme, radius=5)

    def _paint_course(self, painter: QPainter, rect: QRectF) -> float:
        """Draw the small line left of the arrow; return the width that it takes."""
        if self._metric is None or all(value is None for value in self._values):
            return 0
        width = min(float(USUAL.width()), rect.width() / 3)
        at = QRectF(rect.right() - 26 - width, rect.center().y() - 12, width, 24)
        paint_course(painter, at, self._metric, self._values, theme=self._theme)
        return width + 6

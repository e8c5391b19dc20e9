"""The small line of a metric's last figures against its target."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mspseat_desktop.domain.scene import metric_state
from mspseat_desktop.language import _
from mspseat_desktop.ui.metrics.words import course_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.domain.review_records import SceneMetric
    from mspseat_desktop.ui.theme import Theme

USUAL = QSize(96, 24)
_DOT = 1.7
_CROSS = 2.6


class Sparkline(QWidget):
    """Draws the values of a metric, gaps left open, the target as a dashed line or a band.

    What misses the target is a cross, what meets it a dot; a screen reader hears the figures.
    """

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._metric: Metric | SceneMetric | None = None
        self._values: tuple[float | None, ...] = ()
        self.setFixedSize(USUAL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    @property
    def values(self) -> tuple[float | None, ...]:
        """Return the values shown, the oldest first."""
        return self._values

    def show_course(self, metric: Metric | SceneMetric, values: Sequence[float | None]) -> None:
        """Show the metric's values, the oldest first."""
        self._metric, self._values = metric, tuple(values)
        self.setAccessibleName(_("Course of {metric}").format(metric=metric.name))
        self.setAccessibleDescription(course_text(metric, values))
        self.setVisible(any(value is not None for value in values))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual size of the line."""
        return USUAL

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw target, line and points."""
        if self._metric is not None:
            painter = QPainter(self)
            paint_course(
                painter, QRectF(self.rect()), self._metric, self._values, theme=self._theme
            )


def paint_course(
    painter: QPainter,
    rect: QRectF,
    metric: Metric | SceneMetric,
    values: Sequence[float | None],
    *,
    theme: Theme,
) -> None:
    """Draw the course of a metric into a rectangle of device-independent pixels."""
    # A foreign file may hold infinity, which has no place on a line.
    values = [v if v is not None and math.isfinite(v) else None for v in values]
    known = [value for value in values if value is not None]
    if not known:
        return
    inside = rect.adjusted(4, 4, -4, -4)
    ends = [t for t in (metric.target, _high(metric)) if t is not None and math.isfinite(t)]
    low, high = min(known + ends), max(known + ends)

    def at(place: int, value: float) -> QPointF:
        across = inside.width() * place / max(1, len(values) - 1)
        # Halved first: the span of the largest numbers is no number any more.
        share = 0.5 if high == low else (value / 2 - low / 2) / (high / 2 - low / 2)
        return QPointF(inside.left() + across, inside.bottom() - share * inside.height())

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_target(painter, inside, [at(0, end).y() for end in ends], theme)
    points = [(at(i, v), metric_state(metric, v)) for i, v in enumerate(values) if v is not None]
    pen = QPen(theme.color("muted"), 1.3)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for run in _runs(values):
        painter.drawPolyline(QPolygonF([at(i, value) for i, value in run]))
    for number, (point, state) in enumerate(points, 1):
        is_last = number == len(points)
        if state == "off_target":
            _paint_cross(painter, point, theme.color("no"), _CROSS + 0.6 * is_last)
        else:
            role = "yes" if state == "on_target" else "muted"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(role))
            radius = _DOT + 0.9 * is_last
            painter.drawEllipse(point, radius, radius)
    painter.restore()


def _high(metric: Metric | SceneMetric) -> float | None:
    return metric.target_high if metric.direction == "between" else None


def _runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """Return the stretches without a gap, each value with its place."""
    found: list[list[tuple[int, float]]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            found.append([])
        else:
            found[-1].append((place, value))
    return [run for run in found if len(run) > 1]


def _paint_target(painter: QPainter, inside: QRectF, heights: list[float], theme: Theme) -> None:
    if len(heights) > 1:
        band = QRectF(inside.left(), heights[1], inside.width(), heights[0] - heights[1])
        painter.fillRect(band.normalized(), theme.color("yes_soft"))
    pen = QPen(theme.color("unanswered"), 1, Qt.PenStyle.DashLine)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    for height in heights:
        painter.drawLine(QPointF(inside.left(), height), QPointF(inside.right(), height))


def _paint_cross(painter: QPainter, point: QPointF, color: QColor, arm: float) -> None:
    pen = QPen(color, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(point - QPointF(arm, arm), point + QPointF(arm, arm))
    painter.drawLine(point - QPointF(arm, -arm), point + QPointF(arm, -arm))

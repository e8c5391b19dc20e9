"""The slider in the zoom control: the same way along it makes the chart so many times larger."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSlider

from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.camera import LARGEST_ZOOM, SMALLEST_ZOOM
from mspseat_desktop.ui.widgets import paint_focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.chart.zooming import Zooming
    from mspseat_desktop.ui.theme import Theme

STEPS = 200
"""So many steps, each as many times larger as the one before, lie along the groove."""
ARROW, PAGE = 5, 20
"""How many of them a key goes."""
KNOB = 12
GROOVE = 3
SIZE = QSize(88, 28)

_KEYS: Final[dict[Qt.Key, int]] = {
    Qt.Key.Key_Right: ARROW,
    Qt.Key.Key_Up: ARROW,
    Qt.Key.Key_PageUp: PAGE,
    Qt.Key.Key_Left: -ARROW,
    Qt.Key.Key_Down: -ARROW,
    Qt.Key.Key_PageDown: -PAGE,
}


class ZoomSlider(QSlider):
    """From the smallest zoom to the largest; 100 % lies where a small mark is.

    Its value is the zoom in per cent, as a screen reader says it.
    """

    def __init__(self, theme: Theme, zooming: Zooming, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._zooming = theme, zooming
        self.setRange(percent_of(0), percent_of(STEPS))
        self.setFixedSize(SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Zoom"))
        self.valueChanged.connect(lambda percent: self._zooming.to(percent / 100))
        theme.changed.connect(self.update)

    def show_zoom(self, zoom: float) -> None:
        """Show how large the chart is, without making it so."""
        self.blockSignals(True)  # noqa: FBT003 - Qt has no name for it
        self.setValue(round(zoom * 100))
        self.blockSignals(False)  # noqa: FBT003 - same
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the groove, the mark of 100 % and the knob."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        painter.setBrush(theme.color("line_strong"))
        groove = QRectF(KNOB / 2, middle - GROOVE / 2, self.width() - KNOB, GROOVE)
        painter.drawRoundedRect(groove, GROOVE / 2, GROOVE / 2)
        painter.drawRect(QRectF(self._place(step_of(1.0)) - 0.5, middle - 5, 1, 10))
        painter.setBrush(theme.color("accent" if self.isEnabled() else "faint"))
        knob = QRectF(0, 0, KNOB, KNOB)
        knob.moveCenter(QRectF(self._place(step_of(self.value() / 100)), middle, 0, 0).topLeft())
        painter.drawEllipse(knob)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), theme, radius=6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the groove is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setValue(percent_of(self._step_at(event.position().x())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(percent_of(self._step_at(event.position().x())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the groove by steps, which are few per cent where the chart is small."""
        steps = _KEYS.get(Qt.Key(event.key()), 0)
        if steps:
            self._go(steps)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go along the groove by steps."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self._go(ARROW if turned > 0 else -ARROW)
        event.accept()

    def _go(self, steps: int) -> None:
        self.setValue(percent_of(step_of(self.value() / 100) + steps))

    def _place(self, step: int) -> float:
        return KNOB / 2 + (self.width() - KNOB) * step / STEPS

    def _step_at(self, x: float) -> int:
        return round((x - KNOB / 2) / (self.width() - KNOB) * STEPS)


def zoom_of(step: int) -> float:
    """Return the zoom of a step of the slider; 100 % has a step of its own."""
    if step == step_of(1.0):
        return 1.0
    ratio = LARGEST_ZOOM / SMALLEST_ZOOM
    return float(SMALLEST_ZOOM * ratio ** (step / STEPS))


def percent_of(step: int) -> int:
    """Return the zoom of a step in whole per cent, for a step off either end that of the end."""
    return round(100 * zoom_of(min(STEPS, max(0, step))))


def step_of(zoom: float) -> int:
    """Return the slider's step for a zoom."""
    part = math.log(max(zoom, SMALLEST_ZOOM) / SMALLEST_ZOOM)
    return round(STEPS * min(1.0, part / math.log(LARGEST_ZOOM / SMALLEST_ZOOM)))

"""The control at the chart's foot: zoom out, how large, zoom in, show all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.zoom_slider import ZoomSlider
from mspseat_desktop.ui.widgets import IconButton, LinkButton, tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.chart.sight import Sight
    from mspseat_desktop.ui.chart.zooming import Zooming
    from mspseat_desktop.ui.theme import Theme

HEIGHT = 32
RADIUS = 8
ASIDE = 14
BELOW = 4
"""The canvas's left edge and the scroll bar lie so far away."""


class _Level(LinkButton):
    """How large, in words; pressing it goes back to life size."""

    ink_role = "muted"


class ZoomControl(QWidget):
    """Lies over the canvas's corner as its child and covers it wholly.

    So the chart scrolls fast: nothing has to be painted around the control.
    """

    def __init__(self, theme: Theme, sight: Sight, *, zooming: Zooming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._sight, self._zooming = theme, sight, zooming
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._out = IconButton(theme, "minus", _("Zoom out"), self)
        self._level = _Level(theme, "", self)
        self.slider = ZoomSlider(theme, zooming, self)
        self._in = IconButton(theme, "plus", _("Zoom in"), self)
        self._all = IconButton(theme, "maximize", _("Show the whole chart"), self)
        self._arrange()
        self._out.clicked.connect(lambda: zooming.step(larger=False))
        self._in.clicked.connect(lambda: zooming.step(larger=True))
        self._all.clicked.connect(sight.fit)
        self._level.clicked.connect(zooming.life_size)
        sight.zoomed.connect(self._tell)
        sight.cleared.connect(self.setHidden)
        sight.foot = self._foot
        theme.changed.connect(self.update)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("canvas"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("surface"))
        frame = QRectF(self.rect()).adjusted(ASIDE + 0.5, 0.5, -0.5, -BELOW - 0.5)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setPen(QPen(self._theme.color("line"), 1))
        middle = (self._level.geometry().right() + self._all.geometry().left()) / 2 + 0.5
        painter.drawLine(int(middle), 7, int(middle), HEIGHT - 8)

    def _foot(self) -> int:
        """Return how high the control is where it would lie on cards as they are in view now."""
        is_over = not self.isHidden() and self._zooming.has_cards(self.geometry())
        return self.height() + BELOW if is_over else 0

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(ASIDE + 3, 2, 3, BELOW + 2)
        row.setSpacing(0)
        self._level.setFixedSize(QSize(62, 28))
        tip(self._level, _("Back to 100 %"))
        for part in (self._out, self.slider, self._in, self._level):
            row.addWidget(part)
        row.addSpacing(7)
        row.addWidget(self._all)
        for button in (self._out, self._in, self._all):
            button.setFixedSize(QSize(28, 28))
        self.setFixedHeight(HEIGHT + BELOW)
        self.adjustSize()

    def _tell(self) -> None:
        self.slider.show_zoom(self._sight.camera.zoom)
        percent = self._sight.camera.zoom * 100
        shown = f"{percent:.0f}" if percent >= 0.5 else "<1"
        self._level.set_caption(_("{percent}%").replace("{percent}", shown))
        # A word of its own, so that a screen reader does not read a bare figure.
        self._level.setAccessibleName(_("Zoom {percent} %").replace("{percent}", shown))

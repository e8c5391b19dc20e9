"""The whole chart as a small map in the corner, with what is in view framed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.bars import THICKNESS
from mspseat_desktop.ui.chart.camera import Camera
from mspseat_desktop.ui.chart.frame import FramePainter
from mspseat_desktop.ui.chart.painter import TITLE_FROM
from mspseat_desktop.ui.chart.pixels import device_rect
from mspseat_desktop.ui.chart.sight import free_parts
from mspseat_desktop.ui.chart.zoom_control import ASIDE, RADIUS
from mspseat_desktop.ui.widgets import tip
from mspseat_desktop.ui.widgets.paint import hairline

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.chart.sight import Sight
    from mspseat_desktop.ui.theme import Theme

MOST = QSize(220, 130)
"""The largest map, in device-independent pixels."""
INSET = 6
BELOW = 6
FRAME_MS = 15
"""As often as a screen shows another picture."""
REST_MS = 120
"""After the last edit, until the map is drawn anew."""
LEAST = 600, 400
"""In a smaller canvas the map would be in the way."""
FRAME = 2
"""How thick the frame around what is in view is."""
LEAST_SEEN = 8
"""So wide and high is the frame at least, however small a part of the chart it stands for."""
VEIL = 110
"""How much what is out of view is dimmed, of 255."""


class Overview(QWidget):
    """Shows where one is while only a part of the chart is in view; a click or drag goes there.

    It covers its corner of the canvas wholly, as the zoom control does. Keyboard and wheel move
    the chart without it, so it takes no focus.
    """

    def __init__(
        self, theme: Theme, scene: ChartScene, sight: Sight, *, frame: FramePainter, parent: QWidget
    ) -> None:
        """`frame` paints the chart itself; the map has the same tones."""
        super().__init__(parent)
        self._theme, self._scene, self._sight = theme, scene, sight
        self._camera = Camera()
        self._frame = FramePainter(theme, scene, self._camera)
        self._chart_frame, self._canvas = frame, parent
        self._map: QPixmap | None = None
        self._shown = QRect()
        self.is_wanted = self._is_aside = False
        self.clear_of: Callable[[], QRect] = QRect
        """Returns what the map is not to hide when it comes."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAccessibleName(_("Overview of the chart"))
        tip(self, _("Click or drag to go there"))
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.setInterval(FRAME_MS)
        self._marking.timeout.connect(self._mark)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self.draw_anew)
        self.hide()
        sight.moved.connect(self.follow)
        sight.cleared.connect(self._step_aside)
        theme.changed.connect(self.draw_anew)

    def want(self, *, wanted: bool) -> None:
        """Be there whenever the chart is not wholly in view, or never."""
        self.is_wanted = wanted
        self.follow()

    @property
    def has_room(self) -> bool:
        """Whether the canvas is large enough for the map not to be in the way."""
        return self._canvas.width() >= LEAST[0] and self._canvas.height() >= LEAST[1]

    def soon(self) -> None:
        """Draw the map anew once nothing changes for a moment."""
        if self.isHidden():
            self._map = None
        else:
            self._resting.start()

    def draw_anew(self) -> None:
        """Draw the map as the chart is now, in its shape."""
        self._map = None
        if not self.isHidden():
            self.place()
        self.follow()

    def follow(self) -> None:
        """Frame what is in view; be gone when that is all of the chart."""
        bounds, shown = self._scene.bounds(), self._sight.camera.shown()
        hides = (
            bounds[0] < shown[0]
            or bounds[1] < shown[1]
            or bounds[2] > shown[2]
            or bounds[3] > shown[3]
        )
        wanted = self.is_wanted and not self._is_aside
        needed = wanted and hides and self.has_room and len(self._scene.tree) > 0
        if needed and self.isHidden():
            self.place()
            self.show()
            self.raise_()
        elif not needed and not self.isHidden():
            self.hide()
        if needed and not self._marking.isActive():
            self._marking.start()

    def _step_aside(self, aside: bool) -> None:  # noqa: FBT001 - the signal gives it so
        self._is_aside = aside
        self.follow()

    def _mark(self) -> None:
        """Frame what is in view now, as often as a screen shows it."""
        if self._map is None or self._seen() != self._shown:
            self.update()

    def place(self) -> None:
        """Stand in the lower corner of the canvas, as large as the chart's shape allows.

        Where that would hide what somebody works on, it is the upper one.
        """
        chart, (left, top, right, bottom) = self._canvas, self._scene.bounds()
        wide, high = max(1, right - left), max(1, bottom - top)
        zoom = min(MOST.width() / wide, MOST.height() / high, TITLE_FROM * 0.9)
        size = QSize(max(48, round(wide * zoom)), max(32, round(high * zoom)))
        whole = size + QSize(2 * INSET + ASIDE, 2 * INSET + BELOW)
        corner = QPointF(chart.width() - whole.width(), chart.height() - whole.height()).toPoint()
        place = QRect(corner, whole).translated(-THICKNESS, -THICKNESS)
        above = place.translated(0, ASIDE - place.top())
        if place.intersects(self.clear_of()) and not above.intersects(self.clear_of()):
            place = above
        if place != self.geometry():
            self._map = None
            self.setGeometry(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the map, and the frame around what is in view."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("canvas"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -ASIDE - 0.5, -BELOW - 0.5)
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(theme.color("canvas"))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        # The rest is painted in whole device pixels, as the chart is: its lines are even then.
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        inside = device_rect(self._inside(), ratio)
        if self._map is None:
            self._map = self._drawn(inside.size())
        painter.drawPixmap(inside.topLeft(), self._map)
        self._shown = seen = self._seen()
        veil = QColor(theme.color("canvas"))
        veil.setAlpha(VEIL)
        for part in free_parts(inside, [seen]):
            painter.fillRect(part, veil)
        line = hairline(FRAME * ratio)
        for part in free_parts(seen, [seen.adjusted(line, line, -line, -line)]):
            painter.fillRect(part, theme.color("accent"))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the chart."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the map is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        x, y = self._camera.to_tree(at.x() - INSET, at.y() - INSET)
        self._sight.centre((round(x), round(y), round(x), round(y)))

    def _inside(self) -> QRect:
        """Return where the map is drawn."""
        return self.rect().adjusted(INSET, INSET, -ASIDE - INSET, -BELOW - INSET)

    def _drawn(self, size: QSize) -> QPixmap:
        """Return the whole chart in the size of the map, in device pixels."""
        camera, (left, top, right, bottom) = self._camera, self._scene.bounds()
        inside, ratio = self._inside(), self.devicePixelRatioF()
        camera.width, camera.height = inside.width(), inside.height()
        camera.ratio = ratio
        wide, high = max(1, right - left), max(1, bottom - top)
        # A device pixel stays free at each edge: a card's place is rounded, and it has no other.
        room = 2 / ratio
        across, down = (camera.width - room) / wide, (camera.height - room) / high
        camera.zoom = min(across, down, TITLE_FROM * 0.9)
        camera.put((left + right) / 2, (top + bottom) / 2, camera.width / 2, camera.height / 2)
        self._frame.shade = self._chart_frame.shade
        pixmap = QPixmap(size)
        painter = QPainter(pixmap)
        self._frame.paint(painter, [pixmap.rect()])
        painter.end()
        return pixmap

    def _seen(self) -> QRect:
        """Return where what is in view lies on the map, in device pixels."""
        ratio = self.devicePixelRatioF()
        inside, least = device_rect(self._inside(), ratio), round(LEAST_SEEN * ratio)
        left, top, right, bottom = self._sight.camera.shown()
        x, y = self._camera.to_device(left, top)
        end, foot = self._camera.to_device(right, bottom)
        wide, high = max(least, end - x), max(least, foot - y)
        seen = QRect((x + end - wide) // 2, (y + foot - high) // 2, wide, high)
        return seen.translated(inside.topLeft()) & inside

"""Moves the camera of a chart and the pixels of its widget together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mspseat_desktop.ui.chart.camera import MARGIN, Camera
from mspseat_desktop.ui.chart.clearing import way_out
from mspseat_desktop.ui.chart.painter import TITLE_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPointF

    from mspseat_desktop.layout.answers import Box

ROOM = 16
FOOT = 62
"""Room kept between a seat that is brought into view and the canvas's edges, and its foot, where
the zoom control lies."""

PUT_DOWN_MS = 150
"""After a drop, until what stepped aside comes back: the drop itself is seen first."""

SMALLEST_START = 0.6
"""A chart that fits its window at this zoom or more is first shown whole."""


class Sight(QObject):
    """What a chart's widget shows of the tree's plane.

    `bounds` returns the box around all cards in tree coordinates. `moved` is sent when the view
    has changed in any way, `zoomed` when its scale has, `fitted` when all of it is shown because
    somebody asked. `cleared` tells what lies over the canvas to step aside and to come back: while
    something is carried over it, a moment after the drop, and while it is presented.
    """

    moved = Signal()
    zoomed = Signal()
    fitted = Signal()
    cleared = Signal(bool)

    def __init__(self, widget: QWidget, bounds: Callable[[], Box]) -> None:
        super().__init__(widget)
        self.camera = Camera()
        self.edges: list[QWidget] = []
        self.lids: list[QWidget] = []
        """What lies over the canvas and hides what is below it while it is shown."""
        self.head: Callable[[], int] = lambda: 0
        """How much of the canvas's upper edge a chart shown whole has to keep free."""
        self.foot: Callable[[], int] = lambda: 0
        """The same of its lower edge."""
        self._widget = widget
        self._bounds = bounds
        self._placed = False
        self._putting_down = QTimer(self)
        self._putting_down.setSingleShot(True)
        self._putting_down.setInterval(PUT_DOWN_MS)
        self._putting_down.timeout.connect(lambda: self.clear("carrying", on=False))
        self._cleared_for: set[str] = set()
        self._may_cover: list[QWidget] | None = None
        self._free: tuple[QRect, list[QRect], list[QRect]] = QRect(), [], []
        """The ground, what covers it, and what of it is free: the same from frame to frame."""

    def clear(self, why: str, *, on: bool) -> None:
        """Let what lies over the canvas step aside, until nothing asks for that any more."""
        was_clear = bool(self._cleared_for)
        (self._cleared_for.add if on else self._cleared_for.discard)(why)
        if was_clear != bool(self._cleared_for):
            self.cleared.emit(on)

    def carry(self, *, on: bool) -> None:
        """Hear that something is carried over the canvas, or was put down."""
        if on:
            self._putting_down.stop()
            self.clear("carrying", on=True)
        else:
            self._putting_down.start()

    @property
    def is_placed(self) -> bool:
        """Say whether the view shows a place that somebody or `start` has chosen."""
        return self._placed

    def restore(self, zoom: float, x: float, y: float) -> None:
        """Show a point of the tree at the canvas's corner."""
        self.camera.zoom = zoom
        self.camera.put(x, y, 0, 0)
        self._placed = True
        self._show(zoomed=True)

    def resize(self) -> None:
        """Take over the widget's size; what was in the middle stays in the middle of the width."""
        camera, widget = self.camera, self._widget
        ratio = widget.devicePixelRatioF()
        if self._placed and ratio == camera.ratio:
            camera.x -= round((widget.width() - camera.width) / 2 * ratio)
        at = camera.to_tree(0, 0)
        camera.width, camera.height = widget.width(), widget.height()
        if ratio != camera.ratio:
            camera.ratio = ratio
            camera.put(*at, 0, 0)
        if self._placed:
            self._show()
        else:
            self.start()

    def start(self) -> None:
        """Show the whole chart if it is readable so, else its top at 100 %."""
        camera, bounds = self.camera, self._bounds()
        if camera.width <= 1:
            return
        self._placed = bounds[2] > bounds[0]
        if camera.fitting_zoom(bounds) >= SMALLEST_START:
            camera.fit(bounds)
        else:
            camera.zoom = 1.0
            if bounds[1] < 0:  # a chart that runs to the right has its top at the left
                camera.put(0, 0, MARGIN, camera.height / 2)
            else:
                camera.put(0, 0, camera.width / 2, MARGIN)
        self._show(zoomed=True)

    def pan(self, dx: float, dy: float) -> QPoint:
        """Look further by so many pixels; return by how many device pixels the ground moved."""
        camera = self.camera
        return self.pan_to(camera.x + round(dx * camera.ratio), camera.y + round(dy * camera.ratio))

    def pan_to(self, x: int, y: int) -> QPoint:
        """Put the canvas's corner at a device pixel of the plane, as far as there is a chart."""
        camera = self.camera
        before = camera.x, camera.y
        camera.x, camera.y = x, y
        camera.keep_near(self._bounds())
        moved = QPoint(before[0] - camera.x, before[1] - camera.y)
        if not moved.isNull():
            self._scroll(moved.x() / camera.ratio, moved.y() / camera.ratio)
            self.moved.emit()
        return moved

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom in or out; the point under `at`, or in the middle, stays where it is."""
        self.zoom_to(self.camera.zoom * factor, at)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom to a scale; the point under `at`, or in the middle, stays where it is."""
        camera, bounds = self.camera, self._bounds()
        x, y = (at.x(), at.y()) if at is not None else (camera.width / 2, camera.height / 2)
        camera.zoom_to(zoom, x, y, smallest=camera.fitting_zoom(bounds))
        self._placed = True
        self._show(zoomed=True)

    def fit(self) -> None:
        """Show the whole chart, clear of what lies at head and foot if it can be read so."""
        camera, bounds = self.camera, self._bounds()
        camera.fit(bounds)
        largest = camera.zoom
        if head := self.head():
            camera.fit(bounds, head=head)
        if foot := self.foot():
            camera.fit(bounds, head=head, foot=foot)
        if camera.zoom < TITLE_FROM <= largest:
            camera.fit(bounds)
        self._placed = True
        self._show(zoomed=True)
        self.fitted.emit()

    def frame(self, box: Box, *, largest: float) -> None:
        """Bring a part of the chart into the middle, as large as it fits but no larger."""
        self.camera.frame(box, largest=largest, head=self.head(), foot=FOOT - ROOM)
        self._placed = True
        self._show(zoomed=True)

    def centre(self, box: Box) -> None:
        """Bring a card into the middle."""
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        self.camera.put(*middle, self.camera.width / 2, self.camera.height / 2)
        self._show()

    def hang(self, box: Box) -> None:
        """Bring a card to the top, in the middle of the width."""
        self.camera.put((box[0] + box[2]) / 2, box[1], self.camera.width / 2, MARGIN)
        self._show()

    def reveal(self, box: Box) -> bool:
        """Move just so far that a card is in view with some room; say whether that was needed.

        What can be seen whole stays where it is: a click must not move the chart. What a lid
        hides is moved out beside it.
        """
        camera = self.camera
        left, top = camera.to_canvas(box[0], box[1])
        right, bottom = camera.to_canvas(box[2], box[3])
        dx = dy = 0.0
        if left < 0 or right > camera.width or top < 0 or bottom > camera.height:
            dx = _shift(left - ROOM, right + ROOM, camera.width)
            dy = _shift(top - ROOM, bottom + FOOT, camera.height)
        card = QRectF(left - dx, top - dy, right - left, bottom - top).toAlignedRect()
        out = way_out(card, self._lying_over(), QRect(0, 0, camera.width, camera.height))
        dx, dy = dx - out.x(), dy - out.y()
        if dx or dy:
            camera.x += round(dx * camera.ratio)
            camera.y += round(dy * camera.ratio)
            self._show()
        return bool(dx or dy)

    def _lying_over(self) -> list[QRect]:
        return [lid.geometry() for lid in self.lids if lid.isVisible()]

    def hold(self, before: tuple[int, int], box: Box) -> None:
        """Move so that a card stands at the device pixel where it stood before."""
        now = self.camera.to_device(box[0], box[1])
        self.camera.x += now[0] - before[0]
        self.camera.y += now[1] - before[1]

    def put_back(self, zoom: float, x: int, y: int) -> None:
        """Show what was shown before, to the pixel."""
        camera = self.camera
        is_zoomed = zoom != camera.zoom
        camera.zoom, camera.x, camera.y = zoom, x, y
        self._show(zoomed=is_zoomed)

    def refresh(self) -> None:
        """Show a chart that has changed under the camera."""
        self._show()

    def _show(self, *, zoomed: bool = False) -> None:
        self.camera.keep_near(self._bounds())
        self._widget.update()
        self.moved.emit()
        if zoomed:
            self.zoomed.emit()

    def _scroll(self, dx: float, dy: float) -> None:
        """Move what is painted; a copy of pixels is far cheaper than painting them again."""
        widget, ground = self._widget, self._ground()
        whole = dx.is_integer() and dy.is_integer()
        if not whole or abs(dx) >= ground.width() or abs(dy) >= ground.height():
            widget.update()
            return
        # What lies over the canvas must neither be copied along nor painted again: the ground is
        # moved in the parts that lie free between.
        covers = self._covers(ground)
        if (ground, covers) != self._free[:2]:
            self._free = ground, covers, free_parts(ground, covers)
        for part in self._free[2]:
            if abs(dx) < part.width() and abs(dy) < part.height():
                widget.scroll(int(dx), int(dy), part)
            else:
                widget.update(part)

    def _ground(self) -> QRect:
        """Return the canvas without the strips at its edges."""
        ground = self._widget.rect()
        for edge in self.edges:
            if edge.isVisible():
                strip = edge.geometry()
                if strip.height() > strip.width():
                    ground.setRight(min(ground.right(), strip.left() - 1))
                else:
                    ground.setBottom(min(ground.bottom(), strip.top() - 1))
        return ground

    def look_for_covers(self) -> None:
        """Look anew at the next frame for what may lie over the canvas."""
        self._may_cover = None

    def _covers(self, ground: QRect) -> list[QRect]:
        """Return where other widgets lie over the ground."""
        if self._may_cover is None:
            children = self._widget.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            self._may_cover = [child for child in children if child not in self.edges]
        return [each.geometry() & ground for each in self._may_cover if each.isVisible()]


def free_parts(ground: QRect, covers: Sequence[QRect]) -> list[QRect]:
    """Return what of a ground lies beside all covers, as rectangles as high as they can be."""
    edges = {ground.top(), ground.bottom() + 1}
    for cover in covers:
        edges |= {cover.top(), cover.bottom() + 1}
    parts: list[QRect] = []
    before: list[tuple[int, int]] = []
    cuts = sorted(edges)
    for top, end in pairwise(cuts):
        left, free = ground.left(), []
        in_the_way = [c for c in covers if c.top() < end and c.bottom() >= top]
        for cover in sorted(in_the_way, key=QRect.left):
            if cover.left() > left:
                free.append((left, cover.left()))
            left = max(left, cover.right() + 1)
        if left <= ground.right():
            free.append((left, ground.right() + 1))
        if free == before:
            for part in parts[len(parts) - len(free) :]:
                part.setBottom(end - 1)
        else:
            parts += [QRect(start, top, stop - start, end - top) for start, stop in free]
        before = free
    return parts


def _shift(low: float, high: float, room: int) -> float:
    """Return how far to look further so that low..high lies in 0..room, or else its start."""
    if low < 0 or high - low > room:
        return low if low < 0 or low > room - 1 else 0.0
    return max(0.0, high - room)

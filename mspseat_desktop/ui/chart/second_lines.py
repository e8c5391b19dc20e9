"""The second reporting lines of a chart: where they run, how they look, what they say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QToolTip

from mspseat_desktop.domain.records import SecondLine
from mspseat_desktop.layout.second_lines import second_line
from mspseat_desktop.ui.widgets.plain import tip_text
from mspseat_desktop.wording.seats import second_line_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.cards import Detail
    from mspseat_desktop.layout.second_lines import Curve
    from mspseat_desktop.ui.chart.camera import Camera
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.theme import Theme

WIDTH = 1.5
DOT = 3.5
"""The dot at the end, in pixels of the layout."""
DASHES = [0.1, 2.6]
"""Dots by way of round ends, and the room between, in widths of the line."""
NEAR = 7
"""So near to a line, in device-independent pixels, the pointer is on it."""
SAMPLES = 32
SHARES = tuple(step / 20 for step in range(4, 17))
"""Where on a line its words may stand."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A second line, the cards that it joins, its way in the tree's plane, and the box around that.

    A folded seat's card stands for what it hides.
    """

    line: SecondLine
    ends: tuple[SeatId, SeatId]
    curve: Curve
    box: tuple[float, float, float, float]


class SecondLines:
    """Keeps the ways of the lines until the chart has moved."""

    def __init__(self, scene: ChartScene) -> None:
        self._scene = scene
        self._client: Client | None = None
        self._detail: Detail | None = None
        self._tree: object = None
        self._kept: list[Drawn] = []

    def all(self) -> list[Drawn]:
        """Return every line between two cards of the chart."""
        scene = self._scene
        if (
            self._client is not scene.client
            or self._detail is not scene.detail
            or self._tree is not scene.tree
        ):
            self._client, self._detail, self._tree = scene.client, scene.detail, scene.tree
            self._kept = list(self._found())
        return self._kept

    def of(self, seat: SeatId) -> list[Drawn]:
        """Return the lines that begin or end at a seat."""
        return [each for each in self.all() if seat in each.ends]

    def crossed(self, drawn: Drawn) -> list[SeatId]:
        """Return the seats whose cards a line may run behind."""
        return [seat for seat, *_place in self._scene.tree.visible(*drawn.box).cards]

    def label_place(self, drawn: Drawn, seat: SeatId) -> tuple[float, float] | None:
        """Return a point beside all cards where the words on a line can stand, near the seat.

        It depends on no view: what is panned is copied.
        """
        shares = SHARES if drawn.ends[0] == seat else SHARES[::-1]
        for share in shares:
            x, y = drawn.curve.at(share)
            if self._scene.tree.hit(x, y) is None:
                return x, y
        return None

    def near(self, box: tuple[float, float, float, float]) -> list[Drawn]:
        """Return the lines that may meet a box of the tree's plane."""
        return [each for each in self.all() if _meet(each.box, box)]

    def at(self, camera: Camera, at: QPointF) -> SecondLine | None:
        """Return the line under a point of the canvas."""
        x, y = camera.to_tree(at.x(), at.y())
        reach = NEAR / camera.zoom
        for each in self.near((x - reach, y - reach, x + reach, y + reach)):
            points = (each.curve.at(step / SAMPLES) for step in range(SAMPLES + 1))
            if _is_on(list(points), x, y, reach):
                return each.line
        return None

    def _found(self) -> Iterator[Drawn]:
        client, scene, rect = self._scene.client, self._scene, self._scene.tree.rect
        if not client.count(SecondLine):
            return
        for line in sorted(client.every(SecondLine), key=lambda each: each.id):
            start, end = scene.in_sight(line.seat), scene.in_sight(line.to)
            if start is not None and end is not None and start != end:
                curve = second_line(rect(start), rect(end))
                yield Drawn(line, (start, end), curve, curve.box)


def draw_second_lines(
    painter: QPainter, lines: list[Drawn], camera: Camera, theme: Theme, *, role: str = "muted"
) -> None:
    """Draw dotted lines, each with a dot at the seat that is reported to as well."""
    if not lines:
        return
    color = theme.color(role)
    width = max(1.2 * camera.ratio, WIDTH * camera.scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, width, c=Qt.PenCapStyle.RoundCap)
    pen.setDashPattern(DASHES)
    for each in lines:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start, first, second, end = (QPointF(*camera.to_device(*p)) for p in each.curve)
        path = QPainterPath(start)
        path.cubicTo(first, second, end)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        dot = max(1.5 * camera.ratio, DOT * camera.scale)
        painter.drawEllipse(end, dot, dot)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def draw_label(
    painter: QPainter, each: Drawn, at: tuple[float, float], camera: Camera, theme: Theme
) -> None:
    """Write what a line is about over a point of the tree's plane."""
    words = each.line.about.strip()
    if not words:
        return
    ratio = camera.ratio
    font = QFont(theme.font(12, QFont.Weight.DemiBold))
    font.setPixelSize(round(12 * ratio))
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, 220 * ratio)
    wide, high = metrics.horizontalAdvance(shown) + 16 * ratio, 22 * ratio
    x, y = camera.to_device(*at)
    place = QRectF(QPointF(x - wide / 2, y - high / 2).toPoint(), QRectF(0, 0, wide, high).size())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent"), ratio))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(place, 6 * ratio, 6 * ratio)
    painter.setPen(theme.color("ink"))
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(place, flags, shown)


def area_of(lines: list[Drawn], camera: Camera) -> QRect:
    """Return the device pixels that lines and their labels cover."""
    area = QRectF()
    room = 140 * camera.ratio
    for each in lines:
        left, top, right, bottom = each.box
        corner, foot = camera.to_device(left, top), camera.to_device(right, bottom)
        box = QRectF(QPointF(*corner), QPointF(*foot))
        area = area.united(box.adjusted(-room, -room / 4, room, room / 4))
    return area.toAlignedRect()


class LineHints:
    """Says what a second line is when the pointer rests on it."""

    def __init__(
        self, widget: QWidget, lines: SecondLines, scene: ChartScene, camera: Camera
    ) -> None:
        self._widget, self._lines, self._scene, self._camera = widget, lines, scene, camera

    def words_at(self, at: QPointF) -> str:
        """Return what is said at a point of the canvas, empty beside the lines and on cards."""
        if self._scene.tree.hit(*self._camera.to_tree(at.x(), at.y())) is not None:
            return ""
        line = self._lines.at(self._camera, at)
        return second_line_text(self._scene.client, line) if line is not None else ""

    def handle(self, event: QEvent) -> bool:
        """Show the words as a tooltip when the widget is asked for one."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        words = self.words_at(QPointF(event.pos()))
        if words:
            QToolTip.showText(event.globalPos(), tip_text(words), self._widget)
        else:
            QToolTip.hideText()
        return True


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]


def _is_on(points: list[tuple[float, float]], x: float, y: float, reach: float) -> bool:
    """Whether a point is near one of the stretches between points."""
    for (x0, y0), (x1, y1) in pairwise(points):
        dx, dy = x1 - x0, y1 - y0
        long = dx * dx + dy * dy
        share = max(0.0, min(1.0, ((x - x0) * dx + (y - y0) * dy) / long)) if long else 0.0
        if (x - x0 - share * dx) ** 2 + (y - y0 - share * dy) ** 2 <= reach * reach:
            return True
    return False

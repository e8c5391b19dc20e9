"""Draws the lines between cards, in device pixels: near ones rounded, far ones plain."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from mspseat_desktop.ui.chart.links import link_path
from mspseat_desktop.ui.chart.pixels import tree_box
from mspseat_desktop.ui.widgets.paint import hairline

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.answers import Link, Rail
    from mspseat_desktop.ui.chart.camera import Camera

Axis: TypeAlias = "Callable[[float], int]"
LINK_RADIUS = 8
LINK_WIDTH = 1.5
TURNED = QTransform(0, 1, 1, 0, 0, 0)
"""Exchanges x and y, for links that lie."""


def draw_links(
    painter: QPainter, links: list[Link[SeatId]], rect: QRect, camera: Camera, color: QColor
) -> None:
    """Draw the connectors as far as a rectangle shows them."""
    left, top, right, bottom = tree_box(rect, camera, LINK_RADIUS + 3 / camera.scale)
    near = [
        link
        for link in links
        if _is_winding(link)
        or (
            link.bottom < bottom
            and link.child_top > top
            and min(link.x, link.bar_left) < right
            and max(link.x, link.bar_right) > left
        )
    ]
    if not near:
        return
    width = max(float(hairline(camera.ratio)), LINK_WIDTH * camera.scale)
    # Lines lie in the middle of a pixel; such as are two or four wide are sharp between two.
    aside = 0.5 if width % 2 == 0 else 0.0
    painter.setPen(QPen(color, width, c=Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-aside, -aside)
    for link in near:
        if _is_winding(link):
            painter.drawPath(_whole(link, camera))
        else:
            _draw_plain(painter, link, rect, camera, color, width)
    painter.translate(aside, aside)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _is_winding(link: Link[SeatId]) -> bool:
    """Whether a link is more than one bar with ends below it."""
    return bool(link.lies or link.rails or link.helpers)


def draw_far_links(
    painter: QPainter, links: list[Link[SeatId]], camera: Camera, color: QColor
) -> None:
    """Draw the connectors of a chart that is seen from far away."""
    width = hairline(camera.ratio)
    lines: list[QRect] = []
    for link in links:
        across, along = _axes(link, camera)
        x, top, bar, bottom = (
            across(link.x),
            along(link.bottom),
            along(link.bar_y),
            along(link.child_top),
        )
        own = [(x, top, x, bar), (across(link.bar_left), bar, across(link.bar_right), bar)]
        own += [(end, bar, end, bottom) for end in map(across, link.child_xs)]
        own += [(x, along(y), across(edge), along(y)) for edge, y in link.helpers]
        if link.lies:
            own = [(y, x, end_y, end_x) for x, y, end_x, end_y in own]
        own += [(across(rail.x), bar, across(rail.x), along(rail.end)) for rail in link.rails]
        lines += [_strip(*each, width) for each in own]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRects(lines)


def _strip(x: int, y: int, end_x: int, end_y: int, width: int) -> QRect:
    """Return the pixels of a line that stands or lies; many are filled faster than drawn."""
    left, top = min(x, end_x) - width // 2, min(y, end_y) - width // 2
    return QRect(left, top, abs(end_x - x) + width, abs(end_y - y) + width)


def _draw_plain(
    painter: QPainter,
    link: Link[SeatId],
    rect: QRect,
    camera: Camera,
    color: QColor,
    width: float,
) -> None:
    at, radius = camera.to_device, LINK_RADIUS * camera.scale
    low, high = rect.left() - radius - 2, rect.right() + radius + 2
    x, top = at(link.x, link.bottom)
    left, bar = at(link.bar_left, link.bar_y)
    right, bottom = at(link.bar_right, link.child_top)
    start, end = min(x, left), max(x, right)
    xs = [at(child, 0)[0] for child in link.child_xs]
    if start < low and end > high and not any(low < each < high for each in (*xs, x)):
        # Nothing but the bar passes here: a filled strip is drawn far faster than a path.
        painter.fillRect(QRectF(low, bar + 0.5 - width / 2, high - low, width), color)
        return
    ends = [each + 0.5 for each in sorted({left, *xs, right})]
    path = link_path(ends, top, x=x + 0.5, bar=bar + 0.5, bottom=bottom, radius=radius)
    painter.drawPath(path)


def _whole(link: Link[SeatId], camera: Camera) -> QPainterPath:
    """Return all lines of a link of any kind."""
    across, along = _axes(link, camera)
    radius = LINK_RADIUS * camera.scale
    x, top = across(link.x) + 0.5, along(link.bottom)
    path = QPainterPath()
    ends = {across(end) for end in (*link.child_xs, *(rail.x for rail in link.rails))}
    if ends:
        ends |= {across(link.bar_left), across(link.bar_right)}
        xs = [end + 0.5 for end in sorted(ends)]
        bar, bottom = along(link.bar_y) + 0.5, along(link.child_top)
        path = link_path(xs, top, x=x, bar=bar, bottom=bottom, radius=radius)
    elif link.helpers:
        path.moveTo(x, top)
        path.lineTo(x, along(link.bar_y) + 0.5)
    for edge, middle in link.helpers:
        path.moveTo(x, along(middle) + 0.5)
        path.lineTo(across(edge), along(middle) + 0.5)
    if link.lies:
        return TURNED.map(path)
    for rail in link.rails:
        _add_rail(path, rail, link.child_top, camera, radius)
    return path


def _add_rail(path: QPainterPath, rail: Rail, top: int, camera: Camera, radius: float) -> None:
    """Add the line along a stack, which turns into the last card."""
    x, start = camera.to_device(rail.x, top)
    edge, end = camera.to_device(rail.x + rail.reach, rail.end)
    turn = min(radius, edge - x, end - start)
    path.moveTo(x + 0.5, start)
    path.lineTo(x + 0.5, end + 0.5 - turn)
    path.quadTo(QPointF(x + 0.5, end + 0.5), QPointF(x + 0.5 + turn, end + 0.5))
    path.lineTo(edge, end + 0.5)
    for middle in rail.middles[:-1]:
        y = camera.to_device(0, middle)[1] + 0.5
        path.moveTo(x + 0.5, y)
        path.lineTo(edge, y)


def _axes(link: Link[SeatId], camera: Camera) -> tuple[Axis, Axis]:
    """Return what turns a place across and one along into device pixels."""
    if link.lies:
        return (lambda place: camera.to_device(0, place)[1]), (
            lambda place: camera.to_device(place, 0)[0]
        )
    return (lambda place: camera.to_device(place, 0)[0]), (
        lambda place: camera.to_device(0, place)[1]
    )

"""The chart looks alike on every screen: what is thin is as thick, and nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.records import Profile, Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.chart.camera import Camera
from mspseat_desktop.ui.chart.frame import FramePainter
from mspseat_desktop.ui.chart.scene import ChartScene

WIDE, HIGH = 300, 200


def painted(theme, *, zoom, ratio):
    """Return a chart of a seat with one report, painted for a screen, and its camera."""
    top, below = SeatId("a"), SeatId("b")
    seats = [Seat(top, None, 1, "A"), Seat(below, top, 1, "B")]
    scene = ChartScene(Client.of([Profile(name="Lakeside"), *seats]), rated=True)
    camera = Camera(width=WIDE, height=HIGH, ratio=ratio, zoom=zoom)
    left, low, right, high = scene.bounds()
    camera.put((left + right) / 2, (low + high) / 2, WIDE / 2, HIGH / 2)
    frame = FramePainter(theme, scene, camera)
    frame.budget_ms = 60_000
    image = QImage(round(WIDE * ratio), round(HIGH * ratio), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    frame.paint(painter, [image.rect()])
    painter.end()
    return image, frame.card_rect(top), frame.card_rect(below)


def thick(theme, image, y):
    """Return how many pixels of a row are not of the ground, those half so counted by half."""
    ground = theme.color("canvas").lightness()
    away = [abs(image.pixelColor(x, y).lightness() - ground) for x in range(image.width())]
    return sum(away) / max(away)


def before_the_surface(image, y, columns):
    """Return how many pixels lie at a card's edge before its surface begins."""
    colours = [image.pixelColor(x, y).lightness() for x in columns]
    return next(n for n, each in enumerate(colours) if each == max(colours))


@pytest.mark.parametrize("zoom", [0.2, 0.3, 0.46, 0.6])
def test_lines_bars_and_edges_of_a_chart_seen_from_afar_are_as_thick_on_every_screen(theme, zoom):
    def measured(ratio):
        image, top, below = painted(theme, zoom=zoom, ratio=ratio)
        line = thick(theme, image, (top.bottom() + below.top()) // 2)
        y, reach = top.center().y(), 12
        bar = before_the_surface(image, y, range(top.left(), top.left() + reach))
        edge = before_the_surface(image, y, range(top.right(), top.right() - reach, -1))
        return line, bar, edge

    usual = measured(1.0)
    for ratio in (1.5, 2.0, 3.0):
        assert [each / ratio for each in measured(ratio)] == pytest.approx(usual, abs=0.4)

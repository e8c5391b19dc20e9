"""The parts that many cards share, painted once per scale: grounds with their edge, and chips."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from mspseat_desktop.layout import cards
from mspseat_desktop.ui.chart.marks import ChipText
from mspseat_desktop.ui.widgets.paint import chip_size, hairline, paint_chip, paint_mark

if TYPE_CHECKING:
    from mspseat_desktop.ui.theme import Theme

RADIUS = 12
BAR = 3
BAR_INSET = 11
MARGIN = 2
"""Device pixels around a card's ground for its shadow, times the scale's whole part."""
SIGN = 18, 14
SIGN_MARK = 6
"""Sizes on the screen of a letter with its mark on a far card."""
LOOKS_HEIGHT = 12
MOST_LOOKS = 99
KEPT = 200
SHADOW_ALPHA = 14


class Ground(NamedTuple):
    """Which ground a card has: its size in device pixels and how it is dressed."""

    width: int
    height: int
    is_provider: bool
    is_open: bool
    is_bare: bool
    """Without the canvas around it, for a card in hand."""
    bar: str
    """The tone of the bar at its left."""
    ratio: float
    """Device pixels per device-independent pixel: thin lines are as thick on every screen."""


class Stamps:
    """Keeps painted grounds and chips; all are forgotten when there are too many."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._grounds: dict[Ground, QPixmap] = {}
        self._chips: dict[tuple[ChipText, float], QPixmap] = {}

    def clear(self) -> None:
        """Forget everything, for another theme."""
        self._grounds.clear()
        self._chips.clear()

    def ground(self, ground: Ground) -> QPixmap:
        """Return a card without words, with its margin around it."""
        found = self._grounds.get(ground)
        if found is None:
            if len(self._grounds) >= KEPT:
                self._grounds.clear()
            found = self._grounds[ground] = self._paint_ground(ground)
        return found

    def chip(self, chip: ChipText, scale: float) -> QPixmap:
        """Return a chip at a scale of device pixels per pixel of the layout."""
        key = chip, scale
        found = self._chips.get(key)
        if found is None:
            if len(self._chips) >= KEPT:
                self._chips.clear()
            found = self._chips[key] = self._paint_chip(chip, scale)
        return found

    def sign(self, chip: ChipText, ratio: float) -> QPixmap:
        """Return a letter with its mark for a far card, the same size at every zoom."""
        key = chip, -ratio  # no scale is below zero, so that it is never mistaken for a chip
        found = self._chips.get(key)
        if found is None:
            if len(self._chips) >= KEPT:
                self._chips.clear()
            found = self._chips[key] = self._paint_sign(chip, ratio)
        return found

    def looks(self, count: int, scale: float) -> QPixmap:
        """Return the triangle with a count that says how much is worth a look."""
        chip = ChipText(str(min(count, MOST_LOOKS)), "partly", icon="triangle-alert")
        return self.tag(chip, scale)

    def tag(self, chip: ChipText, scale: float) -> QPixmap:
        """Return a small chip for a card's upper edge; without words it is its sign alone."""
        key = chip, -scale
        found = self._chips.get(key)
        if found is None:
            if len(self._chips) >= KEPT:
                self._chips.clear()
            found = self._chips[key] = self._paint_tag(chip, scale)
        return found

    def _paint_tag(self, chip: ChipText, scale: float) -> QPixmap:
        theme, high = self._theme, LOOKS_HEIGHT
        font = theme.font(9, QFont.Weight.DemiBold)
        words = QFontMetricsF(font).horizontalAdvance(chip.text) + 4 if chip.text else 0
        wide = high + words
        pixmap = QPixmap(math.ceil(wide * scale), math.ceil(high * scale))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{chip.role}_soft"))
        painter.drawRoundedRect(QRectF(0, 0, wide, high), 4, 4)
        ink = theme.color(f"{chip.role}_text")
        theme.icons.paint(painter, QRectF(2, 1, high - 2, high - 2), chip.icon, ink)
        painter.setFont(font)
        painter.setPen(ink)
        room = QRectF(high, 0, wide - high - 2, high)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, chip.text)
        painter.end()
        return pixmap

    def _paint_sign(self, chip: ChipText, ratio: float) -> QPixmap:
        theme, (wide, high) = self._theme, SIGN
        pixmap = QPixmap(math.ceil(wide * ratio), math.ceil(high * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{chip.role}_soft"))
        painter.drawRoundedRect(QRectF(0, 0, wide, high), 3, 3)
        ink = theme.color(f"{chip.role}_text")
        painter.setPen(ink)
        painter.setFont(theme.font(9, QFont.Weight.DemiBold))
        left = QRectF(0, 0, wide - SIGN_MARK - 1, high)
        painter.drawText(left, Qt.AlignmentFlag.AlignCenter, chip.text)
        place = QRectF(wide - SIGN_MARK - 2, (high - SIGN_MARK) / 2, SIGN_MARK, SIGN_MARK)
        paint_mark(painter, place, chip.mark, ink)
        painter.end()
        return pixmap

    def _paint_chip(self, chip: ChipText, scale: float) -> QPixmap:
        theme = self._theme
        size = chip_size(chip.text, theme, mark=chip.mark, icon=chip.icon)
        pixmap = QPixmap(math.ceil(size.width() * scale), math.ceil(size.height() * scale))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.scale(scale, scale)
        rect = QRectF(0, 0, size.width(), size.height())
        paint_chip(painter, rect, chip.text, chip.role, theme=theme, mark=chip.mark, icon=chip.icon)
        painter.end()
        return pixmap

    def _paint_ground(self, ground: Ground) -> QPixmap:
        """Draw the ground, the edge and the bar that says person or provider."""
        theme, scale = self._theme, ground.width / cards.WIDTH
        margin = margin_of(scale)
        pixmap = QPixmap(ground.width + 2 * margin, ground.height + 2 * margin)
        pixmap.fill(Qt.GlobalColor.transparent if ground.is_bare else theme.color("canvas"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(margin, margin, ground.width, ground.height)
        radius, line = RADIUS * scale, max(hairline(ground.ratio), round(scale))
        shadow = theme.color("shadow").toRgb()
        shadow.setAlpha(SHADOW_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        painter.drawRoundedRect(card.translated(0, min(line, margin)), radius, radius)
        edge = QPen(theme.color("link" if ground.is_open else "line"), line)
        if ground.is_open:
            edge.setDashPattern([3, 2.5])
        painter.setPen(edge)
        painter.setBrush(theme.color("provider_card" if ground.is_provider else "surface"))
        painter.drawRoundedRect(
            card.adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground.bar))
        inset, wide = BAR_INSET * scale, max(hairline(2 * ground.ratio), round(BAR * scale))
        bar = QRectF(margin, margin + inset, wide, max(1.0, ground.height - 2 * inset))
        painter.drawRoundedRect(bar, wide / 3, wide / 3)
        painter.end()
        return pixmap


def margin_of(scale: float) -> int:
    """Return how many device pixels a card's picture has around the card."""
    return MARGIN * max(1, math.ceil(scale))

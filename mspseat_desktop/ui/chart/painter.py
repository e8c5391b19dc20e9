"""Paints a seat's card at any scale."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from mspseat_desktop.language import _
from mspseat_desktop.layout.text import wrap
from mspseat_desktop.ui.chart.faces import LINE, NAME, TITLE, WIDTH
from mspseat_desktop.ui.theme import inter
from mspseat_desktop.ui.widgets.paint import chip_size, paint_avatar, paint_chip

if TYPE_CHECKING:
    from mspseat_desktop.ui.chart.faces import Face
    from mspseat_desktop.ui.chart.marks import ChipText, Marks
    from mspseat_desktop.ui.theme import Theme

RADIUS = 12
LEFT = 15
RIGHT = 12
BAR = 3
AVATAR = 20
TEXT_FROM = 0.5
"""From this zoom on a card shows all its words, below it the title only."""
TITLE_FROM = 0.27
"""Below this zoom cards are plain boxes."""
SMALLEST_TYPE = 10.5

_SHADOW_ALPHA = 14


class CardPainter:
    """Draws cards in a theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self, painter: QPainter, rect: QRect, face: Face, marks: Marks | None, *, zoom: float
    ) -> None:
        """Draw a card into a rectangle of device pixels; `zoom` says how much can be read."""
        scale = rect.width() / WIDTH
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_frame(painter, rect, face)
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        if zoom >= TEXT_FROM:
            self._words(painter, face, marks)
        else:
            self._large_title(painter, face, zoom)
        painter.restore()

    def paint_frame(self, painter: QPainter, rect: QRect, face: Face) -> None:
        """Draw the ground, the edge and the bar that says person or provider."""
        theme, scale = self._theme, rect.width() / WIDTH
        radius, line = RADIUS * scale, max(1.0, round(scale))
        inside = QRectF(rect).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        shadow = theme.color("shadow").toRgb()
        shadow.setAlpha(_SHADOW_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        painter.drawRoundedRect(QRectF(rect).translated(0, line), radius, radius)
        edge = QPen(theme.color("link" if face.is_open else "line"), line)
        if face.is_open:
            edge.setDashPattern([3, 2.5])
        painter.setPen(edge)
        painter.setBrush(theme.color("provider_card" if face.is_provider else "surface"))
        painter.drawRoundedRect(inside, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("provider" if face.is_provider else "person"))
        high = max(1.0, rect.height() - 2 * 11 * scale)
        bar = QRectF(rect.left(), rect.top() + 11 * scale, max(2.0, round(BAR * scale)), high)
        painter.drawRoundedRect(bar, bar.width() / 3, bar.width() / 3)

    def _words(self, painter: QPainter, face: Face, marks: Marks | None) -> None:
        lines = face.title if face.title[0] else (_("Unnamed seat"),)
        painter.setPen(self._theme.color("ink" if face.title[0] else "muted"))
        self._bold_lines(painter, lines, TITLE, top=12, line=19)
        if face.is_provider:
            self._provider_tag(painter, face)
        self._occupant(painter, face)
        self._responsibilities(painter, face)
        if marks is not None:
            self._chips(painter, face, marks)

    def _provider_tag(self, painter: QPainter, face: Face) -> None:
        size = chip_size(_("Provider"), self._theme)
        middle = 12 + 19 * len(face.title) / 2
        at = QRectF(WIDTH - RIGHT - size.width(), middle - 9, size.width(), 18)
        paint_chip(painter, at, _("Provider"), "provider", theme=self._theme)

    def _occupant(self, painter: QPainter, face: Face) -> None:
        theme, top = self._theme, face.occupant_top
        at = QRectF(LEFT, top + (24 - AVATAR) / 2, AVATAR, AVATAR)
        metric = metrics(NAME, QFont.Weight.Normal)
        baseline = top + (24 - metric.height()) / 2 + metric.ascent()
        painter.setFont(theme.font(NAME))
        painter.setPen(theme.color("muted"))
        if face.is_open:
            theme.icons.paint(painter, at.adjusted(2, 2, -2, -2), "user-plus", theme.color("muted"))
            self._text(painter, LEFT + AVATAR + 7, baseline, _("Open seat"))
            return
        self._text(painter, LEFT + AVATAR + 7, baseline, face.occupant)
        paint_avatar(painter, at, face.letters, provider=face.is_provider, theme=theme)
        if face.more:
            words = f"+{face.more}"
            size = chip_size(words, theme)
            left = LEFT + AVATAR + 7 + face.occupant_width + 7
            chip = QRectF(min(left, WIDTH - RIGHT - size.width()), top + 3, size.width(), 18)
            paint_chip(painter, chip, words, "person", theme=theme)

    def _responsibilities(self, painter: QPainter, face: Face) -> None:
        theme = self._theme
        metric = metrics(LINE, QFont.Weight.Normal)
        painter.setFont(theme.font(LINE))
        painter.setPen(theme.color("muted"))
        painter.setBrush(theme.color("link"))
        baseline = face.responsibilities_top + (18 - metric.height()) / 2 + metric.ascent()
        for number, line in enumerate(face.responsibilities):
            self._text(painter, LEFT + 11, baseline + 18 * number, line)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(len(face.responsibilities)):
            middle = face.responsibilities_top + 18 * number + 9.5
            painter.drawEllipse(QPointF(LEFT + 2.5, middle), 1.75, 1.75)

    def _chips(self, painter: QPainter, face: Face, marks: Marks) -> None:
        left = float(LEFT)
        for chip in marks.left:
            left += self._chip(painter, chip, left, face.marks_top) + 6
        if marks.right is not None:
            chip = marks.right
            width = chip_size(chip.text, self._theme, mark=chip.mark, icon=chip.icon).width()
            self._chip(painter, chip, WIDTH - RIGHT - width, face.marks_top)

    def _chip(self, painter: QPainter, chip: ChipText, left: float, top: float) -> float:
        size = chip_size(chip.text, self._theme, mark=chip.mark, icon=chip.icon)
        rect = QRectF(left, top, size.width(), size.height())
        paint_chip(
            painter, rect, chip.text, chip.role, theme=self._theme, mark=chip.mark, icon=chip.icon
        )
        return size.width()

    def _large_title(self, painter: QPainter, face: Face, zoom: float) -> None:
        """Draw the title so large that it can still be read, over as many lines as there are."""
        size = SMALLEST_TYPE / zoom
        line = size * 1.3
        most = min(4, max(1, int((face.height - 16) / line)))
        words = " ".join(face.title) or _("Unnamed seat")
        lines = wrap(words, font="semibold", size=size, width=WIDTH - LEFT - 8, max_lines=most)
        painter.setPen(self._theme.color("ink"))
        top = (face.height - line * len(lines)) / 2
        self._bold_lines(painter, lines, size, top=top, line=line)

    def _bold_lines(
        self, painter: QPainter, lines: tuple[str, ...], size: float, *, top: float, line: float
    ) -> None:
        """Draw lines of a title. Qt knows whole sizes only, so others are drawn to scale."""
        whole = 20
        font = self._theme.font(whole, QFont.Weight.DemiBold)
        metric = metrics(whole, QFont.Weight.DemiBold)
        scale = size / whole
        baseline = top + (line - metric.height() * scale) / 2 + metric.ascent() * scale
        painter.setFont(font)
        painter.scale(scale, scale)
        for number, words in enumerate(lines):
            painter.drawText(QPointF(LEFT, baseline + number * line) / scale, words)
        painter.scale(1 / scale, 1 / scale)

    def _text(self, painter: QPainter, x: float, y: float, text: str) -> None:
        painter.drawText(QPointF(x, y), text)


@lru_cache(maxsize=8)
def metrics(pixels: int, weight: QFont.Weight) -> QFontMetricsF:
    """Return how high the letters of a size are."""
    return QFontMetricsF(inter(pixels, weight))


def link_path(
    xs: list[float], top: float, *, x: float, bar: float, bottom: float, radius: float
) -> QPainterPath:
    """Return the connector from (x, top) by way of the bar to each of xs at `bottom`."""
    path = QPainterPath()
    for end in xs:
        path.moveTo(x, top)
        way = end - x
        if abs(way) < 1:
            path.lineTo(end, bottom)
            continue
        turn = min(radius, abs(way) / 2, bar - top, bottom - bar)
        side = turn if way > 0 else -turn
        path.lineTo(x, bar - turn)
        path.quadTo(x, bar, x + side, bar)
        path.lineTo(end - side, bar)
        path.quadTo(end, bar, end, bar + turn)
        path.lineTo(end, bottom)
    return path

"""Paints a seat's card at any scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from mspseat_desktop.layout import cards
from mspseat_desktop.layout.text import wrap
from mspseat_desktop.ui.widgets.paint import chip_size, paint_avatar, paint_chip

if TYPE_CHECKING:
    from mspseat_desktop.layout.cards import Line
    from mspseat_desktop.ui.chart.faces import Face
    from mspseat_desktop.ui.chart.marks import ChipText, Marks
    from mspseat_desktop.ui.theme import Theme

RADIUS = 12
BAR = 3
BAR_INSET = 11
TEXT_FROM = 0.5
"""From this zoom on a card shows all its words, below it the title only."""
TITLE_FROM = 0.27
"""Below this zoom cards are plain boxes."""
SMALLEST_TYPE = 10.5
"""How large a title alone is drawn at least, in device-independent pixels of the canvas."""
CHIP_GAP = 6

BASE = 20
"""The whole size of type from which sizes with a fraction are drawn."""

_SHADOW_ALPHA = 14
_BOLD = QFont.Weight.DemiBold


class CardPainter:
    """Draws cards in a theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self, painter: QPainter, rect: QRect, face: Face, marks: Marks | None, *, zoom: float
    ) -> None:
        """Draw a card into a rectangle of device pixels; `zoom` says how much can be read."""
        scale = rect.width() / cards.WIDTH
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, rect, face)
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        if zoom >= TEXT_FROM:
            self._words(painter, face)
            if marks is not None:
                self._chips(painter, face, marks)
        else:
            self._large_title(painter, face, zoom)
        painter.restore()

    def _frame(self, painter: QPainter, rect: QRect, face: Face) -> None:
        """Draw the ground, the edge and the bar that says person or provider."""
        theme, scale = self._theme, rect.width() / cards.WIDTH
        radius, line = RADIUS * scale, max(1.0, round(scale))
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
        inside = QRectF(rect).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(inside, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("provider" if face.is_provider else "person"))
        inset = BAR_INSET * scale
        wide = max(2.0, round(BAR * scale))
        bar = QRectF(rect.left(), rect.top() + inset, wide, max(1.0, rect.height() - 2 * inset))
        painter.drawRoundedRect(bar, wide / 3, wide / 3)

    def _words(self, painter: QPainter, face: Face) -> None:
        theme, box = self._theme, face.box
        painter.setPen(theme.color("ink" if face.is_named else "muted"))
        self._lines(painter, box.title, cards.TITLE_SIZE, _BOLD)
        if box.tag is not None and box.tag_text is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("provider_soft"))
            painter.drawRoundedRect(QRectF(*box.tag), 4, 4)
            painter.setPen(theme.color("provider_text"))
            self._lines(painter, (box.tag_text,), cards.TAG_SIZE, QFont.Weight.Medium)
        self._occupant(painter, face)
        painter.setPen(theme.color("muted"))
        self._lines(painter, box.responsibilities, cards.TEXT_SIZE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("link"))
        for x, y in box.bullets:
            painter.drawEllipse(QPointF(x, y), 1.75, 1.75)

    def _occupant(self, painter: QPainter, face: Face) -> None:
        theme, box = self._theme, face.box
        if box.avatar is None or box.occupant is None:
            return
        place = QRectF(*box.avatar)
        painter.setPen(theme.color("muted"))
        self._lines(painter, (box.occupant,), cards.OCCUPANT_SIZE)
        if box.also is not None:
            self._lines(painter, (box.also,), cards.TEXT_SIZE)
        if face.is_open:
            inner = place.adjusted(2, 2, -2, -2)
            theme.icons.paint(painter, inner, "user-plus", theme.color("muted"))
        else:
            paint_avatar(painter, place, face.letters, provider=face.is_provider, theme=theme)

    def _chips(self, painter: QPainter, face: Face, marks: Marks) -> None:
        if face.box.marks is None:
            return
        left, top, width, __ = face.box.marks
        at = left
        for chip in marks.left:
            at += self._chip(painter, chip, at, top) + CHIP_GAP
        if marks.right is not None:
            chip = marks.right
            size = chip_size(chip.text, self._theme, mark=chip.mark, icon=chip.icon)
            self._chip(painter, chip, left + width - size.width(), top)

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
        room = cards.WIDTH - cards.LEFT - 8
        most = min(4, max(1, int((face.box.height - 16) / line)))
        words = " ".join(each.text for each in face.box.title)
        shown = wrap(words, font=cards.TITLE_FONT, size=size, width=room, max_lines=most)
        top = (face.box.height - line * len(shown)) / 2
        painter.setPen(self._theme.color("ink" if face.is_named else "muted"))
        lines = tuple(
            cards.Line(cards.LEFT, top + line * (number + 0.5) + cards.ASCENT * size, words)
            for number, words in enumerate(shown)
        )
        self._lines(painter, lines, size, _BOLD)

    def _lines(
        self,
        painter: QPainter,
        lines: tuple[Line, ...],
        size: float,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        """Draw lines of text. Qt knows whole sizes only, so others are drawn to scale."""
        whole = round(size)
        if whole == size:
            painter.setFont(self._theme.font(whole, weight))
            for line in lines:
                painter.drawText(QPointF(line.x, line.baseline), line.text)
            return
        scale = size / BASE
        painter.setFont(self._theme.font(BASE, weight))
        painter.scale(scale, scale)
        for line in lines:
            painter.drawText(QPointF(line.x, line.baseline) / scale, line.text)
        painter.scale(1 / scale, 1 / scale)


def link_path(
    xs: list[float], top: float, *, x: float, bar: float, bottom: float, radius: float
) -> QPainterPath:
    """Return the connector from (x, top) by way of the bar to each of xs, sorted, at `bottom`.

    No stretch is drawn twice: where two soft edges lie on each other a line looks thicker.
    """
    path = QPainterPath()
    turns = [min(radius, abs(end - x) / 2, bar - top, bottom - bar) for end in xs]
    stem = bar - max((turn for turn, end in zip(turns, xs, strict=True) if end != x), default=0)
    path.moveTo(x, top)
    path.lineTo(x, stem)
    for end, turn in zip(xs, turns, strict=True):
        if abs(end - x) < 1:
            path.moveTo(x, stem)
            path.lineTo(x, bottom)
            continue
        side = turn if end > x else -turn
        if end in (xs[0], xs[-1]):
            path.moveTo(x, stem)
            path.quadTo(x, bar, x + side, bar)
            path.lineTo(end - side, bar)
        else:
            path.moveTo(end - side, bar)
        path.quadTo(end, bar, end, bar + turn)
        path.lineTo(end, bottom)
    return path

"""How candidates side by side are painted: names on top, chips and words in as many lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate

from mspseat_desktop.layout.initials import initials
from mspseat_desktop.ui.candidates.model import CandidatesModel
from mspseat_desktop.ui.coverage.frozen import FrozenHeading
from mspseat_desktop.ui.widgets import (
    chip_size,
    one_line,
    paint_avatar,
    paint_chip,
    paint_focus_ring,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

    from mspseat_desktop.ui.candidates.lines import Line, Spot
    from mspseat_desktop.ui.candidates.model import Index
    from mspseat_desktop.ui.theme import Theme

EDGE = 12
HEAD = 68
GROUP = 30
"""Pixels above the first line of a group, for its heading."""
LEAST = 34
CHIP = 20
LEADING = 16
MOST_LABEL, MOST_WORDS, MOST_DETAIL = 4, 60, 3
LONGEST = 4_000
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def broken(font: QFont, words: str, room: float, *, most: int) -> list[str]:
    """Return the words in lines of that room in pixels, the last one cut with dots."""
    text = " ".join(words[:LONGEST].split())
    if not text:
        return []
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20.0, room))
        start, length = line.textStart(), line.textLength()
        last = len(lines) == most - 1
        lines.append(text[start:] if last else text[start : start + length])
    layout.endLayout()
    if len(lines) == most:
        lines[-1] = one_line(QFontMetricsF(font), lines[-1], room)
    return lines


class SpotPainter(QStyledItemDelegate):
    """Paints every place and says how high its line must be."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how high the place is at the width of its column."""
        model = index.model()
        if not isinstance(model, CandidatesModel):
            return QSize(60, LEAST)
        line, spot = model.line(index), model.spot(index)
        room = self._view.columnWidth(index.column()) - 2 * EDGE
        above = GROUP if line is not None and line.heading else 0
        if line is None:
            return QSize(60, LEAST)
        if spot is None:
            count = len(broken(self._label_font(), line.label, room, most=MOST_LABEL))
            high = count * LEADING + (LEADING if line.tag else 0)
        else:
            high = self._spot_height(spot, room)
        return QSize(60, max(LEAST, high + 14) + above)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, content and, where the keyboard is, a ring."""
        model = index.model()
        line = model.line(index) if isinstance(model, CandidatesModel) else None
        if line is None or not isinstance(model, CandidatesModel):
            return
        theme, rect, state = self._theme, QRectF(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            self._paint_heading(painter, rect, line.heading if index.column() == 0 else "")
            rect.setTop(rect.top() + GROUP)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, theme.color("hover" if hovered else "surface"))
        foot = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(foot, theme.color("line"))
        painter.setClipRect(rect)
        room = rect.adjusted(EDGE, 7, -EDGE, -7)
        spot = model.spot(index)
        if spot is None:
            self._paint_label(painter, room, line)
        else:
            self._paint_spot(painter, room, spot, to_fill=bool(line.field))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect.adjusted(1, 1, -1, -2), theme, radius=6)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, words: str) -> None:
        top = QRectF(rect.left(), rect.top(), rect.width(), GROUP)
        painter.fillRect(top, self._theme.color("rail"))
        edge = QRectF(rect.left(), top.bottom() - 1, rect.width(), 1)
        painter.fillRect(edge, self._theme.color("line"))
        if words:
            font = self._theme.font(11, QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(self._theme.color("muted"))
            room = top.adjusted(EDGE, 4, -4, 0)
            shown = one_line(QFontMetricsF(font), words, room.width())
            painter.drawText(room, _LEFT, shown)

    def _paint_label(self, painter: QPainter, room: QRectF, line: Line) -> None:
        font = self._label_font()
        lines = broken(font, line.label, room.width(), most=MOST_LABEL)
        top = self._write(painter, room, lines, font=font, role="ink")
        if line.tag:
            rest = QRectF(room.left(), top, room.width(), LEADING)
            self._write(painter, rest, [line.tag], font=self._theme.font(11), role="muted")

    def _paint_spot(self, painter: QPainter, room: QRectF, spot: Spot, *, to_fill: bool) -> None:
        theme = self._theme
        if not spot.role:
            words, role = (spot.words, "ink") if spot.words else ("\N{EN DASH}", "muted")
            if to_fill and not spot.words:
                words = "\N{EN DASH}"
            lines = broken(theme.font(12), words, room.width(), most=MOST_WORDS)
            self._write(painter, room, lines, font=theme.font(12), role=role)
            return
        size = chip_size(spot.words, theme, mark=spot.mark)
        chip = QRectF(room.left(), room.top(), min(room.width(), size.width()), CHIP)
        paint_chip(painter, chip, spot.words, spot.role, theme=theme, mark=spot.mark)
        if spot.detail:
            below = room.adjusted(0, CHIP + 3, 0, 0)
            lines = broken(theme.font(11), spot.detail, room.width(), most=MOST_DETAIL)
            self._write(painter, below, lines, font=theme.font(11), role="muted")

    def _write(
        self, painter: QPainter, room: QRectF, lines: list[str], *, font: QFont, role: str
    ) -> float:
        """Write the lines and return where the next one would begin."""
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        top = room.top()
        for words in lines:
            painter.drawText(QRectF(room.left(), top, room.width() + 4, LEADING), _LEFT, words)
            top += LEADING
        return top

    def _spot_height(self, spot: Spot, room: float) -> int:
        if not spot.role:
            lines = broken(self._theme.font(12), spot.words, room, most=MOST_WORDS)
            return max(1, len(lines)) * LEADING
        detail = broken(self._theme.font(11), spot.detail, room, most=MOST_DETAIL)
        return CHIP + (3 + len(detail) * LEADING if detail else 0)

    def _label_font(self) -> QFont:
        return self._theme.font(12, QFont.Weight.Medium)


class NameHeading(FrozenHeading):
    """The candidates' names on top; a click opens what can be done with one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.chosen = -1
        """Number of the column that was chosen, -1 for none."""
        self.setFixedHeight(HEAD)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """Return the usual height."""
        return QSize(100, HEAD)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the left button only."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw avatar, name on two lines and the review it stands by."""
        model, theme = self.model(), self._theme
        box = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(box)
        painter.fillRect(box, theme.color("surface"))
        foot = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(foot, theme.color("line_strong"))
        if isinstance(model, CandidatesModel) and 1 <= section <= len(model.columns):
            column = model.columns[section - 1]
            name, is_provider = column.occupant.name, column.occupant.kind == "provider"
            at = QRectF(box.left() + EDGE, box.top() + 10, 26, 26)
            paint_avatar(painter, at, initials(name), provider=is_provider, theme=theme)
            left = at.right() + 8
            room = box.right() - left - 4
            font = theme.font(12, QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(theme.color("ink"))
            lines = broken(font, name, room, most=2)
            top = box.top() + (8 if len(lines) > 1 else 15)
            for words in lines:
                painter.drawText(QRectF(left, top, room + 4, LEADING), _LEFT, words)
                top += LEADING
            self._paint_state(painter, box, model.states[section - 1], section=section)
        painter.restore()

    def _paint_state(self, painter: QPainter, box: QRectF, words: str, *, section: int) -> None:
        theme = self._theme
        font = theme.font(11)
        chosen = section - 1 == self.chosen
        role = "accent_text" if chosen else "muted"
        painter.setFont(font)
        painter.setPen(theme.color(role))
        room = box.width() - 2 * EDGE
        shown = one_line(QFontMetricsF(font), words, room)
        at = QRectF(box.left() + EDGE, math.floor(box.bottom()) - 24, room, LEADING)
        painter.drawText(at, _LEFT, shown)

"""Draws the rows of the outline, mirrored where one reads from the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.widgets.paint import one_line, paint_mark

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from mspseat_desktop.ui.outline.look import Look
    from mspseat_desktop.ui.theme import Theme

ROW: Final = 38
EDGE: Final = 6
INDENT: Final = 12
ARROW: Final = 16
KIND: Final = 16
SIGN: Final = 18
GAP: Final = 5
LEAST_TEXT: Final = 60
"""Pixels that a title keeps at least, however deep its seat hangs."""
LEVEL: Final = 20
"""Pixels for the number of the level where a seat hangs too deep to be moved in."""
TARGET: Final = 24


@dataclass(frozen=True, slots=True)
class RowState:
    """One row as it is painted; two that are equal look the same."""

    look: Look
    depth: int
    has_arrow: bool
    is_open: bool
    is_selected: bool
    is_path: bool
    """Listed only because of what hangs below it."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where the parts of a row are; every start counts from the edge where one begins to read."""

    rect: QRect
    depth: int
    is_mirrored: bool

    @property
    def deepest(self) -> int:
        """Up to which depth rows are moved in, so that titles keep some room."""
        fixed = EDGE + ARROW + KIND + 2 * GAP + LEVEL + SIGN + GAP + 2 * EDGE
        return max(0, (self.rect.width() - fixed - LEAST_TEXT) // INDENT)

    @property
    def indent(self) -> int:
        """Where the row begins."""
        return EDGE + min(self.depth, self.deepest) * INDENT

    @property
    def text(self) -> int:
        """Where its words begin."""
        level = LEVEL if self.depth > self.deepest else 0
        return self.indent + ARROW + GAP + KIND + GAP + level

    def box(self, start: float, top: float, width: float, height: float) -> QRectF:
        """Return a part of the row in pixels of the list."""
        rect = self.rect
        left = rect.right() + 1 - start - width if self.is_mirrored else rect.left() + start
        return QRectF(left, rect.top() + top, width, height)

    @property
    def arrow(self) -> QRect:
        """Where one folds and unfolds, as large as a target has to be."""
        wide = (TARGET - ARROW) // 2
        return self.box(self.indent - wide, 0, TARGET, self.rect.height()).toRect()

    @property
    def title(self) -> QRect:
        """Where the title is typed over."""
        start = self.text - 8
        return self.box(start, 2, self.rect.width() - start - EDGE, ROW - 4).toRect()


class RowPainter:
    """Paints rows in a theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, place: RowPlace, state: RowState, *, hovered: bool) -> None:
        """Draw one row: ground, arrow, shape of the seat, title over occupant, outcome."""
        theme, look, rect = self._theme, state.look, place.rect
        if state.is_selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if state.is_selected else "hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), 6, 6)
        middle = (ROW - ARROW) / 2
        if state.has_arrow:
            away = "chevron-left" if place.is_mirrored else "chevron-right"
            arrow = "chevron-down" if state.is_open else away
            at = place.box(place.indent, middle, ARROW, ARROW)
            theme.icons.paint(painter, at, arrow, theme.color("muted"))
        kind = theme.color("provider_text" if look.is_provider else "muted")
        at = place.box(place.indent + ARROW + GAP, middle, KIND, KIND)
        theme.icons.paint(painter, at, look.kind_icon, kind)
        end = rect.width() - 2 * EDGE
        if look.role:
            end -= SIGN
            self._sign(painter, place.box(end, (ROW - SIGN) / 2, SIGN, SIGN), look)
            end -= GAP
        self._texts(painter, place, state, end)

    def _texts(self, painter: QPainter, place: RowPlace, state: RowState, end: float) -> None:
        look, start = state.look, place.text
        weight = QFont.Weight.DemiBold if state.is_selected else QFont.Weight.Medium
        painter.setFont(self._theme.font(13, weight))
        ink = "ink" if look.is_named and not state.is_path else "muted"
        painter.setPen(self._theme.color(ink))
        self._line(painter, look.title, place.box(start, 2, end - start, 18))
        painter.setFont(self._theme.font(11))
        painter.setPen(self._theme.color("muted"))
        self._line(painter, look.occupant, place.box(start, 19, end - start, 15))
        if place.depth > place.deepest:
            level = place.box(start - LEVEL, 2, LEVEL - 4, 18)
            self._line(painter, number_text(place.depth + 1), level)

    def _line(self, painter: QPainter, text: str, room: QRectF) -> None:
        shown = one_line(QFontMetricsF(painter.font()), text, room.width())
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, align | Qt.TextFlag.TextSingleLine, shown)

    def _sign(self, painter: QPainter, disc: QRectF, look: Look) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{look.role}_soft"))
        painter.drawEllipse(disc)
        ink = theme.color(f"{look.role}_text")
        if look.icon:
            theme.icons.paint(painter, disc.adjusted(3, 3, -3, -3), look.icon, ink)
        paint_mark(painter, disc.adjusted(5, 5, -5, -5), look.mark, ink)

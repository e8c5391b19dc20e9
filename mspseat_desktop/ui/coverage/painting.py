"""How the coverage map is painted: letters, rows in trouble, headings of two lines and a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mspseat_desktop.ui.coverage.frozen import FrozenHeading
from mspseat_desktop.ui.coverage.model import CoverageModel, Index
from mspseat_desktop.ui.widgets import one_line, paint_focus_ring, paint_mark
from mspseat_desktop.wording.coverage import part_letter

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from mspseat_desktop.domain.vocabulary import CoverPart
    from mspseat_desktop.ui.coverage.grid import Line
    from mspseat_desktop.ui.theme import Theme

ROW = 34
DISC = 22
EDGE = 10
"""Pixels between the edge of a row and its words."""
MORE = 28
"""Pixels at the end of a name that open the menu of its row."""
HEAD = 62
_LINE = 15
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def paint_part(painter: QPainter, rect: QRectF, part: CoverPart, theme: Theme) -> None:
    """Draw what a seat has to do with a function in the middle of a rectangle.

    Accountable is a filled disc, helps an outlined one, declined a cross on a tint, and out of
    the contract a letter in a square: told apart without colour.
    """
    middle = rect.center()
    disc = QRectF(middle.x() - DISC / 2, middle.y() - DISC / 2, DISC, DISC)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = disc.adjusted(0.75, 0.75, -0.75, -0.75)
    ink = "accent_text"
    if part == "accountable":
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(disc)
        ink = "on_accent"
    elif part == "helps":
        painter.setPen(QPen(theme.color("accent"), 1.5))
        painter.drawEllipse(inner)
    elif part == "declined":
        painter.setPen(QPen(theme.color("no"), 1))
        painter.setBrush(theme.color("no_soft"))
        painter.drawEllipse(inner)
        paint_mark(painter, disc.adjusted(7, 7, -7, -7), "cross", theme.color("no"))
    else:
        painter.setPen(QPen(theme.color("muted"), 1.2))
        painter.drawRoundedRect(inner, 5, 5)
        ink = "muted"
    painter.setFont(theme.font(12, QFont.Weight.DemiBold))
    painter.setPen(theme.color(ink))
    painter.drawText(disc, _CENTRE, part_letter(part))
    painter.restore()


class PlacePainter(QStyledItemDelegate):
    """Paints every place of the map."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row; widths come from the table."""
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, content and, where the keyboard is, a ring."""
        model = index.model()
        line = model.line(index) if isinstance(model, CoverageModel) else None
        if line is None or not isinstance(model, CoverageModel):
            return
        theme, rect, state = self._theme, QRectF(option.rect), option.state
        painter.save()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, self._ground(line, hovered=hovered))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line")
        )
        has_keys = bool(state & QStyle.StateFlag.State_HasFocus)
        column = model.column(index)
        if column is not None:
            cover = line.covers.get(column.seat)
            if cover is not None:
                paint_part(painter, rect, cover.part, theme)
                if cover.responsibility is not None:
                    at = QRectF(rect.center().x() + DISC / 2 + 3, rect.center().y() - 6, 12, 12)
                    theme.icons.paint(painter, at, "link", theme.color("muted"))
        elif index.column() == 0:
            self._paint_name(painter, rect, line, more=hovered or has_keys)
        elif line.trouble:
            self._paint_trouble(painter, rect, line)
        if has_keys:
            paint_focus_ring(painter, rect.adjusted(1, 1, -1, -2), theme, radius=6)
        painter.restore()

    def _ground(self, line: Line, *, hovered: bool) -> QColor:
        surface = self._theme.color("surface")
        if hovered:
            return self._theme.color("hover")
        alarms = line.trouble and not line.quiet
        return _between(surface, self._theme.color("no_soft")) if alarms else surface

    def _paint_name(self, painter: QPainter, rect: QRectF, line: Line, *, more: bool) -> None:
        painter.setPen(self._theme.color("ink"))
        room = rect.adjusted(EDGE, 0, -(MORE if more else 6), 0)
        self._paint_words(painter, room, line.function.name, QFont.Weight.Normal)
        if more:
            at = QRectF(rect.right() - MORE + 6, rect.center().y() - 8, 16, 16)
            self._theme.icons.paint(painter, at, "ellipsis", self._theme.color("muted"))

    def _paint_trouble(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        words = line.trouble
        if line.quiet:
            painter.setPen(self._theme.color("muted"))
            room = rect.adjusted(EDGE, 0, -4, 0)
            self._paint_words(painter, room, words, QFont.Weight.Normal)
            return
        ink = self._theme.color("no_text")
        at = QRectF(rect.left() + EDGE, rect.center().y() - 8, 16, 16)
        self._theme.icons.paint(painter, at, "triangle-alert", ink)
        painter.setPen(ink)
        room = rect.adjusted(EDGE + 22, 0, -4, 0)
        self._paint_words(painter, room, words, QFont.Weight.DemiBold)

    def _paint_words(
        self, painter: QPainter, room: QRectF, words: str, weight: QFont.Weight
    ) -> None:
        """Write on one line, or on two smaller ones where it is too long."""
        font = self._theme.font(13, weight)
        shown = one_line(QFontMetricsF(font), words, room.width())
        if shown.endswith("…"):
            font = self._theme.font(12, weight)
            lines = two_lines(QFontMetricsF(font), words, room.width())
        else:
            lines = [shown]
        painter.setFont(font)
        top = room.center().y() - _LINE * len(lines) / 2 - 0.5
        for number, text in enumerate(lines):
            at = QRectF(room.left(), top + number * _LINE, room.width(), _LINE)
            painter.drawText(at, _LEFT, text)


class Heading(FrozenHeading):
    """The seats with who sits there; a click on one opens the menu of its column."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEAD)
        theme.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title on up to two lines and who sits there below it."""
        box = QRectF(rect)
        theme, model = self._theme, self.model()
        painter.save()
        painter.fillRect(box, theme.color("surface"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.color("line"))
        column = model.column_at(section) if isinstance(model, CoverageModel) else None
        bold, plain = theme.font(11, QFont.Weight.DemiBold), theme.font(11)
        painter.setPen(theme.color("muted"))
        if column is None:
            words = model.headerData(section, Qt.Orientation.Horizontal)
            painter.setFont(bold)
            room = box.adjusted(EDGE, 0, -4, -8)
            align = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
            painter.drawText(room, align, str(words))
        else:
            room = box.adjusted(4, 6, -4, -6)
            lines = two_lines(QFontMetricsF(bold), column.title, room.width())
            top = room.bottom() - _LINE * (len(lines) + 1)
            painter.setPen(theme.color("ink"))
            painter.setFont(bold)
            for number, words in enumerate(lines):
                at = QRectF(room.left(), top + number * _LINE, room.width(), _LINE)
                painter.drawText(at, _CENTRE, words)
            painter.setPen(theme.color("muted"))
            painter.setFont(plain)
            below = QRectF(room.left(), room.bottom() - _LINE, room.width(), _LINE)
            holder = one_line(QFontMetricsF(plain), column.holder, room.width())
            painter.drawText(below, _CENTRE, holder)
        painter.restore()


def two_lines(metrics: QFontMetricsF, text: str, room: float) -> list[str]:
    """Return the text on one or two lines broken at a space, the last one cut with dots."""
    flat = " ".join(text[:400].split())
    if metrics.horizontalAdvance(flat) <= room:
        return [flat]
    words = flat.split(" ")
    first = words[0]
    taken = 1
    while taken < len(words) and metrics.horizontalAdvance(f"{first} {words[taken]}") <= room:
        first = f"{first} {words[taken]}"
        taken += 1
    rest = " ".join(words[taken:])
    lines = [one_line(metrics, first, room)]
    return [*lines, one_line(metrics, rest, room)] if rest else lines


def _between(one: QColor, other: QColor) -> QColor:
    """Return the colour half way between two."""
    return QColor(
        (one.red() + other.red()) // 2,
        (one.green() + other.green()) // 2,
        (one.blue() + other.blue()) // 2,
    )

"""The cells of the list, drawn as the rest of the kit is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mspseat_desktop.ui.actions_page.words import COLUMNS, due_told
from mspseat_desktop.ui.widgets import chip_size, one_line, paint_chip, paint_tick_box
from mspseat_desktop.wording.planning import part_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.planning import ActionState
    from mspseat_desktop.ui.actions_page.rows import Row
    from mspseat_desktop.ui.actions_page.table import ActionRows, Index
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.widgets import Mark

HEIGHT = 52
EDGE = 8
LINE = 20
TOP = 6
BOX = 18
CHIP = 18
LONGEST = 600
_TICKS: dict[ActionState, Mark] = {"open": "", "done": "check", "dropped": "minus"}
"""Letters of an action that two lines can need."""
TICK = EDGE + BOX + 10
"""Where the words of an action begin: after its box."""


class ActionPainter(QStyledItemDelegate):
    """Draws the four kinds of cells."""

    def __init__(self, theme: Theme, rows: ActionRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._rows = theme, rows

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return a usual cell; the table sets its heights itself."""
        return QSize(80, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell with its piece of the row's ground."""
        row = self._rows.row_at(index)
        if row is None:
            return
        theme, rect = self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_soft"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        pen = _Cell(painter, rect, theme, mirrored=mirrored)
        column = COLUMNS[index.column()]
        if column == "what":
            self._what(pen, row)
        elif column == "due":
            day, more, tone = due_told(row.action, self._rows.on)
            pen.words(day, EDGE, TOP, role="ink" if row.action.due else "muted")
            pen.words(more, EDGE, TOP + LINE, role=_ink(tone), pixels=12)
        elif column == "who":
            pen.words(row.action.who, EDGE, TOP)
        else:
            pen.words(row.seat, EDGE, TOP)
            pen.words(row.occupant, EDGE, TOP + LINE, role="muted", pixels=12)
        painter.restore()

    def _what(self, pen: _Cell, row: Row) -> None:
        pen.tick(row, EDGE, TOP + 1)
        over = row.state != "open"
        ink = "muted" if over else "ink"
        part, second = part_text(row.action.part), self._rows.second_line(row)
        rest = pen.words(
            row.action.what, TICK, TOP, role=ink, struck=over, cut=bool(part or second)
        )
        if rest:
            pen.words(rest, TICK, TOP + LINE, role=ink, struck=over)
            return
        left = float(TICK)
        if part:
            left += pen.chip(part, TICK, TOP + LINE) + 8
        pen.words(second, left, TOP + LINE, role="muted", pixels=12)


def _ink(tone: str) -> str:
    return "muted" if tone == "muted" else f"{tone}_text"


def _parted(metrics: QFontMetricsF, text: str, room: float) -> tuple[str, str]:
    """Return as many words as fit the room in pixels, at least one, and those after them."""
    words = text[:LONGEST].split()
    fit = 1
    while fit < len(words) and metrics.horizontalAdvance(" ".join(words[: fit + 1])) <= room:
        fit += 1
    return " ".join(words[:fit]), " ".join(words[fit:])


class _Cell:
    """Draws within a cell, measured from its beginning: the left, or the right when mirrored."""

    def __init__(self, painter: QPainter, rect: QRect, theme: Theme, *, mirrored: bool) -> None:
        self._painter, self._rect, self._theme = painter, rect, theme
        self._mirrored = mirrored

    def box(self, start: float, top: float, width: float, height: float) -> QRectF:
        rect = self._rect
        left = rect.right() + 1 - start - width if self._mirrored else rect.left() + start
        return QRectF(left, rect.top() + top, width, height)

    def words(
        self,
        text: str,
        start: float,
        top: float,
        *,
        role: str = "ink",
        pixels: int = 13,
        struck: bool = False,
        cut: bool = True,
    ) -> str:
        """Draw words on one line, cut with dots; a line through them says that it is over.

        Return what did not fit where they are not to be cut but parted at a space.
        """
        font = QFont(self._theme.font(pixels))
        font.setStrikeOut(struck)
        room = max(0.0, self._rect.width() - start - 6)
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color(role))
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        metrics, rest = QFontMetricsF(font), ""
        if not cut:
            text, rest = _parted(metrics, text, room)
        shown = one_line(metrics, text, room)
        at = self.box(start, top, room, LINE)
        self._painter.drawText(at, align | side | Qt.AlignmentFlag.AlignAbsolute, shown)
        return rest

    def chip(self, text: str, start: float, top: float) -> float:
        """Draw a quiet chip and return its width."""
        room = max(0.0, self._rect.width() - start - 6)
        width = min(room, chip_size(text, self._theme).width())
        at = self.box(start, top + 1, width, CHIP)
        paint_chip(self._painter, at, text, "unanswered", theme=self._theme)
        return float(width)

    def tick(self, row: Row, start: float, top: float) -> None:
        """Draw the box: empty while open, with a check when done, with a line when dropped."""
        mark = _TICKS[row.state]
        at = self.box(start, top, BOX, BOX)
        paint_tick_box(self._painter, at, self._theme, mark=mark, quiet=row.state == "dropped")

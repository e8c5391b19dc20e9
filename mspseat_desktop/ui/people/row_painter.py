"""The cells of the list, drawn as the rest of the kit is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mspseat_desktop.language import _
from mspseat_desktop.layout.initials import initials
from mspseat_desktop.ui.people.rows import COLUMNS
from mspseat_desktop.ui.people.words import aside_words, kind_word
from mspseat_desktop.ui.widgets import Mark, chip_size, one_line, paint_avatar, paint_chip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.people.rows import Row
    from mspseat_desktop.ui.people.table import Index, People
    from mspseat_desktop.ui.pictures import Pictures, Shape
    from mspseat_desktop.ui.theme import Theme

AVATAR = 28
EDGE = 8
LINE = 20
CHIP = 18
LEAST = 50
AROUND = 7
FIRST = AROUND - 2
"""Where the first line of words begins, in every column."""


def row_height(seats: int, *, rated: bool) -> int:
    """Return the pixels of a row with so many seats, a chip below each when rated."""
    each = LINE + (CHIP + 4 if rated else 0)
    return max(LEAST, seats * each + 2 * AROUND)


class RowPainter(QStyledItemDelegate):
    """Draws the four kinds of cells."""

    def __init__(
        self, theme: Theme, people: People, parent: QWidget, *, pictures: Pictures
    ) -> None:
        super().__init__(parent)
        self._theme, self._people, self._pictures = theme, people, pictures

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return a usual cell; the table sets its heights itself."""
        return QSize(80, LEAST)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell with its piece of the row's ground."""
        row = self._people.row_at(index)
        if row is None:
            return
        theme, rect = self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_soft"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.color("line"))
        pen = _Pen(painter, rect, mirrored=option.direction == Qt.LayoutDirection.RightToLeft)
        column = COLUMNS[index.column()]
        if column == "name":
            self._name(pen, row)
        elif column == "seats":
            self._seats(pen, row)
        else:
            first, second, tone = self._people.told(row, column)
            pen.words(theme, first, EDGE, FIRST, role="ink")
            role = "muted" if tone == "muted" else f"{tone}_text"
            pen.words(theme, second, EDGE, FIRST + LINE, role=role, pixels=12)
        painter.restore()

    def _name(self, pen: _Pen, row: Row) -> None:
        theme = self._theme
        at = pen.box(EDGE, AROUND + 4, AVATAR, AVATAR)
        self._face(pen.painter, at, row)
        left = EDGE + AVATAR + 10
        pen.words(theme, row.name, left, FIRST, weight=QFont.Weight.DemiBold)
        role = "provider" if row.is_provider else "person"
        pen.chip(theme, kind_word(is_provider=row.is_provider), role, left, FIRST + LINE)

    def _face(self, painter: QPainter, at: QRectF, row: Row) -> None:
        """Draw the picture, or the initials while there is none or it is not loaded yet."""
        ratio = painter.device().devicePixelRatioF()
        shape: Shape = "square" if row.is_provider else "round"
        room = QSize(AVATAR, AVATAR)
        face = self._pictures.pixmap(row.portrait, shape, room, ratio=ratio, soon=True)
        if face.isNull():
            letters = initials(row.name)
            paint_avatar(painter, at, letters, provider=row.is_provider, theme=self._theme)
        else:
            painter.drawPixmap(at, face, QRectF(face.rect()))

    def _seats(self, pen: _Pen, row: Row) -> None:
        theme, top = self._theme, FIRST
        if not row.seats:
            pen.words(theme, _("No seat"), EDGE, FIRST, role="muted")
            return
        chips = self._people.chips(row)
        for place, line in enumerate(row.seats):
            title = line.title or _("unnamed")
            pen.words(theme, title, EDGE, top, aside=aside_words(line.role))
            top += LINE
            if chips:
                words, role = chips[place]
                mark: Mark = "check" if role == "yes" else ""
                pen.chip(theme, words, role, EDGE, top, mark=mark)
                top += CHIP + 4


class _Pen:
    """Draws within a cell, measured from its beginning: the left, or the right when mirrored."""

    def __init__(self, painter: QPainter, rect: QRect, *, mirrored: bool) -> None:
        self.painter = painter
        self._rect, self._mirrored = rect, mirrored

    def box(self, start: float, top: float, width: float, height: float) -> QRectF:
        rect = self._rect
        left = rect.right() + 1 - start - width if self._mirrored else rect.left() + start
        return QRectF(left, rect.top() + top, width, height)

    def words(
        self,
        theme: Theme,
        text: str,
        start: float,
        top: float,
        *,
        role: str = "ink",
        pixels: int = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
        aside: str = "",
    ) -> None:
        """Draw words on one line, cut with dots; what stands `aside` after them is never cut."""
        font = theme.font(pixels, weight)
        metrics = QFontMetricsF(font)
        self.painter.setFont(font)
        room = max(0.0, self._rect.width() - start - 6)
        beside = metrics.horizontalAdvance(f" {aside}") if aside else 0.0
        shown = one_line(metrics, text, room - beside)
        self.painter.setPen(theme.color(role))
        self._line(shown, start, top, room)
        if aside:
            self.painter.setPen(theme.color("muted"))
            after = start + metrics.horizontalAdvance(f"{shown} ")
            self._line(aside, after, top, room)

    def _line(self, words: str, start: float, top: float, room: float) -> None:
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        at = self.box(start, top, room, LINE)
        self.painter.drawText(at, align | side | Qt.AlignmentFlag.AlignAbsolute, words)

    def chip(
        self, theme: Theme, text: str, role: str, start: float, top: float, *, mark: Mark = ""
    ) -> None:
        room = max(0.0, self._rect.width() - start - 6)
        width = min(room, chip_size(text, theme, mark=mark).width())
        at = self.box(start, top + 1, width, CHIP)
        paint_chip(self.painter, at, text, role, theme=theme, mark=mark)

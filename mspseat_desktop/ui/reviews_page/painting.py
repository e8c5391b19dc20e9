"""How the table of reviews is painted: faces, chips with their marks, headings and the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mspseat_desktop.layout.initials import initials
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.reviews_page.columns import RATED
from mspseat_desktop.ui.reviews_page.model import Index, ReviewsModel
from mspseat_desktop.ui.reviews_page.saying import actions_words
from mspseat_desktop.ui.reviews_page.words import (
    BLANK,
    TURN_ROLES,
    bar_chip,
    late_words,
    letter_of,
    mark_role,
    mark_text,
    move_of,
    occupant_words,
    result_aside,
    result_chip,
    seat_words,
)
from mspseat_desktop.ui.widgets import (
    Mark,
    chip_size,
    one_line,
    paint_avatar,
    paint_chip,
    paint_focus_ring,
)
from mspseat_desktop.wording.rounds import turn_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from mspseat_desktop.domain.bar import BarState
    from mspseat_desktop.domain.rounds import Turn
    from mspseat_desktop.domain.standing import Move
    from mspseat_desktop.ui.pictures import Pictures, Shape
    from mspseat_desktop.ui.reviews_page.columns import Column
    from mspseat_desktop.ui.reviews_page.rows import Row
    from mspseat_desktop.ui.theme import Theme

ROW: Final = 44
EDGE: Final = 8
AVATAR: Final = 28
STEP: Final = 14
"""Pixels of indent for each level of the chart."""
DEEPEST: Final = 5
CHIP: Final = 22
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_SHAPES: Final[dict[str, tuple[str, ...]]] = {
    "better": ("up",),
    "worse": ("down",),
    "mixed": ("up", "down"),
    "same": ("equal",),
}

_BAR_MARKS: Final[dict[BarState, Mark]] = {
    "over": "check",
    "below": "cross",
    "undecided": "question",
    "none": "",
}


def paint_shape(painter: QPainter, box: QRectF, shape: str, theme: Theme) -> None:
    """Draw a filled triangle up or down, or two lines for the same."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape == "equal":
        painter.setPen(QPen(theme.color("muted"), 1.5))
        for up in (-2, 2):
            y = box.center().y() + up
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("yes_text" if shape == "up" else "no_text"))
        tip, base = box.top(), box.bottom()
        if shape == "down":
            tip, base = base, tip
        left, right = QPointF(box.left(), base), QPointF(box.right(), base)
        painter.drawPolygon([QPointF(box.center().x(), tip), left, right])
    painter.restore()


class CellPainter(QStyledItemDelegate):
    """Paints every place of the table."""

    def __init__(self, theme: Theme, view: QTableView, *, pictures: Pictures) -> None:
        super().__init__(view)
        self._theme, self._pictures = theme, pictures

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row; widths come from the table."""
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, content and, where the keyboard is, a ring."""
        model = index.model()
        if not isinstance(model, ReviewsModel):
            return
        row, column = model.row_at(index), model.column_at(index)
        if row is None or column is None:
            return
        theme, rect, state = self._theme, QRectF(option.rect), option.state
        painter.save()
        painter.setClipRect(rect)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, theme.color("hover" if hovered else "surface"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, theme.color("line"))
        if column.kind == "seat":
            self._seat(painter, rect, row, is_tree=model.is_tree)
        elif column.kind in RATED:
            self._mark(painter, rect, model, row, column)
        elif column.kind in ("last", "next"):
            self._date(painter, rect, model, row, is_next=column.kind == "next")
        else:
            self._rest(painter, rect, model, row, column)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect.adjusted(1, 1, -1, -2), theme, radius=6)
        painter.restore()

    def _seat(self, painter: QPainter, rect: QRectF, row: Row, *, is_tree: bool) -> None:
        theme = self._theme
        indent = min(row.line.depth, DEEPEST) * STEP if is_tree else 0
        left = rect.left() + EDGE + indent
        face = QRectF(left, rect.center().y() - AVATAR / 2, AVATAR, AVATAR)
        if row.line.occupant is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("faint"), 1.2, Qt.PenStyle.DashLine))
            painter.drawEllipse(face.adjusted(1, 1, -1, -1))
        else:
            self._face(painter, face, row)
        room = QRectF(face.right() + 10, rect.top() + 4, rect.right() - face.right() - 14, 18)
        bold = QFont.Weight.DemiBold
        tone = "muted" if row.line.occupant is None else "ink"
        self._words(painter, room, occupant_words(row), role=tone, weight=bold)
        below = room.translated(0, 18)
        self._words(painter, below, seat_words(row), role="muted", pixels=12)

    def _face(self, painter: QPainter, at: QRectF, row: Row) -> None:
        ratio = painter.device().devicePixelRatioF()
        shape: Shape = "square" if row.is_provider else "round"
        room = QSize(AVATAR, AVATAR)
        face = self._pictures.pixmap(row.portrait, shape, room, ratio=ratio, soon=True)
        if face.isNull():
            letters = initials(row.name)
            paint_avatar(painter, at, letters, provider=row.is_provider, theme=self._theme)
        else:
            painter.drawPixmap(at, face, QRectF(face.rect()))

    def _mark(
        self, painter: QPainter, rect: QRectF, model: ReviewsModel, row: Row, column: Column
    ) -> None:
        if not row.can_be_rated:
            return
        theme, marks = self._theme, model.marks(row)
        words, role = mark_text(column, marks), mark_role(column, marks)
        if column.kind == "value" and marks.unrated_because:
            words = ""
        wide = min(44.0, rect.width() - 8)
        box = QRectF(rect.center().x() - wide / 2, rect.center().y() - CHIP / 2, wide, CHIP)
        paint_chip(painter, box, words, role, theme=theme)
        if marks.is_draft and words != BLANK:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if column.kind == "letter" and letter_of(column) in marks.unexplained:
            at = QRectF(min(box.right() - 5, rect.right() - 13), box.top() - 6, 12, 12)
            theme.icons.paint(painter, at, "circle-alert", theme.color("partly_text"))
        self._move(painter, box, move_of(column, marks))

    def _move(self, painter: QPainter, chip: QRectF, move: Move) -> None:
        if move in ("better", "worse"):
            at = QRectF(chip.right() - 4, chip.top() - 4, 8, 7)
            paint_shape(painter, at, _SHAPES[move][0], self._theme)

    def _date(
        self, painter: QPainter, rect: QRectF, model: ReviewsModel, row: Row, *, is_next: bool
    ) -> None:
        iso = row.next_on if is_next else row.last_on
        day = date_text(iso) if iso else ""
        late = late_words(row, on=model.on) if is_next and model.is_now else ""
        room = rect.adjusted(EDGE, 0, -4, 0)
        if not late:
            self._words(painter, room, day, role="ink", pixels=12)
            return
        top = QRectF(room.left(), room.top() + 4, room.width(), 18)
        bold = QFont.Weight.DemiBold
        self._words(painter, top, day, role="no_text", pixels=12, weight=bold)
        self._words(painter, top.translated(0, 17), late, role="no_text", pixels=11, weight=bold)

    def _rest(
        self, painter: QPainter, rect: QRectF, model: ReviewsModel, row: Row, column: Column
    ) -> None:
        if column.kind == "actions":
            room = rect.adjusted(EDGE, 0, -4, 0)
            self._words(painter, room, actions_words(model, row), role="muted", pixels=12)
            return
        marks = model.marks(row)
        if column.kind == "turn":
            self._turn(painter, rect, marks.turn)
        elif column.kind == "bar":
            words, role = bar_chip(marks)
            if words:
                self._chip(painter, rect, words, role, mark=_BAR_MARKS[marks.bar])
        else:
            words, role = result_chip(row, marks)
            aside = result_aside(marks)
            box = rect.adjusted(0, 0, 0, -16) if aside else rect
            self._chip(painter, box, words, role, mark="check" if role == "yes" else "")
            if aside:
                room = QRectF(rect.left() + EDGE, rect.bottom() - 19, rect.width() - 12, 15)
                tone = "partly_text" if marks.unexplained else "muted"
                self._words(painter, room, aside, role=tone, pixels=11)

    def _chip(
        self, painter: QPainter, rect: QRectF, words: str, role: str, *, mark: Mark = ""
    ) -> None:
        wide = min(rect.width() - EDGE - 2, chip_size(words, self._theme, mark=mark).width())
        box = QRectF(rect.left() + EDGE - 4, rect.center().y() - 10, wide, 20)
        paint_chip(painter, box, words, role, theme=self._theme, mark=mark)

    def _turn(self, painter: QPainter, rect: QRectF, turn: Turn) -> None:
        words, left = turn_text(turn), rect.left() + EDGE
        for shape in _SHAPES.get(turn, ()):
            at = QRectF(left, rect.center().y() - 4, 9, 8)
            paint_shape(painter, at, shape, self._theme)
            left += 12
        role = TURN_ROLES.get(turn, "unanswered")
        tone = "muted" if role == "unanswered" else f"{role}_text"
        room = QRectF(left + 2, rect.top(), rect.right() - left - 4, rect.height())
        bold = QFont.Weight.Normal if role == "unanswered" else QFont.Weight.DemiBold
        self._words(painter, room, words, role=tone, pixels=12, weight=bold)

    def _words(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        *,
        role: str,
        pixels: int = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        font = self._theme.font(pixels, weight)
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        painter.drawText(room, _LEFT, one_line(QFontMetricsF(font), words, room.width()))

"""The lines of the list of differences, and how each is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.layout.text import wrap
from mspseat_desktop.ui.chart.marks import way_chip
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.widgets import one_line, paint_focus_ring, tip_text
from mspseat_desktop.wording.charts import (
    detail_text,
    headings,
    looks_text,
    title_text,
    way_text,
    whole_chart_text,
)

if TYPE_CHECKING:
    from mspseat_desktop.domain.chart_difference import Way
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.versions.comparing import Comparing

_Index = QModelIndex | QPersistentModelIndex
LINE = 18
SMALL = 12.0
MOST_LINES = 4
LEFT = 34
RIGHT = 12
ABOVE = 6
HEADING = 34
MOST = 2_000
"""Lines under one heading; what goes beyond is only counted in the heading."""


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, the chart as a whole, or a seat; one that was removed is a ghost without a card.

    `goes_to` is the seat to show for it: itself, or for a ghost the one that it stood under.
    """

    kind: Literal["heading", "chart", "seat"]
    way: Way
    words: str
    detail: str = ""
    seat: SeatId | None = None
    goes_to: SeatId | None = None

    @property
    def is_ghost(self) -> bool:
        """Whether the seat is in the current chart only."""
        return self.way == "removed"


def rows_of(comparing: Comparing) -> tuple[Row, ...]:
    """Return the lines of the list, heading by heading."""
    before, after = comparing.before, comparing.after
    rows: list[Row] = []
    if looks := looks_text(before.look, after.look):
        rows += [Row("heading", "changed", whole_chart_text()), Row("chart", "changed", *looks)]
    for way, some in headings(comparing.found):
        rows.append(Row("heading", way, f"{way_text(way)}  {number_text(len(some))}"))
        rows += [
            Row(
                "seat",
                way,
                title_text(one, before, after),
                detail_text(one, way, before, after),
                one.seat,
                _place_of(comparing, one.seat),
            )
            for one in some[:MOST]
        ]
    return tuple(rows)


def _place_of(comparing: Comparing, seat: SeatId) -> SeatId | None:
    """Return the seat itself, or the nearest above it that the shown chart has."""
    found: SeatId | None = seat
    while found is not None:
        now = comparing.after.find(Seat, found)
        if now is not None and not now.closed_on:
            return found
        found = comparing.before.seat(found).parent
    return None


class Rows(QAbstractListModel):
    """The lines on show; a heading is passed over by the keyboard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines in order."""
        return self._rows

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: _Index) -> Row | None:
        """Return the line at an index, None for no index."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let everything but headings be chosen; the arrow keys pass over these."""
        row = self.row(index)
        if row is None or row.kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a line; a screen reader hears what happened to the seat too."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(_spoken(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None


def _spoken(row: Row) -> str:
    if row.kind == "heading":
        return row.words
    told = f"{way_text(row.way)}: {row.words}"
    return f"{told}, {row.detail}" if row.detail else told


class RowPainter(QStyledItemDelegate):
    """Paints the lines as wide as the list is."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room for the title and its detail."""
        row = _at(index)
        width = self._view.viewport().width()
        if row is None or row.kind == "heading":
            return QSize(width, HEADING)
        return QSize(width, (1 + len(self._lines(row))) * LINE + 2 * ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground of the chosen line, the sign and the words."""
        row = _at(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(6, 1, -6, -1)
        if row.kind == "heading":
            font = self._theme.font(11, QFont.Weight.DemiBold)
            self._words(painter, rect.adjusted(8, 8, -6, 0), row.words, font=font, role="muted")
        else:
            self._ground(painter, rect, option.state)
            self._seat(painter, rect, row)
        painter.restore()

    def _seat(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        theme, chip = self._theme, way_chip(row.way)
        sign = QRectF(rect.left() + 7, rect.top() + ABOVE + 1, 14, 14)
        theme.icons.paint(painter, sign, chip.icon, theme.color(f"{chip.role}_text"))
        left, top = rect.left() + LEFT - 6, rect.top() + ABOVE - 1
        place = QRectF(left, top, rect.right() - left, LINE)
        font = QFont(theme.font(13, QFont.Weight.Medium))
        font.setStrikeOut(row.is_ghost)
        self._words(painter, place, row.words, font=font, role="muted" if row.is_ghost else "ink")
        for line in self._lines(row):
            place.translate(0, LINE)
            self._words(painter, place, line, font=theme.font(12), role="muted")

    def _words(
        self, painter: QPainter, place: QRectF, words: str, *, font: QFont, role: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, align, one_line(QFontMetricsF(font), words, place.width()))

    def _ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect, 6, 6)
            if self._view.hasFocus():
                paint_focus_ring(painter, rect, theme, radius=6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(rect, 6, 6)

    def _lines(self, row: Row) -> list[str]:
        if not row.detail:
            return []
        # As wide with a scroll bar as without: it must not break lines that call for it.
        bar = self._view.verticalScrollBar().sizeHint().width()
        room = max(80, self._view.width() - bar - LEFT - RIGHT - 6)
        return list(wrap(row.detail, font="regular", size=SMALL, width=room, max_lines=MOST_LINES))


def _at(index: _Index) -> Row | None:
    model = index.model()
    return model.row(index) if isinstance(model, Rows) else None

"""The rows of the list as a model, and how each is painted: a sentence over several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

from mspseat_desktop.language import _
from mspseat_desktop.layout.text import wrap
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.widgets import one_line, paint_focus_ring, tip_text
from mspseat_desktop.wording.health import finding_text, kind_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.worth_a_look.grouping import Row

_Index = QModelIndex | QPersistentModelIndex

LINE = 18
SIZE = 13.0
SMALL = 12.0
MOST_LINES = 6
MOST_REASON = 3
LEFT = 34
RIGHT = 12
ABOVE = 6
HEADING = 34
SHORT = 32
_ICONS = {
    "finding": ("triangle-alert", "partly_text"),
    "accepted": ("check", "muted"),
    "off": ("eye-off", "muted"),
    "more": ("chevron-down", "accent_text"),
}


class Rows(QAbstractListModel):
    """The rows on show; a heading is passed over by the keyboard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._client: Client | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in order."""
        return self._rows

    def show(self, client: Client, rows: tuple[Row, ...]) -> None:
        """Show these rows of a client."""
        self.beginResetModel()
        self._client, self._rows = client, rows
        self.endResetModel()

    def row(self, index: _Index) -> Row | None:
        """Return the row at an index, None for no index."""
        return self._rows[index.row()] if index.isValid() else None

    def words(self, row: Row) -> str:
        """Return what the row says."""
        if row.finding is None or self._client is None:
            return row.words
        return finding_text(self._client, row.finding, dates=date_text)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let everything but headings be chosen; the arrow keys pass over these."""
        row = self.row(index)
        if row is None or row.kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row; a screen reader hears the kind or the reason too."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(self._spoken(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: Row) -> str:
        words = self.words(row)
        if row.accepted is not None:
            return f"{words} {reason_words(row)}"
        return f"{kind_text(row.finding.code)}: {words}" if row.finding is not None else words


def reason_words(row: Row) -> str:
    """Return since when and why it is accepted."""
    if row.accepted is None:
        return ""
    words = _("Accepted on {date}: {reason}").replace("{date}", date_text(row.accepted.on))
    return words.replace("{reason}", " ".join(row.accepted.reason.split()))


class RowPainter(QStyledItemDelegate):
    """Paints the rows as wide as the list is."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room for the row's lines."""
        row, words = _at(index)
        width = self._view.viewport().width()
        if row is None or row.kind == "heading":
            return QSize(width, HEADING)
        if row.kind in ("more", "off"):
            return QSize(width, SHORT)
        lines = len(self._lines(words, MOST_LINES))
        reason = len(self._lines(reason_words(row), MOST_REASON)) if row.accepted else 0
        return QSize(width, (lines + reason) * LINE + 2 * ABOVE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground of the chosen row, the sign and the words."""
        row, words = _at(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(6, 1, -6, -1)
        if row.kind == "heading":
            self._heading(painter, rect, words)
        else:
            self._ground(painter, rect, option.state)
            icon, role = _ICONS[row.kind]
            at = QRectF(rect.left() + 7, rect.top() + ABOVE + 1, 14, 14)
            if row.kind in ("more", "off"):
                at.moveTop(rect.center().y() - 7)
            self._theme.icons.paint(painter, at, icon, self._theme.color(role))
            self._sentence(painter, rect, row, words)
        painter.restore()

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

    def _heading(self, painter: QPainter, rect: QRectF, words: str) -> None:
        font = self._theme.font(11, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        room = rect.adjusted(8, 8, -6, 0)
        shown = one_line(QFontMetricsF(font), words, room.width())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, align, shown)

    def _sentence(self, painter: QPainter, rect: QRectF, row: Row, words: str) -> None:
        theme = self._theme
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        left, top = rect.left() + LEFT - 6, rect.top() + ABOVE - 1
        if row.kind in ("more", "off"):
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("accent_text" if row.kind == "more" else "muted"))
            room = QRectF(left, rect.top(), rect.right() - left - 6, rect.height())
            painter.drawText(room, align, one_line(QFontMetricsF(painter.font()), words, 10_000))
            return
        parts = [(self._lines(words, MOST_LINES), 13, "muted" if row.accepted else "ink")]
        if row.accepted is not None:
            parts.append((self._lines(reason_words(row), MOST_REASON), 12, "ink"))
        for lines, pixels, role in parts:
            painter.setFont(theme.font(pixels))
            painter.setPen(theme.color(role))
            for line in lines:
                room = QRectF(left, top, rect.right() - left, LINE)
                painter.drawText(room, align, line)
                top += LINE

    def _lines(self, words: str, most: int) -> list[str]:
        # As wide with a scroll bar as without: it must not break lines that call for it.
        bar = self._view.verticalScrollBar().sizeHint().width()
        room = max(80, self._view.width() - bar - LEFT - RIGHT - 6)
        return list(wrap(words, font="regular", size=SIZE, width=room, max_lines=most))


def _at(index: _Index) -> tuple[Row | None, str]:
    model = index.model()
    row = model.row(index) if isinstance(model, Rows) else None
    return (row, model.words(row)) if row is not None and isinstance(model, Rows) else (None, "")

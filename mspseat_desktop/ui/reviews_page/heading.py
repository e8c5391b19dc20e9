"""The headings of the table, with the bar in one cell below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.coverage.frozen import FrozenHeading
from mspseat_desktop.ui.coverage.painting import two_lines
from mspseat_desktop.ui.reviews_page.model import ReviewsModel
from mspseat_desktop.ui.reviews_page.painting import EDGE
from mspseat_desktop.ui.widgets import one_line

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from mspseat_desktop.ui.theme import Theme

TITLES: Final = 44
BAND: Final = 34
_LINE: Final = 13
MOST: Final = 3
"""Lines of a title."""
_CENTRED: Final = frozenset({"letter", "value"})


class Heading(FrozenHeading):
    """Titles on up to two lines; under them the bar, over all the core values."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(30)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.show_band(shown=True)
        theme.changed.connect(self.viewport().update)

    def show_band(self, *, shown: bool) -> None:
        """Show the bar below the titles or leave it out."""
        self._has_band = shown
        self.setFixedHeight(TITLES + (BAND if shown else 0))
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the title of a column, and its piece of the bar."""
        model, theme, box = self.model(), self._theme, QRectF(rect)
        if not isinstance(model, ReviewsModel) or section >= len(model.columns):
            return
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, theme.color("surface"))
        self._title(painter, QRectF(box.left(), box.top(), box.width(), TITLES), model, section)
        if self._has_band:
            band = QRectF(box.left(), box.top() + TITLES, box.width(), BAND)
            painter.fillRect(band, theme.color("accent_soft"))
            self._bar(painter, band, model, section)
        else:
            painter.fillRect(
                QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.color("line")
            )
        painter.restore()

    def _title(self, painter: QPainter, box: QRectF, model: ReviewsModel, section: int) -> None:
        column = model.columns[section]
        font = self._theme.font(11, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        centred = column.kind in _CENTRED
        room = box.adjusted(1 if centred else EDGE, 0, -1 if centred else -2, -6)
        lines = broken(QFontMetricsF(font), self._words(model, section), room.width())
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        top = room.bottom() - _LINE * len(lines)
        for number, words in enumerate(lines):
            at = QRectF(room.left(), top + number * _LINE, room.width(), _LINE)
            painter.drawText(at, flags, words)

    def _words(self, model: ReviewsModel, section: int) -> str:
        column = model.columns[section]
        if column.kind == "letter" and self.sectionSize(section) < 56:
            return column.short
        return column.short if column.kind == "actions" else column.title

    def _bar(self, painter: QPainter, band: QRectF, model: ReviewsModel, section: int) -> None:
        """Draw what the bar says across all columns of its kind, cut to this one."""
        kind = model.columns[section].kind
        font = self._theme.font(11, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("accent_text"))
        if kind == "seat":
            room = band.adjusted(EDGE, 0, -4, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, _("The bar"))
            return
        words = {"letter": _("all three yes"), "value": model.bar}.get(kind, "")
        if not words:
            return
        same = [at for at, column in enumerate(model.columns) if column.kind == kind]
        left = band.left() - sum(self.sectionSize(at) for at in same if at < section)
        right = left + sum(self.sectionSize(at) for at in same)
        # The words stay whole in what is in sight, however far the table is scrolled.
        left = max(left, self.sectionSize(0) if self.offset() > 0 else 0.0)
        right = min(right, self.viewport().width())
        room = QRectF(left + 3, band.top(), max(0.0, right - left - 6), BAND)
        lines = two_lines(QFontMetricsF(font), words, room.width())
        top = room.center().y() - _LINE * len(lines) / 2
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
        for number, line in enumerate(lines):
            at = QRectF(room.left(), top + number * _LINE, room.width(), _LINE)
            painter.drawText(at, flags, line)


def broken(metrics: QFontMetricsF, text: str, room: float) -> list[str]:
    """Return a title in at most three lines broken at spaces, the last one cut with dots."""
    found: list[str] = []
    for word in text[:200].split():
        grown = f"{found[-1]} {word}" if found else word
        if found and (len(found) == MOST or metrics.horizontalAdvance(grown) <= room):
            found[-1] = grown
        else:
            found.append(word)
    return [one_line(metrics, line, room) for line in found]

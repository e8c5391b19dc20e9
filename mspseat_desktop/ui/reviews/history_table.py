"""The last reviews of the same occupant in the seat: G, W and C for each date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.domain.pointing import by_subject, calls
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.widgets import Chip, PlainLabel, tip
from mspseat_desktop.wording.outcomes import call_text, letter_mark, letter_name

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from mspseat_desktop.domain.gwc import Call, Letter
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.theme import Theme

LETTER_WIDTH = 18
COLUMN_WIDTH = 44
_DASH = "\N{EN DASH}"


class HistoryTable(QWidget):
    """One column for each earlier review and, in bold, one for this one."""

    def __init__(self, theme: Theme, look: Look) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        for row, letter in enumerate(LETTERS, 1):
            mark = PlainLabel(letter_mark(letter), self, pixels=12, weight=QFont.Weight.DemiBold)
            tip(mark, letter_name(letter))
            grid.addWidget(mark, row, 0)
        columns: list[tuple[str, dict[Letter, Call]]] = [
            (review.on, calls(by_subject(review.answers))) for review in look.earlier
        ]
        columns.append((look.review.on, dict(look.outcome.calls)))
        self._columns: list[list[QWidget]] = []
        for column, (on, made) in enumerate(columns, 1):
            date = _date(on, bold=column == len(columns))
            grid.addWidget(date, 0, column)
            self._columns.append([date])
            for row, letter in enumerate(LETTERS, 1):
                call = made[letter]
                chip = Chip(theme, call_text(call) if call else _DASH, call or "unanswered")
                chip.setAccessibleName(f"{date_text(on)}, {letter_name(letter)}: {call_text(call)}")
                chip.setSizePolicy(
                    chip.sizePolicy().Policy.Expanding, chip.sizePolicy().Policy.Fixed
                )
                grid.addWidget(chip, row, column)
                self._columns[-1].append(chip)
        self._grid = grid
        self._show_newest(len(columns))

    def minimumSizeHint(self) -> QSize:
        """Let the table be narrow: it leaves the oldest reviews out then."""
        return QSize(LETTER_WIDTH + 2 * COLUMN_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many reviews as there is room for, the newest."""
        super().resizeEvent(event)
        self._show_newest(max(2, (event.size().width() - LETTER_WIDTH) // COLUMN_WIDTH))

    def _show_newest(self, most: int) -> None:
        first = max(0, len(self._columns) - most)
        for at, column in enumerate(self._columns):
            self._grid.setColumnStretch(at + 1, 1 if at >= first else 0)
            for widget in column:
                widget.setVisible(at >= first)


def table_key(look: Look) -> tuple[object, ...]:
    """Return what a table shows; another key needs another table."""
    made = tuple(look.outcome.calls.values())
    return look.review.on, made, tuple((r.id, r.on) for r in look.earlier)


def _date(on: str, *, bold: bool) -> PlainLabel:
    day = QDate.fromString(on, "yyyy-MM-dd")
    month = QLocale().standaloneMonthName(day.month(), QLocale.FormatType.ShortFormat)
    words = f"{day.day()} {month}\n{day.year()}" if day.isValid() else on
    weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
    label = PlainLabel(words, pixels=11, weight=weight, tone="" if bold else "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    tip(label, _("This review, {date}").format(date=date_text(on)) if bold else date_text(on))
    return label

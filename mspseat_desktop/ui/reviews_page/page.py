"""The page "Reviews": the whole company at a glance, rated right in the grid."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout

from mspseat_desktop.domain.records import (
    CoreValue,
    Cover,
    Figure,
    Metric,
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    Review,
)
from mspseat_desktop.domain.rounds import bars_shown
from mspseat_desktop.domain.vocabulary import ReviewId
from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.printables import company_printable
from mspseat_desktop.ui.reviews.opening import open_review
from mspseat_desktop.ui.reviews_page.columns import columns_of
from mspseat_desktop.ui.reviews_page.empty import EmptyReviews
from mspseat_desktop.ui.reviews_page.head import Head
from mspseat_desktop.ui.reviews_page.ledger import Ledger
from mspseat_desktop.ui.reviews_page.marks import MarkBook
from mspseat_desktop.ui.reviews_page.rows import Wanted, listed
from mspseat_desktop.ui.reviews_page.share_chart import ShareChart
from mspseat_desktop.ui.reviews_page.table import ReviewsTable
from mspseat_desktop.ui.reviews_page.words import (
    how_to_begin_words,
    nothing_words,
    summary_words,
)
from mspseat_desktop.ui.shortcuts.telling import ratings_hidden_words
from mspseat_desktop.ui.widgets import Ground, PlainLabel
from mspseat_desktop.wording.rounds import bars_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews_page.rows import Row
    from mspseat_desktop.ui.theme import Theme

SIDE = 28
IDLE_MS = 900
"""After a client was opened, until the page is built while nobody waits for it."""
PORTION_MS = 4.0
PAUSE_MS = 6
"""How long a portion of looking at the reviews may take before that, and the pause until the next:
the user comes first."""
LATER_MS = 40
"""Until the bars are drawn, when the lines are on the screen."""
CHOOSE_MS = 150
"""Until the seat of a line is selected in the other views, after the last key."""
_ROWS = (Seat, Seating, Occupant, Review, CoreValue, Profile)
_MARKS = (Answer, Action, Responsibility, Cover, Metric, Figure)
"""What changes marks in lines, but neither lines nor columns."""


class ReviewsPage(Ground):
    """Built on first show; the client is looked at only while the page is shown.

    `review_wanted` carries a ReviewId to open, `seat_wanted` a SeatId to show in the chart,
    `chart_wanted` asks for the chart as such, `preview_wanted` a Printable, `notice` a sentence.
    """

    review_wanted = Signal(object)
    seat_wanted = Signal(object)
    chart_wanted = Signal()
    preview_wanted = Signal(object)
    notice = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._bridge = bridge
        self._theme = theme
        self._ledger = Ledger(bridge.client)
        self._book = MarkBook(bridge, self._ledger)
        self._rows: list[Row] = []
        self._shown_for: tuple[Wanted, bool] | None = None
        self._is_filled = False
        self._is_stale = True
        self._is_built = False
        self._buttons: list[QWidget] = []
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._prepare)
        self._idle.start()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._show_shares)
        self._choosing = QTimer(self)
        self._choosing.setSingleShot(True)
        self._choosing.setInterval(CHOOSE_MS)
        self._choosing.timeout.connect(self.flush)
        self.setAccessibleName(_("Reviews"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bridge.changed.connect(self._hear)
        bridge.ratings_hidden_changed.connect(self._hide_ratings)

    def add_button(self, button: QWidget) -> None:
        """Put another page's button into the head, before the report's."""
        self._buttons.append(button)
        if self._is_built:
            self.head.add_button(button)

    def preview_current(self) -> None:
        """Offer the company as it is shown now, on paper."""
        self._bridge.pending.flush_all()
        wanted = self.head.wanted if self._is_built else Wanted()
        printable = company_printable(self._bridge, wanted.quarter, against=wanted.against)
        self.preview_wanted.emit(printable)

    def open_current(self) -> None:
        """Begin the review of the row that the keyboard is in, or go on with its draft."""
        if self._is_built and self.table.row is not None:
            self._begin(self.table.row)

    # building

    def _build(self) -> None:
        self._is_built = True
        self.head = Head(self._theme, self)
        self.table = ReviewsTable(self._bridge, self._theme, self._book, self)
        self.hint = PlainLabel("", self, tone="muted", wrap=True)
        self.chart = ShareChart(self._theme, self)
        self.empty = EmptyReviews(self._theme, self)
        self.empty.draw.clicked.connect(lambda _on=False: self.chart_wanted.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 20, SIDE, 12)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        column.addWidget(self.chart)
        column.addWidget(self.empty, 1)
        for button in self._buttons:
            self.head.add_button(button)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._listening)
        self.head.changed.connect(self._choose)
        self.head.print_wanted.connect(self.preview_current)
        self.table.opened.connect(self._open)
        self.table.begun.connect(self._begin)
        self.table.last_wanted.connect(self._open_last)
        self.table.seat_wanted.connect(self.seat_wanted)
        self.table.moved.connect(lambda _row: self._select_soon())
        self.table.notice.connect(self.notice)

    def _prepare(self) -> None:
        """Build the page while nobody waits for it, then look at the reviews bit by bit."""
        self._idle.stop()
        if QApplication.activePopupWidget() is not None and not self.isVisible():
            self._idle.start(IDLE_MS)  # somebody is choosing from a list
            return
        if not self._is_built:
            self._build()
        elif not self._is_filled:
            until = time.perf_counter() + PORTION_MS / 1000
            self._is_filled = self._ledger.get_ready(lambda: time.perf_counter() > until)
        if not self._is_filled:
            self._idle.start(PAUSE_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page the first time, and bring it up to date."""
        super().showEvent(event)
        if not self._is_built:
            self._prepare()
        if self._is_stale:
            self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the table."""
        super().focusInEvent(event)
        if self._is_built:
            self._listening.setFocus()

    # keeping up

    def _hear(self, news: News) -> None:
        rows = any(news.change.touched(kind) for kind in _ROWS)
        if not rows and not any(news.change.touched(kind) for kind in _MARKS):
            return
        self._ledger.hear(news.change, news.client)
        self._book.forget()
        if not rows and not self._is_stale:
            self.table.show_marks()
            return
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def _hide_ratings(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def flush(self) -> bool:
        """Select the seat of the line in the other views now, before anything else happens."""
        self._bridge.pending.settle(self)
        self._choosing.stop()
        row = self.table.row
        if row is not None and self._bridge.client.has(Seat, row.line.seat):
            self._bridge.select(row.line.seat)
        return True

    def _choose(self) -> None:
        self._bridge.pending.flush_all()
        self._refresh()

    def _refresh(self) -> None:
        """Show the client as it is now."""
        bridge = self._bridge
        self._is_stale = False
        if not self._is_filled:
            self._is_filled = True
            self._ledger.fill(bridge.client)
        hidden = bridge.ratings_hidden
        self.head.offer(self._ledger.quarters, on=bridge.on, hidden=hidden)
        wanted = self.head.wanted
        if self._shown_for != (wanted, hidden):
            self._shown_for = wanted, hidden
            self._book.forget()
        self._book.is_now = wanted.quarter is None
        self._rows = self._ledger.rows(wanted)
        shown = listed(self._rows, wanted, on=bridge.on)
        model = self.table.reviews
        model.on, model.is_hidden, model.is_tree = bridge.on, hidden, wanted.by == "chart"
        reviews = [row.line.review for row in self._rows if row.line.review]
        bars = bars_shown(bridge.client, reviews, is_now=self._book.is_now)
        model.bar = "" if hidden else bars_text(bars)
        columns = columns_of(bridge.client, self._rows, wanted, hidden=hidden)
        self.table.show_rows(shown, columns)
        self._tell(shown, wanted, hidden=hidden)
        self._show_whether_empty(is_empty=not self._rows and not self._ledger.quarters)
        self.chart.setVisible(not hidden and bool(self._ledger.quarters))
        self._later.start()

    @property
    def _listening(self) -> QWidget:
        """What the keyboard goes to."""
        return self.empty.draw if self.table.isHidden() else self.table

    def _show_whether_empty(self, *, is_empty: bool) -> None:
        """Show how to begin in place of a table without a line."""
        had_focus = self._listening.hasFocus()
        for part in (self.head, self.table):
            part.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        self.setFocusProxy(self._listening)
        if had_focus:
            self._listening.setFocus()

    def _show_shares(self) -> None:
        """Draw the quarters once the rows are on the screen."""
        if self.isVisible() and self.chart.isVisible():
            self.chart.show_shares(self._ledger.shares)

    def _tell(self, shown: Sequence[Row], wanted: Wanted, *, hidden: bool) -> None:
        """Say over the table what the round comes to, and what to do where there is nothing."""
        on, rows = self._bridge.on, self._rows
        self.head.summary.setText(summary_words(rows, wanted, on=on, hidden=hidden))
        if not rows and wanted.quarter is None:
            words = _("There is no seat yet. Draw the chart first, then review its seats here.")
        elif not shown:
            words = nothing_words(wanted.showing)
        elif hidden:
            words = ratings_hidden_words()
        elif not self._ledger.quarters:
            words = how_to_begin_words()
        else:
            words = ""
        self.hint.setText(words)
        self.hint.setVisible(bool(words) and self.empty.isHidden())

    # doing

    def _select_soon(self) -> None:
        """Select the seat of the line in the other views once the keyboard rests there."""
        self._bridge.pending.note(self)
        self._choosing.start()

    def _open(self, row: Row) -> None:
        """Open the draft, the review that is due or missing, or else the latest one."""
        line = row.line
        if line.occupant is None:
            self.seat_wanted.emit(line.seat)
            return
        is_now = self._book.is_now
        if line.draft is not None or (is_now and (not line.review or row.is_due(self._bridge.on))):
            self._begin(row)
        else:
            self._open_last(row)

    def _begin(self, row: Row) -> None:
        if row.line.occupant is None:
            self.notice.emit(_("Nobody sits there yet. Name somebody, then review the seat."))
            return
        review = open_review(self._bridge, row.line.seat, occupant=row.line.occupant)
        if review is not None:
            self.review_wanted.emit(review)

    def _open_last(self, row: Row) -> None:
        if row.line.review is not None:
            self.review_wanted.emit(ReviewId(row.line.review.id))

"""The page "Reports": everything that can be printed of this client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.records import (
    Function,
    Occupant,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Candidate,
    Comparison,
    Review,
)
from mspseat_desktop.domain.rounds import quarter_of
from mspseat_desktop.domain.vocabulary import ReviewId, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.reporting.candidate_card import CandidateCard
from mspseat_desktop.ui.reporting.chart_printables import chart_printable, ways
from mspseat_desktop.ui.reporting.printables import (
    blank_form_printable,
    checklist_printable,
    company_printable,
    coverage_printable,
    day_printable,
    days_with_reviews,
    latest_review,
    review_name,
    review_printable,
    seat_sheet_printable,
)
from mspseat_desktop.ui.reporting.report_card import ReportCard
from mspseat_desktop.ui.reporting.seat_choice import SeatChoice
from mspseat_desktop.ui.reporting.session_cards import SessionCards
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import DropDown, Ground, PlainLabel, ScrollArea
from mspseat_desktop.wording.rounds import quarter_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QShowEvent

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reporting.printable import Printable
    from mspseat_desktop.ui.theme import Theme

WIDEST = 820
LISTED = (Seat, Review, Occupant, Seating, Function, Action, Comparison, Candidate)
"""What the lists and notes of the page are about."""
IDLE_MS = 1200
"""After a client was opened, until the page is built while nobody waits for it."""
IT_BANK = "it_provider"
"""The bank whose questions the ten of the checklist are drawn from."""


class ReportsPage(Ground):
    """The reports as cards, built on first show; `preview_wanted` carries a Printable.

    The page looks at the client only while it is shown, and after an edit only when the edit
    touched something that it lists.
    """

    preview_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self._bridge = bridge
        self._theme = theme
        self._is_stale = True
        self._is_built = False
        self._makers: dict[ReportCard, Callable[[], Printable | None]] = {}
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._build_while_idle)
        self._idle.start()
        self.setAccessibleName(_("Reports"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bridge.changed.connect(self._hear)
        bridge.ratings_hidden_changed.connect(self._refresh_later)

    def _build_while_idle(self) -> None:
        if QApplication.activePopupWidget() is not None:  # somebody is choosing from a list
            self._idle.start()
        else:
            self._build()

    def _build(self) -> None:
        """Make the cards, once: when the page is first wanted, or while nobody waits for it."""
        self._idle.stop()
        if self._is_built:
            return
        self._is_built = True
        self._make_cards()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.chart.preview)

    def _make_cards(self) -> None:
        theme = self._theme
        self.chart = self._card(
            "network",
            _("The chart"),
            about=_("Every seat with who is in it and what it is responsible for."),
            make=self._chart,
        )
        self.chart_way = DropDown(theme, _("How the chart goes on paper"), list(ways()))
        self.chart.add_choice(self.chart_way, width=240)
        self._make_coverage_card()
        self._make_company_card()
        self.review = self._card(
            "clipboard-check",
            _("Seat review"),
            about=_("One seat: the outcome, the evidence, the agreed actions, two signatures."),
            make=self._review,
        )
        self.review_seat = SeatChoice(
            self._bridge, theme, name=_("Seat to print"), closed_too=True, parent=self
        )
        self.review_date = DropDown(theme, _("Which review"), [])
        self.review.add_choice(self.review_seat.picker)
        self.review.add_choice(self.review_date, width=260)
        self.review_seat.changed.connect(self._show_dates)
        self.review_date.currentIndexChanged.connect(self._show_veil_notes)
        self.day = self._card(
            "calendar",
            _("All reviews of a day"),
            about=_("Every review finished on that day in one PDF, each from a new page."),
            make=self._day,
        )
        self.day_date = DropDown(theme, _("Day"), [])
        self.day.add_choice(self.day_date, width=200)
        self.checklist = self._card(
            "list",
            _("Ten questions about a provider"),
            about=_("A first look on one page, blank or as the latest review answers it."),
            make=self._checklist,
        )
        self.checklist_review = DropDown(theme, _("Blank or filled"), [])
        self.checklist.add_choice(self.checklist_review)
        self.checklist_review.currentIndexChanged.connect(self._show_veil_notes)
        self.form = self._card(
            "notebook-pen",
            _("Blank review form"),
            about=_("The questions that this seat is asked, to fill in with a pen."),
            make=self._form,
        )
        self.form_seat = SeatChoice(
            self._bridge, theme, name=_("Seat of the form"), closed_too=False, parent=self
        )
        self.form.add_choice(self.form_seat.picker)
        self.form_seat.changed.connect(self._enable)
        self.candidates = CandidateCard(self._bridge, theme, self, card=self._card)
        self.session = SessionCards(self._bridge, theme, self, card=self._card)

    def _chart(self) -> Printable:
        wanted = self.chart_way.value
        return chart_printable(self._bridge, next(w for w, _words in ways() if w == wanted))

    def _make_coverage_card(self) -> None:
        self.coverage = self._card(
            "layout-grid",
            _("Coverage map"),
            about=_("Who is accountable for each piece of IT, seat by seat."),
            make=lambda: coverage_printable(self._bridge),
        )

    def _make_company_card(self) -> None:
        self.company = self._card(
            "clipboard-list",
            _("The company's reviews"),
            about=_("All seats in one table: ratings, results, next reviews, right over time."),
            make=self._company,
        )
        self.company_round = DropDown(self._theme, _("Round"), [])
        self.company.add_choice(self.company_round, width=200)

    def _company(self) -> Printable:
        start = self.company_round.value
        quarter = quarter_of(start) if isinstance(start, str) else None
        return company_printable(self._bridge, quarter)

    def _card(
        self, icon: str, title: str, *, about: str, make: Callable[[], Printable | None]
    ) -> ReportCard:
        card = ReportCard(self._theme, icon, title=title, about=about)
        card.preview.clicked.connect(lambda: self._preview(card))
        self._makers[card] = make
        return card

    def _lay_out(self) -> None:
        content = Ground("canvas")
        outer = QHBoxLayout(content)
        outer.setContentsMargins(32, 28, 32, 32)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(PlainLabel(_("Reports"), pixels=20, weight=Weight.DemiBold))
        words = _("Look at it first, then save it as PDF or print it.")
        column.addWidget(PlainLabel(words, tone="muted"))
        column.addSpacing(6)
        for card in self._makers:
            column.addWidget(card)
        column.addStretch(1)
        outer.addStretch(1)
        outer.addWidget(inner, 100)
        outer.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(content))

    def preview_current(self) -> None:
        """Ask for the preview of the report that has the keyboard, else of the chart."""
        self._build()
        focus = QApplication.focusWidget()
        cards = (c for c in self._makers if focus is not None and c.isAncestorOf(focus))
        card = next(cards, self.chart)
        self._preview(card if card.preview.isEnabled() else self.chart)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page the first time, and bring its lists up to date."""
        super().showEvent(event)
        self._build()
        self._refresh()

    def _preview(self, card: ReportCard) -> None:
        self._refresh()
        self._bridge.pending.flush_all()
        printable = self._makers[card]()
        if printable is not None:
            self.preview_wanted.emit(printable)

    def _review(self) -> Printable | None:
        review, seat = self.review_date.value, self.review_seat.seat
        if isinstance(review, str) and self._bridge.client.has(Review, review):
            return review_printable(self._bridge, ReviewId(review))
        return None if seat is None else seat_sheet_printable(self._bridge, seat)

    def _day(self) -> Printable | None:
        day = self.day_date.value
        return day_printable(self._bridge, day) if isinstance(day, str) else None

    def _checklist(self) -> Printable | None:
        review = self.checklist_review.value
        return checklist_printable(self._bridge, ReviewId(str(review)) if review else None)

    def _form(self) -> Printable | None:
        seat = self.form_seat.seat
        return None if seat is None else blank_form_printable(self._bridge, seat)

    def _hear(self, news: News) -> None:
        if any(news.change.touched(kind) for kind in LISTED):
            self._refresh_later()

    def _refresh_later(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Show what there is to print now; choices made before stay if they still can."""
        client, selected = self._bridge.client, self._bridge.selection
        first = next(client.chart(), None)
        for choice in (self.review_seat, self.form_seat):
            if choice.seat is None:
                choice.show(selected or _first_to_print(client) or first)
        self.session.refresh(self.form_seat.seat)
        if not self._is_stale:
            return
        self._is_stale = False
        self.candidates.refresh()
        self.review_seat.refresh()
        self.form_seat.refresh()
        _fill(self.day_date, [(day, date_text(day)) for day in days_with_reviews(client)])
        _fill(self.checklist_review, _checklists(client))
        _fill(self.company_round, _rounds(client))
        self._show_dates()

    def _show_dates(self) -> None:
        client, seat = self._bridge.client, self.review_seat.seat
        reviews = client.reviews(seat)[::-1] if seat is not None else ()
        latest = latest_review(client, seat) if seat is not None else None
        dated = [(r.id, _dated(client, r)) for r in reviews]
        _fill(self.review_date, dated, start=latest.id if latest else None)
        self.review_date.setVisible(bool(reviews))
        self._enable()
        self._show_veil_notes()

    def _enable(self) -> None:
        self.review.enable(can=self.review_seat.seat is not None)
        self.form.enable(can=self.form_seat.seat is not None)
        has_map = bool(self._bridge.client.functions())
        self.coverage.enable(can=has_map)
        self.coverage.note("" if has_map else _("Start it on the page Coverage first."))
        has_days = self.day_date.count() > 0
        self.day.enable(can=has_days)
        self.day_date.setVisible(has_days)
        self.day.note("" if has_days else _("No review is finished yet."))

    def _show_veil_notes(self) -> None:
        """Say what a report shows on paper while the screen hides it."""
        hidden = self._bridge.ratings_hidden
        shows = _("Ratings are hidden on screen; they show on paper.") if hidden else ""
        unrated = _("Not reviewed yet: prints the seat's sheet with blank answers.")
        if self.review_seat.seat is None:
            unrated = ""
        self.review.note(shows if self.review_date.count() > 0 else unrated)
        self.chart.note(_("Ratings are hidden: prints without them.") if hidden else "")
        if self.day_date.count():
            self.day.note(shows)
        self.company.note(shows if self.day_date.count() else "")
        self.checklist.note(shows if self.checklist_review.value else "")


def _rounds(client: Client) -> list[tuple[Hashable, str]]:
    """Return now and the quarters with finished reviews by their first days, the newest first."""
    found = {quarter_of(day) for day in days_with_reviews(client)}
    quarters = sorted((quarter for quarter in found if quarter is not None), reverse=True)
    return [("", _("Now")), *((quarter.start, quarter_text(quarter)) for quarter in quarters)]


def _first_to_print(client: Client) -> SeatId | None:
    """Return the first seat of the chart that has been reviewed."""
    reviewed = {r.seat for r in client.every(Review)}
    return next((seat for seat in client.chart() if seat in reviewed), None) if reviewed else None


def _dated(client: Client, review: Review) -> str:
    """Return a review's date, and whose it was when somebody else sits there now."""
    words = _("{date}, draft") if review.state == "draft" else "{date}"
    words = words.replace("{date}", date_text(review.on))
    holder = client.accountable(review.seat)
    if holder is not None and holder.id == review.occupant:
        return words
    whose = review.scene.occupant_name if review.scene is not None else ""
    occupant = client.find(Occupant, review.occupant)
    name = whose or (occupant.name if occupant is not None else "")
    return f"{words}, {name}" if name else words


def _checklists(client: Client) -> list[tuple[Hashable, str]]:
    """Return the blank checklist and one for each IT provider's latest finished review."""
    found: list[tuple[Hashable, str]] = [("", _("Blank"))]
    reviews = (r for r in client.every(Review) if r.state == "finished" and r.bank == IT_BANK)
    latest: dict[tuple[str, str], Review] = {}
    for review in sorted(reviews, key=lambda r: (r.on, r.finished_at)):
        latest[review.seat, review.occupant] = review
    for review in sorted(latest.values(), key=lambda r: r.on, reverse=True):
        words = f"{review_name(client, review)}, {date_text(review.on)}"
        found.append((review.id, words))
    return found


def _fill(
    box: DropDown, items: Sequence[tuple[Hashable, str]], *, start: Hashable | None = None
) -> None:
    """Put other words into a drop-down; what was chosen stays, else `start`, else the first."""
    values = [value for value, _words in items]
    chosen = next((v for v in (box.value, start) if v in values), values[0] if values else None)
    box.blockSignals(True)  # noqa: FBT003 - Qt's own call
    box.clear()
    for value, words in items:
        box.addItem(words, value)
    box.setCurrentIndex(values.index(chosen) if values else -1)
    box.blockSignals(False)  # noqa: FBT003 - Qt's own call
    box.updateGeometry()
    box.update()

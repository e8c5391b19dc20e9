"""The seat panel: everything that is kept about the selected seat, to read and to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.empty import EmptyPanel
from mspseat_desktop.ui.seat_panel.foot import Foot
from mspseat_desktop.ui.seat_panel.header import Header
from mspseat_desktop.ui.seat_panel.metrics_page import MetricsPage
from mspseat_desktop.ui.seat_panel.news import parts_touched
from mspseat_desktop.ui.seat_panel.reviews_page import ReviewsPage
from mspseat_desktop.ui.seat_panel.seat_page import SeatPage
from mspseat_desktop.ui.seat_panel.tab_order import chain, stops
from mspseat_desktop.ui.seat_panel.texts import SeatText
from mspseat_desktop.ui.widgets import Ground, ScrollArea, Separator, TabBar

if TYPE_CHECKING:
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

Tab: TypeAlias = Literal["seat", "metrics", "reviews", "notes"]
TABS: tuple[Tab, ...] = ("seat", "metrics", "reviews", "notes")
WIDTH = 352
LEAST_WIDTH = 300
EDGE = 18


class SeatPanel(QWidget):
    """Follows the bridge's selection and its news; each part is refreshed only when touched.

    `review_wanted(SeatId)` asks for a new or the open review, `ask_wanted(SeatId)` for the
    provider's own answers, `open_review_wanted(ReviewId)` for a review that is there,
    `people_wanted(OccupantId)` for the page "People", `compare_wanted(SeatId)` for the candidates,
    `notice(str)` for a sentence to be told.
    """

    review_wanted = Signal(object)
    ask_wanted = Signal(object)
    open_review_wanted = Signal(object)
    people_wanted = Signal(object)
    compare_wanted = Signal(object)
    notice = Signal(str)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._seat: SeatId | None = None
        self._stops: list[QWidget] = []
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName(_("Seat"))
        self.empty = EmptyPanel(theme, self)
        self.ground = Ground("surface", self)
        self.header = Header(bridge, theme, self.ground)
        self.tabs = TabBar(theme, _("About this seat"), self.ground)
        self.pages = QStackedWidget(self.ground)
        areas = [ScrollArea(parent=self.pages) for _tab in range(3)]
        self.seat_page = SeatPage(bridge, theme, areas[0].viewport())
        self.metrics_page = MetricsPage(bridge, theme, areas[1].viewport())
        self.reviews_page = ReviewsPage(bridge, theme, areas[2].viewport())
        self.notes = SeatText(bridge, self, field="notes")
        self.foot = Foot(theme, self.ground)
        self.review, self.ask = self.foot.review, self.foot.ask
        self._lay_out(areas)
        self.review.clicked.connect(self._want_review)
        self.ask.clicked.connect(self._want_answers)
        self.seat_page.people.people_wanted.connect(self.people_wanted)
        self.seat_page.people.compare_wanted.connect(self.compare_wanted)
        for part in (self.seat_page.latest, self.reviews_page):
            part.open_wanted.connect(self.open_review_wanted)
        self.seat_page.people.arranged.connect(self._chain)
        for rows in (self.seat_page.responsibilities.list, self.metrics_page.list):
            rows.arranged.connect(self._chain)
        bridge.selected.connect(self._show_selection)
        bridge.changed.connect(self._hear)
        bridge.ratings_hidden_changed.connect(self._refresh_ratings)
        self._show_selection()

    def _lay_out(self, areas: list[ScrollArea]) -> None:
        notes_page = QWidget(self.pages)
        notes = QVBoxLayout(notes_page)
        notes.setContentsMargins(18, 12, 18, 16)
        notes.addWidget(self.notes)
        for words in (_("Seat"), _("Metrics"), _("Reviews"), _("Notes")):
            self.tabs.add(words)
        pages = (self.seat_page, self.metrics_page, self.reviews_page)
        for area, page in zip(areas, pages, strict=True):
            _scroll(area, page)
            self.pages.addWidget(area)
        self.pages.addWidget(notes_page)
        self.tabs.currentChanged.connect(self._show_page)
        head = QVBoxLayout()
        head.setContentsMargins(7, 12, 0, 0)
        head.setSpacing(4)
        head.addWidget(self.header)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(5, 0, 0, 0)
        tabs.addWidget(self.tabs, 1)
        head.addLayout(tabs)
        inside = QVBoxLayout(self.ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(Separator(self.ground))
        inside.addWidget(self.pages, 1)
        self.foot_line = Separator(self.ground)
        inside.addWidget(self.foot_line)
        inside.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.ground)

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(WIDTH, 600)

    @property
    def tab(self) -> Tab:
        """Return the tab on show."""
        return TABS[self.tabs.currentIndex()]

    def show_tab(self, name: Tab) -> None:
        """Show a tab."""
        self.tabs.setCurrentIndex(TABS.index(name))

    def focus_title(self) -> None:
        """Put the keyboard into the title, all of it marked."""
        self.header.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.header.title.selectAll()

    def focus_responsibilities(self) -> None:
        """Put the keyboard where the next responsibility is written."""
        self.show_tab("seat")
        if self._seat is not None:
            self.seat_page.responsibilities.list.focus_new()

    def _show_page(self, place: int) -> None:
        self._bridge.pending.flush_all()
        self.pages.setCurrentIndex(place)

    def _show_selection(self) -> None:
        seat = self._open_selection()
        self._seat = seat
        self.ground.setVisible(seat is not None)
        self.empty.setVisible(seat is None)
        if seat is None:
            return
        self._refresh(frozenset({"seat", "people", "responsibilities", "metrics", "reviews"}), seat)
        for place in range(self.pages.count()):
            area = self.pages.widget(place)
            if isinstance(area, ScrollArea):
                area.verticalScrollBar().setValue(0)

    def _open_selection(self) -> SeatId | None:
        seat = self._bridge.selection
        record = self._bridge.client.find(Seat, seat) if seat is not None else None
        return None if record is None or record.closed_on else record.id

    def _hear(self, news: News) -> None:
        if self._open_selection() != self._seat:
            self._show_selection()
        elif self._seat is not None:
            self._refresh(parts_touched(news.change, news.client, self._seat), self._seat)

    def _refresh(self, parts: frozenset[str], seat: SeatId) -> None:
        """Show anew what an edit has touched."""
        client = self._bridge.client
        page = self.seat_page
        if "seat" in parts:
            record = client.seat(seat)
            self.header.show_seat(record)
            for text in (page.purpose, page.needs, self.notes):
                text.show_seat(record)
            page.in_chart.show_seat(seat)
        if parts & {"seat", "lines"}:
            page.also_reports_to.show_seat(seat)
        if "people" in parts:
            self.header.show_kind(seat)
            page.people.show_seat(seat)
        if parts & {"responsibilities", "people", "reviews"}:
            page.fit.show_seat(seat)
            page.responsibilities.show_seat(seat)
            page.latest.show_seat(seat)
        elif "metrics" in parts:
            page.responsibilities.show_help(seat)
        if "metrics" in parts:
            self.metrics_page.show_seat(seat)
            self._count(1, _("Metrics"), len(client.metrics(seat)))
        if parts & {"reviews", "people"}:
            self.reviews_page.show_seat(seat)
            self._count(2, _("Reviews"), len(client.reviews(seat)))
            self._show_foot(seat)
        if parts - {"seat"}:
            self._chain()

    def _chain(self) -> None:
        """Let the Tab key follow the eye; nothing to do while no control came or went."""
        now = list(stops(self.ground))
        if now != self._stops:
            self._stops = now
            chain(now)

    def _count(self, place: int, words: str, count: int) -> None:
        self.tabs.set_words(place, words, count=count or None)

    def _show_foot(self, seat: SeatId) -> None:
        client = self._bridge.client
        held = client.accountable(seat)
        self.foot.setVisible(held is not None)
        self.foot_line.setVisible(held is not None)
        if held is not None:
            has_draft = client.draft(seat, held.id) is not None
            self.foot.show_for(has_draft=has_draft, is_provider=held.kind == "provider")

    def _refresh_ratings(self) -> None:
        if self._seat is not None:
            self._refresh(frozenset({"reviews"}), self._seat)

    def _want_review(self) -> None:
        if self._seat is not None:
            self._bridge.pending.flush_all()
            self.review_wanted.emit(self._seat)

    def _want_answers(self) -> None:
        if self._seat is not None:
            self._bridge.pending.flush_all()
            self.ask_wanted.emit(self._seat)


def _scroll(area: ScrollArea, page: QWidget) -> None:
    """Show the page in the area; its text is as wide with the scroll bar as without."""
    area.hold(page)
    bar = area.verticalScrollBar()
    width = bar.sizeHint().width()

    def fit(_least: int, most: int) -> None:
        layout = page.layout()
        if layout is not None:
            margins = layout.contentsMargins()
            margins.setRight(EDGE - (width if most else 0))
            layout.setContentsMargins(margins)

    bar.rangeChanged.connect(fit)

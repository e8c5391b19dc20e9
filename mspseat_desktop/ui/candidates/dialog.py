"""The comparison of candidates for a seat, over the dimmed window."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu

from mspseat_desktop.content.candidates import candidate_table
from mspseat_desktop.domain.candidates import open_comparison
from mspseat_desktop.domain.edits.candidates import (
    move_candidate,
    remove_candidate,
)
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import Candidate, Comparison
from mspseat_desktop.domain.vocabulary import CandidateId, ComparisonId
from mspseat_desktop.language import _
from mspseat_desktop.ui.candidates.adding import AddCandidate, Known, adding, likely_kind
from mspseat_desktop.ui.candidates.choosing import ask_to_choose
from mspseat_desktop.ui.candidates.lines import Arrangement, lines_of
from mspseat_desktop.ui.candidates.menu import fill_menu
from mspseat_desktop.ui.candidates.sheet import Sheet
from mspseat_desktop.ui.candidates.showing import known_of, show_foot, show_head, states_of
from mspseat_desktop.ui.reviews.overlay import Overlay
from mspseat_desktop.ui.seat_panel.occupant_list import occupant_items
from mspseat_desktop.ui.widgets import NoticeHost
from mspseat_desktop.ui.widgets.menus import pop_up
from mspseat_desktop.wording.candidates import short
from mspseat_desktop.wording.edits import edit_text

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.candidates import Table
    from mspseat_desktop.domain.vocabulary import (
        OccupantId,
        ReviewId,
        SeatId,
    )
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.widgets import PickerItem


class CandidatesDialog(Overlay):
    """A view on the session, as the review is one: each edit is kept at once.

    `review_wanted(OccupantId)` asks for the review of a candidate in this seat, `print_wanted()`
    for the pages, `people_wanted(OccupantId)` for the page "People". A comparison is started with
    its first candidate, so that one who only looks leaves nothing behind.
    """

    review_wanted = Signal(object)
    people_wanted = Signal(object)
    print_wanted = Signal()
    notice = Signal(str)

    def __init__(self, bridge: Bridge, theme: Theme, *, seat: SeatId, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.seat = seat
        self.comparison: ComparisonId | None = None
        self.table: Table | None = None
        self._bridge = bridge
        self._theme = theme
        self._arrangement: Arrangement | None = None
        add = AddCandidate(
            theme, self.sheet, items=self._items, first=lambda: likely_kind(bridge, seat)
        )
        self.parts = Sheet(self.sheet, bridge, theme, add=add)
        self.notices = NoticeHost(theme, self.parts.pages)
        self.notices.setParent(self)
        self._connect()
        self.place_sheet()
        self.show_comparison(self._first())

    def _connect(self) -> None:
        parts, bridge = self.parts, self._bridge
        parts.cross.clicked.connect(lambda _on=False: self.leave())
        parts.print.clicked.connect(lambda _on=False: self.print_wanted.emit())
        parts.again.clicked.connect(lambda _on=False: self.show_comparison(None))
        parts.which.currentIndexChanged.connect(lambda _at: self._turn_to_chosen())
        parts.tabs.currentChanged.connect(lambda _at: self._show_page())
        parts.arrangement.chosen.connect(self._arrange)
        parts.show_ratings.clicked.connect(lambda _on=False: self._show_ratings())
        parts.add.chosen.connect(self.add)
        parts.known.clicked.connect(self._add_known)
        parts.review.clicked.connect(lambda _on=False: self._review_current())
        parts.choose.clicked.connect(lambda _on=False: self._choose_current())
        parts.next_call.notice.connect(self.notices.show)
        grid = parts.grid
        grid.review_wanted.connect(self.review)
        grid.menu_wanted.connect(self._open_menu)
        grid.move_wanted.connect(self.move_candidate)
        grid.notice.connect(self.notices.show)
        grid.current_changed.connect(self._name_buttons)
        bridge.changed.connect(self._hear)
        bridge.ratings_hidden_changed.connect(self.refresh)

    def _first(self) -> ComparisonId | None:
        """Return the comparison to begin with: the undecided one, else the latest."""
        undecided = open_comparison(self._bridge.client, self.seat)
        known = self._bridge.client.owned(Comparison, "seat", self.seat)
        if undecided is not None:
            return undecided.id
        return known[-1].id if known else None

    def show_comparison(self, comparison: ComparisonId | None) -> None:
        """Show a comparison of the seat, None for one that nobody has been put into yet."""
        self._bridge.pending.flush_all()
        self.comparison, self._arrangement = comparison, None
        self.parts.tabs.setCurrentIndex(0)
        self.refresh()
        self.focus()

    def focus(self) -> None:
        """Put the keyboard where one goes on: on the candidates, or where they are added."""
        if self.table is not None and len(self.table.columns) > 1:
            column = self.parts.grid.candidate
            self.parts.grid.go_to(None, column.candidate.id if column else None)
        else:
            self.parts.add.setFocus()

    # what it shows

    def refresh(self, _hidden: object = None) -> None:
        """Show the comparison as it stands; close when its seat is gone."""
        client = self._bridge.client
        if not client.has(Seat, self.seat):
            self.close()
            self.notice.emit(_("This seat is not there any more, so the comparison was closed."))
            return
        if self.comparison is not None and not client.has(Comparison, self.comparison):
            self.comparison = self._first()
        self.table = None
        if self.comparison is not None:
            self.table = candidate_table(client, self.comparison, on=self._bridge.on)
        show_head(self.parts, client, self.seat, self.comparison, self.table)
        self._show_table()
        show_foot(self.parts, client, self.seat, self.table)
        self._name_buttons()
        self._show_page()

    def _show_table(self) -> None:
        parts, hidden = self.parts, self._bridge.ratings_hidden
        table = self.table
        if table is None:
            return
        if self._arrangement is None:
            any_answer = any(cell.value for row in table.rows for cell in row.cells)
            self._arrangement = "differences" if any_answer else "asked"
        parts.arrangement.set_value(self._arrangement)
        states = states_of(self._bridge.client, table)
        lines = lines_of(table, arrangement=self._arrangement, ratings_hidden=hidden)
        parts.grid.show_table(table, states, lines)
        count = parts.next_call.show_table(table)
        parts.tabs.set_words(1, _("For the next call"), count=None if hidden else count)

    def _name_buttons(self) -> None:
        column = self.parts.grid.candidate if self.table is not None else None
        if column is None:
            return
        name = short(column.occupant.name)
        self.parts.review.set_caption(_("Review {name}…").replace("{name}", name))
        self.parts.choose.set_caption(_("Choose {name}…").replace("{name}", name))

    def _show_page(self) -> None:
        parts, hidden = self.parts, self._bridge.ratings_hidden
        empty = self.table is None or not self.table.columns
        side_by_side = parts.tabs.currentIndex() == 0
        page = parts.grid if side_by_side or hidden else parts.next_call
        parts.bar.setVisible(not empty)
        loses = empty and (parts.grid.hasFocus() or parts.next_call.hasFocus())
        parts.pages.setCurrentWidget(parts.empty if empty else page)
        if loses:
            self.focus()
        parts.hidden.setText(_("Ratings are hidden.") if hidden else "")
        parts.show_ratings.setVisible(hidden)
        parts.arrangement.setVisible(side_by_side and not hidden)
        parts.tabs.setTabEnabled(1, not hidden)

    # what is done

    def _show_ratings(self) -> None:
        """Show them, and lead the keyboard from the button, which goes, to what they are in."""
        self._bridge.hide_ratings(hidden=False)
        self.focus()

    def add(self, picked: object) -> None:
        """Add whoever was picked, and go to the candidates once there are two."""
        found = adding(self._bridge, self.seat, self.comparison, picked)
        if found is None:
            return
        comparison, edit = found
        before, self.comparison = self.comparison, comparison
        if not self._bridge.do(edit):
            self.comparison = before
            self.refresh()
            return
        several = self.table is not None and len(self.table.columns) > 1
        if several and not isinstance(picked, str):
            self.focus()
        else:
            self.parts.add.setFocus()

    def _add_known(self) -> None:
        self.add(Known(known_of(self._bridge.client, self.seat)))

    def move_candidate(self, candidate: CandidateId, step: int) -> None:
        """Move a candidate beside the others."""
        if self.table is None:
            return
        names = [column.candidate.id for column in self.table.columns]
        place = names.index(candidate) + step
        if 0 <= place < len(names):
            self._bridge.do(move_candidate(candidate, place))

    def take_out(self, candidate: CandidateId, *, name: str) -> None:
        """Take a candidate out of the comparison; its reviews stay."""
        self._bridge.do(remove_candidate(candidate, name=name))

    def leave(self) -> None:
        """Close; everything is saved."""
        self._bridge.pending.flush_all()
        self.close()

    def _arrange(self, arrangement: object) -> None:
        if arrangement is not None:
            self._arrangement = cast("Arrangement", arrangement)
            self.refresh()

    def _turn_to_chosen(self) -> None:
        chosen = self.parts.which.value
        if isinstance(chosen, str) and chosen != self.comparison:
            self.show_comparison(ComparisonId(chosen))

    def _items(self) -> list[PickerItem]:
        there = self.table.columns if self.table is not None else ()
        return occupant_items(
            self._bridge.client, without=frozenset(column.occupant.id for column in there)
        )

    def _review_current(self) -> None:
        column = self.parts.grid.candidate
        if column is not None:
            self.review(column.candidate.id)

    def review(self, candidate: CandidateId) -> None:
        """Ask for the candidate's review; a finished one is all ratings, so hidden ones hide it."""
        record = self._bridge.client.find(Candidate, candidate)
        if record is None or self._bridge.client.seat(self.seat).closed_on:
            return
        if self.finished_review(record.occupant) and self._bridge.ratings_hidden:
            self.notices.show(_("Ratings are hidden, and this review is full of them."))
        else:
            self.review_wanted.emit(record.occupant)

    def finished_review(self, occupant: OccupantId) -> ReviewId | None:
        """Return the finished review that the candidate stands by, None for a draft or none."""
        for column in self.table.columns if self.table is not None else ():
            review = column.review
            if column.occupant.id == occupant and review and review.state == "finished":
                return review.id
        return None

    def _choose_current(self) -> None:
        column = self.parts.grid.candidate
        if column is not None:
            self.choose(column.candidate.id)

    def choose(self, candidate: CandidateId) -> None:
        """Ask whether to seat the candidate."""
        self._bridge.pending.flush_all()
        if self.table is not None:
            ask_to_choose(
                self._bridge, self._theme, self.table, candidate=candidate, over=self.window()
            )

    def _open_menu(self, candidate: CandidateId, at: QPoint) -> None:
        menu = QMenu(self)
        fill_menu(menu, self, candidate)
        pop_up(menu, at)

    # events

    def _hear(self, news: News) -> None:
        if self.isHidden() and news.client.has(Seat, self.seat):
            return  # a review is on show; what it changed is seen when it is closed
        self.refresh()
        if self.is_closed:
            return
        if news.cause != "do":
            words = _("Undone: {what}") if news.cause == "undo" else _("Done again: {what}")
            self.notices.show(words.replace("{what}", edit_text(news.step.name, news.step.params)))
        elif news.step.name == "choose-candidate":
            self.notices.show(_("Chosen and seated. Undo takes both back."))
            self.parts.cross.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; whatever else is left stays here: the window behind must not hear it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over what was typed and go."""
        if not self.is_closed:
            self._bridge.pending.flush_all()
            self._bridge.changed.disconnect(self._hear)
            self._bridge.ratings_hidden_changed.disconnect(self.refresh)
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
        super().closeEvent(event)

    def areas(self) -> list[QWidget]:
        """Return head, bar, page and foot, as one reads them."""
        return [self.parts.head, self.parts.bar, self.parts.pages, self.parts.foot]

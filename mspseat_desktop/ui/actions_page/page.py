"""The page "Actions": everything that was agreed in reviews, what is overdue at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.actions import drop_action, mark_action
from mspseat_desktop.domain.records import Occupant, Seat
from mspseat_desktop.domain.review_records import Action, Review
from mspseat_desktop.language import _
from mspseat_desktop.ui.actions_page.dropping import DropDialog
from mspseat_desktop.ui.actions_page.foot import Foot
from mspseat_desktop.ui.actions_page.heads import Heads
from mspseat_desktop.ui.actions_page.rows import Wanted, listed, owners, rows_of
from mspseat_desktop.ui.actions_page.table import ActionsTable
from mspseat_desktop.ui.actions_page.words import Showing, count_words, none_words, showing_words
from mspseat_desktop.ui.people.directory import Search
from mspseat_desktop.ui.reporting.session_printables import actions_printable
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    Choice,
    ChoiceRow,
    DropDown,
    Ground,
    PlainLabel,
    QuietButton,
)
from mspseat_desktop.ui.widgets.menus import pop_up

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from mspseat_desktop.domain.vocabulary import ActionId
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.actions_page.rows import Row
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

EDGE = 20
BESIDE = 780
"""From this width on the filters stand beside the search."""
LONGEST = 60


class ActionsPage(Ground):
    """Built on first show; looks at the client only while it is shown.

    `told` says what was done, with a way to take it back; `review_wanted` carries a ReviewId,
    `seat_wanted` a SeatId, `preview_wanted` a Printable, `calendar_wanted` asks for the file.
    """

    told = Signal(str)
    review_wanted = Signal(object)
    seat_wanted = Signal(object)
    preview_wanted = Signal(object)
    calendar_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._bridge, self._theme = bridge, theme
        self._rows: list[Row] = []
        self._is_built = False
        self._is_stale = True
        self.setAccessibleName(_("Actions"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bridge.changed.connect(self._hear)
        bridge.ratings_hidden_changed.connect(self._refresh_later)

    def _build(self) -> None:
        theme = self._theme
        self._is_built = True
        self.count = PlainLabel("", self, tone="muted", elide=True)
        self.calendar = QuietButton(theme, _("Calendar file…"), self, icon="calendar")
        self.search = Search(self)
        self.search.setAccessibleName(_("Search actions"))
        self.search.setPlaceholderText(_("Find an action, owner or seat"))
        self.who = DropDown(theme, _("Owner"), [("", _("Everybody"))], self)
        self.who.setMaximumWidth(190)
        self.showing = ChoiceRow(
            theme,
            _("Show"),
            [Choice(what, words) for what, words in showing_words().items()],
            self,
            size="compact",
            clearable=False,
        )
        self.showing.set_value("open")
        self.heads = Heads(theme, self)
        self.table = ActionsTable(self._bridge, theme, self)
        self.none = PlainLabel("", self, tone="muted", wrap=True)
        self.foot = Foot(self._bridge, theme, self)
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.setSpacing(8)
        head.addWidget(PlainLabel(_("Actions"), self, pixels=20, weight=Weight.DemiBold))
        head.addWidget(self.count, 1)
        head.addWidget(self.calendar)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.who)
        filters.addWidget(self.showing)
        filters.addStretch(1)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.setContentsMargins(EDGE, 0, EDGE, 0)
        self._tools.setSpacing(8)
        self._tools.addWidget(self.search, 1)
        self._tools.addLayout(filters)
        lines = QVBoxLayout()
        lines.setContentsMargins(EDGE - 8, 0, EDGE - 8, 0)
        lines.setSpacing(0)
        lines.addWidget(self.heads)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.none)
        self._filler = QWidget(self)
        lines.addWidget(self._filler, 1)
        self.none.setContentsMargins(8, 14, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self._tools)
        column.addLayout(lines, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.calendar.clicked.connect(lambda _on=False: self.calendar_wanted.emit())
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.key_wanted.connect(self._take_key)
        self.who.currentIndexChanged.connect(lambda _at: self._show())
        self.showing.chosen.connect(lambda _what: self._show())
        table, foot = self.table, self.foot
        table.arranged.connect(self._arrange)
        table.moved.connect(self._show_marked)
        table.typed.connect(self._type)
        table.left.connect(lambda: self.search.setFocus(Qt.FocusReason.BacktabFocusReason))
        table.menu_asked.connect(self.open_menu)
        for signal, button, run in (
            (table.ticked, foot.tick, self.tick),
            (table.drop_asked, foot.drop, self.drop),
            (table.review_asked, foot.review, self._want_review),
            (table.seat_asked, foot.seat, self._want_seat),
        ):
            signal.connect(run)
            button.clicked.connect(lambda _on=False, run=run: run())

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page the first time, and bring it up to date."""
        super().showEvent(event)
        if not self._is_built:
            self._build()
        self._refresh()

    def preview_current(self) -> None:
        """Offer the open actions on paper."""
        self._bridge.pending.flush_all()
        self.preview_wanted.emit(actions_printable(self._bridge))

    def show_overdue(self) -> None:
        """Show what is overdue, of everybody."""
        if self._is_built:
            self.search.clear()
            self.who.set_value("")
            self.showing.set_value("overdue")
            self._show()

    def show_action(self, action: ActionId) -> None:
        """Mark an action; what would hide it is taken away."""
        if not self._is_built:
            return
        if self.table.rows.place_of(action) < 0:
            self.search.clear()
            self.who.set_value("")
            self.showing.set_value("all")
            self._show()
        place = self.table.rows.place_of(action)
        if place >= 0:
            self.table.mark_row(place)
            self.table.setFocus()

    def tick(self) -> None:
        """Mark the action as done today, or open again what is done or dropped."""
        row = self.table.marked
        if row is None:
            return
        is_open = row.state == "open"
        if self._bridge.do(mark_action(row.id, done_on=self._bridge.on if is_open else "")):
            words = _("Done: {what}") if is_open else _("Open again: {what}")
            self.told.emit(words.replace("{what}", _short(row.action)))

    def drop(self) -> None:
        """Ask why nobody will do the marked action, and drop it."""
        row = self.table.marked
        if row is None or row.state != "open":
            return
        dialog = DropDialog(self._theme, row.action.what, self.window())
        dialog.dropped_because.connect(lambda why: self._drop(row, why))
        dialog.open()

    def open_menu(self, at: QPoint) -> QMenu | None:
        """Open the menu of the marked row; None without one."""
        row = self.table.marked
        if row is None:
            return None
        menu, foot = QMenu(self), self.foot
        for button in (foot.tick, foot.drop, foot.review, foot.seat):
            menu.addAction(button.caption, button.click).setEnabled(button.isEnabled())
        pop_up(menu, at)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the filters below the search where there is no room beside."""
        super().resizeEvent(event)
        if self._is_built:
            self._turn_tools(event.size().width())

    def _turn_tools(self, width: int) -> None:
        ways = QBoxLayout.Direction
        self._tools.setDirection(ways.LeftToRight if width >= BESIDE else ways.TopToBottom)

    def _drop(self, row: Row, why: str) -> None:
        if self._bridge.client.has(Action, row.id) and self._bridge.do(
            drop_action(row.id, because=why)
        ):
            self.told.emit(_("Dropped: {what}").replace("{what}", _short(row.action)))
        self.table.setFocus()

    def _want_review(self) -> None:
        row = self.table.marked
        if row is not None:
            self.review_wanted.emit(row.action.review)

    def _want_seat(self) -> None:
        row = self.table.marked
        review = self._bridge.client.find(Review, row.action.review) if row is not None else None
        if review is not None and self.foot.seat.isEnabled():
            self.seat_wanted.emit(review.seat)

    def _hear(self, news: News) -> None:
        if any(news.change.touched(kind) for kind in (Action, Review, Seat, Occupant)):
            self._refresh_later()

    def _refresh_later(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Look at all actions anew; the filters and the mark stay."""
        self._turn_tools(self.width())
        if not self._is_stale:
            return
        self._is_stale = False
        hidden = self._bridge.ratings_hidden
        self._rows = rows_of(self._bridge.client, self._bridge.on, ratings_hidden=hidden)
        self._fill_owners()
        self._show()

    def _fill_owners(self) -> None:
        chosen, known = str(self.who.value or ""), owners(self._rows)
        self.who.blockSignals(True)  # noqa: FBT003 - Qt's own call
        self.who.clear()
        for key, name in [("", _("Everybody")), *known]:
            self.who.addItem(name, key)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self.who.blockSignals(False)  # noqa: FBT003 - Qt's own call
        self.who.updateGeometry()

    def _show(self) -> None:
        showing = cast("Showing", self.showing.value)
        words = " ".join(self.search.text().split())
        rows = listed(self._rows, Wanted(words, showing, str(self.who.value or "")))
        marked = self.table.marked
        had_keyboard = self.table.hasFocus()
        self.table.show_rows(rows, self._bridge.on, marked=marked.id if marked else None)
        self.table.setVisible(bool(rows))
        self.heads.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._filler.setVisible(not rows)
        self.none.setText(none_words(showing, words))
        self._show_marked()
        running = [row for row in self._rows if row.state == "open"]
        self.count.setText(count_words(len(running), sum(row.is_late for row in running)))
        self.setFocusProxy(self.table if rows else self.search)
        if had_keyboard and not rows:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_marked(self) -> None:
        row = self.table.marked
        self.foot.show_row(row)
        # The search line keeps the keyboard, so it has to tell where in the list one is.
        self.search.setAccessibleDescription(row.action.what if row is not None else "")

    def _arrange(self) -> None:
        self.heads.arrange([self.table.columnWidth(at) for at in range(4)])

    def _take_key(self, key: Qt.Key) -> None:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want_review()
        elif key == Qt.Key.Key_Down and not self.search.text() and self.table.marked is not None:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.table.step(key)

    def _type(self, words: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(words)


def _short(action: Action) -> str:
    what = action.what or _("unnamed")
    return what if len(what) <= LONGEST else what[: LONGEST - 1] + "…"

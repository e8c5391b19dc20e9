"""An open client in the window: top bar, rail, the pages and the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenuBar, QSplitter, QVBoxLayout, QWidget

from mspseat_desktop.domain.planning import overdue_count
from mspseat_desktop.domain.records import Profile, Seat, Seating
from mspseat_desktop.domain.review_records import Action, Review
from mspseat_desktop.language import _
from mspseat_desktop.layout.cards import Detail
from mspseat_desktop.ui.actions_page.page import ActionsPage
from mspseat_desktop.ui.chart.view import ViewState as ViewPlace
from mspseat_desktop.ui.coverage.page import CoveragePage
from mspseat_desktop.ui.empty_chart import EmptyChart
from mspseat_desktop.ui.find.over_chart import FindOverChart
from mspseat_desktop.ui.folding import Folding
from mspseat_desktop.ui.outline.panel import WIDTH as OUTLINE_WIDTH
from mspseat_desktop.ui.outline.panel import Outline
from mspseat_desktop.ui.people.page import PeoplePage
from mspseat_desktop.ui.rail import Rail
from mspseat_desktop.ui.reporting.page import ReportsPage
from mspseat_desktop.ui.reviews_page.page import ReviewsPage
from mspseat_desktop.ui.seat_panel.panel import SeatPanel
from mspseat_desktop.ui.status_line import StatusLine
from mspseat_desktop.ui.top_bar import TopBar
from mspseat_desktop.ui.versions.over_pages import ChartsOverPages
from mspseat_desktop.ui.widgets import NoticeHost, PageStack, Separator
from mspseat_desktop.ui.worth_a_look.panel import WIDTH as LIST_WIDTH
from mspseat_desktop.ui.worth_a_look.panel import WorthALook
from mspseat_desktop.ui.worth_a_look.watcher import Watcher
from mspseat_desktop.wording.edits import edit_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.actions import Actions
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.commands import SeatCommands
    from mspseat_desktop.ui.settings import Settings
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.view_state import ViewState

Page = Literal["chart", "people", "coverage", "reviews", "reports", "actions"]
PANEL_WIDTH = 352
READABLE = 0.4
"""The smallest zoom at which a chart is shown whole when it is opened."""
NAMING_MS = 120
"""After the last edit, until undo and redo are named after it."""
_OF_A_SEAT: Final = (
    *("add-sibling", "add-before", "add-parent", "cut", "copy", "duplicate", "duplicate-alone"),
    *("select-branch", "go-above", "delete-alone", "rename", "fold", "delete", "keep-template"),
    *("compare", "go-panel", "go-occupant", "move-earlier", "move-later", "promote", "demote"),
    *("branch-inherit", "branch-down", "branch-right", "branch-stacked", "assistant"),
    *("second-lines", "copy-with-people"),
)
"""What can be done while a seat is selected only."""


class ClientView(QWidget):
    """The pages of one open client; built when it is opened and thrown away when it is closed."""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        actions: Actions,
        settings: Settings,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._actions = actions
        self._settings = settings
        self._before = bridge.client
        self._told_of_sealed = False
        self.top_bar = TopBar(theme, actions, self)
        self.rail = Rail(theme, actions, self)
        # Each is built where it belongs: all that a widget holds is styled again when it moves.
        self.pages = PageStack(self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self.pages)
        self.finding = FindOverChart(bridge, theme, self.split)
        self.chart = self.finding.chart
        self.outline = Outline(bridge, theme, self.split)
        self.view_state: ViewState | None = None
        self.panel = SeatPanel(bridge, theme, self.split)
        self.people = PeoplePage(bridge, theme, self.pages)
        self.coverage = CoveragePage(bridge, theme, self.pages)
        self.reviews = ReviewsPage(bridge, theme, self.pages)
        self.reports = ReportsPage(bridge, theme, self.pages)
        self.agreed = ActionsPage(bridge, theme, self.pages)
        self.status = StatusLine(theme, self)
        self.watcher = Watcher(bridge, self)
        self.looks = WorthALook(bridge, theme, self.watcher, self.split)
        self.charts = ChartsOverPages(bridge, theme, self.chart, self.pages, self)
        self._shown: dict[Page, QWidget] = {
            "chart": self.split,
            "people": self.people,
            "coverage": self.coverage,
            "reviews": self.reviews,
            "reports": self.reports,
            "actions": self.agreed,
        }
        self.printed_pages: dict[
            Page, PeoplePage | CoveragePage | ReviewsPage | ReportsPage | ActionsPage
        ] = {
            "people": self.people,
            "coverage": self.coverage,
            "reviews": self.reviews,
            "reports": self.reports,
            "actions": self.agreed,
        }
        self._lay_out()
        self.notices = NoticeHost(theme, self.chart, owner=self)
        self.empty = EmptyChart(bridge, theme, self.chart)
        self.chart.set_empty_widget(self.empty)
        self.status.show_client(bridge.client)
        self.top_bar.show_client(bridge.client.profile.name)
        bridge.changed.connect(self._hear)
        bridge.selected.connect(self._show_selection)
        bridge.ratings_hidden_changed.connect(self._show_ratings_hidden)
        self._show_ratings_hidden(hidden=bridge.ratings_hidden)
        self._naming = QTimer(self)
        self._naming.setSingleShot(True)
        self._naming.setInterval(NAMING_MS)
        self._naming.timeout.connect(self.name_history)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(NAMING_MS)
        self._counting.timeout.connect(self.count_overdue)
        self.count_overdue()
        self._enable_history()
        self.name_history()
        self._show_selection(bridge.selection)
        self._connect_parts()
        self.show_page("chart")

    def _connect_parts(self) -> None:
        self._before_menus: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)
        self.status.ratings.clicked.connect(self._actions["hide-ratings"].trigger)
        self.notices.keep_clear_of(*self.chart.sight.lids)
        self.chart.show_looks(self.watcher.count_of)
        self.chart.sight.moved.connect(self.watcher.make_way)
        self.chart.sight.cleared.connect(self.notices.step_aside)
        self.watcher.seats_changed.connect(self.chart.recount)
        self.watcher.changed.connect(self._count_looks)
        self._bridge.chosen_changed.connect(self._count_chosen)

    def _lay_out(self) -> None:
        self.panel.setMinimumWidth(300)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        for part in (self.outline, self.looks, self.finding, self.panel):
            self.split.addWidget(part)
            self.split.setStretchFactor(self.split.indexOf(part), part is self.finding)
        self.split.setSizes([OUTLINE_WIDTH, LIST_WIDTH, 10_000, PANEL_WIDTH])
        saved = self._settings.place("chart-columns")
        if not saved.isEmpty():
            self.split.restoreState(saved)
        for shown in self._shown.values():
            self.pages.addWidget(shown)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addWidget(Separator(upright=True))
        body.addWidget(self.charts.panel)
        body.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(Separator())
        column.addWidget(self.charts.bar)
        column.addLayout(body, 1)
        column.addWidget(Separator())
        column.addWidget(self.status)
        visible = self._settings.flag("panel", start=True)
        self.panel.setVisible(visible)
        self._actions["panel"].setChecked(visible)
        # Never open by itself: the client may be looking, perhaps on a projector.
        self.looks.hide()
        self._actions["worth-a-look"].setChecked(False)
        self.outline.hide()

    @property
    def page(self) -> Page:
        """Return the page on show."""
        now = self.pages.currentWidget()
        return next(page for page, shown in self._shown.items() if shown is now)

    @property
    def commands(self) -> SeatCommands:
        """What is done to the selected seat where the keyboard is: in the outline or the chart."""
        return self.outline.tree.commands if self.outline.tree.hasFocus() else self.chart.commands

    def keys_of(self, doing: str) -> tuple[str, ...]:
        """Return the keys that do an action where the keyboard is: in the outline or the chart.

        While it is in the menu bar, that is where it goes back to.
        """
        tree, now = self.outline.tree, QApplication.focusWidget()
        of_tree = tree is (self._before_menus if isinstance(now, QMenuBar) else now)
        return tree.keys_of(doing) if of_tree else self.chart.commands.keys_of(doing)

    def _follow_keyboard(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QMenuBar):
            self._before_menus = before

    def show_page(self, page: Page) -> None:
        """Show a page and give it the keyboard."""
        self._bridge.pending.flush_all()
        self.pages.setCurrentWidget(self._shown[page])
        self.rail.show_page(page)
        main = self.chart if page == "chart" else self._shown[page]
        self.notices.move_to(main)
        main.setFocus()

    def show_seat(self, seat: SeatId) -> None:
        """Show the chart with this seat selected and in view."""
        self.show_page("chart")
        self._bridge.select(seat)
        self.chart.center_on(seat)

    def show_first(self) -> None:
        """Show what was in view when the client was closed.

        The first time it is the whole chart when it can still be read so, else its top at full
        size.
        """
        if self._show_as_before():
            return
        left, top, right, bottom = self.chart.scene.tree.bounds()
        width, height = max(1, right - left), max(1, bottom - top)
        if min(self.chart.width() / width, self.chart.height() / height) >= READABLE:
            self.chart.fit()

    def _show_as_before(self) -> bool:
        before = self.view_state
        if before is None or before.place is None or not len(self.chart.scene.tree):
            return False
        self.chart.restore(ViewPlace(*before.place))
        if before.selected in self.chart.scene:
            self._bridge.select(before.selected)
        return True

    def show_panel(self, *, shown: bool) -> None:
        """Show the seat panel or hide it."""
        self._settings.set_flag("panel", value=shown)
        self.panel.setVisible(shown)

    def keep_focus(self) -> None:
        """Lead the keyboard back to the chart when the button that was pressed went grey."""
        if _has_focus(self.top_bar) and not self._actions["undo"].isEnabled():
            self.chart.setFocus()

    def focus_next_part(self) -> None:
        """Lead the keyboard from the chart to the panel, the rail, the top bar and back."""
        parts: list[QWidget] = [self.top_bar, self.rail, *self.charts.parts]
        if self.page == "chart":
            beside = (self.outline, self.looks, self.finding.bar, self.chart, self.empty)
            parts += [part for part in (*beside, self.panel) if part.isVisible()]
        else:
            parts.append(self._shown[self.page])
        now = [at for at, part in enumerate(parts) if _has_focus(part)]
        for step in range(1, len(parts) + 1):
            part = parts[((now[-1] if now else 1) + step) % len(parts)]
            target = _first_stop(part)
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def refresh_actions(self) -> None:
        """Set each action by what is open and selected."""
        self._enable_history()
        self.name_history()
        self._show_selection(self._bridge.selection)

    def keep_places(self) -> None:
        """Remember the sizes that the user gave the parts."""
        self._settings.keep_place("chart-columns", self.split.saveState())
        if self.view_state is not None:
            shown, current = self.chart.state(), self._bridge.charts.current
            is_drawn_so = self.chart.scene.client.look == current.look  # it opens with that one
            self.view_state.place = (shown.zoom, shown.x, shown.y) if is_drawn_so else None
            self.view_state.keep()

    def say(self, news: News) -> None:
        """Tell what undo or redo did."""
        words = _("Undone: {what}") if news.cause == "undo" else _("Done again: {what}")
        text = words.replace("{what}", edit_text(news.step.name, news.step.params))
        if news.skipped_sealed and not self._told_of_sealed:
            self._told_of_sealed = True
            text += ". " + _("A finished review that was printed or saved stays as it is.")
        if news.stays:
            text += ". " + _("The name stays, because another chart needs it.")
        self.notices.show(text)

    def _hear(self, news: News) -> None:
        self.notices.hear_edit()
        if news.cause == "do":
            self._told_of_sealed = False
        self.status.hear(news, self._before)
        self._before = news.client
        if news.change.touched(Profile):
            self.top_bar.show_client(news.client.profile.name)
        if news.change.touched(Seat):
            self._count_chosen()
        if news.change.touched(Seating):
            self._enable_review()
        if news.change.touched(Action) or news.change.touched(Review):
            self._counting.start()
        self._enable_history()

    def _count_chosen(self) -> None:
        self.status.show_chosen(len(self._bridge.chosen))

    def _count_looks(self) -> None:
        self.status.show_looks(self.watcher.count, ratings_hidden=self._bridge.ratings_hidden)
        self._counting.start()  # another day may have come

    def count_overdue(self) -> None:
        """Say in the status line how many actions are overdue."""
        self._counting.stop()
        self.status.show_overdue(overdue_count(self._bridge.client, self._bridge.on))

    def _enable_history(self) -> None:
        """Enable undo and redo at once; their names wait until nobody edits for a moment."""
        for doing, step in (
            ("undo", self._bridge.undo_step()),
            ("redo", self._bridge.redo_step()),
        ):
            action = self._actions[doing]
            if action.isEnabled() != (step is not None):
                action.setEnabled(step is not None)
        self._naming.start()

    def name_history(self) -> None:
        """Write into menu and tooltips what undo and redo would do."""
        self._naming.stop()
        for doing, words, step in (
            ("undo", _("Undo"), self._bridge.undo_step()),
            ("redo", _("Redo"), self._bridge.redo_step()),
        ):
            name = edit_text(step.name, step.params) if step else ""
            text = f"{words}: {name}".replace("&", "&&") if name else words
            action = self._actions[doing]
            if action.text() != text:
                action.setText(text)

    def use_state(self, state: ViewState) -> None:
        """Take over how the client was looked at before; it is written down at the end."""
        self.view_state = state
        Folding.of(self._bridge).use_state(state)
        if state.detail is not Detail.MARKS:
            self.chart.show_detail(state.detail)
        self.chart.colouring.legend.want(wanted=state.legend)
        if state.colour_by != "kind":
            self.chart.colouring.show(state.colour_by)

    def _show_selection(self, seat: SeatId | None) -> None:
        if self.view_state is not None:
            self.view_state.selected = seat
        for doing in _OF_A_SEAT:
            self._actions[doing].setEnabled(seat is not None)
        self._enable_review()

    def _enable_review(self) -> None:
        """A review is of somebody: an open seat has none."""
        seat = self._bridge.selection
        held = seat is not None and self._bridge.client.accountable(seat) is not None
        if self._actions["review"].isEnabled() != held:
            self._actions["review"].setEnabled(held)

    def _show_ratings_hidden(self, hidden: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        self._actions["hide-ratings"].setChecked(hidden)
        self.status.show_ratings(hidden=hidden)


def _has_focus(part: QWidget) -> bool:
    return part.hasFocus() or any(child.hasFocus() for child in part.findChildren(QWidget))


def _first_stop(part: QWidget) -> QWidget | None:
    """Return what takes the Tab key first in this part of the window."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled():
        return part
    for child in part.findChildren(QWidget):
        stops = child.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stops and child.isEnabled() and child.isVisible():
            return child
    return None

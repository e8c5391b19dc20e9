"""The page "People": everybody who sits somewhere, or may, in a list with a form beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout

from mspseat_desktop.domain.edits.people import add_occupant, remove_occupant
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import OccupantId, OccupantKind
from mspseat_desktop.language import _
from mspseat_desktop.ui.people.directory import Directory
from mspseat_desktop.ui.people.empty import EmptyPeople
from mspseat_desktop.ui.people.form import OccupantForm
from mspseat_desktop.ui.reporting.chart_printables import chart_printable
from mspseat_desktop.ui.seat_panel.menus import add_step
from mspseat_desktop.ui.shortcuts.telling import with_keys
from mspseat_desktop.ui.widgets import Ground
from mspseat_desktop.ui.widgets.matching import fold
from mspseat_desktop.ui.widgets.menus import pop_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.widgets import PickerList

LEAST_LIST = 440
LEAST_FORM = 330
FORM = 420
IDLE_MS = 250
"""After a client was opened, until the page is built while nobody waits for it."""


class PeoplePage(Ground):
    """Built in idle moments, at the latest on first show.

    `seat_wanted` carries a SeatId to show in the chart, `preview_wanted` a Printable, `notice` a
    sentence, `forget_wanted` an OccupantId to remove for good, `lifted` an OccupantId whose row is
    dragged and the point on the screen. The page looks at the client only while it is shown.
    """

    seat_wanted = Signal(object)
    preview_wanted = Signal(object)
    notice = Signal(object)
    forget_wanted = Signal(object)
    lifted = Signal(object, QPoint)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self._bridge = bridge
        self._theme = theme
        self._chosen: OccupantId | None = None
        self._is_stale = True
        self._is_shared_out = False
        self._steps = self._building()
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._build_on)
        self._idle.start()
        self.setAccessibleName(_("People"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bridge.changed.connect(self._hear)
        bridge.ratings_hidden_changed.connect(self._refresh_ratings)

    @property
    def chosen(self) -> OccupantId | None:
        """Return whose form is shown, None while there is nobody."""
        return self._chosen

    def preview_current(self) -> None:
        """Offer the chart: it is the paper on which everybody stands."""
        self._bridge.pending.flush_all()
        self.preview_wanted.emit(chart_printable(self._bridge))

    def show_occupant(self, occupant: OccupantId) -> None:
        """Show the form of one, now if the page is on show, else as soon as it is."""
        if not self._bridge.client.has(Occupant, occupant):
            return
        self._bridge.pending.flush_all()
        self._chosen = occupant
        self._is_stale = True
        if self.isVisible():
            self.list.show_all_of(self._bridge.client.get(Occupant, occupant).kind)
            self._refresh()

    def show_contract(self, occupant: OccupantId) -> None:
        """Show the form of a provider at its contract, the keyboard in the day to give notice."""
        self.show_occupant(occupant)
        if self.isVisible() and self._chosen == occupant:
            self.form.enter_contract()

    def focus_row(self) -> None:
        """Put the keyboard on the marked row."""
        self.list.focus_row()

    def give_seat(self) -> PickerList | None:
        """List the seats to give to the chosen one, below its row; None while there is nobody."""
        self._bridge.pending.flush_all()
        if self._chosen is None:
            return None
        table = self.list.table
        table.scrollTo(table.currentIndex())
        shown = table.isVisible() and table.people.place_of(self._chosen) >= 0
        chosen = self._bridge.client.get(Occupant, self._chosen)
        self.form.show_occupant(chosen)
        if not shown:
            return self.form.now.add.open_list()
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        heading = _("Give “{name}” a seat").replace("{name}", chosen.name[:60])
        add, row = self.form.now.add, table.marked_rect()
        return add.open_list_elsewhere(table.viewport(), row, heading=heading)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page the first time, and bring it up to date."""
        super().showEvent(event)
        while self._build_on():
            pass
        if not self._is_shared_out:
            self._is_shared_out = True
            form = max(LEAST_FORM, min(FORM, self.width() * 9 // 25))
            self.split.setSizes([self.width() - form, form])
        self._refresh()

    def _build_on(self) -> bool:
        """Build the next part; False when all stands."""
        more = next(self._steps, False)
        if not more:
            self._idle.stop()
        return more

    def _building(self) -> Iterator[bool]:
        bridge, theme = self._bridge, self._theme
        self.list = Directory(bridge, theme, self)
        yield True
        self.form = OccupantForm(bridge, theme, self)
        yield True
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._theme
        self.empty = EmptyPeople(theme, self)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self.form.enter)
        self.list.delete_asked.connect(self._delete)
        self.list.add_asked.connect(self._add)
        self.list.table.menu_asked.connect(self.open_menu)
        self.list.table.lifted.connect(self.lifted)
        self.empty.add_asked.connect(lambda kind: self._add(kind, ""))
        self.form.left.connect(self.list.focus_row)
        self.form.delete_asked.connect(self._delete)
        self.form.forget_asked.connect(lambda: self.forget_wanted.emit(self._chosen))
        self.form.seat_wanted.connect(self.seat_wanted)
        self.form.occupant_wanted.connect(self.show_occupant)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        for part, least in ((self.list, LEAST_LIST), (self.form, LEAST_FORM)):
            part.setMinimumWidth(least)
            self.split.addWidget(part)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _hear(self, news: News) -> None:
        if not self.isVisible() or self._is_stale:
            self._is_stale = True
            return
        self._settle_choice()
        self.list.hear(news.change, self._chosen)
        self._show_chosen()

    def _refresh(self) -> None:
        """Bring the whole page up to date."""
        if self._is_stale:
            self._is_stale = False
            self._settle_choice()
            self.list.fill(self._chosen)
        self._show_chosen()

    def _refresh_ratings(self) -> None:
        if self.isVisible():
            self.list.refresh_ratings()
            self._show_chosen()

    def _settle_choice(self) -> None:
        """Choose somebody else when the chosen one is gone: the next in the list, or the first."""
        client = self._bridge.client
        if self._chosen is not None and client.has(Occupant, self._chosen):
            return
        near = self.list.next_to(self._chosen) if self._chosen is not None else None
        if near is None or not client.has(Occupant, near):
            everybody = client.every(Occupant)
            first = min(everybody, key=lambda o: (fold(o.name.strip()), o.id), default=None)
            near = first.id if first is not None else None
        self._chosen = near

    def _show_chosen(self) -> None:
        client = self._bridge.client
        chosen = client.find(Occupant, self._chosen) if self._chosen is not None else None
        is_empty = chosen is None
        self.pages.setCurrentWidget(self.empty if is_empty else self.split)
        self.setFocusProxy(self.empty.person if is_empty else self.list.search)
        if chosen is not None:
            self.form.show_occupant(chosen)

    def _choose(self, occupant: OccupantId) -> None:
        if occupant != self._chosen:
            self._bridge.pending.flush_all()
            self._chosen = occupant
            self._show_chosen()

    def _add(self, kind: OccupantKind, name: str) -> None:
        """Add somebody, known by the name searched for or one to be typed over."""
        usual = _("New person") if kind == "person" else _("New provider")
        occupant = Occupant(OccupantId(self._bridge.new_id()), name or usual, kind)
        self.list.show_all_of(kind)
        if self._bridge.do(add_occupant(occupant)):
            self._chosen = occupant.id
            self.list.fill(occupant.id)
            self._show_chosen()
            self.form.enter(mark=True)

    def open_menu(self, at: QPoint) -> QMenu:
        """Open the menu of the marked row."""
        menu = QMenu(self)
        add_step(menu, _("Go into the form"), self.form.enter, keys=_("Enter"))
        add_step(menu, _("Give a seat…"), self.give_seat, keys=_("Ctrl+Shift+M"))
        menu.addSeparator()
        add_step(menu, _("Delete"), self._delete, keys=_("Del"))
        pop_up(menu, at)
        return menu

    def _delete(self) -> None:
        """Delete the chosen one; a rule that forbids it says why and what to do first."""
        client = self._bridge.client
        chosen = client.find(Occupant, self._chosen) if self._chosen is not None else None
        if chosen is not None and self._bridge.do(remove_occupant(chosen.id)):
            words = with_keys(_("“{name}” is deleted. {keys} brings it back."), "undo")
            self.notice.emit(words.replace("{name}", chosen.name[:60]))
            (self.empty.person if self._chosen is None else self.list.table).setFocus()

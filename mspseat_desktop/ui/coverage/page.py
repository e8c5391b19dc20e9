"""The page "Coverage": who is accountable for each piece of IT work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from mspseat_desktop.domain.records import (
    Cover,
    Function,
    Occupant,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.language import _
from mspseat_desktop.ui.coverage.beginning import Beginning
from mspseat_desktop.ui.coverage.board import Board
from mspseat_desktop.ui.reporting.printables import coverage_printable
from mspseat_desktop.ui.widgets import Ground

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import FunctionId, SeatId
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

_SHOWN = (Cover, Function, Seat, Seating, Occupant, Responsibility)


class CoveragePage(Ground):
    """Built on first show; `seat_wanted` carries a SeatId to show in the chart.

    `preview_wanted` carries a Printable, `notice` a sentence. The page looks at the client only
    while it is shown, and after an edit only when the edit touched something that it shows.
    """

    seat_wanted = Signal(object)
    preview_wanted = Signal(object)
    notice = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._bridge = bridge
        self._theme = theme
        self._is_stale = True
        self._board: Board | None = None
        self._beginning: Beginning | None = None
        self._pages = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.setAccessibleName(_("Coverage"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bridge.changed.connect(self._hear)

    @property
    def board(self) -> Board:
        """The map with what stands around it; made when it is first asked for."""
        if self._board is None:
            self._board = Board(self._bridge, self._theme)
            self._board.table.seat_wanted.connect(self.seat_wanted)
            self._board.table.notice.connect(self.notice)
            self._board.print_wanted.connect(self.preview_current)
            self._pages.addWidget(self._board)
        return self._board

    @property
    def beginning(self) -> Beginning:
        """What an empty page shows; made when it is first asked for."""
        if self._beginning is None:
            self._beginning = Beginning(self._bridge, self._theme)
            self._pages.addWidget(self._beginning)
        return self._beginning

    def preview_current(self) -> None:
        """Offer this page for printing; there is nothing to print before the map is started."""
        self._bridge.pending.flush_all()
        if self._bridge.client.functions():
            self.preview_wanted.emit(coverage_printable(self._bridge))
        else:
            self.notice.emit(_("Start the coverage map first, then it can be printed."))

    def show_function(self, function: FunctionId, seat: SeatId | None) -> None:
        """Put the keyboard on a function, at a seat or where its first mark would be."""
        if self._bridge.client.has(Function, function):
            self.board.show_function(function, seat)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the page up to date."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def _hear(self, news: News) -> None:
        if not any(news.change.touched(kind) for kind in _SHOWN):
            return
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._is_stale = False
        started = bool(self._bridge.client.functions())
        wanted: QWidget = self.board if started else self.beginning
        if started:
            self.board.refresh()
        self.setFocusProxy(self.board.table if started else self.beginning.start)
        if self._pages.currentWidget() is wanted:
            return
        focused = QApplication.focusWidget()
        had_keys = focused is not None and self.isAncestorOf(focused)
        self._pages.setCurrentWidget(wanted)
        if had_keys and self.isVisible():
            self.setFocus()

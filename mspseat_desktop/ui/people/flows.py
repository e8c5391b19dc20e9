"""Connects the page of people with the window: a name is dragged onto a seat, or given one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.ui.people.lifting import Lifting
from mspseat_desktop.ui.people.somebody import Somebody

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow


class PeopleFlows(QObject):
    """Connects the action once, and the page of each client that is opened."""

    def __init__(self, window: MainWindow, *, tell: Callable[[str], None]) -> None:
        """`tell` shows a sentence with a way to take back what it tells of."""
        super().__init__(window)
        self._window, self._tell = window, tell
        window.actions_table.on("give-seat", self._give_seat)

    def connect_view(self, view: ClientView) -> None:
        """Let the rows of the page be dragged onto the seats of chart and outline."""
        lifting = Lifting(view, self._window.theme)
        view.people.lifted.connect(lambda who, at: self._lift(view, lifting, who, at))

    def _lift(self, view: ClientView, lifting: Lifting, who: object, at: QPoint) -> None:
        bridge = view.chart.bridge
        bridge.pending.flush_all()
        occupant = bridge.client.find(Occupant, str(who))
        if occupant is None:
            return
        load = Somebody(
            bridge,
            self._window.theme,
            occupant,
            helps=lambda: lifting.holds_control,
            tell=self._tell,
        )
        lifting.start(load, at)

    def _give_seat(self) -> None:
        """List the seats for the name that is marked on the page of people."""
        view = self._window.view
        if view is None:
            return
        if view.page != "people":
            view.show_page("people")
        view.people.give_seat()

"""Connects what is worth a look with the window: the menu, the status line, the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.side_lists import show_list
from mspseat_desktop.ui.worth_a_look.fixes import Fixes

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.finding import Finding
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow


class LookFlows(QObject):
    """Connects the action once, and the view of each client that is opened."""

    def __init__(self, window: MainWindow, *, tell: Callable[[str], None]) -> None:
        """`tell` shows a sentence with a way to take back what it tells of."""
        super().__init__(window)
        self._window, self._tell = window, tell
        window.actions_table.on("worth-a-look", self._toggle)

    def connect_view(self, view: ClientView) -> None:
        """Listen to the list of an open client and to its count in the status line."""
        client = self._window.open_client
        if client is None:
            return
        looks = view.looks
        fixes = Fixes(self._window, view, client.bridge)

        def mend(finding: Finding) -> None:
            """Keep `fixes` as long as the list; Qt would not keep the owner of a method."""
            fixes.run(finding)

        looks.fix_wanted.connect(mend)
        looks.seat_wanted.connect(lambda seat: self._go(view, seat))
        looks.hide_wanted.connect(lambda: self._show(view, shown=False))
        looks.done.connect(self._tell)
        view.status.looks.clicked.connect(lambda: self._show(view, shown=True))

    def _toggle(self) -> None:
        view = self._window.view
        if view is not None:
            self._show(view, shown=view.page != "chart" or view.looks.isHidden())

    def _show(self, view: ClientView, *, shown: bool) -> None:
        if view.page != "chart":
            view.show_page("chart")
        show_list(self._window, view, "worth-a-look", shown=shown)
        if shown:
            view.looks.take_keyboard()
        else:
            view.chart.setFocus()

    def _go(self, view: ClientView, seat: object) -> None:
        """Show the seat; the keyboard stays in the list, to go on from there."""
        bridge = view.chart.bridge
        if bridge.client.has(Seat, str(seat)):
            bridge.select(SeatId(str(seat)))
            view.chart.center_on(SeatId(str(seat)))

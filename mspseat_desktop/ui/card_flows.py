"""What the menu does about how much the cards of the chart show."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mspseat_desktop.layout.cards import Detail

if TYPE_CHECKING:
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow


class CardFlows:
    """Connects the actions once, and ticks what holds for the client that is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        for detail in Detail:
            window.actions_table.on(_doing(detail), partial(self._show, detail))

    def connect_view(self, view: ClientView) -> None:
        """Tick how much the cards of an open client show."""
        self._tick(view)

    def _show(self, detail: Detail) -> None:
        view = self._window.view
        if view is None:
            return
        if view.page != "chart":
            view.show_page("chart")
        if view.view_state is not None:
            view.view_state.detail = detail
        view.chart.show_detail(detail)
        self._tick(view)

    def _tick(self, view: ClientView) -> None:
        now = view.view_state.detail if view.view_state is not None else Detail.MARKS
        for detail in Detail:
            self._window.actions_table[_doing(detail)].setChecked(detail is now)


def _doing(detail: Detail) -> str:
    return f"detail-{detail.name.lower()}"

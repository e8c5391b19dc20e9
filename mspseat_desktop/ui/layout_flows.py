"""What the menus do with the layout of the chart, of a branch, assistants and second lines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from mspseat_desktop.domain.edits.layouts import (
    lay_out_branch,
    lay_out_chart,
    set_assistant,
    set_compact,
)
from mspseat_desktop.domain.records import ChartLook, Seat

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.vocabulary import ChartLayout, SeatLayout
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

CHART: dict[str, ChartLayout] = {
    "chart-down": "down",
    "chart-right": "right",
    "chart-stacked": "stacked",
}
BRANCH: dict[str, SeatLayout] = {
    "branch-inherit": "",
    "branch-down": "down",
    "branch-right": "right",
    "branch-stacked": "stacked",
}


class LayoutFlows(QObject):
    """Connects the actions once, and ticks them by the client that is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        table = window.actions_table
        for doing, layout in CHART.items():
            table.on(doing, self._doing(partial(self._lay_out_chart, layout=layout)))
        for doing, below in BRANCH.items():
            table.on(doing, self._doing(partial(self._lay_out_branch, layout=below)))
        table.on("chart-compact", self._doing(self._set_compact))
        table.on("assistant", self._doing(self._set_assistant))
        table.on("second-lines", self._show_second_lines)

    def connect_view(self, view: ClientView) -> None:
        """Follow the edits and the selection of an open client."""
        bridge = view.chart.bridge
        bridge.changed.connect(self._hear)
        bridge.selected.connect(lambda _seat: self._tick(bridge))
        self._tick(bridge)

    def _hear(self, news: News) -> None:
        client = self._window.open_client
        if client is not None and (news.change.touched(ChartLook) or news.change.touched(Seat)):
            self._tick(client.bridge)

    def _tick(self, bridge: Bridge) -> None:
        """Show what is chosen, and what there is to choose for."""
        client, table, seat = bridge.client, self._window.actions_table, bridge.selection
        record = client.find(Seat, seat) if seat is not None else None
        for doing, layout in CHART.items():
            table[doing].setChecked(client.look.layout == layout)
        table["chart-compact"].setChecked(client.look.compact)
        for doing, below in BRANCH.items():
            table[doing].setChecked(record is not None and record.layout == below)
            table[doing].setEnabled(record is not None)
        table["assistant"].setChecked(record is not None and record.assistant)
        table["assistant"].setEnabled(record is not None and record.parent is not None)
        table["second-lines"].setEnabled(record is not None)

    def _doing(self, run: Callable[[Bridge], object]) -> Callable[[], None]:
        def do() -> None:
            client, view = self._window.open_client, self._window.view
            if client is None or view is None:
                return
            if view.page != "chart":
                view.show_page("chart")
            run(client.bridge)
            self._tick(client.bridge)  # choosing what is chosen must not untick it

        return do

    def _lay_out_chart(self, bridge: Bridge, *, layout: ChartLayout) -> None:
        if bridge.client.look.layout != layout:
            bridge.do(lay_out_chart(layout))

    def _set_compact(self, bridge: Bridge) -> None:
        bridge.do(set_compact(compact=not bridge.client.look.compact))

    def _lay_out_branch(self, bridge: Bridge, *, layout: SeatLayout) -> None:
        record = bridge.client.find(Seat, bridge.selection) if bridge.selection else None
        if record is not None and record.layout != layout:
            bridge.do(lay_out_branch(record.id, layout, title=record.title))

    def _set_assistant(self, bridge: Bridge) -> None:
        record = bridge.client.find(Seat, bridge.selection) if bridge.selection else None
        if record is not None:
            edit = set_assistant(record.id, assistant=not record.assistant, title=record.title)
            bridge.do(edit)

    def _show_second_lines(self) -> None:
        """Open the list of seats to which the selected one can report as well."""
        client, view = self._window.open_client, self._window.view
        if client is None or view is None or client.bridge.selection is None:
            return
        if view.page != "chart":
            view.show_page("chart")
        if view.panel.isHidden():
            self._window.actions_table["panel"].setChecked(True)
            view.show_panel(shown=True)
        view.panel.show_tab("seat")
        picker = view.panel.seat_page.also_reports_to.add
        picker.setFocus(Qt.FocusReason.OtherFocusReason)
        picker.open_list()

"""Connects finding with the window: the menu, the bar, the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow


class FindFlows(QObject):
    """Connects the actions once, and the view of each client that is opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        table = window.actions_table
        table.on("find", self._find)
        table.on("find-next", lambda: self._step(1))
        table.on("find-previous", lambda: self._step(-1))

    def connect_view(self, view: ClientView) -> None:
        """Listen to the bar of an open client."""
        view.finding.bar.step_wanted.connect(self._step)
        view.finding.bar.go_wanted.connect(self._go)

    def _find(self) -> None:
        view = self._window.view
        if view is not None:
            if view.page != "chart":
                view.show_page("chart")
            view.finding.begin()

    def _step(self, way: int) -> None:
        """Go to the next one, also of what was looked for last; without a search begin one."""
        view = self._window.view
        if view is None:
            return
        if not view.finding.is_open or view.page != "chart":
            self._find()
            if not view.finding.finder.typed:
                return
        seat = view.finding.finder.step(way)
        if seat is not None:
            view.chart.bridge.select(seat)

    def _go(self) -> None:
        """Select the seat that was found and give the chart the keyboard."""
        view = self._window.view
        seat = view.finding.finder.go() if view is not None else None
        if view is not None and seat is not None:
            view.chart.bridge.select(seat)
            view.chart.setFocus(Qt.FocusReason.OtherFocusReason)

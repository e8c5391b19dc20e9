"""Connects the outline with the window: the menu, the chart, what is remembered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.outline.chart_target import lead_over
from mspseat_desktop.ui.seat_menu import open_seat_menu
from mspseat_desktop.ui.side_lists import show_list
from mspseat_desktop.ui.view_state import ViewState

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

LEVELS = (2, 3, 4)
ROOMY = 1400
"""From this width of the window on, the outline is shown unless somebody has hidden it."""


class OutlineFlows(QObject):
    """Connects the action once, and the view of each client that is opened."""

    def __init__(self, window: MainWindow, *, delete: Callable[[object], None]) -> None:
        """`delete` asks what becomes of the reports of a seat before it is deleted."""
        super().__init__(window)
        self._window, self._delete = window, delete
        table = window.actions_table
        table.on("outline", self._toggle)
        table.on("fold", self._turn)
        for levels in LEVELS:
            table.on(f"fold-{levels}", partial(self._show_levels, levels))
        table.on("unfold-all", partial(self._show_levels, None))

    def connect_view(self, view: ClientView) -> None:
        """Listen to the outline of an open client and show it if it is to be shown."""
        window, tree = self._window, view.outline.tree
        tree.delete_wanted.connect(self._delete)
        tree.context_menu_wanted.connect(
            lambda seat, at: open_seat_menu(window, seat, at, keys_of=tree.keys_of)
        )
        tree.entered.connect(lambda seat: self._go(view, seat))
        tree.left.connect(lambda: view.chart.setFocus(Qt.FocusReason.OtherFocusReason))
        lead_over(view.chart, tree)
        view.outline.hide_wanted.connect(lambda: self._show(view, shown=False))
        client = window.open_client
        if client is not None:
            view.use_state(ViewState(window.desk.home, client.document.file.document_id))
        shown = window.desk.settings.flag("outline", start=window.width() >= ROOMY)
        window.actions_table["outline"].setChecked(shown)
        view.outline.setVisible(shown)

    def _toggle(self) -> None:
        """Show the outline with the keyboard in it; hide it, unless another page was on show."""
        view = self._window.view
        if view is not None:
            self._show(view, shown=view.page != "chart" or view.outline.isHidden())

    def _turn(self) -> None:
        """Fold the selected seat, or unfold it."""
        view = self._window.view
        seat = view.chart.bridge.selection if view is not None else None
        if view is not None and seat is not None:
            view.chart.folding.turn(seat)

    def _show_levels(self, levels: int | None) -> None:
        view = self._window.view
        if view is not None:
            view.chart.folding.show_levels(levels)

    def _show(self, view: ClientView, *, shown: bool) -> None:
        if view.page != "chart":
            view.show_page("chart")
        self._window.desk.settings.set_flag("outline", value=shown)
        show_list(self._window, view, "outline", shown=shown)
        if shown:
            view.outline.take_keyboard()
        else:
            view.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, view: ClientView, seat: object) -> None:
        """Bring the seat into the middle of the chart and lead the keyboard there."""
        if view.chart.bridge.client.has(Seat, str(seat)):
            view.chart.center_on(SeatId(str(seat)))
            view.chart.setFocus(Qt.FocusReason.OtherFocusReason)

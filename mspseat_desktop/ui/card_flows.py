"""What the menu does about the cards of the chart: how much they show, and their colours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from mspseat_desktop.domain.shading import COLOURS, RATED, functions_of
from mspseat_desktop.language import _
from mspseat_desktop.layout.cards import Detail
from mspseat_desktop.ui.shortcuts.telling import ratings_hidden_words

if TYPE_CHECKING:
    from mspseat_desktop.domain.shading import ColourBy
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow


class CardFlows:
    """Connects the actions once, and ticks what holds for the client that is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        table = window.actions_table
        for names in (map(_doing, Detail), (f"colour-{by}" for by in COLOURS)):
            group = QActionGroup(window)  # one of them holds, as a screen reader is told
            for name in names:
                group.addAction(table[name])
        for detail in Detail:
            window.actions_table.on(_doing(detail), partial(self._show, detail))
        window.actions_table.on("overview", self._turn_overview)
        for by in COLOURS:
            window.actions_table.on(f"colour-{by}", partial(self._colour, by))

    def connect_view(self, view: ClientView) -> None:
        """Tick how much the cards of an open client show, and show the map where it is wanted."""
        view.chart.overview.want(wanted=self._window.desk.settings.flag("overview", start=True))
        self._tick(view)

    def _turn_overview(self) -> None:
        """Show the map in the corner, or hide it."""
        view = self._view_of_chart()
        if view is None:
            return
        wanted = not view.chart.overview.is_wanted
        self._window.desk.settings.set_flag("overview", value=wanted)
        view.chart.overview.want(wanted=wanted)
        self._tick(view)
        if wanted and not view.chart.overview.has_room:
            self._window.tell(_("The map comes when the window is larger."))
        elif wanted and view.chart.overview.isHidden():
            self._window.tell(_("The map comes when only a part of the chart is in view."))

    def _colour(self, by: ColourBy) -> None:
        view = self._view_of_chart()
        if view is None:
            return
        if view.view_state is not None:
            view.view_state.colour_by = by
        view.chart.colouring.show(by)
        self._tick(view)
        if by in RATED and not view.chart.colouring.shades.is_on:
            self._window.tell(ratings_hidden_words())
        elif by == "function" and not functions_of(view.chart.scene.client):
            self._window.tell(
                _("No seat has several seats below it yet, so there are no functions.")
            )

    def _view_of_chart(self) -> ClientView | None:
        view = self._window.view
        if view is not None and view.page != "chart":
            view.show_page("chart")
        return view

    def _show(self, detail: Detail) -> None:
        view = self._view_of_chart()
        if view is None:
            return
        if view.view_state is not None:
            view.view_state.detail = detail
        view.chart.show_detail(detail)
        self._tick(view)

    def _tick(self, view: ClientView) -> None:
        now = view.view_state.detail if view.view_state is not None else Detail.MARKS
        for detail in Detail:
            self._window.actions_table[_doing(detail)].setChecked(detail is now)
        for by in COLOURS:
            self._window.actions_table[f"colour-{by}"].setChecked(by == view.chart.colouring.by)
        self._window.actions_table["overview"].setChecked(view.chart.overview.is_wanted)


def _doing(detail: Detail) -> str:
    return f"detail-{detail.name.lower()}"

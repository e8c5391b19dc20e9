"""What the menu does about the cards of the chart: how much they show, and their colours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup

from mspseat_desktop.domain.shading import COLOURS, RATED, functions_of
from mspseat_desktop.language import _
from mspseat_desktop.layout.cards import Detail
from mspseat_desktop.ui.shortcuts.telling import ratings_hidden_words, with_keys
from mspseat_desktop.ui.stack_offer import StackOffer

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
        window.actions_table.on("legend", self._turn_legend)
        for by in COLOURS:
            window.actions_table.on(f"colour-{by}", partial(self._colour, by))

    def connect_view(self, view: ClientView) -> None:
        """Tick how much the cards of an open client show, and show the map where it is wanted."""
        view.chart.overview.want(wanted=self._window.desk.settings.flag("overview", start=True))
        view.chart.colouring.legend.put_away.connect(self._put_legend_away)
        StackOffer(self._window, view)
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

    def _turn_legend(self) -> None:
        """Show what the colours mean, or put it away."""
        view = self._view_of_chart()
        if view is None:
            return
        wanted = not view.chart.colouring.legend.is_wanted
        self._want_legend(view, wanted=wanted)
        if wanted and not view.chart.colouring.shades.is_on:
            self._window.tell(_("The legend comes when the cards are coloured by something."))

    def _put_legend_away(self) -> None:
        """Say where the legend has gone to, since the button for it is gone as well."""
        view = self._window.view
        if view is not None:
            self._want_legend(view, wanted=False)
            view.chart.setFocus(Qt.FocusReason.OtherFocusReason)
            words = _("The legend is put away. {keys} shows it again.")
            self._window.tell(with_keys(words, "legend"))

    def _want_legend(self, view: ClientView, *, wanted: bool) -> None:
        if view.view_state is not None:
            view.view_state.legend = wanted
        view.chart.colouring.legend.want(wanted=wanted)
        self._tick(view)

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
        legend = view.chart.colouring.legend
        self._window.actions_table["legend"].setChecked(legend.is_wanted)


def _doing(detail: Detail) -> str:
    return f"detail-{detail.name.lower()}"

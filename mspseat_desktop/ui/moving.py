"""Moves what is selected under a seat that is found by typing: the twin of dragging it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.branches import move_seats, tops
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.parent_list import TOP, parents_to_pick
from mspseat_desktop.ui.widgets import PickerList

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

WIDTH = 320


class MoveFlows:
    """Asks where the selected seats go, with their branches, and moves them in one step."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.actions_table.on("move-to", self.ask)

    def ask(self) -> PickerList | None:
        """Open the list at the selected seat and return it; None when no seat is selected."""
        client, view = self._window.open_client, self._window.view
        if client is None or view is None:
            return None
        bridge = client.bridge
        bridge.pending.flush_all()
        moved = tops(bridge.client, bridge.chosen)
        if not moved:
            self._window.tell(_("Nothing is selected. Click the seat to move first."))
            return None
        if view.page != "chart":
            view.show_page("chart")
        branches = {seat for top in moved for seat in bridge.client.branch(top)}
        parents = {bridge.client.seat(seat).parent for seat in moved}
        items = parents_to_pick(
            bridge.client,
            but=branches,
            above=next(iter(parents)),
            is_under=len(parents) == 1,
        )
        name = _("Reports to")
        found = PickerList(self._window.theme, name, view, items=items, create_words=None)
        found.picked.connect(lambda picked: _move(bridge, moved, picked))
        _open_at(view, found, bridge.selection or moved[0])
        return found


def _open_at(view: ClientView, found: PickerList, seat: SeatId) -> None:
    """Open the list under the seat's row where the outline has the keyboard, else its card."""
    tree, chart = view.outline.tree, view.chart
    if tree.hasFocus():
        row, _depth = tree.spot(seat)
        found.open_below(tree.viewport(), focus=found.search, least_width=WIDTH, part=row)
        return
    chart.reveal(seat)
    card = chart.card_rect(seat)
    found.open_below(chart, focus=found.search, least_width=WIDTH, part=card & chart.rect())


def _move(bridge: Bridge, moved: tuple[SeatId, ...], picked: object) -> None:
    parent = None if picked == TOP else SeatId(str(picked))
    bridge.do(move_seats(moved, parent=parent, title=bridge.client.seat(moved[0]).title))

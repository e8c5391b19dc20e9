"""Moves what is selected under a seat that is found by typing: the twin of dragging it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.branches import move_seats, tops
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.parent_list import TOP, parents_to_pick
from mspseat_desktop.ui.widgets import PickerList
from mspseat_desktop.wording.coverage import seat_name

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
        view.chart.renaming.finish()
        view.outline.tree.renaming.finish()
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
        found = PickerList(
            self._window.theme,
            _("Reports to"),
            view,
            items=items,
            create_words=None,
            heading=_heading(bridge, moved),
        )
        found.picked.connect(lambda picked: _move(bridge, moved, picked))
        _open_at(view, found, bridge.selection or moved[0])
        return found


def _heading(bridge: Bridge, moved: tuple[SeatId, ...]) -> str:
    if len(moved) == 1:
        return _("Move “{seat}” under").replace("{seat}", seat_name(bridge.client, moved[0]))
    words = ngettext("Move %(count)d seat under", "Move %(count)d seats under", len(moved))
    return words % {"count": len(moved)}


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
    if all(bridge.client.seat(seat).parent == parent for seat in moved):
        return
    bridge.do(move_seats(moved, parent=parent, title=bridge.client.seat(moved[0]).title))

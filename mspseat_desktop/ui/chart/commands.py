"""What keys and menus do to the selected seat; each change is one edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from mspseat_desktop.domain.edits.branches import add_parent
from mspseat_desktop.domain.edits.chart import ADD, add_seat, delete_seat
from mspseat_desktop.domain.edits.stepping import demote_seats, promote_seats, reorder_seats
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.chart.neighbours import Direction, Shift, neighbour, shift_of
from mspseat_desktop.ui.shortcuts.keymap import keymap
from mspseat_desktop.ui.shortcuts.moves import pointed

if TYPE_CHECKING:
    from collections.abc import Collection

    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.rename import Renaming
    from mspseat_desktop.ui.chart.scene import ChartScene


_MOVES: dict[Shift, str] = {
    "earlier": "move-earlier",
    "later": "move-later",
    "promote": "promote",
    "demote": "demote",
}


class _Stepping(Protocol):
    """Makes the edit that moves seats by one place."""

    def __call__(self, seats: Collection[SeatId], *, title: str) -> Edit: ...


class SeatCommands(QObject):
    """The commands of the chart; each does nothing where it makes no sense.

    `delete_wanted` is sent with a SeatId that holds more than a title, or with several: somebody
    has to ask or tell what becomes of it.
    """

    delete_wanted = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        renaming: Renaming,
        parent: QObject,
        *,
        scene: ChartScene | None = None,
    ) -> None:
        """`scene` is the drawing that directions follow; without one there are none."""
        super().__init__(parent)
        self._scene = scene
        self._bridge = bridge
        self._renaming = renaming
        renaming.given_up.connect(self._take_out_again)

    @property
    def _client(self) -> Client:
        return self._bridge.client

    @property
    def _selected(self) -> SeatId | None:
        """The selected seat as long as it stands in the chart: a closed one has left it."""
        seat = self._bridge.selection
        return None if seat is None or self._client.seat(seat).closed_on else seat

    def add_child(self) -> None:
        """Add a report of the selected seat, as the last one, and ask for its title."""
        seat = self._selected
        if seat is not None:
            self._add(seat, None)

    def add_sibling(self, *, before: bool = False) -> None:
        """Add a seat beside the selected one and ask for its title."""
        seat = self._selected
        if seat is not None:
            parent = self._client.seat(seat).parent
            at = self._client.children(parent).index(seat)
            self._add(parent, at if before else at + 1)

    def add_parent(self) -> None:
        """Put a seat where the selected one stands, let that report to it, and ask for a title."""
        seat = self._selected
        if seat is None:
            return
        new = SeatId(self._bridge.new_id())
        key = _key_of_adding(new)
        if self._bridge.do(add_parent(new, above=seat, merge_key=key)):
            self._bridge.select(new)
            self._renaming.start(new, origin=seat, new_key=key)

    def add_root(self) -> None:
        """Add a seat that reports to nobody and ask for its title."""
        self._add(None, None)

    def rename(self) -> None:
        """Open the selected seat's title for typing."""
        seat = self._selected
        if seat is not None:
            self._renaming.start(seat)

    def delete(self) -> None:
        """Delete the selected seat; who hears delete_wanted sees to reports and reviews."""
        seat = self._selected
        if seat is None:
            return
        if len(self._bridge.chosen) > 1:
            self.delete_wanted.emit(self._bridge.chosen)
            return
        if self._needs_care(seat):
            self.delete_wanted.emit(seat)
            return
        after = self._seat_after(seat)
        title = self._client.seat(seat).title
        if self._bridge.do(delete_seat(seat, reports="lift", on=self._bridge.on, title=title)):
            self._bridge.select(after)

    def _needs_care(self, seat: SeatId) -> bool:
        """Return whether more goes with the seat than can be written again in a moment."""
        client, record = self._client, self._client.seat(seat)
        return any(
            (
                *(record.purpose, record.needs, record.notes),
                *(client.children(seat), client.reviews(seat), client.seatings(seat)),
                *(client.responsibilities(seat), client.metrics(seat)),
            )
        )

    def walk(self, direction: Direction) -> None:
        """Select the seat that lies next in a direction; the first root when none is selected."""
        seat = self._selected
        if seat is None:
            self.walk_home()
            return
        if self._scene is None:
            return
        found = neighbour(self._client, self._scene.tree, seat, direction)
        if found is not None and found in self._scene:
            self._bridge.select(found)

    def walk_home(self) -> None:
        """Select the root above the selected seat, or the first root."""
        seat = self._selected
        roots = self._client.children(None)
        if seat is not None:
            above = list(self._client.seats_above(seat))
            self._bridge.select(above[-1] if above else seat)
        elif roots:
            self._bridge.select(roots[0])

    def walk_above(self) -> None:
        """Select the seat to which the selected one reports."""
        seat = self._selected
        above = self._client.seat(seat).parent if seat is not None else None
        if above is not None:
            self._bridge.select(above)

    def shift(self, direction: Direction) -> None:
        """Move the selected seat the way it is drawn: along its siblings, or up or down a level."""
        seat = self._selected
        if seat is None or self._scene is None:
            return
        match shift_of(self._client, self._scene.tree, seat, direction):
            case "earlier":
                self.reorder(-1)
            case "later":
                self.reorder(1)
            case "promote":
                self.promote()
            case "demote":
                self.demote()

    def keys_of(self, doing: str) -> tuple[str, ...]:
        """Return the keys that do an action to the selected seat as it is drawn now."""
        names = dict.fromkeys((doing, *_MOVES.values()))
        keys = [chord for name in names for chord in keymap().keys(name)]
        return tuple(chord for chord in keys if self._doing_of(chord) == doing)

    def _doing_of(self, chord: str) -> str:
        """Return the action that a key of the keymap means for the selected seat."""
        doing, seat = keymap().means(chord), self._selected
        way = pointed(doing, chord)
        if way is None or seat is None or self._scene is None:
            return doing
        return _MOVES[shift_of(self._client, self._scene.tree, seat, way)]

    def reorder(self, step: int) -> None:
        """Move what is chosen among its siblings, by -1 to before or 1 to after."""
        self._step(partial(reorder_seats, step=step))

    def promote(self) -> None:
        """Move what is chosen up: it stands right of the seat that it reported to."""
        self._step(promote_seats)

    def demote(self) -> None:
        """Let what is chosen report to the sibling at its left, or the one at its right."""
        self._step(demote_seats)

    def _step(self, edit: _Stepping) -> None:
        seat = self._selected
        if seat is not None:
            self._bridge.do(edit(self._bridge.chosen, title=self._client.seat(seat).title))

    def _add(self, parent: SeatId | None, index: int | None) -> None:
        origin = self._selected
        seat = SeatId(self._bridge.new_id())
        key = _key_of_adding(seat)
        if self._bridge.do(add_seat(seat, parent=parent, index=index, merge_key=key)):
            self._bridge.select(seat)
            self._renaming.start(seat, origin=origin, new_key=key)

    def _take_out_again(self, seat: SeatId, origin: SeatId | None) -> None:
        """Undo the adding of a seat that got no title, as if it had never been there."""
        step = self._bridge.undo_step()
        if step is not None and step.name == ADD and _adds_only(step.change, seat):
            self._bridge.undo()
        elif self._client.has(Seat, seat) and not self._client.children(seat):
            self._bridge.do(delete_seat(seat, reports="lift", on=self._bridge.on))
        self._bridge.select(origin)

    def _seat_after(self, seat: SeatId) -> SeatId | None:
        """Return the seat to select once this one is gone: the next, the last, or the one above."""
        parent = self._client.seat(seat).parent
        siblings = self._client.children(parent)
        at = siblings.index(seat)
        rest = siblings[:at] + siblings[at + 1 :]
        return rest[min(at, len(rest) - 1)] if rest else parent


def _key_of_adding(seat: SeatId) -> str:
    return f"added:{seat}"


def _adds_only(change: Change, seat: SeatId) -> bool:
    """Return whether the change adds the seat and no other; one below it may have moved."""
    return [after and after.id for before, after in change.of(Seat) if before is None] == [seat]

"""The seats of a client as a laid-out tree with card texts, kept in step with each edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import (
    ChartLook,
    Figure,
    Metric,
    Occupant,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
from mspseat_desktop.layout.branches import COMPACT
from mspseat_desktop.layout.cards import Detail
from mspseat_desktop.layout.tidy_tree import TidyTree
from mspseat_desktop.ui.chart.faces import Face, face_of, height_of, heights_of, is_for_provider
from mspseat_desktop.ui.chart.structure import follow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from mspseat_desktop.domain.change import Change, Touch
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.layout.answers import Box

KEPT_FACES = 800
"""More than there is room for on a screen at which cards have words."""


class ChartScene:
    """The chart of one client: where its cards stand and what is written on them."""

    def __init__(
        self, client: Client, *, rated: bool, today: Callable[[], str] | None = None
    ) -> None:
        """`rated` says whether the cards have the row of marks; `today` gives an ISO date.

        Without a day the cards do not say how metrics stand.
        """
        self.client = client
        self.rated = rated
        self._most = Detail.MARKS
        self.today = today
        self._tells_figures = True
        self.tree: TidyTree[SeatId] = TidyTree()
        self.folded: Collection[SeatId] = ()
        """The seats below which nothing is drawn; `load` takes others over."""
        self._hidden: dict[SeatId, int] = {}
        self._heights: dict[SeatId, int] = {}
        """How tall all cards are, kept from the first fold on: to measure them takes longest."""
        self._faces: dict[SeatId, Face] = {}
        self._providers: dict[SeatId, bool] = {}
        self.load(client)

    def __contains__(self, seat: SeatId | None) -> bool:
        return seat is not None and seat in self.tree

    def load(self, client: Client) -> None:
        """Lay out the whole chart of a client."""
        self.client = client
        self._faces.clear()
        self._providers.clear()
        self._heights.clear()
        self._lay_out(heights_of(client, self.detail))

    def fold(self, folded: Collection[SeatId]) -> None:
        """Lay the chart out with these seats folded."""
        self.folded = folded
        self._lay_out(self._kept_heights())

    def _kept_heights(self) -> dict[SeatId, int]:
        if not self._heights:
            self._heights = heights_of(self.client, self.detail)
        return self._heights

    def _lay_out(self, heights: dict[SeatId, int]) -> None:
        client = self.client
        self._hidden.clear()
        children: dict[SeatId, tuple[SeatId, ...]] = {}
        waiting = list(client.children(None))
        for seat in waiting:  # grows while it is read
            if seat not in self.folded and (reports := client.children(seat)):
                children[seat] = reports
                waiting += reports
        seats = list(client.every(Seat))
        self.tree = TidyTree(
            client.children(None),
            children,
            heights,
            spacing=COMPACT if client.look.compact else None,
            manner=client.look.layout,
            manners={seat.id: seat.layout for seat in seats if seat.layout},
            assistants=[seat.id for seat in seats if seat.assistant],
        )

    def hidden_below(self, seat: SeatId) -> int:
        """Return how many seats a folded one hides, 0 for one that is not folded."""
        if seat not in self.folded:
            return 0
        found = self._hidden.get(seat)
        if found is None:
            found = self._hidden[seat] = len(self.client.branch(seat)) - 1
        return found

    def in_sight(self, seat: SeatId) -> SeatId | None:
        """Return the seat, or the folded one that hides it; None for one that is closed."""
        if seat in self.tree:
            return seat
        if self.client.seat(seat).closed_on:
            return None
        return next((each for each in self.client.seats_above(seat) if each in self.tree), None)

    def tell_figures(self, *, told: bool) -> None:
        """Let the cards say how metrics stand, or leave that out."""
        self._tells_figures = told
        self._faces.clear()

    @property
    def detail(self) -> Detail:
        """How much the cards show: no row of marks while ratings are hidden."""
        return self._most if self.rated else min(self._most, Detail.METRICS)

    def rate(self, *, rated: bool) -> None:
        """Give the cards the row of marks or take it away."""
        self.rated = rated
        self._measure_anew()

    def show_at_most(self, detail: Detail) -> None:
        """Let the cards show so much and no more."""
        self._most = detail
        self._measure_anew()

    def _measure_anew(self) -> None:
        self._faces.clear()
        self._heights.clear()
        for seat, height in heights_of(self.client, self.detail).items():
            if seat in self.tree:
                self.tree.set_height(seat, height)

    def bounds(self) -> Box:
        """Return the box around all cards."""
        return self.tree.bounds()

    def face(self, seat: SeatId) -> Face:
        """Return what stands on the seat's card."""
        found = self._faces.get(seat)
        if found is None:
            if len(self._faces) >= KEPT_FACES:
                self._faces.clear()
            found = self._faces[seat] = self._face_of(seat)
        return found

    def is_for_provider(self, seat: SeatId) -> bool:
        """Return whether the card is that of a provider: all that far cards show of their face."""
        found = self._providers.get(seat)
        if found is None:
            holder = self.client.accountable(seat)
            found = self._providers[seat] = is_for_provider(self.client, seat, holder)
        return found

    def _face_of(self, seat: SeatId) -> Face:
        on = self.today() if self.today and self._tells_figures else ""
        return face_of(self.client, seat, self.detail, on=on)

    def apply(self, client: Client, change: Change) -> set[SeatId]:
        """Follow an edit; return the seats whose cards show something else now."""
        before, self.client = self.client, client
        touched = _seats_shown_anew(before, client, change)
        self._hidden.clear()
        if is_laid_out_anew(change):
            self.load(client)
            return touched
        if self._heights:
            shown = (seat for seat in touched if client.has(Seat, seat))
            self._heights |= {s: height_of(client, s, self.detail) for s in shown}
        if self._is_out_of_sight(change):
            self._drop_faces(touched)
            self._lay_out(self._kept_heights())
            return touched
        follow(self.tree, client, change, height=lambda seat: height_of(client, seat, self.detail))
        self._drop_faces(touched)
        for seat in touched:
            if seat in self.tree:
                self.tree.set_height(seat, height_of(client, seat, self.detail))
        return touched

    def _drop_faces(self, seats: set[SeatId]) -> None:
        for seat in seats:
            self._faces.pop(seat, None)
            self._providers.pop(seat, None)

    def _is_out_of_sight(self, change: Change) -> bool:
        """Whether an edit touched the tree where seats are folded."""
        if not self.folded:
            return False
        for before, after in change.of(Seat):
            for record in (before, after):
                if record is not None and not record.closed_on and not self._is_open(record.parent):
                    return True
            if before is not None and before.id in self.folded and (not after or after.closed_on):
                return True
        return False

    def _is_open(self, seat: SeatId | None) -> bool:
        return seat is None or (seat in self.tree and seat not in self.folded)


def is_laid_out_anew(change: Change) -> bool:
    """Whether the whole chart runs another way, or its cards stand closer or wider."""
    return bool(change.touched(ChartLook))


def _seats_shown_anew(before: Client, after: Client, change: Change) -> set[SeatId]:
    seats: set[SeatId] = set()
    for touch in change.touches:
        if _is_a_mere_move(touch):
            continue
        for record in (touch.before, touch.after):
            match record:
                case Seat():
                    seats.add(record.id)
                case Seating() | Responsibility() | Review() | Metric():
                    seats.add(record.seat)
                case Figure():
                    for client in (before, after):
                        metric = client.find(Metric, record.metric)
                        seats |= {metric.seat} if metric else set()
                case Occupant():
                    for client in (before, after):
                        seats.update(_seats_of(client, record.id))
                case _:
                    pass
    return seats


def _is_a_mere_move(touch: Touch) -> bool:
    """Whether a seat only stands elsewhere now: its card shows what it showed."""
    before, after = touch.before, touch.after
    if not (isinstance(before, Seat) and isinstance(after, Seat)):
        return False
    return (before.title, before.meant_for) == (after.title, after.meant_for)


def _seats_of(client: Client, occupant: OccupantId) -> set[SeatId]:
    return {seating.seat for seating in client.seats_of(occupant)}

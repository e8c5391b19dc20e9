"""Moving one seat or several by one place: among their siblings, or up or down a level."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.branches import about, move_seats, tops
from mspseat_desktop.domain.edits.chart import move_seat
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import SeatId


def reorder_seats(seats: Collection[SeatId], step: int, *, title: str = "") -> Edit:
    """Move each seat among its siblings, by -1 to before or 1 to after; those at the end stay.

    Neighbours among the seats go together.
    """

    def run(work: Revision) -> None:
        for parent, moved in _families(work.client, seats):
            order = list(work.client.children(parent))
            for seat in moved if step < 0 else reversed(moved):
                at = order.index(seat)
                to = at + step
                if 0 <= to < len(order) and order[to] not in moved:
                    order[at], order[to] = order[to], seat
                    move_seat(seat, parent=parent, index=to).run(work)

    return _named(seats, run, title)


def promote_seats(seats: Collection[SeatId], *, title: str = "") -> Edit:
    """Move the seats up a level: they stand right of the seat that they reported to."""

    def run(work: Revision) -> None:
        for parent, moved in _families(work.client, seats):
            if parent is not None:
                above = work.client.seat(parent).parent
                at = work.client.children(above).index(parent) + 1
                move_seats(moved, parent=above, index=at).run(work)

    return _named(seats, run, title)


def demote_seats(seats: Collection[SeatId], *, title: str = "") -> Edit:
    """Let the seats report to the sibling at the left of the first, or else right of the last."""

    def run(work: Revision) -> None:
        before = work.client  # who comes to a parent in this step is nobody's sibling yet
        for parent, moved in _families(before, seats):
            order = before.children(parent)
            first, last = order.index(moved[0]), order.index(moved[-1])
            if first:
                move_seats(moved, parent=order[first - 1]).run(work)
            elif last + 1 < len(order):
                move_seats(moved, parent=order[last + 1]).run(work)

    return _named(seats, run, title)


def _families(
    client: Client, seats: Collection[SeatId]
) -> Iterator[tuple[SeatId | None, list[SeatId]]]:
    """Yield each parent with those of the seats that report to it, in their order.

    A seat under another one of them goes along with that.
    """
    found = [(client.seat(seat).parent, seat) for seat in tops(client, seats)]
    found.sort(key=lambda pair: pair[0] or "")  # stable, so siblings stay in chart order
    for parent, family in groupby(found, key=lambda pair: pair[0]):
        yield parent, [seat for _parent, seat in family]


def _named(seats: Collection[SeatId], run: Callable[[Revision], None], title: str) -> Edit:
    name = "move-seats" if len(seats) > 1 else "move-seat"
    return Edit(name, run, about(seats, title))

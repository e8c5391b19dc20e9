"""What dropping several branches at a point would do; knows no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.branches import move_seats, tops
from mspseat_desktop.domain.edits.chart import move_seat
from mspseat_desktop.domain.edits.copying import copy_seats
from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.drops import Between, NotHere, Onto

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.chart.drops import Drop


def fitting_several(client: Client, seats: Sequence[SeatId], drop: Drop) -> Drop:
    """Return the drop of the first seat, or why the others can not come along.

    None of them can go into the branch of another that is dragged along.
    """
    if len(seats) == 1 or drop is None or isinstance(drop, NotHere):
        return drop
    parent = drop.parent if isinstance(drop, Onto) else drop.place.parent
    if parent is not None and not {parent, *client.seats_above(parent)}.isdisjoint(seats):
        return NotHere(_("Not here: this seat is part of the branches that you are moving."))
    return drop


def seats_in_hand(client: Client, seat: SeatId, chosen: Sequence[SeatId]) -> tuple[SeatId, ...]:
    """Return the seats whose branches are dragged with a seat, its own branch first.

    One that was chosen together with a seat above it goes along with that.
    """
    if seat not in chosen:
        return (seat,)
    found = tops(client, chosen)
    line = (seat, *client.seats_above(seat))
    own = next((each for each in found if each in line), seat)
    return (own, *(each for each in found if each != own))


def edit_of_drop(
    client: Client,
    seats: Sequence[SeatId],
    drop: Onto | Between,
    *,
    copy_with: Callable[[], str] | None = None,
) -> Edit:
    """Return the edit of dropping the branches there; copies get their ids from `copy_with`."""
    title = client.seat(seats[0]).title
    parent, index = _target(client, seats, drop, copies=copy_with is not None)
    if copy_with is not None:
        return copy_seats(seats, parent=parent, index=index, new_id=copy_with, title=title)
    if len(seats) == 1:
        return move_seat(seats[0], parent=parent, index=index, title=title)
    return move_seats(seats, parent=parent, index=index)


def _target(
    client: Client, seats: Sequence[SeatId], drop: Onto | Between, *, copies: bool
) -> tuple[SeatId | None, int | None]:
    """Return the new parent, and the place among those of its reports that stay."""
    if isinstance(drop, Onto):
        return drop.parent, None
    parent = drop.place.parent
    others = [seat for seat in client.children(parent) if seat != seats[0]]
    if copies:
        now = client.children(parent)
        return parent, now.index(others[drop.index]) if drop.index < len(others) else None
    return parent, sum(seat not in seats for seat in others[: drop.index])

"""What dropping a branch at a point of the list would do; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mspseat_desktop.layout.tidy_tree import Place
from mspseat_desktop.ui.chart.drop_several import fitting_several
from mspseat_desktop.ui.chart.drops import drop_between, drop_onto

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.chart.drops import Drop
    from mspseat_desktop.ui.outline.rows import Rows

BESIDE = 0.26
"""So much of a row's height, at its head and its foot, means before and after it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the pointer is: over a row, how far down in it (0 to 1), and at which depth.

    A row past the last one is the ground below the list.
    """

    row: int
    share: float
    depth: int


@dataclass(frozen=True, slots=True)
class Landing:
    """What a drop would do, and where it shows: a line before `row` at `depth`, or a frame."""

    drop: Drop
    row: int
    depth: int
    is_onto: bool


def landing_at(rows: Rows, client: Client, seats: Sequence[SeatId], spot: Spot) -> Landing:
    """Return where branches would land that are dropped there; the first seat is in hand."""
    landing = _landing_of_one(rows, client, seats[0], spot)
    return replace(landing, drop=fitting_several(client, seats, landing.drop))


def _landing_of_one(rows: Rows, client: Client, seat: SeatId, spot: Spot) -> Landing:
    count = len(rows.seats)
    if rows.is_filtered and spot.row >= count:
        return Landing(None, count, 0, is_onto=False)
    if spot.row >= count:
        return _after(rows, client, seat, row=count - 1, depth=min(spot.depth, 0))
    # In a filtered list nobody can see between which siblings a line would be.
    if rows.is_filtered or BESIDE <= spot.share <= 1 - BESIDE:
        target = rows.seats[spot.row]
        return Landing(
            drop_onto(client, seat, target), spot.row, rows.depths[spot.row], is_onto=True
        )
    if spot.share > 0.5:
        return _after(rows, client, seat, row=spot.row, depth=spot.depth)
    if spot.row == 0 or rows.depths[spot.row] > rows.depths[spot.row - 1]:
        return _before(rows, client, seat, spot.row)
    return _after(rows, client, seat, row=spot.row - 1, depth=spot.depth)


def _before(rows: Rows, client: Client, seat: SeatId, row: int) -> Landing:
    target = rows.seats[row]
    parent = client.seat(target).parent
    place = _place(parent, client.children(parent).index(target))
    return Landing(drop_between(client, seat, place), row, rows.depths[row], is_onto=False)


def _after(rows: Rows, client: Client, seat: SeatId, *, row: int, depth: int) -> Landing:
    """Land below a row: before its first report, or beside it or a seat above it by the depth."""
    depths = rows.depths
    here = depths[row]
    following = depths[row + 1] if row + 1 < len(depths) else 0
    if following > here:
        return _before(rows, client, seat, row + 1)
    wanted = max(following, min(here, depth))
    target = rows.seats[row]
    for _level in range(here - wanted):
        target = client.seat(target).parent or target
    parent = client.seat(target).parent
    place = _place(parent, client.children(parent).index(target) + 1)
    return Landing(drop_between(client, seat, place), row + 1, wanted, is_onto=False)


def _place(parent: SeatId | None, index: int) -> Place[SeatId]:
    return Place(parent, index, 0, 0, 0)

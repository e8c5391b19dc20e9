"""What dropping a branch at a point of the list would do; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.layout.answers import Place

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.chart.drops import Drop
    from mspseat_desktop.ui.chart.load import Load
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


def landing_at(rows: Rows, client: Client, load: Load, spot: Spot) -> Landing:
    """Return where a load would land that is dropped there."""
    count = len(rows.seats)
    only_onto = rows.is_filtered or not load.goes_between
    if only_onto and spot.row >= count:
        return Landing(None, count, 0, is_onto=False)
    if spot.row >= count:
        return _after(rows, client, load, row=count - 1, depth=min(spot.depth, 0))
    # In a filtered list nobody can see between which siblings a line would be.
    if only_onto or BESIDE <= spot.share <= 1 - BESIDE:
        target = rows.seats[spot.row]
        return Landing(load.onto(target), spot.row, rows.depths[spot.row], is_onto=True)
    if spot.share > 0.5:
        return _after(rows, client, load, row=spot.row, depth=spot.depth)
    if spot.row == 0 or rows.depths[spot.row] > rows.depths[spot.row - 1]:
        return _before(rows, client, load, spot.row)
    return _after(rows, client, load, row=spot.row - 1, depth=spot.depth)


def _before(rows: Rows, client: Client, load: Load, row: int) -> Landing:
    target = rows.seats[row]
    parent = client.seat(target).parent
    place = _place(parent, client.children(parent).index(target))
    return Landing(load.between(place), row, rows.depths[row], is_onto=False)


def _after(rows: Rows, client: Client, load: Load, *, row: int, depth: int) -> Landing:
    """Land below a row: before its first report, or beside it or a seat above it by the depth."""
    depths = rows.depths
    here = depths[row]
    following = depths[row + 1] if row + 1 < len(depths) else 0
    if following > here:
        return _before(rows, client, load, row + 1)
    wanted = max(following, min(here, depth))
    target = rows.seats[row]
    for _level in range(here - wanted):
        target = client.seat(target).parent or target
    parent = client.seat(target).parent
    place = _place(parent, client.children(parent).index(target) + 1)
    return Landing(load.between(place), row + 1, wanted, is_onto=False)


def _place(parent: SeatId | None, index: int) -> Place[SeatId]:
    return Place(parent, index, 0, 0, 0)

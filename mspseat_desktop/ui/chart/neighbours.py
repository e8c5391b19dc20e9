"""Which seat lies above, below, left or right of another in the drawing; knows no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.answers import Box
    from mspseat_desktop.layout.tidy_tree import TidyTree

Direction: TypeAlias = Literal["up", "down", "left", "right"]
Shift: TypeAlias = Literal["earlier", "later", "promote", "demote"]

FIRST_REACH = 600
"""How far a neighbour is first looked for, in pixels of the layout."""


def neighbour(
    client: Client, tree: TidyTree[SeatId], seat: SeatId, direction: Direction
) -> SeatId | None:
    """Return the seat that lies next in a direction, None at the edge of the chart.

    Towards the parent that is the parent, the other way the report nearest to the line; in a stack
    the next card of it; sideways whatever card comes first at the same height.
    """
    if seat not in tree:  # below a folded one: back to what is drawn
        return next((above for above in client.seats_above(seat) if above in tree), None)
    parent = client.seat(seat).parent
    back: Direction = "left" if tree.lies(parent) else "up"
    if direction in ("up", "down") and tree.is_stacked(seat):
        found = _in_stack(client, tree, seat, step=1 if direction == "down" else -1)
        if found is not None:
            return found
    if direction == back:
        return parent
    forth: Direction = "right" if tree.lies(seat) else "down"
    reports = tuple(each for each in client.children(seat) if each in tree)
    if direction == forth and reports:
        return _first_below(client, tree, seat, reports)
    if client.seat(seat).assistant and parent is not None and direction == _opposite(back):
        return _after_assistant(client, tree, parent, seat)
    at_the_foot = direction == "down" and not tree.lies(parent) and not tree.is_stacked(seat)
    at_the_end = direction == "right" and tree.lies(parent) and tree.lies(None)
    return None if at_the_foot or at_the_end else _beside(tree, seat, direction)


def shift_of(client: Client, tree: TidyTree[SeatId], seat: SeatId, direction: Direction) -> Shift:
    """Return what moving a seat in a direction of the drawing does to it."""
    is_drawn = seat in tree
    upright = is_drawn and (tree.lies(client.seat(seat).parent) or tree.is_stacked(seat))
    along: tuple[Direction, Direction] = ("up", "down") if upright else ("left", "right")
    if direction in along:
        return "later" if direction == along[1] else "earlier"
    return "promote" if direction in ("up", "left") else "demote"


def _opposite(direction: Direction) -> Direction:
    return "right" if direction == "left" else "down"


def _in_stack(client: Client, tree: TidyTree[SeatId], seat: SeatId, *, step: int) -> SeatId | None:
    siblings = client.children(client.seat(seat).parent)
    at = siblings.index(seat) + step
    if not 0 <= at < len(siblings) or not tree.is_stacked(siblings[at]):
        return None
    same = tree.position(siblings[at])[0] == tree.position(seat)[0]
    return siblings[at] if same else None


def _first_below(
    client: Client, tree: TidyTree[SeatId], seat: SeatId, reports: tuple[SeatId, ...]
) -> SeatId:
    """Return the first assistant, or the report that stands nearest to the middle of its seat."""
    helpers = [each for each in reports if client.seat(each).assistant]
    if helpers:
        return helpers[0]
    middle = reports[(len(reports) - 1) // 2]
    begins_anew = tree.lies(seat) != tree.lies(client.seat(seat).parent)
    return reports[0] if begins_anew or tree.is_stacked(middle) else middle


def _after_assistant(
    client: Client, tree: TidyTree[SeatId], parent: SeatId, seat: SeatId
) -> SeatId | None:
    """Return the next assistant further along the line, else the middle one of the others."""
    edge = 0 if tree.lies(parent) else 1
    here = tree.rect(seat)[edge]
    reports = client.children(parent)
    rest = [each for each in reports if not client.seat(each).assistant]
    for each in reports:
        if each not in rest and tree.rect(each)[edge] > here:
            return each
    return rest[(len(rest) - 1) // 2] if rest else None


def _beside(tree: TidyTree[SeatId], seat: SeatId, direction: Direction) -> SeatId | None:
    """Return the card that comes first in a direction, looked for farther and farther away."""
    card, bounds = tree.rect(seat), tree.bounds()
    farthest = max(bounds[2] - bounds[0], bounds[3] - bounds[1])
    reach = FIRST_REACH
    while True:
        found = [
            (_away(card, (left, top), direction), each)
            for each, left, top in tree.visible(*_ahead(card, direction, reach)).cards
            if each != seat
        ]
        nearest = min((way for way in found if way[0][0] >= 0), default=None)
        if nearest is not None:
            return nearest[1]
        if reach > farthest:
            return None
        reach *= 4


def _ahead(card: Box, direction: Direction, reach: int) -> Box:
    left, top, right, bottom = card
    match direction:
        case "left":
            return left - reach, top, left, bottom
        case "right":
            return right, top, right + reach, bottom
        case "up":
            return left, top - reach, right, top
    return left, bottom, right, bottom + reach


def _away(card: Box, other: tuple[int, int], direction: Direction) -> tuple[int, int]:
    """Return how far ahead another card begins, and how far beside; below 0 if it is not ahead."""
    dx, dy = other[0] - card[0], other[1] - card[1]
    match direction:
        case "left":
            return -dx, abs(dy)
        case "right":
            return dx, abs(dy)
        case "up":
            return -dy, abs(dx)
    return dy, abs(dx)

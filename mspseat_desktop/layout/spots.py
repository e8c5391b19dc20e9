"""Answers to "what is where" in a chart that is not all top-down; see `walk` for those that are.

Every seat is found from the one above it, in that one's frame, and drawn where its frame lies. A
branch is left out as soon as its box shows that it has no part in the answer.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from mspseat_desktop.layout.answers import Link, Place, Rail
from mspseat_desktop.layout.walk import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mspseat_desktop.layout.answers import Box
    from mspseat_desktop.layout.branches import Branches, Rows

Area: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom of what is asked for."""


class Node(NamedTuple):
    """A seat, and the frame in which its reports stand.

    `across` is the card's middle and `row` its row there; `start` is where the frame begins along.
    Slot 0 stands above all rows, in row -1.
    """

    slot: int
    across: int
    row: int
    lies: bool
    rows: Rows
    start: int


class Spot(NamedTuple):
    """A seat as its own frame places it: its card, and the box of its whole branch."""

    slot: int
    left: int
    top: int
    right: int
    bottom: int
    branch: Box
    row: int


def top_node(branches: Branches, rows: Rows) -> Node:
    """Return what stands above all roots; `rows` are those of the roots' frame."""
    return Node(0, 0, -1, branches.lies(0), rows, 0)


def spot_below(branches: Branches, node: Node, child: int) -> Spot:
    """Return where a child of the node's seat stands."""
    half, height = branches.spacing.card_width // 2, branches.height[child]
    at = node.across + branches.x[child]
    row = node.row
    if child in branches.beside:
        along = node.start + node.rows.tops[row] + branches.beside[child]
    else:
        row += 1
        along = node.start + node.rows.tops[row]
        if child in branches.stacked:
            along += branches.stacked[child][0]
    low, high = at + branches.low[child], at + branches.high[child]
    end = along + _length(branches, node, child, row, along)
    if node.lies:
        top = at - height // 2
        card = along, top, along + 2 * half, top + height
        return Spot(child, *card, (along, low, end, high), row)
    card = at - half, along, at + half, along + height
    return Spot(child, *card, (low, along, high, end), row)


def _length(branches: Branches, node: Node, child: int, row: int, along: int) -> int:
    """Return how far a branch reaches along."""
    size = branches.spacing.card_width if node.lies else branches.height[child]
    walls, depth = branches.walls.get(child), branches.depth[child]
    if depth > 1:
        size = node.start + node.rows.bottoms[row + depth - 1] - along
    elif branches.children[child]:
        size = max(size, branches.contour[child][2][0])
    if walls is not None:
        first = node.rows.tops[row]
        size = max(size, *(node.rows.tops[row + at] - first + long for at, long in walls.hangs))
    return size


def node_of(branches: Branches, node: Node, spot: Spot) -> Node:
    """Return the frame in which the reports of a child of the node's seat stand."""
    slot = spot.slot
    if not branches.is_block(slot):
        return Node(slot, node.across + branches.x[slot], spot.row, *node[3:])
    lies = branches.lies(slot)
    rows = branches.frames[slot]
    if lies:
        return Node(slot, spot.top + branches.height[slot] // 2, 0, lies, rows, spot.left)
    middle = spot.left + branches.spacing.card_width // 2
    return Node(slot, middle, 0, lies, rows, spot.top)


def spot_of(branches: Branches, rows: Rows, slot: int) -> Spot:
    """Return where a slot stands."""
    path = []
    while slot:
        path.append(slot)
        slot = branches.parent[slot]
    node = top_node(branches, rows)
    spot = spot_below(branches, node, path.pop())
    while path:
        node = node_of(branches, node, spot)
        spot = spot_below(branches, node, path.pop())
    return spot


def spots(branches: Branches, rows: Rows, box: Area) -> Iterator[Spot]:
    """Yield the seats whose cards meet a box, in no promised order."""
    for _node, found in _families(branches, rows, box, 0):
        for spot in found:
            if _meet(spot[1:5], box):
                yield spot


def hit(branches: Branches, rows: Rows, x: float, y: float) -> int:
    """Return the slot of the card at a point, 0 if there is none."""
    for spot in spots(branches, rows, _point(x, y)):
        if spot.left <= x < spot.right and spot.top <= y < spot.bottom:
            return spot.slot
    return 0


def visible(branches: Branches, rows: Rows, box: Area, min_width: float) -> Found:
    """Return all that meets the box; branches narrower than `min_width` become silhouettes."""
    found = Found()
    for node, family in _families(branches, rows, box, min_width):
        far: list[Box] = []
        for spot in family:
            if _is_narrow(branches, spot.slot, min_width):
                far.append(spot.branch)
            elif _meet(spot[1:5], box):
                found.cards.append((spot.slot, spot.left, spot.top))
        found.silhouettes += _joined(far, min_width, lies=node.lies)
        if node.slot:
            link = link_of(branches, node, family, box, min_width)
            if link is not None:
                found.links.append(link)
    return found


def _is_narrow(branches: Branches, slot: int, min_width: float) -> bool:
    return branches.high[slot] - branches.low[slot] < min_width


def _families(
    branches: Branches, rows: Rows, box: Area, min_width: float
) -> Iterator[tuple[Node, list[Spot]]]:
    """Yield each seat that has reports in or near a box, and those whose branches meet the box."""
    waiting = [top_node(branches, rows)] if branches.children[0] else []
    while waiting:
        node = waiting.pop()
        family = []
        for child in _near(branches, node, box):
            spot = spot_below(branches, node, child)
            if not _meet(spot.branch, box):
                continue
            family.append(spot)
            if branches.children[child] and not _is_narrow(branches, child, min_width):
                waiting.append(node_of(branches, node, spot))
        yield node, family


def _near(branches: Branches, node: Node, box: Area) -> Sequence[int]:
    """Return the children whose branches can meet the box; many are found by bisection."""
    slot = node.slot
    children = branches.children[slot]
    if slot not in branches.reach:
        return children
    low, high = branches.reach[slot]
    first, last = (box[1], box[3]) if node.lies else (box[0], box[2])
    place = branches.x.__getitem__
    return children[
        bisect_left(children, first - node.across - high, key=place) : bisect_right(
            children, last - node.across - low, key=place
        )
    ]


def _joined(far: list[Box], min_width: float, *, lies: bool) -> Iterator[Box]:
    """Yield narrow neighbours as one silhouette as long as that stays narrow too."""
    low, high = (1, 3) if lies else (0, 2)
    joined: Box | None = None
    for box in far:
        if joined is not None:
            both = _united(joined, box)
            if both[high] - both[low] < min_width:
                joined = both
                continue
            yield joined
        joined = box
    if joined is not None:
        yield joined


def _united(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _point(x: float, y: float) -> Area:
    return x - 0.5, y - 0.5, x + 0.5, y + 0.5


def link_of(
    branches: Branches, node: Node, family: Sequence[Spot], box: Area, min_width: float
) -> Link[int] | None:
    """Return the lines from a seat to its reports, as far as they lie near the box."""
    slot, across, lies = node.slot, node.across, node.lies
    children = branches.children[slot]
    size = branches.spacing.card_width if lies else branches.height[slot]
    begin = node.start + node.rows.tops[node.row] + size
    helpers = tuple(_helper(node, s) for s in family if s.slot in branches.beside)
    reports = [c for c in (children[0], children[-1]) if c not in branches.beside]
    if len(reports) < 2 and len(helpers) < len(children):
        reports = [c for c in children if c not in branches.beside]
    if not reports:
        end = max(h[1] for h in helpers) if helpers else begin
        return Link(slot, across, begin, end, across, across, end, [], lies, (), helpers)
    top = node.start + node.rows.tops[node.row + 1]
    bar = top - branches.spacing.level_gap // 2
    left, right = (_end(branches, node, each) for each in (reports[0], reports[-1]))
    near = [s for s in family if not _is_narrow(branches, s.slot, min_width)]
    stacked = branches.stacked
    heads = dict.fromkeys(stacked[s.slot][1] for s in near if s.slot in stacked)
    rails = tuple(_rail(branches, node, head, top) for head in heads)
    xs = [
        across + branches.x[s.slot]
        for s in near
        if s.slot not in branches.stacked and s.slot not in branches.beside
    ]
    if len(branches.stacks.get(reports[0], ())) == len(children):  # straight down to its one stack
        across = left
    low, high = min(across, left), max(across, right)
    end = max([top, *(rail.end for rail in rails)])
    area = (begin, low - 1, end, high + 1) if lies else (low - 1, begin, high + 1, end)
    if not (xs or rails or helpers or _meet(area, box)):
        return None
    return Link(slot, across, begin, bar, left, right, top, xs, lies, rails, helpers)


def _end(branches: Branches, node: Node, report: int) -> int:
    at = node.across + branches.x[report]
    if report in branches.stacked:
        at -= branches.spacing.card_width // 2 + branches.spacing.rail
    return at


def _rail(branches: Branches, node: Node, head: int, top: int) -> Rail:
    middles = [
        top + branches.stacked[each][0] + branches.height[each] // 2
        for each in branches.stacks[head]
    ]
    return Rail(_end(branches, node, head), branches.spacing.rail, tuple(middles))


def _helper(node: Node, spot: Spot) -> tuple[int, int]:
    """Return the edge of an assistant's card that faces the line, and its middle along."""
    if node.lies:
        edge = spot.bottom if spot.bottom <= node.across else spot.top
        return edge, (spot.left + spot.right) // 2
    edge = spot.right if spot.right <= node.across else spot.left
    return edge, (spot.top + spot.bottom) // 2


def place_at(branches: Branches, rows: Rows, x: float, y: float) -> Place[int] | None:
    """Return the place among siblings that is nearest to a point, if one is near."""
    margin = max(branches.spacing.sibling_gap, branches.spacing.lying_gap)
    grown = (x - margin, y - margin, x + margin, y + margin)
    best: tuple[float, Place[int]] | None = None
    for node, family in _families(branches, rows, grown, 0):
        found = _place_among(branches, node, family, x, y)
        if found is not None and (best is None or found[0] < best[0]):
            best = found
    return best[1] if best else None


def _place_among(
    branches: Branches, node: Node, family: Sequence[Spot], x: float, y: float
) -> tuple[float, Place[int]] | None:
    """Return how far away a place among the reports of one seat is, and the place."""
    for spot in family:
        if spot.slot in branches.stacked:
            found = _place_in_stack(branches, node, spot, x, y)
            if found is not None:
                return 0, found
    across, along = (y, x) if node.lies else (x, y)
    row = node.row + 1
    spots_ = [s for s in family if s.slot not in branches.beside]
    if not spots_ or row >= len(node.rows.tops):
        return None
    top, bottom = node.start + node.rows.tops[row], node.start + node.rows.bottoms[row]
    if not top <= along < bottom:
        return None
    ends = [(s.top, s.bottom) if node.lies else (s.left, s.right) for s in spots_]
    gap = branches.spacing.lying_gap if node.lies else branches.spacing.sibling_gap
    away = max(ends[0][0] - across, across - ends[-1][1], 0)
    if away > gap:
        return None
    after = [n for n, (low, high) in enumerate(ends) if (low + high) / 2 < across]
    children = branches.children[node.slot]
    if not after:
        line, index = ends[0][0] - gap // 2, children.index(spots_[0].slot)
    else:
        at = after[-1]
        index = children.index(spots_[at].slot) + 1
        line = ends[at][1] + gap // 2
        if at + 1 < len(ends):
            line = (ends[at][1] + ends[at + 1][0]) // 2
    if node.lies:
        return away, Place(node.slot, index, top, line, line, bottom - top)
    return away, Place(node.slot, index, line, top, bottom)


def _place_in_stack(
    branches: Branches, node: Node, spot: Spot, x: float, y: float
) -> Place[int] | None:
    """Return the place before or after a stacked card when the point is beside it or in its gap."""
    gap = branches.spacing.stack_gap
    is_beside = (
        spot.left - branches.spacing.rail <= x < spot.right + branches.spacing.sibling_gap // 2
    )
    if not is_beside or not spot.top - gap <= y < spot.bottom + gap:
        return None
    is_after = y >= (spot.top + spot.bottom) / 2
    index = branches.children[node.slot].index(spot.slot) + is_after
    line = spot.bottom + gap // 2 if is_after else spot.top - gap // 2
    return Place(node.slot, index, spot.left, line, line, spot.right - spot.left)

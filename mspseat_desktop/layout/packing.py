"""Place the children of one seat side by side, from their contours alone.

The rows of all branches are aligned, so two branches meet level by level: the distance that a
branch needs from those at its left is the largest, over the levels both have, of right edge minus
left edge. Only as many levels are read and written as the second deepest child has; below that,
the deepest child's levels are shared as they are. Over a whole tree that is linear work and memory
(each level of a child is paid for by the child that ends there), whatever the tree's shape.

All coordinates are whole pixels, so a result does not depend on the order of the edits that led
to it.
"""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

from mspseat_desktop.layout.branches import leaf_contour
from mspseat_desktop.layout.contour import above, agree, first_levels, join, without_levels

if TYPE_CHECKING:
    from mspseat_desktop.layout.branches import Branches
    from mspseat_desktop.layout.contour import Contour

MANY_CHILDREN = 32
"""From here on a search among children goes by bisection."""


def merge(branches: Branches, slot: int) -> bool:
    """Place the children of `slot` and renew its contour; say whether its parent sees a change."""
    children = branches.children[slot]
    if not children:
        contour, depth = _become_leaf(branches, slot), 1
    elif len(children) == 1:
        contour, depth = _stand_above_one(branches, slot, children[0])
    else:
        depths = list(map(branches.depth.__getitem__, children))
        depth = max(depths) + 1
        if depth == 2:
            contour = _pack_leaves(branches, slot, children)
        else:
            contour = _pack_left(branches, slot, children, depths)
    if depth == branches.depth[slot] and agree(contour, branches.contour[slot]):
        return False  # and the old one is kept, which makes the next comparison short
    branches.depth[slot] = depth
    branches.contour[slot] = contour
    return True


def _become_leaf(branches: Branches, slot: int) -> Contour:
    half = branches.spacing.card_width // 2 if slot else 0
    branches.low[slot], branches.high[slot] = -half, half
    branches.reach.pop(slot, None)
    return leaf_contour(branches, branches.height[slot])


def _stand_above_one(branches: Branches, slot: int, child: int) -> tuple[Contour, int]:
    branches.x[child] = 0
    branches.low[slot], branches.high[slot] = branches.low[child], branches.high[child]
    branches.reach.pop(slot, None)
    half = branches.spacing.card_width // 2
    contour = above(half, branches.height[slot], branches.contour[child])
    return contour, branches.depth[child] + 1


def _pack_leaves(branches: Branches, slot: int, children: list[int]) -> Contour:
    half = branches.spacing.card_width // 2
    pitch = 2 * half + branches.spacing.sibling_gap
    last = (len(children) - 1) * pitch
    middle = last // 2
    xs = branches.x
    for child, at in zip(children, range(-middle, last - middle + 1, pitch), strict=True):
        xs[child] = at
    left, right = -middle - half, last - middle + half
    branches.low[slot], branches.high[slot] = left, right
    if len(children) >= MANY_CHILDREN:
        branches.reach[slot] = (-half, half)
    else:
        branches.reach.pop(slot, None)
    tallest = max(map(branches.height.__getitem__, children))
    return (-half, left), (half, right), (branches.height[slot], tallest), None, 0


def _pack_left(branches: Branches, slot: int, children: list[int], depths: list[int]) -> Contour:
    """Push each child as far left as its left neighbours allow, then centre the parent.

    This is the one place that decides how siblings stand: another manner (mirrored, or the average
    of both) replaces this function and keeps its promise: `x` of the children, `low`, `high` and
    `reach` of the slot are set, and the slot's contour is returned.
    """
    contours, card_heights, xs = branches.contour, branches.height, branches.x
    half = branches.spacing.card_width // 2
    gap = branches.spacing.sibling_gap
    shared_from = sorted(depths)[-2]
    lefts: list[
        int
    ] = []  # all three: what the children so far take up, from the first one's centre
    rights: list[int] = []
    heights: list[int] = []
    deepest, deepest_at = children[0], 0
    at = 0
    for child, depth in zip(children, depths, strict=True):
        if depth == 1 and rights:  # most seats are leaves: the short way
            at = rights[0] + gap + half
            rights[0] = at + half
            heights[0] = max(heights[0], card_heights[child])
            xs[child] = at
            continue
        own_lefts, own_rights, own_heights = first_levels(contours[child], min(depth, shared_from))
        known = len(lefts)
        if known:
            at = max(map(sub, rights, own_lefts)) + gap
        taken = len(own_lefts)
        rights[:taken] = [edge + at for edge in own_rights]
        heights[:taken] = [*map(max, heights, own_heights), *own_heights[known:]]
        if taken > known:
            lefts += [edge + at for edge in own_lefts[known:]]
        xs[child] = at
        if depth > shared_from:
            deepest, deepest_at = child, at
    middle = at // 2
    _centre(branches, slot, children, middle)
    rest, shift = without_levels(contours[deepest], shared_from)
    return join(
        [-half, *[edge - middle for edge in lefts]],
        [half, *[edge - middle for edge in rights]],
        [card_heights[slot], *heights],
        rest,
        shift + deepest_at - middle,
    )


def _centre(branches: Branches, slot: int, children: list[int], middle: int) -> None:
    xs, lows, highs = branches.x, branches.low, branches.high
    low = high = 0
    for child in children:
        at = xs[child] = xs[child] - middle
        low = min(low, at + lows[child])
        high = max(high, at + highs[child])
    lows[slot], highs[slot] = low, high
    if len(children) >= MANY_CHILDREN:
        place = lows.__getitem__, highs.__getitem__
        branches.reach[slot] = min(map(place[0], children)), max(map(place[1], children))
    else:
        branches.reach.pop(slot, None)

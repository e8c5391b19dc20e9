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

from typing import TYPE_CHECKING

from mspseat_desktop.layout.branches import leaf_contour
from mspseat_desktop.layout.contour import (
    above,
    agree,
    first_levels,
    join,
    outline,
    without_levels,
)
from mspseat_desktop.layout.spreading import spread

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
            contour = _pack(branches, slot, children, depths)
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
    contour = above(-half, half, branches.height[slot], branches.contour[child])
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


def _pack(branches: Branches, slot: int, children: list[int], depths: list[int]) -> Contour:
    """Push each child as far left as its neighbour allows, then centre the parent.

    Where all are held by their neighbours there is nothing to spread: pushing them from the right
    would lead to the same places. Else `_pack_evenly` begins anew.
    """
    contours, xs = branches.contour, branches.x
    half = branches.spacing.card_width // 2
    gap = branches.spacing.sibling_gap
    shared_from = sorted(depths)[-2]
    first = children[0]
    known = first_levels(contours[first], min(depths[0], shared_from))
    lefts, rights, heights = map(list, known)  # of the children so far, from the first's centre
    taken_up = lefts, rights, heights
    deepest, deepest_at = first, 0
    at = xs[first] = 0
    before = depths[0]
    for child, depth in zip(children[1:], depths[1:], strict=True):
        if depth == 1:  # most seats are leaves: the short way
            at = rights[0] + gap + half
            rights[0] = at + half
            heights[0] = max(heights[0], branches.height[child])
        else:
            taken = depth if depth < shared_from else shared_from
            beside = _put_beside(taken_up, contours[child], taken, before, gap)
            if beside is None:
                return _pack_evenly(branches, slot, children, depths)
            at = beside
            if depth > shared_from:
                deepest, deepest_at = child, at
        before = depth
        xs[child] = at
    rest, shift = without_levels(contours[deepest], shared_from)
    middle = at // 2
    lefts = [-half, *[edge - middle for edge in lefts]]
    rights = [half, *[edge - middle for edge in rights]]
    _centre(branches, slot, middle)
    heights = [branches.height[slot], *heights]
    contour = join(lefts, rights, heights, rest, shift + deepest_at - middle)
    _span(branches, slot, contour)
    return contour


def _put_beside(
    taken_up: tuple[list[int], list[int], list[int]],
    contour: Contour,
    taken: int,
    before: int,
    gap: int,
) -> int | None:
    """Return the centre of a child at the right of others; `taken` levels of it join theirs.

    None if another one than the neighbour, which has `before` levels, keeps it away. The innermost
    loop of all: comparing in place is half again as quick as calling `max`.
    """
    lefts, rights, heights = taken_up
    own_lefts, own_rights, own_heights, _, _ = contour
    if len(own_lefts) < taken:
        own_lefts, own_rights, own_heights = first_levels(contour, taken)
    known = len(rights)
    common = known if known < taken else taken
    at = rights[0] - own_lefts[0]
    for level in range(1, common if common < before else before):
        apart = rights[level] - own_lefts[level]
        at = apart if apart > at else at
    for level in range(before, common):
        if rights[level] - own_lefts[level] > at:
            return None
    at += gap
    for level in range(common):
        rights[level] = own_rights[level] + at
        height = own_heights[level]
        heights[level] = height if height > heights[level] else heights[level]
    if taken > known:
        lefts += [edge + at for edge in own_lefts[known:taken]]
        rights += [edge + at for edge in own_rights[known:taken]]
        heights += own_heights[known:taken]
    return at


def _pack_evenly(branches: Branches, slot: int, children: list[int], depths: list[int]) -> Contour:
    """Stand the children midway between where pushing from the left and from the right puts them.

    Keeps the promise of `_pack`: `x` of the children, `low`, `high` and `reach` of the slot are
    set, and the slot's contour is returned.
    """
    spacing, xs = branches.spacing, branches.x
    shared_from = sorted(depths)[-2]
    levels = [
        first_levels(branches.contour[child], min(depth, shared_from))
        for child, depth in zip(children, depths, strict=True)
    ]
    half = spacing.card_width // 2
    centres = spread([own[0] for own in levels], [own[1] for own in levels], spacing.sibling_gap)
    for child, at in zip(children, centres, strict=True):
        xs[child] = at
    lefts, rights, heights = outline(levels, centres)
    deepest = max(range(len(children)), key=depths.__getitem__)
    rest, shift = without_levels(branches.contour[children[deepest]], shared_from)
    contour = join(
        [-half, *lefts],
        [half, *rights],
        [branches.height[slot], *heights],
        rest,
        shift + centres[deepest],
    )
    _span(branches, slot, contour)
    return contour


def _centre(branches: Branches, slot: int, middle: int) -> None:
    xs = branches.x
    for child in branches.children[slot]:
        xs[child] -= middle


def _span(branches: Branches, slot: int, contour: Contour) -> None:
    """Note how far the branch reaches to both sides, and its children if they are many."""
    children = branches.children[slot]
    lows, highs = branches.low, branches.high
    if contour[3] is None:
        lows[slot], highs[slot] = min(contour[0]), max(contour[1])
    else:
        lows[slot] = min([branches.x[child] + lows[child] for child in children])
        highs[slot] = max([branches.x[child] + highs[child] for child in children])
    if len(children) >= MANY_CHILDREN:
        low, high = lows.__getitem__, highs.__getitem__
        branches.reach[slot] = min(map(low, children)), max(map(high, children))
    elif branches.reach:
        branches.reach.pop(slot, None)

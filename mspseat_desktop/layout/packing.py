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

from mspseat_desktop.layout.branches import leaf_level

if TYPE_CHECKING:
    from mspseat_desktop.layout.branches import Branches, Level

MANY_CHILDREN = 32
"""From here on a search among children goes by bisection."""

COMPARED_LEVELS = 64
"""Contours are compared this deep; beyond that a branch counts as changed.

Without the limit an edit at the foot of a chain with side branches would compare n levels in each
of n ancestors.
"""


def merge(branches: Branches, slot: int) -> bool:
    """Place the children of `slot` and renew its contour; say whether its parent sees a change."""
    children = branches.children[slot]
    if not children:
        return _become_leaf(branches, slot)
    if len(children) == 1:
        return _stand_above_one(branches, slot, children[0])
    below: Level | None = _pack_left(branches, slot, children)
    depth = 1 + max(map(branches.depth.__getitem__, children))
    old = branches.level[slot]
    if depth == branches.depth[slot] and _same_levels(old[3], below):
        below = old[3]  # keeps the levels shared, and the next comparison short
        if old[2] == branches.height[slot]:
            return False
    branches.depth[slot] = depth
    branches.level[slot] = (0, 0, branches.height[slot], below)
    return True


def _become_leaf(branches: Branches, slot: int) -> bool:
    half = branches.spacing.card_width // 2 if slot else 0
    level = leaf_level(branches, branches.height[slot])
    changed = branches.level[slot] is not level
    branches.level[slot] = level
    branches.depth[slot] = 1
    branches.low[slot], branches.high[slot] = -half, half
    branches.reach.pop(slot, None)
    return changed


def _stand_above_one(branches: Branches, slot: int, child: int) -> bool:
    below = branches.level[child]
    old = branches.level[slot]
    branches.x[child] = 0
    branches.reach.pop(slot, None)
    if old[3] is below and old[2] == branches.height[slot]:
        return False
    branches.low[slot], branches.high[slot] = branches.low[child], branches.high[child]
    branches.depth[slot] = branches.depth[child] + 1
    branches.level[slot] = (0, 0, branches.height[slot], below)
    return True


def _pack_left(branches: Branches, slot: int, children: list[int]) -> Level:
    """Push each child as far left as its left neighbours allow, then centre the parent.

    This is the one place that decides how siblings stand: another manner (mirrored, or the average
    of both) replaces this function and keeps its promise: `x` of the children, `low`, `high` and
    `reach` of the slot are set, and the levels below the slot are returned.
    """
    all_depths, levels, xs = branches.depth, branches.level, branches.x
    half = branches.spacing.card_width // 2
    gap = branches.spacing.sibling_gap
    pitch = 2 * half + gap
    depths = [all_depths[child] for child in children]
    deepest = max(depths)
    if deepest == 1:
        return _pack_leaves(branches, slot, children)
    shared_from = sorted(depths)[-2]
    lefts: list[int] = []
    rights: list[int] = []
    heights: list[int] = []
    tail: Level | None = None
    tail_left = tail_right = 0
    at = 0
    known = 0  # levels that the children so far have
    for child, depth in zip(children, depths, strict=True):
        if depth == 1 and known:
            at = rights[0] + half + gap
            rights[0] += pitch
            height = levels[child][2]
            heights[0] = max(heights[0], height)
            xs[child] = at
            continue
        taken = min(depth, shared_from)
        at, rest, rest_left, rest_right = _place(
            branches, levels[child], taken, lefts, rights, heights
        )
        xs[child] = at
        if depth > shared_from:
            tail, tail_left, tail_right = rest, rest_left, rest_right
        known = max(known, taken)
    middle = at // 2
    _centre(branches, slot, children, middle)
    below = _below(tail, tail_left - lefts[-1], tail_right - rights[-1])
    for row in range(shared_from - 1, 0, -1):
        left, right = lefts[row] - lefts[row - 1], rights[row] - rights[row - 1]
        below = (left, right, heights[row], below)
    return (lefts[0] - middle + half, rights[0] - middle - half, heights[0], below)


def _place(
    branches: Branches,
    level: Level,
    taken: int,
    lefts: list[int],
    rights: list[int],
    heights: list[int],
) -> tuple[int, Level | None, int, int]:
    """Put one child to the right of its neighbours and write its first `taken` levels.

    Returns the child's centre, the level that was not taken any more, and that level's edges, all
    from the first child's centre.
    """
    right = branches.spacing.card_width // 2
    left = -right
    own_lefts: list[int] = []
    own_rights: list[int] = []
    own_heights: list[int] = []
    rest: Level | None = level
    for _ in range(taken):
        if rest is None:
            break
        step_left, step_right, height, rest = rest
        left += step_left
        right += step_right
        own_lefts.append(left)
        own_rights.append(right)
        own_heights.append(height)
    known = len(rights)
    at = max(map(sub, rights, own_lefts)) + branches.spacing.sibling_gap if known else 0
    rights[:taken] = [edge + at for edge in own_rights]
    lefts += [edge + at for edge in own_lefts[known:]]
    heights[:taken] = [*map(max, heights, own_heights), *own_heights[known:]]
    if rest is None:
        return at, None, 0, 0
    return at, rest, left + rest[0] + at, right + rest[1] + at


def _below(tail: Level | None, left: int, right: int) -> Level | None:
    """Return the deepest child's remaining levels, hung below others than its own."""
    if tail is None or (tail[0] == left and tail[1] == right):
        return tail
    return (left, right, tail[2], tail[3])


def _pack_leaves(branches: Branches, slot: int, children: list[int]) -> Level:
    half = branches.spacing.card_width // 2
    pitch = 2 * half + branches.spacing.sibling_gap
    last = (len(children) - 1) * pitch
    middle = last // 2
    xs = branches.x
    for child, at in zip(children, range(-middle, last - middle + 1, pitch), strict=True):
        xs[child] = at
    branches.low[slot] = -middle - half
    branches.high[slot] = last - middle + half
    if len(children) >= MANY_CHILDREN:
        branches.reach[slot] = (-half, half)
    else:
        branches.reach.pop(slot, None)
    return (-middle, last - middle, max(map(branches.height.__getitem__, children)), None)


def _centre(branches: Branches, slot: int, children: list[int], middle: int) -> None:
    xs, lows, highs = branches.x, branches.low, branches.high
    low = high = 0
    for child in children:
        at = xs[child] = xs[child] - middle
        low = min(low, at + lows[child])
        high = max(high, at + highs[child])
    lows[slot] = low
    highs[slot] = high
    if len(children) >= MANY_CHILDREN:
        branches.reach[slot] = (
            min(map(lows.__getitem__, children)),
            max(map(highs.__getitem__, children)),
        )
    else:
        branches.reach.pop(slot, None)


def _same_levels(one: Level | None, other: Level | None) -> bool:
    """Whether two contours agree. False also when they agree for longer than is worth reading."""
    for _ in range(COMPARED_LEVELS):
        if one is other:
            return True
        if one is None or other is None or one[:3] != other[:3]:
            return False
        one, other = one[3], other[3]
    return False

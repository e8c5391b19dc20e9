"""The numbers behind a tidy tree: one slot per seat, and contours that branches share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mspseat_desktop.layout.contour import Contour

NO_CHILDREN: list[int] = []  # shared by all leaves, so it is replaced and never changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Width of a card and the room between cards, in device-independent pixels.

    `card_width` is even, so that a card's centre is a whole pixel.
    """

    card_width: int = 224
    sibling_gap: int = 36
    level_gap: int = 48

    def __post_init__(self) -> None:
        if self.card_width <= 0 or self.card_width % 2 or min(self.sibling_gap, self.level_gap) < 0:
            raise ValueError("spacing")


@dataclass(slots=True)
class Branches:
    """A forest as parallel lists by slot. Slot 0 is no seat: it stands above all roots.

    `x` is the card's centre from its parent's centre; `low` and `high` are the outermost edges of
    the whole branch from its own centre; `depth` counts the branch's levels. `reach` holds, for a
    seat with many reports, the smallest `low` and the largest `high` among them.
    """

    spacing: Spacing
    parent: list[int] = field(default_factory=lambda: [-1])
    children: list[list[int]] = field(default_factory=lambda: [NO_CHILDREN])
    height: list[int] = field(default_factory=lambda: [0])
    x: list[int] = field(default_factory=lambda: [0])
    low: list[int] = field(default_factory=lambda: [0])
    high: list[int] = field(default_factory=lambda: [0])
    depth: list[int] = field(default_factory=lambda: [1])
    contour: list[Contour] = field(default_factory=lambda: [((0,), (0,), (0,), None, 0)])
    reach: dict[int, tuple[int, int]] = field(default_factory=dict)
    leaf_contours: dict[int, Contour] = field(default_factory=dict)
    free: list[int] = field(default_factory=list)


def leaf_contour(branches: Branches, height: int) -> Contour:
    """Return the contour of a leaf; leaves of one height share it."""
    contour = branches.leaf_contours.get(height)
    if contour is None:
        half = branches.spacing.card_width // 2
        contour = branches.leaf_contours[height] = ((-half,), (half,), (height,), None, 0)
    return contour


def add_slot(branches: Branches, parent: int, height: int) -> int:
    """Return a slot for a new leaf that its parent does not list yet."""
    half = branches.spacing.card_width // 2
    contour = leaf_contour(branches, height)
    if branches.free:
        slot = branches.free.pop()
        branches.parent[slot] = parent
        branches.height[slot] = height
        branches.low[slot] = -half
        branches.high[slot] = half
        branches.depth[slot] = 1
        branches.contour[slot] = contour
        return slot
    branches.parent.append(parent)
    branches.children.append(NO_CHILDREN)
    branches.height.append(height)
    branches.x.append(0)
    branches.low.append(-half)
    branches.high.append(half)
    branches.depth.append(1)
    branches.contour.append(contour)
    return len(branches.parent) - 1


def add_slots(branches: Branches, heights: list[int]) -> None:
    """Add a slot for each height, as leaves without a parent: the quick way to begin."""
    half = branches.spacing.card_width // 2
    count = len(heights)
    branches.parent += [-1] * count
    branches.children += [NO_CHILDREN] * count
    branches.height += heights
    branches.x += [0] * count
    branches.low += [-half] * count
    branches.high += [half] * count
    branches.depth += [1] * count
    leaves = {height: leaf_contour(branches, height) for height in set(heights)}
    branches.contour += map(leaves.__getitem__, heights)


def adopt(branches: Branches, parent: int, children: list[int]) -> None:
    """Give a leaf all its children at once."""
    branches.children[parent] = children
    for child in children:
        branches.parent[child] = parent


def free_slot(branches: Branches, slot: int) -> None:
    """Give a slot back; its contour is let go, as others may share no part of it any more."""
    branches.parent[slot] = -1
    branches.children[slot] = NO_CHILDREN
    branches.contour[slot] = leaf_contour(branches, 0)
    branches.reach.pop(slot, None)
    branches.free.append(slot)


def attach(branches: Branches, slot: int, parent: int, index: int) -> None:
    """List `slot` as child number `index` of `parent`."""
    siblings = branches.children[parent]
    if siblings:
        siblings.insert(index, slot)
    else:
        branches.children[parent] = [slot]
    branches.parent[slot] = parent


def detach(branches: Branches, slot: int) -> None:
    """Take `slot` out of its parent's list."""
    parent = branches.parent[slot]
    siblings = branches.children[parent]
    siblings.remove(slot)
    if not siblings:
        branches.children[parent] = NO_CHILDREN


def branch_slots(branches: Branches, slot: int) -> list[int]:
    """Return the slots of a branch, parents before children, level by level."""
    found = [slot]
    for each in found:  # grows while it is read: a queue without a second list
        found += branches.children[each]
    return found

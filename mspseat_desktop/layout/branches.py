"""The numbers behind a tidy tree: one slot per seat, and contours that branches share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from mspseat_desktop.layout.contour import Contour

Manner: TypeAlias = Literal["down", "right", "stacked"]
"""How reports stand: in a row below their seat, in a column at its right, or in a row in which
neighbours without reports of their own stand one below the other."""

NO_CHILDREN: list[int] = []  # shared by all leaves, so it is replaced and never changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Width of a card and the room between cards, in device-independent pixels.

    `card_width` is even, so that a card's centre is a whole pixel. `stack_gap` lies between cards
    of one stack, `lying_gap` between those in a column at the right of their seat. An assistant
    begins `beside` from the line and `below` from the card that it assists. The line along a stack
    runs `rail` left of its cards; a stack alone under its seat begins `indent` right of that.
    """

    card_width: int = 224
    sibling_gap: int = 36
    level_gap: int = 48
    stack_gap: int = 12
    lying_gap: int = 20
    beside: int = 20
    below: int = 20
    rail: int = 14
    indent: int = 28

    def __post_init__(self) -> None:
        gaps = self.sibling_gap, self.level_gap, self.stack_gap, self.lying_gap
        if self.card_width <= 0 or self.card_width % 2 or min(gaps) < 0:
            raise ValueError("spacing")


COMPACT = Spacing(sibling_gap=16, level_gap=32, stack_gap=6, lying_gap=8, beside=14, below=14)
MOST_STACKED = 10
"""Longer stacks are divided."""


class Walls(NamedTuple):
    """How far blocks stand out of a branch: what hangs below its rows, whatever rows come there.

    `lefts` and `rights` are steps: from that level down nothing else may stand right of the left
    edge and left of the right one. `hangs` say which level a block hangs from, and how long it is.
    """

    lefts: tuple[tuple[int, int], ...]
    rights: tuple[tuple[int, int], ...]
    hangs: tuple[tuple[int, int], ...]


class Rows(NamedTuple):
    """Where each row begins, and where the largest card in it ends."""

    tops: tuple[int, ...]
    bottoms: tuple[int, ...]


@dataclass(slots=True)
class Branches:
    """A forest as parallel lists by slot. Slot 0 is no seat: it stands above all roots.

    `x` is the card's centre from its parent's centre; `low` and `high` are the outermost edges of
    the whole branch from its own centre; `depth` counts the branch's levels. `reach` holds, for a
    seat with many reports, the smallest `low` and the largest `high` among them.

    The rest is for charts that are not all top-down. A seat stands in the frame of the one above:
    where reports stand at the right of it, the numbers above are those of the drawing turned over,
    with y in place of x. `manner` is how the reports of a seat stand, `own` where that was chosen
    for this very seat. `frames` has the rows of each seat that begins another frame below it,
    `walls` what hangs out of rows. `stacked` says for each seat in a stack how far it stands below
    the row, and which seat is the first; `stacks` has the seats by the first. `beside` says how far
    below the top of the seat that it assists an assistant stands; those seats are `helped`.
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
    manner: list[Manner] = field(default_factory=lambda: ["down"])
    own: dict[int, Manner] = field(default_factory=dict)
    assistants: set[int] = field(default_factory=set)
    frames: dict[int, Rows] = field(default_factory=dict)
    walls: dict[int, Walls] = field(default_factory=dict)
    stacked: dict[int, tuple[int, int]] = field(default_factory=dict)
    stacks: dict[int, tuple[int, ...]] = field(default_factory=dict)
    beside: dict[int, int] = field(default_factory=dict)
    helped: set[int] = field(default_factory=set)

    @property
    def is_plain(self) -> bool:
        """Whether all stands in rows, as in most charts."""
        return self.manner[0] == "down" and not self.own and not self.assistants

    def lies(self, slot: int) -> bool:
        """Whether the reports of the slot stand at the right of it."""
        return self.manner[slot] == "right"

    def is_assistant(self, slot: int) -> bool:
        """Whether the slot is drawn beside the line; at the top there is none."""
        return slot in self.assistants and self.parent[slot] > 0

    def is_block(self, slot: int) -> bool:
        """Whether a frame of its own begins below the slot, which is a block for those above."""
        if not slot or not self.children[slot]:
            return False
        return self.is_assistant(slot) or self.lies(slot) != self.lies(self.parent[slot])


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
        branches.manner[slot] = branches.manner[parent]
        return slot
    branches.parent.append(parent)
    branches.children.append(NO_CHILDREN)
    branches.height.append(height)
    branches.x.append(0)
    branches.low.append(-half)
    branches.high.append(half)
    branches.depth.append(1)
    branches.contour.append(contour)
    branches.manner.append(branches.manner[parent])
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
    branches.manner += [branches.manner[0]] * count


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
    branches.own.pop(slot, None)
    branches.assistants.discard(slot)
    forget(branches, slot)
    branches.free.append(slot)


def forget(branches: Branches, slot: int) -> None:
    """Let go of how a slot stood in a chart that is not all top-down."""
    branches.walls.pop(slot, None)
    branches.frames.pop(slot, None)
    branches.helped.discard(slot)
    free_of_stack(branches, slot)


def free_of_stack(branches: Branches, slot: int) -> None:
    """Take a slot out of its stack, or from beside the line."""
    branches.stacked.pop(slot, None)
    branches.stacks.pop(slot, None)
    branches.beside.pop(slot, None)


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

"""Places the reports of a seat where the chart is not all top-down.

A *frame* is a part of the chart in which reports stand one manner: in rows below each other, or,
turned over, in columns beside each other. Within a frame branches meet level by level as in
`packing`. What begins another frame is a *block*: its box hangs from one level, and no level below
comes into its way, however long it is; so rows stay aligned and need not wait for it. Stacks hang
the same way. Assistants stand in the room that their seat's own row keeps below its card.

Here "across" is along a row and "along" is from level to level: x and y, or y and x turned over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mspseat_desktop.layout import packing
from mspseat_desktop.layout.branches import (
    MOST_STACKED,
    Walls,
    free_of_stack,
    leaf_contour,
)
from mspseat_desktop.layout.contour import above, agree, first_levels, join, outline, without_levels
from mspseat_desktop.layout.spreading import spread
from mspseat_desktop.layout.walls import Item, length_of, rows_of, walls_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mspseat_desktop.layout.branches import Branches
    from mspseat_desktop.layout.contour import Contour

FAR = 1 << 60


class Placed(NamedTuple):
    """Reports in their places: their outline from the first level below the seat on."""

    low: int
    high: int
    contour: Contour
    depth: int
    walls: Walls | None


def merge(branches: Branches, slot: int) -> bool:
    """Place the children of `slot` and renew its contour; say whether its parent sees a change."""
    if branches.is_plain and not (branches.walls or branches.stacked or branches.beside):
        return packing.merge(branches, slot)
    before = branches.walls.get(slot)
    if _is_arranged(branches, slot):
        changed = _arrange(branches, slot)
    else:
        forget_places(branches, slot)
        branches.walls.pop(slot, None)
        branches.frames.pop(slot, None)
        branches.helped.discard(slot)
        low, high = branches.low[slot], branches.high[slot]
        changed = packing.merge(branches, slot)
        changed |= (low, high) != (branches.low[slot], branches.high[slot])
    return changed or before != branches.walls.get(slot)


def forget_places(branches: Branches, slot: int) -> None:
    """Take the children out of stacks and from beside the line."""
    if branches.stacked or branches.beside:
        for child in branches.children[slot]:
            free_of_stack(branches, child)


def card_edges(branches: Branches, slot: int, *, lies: bool) -> tuple[int, int]:
    """Return the edges of a slot's card across, from its middle."""
    if not slot:
        return 0, 0
    whole = branches.height[slot] if lies else branches.spacing.card_width
    return -(whole // 2), whole - whole // 2


def card_size(branches: Branches, slot: int, *, lies: bool) -> int:
    """Return how long a slot's card is along."""
    if not slot:
        return 0
    return branches.spacing.card_width if lies else branches.height[slot]


def _is_arranged(branches: Branches, slot: int) -> bool:
    """Whether the slot or its reports stand in another manner than the plain one."""
    if slot and branches.lies(branches.parent[slot]):
        return True
    children = branches.children[slot]
    if not children:
        return False
    if branches.manner[slot] == "right" or branches.is_assistant(slot):
        return True
    if branches.manner[slot] == "stacked" and len(children) > 1:
        return True
    walls, assistants, helped = branches.walls, branches.assistants, branches.helped
    return any(c in walls or c in assistants or c in helped for c in children)


def _arrange(branches: Branches, slot: int) -> bool:
    forget_places(branches, slot)
    branches.reach.pop(slot, None)
    if branches.children[slot]:
        placed = _whole(branches, slot)
        if branches.is_block(slot):
            placed = _as_block(branches, slot, placed)
        else:
            branches.frames.pop(slot, None)
    else:
        placed = _leaf(branches, slot)
        branches.frames.pop(slot, None)
        branches.helped.discard(slot)
    return _keep(branches, slot, placed)


def _keep(branches: Branches, slot: int, placed: Placed) -> bool:
    if placed.walls is None:
        branches.walls.pop(slot, None)
    else:
        branches.walls[slot] = placed.walls
    same = (
        placed.depth == branches.depth[slot]
        and (placed.low, placed.high) == (branches.low[slot], branches.high[slot])
        and agree(placed.contour, branches.contour[slot])
    )
    branches.low[slot], branches.high[slot] = placed.low, placed.high
    if not same:
        branches.depth[slot], branches.contour[slot] = placed.depth, placed.contour
    return not same


def _leaf(branches: Branches, slot: int) -> Placed:
    lies = branches.lies(branches.parent[slot])
    low, high = card_edges(branches, slot, lies=lies)
    size = card_size(branches, slot, lies=lies)
    contour = ((low,), (high,), (size,), None, 0) if lies else leaf_contour(branches, size)
    return Placed(low, high, contour, 1, None)


def _whole(branches: Branches, slot: int) -> Placed:
    """Place all below the slot, and return its outline in its own frame."""
    lies, is_block = branches.lies(slot), branches.is_block(slot)
    children = branches.children[slot]
    helpers = [child for child in children if branches.is_assistant(child)]
    reports = [c for c in children if not branches.is_assistant(c)] if helpers else children
    low, high = card_edges(branches, slot, lies=lies)
    size = card_size(branches, slot, lies=lies)
    branches.helped.discard(slot)
    if helpers:
        branches.helped.add(slot)
        low, high, size = _put_beside(branches, helpers, (low, high, size), one_sided=is_block)
    if not reports:
        return Placed(low, high, ((low,), (high,), (size,), None, 0), 1, None)
    if not helpers and not is_block:
        if len(reports) == 1:
            return _above_one(branches, reports[0], (low, high, size))
        if lies and _are_leaves(branches, reports):
            return _beside_leaves(branches, slot, reports, (low, high, size))
    items = _items(branches, slot, reports)
    centres = _centres(branches, items, lies=lies)
    if len(items) == 1 and len(items[0].slots) > 1 and not helpers:
        centres = [branches.spacing.indent]
    if is_block:  # flush with the first card, so that rows and columns around it stay aligned
        first = min(at + item.low for at, item in zip(centres, items, strict=True))
        centres = [at + max(0, low - first) for at in centres]
    _put(branches, slot, items, centres, is_sorted=not helpers)
    contour = _joined(items, centres, (low, high, size))
    return Placed(
        min(low, *(at + item.low for at, item in zip(centres, items, strict=True))),
        max(high, *(at + item.high for at, item in zip(centres, items, strict=True))),
        contour,
        1 + max(item.depth for item in items),
        walls_around(items, centres),
    )


def _above_one(branches: Branches, child: int, card: tuple[int, int, int]) -> Placed:
    """Place an only report: the short way, which makes a long chain quick."""
    low, high, size = card
    branches.x[child] = 0
    walls = branches.walls.get(child)
    return Placed(
        min(low, branches.low[child]),
        max(high, branches.high[child]),
        above(low, high, size, branches.contour[child]),
        branches.depth[child] + 1,
        walls_around([_single(branches, child)], [0]) if walls else None,
    )


def _are_leaves(branches: Branches, slots: Sequence[int]) -> bool:
    children = branches.children
    return not any(children[slot] for slot in slots)


def _beside_leaves(
    branches: Branches, slot: int, reports: Sequence[int], card: tuple[int, int, int]
) -> Placed:
    """Place reports that nobody reports to in their column: the short way for most seats."""
    gap, heights = branches.spacing.lying_gap, branches.height
    middles = []
    at = -(heights[reports[0]] // 2)
    for report in reports:
        middles.append(at + heights[report] // 2)
        at += heights[report] + gap
    middle = middles[-1] // 2
    xs = branches.x
    for report, place in zip(reports, middles, strict=True):
        xs[report] = place - middle
    low = -(heights[reports[0]] // 2) - middle
    high = at - gap - middle
    if len(reports) >= packing.MANY_CHILDREN:
        tallest = max(map(heights.__getitem__, reports))
        branches.reach[slot] = -tallest, tallest
    own_low, own_high, size = card
    width = branches.spacing.card_width
    contour = (own_low, low), (own_high, high), (size, width), None, 0
    return Placed(min(own_low, low), max(own_high, high), contour, 2, None)


def _put_beside(
    branches: Branches, helpers: Sequence[int], card: tuple[int, int, int], *, one_sided: bool
) -> tuple[int, int, int]:
    """Put assistants beside the line, by turns before and behind it.

    Return what the card takes up then: low and high edge across, and the size along.
    """
    low, high, size = card
    spacing = branches.spacing
    start, longest = size + spacing.below, 0
    is_before = False
    for number, helper in enumerate(helpers):
        contour, walls = branches.contour[helper], branches.walls.get(helper)
        own_low, own_high, length = contour[0][0], contour[1][0], contour[2][0]
        if walls is not None:
            length = max(length, walls.hangs[0][1])
        # One with reports of its own stands behind, so that they do not come before the line.
        is_before = not (is_before or one_sided or branches.children[helper])
        at = -spacing.beside - own_high if is_before else spacing.beside - own_low
        branches.x[helper] = at
        branches.beside[helper] = start
        low, high = min(low, at + own_low), max(high, at + own_high)
        longest = max(longest, length)
        if not is_before or number == len(helpers) - 1:
            size = start + longest
            start, longest = size + spacing.stack_gap, 0
    return low, high, size


def _items(branches: Branches, slot: int, reports: Sequence[int]) -> list[Item]:
    items: list[Item] = []
    run: list[int] = []
    stacks = bool(slot) and branches.manner[slot] == "stacked"
    for report in reports:
        if stacks and not branches.children[report]:
            run.append(report)
            continue
        items += _stacks(branches, run)
        run = []
        items.append(_single(branches, report))
    return [*items, *_stacks(branches, run)]


def _single(branches: Branches, slot: int) -> Item:
    return Item(
        (slot,),
        branches.contour[slot],
        branches.depth[slot],
        branches.walls.get(slot),
        branches.low[slot],
        branches.high[slot],
    )


def _stacks(branches: Branches, run: Sequence[int]) -> Iterable[Item]:
    """Yield the stacks that neighbours without reports form; a single one is none."""
    if len(run) == 1:
        yield _single(branches, run[0])
        return
    count = -(-len(run) // MOST_STACKED)
    start = 0
    for number in range(count):
        end = start + (len(run) - start) // (count - number)
        yield _stack(branches, tuple(run[start:end]))
        start = end


def _stack(branches: Branches, slots: tuple[int, ...]) -> Item:
    half = branches.spacing.card_width // 2
    at = 0
    for slot in slots:
        branches.stacked[slot] = at, slots[0]
        at += branches.height[slot] + branches.spacing.stack_gap
    branches.stacks[slots[0]] = slots
    low, high, size = -half - branches.spacing.rail, half, branches.height[slots[0]]
    contour: Contour = ((low,), (high,), (size,), None, 0)
    hangs = ((0, at - branches.spacing.stack_gap),)
    return Item(slots, contour, 1, Walls(((0, low),), ((0, high),), hangs), low, high)


def _centres(branches: Branches, items: Sequence[Item], *, lies: bool) -> list[int]:
    if len(items) == 1:
        return [0]
    spacing = branches.spacing
    gap = spacing.lying_gap if lies else spacing.sibling_gap
    shared_from = sorted(item.depth for item in items)[-2]
    has_walls = any(item.walls for item in items)
    if shared_from == 1 and not has_walls:
        return _in_line(items, gap)
    levels = [first_levels(item.contour, min(item.depth, shared_from)) for item in items]
    lefts: list[Sequence[int]] = [own[0] for own in levels]
    rights: list[Sequence[int]] = [own[1] for own in levels]
    if has_walls:
        for number, item in enumerate(items):
            lefts[number] = _reached(lefts[number], item, shared_from, 1)
            rights[number] = _reached(rights[number], item, shared_from, -1)
    return spread(lefts, rights, gap)


def _in_line(items: Sequence[Item], gap: int) -> list[int]:
    """Return the centres of cards that only their neighbours keep away."""
    centres = [0]
    edge = items[0].contour[1][0]
    for item in items[1:]:
        at = edge + gap - item.contour[0][0]
        edge = at + item.contour[1][0]
        centres.append(at)
    middle = centres[-1] // 2
    return [at - middle for at in centres]


def _reached(edges: Sequence[int], item: Item, shared_from: int, side: int) -> Sequence[int]:
    """Return the edges that count on the shared levels, and one more for all levels below.

    `side` is 1 for left edges and -1 for right ones. Only the deepest has cards below; its widest
    edge stands for them.
    """
    outermost = item.low if side > 0 else item.high
    if item.walls is None:
        return [*edges, outermost] if item.depth > shared_from else edges
    found = [side * edge for edge in edges]
    found += [FAR] * (shared_from + 1 - len(found))
    if item.depth > shared_from:
        found[shared_from] = side * outermost
    for level, edge in item.walls.lefts if side > 0 else item.walls.rights:
        for each in range(min(level, shared_from), shared_from + 1):
            found[each] = min(found[each], side * edge)
    return [side * edge for edge in found]


def _put(
    branches: Branches,
    slot: int,
    items: Sequence[Item],
    centres: Sequence[int],
    *,
    is_sorted: bool,
) -> None:
    xs = branches.x
    for item, at in zip(items, centres, strict=True):
        for each in item.slots:
            xs[each] = at
    if is_sorted and len(branches.children[slot]) >= packing.MANY_CHILDREN:
        branches.reach[slot] = min(i.low for i in items), max(i.high for i in items)


def _joined(items: Sequence[Item], centres: Sequence[int], card: tuple[int, int, int]) -> Contour:
    low, high, size = card
    if len(items) == 1:
        return join([low], [high], [size], items[0].contour, centres[0])
    depths = [item.depth for item in items]
    shared_from = sorted(depths)[-2]
    levels = [first_levels(item.contour, min(item.depth, shared_from)) for item in items]
    lefts, rights, sizes = outline(levels, centres)
    deepest = max(range(len(items)), key=depths.__getitem__)
    rest, shift = without_levels(items[deepest].contour, shared_from)
    return join([low, *lefts], [high, *rights], [size, *sizes], rest, shift + centres[deepest])


def _as_block(branches: Branches, slot: int, placed: Placed) -> Placed:
    """Note the rows of the frame that begins here, and return how those above see it."""
    lies = branches.lies(slot)
    rows = branches.frames[slot] = rows_of(placed.contour, branches.spacing.level_gap)
    length = length_of(rows, placed.walls)
    if lies == branches.lies(branches.parent[slot]):  # an assistant with reports
        low, high, size = placed.low, placed.high, card_size(branches, slot, lies=lies)
    else:
        low, own = card_edges(branches, slot, lies=not lies)
        high, length = low + length, placed.high - placed.low
        size = card_size(branches, slot, lies=not lies)
        high = max(high, own)
    walls = Walls(((0, low),), ((0, high),), ((0, length),))
    return Placed(low, high, ((low,), (high,), (size,), None, 0), 1, walls)

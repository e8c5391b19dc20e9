"""Answers to "what is where" in a tidy tree, found by walking down from the roots.

A branch is left out as soon as its extent shows that it has no part in the answer, so a question
about one screen costs about as much as the seats on it. Everything here speaks in slots.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mspseat_desktop.layout.answers import Link, Place
from mspseat_desktop.layout.packing import MANY_CHILDREN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.layout.answers import Box
    from mspseat_desktop.layout.branches import Branches, Rows


@dataclass(slots=True)
class Found:
    """What a rectangle shows: cards as (slot, left, top), far branches, links."""

    cards: list[tuple[int, int, int]] = field(default_factory=list)
    silhouettes: list[Box] = field(default_factory=list)
    links: list[Link[int]] = field(default_factory=list)


class _Window(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    min_width: float
    first_row: int
    last_row: int


def depths(branches: Branches, slots: set[int]) -> dict[int, int]:
    """Return how many steps each slot is below slot 0, reading each ancestor once."""
    known = {0: 0}
    for slot in slots:
        path = []
        each = slot
        while each not in known:
            path.append(each)
            each = branches.parent[each]
        steps = known[each]
        for each in reversed(path):
            steps += 1
            known[each] = steps
    return {slot: known[slot] for slot in slots}


def centre(branches: Branches, slot: int) -> tuple[int, int]:
    """Return the x of a card's centre and its row."""
    x, row = 0, -1
    while slot:
        x += branches.x[slot]
        row += 1
        slot = branches.parent[slot]
    return x, row


def visible(
    branches: Branches, rows: Rows, box: tuple[float, float, float, float], min_width: float
) -> Found:
    """Return all that meets the box; branches narrower than `min_width` become silhouettes."""
    left, top, right, bottom = box
    window = _Window(
        left,
        top,
        right,
        bottom,
        min_width,
        bisect_right(rows.bottoms, top),
        bisect_left(rows.tops, bottom) - 1,
    )
    found = Found()
    waiting = [(0, 0, 0)] if window.last_row >= 0 else []
    while waiting:
        _look_at_children(branches, rows, window, found, waiting)
    return found


def _look_at_children(
    branches: Branches,
    rows: Rows,
    window: _Window,
    found: Found,
    waiting: list[tuple[int, int, int]],
) -> None:
    slot, x, row = waiting.pop()
    start, head, end, _foot, min_width, first_row, last_row = window
    half, top = branches.spacing.card_width // 2, rows.tops[row]
    xs, lows, highs, all_depths = branches.x, branches.low, branches.high, branches.depth
    far: list[tuple[int, int, int]] = []
    for child in _near(branches, slot, start - x, end - x):
        at = x + xs[child]
        left, right = at + lows[child], at + highs[child]
        if right <= start or left >= end:
            continue
        depth = all_depths[child]
        if row + depth <= first_row:
            continue
        if right - left < min_width:
            far.append((left, right, row + depth - 1))
            continue
        if at - half < end and at + half > start and top + branches.height[child] > head:
            found.cards.append((child, at - half, top))
        if depth > 1:
            _add_link(branches, rows, window, found, (child, at, row))
            if row < last_row:
                waiting.append((child, at, row + 1))
    if far:
        found.silhouettes += _joined(far, rows, row, min_width)


def _near(branches: Branches, slot: int, left: float, right: float) -> list[int]:
    """Return the children whose branches can meet the span, which counts from the slot's centre."""
    children = branches.children[slot]
    if len(children) < MANY_CHILDREN:
        return children
    low, high = branches.reach[slot]
    place = branches.x.__getitem__
    return children[
        bisect_left(children, left - high, key=place) : bisect_right(
            children, right - low, key=place
        )
    ]


def _joined(
    far: list[tuple[int, int, int]], rows: Rows, row: int, min_width: float
) -> Iterator[Box]:
    """Yield narrow neighbours as one silhouette as long as that stays narrow too."""
    left, right, deepest = far[0]
    for next_left, next_right, next_deepest in far[1:]:
        if max(right, next_right) - min(left, next_left) < min_width:
            left, right = min(left, next_left), max(right, next_right)
            deepest = max(deepest, next_deepest)
        else:
            yield left, rows.tops[row], right, rows.bottoms[deepest]
            left, right, deepest = next_left, next_right, next_deepest
    yield left, rows.tops[row], right, rows.bottoms[deepest]


def _add_link(
    branches: Branches, rows: Rows, window: _Window, found: Found, card: tuple[int, int, int]
) -> None:
    slot, x, row = card
    start, head, end, foot, min_width, _first_row, _last_row = window
    child_top = rows.tops[row + 1]
    if child_top < head:
        return
    bottom = rows.tops[row] + branches.height[slot]
    if bottom > foot:
        return
    xs, children = branches.x, branches.children[slot]
    left, right = x + xs[children[0]], x + xs[children[-1]]
    if left > end or right < start:
        return
    low, high = start - x, end - x
    child_xs = [
        x + xs[child]
        for child in _near(branches, slot, low, high)
        if low <= xs[child] <= high and branches.high[child] - branches.low[child] >= min_width
    ]
    bar_y = child_top - branches.spacing.level_gap // 2
    found.links.append(Link(slot, x, bottom, bar_y, left, right, child_top, child_xs))


def hit(branches: Branches, rows: Rows, x: float, y: float) -> int:
    """Return the slot of the card at a point, 0 if there is none."""
    target = bisect_right(rows.tops, y) - 1
    if target < 0 or y >= rows.bottoms[target]:
        return 0
    half = branches.spacing.card_width // 2
    waiting = [(0, 0, 0)]
    while waiting:
        slot, middle, row = waiting.pop()
        for child in _near(branches, slot, x - middle, x - middle):
            at = middle + branches.x[child]
            if row == target:
                if at - half <= x < at + half:
                    return child if y < rows.tops[row] + branches.height[child] else 0
            elif (
                branches.depth[child] > target - row
                and at + branches.low[child] <= x < at + branches.high[child]
            ):
                waiting.append((child, at, row + 1))
    return 0


def place_at(branches: Branches, rows: Rows, x: float, y: float) -> Place[int] | None:
    """Return the place among siblings that is nearest to a point in a row, if one is near.

    Near is no farther outside the outermost siblings than the gap between two cards.
    """
    target = bisect_right(rows.tops, y) - 1
    if target < 0 or y >= rows.bottoms[target]:
        return None
    spacing = branches.spacing
    margin = spacing.sibling_gap
    best: tuple[float, int, int] | None = None
    waiting = [(0, 0, 0)]
    while waiting:
        slot, middle, row = waiting.pop()
        if row == target:
            children = branches.children[slot]
            half = spacing.card_width // 2
            left = middle + branches.x[children[0]] - half
            right = middle + branches.x[children[-1]] + half
            away = max(left - x, x - right, 0)
            if away <= margin and (best is None or away < best[0]):
                best = away, slot, middle
            continue
        for child in _near(branches, slot, x - margin - middle, x + margin - middle):
            at = middle + branches.x[child]
            if (
                branches.depth[child] > target - row
                and at + branches.low[child] - margin <= x <= at + branches.high[child] + margin
            ):
                waiting.append((child, at, row + 1))
    return _place_among(branches, rows, x, best[1:], target) if best else None


def _place_among(
    branches: Branches, rows: Rows, x: float, family: tuple[int, int], row: int
) -> Place[int]:
    slot, middle = family
    children = branches.children[slot]
    xs = branches.x
    beside = (branches.spacing.card_width + branches.spacing.sibling_gap) // 2
    index = bisect_left(children, x - middle, key=xs.__getitem__)
    if index == 0:
        line = xs[children[0]] - beside
    elif index == len(children):
        line = xs[children[-1]] + beside
    else:
        line = (xs[children[index - 1]] + xs[children[index]]) // 2
    return Place(slot, index, middle + line, rows.tops[row], rows.bottoms[row])


def branch_box(branches: Branches, rows: Rows, slot: int) -> Box:
    """Return the smallest box of whole rows around a branch."""
    x, row = centre(branches, slot)
    last = row + branches.depth[slot] - 1
    return (
        x + branches.low[slot],
        rows.tops[row],
        x + branches.high[slot],
        rows.bottoms[last],
    )

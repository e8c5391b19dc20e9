"""What hangs below the rows of a frame: how far it stands out, and how long it makes the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mspseat_desktop.layout.branches import Rows, Walls

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mspseat_desktop.layout.contour import Contour

MOST_STEPS = 8
"""Walls have no more steps: where they would, the last ones count from the first of them on."""


class Item(NamedTuple):
    """What stands side by side: one branch, or a stack of seats without reports."""

    slots: tuple[int, ...]
    contour: Contour
    depth: int
    walls: Walls | None
    low: int
    high: int


def length_of(rows: Rows, walls: Walls | None, *, skipped: int = 0) -> int:
    """Return how far a frame reaches along; `rows` lack the first `skipped` levels."""
    ends = [rows.bottoms[-1] if rows.bottoms else 0]
    if walls is not None:
        ends += [rows.tops[level - skipped] + size for level, size in walls.hangs]
    return max(ends)


def rows_of(contour: Contour | None, gap: int, *, skipped: int = 0) -> Rows:
    """Return the rows of a contour, without its first `skipped` levels."""
    sizes: list[int] = []
    while contour is not None:
        sizes += contour[2]
        contour = contour[3]
    tops: list[int] = []
    bottoms: list[int] = []
    at = 0
    for size in sizes[skipped:]:
        tops.append(at)
        bottoms.append(at + size)
        at += size + gap
    return Rows(tuple(tops), tuple(bottoms))


def walls_around(items: Sequence[Item], centres: Sequence[int]) -> Walls | None:
    """Return the walls of the items, seen from the seat above them."""
    found = [(i.walls, at) for i, at in zip(items, centres, strict=True) if i.walls is not None]
    if not found:
        return None
    lefts = sorted((level + 1, edge + at) for walls, at in found for level, edge in walls.lefts)
    rights = sorted((level + 1, -edge - at) for walls, at in found for level, edge in walls.rights)
    hangs = sorted(((level + 1, size) for walls, _ in found for level, size in walls.hangs))
    longest: list[tuple[int, int]] = []
    for level, size in reversed(hangs):
        if not longest or size > longest[-1][1]:
            longest.append((level, size))
    return Walls(
        tuple(_steps(lefts)),
        tuple((level, -edge) for level, edge in _steps(rights)),
        tuple(reversed(longest)),
    )


def _steps(edges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the edges that stand out farther than all those above them."""
    steps: list[tuple[int, int]] = []
    for level, edge in edges:
        if not steps or edge < steps[-1][1]:
            if steps and steps[-1][0] == level:
                steps.pop()
            steps.append((level, edge))
    if len(steps) > MOST_STEPS:
        steps[MOST_STEPS - 1 :] = [(steps[MOST_STEPS - 1][0], steps[-1][1])]
    return steps

"""The outline of a branch, level by level, in pieces that branches share."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

PIECE = 16
"""Levels in one piece at most: whole charts mostly fit in one, and copying one costs nothing."""

COMPARED_PIECES = 4
"""Outlines are compared this far; beyond that they count as different.

Without the limit an edit at the foot of a chain with side branches would compare n levels in each
of n ancestors.
"""

Contour: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], "Contour | None", int]
"""(lefts, rights, heights, rest, shift): a level's outermost card edges and its tallest card.

Edges count from the centre of the branch's top card; those of `rest`, the levels below, are
`shift` farther right than written there. Sharing the rest makes a chain of 10,000 seats 10,000
levels in all, not 50 million. Pieces nest as deep as the tree, so contours are compared with
`agree`, never with `==`.
"""


def above(left: int, right: int, height: int, child: Contour) -> Contour:
    """Return the contour of a card with these edges that stands straight above one child."""
    lefts, rights, heights, rest, shift = child
    if len(lefts) < PIECE:
        return (left, *lefts), (right, *rights), (height, *heights), rest, shift
    return (left,), (right,), (height,), child, 0


def first_levels(
    contour: Contour, count: int
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Return the lefts, rights and heights of the first `count` levels."""
    lefts, rights, heights, rest, shift = contour
    if len(lefts) >= count:
        if len(lefts) == count:
            return lefts, rights, heights
        return lefts[:count], rights[:count], heights[:count]
    all_lefts, all_rights, all_heights = list(lefts), list(rights), list(heights)
    offset = 0
    while rest is not None and len(all_lefts) < count:
        offset += shift
        lefts, rights, heights, rest, shift = rest
        all_lefts += [edge + offset for edge in lefts]
        all_rights += [edge + offset for edge in rights]
        all_heights += heights
    return tuple(all_lefts[:count]), tuple(all_rights[:count]), tuple(all_heights[:count])


def without_levels(contour: Contour, count: int) -> tuple[Contour | None, int]:
    """Return what lies below the first `count` levels, and how far right it is shifted."""
    offset = 0
    each: Contour | None = contour
    while each is not None and count >= len(each[0]):
        count -= len(each[0])
        offset += each[4]
        each = each[3]
    if each is None or not count:
        return each, offset
    lefts, rights, heights, rest, shift = each
    return (lefts[count:], rights[count:], heights[count:], rest, shift), offset


def join(
    lefts: list[int], rights: list[int], heights: list[int], rest: Contour | None, shift: int
) -> Contour:
    """Return a contour of these levels above `rest`, in pieces that are neither long nor tiny."""
    if rest is not None and len(lefts) + len(rest[0]) <= PIECE:
        lefts += [edge + shift for edge in rest[0]]
        rights += [edge + shift for edge in rest[1]]
        heights += rest[2]
        shift += rest[4]
        rest = rest[3]
    start = len(lefts)
    while start > PIECE:
        start -= PIECE
        end = start + PIECE
        rest = (
            tuple(lefts[start:end]),
            tuple(rights[start:end]),
            tuple(heights[start:end]),
            rest,
            shift,
        )
        shift = 0
    return tuple(lefts[:start]), tuple(rights[:start]), tuple(heights[:start]), rest, shift


def outline(
    levels: Sequence[tuple[Sequence[int], Sequence[int], Sequence[int]]], centres: Sequence[int]
) -> tuple[list[int], list[int], list[int]]:
    """Return the outline of branches side by side, in order, each around its centre."""
    lefts: list[int] = []
    rights: list[int] = []
    heights: list[int] = []
    for (own_lefts, own_rights, own_heights), at in zip(levels, centres, strict=True):
        known, reached = len(lefts), len(own_lefts)
        if reached > known:
            lefts += [edge + at for edge in own_lefts[known:]]
            heights += own_heights[known:]
        rights[:reached] = [edge + at for edge in own_rights]
        for level in range(min(known, reached)):
            heights[level] = max(heights[level], own_heights[level])
    return lefts, rights, heights


def agree(one: Contour | None, other: Contour | None) -> bool:
    """Whether two contours are equal. False also when that would take long to find out."""
    for _ in range(COMPARED_PIECES):
        if one is other:
            return True
        if one is None or other is None:
            return False
        if one[2] != other[2] or one[0] != other[0] or one[1] != other[1] or one[4] != other[4]:
            return False
        one, other = one[3], other[3]
    return one is other

"""Where branches stand that differ in depth, so that small ones between large ones stand evenly.

Two branches need a distance on each level that both reach. Going from the left, each branch is
put as near as those before it allow; when it meets one that is not its neighbour, the room that
this leaves is shared by the gaps between the two, as van der Ploeg does it. The same is done from
the right, and the branches stand midway between the two results. Both keep every distance, so
their middle does; and a mirrored family is drawn as the mirror image.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Edges: TypeAlias = "Sequence[Sequence[int]]"
"""For each branch its outermost edges, level by level from its top card's centre, without holes."""


def spread(lefts: Edges, rights: Edges, gap: int) -> list[int]:
    """Return the centres of the branches, counted from midway between the first and the last."""
    count = len(lefts)
    there, is_held = _one_way(lefts, rights, gap)
    if is_held:
        return [_outwards(2 * at - there[-1], 2) for at in there]
    mirrored_lefts = [[-edge for edge in edges] for edges in reversed(rights)]
    mirrored_rights = [[-edge for edge in edges] for edges in reversed(lefts)]
    back, _ = _one_way(mirrored_lefts, mirrored_rights, gap)
    ends = there[-1] - back[-1]
    quarters = [2 * (there[at] - back[count - 1 - at]) - ends for at in range(count)]
    return [_outwards(each, 4) for each in quarters]


def _outwards(value: int, unit: int) -> int:
    """Return whole pixels of so many units; rounding away from the middle keeps every gap."""
    return -(-value // unit) if value > 0 else value // unit


def _one_way(lefts: Edges, rights: Edges, gap: int) -> tuple[list[int], bool]:
    """Return the centres, the first at 0, when the branches are put there one after another.

    And whether all are held by their neighbours: then there is nothing to share out.
    """
    centres = [0]
    is_held = True
    outline = list(rights[0])
    owners = [0] * len(outline)
    for each in range(1, len(lefts)):
        own_lefts, own_rights = lefts[each], rights[each]
        at = outline[0] - own_lefts[0] + gap
        pushes: list[tuple[int, int]] = []
        for level in range(1, min(len(outline), len(own_lefts))):
            needed = outline[level] - own_lefts[level] + gap
            if needed > at:
                if owners[level] < each - 1:
                    pushes.append((owners[level], needed - at))
                at = needed
        centres.append(at)
        # What stands between is shallower than the level that pushed: its edges lie under these.
        reached = len(own_rights)
        outline[:reached] = [edge + at for edge in own_rights]
        owners[:reached] = [each] * reached
        is_held = is_held and not pushes
        for owner, push in pushes:
            shares = each - owner
            for between in range(owner + 1, each):
                centres[between] += push * (between - owner) // shares
    return centres, is_held

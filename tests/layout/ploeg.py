"""How wide van der Ploeg's algorithm ("Drawing non-layered tidy trees in linear time", 2014) draws
a tree whose rows are aligned: a plain version with whole contours in place of threads."""

from __future__ import annotations


def width(forest, *, card, gap):
    """Return the width of the forest's one tree."""
    (root,) = forest.children[None]
    contours = {}
    for seat in reversed(forest.branch(root)):
        contours[seat] = _joined([contours.pop(c) for c in forest.children[seat]], card, gap)
    lefts, rights = contours[root]
    return max(rights) - min(lefts)


def _joined(contours, card, gap):
    """Push each subtree off those before it, share the room between, centre the parent."""
    centres = []
    outline = []  # for each level the right edge so far, and whose it is
    for at, (lefts, rights) in enumerate(contours):
        place = 0.0
        for (edge, owner), left in zip(outline, lefts, strict=False):
            push = edge + gap - left - place
            if at and (push > 0 or (owner == at - 1 and not place)):
                place += push
                for between in range(owner + 1, at):
                    centres[between] += push * (between - owner) / (at - owner)
        centres.append(place)
        outline[: len(rights)] = [(edge + place, at) for edge in rights]
    middle = (centres[0] + centres[-1]) / 2 if centres else 0
    all_lefts, all_rights = [-card / 2], [card / 2]
    for (lefts, rights), centre in zip(contours, centres, strict=True):
        known = len(all_lefts) - 1
        all_lefts += [edge + centre - middle for edge in lefts[known:]]
        all_rights[1 : 1 + len(rights)] = [edge + centre - middle for edge in rights]
    return all_lefts, all_rights

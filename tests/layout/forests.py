"""Forests as plain dictionaries: to build trees from, to edit both alike, and to check by."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import strategies as st

from mspseat_desktop.layout.tidy_tree import TidyTree

MANNERS = ("down", "right", "stacked")


class Forest:
    """Parents, orders, heights and manners of seats."""

    def __init__(self):
        self.children = defaultdict(list)
        self.parent = {}
        self.heights = {}
        self.manner = "down"
        self.manners = {}
        self.assistants = set()

    def add(self, seat, parent, index, height):
        self.children[parent].insert(index, seat)
        self.parent[seat] = parent
        self.heights[seat] = height

    def branch(self, seat):
        found = [seat]
        for each in found:
            found += self.children[each]
        return found

    def remove(self, seat):
        self.children[self.parent[seat]].remove(seat)
        for each in self.branch(seat):
            del self.parent[each], self.heights[each]
            self.children.pop(each, None)
            self.manners.pop(each, None)
            self.assistants.discard(each)

    def move(self, seat, parent, index):
        self.children[self.parent[seat]].remove(seat)
        self.children[parent].insert(index, seat)
        self.parent[seat] = parent

    def tree(self, spacing=None):
        return TidyTree(
            self.children[None],
            self.children,
            self.heights,
            spacing=spacing,
            manner=self.manner,
            manners=self.manners,
            assistants=self.assistants,
        )

    def depths(self):
        depth = {}
        waiting = [(seat, 0) for seat in self.children[None]]
        for seat, row in waiting:
            depth[seat] = row
            waiting += [(child, row + 1) for child in self.children[seat]]
        return depth

    def manner_of(self, seat):
        while seat is not None:
            if seat in self.manners:
                return self.manners[seat]
            seat = self.parent[seat]
        return self.manner

    def mirrored(self):
        other = Forest()
        other.parent, other.heights = dict(self.parent), dict(self.heights)
        other.manner, other.manners = self.manner, dict(self.manners)
        for seat, children in self.children.items():
            other.children[seat] = children[::-1]
        return other


def fill(forest, rng, size, reach, roots, tallest=40):
    """Add so many seats, each below one of the `reach` seats before it."""
    for seat in range(size):
        alone = not seat or rng.randrange(20) < roots
        parent = None if alone else rng.randrange(max(0, seat - reach), seat)
        height = 4 * rng.randint(10, tallest)
        forest.add(seat, parent, rng.randint(0, len(forest.children[parent])), height)


@st.composite
def forests(draw):
    """Chains, stars, caterpillars and bushy trees, several roots included."""
    forest = Forest()
    rng = draw(st.randoms(use_true_random=False))
    reach = draw(st.sampled_from([1, 2, 4, 100]))
    fill(forest, rng, draw(st.integers(0, 60)), reach, draw(st.integers(0, 5)))
    return forest


@st.composite
def mixed_forests(draw):
    """The same in all manners, with assistants."""
    forest = draw(forests())
    rng = draw(st.randoms(use_true_random=False))
    forest.manner = draw(st.sampled_from(MANNERS))
    for seat in forest.heights:
        if rng.random() < 0.2:
            forest.manners[seat] = rng.choice(MANNERS)
        if rng.random() < 0.15:
            forest.assistants.add(seat)
    return forest


def edit(forest, tree, rng, seat, *, mixed=False):
    """Make one random edit in both."""
    known = list(forest.heights)
    kinds = ["insert", "insert", "move", "move", "move", "remove", "height", "order"]
    kind = rng.choice(kinds + ["manner", "manner", "assistant"] * mixed)
    if kind == "insert" or not known:
        parent = rng.choice([None, *known])
        index = rng.randint(0, len(forest.children[parent]))
        height = 4 * rng.randint(10, 40)
        forest.add(seat, parent, index, height)
        tree.insert(seat, parent, index, height=height)
        return
    chosen = rng.choice(known)
    if kind == "remove":
        forest.remove(chosen)
        tree.remove(chosen)
    elif kind == "height":
        forest.heights[chosen] = 4 * rng.randint(10, 40)
        tree.set_height(chosen, forest.heights[chosen])
    elif kind == "order":
        parent = forest.parent[chosen]
        rng.shuffle(forest.children[parent])
        tree.reorder(parent, forest.children[parent])
    elif kind == "manner":
        manner = rng.choice([None, *MANNERS])
        forest.manners.pop(chosen, None)
        if manner:
            forest.manners[chosen] = manner
        tree.set_manner(chosen, manner)
    elif kind == "assistant":
        forest.assistants ^= {chosen}
        tree.set_assistant(chosen, is_assistant=chosen in forest.assistants)
    else:
        parent = rng.choice([None, *(set(known) - set(forest.branch(chosen)))])
        siblings = len(forest.children[parent]) - (forest.parent[chosen] == parent)
        index = rng.randint(0, siblings)
        forest.move(chosen, parent, index)
        tree.move(chosen, parent, index)


def places(forest, tree):
    return {seat: tree.rect(seat) for seat in forest.heights}


def meets(rect, box):
    return rect[0] < box[2] and rect[2] > box[0] and rect[1] < box[3] and rect[3] > box[1]

"""The tidy tree against a plain drawing of the same forest, for shapes of every kind."""

from __future__ import annotations

import random
import statistics
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mspseat_desktop.layout.answers import Reflow
from mspseat_desktop.layout.branches import Spacing
from mspseat_desktop.layout.tidy_tree import TidyTree
from tests.layout import ploeg
from tests.layout.forests import Forest, edit, fill, forests, meets, places

WIDTH, GAP, LEVEL_GAP = 224, 36, 48


@st.composite
def crooked_spines(draw):
    """Long chains that fork off each other, each bent by leaves at its left and right."""
    rng = draw(st.randoms(use_true_random=False))
    forest = Forest()
    forest.add("top", None, 0, 60)
    for spine in range(draw(st.integers(2, 6))):
        above = rng.choice(["top", *(seat for seat in forest.heights if seat[-1] == 0)])
        for step in range(rng.randint(1, 50)):
            seat = (spine, step)
            forest.add(seat, above, len(forest.children[above]), 60)
            for side in range(rng.choice([0, 0, 1, 3])):
                index = rng.randint(0, len(forest.children[above])) if step else 0
                forest.add((spine, step, side), above, index, 60)
            above = seat
    return forest


def check_drawing(forest, tree):
    rects = places(forest, tree)
    depths = forest.depths()
    rows = defaultdict(list)
    for seat, depth in depths.items():
        rows[depth].append(rects[seat])
    top = 0
    for depth in range(len(rows)):
        row = sorted(rows[depth])
        assert {rect[1] for rect in row} == {top}
        assert all(right[0] - left[2] >= GAP for left, right in pairwise(row))
        top = max(rect[3] for rect in row) + LEVEL_GAP
    for parent, children in forest.children.items():
        xs = [rects[child][0] for child in children]
        assert xs == sorted(xs)
        if children:
            middle = 0 - WIDTH // 2 if parent is None else rects[parent][0]
            assert 0 <= xs[0] + xs[-1] - 2 * middle <= 1
    if rects:
        lefts, tops, rights, bottoms = zip(*rects.values(), strict=True)
        assert tree.bounds() == (min(lefts), min(tops), max(rights), max(bottoms))
    else:
        assert tree.bounds() == (0, 0, 0, 0)


@settings(max_examples=30)
@given(crooked_spines())
def test_long_crooked_branches_keep_gap_order_and_rows(forest):
    check_drawing(forest, forest.tree())


@given(forests())
def test_cards_keep_gap_order_rows_and_parents_stand_centred(forest):
    check_drawing(forest, forest.tree())


@settings(max_examples=60)
@given(forests(), st.randoms(use_true_random=False), st.booleans())
def test_edits_end_where_a_full_layout_ends(forest, rng, settle_each):
    tree = forest.tree()
    for seat in range(1000, 1025):
        edit(forest, tree, rng, seat)
        if settle_each:
            tree.settle()
    assert places(forest, tree) == places(forest, forest.tree())
    assert tree.bounds() == forest.tree().bounds()
    assert len(tree) == len(forest.heights)
    check_drawing(forest, tree)


@settings(max_examples=30)
@given(forests(), st.randoms(use_true_random=False))
def test_seats_outside_the_placed_branches_keep_their_places(forest, rng):
    tree = forest.tree()
    for seat in range(1000, 1010):
        before = places(forest, tree)
        bounds = tree.bounds()
        edit(forest, tree, rng, seat)
        reflow = tree.settle()
        if None in reflow.parents:
            continue
        moved = {
            each for parent in reflow.parents if parent in tree for each in forest.branch(parent)
        }
        after = places(forest, tree)
        assert not reflow.rows
        assert tree.bounds() == bounds
        assert all(after[each] == before[each] for each in after.keys() - moved)


@settings(max_examples=40)
@given(forests())
def test_every_parent_is_linked_to_its_reports(forest):
    tree = forest.tree()
    rects = places(forest, tree)
    links = {link.parent: link for link in tree.visible(*tree.bounds()).links}
    assert set(links) == {seat for seat in rects if forest.children[seat]}
    for parent, link in links.items():
        xs = [rects[child][0] + WIDTH // 2 for child in forest.children[parent]]
        assert link.child_xs == xs
        assert (link.bar_left, link.bar_right) == (xs[0], xs[-1])
        assert (link.x, link.bottom) == (rects[parent][0] + WIDTH // 2, rects[parent][3])
        assert link.child_top == rects[forest.children[parent][0]][1]
        assert link.bottom < link.bar_y < link.child_top


@settings(max_examples=40)
@given(forests(), st.sampled_from([300, 1000, 4000]))
def test_only_branches_that_are_too_narrow_are_silhouettes(forest, min_width):
    tree = forest.tree()
    shown = tree.visible(*tree.bounds(), min_width=min_width)
    for seat, _left, _top in shown.cards:
        branch = tree.bounds(seat)
        assert branch[2] - branch[0] >= min_width
    assert all(box[2] - box[0] < min_width for box in shown.silhouettes)


@settings(max_examples=60)
@given(forests())
def test_a_mirrored_tree_is_drawn_as_the_mirror_image(forest):
    rects = places(forest, forest.tree())
    other = forest.mirrored()
    depths = forest.depths()
    for seat, rect in places(other, other.tree()).items():
        # An odd span has no middle pixel: each level may be one to the left.
        assert abs(rect[0] + rects[seat][2]) <= 2 * (depths[seat] + 1) + max(depths.values())
        assert rect[1] == rects[seat][1]


@pytest.mark.parametrize("between", [1, 2, 5])
def test_small_branches_between_large_ones_stand_evenly(between):
    forest = Forest()
    forest.add("top", None, 0, 60)
    for side in ("left", "right"):
        forest.add(side, "top", len(forest.children["top"]), 60)
        for number in range(12):
            forest.add((side, number), side, number, 60)
    for number in range(between):
        forest.add(number, "top", 1 + number, 60)
    tree = forest.tree()
    xs = [tree.position(seat)[0] for seat in forest.children["top"]]
    gaps = [after - before for before, after in pairwise(xs)]
    assert max(gaps) - min(gaps) <= 2
    assert gaps[0] > WIDTH + GAP


def test_trees_are_no_wider_than_van_der_ploeg_draws_them():
    ratios = []
    for seed in range(1000):
        rng = random.Random(seed)  # noqa: S311 - the same trees each time, nothing secret
        forest = Forest()
        fill(forest, rng, rng.choice([10, 40, 150]), rng.choice([2, 5, 30, 1000]), 0)
        left, _, right, _ = forest.tree().bounds()
        ratios.append((right - left) / ploeg.width(forest, card=WIDTH, gap=GAP))
    ratios.sort()
    assert statistics.median(ratios) <= 1.00
    assert ratios[989] <= 1.10


def family(*, reports, height=100):
    forest = Forest()
    forest.add("top", None, 0, height)
    for number in range(reports):
        forest.add(number, "top", number, height)
    return forest


def test_a_parent_and_three_reports_stand_as_drawn():
    tree = family(reports=3).tree()
    assert [tree.position(seat) for seat in ("top", 0, 1, 2)] == [
        (-112, 0),
        (-372, 148),
        (-112, 148),
        (148, 148),
    ]
    assert tree.bounds() == (-372, 0, 372, 248)


def test_a_place_among_siblings_names_parent_and_number():
    tree = family(reports=3).tree()
    assert [tree.place_at(x, 200).index for x in (-400, -300, -200, 0, 1, 300)] == [
        0,
        0,
        1,
        1,
        2,
        3,
    ]
    place = tree.place_at(-130, 150)
    assert (place.parent, place.x, place.top, place.bottom) == ("top", -130, 148, 248)
    assert tree.place_at(-409, 200) is None
    assert tree.place_at(0, 120) is None
    assert tree.place_at(0, -1) is None
    root = tree.place_at(50, 10)
    assert (root.parent, root.index) == (None, 1)


def test_a_place_between_cousins_belongs_to_the_nearer_family():
    forest = family(reports=2)
    for number, parent in enumerate([0, 0, 1, 1]):
        forest.add(f"c{number}", parent, number % 2, 100)
    tree = forest.tree()
    right_edge, left_edge = tree.rect("c1")[2], tree.rect("c2")[0]
    row = tree.rect("c1")[1]
    assert tree.place_at(right_edge + 5, row).parent == 0
    assert tree.place_at(left_edge - 5, row).parent == 1
    assert tree.place_at(right_edge + 5, row).index == 2


def test_many_siblings_are_searched_as_few_are():
    forest = family(reports=200)
    for number in range(0, 200, 7):
        for each in range(3):
            forest.add(f"{number}.{each}", number, each, 60)
    tree = forest.tree()
    check_drawing(forest, tree)
    rects = places(forest, tree)
    for seat, rect in rects.items():
        assert tree.hit(rect[0], rect[1]) == seat
        box = (rect[0] - 300, rect[1] - 30, rect[2] + 300, rect[3] + 30)
        shown = {card[0] for card in tree.visible(*box).cards}
        assert shown == {each for each, other in rects.items() if meets(other, box)}
    assert tree.place_at(rects[77][0] - 10, rects[77][1]).index == 77


def test_a_settled_tree_has_nothing_to_place():
    tree = family(reports=3).tree()
    assert tree.settle() == Reflow()
    tree.set_height(1, 100)
    assert tree.settle() == Reflow()


def test_a_change_that_no_parent_sees_stays_below():
    forest = family(reports=2, height=100)
    for number in range(3):
        forest.add(f"c{number}", 0, number, 100)
    tree = forest.tree()
    tree.reorder(0, ["c2", "c1", "c0"])
    assert tree.settle() == Reflow((0,), rows=False)
    tree.set_height("c0", 80)
    assert tree.settle() == Reflow(("c0", 0), rows=False)
    tree.set_height("c0", 120)
    assert tree.settle() == Reflow(("c0", 0, "top", None), rows=True)


def test_a_branch_may_not_stand_under_itself():
    tree = TidyTree([1], {1: [2], 2: [3]}, {1: 60, 2: 60, 3: 60})
    before = tree.rect(3)
    with pytest.raises(ValueError, match="under itself"):
        tree.move(1, 3, 0)
    assert tree.rect(3) == before


@pytest.mark.parametrize("children", [{1: [2], 2: [1]}, {1: [2, 2]}, {1: [2], 2: [2]}])
def test_a_seat_in_two_places_is_refused(children):
    with pytest.raises(ValueError, match="two places"):
        TidyTree([1], children, {1: 60, 2: 60})


def test_unknown_seats_and_wrong_orders_are_refused():
    tree = family(reports=2).tree()
    with pytest.raises(ValueError, match="in the tree"):
        tree.insert(1, "top", 0, height=60)
    with pytest.raises(ValueError, match="same children"):
        tree.reorder("top", [0])
    with pytest.raises(KeyError):
        tree.rect("gone")
    with pytest.raises(ValueError, match="spacing"):
        Spacing(card_width=223)


def test_other_spacings_are_kept():
    tree = family(reports=2).tree(Spacing(card_width=100, sibling_gap=10, level_gap=20))
    assert tree.rect(1) == (5, 120, 105, 220)


def test_a_long_chain_is_laid_out_and_edited():
    length = 3000
    forest = Forest()
    for seat in range(length):
        forest.add(seat, seat - 1 if seat else None, 0, 60 + seat % 3)
    tree = forest.tree()
    for place, seat in enumerate(["a", "b", "c"]):
        forest.add(seat, length - 2 + place % 2, 0, 100)
        tree.insert(seat, length - 2 + place % 2, 0, height=100)
    forest.move(length // 2, 10, 1)
    tree.move(length // 2, 10, 1)
    tree.set_height(length - 1, 300)
    forest.heights[length - 1] = 300
    assert tree.bounds() == forest.tree().bounds()
    again = forest.tree()
    for seat in [0, 10, 11, length // 2 - 1, length // 2, length - 1, "a", "b", "c"]:
        assert tree.rect(seat) == again.rect(seat)
        assert tree.hit(*tree.position(seat)) == seat
    tree.remove(1)
    assert tree.bounds() == (-112, 0, 112, 60)


def test_side_branches_down_a_long_chain_are_laid_out_and_edited():
    forest = Forest()
    forest.add(0, None, 0, 60)
    for seat in range(1, 1500):
        forest.add(seat, seat - 1, 0, 60)
        forest.add(-seat, seat - 1, seat % 2, 80)
    tree = forest.tree()
    for number in range(3):
        forest.add(f"foot{number}", 1499, number, 90)
        tree.insert(f"foot{number}", 1499, number, height=90)
        tree.settle()
    again = forest.tree()
    seats = [0, 5, -700, 1499, -1499, "foot0", "foot2"]
    assert [tree.rect(seat) for seat in seats] == [again.rect(seat) for seat in seats]
    assert tree.bounds() == again.bounds()


def test_a_star_of_5000_is_laid_out_and_edited():
    forest = family(reports=5000)
    tree = forest.tree()
    assert tree.bounds()[2] - tree.bounds()[0] == 5000 * WIDTH + 4999 * GAP
    for seat, index in [(4000, 2), (0, 4999)]:
        forest.move(seat, "top", index)
        tree.move(seat, "top", index)
    forest.add("below", 77, 0, 60)
    tree.insert("below", 77, 0, height=60)
    again = forest.tree()
    assert all(tree.rect(seat) == again.rect(seat) for seat in [0, 1, 2, 77, 4000, 4999, "below"])
    assert len(tree.visible(-800, 0, 800, 900).cards) < 12
    assert len(tree.visible(*tree.bounds(), min_width=10_000).silhouettes) < 150

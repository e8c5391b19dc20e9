"""Charts whose branches stand in different manners, with assistants, against plain geometry."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mspseat_desktop.layout.branches import COMPACT, Spacing
from mspseat_desktop.layout.cards import CardText, card_height
from mspseat_desktop.layout.tidy_tree import TidyTree
from tests.layout.forests import MANNERS, Forest, edit, meets, mixed_forests, places

WIDE = Spacing()
NEAREST = min(WIDE.stack_gap, WIDE.lying_gap, WIDE.beside, WIDE.below)


def family(manner, reports, *, height=100):
    forest = Forest()
    forest.manner = manner
    forest.add("top", None, 0, height)
    for number in range(reports):
        forest.add(number, "top", number, height)
    return forest


def check_gaps(rects, gap=NEAREST):
    for one, other in combinations(rects.values(), 2):
        grown = (one[0] - gap, one[1] - gap, one[2] + gap, one[3] + gap)
        assert not meets(grown, other), (one, other)


def check_order(forest, rects):
    for parent, children in forest.children.items():
        lies = forest.manner_of(parent) == "right"
        reports = [c for c in children if parent is None or c not in forest.assistants]
        for one, other in pairwise(reports):
            before, after = rects[one], rects[other]
            if lies:
                assert before[3] < after[1]
                assert before[0] == after[0]
            else:
                assert before[2] < after[0] or (before[0] == after[0] and before[3] < after[1])


def lines(tree):
    """Return all lines between cards as thin boxes."""
    found = []

    def line(lies, x0, y0, x1, y1):
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        found.append((box[1], box[0], box[3], box[2]) if lies else box)

    left, top, right, bottom = tree.bounds()
    for link in tree.visible(left, top, right + 1, bottom + 1).links:
        line(link.lies, link.x, link.bottom, link.x, link.bar_y)
        for rail in link.rails:
            start = link.bottom if rail.x == link.x else link.bar_y
            line(False, rail.x, start, rail.x, rail.end)
            for middle in rail.middles:
                line(False, rail.x, middle, rail.x + rail.reach, middle)
        for edge, along in link.helpers:
            line(link.lies, link.x, along, edge, along)
        if link.child_xs or any(rail.x != link.x for rail in link.rails):
            line(link.lies, link.bar_left, link.bar_y, link.bar_right, link.bar_y)
            line(link.lies, link.x, link.bar_y, link.bar_left, link.bar_y)
        for x in link.child_xs:
            line(link.lies, x, link.bar_y, x, link.child_top)
    return found


@settings(max_examples=80)
@given(mixed_forests())
def test_no_card_comes_near_another_and_order_is_kept(forest):
    rects = places(forest, forest.tree())
    check_gaps(rects)
    check_order(forest, rects)


@settings(max_examples=60)
@given(mixed_forests())
def test_no_line_runs_through_a_card(forest):
    tree = forest.tree()
    rects = places(forest, tree)
    for line in lines(tree):
        for rect in rects.values():
            inner = (rect[0] + 1, rect[1] + 1, rect[2] - 1, rect[3] - 1)
            assert not (
                line[0] < inner[2]
                and line[2] > inner[0]
                and line[1] < inner[3]
                and line[3] > inner[1]
            ), (line, rect)


@settings(max_examples=60)
@given(mixed_forests(), st.randoms(use_true_random=False), st.booleans())
def test_edits_end_where_a_full_layout_ends(forest, rng, settle_each):
    tree = forest.tree()
    for seat in range(1000, 1025):
        edit(forest, tree, rng, seat, mixed=True)
        if settle_each:
            tree.settle()
    again = forest.tree()
    assert places(forest, tree) == places(forest, again)
    assert tree.bounds() == again.bounds()
    assert {s: tree.bounds(s) for s in forest.heights} == {
        s: again.bounds(s) for s in forest.heights
    }
    assert sorted(lines(tree)) == sorted(lines(again))
    check_gaps(places(forest, tree))


@settings(max_examples=50)
@given(mixed_forests())
def test_bounds_hold_every_card_of_a_branch_and_are_no_larger_than_cards_and_rails(forest):
    tree = forest.tree()
    rects = places(forest, tree)
    for seat in [None, *forest.heights]:
        own = rects.values() if seat is None else [rects[s] for s in forest.branch(seat)]
        if not own:
            continue
        box = tree.bounds(seat)
        lefts, tops, rights, bottoms = zip(*own, strict=True)
        assert box[0] <= min(lefts)
        assert box[1] <= min(tops)
        assert box[2] >= max(rights)
        assert box[3] >= max(bottoms)
        if seat is None:
            assert (box[1], box[2], box[3]) == (min(tops), max(rights), max(bottoms))
            assert min(lefts) - box[0] <= WIDE.rail


@settings(max_examples=40)
@given(mixed_forests())
def test_parents_stand_midway_between_their_first_and_last_report_where_nothing_is_in_the_way(
    forest,
):
    forest.assistants.clear()
    tree = forest.tree()
    rects = places(forest, tree)
    for parent, children in forest.children.items():
        if parent is None or not children or forest.manner_of(parent) == "stacked":
            continue
        above = forest.parent[parent]
        lies = forest.manner_of(parent) == "right"
        if lies != (forest.manner_of(above) == "right"):
            continue
        axis = (1, 3) if lies else (0, 2)
        first, last = rects[children[0]], rects[children[-1]]
        middle = sum(rects[parent][edge] for edge in axis)
        between = sum(first[edge] + last[edge] for edge in axis) / 2
        assert abs(middle - between) <= 2


@pytest.mark.parametrize("manner", MANNERS)
def test_compact_charts_are_smaller(manner):
    forest = family(manner, 6)
    wide, compact = forest.tree().bounds(), forest.tree(COMPACT).bounds()
    assert (compact[2] - compact[0]) * (compact[3] - compact[1]) < (wide[2] - wide[0]) * (
        wide[3] - wide[1]
    )


def test_reports_at_the_right_stand_as_drawn():
    tree = family("right", 3).tree()
    assert [tree.position(seat) for seat in ("top", 0, 1, 2)] == [
        (0, -50),
        (272, -170),
        (272, -50),
        (272, 70),
    ]
    assert tree.bounds() == (0, -170, 496, 170)


def test_a_stack_stands_indented_under_its_seat_with_a_rail_from_the_card():
    tree = family("stacked", 3).tree()
    assert [tree.position(seat) for seat in ("top", 0, 1, 2)] == [
        (-112, 0),
        (-112 + WIDE.indent, 148),
        (-112 + WIDE.indent, 260),
        (-112 + WIDE.indent, 372),
    ]
    (link,) = tree.visible(*tree.bounds()).links
    assert link.x == -112 + WIDE.indent - WIDE.rail
    assert link.rails[0].middles == (198, 310, 422)
    assert not link.child_xs


def test_long_stacks_are_divided_evenly():
    tree = family("stacked", 23).tree()
    lefts = [tree.position(seat)[0] for seat in range(23)]
    assert [lefts.count(left) for left in sorted(set(lefts))] == [7, 8, 8]
    assert lefts == sorted(lefts)


def test_seats_with_reports_stand_beside_stacks_in_one_row():
    forest = family("stacked", 5)
    forest.add("below", 2, 0, 100)
    tree = forest.tree()
    assert tree.position(0)[1] == tree.position(2)[1] == tree.position(3)[1]
    assert tree.position(0)[0] == tree.position(1)[0] < tree.position(2)[0]
    assert tree.position(3)[0] == tree.position(4)[0] > tree.position(2)[0]


def test_a_long_stack_does_not_push_the_rows_beside_it_down():
    forest = Forest()
    forest.add("top", None, 0, 100)
    for name in ("stack", "rows"):
        forest.add(name, "top", len(forest.children["top"]), 100)
    for number in range(8):
        forest.add(number, "stack", number, 100)
    forest.add("a", "rows", 0, 100)
    forest.add("b", "a", 0, 100)
    forest.manners["stack"] = "stacked"
    tree = forest.tree()
    assert tree.position("b")[1] == 3 * 148
    assert tree.rect(7)[3] > tree.position("b")[1]


def test_assistants_stand_by_turns_left_and_right_of_the_line_between_parent_and_reports():
    forest = family("down", 5)
    forest.assistants = {0, 1, 2}
    tree = forest.tree()
    first, second, third = (tree.rect(seat) for seat in (0, 1, 2))
    middle = (tree.rect("top")[0] + tree.rect("top")[2]) // 2
    assert first[2] == middle - WIDE.beside
    assert second[0] == middle + WIDE.beside
    assert first[1] == second[1] == tree.rect("top")[3] + WIDE.below
    assert third[2] == first[2]
    assert third[1] == first[3] + WIDE.stack_gap
    assert tree.rect(3)[1] == third[3] + WIDE.level_gap


def test_a_seat_at_the_top_is_never_drawn_as_an_assistant():
    forest = family("down", 2)
    plain = places(forest, forest.tree())
    forest.assistants = {"top"}
    assert places(forest, forest.tree()) == plain


def test_a_chart_without_other_manners_is_as_it_was_when_the_last_one_goes():
    forest = family("down", 3)
    tree = forest.tree()
    before, lines_before = places(forest, tree), lines(tree)
    tree.set_manner("top", "stacked")
    tree.set_assistant(0, is_assistant=True)
    assert places(forest, tree) != before
    tree.set_manner("top", None)
    tree.set_assistant(0, is_assistant=False)
    assert places(forest, tree) == before
    assert lines(tree) == lines_before


def test_a_place_between_stacked_cards_is_a_line_that_lies():
    tree = family("stacked", 3).tree()
    left, top, right, bottom = tree.rect(1)
    place = tree.place_at(left + 20, bottom + 3)
    assert (place.parent, place.index) == ("top", 2)
    assert (place.x, place.wide, place.top) == (left, right - left, bottom + WIDE.stack_gap // 2)
    assert tree.place_at(left + 20, top - 3).index == 1


def test_a_place_between_reports_at_the_right_is_a_line_that_lies():
    tree = family("right", 3).tree()
    left, _top, right, bottom = tree.rect(0)
    place = tree.place_at(left + 9, bottom + 9)
    assert (place.parent, place.index, place.x, place.wide) == ("top", 1, left, right - left)
    assert tree.place_at(left - 30, bottom + 9) is None


WORDS = (
    "مدير تقنية المعلومات والأمن السيبراني",
    "ראש מחלקת הכספים והתפעול",
    "IT و Security",
    "Finance",
    "",
)


@settings(max_examples=40)
@given(mixed_forests(), st.lists(st.sampled_from(WORDS), min_size=60, max_size=60))
def test_cards_with_text_from_right_to_left_stand_as_well_apart(forest, titles):
    for seat, title in zip(forest.heights, titles, strict=False):
        card = CardText(title=title, responsibilities=(title,) * (len(title) % 6))
        forest.heights[seat] = card_height(card)
    rects = places(forest, forest.tree())
    check_gaps(rects)
    check_order(forest, rects)


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("assistants", [False, True])
def test_long_chains_and_large_stars_are_laid_out_and_edited(manner, assistants):
    forest = Forest()
    forest.manner = manner
    forest.add("top", None, 0, 60)
    for seat in range(1000):
        forest.add(seat, seat - 1 if seat else "top", 0, 60 + seat % 3)
        forest.add(-1 - seat, seat - 1 if seat else "top", seat % 2, 80)
        if assistants and seat % 7 == 0:
            forest.assistants.add(-1 - seat)
        if seat % 50 == 0:
            forest.manners[seat] = MANNERS[seat // 50 % 3]
    for number in range(2000):
        forest.add(("star", number), 500, 0, 60)
    tree = forest.tree()
    forest.move(("star", 7), 500, 77)
    tree.move(("star", 7), 500, 77)
    forest.move(999, 100, 0)
    tree.move(999, 100, 0)
    tree.set_manner(3, "right")
    forest.manners[3] = "right"
    again = forest.tree()
    for seat in ["top", 0, 3, 4, 500, 999, -700, ("star", 7), ("star", 1999)]:
        assert tree.rect(seat) == again.rect(seat)
        assert tree.hit(*tree.position(seat)) == seat
    assert tree.bounds() == again.bounds()


def test_a_tree_knows_how_reports_of_a_seat_stand():
    forest = family("stacked", 2)
    forest.add("deep", 0, 0, 60)
    forest.manners[0] = "right"
    tree = forest.tree()
    assert tree.lies(0)
    assert not tree.lies("top")
    assert not tree.is_stacked(0)
    assert TidyTree([1], {1: [2, 3]}, {1: 60, 2: 60, 3: 60}, manner="stacked").is_stacked(3)

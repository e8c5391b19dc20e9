"""What a rectangle, a point and a far look show of a tree, however its branches are laid out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.forests import forests, meets, mixed_forests, places

ALL_KINDS = st.one_of(forests(), mixed_forests())


@settings(max_examples=80)
@given(ALL_KINDS, st.randoms(use_true_random=False))
def test_a_rectangle_shows_exactly_the_cards_that_meet_it(forest, rng):
    tree = forest.tree()
    rects = places(forest, tree)
    left, top, right, bottom = tree.bounds()
    for _ in range(8):
        x, y = rng.randint(left - 50, right + 50), rng.randint(top - 50, bottom + 50)
        box = (x, y, x + rng.randint(1, 900), y + rng.randint(1, 700))
        shown = tree.visible(*box)
        expected = sorted((seat, *rect[:2]) for seat, rect in rects.items() if meets(rect, box))
        assert sorted(shown.cards) == expected
        assert not shown.silhouettes


@settings(max_examples=60)
@given(ALL_KINDS, st.randoms(use_true_random=False))
def test_a_point_hits_the_card_around_it(forest, rng):
    tree = forest.tree()
    rects = places(forest, tree)
    left, top, right, bottom = tree.bounds()
    points = [
        (rng.randint(left - 9, right + 9), rng.randint(top - 9, bottom + 9)) for _ in range(20)
    ]
    for x, y in [*points, *(rect[:2] for rect in rects.values())]:
        around = [s for s, r in rects.items() if r[0] <= x < r[2] and r[1] <= y < r[3]]
        assert tree.hit(x, y) == (around[0] if around else None)


@settings(max_examples=60)
@given(ALL_KINDS, st.sampled_from([300, 1000, 4000]))
def test_far_away_each_seat_is_a_card_or_under_a_silhouette(forest, min_width):
    tree = forest.tree()
    shown = tree.visible(*tree.bounds(), min_width=min_width)
    cards = {seat for seat, _, _ in shown.cards}
    for seat, rect in places(forest, tree).items():
        under = any(
            box[0] <= rect[0] and rect[2] <= box[2] and box[1] <= rect[1] and rect[3] <= box[3]
            for box in shown.silhouettes
        )
        assert seat in cards or under

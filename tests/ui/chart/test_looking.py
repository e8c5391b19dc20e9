"""What a frame sees of the tree while the view moves, jumps, zooms, and the chart is edited."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mspseat_desktop.ui.chart.looking import FARTHEST, Looking
from tests.layout.forests import Forest, edit, forests, meets, mixed_forests


def cards_in(seen, tree, part):
    """Return the cards of an answer that meet a part, each with its place."""
    return {card for card in seen.cards if meets(tree.rect(card[0]), part)}


def ends_in(seen, part):
    """Return the lines of an answer: who is reported to, and where they end within the part."""
    left, _top, right, _bottom = part
    return {(each.parent, x) for each in seen.links for x in each.child_xs if left <= x <= right}


@settings(max_examples=80)
@given(st.one_of(forests(), mixed_forests()), st.randoms(use_true_random=False))
def test_a_frame_sees_what_a_fresh_look_sees_whatever_happened_before(forest, rng):
    tree, looking = forest.tree(), Looking()
    x, y, min_width = 0.0, 0.0, 6.0
    step = 12, 0
    for number in range(30):
        match rng.randrange(12):
            case 0:
                edit(forest, tree, rng, 1000 + number)
            case 1:
                step = rng.choice([(12, 0), (-40, 9), (0, 31), (0, 0), (-3, -70)])
            case 2:
                x, y = rng.randint(-2000, 2000), rng.randint(-500, 2000)
            case 3:
                min_width = rng.choice([1.5, 6.0, 12.0])
        x, y = x + step[0], y + step[1]
        part = x, y, x + rng.choice([60, 700]), y + 400
        seen, fresh = looking.at(tree, part, min_width), tree.visible(*part, min_width=min_width)
        assert cards_in(seen, tree, part) == set(fresh.cards)
        assert ends_in(fresh, part) <= ends_in(seen, part)


def test_a_steady_view_is_looked_for_once_in_many_frames():
    tree, looking = star(200).tree(), Looking()
    left, top, _right, bottom = tree.bounds()
    seen = [
        looking.at(tree, (left + x, top, left + x + 60, bottom), 6.0) for x in range(0, 480, 12)
    ]
    assert len({id(each) for each in seen}) <= 5
    assert all(len(each.cards) < 2 * FARTHEST / 100 for each in seen)


def star(seats):
    forest = Forest()
    for seat in range(seats):
        forest.add(seat, 0 if seat else None, max(0, seat - 1), 80)
    return forest

"""Several seats are moved, deleted or put under a new one as one edit."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.branches import add_parent, delete_seats, move_seats, tops
from mspseat_desktop.domain.edits.stepping import demote_seats, promote_seats, reorder_seats
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import SeatId
from world import ON, chart_of, edited, outline

TREE = {"CEO": ["Finance", "Operations", "Sales"], "Finance": ["IT", "Tax"], "Sales": ["Web"]}
ALL = ["CEO", "Finance", "IT", "Operations", "Sales", "Tax", "Web"]


def test_several_branches_move_side_by_side_in_chart_order():
    client = edited(chart_of(TREE), move_seats(["Web", "IT"], parent="Operations"))
    assert outline(client) == [
        "CEO",
        "  Finance",
        "    Tax",
        "  Operations",
        "    IT",
        "    Web",
        "  Sales",
    ]


def test_they_stand_before_the_report_at_the_index():
    client = edited(chart_of(TREE), move_seats(["Web", "Tax"], parent="CEO", index=1))
    assert client.children("CEO") == ("Finance", "Tax", "Web", "Operations", "Sales")


def test_siblings_change_their_order_together():
    client = edited(chart_of(TREE), move_seats(["Finance", "Operations"], parent="CEO"))
    assert client.children("CEO") == ("Sales", "Finance", "Operations")


def test_moving_them_to_where_they_are_changes_nothing():
    work = Revision(chart_of(TREE))
    move_seats(["Operations", "Finance"], parent="CEO", index=0).run(work)
    assert not work.change()


def test_a_seat_under_another_of_them_stays_with_that_one():
    client = chart_of(TREE)
    assert tops(client, ["IT", "Finance", "Web"]) == ("Finance", "Web")
    moved = edited(client, move_seats(["IT", "Finance"], parent="Sales"))
    assert moved.seat("IT").parent == "Finance"


@pytest.mark.parametrize("target", ["Finance", "IT"])
def test_moving_them_under_one_of_their_own_is_refused(target):
    with pytest.raises(Refused, match="reports-to-itself"):
        edited(chart_of(TREE), move_seats(["Web", "Finance"], parent=target))


def test_a_new_seat_above_takes_the_place_of_the_one_below():
    client = edited(chart_of(TREE), add_parent(SeatId("COO"), above="Operations", title="COO"))
    assert client.children("CEO") == ("Finance", "COO", "Sales")
    assert client.children("COO") == ("Operations",)


def test_a_new_seat_above_the_top_is_the_new_top():
    client = edited(chart_of(TREE), add_parent(SeatId("Board"), above="CEO", title="Board"))
    assert client.children(None) == ("Board",)
    assert client.children("Board") == ("CEO",)


def test_deleting_several_takes_their_branches_along():
    client = edited(chart_of(TREE), delete_seats(["IT", "Sales"], reports="delete", on=ON))
    assert outline(client) == ["CEO", "  Finance", "    Tax", "  Operations"]


def test_deleting_several_alone_lifts_what_is_below_to_who_stays():
    client = edited(chart_of(TREE), delete_seats(["CEO", "Finance"], reports="lift", on=ON))
    assert outline(client) == ["IT", "Tax", "Operations", "Sales", "  Web"]


@given(st.sets(st.sampled_from(ALL)), st.sampled_from([None, *ALL]), st.none() | st.integers(-2, 9))
def test_whatever_is_moved_the_chart_stays_whole(seats, parent, index):
    client = chart_of(TREE)
    work = Revision(client)
    edit = move_seats(seats, parent=parent, index=index)
    if any(parent in client.branch(seat) for seat in seats):
        with pytest.raises(Refused, match="reports-to-itself"):
            edit.run(work)
        return
    edit.run(work)
    rules.check(work.client, work.change())
    assert sorted(work.client.chart()) == sorted(client.chart())
    moved = tops(client, seats)
    stand = [seat for seat in work.client.children(parent) if seat in moved]
    assert tuple(stand) == moved
    at = work.client.children(parent).index(moved[0]) if moved else 0
    assert work.client.children(parent)[at : at + len(moved)] == moved


@given(st.sets(st.sampled_from(ALL)), st.sampled_from(["lift", "delete"]))
def test_whatever_is_deleted_nobody_else_goes(seats, reports):
    client = chart_of(TREE)
    gone = edited(client, delete_seats(seats, reports=reports, on=ON))
    below = {one for seat in seats for one in client.branch(seat)} if reports == "delete" else seats
    assert set(gone.chart()) == set(client.chart()) - set(below)


SOME = st.sets(st.sampled_from(ALL), min_size=1)


@given(SOME, st.sampled_from([-1, 1]))
def test_seats_that_move_by_a_place_keep_their_order_and_their_parents(seats, step):
    client = chart_of(TREE)
    moved = edited(client, reorder_seats(seats, step))
    for parent in (None, *ALL):
        before, after = client.children(parent), moved.children(parent)
        assert sorted(before) == sorted(after)
        own = [seat for seat in before if seat in tops(client, seats)]
        assert [seat for seat in after if seat in own] == own
        others = [seat for seat in before if seat not in own]
        assert [seat for seat in after if seat not in own] == others
        for seat in own:
            assert after.index(seat) - before.index(seat) in (0, step)


@given(SOME, st.sampled_from([promote_seats, demote_seats]))
@example({"Finance", "Operations", "Web"}, demote_seats)
def test_seats_go_up_or_down_a_level_side_by_side(seats, way):
    client = chart_of(TREE)
    moved = edited(client, way(seats))
    for seat in tops(client, seats):
        parent = client.seat(seat).parent
        if way is promote_seats and parent is not None:
            above = client.seat(parent).parent
            assert moved.seat(seat).parent == above
        if way is demote_seats:
            now = moved.seat(seat).parent
            siblings = set(client.children(parent)) - set(tops(client, seats))
            assert now in siblings if siblings and now != parent else now == parent


def test_one_seat_moves_as_one_does():
    assert edited(chart_of(TREE), reorder_seats(["Operations"], -1)).children("CEO") == (
        "Operations",
        "Finance",
        "Sales",
    )
    assert edited(chart_of(TREE), promote_seats(["Tax"])).children("CEO") == (
        *("Finance", "Tax", "Operations", "Sales"),
    )
    assert edited(chart_of(TREE), demote_seats(["Finance"])).seat("Finance").parent == "Operations"

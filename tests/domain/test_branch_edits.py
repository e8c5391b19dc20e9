"""Several seats are moved, deleted or put under a new one as one edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.branches import add_parent, delete_seats, move_seats, tops
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

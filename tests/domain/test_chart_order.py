"""The chart as a list: the same after any edits as when it is read anew."""

import random

import pytest

from mspseat_desktop.domain.chart_order import ChartOrder, unfolded, walk, with_paths
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat, rename_seat
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import SeatId
from world import ON, chart_of, edited

TREE = {"a": ["b", "c", "d"], "b": ["e", "f"], "e": ["g"], "d": ["h"], "z": ["y"]}


def whole(client):
    order = ChartOrder(client)
    order.read_all()
    return order


def listed(order):
    return list(zip(order.seats, order.depths, strict=True))


def drawn(rows):
    seats, depths = rows
    return [" " * depth + seat for seat, depth in zip(seats, depths, strict=True)]


def test_each_seat_stands_before_its_reports_with_its_depth():
    order = whole(chart_of(TREE))
    assert drawn((order.seats, order.depths)) == [
        "a", " b", "  e", "   g", "  f", " c", " d", "  h", "z", " y",
    ]  # fmt: skip


def test_the_first_seats_are_there_before_all_are_read():
    order = ChartOrder(chart_of(TREE))
    for _seat in range(3):
        assert order.read_on()
    assert order.seats == ["a", "b", "e"]
    assert not order.is_whole


def one_edit(chance, client, number):
    seats = [None, *client.chart()]
    if len(seats) == 1:
        return add_seat(SeatId(f"n{number}"), parent=None)
    some, other = chance.choice(seats[1:]), chance.choice(seats)
    index = chance.choice([None, 0, 1, 2])
    match chance.randrange(6):
        case 0 | 1 | 2:
            return move_seat(some, parent=other, index=index)
        case 3:
            return add_seat(SeatId(f"n{number}"), parent=other, index=index)
        case 4 if len(seats) > 6:
            return delete_seat(some, reports=chance.choice(["lift", "delete"]), on=ON)
        case _:
            return rename_seat(some, f"t{number}")


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edits_undone_ones_too_it_is_as_if_read_anew(seed):
    chance = random.Random(seed)  # noqa: S311 - the same edits each time, nothing secret
    client = chart_of(TREE)
    order = whole(client)
    for number in range(120):
        work = Revision(client)
        try:
            one_edit(chance, client, number).run(work)
        except Refused:
            continue
        moved = order.apply(work.client, work.change())
        assert moved or list(walk(client)) == list(walk(work.client))
        assert listed(order) == list(walk(work.client))
        if chance.random() < 0.3:
            order.apply(client, work.change().inverse())
            assert listed(order) == list(walk(client))
        else:
            client = work.client


def test_an_edit_of_many_seats_is_followed():
    client = chart_of({"a": [f"r{number}" for number in range(40)]})
    order = whole(client)
    work = Revision(client)
    delete_seat(SeatId("a"), reports="lift", on=ON).run(work)
    assert order.apply(work.client, work.change())
    assert listed(order) == list(walk(work.client))


def test_an_edit_before_all_is_read_is_not_lost():
    client = chart_of(TREE)
    order = ChartOrder(client)
    order.read_on()
    work = Revision(client)
    move_seat(SeatId("d"), parent=SeatId("z")).run(work)
    order.apply(work.client, work.change())
    order.read_all()
    assert listed(order) == list(walk(work.client))


def test_a_new_title_moves_nothing():
    client = chart_of(TREE)
    order = whole(client)
    work = Revision(client)
    rename_seat(SeatId("b"), "B").run(work)
    assert not order.apply(work.client, work.change())


def test_what_hangs_below_a_folded_seat_is_left_out():
    order = whole(chart_of(TREE))
    assert drawn(unfolded(order, {"b", "e", "z"})) == ["a", " b", " c", " d", "  h", "z"]
    assert list(zip(*unfolded(order, {"b", "z"}), strict=True)) == list(
        walk(chart_of(TREE), {"b", "z"})
    )


def test_wanted_seats_come_with_all_above_them():
    order = whole(chart_of(TREE))
    assert drawn(with_paths(order, {"g", "d"})) == ["a", " b", "  e", "   g", " d"]
    assert drawn(with_paths(order, {"e", "f", "y"})) == ["a", " b", "  e", "  f", "z", " y"]
    assert with_paths(order, set()) == ([], [])


def test_a_long_chain_is_read_without_recursion():
    client = chart_of({"s0": []})
    for number in range(1, 3_000):
        client = edited(client, add_seat(SeatId(f"s{number}"), parent=SeatId(f"s{number - 1}")))
    assert whole(client).depths[-1] == 2_999

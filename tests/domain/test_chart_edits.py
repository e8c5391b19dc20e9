from __future__ import annotations

from dataclasses import replace

import pytest

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat, rename_seat
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import (
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.vocabulary import ReviewId, SeatId
from world import ON, chart_of, edited, outline, responsible, seated

TREE = {"CEO": ["Finance", "Operations", "Sales"], "Finance": ["IT"]}


def with_finished_review(client, seat, occupant):
    review = Review(ReviewId("r1"), SeatId(seat), occupant, ON, "person", "finished")
    return edited(client, Edit("x", lambda work: work.put(review)))


def test_new_seat_stands_after_its_siblings():
    client = edited(chart_of(TREE), add_seat(SeatId("HR"), parent=SeatId("CEO"), title="HR"))
    assert outline(client) == ["CEO", "  Finance", "    IT", "  Operations", "  Sales", "  HR"]


def test_new_seat_can_stand_before_a_sibling():
    client = edited(
        chart_of(TREE), add_seat(SeatId("HR"), parent=SeatId("CEO"), index=1, title="HR")
    )
    assert outline(client)[3] == "  HR"


def test_moving_a_seat_takes_its_branch_along():
    client = edited(chart_of(TREE), move_seat(SeatId("Finance"), parent=SeatId("Sales")))
    assert outline(client) == ["CEO", "  Operations", "  Sales", "    Finance", "      IT"]


def test_moving_among_siblings_counts_the_others():
    client = edited(chart_of(TREE), move_seat(SeatId("Finance"), parent=SeatId("CEO"), index=1))
    assert client.children(SeatId("CEO")) == ("Operations", "Finance", "Sales")


def test_moving_a_seat_to_where_it_is_changes_nothing():
    work = Revision(chart_of(TREE))
    move_seat(SeatId("Operations"), parent=SeatId("CEO"), index=1).run(work)
    assert not work.change()


@pytest.mark.parametrize("target", ["Finance", "IT"])
def test_moving_a_seat_under_itself_or_its_own_report_is_refused(target):
    with pytest.raises(Refused) as refused:
        edited(chart_of(TREE), move_seat(SeatId("Finance"), parent=SeatId(target)))
    assert refused.value.code == "reports-to-itself"


def test_a_seat_can_become_a_root_beside_the_others():
    client = edited(chart_of(TREE), move_seat(SeatId("Sales"), parent=None, index=0))
    assert outline(client) == ["Sales", "CEO", "  Finance", "    IT", "  Operations"]


def test_deleting_a_seat_moves_its_reports_up_into_its_place():
    client = edited(chart_of(TREE), delete_seat(SeatId("Finance"), reports="lift", on=ON))
    assert outline(client) == ["CEO", "  IT", "  Operations", "  Sales"]


def test_deleting_a_branch_takes_all_that_hangs_on_it():
    client = responsible(seated(chart_of(TREE), "IT", "Northbeam", provider=True), "IT", "Backup")
    client = edited(client, delete_seat(SeatId("Finance"), reports="delete", on=ON))
    assert outline(client) == ["CEO", "  Operations", "  Sales"]
    assert client.count(Responsibility) == client.count(Seating) == 0


def test_deleting_a_reviewed_seat_closes_it_and_keeps_its_reviews():
    client = seated(chart_of(TREE), "IT", "Northbeam", provider=True)
    client = with_finished_review(client, "IT", "Northbeam")
    client = edited(client, delete_seat(SeatId("IT"), reports="lift", on=ON))
    assert "IT" not in {client.seat(s).title for s in client.chart()}
    assert client.get(Seat, "IT").closed_on == ON
    assert len(client.reviews_of(SeatId("IT"), "Northbeam")) == 1
    assert not client.seatings(SeatId("IT"))


def test_siblings_keep_their_order_when_the_gaps_are_used_up():
    client = chart_of({"CEO": ["first", "last"]})
    for number in range(60):
        name = SeatId(f"n{number:02d}")
        client = edited(client, add_seat(name, parent=SeatId("CEO"), index=1, title=name))
    expected = ["first", *(f"n{n:02d}" for n in reversed(range(60))), "last"]
    assert list(client.children(SeatId("CEO"))) == expected


def test_one_insertion_among_five_thousand_siblings_touches_one_record():
    client = chart_of({"CEO": [f"s{n:04d}" for n in range(5000)]})
    work = Revision(client)
    add_seat(SeatId("new"), parent=SeatId("CEO"), index=2500, title="new").run(work)
    assert len(work.change().touches) == 1


def test_a_chain_of_three_thousand_seats_is_no_problem():
    client = chart_of({"s0": ["s1"]} | {f"s{n}": [f"s{n + 1}"] for n in range(1, 3000)})
    work = Revision(client)
    move_seat(SeatId("s3000"), parent=SeatId("s0")).run(work)
    rules.check(work.client, work.change())
    assert len(list(work.client.seats_above(SeatId("s2999")))) == 2999


def test_renaming_keeps_every_letter():
    title = "<b>Ärger</b> & =1+1 \N{PILE OF POO} " + "x" * 3000
    client = edited(chart_of(TREE), rename_seat(SeatId("IT"), title))
    assert client.seat(SeatId("IT")).title == title


def test_a_circle_above_a_touched_seat_is_refused_too():
    client = chart_of({"CEO": ["A"], "A": ["B"], "B": ["C"]})
    work = Revision(client)
    work.put(replace(client.seat(SeatId("C")), title="C again"))
    work.put(replace(client.seat(SeatId("A")), parent=SeatId("B")))
    with pytest.raises(Refused) as refused:
        rules.check(work.client, work.change())
    assert refused.value.code == "reports-to-itself"

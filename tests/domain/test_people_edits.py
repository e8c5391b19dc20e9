from __future__ import annotations

import pytest

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.people import (
    add_occupant,
    date_seating,
    remove_occupant,
    seat_occupant,
    unseat,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Occupant, Seating
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    SeatId,
    SeatingId,
)
from world import ON, chart_of, edited, seated

IT = SeatId("IT")


def world():
    client = seated(chart_of({"CEO": ["IT", "Sales"]}), "IT", "Joel")
    return edited(client, add_occupant(Occupant(OccupantId("Northbeam"), "Northbeam", "provider")))


def test_a_new_accountable_occupant_ends_the_seating_of_the_one_before():
    client = edited(world(), seat_occupant(SeatingId("n"), IT, OccupantId("Northbeam"), on=ON))
    assert client.accountable(IT).name == "Northbeam"
    ended = [s for s in client.every(Seating) if s.occupant == "Joel"]
    assert [(s.since, s.until) for s in ended] == [("2025-01-06", ON)]


def test_a_slip_of_the_same_day_leaves_no_trace():
    client = edited(
        world(),
        unseat(SeatingId("Joel@IT"), on=ON),
        seat_occupant(SeatingId("a"), IT, OccupantId("Northbeam"), on=ON),
        seat_occupant(SeatingId("b"), IT, OccupantId("Joel"), on=ON),
    )
    assert {s.id for s in client.every(Seating)} == {"Joel@IT", "b"}


def test_others_may_sit_there_too_and_the_accountable_one_comes_first():
    client = edited(
        world(), seat_occupant(SeatingId("n"), IT, OccupantId("Northbeam"), role="also", on=ON)
    )
    assert [s.occupant for s in client.seatings(IT)] == ["Joel", "Northbeam"]
    assert client.accountable(IT).name == "Joel"


def test_a_second_accountable_occupant_breaks_a_rule():
    work = Revision(world())
    work.put(Seating(SeatingId("x"), IT, OccupantId("Northbeam"), since=ON))
    with pytest.raises(Refused) as refused:
        rules.check(work.client, work.change())
    assert refused.value.code == "second-accountable"


def test_one_occupant_may_hold_several_seats():
    client = edited(
        world(), seat_occupant(SeatingId("j"), SeatId("Sales"), OccupantId("Joel"), on=ON)
    )
    assert {s.seat for s in client.seats_of(OccupantId("Joel"))} == {"IT", "Sales"}


def test_the_first_one_named_for_a_seat_has_sat_there_since_an_unknown_day():
    first = seat_occupant(SeatingId("a"), SeatId("Sales"), OccupantId("Joel"), on=ON)
    then = seat_occupant(SeatingId("b"), SeatId("Sales"), OccupantId("Northbeam"), on=ON)
    client = edited(world(), first, then)
    days = {(s.occupant, s.since, s.until) for s in client.owned(Seating, "seat", "Sales")}
    assert days == {("Joel", "", ON), ("Northbeam", ON, "")}
    dated = edited(client, date_seating(SeatingId("b"), "2024-03-01"))
    assert dated.get(Seating, "b").since == "2024-03-01"


def test_somebody_who_sits_in_a_seat_is_not_deleted():
    with pytest.raises(Refused) as refused:
        edited(world(), remove_occupant(OccupantId("Joel")))
    assert refused.value.code == "occupant-is-seated"


def test_an_occupant_needs_a_name():
    with pytest.raises(Refused):
        edited(world(), add_occupant(Occupant(OccupantId("x"), "  ")))


def test_a_record_that_points_nowhere_breaks_a_rule():
    work = Revision(world())
    Edit("x", lambda w: w.put(Seating(SeatingId("x"), IT, OccupantId("nobody"), since=ON))).run(
        work
    )
    with pytest.raises(Refused):
        rules.check(work.client, work.change())

"""Records of another version come over by choice, with what they need, as one edit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.difference import difference
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.merging import may_come_over, merge_edit, with_needed
from mspseat_desktop.domain.records import (
    ChartLook,
    Metric,
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.revision import Revision

BASE = [
    Profile(name="Lakeside"),
    Seat("boss", None, 1024, "Owner"),
    Seat("it", "boss", 1024, "IT"),
    Occupant("acme", "Acme IT", "provider"),
    Occupant("ann", "Ann"),
    Seating("x1", "it", "acme"),
    Responsibility("r1", "it", 1024, "Backups"),
]


def client(*more, without=(), **changed) -> Client:
    """The base client with more records, without some, and with some changed by id."""
    records = [changed.get(r.id, r) for r in BASE if r.id not in without]
    return Client.of([*records, *more])


def merged(present: Client, other: Client, *ids: str) -> Client:
    """The present client with the records of these ids as they are in the other one."""
    found = difference(present, other)
    chosen = [one for one in found if one.record.id in ids]
    assert {one.record.id for one in chosen} == set(ids)
    work = Revision(present)
    merge_edit(with_needed(chosen, found, present)).run(work)
    rules.check(work.client, work.change())
    return work.client


def titles(found: Client) -> list[str]:
    return [found.seat(seat).title for seat in found.chart()]


def test_the_layout_of_the_chart_comes_over_and_goes_back():
    right = client(ChartLook(layout="right", compact=True))
    assert merged(client(), right, "look").look == ChartLook(layout="right", compact=True)
    for usual in (client(), client(ChartLook())):
        assert merged(right, usual, "look").look == ChartLook()


def test_only_what_was_chosen_comes_over():
    other = client(it=replace(BASE[2], title="Managed IT"), r1=replace(BASE[6], text="Restores"))
    found = merged(client(), other, "it")
    assert found.seat("it").title == "Managed IT"
    assert found.get(Responsibility, "r1").text == "Backups"


def test_a_record_brings_what_it_belongs_to():
    other = client(
        Seat("ops", "boss", 2048, "Operations"),
        Seat("desk", "ops", 1024, "Help desk"),
        Metric("m1", "desk", 1024, "Calls"),
    )
    assert titles(merged(client(), other, "m1")) == ["Owner", "IT", "Operations", "Help desk"]


def test_a_seat_that_goes_takes_along_what_belongs_to_it():
    other = client(without=("it", "x1", "r1"))
    found = merged(client(), other, "it")
    assert titles(found) == ["Owner"]
    assert not list(found.every(Seating))


def test_a_seat_has_one_accountable_after_it_as_well():
    other = client(Seating("x2", "it", "ann"), without=("x1",))
    found = merged(client(), other, "x2")
    assert found.accountable("it").name == "Ann"
    assert len(found.seatings("it")) == 1


def test_two_seats_with_the_same_place_stand_beside_each_other():
    present = client(Seat("sales", "boss", 2048, "Sales"))
    other = client(Seat("ops", "boss", 2048, "Operations"))
    assert sorted(titles(merged(present, other, "ops"))) == ["IT", "Operations", "Owner", "Sales"]


def test_a_finished_review_stays_and_a_draft_may_become_one():
    draft = Review("v1", "it", "acme", "2026-10-01", "it_provider")
    done = replace(draft, state="finished")
    (one,) = difference(client(done), client(draft))
    assert not may_come_over(one)
    (one,) = difference(client(draft), client(done))
    assert may_come_over(one)


def test_what_the_rest_does_not_allow_is_refused_as_a_whole():
    present = client(Seat("ops", "it", 1024, "Operations"))
    other = client(Seat("ops", "boss", 2048, "Operations"), it=replace(BASE[2], parent="ops"))
    with pytest.raises(Refused):
        merged(present, other, "it")
    assert titles(merged(present, other, "it", "ops")) == ["Owner", "Operations", "IT"]


OTHER = client(
    Seat("ops", "boss", 1024, "Operations"),
    Seat("desk", "ops", 1024, "Help desk"),
    Seating("x3", "desk", "ann"),
    Metric("m1", "desk", 1024, "Calls"),
    Responsibility("r2", "boss", 1024, "Grow"),
    without=("it", "x1", "r1", "acme"),
)


@given(st.sets(st.sampled_from([one.record.id for one in difference(client(), OTHER)])))
def test_whatever_is_chosen_fits_together(chosen):
    merged(client(), OTHER, *chosen)


def test_everything_chosen_gives_the_other_version():
    every = {one.record.id for one in difference(client(), OTHER)}
    assert difference(merged(client(), OTHER, *every), OTHER) == ()

"""Seats are copied with what they are for, and without who sits there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.copying import copy_seats
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Metric, Seat, SecondLine
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.vocabulary import MetricId
from world import ON, chart_of, edited, id_maker, outline, responsible, seated

TREE = {"CEO": ["Finance", "Sales"], "Finance": ["IT", "Tax"]}


def copied(client, seats, **given):
    work = Revision(client)
    copy_seats(seats, new_id=id_maker("copy"), **given).run(work)
    rules.check(work.client, work.change())
    return work.client


def test_a_branch_is_copied_with_all_below_it():
    client = copied(chart_of(TREE), ["Finance"], parent="CEO")
    assert outline(client) == [
        *("CEO", "  Finance", "    IT", "    Tax", "  Sales"),
        *("  Finance", "    IT", "    Tax"),
    ]


def test_only_the_seat_is_copied_when_its_branch_is_not_wanted():
    client = copied(chart_of(TREE), ["Finance"], parent="CEO", index=1, with_branch=False)
    assert outline(client) == ["CEO", "  Finance", "    IT", "    Tax", "  Finance", "  Sales"]


def test_several_copies_stand_side_by_side_before_the_report_at_the_index():
    client = copied(chart_of(TREE), ["Tax", "IT"], parent="CEO", index=0)
    titles = [client.seat(seat).title for seat in client.children("CEO")]
    assert titles == ["IT", "Tax", "Finance", "Sales"]


def test_a_branch_can_be_copied_into_itself():
    client = copied(chart_of(TREE), ["Finance"], parent="IT")
    assert outline(client) == [
        *("CEO", "  Finance", "    IT"),
        *("      Finance", "        IT", "        Tax", "    Tax", "  Sales"),
    ]


def test_what_the_seat_is_for_comes_along_and_who_sits_there_does_not():
    client = seated(responsible(chart_of(TREE), "IT", "Backups come back"), "IT", "Ann")
    described = replace(client.seat("IT"), purpose="Keeps us running", notes="New", layout="right")
    metric = Metric(MetricId("m1"), "IT", 1, "Restore test", 4.0)

    def put(work):
        work.put(described)
        work.put(metric)
        work.put(SecondLine("l1", "IT", "Sales"))

    client = copied(edited(client, Edit("x", put)), ["IT"], parent="Sales")
    (copy,) = client.children("Sales")
    record = client.seat(copy)
    assert (record.title, record.purpose, record.notes) == ("IT", "Keeps us running", "New")
    assert record.layout == "right"
    assert [r.text for r in client.responsibilities(copy)] == ["Backups come back"]
    assert [(m.name, m.target) for m in client.metrics(copy)] == [("Restore test", 4.0)]
    assert client.seatings(copy) == ()
    assert client.second_lines(copy) == ()


def test_nothing_is_copied_under_a_closed_seat():
    client = edited(
        chart_of(TREE), Edit("x", lambda work: work.put(Seat("old", title="Fax", closed_on=ON)))
    )
    with pytest.raises(Refused, match="reports-to-closed-seat"):
        copied(client, ["IT"], parent="old")

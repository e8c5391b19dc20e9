from dataclasses import replace

from mspseat_desktop.domain.difference import difference
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, rename_seat
from mspseat_desktop.domain.edits.layouts import lay_out_chart
from mspseat_desktop.domain.records import (
    ChartLook,
    Profile,
    Responsibility,
    Seat,
)
from world import ON, chart_of, edited, responsible


def told(before, after):
    return [(d.way, type(d.record), d.record.id, d.fields) for d in difference(before, after)]


def test_a_snapshot_differs_from_itself_in_nothing():
    client = responsible(chart_of({"Owner": ["IT"]}), "IT", "Backups")
    assert difference(client, client) == ()


def test_added_changed_and_removed_records_are_told_with_their_fields():
    before = responsible(chart_of({"Owner": ["IT", "Sales"]}), "IT", "Backups")
    after = edited(
        before,
        rename_seat("Sales", "Sales and service"),
        add_seat("Payroll", parent="Owner", title="Payroll"),
        delete_seat("IT", reports="lift", on=ON, title="IT"),
    )
    assert told(before, after) == [
        ("added", Seat, "Payroll", ()),
        ("changed", Seat, "Sales", ("title",)),
        ("removed", Seat, "IT", ()),
        ("removed", Responsibility, "Backups", ()),
    ]


def test_turned_round_added_is_removed():
    before = chart_of({"Owner": ["IT"]})
    after = edited(before, add_seat("Sales", parent="Owner", title="Sales"))
    assert [d.way for d in difference(after, before)] == ["removed"]


def test_the_client_itself_is_one_of_the_records():
    before = chart_of({"Owner": []})
    profile = replace(before.profile, name="Harbor Pine", review_days=60)
    after = edited(before, _put(profile))
    assert told(before, after) == [("changed", Profile, "client", ("name", "review_days"))]


def test_a_chart_that_is_drawn_as_usual_is_the_same_with_a_record_of_that_and_without():
    without = chart_of({"Owner": []})
    usual = edited(without, _put(ChartLook()))
    assert told(without, usual) == []
    right = edited(without, lay_out_chart("right"))
    assert told(usual, right) == told(without, right) == [("added", ChartLook, "look", ())]
    assert told(right, edited(right, lay_out_chart("stacked"))) == [
        ("changed", ChartLook, "look", ("layout",))
    ]


def _put(record):
    from mspseat_desktop.domain.revision import Edit

    return Edit("change-client", lambda work: work.put(record))

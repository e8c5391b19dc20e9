from __future__ import annotations

from dataclasses import replace

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.chart_difference import SeatDifference, chart_difference
from mspseat_desktop.domain.charts import (
    KeptChart,
    parted,
    seen_with,
    settled,
    without_consequences,
)
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat, rename_seat
from mspseat_desktop.domain.edits.charts import take_chart, what_goes
from mspseat_desktop.domain.edits.layouts import lay_out_chart, set_compact
from mspseat_desktop.domain.edits.people import change_occupant, seat_occupant, unseat
from mspseat_desktop.domain.edits.review import start_review
from mspseat_desktop.domain.edits.seat import add_metric, move_responsibility
from mspseat_desktop.domain.records import Figure, Metric, Occupant, Seat, Seating
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.vocabulary import (
    ChartId,
    FigureId,
    MetricId,
    OccupantId,
    ReviewId,
    SeatId,
    SeatingId,
)
from world import ON, chart_of, edited, finish_edit, responsible, seated

WHAT_IF = KeptChart(ChartId("c1"), "With an IT lead", "what_if")
LATER = "2027-02-01"


def lakeside():
    client = chart_of({"CEO": ["IT", "Sales"], "IT": ["Desk", "Network"]})
    client = seated(client, "IT", "Northbeam", provider=True)
    figure = Figure(FigureId("f1"), MetricId("calls"), "2026-11-16", 12.0)
    client = responsible(client, "Desk", "Answers in an hour", "Closes in a day")
    return edited(
        client,
        add_metric(Metric(MetricId("calls"), SeatId("Desk"), name="Calls", cadence="week")),
        Edit("set-figure", lambda work: work.put(figure)),
    )


def taken(client, wanted, on=LATER):
    work = Revision(client)
    take_chart(wanted, WHAT_IF, on=on).run(work)
    rules.check(work.client, work.change())
    return work.client, work.change()


def test_a_kept_chart_shares_the_maps_of_everything_that_is_not_a_charts_own():
    client = lakeside()
    chart = edited(client, rename_seat("IT", "Technology"))
    later = edited(client, change_occupant(Occupant(OccupantId("Northbeam"), "North", "provider")))
    view = seen_with(chart, later)
    assert view.seat("IT").title == "Technology"
    assert view.accountable("IT").name == "North"
    assert view.maps_of([Occupant])[0][Occupant] is later.maps_of([Occupant])[0][Occupant]


def test_what_hangs_on_a_seat_that_a_chart_does_not_have_is_not_seen_there():
    client = edited(lakeside(), finish_edit("r1", SeatId("IT"), OccupantId("Northbeam")))
    chart = edited(lakeside(), delete_seat("IT", reports="delete", on=ON))
    view = seen_with(chart, client)
    assert not view.count(Review)
    assert not view.count(Figure)
    assert client.count(Review) == client.count(Figure) == 1


def test_a_seat_deleted_in_a_copy_leaves_the_clients_drafts_and_figures_alone():
    client = edited(
        lakeside(),
        seat_occupant(SeatingId("s9"), "Desk", OccupantId("Northbeam"), on=ON),
        start_review(
            ReviewId("r1"),
            seat=SeatId("Desk"),
            occupant=OccupantId("Northbeam"),
            on=ON,
            bank="provider",
        ),
    )
    work = Revision(client)
    delete_seat("Desk", reports="lift", on=ON).run(work)
    change = without_consequences(work.change(), client)
    _own, common = parted(change)
    assert not common
    view = settled(work.client, client, change)
    assert not view.count(Review)
    back = settled(view.applied(change.inverse()), client, change.inverse())
    assert back.find(Review, "r1") == client.find(Review, "r1")
    assert back.find(Figure, "f1") == client.find(Figure, "f1")


def test_added_removed_moved_and_changed_seats_are_told_by_their_ids():
    client = lakeside()
    other = edited(
        client,
        add_seat(SeatId("Lead"), parent=SeatId("CEO"), title="IT lead"),
        move_seat("IT", parent=SeatId("Lead")),
        rename_seat("Sales", "Sales and service"),
        delete_seat("Network", reports="lift", on=ON),
        move_responsibility("Closes in a day", 0),
        unseat(SeatingId("Northbeam@IT"), on=LATER),
    )
    found = {d.seat: d for d in chart_difference(client, other)}
    assert found["Lead"].ways == ("added",)
    assert found["Network"].ways == ("removed",)
    assert found["IT"] == SeatDifference("IT", ("moved", "changed"), ("occupant",))
    assert found["Sales"] == SeatDifference("Sales", ("changed",), ("title",))
    assert found["Desk"] == SeatDifference("Desk", ("changed",), ("responsibilities",))
    assert set(found) == {"Lead", "Network", "IT", "Sales", "Desk"}


def test_only_the_seat_that_was_moved_among_its_siblings_counts_as_moved():
    client = chart_of({"CEO": ["A", "B", "C", "D", "E"]})
    other = edited(client, move_seat("E", parent=SeatId("CEO"), index=0))
    assert chart_difference(client, other) == (SeatDifference("E", ("moved",), reordered=True),)


def test_a_chart_does_not_differ_from_itself_with_other_keys_of_order():
    client = chart_of({"CEO": ["A", "B"]})
    renumbered = client
    for number, seat in enumerate(("A", "B")):
        work = Revision(renumbered)
        work.put(replace(renumbered.seat(seat), order=number * 1000 + 5))
        renumbered = work.client
    assert chart_difference(client, renumbered) == ()


def test_making_a_copy_the_current_chart_is_one_change_that_leads_back():
    client = lakeside()
    wanted = edited(
        client,
        add_seat(SeatId("Lead"), parent=SeatId("CEO"), title="IT lead"),
        move_seat("IT", parent=SeatId("Lead")),
        delete_seat("Desk", reports="lift", on=ON),
        rename_seat("Sales", "Sales and service"),
    )
    after, change = taken(client, wanted)
    assert chart_difference(after, wanted) == ()
    assert not after.has(Seat, "Desk")
    assert not after.has(Figure, "f1")
    back = after.applied(change.inverse())
    assert chart_difference(back, client) == ()
    assert back.find(Figure, "f1") == client.find(Figure, "f1")


def test_the_layout_of_a_copy_is_its_own_until_the_copy_becomes_the_current_chart():
    client = lakeside()
    chart = edited(client, lay_out_chart("right"), set_compact(compact=True))
    view = seen_with(chart, client)
    assert (view.look.layout, view.look.compact, client.look.layout) == ("right", True, "down")
    after, change = taken(client, view)
    assert after.look == view.look
    assert after.applied(change.inverse()).look == client.look
    assert taken(after, seen_with(client, after))[0].look == client.look


def test_a_seat_with_finished_reviews_that_the_copy_does_not_have_is_closed():
    client = edited(lakeside(), finish_edit("r1", SeatId("IT"), OccupantId("Northbeam")))
    wanted = edited(lakeside(), delete_seat("IT", reports="lift", on=ON))
    after, _change = taken(client, wanted)
    assert after.seat("IT").closed_on == LATER
    assert after.find(Review, "r1") is not None
    assert after.find(Seating, "Northbeam@IT").until == LATER
    assert after.children("CEO") == wanted.children("CEO")


def test_a_seat_that_was_closed_since_is_opened_again_by_restoring_a_version():
    wanted = edited(lakeside(), finish_edit("r1", SeatId("IT"), OccupantId("Northbeam")))
    client = edited(wanted, delete_seat("IT", reports="lift", on=ON))
    after, _change = taken(client, wanted)
    assert after.seat("IT").closed_on == ""
    assert after.accountable("IT").id == "Northbeam"
    assert chart_difference(after, wanted) == ()


def test_who_sat_there_meanwhile_leaves_on_that_day_and_stays_on_record():
    wanted = lakeside()
    client = seated(wanted, "IT", "Harbor", provider=True)
    assert client.accountable("IT").id == "Harbor"
    after, _change = taken(client, wanted)
    assert after.accountable("IT").id == "Northbeam"
    assert after.find(Seating, "Harbor@IT").until == LATER


def test_a_metric_that_goes_takes_its_figures_and_is_counted_before():
    client = lakeside()
    wanted = chart_of({"CEO": ["IT", "Sales"], "IT": ["Desk", "Network"]})
    edit = take_chart(seen_with(wanted, client), WHAT_IF, on=LATER)
    goes = what_goes(client, edit)
    assert (goes[Metric], goes[Figure]) == (1, 1)
    after, _change = taken(client, seen_with(wanted, client))
    assert not after.count(Figure)

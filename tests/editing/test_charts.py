"""What-if copies and versions in a session: lines of undo of their own, one client for all."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain.chart_difference import chart_difference
from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, rename_seat
from mspseat_desktop.domain.edits.charts import take_chart
from mspseat_desktop.domain.edits.people import (
    add_occupant,
    change_occupant,
    remove_occupant,
    seat_occupant,
    unseat,
)
from mspseat_desktop.domain.edits.seat import add_metric
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Figure, Metric, Occupant, Profile, Seat
from mspseat_desktop.domain.revision import Edit, both
from mspseat_desktop.domain.vocabulary import (
    CURRENT_CHART,
    ChartId,
    FigureId,
    MetricId,
    OccupantId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from world import ON, clock, everything, finish_edit

CEO, IT, LEAD = SeatId("CEO"), SeatId("IT"), SeatId("Lead")
ANNA = OccupantId("Anna")
WHAT_IF = KeptChart(ChartId("c1"), "With an IT lead", "what_if", ON)
VERSION = KeptChart(ChartId("v1"), "Before the sale", "version", ON)


@pytest.fixture
def file(tmp_path):
    file = ClientFile.create(tmp_path / "client.db", [Profile(name="Lakeside")])
    yield file
    file.close()


@pytest.fixture
def session(file):
    session = Session(file.load().client, file, clock=clock)
    session.do(add_seat(CEO, parent=None, title="CEO"))
    session.do(add_seat(IT, parent=CEO, title="IT"))
    session.charts.keep(WHAT_IF)
    return session


@pytest.fixture
def what_if(session):
    session.charts.open(WHAT_IF.id)
    return session


def anna_sits(seat, name="a1"):
    return both(
        "create-and-seat",
        add_occupant(Occupant(ANNA, "Anna")),
        seat_occupant(SeatingId(name), seat, ANNA, on=ON, since="2026-01-05"),
    )


def refusal(session, edit):
    before = everything(session.client)
    with pytest.raises(Refused) as refused:
        session.do(edit)
    assert everything(session.client) == before
    return refused.value


def titles(client):
    return [client.seat(seat).title for seat in client.chart()]


def test_an_edit_in_a_copy_leaves_the_current_chart_as_it_is(what_if):
    what_if.do(rename_seat(IT, "Own IT"))
    assert titles(what_if.client) == ["CEO", "Own IT"]
    assert titles(what_if.charts.current) == ["CEO", "IT"]
    what_if.charts.open(CURRENT_CHART)
    assert titles(what_if.client) == ["CEO", "IT"]


def test_each_chart_has_its_own_line_of_undo(what_if):
    what_if.do(rename_seat(IT, "Own IT"))
    what_if.charts.open(CURRENT_CHART)
    what_if.do(rename_seat(CEO, "Owner"))
    what_if.charts.open(WHAT_IF.id)
    assert what_if.undo().step.name == "rename-seat"
    assert titles(what_if.client) == ["CEO", "IT"]
    assert what_if.undo() is None
    what_if.charts.open(CURRENT_CHART)
    assert titles(what_if.client) == ["Owner", "IT"]
    what_if.charts.open(WHAT_IF.id)
    what_if.redo()
    assert titles(what_if.client) == ["CEO", "Own IT"]


def test_a_new_edit_drops_only_what_was_undone_in_the_same_chart(what_if):
    what_if.do(rename_seat(IT, "Own IT"))
    what_if.undo()
    what_if.charts.open(CURRENT_CHART)
    what_if.do(rename_seat(CEO, "Owner"))
    what_if.charts.open(WHAT_IF.id)
    assert what_if.redo() is not None


def test_typing_in_two_charts_stays_two_steps(what_if):
    what_if.do(rename_seat(IT, "O", merge_key="IT"))
    what_if.charts.open(CURRENT_CHART)
    what_if.do(rename_seat(IT, "P", merge_key="IT"))
    what_if.charts.open(WHAT_IF.id)
    what_if.do(rename_seat(IT, "Own", merge_key="IT"))
    assert [s.chart for s in what_if.steps()][2:] == [WHAT_IF.id, CURRENT_CHART, WHAT_IF.id]


def test_a_copy_and_its_line_of_undo_survive_a_restart(what_if, file):
    what_if.do(rename_seat(IT, "Own IT"))
    loaded = file.load()
    again = Session(loaded.client, file, steps=loaded.steps, clock=clock)
    assert titles(again.client) == ["CEO", "IT"]
    again.charts.open(WHAT_IF.id)
    assert titles(again.client) == ["CEO", "Own IT"]
    again.undo()
    assert titles(again.client) == ["CEO", "IT"]


def test_people_changed_while_a_copy_is_shown_are_changed_for_the_client(what_if):
    what_if.do(anna_sits(IT))
    what_if.do(change_occupant(Occupant(ANNA, "Anna Ames")))
    assert what_if.charts.current.get(Occupant, ANNA).name == "Anna Ames"
    assert what_if.charts.current.accountable(IT) is None


def test_who_sits_in_a_kept_chart_is_not_deleted(what_if):
    what_if.do(anna_sits(IT))
    what_if.charts.open(CURRENT_CHART)
    refused = refusal(what_if, remove_occupant(ANNA))
    assert (refused.code, refused.params) == ("named-in-kept-chart", {"name": "Anna"})


def test_who_sits_in_the_current_chart_is_not_deleted_from_a_copy(session):
    session.do(anna_sits(IT))
    session.charts.open(WHAT_IF.id)
    assert refusal(session, remove_occupant(ANNA)).code == "used-in-current-chart"


def test_undoing_who_was_added_leaves_the_name_where_another_chart_needs_it(session):
    session.do(anna_sits(IT))
    session.charts.keep(VERSION)
    news = session.undo()
    assert news.stays
    assert session.client.accountable(IT) is None
    assert session.client.has(Occupant, ANNA)
    session.charts.open(VERSION.id)
    assert session.client.accountable(IT).id == ANNA
    session.charts.open(CURRENT_CHART)
    assert session.redo() is not None
    assert session.client.accountable(IT).id == ANNA


def test_a_step_of_undo_that_another_chart_overtook_is_passed_over(session):
    session.do(rename_seat(IT, "Technology"))
    session.do(anna_sits(IT))
    session.do(change_occupant(Occupant(ANNA, "Anna Ames")))
    session.charts.open(WHAT_IF.id)
    session.do(change_occupant(Occupant(ANNA, "A. Ames")))
    session.charts.open(CURRENT_CHART)
    assert session.undo_step().name == "rename-seat"
    session.undo()
    assert titles(session.client) == ["CEO", "IT"]
    assert session.client.get(Occupant, ANNA).name == "A. Ames"


def test_reviews_are_only_worked_on_with_the_current_chart(what_if):
    what_if.do(anna_sits(IT))
    assert refusal(what_if, finish_edit("r1", IT, ANNA)).code == "reviews-in-kept-chart"


def test_a_figure_of_a_metric_that_only_the_copy_has_is_refused(what_if):
    what_if.do(add_metric(Metric(MetricId("m1"), IT, name="Calls", cadence="week")))
    figure = Figure(FigureId("f1"), MetricId("m1"), ON, 3.0)
    edit = Edit("set-figure", lambda work: work.put(figure))
    assert refusal(what_if, edit).code == "only-in-kept-chart"


def test_a_seat_deleted_in_a_copy_keeps_its_figures_in_the_current_chart(session):
    session.do(add_metric(Metric(MetricId("m1"), IT, name="Calls", cadence="week")))
    figure = Figure(FigureId("f1"), MetricId("m1"), ON, 3.0)
    session.do(Edit("set-figure", lambda work: work.put(figure)))
    copy = KeptChart(ChartId("c2"), "Without IT", "what_if", ON)
    session.charts.keep(copy)
    session.charts.open(copy.id)
    session.do(delete_seat(IT, reports="lift", on=ON))
    assert not session.client.count(Figure)
    assert session.charts.current.get(Figure, "f1") == figure
    session.undo()
    assert session.client.get(Figure, "f1") == figure


def test_a_version_is_only_looked_at(session):
    session.charts.keep(VERSION)
    session.charts.open(VERSION.id)
    assert refusal(session, rename_seat(IT, "Technology")).code == "version-is-kept"
    assert session.undo() is None


def test_making_a_copy_current_is_one_step_that_can_be_taken_back(what_if):
    what_if.do(add_seat(LEAD, parent=CEO, title="IT lead"))
    what_if.do(delete_seat(IT, reports="lift", on=ON))
    wanted = what_if.client
    what_if.charts.open(CURRENT_CHART)
    before = everything(what_if.client)
    what_if.do(take_chart(wanted, WHAT_IF, on=ON))
    assert chart_difference(what_if.client, wanted) == ()
    assert what_if.undo_step().name == "make-current"
    assert what_if.undo_step().params == {"chart": "With an IT lead"}
    what_if.undo()
    assert everything(what_if.client) == before


def test_a_seat_reviewed_since_is_closed_when_a_copy_without_it_is_made_current(session):
    session.charts.open(WHAT_IF.id)
    session.do(delete_seat(IT, reports="lift", on=ON))
    session.charts.open(CURRENT_CHART)
    session.do(anna_sits(IT))
    session.do(finish_edit("r1", IT, ANNA))
    wanted = session.charts.client(WHAT_IF.id)
    session.do(take_chart(wanted, WHAT_IF, on="2027-01-01"))
    assert session.client.get(Seat, IT).closed_on == "2027-01-01"
    assert titles(session.client) == ["CEO"]


def test_dropping_the_shown_copy_leads_back_to_the_current_chart(what_if):
    what_if.do(rename_seat(IT, "Own IT"))
    what_if.charts.drop(WHAT_IF.id)
    assert what_if.charts.shown.is_current
    assert titles(what_if.client) == ["CEO", "IT"]
    assert {step.chart for step in what_if.steps()} == {CURRENT_CHART}
    with pytest.raises(Refused):
        what_if.charts.open(WHAT_IF.id)


def test_a_copy_can_be_made_of_a_copy(what_if):
    what_if.do(rename_seat(IT, "Own IT"))
    further = KeptChart(ChartId("c3"), "And further", "what_if", ON)
    what_if.charts.keep(further)
    assert titles(what_if.charts.client(further.id)) == ["CEO", "Own IT"]


def test_a_chart_needs_a_name(session):
    with pytest.raises(Refused) as refused:
        session.charts.keep(KeptChart(ChartId("c9"), "  ", "what_if", ON))
    assert refused.value.code == "chart-without-name"


def test_a_chart_that_runs_in_a_circle_is_not_shown(session, file):
    copy = session.charts.client(WHAT_IF.id)
    from dataclasses import replace

    from mspseat_desktop.domain.change import Change, Touch

    ceo = copy.seat(CEO)
    file.write(Change((Touch(ceo, replace(ceo, parent=IT)),)), chart=WHAT_IF.id)
    with pytest.raises(Refused) as refused:
        session.charts.open(WHAT_IF.id)
    assert refused.value.code == "chart-unfit"
    assert session.charts.shown.is_current


def test_equal_records_of_a_copy_are_the_clients_very_own(session):
    copy = session.charts.client(WHAT_IF.id)
    assert copy.seat(CEO) is session.client.seat(CEO)


def test_leaving_a_seat_in_a_copy_leaves_it_in_the_copy_only(session):
    session.do(anna_sits(IT))
    copy = KeptChart(ChartId("c2"), "Without Anna", "what_if", ON)
    session.charts.keep(copy)
    session.charts.open(copy.id)
    session.do(unseat(SeatingId("a1"), on=ON))
    assert session.client.accountable(IT) is None
    assert session.charts.current.accountable(IT).id == ANNA

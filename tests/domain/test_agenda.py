"""The parts of a session: no minute is lost or given twice, and the seats come in their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain.agenda import (
    LENGTHS,
    MINUTES_A_SEAT,
    agenda,
    off_target,
    seats_to_talk,
)
from mspseat_desktop.domain.edits.client import set_core_values
from mspseat_desktop.domain.edits.seat import add_metric
from mspseat_desktop.domain.records import (
    CoreValue,
    Figure,
    Metric,
)
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import (
    CoreValueId,
    FigureId,
    MetricId,
)
from planning_world import MSP, world
from world import ON, chart_of, edited, empty_client, seated


@given(st.sampled_from(LENGTHS), st.integers(0, 50), st.integers(0, 50), st.integers(0, 60))
def test_the_steps_fill_the_session_without_gaps(minutes, actions, metrics, seats):
    client = chart_of({"CEO": [f"s{n}" for n in range(seats)]})
    for number in range(seats):
        client = seated(client, f"s{number}", f"p{number}")
    plan = agenda(client, minutes, ON, actions=actions, metrics=metrics)
    assert plan.steps[0].start == 0
    assert plan.steps[-1].end == minutes
    pairs = zip(plan.steps, plan.steps[1:], strict=False)
    assert all(one.end == two.start for one, two in pairs)
    assert all(step.end > step.start for step in plan.steps)
    parts = [step.part for step in plan.steps]
    assert len(set(parts)) == len(parts)
    assert (parts[0], parts[-1]) == ("opening", "closing")
    assert ("actions" in parts, "metrics" in parts) == (bool(actions), bool(metrics))
    assert "values" not in parts
    (talk,) = (step for step in plan.steps if step.part == "seats")
    assert plan.fitting == min(seats, (talk.end - talk.start) // MINUTES_A_SEAT)


@pytest.mark.parametrize(("minutes", "parts"), [(60, 5), (90, 6), (180, 8)])
def test_longer_sessions_have_room_for_chart_values_and_a_break(minutes, parts):
    client = edited(world(), set_core_values([CoreValue(CoreValueId("v"), 1, "Own it")]))
    plan = agenda(client, minutes, ON, actions=4, metrics=1)
    assert len(plan.steps) == parts
    assert any(step.part == "break" for step in plan.steps) == (minutes == 180)


def test_seats_that_are_due_come_before_those_never_reviewed():
    found = [(each.seat, each.due) for each in seats_to_talk(world(), ON)]
    assert found == [("MSP", "2026-11-13"), ("CEO", ""), ("Finance", "")]
    assert seats_to_talk(empty_client(), ON) == ()


def test_a_number_is_off_target_by_its_fresh_figure_only():
    metric = Metric(MetricId("m"), MSP, name="First response", target=95, cadence="month")
    client = edited(world(), add_metric(metric))
    assert off_target(client, ON) == ()
    figure = Figure(FigureId("f"), MetricId("m"), "2026-11-01", 90)
    client = edited(client, Edit("x", lambda work: work.put(figure)))
    assert off_target(client, ON) == ("m",)
    assert off_target(client, "2027-11-23") == ()

from __future__ import annotations

from dataclasses import replace

import pytest

from mspseat_desktop.domain.edits.client import set_bar, set_core_values
from mspseat_desktop.domain.edits.people import seat_occupant
from mspseat_desktop.domain.edits.seat import add_metric, set_figure
from mspseat_desktop.domain.records import CoreValue, Metric
from mspseat_desktop.domain.scene import metric_state, scene_of
from mspseat_desktop.domain.vocabulary import (
    CoreValueId,
    FigureId,
    MetricId,
    OccupantId,
    SeatId,
    SeatingId,
)
from world import chart_of, edited, responsible, seated

MSP = SeatId("MSP")
ON = "2026-10-14"
CHART = {"CEO": ["Finance"], "Finance": ["MSP"]}


def scene(client, *, seat=MSP, occupant="Northbeam", on=ON):
    return scene_of(client, seat=seat, occupant=OccupantId(occupant), on=on)


def test_a_seat_answers_to_the_first_holder_above_who_is_no_provider():
    client = seated(chart_of(CHART), "MSP", "Northbeam", provider=True)
    assert scene(client).answers_to == "nobody"
    client = seated(client, "CEO", "Dana")
    found = scene(client)
    assert (found.answers_to, found.answers_to_name, found.above) == ("held", "Dana", "open")
    client = seated(client, "Finance", "Fortis", provider=True)
    found = scene(client)
    assert (found.answers_to_name, found.provider_above) == ("Dana", "Fortis")
    client = seated(client, "Finance", "Ellen")
    assert (scene(client).answers_to_name, scene(client).reports_to) == ("Ellen", "Finance")


def test_case_one_firm_in_two_seats_next_above_itself():
    client = seated(chart_of(CHART), "CEO", "Dana")
    client = seated(client, "Finance", "Northbeam", provider=True)
    client = seated(client, "MSP", "Northbeam", provider=True)
    assert scene(client).answers_to == "same_provider"
    assert scene(client, seat=SeatId("Finance")).answers_to == "held"


def test_case_owner_in_three_seats_is_a_person_above_each_time():
    client = chart_of(CHART)
    for seat in ("CEO", "Finance"):
        client = seated(client, seat, "Dana")
    client = seated(client, "MSP", "Northbeam", provider=True)
    assert scene(client).answers_to_name == "Dana"
    assert scene(client, seat=SeatId("Finance"), occupant="Dana").answers_to == "held"
    assert scene(client, seat=SeatId("CEO"), occupant="Dana").is_root


def test_who_is_not_seated_or_only_stands_in_is_a_candidate():
    client = seated(chart_of(CHART), "Finance", "Ellen")
    assert scene(client, occupant="Ellen").is_candidate
    cover = seat_occupant(
        SeatingId("x"), MSP, OccupantId("Ellen"), role="stand_in", on="2026-01-01"
    )
    assert scene(edited(client, cover), occupant="Ellen").is_candidate
    also = seat_occupant(
        SeatingId("y"), MSP, OccupantId("Ellen"), role="also", on="2026-02-01", since="2026-02-01"
    )
    found = scene(edited(client, also), occupant="Ellen")
    assert (found.is_candidate, found.seated_since) == (False, "2026-02-01")


def test_figures_are_the_latest_up_to_the_day():
    metric = Metric(MetricId("m"), MSP, name="Response", target=60)
    client = edited(
        seated(responsible(chart_of(CHART), "MSP", "Help desk"), "MSP", "Northbeam", provider=True),
        add_metric(metric),
        set_figure(FigureId("1"), metric.id, on="2026-09-30", value=50),
        set_figure(FigureId("2"), metric.id, on="2026-10-31", value=70),
    )
    then, now = scene(client).metrics[0], scene(client, on="2026-11-23").metrics[0]
    assert (then.latest, then.latest_on, now.latest) == (50, "2026-09-30", 70)
    assert [r.text for r in scene(client).responsibilities] == ["Help desk"]


def test_the_bar_starts_with_one_exception_from_three_values_up():
    client = seated(chart_of(CHART), "MSP", "Northbeam")

    def bar(count, *more):
        values = [CoreValue(CoreValueId(str(n)), 0, f"Value {n}") for n in range(count)]
        found = scene(edited(client, set_core_values(values), *more))
        return found.bar_exceptions, found.bar_minuses

    assert [bar(2), bar(3)] == [(0, 0), (1, 0)]
    assert bar(5, set_bar(exceptions=2, minuses=1)) == (2, 1)


@pytest.mark.parametrize(
    ("direction", "value", "state"),
    [
        ("at_least", 95, "on_target"),
        ("at_least", 94.9, "off_target"),
        ("at_most", 95, "on_target"),
        ("at_most", 95.1, "off_target"),
        ("between", 80, "off_target"),
        ("between", 97, "on_target"),
        ("between", 100, "off_target"),
        ("at_least", None, "unknown"),
    ],
)
def test_a_figure_is_held_against_its_target(direction, value, state):
    metric = Metric(MetricId("m"), MSP, target=95, target_high=99, direction=direction)
    assert metric_state(metric, value) == state
    assert metric_state(replace(metric, target=None), value) == "unknown"

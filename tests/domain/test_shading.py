"""Into which group a seat falls when cards are coloured by function, outcome, review or level."""

from __future__ import annotations

import pytest

from mspseat_desktop.content.sample import sample_client
from mspseat_desktop.domain.edits.chart import add_seat, move_seat
from mspseat_desktop.domain.edits.people import unseat
from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.domain.scene import days_after
from mspseat_desktop.domain.shading import COLOURS, GROUPS, NO_FUNCTION, functions_of, group_of
from mspseat_desktop.domain.vocabulary import ResponsibilityId, SeatId
from world import ON, TODAY, edited, empty_client


@pytest.fixture(scope="module", name="sample")
def _sample():
    return sample_client(TODAY)


def named(client, title):
    return next(seat for seat in client.chart() if client.seat(seat).title == title)


def grouped(client, by, *titles):
    return [group_of(client, named(client, title), by, on=ON) for title in titles]


def chart(*pairs):
    return edited(
        empty_client(),
        *(
            add_seat(SeatId(name), parent=SeatId(above) if above else None, title=name)
            for name, above in pairs
        ),
    )


def test_functions_are_the_reports_of_the_first_seat_that_has_several(sample):
    titles = [sample.seat(seat).title for seat in functions_of(sample)]
    assert titles == ["Sales & Marketing", "Operations", "Finance & Admin", "Technology"]


def test_several_seats_at_the_top_are_the_functions():
    client = chart(("a", ""), ("b", ""), ("c", "a"))
    assert functions_of(client) == ("a", "b")
    assert group_of(client, SeatId("c"), "function", on=ON) == "a"


@pytest.mark.parametrize("pairs", [(), [("a", "")], [("a", ""), ("b", "a"), ("c", "b")]])
def test_a_chart_without_a_fork_has_no_functions(pairs):
    client = chart(*pairs)
    assert functions_of(client) == ()
    assert {group_of(client, seat, "function", on=ON) for seat in client.chart()} <= {""}


def test_a_branch_belongs_to_its_function_and_what_is_above_to_none(sample):
    technology = named(sample, "Technology")
    found = grouped(sample, "function", "Managed IT & Security", "Technology", "Visionary")
    assert found == [technology, technology, NO_FUNCTION]


def test_a_branch_that_moves_falls_into_the_other_function(sample):
    msp, finance = named(sample, "Managed IT & Security"), named(sample, "Finance & Admin")
    moved = edited(sample, move_seat(msp, parent=finance))
    assert group_of(moved, msp, "function", on=ON) == finance


def test_an_outcome_is_told_by_its_tone_and_an_open_seat_as_open(sample):
    found = grouped(sample, "outcome", "Visionary", "Managed IT & Security", "Quality")
    assert found == ["green", "amber", "open"]
    assert grouped(sample, "outcome", "Plant Floor") == ["neutral"]


def test_the_next_review_is_overdue_soon_later_or_there_never_was_one(sample):
    seats = list(sample.chart())
    found = {group_of(sample, seat, "due", on=ON) for seat in seats}
    assert {"never", "open", "later"} <= found
    much_later = {group_of(sample, seat, "due", on="2030-01-01") for seat in seats}
    assert "overdue" in much_later
    assert not {"soon", "later"} & much_later


@pytest.mark.parametrize(
    ("days", "group"), [(1, "overdue"), (0, "soon"), (-30, "soon"), (-31, "later")]
)
def test_a_review_is_overdue_the_day_after_and_soon_thirty_days_before(sample, days, group):
    seat = named(sample, "Visionary")
    latest = sample.reviews_of(seat, sample.accountable(seat).id)[-1]
    assert group_of(sample, seat, "due", on=days_after(latest.next_on, days)) == group


def test_the_highest_level_of_a_seats_responsibilities_counts():
    client = chart(("a", ""))
    seat = SeatId("a")
    assert group_of(client, seat, "level", on=ON) == "unsaid"
    for number, level in enumerate(("repair", "strategic", "managed")):
        duty = ResponsibilityId(f"r{number}")
        client = edited(client, add_responsibility(duty, seat, "Backups", level=level))
    assert group_of(client, seat, "level", on=ON) == "strategic"


def test_who_has_left_is_open_for_every_question_about_reviews(sample):
    seat = named(sample, "Visionary")
    (seating,) = [s for s in sample.seatings(seat) if s.role == "accountable"]
    left = edited(sample, unseat(seating.id, on=ON))
    assert [group_of(left, seat, by, on=ON) for by in ("outcome", "due")] == ["open", "open"]


def test_every_group_is_one_of_those_that_a_legend_knows(sample):
    for by in COLOURS:
        found = {group_of(sample, seat, by, on=ON) for seat in sample.chart()}
        assert found <= set(GROUPS.get(by, ())) | set(functions_of(sample)) | {NO_FUNCTION, ""}

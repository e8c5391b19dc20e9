"""Kinds of seats that can be seen alone, each by the rule that the rest of the program goes by."""

import pytest

from mspseat_desktop.content.sample import sample_client
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat
from mspseat_desktop.domain.edits.seat import mean_seat_for
from mspseat_desktop.domain.planning import never_reviewed
from mspseat_desktop.domain.sifting import KINDS, RATED_KINDS, seats_of_kind
from mspseat_desktop.domain.standing import latest_outcome
from mspseat_desktop.domain.vocabulary import SeatId
from planning_world import world
from world import ON, TODAY, edited


@pytest.fixture
def sample():
    return sample_client(TODAY)


def test_open_seats_are_those_that_nobody_is_accountable_for(sample):
    found = seats_of_kind(sample, "open", ON)
    assert found == {seat for seat in sample.chart() if sample.accountable(seat) is None}
    assert 0 < len(found) < len(list(sample.chart()))


def test_seats_of_providers_are_held_by_one_or_meant_for_one():
    client = edited(world(), add_seat(SeatId("New"), parent=None))
    assert seats_of_kind(client, "providers", ON) == {"MSP"}
    client = edited(client, mean_seat_for(SeatId("New"), "provider"))
    client = edited(client, mean_seat_for(SeatId("CEO"), "provider"))
    assert seats_of_kind(client, "providers", ON) == {"MSP", "New"}


def test_never_reviewed_is_what_planning_says(sample):
    for client in (sample, world(), world(finished=False)):
        assert seats_of_kind(client, "never", ON) == set(never_reviewed(client))


def test_overdue_is_a_review_or_an_action_whose_day_has_passed():
    client = world()
    assert seats_of_kind(client, "overdue", "2026-11-10") == set()
    assert seats_of_kind(client, "overdue", "2026-11-11") == {"MSP"}
    assert seats_of_kind(client, "overdue", "2026-11-14") == {"MSP"}


def test_wrong_seat_is_what_the_latest_outcome_says(sample):
    found = seats_of_kind(sample, "wrong", ON)
    wrong = {"right_wrong_seat", "wrong_seat_below", "wrong_seat"}
    said = {seat: latest_outcome(sample, seat) for seat in sample.chart()}
    assert found == {s for s, outcome in said.items() if outcome and outcome.headline in wrong}
    assert found


def test_a_closed_seat_is_of_no_kind():
    client = edited(world(), delete_seat(SeatId("MSP"), reports="lift", on=ON))
    assert client.seat(SeatId("MSP")).closed_on
    for kind in KINDS:
        assert "MSP" not in seats_of_kind(client, kind, ON)


def test_what_tells_a_rating_is_marked():
    assert set(KINDS) >= RATED_KINDS == {"wrong"}

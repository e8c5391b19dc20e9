from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain.against_bar import against_bar, latest_ratings
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.records import (
    Occupant,
    Profile,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import (
    Answer,
    Review,
    answer_id,
)
from mspseat_desktop.domain.vocabulary import (
    CoreValueId,
    OccupantId,
    ReviewId,
    SeatId,
    SeatingId,
)

IDS = tuple(CoreValueId(v) for v in ("a", "b", "c", "d"))


def rated(name: str, *marks: str, on: str = "2026-10-01", state: str = "finished") -> list[object]:
    """An occupant in a seat with one review that gave these marks, "" for none."""
    occupant, review = OccupantId(name), ReviewId(f"{name} {on}")
    answers = tuple(
        Answer(answer_id(review, "value", value), review, "value", value, mark)
        for value, mark in zip(IDS, marks, strict=False)
        if mark
    )
    seat = Seat(SeatId(name), title=name)
    done = Review(review, seat.id, occupant, on, "person", state, answers=answers)
    return [seat, Occupant(occupant, name), Seating(SeatingId(name), seat.id, occupant), done]


def client_of(*records) -> Client:
    unique = {(type(r), r.id): r for r in records}
    return Client.of([Profile(), *unique.values()])


def below(client: Client, *, exceptions: int = 1, minuses: int = 0, values=IDS) -> list[str]:
    found = against_bar(client, values, exceptions=exceptions, minuses=minuses)
    return [one.name for one in found if one.state == "below"]


def test_those_below_the_bar_are_named_in_order():
    client = client_of(
        *rated("Zoe", "-", "+", "+", "+"),
        *rated("ann", "+/-", "+/-", "+", "+"),
        *rated("Bo", "+", "+/-", "+", "+"),
    )
    assert below(client) == ["ann", "Zoe"]
    assert below(client, minuses=1) == ["ann"]
    assert below(client, exceptions=2, minuses=1) == []
    assert below(client, exceptions=0) == ["ann", "Bo", "Zoe"]


def test_the_latest_review_with_ratings_counts():
    client = client_of(
        *rated("Bo", "-", on="2026-01-01"),
        *rated("Bo", "+", "+", "+", "+", on="2026-06-01"),
        *rated("Bo", on="2026-09-01"),
        *rated("Bo", "-", on="2026-10-01", state="draft"),
    )
    assert latest_ratings(client) == {"Bo": dict.fromkeys(IDS, "+")}
    assert below(client) == []


def test_who_is_not_rated_on_values_or_has_left_is_not_held_against_the_bar():
    left, unrated = rated("Left", "-"), rated("Payroll", "-")
    left[2] = replace(left[2], until="2026-10-10")
    unrated[1] = replace(unrated[1], unrated_because="We never meet.")
    assert latest_ratings(client_of(*left, *unrated)) == {}


def test_a_value_that_is_new_is_not_rated_yet():
    client = client_of(*rated("Bo", "+", "+", "+", "+"))
    (bo,) = against_bar(client, [*IDS, CoreValueId("new")], exceptions=0, minuses=0)
    assert bo.state == "undecided"
    assert bo.ratings.unrated == 1


@pytest.mark.parametrize("exceptions", [0, 1, 2])
def test_a_value_that_is_taken_out_does_not_count_any_more(exceptions):
    client = client_of(*rated("Bo", "-", "+", "+", "+"))
    assert below(client, exceptions=exceptions, values=IDS[1:]) == []


@given(st.lists(st.sampled_from(["+", "+/-", "-", ""]), min_size=1, max_size=4), st.data())
def test_a_lower_bar_never_puts_anybody_below(marks, data):
    client = client_of(*rated("Bo", *marks))
    exceptions = data.draw(st.integers(0, 4))
    minuses = data.draw(st.integers(0, exceptions))
    if not below(client, exceptions=exceptions, minuses=minuses):
        assert not below(client, exceptions=exceptions + 1, minuses=minuses)
        assert not below(client, exceptions=exceptions + 1, minuses=minuses + 1)

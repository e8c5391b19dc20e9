from mspseat_desktop.domain.edits.people import seat_occupant
from mspseat_desktop.domain.over_time import stages
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ReviewId,
    SeatId,
    SeatingId,
)
from rounds_world import Q2, Q3, Q4, company, reviewed
from world import edited

MSP, FIRM = SeatId("Managed IT"), OccupantId("Northbeam IT")


def test_each_review_of_a_seat_says_what_moved_since_the_one_before_and_why():
    first, second = stages(company(), MSP)
    assert (first.review.on, second.review.on) == (Q3, Q4)
    assert first.comparison is None
    assert first.moved == ()
    assert [(m.kind, m.about, m.before, m.after, m.because) for m in second.moved] == [
        ("call", "wants", "yes", "no", "Declined the roadmap."),
        ("value", "Plain speaking", "+", "+/-", ""),
    ]
    assert second.calls == {"gets": "yes", "wants": "no", "capacity": "yes"}
    assert (second.ratings.plus, second.ratings.half) == (3, 1)
    assert second.bar == "over"


def test_metrics_are_counted_as_they_stood_at_the_review():
    client = reviewed(
        company(), MSP, FIRM, "2026-11-01", metrics=(("a", 97), ("b", 90), ("c", None))
    )
    last = stages(client, MSP)[-1]
    assert (last.on_target, last.measured) == (1, 2)


def test_a_new_occupant_begins_a_line_of_its_own():
    client = edited(
        company(),
        seat_occupant(
            SeatingId("n"), MSP, OccupantId("Joel Kim"), on="2026-10-20", since="2026-10-20"
        ),
    )
    client = reviewed(client, MSP, "Joel Kim", "2026-11-01", "NNN", headline="wrong_seat")
    found = stages(client, MSP)
    assert [stage.is_new for stage in found] == [False, False, True]
    assert found[-1].earlier is None
    assert found[-1].moved == ()


def test_an_amended_review_is_left_out():
    client = reviewed(
        company(), MSP, FIRM, Q4, amends=ReviewId(f"{FIRM}@{MSP}@{Q4}"), name_as="amended"
    )
    assert [stage.review.id for stage in stages(client, MSP)] == [f"{FIRM}@{MSP}@{Q3}", "amended"]


def test_what_was_not_rated_on_both_days_did_not_move_but_differs():
    client = reviewed(company(), MSP, FIRM, Q2, "--Y", marks=("+",))
    _first, second, _third = stages(client, MSP)
    assert second.moved == ()
    assert [(m.before, m.after) for m in second.one_sided] == [("", "yes")] * 2 + [("", "+")] * 3

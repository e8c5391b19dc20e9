from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.people import seat_occupant
from mspseat_desktop.domain.edits.review import start_review
from mspseat_desktop.domain.headlines import ROWS
from mspseat_desktop.domain.records import Seating
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.rounds import (
    NOW,
    Quarter,
    Share,
    company_rounds,
    lines,
    quarter_of,
    quarters,
    seat_rounds,
    share_of,
    shares,
    shares_of,
    turn_of,
)
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ReviewId,
    SeatId,
    SeatingId,
)
from rounds_world import Q2, Q3, Q4, company, reviewed
from world import chart_of, edited, seated

DANA, JOEL, FIRM = OccupantId("Dana Whitfield"), OccupantId("Joel Kim"), OccupantId("Northbeam IT")
TECH, MSP = SeatId("Technology"), SeatId("Managed IT")


def told(found):
    return [
        (line.seat, line.depth, line.occupant, line.review and line.review.on) for line in found
    ]


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_lies_in_the_one_quarter_that_holds_it(day):
    quarter = quarter_of(day.isoformat())
    assert quarter.start <= day.isoformat() <= quarter.end
    after = date.fromisoformat(quarter.end) + timedelta(days=1) if day.year < 9999 else None
    if after is not None:
        assert quarter_of(after.isoformat()) > quarter
        assert quarter_of(after.isoformat()).start == after.isoformat()


@pytest.mark.parametrize("text", ["", "soon", "2026", "2026-13-01", "2026-00-01", "14.10.2026"])
def test_what_is_no_day_lies_in_no_quarter(text):
    assert quarter_of(text) is None


def test_the_company_stands_in_chart_order_with_the_latest_review_of_each():
    assert told(lines(company())) == [
        ("Owner", 0, DANA, Q4),
        ("Technology", 1, JOEL, Q4),
        ("Managed IT", 2, FIRM, Q4),
        ("Quality", 1, None, None),
        ("Sales", 1, "Priya Natarajan", None),
    ]


def test_an_earlier_round_shows_the_reviews_up_to_its_last_day():
    found = told(lines(company(), until=Quarter(2026, 3).end))
    assert ("Managed IT", 2, FIRM, Q3) in found
    assert all(seat != "Quality" for seat, *_rest in found)


def test_whoever_sits_there_too_has_a_line_and_whoever_stands_in_has_none():
    client = seated(company(), "Owner", "Ellen Brandt")
    also = Seating(SeatingId("also"), TECH, OccupantId("Ellen Brandt"), "also", "2026-01-01")
    stands_in = Seating(SeatingId("in"), SeatId("Quality"), JOEL, "stand_in", "2026-01-01")
    put = Edit("x", lambda work: [work.put(also), work.put(stands_in)])
    found = lines(edited(client, put))
    assert [(x.occupant, x.role) for x in found if x.seat == TECH] == [
        (JOEL, "accountable"),
        ("Ellen Brandt", "also"),
    ]
    assert [x.occupant for x in found if x.seat == "Quality"] == [None]


def test_who_left_is_shown_in_the_round_before_and_not_in_this_one():
    client = edited(
        company(),
        seat_occupant(SeatingId("new"), MSP, DANA, on="2026-10-20", since="2026-10-20"),
    )
    now = {line.occupant for line in lines(client) if line.seat == MSP}
    before = {x.occupant for x in lines(client, until=Quarter(2026, 3).end) if x.seat == MSP}
    assert (now, before) == ({DANA}, {FIRM})


def test_a_closed_seat_stays_in_the_rounds_before_it_was_closed():
    client = edited(company(), delete_seat(MSP, reports="lift", on="2026-10-20"))
    assert MSP not in {line.seat for line in lines(client)}
    assert told(lines(client, until=Quarter(2026, 3).end))[-1] == (MSP, 0, FIRM, Q3)
    assert [share for _quarter, share in shares(client)] == [Share(3, 3), Share(1, 2)]


def test_a_draft_belongs_to_now_only():
    start = start_review(ReviewId("d"), seat=TECH, occupant=JOEL, on="2026-11-23", bank="person")
    client = edited(company(), start)
    assert [x.draft.id for x in lines(client) if x.draft] == ["d"]
    assert [x for x in lines(client, until="2026-12-31") if x.draft] == []


def test_an_amendment_stands_in_place_of_what_it_amends_from_its_own_day_on():
    first = ReviewId(f"{FIRM}@{MSP}@{Q3}")
    client = reviewed(
        company(), MSP, FIRM, Q4, "YYY", amends=ReviewId(f"{FIRM}@{MSP}@{Q4}"), name_as="amended"
    )
    rounds = seat_rounds(client, MSP)
    assert rounds.latest()[FIRM].id == "amended"
    assert rounds.latest(until=Quarter(2026, 3).end)[FIRM].id == first


def test_quarters_are_those_with_reviews_the_newest_first():
    client = reviewed(company(), MSP, FIRM, "2025-02-01")
    rounds = [seat_rounds(client, seat) for seat in client.chart()]
    assert quarters(rounds) == (Quarter(2026, 4), Quarter(2026, 3), Quarter(2025, 1))


def test_the_share_counts_seats_that_are_right_among_those_reviewed():
    assert shares(company()) == (
        (Quarter(2026, 3), Share(3, 3)),
        (Quarter(2026, 4), Share(1, 3)),
    )


def test_a_review_without_an_outcome_is_reviewed_and_not_right():
    client = reviewed(company(), "Owner", "Dana Whitfield", "2026-11-01", headline="incomplete")
    assert share_of(seat_rounds(client, SeatId("Owner"))) == Share(0, 1, 1)


def test_a_company_without_reviews_has_no_quarter_and_no_share():
    client = seated(chart_of({"Owner": []}), "Owner", "Dana")
    assert shares(client) == ()
    assert [line.review for line in lines(client)] == [None]
    assert lines(chart_of({})) == ()


@pytest.mark.parametrize(
    ("calls", "marks", "headline", "expected"),
    [
        ("YYY", ("+", "+", "+", "+"), "right_right", "same"),
        ("YYN", ("+", "+", "+", "+"), "right_wrong_seat", "worse"),
        ("YYY", ("+", "+", "+", "-"), "right_seat_below", "worse"),
        ("YYY", ("+", "+", "+", "+"), "incomplete", "not_comparable"),
    ],
)
def test_a_move_is_named_by_what_moved(calls, marks, headline, expected):
    client = reviewed(
        company(), "Owner", "Dana Whitfield", "2026-11-01", calls, marks=marks, headline=headline
    )
    rounds = seat_rounds(client, SeatId("Owner"))
    earlier = rounds.latest(until=Quarter(2026, 3).end)[DANA]
    assert turn_of(earlier, rounds.latest()[DANA]) == expected


def test_better_in_one_thing_and_worse_in_another_is_both():
    client = reviewed(company(), MSP, FIRM, "2026-11-01", "YYY", marks=("+", "+", "-", "+"))
    then = seat_rounds(client, MSP).latest(until=Q4)[FIRM]
    now = seat_rounds(client, MSP).latest()[FIRM]
    assert turn_of(then, now) == "mixed"
    assert turn_of(now, now) == "not_again"
    assert turn_of(None, now) == "first"
    assert turn_of(now, None) == ""


days = st.dates(date(2024, 1, 1), date(2026, 12, 31)).map(lambda day: day.isoformat())
headlines = st.sampled_from(sorted(ROWS))


@given(st.lists(st.tuples(days, headlines, st.sampled_from([DANA, JOEL])), max_size=12), days)
def test_the_latest_up_to_a_day_is_what_a_search_through_all_would_find(made, until):
    client = seated(seated(chart_of({"Owner": []}), "Owner", DANA), "Owner", JOEL)
    for number, (on, headline, who) in enumerate(made):
        at = f"{on}T10:00:{number:02d}"
        review = Review(
            ReviewId(f"r{number:02d}"),
            SeatId("Owner"),
            who,
            on,
            "person",
            "finished",
            finished_at=at,
            headline=headline,
        )
        client = edited(client, Edit("x", lambda work, review=review: work.put(review)))
    rounds = seat_rounds(client, SeatId("Owner"))
    for day in (until, NOW):
        expected = {}
        for review in sorted(client.every(Review), key=lambda r: (r.on, r.finished_at)):
            if review.on <= day:
                expected[review.occupant] = review
        assert rounds.latest(until=day) == expected


@given(st.lists(st.tuples(days, headlines), max_size=10))
def test_no_share_is_more_than_its_whole_and_none_is_lost_with_time(made):
    client = seated(chart_of({"Owner": []}), "Owner", DANA)
    for number, (on, headline) in enumerate(made):
        client = reviewed(client, "Owner", DANA, on, headline=headline, name_as=f"r{number}")
    found = shares(client)
    assert all(0 <= share.right + share.open <= share.reviewed <= 1 for _quarter, share in found)
    sat = [share.reviewed for quarter, share in found if quarter.end >= "2025-03-31"]
    assert sat == sorted(sat)
    assert [quarter for quarter, _share in found] == sorted({quarter_of(on) for on, _ in made})


def test_shares_add_up_seat_by_seat():
    client = company()
    total = Share()
    for seat in client.chart():
        total += share_of(seat_rounds(client, seat), until=Quarter(2026, 4).end)
    assert total == dict(shares(client))[Quarter(2026, 4)]
    assert replace(total, right=0) != total
    assert Q2 < Q3


@given(
    st.lists(st.tuples(days, headlines, st.sampled_from([DANA, JOEL])), max_size=8),
    st.lists(st.tuples(days, st.sampled_from([DANA, JOEL])), max_size=3),
    st.booleans(),
)
def test_the_company_in_one_pass_is_what_each_seat_says(made, seatings, amends):
    client = seated(seated(chart_of({"Owner": ["Tech"]}), "Tech", DANA), "Tech", JOEL)
    for number, (on, who) in enumerate(sorted(seatings)):
        sits = seat_occupant(SeatingId(f"s{number}"), SeatId("Owner"), who, on=on, since=on)
        client = edited(client, sits)
    for number, (on, headline, who) in enumerate(made):
        amended = ReviewId("r0") if amends and number == 1 else None
        client = reviewed(
            client, "Owner", who, on, headline=headline, name_as=f"r{number}", amends=amended
        )
    company = company_rounds(client)
    assert company == {seat: seat_rounds(client, seat) for seat in client.chart()}
    wanted = quarters(company.values())[::-1]
    owner = company[SeatId("Owner")]
    assert shares_of(owner, wanted) == tuple(share_of(owner, until=q.end) for q in wanted)


def test_an_amendment_that_names_an_earlier_day_still_stands_in_place_of_the_first():
    client = reviewed(
        company(), MSP, FIRM, "2026-10-01", amends=ReviewId(f"{FIRM}@{MSP}@{Q4}"), name_as="amended"
    )
    assert seat_rounds(client, MSP).latest()[FIRM].id == "amended"
    assert seat_rounds(client, MSP).latest() == {FIRM: client.reviews_of(MSP, FIRM)[-1]}

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mspseat_desktop.content.banks import banks
from mspseat_desktop.content.sample import sample_client, sample_records
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.gwc import judge, latest_outcome
from mspseat_desktop.domain.records import Answer, Figure, Occupant, Review
from world import id_maker, outline

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def sample():
    return sample_client(TODAY, id_maker())


def seat_called(client, title):
    return next(s for s in client.chart() if client.seat(s).title == title)


def headlines(client, title):
    seat = seat_called(client, title)
    return [r.headline for r in client.reviews_of(seat, client.accountable(seat).id)]


def test_the_chart_is_lakesides(sample):
    assert outline(sample) == [
        "Visionary",
        "  Integrator",
        "    Sales & Marketing",
        "      Customer Service",
        "    Operations",
        "      Plant Floor",
        "      Quality",
        "      Purchasing",
        "    Finance & Admin",
        "      Bookkeeping & Payroll",
        "    Technology",
        "      Managed IT & Security",
        "      Business Systems",
    ]
    assert sample.profile.name == "Lakeside Manufacturing"
    assert [v.name for v in sample.core_values()] == [
        "Own it",
        "Do the right thing",
        "Plain speaking",
        "Keep improving",
    ]


def test_every_headline_follows_from_its_answers(sample):
    for review in sample.every(Review):
        assert review.state == "finished"
        outcome = judge(
            review.scene,
            review.answers,
            banks()[review.bank].questions,
            on=review.on,
            next_on=review.next_on,
        )
        assert outcome.headline == review.headline
        assert outcome.unexplained == ()
        for letter, call in outcome.calls.items():
            assert outcome.pointing[letter].to == call, (review.scene.seat_title, review.on, letter)
    assert sample.count(Answer) == 0


def test_the_msp_has_four_quarterly_reviews_and_does_not_want_the_planning(sample):
    assert headlines(sample, "Managed IT & Security") == [
        "right_wrong_seat",
        "right_right",
        "right_wrong_seat",
        "right_wrong_seat",
    ]
    shown = latest_outcome(sample, seat_called(sample, "Managed IT & Security"))
    assert dict(shown.calls) == {"gets": "yes", "wants": "no", "capacity": "yes"}
    assert (shown.values_plus, shown.values_rated, shown.tone) == (3, 4, "amber")
    latest = sample.get(Review, shown.review)
    declined = [a.about for a in latest.answers if a.value == "declined"]
    assert [r.text for r in latest.scene.responsibilities if r.id in declined] == [
        "Security roadmap with the budget"
    ]
    assert latest.scene.answers_to_name == "Joel Kim"
    assert len(sample.actions(latest.id)) == 2


def test_the_bookkeeper_has_four_quarterly_reviews_and_is_due(sample):
    assert headlines(sample, "Bookkeeping & Payroll") == ["right_right"] * 4
    seat = seat_called(sample, "Bookkeeping & Payroll")
    latest = sample.get(Review, latest_outcome(sample, seat).review)
    assert latest.next_on == (TODAY - timedelta(days=13)).isoformat()


def test_other_seats_show_what_else_there_is(sample):
    assert headlines(sample, "Sales & Marketing") == ["right_right", "right_seat_below"]
    quality = latest_outcome(sample, seat_called(sample, "Quality"))
    assert (quality.headline, quality.covered_by) == ("open", "Tomás Herrera")
    assert latest_outcome(sample, seat_called(sample, "Business Systems")) is None
    joel = sample.accountable(seat_called(sample, "Technology"))
    assert len(sample.seats_of(joel.id)) == 2
    assert [o.name for o in sample.every(Occupant) if o.kind == "provider"] != []


def test_who_is_said_to_be_on_target_is_on_target(sample):
    for review in sample.every(Review):
        if review.bank == "person":
            outcome = judge(review.scene, review.answers, banks()["person"].questions, on=review.on)
            off = [n.params for n in outcome.notices if n.code in {"off-target", "no-figure"}]
            assert off == [], review.scene.seat_title


def test_all_dates_are_counted_from_the_day_it_is_made():
    for today in (TODAY, date(2031, 3, 1)):
        client = sample_client(today, id_maker())
        days = [(today - date.fromisoformat(r.on)).days for r in client.every(Review)]
        assert (min(days), max(days)) == (12, 376)
        figures = [(today - date.fromisoformat(f.on)).days for f in client.every(Figure)]
        assert (min(figures), max(figures) > 300) == (14, True)


def test_the_sample_may_have_another_name():
    records = sample_records(TODAY, id_maker(), name="Hillside")
    assert len({(type(r), r.id) for r in records}) == len(records)
    assert Client.of(records).profile.name == "Hillside"

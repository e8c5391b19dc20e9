from __future__ import annotations

from datetime import date, timedelta

import pytest

from mspseat_desktop.content.banks import banks
from mspseat_desktop.content.sample import sample_client, sample_records
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.coverage import columns, in_part, standings
from mspseat_desktop.domain.gwc import judge, latest_outcome
from mspseat_desktop.domain.metrics import figure_in, off_in_a_row, periods, standing
from mspseat_desktop.domain.records import (
    Figure,
    Function,
    Metric,
    Occupant,
    Responsibility,
)
from mspseat_desktop.domain.review_records import Answer, Review
from world import ON, TODAY, outline


@pytest.fixture(scope="module")
def sample():
    return sample_client(TODAY)


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
        client = sample_client(today)
        days = [(today - date.fromisoformat(r.on)).days for r in client.every(Review)]
        assert (min(days), max(days)) == (12, 376)
        figures = [(today - date.fromisoformat(f.on)).days for f in client.every(Figure)]
        assert (min(figures), max(figures) > 300) == (7, True)
        by_name = {o.name: o for o in client.every(Occupant)}
        notice = date.fromisoformat(by_name["Northbeam IT"].notice_by)
        assert (notice - today).days == 50


DAYS = (TODAY, date(2027, 1, 1), date(2028, 2, 29), date(2026, 5, 31))


@pytest.mark.parametrize("today", DAYS)
def test_one_metric_is_off_target_three_times_and_one_is_stale(today):
    client = sample_client(today)
    stale, off = [], []
    for metric in client.every(Metric):
        if standing(client, metric.id, today.isoformat()) == "stale":
            stale.append(metric.name)
        if off_in_a_row(client, metric.id) >= 3:
            off.append(metric.name)
    assert stale == ["Questions closed the same day"]
    assert off == ["Roadmap items on time"]


@pytest.mark.parametrize("today", DAYS)
def test_weekly_and_monthly_metrics_have_a_figure_in_each_of_twelve_periods(today):
    client = sample_client(today)
    on = today.isoformat()
    for metric in client.every(Metric):
        if metric.cadence not in {"week", "month"} or metric.name.startswith("Questions closed"):
            continue
        found = [figure_in(client, metric.id, p) for p in periods(metric.cadence, on, 13)]
        assert sum(figure is not None for figure in found) >= 12, metric.name
    assert {m.measure for m in client.every(Metric)} == {"number", "percent", "money", "yes_no"}


def test_the_coverage_map_has_a_gap_a_collision_and_a_refusal(sample):
    troubles = {
        sample.get(Function, found.function).code: found.trouble
        for found in standings(sample)
        if found.trouble
    }
    assert troubles == {"cloud": "two", "restore": "nobody", "roadmap": "declined"}
    assert [sample.seat(s).title for s in columns(sample)] == [
        *("Integrator", "Technology", "Managed IT & Security", "Business Systems"),
    ]


def test_the_declined_roadmap_leaves_its_responsibility_in_part(sample):
    texts = {r.text: r.id for r in sample.every(Responsibility)}
    assert in_part(sample, texts["Security roadmap with the budget"]) == (
        ("Closing known weak spots",),
        ("Roadmap",),
    )


def test_each_provider_has_a_contract_and_somebody_to_call(sample):
    providers = [o for o in sample.every(Occupant) if o.kind == "provider"]
    for provider in providers:
        assert provider.contract_start < ON < provider.notice_by < provider.contract_end
        assert provider.fee
        assert provider.covers
        assert provider.excludes
        assert all(c.name and c.email and c.phone for c in sample.contacts(provider.id))
    northbeam = next(p for p in providers if p.name == "Northbeam IT")
    parts = [c.part for c in sample.contacts(northbeam.id)]
    assert parts == ["account_manager", "vcio", "service_desk"]
    assert len(sample.values_of(northbeam.id)) == 3


def test_the_sample_may_have_another_name():
    records = sample_records(TODAY, name="Hillside")
    assert len({(type(r), r.id) for r in records}) == len(records)
    assert Client.of(records).profile.name == "Hillside"

"""Which backups stay, over any sequence of openings and however the clock jumps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.storage.rotation import DAYS, FORCED, MONTHS, MOST, NEWEST, kept

START = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Taken:
    number: int
    made_at: str
    causes: tuple[str, ...] = ("opened",)


def run_of(*steps):
    """Backups as they are taken one after another, each pruned after; steps are (hours, cause)."""
    now, shelf, history = START, [], []
    for number, (hours, cause) in enumerate(steps, 1):
        now += timedelta(hours=hours)
        shelf.append(Taken(number, now.isoformat(), (cause,)))
        staying = kept(shelf)
        history.append(({b.number for b in shelf}, staying))
        shelf = [b for b in shelf if b.number in staying]
    return shelf, history


hours = st.one_of(
    st.integers(0, 30),
    st.integers(-48, 48),
    st.sampled_from([-24 * 365, 24 * 365, 24 * 31, -24 * 31, 24 * 365 * 20]),
)
steps = st.lists(st.tuples(hours, st.sampled_from(["opened", "published", *FORCED])), max_size=120)

long_runs = st.lists(
    st.tuples(st.sampled_from([1, 24, 24 * 40, -24 * 400, -1]), st.just("opened")),
    min_size=50,
    max_size=90,
)


@given(steps | long_runs)
def test_the_newest_ten_always_stay_and_there_are_never_more_than_the_most(taken):
    shelf, history = run_of(*taken)
    numbers = [b.number for b in shelf]
    assert numbers[-NEWEST:] == list(range(max(1, len(taken) - NEWEST + 1), len(taken) + 1))
    assert all(len(staying) <= MOST for _before, staying in history)


@given(steps)
def test_one_backup_pushes_out_a_few_at_most_whatever_the_clock_does(taken):
    _shelf, history = run_of(*taken)
    assert all(len(before - staying) <= 4 for before, staying in history)


@given(steps)
def test_the_last_three_before_each_thing_that_forces_one_stay(taken):
    shelf, _history = run_of(*taken)
    left = {b.number for b in shelf}
    for cause in FORCED:
        numbers = [n for n, (_hours, why) in enumerate(taken, 1) if why == cause]
        assert set(numbers[-3:]) <= left


@given(st.lists(st.integers(0, 5), min_size=1, max_size=200))
def test_with_a_clock_that_goes_forward_each_of_the_last_days_and_months_has_its_last(gaps):
    """Gaps in days between two backups."""
    shelf, _history = run_of(*((24 * gap, "opened") for gap in gaps))
    days, months = {}, {}
    now = START
    for number, gap in enumerate(gaps, 1):
        now += timedelta(days=gap)
        days[now.date()] = number
        months[now.date().replace(day=1)] = number
    left = {b.number for b in shelf}
    assert {days[day] for day in sorted(days)[-DAYS:]} <= left
    assert {months[month] for month in sorted(months)[-MONTHS:]} <= left


def test_a_clock_set_back_does_not_make_the_newest_look_old():
    shelf, _history = run_of(*[(24, "opened")] * 40, *[(-24 * 300, "opened")], *[(1, "opened")] * 9)
    assert {41, 50} <= {b.number for b in shelf}


def test_a_year_of_days_leaves_ten_two_weeks_and_twelve_months():
    shelf, _history = run_of(*[(24, "opened")] * 365)
    dates = [b.made_at[:10] for b in shelf]
    assert dates[0:2] == ["2026-02-28", "2026-03-31"]
    assert dates[10:12] == ["2026-12-19", "2026-12-20"]
    assert len(dates) == 10 + 14

"""When to publish, by a clock that the test moves."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.ui.cadence import AGAIN, APART, LONGEST, PAUSE, Cadence


def published_at(edits: list[float], *, until: float) -> list[float]:
    """Return when publishing begins, for edits at these times."""
    cadence, found, waiting = Cadence(), [], sorted(edits)
    while True:
        due = cadence.due
        nearest = min(t for t in (due, waiting[0] if waiting else None) if t is not None)
        if nearest > until:
            return found
        if due is not None and nearest == due:
            cadence.began(due)
            found.append(due)
        else:
            cadence.edited(waiting.pop(0))
        if not waiting and cadence.due is None:
            return found


def test_the_file_follows_two_seconds_after_the_last_edit():
    assert (PAUSE, APART, LONGEST) == (2.0, 15.0, 60.0)
    assert published_at([10.0], until=100) == [12.0]
    assert published_at([10.0, 11.0, 12.5], until=100) == [14.5]


def test_who_rests_often_is_published_every_fifteen_seconds_at_most():
    edits = [float(t) for t in range(0, 60, 3)]
    assert published_at(edits, until=100) == [2.0, 17.0, 32.0, 47.0, 62.0]


def test_who_never_rests_is_published_every_minute():
    edits = [t / 2 for t in range(400)]
    assert published_at(edits, until=200) == [60.0, 120.0, 180.0]


@given(st.lists(st.floats(0, 500), min_size=1, max_size=60))
def test_no_edit_waits_over_a_minute_and_no_two_publishings_are_close(edits):
    begun = published_at(edits, until=10_000)
    assert all(later - earlier >= APART - 1e-6 for earlier, later in itertools.pairwise(begun))
    for edit in edits:
        assert min(b - edit for b in begun if b >= edit) <= LONGEST + 1e-9


def test_what_could_not_be_published_is_tried_once_more_later_and_edits_bring_it_forward():
    cadence = Cadence()
    cadence.edited(0)
    cadence.began(2)
    assert cadence.due is None
    cadence.failed(3)
    assert cadence.due == 3 + AGAIN
    cadence.edited(20)
    assert cadence.due == 22
    cadence.rest()
    assert cadence.due is None


def test_publishing_by_hand_counts_as_publishing():
    cadence = Cadence()
    cadence.edited(0)
    cadence.began(1)
    cadence.edited(5)
    assert cadence.due == pytest.approx(1 + APART)

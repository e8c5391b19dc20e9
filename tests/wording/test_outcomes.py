from __future__ import annotations

from typing import get_args

import pytest

from mspseat_desktop.domain.gwc import CallsFor, Reason, SeatOutcome
from mspseat_desktop.domain.headlines import ROWS
from mspseat_desktop.domain.standing import Comparison
from mspseat_desktop.wording.outcomes import (
    answer_text,
    calls_for_text,
    comparison_text,
    confidence_text,
    headline_text,
    letter_name,
    pointing_text,
    reason_text,
    seat_outcome_text,
)
from reviewing import (
    ALL_YES,
    BELOW,
    OVER,
    answer,
    calls,
    judged,
    person_scene,
    provider_scene,
    values,
)

EVERYTHING = (
    judged(provider_scene(metrics=(), responsibilities=(), answers_to="nobody"), BELOW),
    judged(provider_scene(answers_to="same_provider"), calls("yes", "yes", because="")),
    judged(provider_scene(above="wrong_seat", provider_above="Fortis"), ALL_YES, values("+")),
    judged(provider_scene(unrated_because="we never meet"), calls("no", "no", "no")),
    judged(
        provider_scene(),
        ALL_YES,
        OVER,
        answer("gets", "Backup", "no"),
        answer("wants", "Roadmap", "declined"),
        answer("can", "Patching", "no"),
        answer("can", "Protection", "no", mend="ours"),
        answer("question", "c1", "no", mend="ours"),
        answer("question", "g1", "no"),
        answer("homework", "h1", "no"),
    ),
)


def test_every_reason_and_notice_is_a_sentence():
    for outcome in EVERYTHING:
        told = (*outcome.reasons, *outcome.notices, *outcome.homework)
        for reason in told:
            sentence = reason_text(reason)
            assert sentence != reason.code
            assert "%(" not in sentence
            assert sentence.endswith((".", "?"))


def test_every_headline_names_the_person_or_the_provider():
    for code in ROWS:
        assert headline_text(code)
        assert "provider" not in headline_text(code)
        assert "person" not in headline_text(code, is_provider=True)
    assert headline_text("right_wrong_seat", is_provider=True) == "Right provider, wrong seat"
    assert headline_text("right_right") == "Right person, right seat"


def test_the_first_90_days_stand_in_the_headline():
    outcome = judged(person_scene(seated_since="2026-09-23"), ALL_YES, OVER)
    assert headline_text(outcome.headline, outcome) == "Right person, right seat, first 90 days"


@pytest.mark.parametrize("code", get_args(CallsFor))
def test_every_outcome_calls_for_something(code):
    assert calls_for_text(code).endswith(".")
    assert calls_for_text(code, is_provider=True).endswith(".")


def test_words_for_a_person_stay_softer_than_for_a_company():
    assert "Decide now" in calls_for_text("decide", is_provider=True)
    assert "Decide now" not in calls_for_text("decide")


def test_clients_words_are_shown_as_they_are():
    reason = Reason("declined", {"number": "4", "text": "100 % of %(letter)s <b>"})
    assert "“100 % of %(letter)s <b>”" in reason_text(reason)


def test_cards_say_what_stands():
    assert seat_outcome_text(None) == "Not reviewed yet"
    assert seat_outcome_text(SeatOutcome("open")) == "Open seat"
    assert seat_outcome_text(SeatOutcome("open", covered_by="Tomás")) == (
        "Open seat, covered by Tomás"
    )
    assert seat_outcome_text(SeatOutcome("open", candidates=3)) == (
        "Open seat, 3 candidates reviewed"
    )
    changed = SeatOutcome("right_wrong_seat", changed=True)
    assert seat_outcome_text(changed) == "Seat changed since this review: review again"


def test_pointing_and_confidence_are_said_in_one_line():
    outcome = judged(provider_scene(), answer("wants", "Roadmap", "declined"))
    assert pointing_text(outcome.pointing["wants"]) == (
        "The answers point to No. Would rather not take responsibility 5, “Roadmap”."
    )
    assert pointing_text(outcome.pointing["gets"]) == (
        "The answers point nowhere yet: 0 of 7 answered."
    )
    assert confidence_text(outcome.confidence) == "0 seen, 0 claimed, 1 unknown"
    assert letter_name("capacity") == "Capacity to do it"


def test_answers_say_what_was_said_or_that_nobody_asked():
    assert answer_text("wants", "declined") == "Would rather not"
    assert answer_text("question", "") == "Not asked"
    assert answer_text("question", "n/a") == "Does not apply"
    assert answer_text("value", "+") == "+"


def test_an_outcome_that_stayed_is_said_once_and_one_that_moved_from_and_to():
    stayed = Comparison({}, {}, "right_wrong_seat", "right_wrong_seat")
    assert comparison_text(stayed, is_provider=True) == "the same outcome"
    moved = Comparison({}, {}, "right_right", "right_wrong_seat")
    told = comparison_text(moved, is_provider=True)
    assert told == "Right provider, right seat → Right provider, wrong seat"

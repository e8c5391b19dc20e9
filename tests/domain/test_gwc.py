"""The table of outcomes, row by row, and the cases that it was tried on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain.bar import Ratings, bar_state
from mspseat_desktop.domain.gwc import LETTERS, needs_sentence, next_review, plan_dates
from reviewing import (
    ALL_YES,
    BELOW,
    FIVE,
    ON,
    OVER,
    all_answers_yes,
    answer,
    calls,
    codes,
    judged,
    person_scene,
    provider_scene,
    responsibility,
    values,
)

UNREADY = provider_scene(metrics=())
WANTS_NO = calls("yes", "no", "yes")
NO_VALUES = provider_scene(values=())


# The rows, first to last; row 1 is told by latest_outcome and tested there.


def test_row_2_a_providers_seat_without_its_homework_is_not_ready():
    outcome = judged(UNREADY, ALL_YES, OVER)
    assert (outcome.row, outcome.headline, outcome.tone) == (2, "seat_not_ready", "neutral")
    assert outcome.calls_for == "homework"
    assert codes(outcome.reasons)[0] == "no-metric"
    assert dict(outcome.calls) == dict.fromkeys(LETTERS, "yes")


def test_row_2_gives_way_when_a_responsibility_is_declined_or_the_values_are_below():
    declined = answer("wants", "Roadmap", "declined")
    assert judged(UNREADY, WANTS_NO, OVER, declined).row == 4
    assert judged(UNREADY, ALL_YES, BELOW).row == 7


def test_row_3_a_missing_call_is_incomplete_and_values_below_are_said():
    outcome = judged(provider_scene(), calls("yes", "yes"), BELOW)
    assert (outcome.row, outcome.headline, outcome.calls_for) == (3, "incomplete", "ask")
    assert codes(outcome.reasons)[:2] == ["not-called", "values-below"]


def test_row_3_all_yes_with_values_undecided_is_incomplete():
    assert judged(provider_scene(), ALL_YES, values("+", "+")).row == 3


def test_row_4_a_no_with_values_over_is_the_right_provider_in_the_wrong_seat():
    outcome = judged(provider_scene(), WANTS_NO, OVER)
    assert (outcome.row, outcome.tone, outcome.calls_for) == (4, "amber", "rescope")


def test_row_4_one_no_is_enough_even_with_another_call_missing():
    outcome = judged(provider_scene(), calls(wants="no"), OVER)
    assert outcome.row == 4
    assert [r.params["letter"] for r in outcome.reasons if r.code == "not-called"] == [
        "gets",
        "capacity",
    ]


def test_row_5_a_no_and_values_below_calls_for_a_decision():
    outcome = judged(provider_scene(), WANTS_NO, BELOW)
    assert (outcome.row, outcome.tone, outcome.calls_for) == (5, "red", "decide")


def test_row_6_a_no_with_values_undecided_or_none_is_the_wrong_seat():
    undecided = judged(provider_scene(), WANTS_NO, values("+"))
    assert (undecided.row, undecided.tone, undecided.calls_for) == (6, "amber", "rescope_and_rate")
    without = judged(NO_VALUES, WANTS_NO)
    assert (without.row, without.calls_for) == (6, "rescope")


def test_row_7_all_yes_and_values_below_calls_for_a_plan():
    outcome = judged(provider_scene(), ALL_YES, BELOW)
    assert (outcome.row, outcome.tone, outcome.calls_for) == (7, "amber", "improve")


def test_row_8_all_yes_and_values_over_is_right_and_right():
    outcome = judged(provider_scene(), ALL_YES, OVER)
    assert (outcome.row, outcome.tone, outcome.calls_for) == (8, "green", "grow")


def test_row_9_all_yes_without_values_is_the_right_seat():
    outcome = judged(NO_VALUES, ALL_YES)
    assert (outcome.row, outcome.tone, outcome.calls_for) == (9, "green", "keep")


# The cases to keep.


def test_case_top_seat_without_parent():
    top = {"is_root": True, "answers_to": "nobody", "reports_to": ""}
    owner = judged(person_scene(**top), ALL_YES, OVER)
    assert owner.row == 8
    assert "nobody-above" not in codes(owner.notices)
    provider = judged(provider_scene(**top), ALL_YES, OVER)
    assert (provider.row, codes(provider.homework)) == (2, ["nobody-above"])


def test_case_firm_on_notice_all_yes():
    outcome = judged(provider_scene(notice_given="2026-10-01"), ALL_YES, OVER)
    assert (outcome.row, outcome.leaving, outcome.calls_for) == (8, True, "handover")
    early = judged(provider_scene(notice_given="2026-12-01"), ALL_YES, OVER)
    assert not early.leaving


def test_an_end_date_before_the_next_check_calls_for_the_handover():
    ends = provider_scene(contract_end="2026-12-31")
    assert judged(ends, ALL_YES, OVER).calls_for == "handover"
    assert judged(ends, ALL_YES, OVER, next_on="2026-11-14").calls_for == "grow"
    assert judged(ends, ALL_YES, BELOW).calls_for == "improve"


def test_case_firm_three_weeks_in():
    outcome = judged(provider_scene(seated_since="2026-09-23"), ALL_YES, OVER)
    assert outcome.first_90_days
    assert {"c4", "c5"}.isdisjoint(outcome.counting_questions)


def test_after_90_days_or_when_nobody_remembers_everything_is_asked():
    for since in ("2026-07-16", ""):
        outcome = judged(provider_scene(seated_since=since), ALL_YES, OVER)
        assert not outcome.first_90_days
        assert {"c4", "c5"} <= set(outcome.counting_questions)


def test_case_break_fix_seat_on_purpose_is_the_right_seat():
    scene = provider_scene(responsibilities=(responsibility("Repairs", "repair"),), values=())
    outcome = judged(scene, ALL_YES, *all_answers_yes(scene))
    assert outcome.headline == "right_seat"
    assert {"w4", "c5"}.isdisjoint(outcome.counting_questions)
    assert outcome.pointing["wants"].to == "yes"


def test_case_internal_it_lead_below_the_bar():
    outcome = judged(person_scene(), ALL_YES, BELOW)
    assert (outcome.headline, outcome.is_provider) == ("right_seat_below", False)


def test_case_security_firm_that_reports_to_the_msp():
    outcome = judged(provider_scene(provider_above="Fortis"), ALL_YES, OVER)
    assert outcome.row == 8
    assert {"name": "Northbeam", "above": "Fortis"} in [n.params for n in outcome.notices]


def test_the_same_provider_next_above_is_missing_homework():
    outcome = judged(provider_scene(answers_to="same_provider"), ALL_YES, OVER)
    assert (outcome.row, codes(outcome.homework)) == (2, ["same-provider-above"])


def test_case_ten_yes_and_one_unsure_points_nowhere():
    scene = provider_scene()
    sure = judged(scene, *all_answers_yes(scene))
    assert [sure.pointing[x].to for x in LETTERS] == ["yes", "yes", "yes"]
    unsure = judged(scene, *all_answers_yes(scene), answer("question", "g6", "unsure"))
    assert unsure.pointing["gets"].to == ""
    assert (unsure.pointing["gets"].answered, unsure.pointing["gets"].counting) == (7, 7)


def test_case_nothing_answered_and_three_yes_calls():
    mute = calls("yes", "yes", "yes", because="")
    provider = judged(NO_VALUES, mute)
    assert provider.headline == "right_seat"
    assert provider.unexplained == LETTERS
    assert codes(provider.reasons).count("sentence-missing") == 3
    person = judged(person_scene(values=()), mute)
    assert person.unexplained == ()
    on_judgement = [r.params for r in person.reasons if r.code == "called-on-judgement"]
    assert on_judgement[0] == {"letter": "gets", "answered": "0", "counting": "7"}
    assert judged(provider_scene(), mute).headline == "incomplete"


def test_case_contract_excludes_awareness_training():
    training = responsibility("Awareness training", excluded=True)
    scene = provider_scene(responsibilities=(*FIVE, training))
    outcome = judged(
        scene, *all_answers_yes(scene), answer("wants", "Awareness training", "declined")
    )
    assert outcome.pointing["wants"].to == "yes"
    assert "Awareness training" not in outcome.counting_responsibilities


def test_what_the_seat_only_helps_with_does_not_count():
    scene = provider_scene(responsibilities=(*FIVE, responsibility("Apps", part="helps")))
    outcome = judged(scene, *all_answers_yes(scene), answer("can", "Apps", "no"))
    assert outcome.pointing["capacity"].to == "yes"


def test_case_owner_refused_to_pay_for_sign_in_protection():
    scene = provider_scene()
    answers = all_answers_yes(scene)
    ours = answer("can", "Protection", "no", mend="ours")
    outcome = judged(scene, *answers, ALL_YES, OVER, ours)
    assert outcome.pointing["capacity"].to == "yes"
    assert (outcome.row, codes(outcome.homework)) == (2, ["ours-to-mend"])
    assert outcome.homework[0].params["text"] == "Protection"
    theirs = judged(scene, *answers, ALL_YES, OVER, replace(ours, mend="theirs"))
    assert theirs.pointing["capacity"].to == "no"
    assert theirs.unexplained == ()
    (against,) = (r for r in theirs.reasons if r.code == "called-yes-because")
    assert against.params == {"letter": "capacity", "because": "we talked"}


def test_a_yes_against_the_answers_is_named_with_the_call_and_its_sentence():
    answers = [*all_answers_yes(provider_scene()), answer("question", "g1", "no")]
    undecided = judged(provider_scene(), answers, OVER)
    assert "points-to-no" in codes(undecided.reasons)
    bare = judged(provider_scene(), answers, OVER, calls("yes", "yes", "yes", because=""))
    assert "called-yes-against" in codes(bare.reasons)
    told = judged(provider_scene(), answers, OVER, calls("yes", because="They learn fast"))
    assert "called-yes-because" in codes(told.reasons)


def test_what_is_ours_to_mend_does_not_make_a_persons_seat_unready():
    scene = person_scene()
    outcome = judged(scene, ALL_YES, OVER, answer("can", "Protection", "no", mend="ours"))
    assert outcome.row == 8
    assert "ours-to-mend" in codes(outcome.reasons)


def test_where_nothing_counts_the_answers_point_nowhere():
    scene = provider_scene(responsibilities=())
    none = [answer("question", q, "n/a") for q in ("g1", "g6")]
    assert judged(scene, none).pointing["gets"].to == ""


def test_case_one_minus_and_one_unrated_all_yes():
    ratings = values("+", "-", "+")
    assert judged(provider_scene(), ALL_YES, ratings).row == 7
    lenient = provider_scene(bar_minuses=1)
    assert judged(lenient, ALL_YES, ratings).row == 3


def test_case_no_metric_and_the_roadmap_declined():
    outcome = judged(UNREADY, WANTS_NO, OVER, answer("wants", "Roadmap", "declined"))
    assert outcome.headline == "right_wrong_seat"
    assert codes(outcome.reasons)[:2] == ["called-no", "declined"]
    assert "no-metric" in codes(outcome.reasons)


def test_case_payroll_firm_nobody_rates_on_values():
    scene = provider_scene(unrated_because="we never meet them")
    outcome = judged(scene, ALL_YES)
    assert (outcome.headline, outcome.bar) == ("right_seat", "none")
    assert {"because": "we never meet them"} in [r.params for r in outcome.reasons]


# Pointing, wants, sentences, confidence, notices.


@pytest.mark.parametrize(
    ("value", "to"),
    [
        ("wants", "yes"),
        ("accepted", "yes"),
        ("condition", ""),
        ("declined", "no"),
        ("", ""),
    ],
)
def test_wants_it_has_one_vocabulary(value, to):
    scene = provider_scene(responsibilities=(responsibility("Help desk"),))
    rest = all_answers_yes(scene)
    outcome = judged(scene, *rest, answer("wants", "Help desk", value))
    assert outcome.pointing["wants"].to == to


def test_a_question_that_does_not_apply_or_is_for_the_talk_counts_for_nothing():
    scene = provider_scene()
    outcome = judged(
        scene,
        *all_answers_yes(scene),
        answer("question", "g6", "n/a"),
        answer("question", "g12", "no"),
    )
    assert outcome.pointing["gets"].to == "yes"
    assert "g6" not in outcome.counting_questions


def test_an_answer_to_a_question_that_is_not_asked_counts_for_nothing():
    scene = provider_scene(responsibilities=FIVE[:4])
    outcome = judged(scene, *all_answers_yes(scene), answer("question", "w4", "no"))
    assert outcome.pointing["wants"].to == "yes"


@pytest.mark.parametrize(
    ("call", "points", "provider", "person"),
    [
        ("yes", "no", True, True),
        ("no", "yes", True, True),
        ("yes", "", True, False),
        ("no", "", False, False),
        ("yes", "yes", False, False),
        ("no", "no", False, False),
        ("", "no", False, False),
    ],
)
def test_a_call_needs_a_sentence_against_the_answers(call, points, provider, person):
    assert needs_sentence(call, points, is_provider=True) is provider
    assert needs_sentence(call, points, is_provider=False) is person


def test_confidence_counts_answers_and_stands_beside_the_headline():
    scene = provider_scene(responsibilities=FIVE[:2])
    outcome = judged(
        scene,
        answer("question", "g1", "yes", evidence="seen"),
        answer("question", "g6", "no", evidence="claimed"),
        answer("question", "g12", "yes", evidence="seen"),
        answer("question", "c1", "yes"),
        answer("gets", "Patching", "yes"),
        answer("can", "Patching", "yes"),
        answer("evidence", "Patching", evidence="seen"),
    )
    known = outcome.confidence
    assert (known.seen, known.claimed, known.unknown) == (2, 1, 1)


def test_homework_of_a_person_is_a_notice():
    outcome = judged(person_scene(metrics=(), answers_to="nobody"), ALL_YES, OVER)
    assert outcome.row == 8
    assert codes(outcome.notices)[:2] == ["nobody-above", "no-metric"]


def test_notices_name_thin_seats_and_numbers_off_target():
    first, second, *_ = provider_scene().metrics
    thin = provider_scene(
        responsibilities=FIVE[:4],
        metrics=(replace(first, latest=94.0), replace(second, latest=None)),
        above="open",
    )
    outcome = judged(thin, ALL_YES, OVER, answer("homework", "h1", "no"))
    assert codes(outcome.notices) == [
        "seat-above-open",
        "fewer-than-five",
        "fewer-metrics",
        "no-figure",
        "off-target",
        "homework-no",
    ]
    assert outcome.row == 8


def test_the_next_review_comes_sooner_after_a_no_or_below_the_bar():
    assert next_review("right_right", "2026-10-14") == "2027-01-12"
    assert next_review("right_right", "2026-10-14", review_days=60) == "2026-12-13"
    for soon in ("right_wrong_seat", "wrong_seat_below", "wrong_seat", "right_seat_below"):
        assert next_review(soon, "2026-10-14") == "2026-11-13"
    assert next_review("incomplete", "2026-10-14", bar="undecided") == "2027-01-12"
    assert next_review("incomplete", "2026-10-14", bar="below") == "2026-11-13"


def test_no_check_of_a_plan_runs_past_the_end_date():
    assert plan_dates(ON) == ("2026-11-13", "2026-12-13", "2027-01-12")
    assert plan_dates(ON, "2026-12-13") == ("2026-11-13", "2026-12-13")
    assert plan_dates(ON, "2026-10-20") == ()


def test_an_unrated_value_may_still_miss_the_bar():
    assert bar_state(Ratings(plus=1, unrated=1), exceptions=0, minuses=1) == "undecided"
    assert bar_state(Ratings(plus=3, unrated=1), exceptions=1, minuses=0) == "undecided"


@given(
    marks=st.lists(st.sampled_from(["+", "+/-", "-", ""]), min_size=1, max_size=8),
    exceptions=st.integers(0, 3),
    minuses=st.integers(0, 2),
)
def test_the_bar_is_decided_only_when_no_rating_to_come_can_change_it(marks, exceptions, minuses):
    def state(given_marks):
        counted = [given_marks.count(mark) for mark in ("+", "+/-", "-", "")]
        return bar_state(Ratings(*counted), exceptions=exceptions, minuses=minuses)

    def ends(given_marks):
        if "" not in given_marks:
            return {state(given_marks)}
        at = given_marks.index("")
        filled = ([*given_marks[:at], mark, *given_marks[at + 1 :]] for mark in ("+", "-"))
        return set().union(*(ends(f) for f in filled))

    possible = ends(marks)
    assert state(marks) == (possible.pop() if len(possible) == 1 else "undecided")

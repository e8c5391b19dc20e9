from __future__ import annotations

from dataclasses import replace

import pytest

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.actions import (
    add_action,
    change_action,
    mark_action,
    move_action,
    remove_action,
)
from mspseat_desktop.domain.edits.chart import move_seat
from mspseat_desktop.domain.edits.client import set_core_values
from mspseat_desktop.domain.edits.people import seat_occupant, unseat
from mspseat_desktop.domain.edits.review import (
    change_review,
    discard_draft,
    finish_review,
    put_answer,
    put_note,
    reopen_review,
    start_review,
)
from mspseat_desktop.domain.edits.seat import (
    add_metric,
    change_responsibility,
    remove_responsibility,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.gwc import compare, latest_outcome, seat_changed_since
from mspseat_desktop.domain.records import (
    CoreValue,
    Metric,
    Responsibility,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    Review,
)
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.vocabulary import (
    ActionId,
    CoreValueId,
    MetricId,
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.wording.edits import refusal_text
from reviewing import QUESTIONS, VALUES
from world import chart_of, edited, responsible, seated

MSP, NORTHBEAM = SeatId("MSP"), OccupantId("Northbeam")
FIRST, SECOND = ReviewId("first"), ReviewId("second")
OCT, NOV = "2026-10-14", "2026-11-13"
STAMP = "2026-11-23T09:00:00+00:00"


def world():
    client = seated(chart_of({"CEO": ["Finance"], "Finance": ["MSP", "Security"]}), "CEO", "Dana")
    client = seated(seated(client, "Finance", "Ellen"), "MSP", "Northbeam", provider=True)
    return edited(
        responsible(client, "MSP", "Help desk", "Roadmap"),
        add_metric(Metric(MetricId("m"), MSP, name="Response", target=60)),
        set_core_values([CoreValue(CoreValueId(v), 0, v) for v in VALUES]),
    )


def start(review=FIRST, *, seat=MSP, occupant=NORTHBEAM, on=OCT):
    return start_review(review, seat=seat, occupant=occupant, on=on, bank="it_provider")


def call_all(review, wants="yes"):
    made = {"gets": "yes", "wants": wants, "capacity": "yes"}
    return [put_answer(review, "call", about=k, value=v, note="we talked") for k, v in made.items()]


def rate_all(review, mark="+"):
    return [put_answer(review, "value", about=v, value=mark) for v in VALUES]


def finish(review):
    return finish_review(review, finished_at=STAMP, questions=QUESTIONS)


def finished(client, review=FIRST, *, on=OCT, wants="yes", more=()):
    return edited(
        client,
        start(review, on=on),
        *call_all(review, wants),
        *rate_all(review),
        *more,
        finish(review),
    )


def refusal(client, edit: Edit) -> str:
    with pytest.raises(Refused) as refused:
        edit.run(Revision(client))
    return refused.value.code


def test_answers_of_a_draft_are_records_and_clearing_takes_them_out():
    client = edited(world(), start(), put_answer(FIRST, "question", about="g1", value="yes"))
    client = edited(client, put_note(FIRST, "question", about="g1", note="said so"))
    assert [(a.value, a.note) for a in client.answers(FIRST)] == [("yes", "said so")]
    client = edited(client, put_answer(FIRST, "question", about="g1", value=""))
    assert [(a.value, a.note) for a in client.answers(FIRST)] == [("", "said so")]
    client = edited(client, put_note(FIRST, "question", about="g1", note=""))
    assert client.answers(FIRST) == ()


def test_only_a_no_has_somebody_who_must_mend_it():
    client = edited(
        world(), start(), put_answer(FIRST, "can", about="Help desk", value="no", mend="ours")
    )
    assert client.answers(FIRST)[0].mend == "ours"
    client = edited(client, put_answer(FIRST, "can", about="Help desk", value="yes"))
    assert client.answers(FIRST)[0].mend == ""


def test_typing_in_one_note_is_one_step():
    keys = {put_note(FIRST, "question", about=q, note="x").merge_key for q in ("g1", "g1", "g6")}
    assert len(keys) == 2
    assert put_answer(FIRST, "question", about="g1", value="yes").merge_key == ""


@pytest.mark.parametrize(
    ("kind", "about", "value", "code"),
    [
        ("question", "g1", "perhaps", "unknown-answer"),
        ("wants", "Roadmap", "yes", "unknown-answer"),
        ("call", "looks", "yes", "unknown-answer"),
        ("gets", "elsewhere", "yes", "gone"),
        ("value", "elsewhere", "+", "gone"),
    ],
)
def test_what_no_answer_can_be_is_refused(kind, about, value, code):
    client = edited(world(), start())
    assert refusal(client, put_answer(FIRST, kind, about=about, value=value)) == code


def test_one_draft_at_a_time_for_an_occupant_in_a_seat():
    client = edited(world(), start())
    assert refusal(client, start(SECOND)) == "draft-exists"
    client = edited(client, start(ReviewId("other"), occupant=OccupantId("Ellen")))
    assert client.draft(MSP, OccupantId("Ellen")).id == "other"


def test_finishing_folds_answers_scene_and_headline_into_one_record():
    client = finished(world())
    review = client.get(Review, FIRST)
    assert (review.state, review.headline, review.finished_at) == ("finished", "right_right", STAMP)
    assert review.next_on == "2027-01-12"
    assert review.scene.answers_to_name == "Ellen"
    assert {"g1", "w7", "c1", "c4"} <= set(review.asked)
    assert "c5" not in review.asked
    assert len(review.answers) == 7
    assert client.count(Answer) == 0


def test_after_a_no_the_next_review_is_due_in_30_days_unless_a_date_was_set():
    assert finished(world(), wants="no").get(Review, FIRST).next_on == NOV
    chosen = finished(world(), wants="no", more=[change_review(FIRST, next_on="2026-12-01")])
    assert chosen.get(Review, FIRST).next_on == "2026-12-01"


def test_an_incomplete_review_may_be_finished_and_says_so():
    client = edited(world(), start(), call_all(FIRST)[0], finish(FIRST))
    assert client.get(Review, FIRST).headline == "incomplete"


def test_an_incomplete_review_below_the_bar_is_due_again_in_30_days():
    minus = put_answer(FIRST, "value", about=VALUES[0], value="-")
    review = edited(world(), start(), minus, finish(FIRST)).get(Review, FIRST)
    assert (review.headline, review.next_on) == ("incomplete", NOV)


def test_a_call_that_must_be_explained_is_not_finished_without_its_sentence():
    asked = [
        put_answer(FIRST, "question", about="g1", value="no"),
        put_answer(FIRST, "call", about="gets", value="yes"),
        put_answer(FIRST, "call", about="wants", value="yes"),
        put_answer(FIRST, "call", about="capacity", value="no"),
    ]
    found = edited(world(), start(), *asked)
    with pytest.raises(Refused) as refused:
        edited(found, finish(FIRST))
    assert (refused.value.code, refused.value.params) == (
        "sentence-missing",
        {"letters": "gets wants"},
    )
    assert "Gets it, Wants it: a call" in refusal_text(refused.value)
    ends = edited(found, *call_all(FIRST), finish(FIRST))
    assert ends.get(Review, FIRST).state == "finished"


def test_finishing_with_nothing_answered_or_in_the_future_is_refused():
    assert refusal(edited(world(), start()), finish(FIRST)) == "nothing-answered"
    ahead = edited(world(), start(on="2026-11-30"), *call_all(FIRST))
    assert refusal(ahead, finish(FIRST)) == "review-in-future"
    a_day_ahead = edited(world(), start(on="2026-11-24"), *call_all(FIRST), finish(FIRST))
    assert a_day_ahead.get(Review, FIRST).state == "finished"


def test_answers_to_questions_that_do_not_exist_count_for_nothing():
    odd = [
        put_answer(FIRST, "question", about="zz99", value="no", evidence="seen"),
        put_answer(FIRST, "homework", about="h404", value="no"),
    ]
    plain, strange = finished(world()), finished(world(), more=odd)
    review = strange.get(Review, FIRST)
    assert review.headline == plain.get(Review, FIRST).headline
    assert review.asked == plain.get(Review, FIRST).asked
    assert latest_outcome(strange, MSP) == latest_outcome(plain, MSP)
    alone = edited(world(), start(), *odd, finish(FIRST))
    assert alone.get(Review, FIRST).headline == "incomplete"


def test_another_occupant_meanwhile_leaves_the_review_with_whom_it_is_of():
    client = edited(world(), start(), *call_all(FIRST))
    client = edited(client, seat_occupant(SeatingId("new"), MSP, OccupantId("Ellen"), on=NOV))
    client = edited(client, finish(FIRST))
    review = client.get(Review, FIRST)
    assert review.occupant == NORTHBEAM
    assert review.scene.occupant_name == "Northbeam"
    assert client.reviews_of(MSP, OccupantId("Ellen")) == ()


def test_a_finished_review_does_not_change_any_more():
    action = Action(ActionId("a"), FIRST, what="Agree on the roadmap")
    client = finished(world(), more=[add_action(action)])
    for edit in (
        put_answer(FIRST, "call", about="wants", value="no"),
        put_note(FIRST, "question", about="g1", note="later"),
        change_review(FIRST, on=NOV),
        finish(FIRST),
        discard_draft(FIRST),
        add_action(replace(action, id=ActionId("b"))),
        change_action(action.id, who="Joel"),
        remove_action(action.id),
        move_action(action.id, 0),
    ):
        assert refusal(client, edit) == "review-finished"
    done = edited(client, mark_action(action.id, done_on=NOV))
    assert done.get(Action, action.id).done_on == NOV


def test_reopening_makes_a_dated_amendment_and_the_first_stays():
    more = [add_action(Action(ActionId("a"), FIRST, what="Agree on the roadmap"))]
    client = finished(world(), more=more)
    amend = reopen_review(SECOND, FIRST, reason="They declined it since", on=NOV)
    client = edited(client, amend)
    draft = client.get(Review, SECOND)
    assert (draft.on, draft.amends, draft.state) == (NOV, FIRST, "draft")
    assert {(a.kind, a.value) for a in client.answers(SECOND)} == {("call", "yes"), ("value", "+")}
    assert [a.what for a in client.actions(SECOND)] == ["Agree on the roadmap"]
    client = edited(client, put_answer(SECOND, "call", about="wants", value="no"), finish(SECOND))
    assert client.get(Review, FIRST).headline == "right_right"
    assert [r.id for r in client.reviews_of(MSP, NORTHBEAM)] == [SECOND]
    third = reopen_review(ReviewId("third"), FIRST, reason="again", on=NOV)
    assert refusal(client, third) == "already-amended"


def test_reopening_needs_a_finished_review_and_a_reason():
    client = edited(world(), start())
    assert refusal(client, reopen_review(SECOND, FIRST, reason="x", on=NOV)) == "not-finished"
    done = finished(world())
    assert refusal(done, reopen_review(SECOND, FIRST, reason=" ", on=NOV)) == "reason-missing"


def test_a_discarded_draft_leaves_nothing():
    before = world()
    action = add_action(Action(ActionId("a"), FIRST, what="x"))
    work = Revision(before)
    for edit in (start(), *call_all(FIRST), action, discard_draft(FIRST)):
        edit.run(work)
    assert not work.change()
    rules.check(work.client, work.change())


def test_core_values_are_rated_once_in_a_round_and_shown_in_all_seats():
    security = SeatId("Security")
    client = seated(world(), "Security", "Northbeam", provider=True)
    client = edited(client, start(), *rate_all(FIRST), start(SECOND, seat=security))
    assert [a.value for a in client.answers(SECOND)] == ["+"] * 4
    client = edited(client, put_answer(SECOND, "value", about=VALUES[0], value="-"))
    ratings = {a.about: a.value for a in client.answers(FIRST)}
    assert ratings[VALUES[0]] == "-"
    later = edited(
        finished(world()), start(SECOND, on=NOV), put_answer(SECOND, "call", about="gets", value="")
    )
    assert later.answers(SECOND) == ()


def test_a_review_of_the_same_seat_starts_unrated():
    client = edited(finished(world()), start(SECOND, on="2026-10-20"))
    assert client.answers(SECOND) == ()


def test_actions_are_ordered_and_changed_while_the_review_is_a_draft():
    client = edited(world(), start())
    for name in ("one", "two"):
        client = edited(client, add_action(Action(ActionId(name), FIRST, what=name)))
    client = edited(
        client,
        move_action(ActionId("two"), 0),
        change_action(ActionId("one"), who="Joel", due=NOV),
    )
    assert [(a.what, a.who) for a in client.actions(FIRST)] == [("two", ""), ("one", "Joel")]
    assert [a.id for a in edited(client, remove_action(ActionId("two"))).actions(FIRST)] == ["one"]


# What a card says.


def test_a_card_shows_the_latest_finished_review_of_who_holds_the_seat():
    client = finished(world())
    client = finished(client, SECOND, on=NOV, wants="no")
    shown = latest_outcome(client, MSP)
    assert (shown.headline, shown.tone, shown.on) == ("right_wrong_seat", "amber", NOV)
    assert (shown.calls["wants"], shown.values_plus, shown.values_rated) == ("no", 4, 4)
    assert latest_outcome(client, SeatId("Finance")) is None
    draft_only = edited(world(), start(), *call_all(FIRST))
    assert latest_outcome(draft_only, MSP) is None


def test_row_1_a_seat_that_nobody_holds_is_open():
    shown = latest_outcome(world(), SeatId("Security"))
    assert (shown.headline, shown.tone, shown.covered_by) == ("open", "neutral", "")


def test_case_operations_lead_who_covers_an_open_seat():
    cover = seat_occupant(
        SeatingId("x"), SeatId("Security"), OccupantId("Ellen"), role="stand_in", on=OCT
    )
    shown = latest_outcome(edited(world(), cover), SeatId("Security"))
    assert (shown.headline, shown.covered_by) == ("open", "Ellen")


def test_case_three_candidates_for_an_open_seat():
    client = world()
    for name in ("Dana", "Ellen", "Northbeam"):
        review = ReviewId(name)
        client = edited(
            client,
            start(review, seat=SeatId("Security"), occupant=OccupantId(name)),
            *call_all(review),
            finish(review),
        )
        assert client.get(Review, review).scene.is_candidate
    shown = latest_outcome(client, SeatId("Security"))
    assert (shown.headline, shown.candidates) == ("open", 3)


def test_who_left_the_seat_is_no_candidate_for_it():
    client = edited(finished(world()), unseat(SeatingId("Northbeam@MSP"), on=NOV))
    assert latest_outcome(client, MSP).candidates == 0


def test_case_two_people_in_one_seat_have_a_line_each_and_the_card_shows_the_accountable_one():
    also = seat_occupant(SeatingId("e"), MSP, OccupantId("Ellen"), role="also", on="2025-01-01")
    client = finished(edited(world(), also))
    client = edited(
        client,
        start(SECOND, occupant=OccupantId("Ellen"), on=NOV),
        *call_all(SECOND, wants="no"),
        finish(SECOND),
    )
    assert not client.get(Review, SECOND).scene.is_candidate
    assert client.get(Review, SECOND).headline == "wrong_seat"
    assert latest_outcome(client, MSP).occupant == NORTHBEAM


def test_case_one_firm_in_two_seats_with_a_no_in_one():
    security = SeatId("Security")
    client = seated(world(), "Security", "Northbeam", provider=True)
    client = responsible(client, "Security", "Watch")
    client = edited(client, add_metric(Metric(MetricId("s"), security, name="Alerts", target=1)))
    client = finished(client, wants="no")
    client = edited(client, start(SECOND, seat=security), *call_all(SECOND), finish(SECOND))
    assert latest_outcome(client, MSP).headline == "right_wrong_seat"
    assert latest_outcome(client, security).headline == "right_right"


def test_case_help_desk_and_security_in_two_firms_are_two_reviews():
    client = seated(world(), "Security", "Fortis", provider=True)
    client = finished(client, wants="no")
    assert latest_outcome(client, SeatId("Security")) is None
    moved = edited(client, move_seat(SeatId("Security"), parent=MSP))
    edit = start(SECOND, seat=SeatId("Security"), occupant=OccupantId("Fortis"))
    moved = edited(moved, edit, *call_all(SECOND), finish(SECOND))
    assert moved.get(Review, SECOND).scene.provider_above == "Northbeam"
    assert moved.get(Review, SECOND).scene.above == "wrong_seat"


# Afterwards.

DECLINED = [put_answer(FIRST, "wants", about="Roadmap", value="declined")]
ROADMAP = ResponsibilityId("Roadmap")


def hand_over(responsibility, seat):
    def run(work):
        work.put(replace(work.client.get(Responsibility, responsibility), seat=seat))

    return Edit("hand-over", run)


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (remove_responsibility(ROADMAP), True),
        (hand_over(ROADMAP, SeatId("Finance")), True),
        (change_responsibility(ROADMAP, part="helps"), True),
        (change_responsibility(ROADMAP, excluded=True), True),
        (change_responsibility(ROADMAP, level="strategic"), True),
        (change_responsibility(ROADMAP, text="Keep the parts list"), True),
        (change_responsibility(ROADMAP, text="roadmap."), False),
        (remove_responsibility(ResponsibilityId("Help desk")), False),
    ],
)
def test_case_a_declined_responsibility_moved_away_meanwhile(edit, changed):
    before = finished(world(), wants="no", more=DECLINED)
    assert not latest_outcome(before, MSP).changed
    after = edited(before, edit)
    assert seat_changed_since(after, after.get(Review, FIRST)) is changed
    shown = latest_outcome(after, MSP)
    assert (shown.changed, shown.tone) == (changed, "neutral" if changed else "amber")
    later = finished(after, SECOND, on=NOV)
    compared = compare(later.get(Review, FIRST), later.get(Review, SECOND))
    assert compared.not_comparable == ("scope-changed" if changed else "")


def test_what_is_ours_to_mend_is_not_behind_a_no():
    ours = put_answer(FIRST, "can", about="Help desk", value="no", mend="ours")
    theirs = put_answer(FIRST, "can", about="Roadmap", value="no", mend="theirs")
    call = put_answer(FIRST, "call", about="capacity", value="no")
    agreed = put_answer(FIRST, "value", about=VALUES[0], value="-")
    client = finished(world(), more=[ours, theirs, call, agreed])
    assert client.get(Review, FIRST).headline == "wrong_seat_below"
    without = edited(client, remove_responsibility(ResponsibilityId("Help desk")))
    assert not latest_outcome(without, MSP).changed
    assert latest_outcome(edited(client, remove_responsibility(ROADMAP)), MSP).changed


def test_a_review_without_a_no_stands_whatever_left_the_seat():
    client = edited(finished(world()), remove_responsibility(ROADMAP))
    assert not latest_outcome(client, MSP).changed


def test_two_reviews_compare_letter_by_letter_and_value_by_value():
    client = finished(world(), wants="no")
    worse = put_answer(SECOND, "value", about=VALUES[1], value="+/-")
    client = finished(client, SECOND, on=NOV, more=[worse])
    compared = compare(client.get(Review, FIRST), client.get(Review, SECOND))
    assert dict(compared.letters) == {"gets": "same", "wants": "better", "capacity": "same"}
    assert compared.values[VALUES[1]] == "worse"
    assert (compared.earlier, compared.later) == ("right_wrong_seat", "right_right")
    assert compared.not_comparable == ""


def test_to_or_from_an_incomplete_review_is_not_comparable():
    client = edited(world(), start(), call_all(FIRST)[0], finish(FIRST))
    client = finished(client, SECOND, on=NOV)
    compared = compare(client.get(Review, FIRST), client.get(Review, SECOND))
    assert compared.not_comparable == "no-verdict"
    assert compared.letters["wants"] == ""

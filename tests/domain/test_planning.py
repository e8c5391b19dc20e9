"""What is open, overdue and due, and the days of a plan."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain.edits.actions import add_actions, drop_action, mark_action
from mspseat_desktop.domain.edits.people import revise_occupant, unseat
from mspseat_desktop.domain.edits.review import reopen_review
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.gwc import plan_dates
from mspseat_desktop.domain.health import findings
from mspseat_desktop.domain.planning import (
    action_state,
    due,
    is_overdue,
    never_reviewed,
    open_actions,
    origin_of,
    overdue_count,
    planned,
    standing_actions,
)
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.domain.vocabulary import ActionId, ReviewId
from planning_world import DONE, DROPPED, FAR, FIRM, FIRST, LATE, LOOSE, MSP, SOON, world
from world import ON, edited

DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1)).map(date.isoformat)
MAYBE_DAYS = st.one_of(st.just(""), DAYS)


def test_open_actions_come_overdue_first_and_without_a_day_last():
    assert [a.id for a in open_actions(world())] == [LATE, SOON, FAR, LOOSE]


def test_an_action_is_overdue_only_after_its_day_and_only_while_it_is_open():
    client = world()
    assert overdue_count(client, "2026-11-10") == 0
    assert overdue_count(client, "2026-11-11") == 1
    assert overdue_count(edited(client, mark_action(LATE, done_on=ON)), ON) == 0
    assert not is_overdue(client.get(Action, LOOSE), ON)


def test_actions_of_a_finished_review_are_done_dropped_and_opened_again():
    client = edited(world(), drop_action(LATE, because="  Settled otherwise. "))
    late = client.get(Action, LATE)
    assert (action_state(late), late.dropped_because) == ("dropped", "Settled otherwise.")
    late = edited(client, mark_action(LATE, done_on=ON)).get(Action, LATE)
    assert (action_state(late), late.done_on, late.dropped_because) == ("done", ON, "")
    late = edited(client, mark_action(LATE, done_on="")).get(Action, LATE)
    assert action_state(late) == "open"


def test_an_action_is_not_dropped_without_a_reason():
    with pytest.raises(Refused) as refused:
        edited(world(), drop_action(SOON, because=" \n"))
    assert refused.value.code == "dropped-without-reason"


def test_what_was_agreed_in_a_finished_review_does_not_change():
    with pytest.raises(Refused) as refused:
        edited_with_rules(world(), lambda now: replace(now, due="2027-01-01"))
    assert refused.value.code == "review-finished"
    edited_with_rules(world(), lambda now: replace(now, dropped_because="Not ours."))


def edited_with_rules(client, change):
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.rules import check

    work = Revision(client)
    work.put(change(client.get(Action, SOON)))
    check(work.client, work.change())


def test_an_amendment_takes_the_actions_over_so_that_each_counts_once():
    second = ReviewId("second")
    client = edited(world(), reopen_review(second, FIRST, reason="A slip.", on=ON))
    assert {a.review for a in standing_actions(client)} == {second}
    assert [a.what for a in open_actions(client)] == [a.what for a in open_actions(world())]


def test_an_action_names_its_answer_also_after_an_amendment():
    client = world()
    assert origin_of(client, client.get(Action, SOON)).note == "Would rather not plan."
    assert origin_of(client, client.get(Action, LATE)) is None
    second = ReviewId("second")
    client = edited(client, reopen_review(second, FIRST, reason="A slip.", on=ON))
    copy = next(a for a in client.actions(second) if a.what == "Agree on the roadmap")
    assert origin_of(client, copy).review == second


def test_reviews_notices_contracts_and_actions_are_due_within_thirty_days():
    found = [(d.kind, d.on, d.action) for d in due(world(), ON)]
    assert found == [
        ("action", "2026-11-10", LATE),
        ("review", "2026-11-13", None),
        ("action", "2026-12-01", SOON),
        ("notice", "2026-12-15", None),
    ]
    kinds = [d.kind for d in planned(world(), ON)]
    assert kinds == ["action", "review", "action", "notice", "action", "contract"]


def test_a_notice_that_was_given_and_a_seat_that_was_left_are_due_no_more():
    client = edited(world(), revise_occupant(FIRM, lambda now: replace(now, notice_given=ON)))
    assert "notice" not in {d.kind for d in planned(client, ON)}
    client = edited(client, unseat(client.seatings(MSP)[0].id, on=ON))
    assert {d.kind for d in planned(client, ON)} == {"contract", "action"}
    assert {d.kind for d in planned(client, "2027-04-01")} == {"action"}


def test_held_seats_without_a_finished_review_are_named_in_chart_order():
    assert never_reviewed(world()) == ("CEO", "Finance")
    assert never_reviewed(world(finished=False)) == ("CEO", "MSP", "Finance")


def test_a_dropped_action_is_not_worth_a_look_although_its_day_is_past():
    assert overdue_findings(world()) == {LATE}
    client = edited(world(), drop_action(LATE, because="Settled."))
    assert overdue_findings(client) == set()


def overdue_findings(client):
    return {f.about for f in findings(client, ON) if f.code == "action-overdue"}


@given(DAYS, MAYBE_DAYS)
def test_checks_of_a_plan_are_thirty_days_apart_and_none_is_past_the_end(on, end):
    days = [date.fromisoformat(day) for day in plan_dates(on, end)]
    gaps = [(b - a).days for a, b in zip([date.fromisoformat(on), *days], days, strict=False)]
    assert set(gaps) <= {30}
    assert len(days) <= 3
    assert all(not end or day.isoformat() <= end for day in days)
    assert len(days) == 3 or (
        end
        and end
        < date.fromordinal(date.fromisoformat(on).toordinal() + 30 * (len(days) + 1)).isoformat()
    )


@given(
    st.lists(st.tuples(MAYBE_DAYS, MAYBE_DAYS, st.sampled_from(["", "No."])), max_size=8),
    DAYS,
    st.integers(0, 400),
)
def test_due_is_the_beginning_of_what_is_planned(drawn, on, ahead):
    actions = [
        Action(ActionId(str(n)), FIRST, due=day, done_on=done, dropped_because="" if done else why)
        for n, (day, done, why) in enumerate(drawn)
    ]
    client = edited(world(finished=False), add_actions(actions))
    every, near = planned(client, on), due(client, on, ahead=ahead)
    assert near == every[: len(near)]
    assert [d.on for d in every] == sorted(d.on for d in every)
    last = date.fromordinal(date.fromisoformat(on).toordinal() + ahead).isoformat()
    assert all((d.on <= last) == (at < len(near)) for at, d in enumerate(every))
    stand = {a.id for a in open_actions(client)}
    assert {d.action for d in every if d.action} == {a for a in stand if client.get(Action, a).due}
    assert stand.isdisjoint({DONE, DROPPED})
    overdue = [a for a in open_actions(client) if is_overdue(a, on)]
    assert overdue == list(open_actions(client))[: overdue_count(client, on)]

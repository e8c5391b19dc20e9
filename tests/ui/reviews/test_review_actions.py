"""Actions on the last page of a review: made of answers, offered by the outcome, ticked off."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.edits.people import revise_occupant
from mspseat_desktop.domain.edits.review import put_answer
from mspseat_desktop.domain.planning import origin_of
from mspseat_desktop.domain.review_records import (
    Action,
    Review,
    answer_id,
)
from mspseat_desktop.ui.widgets import LinkButton
from world import ON


def at_result(desk, *answers):
    """A draft of the MSP with these answers, at its last page."""
    dialog = desk.open()
    for kind, about, value in answers:
        desk.bridge.do(put_answer(dialog.review, kind, about=about, value=value))
    dialog.show_step("result")
    return dialog


def offers(dialog):
    return {b.accessibleName(): b for b in dialog.page.from_answers.buttons}


def link(dialog, words):
    return next(b for b in dialog.page.findChildren(LinkButton) if words in b.caption)


def test_a_no_becomes_an_action_that_knows_its_answer_and_asks_for_its_owner(desk):
    dialog = at_result(desk, ("question", "g1", "no"), ("question", "g6", "yes"))
    (name,) = offers(dialog)
    assert name.startswith("Make an action of it: No: Can it name our goals")
    offers(dialog)[name].click()
    (action,) = desk.client.actions(dialog.review)
    assert action.what.startswith("See to it: Can it name our goals")
    assert origin_of(desk.client, action).id == answer_id(dialog.review, "question", "g1")
    assert QApplication.focusWidget() is dialog.page.agreed.lines[action.id].who
    assert offers(dialog) == {}


def test_heavier_answers_come_first_and_the_rest_on_demand(desk):
    seat = desk.seat("Managed IT")
    duties = [r.id for r in desk.client.responsibilities(seat)]
    dialog = at_result(
        desk,
        ("question", "g1", "unsure"),
        ("wants", duties[0], "condition"),
        ("wants", duties[1], "declined"),
        ("gets", duties[2], "no"),
        ("can", duties[3], "no"),
        ("value", desk.client.core_values()[0].id, "-"),
    )
    first = [b.accessibleName().removeprefix("Make an action of it: ") for b in offers_of(dialog)]
    assert first[0].startswith("Would rather not: ")
    assert first[1].startswith("Gets it, no: ")
    assert first[2].startswith("Can do it, no: ")
    assert first[3].startswith("Rated -: ")
    link(dialog, "Show 2 more answers").click()
    assert len(offers_of(dialog)) == 6
    assert QApplication.focusWidget() is offers_of(dialog)[4]
    for button in list(offers_of(dialog))[:1]:
        button.click()
    assert desk.client.actions(dialog.review)[0].what.startswith("Settle who does it: ")


def offers_of(dialog):
    return dialog.page.from_answers.buttons


def test_titles_of_actions_tell_no_rating(desk):
    seat = desk.seat("Managed IT")
    duty = desk.client.responsibilities(seat)[0].id
    given = [("question", "g1", "no"), ("wants", duty, "declined"), ("can", duty, "no")]
    dialog = at_result(desk, *given)
    while offers_of(dialog):
        offers_of(dialog)[0].click()
    for action in desk.client.actions(dialog.review):
        words = action.what.casefold().split()
        assert {"no", "no:", "declined", "wrong", "-"}.isdisjoint(words)


def test_nothing_is_offered_while_ratings_are_hidden(desk):
    dialog = at_result(desk, ("question", "g1", "no"))
    assert dialog.page.from_answers.isVisible()
    desk.bridge.hide_ratings(hidden=True)
    assert not dialog.page.from_answers.isVisible()
    assert not offers(dialog)


def test_checks_of_a_plan_end_with_the_contract_and_are_marked_as_checks(desk):
    dialog = desk.open()
    who = desk.review.occupant
    desk.bridge.do(put_answer(dialog.review, "call", about="gets", value="yes"))
    for letter in ("wants", "capacity"):
        desk.bridge.do(put_answer(dialog.review, "call", about=letter, value="yes"))
    for value in desk.client.core_values():
        desk.bridge.do(put_answer(dialog.review, "value", about=value.id, value="-"))
    desk.bridge.do(revise_occupant(who, lambda now: _ending(now, "2027-01-25")))
    dialog.show_step("result")
    link(dialog, "Add 2 dated checks").click()
    found = desk.client.actions(dialog.review)
    assert [(a.what, a.due, a.part) for a in found] == [
        ("Improvement plan, check 1 of 2", "2026-12-23", "check"),
        ("Improvement plan, check 2 of 2", "2027-01-22", "check"),
    ]
    desk.bridge.undo()
    assert desk.client.actions(dialog.review) == ()


def test_the_next_review_of_the_clients_own_rhythm_is_what_an_end_date_is_held_against(desk):
    dialog = desk.open()
    for letter in ("gets", "wants", "capacity"):
        desk.bridge.do(put_answer(dialog.review, "call", about=letter, value="yes"))
    for value in desk.client.core_values():
        desk.bridge.do(put_answer(dialog.review, "value", about=value.id, value="+"))
    end = "2027-03-31"  # after 90 days, before 180
    desk.bridge.do(revise_occupant(desk.review.occupant, lambda now: _ending(now, end)))
    dialog.show_step("result")
    handover = "Add the handover list"
    assert not any(handover in b.caption for b in dialog.page.findChildren(LinkButton))
    desk.bridge.do(change_profile(replace(desk.client.profile, review_days=180)))
    link(dialog, handover).click()
    assert {a.due for a in desk.client.actions(dialog.review)} == {end}


def _ending(occupant, day):
    return replace(occupant, contract_end=day, notice_by="", notice_given="")


def test_whoever_leaves_gets_a_handover_list_by_the_contracts_end(desk):
    dialog = desk.open()
    who = desk.review.occupant

    def leaving(now):
        return replace(now, notice_given=ON, contract_end="2027-01-31")

    desk.bridge.do(revise_occupant(who, leaving))
    dialog.show_step("result")
    link(dialog, "Add the handover list").click()
    found = desk.client.actions(dialog.review)
    assert {(a.part, a.due) for a in found} == {("handover", "2027-01-31")}
    for thing in ("password", "documents", "licences", "backup that restores"):
        assert any(thing in a.what for a in found)


def test_an_action_of_a_finished_review_is_ticked_off_where_it_was_agreed(desk):
    done = next(
        r
        for r in desk.client.every(Review)
        if r.state == "finished" and any(not a.done_on for a in desk.client.actions(r.id))
    )
    dialog = desk.show(done.id)
    action = next(a for a in desk.client.actions(done.id) if not a.done_on)
    line = dialog.page.agreed._agreed[action.id]
    line.done.setFocus()
    desk.press(" ")
    assert desk.client.get(Action, action.id).done_on == ON
    assert "Done on 23 Nov 2026" in desk.shown()
    assert QApplication.focusWidget() is dialog.page.agreed._agreed[action.id].done
    desk.press(" ")
    assert "Done on 23 Nov 2026" not in desk.shown()

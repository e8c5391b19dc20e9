from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidates_world import (
    COMPARISON,
    FIRMS,
    SEAT,
    candidates,
    compared,
    open_seat,
    reviewed,
    seating,
)
from mspseat_desktop.domain import rules
from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.edits.candidates import (
    MOST_CANDIDATES,
    add_candidate,
    change_candidate,
    choose,
    move_candidate,
    note_comparison,
    remove_candidate,
    start_comparison,
)
from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.people import (
    add_occupant,
    remove_occupant,
    revise_occupant,
    seat_occupant,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    Occupant,
    Seat,
)
from mspseat_desktop.domain.review_records import Candidate, Comparison
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.vocabulary import (
    CandidateId,
    ComparisonId,
    OccupantId,
)
from world import ON, edited, everything, finish_edit, id_maker

LATER = "2026-12-01"


def names(client, comparison=COMPARISON):
    return [c.occupant for c in client.candidates(comparison)]


def refusal(client, edit):
    with pytest.raises(Refused) as refused:
        edit.run(Revision(client))
    return refused.value.code


def closed(client):
    """The seat closed as a seat with a finished review is."""
    finish = finish_edit("done", SEAT, OccupantId("Cedar"))
    return edited(client, finish, delete_seat(SEAT, reports="lift", on=ON))


def test_candidates_stand_in_the_order_in_which_they_were_given():
    assert names(compared()) == list(FIRMS)


def test_a_candidate_brings_the_fee_that_is_known_of_it():
    fee = revise_occupant(OccupantId("Cedar"), lambda o: replace(o, fee="900 a month"))
    client = edited(open_seat(), fee)
    start = start_comparison(COMPARISON, SEAT, on=ON, candidates=candidates("Cedar", "Northbeam"))
    found = edited(client, start).candidates(COMPARISON)
    assert [c.fee for c in found] == ["900 a month", ""]


def test_nobody_stands_twice_in_one_comparison():
    again = Candidate(CandidateId("again"), COMPARISON, OccupantId("Cedar"))
    assert refusal(compared(), add_candidate(again)) == "candidate-twice"


def test_a_sixth_candidate_is_refused():
    client = compared()
    for number in range(4, MOST_CANDIDATES + 1):
        firm = OccupantId(f"Firm {number}")
        client = edited(client, add_occupant(Occupant(firm, firm)))
        client = edited(client, *(add_candidate(c) for c in candidates(firm)))
    client = edited(client, add_occupant(Occupant(OccupantId("one more"), "One more")))
    assert refusal(client, add_candidate(candidates("one more")[0])) == "five-candidates"


def test_a_seat_has_one_undecided_comparison():
    second = start_comparison(ComparisonId("second"), SEAT, on=ON)
    assert refusal(compared(), second) == "comparison-open"
    decided = edited(compared(), choose(CandidateId("Cedar"), seating=seating(), on=ON))
    assert edited(decided, second).has(Comparison, "second")


def test_a_closed_seat_is_not_compared_for():
    assert refusal(closed(open_seat()), start_comparison(COMPARISON, SEAT, on=ON)) == "seat-closed"


def test_choosing_for_a_seat_that_was_closed_meanwhile_is_refused():
    client = closed(compared())
    assert names(client) == list(FIRMS)
    edit = choose(CandidateId("Cedar"), seating=seating(), on=ON)
    assert refusal(client, edit) == "seat-closed"


def test_choosing_seats_the_candidate_from_that_day_and_keeps_the_comparison():
    client = edited(reviewed(), choose(CandidateId("Bright IT"), seating=seating(), on=LATER))
    assert client.accountable(SEAT).id == "Bright IT"
    assert client.seatings(SEAT)[0].since == LATER
    kept = client.get(Comparison, COMPARISON)
    assert (kept.decided_on, kept.chosen) == (LATER, "Bright IT")
    assert names(client) == list(FIRMS)
    assert client.draft(SEAT, OccupantId("Cedar")) is not None


def test_whoever_held_the_seat_leaves_it_when_another_is_chosen():
    sits = seat_occupant(seating("old"), SEAT, OccupantId("Northbeam"), on="2025-01-06")
    client = edited(compared(), sits, choose(CandidateId("Cedar"), seating=seating(), on=LATER))
    assert [s.occupant for s in client.seatings(SEAT)] == ["Cedar"]
    assert client.get(type(client.seatings(SEAT)[0]), seating("old")).until == LATER


def test_whoever_holds_the_seat_can_be_chosen_to_stay():
    sits = seat_occupant(seating("old"), SEAT, OccupantId("Cedar"), on="2025-01-06")
    client = edited(compared(), sits, choose(CandidateId("Cedar"), seating=seating(), on=LATER))
    assert [s.id for s in client.seatings(SEAT)] == [seating("old")]
    assert client.get(Comparison, COMPARISON).chosen == "Cedar"


@pytest.mark.parametrize(
    "edit",
    [
        choose(CandidateId("Cedar"), seating=seating("two"), on=LATER),
        add_candidate(Candidate(CandidateId("x"), COMPARISON, OccupantId("Ellen"))),
        change_candidate(CandidateId("Cedar"), fee="less"),
        move_candidate(CandidateId("Cedar"), 0),
        remove_candidate(CandidateId("Cedar")),
    ],
    ids=["choose", "add", "change", "move", "remove"],
)
def test_a_decided_comparison_stays_as_it_was(edit):
    decided = edited(compared(), choose(CandidateId("Northbeam"), seating=seating(), on=ON))
    assert refusal(decided, edit) == "comparison-decided"


def test_why_one_was_chosen_can_still_be_written_after_the_choice():
    decided = edited(compared(), choose(CandidateId("Northbeam"), seating=seating(), on=ON))
    client = edited(decided, note_comparison(COMPARISON, "Knows our line of work"))
    assert client.get(Comparison, COMPARISON).notes == "Knows our line of work"


def test_a_comparison_goes_with_its_last_candidate_and_reviews_stay():
    client = reviewed()
    for firm in FIRMS:
        client = edited(client, remove_candidate(CandidateId(firm)))
    assert not client.has(Comparison, COMPARISON)
    assert client.draft(SEAT, OccupantId("Northbeam")) is not None


def test_a_chosen_name_that_is_deleted_leaves_the_comparison_decided():
    client = edited(
        compared(),
        choose(CandidateId("Cedar"), seating=seating(), on=ON),
        seat_occupant(seating("next"), SEAT, OccupantId("Northbeam"), on=LATER),
        remove_occupant(OccupantId("Cedar")),
    )
    kept = client.get(Comparison, COMPARISON)
    assert (kept.decided_on, kept.chosen) == (ON, None)
    assert names(client) == ["Northbeam", "Bright IT"]


def test_a_seat_that_is_deleted_takes_its_comparison_along():
    client = edited(compared(), delete_seat(SEAT, reports="lift", on=ON))
    assert not client.has(Seat, SEAT)
    assert client.count(Comparison) == client.count(Candidate) == 0


firm = st.sampled_from(["Northbeam", "Bright IT", "Cedar", "Ellen", "Four", "Five", "Six"])
acts = st.lists(
    st.tuples(
        st.sampled_from(["start", "add", "change", "move", "remove", "choose", "forget", "note"]),
        firm,
        st.integers(-1, 6),
    ),
    max_size=25,
)


def _act(client, act, who, at, new_id):
    undecided = [c for c in client.every(Comparison) if not c.decided_on]
    known = {c.occupant: c.id for c in client.every(Candidate)}
    newest = undecided[0].id if undecided else COMPARISON
    one = known.get(OccupantId(who), CandidateId("nobody"))
    made = Candidate(CandidateId(new_id()), newest, OccupantId(who))
    edits: dict[str, Edit] = {
        "start": start_comparison(ComparisonId(new_id()), SEAT, on=ON),
        "add": add_candidate(made, index=at),
        "change": change_candidate(one, fee=who, references=str(at)),
        "move": move_candidate(one, at),
        "remove": remove_candidate(one),
        "choose": choose(one, seating=seating(new_id()), on=ON),
        "forget": remove_occupant(OccupantId(who)),
        "note": note_comparison(newest, who),
    }
    return edits[act]


@given(acts)
def test_whatever_is_done_each_comparison_keeps_its_promises_and_can_be_undone(done):
    client, new_id = compared(), id_maker("any")
    for name in ("Four", "Five", "Six"):
        client = edited(client, add_occupant(Occupant(OccupantId(name), name)))
    for act, who, at in done:
        work = Revision(client)
        try:
            _act(client, act, who, at, new_id).run(work)
        except Refused:
            continue
        change = work.change()
        assert everything(work.client.applied(change.inverse())) == everything(client)
        client = work.client
        whole = Change(tuple(Touch(None, r) for k in RECORD_TYPES for r in client.every(k)))
        rules.check(client, whole)
        assert sum(not c.decided_on for c in client.every(Comparison)) <= 1
        for comparison in client.every(Comparison):
            found = names(client, comparison.id)
            assert len(found) == len(set(found)) <= MOST_CANDIDATES
            orders = [c.order for c in client.candidates(comparison.id)]
            assert orders == sorted(set(orders))
            assert comparison.chosen is None or comparison.decided_on

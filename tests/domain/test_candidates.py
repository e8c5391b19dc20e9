from __future__ import annotations

from dataclasses import replace

from candidates_world import (
    COMPARISON,
    SEAT,
    answered,
    candidates,
    compared,
    reviewed,
    row,
    seating,
    table,
    with_map,
)
from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.candidates import (
    NOES,
    is_still_seated,
    open_comparison,
)
from mspseat_desktop.domain.edits.candidates import add_candidate, change_candidate, choose
from mspseat_desktop.domain.edits.coverage import mark
from mspseat_desktop.domain.edits.people import add_occupant, revise_occupant, seat_occupant
from mspseat_desktop.domain.edits.review import finish_review, put_answer, start_review
from mspseat_desktop.domain.next_call import asked_of_all, unknowns
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Comparison
from mspseat_desktop.domain.vocabulary import (
    CandidateId,
    FunctionId,
    OccupantId,
    ReviewId,
)
from world import ON, edited

LATER = "2026-12-20"


def said(found, kind, about):
    return [cell.value for cell in row(found, kind, about).cells]


def test_every_candidate_is_asked_the_same_questions():
    found = table(reviewed())
    assert [c.occupant.name for c in found.columns] == ["Northbeam", "Bright IT", "Cedar"]
    assert said(found, "wants", "Roadmap") == ["wants", "declined", ""]
    assert said(found, "question", "g1") == ["yes", "yes", ""]
    assert said(found, "value", "Plain speaking") == ["+", "-", ""]
    assert said(found, "call", "wants") == ["yes", "no", ""]
    first, second, third = (column.asked for column in found.columns)
    assert first == second == third


def test_a_candidate_nobody_has_asked_has_the_questions_of_its_bank_and_no_answer():
    found = table(compared())
    assert all(not cell.value for line in found.rows for cell in line.cells)
    assert all(column.review is None for column in found.columns)
    assert {column.headline for column in found.columns} == {"incomplete"}
    assert {line.about for line in found.rows} >= {"g1", "w7", "c1", "Help desk", "Own it"}
    assert {line.agreement for line in found.rows} == {"unknown"}


def test_questions_that_need_a_history_are_asked_of_no_candidate():
    assert not {line.about for line in table(reviewed()).rows} & {"c2", "c4", "c13"}


def test_differences_come_first_and_a_no_before_every_other():
    rows = table(reviewed()).differences_first
    kinds = [line.agreement for line in rows]
    assert kinds == sorted(kinds, key=["differ", "same", "unknown"].index)
    differing = [line.has_no for line in rows if line.agreement == "differ"]
    assert differing == sorted(differing, reverse=True)
    assert any(differing)
    assert sorted(r.key for r in rows) == sorted(r.key for r in table(reviewed()).rows)


def test_who_was_not_asked_yet_does_not_agree_with_who_said_yes():
    assert row(table(reviewed()), "question", "g1").agreement == "differ"


def test_an_answer_that_all_gave_is_the_same():
    client = answered(reviewed(), "Cedar", ("question", "g1", "yes"))
    assert row(table(client), "question", "g1").agreement == "same"


def test_every_no_is_named_whatever_was_called():
    found = table(reviewed())
    assert [r.key for r in found.noes(0)] == []
    assert {r.key for r in found.noes(1)} == {
        ("call", "wants"),
        ("value", "Plain speaking"),
        ("wants", "Roadmap"),
    }
    assert found.columns[1].headline == "wrong_seat_below"


def test_a_no_that_is_ours_to_mend_speaks_against_nobody():
    client = answered(reviewed(), "Northbeam", ("can", "Backups", "no"))
    assert [r.key for r in table(client).noes(0)] == [("can", "Backups")]
    ours = put_answer(ReviewId("review of Northbeam"), "can", about="Backups", mend="ours")
    assert table(edited(client, ours)).noes(0) == ()
    assert said(table(edited(client, ours)), "can", "Backups")[0] == "no"


def test_no_figure_adds_answers_up():
    cells = [c for r in table(reviewed()).rows for c in r.cells]
    assert {type(cell.value) for cell in cells} == {str}
    assert any(cell.value in NOES for cell in cells)


def test_a_question_for_the_talk_is_shown_once_somebody_answered_it():
    assert ("question", "g12") not in {r.key for r in table(reviewed()).rows}
    client = answered(reviewed(), "Cedar", ("question", "g12", "no"))
    assert [r.key for r in table(client).noes(2)] == [("question", "g12")]


def test_a_function_that_is_not_taken_is_named_by_the_responsibility_behind_it():
    found = table(with_map(reviewed()))
    assert said(found, "function", "plan")[1] == "declined"
    assert ("function", "plan") not in {r.key for r in found.noes(1)}
    assert ("wants", "Roadmap") in {r.key for r in found.noes(1)}


def test_functions_follow_the_responsibility_that_they_belong_to():
    found = table(with_map(reviewed()))
    assert said(found, "function", "plan") == ["takes", "declined", ""]
    assert said(found, "function", "backup") == ["takes", "takes", "condition"]
    assert said(found, "function", "network") == ["", "", ""]


def test_who_wants_a_function_and_can_not_do_it_does_not_take_it():
    client = answered(with_map(reviewed()), "Northbeam", ("can", "Backups", "no"))
    assert said(table(client), "function", "backup")[0] == "cannot"


def test_a_function_out_of_the_contract_is_nobodys_to_take():
    client = edited(with_map(reviewed()), mark(FunctionId("plan"), SEAT, "excluded"))
    assert "plan" not in {r.about for r in table(client).rows}


def test_what_is_unknown_of_a_candidate_is_asked_next():
    found = table(reviewed())
    by_why = {}
    for one in unknowns(found.columns[2]):
        by_why.setdefault(one.why, []).append(one)
    assert "g1" in [one.about for one in by_why["not-asked"]]
    desk = next(one for one in by_why["not-asked"] if one.about == "Help desk")
    assert desk.missing == ("gets", "wants", "can")
    backups = next(one for one in by_why["not-asked"] if one.about == "Backups")
    assert backups.missing == ("gets", "can")
    assert [one.note for one in by_why["condition"]] == ["Only with two visits a year"]
    assert [one.about for one in by_why["rate"]] == ["Own it", "Plain speaking"]
    assert len(by_why["fee"]) == len(by_why["references"]) == 1


def test_an_answer_that_was_only_claimed_is_asked_to_be_shown():
    (claim,) = [one for one in unknowns(table(reviewed()).columns[0]) if one.why == "claimed"]
    assert (claim.about, bool(claim.ask_to_see)) == ("g1", True)
    seen = put_answer(ReviewId("review of Northbeam"), "question", about="g1", evidence="seen")
    after = unknowns(table(edited(reviewed(), seen)).columns[0])
    assert "claimed" not in {one.why for one in after}


def test_unsure_stays_a_question():
    assert [o.about for o in unknowns(table(reviewed()).columns[0]) if o.why == "unsure"] == ["g6"]


def test_fee_and_references_are_asked_for_until_they_are_there():
    known = change_candidate(CandidateId("Cedar"), fee="900", references="Pine Dental")
    whys = {one.why for one in unknowns(table(edited(reviewed(), known)).columns[2])}
    assert not whys & {"fee", "references"}


def test_what_nobody_has_said_is_asked_of_all():
    found = table(reviewed())
    of_all = asked_of_all(found)
    assert {"fee", "references"} <= {one.why for one in of_all}
    assert "c1" in {one.about for one in of_all}
    assert "g1" not in {one.about for one in of_all}
    assert asked_of_all(table(compared("Cedar"))) == ()


def test_a_person_and_a_firm_are_compared_each_with_the_questions_of_its_kind():
    client = edited(compared("Cedar"), add_occupant(Occupant(OccupantId("Joel"), "Joel")))
    found = table(edited(client, add_candidate(candidates("Joel")[0])))
    firm_only = row(found, "question", "g7").cells
    assert [cell.is_asked for cell in firm_only] == [True, False]


def test_who_is_not_rated_on_values_is_not_asked_for_them():
    why = revise_occupant(OccupantId("Cedar"), lambda o: replace(o, unrated_because="One job"))
    cells = row(table(edited(reviewed(), why)), "value", "Own it").cells
    assert [cell.is_asked for cell in cells] == [True, True, False]


def finished(client, firm):
    edit = finish_review(
        ReviewId(f"review of {firm}"),
        finished_at=f"{ON}T09:00:00Z",
        questions=banks()["it_provider"].questions,
    )
    return edited(client, edit)


def test_a_finished_review_shows_the_headline_that_it_was_finished_with():
    column = table(finished(reviewed(), "Bright IT")).columns[1]
    assert column.review.state == "finished"
    assert column.headline == "wrong_seat_below"
    assert said(table(finished(reviewed(), "Bright IT")), "wants", "Roadmap")[1] == "declined"


def test_a_decided_comparison_shows_no_later_review():
    client = finished(reviewed(), "Northbeam")
    client = edited(client, choose(CandidateId("Northbeam"), seating=seating(), on=ON))
    later = ReviewId("later")
    client = edited(
        client,
        start_review(
            later, seat=SEAT, occupant=OccupantId("Northbeam"), on=LATER, bank="it_provider"
        ),
        put_answer(later, "question", about="g1", value="no"),
    )
    found = table(client, on=LATER)
    assert found.columns[0].review.id == "review of Northbeam"
    assert said(found, "question", "g1")[0] == "yes"


def test_it_is_known_whether_the_chosen_one_still_sits_there():
    client = edited(reviewed(), choose(CandidateId("Cedar"), seating=seating(), on=ON))
    kept = client.get(Comparison, COMPARISON)
    assert is_still_seated(client, kept)
    moved = edited(client, seat_occupant(seating("b"), SEAT, OccupantId("Northbeam"), on=LATER))
    assert not is_still_seated(moved, kept)


def test_only_an_undecided_comparison_is_open():
    assert open_comparison(reviewed(), SEAT).id == COMPARISON
    decided = edited(reviewed(), choose(CandidateId("Cedar"), seating=seating(), on=ON))
    assert open_comparison(decided, SEAT) is None

from __future__ import annotations

from dataclasses import replace

import pytest

from candidates_world import COMPARISON, SEAT, compared, reviewed, row, seating, table
from mspseat_desktop.domain.edits.people import seat_occupant
from mspseat_desktop.domain.next_call import Unknown
from mspseat_desktop.domain.review_records import Comparison
from mspseat_desktop.domain.vocabulary import OccupantId
from mspseat_desktop.reports.manner import plain_date
from mspseat_desktop.wording.candidates import (
    cell_text,
    choosing_text,
    decided_text,
    next_call,
    next_call_text,
    noes_text,
    state_text,
    unknown_text,
)
from world import edited


@pytest.mark.parametrize(
    ("unknown", "said"),
    [
        (Unknown("fee"), "What does it cost?"),
        (Unknown("references"), "Whom may we call about them?"),
        (Unknown("unsure", "g1", "Knows our goals?"), "Knows our goals?"),
        (
            Unknown("not-asked", "g1", "Knows our goals?", ask_to_see="their words"),
            "Knows our goals? Ask to see: their words.",
        ),
        (
            Unknown("not-asked", "d", "Backups", ("gets", "can")),
            "“Backups”: Gets it, Capacity to do it?",
        ),
        (
            Unknown("condition", "d", "Backups", note="Two visits"),
            "“Backups”: settle the condition: Two visits",
        ),
        (Unknown("condition", "d", "100 % backups"), "“100 % backups”: what is the condition?"),
        (Unknown("not-asked", "d", " ", ("wants",)), "“unnamed”: Wants it?"),
    ],
)
def test_what_is_unknown_is_a_question(unknown, said):
    assert unknown_text(unknown) == said


def test_all_noes_are_named_and_none_says_so():
    found = table(reviewed())
    assert noes_text(found.noes(0)) == "Nothing so far"
    said = noes_text(found.noes(1))
    assert said == "Our call: Wants it. Core value: Plain speaking. Wants it: Roadmap."


def test_claims_and_core_values_are_one_line_each():
    (_of_all, own) = next_call(table(reviewed()))
    lines = dict(own)
    assert "Only claimed so far. Ask to see: their words." in lines["Northbeam"]
    assert "One recent act for each core value: Own it; Plain speaking." in lines["Cedar"]


def test_choosing_for_an_open_seat_says_from_when():
    said = choosing_text(reviewed(), table(reviewed()), 2, with_ratings=True)
    assert said.startswith("Cedar sits in “Managed IT” from today.")
    assert "not finished" in said
    assert "Against it" not in said


def test_choosing_somebody_nobody_asked_says_so():
    said = choosing_text(compared(), table(compared()), 0, with_ratings=True)
    assert "Nobody has asked Northbeam anything yet." in said


def test_choosing_the_holder_says_that_it_stays():
    client = edited(
        compared(), seat_occupant(seating("old"), SEAT, OccupantId("Cedar"), on="2025-01-06")
    )
    said = choosing_text(client, table(client), 2, with_ratings=True)
    assert said.startswith("Cedar stays in “Managed IT”.")


def test_an_undecided_comparison_says_nothing_about_a_decision():
    client = compared()
    assert decided_text(client, client.get(Comparison, COMPARISON), plain_date) == ""


def test_the_questions_to_copy_name_each_candidate():
    said = next_call_text(table(reviewed()))
    assert said.startswith("Ask all of them\n- ")
    assert "\n\nAsk Cedar as well\n- " in said


def test_a_candidate_says_which_review_it_stands_by():
    found = table(reviewed())
    assert state_text(found.columns[0], plain_date) == "Draft of 23 November 2026"
    assert state_text(table(compared()).columns[0], plain_date) == "Not asked yet"


def test_a_question_of_another_bank_is_not_asked_here():
    found = row(table(reviewed()), "question", "g1")
    assert cell_text(found, replace(found.cells[2], is_asked=False)) == "Not asked here"

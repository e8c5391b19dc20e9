"""A first look that becomes a full review carries over what it knows and nothing more."""

from __future__ import annotations

import pytest

from mspseat_desktop.content.banks import bank_for, bank_of, carries, checklist
from mspseat_desktop.domain.edits.first_look import make_full
from mspseat_desktop.domain.edits.review import put_answer, start_review
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.questions import CHECKLIST
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.reports.first_look import first_headline, first_look
from mspseat_desktop.reports.sheet import sheet_of_review
from world import ON, chart_of, edited, responsible, seated


def first(*answers, bank=CHECKLIST, ready=False):
    found = seated(chart_of({"Owner": ["IT"]}), "IT", "Northbeam", provider=True)
    if ready:
        found = responsible(seated(found, "Owner", "Joel"), "IT", "Help desk", "Roadmap")
        from mspseat_desktop.domain.change import Touch

        found = found.with_touch(Touch(None, Metric("m", "IT", 0, "Answered in time")))
    start = start_review("r", seat="IT", occupant="Northbeam", on=ON, bank=bank)
    given = [
        put_answer("r", "question", about=about, value=value, note=note)
        for about, value, *rest in answers
        for note in [rest[0] if rest else ""]
    ]
    return edited(found, start, *given)


def full(client):
    return edited(client, make_full("r", bank="it_provider", carries=carries()))


def said(client):
    return {(a.kind, a.about): a.value for a in client.answers("r")}


def headline(client):
    review = client.get(Review, "r")
    return first_headline(sheet_of_review(client, "r", bank_of(client, review)), checklist())


ALL = [(f"k{n}", "yes") for n in range(1, 11)]


def test_every_question_that_a_first_look_names_is_in_the_it_bank():
    bank = {q.id for q in bank_for(first(), None, "it_provider").questions}
    for carry in carries():
        assert {q for box in carry.questions for q in box} <= bank
        assert set(carry.homework) <= bank
        assert not carry.boxes or len(carry.questions) == carry.boxes


def test_yes_answers_become_yes_to_every_question_behind_them():
    client = full(first(*ALL, ready=True))
    answers = said(client)
    for question in ("g1", "g2", "g5", "g7", "g8", "g8b", "c1", "c2", "c3", "c6", "c8", "c8b"):
        assert answers["question", question] == "yes"
    assert answers["homework", "h1"] == "yes"
    assert answers["wants", "Help desk"] == answers["wants", "Roadmap"] == "wants"
    assert client.get(Review, "r").bank == "it_provider"
    assert not any(about.startswith("k") for _kind, about in answers)


def test_a_no_with_a_tick_says_which_box_is_no_and_one_without_is_unsure():
    answers = said(full(first(("k5", "no"), ("k5.0", "yes"), ("k6", "no"))))
    assert [answers["question", q] for q in ("g1", "g2", "g5")] == ["yes", "no", "no"]
    assert [answers["question", q] for q in ("g7", "g8", "g8b")] == ["unsure"] * 3


def test_ticks_alone_are_carried_over_and_the_rest_stays_open():
    answers = said(full(first(("k9.1", "yes"))))
    assert answers == {("question", "c2"): "yes"}


def test_what_nobody_knows_one_by_one_is_left_open():
    answers = said(full(first(("k1", "no"), ("k2", "no"), ("k4", "yes"), ("k7", "no"), ready=True)))
    assert answers == {}


def test_a_note_goes_to_the_first_answer_that_it_became_and_is_never_lost():
    client = full(first(("k5", "yes", "Named all three"), ("k7", "no", "Not the roadmap")))
    notes = {(a.kind, a.about): a.note for a in client.answers("r") if a.note}
    assert notes == {("question", "g1"): "Named all three", ("words", "k7"): "Not the roadmap"}


def test_a_full_review_is_not_made_full_again():
    with pytest.raises(Refused) as caught:
        full(first(bank="it_provider"))
    assert caught.value.code == "no-first-look"


def test_the_first_look_shows_its_own_answers():
    client = first(("k4", "n/a"), ("k5", "no"), ("k5.2", "yes"), ("k6", "unsure"))
    look = first_look(sheet_of_review(client, "r", bank_of(client, client.get(Review, "r"))))
    assert (look.answers["k4"], look.answers["k5"], look.answers["k6"]) == ("skip", "no", "")
    assert look.ticked["k5"] == (2,)


def test_homework_comes_before_the_provider_as_in_a_review():
    assert headline(first(*ALL)) == "seat_not_ready"
    owed = [*ALL[1:], ("k1", "no")]
    assert headline(first(*owed, ready=True)) == "seat_not_ready"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, "right_right"),
        ({"k4": "n/a"}, "right_seat"),
        ({"k4": "no"}, "right_seat_below"),
        ({"k8": "no"}, "right_wrong_seat"),
        ({"k8": "n/a"}, "right_right"),
        ({"k8": "no", "k4": "no"}, "wrong_seat_below"),
        ({"k9": "unsure"}, "incomplete"),
        ({"k10": ""}, "incomplete"),
    ],
)
def test_a_first_look_reads_by_the_table_of_reviews(changed, expected):
    given = {**dict(ALL), **changed}
    client = first(*((k, v) for k, v in given.items() if v), ready=True)
    assert headline(client) == expected

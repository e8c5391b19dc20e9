from __future__ import annotations

import re

import pytest

from mspseat_desktop.content.banks import BANK_IDS, banks, checklist, homework, suggest_bank
from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.domain.questions import asked
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ResponsibilityId,
    SeatId,
)
from reviewing import FIVE, ON, person_scene, provider_scene, responsibility
from world import chart_of, edited, seated

CONDITIONS = {"repair", "managed", "strategic", "security", "shared", "90 days"}
SENTENCE = re.compile(r"^(S([2-9]|1[0-2])|G([1-9]|10)|W[1-6]|C[1-4]|P[1-4]|K1)$")


def ids(questions, *, deciding=False):
    return [q.id for q in questions if q.letter != "homework" and (q.deciding or not deciding)]


@pytest.mark.parametrize("bank", BANK_IDS)
def test_every_question_says_where_it_comes_from_and_when_it_is_asked(bank):
    questions = banks()[bank].questions + banks()[bank].each
    assert len({q.id for q in questions}) == len(questions)
    for q in questions:
        assert q.source
        assert all(SENTENCE.match(key) for key in q.source), q.id
        assert set(q.when) <= CONDITIONS, q.id
        assert q.words
        assert q.kind == "yesno" or not q.deciding or q.kind == "each"
    assert {q.letter for q in banks()[bank].each} == {"gets", "wants", "capacity"}


def test_providers_are_asked_in_their_own_words():
    for bank in ("it_provider", "other_provider"):
        assert all(q.provider_words for q in banks()[bank].questions if q.letter != "homework")


def test_the_it_bank_opens_with_its_deciding_questions():
    scene = provider_scene(responsibilities=(*FIVE, responsibility("Apps", part="shared")))
    short = ids(asked(banks()["it_provider"].questions, scene, ON), deciding=True)
    assert short == [
        *("g1", "g6", "g7", "g8", "g9", "g10"),
        *("w4", "w5", "w7"),
        *("c1", "c2", "c3", "c4", "c5", "c8"),
    ]


def test_a_break_fix_seat_is_asked_for_repairs_only():
    scene = provider_scene(responsibilities=(responsibility("Repairs", "repair"),))
    assert ids(asked(banks()["it_provider"].questions, scene, ON)) == [
        *("g1", "g6", "g9", "g12"),
        *("w2", "w3", "w7", "w7b", "w8", "w10"),
        *("c1", "c2", "c4", "c10", "c13"),
    ]


def test_a_candidate_is_not_asked_what_only_time_can_show():
    scene = person_scene(is_candidate=True)
    assert "pc4" not in ids(asked(banks()["person"].questions, scene, ON))


def test_other_providers_are_asked_about_their_field():
    found = ids(banks()["other_provider"].questions)
    assert {"g20", "g21", "w20", "c20", "c21", "c22"} <= set(found)
    assert set(found).isdisjoint({"g7", "g8", "g8b", "g12", "w3", "w4", "w5", "w6"})
    assert set(found).isdisjoint({"c5", "c5b", "c6", "c7", "c7b", "c8", "c8b", "c9", "c11"})


def test_homework_is_asked_for_providers_and_decides_nothing():
    assert [q.id for q in homework()] == ["h1", "h2", "h3", "h4", "h5"]
    for bank, count in (("it_provider", 5), ("other_provider", 5), ("person", 0)):
        found = [q for q in banks()[bank].questions if q.letter == "homework"]
        assert len(found) == count
        assert not any(q.deciding for q in found)


def test_the_checklist_has_ten_items_three_of_them_homework():
    items = checklist()
    assert [i.part for i in items] == [
        *("homework",) * 3,
        *("values", "gets", "gets", "wants", "wants", "capacity", "capacity"),
    ]
    assert items[8].all_of == ("the people", "the hours", "the skills")


def test_the_bank_is_suggested_by_who_sits_there_and_what_the_seat_does():
    client = seated(chart_of({"CEO": ["IT", "Books"]}), "CEO", "Dana")
    client = seated(seated(client, "IT", "Northbeam", provider=True), "Books", "LLP", provider=True)
    client = edited(
        client,
        add_responsibility(ResponsibilityId("r"), SeatId("IT"), "Help desk", level="repair"),
        add_responsibility(ResponsibilityId("s"), SeatId("Books"), "Payroll"),
    )

    def suggested(seat, occupant):
        return suggest_bank(client, SeatId(seat), OccupantId(occupant))

    assert suggested("CEO", "Dana") == "person"
    assert suggested("IT", "Northbeam") == "it_provider"
    assert suggested("Books", "LLP") == "other_provider"

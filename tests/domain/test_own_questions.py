"""Questions of one's own: added, hidden and moved, for every seat or one, and kept when asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain.change import Touch
from mspseat_desktop.domain.edits.questions import (
    add_question,
    change_question,
    hide_question,
    move_question,
    remove_question,
    usual_questions,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.own_questions import effective, own_records
from mspseat_desktop.domain.questions import Bank, Question
from mspseat_desktop.domain.review_records import BankQuestion, Review
from world import ON, chart_of, edited, seated

BANK = Bank(
    "it_provider",
    "IT",
    tuple(
        Question(q, "it_provider", letter, f"Is {q} so?", deciding=deciding)
        for q, letter, deciding in (
            ("g1", "gets", True),
            ("g2", "gets", True),
            ("g3", "gets", False),
            ("w1", "wants", True),
        )
    ),
)


def client():
    return seated(chart_of({"IT": []}), "IT", "Northbeam", provider=True)


def asked(found, seat=None):
    bank = effective(BANK, own_records(found, BANK.id, seat))
    return [q.id for q in bank.questions]


def own(found, question, seat=None):
    bank = effective(BANK, own_records(found, BANK.id, seat))
    return next(q for q in bank.questions if q.id == question)


def added(found, name="own", *, letter="gets", words="Do they answer?", deciding=True, seat=None):
    return edited(
        found, add_question(name, BANK, letter=letter, words=words, deciding=deciding, seat=seat)
    )


def finished(found, *questions):
    review = Review("r", "IT", "Northbeam", ON, BANK.id, "finished", asked=questions)
    return found.with_touch(Touch(None, review))


def test_without_anything_of_ones_own_the_bank_is_as_it_is_shipped():
    assert effective(BANK, own_records(client(), BANK.id, None)) is BANK


def test_a_question_of_ones_own_stands_at_the_end_of_its_letter_and_counts_if_it_decides():
    found = added(client())
    assert [q for q in asked(found) if q in {"g1", "g2", "own"}] == ["g1", "g2", "own"]
    assert own(found, "own").deciding
    assert own(found, "own").letter == "gets"
    assert own(found, "own").words == "Do they answer?"


def test_homework_of_ones_own_counts_for_nothing():
    assert not own(added(client(), letter="homework"), "own").deciding


def test_a_question_needs_words():
    with pytest.raises(Refused) as caught:
        added(client(), words="  ")
    assert caught.value.code == "question-without-words"


def test_a_hidden_question_is_not_asked_and_asking_it_again_leaves_no_trace():
    found = edited(client(), hide_question(BANK, "g2"))
    assert asked(found) == ["g1", "g3", "w1"]
    found = edited(found, hide_question(BANK, "g2", hidden=False))
    assert asked(found) == ["g1", "g2", "g3", "w1"]
    assert list(found.every(BankQuestion)) == []


def test_moving_swaps_with_the_neighbour_of_the_same_kind_and_stops_at_the_ends():
    found = edited(client(), move_question(BANK, "g1", way=1))
    assert asked(found) == ["g2", "g1", "g3", "w1"]
    assert asked(edited(found, move_question(BANK, "g1", way=1))) == ["g2", "g1", "g3", "w1"]
    assert asked(edited(found, move_question(BANK, "g1", way=-1))) == ["g1", "g2", "g3", "w1"]


def test_a_seat_may_ask_other_questions_than_the_rest():
    found = edited(client(), hide_question(BANK, "g1"))
    found = edited(found, hide_question(BANK, "g1", hidden=False, seat="IT"))
    found = added(found, "only", seat="IT")
    assert asked(found) == ["g2", "g3", "w1"]
    assert {"g1", "only"} <= set(asked(found, "IT"))


def test_a_seat_may_hide_and_move_a_question_of_ones_own():
    found = added(added(client(), "a"), "b")
    found = edited(found, move_question(BANK, "b", way=-1, seat="IT"))
    assert [q for q in asked(found, "IT") if q in "ab"] == ["b", "a"]
    assert [q for q in asked(found) if q in "ab"] == ["a", "b"]
    found = edited(found, hide_question(BANK, "a", seat="IT"))
    assert "a" not in asked(found, "IT")
    found = edited(
        found, change_question("b", words="New?", ask_to_see="", deciding=True, new_id="c")
    )
    assert own(found, "b", "IT").words == "New?"


def test_removing_takes_a_question_out_everywhere():
    found = edited(added(client()), move_question(BANK, "own", way=-1, seat="IT"))
    found = edited(found, remove_question("own"))
    assert "own" not in asked(found, "IT")
    assert not [r for r in found.every(BankQuestion) if r.question == "own"]


def test_what_a_finished_review_asked_keeps_its_words():
    found = finished(added(client()), "own")
    changed = edited(
        found,
        change_question("own", words="Do they call?", ask_to_see="", deciding=True, new_id="n"),
    )
    assert [q for q in asked(changed) if q in {"own", "n"}] == ["n"]
    assert own(changed, "n").words == "Do they call?"
    assert changed.get(BankQuestion, "own").words == "Do they answer?"
    removed = edited(found, remove_question("own"))
    assert removed.get(BankQuestion, "own").hidden
    assert "own" not in asked(removed)


def test_the_shipped_questions_come_back_as_they_are_and_ones_own_stay():
    found = added(edited(client(), hide_question(BANK, "g1"), move_question(BANK, "g2", way=1)))
    found = edited(found, usual_questions(BANK))
    assert [q for q in asked(found) if q != "own"] == ["g1", "g2", "g3", "w1"]
    assert "own" in asked(found)


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["hide", "show", "move", "add", "remove"]),
        st.sampled_from(["g1", "g2", "g3", "w1", "own0", "own1"]),
        st.sampled_from([-1, 1]),
        st.sampled_from([None, "IT"]),
    ),
    max_size=12,
)


@given(_STEPS)
def test_no_steps_lose_or_double_a_question(steps):
    found, count = client(), 0
    for what, question, way, seat in steps:
        known = {q.id for q in BANK.questions} | {
            r.question for r in found.every(BankQuestion) if r.words and r.seat in (None, seat)
        }
        if what == "add" and count < 2:
            found, count = added(found, f"own{count}", seat=seat), count + 1
        elif question not in known:
            continue
        elif what == "remove" and found.has(BankQuestion, question):
            found = edited(found, remove_question(question))
        elif what == "move":
            found = edited(found, move_question(BANK, question, way=way, seat=seat))
        elif what in {"hide", "show"}:
            found = edited(found, hide_question(BANK, question, hidden=what == "hide", seat=seat))
        for view in (None, "IT"):
            now = asked(found, view)
            assert len(now) == len(set(now))
            hidden = {r.question for r in own_records(found, BANK.id, view).values() if r.hidden}
            assert {q.id for q in BANK.questions} - hidden <= set(now)

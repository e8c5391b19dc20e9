"""Several people answer one review: side by side, disagreements first, and blind until revealed."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain.edits.blind import reveal, set_blind
from mspseat_desktop.domain.edits.review import finish_review, put_answer, start_review
from mspseat_desktop.domain.edits.voices import add_voice, change_voice, remove_voice
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.pointing import by_subject
from mspseat_desktop.domain.review_records import (
    Answer,
    Review,
    Voice,
)
from mspseat_desktop.domain.voices import are_hidden, missing, side_by_side
from world import ON, chart_of, edited, responsible, seated

NOW = "2026-11-23T09:00:00+00:00"


def said(kind, about, value):
    return Answer(f"x:{kind}:{about}", "r", kind, about, value)


def client(*edits):
    found = seated(chart_of({"Owner": ["IT"]}), "IT", "Northbeam", provider=True)
    found = responsible(found, "IT", "Help desk", "Backups")
    start = start_review("r", seat="IT", occupant="Northbeam", on=ON, bank="it_provider")
    return edited(found, start, *edits)


def lines(found):
    return side_by_side(by_subject(found.answers("r")), found.voices("r"))


def refused(found, edit):
    with pytest.raises(Refused) as caught:
        edited(found, edit)
    return caught.value.code


def test_disagreements_come_first_calls_before_values_and_questions():
    found = client(
        put_answer("r", "question", about="g1", value="yes"),
        put_answer("r", "wants", about="Help desk", value="wants"),
        put_answer("r", "call", about="gets", value="yes"),
        add_voice(
            Voice(
                "a",
                "r",
                name="Anna",
                answers=(
                    said("question", "g1", "yes"),
                    said("wants", "Help desk", "declined"),
                    said("call", "gets", "no"),
                ),
            )
        ),
    )
    assert [(x.kind, x.about, x.values, x.differs) for x in lines(found)] == [
        ("call", "gets", ("yes", "no"), True),
        ("wants", "Help desk", ("wants", "declined"), True),
        ("question", "g1", ("yes", "yes"), False),
    ]


def test_two_voices_are_held_against_each_other_where_we_said_nothing():
    found = client(
        add_voice(Voice("a", "r", name="Anna", answers=(said("call", "gets", "yes"),))),
        add_voice(Voice("b", "r", name="Bo", answers=(said("call", "gets", "no"),))),
    )
    (line,) = lines(found)
    assert line.values == ("", "yes", "no")
    assert line.differs


def test_what_only_one_answered_is_not_told_and_an_accepted_condition_is_the_same():
    found = client(
        put_answer("r", "wants", about="Help desk", value="accepted"),
        put_answer("r", "call", about="wants", value="yes"),
        add_voice(Voice("a", "r", name="Anna", answers=(said("wants", "Help desk", "condition"),))),
    )
    (line,) = lines(found)
    assert not line.differs


def test_a_voice_never_changes_ours():
    found = client(put_answer("r", "call", about="gets", value="yes"))
    ours = found.answers("r")
    voice = Voice("a", "r", name="Anna", answers=(said("call", "gets", "no"),))
    assert edited(found, add_voice(voice)).answers("r") == ours


def test_blind_answers_are_revealed_only_when_all_are_in():
    found = client(
        set_blind("r", blind=True),
        add_voice(Voice("a", "r", name="Anna")),
        add_voice(Voice("b", "r", name="Bo")),
    )
    assert are_hidden(found.get(Review, "r"))
    assert [v.name for v in missing(found.voices("r"))] == ["Anna", "Bo"]
    assert refused(found, reveal("r", at=NOW)) == "voice-missing"
    found = edited(found, change_voice("a", given_on=ON), remove_voice("b"))
    found = edited(found, reveal("r", at=NOW))
    assert not are_hidden(found.get(Review, "r"))
    assert found.get(Review, "r").revealed_at == NOW


def test_hidden_answers_come_out_by_revealing_alone():
    voice = Voice("a", "r", name="Anna", answers=(said("call", "gets", "no"),), given_on=ON)
    found = client(set_blind("r", blind=True), add_voice(voice))
    assert refused(found, set_blind("r", blind=False)) == "voices-hidden"
    assert refused(client(), reveal("gone", at=NOW)) == "gone"


def test_a_review_with_hidden_voices_is_not_finished_before_they_are_revealed():
    voice = Voice("a", "r", name="Anna", given_on=ON)
    found = client(
        set_blind("r", blind=True),
        add_voice(voice),
        put_answer("r", "call", about="gets", value="yes", note="we talked"),
    )
    finish = finish_review("r", finished_at=NOW, questions=())
    assert refused(found, finish) == "voices-hidden"
    found = edited(found, reveal("r", at=NOW), finish)
    assert found.get(Review, "r").state == "finished"
    assert refused(found, set_blind("r", blind=True)) == "review-finished"

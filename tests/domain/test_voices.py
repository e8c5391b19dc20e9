"""Other people's own answers, and the forms that a provider is given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from form_world import DUTIES, SEAT, WHO, bank, given, provider_client
from mspseat_desktop.content.banks import bank_for
from mspseat_desktop.domain.asking import (
    OWN_WORDS,
    THEIR_VALUES,
    digest,
    form_items,
    form_to_give,
    items_of,
)
from mspseat_desktop.domain.change import Touch
from mspseat_desktop.domain.edits.people import set_own_values
from mspseat_desktop.domain.edits.review import discard_draft, finish_review, put_answer
from mspseat_desktop.domain.edits.review import start_review as begin
from mspseat_desktop.domain.edits.seat import change_responsibility, remove_responsibility
from mspseat_desktop.domain.edits.voices import (
    add_voice,
    change_voice,
    give_out_form,
    remove_voice,
    return_form,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.review_records import (
    Answer,
    BankQuestion,
    Form,
    Voice,
)
from mspseat_desktop.domain.vocabulary import (
    AnswerId,
    BankQuestionId,
    CoreValueId,
    FormId,
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
    VoiceId,
)
from world import ON, edited

REVIEW = ReviewId("review")


def drafted():
    return edited(
        provider_client(), begin(REVIEW, seat=SEAT, occupant=WHO, on=ON, bank="it_provider")
    )


def said(value="yes", kind="question", about="g1"):
    return Answer(AnswerId(f"{kind}:{about}"), REVIEW, kind, about, value)


def voice(name="Zoë", *answers, number=1):
    return Voice(VoiceId(f"voice-{number}"), REVIEW, 0, "provider", name, ON, answers=answers)


def test_voices_stand_in_the_order_in_which_they_came_and_change_none_of_ours():
    client = edited(drafted(), put_answer(REVIEW, "question", about="g1", value="no"))
    ours = client.answers(REVIEW)
    client = edited(client, add_voice(voice("Zoë", said())), add_voice(voice("Ann", number=2)))
    assert [one.name for one in client.voices(REVIEW)] == ["Zoë", "Ann"]
    assert client.answers(REVIEW) == ours


def test_a_voice_is_changed_in_parts_and_taken_out():
    client = edited(drafted(), add_voice(voice("Zoë", said())))
    client = edited(client, change_voice(VoiceId("voice-1"), name="Zoë Müller"))
    assert client.voices(REVIEW)[0].answers == (said(),)
    client = edited(client, change_voice(VoiceId("voice-1"), answers=(said("no"),), given_on="x"))
    (one,) = client.voices(REVIEW)
    assert (one.name, one.given_on, one.answers[0].value) == ("Zoë Müller", "x", "no")
    assert edited(client, remove_voice(one.id)).voices(REVIEW) == ()


def test_an_answer_that_nobody_can_give_is_refused():
    with pytest.raises(Refused, match="unknown-answer"):
        edited(drafted(), add_voice(voice("Zoë", said("perhaps"))))


def test_nothing_is_added_to_a_finished_review():
    client = edited(
        drafted(),
        put_answer(REVIEW, "question", about="g1", value="yes"),
        add_voice(voice("Zoë", said())),
        finish_review(REVIEW, finished_at=f"{ON}T09:00:00+00:00", questions=bank().questions),
    )
    for edit in (
        add_voice(voice("Ann", number=2)),
        change_voice(VoiceId("voice-1"), name="Ann"),
        remove_voice(VoiceId("voice-1")),
    ):
        with pytest.raises(Refused, match="review-finished"):
            edited(client, edit)


def test_a_draft_takes_its_voices_along_when_it_is_thrown_away():
    client = edited(drafted(), add_voice(voice("Zoë", said())), discard_draft(REVIEW))
    assert list(client.every(Voice)) == []


def test_only_a_provider_in_an_open_seat_is_given_a_form():
    client = provider_client()
    form = Form(FormId("f"), SeatId("Finance"), OccupantId("Ellen"), ON, "it_provider")
    with pytest.raises(Refused, match="no-provider"):
        edited(client, give_out_form(form))


def test_each_new_form_of_a_provider_has_the_next_version():
    client, first = given(provider_client())
    client = edited(client, change_responsibility(ResponsibilityId(DUTIES[0]), text="Other"))
    client, second = given(client, new="form-2")
    assert (first.version, second.version) == (1, 2)
    assert [form.version for form in client.forms(SEAT)] == [1, 2]


def test_a_form_that_came_back_is_not_given_out_again():
    client, form = given(provider_client())
    client = edited(client, return_form(form.id, on=ON))
    again = form_to_give(client, SEAT, occupant=WHO, on=ON, bank=bank(), new=FormId("form-2"))
    assert (again.id, again.version, again.returned_on) == ("form-2", 2, "")


def test_a_form_asks_each_responsibility_and_deciding_question_and_the_words_for_the_talk():
    items = form_items(provider_client(), SEAT, occupant=WHO, on=ON, bank=bank())
    ways = {(i.kind, i.about): i.way for i in items}
    assert [i.words for i in items if i.kind == "wants"] == list(DUTIES)
    assert ways["question", "g1"] == "yesno"
    assert ways["question", "g12"] == "words"
    assert ways["words", "w2"] == "words"
    assert ways["value", "v0"] == "words"
    assert ways["homework", "h5"] == "yesno"
    assert ways["words", THEIR_VALUES] == "words"
    assert items[-1].about == OWN_WORDS
    assert all(i.words for i in items if i.kind in {"question", "homework", "wants"})


def test_a_provider_with_values_of_its_own_rates_the_client_on_these():
    make = set_own_values(WHO, ["No surprises"], new_id=lambda: CoreValueId("own"))
    client = edited(provider_client(), make)
    items = form_items(client, SEAT, occupant=WHO, on=ON, bank=bank())
    assert [(i.about, i.way) for i in items if i.kind == "client_value"] == [("own", "rating")]
    assert THEIR_VALUES not in {i.about for i in items}


def test_a_form_reads_the_same_from_its_record_as_it_was_made():
    client, form = given(provider_client())
    assert items_of(client, form, bank()) == form_items(
        client, SEAT, occupant=WHO, on=ON, bank=bank()
    )


def test_the_digest_tells_what_the_client_wrote_and_not_where_it_stands():
    client, form = given(provider_client())
    renamed = edited(client, change_responsibility(ResponsibilityId(DUTIES[1]), text="Other"))
    gone = edited(client, remove_responsibility(ResponsibilityId(DUTIES[1])))
    assert digest(client, SEAT, form.asked) == form.digest
    assert len({digest(c, SEAT, form.asked) for c in (client, renamed, gone)}) == 3
    moved = edited(client, give_out_form(replace(form, id=FormId("f2"))))
    assert digest(moved, SEAT, form.asked) == form.digest


def own_question(provider_words):
    own = BankQuestion(
        BankQuestionId("q1"),
        "it_provider",
        "own-1",
        letter="capacity",
        words="Is somebody near our second site?",
        provider_words=provider_words,
        deciding=True,
    )
    return provider_client().with_touch(Touch(None, own))


def test_a_question_of_the_clients_own_is_asked_in_its_words_for_the_provider():
    client = own_question("Is somebody of yours near their second site?")
    asked = bank_for(client, SEAT, "it_provider")
    form = form_to_give(client, SEAT, occupant=WHO, on=ON, bank=asked, new=FormId("f"))
    (item,) = [i for i in items_of(client, form, asked) if i.about == "own-1"]
    assert (item.kind, item.way, item.part) == ("question", "yesno", "capacity")
    assert item.words == "Is somebody of yours near their second site?"
    assert digest(own_question("Other words"), SEAT, form.asked) != form.digest


def test_a_question_of_the_clients_own_without_words_for_the_provider_is_not_asked_of_it():
    client = own_question("")
    items = form_items(
        client, SEAT, occupant=WHO, on=ON, bank=bank_for(client, SEAT, "it_provider")
    )
    assert "own-1" not in {item.about for item in items}

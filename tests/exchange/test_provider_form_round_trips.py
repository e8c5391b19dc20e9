"""What a provider fills in comes back whole, whichever program it used."""

from __future__ import annotations

import pikepdf
import pytest

from form_world import (
    DUTIES,
    WORDS,
    answers_to,
    by_pdfium,
    by_pikepdf,
    by_pypdf,
    changed_pdf,
    fields_in,
    given,
    landed,
    pdf_of,
    provider_client,
)
from mspseat_desktop.domain.edits.review import put_answer, start_review
from mspseat_desktop.domain.review_records import Form, Voice
from mspseat_desktop.domain.vocabulary import ReviewId
from world import ON, edited

EXPECTED = {
    ("wants", DUTIES[0]): ("wants", ""),
    ("wants", DUTIES[1]): ("condition", WORDS["plain"]),
    ("wants", DUTIES[2]): ("declined", WORDS["accents"]),
    ("question", "g1"): ("yes", WORDS["chinese"]),
    ("question", "w7"): ("unsure", ""),
    ("question", "g12"): ("", WORDS["arabic"]),
    ("value", "v0"): ("", "They called us before we noticed"),
    ("homework", "h5"): ("no", ""),
    ("words", "own"): ("", WORDS["lines"]),
}


@pytest.mark.parametrize("fill", [by_pypdf, by_pikepdf, by_pdfium])
def test_every_answer_comes_back_as_it_was_given(fill):
    client, form = given(provider_client())
    after, voice = landed(client, fill(pdf_of(client, form), answers_to(form)))
    assert {(a.kind, a.about): (a.value, a.note) for a in voice.answers} == EXPECTED
    assert (voice.kind, voice.name, voice.given_on) == ("provider", "Zoë Müller", ON)
    assert voice.form == form.id
    assert after.get(Form, form.id).returned_on == ON


def test_the_answers_land_on_the_draft_that_is_there_and_change_none_of_ours():
    client, form = given(provider_client())
    ours = ReviewId("ours")
    client = edited(
        client,
        start_review(ours, seat=form.seat, occupant=form.occupant, on=ON, bank="it_provider"),
        put_answer(ours, "question", about="g1", value="no", note="Not one"),
    )
    before = client.answers(ours)
    after, voice = landed(client, by_pypdf(pdf_of(client, form), answers_to(form)))
    assert voice.review == ours
    assert after.answers(ours) == before
    assert len(after.reviews(form.seat)) == 1


def test_a_choice_that_was_taken_back_is_no_answer():
    client, form = given(provider_client())
    filled = by_pypdf(pdf_of(client, form), answers_to(form))

    def take_back(document):
        fields_in(document)["answer_1"].V = pikepdf.Name.Off

    _after, voice = landed(client, changed_pdf(filled, take_back))
    assert ("wants", DUTIES[0]) not in {(a.kind, a.about) for a in voice.answers}
    assert len(voice.answers) == len(EXPECTED) - 1


def test_other_answers_on_the_same_form_take_the_place_of_the_first():
    client, form = given(provider_client())
    first, voice = landed(client, by_pypdf(pdf_of(client, form), answers_to(form)))
    other = answers_to(form) | {"words_1": "We thought again"}
    after, later = landed(
        first, by_pypdf(pdf_of(client, form), other), today="2026-12-01", prefix="later"
    )
    assert later.id == voice.id
    assert [v.id for v in after.every(Voice)] == [voice.id]
    assert later.given_on == "2026-12-01"
    assert later.answers[0].note == "We thought again"


def test_a_form_is_not_made_anew_while_it_would_ask_the_same():
    client, form = given(provider_client())
    _again, same = given(client, new="form-2")
    assert same == form

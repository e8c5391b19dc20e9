"""The form for a provider: what it asks, its fields, its looks on both papers, and the blank."""

from __future__ import annotations

import pytest

from form_world import annotations, field_name, on_states
from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.asking import form_to_give
from mspseat_desktop.domain.vocabulary import FormId
from mspseat_desktop.reports.manner import Manner
from mspseat_desktop.reports.provider_form import (
    MARKS,
    provider_blank_pdf,
    provider_form_pdf,
)
from pdf_reading import flat, read_pages, reader, shown_text
from printed_world import DUTIES, FIRM, IT, small_client

ON = "2026-11-23"
BANK = banks()["it_provider"]
REPEATABLE = Manner(repeatable=True)
NAMES = " \u674e\u5c0f\u9f8d \u0645\u062f\u064a\u0631"


def form_of(client):
    return form_to_give(client, IT, occupant=FIRM, on=ON, bank=BANK, new=FormId("form-1"))


def filled(client):
    form = form_of(client)
    return provider_form_pdf(client, form, document="doc", bank=BANK, manner=REPEATABLE)


def blank(client):
    return provider_blank_pdf(client, IT, occupant=FIRM, on=ON, bank=BANK, manner=REPEATABLE)


def fields(printed):
    return [a for page in reader(printed).pages for a in annotations(page)]


@pytest.mark.parametrize("printing", [filled, blank])
def test_the_form_asks_everything_that_its_record_names(printing):
    client = small_client()
    text = flat(shown_text(printing(client)))
    for number, (duty, _level, _protects) in enumerate(DUTIES, 1):
        assert flat(f"{number}. {duty}") in text
    wanted = ("wants it", "will do it, on this condition", "would rather not", "not sure")
    metrics = ("First response", "at least 95 %", "Do you agree to be measured")
    others = ("Can you name their goals", "Own it", "Does this client decide in time", "Filled in")
    for words in (*wanted, *metrics, *others, "Keep us working."):
        assert flat(words) in text


def test_each_thing_asked_has_its_field_and_a_name_for_screen_readers():
    client = small_client()
    form = form_of(client)
    found = fields(filled(client))
    names = {field_name(a) for a in found}
    assert {f"words_{n}" for n in range(1, len(form.asked) + 1)} <= names
    assert {*MARKS, "filled_by", "filled_on"} <= names
    for field in found:
        if field_name(field) not in MARKS:
            parent = field.get("/Parent")
            assert str(field.get("/TU") or parent.get_object().get("/TU")).strip()


def test_there_are_buttons_and_fields_for_words_and_no_lists():
    kinds = {
        str(a.get("/FT") or a["/Parent"].get_object()["/FT"])
        for a in fields(filled(small_client()))
    }
    assert kinds == {"/Btn", "/Tx"}


def test_no_button_is_on_and_no_field_holds_words_before_it_is_filled_in():
    found = reader(filled(small_client())).get_fields()
    assert {str(f.get("/V") or "") for n, f in found.items() if n not in MARKS} <= {"", "/Off"}


def test_the_marks_are_hidden_and_can_not_be_written_in():
    form = form_of(small_client())
    found = {field_name(a): a for a in fields(filled(small_client()))}
    values = [str(found[name]["/V"]) for name in MARKS]
    assert values == ["doc", "form-1", IT, "1", form.digest]
    assert all(found[name]["/F"] & 2 and found[name]["/Ff"] & 1 for name in MARKS)


def test_a_blank_has_no_fields_at_all():
    assert fields(blank(small_client())) == []


@pytest.mark.parametrize("printing", [filled, blank])
@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_both_papers_take_it_with_the_bundled_type(printing, paper, size):
    pages = read_pages(printing(small_client(paper=paper)))
    assert {(round(p.size[0]), round(p.size[1])) for p in pages} == {size}
    assert all(page.embedded and page.is_inside for page in pages)
    assert not [pair for page in pages for pair in page.overlaps]


@pytest.mark.parametrize("printing", [filled, blank])
@pytest.mark.parametrize("words", [" ".join(f"long{n:03d}," for n in range(150)), "W" * 3_000])
def test_long_texts_run_on_and_nothing_overlaps(printing, words):
    pages = read_pages(printing(small_client(" " + words)))
    assert all(page.is_inside for page in pages)
    assert not [pair for page in pages for pair in page.overlaps]
    assert len(DUTIES) <= flat("".join(p.text for p in pages)).count(flat(words)[-8:])


def test_every_field_lies_on_the_page_and_on_no_other_field():
    for page in reader(filled(small_client(" " + "word " * 200))).pages:
        places = [
            [float(x) for x in a["/Rect"]]
            for a in annotations(page)
            if field_name(a) not in MARKS and not on_states(a)
        ]
        for left, low, right, high in places:
            assert left >= 40
            assert right <= float(page.mediabox.width) - 40
            assert 40 < low < high < float(page.mediabox.height) - 30
        for at, one in enumerate(places):
            assert not [two for two in places[at + 1 :] if _cover(one, two)]


def _cover(one, two):
    return min(one[2], two[2]) > max(one[0], two[0]) and min(one[3], two[3]) > max(one[1], two[1])


@pytest.mark.parametrize("printing", [filled, blank])
def test_signs_that_no_bundled_font_has_are_marked_and_arabic_is_shown(printing):
    printed = printing(small_client(NAMES))
    assert printed.missing == 3
    text = shown_text(printed)
    assert "\u25a1\u25a1\u25a1" in text
    assert any("\ufe70" <= sign <= "\ufeff" or "\u0600" <= sign <= "\u06ff" for sign in text)


def test_the_same_form_has_the_same_bytes():
    assert filled(small_client()).pdf == filled(small_client()).pdf

"""Finding seats by words in any script, in step with every edit."""

import unicodedata
from dataclasses import replace

import pytest

from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, rename_seat
from mspseat_desktop.domain.edits.people import change_occupant
from mspseat_desktop.domain.edits.seat import add_metric, add_responsibility
from mspseat_desktop.domain.records import Metric, Occupant
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.searching import SeatTexts, fold, words_of
from mspseat_desktop.domain.vocabulary import MetricId, ResponsibilityId, SeatId
from world import ON, chart_of, responsible, seated


def read(client):
    texts = SeatTexts(client)
    while texts.read_on():
        pass
    return texts


@pytest.fixture
def client():
    found = chart_of({"Lead": ["Finance", "Plant floor"], "Finance": ["Payroll"]})
    found = seated(found, "Finance", "Łukasz Nowák")
    found = responsible(found, "Payroll", "Pay everybody on time")
    return seated(found, "Payroll", "Clearledger", provider=True)


def after(client, edit):
    work = Revision(client)
    edit.run(work)
    return work.client, work.change()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fin", {"Finance"}),
        ("FINANCE", {"Finance"}),
        ("lukasz", {"Finance"}),
        ("nowak", {"Finance"}),
        ("clear", {"Payroll"}),
        ("everybody on", {"Payroll"}),
        ("time pay clear", {"Payroll"}),
        ("floor plant", {"Plant floor"}),
        ("payroll finance", set()),
        ("nothing", set()),
        ("   ", set()),
    ],
)
def test_every_typed_word_is_looked_for_in_all_that_a_seat_says(client, typed, found):
    assert read(client).matches(typed) == found


def test_a_metric_is_found_by_its_name(client):
    metric = Metric(MetricId("m"), SeatId("Payroll"), 1, "Errors in a run")
    client, _change = after(client, add_metric(metric))
    assert read(client).matches("errors") == {"Payroll"}


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Résumé", "resume"),
        ("resume", "RÉSUMÉ"),
        ("Straße", "strasse"),
        ("STRASSE", "straße"),
        ("Søren Ærø", "soren aero"),
        ("İstanbul", "istanbul"),
        ("ＩＴ部門", "it"),
        ("財務部", "財務"),
        ("한국지사", "한국"),
        ("Бухгалтерия", "бухгалтер"),
        ("المالية", "مالية"),
        ("Ελλάδα", "ελλαδα"),
        ("ﬁnance", "finance"),
        ("हिन्दी", "हिन्दी"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_capitals_accents_and_ways_of_writing_make_no_difference(written, typed, form):
    other = "NFD" if form == "NFC" else "NFC"
    client = chart_of({unicodedata.normalize(form, written): []})
    found = read(client).matches(unicodedata.normalize(other, typed))
    assert len(found) == 1


def test_words_of_different_fields_do_not_run_into_each_other(client):
    client, _change = after(client, rename_seat(SeatId("Finance"), "Fin"))
    assert read(client).matches("finłukasz") == set()


def test_nothing_is_taken_for_a_pattern():
    client = chart_of({"50% (net) [a-z]*": ["Other"]})
    texts = read(client)
    assert texts.matches("%") == texts.matches("[a-z]*") == {"50% (net) [a-z]*"}
    assert texts.matches(".*") == set()


def test_the_longest_word_comes_first():
    assert words_of("a Finance of") == ("finance", "of", "a")


def follows(texts, client, edit):
    client, change = after(client, edit)
    touched = texts.apply(client, change)
    fresh = read(client)
    assert texts._texts == fresh._texts
    return client, touched


def test_texts_stay_in_step_with_edits(client):
    texts = read(client)
    client, touched = follows(texts, client, rename_seat(SeatId("Finance"), "Money"))
    assert touched
    client, _touched = follows(
        texts, client, add_responsibility(ResponsibilityId("r"), SeatId("Lead"), "Steer")
    )
    who = client.get(Occupant, "Clearledger")
    client, _touched = follows(texts, client, change_occupant(replace(who, name="Brightledger")))
    assert texts.matches("bright") == {"Payroll"}
    client, _touched = follows(texts, client, add_seat(SeatId("n"), parent=None, title="New one"))
    assert texts.matches("new one") == {"n"}
    client, _touched = follows(
        texts, client, delete_seat(SeatId("Finance"), reports="delete", on=ON)
    )
    assert texts.matches("money") == texts.matches("payroll") == set()


def test_an_edit_while_texts_are_read_is_not_lost(client):
    texts = SeatTexts(client)
    texts.read_on()
    client, change = after(client, rename_seat(SeatId("Payroll"), "Wages"))
    texts.apply(client, change)
    client, change = after(client, delete_seat(SeatId("Plant floor"), reports="lift", on=ON))
    texts.apply(client, change)
    while texts.read_on():
        pass
    assert texts.is_whole
    assert texts.matches("wages") == {"Payroll"}
    assert texts.matches("plant") == set()


def test_typing_on_and_taking_back_finds_the_same_as_at_once(client):
    texts = read(client)
    for typed in (
        "p",
        "pa",
        "pay",
        "pay t",
        "pay ti",
        "pay t",
        "pay",
        "fin",
        "fin n",
        "no",
        "Ł",
        "łu",
    ):
        assert texts.matches(typed) == read(client).matches(typed), typed
    texts.matches("pay")
    client, change = after(client, rename_seat(SeatId("Lead"), "Payer"))
    texts.apply(client, change)
    assert texts.matches("paye") == {"Lead"}


def test_fold_is_the_same_for_folded_text():
    for text in ("Ærø", "ŁÓDŹ", "ß", "Ω", "ﬀ", "Ⅻ", "ｶﾞ"):
        assert fold(fold(text)) == fold(text)

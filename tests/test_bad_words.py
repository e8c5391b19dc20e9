"""Words that break programs, through all that leaves the program: files, tables, PDF, calendar."""

from __future__ import annotations

import csv
import io
import itertools
import json
import time
from datetime import UTC, datetime

import icalendar
import pikepdf
import pypdf
import pytest

from bad_words import BAD_WORDS, HALF_A_LETTER, SHORT, STORABLE, bad_client
from form_world import changed_pdf, fields_in, given, landed, pdf_of, provider_client, words
from mspseat_desktop.content import my_templates
from mspseat_desktop.content.banks import banks
from mspseat_desktop.content.template_files import template_of
from mspseat_desktop.domain.asking import form_to_give
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.voices import give_out_form
from mspseat_desktop.domain.records import RECORD_TYPES, Occupant, Profile, Responsibility, Seat
from mspseat_desktop.domain.review_records import Action, Review
from mspseat_desktop.domain.searching import SeatTexts
from mspseat_desktop.domain.typed_words import every_record, reworded, words_of
from mspseat_desktop.domain.vocabulary import FormId, SeatId
from mspseat_desktop.exchange.cells import FORMULA_STARTS, undefused
from mspseat_desktop.exchange.chart_edit import import_edit
from mspseat_desktop.exchange.csv_in import read_chart_csv
from mspseat_desktop.exchange.csv_out import chart_csv
from mspseat_desktop.exchange.ics import calendar_file
from mspseat_desktop.exchange.listing import client_facts, review_list, seat_list
from mspseat_desktop.reports.action_list import action_list_pdf
from mspseat_desktop.reports.agenda import agenda_pdf
from mspseat_desktop.reports.blank_form import blank_form_pdf
from mspseat_desktop.reports.chart import chart_pdf
from mspseat_desktop.reports.company import company_pdf
from mspseat_desktop.reports.conversation import conversation_pdf
from mspseat_desktop.reports.coverage import coverage_pdf
from mspseat_desktop.reports.provider_form import provider_form_pdf
from mspseat_desktop.reports.seat_review import seat_review_pdf, seat_sheet_pdf
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.publish import publish
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.wording.file_names import safe_file_name
from pdf_reading import flat, shown_text
from world import ON, chart_of, edited, empty_client, everything, id_maker

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
RUN_BY_READERS = (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/GoToR", b"/EmbeddedFile")
"""What in a PDF leads out of it or is run."""


@pytest.fixture(scope="module", name="client")
def _client() -> Client:
    found = bad_client(SHORT.values())
    assert {word for record in every_record(found) for word in words_of(record)} == set(
        SHORT.values()
    )
    return found


def test_a_client_file_brings_every_word_back(tmp_path):
    client = bad_client(STORABLE.values())
    records = [record for kind in RECORD_TYPES for record in client.every(kind)]
    file = ClientFile.create(tmp_path / "c.sqlite", records)
    publish(file, tmp_path / "c.mspseat", seen=None)
    file.close()
    loaded = take_in(tmp_path / "c.mspseat", tmp_path / "private.sqlite")[1].client
    assert everything(loaded) == everything(client)


def test_half_a_letter_is_refused_in_a_sentence_and_nothing_is_written(tmp_path):
    seat = Seat(SeatId("a"), None, 0, BAD_WORDS[HALF_A_LETTER])
    with pytest.raises(FileProblem, match="text-not-possible"):
        ClientFile.create(tmp_path / "c.sqlite", [Profile(), seat])


def test_a_million_letters_are_kept_and_printed_without_a_long_wait(tmp_path):
    duty = Responsibility("r", SeatId("a"), 0, "x" * 1_000_000)
    file = ClientFile.create(tmp_path / "c.sqlite", [Profile(), Seat(SeatId("a")), duty])
    client = file.load().client
    file.close()
    assert client.get(Responsibility, "r").text == duty.text
    begin = time.process_time()
    printed = seat_sheet_pdf(client, SeatId("a"), occupant=None, on=ON, bank=banks()["person"])
    assert time.process_time() - begin < 5
    assert "morelettersarenotprinted" in flat(shown_text(printed))


def test_json_says_every_word_as_it_is(client):
    told = [client_facts(client, schema=1), seat_list(client), review_list(client)]
    assert json.loads(json.dumps(told)) == told
    assert json.loads(json.dumps(told, ensure_ascii=False)) == told
    said = repr(told)
    for word in SHORT.values():
        assert repr(word)[1:-1] in said or repr(word) in said


def test_a_table_holds_every_word_and_no_formula(client):
    content = chart_csv(client).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert not [
        cell for row in rows for cell in row.values() if cell.startswith(tuple(FORMULA_STARTS))
    ]
    assert {undefused(row["title"]).strip() for row in rows} == {
        client.seat(seat).title.strip() for seat in client.chart()
    }


@pytest.mark.parametrize("word", [SHORT[n] for n in (19, 20, 21, 22, 24)])
def test_a_word_that_looks_like_a_formula_comes_back_from_a_table_as_it_was(word):
    numbers = id_maker()
    table = read_chart_csv(chart_csv(chart_of({word: []})))
    back = edited(empty_client(), import_edit(table, new_id=numbers, on=ON))
    assert [back.seat(seat).title for seat in back.chart()] == [word]


def test_a_calendar_of_every_word_is_read_by_others(client):
    review = next(iter(client.every(Review)))
    actions = [
        Action(f"w{number}", review.id, number, word, word, "2026-12-01")
        for number, word in SHORT.items()
    ]
    whole = Client.of([*every_record(client), *actions])
    made = calendar_file(whole, on=ON, now=NOW)
    read = icalendar.Calendar.from_ical(made.content)
    assert len(read.walk("VEVENT")) == made.entries > len(actions)
    assert {name for name, _value in read.property_items()} <= {
        *("BEGIN", "END", "VERSION", "PRODID", "UID", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP"),
        *("DESCRIPTION", "TRANSP", "CALSCALE", "METHOD", "X-WR-CALNAME", "NAME", "CLASS"),
    }


def printed_of(client):
    """Every kind of page, of the same client."""
    bank = banks()["it_provider"]
    providers = {one.id for one in client.every(Occupant) if one.kind == "provider"}
    finished = [r for r in client.every(Review) if r.state == "finished"]
    review = next(r for r in finished if r.occupant in providers)
    seat, who = review.seat, review.occupant
    form = form_to_give(client, seat, occupant=who, on=ON, bank=bank, new=FormId("f"))
    asking = edited(client, give_out_form(form))
    own = next(b for b in banks().values() if b.id == review.bank)
    yield "chart", chart_pdf(client, on=ON, with_ratings=True).printed
    yield "company", company_pdf(client, on=ON)
    yield "coverage", coverage_pdf(client, on=ON)
    yield "seat review", seat_review_pdf(client, review.id, bank=own)
    yield "sheet", seat_sheet_pdf(client, seat, occupant=who, on=ON, bank=bank)
    yield "blank form", blank_form_pdf(client, seat, occupant=who, on=ON, bank=bank)
    yield "agenda", agenda_pdf(client, 60, on=ON)
    yield "conversation", conversation_pdf(client, seat, occupant=who, on=ON, bank=bank)
    yield "actions", action_list_pdf(client, on=ON)
    yield "provider form", provider_form_pdf(asking, form, document="d", bank=bank)


def test_paper_shows_words_and_runs_none(client):
    for kind, printed in printed_of(client):
        for page in pypdf.PdfReader(io.BytesIO(printed.pdf)).pages:
            for mark in RUN_BY_READERS:
                assert mark not in page.get_contents().get_data(), kind
        assert not [mark for mark in RUN_BY_READERS if mark in printed.pdf], kind


def test_paper_shows_each_word_letter_by_letter():
    printable = [word for word in SHORT.values() if word.strip()]
    duties = [Responsibility(f"r{n}", SeatId("a"), n, word) for n, word in enumerate(printable)]
    client = Client.of([Profile(), Seat(SeatId("a")), *duties])
    printed = seat_sheet_pdf(client, SeatId("a"), occupant=None, on=ON, bank=banks()["person"])
    shown, setter = flat(shown_text(printed)), Typesetter()
    left_to_right = [word for word in printable if "\u0645" not in word]
    missing = [w for w in left_to_right if flat(setter.safe(w))[:100] not in shown]
    assert missing == []


def test_a_form_asks_bad_words_and_takes_them_as_answers():
    asking = itertools.cycle(SHORT.values())
    client = provider_client()
    bad = Client.of(reworded(record, lambda _t: next(asking)) for record in every_record(client))
    client, form = given(bad)
    pdf = pdf_of(client, form)
    assert not [mark for mark in RUN_BY_READERS if mark in pdf]
    fields = [words(form, key) for key in form.asked]
    answers = dict(zip(fields, SHORT.values(), strict=False))

    def fill(document):
        there = fields_in(document)
        for name in set(fields) & set(there):
            there[name].V = pikepdf.String(answers.get(name, "fine"))

    _after, voice = landed(client, changed_pdf(pdf, fill))
    said = {plain(answer.note) for answer in voice.answers}
    asked = {plain(answers[name]) for name in fields if name in answers and answers[name].strip()}
    assert len(said & asked) > 20
    assert said <= asked | {"fine"}


def plain(text):
    """The text as it is told apart here: control and direction signs are left out of forms."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


@pytest.mark.parametrize("number", BAD_WORDS)
def test_every_word_becomes_a_name_of_a_file_in_its_folder(tmp_path, number):
    name = safe_file_name(BAD_WORDS[number])
    path = tmp_path / f"{name}.mspseat"
    path.write_bytes(b"")
    assert list(tmp_path.iterdir()) == [path]
    assert not set(name) & set('<>:"/\\|?*\0\u202e')
    assert name.upper() not in {"CON", "NUL", "PRN", "AUX"}
    assert len(path.name.encode()) < 200


def test_a_template_brings_every_word_back(tmp_path):
    for word in filter(str.strip, SHORT.values()):
        client = edited(chart_of({"a": []}), rename_seat(SeatId("a"), word))
        made = template_of(client, SeatId("a"), name=word, with_branch=False)
        kept = my_templates.keep(tmp_path, made)
        again = my_templates.template_at(kept.path)
        assert plain(again.name) == plain(kept.name)
        assert [plain(seat.title) for seat in again.seats] == [plain(word)]
        kept.path.unlink()


def test_every_word_is_found_by_itself():
    found = {number: word for number, word in STORABLE.items() if word.strip()}
    client = Client.of(
        [Profile(), *(Seat(SeatId(f"s{n}"), None, n, word) for n, word in found.items())]
    )
    texts = SeatTexts(client)
    while texts.read_on():
        pass
    for number, word in found.items():
        if word.split():
            assert SeatId(f"s{number}") in texts.matches(word)

"""A form that can not be taken says why in a sentence of its own, and nothing of it lands."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest

from form_world import (
    DUTIES,
    answers_to,
    by_pypdf,
    changed_pdf,
    choice,
    fields_in,
    given,
    land,
    landed,
    pdf_of,
    provider_client,
    words,
)
from mspseat_desktop.domain.edits.people import unseat
from mspseat_desktop.domain.edits.review import discard_draft
from mspseat_desktop.domain.edits.seat import add_responsibility, change_responsibility
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import OccupantId, ResponsibilityId, SeatId
from mspseat_desktop.exchange import provider_form_child, provider_form_in
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.provider_form_in import read_form
from mspseat_desktop.reports.provider_form import MARKS
from mspseat_desktop.wording.edits import refusal_text
from mspseat_desktop.wording.forms import form_words
from mspseat_desktop.wording.imports import problem_text
from world import edited, seated


@pytest.fixture(scope="module")
def world():
    client, form = given(provider_client())
    return client, form, by_pypdf(pdf_of(client, form), answers_to(form))


def refused(client, pdf, **how):
    """The code and the sentence by which the form is not taken."""
    with pytest.raises(ImportProblem) as found:
        land(client, pdf, **how)
    return found.value.code, problem_text(found.value.code, found.value.params)


def close_seat(client):
    """Close the seat, as deleting one with finished reviews does."""
    record = client.seat(SeatId("IT"))
    return Edit("delete-seat", lambda work: work.put(replace(record, closed_on="2026-12-01")))


def changed_mark(name, value):
    def change(document):
        fields_in(document)[name].V = pikepdf.String(value)

    return change


def test_every_code_has_a_sentence_of_its_own():
    sentences = form_words()
    assert len(set(sentences.values())) == len(sentences)


def test_what_is_no_pdf_is_told(world):
    assert refused(world[0], b"Dear client, here are my answers")[0] == "form_kind"


def test_a_pdf_that_is_no_form_of_ours_is_told(world):
    other = pikepdf.Pdf.new()
    other.add_blank_page()
    field = pikepdf.Dictionary(T=pikepdf.String("name"), FT=pikepdf.Name.Tx, V=pikepdf.String("x"))
    other.Root.AcroForm = pikepdf.Dictionary(Fields=[other.make_indirect(field)])
    out = io.BytesIO()
    other.save(out)
    assert refused(world[0], out.getvalue())[0] == "form_foreign"


def test_the_form_of_another_client_is_told(world):
    client, _form, pdf = world
    assert refused(client, pdf, document="document-2")[0] == "form_other_client"


def test_a_form_that_an_older_copy_of_the_file_does_not_know_is_told(world):
    assert refused(provider_client(), world[2])[0] == "form_unknown"


def test_an_older_form_names_the_day_of_the_newer_one(world):
    client, _form, pdf = world
    client = edited(
        client, add_responsibility(ResponsibilityId("new"), SeatId("IT"), "Train our people")
    )
    client, newer = given(client, new="form-2", on="2026-12-01")
    assert newer.version == 2
    code, sentence = refused(client, pdf)
    assert code == "form_older"
    assert "2026-12-01" in sentence


def test_a_form_whose_responsibilities_have_changed_since_is_told(world):
    client, _form, pdf = world
    client = edited(client, change_responsibility(ResponsibilityId(DUTIES[0]), text="Something"))
    assert refused(client, pdf)[0] == "form_changed"


def test_a_form_for_a_seat_that_was_closed_meanwhile_is_refused(world):
    client, _form, pdf = world
    (seating,) = client.seatings(SeatId("IT"))
    client = edited(client, unseat(seating.id, on="2026-12-01"))
    client = edited(client, close_seat(client))
    with pytest.raises(Refused) as found:
        landed(client, pdf)
    assert found.value.code == "seat-closed"
    assert "IT" in refusal_text(found.value)


def test_the_form_of_a_provider_who_has_left_lands_on_a_review_of_it_alone(world):
    client, _form, pdf = world
    (seating,) = client.seatings(SeatId("IT"))
    client = edited(client, unseat(seating.id, on="2026-12-01"))
    client = seated(client, "IT", "Cedar", provider=True)
    after, voice = landed(client, pdf)
    assert after.get(Review, voice.review).occupant == "Northbeam"
    assert after.draft(SeatId("IT"), OccupantId("Cedar")) is None


@pytest.mark.parametrize("mark", ["mspseat_seat", "mspseat_version", "mspseat_digest"])
def test_a_form_with_an_edited_mark_is_told(world, mark):
    client, _form, pdf = world
    assert refused(client, changed_pdf(pdf, changed_mark(mark, "7")))[0] == "form_edited"


def test_a_form_without_one_of_its_fields_is_told(world):
    client, form, pdf = world

    def take_out(document):
        fields_in(document)[words(form, "words:own")].T = pikepdf.String("other")

    assert refused(client, changed_pdf(pdf, take_out))[0] == "form_edited"


def test_an_answer_that_no_button_gives_is_told(world):
    client, form, pdf = world

    def invent(document):
        fields_in(document)[choice(form, "question:g1")].V = pikepdf.Name("/maybe")

    assert refused(client, changed_pdf(pdf, invent))[0] == "form_edited"


def test_the_same_answers_a_second_time_say_when_they_came_first(world):
    client, _form, pdf = world
    after, voice = landed(client, pdf, today="2026-11-30")
    code, sentence = refused(after, pdf, today="2026-12-05")
    assert code == "form_twice"
    assert "2026-11-30" in sentence
    thrown = edited(after, discard_draft(voice.review))
    again, _voice = landed(thrown, pdf, today="2026-12-05")
    assert again.draft(voice_seat(again), voice_who(again)) is not None


def voice_seat(client):
    return client.forms(SeatId("IT"))[0].seat


def voice_who(client):
    return client.forms(SeatId("IT"))[0].occupant


def test_a_form_without_an_answer_is_told(world):
    client, form, _pdf = world
    assert refused(client, pdf_of(client, form))[0] == "form_empty"


def test_a_flattened_form_is_told(world):
    client, _form, pdf = world
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    for page in document:
        pypdfium2.raw.FPDFPage_Flatten(page.raw, 1)
    out = io.BytesIO()
    document.save(out)
    document.close()
    assert refused(client, out.getvalue())[0] == "form_flat"


def test_a_scan_is_told(world):
    client, _form, pdf = world
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=0.5).to_pil().convert("RGB")
    out = io.BytesIO()
    image.save(out, "PDF")
    assert refused(client, out.getvalue())[0] == "form_flat"


@pytest.mark.parametrize("password", ["", "secret"])
def test_a_locked_form_is_told(world, password):
    client, _form, pdf = world
    with pikepdf.open(io.BytesIO(pdf)) as document:
        out = io.BytesIO()
        document.save(out, encryption=pikepdf.Encryption(user=password, owner="boss", R=6))
    assert refused(client, out.getvalue())[0] == "form_locked"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_form_that_is_cut_off_is_told(world, share):
    client, _form, pdf = world
    assert refused(client, pdf[: int(len(pdf) * share)])[0] == "form_broken"


def test_a_form_that_is_cut_off_in_what_a_reader_added_is_told(world):
    client, _form, pdf = world
    assert told(client, pdf + b"\n") == told(client, pdf)
    added = pdf + b"\n900 0 obj\n<< /V (more) /T (words_1"
    assert refused(client, added)[0] == "form_broken"


def test_a_form_with_noise_in_its_middle_is_told_or_read_but_never_an_error_of_ours(world):
    client, _form, pdf = world
    whole = told(client, pdf)
    assert len(whole) == 9
    for start in range(0, len(pdf) - 2_000, len(pdf) // 12):
        noisy = pdf[:start] + bytes(range(256)) * 4 + pdf[start + 1_024 :]
        assert told(client, noisy) <= whole | set(form_words())


def told(client, pdf):
    """The answers that land, or the code by which the form is not taken."""
    try:
        _after, voice = landed(client, pdf)
    except ImportProblem as problem:
        return {problem.code}
    return {(a.kind, a.about, a.value, a.note) for a in voice.answers}


def raw_pdf(*objects, root="<< /Type /Catalog /Pages 2 0 R /AcroForm 3 0 R >>"):
    """A PDF written by hand: objects 3 and on, whatever they say."""
    bodies = [root, "<< /Type /Pages /Kids [] /Count 0 >>", *objects]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        text = body if isinstance(body, bytes) else body.encode("latin-1")
        out += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = b"<< /Size %d /Root 1 0 R >>" % (len(bodies) + 1)
    return out + b"trailer\n" + size + b"\nstartxref\n%d\n%%%%EOF\n" % start


def code_of(pdf, **how):
    with pytest.raises(ImportProblem) as found:
        read_form(pdf, **how)
    return found.value.code


TOO_MANY = {"form_fields", "form_slow"}
"""A busy machine ends the reader before it has counted them."""


def test_twenty_thousand_fields_are_refused_at_once():
    fields = " ".join("<< /FT /Tx /T (f) /V (x) >>" for _n in range(20_000))
    assert code_of(raw_pdf(f"<< /Fields [{fields}] >>")) in TOO_MANY


def test_twenty_thousand_fields_below_one_are_refused():
    kids = " ".join("<< /FT /Tx /T (f) /V (x) >>" for _n in range(20_000))
    pdf = raw_pdf("<< /Fields [4 0 R] >>", f"<< /T (a) /Kids [{kids}] >>")
    assert code_of(pdf) in TOO_MANY


def test_fields_that_hold_each_other_are_read_once():
    pdf = raw_pdf(
        "<< /Fields [4 0 R] >>",
        "<< /T (a) /Kids [5 0 R] >>",
        f"<< /T (b) /Kids [{'4 0 R 5 0 R ' * 2_000}] /Parent 4 0 R >>",
    )
    assert code_of(pdf) == "form_foreign"


def test_a_value_that_points_at_itself_is_no_answer():
    pdf = raw_pdf("<< /Fields [4 0 R] >>", "<< /FT /Tx /T (mspseat_form) /V 4 0 R >>")
    assert code_of(pdf) == "form_edited"


def test_a_table_that_points_back_at_itself_ends():
    pdf = raw_pdf("<< /Fields [] >>")
    at = pdf.rindex(b"xref\n0 ")
    looped = pdf.replace(b"/Root 1 0 R >>\nstartxref", b"/Root 1 0 R /Prev %d >>\nstartxref" % at)
    assert code_of(looped) in {"form_flat", "form_broken", "form_slow"}


def test_a_name_of_a_megabyte_is_refused():
    pdf = raw_pdf(f"<< /Fields [<< /FT /Tx /T ({'n' * 1_000_000}) /V (x) >>] >>")
    assert code_of(pdf) == "form_names"


def test_an_answer_of_a_megabyte_is_refused(world):
    client, form, pdf = world
    change = changed_mark(words(form, "words:own"), "x" * 1_000_000)
    assert refused(client, changed_pdf(pdf, change))[0] == "form_long"


@pytest.mark.parametrize("value", ["17", "[1 2 3]", "<< /A 1 >>", "true"])
def test_a_value_of_a_wrong_kind_is_told(value):
    marks = "".join(f"<< /FT /Tx /T ({name}) /V (x) >>" for name in MARKS)
    pdf = raw_pdf(f"<< /Fields [{marks} << /FT /Tx /T (words_1) /V {value} >>] >>")
    assert code_of(pdf) == "form_types"


def test_a_stream_that_unpacks_to_gigabytes_ends_within_the_limits(world):
    client, _form, pdf = world
    bomb = zlib.compress(zlib.compress(bytes(300_000_000), 9), 9)

    def plant(document):
        stream = pikepdf.Stream(document, bomb)
        stream.write(bomb, filter=[pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
        fields_in(document)["words_1"].V = document.make_indirect(stream)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        plant(document)
        out = io.BytesIO()
        document.save(
            out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
        )
    assert refused(client, out.getvalue())[0] in {"form_types", "form_slow"}


def test_scripts_in_a_form_are_neither_run_nor_kept(world, tmp_path):
    client, _form, pdf = world
    sign = tmp_path / "was-run"

    def plant(document):
        script = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"app.launchURL('file://{sign}')")
        )
        launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String(f"touch {sign}"))
        document.Root.OpenAction = document.make_indirect(script)
        document.Root.AA = pikepdf.Dictionary(WC=document.make_indirect(launch))

    after, voice = landed(client, changed_pdf(pdf, plant))
    assert voice.answers
    assert not sign.exists()
    assert "launchURL" not in repr(list(after.every(type(voice))))


def test_a_reader_that_takes_too_long_is_ended(world):
    assert code_of(world[2], seconds=0.001) == "form_slow"


def test_control_signs_and_halves_of_letters_are_left_out(world):
    client, form, pdf = world
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for field in writer.root_object["/AcroForm"]["/Fields"]:
        if field.get_object().get("/T") == words(form, "words:own"):
            dirty = "a\x00b\x07c\td\r\ne\rf"
            field.get_object()[pypdf.generic.NameObject("/V")] = pypdf.generic.TextStringObject(
                dirty
            )
    out = io.BytesIO()
    writer.write(out)
    _after, voice = landed(client, out.getvalue())
    assert voice.answers[-1].note == "abc d\ne\nf"


def test_the_bundled_program_reads_forms_in_the_one_with_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("opt", "mspseat-desktop.exe")))
    wanted = [str(Path("opt", "mspseat.exe")), provider_form_in.BUNDLED_FLAG]
    assert provider_form_in._command() == wanted


def test_the_bundled_programs_start_knows_the_flag(world):
    start = Path(__file__).resolve().parents[2] / "packaging" / "start.py"
    done = subprocess.run(
        [sys.executable, str(start), provider_form_in.BUNDLED_FLAG],
        input=world[2],
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"fields\n")


def test_the_reader_imports_nothing_of_the_program():
    source = Path(provider_form_child.__file__).read_text(encoding="utf-8")
    assert "mspseat_desktop" not in source

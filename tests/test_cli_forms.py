"""A script makes a form for a provider and takes back what the provider said."""

from __future__ import annotations

import io

import pypdf
import pytest

from form_world import by_pypdf
from mspseat_desktop.cli.clients import open_client, read_client
from mspseat_desktop.cli.entry import run
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.review_records import Form, Voice

SEAT = "Managed IT & Security"


@pytest.fixture
def sample(tmp_path, capfd):
    file = tmp_path / "Lakeside.mspseat"
    assert run(["new", str(file), "--template", "sample"]) == 0
    capfd.readouterr()
    return file


def told(capfd, *arguments, code=0):
    assert run([str(a) for a in arguments]) == code
    found = capfd.readouterr()
    return found.err if code else found.out


def test_a_form_goes_out_and_its_answers_come_back_once(sample, tmp_path, capfd):
    voices = len(list(read_client(sample).every(Voice)))
    out, back = tmp_path / "form.pdf", tmp_path / "back.pdf"
    assert "pages written." in told(capfd, "form", sample, "--seat", SEAT, "--out", out)
    back.write_bytes(by_pypdf(out.read_bytes(), {"answer_1": "declined", "words_1": "Łukasz 李"}))
    said = told(capfd, "form-import", sample, back)
    assert said == "1 answer of Northbeam IT came in.\n"
    client = read_client(sample)
    assert len(list(client.every(Voice))) == voices + 1
    (form,) = [f for f in client.every(Form) if f.returned_on]
    (voice,) = client.owned(Voice, "form", form.id)
    assert [(a.kind, a.value, a.note) for a in voice.answers] == [
        ("wants", "declined", "Łukasz 李")
    ]
    again = told(capfd, "form-import", sample, back, code=1)
    assert "came in on" in again
    assert read_client(sample).get(Voice, voice.id) == voice


def test_making_the_form_again_gives_the_same_form(sample, tmp_path, capfd):
    first, second = tmp_path / "one.pdf", tmp_path / "two.pdf"
    for out in (first, second):
        told(capfd, "form", sample, "--seat", SEAT, "--out", out)
    assert len(list(read_client(sample).every(Form))) == 1


def test_a_blank_has_no_fields_and_is_not_remembered(sample, tmp_path, capfd):
    out = tmp_path / "blank.pdf"
    told(capfd, "form", sample, "--seat", SEAT, "--out", out, "--blank")
    assert pypdf.PdfReader(io.BytesIO(out.read_bytes())).get_fields() is None
    assert list(read_client(sample).every(Form)) == []


def test_signs_that_no_font_has_are_counted(sample, tmp_path, capfd):
    with open_client(sample) as session:
        seat = next(s for s in session.client.chart() if session.client.seat(s).title == SEAT)
        session.do(rename_seat(seat, "\u8cc7\u8a0a"))
    said = told(capfd, "form", sample, "--seat", "\u8cc7\u8a0a", "--out", tmp_path / "f.pdf")
    assert "2 characters are in no font of the program" in said


def test_only_a_provider_is_asked_by_a_form(sample, tmp_path, capfd):
    out = tmp_path / "form.pdf"
    sentence = told(capfd, "form", sample, "--seat", "Visionary", "--out", out, code=1)
    assert sentence == "No provider sits in “Visionary”, so there is nobody to ask by a form.\n"
    assert not out.exists()


def test_a_form_of_another_client_changes_nothing(sample, tmp_path, capfd):
    other = tmp_path / "Other.mspseat"
    told(capfd, "new", other, "--template", "sample")
    out = tmp_path / "form.pdf"
    told(capfd, "form", other, "--seat", SEAT, "--out", out)
    before = sample.read_bytes()
    sentence = told(capfd, "form-import", sample, out, code=1)
    assert sentence.startswith("This form belongs to another client.")
    assert sample.read_bytes() == before

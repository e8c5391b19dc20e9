"""A copy to hand over: what it leaves out is in none of its bytes."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain.leaving_out import PARTS, PRESETS, Sending, reduced
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.domain.review_records import Answer, Review
from mspseat_desktop.domain.typed_words import every_record
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.sending import send_client
from mspseat_desktop.storage.workshop import Workshop
from sending_world import MARKS, NORTHBEAM, WORDS, _put, sending_world
from world import clock, edited


@pytest.fixture
def workshop(tmp_path):
    return Workshop(tmp_path / "home", now=clock)


def sent(workshop, client, folder, *without, provider=None):
    document = workshop.new_document(every_record(client)).document
    try:
        rest = reduced(client, Sending(frozenset(without), WORDS, provider))
        send_client(workshop, rest, document.file, folder / "sent.mspseat")
    finally:
        document.close(discard=True)
    return folder / "sent.mspseat"


@pytest.mark.parametrize("preset", PRESETS)
def test_the_bytes_hold_nothing_that_the_preset_leaves_out(workshop, tmp_path, preset):
    provider = NORTHBEAM if preset == "provider" else None
    path = sent(workshop, sending_world(), tmp_path, *PRESETS[preset], provider=provider)
    content = path.read_bytes()
    marks = [m for part in PRESETS[preset] for m in MARKS.get(part, ())]
    assert marks
    assert [mark for mark in marks if mark.encode() in content] == []
    assert b"Northbeam IT" in content
    assert workshop.read_document(path).client.profile.name == "Lakeside Manufacturing"


def test_a_copy_without_anything_is_still_a_client(workshop, tmp_path):
    path = sent(workshop, sending_world(), tmp_path, *PARTS, provider=NORTHBEAM)
    content = path.read_bytes()
    assert [m for marks in MARKS.values() for m in marks if m.encode() in content] == []
    assert len(list(workshop.read_document(path).client.chart())) == 4


def test_a_copy_has_no_history_and_leaves_nothing_behind(workshop, tmp_path):
    document = workshop.new_document([Profile(name="Before zq-old-name")]).document
    loaded = document.file.load()
    session = Session(loaded.client, document.file, steps=loaded.steps, clock=clock)
    session.do(_put(Profile(name="Lakeside")))
    path = tmp_path / "sent.mspseat"
    send_client(workshop, session.client, document.file, path)
    assert b"zq-old-name" not in path.read_bytes()
    assert workshop.read_document(path).steps == ()
    assert [p.name for p in (tmp_path / "home" / "work").iterdir()] == [document.work_id]
    assert {p.name for p in tmp_path.iterdir()} == {"home", "sent.mspseat"}
    document.close(discard=True)


def test_pictures_and_files_travel_as_long_as_a_record_names_them(workshop, tmp_path):
    document = workshop.new_document([Profile(name="Lakeside")]).document
    named = document.file.keep_file(b"zq evidence")
    document.file.keep_file(b"zq unused")
    review = Review("r", "CEO", "o-ann", "2026-01-01", "person", "finished")
    answer = Answer("a", "r", "question", "q", "yes", file=named, file_name="e.txt")
    client = edited(sending_world(), _put(review), _put(Answer("d1", "r-draft", "question", "q")))
    client = edited(client, _put(Review(**{**_fields(review), "answers": (answer,)})))
    path = tmp_path / "sent.mspseat"
    send_client(workshop, client, document.file, path)
    assert b"zq evidence" in path.read_bytes()
    assert b"zq unused" not in path.read_bytes()
    bare = reduced(client, Sending(frozenset({"review_notes"}), WORDS))
    send_client(workshop, bare, document.file, path)
    assert b"zq evidence" not in path.read_bytes()
    document.close(discard=True)


def _fields(record):
    return {name: getattr(record, name) for name in type(record).__dataclass_fields__}


def test_a_copy_is_another_client_with_an_id_of_its_own(workshop, tmp_path):
    document = workshop.new_document([Profile(name="Lakeside")]).document
    send_client(workshop, document.file.load().client, document.file, tmp_path / "a.mspseat")
    opened = workshop.open_document(tmp_path / "a.mspseat").document
    assert opened.file.document_id != document.file.document_id
    opened.close()
    document.close(discard=True)


def test_a_copy_never_goes_over_the_client_that_is_open(workshop, tmp_path):
    document = workshop.new_document([Profile(name="Lakeside")]).document
    document.set_target(tmp_path / "own.mspseat")
    document.publish()
    before = document.target.read_bytes()
    with pytest.raises(FileProblem) as refused:
        send_client(workshop, document.file.load().client, document.file, document.target)
    assert refused.value.code == "in-use"
    assert document.target.read_bytes() == before
    document.close(discard=True)

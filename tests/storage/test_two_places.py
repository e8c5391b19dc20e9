"""One client file on two computers, in two windows, and under two names."""

from __future__ import annotations

import json
import os
import platform
import threading
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.storage import locks, publish
from mspseat_desktop.storage.hints import Hint, hint_path, read
from mspseat_desktop.storage.locks import canonical, is_same_file
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.workshop import Workshop
from world import clock


@pytest.fixture
def here(tmp_path):
    return Workshop(tmp_path / "here", now=clock)


@pytest.fixture
def there(tmp_path):
    """The program of another computer, or of another user."""
    return Workshop(tmp_path / "there", now=clock)


@pytest.fixture
def file(here, tmp_path, small_records):
    folder = tmp_path / "share"
    folder.mkdir()
    document = here.new_document(small_records).document
    document.set_target(folder / "Lakeside.mspseat")
    document.publish()
    document.close()
    return folder / "Lakeside.mspseat"


def rename(document, title):
    seat = document.file.load().client.seat("it")
    document.file.write(Change((Touch(seat, replace(seat, title=title)),)))


def title_in(workshop, file):
    return workshop.read_document(file).client.seat("it").title


def refusal(act):
    with pytest.raises(FileProblem) as problem:
        act()
    return problem.value


def crash(document):
    document.file.close()
    document._place.leave()
    document._exchange(None)


def test_who_opens_second_on_another_computer_is_told_where_it_is_open(here, there, file):
    first = here.open_document(file).document
    hint = read(file)
    assert (hint.host, hint.since) == (platform.node(), clock().isoformat(timespec="minutes"))
    told = refusal(lambda: there.open_document(file))
    assert told.code == "open-elsewhere"
    assert told.params == {"name": file.name, "host": hint.host, "since": hint.since}
    first.close()
    assert not hint_path(file).exists()
    there.open_document(file).document.close()
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_who_opens_second_can_look_or_go_on_in_a_copy(here, there, file):
    first = here.open_document(file).document
    shown, copy = there.open_to_look(file), there.open_copy(file)
    assert shown.loaded.client.seat("it").title == copy.loaded.client.seat("it").title
    rename(copy.document, "Theirs")
    shown.document.close()
    copy.document.close(discard=True)
    rename(first, "Ours")
    first.publish()
    first.close()
    assert title_in(here, file) == "Ours"


def test_after_taking_over_the_first_one_does_not_write_any_more_and_loses_nothing(
    here, there, file
):
    first = here.open_document(file).document
    rename(first, "Ours")
    second = there.open_document(file, take_over=True).document
    told = refusal(first.publish)
    assert (told.code, told.params["host"]) == ("taken-over", platform.node())
    rename(second, "Theirs")
    second.publish()
    second.close()
    assert refusal(first.publish).code == "changed-outside"
    aside = first.save_aside("2026-11-26")
    first.close(discard=True)
    assert (title_in(here, file), title_in(here, aside)) == ("Theirs", "Ours")


def test_when_whoever_took_over_changed_nothing_the_first_one_goes_on(here, there, file):
    first = here.open_document(file).document
    rename(first, "Ours")
    there.open_document(file, take_over=True).document.close()
    first.publish()
    assert read(file) is not None
    assert title_in(here, file) == "Ours"
    first.close()


def test_the_first_one_can_take_it_back(here, there, file):
    first = here.open_document(file).document
    second = there.open_document(file, take_over=True).document
    rename(first, "Ours")
    first.take_over()
    first.publish()
    assert refusal(second.publish).code == "taken-over"
    first.close()
    assert refusal(second.publish).code == "changed-outside"
    second.close(discard=True)
    assert title_in(here, file) == "Ours"


def test_ones_own_crash_is_no_other_computer(here, file):
    document = here.open_document(file).document
    rename(document, "Ours")
    crash(document)
    assert read(file) is not None
    again = here.open_document(file)
    assert again.recovered
    again.document.publish()
    again.document.close()
    assert [p.name for p in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("torn", [b"", b'{"home": "12', b"\xff\xfe", b"[]"])
def test_a_hint_that_ones_own_crash_tore_is_no_other_computer(here, file, torn):
    crash(here.open_document(file).document)
    hint_path(file).write_bytes(torn)
    here.open_document(file).document.close()
    assert not hint_path(file).exists()


@pytest.mark.parametrize(
    "garbage",
    [
        b"rubbish",
        b"[" * 100_000,
        b"{}",
        json.dumps({"home": 1, "host": [], "since": None}).encode(),
        json.dumps({"home": "", "host": "", "since": ""}).encode(),
    ],
)
def test_a_hint_that_nobody_can_read_is_asked_about_and_can_be_taken_over(here, file, garbage):
    hint_path(file).write_bytes(garbage)
    told = refusal(lambda: here.open_document(file))
    assert (told.code, told.params["host"]) == ("open-elsewhere", "")
    here.open_document(file, take_over=True).document.close()
    assert not hint_path(file).exists()


def test_a_hint_can_neither_hang_nor_lead_elsewhere(here, file, tmp_path):
    os.mkfifo(hint_path(file))
    assert read(file) == Hint()
    hint_path(file).unlink()
    outside = tmp_path / "outside"
    outside.write_text("mine")
    hint_path(file).symlink_to(outside)
    assert refusal(lambda: here.open_document(file)).code == "open-elsewhere"
    document = here.open_document(file, take_over=True).document
    assert outside.read_text() == "mine"
    assert not hint_path(file).is_symlink()
    document.close()


def test_a_hint_shows_plain_words_only(file):
    words = {"home": "x" * 32, "host": "\u202eevil\x1b[31m" + "y" * 500, "since": "2026"}
    hint_path(file).write_text(json.dumps(words))
    hint = read(file)
    assert hint.host.startswith("evil[31myyy")
    assert len(hint.host) == 60


def test_where_no_hint_can_be_left_the_client_opens_all_the_same(here, file):
    hint_path(file).mkdir()
    (hint_path(file) / "x").touch()
    document = here.open_document(file, take_over=True).document
    rename(document, "Ours")
    assert refusal(document.publish).code == "taken-over"
    document.close(discard=True)


def test_a_copy_is_not_saved_over_a_client_that_is_open_on_another_computer(here, there, file):
    first = there.open_document(file).document
    document = here.new_document([]).document
    told = refusal(lambda: document.set_target(file, may_replace=True))
    assert told.code == "open-elsewhere"
    document.close(discard=True)
    first.close()


# one file under two names


def test_a_hard_link_is_the_same_document(here, file, tmp_path):
    link = file.with_name("other name.mspseat")
    os.link(file, link)
    document = here.open_document(file).document
    told = refusal(lambda: Workshop(tmp_path / "here", now=clock).open_document(link))
    assert (told.code, told.params) == ("in-use", {"name": file.name})
    rename(document, "Ours")
    crash(document)
    again = here.open_document(link)
    assert again.recovered
    assert again.loaded.client.seat("it").title == "Ours"
    again.document.publish()
    again.document.close()
    assert title_in(here, file) == "Ours"
    assert title_in(here, link) == "IT and security"  # a name of its own from now on


def test_names_are_told_apart_as_the_folder_does(tmp_path):
    composed = unicodedata.normalize("NFC", "Café.mspseat")
    apart = unicodedata.normalize("NFD", "Café.mspseat")
    (tmp_path / composed).touch()
    assert canonical(tmp_path / composed) == tmp_path / composed
    if not (tmp_path / apart).exists():  # here they are two names
        assert canonical(tmp_path / apart) == tmp_path / apart
        os.link(tmp_path / composed, tmp_path / apart)
        assert canonical(tmp_path / apart) == tmp_path / apart
    assert is_same_file(tmp_path / composed, tmp_path / apart)


def test_where_the_disk_knows_no_case_every_spelling_is_one_document(here, file, monkeypatch):
    exists, stat = os.path.lexists, Path.stat

    def on_disk(path):
        spelled = Path(path).with_name("Lakeside.mspseat")
        return spelled if Path(path).name.casefold() == "lakeside.mspseat" else path

    monkeypatch.setattr(os.path, "lexists", lambda path: exists(on_disk(path)))
    monkeypatch.setattr(Path, "stat", lambda path, **how: stat(Path(on_disk(path)), **how))
    document = here.open_document(file).document
    loud = file.with_name("LAKESIDE.mspseat")
    assert canonical(loud) == file
    assert refusal(lambda: here.open_document(loud)).code == "in-use"
    assert refusal(lambda: document.save_copy(file.with_name("lakeside.MSPSEAT"))).code == "in-use"
    document.close()


def test_a_drive_that_does_not_answer_keeps_no_other_client_from_opening(
    here, file, tmp_path, monkeypatch
):
    elsewhere = tmp_path / "dead drive" / "Other.mspseat"
    elsewhere.parent.mkdir()
    document = here.new_document([]).document
    document.set_target(elsewhere)
    document.publish()
    answers = threading.Event()
    samefile = Path.samefile

    def hangs(path, other):
        if path == elsewhere:
            assert answers.wait(20)
        return samefile(path, other)

    monkeypatch.setattr(Path, "samefile", hangs)
    monkeypatch.setattr(locks, "_PATIENCE", 0.01)
    here.open_document(file).document.close()
    answers.set()
    document.close()


def test_a_disk_that_can_not_be_read_leaves_no_hint_at_a_place_that_was_not_reached(
    here, file, monkeypatch
):
    document = here.open_document(file).document
    elsewhere = file.with_name("Elsewhere.mspseat")

    def fails(*_args, **_named):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_text", fails)
        broken.setattr(publish, "_replace", fails)
        with pytest.raises(OSError, match="Input/output"):
            document.move_to(elsewhere)
    assert {path.name for path in file.parent.iterdir()} == {file.name, hint_path(file).name}
    document.close()


def test_where_the_programs_folder_gives_no_id_clients_open_without_hints(file, monkeypatch):
    read = Path.read_text

    def fails(path, *args, **named):
        if path.name == "id":
            raise OSError(5, "Input/output error")
        return read(path, *args, **named)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_text", fails)
        fresh = Workshop(file.parent.parent / "here", now=clock)
        fresh.open_document(file).document.close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]

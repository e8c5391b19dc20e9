"""A damaged working copy with edits that are nowhere else is read row by row, its log included."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.storage import client_file
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.rescue import rescue
from mspseat_desktop.storage.workshop import Workshop
from world import clock

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096


@pytest.fixture
def workshop(tmp_path):
    return Workshop(tmp_path / "home", now=clock)


@pytest.fixture
def file(workshop, tmp_path, small_records):
    folder = tmp_path / "documents"
    folder.mkdir()
    many = [Metric(f"n{i}", "it", 2048 + i, "A measure of what counts " * 8) for i in range(200)]
    document = workshop.new_document([*small_records, *many]).document
    document.set_target(folder / "Lakeside.mspseat")
    document.publish()
    document.close()
    return folder / "Lakeside.mspseat"


def rename(document, title):
    seat = document.file.load().client.seat("it")
    document.file.write(Change((Touch(seat, replace(seat, title=title)),)))


def left_by_a_crash(document) -> Path:
    """Die with the edits in the log; return the working copy."""
    copy = document.file.path
    log = copy.with_name(f"{copy.name}-wal")
    kept, before = log.read_bytes(), copy.read_bytes()
    document.file.close()  # brings the log in
    copy.write_bytes(before)
    document._place.leave()
    document._exchange(None)
    log.write_bytes(kept)
    return copy


def spoil(path):
    """Overwrite two pages of metrics, as a worn-out disk may."""
    content = bytearray(path.read_bytes())
    at = content.rindex(b"A measure of what counts") // PAGE * PAGE - PAGE
    content[at : at + 2 * PAGE] = b"\xff" * 2 * PAGE
    path.write_bytes(bytes(content))


def metrics(client):
    return sum(1 for _ in client.every(Metric))


def test_edits_in_a_damaged_working_copy_wait_as_a_client_of_their_own(workshop, file):
    document = workshop.open_document(file).document
    rename(document, "Ours")
    spoil(left_by_a_crash(document))
    opened = workshop.open_document(file)
    assert opened.loaded.client.seat("it").title == "IT and security"
    assert metrics(opened.loaded.client) == 201
    assert opened.rescued.version.client.seat("it").title == "Ours"
    assert Metric in opened.rescued.missing.unread
    assert metrics(opened.rescued.version.client) < 201
    opened.document.close()
    (waiting,) = workshop.unsaved()
    assert waiting.work_id == opened.rescued.work_id
    resumed = workshop.resume(waiting.work_id)
    assert resumed.loaded.client.seat("it").title == "Ours"
    resumed.document.close(discard=True)


def test_edits_that_are_in_the_log_only_are_read_as_well(workshop, file):
    document = workshop.open_document(file).document
    rename(document, "Ours")
    copy = left_by_a_crash(document)
    spoil(copy)
    before = copy.read_bytes()
    found = rescue(copy, "Lakeside", None)
    assert [seat.title for seat in found.records if seat.id == "it"] == ["Ours"]
    assert copy.read_bytes() == before


def test_it_is_said_once(workshop, file):
    document = workshop.open_document(file).document
    rename(document, "Ours")
    spoil(left_by_a_crash(document))
    workshop.open_document(file).document.close()
    again = workshop.open_document(file)
    assert (again.rescued, again.recovered) == (None, False)
    again.document.close()


def test_a_damaged_working_copy_without_edits_of_its_own_is_nothing_to_speak_of(workshop, file):
    spoil(left_by_a_crash(workshop.open_document(file).document))
    opened = workshop.open_document(file)
    assert opened.rescued is None
    assert workshop.unsaved() == []
    opened.document.close()


def test_where_the_file_is_damaged_too_what_was_rescued_opens(workshop, file):
    document = workshop.open_document(file).document
    rename(document, "Ours")
    spoil(left_by_a_crash(document))
    spoil(file)
    before = file.read_bytes()
    opened = workshop.open_document(file)
    assert opened.document.target is None
    assert opened.loaded.client.seat("it").title == "Ours"
    assert opened.rescued.work_id == ""
    assert not workshop.is_open(file)
    opened.document.close(discard=True)
    assert file.read_bytes() == before


def test_a_damaged_client_without_a_file_is_listed_and_gives_what_can_be_read(
    workshop, small_records
):
    many = [Metric(f"n{i}", "it", 2048 + i, "A measure of what counts " * 8) for i in range(200)]
    document = workshop.new_document([*small_records, *many]).document
    work_id = document.work_id
    document.close()  # the log goes into the file
    document = workshop.resume(work_id).document
    rename(document, "Ours")
    spoil(left_by_a_crash(document))
    assert [one.work_id for one in workshop.unsaved()] == [work_id]
    opened = workshop.resume(work_id)
    assert opened.loaded.client.seat("it").title == "Ours"
    assert Metric in opened.rescued.missing.unread
    opened.document.close()
    (waiting,) = workshop.unsaved()
    assert waiting.work_id != work_id
    assert not waiting.is_damaged


def test_a_working_copy_of_which_nothing_is_left_is_listed_and_refused(workshop, small_records):
    document = workshop.new_document(small_records).document
    work_id = document.work_id
    copy = left_by_a_crash(document)
    copy.with_name(f"{copy.name}-wal").unlink()
    copy.write_bytes(b"SQLite format 3\0" + b"x" * 5 * PAGE)
    (waiting,) = workshop.unsaved()
    assert (waiting.work_id, waiting.is_damaged, waiting.name) == (work_id, True, "")
    with pytest.raises(FileProblem) as problem:
        workshop.resume(work_id)
    assert problem.value.code == "damaged"
    workshop.forget(work_id)
    assert workshop.unsaved() == []


def test_one_bad_reading_is_not_called_damage(workshop, file, monkeypatch):
    document = workshop.open_document(file).document
    rename(document, "Ours")
    left_by_a_crash(document)
    looked = []

    def whole_the_second_time(db):
        looked.append(db)
        return len(looked) > 1

    monkeypatch.setattr(client_file, "is_whole", whole_the_second_time)
    opened = workshop.open_document(file)
    assert len(looked) == 2
    assert (opened.recovered, opened.rescued) == (True, None)
    assert opened.loaded.client.seat("it").title == "Ours"
    opened.document.close(discard=True)


def test_nothing_half_made_is_left_in_the_damaged_folder(workshop, file):
    document = workshop.open_document(file).document
    rename(document, "Ours")
    copy = left_by_a_crash(document)
    spoil(copy)
    workshop.open_document(file).document.close()
    names = {path.name for path in copy.parent.iterdir()}
    assert names <= {"client.sqlite", "client.sqlite-wal", "damaged.json", "lock"}

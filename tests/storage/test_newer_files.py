"""A file of a newer program is shown when it only adds to what is known here, else refused."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mspseat_desktop import __version__
from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.records import RECORD_TYPES, Seat
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.engine import open_to_read
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.schema import OLDEST_READER, VERSION, expected_shape, shape_of
from mspseat_desktop.storage.workshop import Workshop
from world import clock

ADDED = (
    "ALTER TABLE seat ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'",
    "CREATE TABLE mood (id TEXT PRIMARY KEY NOT NULL) STRICT",
)


@pytest.fixture
def workshop(tmp_path):
    return Workshop(tmp_path / "home", now=clock)


@pytest.fixture
def file(workshop, tmp_path, newest_records):
    """A published client of the schema of the day."""
    document = workshop.new_document(newest_records).document
    (tmp_path / "documents").mkdir()
    document.set_target(tmp_path / "documents" / "Lakeside.mspseat")
    document.publish()
    document.close()
    return tmp_path / "documents" / "Lakeside.mspseat"


def make_newer(file, *statements, reader=VERSION, app="9.1"):
    """Let a newer program have written the file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("DELETE FROM meta WHERE key = 'seal'")
        for statement in statements:
            db.execute(statement)
        db.execute("UPDATE meta SET value = ? WHERE key = 'min_reader'", (str(reader),))
        db.execute("UPDATE meta SET value = ? WHERE key = 'app_version'", (app,))
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
        db.execute("VACUUM")


def meta(path):
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT key, value FROM meta").fetchall())


def test_a_file_says_who_made_it_and_who_may_read_it(file):
    told = meta(file)
    assert told["app_version"] == __version__
    assert (told["min_reader"], told["min_writer"]) == (str(OLDEST_READER[VERSION]), str(VERSION))
    assert set(OLDEST_READER) == set(range(1, VERSION + 1))


def test_a_file_that_was_brought_up_to_date_says_so(tmp_path):
    path = tmp_path / "working.sqlite"
    shutil.copy(Path(__file__).parent / "golden" / "schema-1.mspseat", path)
    ClientFile.open(path).close()
    told = meta(path)
    assert told["app_version"] == __version__
    assert told["min_reader"] == str(OLDEST_READER[VERSION])


def test_a_newer_file_that_only_adds_is_shown_with_all_that_is_known(file, workshop):
    before = workshop.read_document(file)
    make_newer(file, *ADDED)
    bytes_before = file.read_bytes()
    opened = workshop.open_document(file)
    assert opened.loaded.made_by == "9.1"
    assert opened.loaded.steps == ()
    for kind in RECORD_TYPES:
        assert set(opened.loaded.client.every(kind)) == set(before.client.every(kind))
    assert opened.document.only_shown.code == "newer-only-shown"
    assert opened.document.only_shown.params == {"name": file.name, "version": "9.1"}
    with closing(open_to_read(opened.document.file.path)) as db:
        assert shape_of(db) == expected_shape(VERSION)
    opened.document.close()
    assert file.read_bytes() == bytes_before
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_nothing_is_written_to_a_newer_file_in_any_way(file, workshop, tmp_path):
    make_newer(file, *ADDED)
    before = file.read_bytes()
    document = workshop.open_document(file).document
    seat = document.file.load().client.seat("it")
    ways = (
        lambda: document.file.write(Change((Touch(seat, None),))),
        lambda: document.file.keep_file(b"x"),
        document.publish,
        lambda: document.set_target(tmp_path / "elsewhere.mspseat"),
        lambda: document.move_to(tmp_path / "elsewhere.mspseat"),
        lambda: document.save_copy(tmp_path / "copy.mspseat"),
        lambda: document.save_aside("2026-11-26"),
    )
    for way in ways:
        with pytest.raises(FileProblem) as problem:
            way()
        assert problem.value.code == "newer-only-shown"
    assert not document.has_unpublished
    assert document.is_published()
    document.close()
    assert file.read_bytes() == before
    assert not (tmp_path / "copy.mspseat").exists()
    assert workshop.unsaved() == []


def test_a_crash_while_a_newer_file_is_shown_leaves_nothing_to_go_on_with(file, workshop):
    make_newer(file, *ADDED)
    document = workshop.open_document(file).document
    document.file.close()
    document._place.leave()
    document._exchange(None)
    assert workshop.unsaved() == []
    again = workshop.open_document(file)
    assert not again.recovered
    assert again.document.only_shown is not None
    again.document.close()


@pytest.mark.parametrize(
    "statements",
    [
        ("ALTER TABLE seat DROP COLUMN notes",),
        ("ALTER TABLE seat RENAME COLUMN title TO called",),
        ("DROP TABLE signature",),
        ("CREATE VIEW mood AS SELECT 1",),
        ("CREATE TRIGGER t AFTER INSERT ON seat BEGIN DELETE FROM person; END",),
        ("CREATE VIRTUAL TABLE v USING fts5(x)",),
    ],
)
def test_a_newer_file_that_changes_what_is_known_is_refused_with_its_version(
    file, workshop, statements
):
    make_newer(file, *statements)
    before = file.read_bytes()
    with pytest.raises(FileProblem) as problem:
        workshop.open_document(file)
    assert problem.value.code == "newer"
    assert problem.value.params == {"name": file.name, "version": "9.1"}
    assert file.read_bytes() == before


@pytest.mark.parametrize("reader", [VERSION + 1, "", "x", "99999999999999"])
def test_a_newer_file_that_does_not_let_this_program_read_is_refused(file, workshop, reader):
    make_newer(file, *ADDED, reader=reader)
    with pytest.raises(FileProblem) as problem:
        workshop.open_document(file)
    assert (problem.value.code, problem.value.params["version"]) == ("newer", "9.1")


def test_another_form_of_seal_in_a_newer_file_is_no_damage(file, workshop):
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 94}")  # our seal does not fit any more
    opened = workshop.open_document(file)
    assert opened.loaded.made_by == __version__
    assert opened.document.only_shown.code == "newer-only-shown"
    opened.document.close()
    make_newer(file, "INSERT INTO meta (key, value) VALUES ('seal', 'of another form')", reader=99)
    with pytest.raises(FileProblem) as problem:
        workshop.open_document(file)
    assert problem.value.code == "newer"


def test_a_word_that_only_the_newer_program_knows_is_no_damage(file, workshop):
    make_newer(file, "UPDATE occupant SET kind = 'robot'")
    with pytest.raises(FileProblem) as problem:
        workshop.open_document(file)
    assert problem.value.code == "newer"


def test_looking_at_a_file_takes_no_lock_and_no_edits(file, workshop):
    opened = workshop.open_document(file)
    shown = workshop.open_to_look(file)
    assert shown.document.only_shown.code == "only-shown"
    assert set(shown.loaded.client.every(Seat)) == set(opened.loaded.client.every(Seat))
    with pytest.raises(FileProblem) as problem:
        shown.document.file.write(Change())
    assert problem.value.code == "only-shown"
    shown.document.save_copy(file.with_name("copy.mspseat"))
    assert workshop.read_document(file.with_name("copy.mspseat")).client.profile.name
    shown.document.close()
    opened.document.close()


def test_a_copy_of_a_file_that_is_open_is_a_client_of_its_own(file, workshop):
    opened = workshop.open_document(file)
    copy = workshop.open_copy(file)
    assert copy.document.target is None
    assert copy.document.only_shown is None
    copy.document.file.write(Change())
    copy.document.close(discard=True)
    opened.document.close()

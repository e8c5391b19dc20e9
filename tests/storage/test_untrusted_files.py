from __future__ import annotations

import os
import random
import sqlite3
import struct
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mspseat_desktop.storage import engine
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.storage.publish import publish
from mspseat_desktop.storage.untrusted import take_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(name="good")
def _good(new_file, tmp_path: Path) -> Path:
    folder = tmp_path / "from outside"
    folder.mkdir()
    path = folder / "Lakeside.mspseat"
    publish(new_file(), path, seen=None)
    return path


def refusal(path: Path, tmp_path: Path) -> str:
    """Return the code with which the file is refused, or "" when it is taken."""
    private = tmp_path / "private.sqlite"
    private.unlink(missing_ok=True)
    beside = sorted(p.name for p in path.parent.iterdir())
    try:
        take_in(path, private)
    except FileProblem as problem:
        assert not private.exists()
        return problem.code
    finally:
        assert sorted(p.name for p in path.parent.iterdir()) == beside
    private.unlink()
    return ""


UNSEAL = "DELETE FROM meta WHERE key = 'seal'"


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement).fetchall()


def patch(path: Path, at: int, value: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(value)


def test_a_good_file_is_taken_in_and_left_as_it_is(good, tmp_path):
    before = good.read_bytes(), good.stat().st_mtime_ns
    fingerprint, loaded = take_in(good, tmp_path / "private.sqlite")
    assert fingerprint.size == len(before[0])
    assert loaded.client.profile.name == "Lakeside Manufacturing"
    assert (good.read_bytes(), good.stat().st_mtime_ns) == before
    assert (tmp_path / "private.sqlite").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"fifteen bytes..", "not-a-client-file"),
        (b"<!doctype html><html>Sign in</html>" * 9, "not-a-client-file"),
        (b"PK\x03\x04" + bytes(200), "not-a-client-file"),
        (b"%PDF-1.7" + bytes(200), "not-a-client-file"),
        (b"SQLite format 3\0" + bytes(20), "damaged"),
        (b"SQLite format 3\0" + bytes(2000), "not-a-client-file"),
    ],
)
def test_what_is_no_client_file_is_called_so(good, tmp_path, content, code):
    good.write_bytes(content)
    assert refusal(good, tmp_path) == code


def test_another_programs_database_is_no_client_file(tmp_path):
    path = tmp_path / "notes.mspseat"
    alter(path, "CREATE TABLE note (text)", "INSERT INTO note VALUES ('x')")
    assert refusal(path, tmp_path) == "not-a-client-file"


def test_a_folder_is_called_a_folder(tmp_path):
    assert refusal(tmp_path, tmp_path) == "folder"


def test_a_file_that_is_not_there_is_gone(tmp_path):
    assert refusal(tmp_path / "nothing.mspseat", tmp_path) == "gone"


@pytest.mark.skipif(os.name == "nt", reason="no pipes and devices among the files of Windows")
def test_pipes_and_devices_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.mspseat")
    assert refusal(tmp_path / "pipe.mspseat", tmp_path) == "not-a-file"
    link = tmp_path / "zero.mspseat"
    link.symlink_to("/dev/zero")
    assert refusal(link, tmp_path) == "not-a-file"
    loop = tmp_path / "loop.mspseat"
    loop.symlink_to(loop)
    assert refusal(loop, tmp_path) == "not-a-file"


def test_a_huge_file_is_refused_before_it_is_read(good, tmp_path):
    with good.open("r+b") as file:
        file.truncate(2**40)
    assert refusal(good, tmp_path) == "too-large"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")
def test_a_file_that_must_not_be_read_is_said_to_be_so(good, tmp_path, monkeypatch):
    def refused(*_args, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)  # for root every file is open
    assert refusal(good, tmp_path) == "not-readable"


def test_a_newer_file_names_the_version_that_it_needs(good, tmp_path):
    alter(
        good,
        "PRAGMA user_version = 99",
        "UPDATE meta SET value = '9.1' WHERE key = 'app_version'",
        "UPDATE meta SET value = '99' WHERE key = 'min_reader'",
        "CREATE TABLE more (x TEXT)",
    )
    with pytest.raises(FileProblem) as problem:
        take_in(good, tmp_path / "private.sqlite")
    assert problem.value.code == "newer"
    assert problem.value.params == {"name": "Lakeside.mspseat", "version": "9.1"}


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TRIGGER t AFTER INSERT ON seat BEGIN DELETE FROM seat; END"],
        ["CREATE VIEW v AS SELECT * FROM seat"],
        ["CREATE TABLE more (x)"],
        ["CREATE INDEX more ON seat (title)"],
        ["ANALYZE"],
        ["ALTER TABLE seat ADD COLUMN more TEXT"],
        ["DROP TABLE action"],
    ],
)
def test_a_schema_that_is_not_exactly_ours_is_refused(good, tmp_path, statements):
    alter(good, *statements)
    assert refusal(good, tmp_path) == "altered"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE responsibility SET seat = 'nobody'",
        "UPDATE responsibility SET level = 'splendid'",
        "UPDATE responsibility SET excluded = 7",
        "UPDATE seat SET parent = 'it'",
        "UPDATE review SET scene = 'what'",
        "UPDATE meta SET value = 'many' WHERE key = 'edits'",
        "UPDATE seat SET title = CAST(X'ff00fe' AS TEXT)",
        "PRAGMA user_version = -5",
        "PRAGMA user_version = 0",
    ],
)
def test_content_that_makes_no_sense_is_damage(good, tmp_path, statement):
    alter(good, UNSEAL, "PRAGMA foreign_keys = OFF", statement)
    assert refusal(good, tmp_path) == "damaged"


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (16, struct.pack(">H", 1000)),  # page size that is no power of two
        (16, struct.pack(">H", 0)),
        (28, struct.pack(">I", 2**31 - 1)),  # page count
        (56, struct.pack(">I", 2)),  # UTF-16
        (100, bytes(400)),  # the first page of the schema
        (100, b"\xff" * 400),
    ],
)
def test_a_broken_beginning_is_damage(good, tmp_path, at, value):
    patch(good, at, value)
    assert refusal(good, tmp_path) == "damaged"


@pytest.mark.parametrize("change", ["cut", "half a page", "padded", "mangled by mail"])
def test_a_file_of_the_wrong_length_is_damage(good, tmp_path, change):
    whole = good.read_bytes()
    good.write_bytes(
        {
            "cut": whole[: len(whole) // 2],
            "half a page": whole[:-2048],
            "padded": whole + bytes(4096),
            "mangled by mail": whole.replace(b"\n", b"\r\n"),
        }[change]
    )
    assert refusal(good, tmp_path) == "damaged"


def test_other_programs_files_beside_it_are_not_looked_at(good, tmp_path):
    good.with_name(f"{good.name}-wal").write_bytes(b"rubbish" * 1000)
    good.with_name(f"{good.name}-journal").write_bytes(b"rubbish" * 1000)
    assert refusal(good, tmp_path) == ""


def test_one_bad_reading_is_not_called_damage(good, tmp_path, monkeypatch):
    tries = []

    def cut_short_once(descriptor, mode):
        file = fdopen(descriptor, mode)
        if mode == "wb" and not tries:
            tries.append(file.write(b"x"))  # as if the disk had brought something else
        return file

    fdopen = os.fdopen
    monkeypatch.setattr(os, "fdopen", cut_short_once)
    assert refusal(good, tmp_path) == ""
    assert tries


def test_flipped_bytes_are_refused_or_harmless(good, tmp_path):
    chance = random.Random(7)  # noqa: S311 - the same bytes in every run
    whole = good.read_bytes()
    taken = 0
    for _ in range(100):
        spoiled = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            spoiled[chance.randrange(len(whole))] = chance.randrange(256)
        good.write_bytes(spoiled)
        taken += refusal(good, tmp_path) == ""
    assert taken < 100


def test_a_file_whose_index_does_not_find_its_rows_is_damaged(good, tmp_path):
    alter(good, "DELETE FROM meta WHERE key = 'seal'")  # which would notice it first
    with closing(sqlite3.connect(good)) as db:
        (page_size,) = db.execute("PRAGMA page_size").fetchone()
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'core_value'"
            " AND name LIKE 'sqlite_autoindex%'"
        ).fetchone()
    start = (page - 1) * page_size
    found = good.read_bytes()[start : start + page_size].index(b"v1")
    patch(good, start + found, b"w1")
    assert refusal(good, tmp_path) == "damaged"


def test_a_statement_that_takes_too_long_is_ended(good, monkeypatch):
    monkeypatch.setattr(engine, "_LONGEST_READING", 0.05)
    long = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999999)"
    with (
        closing(engine.open_to_read(good)) as db,
        pytest.raises(FileProblem, match="damaged"),
        problems("reading"),
    ):
        engine.rows(db, f"{long} SELECT count(*) FROM n")  # noqa: S608 - of ours alone

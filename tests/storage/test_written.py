"""A file that was written here is read without a second check, any other is checked."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mspseat_desktop.domain.change import Change, Step, Touch
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage.erasing import erase_client
from mspseat_desktop.storage.fingerprint import fingerprint
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.storage.written import Written


@pytest.fixture(name="home")
def _home(tmp_path):
    return tmp_path / "home"


@pytest.fixture(name="document")
def _document(home, tmp_path, small_records):
    workshop = Workshop(home, now=lambda: datetime(2026, 10, 14, tzinfo=UTC))
    document = workshop.new_document(small_records).document
    document.set_target(tmp_path / "Lakeside.mspseat")
    document.publish()
    yield document
    document.close()


def known(home):
    return [path.name for path in (home / "written").iterdir()]


def test_the_file_is_known_from_its_publishing_until_the_next_one_or_its_erasing(home, document):
    first = fingerprint(document.target).sha256
    assert known(home) == [first]
    seat = document.file.load().client.seat(SeatId("it"))
    change = Change((Touch(seat, replace(seat, title="IT")),))
    document.file.write(change, steps=[Step(1, "rename", {}, change, "2026-10-14T12:00:00+00:00")])
    document.publish()
    assert known(home) == [fingerprint(document.target).sha256] != [first]
    erase_client(home, target=document.target, shelf=None)
    assert known(home) == []


def test_what_was_written_here_is_only_read_and_anything_else_is_checked(document, tmp_path):
    with closing(sqlite3.connect(document.target)) as db, db:
        db.execute("UPDATE meta SET value = 'rubbish' WHERE key = 'seal'")
    with pytest.raises(FileProblem):
        take_in(document.target, tmp_path / "checked.sqlite")
    sha256 = fingerprint(document.target).sha256
    _, loaded = take_in(document.target, tmp_path / "read.sqlite", was_written=sha256.__eq__)
    assert loaded.client.seat(SeatId("it"))
    with closing(sqlite3.connect(tmp_path / "read.sqlite")) as db:
        assert not db.execute("SELECT * FROM meta WHERE key = 'seal'").fetchall()


def test_a_changed_file_is_not_known_though_its_name_and_size_are(home, document):
    content = bytearray(document.target.read_bytes())
    content[-1] ^= 1
    document.target.write_bytes(content)
    assert not Written(home / "written").has(fingerprint(document.target).sha256)


def test_so_many_are_known_and_no_more_and_a_folder_that_takes_none_is_no_trouble(tmp_path):
    written = Written(tmp_path / "written")
    for number in range(205):
        written.note(f"{number:064}")
    assert len(list((tmp_path / "written").iterdir())) == 200
    (tmp_path / "file").write_bytes(b"")
    Written(tmp_path / "file").note("0" * 64)
    assert not Written(tmp_path / "file").has("0" * 64)


def test_a_file_that_can_not_be_read_is_erased_all_the_same(home, document, monkeypatch):
    target, open_file = document.target, os.open

    def refused(path, *args, **more):
        if path == target:
            raise OSError(errno.EIO, "Input/output error")
        return open_file(path, *args, **more)

    monkeypatch.setattr("os.open", refused)
    erase_client(home, target=target, shelf=None)
    assert not target.exists()

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mspseat_desktop.domain.change import Change, Step, Touch
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage.fingerprint import fingerprint
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.publish import publish, save_copy, send_copy
from mspseat_desktop.storage.schema import VERSION

CANARY = "Zebra never gets it"


def rename(file, title: str, number: int = 1) -> None:
    seat = file.load().client.seat(SeatId("it"))
    change = Change((Touch(seat, replace(seat, title=title)),))
    file.write(change, steps=[Step(number, "rename", {}, change, "2026-10-14T12:00:00+00:00")])


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return db.execute(sql).fetchall()


@pytest.fixture(name="target")
def _target(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder / "Lakeside.mspseat"


def test_a_published_file_is_plain_sqlite_with_everything_in_it(new_file, target):
    file = new_file()
    rename(file, "IT")
    published = publish(file, target, seen=None)
    assert published.fingerprint == fingerprint(target)
    assert published.edits == file.edits == 1
    assert ask(target, "SELECT title FROM seat WHERE id = 'it'") == [("IT",)]
    assert ask(target, "SELECT number, name FROM step") == [(1, "rename")]
    assert ask(target, "PRAGMA integrity_check") == [("ok",)]
    assert ask(target, "PRAGMA journal_mode") == [("delete",)]
    assert ask(target, "PRAGMA user_version") == [(VERSION,)]
    assert target.read_bytes()[68:72] == b"MSPS"


def test_nothing_stands_beside_a_published_file_and_it_is_private(new_file, target):
    file = new_file()
    publish(file, target, seen=None)
    assert [p.name for p in target.parent.iterdir()] == [target.name]
    assert target.stat().st_mode & 0o777 == 0o600
    names = sorted(p.name for p in file.path.parent.iterdir() if p.is_file())
    assert names == ["client0.sqlite", "client0.sqlite-wal"]


def test_a_file_that_somebody_else_changed_is_never_overwritten(new_file, target):
    file = new_file()
    seen = publish(file, target, seen=None).fingerprint
    theirs = target.read_bytes()[:-1] + b"!"
    target.write_bytes(theirs)
    os.utime(target, ns=(seen.modified, seen.modified))  # as a cloud client may leave it
    with pytest.raises(FileProblem) as problem:
        publish(file, target, seen=seen)
    assert problem.value.code == "changed-outside"
    assert target.read_bytes() == theirs
    assert [p.name for p in target.parent.iterdir()] == [target.name]


def test_a_file_that_turned_up_in_the_place_is_never_overwritten(new_file, target):
    target.write_text("a letter")
    with pytest.raises(FileProblem) as problem:
        publish(new_file(), target, seen=None)
    assert problem.value.code == "changed-outside"
    assert target.read_text() == "a letter"


def test_a_file_that_is_gone_is_not_put_back_unasked(new_file, target):
    file = new_file()
    seen = publish(file, target, seen=None).fingerprint
    target.unlink()
    with pytest.raises(FileProblem) as problem:
        publish(file, target, seen=seen)
    assert problem.value.code == "target-gone"
    assert list(target.parent.iterdir()) == []


def test_a_changed_time_alone_is_no_change(new_file, target):
    file = new_file()
    seen = publish(file, target, seen=None).fingerprint
    os.utime(target, (1, 1))
    rename(file, "IT")
    publish(file, target, seen=seen)
    assert ask(target, "SELECT title FROM seat WHERE id = 'it'") == [("IT",)]


@pytest.mark.parametrize("broken", ["replace", "fsync", "write"])
def test_the_old_file_stays_whole_when_publishing_fails(new_file, target, monkeypatch, broken):
    file = new_file()
    seen = publish(file, target, seen=None).fingerprint
    rename(file, "IT")

    def fails(*_args, **_more):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        if broken == "replace":
            patch.setattr(Path, "replace", fails)
        elif broken == "fsync":
            patch.setattr(os, "fsync", fails)
        else:
            patch.setattr(os, "fdopen", fails)
        with pytest.raises(FileProblem) as problem:
            publish(file, target, seen=seen)
    assert problem.value.code == "disk-full"
    assert fingerprint(target) == seen
    assert [p.name for p in target.parent.iterdir()] == [target.name]
    publish(file, target, seen=seen)
    assert ask(target, "SELECT title FROM seat WHERE id = 'it'") == [("IT",)]


def test_a_copy_that_is_not_whole_is_never_published(new_file, target, monkeypatch):
    monkeypatch.setattr("mspseat_desktop.storage.publish.is_whole", lambda _: False)
    with pytest.raises(FileProblem) as problem:
        publish(new_file(), target, seen=None)
    assert problem.value.code == "not-saved"
    assert list(target.parent.iterdir()) == []


def test_a_rename_that_windows_refuses_for_a_moment_is_tried_again(new_file, target, monkeypatch):
    file = new_file()
    monkeypatch.setattr("mspseat_desktop.storage.publish.sys.platform", "win32")
    monkeypatch.setattr("mspseat_desktop.storage.publish._WAITS", (0, 0, 0))
    rename_for_real = Path.replace
    tries = []

    def refused_twice(self, other):
        tries.append(other)
        if len(tries) < 3:
            raise PermissionError(13, "held by a scanner")
        return rename_for_real(self, other)

    monkeypatch.setattr(Path, "replace", refused_twice)
    monkeypatch.setattr("mspseat_desktop.storage.publish.sync_folder", lambda _: None)
    publish(file, target, seen=None)
    assert len(tries) == 3
    assert target.exists()


def test_a_read_only_file_is_left_alone(new_file, target):
    file = new_file()
    seen = publish(file, target, seen=None).fingerprint
    target.chmod(0o444)
    with pytest.raises(FileProblem) as problem:
        publish(file, target, seen=seen)
    assert problem.value.code == "read-only"
    assert fingerprint(target) == seen


def test_a_read_only_folder_is_said_to_be_one(new_file, target, monkeypatch):
    file = new_file()
    monkeypatch.setattr(os, "access", lambda *_: False)  # for root every folder is open
    with pytest.raises(FileProblem) as problem:
        publish(file, target, seen=None)
    assert problem.value.code == "read-only"


def test_a_folder_that_is_gone_is_said_to_be_gone(new_file, target):
    target.parent.rmdir()
    with pytest.raises(FileProblem) as problem:
        publish(new_file(), target, seen=None)
    assert problem.value.code == "no-folder"


def test_a_folder_in_the_place_of_the_file_is_said_to_be_one(new_file, target):
    target.mkdir()
    with pytest.raises(FileProblem) as problem:
        publish(new_file(), target, seen=None)
    assert problem.value.code == "folder"


def delete_the_secret(file) -> None:
    person = Occupant("z", CANARY, notes=CANARY * 200)
    add = Change((Touch(None, person),))
    file.write(add, steps=[Step(1, "add", {"who": CANARY}, add, "2026-10-14T12:00:00+00:00")])
    gone = add.inverse()
    file.write(gone, steps=[Step(2, "drop", {}, gone, "2026-10-14T12:00:00+00:00")])


def test_a_sent_copy_has_no_history_and_no_trace_of_deleted_words(new_file, target):
    file = new_file()
    delete_the_secret(file)
    send_copy(file, target)
    assert ask(target, "SELECT count(*) FROM step") == [(0,)]
    assert CANARY.encode() not in target.read_bytes()
    assert ask(target, "SELECT count(*) FROM seat") == [(2,)]
    assert len(file.load().steps) == 2  # the working copy keeps its own


def test_deleted_words_are_gone_from_the_published_file(new_file, target):
    file = new_file()
    delete_the_secret(file)
    save_copy(file, target)
    assert CANARY.encode() in target.read_bytes()  # undo can bring them back
    file.write(Change(), dropped=[1, 2])
    save_copy(file, target)
    assert CANARY.encode() not in target.read_bytes()


def test_a_copy_replaces_what_a_dialog_has_asked_about(new_file, target):
    target.write_text("older")
    save_copy(new_file(), target)
    assert ask(target, "SELECT count(*) FROM seat") == [(2,)]


@pytest.mark.skipif(os.name == "nt", reason="no pipes and devices among the files of Windows")
@pytest.mark.parametrize("write", [save_copy, send_copy, lambda f, t: publish(f, t, seen=None)])
def test_pipes_and_devices_are_never_written_to_nor_read(new_file, target, write):
    file = new_file()
    os.mkfifo(target)
    zero = target.with_name("zero.mspseat")
    zero.symlink_to("/dev/zero")
    for place in (target, zero):
        with pytest.raises(FileProblem) as caught:
            write(file, place)
        assert caught.value.code == "not-a-file"
    assert target.is_fifo()
    assert zero.is_symlink()
    assert len(list(target.parent.iterdir())) == 2


def test_a_file_too_large_to_be_a_client_is_not_read(target):
    target.touch()
    os.truncate(target, 2**40)
    found = fingerprint(target)
    assert found is not None
    assert (found.size, found.sha256) == (2**40, "")

"""Not one letter of a published file changes unnoticed."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.publish import publish, send_copy
from mspseat_desktop.storage.untrusted import take_in


@pytest.fixture(name="published")
def _published(new_file, tmp_path):
    path = tmp_path / "Lakeside.mspseat"
    publish(new_file(), path, seen=None)
    return path


def seals_in(path):
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT count(*) FROM meta WHERE key = 'seal'").fetchone()[0]


def test_a_letter_that_turned_into_another_is_damage(published, tmp_path):
    content = published.read_bytes()
    assert b"Backups come back" in content
    published.write_bytes(content.replace(b"Backups come back", b"Backups came back"))
    with pytest.raises(FileProblem) as problem:
        take_in(published, tmp_path / "private.sqlite")
    assert problem.value.code == "broken-seal"


@pytest.mark.parametrize("act", ["VACUUM", "UPDATE seat SET title = 'Changed'"])
def test_a_whole_file_that_another_program_wrote_is_told_from_a_torn_one(published, tmp_path, act):
    with closing(sqlite3.connect(published, isolation_level=None)) as db:
        db.execute(act)
    with pytest.raises(FileProblem) as problem:
        take_in(published, tmp_path / "private.sqlite")
    assert problem.value.code == "broken-seal"
    published.write_bytes(published.read_bytes()[:-4096] + bytes(4096))
    with pytest.raises(FileProblem) as problem:
        take_in(published, tmp_path / "private.sqlite")
    assert problem.value.code == "damaged"


def test_every_copy_that_leaves_is_sealed_and_opens(new_file, published, tmp_path):
    sent = tmp_path / "sent.mspseat"
    send_copy(new_file(), sent)
    for path in (published, sent):
        assert seals_in(path) == 1
        take_in(path, tmp_path / f"{path.name}.sqlite")


def test_a_working_copy_has_no_seal_that_edits_would_break(published, tmp_path):
    take_in(published, tmp_path / "private.sqlite")
    assert seals_in(tmp_path / "private.sqlite") == 0


def test_the_same_client_is_published_as_the_same_bytes(new_file, tmp_path):
    file = new_file()
    first, second = tmp_path / "1.mspseat", tmp_path / "2.mspseat"
    publish(file, first, seen=None)
    publish(file, second, seen=None)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("seal", ["", "rubbish", "0" * 97, f"{'0' * 32}:{'0' * 64}"])
def test_a_seal_that_is_none_is_damage(published, tmp_path, seal):
    with closing(sqlite3.connect(published)) as db, db:
        db.execute("UPDATE meta SET value = ? WHERE key = 'seal'", (seal,))
    with pytest.raises(FileProblem) as problem:
        take_in(published, tmp_path / "private.sqlite")
    assert problem.value.code == "broken-seal"


def test_a_file_from_before_there_were_seals_opens(published, tmp_path):
    with closing(sqlite3.connect(published)) as db, db:
        db.execute("DELETE FROM meta WHERE key = 'seal'")
    take_in(published, tmp_path / "private.sqlite")

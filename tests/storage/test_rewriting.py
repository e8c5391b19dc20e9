"""Somebody is taken out of backups too, and each backup stays what it was otherwise."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.edits.forgetting import FORGET, forget_occupant
from mspseat_desktop.domain.records import Occupant, Profile, Seat
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.keys import Key, Sheet
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.rewriting import rewrite_backups
from mspseat_desktop.storage.workshop import Workshop
from world import clock

NAME = "Quentin Featherstone"
EDIT = forget_occupant("o", stand_in="somebody")


def reword(words):
    return words.replace(NAME, "somebody")


@pytest.fixture(params=[None, Key(bytearray(range(1, 33)), bytes(range(16)))], ids=["plain", "key"])
def document(request, tmp_path):
    workshop = Workshop(tmp_path / "home", now=clock)
    document = workshop.new_document([Profile(name="Lakeside")], request.param).document
    yield document
    document.close()


def do(document, *records):
    loaded = document.file.load()
    session = Session(loaded.client, document.file, steps=loaded.steps, clock=clock)

    def run(work):
        for record in records:
            work.put(record)

    session.do(Edit("put", run))
    return session


def three_backups(document):
    """One before the person came, one with the person, one with the name in the history only."""
    document.back_up("opened")
    session = do(document, Occupant("o", NAME), Seat("s", title=f"Seat of {NAME}"))
    document.back_up("deletion")
    session.do(forget_as_edit())
    document.back_up("restore")


def forget_as_edit():
    return Edit(FORGET, EDIT.run)


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_backup_holds_the_name_and_all_can_still_be_read(document):
    three_backups(document)
    before = document.shelf.listed()
    folder = document.shelf.path(before[0]).parent
    if document.file.key is None:
        assert NAME.encode() in bytes_of(folder)
    done = rewrite_backups(document.shelf, EDIT, reword=reword, key=document.file.key)
    after = document.shelf.listed()
    assert done == (3, 0)
    assert NAME.encode() not in bytes_of(folder)
    assert [b.number for b in after] == [b.number for b in before]
    assert [b.made_at for b in after] == [b.made_at for b in before]
    assert [b.causes for b in after] == [b.causes for b in before]
    assert all(document.shelf.is_sound(b) for b in after)
    assert [p.name for p in folder.iterdir() if "scratch" in p.name or p.suffix == ".new"] == []


def test_what_each_backup_held_besides_is_still_in_it(document, tmp_path):
    three_backups(document)
    rewrite_backups(document.shelf, EDIT, reword=reword, key=document.file.key)
    workshop = Workshop(tmp_path / "home", now=clock)
    _newest, second, _oldest = document.shelf.listed()
    opened = workshop.open_backup(document.shelf, second, *keyed(document))
    client = opened.loaded.client
    assert client.seat("s").title == "Seat of somebody"
    assert not client.has(Occupant, "o")
    assert opened.loaded.steps == ()
    opened.document.close(discard=True)


def keyed(document):
    return () if document.file.key is None else (Sheet(document.file.key),)


def test_a_damaged_backup_goes_since_nobody_can_say_what_is_in_it(document):
    three_backups(document)
    hurt = document.shelf.path(document.shelf.listed()[1])
    hurt.write_bytes(hurt.read_bytes()[:-4096])
    done = rewrite_backups(document.shelf, EDIT, reword=reword, key=document.file.key)
    assert done == (2, 1)
    assert not hurt.exists()


def test_a_full_disk_deletes_no_backup(document, monkeypatch):
    three_backups(document)

    def refuse(*_given, **_more):
        raise FileProblem("disk-full")

    monkeypatch.setattr("mspseat_desktop.storage.rewriting.publish", refuse)
    with pytest.raises(FileProblem):
        rewrite_backups(document.shelf, EDIT, reword=reword, key=document.file.key)
    assert len(document.shelf.listed()) == 3
    monkeypatch.undo()
    rewrite_backups(document.shelf, EDIT, reword=reword, key=document.file.key)
    assert len(document.shelf.listed()) == 3


def test_a_change_that_is_no_edit_is_not_needed(document):
    document.file.write(Change((Touch(None, Seat("t", title=NAME)),)))
    document.back_up("opened")
    rewrite_backups(document.shelf, EDIT, reword=reword, key=document.file.key)
    assert len(document.shelf.listed()) == 1


def unreadable(note):
    """Put in the note's place what no disk reads as a file; return how to put it back."""
    away = note.with_name("away")
    note.rename(away)
    note.mkdir()

    def back():
        note.rmdir()
        away.rename(note)

    return back


def test_a_backup_whose_note_can_not_be_read_now_stays_with_all_that_is_known_of_it(document):
    three_backups(document)
    before = document.shelf.listed()
    path = document.shelf.path(before[1])
    put_back = unreadable(path.with_suffix(".json"))
    with pytest.raises(FileProblem):
        rewrite_backups(document.shelf, EDIT, reword=reword, key=document.file.key)
    put_back()
    assert document.shelf.listed() == before
    assert all(map(document.shelf.is_sound, before))
    rewrite_backups(document.shelf, EDIT, reword=reword, key=document.file.key)
    assert [b.causes for b in document.shelf.listed()] == [b.causes for b in before]


def test_no_backup_goes_while_a_note_can_not_be_read(document):
    document.back_up("deletion")
    (first,) = document.shelf.listed()
    put_back = unreadable(document.shelf.path(first).with_suffix(".json"))
    for number in range(14):
        do(document, Seat("s", title=f"Title {number}"))
        document.back_up("opened")
    assert len(document.shelf.listed()) == 15
    put_back()
    do(document, Seat("s", title="Last"))
    document.back_up("opened")
    assert first in document.shelf.listed()
    assert len(document.shelf.listed()) < 15

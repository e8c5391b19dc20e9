"""Protected clients: one key for the working copy, the user's file and every backup."""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, rename_seat
from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import RECORD_TYPES, Profile, Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.driver import engine
from mspseat_desktop.storage.keys import PAGE, Key, Phrase, Sheet, salt_of
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.workshop import Workshop
from world import clock

CANARY = "CANARY-7f3a"
NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
WORDS = "correct horse battery staple"
RECORDS = (
    Profile(name=f"{CANARY} Ltd"),
    Seat("s", None, 1, f"{CANARY} seat", purpose=f"{CANARY} purpose"),
)


@pytest.fixture
def workshop(tmp_path):
    return Workshop(tmp_path / "home", now=clock)


@pytest.fixture
def path(tmp_path):
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents" / "client.mspseat"


def protect(document, words=WORDS):
    document.change_key(Phrase(words).fresh_key())


@pytest.fixture
def saved(workshop, path):
    """The path of a protected client's file."""
    document = workshop.new_document(RECORDS).document
    protect(document)
    document.set_target(path)
    document.publish()
    document.close()
    return path


def opened(workshop, path, words=WORDS):
    return workshop.open_document(path, Phrase(words))


def rename(document, title):
    seat = document.file.load().client.seat(SeatId("s"))
    document.file.write(Change((Touch(seat, replace(seat, title=title)),)))


def files_with(word, *folders):
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in paths if word.encode() in path.read_bytes()]


def problem_of(run):
    with pytest.raises(FileProblem) as caught:
        run()
    return caught.value.code


def test_a_protected_client_opens_with_its_phrase_and_says_what_it_said(workshop, saved):
    again = opened(workshop, saved)
    assert again.loaded.client.profile.name == f"{CANARY} Ltd"
    assert not again.recovered
    again.document.close()


def test_without_a_phrase_the_file_asks_for_one(workshop, saved):
    assert problem_of(lambda: workshop.open_document(saved)) == "protected"
    assert problem_of(lambda: workshop.read_document(saved)) == "protected"


@pytest.mark.parametrize("words", ["", "correct horse", WORDS.upper(), WORDS + " "])
def test_another_phrase_does_not_open_it(workshop, saved, words):
    assert problem_of(lambda: opened(workshop, saved, words)) == "wrong-phrase"
    opened(workshop, saved).document.close()


def test_a_phrase_is_the_same_however_its_letters_are_composed(workshop, path):
    document = workshop.new_document(RECORDS).document
    protect(document, "Z\u00fcrich")
    document.set_target(path)
    document.publish()
    document.close()
    opened(workshop, path, "Zu\u0308rich").document.close()


def test_nothing_of_the_client_is_in_plain_text_on_the_disk(workshop, saved, tmp_path):
    document = opened(workshop, saved).document
    for number in range(40):
        rename(document, f"{CANARY} {number}")
    assert files_with(CANARY, tmp_path) == []
    document.publish()
    document.back_up("opened")
    document.save_copy(saved.with_name("copy.mspseat"))
    document.send_copy(saved.with_name("sent.mspseat"))
    document.save_aside("2026-10-14")
    assert files_with(CANARY, tmp_path) == []
    document.close()
    assert files_with(CANARY, tmp_path) == []
    for name in ("copy", "sent", "client (your version, 2026-10-14)"):
        workshop.read_document(saved.with_name(f"{name}.mspseat"), Phrase(WORDS))


def test_the_engine_of_others_opens_it_with_the_phrase(saved):
    with closing(engine.connect(saved)) as db:
        db.execute(f"PRAGMA key = '{WORDS}'")
        assert db.execute("SELECT name FROM profile").fetchall() == [(f"{CANARY} Ltd",)]


def test_the_raw_key_opens_it_without_the_phrase(workshop, saved):
    key = Phrase(WORDS).key(salt_of(saved))
    again = workshop.open_document(saved, Sheet(key))
    assert again.loaded.client.profile.name == f"{CANARY} Ltd"
    again.document.close()


def test_edits_that_a_crash_kept_from_the_file_come_back_with_the_phrase(workshop, saved, tmp_path):
    document = opened(workshop, saved).document
    rename(document, "Kept")
    document.close()  # not published, as after a crash
    other = Workshop(tmp_path / "home", now=clock)
    assert problem_of(lambda: other.open_document(saved)) == "protected"
    again = opened(other, saved)
    assert again.recovered
    assert again.loaded.client.seat(SeatId("s")).title == "Kept"
    again.document.close()


def test_a_client_without_a_place_waits_without_its_name(workshop):
    document = workshop.new_document(RECORDS).document
    protect(document)
    document.close()
    (waiting,) = workshop.unsaved()
    assert (waiting.name, waiting.is_protected) == ("", True)
    assert problem_of(lambda: workshop.resume(waiting.work_id)) == "protected"
    again = workshop.resume(waiting.work_id, Phrase(WORDS))
    assert again.loaded.client.profile.name == f"{CANARY} Ltd"
    again.document.close(discard=True)


def test_setting_a_phrase_leaves_no_plain_page_in_the_working_copy(workshop, path, tmp_path):
    document = workshop.new_document(RECORDS).document
    document.set_target(path)
    document.publish()
    assert files_with(CANARY, tmp_path)
    protect(document)
    assert document.has_unpublished
    document.publish()
    assert files_with(CANARY, tmp_path) == []
    rename(document, "After")
    assert document.file.load().client.seat(SeatId("s")).title == "After"
    document.close()


def test_a_changed_phrase_opens_and_the_old_one_does_not(workshop, saved):
    document = opened(workshop, saved).document
    protect(document, "another")
    document.publish()
    document.close()
    assert problem_of(lambda: opened(workshop, saved)) == "wrong-phrase"
    opened(workshop, saved, "another").document.close()


def test_a_removed_phrase_is_asked_for_no_more(workshop, saved):
    document = opened(workshop, saved).document
    document.change_key(None)
    document.publish()
    document.close()
    again = workshop.open_document(saved)
    assert again.loaded.client.profile.name == f"{CANARY} Ltd"
    again.document.close()


def test_a_key_is_wiped_when_the_client_is_closed(workshop, saved):
    document = opened(workshop, saved).document
    key = document.file.key
    assert not key.is_wiped
    document.close()
    assert key.is_wiped


def test_backups_have_the_key_of_the_client_and_the_same_content_once(workshop, saved, tmp_path):
    document = opened(workshop, saved).document
    document.back_up("opened")
    document.back_up("deletion")
    document.back_up("deletion")
    (backup,) = document.shelf.listed()
    assert backup.name == ""
    assert files_with(CANARY, tmp_path) == []
    rename(document, "Later")
    document.back_up("deletion")
    assert len(document.shelf.listed()) == 2
    shelf = document.shelf
    document.close(discard=True)
    again = workshop.open_backup(shelf, backup, Phrase(WORDS))
    assert again.loaded.client.seat(SeatId("s")).title == f"{CANARY} seat"
    assert again.document.file.key is not None
    again.document.close(discard=True)


def spoil(path, page, count=1):
    content = bytearray(path.read_bytes())
    for number in range(page, page + count):
        content[number * PAGE + 100] ^= 1
    path.write_bytes(content)


def test_a_changed_byte_is_damage_and_no_wrong_phrase(workshop, saved):
    spoil(saved, 0)
    assert problem_of(lambda: opened(workshop, saved)) == "damaged"
    spoil(saved, 0)
    spoil(saved, 3)
    assert problem_of(lambda: opened(workshop, saved)) == "damaged"


def test_a_file_cut_short_is_damaged(workshop, saved):
    os.truncate(saved, saved.stat().st_size - 100)
    assert problem_of(lambda: opened(workshop, saved)) == "damaged"
    os.truncate(saved, 20 * PAGE)
    assert problem_of(lambda: opened(workshop, saved)) == "damaged"


def test_random_bytes_are_opened_by_no_phrase(workshop, path):
    path.write_bytes(secrets.token_bytes(32 * PAGE))
    assert problem_of(lambda: opened(workshop, path)) == "wrong-phrase"
    assert problem_of(lambda: workshop.open_document(path)) == "protected"
    odd = path.with_suffix(".bin")
    odd.write_bytes(secrets.token_bytes(32 * PAGE))
    assert problem_of(lambda: opened(workshop, odd)) == "not-a-client-file"
    path.write_bytes(b"PK\x03\x04" + bytes(8 * PAGE))
    assert problem_of(lambda: opened(workshop, path)) == "not-a-client-file"


def test_what_can_be_read_of_a_damaged_one_is_protected_too(workshop, path, tmp_path):
    seats = [Seat(SeatId(f"s{n}"), None, n, f"{CANARY} {n}", notes="n" * 300) for n in range(300)]
    document = workshop.new_document([RECORDS[0], *seats]).document
    protect(document)
    document.set_target(path)
    document.publish()
    document.close()
    pages = path.stat().st_size // PAGE
    spoil(path, pages - 12)
    assert problem_of(lambda: opened(workshop, path)) == "damaged"
    again, missing = workshop.open_salvaged(path, Phrase(WORDS))
    found = len(list(again.loaded.client.every(Seat)))
    assert 300 - 20 < found < 300  # what comes before the broken page, and after it
    assert missing.unread == (Seat,)
    assert again.document.is_protected
    assert files_with(CANARY, tmp_path) == []
    again.document.close(discard=True)


def test_a_copy_of_it_can_be_worked_on_by_two_files_in_turn(workshop, saved):
    for title in ("One", "Two"):
        document = opened(workshop, saved).document
        rename(document, title)
        document.publish()
        document.close()
    last = opened(workshop, saved)
    assert last.loaded.client.seat(SeatId("s")).title == "Two"
    last.document.close()


def test_a_new_working_copy_is_made_with_its_key(tmp_path):
    key = Phrase(WORDS).fresh_key()
    ClientFile.create(tmp_path / "client.sqlite", RECORDS, key).close()
    assert files_with(CANARY, tmp_path) == []
    again = ClientFile.open(tmp_path / "client.sqlite", key=Phrase(WORDS).key(key.salt))
    assert again.load().client.profile.name == f"{CANARY} Ltd"
    again.close()


def test_backups_get_the_new_key_with_the_client(workshop, path, tmp_path):
    document = workshop.new_document(RECORDS).document
    document.set_target(path)
    document.publish()
    document.back_up("opened")
    rename(document, "Second")
    document.back_up("deletion")
    shelf = document.shelf
    assert len(files_with(CANARY, tmp_path / "home" / "backups")) > 1
    for words in ("first", "second"):
        protect(document, words)
        document.publish()
        assert files_with(CANARY, tmp_path) == []
        for backup in shelf.listed():
            assert shelf.is_sound(backup)
            found = workshop.read_document(shelf.path(backup), Phrase(words))
            assert found.client.profile.name == f"{CANARY} Ltd"
    document.back_up("deletion")
    assert len(shelf.listed()) == 3
    document.change_key(None)
    names = {backup.name for backup in shelf.listed()}
    assert names == {f"{CANARY} Ltd"}
    for backup in shelf.listed():
        assert shelf.is_sound(backup)
        workshop.read_document(shelf.path(backup))
    document.close(discard=True)


def test_backups_that_a_crash_left_in_plain_text_follow_at_the_next_opening(
    workshop, path, tmp_path
):
    document = workshop.new_document(RECORDS).document
    document.set_target(path)
    document.publish()
    document.back_up("opened")
    document.change_own_key(Phrase(WORDS).fresh_key())
    document.publish()
    document.close()
    assert files_with(CANARY, tmp_path)
    again = opened(workshop, path).document
    again.back_up("opened")
    assert files_with(CANARY, tmp_path) == []
    again.close()


def test_a_backup_of_an_earlier_phrase_opens_with_that(workshop, saved):
    document = opened(workshop, saved).document
    document.back_up("opened")
    (backup,) = document.shelf.listed()
    old = document.shelf.path(backup).read_bytes()
    protect(document, "second")
    document.publish()
    document.shelf.path(backup).write_bytes(old)  # as if the disk had been full
    shelf, secret = document.shelf, document.secret()
    document.close()
    assert shelf.is_sound(shelf.listed()[-1])
    assert problem_of(lambda: workshop.open_backup(shelf, backup, secret)) == "wrong-phrase"
    again = workshop.open_backup(shelf, backup, Phrase(WORDS))
    again.document.close(discard=True)


def test_the_key_of_the_open_client_opens_its_backups_and_copies(workshop, saved):
    document = opened(workshop, saved).document
    document.back_up("opened")
    (backup,) = document.shelf.listed()
    shelf, secret = document.shelf, document.secret()
    assert workshop.read_document(shelf.path(backup), secret).client.profile
    secret.wipe()
    assert not document.file.key.is_wiped
    document.close()


def test_a_crash_between_key_and_publishing_leaves_the_client_whole(workshop, path, tmp_path):
    document = workshop.new_document(RECORDS).document
    document.set_target(path)
    document.publish()
    document.file.change_key(Phrase(WORDS).fresh_key())
    document.close()  # the user's file is still a plain one
    other = Workshop(tmp_path / "home", now=clock)
    again = other.open_document(path, Phrase(WORDS))
    assert again.recovered
    again.document.publish()
    assert files_with(CANARY, tmp_path) == []
    again.document.close()


def key_number(number):
    return Key(bytearray([number] * 32), bytes([number] * 16)) if number else None


words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
steps = st.one_of(
    st.tuples(st.just("rename"), st.integers(0, 99), words),
    st.tuples(st.just("describe"), st.integers(0, 99), words),
    st.tuples(st.just("add"), st.integers(0, 99), words),
    st.tuples(st.just("delete"), st.integers(0, 99), st.just("")),
    st.tuples(st.sampled_from(["undo", "redo", "publish", "open"]), st.just(0), st.just("")),
    st.tuples(st.just("key"), st.integers(0, 3), st.just("")),
)


class Desk:
    """One client, opened again and again, by whatever key it has at the moment."""

    def __init__(self, folder):
        self.workshop = Workshop(folder / "home", now=clock)
        self.path = folder / "any.mspseat"
        self.number = 1
        self.take(self.workshop.new_document(RECORDS, key_number(1)))
        self.document.set_target(self.path)

    def take(self, opened):
        self.document = opened.document
        loaded = opened.loaded
        self.session = Session(
            loaded.client, self.document.file, steps=loaded.steps, clock=lambda: NOW
        )

    def do(self, step, number, text):
        acts = {
            "key": lambda: self.change_key(number),
            "publish": self.document.publish,
            "open": self.open_again,
            "undo": self.session.undo,
            "redo": self.session.redo,
        }
        if step in acts:
            acts[step]()
            return
        seats = sorted(seat.id for seat in self.session.client.every(Seat) if not seat.closed_on)
        seat = seats[number % len(seats)] if seats else None
        if step == "add":
            self.session.do(add_seat(SeatId(secrets.token_hex(4)), parent=seat, title=text))
        elif seat is not None:
            edits = {
                "rename": rename_seat(seat, text),
                "describe": describe_seat(seat, "notes", text),
                "delete": delete_seat(seat, reports="lift", on="2026-10-14"),
            }
            self.session.do(edits[step])

    def change_key(self, number):
        self.number = number
        self.document.change_key(key_number(number))

    def open_again(self):
        before = self.everything()
        self.document.publish()
        self.document.close()
        key = key_number(self.number)
        self.take(self.workshop.open_document(self.path, Sheet(key) if key else None))
        assert self.everything() == before
        assert (salt_of(self.path) is None) == (key is None)
        assert files_with(CANARY, self.path.parent) == [] or key is None

    def everything(self):
        client = self.session.client
        return {(kind, r.id): r for kind in RECORD_TYPES for r in client.every(kind)}


@settings(max_examples=12, deadline=None)
@given(st.lists(steps, max_size=12))
def test_any_mix_of_edits_and_keys_in_a_client_reopens_equal(mix):
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for step, number, text in mix:
            with suppress(Refused):
                desk.do(step, number, text)
        desk.open_again()
        desk.document.close()

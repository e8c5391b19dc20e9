"""What is forgotten or deleted is in no byte of the working copy, its log or the user's file."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mspseat_desktop.domain.change import Change, Step, Touch
from mspseat_desktop.domain.records import Profile, Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage import forgetting
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.engine import rows
from mspseat_desktop.storage.history import KEPT_DAYS, KEPT_STEPS
from mspseat_desktop.storage.publish import publish

WORD = "Quillfeather"
START = datetime.fromisoformat("2026-01-01T09:00:00+00:00")


def new_file(folder):
    return ClientFile.create(folder / "client.db", [Profile(name="Lakeside"), Seat(SeatId("s"))])


@pytest.fixture
def file(tmp_path):
    with closing(new_file(tmp_path)) as file:
        yield file


def write(file, number, before, after, *, at=START):
    change = Change((Touch(before, after),))
    file.write(change, steps=(Step(number, "change-notes", {}, change, at.isoformat()),))


def fill(file, steps, *, day=timedelta()):
    """Write so many steps, each `day` after the last one, that all name the word."""
    record = Seat(SeatId("s"))
    for number in range(1, steps + 1):
        changed = replace(record, notes=f"{WORD} {number} " + "x" * 300)
        write(file, number, record, changed, at=START + (number - 1) * day)
        record = changed
    return record


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def holds(folder, word=WORD):
    return word.encode() in bytes_of(folder)


def test_deleted_words_are_not_in_the_published_file(file, tmp_path):
    record = fill(file, 40)
    write(file, 41, record, Seat(SeatId("s")))
    file.forget(Change())
    (tmp_path / "out").mkdir()
    publish(file, tmp_path / "out" / "a.mspseat", seen=None)
    assert not holds(tmp_path / "out")


def test_deleted_words_are_not_in_the_main_file_of_the_working_copy(tmp_path):
    seats = [Seat(SeatId(f"t{n}"), title=f"{WORD} {n} " + "x" * 300) for n in range(500)]
    with closing(new_file(tmp_path)) as file:
        file.write(Change(tuple(Touch(None, seat) for seat in seats)))
        file.write(Change(tuple(Touch(seat, None) for seat in seats)))
    assert file.path.stat().st_size > 500 * 300  # closing brought the log into it
    assert not holds(tmp_path)


def test_forgetting_leaves_nothing_in_the_working_copy_and_its_log(file, tmp_path):
    record = fill(file, 300)
    assert holds(tmp_path)
    file.forget(Change((Touch(record, Seat(SeatId("s"))),)))
    assert not holds(tmp_path)
    assert file.load().steps == ()
    assert file.load().client.seat(SeatId("s")).notes == ""


def test_one_transaction_takes_the_words_and_the_history(file):
    record = fill(file, 3)
    edits = file.edits
    file.forget(Change((Touch(record, None),)))
    assert file.edits == edits + 1
    assert not file.load().client.has(Seat, "s")


def test_what_a_crash_left_goes_when_the_copy_is_opened_again(tmp_path, monkeypatch):
    lived, crashed = tmp_path / "lived", tmp_path / "crashed"
    lived.mkdir()
    with closing(new_file(lived)) as file, monkeypatch.context() as crash:
        record = fill(file, 300)
        crash.setattr(forgetting, "scrub", lambda _db: None)
        file.forget(Change((Touch(record, Seat(SeatId("s"))),)))
        shutil.copytree(lived, crashed)
    assert holds(crashed)
    with closing(ClientFile.open(crashed / "client.db")) as again:
        assert not forgetting.is_to_be_scrubbed(again._db)
        assert not holds(crashed)


def test_pictures_that_only_the_history_named_are_forgotten_with_it(file):
    name = file.keep_file(b"an attached file")
    file.forget(Change())
    assert file.attached(name) is None


def test_kept_charts_lose_the_name_too(file, tmp_path):
    db = file._db
    db.execute("INSERT INTO chart (id, name, kind) VALUES ('k', ?, '')", (f"If {WORD} leaves",))
    db.execute(
        "INSERT INTO seat SELECT 'k', 'k1', parent, position, ?, purpose, needs, notes, meant_for,"
        " source_id, import_note, closed_on, holds_it, layout, assistant FROM seat",
        (f"{WORD}'s seat",),
    )
    file.forget(Change(), reword=lambda words: words.replace(WORD, "somebody"))
    assert rows(db, "SELECT name FROM chart WHERE id = 'k'") == [("If somebody leaves",)]
    assert rows(db, "SELECT title FROM seat WHERE chart = 'k'") == [("somebody's seat",)]
    assert not holds(tmp_path)


@pytest.mark.parametrize("steps", [KEPT_STEPS, KEPT_STEPS + 50])
def test_the_newest_thousand_steps_are_kept(file, steps):
    fill(file, steps)
    assert [s.number for s in file.load().steps] == list(range(steps - KEPT_STEPS + 1, steps + 1))
    assert rows(file._db, "SELECT count(*) FROM step") == [(KEPT_STEPS,)]


def test_steps_of_more_than_180_days_ago_are_forgotten(file):
    fill(file, 200, day=timedelta(days=1))
    kept = [s.number for s in file.load().steps]
    assert kept == list(range(200 - KEPT_DAYS, 201))


def test_the_first_step_after_half_a_year_leaves_none_from_before(file):
    fill(file, 7)
    late = START + timedelta(days=KEPT_DAYS + 1)
    write(file, 8, Seat(SeatId("s")), Seat(SeatId("s"), title="x"), at=late)
    assert [s.number for s in file.load().steps] == [8]


def test_steps_of_exactly_180_days_ago_stay(file):
    fill(file, 7)
    late = START + timedelta(days=KEPT_DAYS)
    write(file, 8, Seat(SeatId("s")), Seat(SeatId("s"), title="x"), at=late)
    assert [s.number for s in file.load().steps] == list(range(1, 9))

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mspseat_desktop.domain.change import Change, Step, Touch
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage.fingerprint import fingerprint
from mspseat_desktop.storage.hints import hint_path
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)


def clock() -> datetime:
    return NOW


def rename(document, title: str, number: int = 1) -> None:
    seat = document.file.load().client.seat(SeatId("it"))
    change = Change((Touch(seat, replace(seat, title=title)),))
    step = Step(number, "rename", {}, change, "2026-10-14T12:00:00+00:00")
    document.file.write(change, steps=[step])


def title_of(loaded) -> str:
    return loaded.client.seat(SeatId("it")).title


def crash(opened) -> None:
    """Let go of a document as a killed program does: nothing is published or cleaned up."""
    document = opened.document
    document.file.close()
    document._place.leave()
    document._exchange(None)


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture(name="workshop")
def _workshop(home: Path) -> Workshop:
    return Workshop(home, now=clock)


@pytest.fixture(name="path")
def _path(tmp_path: Path, workshop: Workshop, small_records) -> Path:
    """A client file of the user's, closed."""
    folder = tmp_path / "documents"
    folder.mkdir()
    document = workshop.new_document(small_records).document
    document.set_target(folder / "Lakeside.mspseat")
    document.publish()
    document.close()
    return folder / "Lakeside.mspseat"


def beside(path: Path) -> set[str]:
    return {found.name for found in path.parent.iterdir()}


def work_folders(home: Path) -> list[Path]:
    return list((home / "work").iterdir())


def test_opening_editing_publishing_and_opening_again_brings_the_edit_back(workshop, path, home):
    opened = workshop.open_document(path)
    assert not opened.recovered
    assert not opened.document.has_unpublished
    rename(opened.document, "IT")
    assert opened.document.has_unpublished
    assert title_of(workshop.read_document(path)) == "IT and security"
    opened.document.publish()
    assert not opened.document.has_unpublished
    opened.document.close()
    assert work_folders(home) == []
    again = workshop.open_document(path)
    assert title_of(again.loaded) == "IT"
    assert [s.name for s in again.loaded.steps] == ["rename"]
    assert not again.recovered
    again.document.close()


def test_a_client_that_is_open_is_not_opened_twice_by_whatever_name(workshop, path, home):
    link = path.with_name("link.mspseat")
    link.symlink_to(path)
    opened = workshop.open_document(path)
    for name in (path, link, path.parent / ".." / path.parent.name / path.name):
        with pytest.raises(FileProblem) as problem:
            Workshop(home, now=clock).open_document(name)
        assert problem.value.code == "in-use"
        assert problem.value.params == {"name": "Lakeside.mspseat"}
        assert workshop.is_open(name)
    opened.document.close()
    assert not workshop.is_open(path)
    workshop.open_document(link).document.close()


def test_a_client_that_is_open_can_be_read(workshop, path):
    opened = workshop.open_document(path)
    assert title_of(workshop.read_document(path)) == "IT and security"
    opened.document.close()


def test_everything_kept_is_private(workshop, path, home):
    opened = workshop.open_document(path)
    rename(opened.document, "IT")
    for found in [home, *home.rglob("*")]:
        assert found.stat().st_mode & 0o777 == (0o700 if found.is_dir() else 0o600), found
    opened.document.close(discard=True)


def test_only_the_client_file_and_a_hint_stand_in_the_users_folder(workshop, path):
    opened = workshop.open_document(path)
    rename(opened.document, "IT")
    opened.document.publish()
    rename(opened.document, "Security", 2)
    assert beside(path) == {path.name, hint_path(path).name}
    opened.document.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_edits_that_a_crash_kept_from_the_file_come_back(workshop, path):
    opened = workshop.open_document(path)
    rename(opened.document, "IT")
    crash(opened)
    again = workshop.open_document(path)
    assert again.recovered
    assert title_of(again.loaded) == "IT"
    assert len(again.loaded.steps) == 1
    again.document.publish()
    again.document.close()
    assert title_of(workshop.read_document(path)) == "IT"
    last = workshop.open_document(path)
    assert not last.recovered  # it is said once
    last.document.close()


def test_a_crash_after_publishing_is_nothing_to_speak_of(workshop, path):
    opened = workshop.open_document(path)
    rename(opened.document, "IT")
    opened.document.publish()
    crash(opened)
    again = workshop.open_document(path)
    assert (again.recovered, again.set_aside, title_of(again.loaded)) == (False, None, "IT")
    again.document.close()


def test_a_crash_in_the_moment_after_the_rename_is_not_taken_for_a_conflict(
    workshop, path, monkeypatch
):
    opened = workshop.open_document(path)
    rename(opened.document, "IT")
    remember = type(opened.document._place).remember

    def dies_after_the_rename(place, note):
        if note.coming is None:
            raise KeyboardInterrupt
        remember(place, note)

    with monkeypatch.context() as patch:
        patch.setattr(type(opened.document._place), "remember", dies_after_the_rename)
        with pytest.raises(KeyboardInterrupt):
            opened.document.publish()
    crash(opened)
    again = workshop.open_document(path)
    assert (again.recovered, again.set_aside, title_of(again.loaded)) == (False, None, "IT")
    rename(again.document, "Security", 2)
    again.document.publish()
    again.document.close()


def test_a_fault_in_the_moment_after_the_rename_is_not_taken_for_a_conflict(
    workshop, path, monkeypatch
):
    opened = workshop.open_document(path)
    rename(opened.document, "IT")

    def fails(_folder):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("mspseat_desktop.storage.publish.sync_folder", fails)
        with pytest.raises(FileProblem) as problem:
            opened.document.publish()
    assert problem.value.code == "not-saved"
    assert opened.document.has_unpublished
    opened.document.publish()
    assert not opened.document.has_unpublished
    opened.document.close()


def somebody_else_renames(path: Path, tmp_path: Path, title: str) -> None:
    """Edit the file as on another computer: with a home of its own."""
    other = Workshop(tmp_path / "other-home", now=clock).open_document(path, take_over=True)
    rename(other.document, title)
    other.document.publish()
    other.document.close()


def test_both_versions_are_kept_when_the_file_changed_too(workshop, path, tmp_path):
    opened = workshop.open_document(path)
    rename(opened.document, "mine")
    crash(opened)
    somebody_else_renames(path, tmp_path, "theirs")
    again = workshop.open_document(path)
    assert title_of(again.loaded) == "theirs"
    aside = path.with_name("Lakeside (your version, 2026-10-14).mspseat")
    assert again.set_aside == aside
    assert title_of(workshop.read_document(aside)) == "mine"
    again.document.close()
    assert title_of(workshop.read_document(path)) == "theirs"


def test_a_newer_file_replaces_a_working_copy_without_edits_of_its_own(workshop, path, tmp_path):
    opened = workshop.open_document(path)
    crash(opened)
    somebody_else_renames(path, tmp_path, "theirs")
    again = workshop.open_document(path)
    assert (again.recovered, again.set_aside, title_of(again.loaded)) == (False, None, "theirs")
    again.document.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_our_version_waits_when_it_can_not_be_put_beside(workshop, path, tmp_path, monkeypatch):
    opened = workshop.open_document(path)
    rename(opened.document, "mine")
    crash(opened)
    somebody_else_renames(path, tmp_path, "theirs")
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        again = workshop.open_document(path)
    assert title_of(again.loaded) == "theirs"
    assert again.set_aside is None
    (waiting,) = workshop.unsaved()
    mine = workshop.resume(waiting.work_id)
    assert title_of(mine.loaded) == "mine"
    mine.document.close(discard=True)
    again.document.close()


def test_a_change_by_somebody_else_while_open_stops_publishing_and_loses_nothing(
    workshop, path, tmp_path
):
    opened = workshop.open_document(path)
    rename(opened.document, "mine")
    somebody_else_renames(path, tmp_path, "theirs")
    with pytest.raises(FileProblem) as problem:
        opened.document.publish()
    assert problem.value.code == "changed-outside"
    aside = opened.document.save_aside("2026-10-14")
    assert title_of(workshop.read_document(aside)) == "mine"
    assert title_of(workshop.read_document(path)) == "theirs"
    assert opened.document.save_aside("2026-10-14").name.endswith("2026-10-14) 2.mspseat")
    opened.document.set_target(path, may_replace=True)  # the user decides
    opened.document.publish()
    opened.document.close()
    assert title_of(workshop.read_document(path)) == "mine"


def test_a_file_that_vanished_while_open_is_put_back_when_asked(workshop, path):
    opened = workshop.open_document(path)
    rename(opened.document, "IT")
    path.unlink()
    with pytest.raises(FileProblem) as problem:
        opened.document.publish()
    assert problem.value.code == "target-gone"
    opened.document.set_target(path)
    opened.document.publish()
    opened.document.close()
    assert title_of(workshop.read_document(path)) == "IT"


@pytest.mark.parametrize("fate", ["gone", "damaged"])
def test_our_working_copy_stands_in_for_a_file_that_is_lost(workshop, path, fate):
    opened = workshop.open_document(path)
    crash(opened)
    if fate == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:5000])
    again = workshop.open_document(path)
    assert again.recovered
    assert title_of(again.loaded) == "IT and security"
    with pytest.raises(FileProblem) as problem:
        again.document.publish()
    assert problem.value.code == {"gone": "target-gone", "damaged": "changed-outside"}[fate]
    again.document.close()
    (waiting,) = workshop.unsaved()
    assert waiting.target == path


def test_a_damaged_working_copy_is_put_away_and_the_file_opens(workshop, path, home):
    opened = workshop.open_document(path)
    crash(opened)
    (folder,) = work_folders(home)
    (folder / "client.sqlite").write_bytes(b"SQLite format 3\0" + os.urandom(8000))
    again = workshop.open_document(path)
    assert title_of(again.loaded) == "IT and security"
    again.document.close()
    assert work_folders(home) == [folder]  # kept for somebody who can mend it
    assert (folder / "damaged.json").exists()
    assert workshop.unsaved() == []


def test_what_an_interrupted_publish_left_beside_the_file_is_cleaned_up(workshop, path):
    opened = workshop.open_document(path)
    rename(opened.document, "IT")
    mark = opened.document._place.part_mark
    path.with_name(f".Lakeside.{mark}.part").write_text("half")
    crash(opened)
    again = workshop.open_document(path)
    assert beside(path) == {path.name, hint_path(path).name}
    again.document.close()


def test_new_clients_wait_until_they_are_saved(workshop, small_records, path):
    first = workshop.new_document(small_records)
    assert first.document.target is None
    assert workshop.unsaved() == []  # it is open
    rename(first.document, "IT")
    work_id = first.document.work_id
    first.document.close()
    (waiting,) = workshop.unsaved()
    assert (waiting.work_id, waiting.name, waiting.target) == (
        work_id,
        "Lakeside Manufacturing",
        None,
    )
    assert abs(waiting.changed - datetime.now(UTC)) < timedelta(minutes=5)
    again = workshop.resume(work_id)
    assert title_of(again.loaded) == "IT"
    with pytest.raises(FileProblem) as problem:
        again.document.set_target(path)
    assert problem.value.code == "exists"
    again.document.set_target(path.with_name("Second.mspseat"))
    again.document.publish()
    again.document.close()
    assert workshop.unsaved() == []


def test_a_waiting_client_can_be_forgotten(workshop, small_records, home):
    opened = workshop.new_document(small_records)
    opened.document.close()
    workshop.forget(opened.document.work_id)
    assert workshop.unsaved() == []
    assert work_folders(home) == []
    with pytest.raises(FileProblem) as problem:
        workshop.resume(opened.document.work_id)
    assert problem.value.code == "gone"
    with pytest.raises(FileProblem):
        workshop.forget("../documents")


def test_edits_that_could_not_be_published_wait_with_their_file(workshop, path):
    opened = workshop.open_document(path)
    rename(opened.document, "IT")
    opened.document.close()
    (waiting,) = workshop.unsaved()
    assert waiting.target == path
    again = workshop.resume(waiting.work_id)
    assert again.recovered
    assert title_of(again.loaded) == "IT"
    again.document.close(discard=True)
    assert title_of(workshop.read_document(path)) == "IT and security"


def test_moving_a_client_leaves_one_file_and_its_lock_goes_with_it(workshop, path):
    opened = workshop.open_document(path)
    rename(opened.document, "IT")
    new = path.with_name("Lakeside Ltd.mspseat")
    opened.document.move_to(new)
    assert beside(path) == {new.name, hint_path(new).name}
    assert workshop.is_open(new)
    assert not workshop.is_open(path)
    opened.document.close()
    assert title_of(workshop.read_document(new)) == "IT"


def test_a_move_that_fails_changes_nothing(workshop, path):
    other = path.with_name("other.mspseat")
    shutil.copy(path, other)
    opened = workshop.open_document(path)
    with pytest.raises(FileProblem) as problem:
        opened.document.move_to(other)
    assert problem.value.code == "exists"
    assert opened.document.target == path
    assert workshop.is_open(path)
    assert not workshop.is_open(other)
    rename(opened.document, "IT")
    opened.document.publish()
    opened.document.close()


def test_a_move_onto_a_copy_by_hand_leaves_the_copy_also_after_an_unsure_publishing(workshop, path):
    other = path.with_name("other.mspseat")
    shutil.copy(path, other)
    opened = workshop.open_document(path)
    place = opened.document._place
    place.remember(replace(place.note, coming=fingerprint(other), coming_edits=0))
    with pytest.raises(FileProblem):
        opened.document.move_to(other)
    assert other.exists()
    opened.document.close()


def test_a_copy_never_goes_over_a_client_that_is_open(workshop, path):
    opened = workshop.open_document(path)
    for write in (opened.document.save_copy, opened.document.send_copy):
        with pytest.raises(FileProblem) as problem:
            write(path)
        assert problem.value.code == "in-use"
    opened.document.save_copy(path.with_name("copy.mspseat"))
    opened.document.send_copy(path.with_name("sent.mspseat"))
    opened.document.close()
    assert title_of(workshop.read_document(path.with_name("copy.mspseat"))) == "IT and security"
    workshop.open_document(path.with_name("sent.mspseat")).document.close()


def test_a_copied_client_file_opens_in_plain_sqlite(workshop, path):
    opened = workshop.open_document(path)
    copy = path.with_name("mailed.mspseat")
    shutil.copy(path, copy)  # while the client is open
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT count(*) FROM seat").fetchone() == (2,)
    opened.document.close()


def test_a_refused_file_leaves_nothing_behind(workshop, path, home):
    path.write_text("no client")
    with pytest.raises(FileProblem):
        workshop.open_document(path)
    with pytest.raises(FileProblem):
        workshop.read_document(path)
    assert work_folders(home) == []
    assert not workshop.is_open(path)


def test_publishing_in_a_worker_goes_beside_edits(workshop, path):
    opened = workshop.open_document(path)
    failures = []

    def publish_often():
        try:
            for _ in range(5):
                opened.document.publish()
        except FileProblem as problem:
            failures.append(problem.code)

    worker = threading.Thread(target=publish_often)
    worker.start()
    number = 0
    while worker.is_alive():
        number += 1
        rename(opened.document, f"title {number}", number)
    worker.join()
    assert failures == []
    opened.document.publish()
    assert title_of(workshop.read_document(path)) == f"title {number}"
    opened.document.close()


CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from dataclasses import replace
from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage.workshop import Workshop

workshop = Workshop(Path(sys.argv[1]), now=lambda: datetime.now(UTC))
document = workshop.open_document(Path(sys.argv[2])).document
seat = document.file.load().client.seat(SeatId("it"))
for number in range(1, 100_000):
    after = replace(seat, title=f"title {number}")
    document.file.write(Change((Touch(seat, after),)))
    seat = after
    print(number, flush=True)
    if number % 7 == 0:
        document.publish()
"""


@pytest.mark.parametrize("edits", [3, 50, 93])
def test_after_kill_9_the_lock_is_free_and_every_acknowledged_edit_is_there(
    workshop, path, home, edits
):
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(home), str(path)], stdout=subprocess.PIPE, text=True
    ) as child:
        acknowledged = [int(child.stdout.readline()) for _ in range(edits)]
        assert workshop.is_open(path)
        with pytest.raises(FileProblem) as problem:
            workshop.open_document(path)
        assert problem.value.code == "in-use"
        child.kill()
        acknowledged += [int(line) for line in child.stdout.read().split()]
    published = title_of(workshop.read_document(path))  # whole at any moment
    assert int(published.removeprefix("title ").replace("IT and security", "0")) % 7 == 0
    again = workshop.open_document(path)
    assert again.set_aside is None
    assert int(title_of(again.loaded).removeprefix("title ")) >= acknowledged[-1]
    again.document.publish()
    again.document.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]

"""Backups with real files: taken, rotated, found again, and never in the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.storage.backups import Backups
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.publish import publish
from mspseat_desktop.storage.workshop import Workshop
from world import clock, everything

GOLDEN = Path(__file__).parent / "golden"


def titled(file, title):
    """Rename the owner's seat, which is one edit."""
    old = file.load().client.get(Seat, "boss")
    file.write(Change((Touch(old, replace(old, title=title)),)))


@pytest.fixture(name="shelf")
def _shelf(tmp_path):
    return Backups(tmp_path / "home", now=clock).shelf("0" * 32)


@pytest.fixture(name="workshop")
def _workshop(tmp_path):
    return Workshop(tmp_path / "home", now=clock)


@pytest.fixture(name="saved")
def _saved(workshop, small_records, tmp_path):
    """A client's file, closed again."""
    document = workshop.new_document(small_records).document
    document.set_target(tmp_path / "Lakeside.mspseat")
    document.publish()
    document.close()
    return tmp_path / "Lakeside.mspseat"


def title_in(workshop, path):
    return workshop.read_document(path).client.seat("boss").title


def test_a_backup_says_what_it_holds_and_lies_in_a_private_folder(new_file, shelf, tmp_path):
    backup = shelf.take(new_file(), "opened", target=tmp_path / "Lakeside.mspseat")
    assert shelf.listed() == (backup,)
    assert (backup.number, backup.seats, backup.reviews) == (1, 2, 0)
    assert (backup.name, backup.causes) == ("Lakeside Manufacturing", ("opened",))
    assert backup.made_at == "2026-11-23T09:00:00+00:00"
    folder = shelf.path(backup).parent
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o777 for p in folder.iterdir()} == {0o600}
    assert shelf.is_sound(backup)


def test_what_is_there_already_is_not_backed_up_again(new_file, shelf):
    file = new_file()
    first = shelf.take(file, "opened", target=None)
    assert shelf.take(file, "published", target=None) == first
    titled(file, "Chair")
    assert shelf.take(file, "published", target=None).number == 2
    assert len(shelf.listed()) == 2


def test_a_forced_backup_of_the_same_content_says_so_on_the_one_that_is_there(new_file, shelf):
    file = new_file()
    shelf.take(file, "opened", target=None)
    shelf.take(file, "deletion", target=None)
    assert [b.causes for b in shelf.listed()] == [("opened", "deletion")]


def test_numbers_go_on_after_the_shelf_was_emptied_by_hand(new_file, shelf):
    file = new_file()
    backup = shelf.take(file, "opened", target=None)
    for path in shelf.path(backup).parent.glob("000001.*"):
        path.unlink()
    assert shelf.take(file, "opened", target=None).number == 2


def test_a_clock_set_back_leaves_the_order_as_it_was(new_file, tmp_path):
    days = [datetime(2026, 11, 23, tzinfo=UTC) + timedelta(days=d) for d in (0, -400, 9000, -1)]
    times = iter(days)
    shelf = Backups(tmp_path / "home", now=lambda: next(times)).shelf("0" * 32)
    file = new_file()
    for number in range(4):
        titled(file, f"Chair {number}")
        shelf.take(file, "opened", target=None)
    assert [b.number for b in shelf.listed()] == [4, 3, 2, 1]
    assert shelf.listed()[0].made_at.startswith("2026-11-22")


def test_many_backups_are_rotated_on_the_disk_as_well(new_file, shelf):
    file = new_file()
    for number in range(14):
        titled(file, f"Chair {number}")
        shelf.take(file, "published", target=None)
    assert [b.number for b in shelf.listed()] == list(range(14, 4, -1))
    names = {p.name for p in shelf.path(shelf.listed()[0]).parent.iterdir()}
    assert names == {"counter"} | {
        f"{n:06d}{e}" for n in range(5, 15) for e in (".json", ".mspseat")
    }


def test_a_damaged_backup_is_no_reason_to_make_none(new_file, shelf):
    file = new_file()
    first = shelf.take(file, "opened", target=None)
    content = bytearray(shelf.path(first).read_bytes())
    content[9000:9100] = b"\xff" * 100
    shelf.path(first).write_bytes(content)
    assert not shelf.is_sound(first)
    second = shelf.take(file, "opened", target=None)
    assert second.number == 2
    assert shelf.is_sound(second)


def test_a_backup_whose_note_is_lost_is_still_listed(new_file, shelf):
    backup = shelf.take(new_file(), "opened", target=None)
    shelf.path(backup).with_suffix(".json").write_text("{", encoding="utf-8")
    assert [b.number for b in shelf.listed()] == [1]


def test_an_id_out_of_a_file_never_names_a_folder_elsewhere(new_file, tmp_path):
    backups = Backups(tmp_path / "home", now=clock)
    shelf = backups.shelf("../../../elsewhere")
    backup = shelf.take(new_file(), "opened", target=None)
    assert shelf.path(backup).parent.parent == tmp_path / "home" / "backups"


def test_erasing_leaves_nothing(new_file, shelf):
    folder = shelf.path(shelf.take(new_file(), "opened", target=None)).parent
    shelf.erase()
    assert not folder.exists()
    assert shelf.listed() == ()
    shelf.erase()


def test_a_disk_without_room_says_so_and_leaves_what_is_there(new_file, shelf):
    file = new_file()
    first = shelf.take(file, "opened", target=None)
    titled(file, "Chair")
    huge = file.path.with_name("huge.sqlite")
    with huge.open("wb") as sparse:
        sparse.truncate(shutil.disk_usage(huge.parent).free)
    with pytest.raises(FileProblem) as problem:
        shelf.take(huge, "deletion", target=None)
    assert problem.value.code == "disk-full"
    assert shelf.listed() == (first,)
    assert shelf.take(file, "opened", target=None).number == 2


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on the size of files")
def test_a_disk_that_fills_up_on_the_way_leaves_no_part(saved, tmp_path):
    home = tmp_path / "home"
    words = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "from pathlib import Path; from datetime import datetime, UTC;"
        "from mspseat_desktop.storage.workshop import Workshop;"
        "from mspseat_desktop.storage.problems import FileProblem;"
        "w = Workshop(Path(sys.argv[1]), now=lambda: datetime.now(UTC));"
        "d = w.open_document(Path(sys.argv[2])).document;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000));\n"
        "try: d.back_up('deletion')\n"
        "except FileProblem as p: print(p.code)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", words, home, saved], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() in {"disk-full", "not-saved"}
    folders = list((home / "backups").glob("*/*"))
    assert folders == []


def test_opening_backs_up_what_is_new_and_only_that(workshop, saved):
    for expected in (1, 1):
        document = workshop.open_document(saved).document
        document.back_up("opened")
        assert len(document.shelf.listed()) == expected
        document.close()
    document = workshop.open_document(saved).document
    titled(document.file, "Chair")
    document.publish()
    document.close()
    document = workshop.open_document(saved).document
    document.back_up("opened")
    assert [b.number for b in document.shelf.listed()] == [2, 1]
    document.close()


def test_after_publishing_one_is_taken_every_so_often_only(workshop, saved):
    document = workshop.open_document(saved).document
    for title in ("One", "Two", "Three"):
        titled(document.file, title)
        document.publish()
        document.back_up("published")
    assert len(document.shelf.listed()) == 1
    titled(document.file, "Four")
    document.back_up("deletion")
    assert len(document.shelf.listed()) == 2
    document.close()


def test_a_backup_opens_as_a_new_client_without_a_place(workshop, saved):
    document = workshop.open_document(saved).document
    document.back_up("opened")
    titled(document.file, "Chair")
    document.publish()
    backup = document.shelf.listed()[0]
    restored = workshop.open_backup(document.shelf, backup)
    assert restored.loaded.client.seat("boss").title == "Owner"
    assert restored.document.target is None
    restored.document.close(discard=True)
    document.close()
    assert title_in(workshop, saved) == "Chair"


def test_the_newest_backup_that_is_whole_is_found_for_a_file_that_is_not(workshop, saved):
    document = workshop.open_document(saved).document
    for title in ("One", "Two"):
        titled(document.file, title)
        document.back_up("deletion")
    shelf = document.shelf
    newest = shelf.path(shelf.listed()[0])
    document.publish()
    document.close()
    newest.write_bytes(newest.read_bytes()[:-4096])
    saved.write_bytes(bytes(5000))
    found_on, backup = workshop.good_backup(saved)
    assert backup.number == 1
    assert title_in(workshop, found_on.path(backup)) == "One"
    assert workshop.good_backup(saved.with_name("other.mspseat")) is None


@pytest.mark.parametrize("version", [1, 2])
def test_a_file_of_an_older_schema_is_backed_up_as_it_is_before_it_is_changed(
    workshop, tmp_path, version
):
    path = tmp_path / "old.mspseat"
    shutil.copy(GOLDEN / f"schema-{version}.mspseat", path)
    opened = workshop.open_document(path)
    document, whole = opened.document, opened.loaded.client
    (backup,) = document.shelf.listed()
    assert backup.causes == ("migration",)
    content = document.shelf.path(backup).read_bytes()
    assert int.from_bytes(content[60:64], "big") == version
    document.close()
    again = workshop.open_backup(document.shelf, backup)
    assert everything(again.loaded.client) == everything(whole)
    again.document.close(discard=True)


def test_a_migration_tried_thirty_times_keeps_the_first_backup(workshop, tmp_path):
    path = tmp_path / "old.mspseat"
    shutil.copy(GOLDEN / "schema-1.mspseat", path)
    document = workshop.open_document(path).document
    shelf, (first,) = document.shelf, document.shelf.listed()
    before = shelf.path(first).read_bytes()
    document.close()
    for _try in range(30):
        opened = workshop.open_document(path).document
        opened.close(discard=True)
    assert shelf.listed() == (first,)
    assert shelf.path(first).read_bytes() == before


def test_a_working_copy_of_an_older_schema_is_backed_up_first_as_well(workshop, tmp_path):
    path = tmp_path / "old.mspseat"
    shutil.copy(GOLDEN / "schema-2.mspseat", path)
    document = workshop.open_document(path).document
    shelf = document.shelf
    titled_seat = next(iter(document.file.load().client.every(Seat)))
    document.file.write(Change((Touch(titled_seat, replace(titled_seat, title="Chair")),)))
    copy = document.file.path
    document.close()
    shelf.erase()
    shutil.copy(GOLDEN / "schema-2.mspseat", copy)
    again = workshop.open_document(path).document
    assert [b.causes for b in shelf.listed()] == [("migration",)]
    again.close(discard=True)


def test_a_kill_at_any_step_leaves_whole_backups_only(workshop, saved, tmp_path):
    home = tmp_path / "home"
    document = workshop.open_document(saved).document
    document.back_up("opened")
    titled(document.file, "Chair")
    document.publish()
    document.close()

    def killed(at):
        return subprocess.run(
            [sys.executable, Path(__file__).with_name("backing_up.py"), home, saved, str(at)],
            capture_output=True,
            text=True,
            check=False,
        )

    backups = home / "backups"
    shutil.copytree(backups, tmp_path / "kept")
    whole = killed(0)
    steps = int(whole.stdout)
    assert steps > 12
    for at in range(1, steps + 1, 4):  # the fault lab tries all of them
        shutil.rmtree(backups)
        shutil.copytree(tmp_path / "kept", backups)
        assert killed(at).returncode == 9
        shelf = next(iter([workshop.backups.shelf(f.name) for f in backups.glob("*/")]))
        listed = shelf.listed()
        assert [b.number for b in listed] in ([1], [2, 1])
        assert all(shelf.is_sound(b) for b in listed)
        opened = workshop.open_document(saved).document
        opened.back_up("deletion")
        newest = shelf.listed()[0]
        assert (newest.causes, shelf.is_sound(newest)) == (("deletion",), True)
        assert title_in(workshop, shelf.path(newest)) == "Chair"
        left = {p.suffix for p in shelf.path(newest).parent.iterdir() if p.name != "counter"}
        assert left == {".json", ".mspseat"}
        opened.close()


def test_reviews_are_counted_when_they_are_finished(new_file, shelf, small_records):
    records = [replace(r, state="finished") if isinstance(r, Review) else r for r in small_records]
    assert shelf.take(new_file(records), "opened", target=None).reviews == 1


def test_a_backup_is_as_compact_as_a_published_file(new_file, shelf, tmp_path):
    file = new_file()
    publish(file, tmp_path / "x.mspseat", seen=None)
    backup = shelf.take(file, "opened", target=None)
    assert shelf.path(backup).stat().st_size == (tmp_path / "x.mspseat").stat().st_size

"""What a laptop goes through beside power cuts: sleep, clocks, limits, silent drives."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from driving import Program
from faults.judge import losses
from faults.real_disk import fill, read_only, small_memory
from faults.scenes import FIRST_KEY, SCENES, Place, Player, lay_client, number_in, rename
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.wording.problems import problem_text

resource = pytest.importorskip("resource", reason="NO LIMITS AND NO SLEEP: Windows has neither")
HERE = Path(__file__).parent
ENVIRONMENT = os.environ | {
    "PYTHONPATH": os.pathsep.join((str(HERE.parent), str(HERE.parent.parent)))
}
QUICKEST_HANG = 900
"""Milliseconds; a window that waited for one answer of the drive would wait a second."""


def place_with_client(root: Path) -> Place:
    place = Place(root)
    root.mkdir()
    lay_client(place)
    return place


def test_a_drive_that_does_not_answer_keeps_neither_window_nor_edit_waiting(lab, report):
    found = lab.run("hanging_drive.py", lab.folder / "drive")
    waits = {"window": found["longest_wait_ms"], "edit": found["longest_edit_ms"]}
    report("network drive that hangs", found["struck"], len(found["lost"]), **waits)
    assert found["lost"] == []
    assert found["struck"] >= 2
    assert max(found["longest_wait_ms"], found["longest_edit_ms"]) < QUICKEST_HANG


def test_a_laptop_that_sleeps_in_the_middle_goes_on_and_loses_nothing(tmp_path, rounds, report):
    chance = random.Random(3)  # noqa: S311 - the same moments in every run
    place = place_with_client(tmp_path / "client")
    naps = 5 * rounds or 1
    lost = []
    for _ in range(naps):
        command = [sys.executable, str(HERE / "writer.py"), str(place.root), "3"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT
        ) as writer:
            told = [writer.stdout.readline().strip() for _ in range(chance.randint(2, 40))]
            os.kill(writer.pid, signal.SIGSTOP)
            time.sleep(60 if rounds else 0.2)  # the sleep itself is what is tried
            with pytest.raises(FileProblem, match="in-use"):  # asleep is not gone
                place.workshop().open_document(place.target)
            os.kill(writer.pid, signal.SIGCONT)
            told += [writer.stdout.readline().strip() for _ in range(chance.randint(2, 40))]
            writer.kill()
            told += [line for line in writer.stdout.read().split("\n") if line]
        lost += losses(SCENES["publish"], place, told)
    report("asleep in the middle", naps, len(lost))
    assert lost == []


@pytest.mark.parametrize(
    "jump", [timedelta(days=-365), timedelta(days=30), timedelta(days=3650)], ids=str
)
def test_a_clock_that_jumps_takes_no_edit_backup_or_waiting_client(tmp_path, jump, report):
    place = place_with_client(tmp_path / "client")
    jumped = Workshop(place.home, now=lambda: datetime.now(UTC) + jump)
    before = place.workshop().open_document(place.target).document
    rename(before, 1)
    before.publish()
    before.back_up("opened")
    before.close()
    kept = [one.number for one in place.workshop().backups.shelf_of(place.target).listed()]
    waiting = jumped.new_document([]).document
    work_id = waiting.work_id
    waiting.close()
    document = jumped.open_document(place.target).document
    rename(document, 2)
    document.back_up("import")
    document.publish()
    document.close()
    for workshop in (jumped, place.workshop(), place.workshop(later=True)):
        assert [one.work_id for one in workshop.unsaved()] == [work_id]
        listed = [one.number for one in workshop.backups.shelf_of(place.target).listed()]
        assert listed == sorted(listed, reverse=True)
        assert set(kept) < set(listed)
        assert number_in(workshop.read_document(place.target).client) == 2
    report(f"clock off by {jump.days} days", 1, 0)


def test_a_limit_on_the_size_of_files_is_one_sentence_and_loses_nothing(tmp_path, report):
    place = place_with_client(tmp_path / "client")
    command = [sys.executable, str(HERE / "writer.py"), str(place.root), "5"]

    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as writer:
        resource.prlimit(writer.pid, resource.RLIMIT_FSIZE, (64 * 1024, 64 * 1024))
        told = [writer.stdout.readline().strip() for _ in range(60)]
        writer.kill()
        told += [line for line in writer.stdout.read().split("\n") if line]
    problems = {line for line in told if line.startswith("problem")}
    report("limit on the size of files", len(told), 0, told=sorted(problems))
    assert problems
    assert problems <= {"problem disk-full", "problem not-saved"}
    assert losses(SCENES["publish"], place, told) == []


def test_a_medium_that_takes_no_writing_opens_and_says_so(tmp_path):
    told: list[str] = []
    with small_memory(tmp_path / "stick", 16_000) as stick:
        place = Place(tmp_path / "client")
        place.root.mkdir()
        lay_client(place)
        target = stick / place.target.name
        shutil.move(place.target, target)
        with read_only(stick):
            player = Player(place, told.append)
            player.place.opened = place.workshop().open_document(target).document
            assert player.edits(1)
            assert not player.publishes()
            assert set(told) == {"tries 1", "edited 1", "problem read-only"}
        player.document.publish()
        player.document.close()
        assert number_in(place.workshop().read_document(target).client) == 1


def test_a_drive_that_was_pulled_out_leaves_the_work_here(tmp_path):
    told: list[str] = []
    place = Place(tmp_path / "client")
    with small_memory(tmp_path / "stick", 16_000) as stick:
        place.root.mkdir()
        lay_client(place)
        target = stick / place.target.name
        shutil.move(place.target, target)
        player = Player(place, told.append)
        player.place.opened = place.workshop().open_document(target).document
    assert player.edits(1)  # the stick is gone now
    assert not player.publishes()
    assert set(told) == {"tries 1", "edited 1", "problem target-gone"}
    player.document.close()
    (waiting,) = place.workshop().unsaved()
    opened = place.workshop().resume(waiting.work_id)
    assert number_in(opened.loaded.client) == 1
    opened.document.close()


def test_a_client_is_kept_and_printed_where_little_is_as_it_should_be(tmp_path, report):
    """A long folder in many scripts; no folder for passing files, no fonts, no printer."""
    home = tmp_path.joinpath("Łukasz Müller", "株式会社 עברית", *["long " * 12] * 3, "home")
    folder = tmp_path / "Größe & Maß"
    no_fonts = tmp_path / "fonts.conf"
    no_fonts.write_text("<fontconfig/>")
    (tmp_path / "no fonts").mkdir()
    folder.mkdir()
    assert len(str(home)) > 230
    strange = {
        "TMPDIR": str(tmp_path / "nowhere"),
        "QT_QPA_FONTDIR": str(tmp_path / "no fonts"),
        "FONTCONFIG_FILE": str(no_fonts),
        "MSPSEAT_HOME": str(home),
    }
    command = [sys.executable, str(HERE / "strange_place.py"), str(home), str(folder)]
    done = subprocess.run(
        command, env=ENVIRONMENT | strange, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout) == {"problem": "", "title": "Renamed", "pdf": "%PDF-"}
    report("strange folders, no fonts, no room for passing files", 1, 0)


def test_without_a_folder_of_its_own_the_program_says_so_and_ends(tmp_path):
    home = tmp_path / "home"
    home.write_text("in the way")
    command = [sys.executable, "-m", "mspseat_desktop", "open", "--sample"]
    done = subprocess.run(
        command,
        env=ENVIRONMENT | {"MSPSEAT_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 1
    assert problem_text("no-home", {"name": str(home)}) in done.stderr


def test_on_a_full_disk_the_program_starts_and_says_why_it_can_not_open(tmp_path, qapp, report):
    with small_memory(tmp_path / "small", 3_000) as disk:
        program = Program(disk / "home")
        program.start()
        fill(disk)
        program.act("sample")
        told = program.notice
        (disk / "other programs' files").unlink()
        program.stop()
    assert told == problem_text("disk-full", {})
    report("started on a full disk", 1, 0)
    assert qapp is not None


def can_be_opened(path: Path) -> bool:
    """Whether another process gets at an open working copy."""
    code = (
        "import sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "db.execute('BEGIN IMMEDIATE')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=False
    )
    assert "locked" in done.stderr or done.returncode == 0, done.stderr
    return done.returncode == 0


def test_nothing_that_the_program_does_lets_others_at_an_open_working_copy(tmp_path):
    """Opening and closing the same file anywhere in a process would take its locks away."""
    place = place_with_client(tmp_path / "client")
    workshop = place.workshop()
    document = workshop.open_document(place.target).document
    copy = document.file.path
    assert not can_be_opened(copy)
    rename(document, 1)
    document.publish()
    document.back_up("import")
    document.save_copy(place.copy)
    document.send_copy(place.copy)
    document.is_published()
    other = place.workshop(later=True)
    other.unsaved()
    other.is_open(place.target)
    other.read_document(place.target)
    other.shelf_of(place.target)
    with pytest.raises(FileProblem):
        other.open_document(place.target)
    assert not can_be_opened(copy)
    document.change_key(FIRST_KEY.twin())
    rename(document, 2)
    document.publish()
    document.change_key(None)
    document.publish()
    assert not can_be_opened(copy)
    document.close()

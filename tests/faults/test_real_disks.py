"""Real power cuts on a real file system, and a real disk that runs full."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from faults.judge import losses
from faults.real_disk import ext4, fill, small_memory
from faults.scenes import IT, SCENES, Place, Player, lay_client, number_in, rename
from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.storage import ballast
from mspseat_desktop.storage.problems import FileProblem

HERE = Path(__file__).parent
CUTS = 2


def write_until(root: Path, edits: int, end) -> list[str]:
    """Let a process edit and publish; end it after so many edits and return what it promised."""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(HERE.parent), str(HERE.parent.parent)))
    }
    command = [sys.executable, str(HERE / "writer.py"), str(root), "7"]
    told = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as writer:
        count = 0
        for line in writer.stdout:
            told.append(line.strip())
            count += line.startswith("edited")
            if count > edits:
                break
        end()
        writer.kill()
        told += [line for line in writer.stdout.read().split("\n") if line]
    return told


def test_real_power_cuts_lose_nothing(tmp_path, rounds, report):
    chance = random.Random(1)  # noqa: S311 - the same moments in every run
    cuts = 100 * rounds or CUTS
    lost = []
    with ext4(tmp_path) as disk:
        place = Place(disk.folder / "client")
        place.root.mkdir()
        lay_client(place)
        os.sync()
        for _ in range(cuts):
            told = write_until(place.root, chance.randint(1, 60), disk.cut)
            # What was told after the cut was told of a disk that is not there any more.
            told = [line for line in told if not line.startswith(("not plain", "problem"))]
            disk.start_again()
            lost += losses(SCENES["publish"], place, told)
    report("power cut on ext4", cuts, len(lost))
    assert lost == []


def test_a_killed_writer_loses_nothing(tmp_path, rounds, report):
    chance = random.Random(2)  # noqa: S311 - the same moments in every run
    kills = 100 * rounds or 2
    place = Place(tmp_path / "client")
    place.root.mkdir()
    lay_client(place)
    lost = []
    for _ in range(kills):
        told = write_until(place.root, chance.randint(1, 60), lambda: None)
        lost += losses(SCENES["publish"], place, told)
    report("kill -9 of a writer", kills, len(lost))
    assert lost == []


def edit_until_full(player: Player, heard: list[str], number: int) -> int:
    """Edit until the program says that there is no room; return how many edits there are then."""
    for after in range(number + 1, number + 3000):
        heard.clear()
        if not player.edits(after):
            assert heard == [f"tries {after}", "problem disk-full", "problem disk-full"]
            return after - 1
    return number + 3000


def edits_on_a_full_disk(folder: Path, *, keeps_room: bool) -> int:
    """Fill the disk under an open client; return how many long edits it takes, all kept."""
    heard: list[str] = []
    place = Place(folder / "client")
    place.root.mkdir()
    lay_client(place)
    kept_free = place.home / "kept-free"
    assert kept_free.stat().st_size == ballast.SIZE
    player = Player(place, heard.append)
    player.opens()
    seat = player.document.file.load().client.seat(IT)
    player.document.file.write(Change((Touch(seat, replace(seat, notes="long " * 10_000)),)))
    fill(folder)
    if not keeps_room:
        kept_free.unlink()
        fill(folder)
    kept = edit_until_full(player, heard, 0)
    assert not kept_free.exists()
    (folder / "other programs' files").unlink()
    player.document.publish()
    player.document.close()
    assert number_in(place.workshop().read_document(place.target).client) == kept
    return kept


def test_room_that_was_kept_free_takes_the_last_edits(tmp_path, report):
    with small_memory(tmp_path / "one", 70_000) as folder:
        without = edits_on_a_full_disk(folder, keeps_room=False)
    with small_memory(tmp_path / "two", 70_000) as folder:
        kept = edits_on_a_full_disk(folder, keeps_room=True)
    report("disk full, room kept free", kept, 0, without=without)
    assert kept >= without + 10


def test_a_disk_with_little_room_is_not_filled_further(tmp_path):
    with small_memory(tmp_path / "small", 16_000) as folder:
        ballast.lay(folder)
        assert list(folder.iterdir()) == []
        assert not ballast.give_away(folder)


def test_on_a_full_disk_edits_go_on_for_long_then_wait_and_nothing_is_lost(tmp_path, report):
    told: list[str] = []
    with small_memory(tmp_path / "small", 16_000) as folder:
        place = Place(folder / "client")
        place.root.mkdir()
        lay_client(place)
        player = Player(place, told.append)
        player.opens()
        fill(folder)
        with pytest.raises(FileProblem) as problem:
            player.document.publish()
        assert problem.value.code == "disk-full"
        kept = edit_until_full(player, told, 0)
        report("disk full", kept, 0, edits_kept_after_it_was_full=kept)
        assert kept >= 100
        assert number_in(player.document.file.load().client) == kept
        (folder / "other programs' files").unlink()
        rename(player.document, kept + 1)
        player.document.publish()
        player.document.close()
        whole = place.workshop().read_document(place.target).client
        assert number_in(whole) == kept + 1

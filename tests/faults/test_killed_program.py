"""The real program, ended by force under a user who tries everything."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.workshop import Workshop

HERE = Path(__file__).parent
LONGEST = 60
"""Seconds; a user who edits nothing for so long is ended all the same."""


def let_loose(home: Path, folder: Path, seed: int, promises: int) -> list[str]:
    """Start the program, end it by force after so many promises, and return these."""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(HERE.parent), str(HERE.parent.parent))),
        "MSPSEAT_HOME": str(home),
    }
    command = [sys.executable, HERE / "random_user.py", home, folder, str(seed)]
    told = []
    with subprocess.Popen(
        list(map(str, command)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as program:
        end = threading.Timer(LONGEST, program.kill)
        end.start()
        for line in program.stdout:
            told.append(line)
            if len(told) >= promises:
                break
        program.kill()
        told += list(program.stdout)
        end.cancel()
        assert told, program.stderr.read()[-2000:]
    return told


def lost(told: list[str]) -> list[str]:
    """Return which working copies do not hold what was promised."""
    promised: dict[Path, int] = {}
    for line in told:
        what, edits, path = line.strip().split(" ", 2)
        if what == "edited":
            promised[Path(path)] = int(edits)
        else:
            promised.pop(Path(path), None)
    found = []
    for path, edits in promised.items():
        with closing(ClientFile.open(path)) as file:
            file.load()
            if file.edits < edits:
                found.append(f"{edits} edits were promised, {file.edits} are there")
    return found


def test_the_program_under_a_wild_user_loses_nothing_when_it_is_killed(tmp_path, rounds, report):
    home, folder = tmp_path / "home", tmp_path / "files"
    (folder / "folder").mkdir(parents=True)
    losses = []
    promised = 0
    kills = 50 * rounds or 1
    for seed in range(kills):
        chance = random.Random(seed)  # noqa: S311 - the same moments in every run
        told = let_loose(home, folder, seed, chance.randint(4, 60 if rounds else 12))
        promised += len(told)
        losses += lost(told)
        workshop = Workshop(home, now=lambda: datetime.now(UTC))
        for one in workshop.unsaved():
            workshop.resume(one.work_id).document.close()
        for path in folder.glob("*.mspseat"):
            with suppress(FileProblem):
                workshop.read_document(path)
    report("kill -9 of the program", kills, len(losses), promises=promised)
    assert losses == []
    assert promised >= kills

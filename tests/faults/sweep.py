"""One scene, hit by a fault at one operation after the other. Runs under the shim.

    LD_PRELOAD=shim.so python sweep.py SCENE[+SCENE] FOLDER MOST SEED [WEAKNESS | twice]

Prints JSON: tries, problems that were told, losses.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from faults.judge import losses
from faults.scenes import SCENES, Place, Player, Scene
from faults.shim import ALL, FAULTS, Fault, Shim, read_log
from faults.weaknesses import weaken

LONGEST = 20
"""Seconds that a try may take before it counts as hanging."""
CALM = Fault("none", 0)
TWICE = "twice"
RECORDED = Fault("none, all written down", 0)
TOLD = "told to the user"
"""The file in which a play that is written down keeps its promises, in their order."""


class Sweep:
    """The tries of one scene, each on a fresh copy of the same disk."""

    def __init__(self, scene: str, folder: Path) -> None:
        self.scene = SCENES[scene]
        self.shim = Shim()
        self.disk = folder / "disk"
        self.laid = folder / "laid"
        self.begun = folder / "begun"
        self.log = folder / "log"
        # The disk is laid where it is used: a note names the user's file by its whole path.
        shutil.rmtree(folder, ignore_errors=True)
        self.disk.mkdir(parents=True)
        self.scene.lay(Place(self.disk))
        shutil.copytree(self.disk, self.laid, symlinks=True)
        self.base = 2 if self.scene.name == "recover" else 0

    def play(self, fault: Fault, at: int) -> tuple[list[str], str]:
        """Play the scene once; return what it told, and how it ended: "", "killed", "hung"."""
        shutil.rmtree(self.disk)
        shutil.copytree(self.laid, self.disk, symlinks=True)
        return self._played(self.scene, fault, at)

    def _played(self, scene: Scene, fault: Fault, at: int) -> tuple[list[str], str]:
        """Play a scene on the disk as it is now."""
        inlet, outlet = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(inlet)
            self._be_the_program(scene, fault, at, outlet)
        os.close(outlet)
        with os.fdopen(inlet) as lines:
            told = lines.read().splitlines()
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            return told, {9: "killed", 14: "hung"}.get(number, f"ended by signal {number}")
        return told, "" if os.WEXITSTATUS(status) == 0 else "ended by itself"

    def _be_the_program(self, scene: Scene, fault: Fault, at: int, outlet: int) -> None:
        code = 1
        try:
            signal.alarm(LONGEST)
            player = Player(Place(self.disk), lambda _: None)
            self.shim.watch(self.disk)
            scene.begin(player)
            player.tell = lambda line: os.write(outlet, f"{line}\n".encode()) and None
            if player.place.opened is not None and player.place.opened.file.edits:
                player.tell("edited 1")
            if fault is CALM:
                self.shim.watch(self.disk, self.log)
            if fault is RECORDED:
                self._write_down(player)
            self.shim.arm(fault, at)
            scene.play(player)
            code = 0
        finally:
            os._exit(code)  # as a crash would: nothing is closed or tidied up

    def _write_down(self, player: Player) -> None:
        shutil.copytree(self.disk, self.begun)
        self.shim.watch(self.disk, self.log, everything=True)
        promises = os.open(self.disk / TOLD, os.O_WRONLY | os.O_CREAT, 0o600)
        if player.place.opened is not None and player.place.opened.file.edits:
            os.write(promises, b"edited 1\n")
        player.tell = lambda line: os.write(promises, f"{line}\n".encode()) and None

    def operations(self) -> list[tuple[str, str]]:
        """Play the scene without a fault; return the kind and the file of each operation."""
        told, end = self.play(CALM, 0)
        assert not end, (end, told)
        assert not [line for line in told if line.startswith("problem")], told
        wrong = losses(self.scene, Place(self.disk), told, base=self.base)
        assert not wrong, wrong
        return [(done.kind, done.path) for done in read_log(self.log)]

    def run(
        self, most: int, seed: int, *, until_lost: bool = False, only: str = ""
    ) -> dict[str, object]:
        """Try at most so many points, each operation and each fault as evenly as can be."""
        begin = time.monotonic()
        chance = random.Random(seed)  # noqa: S311 - the same points in every run
        points = [p for p in _points(self.operations(), chance) if only in {"", p[0].name}]
        told_of: Counter[str] = Counter()
        tries: Counter[str] = Counter()
        lost: list[str] = []
        for fault, at, what in points[:most]:
            told, end = self.play(fault, at)
            tries[fault.name] += 1
            expected = {"", "killed"} if fault.kills else {""}
            wrong = [] if end in expected else [end]
            wrong += losses(self.scene, Place(self.disk), told, base=self.base)
            told_of.update(f"{fault.name}: {one}" for one in told if one.startswith("problem"))
            lost += [f"{fault.name} at {at} ({what}): {line}" for line in wrong]
            if lost and until_lost:
                break
        return {
            "scene": self.scene.name,
            "points": len(points),
            "tries": sum(tries.values()),
            "by fault": dict(tries),
            "told": dict(told_of),
            "losses": lost,
            "seconds": round(time.monotonic() - begin, 1),
        }

    def run_twice(self, count: int, seed: int) -> dict[str, object]:
        """End the scene at random operations, then what comes after it as well, and judge both.

        What comes after is a start that brings everything back: it is ended up to three times.
        """
        chance = random.Random(seed)  # noqa: S311 - the same moments in every run
        length = len(self.operations())
        lost, tries = [], 0
        for _ in range(count):
            kind, at = FAULTS[chance.choice(("killed", "torn"))], chance.randint(1, length)
            told, _end = self.play(kind, at)
            where = [at]
            for _again in range(chance.randint(1, 3)):
                if not Place(self.disk).target.exists():
                    break
                fault = FAULTS[chance.choice(("killed", "torn", "EIO", "ENOSPC"))]
                where.append(chance.randint(1, chance.choice((80, 2600))))
                told += self._played(SCENES["open"], fault, where[-1])[0]
            wrong = losses(self.scene, Place(self.disk), told, base=self.base)
            lost += [f"ended at {where}: {line}" for line in wrong]
            tries += 1
        return {"scene": self.scene.name, "tries": tries, "losses": lost}


def _points(operations: list[tuple[str, str]], chance: random.Random) -> list[tuple]:
    """Return what to try, the most telling first: in long runs of like operations only a few."""
    first, rest = [], []
    run = 0
    for at, (kind, path) in enumerate(operations, start=1):
        run = run + 1 if at > 1 and operations[at - 2] == (kind, path) else 0
        what = f"{kind} {Path(path).name}"
        fitting = [(fault, at, what) for fault in FAULTS.values() if kind in fault.kinds]
        if run > 4 and chance.random() > 0.01:
            continue
        chance.shuffle(fitting)
        first.append(fitting[0])
        rest += fitting[1:]
    chance.shuffle(first)
    chance.shuffle(rest)
    return first + rest


def main(scenes: str, folder: str, most: str, seed: str, weakness: str = "") -> None:
    """Run the sweeps, or with the weakness "twice" the one of two crashes, and print the results.

    The name of a fault in place of a weakness leaves out all other faults. Several scenes are
    joined by "+"; more than one gives a list.
    """
    assert set(ALL) >= {kind for fault in FAULTS.values() for kind in fault.kinds}
    results = []
    for number, scene in enumerate(scenes.split("+")):
        sweep = Sweep(scene, Path(folder) / str(number))
        if weakness == TWICE:
            results.append(sweep.run_twice(int(most), int(seed)))
        else:
            only = weakness if weakness in FAULTS else ""
            weaken("" if only else weakness)
            until_lost = bool(weakness) and not only
            results.append(sweep.run(int(most), int(seed), until_lost=until_lost, only=only))
    sys.stdout.write(json.dumps(results if len(results) > 1 else results[0]) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Opens bad files, one after the other. Runs under the shim, which sees what is written where.

LD_PRELOAD=shim.so python wild.py mutations|named FOLDER COUNT SEED [WEAKNESS]
"""

from __future__ import annotations

import json
import random
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from faults.evil import NAMED, UNSEAL, mutate, sql
from faults.scenes import Place, lay_client
from faults.shim import Shim, read_log
from faults.weaknesses import weaken
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.wording.problems import sentences

LONGEST = 2.0
"""Seconds of computing that even a file of many megabytes may take."""
SMALL, LONGEST_SMALL = 300_000, 0.1
"""Bytes, and seconds of computing that a file of no more may take."""


class Keeper:
    """Opens a file as the program does, and watches what it does beside it."""

    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        place = Place(folder / "made")
        lay_client(place)
        self.outside = folder / "outside"
        self.outside.mkdir()
        self.path = self.outside / "Lakeside.mspseat"
        self._private = folder / "private.sqlite"
        self._log = folder / "log"
        self._shim = Shim()
        self.sealed = place.target.read_bytes()
        self.path.write_bytes(self.sealed)
        sql(UNSEAL)(self.path)
        self.unsealed = self.path.read_bytes()
        self.original = self.seen(self.sealed)
        self.slowest = 0.0
        self.codes: Counter[str] = Counter()

    def seen(self, content: bytes) -> object:
        """Return all that a whole file shows."""
        self.path.write_bytes(content)
        loaded = take_in(self.path, self._private)[1]
        self._private.unlink()
        return loaded

    def clear(self) -> None:
        shutil.rmtree(self.outside)
        self.outside.mkdir()
        self.path.write_bytes(self.unsealed)

    def open(self) -> tuple[str, object, list[str]]:
        """Return the code of the refusal or "", what it shows, and what must not have happened."""
        wrong = []
        before = _look_at(self.outside)
        self._shim.watch(self.outside, self._log)
        begin = time.process_time()
        loaded: object = None
        code = ""
        try:
            loaded = take_in(self.path, self._private)[1]
        except FileProblem as problem:
            code = problem.code
            if code not in sentences() or self._private.exists():
                wrong.append(f"refused badly: {code}")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            code = "not plain"
            wrong.append(f"{type(error).__name__}: {error}")
        took = time.process_time() - begin
        self._shim.watch(self.outside)
        self._private.unlink(missing_ok=True)
        self.slowest = max(self.slowest, took)
        is_small = before and max(size for _name, size, _time in before) <= SMALL
        if took > (LONGEST_SMALL if is_small else LONGEST):
            wrong.append(f"took {took:.2f} s")
        written = {done.kind for done in read_log(self._log)} - {"r"}
        if written or _look_at(self.outside) != before:
            wrong.append(f"something was written beside it: {written}")
        self.codes[code] += 1
        return code, loaded, wrong


def _look_at(folder: Path) -> list[tuple[str, int, int]]:
    found = [(path.name, path.lstat()) for path in sorted(folder.iterdir())]
    return [(name, about.st_size, about.st_mtime_ns) for name, about in found]


def open_named(keeper: Keeper) -> list[str]:
    """Open each named file and return what went wrong."""
    lost = []
    for name, (make, expected) in NAMED.items():
        keeper.clear()
        make(keeper.path)
        code, _loaded, wrong = keeper.open()
        if code not in expected:
            wrong.append(f"is {code or 'taken in'}")
        lost += [f"{name}: {line}" for line in wrong]
    return lost


def open_mutations(keeper: Keeper, count: int, seed: int, *, until_lost: bool = False) -> list[str]:
    """Open so many changed files, half of them sealed before, and return what went wrong."""
    lost = []
    for number in range(count):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - the same files in every run
        is_sealed = number % 2 == 0
        keeper.clear()
        content = keeper.sealed if is_sealed else keeper.unsealed
        is_by_sql = mutate(content, keeper.path, chance)
        code, loaded, wrong = keeper.open()
        if is_sealed and not is_by_sql and not code and shows_others(loaded, keeper.original):
            wrong.append("shows other words than were written")
        lost += [f"{seed} {number}: {line}" for line in wrong]
        if lost and until_lost:
            break
    return lost


def shows_others(loaded: object, original: object) -> bool:
    """Return whether a file of our own version shows other words; a newer one says that it is."""
    return loaded != original and getattr(loaded, "made_by", None) is None


def main(which: str, folder: str, count: str, seed: str, weakness: str = "") -> None:
    """Open the files and print what came of it."""
    signal.alarm(int(count) + 60)
    keeper = Keeper(Path(folder))
    weaken(weakness)
    named = which == "named"
    lost = (
        open_named(keeper)
        if named
        else open_mutations(keeper, int(count), int(seed), until_lost=bool(weakness))
    )
    found = {
        "tries": sum(keeper.codes.values()),
        "codes": dict(keeper.codes),
        "slowest": round(keeper.slowest, 3),
        "losses": lost,
    }
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

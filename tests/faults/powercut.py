"""Power cuts, by a model of a disk that keeps as little as it may. Runs under the shim.

    LD_PRELOAD=shim.so python powercut.py SCENE FOLDER IMAGES SEED [WEAKNESS]

A scene is played once and written down. Then, for moments in it, disks are made as a cut could
have left them: what was synced is there; of what was written to a file since, any part may be
there, torn at sectors of 512 bytes; of the names that changed in a folder since that was synced,
the later ones may not have. Folders themselves are taken to be there once they were made.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from faults.judge import losses
from faults.scenes import Place
from faults.shim import Done, read_log
from faults.sweep import RECORDED, TOLD, Sweep
from faults.weaknesses import WEAKNESSES, weaken

SECTOR = 512


@dataclass(eq=False)
class File:
    """What surely is in a file, and what was written since."""

    kept: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.since:
            _write(self.kept, *change)
        self.since.clear()

    def after_cut(self, chance: random.Random, share: float) -> bytes:
        """Return one content that a cut could leave; of each later write with this chance."""
        content = bytearray(self.kept)
        for at, data in self.since:
            if chance.random() >= share:
                continue
            if data is not None and len(data) > SECTOR and 0 < share < 1 and chance.random() < 0.3:
                for start in range(0, len(data), SECTOR):
                    if chance.random() < 0.5:
                        _write(content, at + start, data[start : start + SECTOR])
            else:
                _write(content, at, data)
        return bytes(content)


def _write(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:  # cut, or made longer, to that length
        del content[at:]
        content.extend(bytes(at - len(content)))
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(data)] = data


@dataclass(frozen=True)
class Naming:
    """One change of names in a folder: a name appears, goes, or another takes its place."""

    folder: str
    gone: str = ""
    new: str = ""
    file: File | None = None


class Disk:
    """Follows what was done to a disk, and makes up what a cut leaves of it."""

    def __init__(self, root: Path) -> None:
        self._now: dict[str, File] = {
            str(path): File(bytearray(path.read_bytes()))
            for path in root.rglob("*")
            if path.is_file()
        }
        self._kept = dict(self._now)
        self._namings: list[Naming] = []

    def feed(self, done: Done) -> None:
        """Follow one operation."""
        folder = str(Path(done.path).parent)
        file = self._now.get(done.path)
        if done.kind == "C":
            new = self._now[done.path] = File()
            self._namings.append(Naming(folder, new=done.path, file=new))
        elif done.kind == "U":
            self._now.pop(done.path, None)
            self._namings.append(Naming(folder, gone=done.path))
        elif done.kind == "R" and file is not None:
            name = done.data.decode()
            self._now[name] = self._now.pop(done.path)
            self._namings.append(Naming(folder, gone=done.path, new=name, file=file))
        elif done.kind == "D":
            self._keep_names([n for n in self._namings if n.folder == done.path])
        elif done.kind == "S" and file is not None:
            file.sync()
            # A synced file keeps the name that it was made with, and what came before that.
            made = [n for n in self._namings if n.file is file and not n.gone]
            if made:
                end = self._namings.index(made[0]) + 1
                self._keep_names([n for n in self._namings[:end] if n.folder == folder])
        elif done.kind == "W" and file is not None:
            file.since.append((done.at, done.data))
        elif done.kind == "T" and file is not None:
            file.since.append((done.at, None))

    def _keep_names(self, namings: list[Naming]) -> None:
        for naming in namings:
            _rename(self._kept, naming)
            self._namings.remove(naming)

    def after_cut(self, chance: random.Random, share: float) -> dict[str, bytes]:
        """Return the files that a cut at this moment could leave, by their whole paths."""
        names = dict(self._kept)
        folders = sorted({naming.folder for naming in self._namings})
        for folder in folders:
            here = [naming for naming in self._namings if naming.folder == folder]
            count = int(share) * len(here) if share in {0, 1} else chance.randint(0, len(here))
            for naming in here[:count]:
                _rename(names, naming)
        return {path: file.after_cut(chance, share) for path, file in names.items()}


def _rename(names: dict[str, File], naming: Naming) -> None:
    names.pop(naming.gone, None)
    if naming.file is not None:
        names[naming.new] = naming.file


def cut(sweep: Sweep, images: int, seed: int, *, until_lost: bool = False) -> dict[str, object]:
    """Make so many disks of one play of the scene, and judge each."""
    begin = time.monotonic()
    chance = random.Random(seed)  # noqa: S311 - the same disks in every run
    told, end = sweep.play(RECORDED, 0)
    assert not end, (end, told)
    done = list(read_log(sweep.log))
    shutil.rmtree(sweep.disk)
    shutil.copytree(sweep.begun, sweep.disk)
    disk = Disk(sweep.disk)
    folders = [path for path in sweep.disk.rglob("*") if path.is_dir()]
    folders += [Path(one.path) for one in done if one.kind == "M"]
    wanted = Counter(_moments(done, images, chance))
    heard: list[str] = []
    lost: list[str] = []
    tries = 0
    for at, one in enumerate(done):
        if one.path.endswith(TOLD):
            heard += one.data.decode().splitlines()
        else:
            disk.feed(one)
        for _ in range(0 if lost and until_lost else wanted[at]):
            share = chance.choice((0.0, 1.0, 0.5, 0.9, 0.1))
            _lay(sweep.disk, folders, disk.after_cut(chance, share))
            wrong = losses(sweep.scene, Place(sweep.disk), heard, base=sweep.base)
            name = Path(one.path).name
            # A file that was to go may come back; only what is lost counts here.
            wrong = [line for line in wrong if " stays" not in line]
            lost += [f"cut after {at} ({one.kind} {name}): {line}" for line in wrong]
            tries += 1
    return {
        "scene": sweep.scene.name,
        "points": len(done),
        "tries": tries,
        "losses": lost,
        "seconds": round(time.monotonic() - begin, 1),
    }


def _moments(done: list[Done], images: int, chance: random.Random) -> list[int]:
    """Return after which operations the power goes, as often as there are images to make."""
    telling = [at for at, one in enumerate(done) if one.kind in "SDRUC" or TOLD in one.path]
    first = next(at for at, one in enumerate(done) if one.path.endswith(TOLD) and one.kind == "W")
    near = [at + by for at in telling for by in (-1, 0) if at + by >= first]
    return [chance.choice(near) for _ in range(images)]


def _lay(root: Path, folders: list[Path], files: dict[str, bytes]) -> None:
    shutil.rmtree(root)
    root.mkdir()
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)


def main(scene: str, folder: str, images: str, seed: str, weakness: str = "") -> None:
    """Cut the power of one scene and print what came of it."""
    weaken(weakness)
    sweep = Sweep(scene, Path(folder))
    found = cut(sweep, int(images), int(seed), until_lost=weakness in WEAKNESSES)
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

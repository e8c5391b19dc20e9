"""What must hold after each fault: every promise kept, every file whole, nothing half made left."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from faults.scenes import (
    COPY,
    GOLDEN,
    IT,
    NAME,
    NOT_PLAIN,
    RING,
    Place,
    Scene,
    lay_old_client,
    lay_old_crashed_client,
    number_in,
    records,
)
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.records import RECORD_TYPES
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.untrusted import take_in

if TYPE_CHECKING:
    from mspseat_desktop.storage.opened import Opened

FORGET = "forget the history"
AT_WORK = frozenset({"client.sqlite", "client.sqlite-wal", "state.json", "lock"})
"""What the folder of an open working copy holds."""


@dataclass
class Promises:
    """What a try promised the user before it ended."""

    told: list[str]
    base: int = 0

    def edited(self) -> int:
        """Return the last edit that was acknowledged."""
        return max(self.last("edited"), self.base)

    def tried(self) -> int:
        """Return the last edit that was tried: it may be there or not."""
        return max(self.last("tries"), self.edited())

    def last(self, word: str) -> int:
        numbers = [int(line.split()[1]) for line in self.told if line.startswith(f"{word} ")]
        return max(numbers, default=0)

    def published(self) -> int:
        """Return the last edit that was in the file when it was called published."""
        if "published" not in self.told:
            return 0
        end = len(self.told) - self.told[::-1].index("published")
        return Promises(self.told[:end]).last("edited")

    def problems(self) -> list[str]:
        return [line.removeprefix("problem ") for line in self.told if line.startswith("problem ")]


def losses(scene: Scene, place: Place, told: list[str], *, base: int = 0) -> list[str]:
    """Return what is lost or left behind, as short lines; empty when every promise was kept.

    `base` is the number of edits that the disk held before the scene began.
    """
    found = [line for line in told if line.startswith(NOT_PLAIN)]
    promises = Promises(told, base)
    try:
        if scene.name == "move":
            place = _where_it_went(place)
        if place.damaged.exists():
            found += _changed(place)
        if scene.is_new and not place.target.exists():
            return found + _lost_of_a_new_client(scene, place, promises)
        if place.target.exists():
            found += _lost_in_the_file(place, promises)
            found += _readable_by_all(place, promises)
        found += _lost_here(scene, place, promises)
        found += _lost_backups(place, promises)
        return found + _left_over(scene, place)
    except FileProblem as problem:
        return [*found, f"can not be opened again: {problem.code} {problem.params}"]


def _lost_in_the_file(place: Place, promises: Promises) -> list[str]:
    """The user's file is whole at any moment, and never behind what was called published."""
    number = number_in(place.workshop(later=True).read_document(place.target, RING).client)
    least, most = promises.published(), promises.tried()
    if least <= number <= most:
        return []
    return [f"the file has edit {number}, not {least}-{most}"]


def _readable_by_all(place: Place, promises: Promises) -> list[str]:
    """A file that was published after its client got a key opens with that only."""
    told = promises.told
    if "protected" not in told or "published" not in told[told.index("protected") :]:
        return []
    is_plain = place.target.read_bytes().startswith(b"SQLite format 3")
    return ["published without its key"] if is_plain else []


def _lost_here(scene: Scene, place: Place, promises: Promises) -> list[str]:
    """What was acknowledged is there when the client is opened again, and can be published."""
    opened = _open_again(place)
    found = []
    try:
        if opened.set_aside is not None:
            found.append("called changed by somebody else")
        here = number_in(opened.loaded.client)
        if not promises.edited() <= here <= promises.tried():
            found.append(f"edit {promises.edited()} was promised, {here} is there")
        numbers = [step.number for step in opened.loaded.steps if step.name == "rename"]
        if scene.name == FORGET:
            found += _remembered(opened, promises)
        elif max(numbers, default=0) != here:
            found.append(f"edit {here} is there, its history tells of {numbers}")
        found += _unlike(opened.loaded.client, records_of(scene))
        if not place.target.exists():
            opened.document.set_target(place.target)
        opened.document.publish()
        if number_in(place.workshop().read_document(place.target, RING).client) != here:
            found.append("publishing again did not bring everything")
        work = {path.name for path in opened.document.file.path.parent.iterdir()}
        found += [f"{name} stays in the work folder" for name in sorted(work - AT_WORK)]
    finally:
        opened.document.close()
    return found


def _remembered(opened: Opened, promises: Promises) -> list[str]:
    """Once the history is called forgotten, no step and no byte tells of what was before."""
    if "forgotten" not in promises.told:
        return []
    numbers = [step.number for step in opened.loaded.steps]
    found = [f"step {number} is still there" for number in numbers if number == 1]
    folder = opened.document.file.path.parent
    traces = [p.name for p in folder.glob("client.sqlite*") if b'"title 0"' in p.read_bytes()]
    return found + [f"{name} still holds what was forgotten" for name in traces]


def _lost_backups(place: Place, promises: Promises) -> list[str]:
    """Every backup that is listed is whole, and one is there when one was promised."""
    shelf = place.workshop(later=True).backups.shelf_of(place.target)
    listed = shelf.listed() if shelf else ()
    found = [
        f"backup {one.number} is not whole"
        for one in listed
        if shelf is not None and not shelf.is_sound(one)
    ]
    if "backed up" in promises.told and not listed:
        found.append("a backup was promised, none is there")
    return found


def _open_again(place: Place) -> Opened:
    workshop = place.workshop(later=True)
    if place.target.exists():
        return workshop.open_document(place.target, RING)
    (waiting,) = workshop.unsaved()
    return workshop.resume(waiting.work_id, RING)


def _where_it_went(place: Place) -> Place:
    """A client that is on its way to another name waits there, or is there, or is not yet."""
    waiting = {one.target for one in place.workshop(later=True).unsaved()}
    moved = _Moved(place.root)
    if moved.target in waiting or moved.target.exists():
        return moved
    return place


class _Moved(Place):
    """The place of a client that has got another name."""

    @property
    def target(self) -> Path:
        return self.root / "documents" / COPY


def _changed(place: Place) -> list[str]:
    is_same = place.damaged.read_bytes() == place.damaged_before.read_bytes()
    return [] if is_same else ["the damaged file was written to"]


def _lost_of_a_new_client(scene: Scene, place: Place, promises: Promises) -> list[str]:
    """A new client whose file is not there yet waits on the start page, once it was made."""
    found = ["published, but not there"] if "published" in promises.told else []
    workshop = place.workshop(later=True)
    waiting = workshop.unsaved()
    if "made" in promises.told and len(waiting) != 1:
        found.append(f"{len(waiting)} new clients wait")
    for one in waiting:
        opened = workshop.resume(one.work_id, RING)
        found += _unlike(opened.loaded.client, records_of(scene))
        opened.document.close(discard=True)
    with suppress(FileProblem):
        workshop.read_document(place.target, RING)
        found.append("half a file")
    return found + _left_over(scene, place)


def _left_over(scene: Scene, place: Place) -> list[str]:
    """Nothing that was half made may stay, once the program has looked through its folder."""
    workshop = place.workshop(later=True)
    for one in workshop.unsaved():
        if one.target is None and scene.name in {"restore", "send"}:
            workshop.resume(one.work_id, RING).document.close(discard=True)
    names = {path.name for path in place.target.parent.iterdir()}
    strange = names - {NAME} - scene.beside
    found = [f"{name} stays beside the file" for name in sorted(strange)]
    for name in names & scene.beside:
        place.workshop().read_document(
            place.target.with_name(name), RING
        )  # whole, or it would not open
    work = place.home / "work"
    left = sorted(work.iterdir()) if work.is_dir() else []
    return found + [f"work/{path.name} stays" for path in left]


def records_of(scene: Scene) -> Client:
    """Return the client that every scene starts with."""
    if scene.lay in {lay_old_client, lay_old_crashed_client}:
        return _golden()
    return Client.of(records())


@cache
def _golden() -> Client:
    with tempfile.TemporaryDirectory() as folder:
        return take_in(GOLDEN / "schema-1.mspseat", Path(folder, "c"))[1].client


def _unlike(client: Client, expected: Client) -> list[str]:
    """Return which kinds of records differ, but for the seat that is edited."""
    found = []
    for kind in RECORD_TYPES:
        here = {r.id: r for r in client.every(kind) if r.id != IT}
        if here != {r.id: r for r in expected.every(kind) if r.id != IT}:
            found.append(f"{kind.__name__} differs")
    return found

"""The folder of one working copy, and the note beside it on what the user's file looked like."""

from __future__ import annotations

import os
import secrets
import shutil
import uuid
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mspseat_desktop.storage import ballast
from mspseat_desktop.storage.codec import from_text, to_plain, to_record, to_text
from mspseat_desktop.storage.fingerprint import Fingerprint, fingerprint
from mspseat_desktop.storage.locks import take
from mspseat_desktop.storage.private_files import drop, make_folder, write_whole
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.storage.publish import PART, part_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filelock import BaseFileLock

_COPY = "client.sqlite"
_NOTE = "state.json"
_DAMAGED_NOTE = "damaged.json"
_LOCK = "lock"
_SLIP = "slip-"
_HALF_MADE = ("scratch-*", "compact-*", "damaged.sqlite", f".*{PART}")
"""What a crash can leave of copies on their way here or to the user's file, and of a note."""


@lru_cache(maxsize=64)
def _path(target: str) -> Path:
    return Path(target)  # asked for at every edit


@dataclass(frozen=True, slots=True)
class Note:
    """What we know of the user's file.

    `seen` is the file as we last saw it, with `published_edits` edits of ours in it; `coming` is
    what we were about to put there, which after a crash may be there already.
    """

    target: str = ""
    seen: Fingerprint | None = None
    published_edits: int = -1
    coming: Fingerprint | None = None
    coming_edits: int = -1

    @property
    def path(self) -> Path | None:
        """Where the user's file is; None for a client that has no place yet."""
        return _path(self.target) if self.target else None


@dataclass(slots=True)
class WorkPlace:
    """The folder of one working copy, ours as long as its lock is held."""

    folder: Path
    lock: BaseFileLock
    note: Note = field(default_factory=Note)

    @property
    def id(self) -> str:
        """The name of the folder."""
        return self.folder.name

    @property
    def copy(self) -> Path:
        """The working copy itself."""
        return self.folder / _COPY

    @property
    def part_mark(self) -> str:
        """What marks our unfinished file beside the target, so that we find it after a crash."""
        return self.id[:8]

    def remember(self, note: Note) -> None:
        """Keep the note, durable when this returns."""
        with problems("writing"):
            write_whole(self.folder / _NOTE, to_text(to_plain(note)).encode())
        self.note = note

    def settle(self, now: Fingerprint | None) -> None:
        """Take it as published when what was to come is there now: the note came too late."""
        if now is not None and now.same_content(self.note.coming):
            self.remember(
                replace(
                    self.note,
                    seen=now,
                    published_edits=self.note.coming_edits,
                    coming=None,
                    coming_edits=-1,
                )
            )

    @contextmanager
    def part_beside(self, target: Path) -> Iterator[str]:
        """Yield the name for an unfinished file beside a target that the note does not tell.

        It is written down as long as that file may be there: a crash must not leave a client's
        words in a hidden file.
        """
        part = target.with_name(part_name(target, self.part_mark))
        slip = self.folder / f"{_SLIP}{secrets.token_hex(4)}"
        with problems("writing"):
            write_whole(slip, os.fsencode(part))
        try:
            yield part.name
        finally:
            drop(slip)

    def tidy(self) -> None:
        """Delete what a crash left half made, here and beside the targets of copies."""
        for slip in self.folder.glob(f"{_SLIP}*"):
            with suppress(OSError, ValueError):
                part = Path(os.fsdecode(slip.read_bytes()))
                if part.name.endswith(f".{self.part_mark}{PART}"):
                    drop(part)
            drop(slip)
        for half_made in _HALF_MADE:
            for path in self.folder.glob(half_made):
                drop(path)

    def is_still_ours(self, target: Path) -> bool:
        """Return whether nobody else has changed the target, or there is none to look at."""
        with problems("reading", target.name):
            now = fingerprint(target) if target.is_file() else None
        if now is None:  # what we have ourselves is all there is
            self.remember(replace(self.note, published_edits=-1))
            return True
        self.settle(now)
        return now.same_content(self.note.seen)

    def last_change(self) -> float:
        """Return when the working copy was last written, in seconds since 1970."""
        files = [path for path in self.folder.glob(f"{self.copy.name}*") if path.is_file()]
        return max((path.stat().st_mtime for path in files), default=0.0)

    def put_away(self) -> None:
        """Leave a damaged working copy where it is, but do not find it again."""
        with problems("writing"):
            (self.folder / _NOTE).replace(self.folder / _DAMAGED_NOTE)
        self.lock.release()

    def keep_room(self) -> None:
        """Keep some room on the disk for the last edits, where there is plenty now."""
        ballast.lay(self.folder.parent.parent)

    def make_room(self) -> bool:
        """Give the room away that was kept; return whether there was any."""
        return ballast.give_away(self.folder.parent.parent)

    def leave(self) -> None:
        """Let go of the working copy; it is found again later."""
        self.lock.release()

    def remove(self) -> None:
        """Delete the working copy and all beside it."""
        # The note goes first: what is left when this is interrupted is swept up later.
        drop(self.folder / _NOTE)
        self.lock.release()  # Windows deletes no file that is open
        shutil.rmtree(self.folder, ignore_errors=True)


def make_place(work: Path) -> WorkPlace:
    """Make a new, empty place among those in the work folder."""
    folder = work / uuid.uuid4().hex
    with problems("writing"):
        make_folder(folder)
    return WorkPlace(folder, take(folder / _LOCK))


def enter(folder: Path) -> WorkPlace:
    """Take a place that was left; FileProblem("in-use") when somebody is at work there."""
    lock = take(folder / _LOCK)
    try:
        place = WorkPlace(folder, lock, _read(folder))
    except BaseException:
        lock.release()
        raise
    place.tidy()
    return place


def left_places(work: Path) -> Iterator[tuple[Path, Note]]:
    """Yield the folder and the note of every working copy, open ones too, the newest first."""
    if not work.is_dir():
        return
    found = [note for note in work.glob(f"*/{_NOTE}") if note.is_file()]
    for note in sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True):
        try:
            yield note.parent, _read_twice(note.parent)
        except FileProblem:
            continue  # a note that nobody can read helps nobody; its copy stays where it is


def sweep(work: Path, *, older_than: float) -> None:
    """Delete places that hold no client: what a crash left before or after one was there.

    `older_than` is a time in seconds since 1970; younger ones may be in the making.
    """
    for folder in work.glob("*/"):
        has_note = (folder / _NOTE).exists() or (folder / _DAMAGED_NOTE).exists()
        if has_note or folder.stat().st_mtime > older_than:
            continue
        try:
            WorkPlace(folder, take(folder / _LOCK)).remove()
        except FileProblem:
            continue


def _read_twice(folder: Path) -> Note:
    """Read the note; with it the edits of a crash would be forgotten, so one fault is no reason."""
    try:
        return _read(folder)
    except FileProblem:
        return _read(folder)


def _read(folder: Path) -> Note:
    with problems("reading"):
        text = (folder / _NOTE).read_text(encoding="utf-8")
    return cast("Note", to_record(Note, from_text(text)))

"""One open client: its working copy, and the user's file that it is published to."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.storage import publish as publishing
from mspseat_desktop.storage.fingerprint import fingerprint
from mspseat_desktop.storage.keys import Sheet
from mspseat_desktop.storage.locks import canonical, held, lock_file, take
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.wording.problems import aside_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filelock import BaseFileLock

    from mspseat_desktop.storage.backups import Shelf
    from mspseat_desktop.storage.client_file import ClientFile
    from mspseat_desktop.storage.fingerprint import Fingerprint
    from mspseat_desktop.storage.hints import Hints
    from mspseat_desktop.storage.keys import Key, Secret
    from mspseat_desktop.storage.problems import ProblemCode
    from mspseat_desktop.storage.publish import Published
    from mspseat_desktop.storage.rotation import Cause
    from mspseat_desktop.storage.work_place import WorkPlace
    from mspseat_desktop.storage.written import Written

BETWEEN_BACKUPS = 15 * 60
"""Seconds between two backups that are taken after publishing, by a clock nobody can set."""

PATIENCE = 10.0
"""Seconds to wait for a publishing whose drive does not answer."""


class Document:
    """A client that is open; publishing and saving may run in a worker thread.

    `file` takes the edits. `target` is the user's file, None as long as the client has no place
    of its own.
    """

    def __init__(
        self,
        file: ClientFile,
        place: WorkPlace,
        locks: Path,
        lock: BaseFileLock | None = None,
        *,
        shelf: Shelf | None = None,
        hints: Hints | None = None,
        written: Written | None = None,
    ) -> None:
        """Leave hints beside the target where there are `hints`, and note what is `written`."""
        self.file = file
        self._shelf = shelf
        self._hints = hints
        self._written = written
        self._last_backup: float | None = None
        self._place = place
        self._locks = locks
        self._lock = lock
        self._saving = threading.RLock()
        place.keep_room()
        file.make_room = place.make_room
        self._say_here(place.note.path)

    @property
    def target(self) -> Path | None:
        """The user's file, or None."""
        return self._place.note.path

    @property
    def work_id(self) -> str:
        """The id of the working copy, by which `Workshop.resume` finds it."""
        return self._place.id

    @property
    def only_shown(self) -> FileProblem | None:
        """Why the client takes no edits, None when it does."""
        return self.file.only_shown

    @property
    def has_unpublished(self) -> bool:
        """Whether there are edits that are on this computer only."""
        return self.only_shown is None and self.file.edits != self._place.note.published_edits

    @property
    def is_protected(self) -> bool:
        """Whether it takes a passphrase to open the client."""
        return self.file.key is not None

    @property
    def shelf(self) -> Shelf | None:
        """The backups of this client; None for one that is only passing through."""
        return self._shelf

    def back_up(self, cause: Cause) -> None:
        """Take a backup, unless the newest one holds the same; for a worker thread.

        After publishing one is taken at most every 15 minutes. Raises FileProblem.
        """
        if self._shelf is None or (cause == "published" and not self._backup_is_due()):
            return
        with self._turn():
            self._last_backup = time.monotonic()
            if cause == "opened" and self.file.key is not None:  # what a crash left in plain text
                self._shelf.change_key(None, self.file.key)
            self._shelf.take(self.file, cause, target=self.target)

    def _backup_is_due(self) -> bool:
        last = self._last_backup
        return last is None or time.monotonic() - last >= BETWEEN_BACKUPS

    def is_published(self) -> bool:
        """Return whether the user's file holds every edit and is as we left it."""
        with self._turn():
            if self.only_shown is not None:
                return True
            if self.target is None or self.has_unpublished:
                return False
            try:
                now = fingerprint(self.target)
            except OSError:
                return False
            return now is not None and now.same_content(self._place.note.seen)

    def publish(self) -> None:
        """Bring the user's file up to date; the client must have a target.

        Raises FileProblem; the edits are safe in the working copy whatever happens.
        """
        self.file.check_may_write()
        with self._turn():
            target = self._needed_target()
            self._check_not_taken_over(target, "taken-over")
            if self._place.note.coming is not None:  # the last time something went wrong
                with problems("reading", target.name):
                    self._place.settle(fingerprint(target))
            note = self._place.note

            def about_to(published: Published) -> None:
                self._place.remember(
                    replace(note, coming=published.fingerprint, coming_edits=published.edits)
                )

            published = publishing.publish(
                self.file,
                target,
                seen=note.seen,
                part=publishing.part_name(target, self._place.part_mark),
                about_to=about_to,
            )
            self._place.remember(
                replace(
                    note,
                    seen=published.fingerprint,
                    published_edits=published.edits,
                    coming=None,
                    coming_edits=-1,
                )
            )
            if self._written is not None:
                before = note.seen.sha256 if note.seen is not None else ""
                self._written.note(published.fingerprint.sha256, instead_of=before)
            if self._hints is not None:
                self._hints.keep(target)

    def set_target(self, path: Path, *, may_replace: bool = False) -> None:
        """Choose the user's file; nothing is written there before `publish`.

        `may_replace` says that the user wants what stands there now to be replaced; without it
        FileProblem("exists") is raised. The same target again accepts that it is gone or, with
        `may_replace`, that somebody else has changed it.
        """
        self.file.check_may_write()
        with self._turn():
            path = canonical(path)
            publishing.check_writable(path)
            self._check_not_taken_over(path, "open-elsewhere")
            lock = None if path == self.target else take(lock_file(self._locks, path), path.name)
            old = self.target
            try:
                seen = _as_it_is(path, may_exist=may_replace)
                self._say_gone(old)  # first: after a crash only the new place is known
                self._point_at(path, seen)
            except BaseException:
                self._say_here(old)
                if lock:
                    lock.release()
                raise
            if lock:
                self._exchange(lock)
            self._say_here(path)

    def move_to(self, path: Path) -> None:
        """Give the user's file another name or folder; FileProblem("exists") when it is taken."""
        with self._turn():
            if canonical(path) == self.target:
                self.publish()
                return
            old_target, old_note, old_lock = self.target, self._place.note, self._lock
            self._lock = None  # the old name stays ours until the new one is there
            try:
                self.set_target(path)
                self.publish()
            except BaseException:
                # What stood there before we turned to that place is somebody else's.
                coming = self._place.note.coming if self.target == canonical(path) else None
                self._exchange(old_lock)
                self._place.remember(old_note)
                with suppress(FileProblem):  # so that the name is free for another try
                    _delete_unchanged(canonical(path), coming)
                self._say_gone(canonical(path))
                self._say_here(old_target)
                raise
            if old_target is not None:
                _delete_unchanged(old_target, old_note.seen)
            if old_lock is not None:
                old_lock.release()

    def save_copy(self, path: Path) -> None:
        """Write a copy with its history to another file; a dialog has asked before replacing."""
        self.check_may_copy()
        target = canonical(path)
        with (
            self._turn(),
            held(self._other(path), path.name),
            self._place.part_beside(target) as part,
        ):
            publishing.save_copy(self.file, target, part=part)

    def send_copy(self, path: Path) -> None:
        """Write a copy without history; a dialog has asked before replacing."""
        self.check_may_copy()
        target = canonical(path)
        with (
            self._turn(),
            held(self._other(path), path.name),
            self._place.part_beside(target) as part,
        ):
            publishing.send_copy(self.file, target, part=part)

    def save_aside(self, date: str) -> Path:
        """Write this version beside the target under a dated name of its own; return its path."""
        self.file.check_may_write()
        with self._turn():
            target = self._needed_target()
            stem = aside_name(target.stem, date)
            for count in range(1, 1000):
                name = f"{stem} {count}" if count > 1 else stem
                aside = target.with_name(name + target.suffix)
                if not aside.exists():
                    with self._place.part_beside(aside) as part:
                        publishing.publish(self.file, aside, seen=None, part=part)
                    return aside
            raise FileProblem("exists", name=stem)

    def change_key(self, key: Key | None) -> None:
        """Protect the client and its backups with another key, or with none; `publish` follows.

        On FileProblem nothing has changed; a crash leaves the client whole with either key.
        """
        self.change_key_of_backups(self.change_own_key(key))

    def change_own_key(self, key: Key | None) -> Key | None:
        """Do so without the backups, which may take long; return the key that they still have."""
        with self._turn():
            if self.only_shown is not None:
                raise self.only_shown
            old = self.file.key.twin() if self.file.key is not None else None
            try:
                self.file.change_key(key)
            except BaseException:
                if old is not None:
                    old.wipe()
                raise
            return old

    def change_key_of_backups(self, old: Key | None) -> None:
        """Give the backups that have the old key, which is wiped, the one that the client has."""
        try:
            if self._shelf is not None:
                with suppress(FileProblem):  # those that stayed behind open with the old one
                    self._shelf.change_key(old, self.file.key)
        finally:
            if old is not None:
                old.wipe()

    def secret(self) -> Secret | None:
        """Return what opens other files with the key of this client, its backups above all."""
        with self._turn():
            return Sheet(self.file.key.twin()) if self.file.key is not None else None

    def close(self, *, discard: bool = False) -> None:
        """Close the client; `publish` first, or decide that the working copy waits.

        A working copy with unpublished edits, or without a target, is kept and found again;
        `discard` deletes it.
        """
        with self._turn():
            self._say_gone(self.target)
            has_file = self.target is not None or self.only_shown is not None
            is_done = has_file and not self.has_unpublished
            self.file.close()
            if is_done or discard:
                self._place.remove()
            else:
                self._place.leave()
            self._exchange(None)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Have the user's file to oneself; FileProblem("still-trying") when a drive hangs."""
        if not self._saving.acquire(timeout=PATIENCE):
            raise FileProblem("still-trying", name=self.target.name if self.target else "")
        try:
            yield
        finally:
            self._saving.release()

    def check_place(self) -> None:
        """Raise FileProblem when the user's file can not be written where it is."""
        if self.target is not None:
            publishing.check_writable(self.target)

    def take_over(self) -> None:
        """Go on with a file that was taken over elsewhere; whether it changed decides the rest."""
        with self._turn():
            self._say_here(self.target)

    def _check_not_taken_over(self, target: Path, code: ProblemCode) -> None:
        other = self._hints.other(target) if self._hints is not None else None
        if other is not None:
            raise FileProblem(code, name=target.name, host=other.host)

    def _say_here(self, target: Path | None) -> None:
        if self._hints is not None and self.only_shown is None and target is not None:
            self._hints.leave(target)

    def _say_gone(self, target: Path | None) -> None:
        if self._hints is not None and self.only_shown is None and target is not None:
            self._hints.take_away(target)

    def check_may_copy(self) -> None:
        """Raise FileProblem for a newer file: a copy would lack what is not known here."""
        if self.only_shown is not None and self.only_shown.code == "newer-only-shown":
            self.file.check_may_write()

    def _needed_target(self) -> Path:
        if self.target is None:
            raise ValueError("a client without a place can not be published")
        return self.target

    def _point_at(self, path: Path, seen: Fingerprint | None) -> None:
        self._place.remember(
            replace(
                self._place.note,
                target=str(path),
                seen=seen,
                published_edits=-1,
                coming=None,
                coming_edits=-1,
            )
        )

    def _exchange(self, lock: BaseFileLock | None) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock = lock

    def _other(self, path: Path) -> Path:
        """Return the lock of the path: taken when this or another client is open there."""
        return lock_file(self._locks, canonical(path))


def _as_it_is(path: Path, *, may_exist: bool) -> Fingerprint | None:
    with problems("reading", path.name):
        seen = fingerprint(path)
    if seen is not None and not may_exist:
        raise FileProblem("exists", name=path.name)
    return seen


def _delete_unchanged(path: Path, seen: Fingerprint | None) -> None:
    with problems("writing", path.name):
        now = fingerprint(path)
        if now is not None and now.same_content(seen):
            path.unlink()

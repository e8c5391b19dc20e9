"""Backups of a client, in the program's own folder and never beside the client's file."""

from __future__ import annotations

import hashlib
import re
import shutil
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from filelock import FileLock, Timeout

from mspseat_desktop.storage.backup_files import content_of, copy_compact, seal_anew
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.codec import from_text, to_plain, to_record, to_text
from mspseat_desktop.storage.engine import (
    number,
    open_scratch,
    open_to_read,
    rows,
)
from mspseat_desktop.storage.fingerprint import fingerprint
from mspseat_desktop.storage.keys import salt_of
from mspseat_desktop.storage.private_files import (
    drop,
    make_folder,
    sync_folder,
    write_whole,
)
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.storage.publish import publish
from mspseat_desktop.storage.rekeying import put_in_place, written_anew
from mspseat_desktop.storage.rotation import FORCED, kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from mspseat_desktop.storage.keys import Key
    from mspseat_desktop.storage.rotation import Cause

ENDING = ".mspseat"
_NOTE = ".json"
_FRESH = ".new"
_COUNTER = "counter"
_ID = re.compile(r"[0-9a-f]{32}")
_NUMBERED = re.compile(r"(\d{6,12})\.(?:mspseat|json|new)")
_ROOM = 16 * 1024 * 1024
"""Bytes that a backup leaves free on the disk: the next edits need them."""
_PATIENCE = 10.0
"""Seconds to wait for another window that takes a backup of the same client."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup and what to say about it.

    `number` counts up over the life of the client, `made_at` is the local time with its zone in
    ISO 8601 (empty when not known), `causes` are Causes, `seats` those not closed, `reviews`
    those that are finished; `target` is the user's file that it was taken of, empty for none;
    `sha256` is of the whole file (`sha256_before` of that which another key is just taking the
    place of), `content` of it without its seal and the engine's counters.
    """

    number: int
    made_at: str = ""
    causes: tuple[str, ...] = ()
    name: str = ""
    seats: int = 0
    reviews: int = 0
    sha256: str = ""
    content: str = ""
    target: str = ""
    sha256_before: str = ""


class Backups:
    """All backups of this user: one folder for each client, found by the id of its file."""

    def __init__(self, home: Path, *, now: Callable[[], datetime]) -> None:
        self._home = home
        self._now = now

    def shelf(self, document: str) -> Shelf:
        """Return the backups of the client whose file has this id."""
        name = document
        if not _ID.fullmatch(document):  # it comes out of a file, and must not name a folder
            name = hashlib.sha256(document.encode(errors="surrogatepass")).hexdigest()[:32]
        lock = self._home / "locks" / f"backups-{name}.lock"
        return Shelf(self._home / "backups" / name, lock, now=self._now)

    def shelf_of(self, path: Path) -> Shelf | None:
        """Return the backups that were taken of the user's file, the last such; None for none.

        For a file that can not say its id any more.
        """
        found = [
            (backup.made_at, folder.name)
            for folder in (self._home / "backups").glob("*/")
            for backup in self.shelf(folder.name).listed()
            if backup.target == str(path)
        ]
        return self.shelf(max(found)[1]) if found else None


class Shelf:
    """The backups of one client, in `folder`; several windows and commands take turns."""

    def __init__(self, folder: Path, lock: Path, *, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._lock = lock
        self._now = now

    def take(
        self,
        source: ClientFile | Path,
        cause: Cause,
        *,
        target: Path | None,
        key: Key | None = None,
    ) -> Backup:
        """Back the client up and return the backup; meant for a worker thread.

        `source` is the open working copy, or a private file that nobody has open, with its `key`
        if it is protected; the backup has the same. Where the
        newest backup holds the same already, or one before the same thing does, no other is
        made, so that a retry never rotates one out. Raises FileProblem; nothing is left then.
        """
        with problems("writing"), self._turn():
            make_folder(self._folder)
            self._sweep()
            self._check_room(source.path if isinstance(source, ClientFile) else source)
            fresh = self._folder / f"{self._next_number():06d}{_FRESH}"
            try:
                if isinstance(source, ClientFile):
                    key = source.key
                    publish(source, fresh, seen=None)
                else:
                    copy_compact(source, fresh, key)
                return self._settle(fresh, cause, target, key)
            finally:
                fresh.unlink(missing_ok=True)

    def listed(self) -> tuple[Backup, ...]:
        """Return the backups, the newest first, damaged ones too: only reading them tells."""
        return self._listed(self._read)

    def _listed(self, read: Callable[[Path], Backup]) -> tuple[Backup, ...]:
        paths = (path for path in self._folder.glob(f"*{ENDING}") if _NUMBERED.fullmatch(path.name))
        found = [read(path) for path in paths]
        return tuple(sorted(found, key=lambda backup: backup.number, reverse=True))

    def path(self, backup: Backup) -> Path:
        """Return the file of the backup; it is read only, like any file from outside."""
        return self._folder / f"{backup.number:06d}{ENDING}"

    def is_sound(self, backup: Backup) -> bool:
        """Return whether the backup's file is as it was written."""
        try:
            found = fingerprint(self.path(backup))
        except (OSError, FileProblem):
            return False
        known = {backup.sha256, backup.sha256_before} - {""}
        return found is not None and found.sha256 in known

    def change_key(self, old: Key | None, key: Key | None) -> None:
        """Give the backups that have the old key, or none, another one, or none.

        One that is damaged, has a key from before, or finds no room stays as it is.
        """
        with problems("writing"), self._turn():
            for backup in self.listed():
                path = self.path(backup)
                salt = salt_of(path)
                has_old = salt == (old.salt if old is not None else None)
                if has_old and salt != (key.salt if key is not None else None):
                    with suppress(FileProblem):  # damaged, or no room: it is found another time
                        self._exchange(backup, path, old, key)

    def _exchange(self, backup: Backup, path: Path, old: Key | None, key: Key | None) -> None:
        if not self.is_sound(backup):
            return
        with problems("writing"):
            with closing(open_scratch(path, old)) as db:
                fresh = written_anew(db, path, key)
            if key is None:
                seal_anew(fresh)
            self._put_in_place(backup, fresh, key)

    def remake(self, remade: Callable[[Path], Path | None], key: Key | None) -> tuple[int, int]:
        """Exchange each backup for what is made of it beside it, delete it for None; count both."""
        with problems("writing"), self._turn():
            self._sweep()
            listed = self._listed(self._read_surely)  # what a note says is written down again
            for backup in listed:
                fresh = remade(self.path(backup))
                if fresh is None:
                    self._delete(backup)
                else:
                    self._put_in_place(backup, fresh, key)
            return (staying := len(self.listed())), len(listed) - staying

    def _put_in_place(self, backup: Backup, fresh: Path, key: Key | None) -> None:
        try:
            found = fingerprint(fresh)
            if found is None:
                return
            made = replace(
                backup,
                sha256=found.sha256,
                sha256_before=backup.sha256,
                content=content_of(fresh, key),
            )
            self._write(_with_facts(made, fresh, key))
            put_in_place(fresh, self.path(backup))
        finally:
            drop(fresh)

    def _delete(self, backup: Backup) -> None:
        # The file goes first: a note alone is swept up, a file alone would come back.
        self.path(backup).unlink(missing_ok=True)
        self._note(backup.number).unlink(missing_ok=True)

    def erase(self) -> None:
        """Delete every backup of the client, for good."""
        with problems("writing"), self._turn():
            if self._folder.is_dir():
                shutil.rmtree(self._folder)
                sync_folder(self._folder.parent)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        make_folder(self._lock.parent)
        lock = FileLock(self._lock, timeout=_PATIENCE, mode=0o600, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            raise FileProblem("in-use") from None
        try:
            yield
        finally:
            lock.release()

    def _settle(self, fresh: Path, cause: Cause, target: Path | None, key: Key | None) -> Backup:
        """Put the new file on the shelf, unless what it holds is there already."""
        found = fingerprint(fresh)
        if found is None:
            raise FileProblem("not-saved")
        listed, content = self.listed(), content_of(fresh, key)
        same = [b for b in listed if b.content == content and self.is_sound(b)]
        repeated = [b for b in same if cause in b.causes]
        if cause in FORCED and repeated:
            return repeated[-1]
        if same and same[0] is listed[0]:
            return self._say_also(same[0], cause)
        backup = Backup(
            number=int(fresh.stem),
            made_at=self._now().isoformat(timespec="seconds"),
            causes=(cause,),
            sha256=found.sha256,
            content=content,
            target=str(target) if target else "",
        )
        backup = _with_facts(backup, fresh, key)
        self._write(backup)
        write_whole(self._folder / _COUNTER, str(backup.number).encode())
        fresh.replace(self.path(backup))
        sync_folder(self._folder)
        self._prune()
        return backup

    def _say_also(self, backup: Backup, cause: Cause) -> Backup:
        if cause not in FORCED:
            return backup
        both = replace(backup, causes=(*backup.causes, cause))
        self._write(both)
        return both

    def _prune(self) -> None:
        try:
            listed = self._listed(self._read_surely)
        except OSError:  # who knows what those are that can not be read: none goes this time
            return
        staying = kept(listed)
        for backup in listed:
            if backup.number not in staying:
                self._delete(backup)

    def _sweep(self) -> None:
        """Delete what an interrupted backup left; there is none under way while we have the turn.

        A note without its file is of a backup that never came to be, or has just gone.
        """
        half_made = (f"*{_FRESH}", ".*.part", "scratch-*")
        for left in (path for pattern in half_made for path in self._folder.glob(pattern)):
            left.unlink(missing_ok=True)
        for note in self._folder.glob(f"*{_NOTE}"):
            if not note.with_suffix(ENDING).exists():
                note.unlink(missing_ok=True)

    def _next_number(self) -> int:
        """Return the number after the last one ever given."""
        last = 0
        with suppress(OSError, ValueError):
            text = (self._folder / _COUNTER).read_text(encoding="ascii")
            last = int(text) if text.isdigit() and len(text) <= 12 else 0
        names = (_NUMBERED.fullmatch(path.name) for path in self._folder.iterdir())
        return max([last, *(int(name[1]) for name in names if name)], default=0) + 1

    def _check_room(self, source: Path) -> None:
        """Refuse while the copies could not all lie on the disk with room left for edits."""
        needed = 3 * source.stat().st_size + _ROOM
        if shutil.disk_usage(self._folder).free < needed:
            raise FileProblem("disk-full")

    def _note(self, backup: int) -> Path:
        return self._folder / f"{backup:06d}{_NOTE}"

    def _write(self, backup: Backup) -> None:
        write_whole(self._note(backup.number), to_text(to_plain(backup)).encode())

    def _read(self, path: Path) -> Backup:
        """Return what the note says; a backup whose note is lost is still one."""
        try:
            return self._read_surely(path)
        except OSError:
            return Backup(int(path.stem))

    def _read_surely(self, path: Path) -> Backup:
        """Return what the note says; raise OSError when the disk does not give it now."""
        found = int(path.stem)
        try:
            text = self._note(found).read_text(encoding="utf-8")
            backup = cast("Backup", to_record(Backup, from_text(text)))
        except (FileNotFoundError, UnicodeDecodeError, FileProblem):
            return Backup(found)
        return replace(backup, number=found)


def _with_facts(backup: Backup, path: Path, key: Key | None) -> Backup:
    """Add what the list of backups shows; the name of a protected client is not written down."""
    with closing(open_to_read(path, key)) as db:
        names = rows(db, "SELECT name FROM profile") if key is None else []
        seats = "SELECT count(*) FROM seat WHERE chart = 'current' AND closed_on = ''"
        return replace(
            backup,
            name=str(names[0][0]) if names else "",
            seats=number(db, seats),
            reviews=number(db, "SELECT count(*) FROM review WHERE state = 'finished'"),
        )

"""Opens and makes clients: the user's file is adopted into a private working copy and back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mspseat_desktop.storage.backup_files import document_of
from mspseat_desktop.storage.backups import Backups
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.copies import candidates
from mspseat_desktop.storage.document import Document
from mspseat_desktop.storage.entrance import HURT, Entrance, only_shown
from mspseat_desktop.storage.keys import key_for, salt_of
from mspseat_desktop.storage.locks import canonical, is_taken, lock_file
from mspseat_desktop.storage.opened import Opened, Unsaved
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.rescue import rescue, rescued
from mspseat_desktop.storage.salvage import salvage
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.storage.work_place import (
    Note,
    left_places,
    make_place,
    sweep,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from mspseat_desktop.domain.records import Record
    from mspseat_desktop.domain.vocabulary import BlobHash
    from mspseat_desktop.storage.backups import Backup, Shelf
    from mspseat_desktop.storage.keys import Key, Secret
    from mspseat_desktop.storage.loading import Loaded
    from mspseat_desktop.storage.salvage import Missing
    from mspseat_desktop.storage.work_place import WorkPlace

_YOUNG = timedelta(hours=1)


class Workshop:
    """All working copies of this user, in one private folder; `now` is the clock with its zone.

    `secret` opens protected files. Without one FileProblem("protected") is raised, with another
    one "wrong-phrase".
    """

    def __init__(self, home: Path, *, now: Callable[[], datetime]) -> None:
        self._work = home / "work"
        self._locks = home / "locks"
        self._now = now
        self.backups = Backups(home, now=now)
        self._entrance = Entrance(home, self.backups, now=now)

    def open_document(
        self, path: Path, secret: Secret | None = None, *, take_over: bool = False
    ) -> Opened:
        """Open the user's file; raise FileProblem when it can not be, or is open already.

        "in-use" is said of one that is open on this computer, "open-elsewhere" of one that says so
        itself; the latter is opened all the same to `take_over`.
        """
        return self._entrance.open(path, secret, take_over=take_over)

    def new_document(self, records: Iterable[Record], key: Key | None = None) -> Opened:
        """Start a client that has no file of the user's yet, protected with a twin of the key."""
        place = make_place(self._work)
        try:
            file = ClientFile.create(place.copy, records, key.twin() if key else None)
        except BaseException:
            place.remove()
            raise
        # The note comes last: without it what a crash leaves here is swept up.
        self._entrance.keep(file, place)
        return Opened(self._entrance.document(file, place), file.load())

    def unsaved(self) -> list[Unsaved]:
        """Return the working copies that wait with edits of their own, the newest first."""
        self._sweep()
        found = []
        for folder, _note in left_places(self._work):
            with suppress(FileProblem):  # open elsewhere
                place = self._entrance.enter(folder)
                try:
                    found += self._waiting(place)
                finally:
                    place.leave()
        return found

    def resume(self, work_id: str, secret: Secret | None = None) -> Opened:
        """Go on with a working copy that waited; raise FileProblem as opening does."""
        place = self._entrance.enter(self._folder(work_id))
        if place.note.path is not None:
            place.leave()
            return self.open_document(place.note.path, secret)
        try:
            file = self._entrance.reopen(place, secret)
            return Opened(self._entrance.document(file, place), file.load(), recovered=True)
        except FileProblem as problem:
            found = rescue(place.copy, "", secret) if problem.code in HURT else None
            if found is None:
                place.leave()
                raise
        except BaseException:
            place.leave()
            raise
        opened = self._entrance.salvaged_in(make_place(self._work), found)
        place.put_away()
        return replace(opened, recovered=True, rescued=rescued(found))

    def forget(self, work_id: str) -> None:
        """Delete a working copy that waited, with the edits that are nowhere else."""
        self._entrance.enter(self._folder(work_id)).remove()

    def read_document(self, path: Path, secret: Secret | None = None) -> Loaded:
        """Return what the user's file holds, without opening it for edits; it may be open."""
        place = make_place(self._work)
        try:
            return take_in(canonical(path), place.copy, secret=secret)[1]
        finally:
            place.remove()

    def read_waiting(self, work_id: str) -> Loaded:
        """Return what a working copy that waited holds, without going on with it."""
        place = self._entrance.enter(self._folder(work_id))
        try:
            file = ClientFile.open(place.copy, is_checked=True, is_edited=False)
            try:
                return file.load()
            finally:
                file.close()
        finally:
            place.leave()

    def other_copy(self, path: Path, document: str, secret: Secret | None = None) -> Path | None:
        """Return another file of this user with the same client, None when none is known.

        That is the one which a sync program made this a second version of, or one that backups
        were taken of. May take long on a slow drive.
        """
        listed = self.backups.shelf(document).listed()
        known = (Path(backup.target) for backup in listed if backup.target)
        for other in candidates(canonical(path), known):
            with suppress(FileProblem, OSError):
                place = make_place(self._work)
                file, _loaded = self._entrance.taken_in(other, place, secret)
                found = file.document_id
                file.close()
                place.remove()
                if found == document:
                    return other
        return None

    def blobs_in(
        self, path: Path, names: Collection[BlobHash], secret: Secret | None = None
    ) -> Mapping[BlobHash, tuple[bytes, bool]]:
        """Return the pictures, and the files (True), that the user's file has of these."""
        place = make_place(self._work)
        file, _loaded = self._entrance.taken_in(canonical(path), place, secret)
        try:
            found: dict[BlobHash, tuple[bytes, bool]] = {}
            for name in names:
                picture, attached = file.blob(name), file.attached(name)
                if picture is not None:
                    found[name] = (picture, False)
                elif attached is not None:
                    found[name] = (attached, True)
            return found
        finally:
            file.close()
            place.remove()

    def open_backup(self, shelf: Shelf, backup: Backup, secret: Secret | None = None) -> Opened:
        """Open a backup as a new client without a place; raise FileProblem when it is damaged."""
        return self.open_copy(shelf.path(backup), secret)

    def open_copy(self, path: Path, secret: Secret | None = None) -> Opened:
        """Open what the file holds as a new client without a place; it may be open elsewhere."""
        place = make_place(self._work)
        file, loaded = self._entrance.taken_in(path, place, secret)
        if loaded.made_by is not None:
            file.close()
            place.remove()
            raise FileProblem("newer-only-shown", name=path.name, version=loaded.made_by)
        self._entrance.keep(file, place)
        return Opened(self._entrance.document(file, place), loaded)

    def open_to_look(self, path: Path, secret: Secret | None = None) -> Opened:
        """Open the file to be looked at, without edits; it may be open elsewhere."""
        place = make_place(self._work)
        file, loaded = self._entrance.taken_in(canonical(path), place, secret)
        file.only_shown = only_shown(path, loaded)
        place.note = Note(str(canonical(path)))  # never written down: nobody goes on with it
        return Opened(Document(file, place, self._locks), loaded)

    def shelf_of(self, path: Path, secret: Secret | None = None) -> Shelf | None:
        """Return the backups of the client in the user's file: by its id, else by its place.

        Raises FileProblem when the file can not be read and no backup was taken of it.
        """
        target = canonical(path)
        place = make_place(self._work)
        try:
            take_in(target, place.copy, secret=secret)
            return self.backups.shelf(document_of(place.copy, key_for(place.copy, secret)))
        except FileProblem:
            known = self.backups.shelf_of(target)
            if known is None:
                raise
            return known
        finally:
            place.remove()

    def good_backup(self, path: Path, secret: Secret | None = None) -> tuple[Shelf, Backup] | None:
        """Return the newest backup of the user's file that is sound all through, or None."""
        shelf = self.backups.shelf_of(canonical(path))
        for backup in shelf.listed() if shelf else ():
            with suppress(FileProblem):
                if shelf is not None and shelf.is_sound(backup):
                    self.read_document(shelf.path(backup), secret)
                    return shelf, backup
        return None

    def open_salvaged(self, path: Path, secret: Secret | None = None) -> tuple[Opened, Missing]:
        """Open what can be read of a damaged file as a new client, and say what is missing.

        Raises FileProblem("damaged") when nothing can be; the file stays as it is.
        """
        place = make_place(self._work)
        try:
            found = salvage(canonical(path), place.folder, secret)
        except BaseException:
            place.remove()
            raise
        return self._entrance.salvaged_in(place, found), found.missing

    def is_open(self, path: Path) -> bool:
        """Return whether the client is open, here or in another program of this user."""
        return is_taken(lock_file(self._locks, path))

    def _waiting(self, place: WorkPlace) -> list[Unsaved]:
        changed = datetime.fromtimestamp(place.last_change(), tz=self._now().tzinfo)
        if salt_of(place.copy) is not None:
            return [Unsaved(place.id, "", place.note.path, changed, is_protected=True)]
        try:
            file = ClientFile.open(place.copy, is_checked=True, is_edited=False)
        except FileProblem as problem:
            if problem.code not in HURT:
                raise
            return [Unsaved(place.id, "", place.note.path, changed, is_damaged=True)]
        try:
            if place.note.path is not None and file.edits == place.note.published_edits:
                return []
            return [Unsaved(place.id, file.client_name, place.note.path, changed)]
        finally:
            file.close()

    def _folder(self, work_id: str) -> Path:
        if work_id not in {folder.name for folder, _note in left_places(self._work)}:
            raise FileProblem("gone")
        return self._work / work_id

    def _sweep(self) -> None:
        sweep(self._work, older_than=(self._now() - _YOUNG).timestamp())

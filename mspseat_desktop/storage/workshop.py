"""Opens and makes clients: the user's file is adopted into a private working copy and back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mspseat_desktop.storage.backups import Backups, document_of
from mspseat_desktop.storage.client_file import ClientFile, Loaded
from mspseat_desktop.storage.document import Document
from mspseat_desktop.storage.fingerprint import fingerprint
from mspseat_desktop.storage.hints import Hints
from mspseat_desktop.storage.keys import key_for, salt_of
from mspseat_desktop.storage.locks import canonical, is_same_file, is_taken, lock_file, take
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.storage.publish import part_name
from mspseat_desktop.storage.salvage import salvage
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.storage.work_place import (
    Note,
    WorkPlace,
    enter,
    left_places,
    make_place,
    sweep,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from filelock import BaseFileLock

    from mspseat_desktop.domain.records import Record
    from mspseat_desktop.storage.backups import Backup, Shelf
    from mspseat_desktop.storage.keys import Key, Secret
    from mspseat_desktop.storage.salvage import Missing

_YOUNG = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Opened:
    """A client that was opened, and what there is to say about it.

    `recovered`: it has edits that a crash kept from the user's file. `set_aside`: the user's
    file had been changed by somebody else as well; the edits of here are in this file.
    """

    document: Document
    loaded: Loaded
    recovered: bool = False
    set_aside: Path | None = None


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A working copy whose edits are on this computer only.

    `target` is None before the first saving, `changed` the time of the last edit. The name of a
    protected client is empty, and its edits may be in its target already: only its key tells.
    """

    work_id: str
    name: str
    target: Path | None
    changed: datetime
    is_protected: bool = False


class Workshop:
    """All working copies of this user, in one private folder; `now` is the clock with its zone.

    `secret` opens protected files. Without one FileProblem("protected") is raised, with another
    one "wrong-phrase".
    """

    def __init__(self, home: Path, *, now: Callable[[], datetime]) -> None:
        self._work = home / "work"
        self._locks = home / "locks"
        self._now = now
        self._hints = Hints(home, now=now)
        self.backups = Backups(home, now=now)

    def open_document(
        self, path: Path, secret: Secret | None = None, *, take_over: bool = False
    ) -> Opened:
        """Open the user's file; raise FileProblem when it can not be, or is open already.

        "in-use" is said of one that is open on this computer, "open-elsewhere" of one that says so
        itself; the latter is opened all the same to `take_over`.
        """
        target = self._known_as(canonical(path))
        lock = take(lock_file(self._locks, target), target.name)
        try:
            left = self._left_behind(target)
            if not take_over:
                self._check_not_elsewhere(target, left)
            if left is not None:
                return self._go_on(left, target, lock, secret)
            return self._adopt(target, lock, secret)
        except BaseException:
            lock.release()
            raise

    def new_document(self, records: Iterable[Record], key: Key | None = None) -> Opened:
        """Start a client that has no file of the user's yet, protected with a twin of the key."""
        place = make_place(self._work)
        try:
            file = ClientFile.create(place.copy, records, key.twin() if key else None)
        except BaseException:
            place.remove()
            raise
        # The note comes last: without it what a crash leaves here is swept up.
        self._keep(file, place)
        return Opened(self._document(file, place), file.load())

    def unsaved(self) -> list[Unsaved]:
        """Return the working copies that wait with edits of their own, the newest first."""
        self._sweep()
        found = []
        for folder, _note in left_places(self._work):
            with suppress(FileProblem):  # open elsewhere, or damaged
                place = self._enter(folder)
                try:
                    found += self._waiting(place)
                finally:
                    place.leave()
        return found

    def resume(self, work_id: str, secret: Secret | None = None) -> Opened:
        """Go on with a working copy that waited; raise FileProblem as opening does."""
        place = self._enter(self._folder(work_id))
        if place.note.path is not None:
            place.leave()
            return self.open_document(place.note.path, secret)
        try:
            file = self._reopen(place, secret)
            return Opened(self._document(file, place), file.load(), recovered=True)
        except BaseException:
            place.leave()
            raise

    def forget(self, work_id: str) -> None:
        """Delete a working copy that waited, with the edits that are nowhere else."""
        self._enter(self._folder(work_id)).remove()

    def read_document(self, path: Path, secret: Secret | None = None) -> Loaded:
        """Return what the user's file holds, without opening it for edits; it may be open."""
        place = make_place(self._work)
        try:
            return take_in(canonical(path), place.copy, secret=secret)[1]
        finally:
            place.remove()

    def open_backup(self, shelf: Shelf, backup: Backup, secret: Secret | None = None) -> Opened:
        """Open a backup as a new client without a place; raise FileProblem when it is damaged."""
        return self.open_copy(shelf.path(backup), secret)

    def open_copy(self, path: Path, secret: Secret | None = None) -> Opened:
        """Open what the file holds as a new client without a place; it may be open elsewhere."""
        place = make_place(self._work)
        file, loaded = self._taken_in(path, place, secret)
        if loaded.made_by is not None:
            file.close()
            place.remove()
            raise FileProblem("newer-only-shown", name=path.name, version=loaded.made_by)
        self._keep(file, place)
        return Opened(self._document(file, place), loaded)

    def open_to_look(self, path: Path, secret: Secret | None = None) -> Opened:
        """Open the file to be looked at, without edits; it may be open elsewhere."""
        place = make_place(self._work)
        file, loaded = self._taken_in(canonical(path), place, secret)
        file.only_shown = _only_shown(path, loaded)
        return Opened(Document(file, place, self._locks), loaded)

    @staticmethod
    def _taken_in(path: Path, place: WorkPlace, secret: Secret | None) -> tuple[ClientFile, Loaded]:
        try:
            loaded = take_in(path, place.copy, secret=secret)[1]
            key = key_for(place.copy, secret, name=path.name)
            return ClientFile.open(place.copy, is_checked=True, key=key), loaded
        except BaseException:
            place.remove()
            raise

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
            file = ClientFile.create(place.copy, found.records, found.key)
        except BaseException:
            place.remove()
            raise
        try:
            for content, is_file in found.blobs:
                with suppress(FileProblem):  # a picture is not worth the rest
                    (file.keep_file if is_file else file.keep_blob)(content)
            loaded = file.load()
            place.remember(Note())  # last: without it what a crash leaves here is swept up
        except BaseException:
            file.close()
            place.remove()
            raise
        return Opened(self._document(file, place), loaded), found.missing

    def is_open(self, path: Path) -> bool:
        """Return whether the client is open, here or in another program of this user."""
        return is_taken(lock_file(self._locks, path))

    def _enter(self, folder: Path) -> WorkPlace:
        """Take a place that was left, and what a crash left to say where it was open."""
        place = enter(folder)
        if place.note.path is not None:
            self._hints.take_away(place.note.path)
        return place

    def _known_as(self, target: Path) -> Path:
        """Return the name under which the same file is open or waits here already."""
        names = {note.path for _folder, note in left_places(self._work)} - {None, target}
        return next((name for name in names if name and is_same_file(name, target)), target)

    def _check_not_elsewhere(self, target: Path, left: WorkPlace | None) -> None:
        """Raise FileProblem when another computer says that the file is open there."""
        other = self._hints.other(target)
        if other is None or (left is not None and not other.is_readable):  # torn by our crash
            return
        if left is not None:
            left.leave()
        raise FileProblem("open-elsewhere", name=target.name, host=other.host, since=other.since)

    def _adopt(self, target: Path, lock: BaseFileLock, secret: Secret | None) -> Opened:
        place = make_place(self._work)
        try:
            seen, loaded = take_in(
                target,
                place.copy,
                before_migration=lambda old: self._keep_old(old, target, secret),
                secret=secret,
            )
            key = key_for(place.copy, secret, name=target.name)
            file = ClientFile.open(place.copy, is_checked=True, key=key)
        except BaseException:
            place.remove()
            raise
        if loaded.made_by is not None:  # without a note nobody goes on with it after a crash
            place.note = Note(str(target), seen, file.edits)
            file.only_shown = _only_shown(target, loaded)
            return Opened(Document(file, place, self._locks, lock), loaded)
        try:
            place.remember(Note(str(target), seen, file.edits))
        except BaseException:
            file.close()
            place.remove()
            raise
        return Opened(self._document(file, place, lock), loaded)

    @staticmethod
    def _keep(file: ClientFile, place: WorkPlace) -> None:
        """Have a new working copy found again from now on."""
        try:
            place.remember(Note())
        except BaseException:
            file.close()
            place.remove()
            raise

    def _left_behind(self, target: Path) -> WorkPlace | None:
        """Return the working copy of the target that a crash or a failed publish left."""
        for folder, note in left_places(self._work):
            if note.path == target:
                return self._enter(folder)
        return None

    def _go_on(
        self, place: WorkPlace, target: Path, lock: BaseFileLock, secret: Secret | None
    ) -> Opened:
        """Open a target of which we have a working copy: with ours, with theirs, or with both."""
        try:
            file = self._reopen(place, secret)
        except FileProblem as problem:
            if problem.code not in {"damaged", "gone"}:
                place.leave()
                raise
            place.put_away()
            return self._adopt(target, lock, secret)
        try:
            with suppress(OSError):
                target.with_name(part_name(target, place.part_mark)).unlink(missing_ok=True)
            ours = self._document(file, place, lock)
            still_ours = _is_still_ours(place, target)
            theirs = None
            if not still_ours:
                theirs = self._adopt_if_readable(place, target, lock, secret)
            if theirs is None:
                return Opened(ours, file.load(), recovered=ours.has_unpublished)
        except BaseException:
            file.close()
            place.leave()
            raise
        return replace(theirs, set_aside=self._put_beside(file, place))

    def _document(
        self, file: ClientFile, place: WorkPlace, lock: BaseFileLock | None = None
    ) -> Document:
        shelf = self.backups.shelf(file.document_id)
        return Document(file, place, self._locks, lock, shelf=shelf, hints=self._hints)

    def _reopen(self, place: WorkPlace, secret: Secret | None) -> ClientFile:
        """Open a working copy that waited, with a backup of it if its schema is an older one."""
        name = place.note.path.name if place.note.path else ""
        with problems("reading", name):
            key = key_for(place.copy, secret, name=name, any_page=True)
        return ClientFile.open(
            place.copy,
            before_migration=lambda old: self._keep_old(old, place.note.path, secret),
            key=key,
        )

    def _keep_old(self, old: ClientFile | Path, target: Path | None, secret: Secret | None) -> None:
        """Back a client up before its schema is changed; the user's own file is not yet touched.

        Where there is no room it is opened all the same: publishing needs room as well.
        """
        with suppress(FileProblem):
            key = old.key if isinstance(old, ClientFile) else key_for(old, secret)
            document = old.document_id if isinstance(old, ClientFile) else document_of(old, key)
            self.backups.shelf(document).take(old, "migration", target=target, key=key)

    def _adopt_if_readable(
        self, place: WorkPlace, target: Path, lock: BaseFileLock, secret: Secret | None
    ) -> Opened | None:
        try:
            return self._adopt(target, lock, secret)
        except FileProblem:
            # What we have ourselves is all there is; publishing will not overwrite the other.
            place.remember(replace(place.note, published_edits=-1))
            return None

    def _put_beside(self, file: ClientFile, place: WorkPlace) -> Path | None:
        """Close our version of a file that somebody else has changed too, and keep its edits.

        They go to a dated file beside the target, whose path is returned; where that can not be
        written, the working copy waits as one without a target.
        """
        document = Document(file, place, self._locks)
        if not document.has_unpublished:
            document.close(discard=True)
            return None
        try:
            aside = document.save_aside(self._now().date().isoformat())
        except FileProblem:
            place.remember(Note())
            document.close()
            return None
        document.close(discard=True)
        return aside

    def _waiting(self, place: WorkPlace) -> list[Unsaved]:
        changed = datetime.fromtimestamp(_last_change(place), tz=self._now().tzinfo)
        if salt_of(place.copy) is not None:
            return [Unsaved(place.id, "", place.note.path, changed, is_protected=True)]
        file = ClientFile.open(place.copy, is_checked=True)
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


def _only_shown(path: Path, loaded: Loaded) -> FileProblem:
    if loaded.made_by is None:
        return FileProblem("only-shown", name=path.name)
    return FileProblem("newer-only-shown", name=path.name, version=loaded.made_by)


def _is_still_ours(place: WorkPlace, target: Path) -> bool:
    """Return whether nobody else has changed the target, or there is none to look at."""
    with problems("reading", target.name):
        now = fingerprint(target) if target.is_file() else None
    if now is None:  # what we have ourselves is all there is
        place.remember(replace(place.note, published_edits=-1))
        return True
    place.settle(now)
    return now.same_content(place.note.seen)


def _last_change(place: WorkPlace) -> float:
    """Return when the working copy was last written, in seconds since 1970."""
    files = [path for path in place.folder.glob(f"{place.copy.name}*") if path.is_file()]
    return max((path.stat().st_mtime for path in files), default=0.0)

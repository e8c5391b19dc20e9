"""How the user's file comes in: adopted into a working copy, or gone on with where one was left."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.storage.backup_files import document_of
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.document import Document
from mspseat_desktop.storage.fingerprint import is_in_the_cloud
from mspseat_desktop.storage.hints import Hints
from mspseat_desktop.storage.keys import key_for
from mspseat_desktop.storage.locks import canonical, is_same_file_in_time, lock_file, take
from mspseat_desktop.storage.opened import Opened
from mspseat_desktop.storage.problems import DAMAGED, FileProblem, problems
from mspseat_desktop.storage.publish import part_name
from mspseat_desktop.storage.rescue import brings_something, keep_blobs, rescue, rescued
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.storage.work_place import (
    Note,
    WorkPlace,
    enter,
    left_places,
    make_place,
)
from mspseat_desktop.storage.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from filelock import BaseFileLock

    from mspseat_desktop.storage.backups import Backups
    from mspseat_desktop.storage.keys import Secret
    from mspseat_desktop.storage.loading import Loaded
    from mspseat_desktop.storage.salvage import Salvaged

HURT = DAMAGED | {"gone"}
"""Codes of a working copy that is not what it was."""


class Entrance:
    """Opens the user's files for the workshop, with what it keeps in the program's folder."""

    def __init__(self, home: Path, backups: Backups, *, now: Callable[[], datetime]) -> None:
        self._work = home / "work"
        self._locks = home / "locks"
        self._now = now
        self._hints = Hints(home, now=now)
        self._written = Written(home / "written")
        self._backups = backups

    def open(self, path: Path, secret: Secret | None, *, take_over: bool) -> Opened:
        """Open the user's file as `Workshop.open_document` says."""
        target = self._known_as(canonical(path))
        if is_in_the_cloud(target) and not target.exists():
            raise FileProblem("not-here-yet", name=target.name)
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

    def enter(self, folder: Path) -> WorkPlace:
        """Take a place that was left, and what a crash left to say where it was open."""
        place = enter(folder)
        if place.note.path is not None:
            self._hints.take_away(place.note.path)
        return place

    def _known_as(self, target: Path) -> Path:
        """Return the name under which the same file is open or waits here already."""
        names = {note.path for _folder, note in left_places(self._work)} - {None, target}
        return next((name for name in names if name and is_same_file_in_time(name, target)), target)

    def _check_not_elsewhere(self, target: Path, left: WorkPlace | None) -> None:
        """Raise FileProblem when another computer says that the file is open there."""
        other = self._hints.other(target)
        if other is None or (left is not None and not other.is_readable):  # torn by our crash
            return
        if left is not None:
            left.leave()
        raise FileProblem("open-elsewhere", name=target.name, host=other.host, since=other.since)

    @staticmethod
    def taken_in(path: Path, place: WorkPlace, secret: Secret | None) -> tuple[ClientFile, Loaded]:
        """Return the file, checked, in a place of its own, without a note on where it was."""
        try:
            loaded = take_in(path, place.copy, secret=secret)[1]
            key = key_for(place.copy, secret, name=path.name)
            return ClientFile.open(place.copy, is_checked=True, key=key), loaded
        except BaseException:
            place.remove()
            raise

    def _adopt(self, target: Path, lock: BaseFileLock, secret: Secret | None) -> Opened:
        place = make_place(self._work)
        older: list[Path] = []

        def keep_old(old: Path) -> None:
            older.append(old)
            self._keep_old(old, target, secret)

        try:
            seen, loaded = take_in(
                target,
                place.copy,
                before_migration=keep_old,
                secret=secret,
                was_written=self._written.has,
            )
            key = key_for(place.copy, secret, name=target.name)
            file = ClientFile.open(place.copy, is_checked=True, key=key)
        except BaseException:
            place.remove()
            raise
        if loaded.made_by is not None:  # without a note nobody goes on with it after a crash
            place.note = Note(str(target), seen, file.edits)
            file.only_shown = only_shown(target, loaded)
            return Opened(Document(file, place, self._locks, lock), loaded)
        try:
            place.remember(Note(str(target), seen, file.edits))
        except BaseException:
            file.close()
            place.remove()
            raise
        return Opened(self.document(file, place, lock), loaded, is_upgraded=bool(older))

    @staticmethod
    def keep(file: ClientFile, place: WorkPlace) -> None:
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
                return self.enter(folder)
        return None

    def _go_on(
        self, place: WorkPlace, target: Path, lock: BaseFileLock, secret: Secret | None
    ) -> Opened:
        """Open a target of which we have a working copy: with ours, with theirs, or with both."""
        try:
            file = self.reopen(place, secret)
        except FileProblem as problem:
            if problem.code not in HURT:
                place.leave()
                raise
            return self._go_on_without(place, target, lock, secret)
        try:
            with suppress(OSError):
                target.with_name(part_name(target, place.part_mark)).unlink(missing_ok=True)
            ours = self.document(file, place, lock)
            still_ours = place.is_still_ours(target)
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

    def _go_on_without(
        self, place: WorkPlace, target: Path, lock: BaseFileLock, secret: Secret | None
    ) -> Opened:
        """Open the target when our working copy of it is damaged, and keep what that still holds.

        What can be read waits as a client of its own; where the target can not be opened either
        it takes its place.
        """
        try:
            found = rescue(place.copy, target.stem, secret)
        except BaseException:
            place.leave()
            raise
        try:
            opened = self._adopt(target, lock, secret)
        except FileProblem as problem:
            if found is None or problem.code not in HURT:
                place.leave()
                raise
            salvaged = self.salvaged_in(make_place(self._work), found)
            place.put_away()
            lock.release()
            return replace(salvaged, recovered=True, rescued=rescued(found))
        if found is not None and brings_something(found, opened.loaded.client):
            waiting = self.salvaged_in(make_place(self._work), found).document
            work_id = waiting.work_id
            waiting.close()
            opened = replace(opened, rescued=rescued(found, work_id))
        place.put_away()
        return opened

    def document(
        self, file: ClientFile, place: WorkPlace, lock: BaseFileLock | None = None
    ) -> Document:
        """Return the open client with its backups and hints."""
        shelf = self._backups.shelf(file.document_id)
        return Document(
            *(file, place, self._locks, lock),
            shelf=shelf,
            hints=self._hints,
            written=self._written,
        )

    def reopen(self, place: WorkPlace, secret: Secret | None) -> ClientFile:
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
            self._backups.shelf(document).take(old, "migration", target=target, key=key)

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

    def salvaged_in(self, place: WorkPlace, found: Salvaged) -> Opened:
        """Open what was salvaged as a new client in the place."""
        try:
            file = ClientFile.create(place.copy, found.records, found.key)
        except BaseException:
            place.remove()
            raise
        try:
            keep_blobs(file, found)
            loaded = file.load()
            place.remember(Note())  # last: without it what a crash leaves here is swept up
        except BaseException:
            file.close()
            place.remove()
            raise
        return Opened(self.document(file, place), loaded)


def only_shown(path: Path, loaded: Loaded) -> FileProblem:
    """Return why a client that was only taken in to be shown takes no edits."""
    if loaded.made_by is None:
        return FileProblem("only-shown", name=path.name)
    return FileProblem("newer-only-shown", name=path.name, version=loaded.made_by)

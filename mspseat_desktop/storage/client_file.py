"""The working copy of one client: every edit is one durable transaction in it."""

from __future__ import annotations

import threading
import uuid
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Self, TypeVar

from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId
from mspseat_desktop.storage import blobs, forgetting, rekeying
from mspseat_desktop.storage.engine import (
    is_whole,
    open_scratch,
    open_working,
    rows,
    transaction,
)
from mspseat_desktop.storage.history import write_steps
from mspseat_desktop.storage.kept_charts import KeptCharts
from mspseat_desktop.storage.loading import edits_in, load
from mspseat_desktop.storage.private_files import create_empty, drop, has_room, sync_folder
from mspseat_desktop.storage.problems import FileProblem, problems, twice
from mspseat_desktop.storage.rows import apply, insert
from mspseat_desktop.storage.schema import (
    VERSION,
    build,
    expected_shape,
    migrate,
    say_version,
    shape_of,
    version_of,
)
from mspseat_desktop.storage.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database

    from mspseat_desktop.domain.change import Change, Step
    from mspseat_desktop.domain.records import Record
    from mspseat_desktop.domain.vocabulary import BlobHash
    from mspseat_desktop.storage.keys import Key
    from mspseat_desktop.storage.loading import Loaded
    from mspseat_desktop.storage.problems import Doing

Found = TypeVar("Found")
SLICE_PAGES = 64
"""Pages that a copy takes at once; edits go in between, so none waits for the whole copy."""
_COUNT_EDIT = "UPDATE meta SET value = ? WHERE key = 'edits'"


class ClientFile:
    """One open working copy; every method may be called from any thread.

    `make_room` is asked once when the disk is full; it returns whether trying again makes sense.
    `key` is that of a protected client, this file's own: it is wiped when the file is closed.
    `only_shown` is raised by everything that would write, for a file that is only looked at.
    """

    def __init__(self, path: Path, db: Database, key: Key | None = None) -> None:
        self.path = path
        self.key = key
        self._db = db
        self._turns = Turns()
        self._is_shut = False
        self._copying = threading.Lock()
        self._edits = edits_in(db)
        self._fresh: set[BlobHash] = set()
        self.make_room: Callable[[], bool] = lambda: False
        self.only_shown: FileProblem | None = None

    @classmethod
    def create(cls, path: Path, records: Iterable[Record], key: Key | None = None) -> Self:
        """Make a working copy of a new client that starts with the records."""
        with problems("writing"):
            create_empty(path)
            db = open_working(path, key)
            try:
                with transaction(db):
                    build(db)
                    _write_meta(db)
                    insert(db, records)
                sync_folder(path.parent)
                return cls(path, db, key)
            except BaseException:
                db.close()
                raise

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        is_checked: bool = False,
        before_migration: Callable[[Self], object] | None = None,
        key: Key | None = None,
        is_edited: bool = True,
    ) -> Self:
        """Open a working copy that is there already, after a crash too.

        Raises FileProblem("damaged") when it is not whole; `is_checked` says that it has just
        been looked through; `before_migration` gets one of an older schema as it is. One that is
        only asked for its name, and not to be edited, opens in half the time.
        """
        return twice(
            lambda: cls._opened(
                path, key, before_migration, is_checked=is_checked, is_edited=is_edited
            )
        )

    @classmethod
    def _opened(
        cls,
        path: Path,
        key: Key | None,
        before_migration: Callable[[Self], object] | None,
        *,
        is_checked: bool,
        is_edited: bool,
    ) -> Self:
        with problems("reading"):
            path.stat()  # the engine would make an empty one
            db = open_working(path, key, is_edited=is_edited)
            try:
                if not is_checked:
                    _check(db)
                if before_migration is not None and version_of(db) < VERSION:
                    before_migration(cls(path, db, key))
                bring_up_to_date(db)
                if forgetting.is_to_be_scrubbed(db):
                    forgetting.scrub(db)
                return cls(path, db, key)
            except BaseException:
                db.close()
                raise

    @property
    def edits(self) -> int:
        """How many transactions have been written since the client was made."""
        return self._edits

    @property
    def document_id(self) -> str:
        """The id of the client file, the same in every copy of it."""
        with self._at_work("reading"):
            return str(rows(self._db, "SELECT value FROM meta WHERE key = 'document'")[0][0])

    @property
    def client_name(self) -> str:
        """The client's name as it is on the disk, without loading the client."""
        with self._at_work("reading"):
            found = rows(self._db, "SELECT name FROM profile")
            return str(found[0][0]) if found else ""

    def load(self) -> Loaded:
        """Return the client and its history as they are on the disk."""
        return twice(self._load)

    def _load(self) -> Loaded:
        with self._at_work("reading"):
            return load(self._db)

    @property
    def charts(self) -> KeptCharts:
        """The charts that are kept beside the current one."""
        return KeptCharts(self._looked, self._altered)

    def _looked(self, look: Callable[[Database], Found]) -> Found:
        def looked() -> Found:
            with self._at_work("reading"):
                return look(self._db)

        return twice(looked)

    def _altered(self, alter: Callable[[Database], object]) -> None:
        self._durably(lambda: self._alter(alter))

    def write(
        self,
        change: Change,
        *,
        steps: Sequence[Step] = (),
        dropped: Sequence[int] = (),
        chart: ChartId = CURRENT_CHART,
    ) -> None:
        """Write the change and its steps as one transaction; durable when this returns.

        What is a chart's own goes into that of `chart`. `steps` are added, or replace those with
        their numbers; `dropped` are numbers of steps to forget. On FileProblem nothing is written,
        except perhaps with "not-saved": then the disk failed in the middle, and `load` tells which
        of the two it is.
        """
        self._durably(lambda: self._write(change, steps, dropped, chart))

    def forget(self, change: Change, *, reword: Callable[[str], str] | None = None) -> None:
        """Write the change and empty the history as one transaction; nothing of either is left.

        `reword` is applied to the words of kept charts. Durable when this returns; on FileProblem
        as with `write`.
        """
        self._durably(lambda: self._forget(change, reword))

    def check_may_write(self) -> None:
        """Raise FileProblem when the file is only shown."""
        if self.only_shown is not None:
            raise FileProblem(self.only_shown.code, **self.only_shown.params)

    def _durably(self, write: Callable[[], None]) -> None:
        self.check_may_write()
        try:
            self._with_quotas(lambda: twice(write))
        except FileProblem as problem:
            if problem.code != "disk-full" or not self.make_room():
                raise
            self._with_quotas(write)  # the same rows again, should the disk have taken them

    def _with_quotas(self, write: Callable[[], None]) -> None:
        """Tell a quota that is used up as a full disk; the engine calls it a fault."""
        try:
            write()
        except FileProblem as problem:
            if problem.code != "not-saved" or has_room(self.path.parent):
                raise
            raise FileProblem("disk-full", **problem.params) from problem

    def _forget(self, change: Change, reword: Callable[[str], str] | None) -> None:
        with self._copying, self._at_work("writing"):
            with transaction(self._db):
                apply(self._db, change)
                forgetting.forget(self._db, reword)
                self._db.execute(_COUNT_EDIT, (str(self._edits + 1),))
            self._edits += 1
            self._fresh.clear()
            forgetting.scrub(self._db)

    def _write(
        self, change: Change, steps: Sequence[Step], dropped: Sequence[int], chart: ChartId
    ) -> None:
        def write(db: Database) -> None:
            apply(db, change, chart)
            write_steps(db, steps, dropped)

        self._alter(write)

    def _alter(self, alter: Callable[[Database], object]) -> None:
        with self._at_work("writing"):
            with transaction(self._db):
                alter(self._db)
                self._db.execute(_COUNT_EDIT, (str(self._edits + 1),))
            self._edits += 1

    def keep_blob(self, content: bytes) -> BlobHash:
        """Keep a picture and return its hash; durable when this returns.

        It is no edit: one that names the hash follows. Raises FileProblem as `blobs.put` does.
        """
        self.check_may_write()
        with self._at_work("writing"):
            with transaction(self._db):
                name = blobs.put(self._db, content, fresh=self._fresh)
            self._fresh.add(name)
            return name

    def blob(self, name: BlobHash) -> bytes | None:
        """Return the picture kept under the hash, None when there is none that is sound."""
        with self._at_work("reading"):
            return blobs.get(self._db, name)

    def keep_file(self, content: bytes) -> BlobHash:
        """Keep an attached file and return its hash, as `keep_blob` does a picture."""
        self.check_may_write()
        with self._at_work("writing"):
            with transaction(self._db):
                name = blobs.put_file(self._db, content, fresh=self._fresh)
            self._fresh.add(name)
            return name

    def attached(self, name: BlobHash) -> bytes | None:
        """Return the attached file kept under the hash, None when there is none that is sound."""
        with self._at_work("reading"):
            return blobs.get_file(self._db, name)

    def copy_to(self, path: Path) -> None:
        """Copy everything into a private empty file, in slices between which edits go on.

        The copy is not durable; it holds every edit that was written before this returns but
        for the last slice.
        """
        with (
            self._copying,
            problems("writing"),
            closing(open_scratch(path, self.key)) as copy,
            self._at_work("writing"),
        ):
            # Raises when the file is closed, where the engine's backup would end the process.
            self._db.execute("SELECT 1")
            self._db.conn.backup(
                copy.conn,
                pages=SLICE_PAGES,
                progress=lambda *_: self._turns.give_way(),
                sleep=0,
            )
            self._db.execute("PRAGMA shrink_memory")  # every page went through the cache

    def change_key(self, key: Key | None) -> None:
        """Have the client written anew with another key, or none; it counts as an edit.

        On FileProblem it is as it was. The old key is wiped; nobody may publish meanwhile.
        """
        self.check_may_write()
        with self._copying, self._at_work("writing"):
            edits = self._edits + 1
            fresh = twice(lambda: self._written_anew(key, edits))
            self._db.close()
            self._is_shut = True  # whoever needs it next opens it: that must not fail here
            try:
                rekeying.put_in_place(fresh, self.path)
            finally:
                if not fresh.exists():  # it is in its place, also when that is not yet durable
                    old, self.key, self._edits = self.key, key, edits
                    if old is not None:
                        old.wipe()
                drop(fresh)

    def _written_anew(self, key: Key | None, edits: int) -> Path:
        with problems("writing"):
            return rekeying.written_anew(self._db, self.path, key, edits=edits)

    def close(self) -> None:
        """Close the working copy, after a copy that is under way, and wipe its key."""
        with self._copying, self._turns.taken(), problems("writing"):
            self._db.close()
            if self.key is not None:
                self.key.wipe()

    @contextmanager
    def _at_work(self, doing: Doing) -> Iterator[None]:
        """Have the connection for oneself, opened again where it was closed for another key."""
        with self._turns.taken(), problems(doing):
            if self._is_shut:
                self._db = open_working(self.path, self.key)
                self._is_shut = False
            yield


def bring_up_to_date(db: Database) -> None:
    """Give a database of an older program the schema of this one, whole or not at all."""
    if version_of(db) < VERSION:
        with transaction(db):
            migrate(db)


def _check(db: Database) -> None:
    version = version_of(db)
    ours = 1 <= version <= VERSION and shape_of(db) == expected_shape(version)
    if not (ours and is_whole(db)):
        raise FileProblem("damaged")


def _write_meta(db: Database) -> None:
    values = {
        "document": uuid.uuid4().hex,
        "edits": "0",
    }
    for key, value in values.items():
        db.execute("INSERT INTO meta (key, value) VALUES (?, ?)", (key, value))
    say_version(db)

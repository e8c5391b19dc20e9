"""What can still be read of a damaged client file, row by row, made to fit together again."""

from __future__ import annotations

import os
import stat
import time
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, cast

from mspseat_desktop.domain.charts import OF_A_CHART
from mspseat_desktop.domain.records import RECORD_TYPES, ChartLook, Profile
from mspseat_desktop.domain.repair import repaired
from mspseat_desktop.domain.vocabulary import CURRENT_CHART
from mspseat_desktop.storage import blobs
from mspseat_desktop.storage.driver import DatabaseError
from mspseat_desktop.storage.engine import in_memory, open_to_read, rows, transaction
from mspseat_desktop.storage.keys import PAGE, key_for, looks_protected
from mspseat_desktop.storage.private_files import create, drop
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.storage.rows import KINDS, NAMES, table
from mspseat_desktop.storage.schema import (
    VERSION,
    build,
    expected_shape,
    migrate,
    version_of,
)
from mspseat_desktop.storage.untrusted import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database

    from mspseat_desktop.domain.records import (
        Record,
        RecordType,
        Seat,
    )
    from mspseat_desktop.storage.engine import Value
    from mspseat_desktop.storage.keys import Key, Secret
    from mspseat_desktop.storage.rows import Table

_PIECE = 1024 * 1024
_HEADER = 100
_TRIES: Final = 20_000
"""Rows that are asked for one by one between the readable ones of a table."""
_TRIES_BEYOND: Final = 500
"""The same where the end of the table can not be read either."""
_LONGEST: Final = 10.0
"""Seconds for a whole file."""
_OPEN_FLAGS = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a pipe would hang
)


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not in the salvaged client.

    `unread` are kinds of which some rows could not be read, `left_out` records that belonged to
    one that is gone, `new_roots` seats whose superior is gone. The history is never in it.
    """

    unread: tuple[RecordType, ...]
    left_out: tuple[Record, ...]
    new_roots: tuple[Seat, ...]
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Records that fit together, pictures and files (True) with them, and what is missing.

    `key` is that of a protected file, for what becomes of it.
    """

    records: tuple[Record, ...]
    blobs: tuple[tuple[bytes, bool], ...]
    missing: Missing
    key: Key | None = None


def salvage(source: Path, folder: Path, secret: Secret | None = None) -> Salvaged:
    """Return what a damaged file still holds; the private folder is only used meanwhile.

    Raises FileProblem("damaged") when nothing in it can be read. The engine runs on a private
    copy, read only, and only where every table is exactly one of ours: nothing in a file from
    outside is run.
    """
    private = folder / "damaged.sqlite"
    try:
        with problems("reading", source.name):
            _copy(source, private)
            key = _key(private, secret, source.name)
            with closing(_Reading(private, key)) as reading:
                return replace(reading.salvaged(otherwise=source.stem), key=key)
    finally:
        drop(private)


def _key(private: Path, secret: Secret | None, name: str) -> Key | None:
    """Return the key of a protected file; a plain one may have lost what says that it is plain."""
    with private.open("rb") as file:
        is_plain = not looks_protected(file.read(PAGE))
    return None if is_plain else key_for(private, secret, name=name, any_page=True)


def _copy(source: Path, private: Path) -> None:
    if not stat.S_ISREG(source.stat().st_mode):
        raise FileProblem("not-a-file", name=source.name)
    with (
        os.fdopen(os.open(source, _OPEN_FLAGS), "rb") as file,
        os.fdopen(create(private), "wb") as copy,
    ):
        while copy.tell() <= LARGEST and (piece := file.read(_PIECE)):
            copy.write(piece)
    _lengthen(private)


def _lengthen(private: Path) -> None:
    """Give a file that was cut short its length again: the engine reads nothing of it else."""
    with private.open("r+b") as file:
        header = file.read(_HEADER)
        if len(header) < _HEADER or looks_protected(header + file.read(PAGE - _HEADER)):
            return
        page = int.from_bytes(header[16:18], "big")
        wanted = (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")
        if private.stat().st_size < wanted <= LARGEST:
            file.truncate(wanted)


class _Reading:
    """One damaged file while it is read."""

    def __init__(self, private: Path, key: Key | None) -> None:
        self._private, self._key = private, key
        self._db = self._open()
        self._end = time.monotonic() + _LONGEST
        self._unread: set[str] = set()
        try:
            self._version = version_of(self._db)
            shape = expected_shape(self._version) if 1 <= self._version <= VERSION else frozenset()
            found = list(self._read("sqlite_master", ("type", "name", "tbl_name", "sql")))
            self._tables = {str(row[1]) for row in found if row in shape and row[0] == "table"}
            is_ours = all(row in shape for row in found if row[0] not in {"table", "index"})
        except DatabaseError as error:
            self.close()
            raise FileProblem("damaged") from error
        if not self._tables or not is_ours:
            self.close()
            raise FileProblem("damaged")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _open(self) -> Database:
        db = open_to_read(self._private, self._key)
        # A text with a broken letter is worth more than none.
        db.conn.text_factory = lambda raw: raw.decode("utf-8", "replace")
        return db

    def _go_on(self) -> None:
        """Open a protected file anew: after a broken page the engine reads nothing more of it."""
        if self._key is not None:
            self._db.close()
            self._db = self._open()

    def salvaged(self, *, otherwise: str) -> Salvaged:
        """Return all of it; `otherwise` names a client whose name is gone."""
        records = self._records()
        if not any(not isinstance(record, (Profile, ChartLook)) for record in records):
            raise FileProblem("damaged")
        if not any(isinstance(record, Profile) for record in records):
            records.append(Profile(name=otherwise))
            self._unread.add(NAMES[Profile])
        fitting = repaired(records)
        pictures = self._blobs()
        unread = tuple(kind for kind in RECORD_TYPES if NAMES[kind] in self._unread)
        missing = Missing(unread, fitting.left_out, fitting.new_roots, "blob" in self._unread)
        return Salvaged(fitting.records, pictures, missing)

    def _records(self) -> list[Record]:
        """Return every record that can be read, brought up to the schema of the day."""
        with closing(in_memory()) as clean:
            with transaction(clean):
                build(clean, version=self._version)
                for name in KINDS:
                    self._take_over(clean, name)
                migrate(clean)
            found: list[Record] = []
            for kind in RECORD_TYPES:
                found += self._decoded(clean, table(kind))
            return found

    def _take_over(self, clean: Database, name: str) -> None:
        columns = tuple(str(row[1]) for row in rows(clean, f"PRAGMA table_info({name})"))
        if not columns:  # a table that the file's schema does not have yet
            return
        if name not in self._tables:
            self._unread.add(name)
            return
        marks = ", ".join("?" for _ in columns)
        insert = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names are ours
        at_chart = columns.index("chart") if KINDS[name] in OF_A_CHART else None
        for row in self._read(name, columns):
            if at_chart is not None and row[at_chart] != CURRENT_CHART:
                continue
            try:
                clean.execute(insert, row)
            except DatabaseError:  # twice the same id, or a value of another type
                self._unread.add(name)

    def _decoded(self, clean: Database, at: Table) -> Iterator[Record]:
        for row in rows(clean, at.select):
            values: list[object] = list(row)
            known = dict(at.words)
            words = zip(at.columns, values, strict=True)
            is_known = all(value in known[column] for column, value in words if column in known)
            with suppress(FileProblem):
                for place, decode in at.decode:
                    values[place] = decode(values[place])
                if is_known:
                    yield cast("Record", at.kind(*values))
                    continue
            self._unread.add(at.name)

    def _blobs(self) -> tuple[tuple[bytes, bool], ...]:
        found: list[tuple[bytes, bool]] = []
        if self._version > 1 and "blob" not in self._tables:
            self._unread.add("blob")
            return ()
        if "blob" not in self._tables:
            return ()
        left = blobs.LARGEST_OF_ALL
        for name, kind, content in self._read("blob", ("hash", "kind", "content")):
            raw: object = content
            is_file = kind == blobs.FILE_KIND
            if (
                isinstance(raw, bytes)
                and len(raw) <= min(left, blobs.LARGEST)
                and (
                    blobs.hash_of(raw) == name
                    if is_file
                    else blobs.is_sound(str(name), str(kind), raw)
                )
            ):
                left -= len(raw)
                found.append((raw, is_file))
            else:
                self._unread.add("blob")
        return tuple(found[: blobs.MOST])

    def _read(self, name: str, columns: Sequence[str]) -> Iterator[tuple[Value, ...]]:
        """Yield the rows of a table from both ends, then those between, as far as they can be."""
        select = f"SELECT rowid, {', '.join(columns)} FROM {name} NOT INDEXED"  # noqa: S608 - names are ours
        first = last = None
        try:
            for row in self._db.execute(f"{select} ORDER BY rowid"):
                first = row[0]
                yield tuple(row[1:])
        except DatabaseError:
            self._unread.add(name)
            self._go_on()
        else:
            return
        beginning = 0 if first is None else first + 1
        try:
            for row in self._db.execute(
                f"{select} WHERE rowid >= ? ORDER BY rowid DESC", (beginning,)
            ):
                last = row[0]
                yield tuple(row[1:])
        except DatabaseError:
            self._go_on()
        end = beginning + _TRIES_BEYOND if last is None else min(last, beginning + _TRIES)
        for number in range(beginning, end):
            if time.monotonic() > self._end:
                return
            try:
                found = rows(self._db, f"{select} WHERE rowid = ?", (number,))
            except DatabaseError:
                self._go_on()
                continue
            yield from (tuple(row[1:]) for row in found)

"""Connections to SQLite through sqlite-utils: the settings, and transactions of our own."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from mspseat_desktop.storage.driver import CAN_PROTECT, Error, OperationalError, database, engine
from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database

    from mspseat_desktop.storage.keys import Key

Value: TypeAlias = str | int | float | None
OLDEST_ENGINE = (3, 37)
"""The first SQLite with STRICT tables."""

_EVERYWHERE = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",  # the client's words stay out of temporary files
)
_WORKING = (
    "PRAGMA locking_mode = EXCLUSIVE",  # before WAL: then no shared memory file is made
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # WAL with less loses acknowledged edits in a power cut
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
)
_SCRATCH = (
    "PRAGMA journal_mode = OFF",  # a broken scratch copy is thrown away, never mended
    "PRAGMA synchronous = OFF",
    "PRAGMA secure_delete = ON",
)
_LONGEST_READING = 60.0
"""Seconds; a file from outside can be made to keep the engine busy for ever."""
_STEPS_BETWEEN_LOOKS = 100_000
"""Steps of the engine's virtual machine between two looks at the clock."""
_LOG_BYTES = 4_000 * 1024
"""About as long as the log of edits gets before the engine starts it over."""


def open_working(path: Path, key: Key | None = None, *, is_edited: bool = True) -> Database:
    """Open a working copy for edits; the connection may be used from every thread in turn.

    Here and below `key` is that of a protected file, also of one that is still empty. One that is
    not to be edited is spared the length of its log.
    """
    if engine.sqlite_version_info < OLDEST_ENGINE:
        raise FileProblem("engine-too-old", version=engine.sqlite_version)
    settings = (*_EVERYWHERE, *_WORKING)
    if sys.platform == "darwin":
        settings = (*settings, "PRAGMA fullfsync = ON")
    db = _opened(_connected(path, key), settings)
    try:
        _check_shared(db)
        if is_edited:
            _lay_out_log(db)
    except BaseException:  # nobody could open it again before this connection is gone
        db.close()
        raise
    return db


def open_scratch(path: Path, key: Key | None = None) -> Database:
    """Open a copy on its way to being published; nothing in it is durable."""
    return _opened(_connected(path, key), (*_EVERYWHERE, *_SCRATCH))


def open_to_read(path: Path, key: Key | None = None) -> Database:
    """Open a private file that nobody writes; no file beside it is made or looked at."""
    address = f"file:{quote(str(path.absolute().as_posix()))}?mode=ro&immutable=1"
    connection = _connected(address, key)
    end = time.monotonic() + _LONGEST_READING
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
    return _opened(connection, (*_EVERYWHERE, "PRAGMA query_only = ON"))


def in_memory() -> Database:
    """Open an empty database that lives in memory."""
    return _opened(_connected(":memory:", None), _EVERYWHERE)


def write_anew(db: Database, path: Path, key: Key | None) -> None:
    """Write everything to a private empty file that has another key, or none.

    The other settings of `db` hold; the new file is not durable.
    """
    told = key.told() if key is not None else bytearray()
    try:
        db.execute("ATTACH DATABASE ? AS anew KEY ?", (str(path), bytes(told)))
        try:
            _export(db)
        except BaseException:
            if db.conn.in_transaction:
                db.execute("ROLLBACK")
            with suppress(Error):  # what failed is told already
                db.execute("DETACH DATABASE anew")
            raise
        db.execute("DETACH DATABASE anew")
    finally:
        told[:] = bytes(len(told))


def _export(db: Database) -> None:
    for setting in _SCRATCH:
        db.execute(setting.replace("PRAGMA ", "PRAGMA anew."))
    db.execute("SELECT sqlcipher_export('anew')").fetchall()
    for mark in ("application_id", "user_version"):
        db.execute(f"PRAGMA anew.{mark} = {number(db, f'PRAGMA main.{mark}')}")


def _connected(path: Path | str, key: Key | None) -> engine.Connection:
    address = isinstance(path, str) and path.startswith("file:")
    connection = engine.connect(path, isolation_level=None, check_same_thread=False, uri=address)
    if key is not None:
        _unlock(connection, key)
    return connection


def _unlock(connection: engine.Connection, key: Key) -> None:
    if not CAN_PROTECT:
        connection.close()
        raise FileProblem("no-cipher")
    told = key.told()
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_key(told)
    finally:
        told[:] = bytes(len(told))


def _check_shared(db: Database) -> None:
    """Refuse an engine that is not made for several threads."""
    if ("THREADSAFE=1",) not in rows(db, "PRAGMA compile_options"):
        raise FileProblem("engine-too-old", version=engine.sqlite_version)


def _opened(connection: engine.Connection, settings: Iterable[str]) -> Database:
    db = database(connection)
    try:
        for setting in settings:
            db.execute(setting).fetchall()
    except BaseException:
        connection.close()
        raise
    return db


def _lay_out_log(db: Database) -> None:
    """Give the log its full length at once: a commit into a file that grows takes far longer.

    A transaction that outgrows a small cache spills into the log; it is taken back, so nothing
    of it ever counts. On a disk too full for that the log grows as edits come.
    """
    db.execute("PRAGMA cache_size = 8")
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute("CREATE TABLE room (x BLOB)")
        db.execute("INSERT INTO room VALUES (zeroblob(?))", (_LOG_BYTES,))
        db.execute("ROLLBACK")
    except OperationalError:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
        rows(db, "PRAGMA wal_checkpoint(TRUNCATE)")
    db.execute("PRAGMA cache_size = -2000")


def empty_log(db: Database) -> None:
    """Bring all that is in the log of edits into the file, and lay the log out anew and blank."""
    rows(db, "PRAGMA wal_checkpoint(TRUNCATE)")
    _lay_out_log(db)


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Commit what happens inside as one, or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
        raise


def rows(db: Database, sql: str, values: Sequence[Value] = ()) -> list[tuple[Value, ...]]:
    """Return all rows at once: an open cursor would block later statements."""
    return db.execute(sql, values).fetchall()


def number(db: Database, sql: str) -> int:
    """Return the one whole number that the statement asks for."""
    return int(db.execute(sql).fetchone()[0])


def many(db: Database, sql: str, values: Iterable[Sequence[Value]]) -> None:
    """Run the statement for each tuple of values, inside the open transaction."""
    db.conn.executemany(sql, values)


def is_whole(db: Database) -> bool:
    """Return whether the engine finds nothing wrong, wrong types and broken links included."""
    if rows(db, "PRAGMA quick_check(1)") != [("ok",)]:
        return False
    return not rows(db, "PRAGMA foreign_key_check")


def fits_together(db: Database) -> bool:
    """Return whether every index says what its table says, which `is_whole` does not look at.

    A row that an index does not find can not be changed later, nor taken back.
    """
    return rows(db, "PRAGMA integrity_check(1)") == [("ok",)]


def engine_version() -> str:
    """Return the version of the database engine."""
    return engine.sqlite_version

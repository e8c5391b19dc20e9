"""Connections to SQLite through sqlite-utils: the settings, and transactions of our own."""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database

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


def open_working(path: Path) -> Database:
    """Open a working copy for edits; the connection may be used from every thread in turn."""
    if sqlite3.sqlite_version_info < OLDEST_ENGINE or sqlite3.threadsafety != 3:
        raise FileProblem("engine-too-old", version=sqlite3.sqlite_version)
    settings = (*_EVERYWHERE, *_WORKING)
    if sys.platform == "darwin":
        settings = (*settings, "PRAGMA fullfsync = ON")
    db = _opened(sqlite3.connect(path, isolation_level=None, check_same_thread=False), settings)
    try:
        _lay_out_log(db)
    except BaseException:  # nobody could open it again before this connection is gone
        db.close()
        raise
    return db


def open_scratch(path: Path) -> Database:
    """Open a copy on its way to being published; nothing in it is durable."""
    return _opened(
        sqlite3.connect(path, isolation_level=None, check_same_thread=False),
        (*_EVERYWHERE, *_SCRATCH),
    )


def open_to_read(path: Path) -> Database:
    """Open a private file that nobody writes; no file beside it is made or looked at."""
    address = f"file:{quote(str(path.absolute().as_posix()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    end = time.monotonic() + _LONGEST_READING
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
    return _opened(connection, (*_EVERYWHERE, "PRAGMA query_only = ON"))


def in_memory() -> Database:
    """Open an empty database that lives in memory."""
    return _opened(sqlite3.connect(":memory:", isolation_level=None), _EVERYWHERE)


def _opened(connection: sqlite3.Connection, settings: Iterable[str]) -> Database:
    # Takes longer to load than the rest of this room together, and the start page needs none of it.
    from sqlite_utils import Database  # noqa: PLC0415

    # Plugins of other installed packages have no business in a client file.
    db = Database(connection, recursive_triggers=False, execute_plugins=False)
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
    except sqlite3.OperationalError:
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
    return sqlite3.sqlite_version

"""Client files of a newer program: shown as far as this one knows them, and never written."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from mspseat_desktop.storage.driver import DatabaseError
from mspseat_desktop.storage.engine import in_memory, many, open_scratch, rows, transaction
from mspseat_desktop.storage.private_files import create_empty
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.schema import VERSION, build

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from mspseat_desktop.storage.keys import Key

_NOT_TAKEN = frozenset({"meta", "step"})
"""Tables that are not copied: the history of a newer program may hold what nobody here knows."""
_META = ("document", "edits", "app_version")


def made_by(db: Database) -> str:
    """Return the version of the program that the file names, empty when it names none."""
    found = rows(db, "SELECT substr(value, 1, 20) FROM meta WHERE key = 'app_version'")
    return str(found[0][0]) if found else ""


def check(db: Database, name: str) -> None:
    """Raise FileProblem("newer") unless the file says, and shows, that this program may read it.

    It may when what was added since leaves every table and column as it is known here. Tables
    and indexes only: nothing in the file is run.
    """
    try:
        may_be_read = _is_plain(db) and _oldest_reader(db) <= VERSION and _adds_only(db)
    except DatabaseError:
        may_be_read = False
    if not may_be_read:
        raise FileProblem("newer", name=name, version=_named(db))


def write_as_ours(db: Database, path: Path, key: Key | None, name: str) -> None:
    """Make a private file of the schema of the day with all that is known here, but no history."""
    create_empty(path)
    try:
        with closing(open_scratch(path, key)) as ours, transaction(ours):
            build(ours)
            for table, columns in _known().items():
                if table not in _NOT_TAKEN:
                    _copy(db, ours, table, columns)
            listed = ", ".join("?" for _ in _META)
            meta = rows(db, f"SELECT key, value FROM meta WHERE key IN ({listed})", _META)  # noqa: S608 - marks
            many(ours, "INSERT INTO meta (key, value) VALUES (?, ?)", meta)
    except DatabaseError as error:
        raise FileProblem("newer", name=name, version=_named(db)) from error


def _copy(db: Database, ours: Database, table: str, columns: tuple[Column, ...]) -> None:
    listed = ", ".join(column[0] for column in columns)
    marks = ", ".join("?" for _ in columns)
    ours.execute(f"DELETE FROM {table}")  # noqa: S608 - names are ours
    found = db.execute(f"SELECT {listed} FROM {table}")  # noqa: S608 - names are ours
    many(ours, f"INSERT INTO {table} ({listed}) VALUES ({marks})", found)  # noqa: S608 - same


Column = tuple[str, str, int, int]
"""Name, type, whether it must have a value, place in the primary key from 1 on or 0."""


def _known() -> dict[str, tuple[Column, ...]]:
    with closing(in_memory()) as db:
        build(db)
        tables = rows(db, "SELECT name FROM sqlite_master WHERE type = 'table'")
        return {str(table): _columns(db, str(table)) for (table,) in tables}


def _columns(db: Database, table: str) -> tuple[Column, ...]:
    """Return the columns that hold values; those that are computed have no part in it."""
    found = rows(db, f"PRAGMA table_xinfo({table})")
    return tuple(
        (str(name), str(kind), int(needed or 0), int(key or 0))
        for _at, name, kind, needed, _otherwise, key, hidden in found
        if hidden == 0
    )


def _is_plain(db: Database) -> bool:
    found = rows(db, "SELECT type, sql FROM sqlite_master")
    return all(
        kind in {"table", "index"} and str(sql or "").lstrip()[:14].upper() != "CREATE VIRTUAL"
        for kind, sql in found
    )


def _adds_only(db: Database) -> bool:
    """Return whether every table known here is there, with its columns as they are known."""
    return all(set(columns) <= set(_columns(db, table)) for table, columns in _known().items())


def _oldest_reader(db: Database) -> int:
    found = rows(db, "SELECT substr(value, 1, 9) FROM meta WHERE key = 'min_reader'")
    text = str(found[0][0]) if found else ""
    return int(text) if text.isascii() and text.isdigit() else VERSION + 1


def _named(db: Database) -> str:
    try:
        return made_by(db)
    except DatabaseError:
        return ""

"""The schema of the client file: its versions, and what each of them must look like exactly."""

from __future__ import annotations

from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop import __version__
from mspseat_desktop.storage.engine import in_memory, number, rows
from mspseat_desktop.storage.marks import APPLICATION_ID
from mspseat_desktop.storage.migrations import (
    from_1_to_2,
    from_2_to_3,
    from_3_to_4,
    from_4_to_5,
    from_nothing_to_1,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from mspseat_desktop.storage.engine import Value

VERSION = 5
"""The newest schema, in the header as `user_version`."""
STEPS: Mapping[int, str] = {
    1: from_nothing_to_1.SQL,
    2: from_1_to_2.SQL,
    3: from_2_to_3.SQL,
    4: from_3_to_4.SQL,
    5: from_4_to_5.SQL,
}
"""What leads to each version from the one before; a step is never edited once released."""
OLDEST_READER: Mapping[int, int] = {1: 1, 2: 2, 3: 2, 4: 2, 5: 5}
"""The oldest schema whose programs may show a file of each version, without what they do not know.

What only adds tables and columns leaves it as it was; what changes the meaning of a known one, as
the second did with units, raises it, and so does what takes one away, as the fifth did. Writing
is for programs of the same schema.
"""
_SAY = (
    "INSERT INTO meta (key, value) VALUES (?, ?)"
    " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)

Shape: TypeAlias = frozenset["tuple[Value, ...]"]
"""Kind, name, table and SQL of all that a schema holds."""


def build(db: Database, *, version: int = VERSION) -> None:
    """Make the tables of the version in an empty database, inside the open transaction."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement, values in _result_of_all_steps(version):
        db.execute(statement, values)
    db.execute(f"PRAGMA user_version = {version}")


def migrate(db: Database) -> None:
    """Bring an older schema up to VERSION, inside the open transaction."""
    _go_from(version_of(db), db, VERSION)
    say_version(db)


def say_version(db: Database) -> None:
    """Write into the file who made it and who may read it, inside the open transaction."""
    values = {
        "app_version": __version__,
        "min_reader": str(OLDEST_READER[VERSION]),
        "min_writer": str(VERSION),
    }
    for key, value in values.items():
        db.execute(_SAY, (key, value))


def _go_from(earlier: int, db: Database, version: int) -> None:
    for step in range(earlier + 1, version + 1):
        # One by one: a script as a whole would commit the open transaction first.
        for statement in STEPS[step].split(";\n"):
            if statement.strip():
                db.execute(statement)
    db.execute(f"PRAGMA user_version = {version}")


def version_of(db: Database) -> int:
    """Return the schema version of the database."""
    return number(db, "PRAGMA user_version")


def shape_of(db: Database) -> Shape:
    """Return all that the database's schema holds."""
    return frozenset(rows(db, "SELECT type, name, tbl_name, sql FROM sqlite_master"))


@cache
def expected_shape(version: int) -> Shape:
    """Return what the schema of this version holds, nothing more and nothing less."""
    with closing(_stepped(version)) as db:
        return shape_of(db)


@cache
def _result_of_all_steps(version: int) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """Return what makes at once all that the steps leave: it takes a fifth of their time."""
    with closing(_stepped(version)) as db:
        found = rows(db, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
        made: list[tuple[str, tuple[Value, ...]]] = [(str(sql), ()) for (sql,) in found]
        for (name,) in rows(db, "SELECT name FROM sqlite_master WHERE type = 'table'"):
            for row in rows(db, f"SELECT * FROM {name}"):  # noqa: S608 - names are ours
                marks = ", ".join("?" for _ in row)
                made.append((f"INSERT INTO {name} VALUES ({marks})", row))  # noqa: S608 - same
    return tuple(made)


def _stepped(version: int) -> Database:
    """Return a database in memory that went all the steps to the version."""
    db = in_memory()
    try:
        _go_from(0, db, version)
    except BaseException:
        db.close()
        raise
    return db

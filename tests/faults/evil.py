"""Files from outside that were made, or have become, as bad as can be."""

from __future__ import annotations

import os
import random
import sqlite3
import struct
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096
UNSEAL = "DELETE FROM meta WHERE key = 'seal'"
ALTERED, DAMAGED = {"altered"}, {"damaged"}
FINE = {""}


def sql(*statements: str) -> Callable[[Path], None]:
    """Run statements on the file as its maker could, without its seal."""

    def make(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            for statement in ("PRAGMA foreign_keys = OFF", UNSEAL, *statements):
                db.execute(statement).fetchall()

    return make


def schema(old: str, new: str) -> Callable[[Path], None]:
    """Change the words of the schema itself."""

    def make(path: Path) -> None:
        sql()(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("PRAGMA writable_schema = ON")
            db.execute("UPDATE sqlite_schema SET sql = replace(sql, ?, ?)", (old, new))

    return make


def loosely(*statements: str) -> Callable[[Path], None]:
    """Run statements while the tables take every type, and make them strict again."""

    def make(path: Path) -> None:
        schema(") STRICT", ")")(path)
        sql(*statements)(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("PRAGMA writable_schema = ON")
            db.execute("UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE type = 'table'")

    return make


def at(offset: int, data: bytes) -> Callable[[Path], None]:
    """Put the bytes at the offset."""

    def make(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(data)

    return make


def whole(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Put something else in the place of the whole content."""

    def make(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return make


def wrong_index(path: Path) -> None:
    """Let an index name a row that is called otherwise."""
    sql()(path)
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'occupant'"
        ).fetchone()
    start = (page - 1) * PAGE
    found = path.read_bytes()[start : start + PAGE].index(b"acme")
    at(start + found, b"acne")(path)


def with_log(path: Path) -> None:
    """A log of another program lies beside the file, with a table in it."""
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE more (x)")
        db.commit()
        log = path.with_name(f"{path.name}-wal").read_bytes()
    path.write_bytes(content)
    path.with_name(f"{path.name}-wal").write_bytes(log)
    path.with_name(f"{path.name}-journal").write_bytes(log)


def _in_place(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


def _sparse(path: Path) -> None:
    os.truncate(path, 2**40)


_ENDLESS = "AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
NAMED: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "a trigger that deletes": (
        sql("CREATE TRIGGER t AFTER INSERT ON seat BEGIN DELETE FROM seat; END"),
        ALTERED,
    ),
    "a trigger that runs itself": (
        sql("CREATE TRIGGER t AFTER UPDATE ON seat BEGIN UPDATE seat SET notes = 'x'; END"),
        ALTERED,
    ),
    "an endless view": (sql(f"CREATE VIEW v {_ENDLESS}"), ALTERED),
    "a view in a table's place": (
        sql("DROP TABLE action", f"CREATE VIEW action {_ENDLESS}"),
        ALTERED,
    ),
    "a generated column": (
        sql("ALTER TABLE seat ADD COLUMN g TEXT AS (hex(zeroblob(100000))) VIRTUAL"),
        ALTERED,
    ),
    "an index on an expression": (sql("CREATE INDEX i ON seat (abs(title))"), ALTERED),
    "a partial index": (sql("CREATE INDEX i ON seat (title) WHERE notes = ''"), ALTERED),
    "a full-text table": (sql("CREATE VIRTUAL TABLE f USING fts5 (a)"), ALTERED),
    "a tree of boxes": (sql("CREATE VIRTUAL TABLE r USING rtree (id, a, b)"), ALTERED),
    "a rule added": (schema("title TEXT NOT NULL", "title TEXT NOT NULL CHECK (1)"), ALTERED),
    "a default that computes": (
        schema("notes TEXT NOT NULL", "notes TEXT NOT NULL DEFAULT (hex(zeroblob(9)))"),
        ALTERED,
    ),
    "poisoned statistics": (
        sql("ANALYZE", "UPDATE sqlite_stat1 SET stat = '1 1 1'"),
        ALTERED,
    ),
    "a schema of rubbish": (schema("CREATE TABLE", "CREATE TABEL"), DAMAGED | ALTERED),
    "two tables on one page": (
        sql(
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET rootpage = (SELECT max(rootpage) FROM sqlite_schema)"
            " WHERE type = 'table'",
        ),
        DAMAGED,
    ),
    "a table on a page far away": (
        sql(
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET rootpage = 2147483647 WHERE name = 'seat'",
        ),
        DAMAGED,
    ),
    "another program's mark": (sql("PRAGMA application_id = 1"), {"not-a-client-file"}),
    "a version of the far future that may be shown": (
        sql("PRAGMA user_version = 2147483647"),
        {""},
    ),
    "a version of the far future": (
        sql(
            "PRAGMA user_version = 2147483647",
            "UPDATE meta SET value = '2147483647' WHERE key = 'min_reader'",
        ),
        {"newer"},
    ),
    "a version below nothing": (sql("PRAGMA user_version = -5"), DAMAGED),
    "no version": (sql("PRAGMA user_version = 0"), DAMAGED),
    "UTF-16": (at(56, struct.pack(">I", 2)), DAMAGED),
    "pages of 1000 bytes": (at(16, struct.pack(">H", 1000)), DAMAGED),
    "pages of no bytes": (at(16, bytes(2)), DAMAGED),
    "255 reserved bytes": (at(20, b"\xff"), DAMAGED),
    "two thousand million pages": (at(28, struct.pack(">I", 2**31 - 1)), DAMAGED),
    "free pages in a circle": (at(32, struct.pack(">II", 2, 1000)), DAMAGED),
    "a schema format of its own": (at(44, struct.pack(">I", 9)), DAMAGED),
    "a first page of zeros": (at(100, bytes(400)), DAMAGED | ALTERED),
    "a first page of ones": (at(100, b"\xff" * 400), DAMAGED),
    "cells that lie nowhere": (at(PAGE + 8, b"\xff" * 16), DAMAGED),
    "cut by half a page": (whole(lambda b: b[:-2048]), DAMAGED),
    "cut by a page": (whole(lambda b: b[:-PAGE]), DAMAGED),
    "cut in half": (whole(lambda b: b[: len(b) // 2]), DAMAGED),
    "doubled": (whole(lambda b: b + b), DAMAGED),
    "padded": (whole(lambda b: b + bytes(PAGE)), DAMAGED),
    "line ends changed by mail": (whole(lambda b: b.replace(b"\n", b"\r\n")), DAMAGED),
    "a web page": (whole(lambda _: b"<!DOCTYPE html><h1>Scanned</h1>"), {"not-a-client-file"}),
    "a ZIP renamed": (whole(lambda b: b"PK\x03\x04" + b), {"not-a-client-file"}),
    "a PDF renamed": (whole(lambda _: b"%PDF-1.7\n" * 99), {"not-a-client-file"}),
    "encrypted": (
        whole(lambda b: random.Random(1).randbytes(len(b))),  # noqa: S311 - looks random, no more
        {"protected"},
    ),
    "empty": (whole(lambda _: b""), {"empty"}),
    "fifteen bytes": (whole(lambda b: b[:15]), {"not-a-client-file"}),
    "a hundred bytes": (whole(lambda b: b[:100]), DAMAGED),
    "bytes for text": (loosely("UPDATE seat SET title = x'00ff'"), DAMAGED),
    "half a number": (loosely("UPDATE seat SET position = 1.5"), DAMAGED),
    "text for a number": (loosely("UPDATE seat SET position = 'first'"), DAMAGED),
    "letters that are none": (
        sql("UPDATE seat SET title = CAST(x'fffe41' AS TEXT)"),
        DAMAGED,
    ),
    "half a letter": (sql("UPDATE seat SET title = CAST(x'eda080' AS TEXT)"), DAMAGED),
    "text of 22 MB": (sql("UPDATE seat SET notes = hex(zeroblob(11000000))"), FINE),
    "a NUL in text": (sql("UPDATE seat SET title = 'a' || char(0) || 'b'"), FINE | DAMAGED),
    "a link to nothing": (sql("UPDATE seat SET parent = 'nobody' WHERE id = 'it'"), DAMAGED),
    "a circle of seats": (sql("UPDATE seat SET parent = 'it'"), DAMAGED),
    "an endless number": (sql("UPDATE seat SET position = 9223372036854775807"), FINE),
    "a history of rubbish": (
        sql("INSERT INTO step VALUES (9, 'x', '{}', 'rubbish', '', '', 0, 0, 'current')"),
        DAMAGED,
    ),
    "a history a hundred thousand deep": (
        sql(
            "INSERT INTO step SELECT 9, 'x', '{}', replace(hex(zeroblob(50000)), '0', '['),"
            " '', '', 0, 0, 'current'"
        ),
        DAMAGED,
    ),
    "a number of 5,000 digits": (
        sql(
            "INSERT INTO step SELECT 9, 'x', '{}',"
            " '[' || replace(hex(zeroblob(2500)), '0', '9') || ']', '', '', 0, 0, 'current'"
        ),
        DAMAGED,
    ),
    "an index that names other rows": (wrong_index, DAMAGED),
    "a log beside it": (with_log, FINE),
    "a folder": (_in_place(lambda path: path.mkdir()), {"folder"}),
    "a pipe": (_in_place(os.mkfifo), {"not-a-file"}),
    "an endless device": (_in_place(lambda p: p.symlink_to("/dev/zero")), {"not-a-file"}),
    "a link to itself": (_in_place(lambda p: p.symlink_to(p)), {"not-a-file"}),
    "a terabyte of nothing": (_sparse, {"too-large"}),
    "gone": (_in_place(lambda _: None), {"gone"}),
}

_SQL_PARTS = [
    *(make for make, codes in NAMED.values() if codes == ALTERED),
    *(NAMED[name][0] for name in ("bytes for text", "a link to nothing", "a history of rubbish")),
    sql("UPDATE profile SET name = hex(zeroblob(100000))"),
    sql("UPDATE seat SET title = char(0) || title"),
    sql("INSERT INTO accepted SELECT hex(randomblob(8)), 'x', 'y', 'z', '' FROM step, seat, meta"),
    sql("UPDATE meta SET value = '-1' WHERE key = 'edits'"),
    sql("DELETE FROM meta"),
    sql("DELETE FROM profile"),
    sql("INSERT INTO profile SELECT 'two', * FROM (SELECT * FROM profile) LIMIT 0"),
    sql("UPDATE seating SET since = 'yesterday'"),
    sql("DROP TABLE action", "CREATE TABLE action (id TEXT)"),
]


def mutate(content: bytes, path: Path, chance: random.Random) -> bool:
    """Write the content to the path with a random change; return whether by SQL, seal and all."""
    path.write_bytes(content)
    if chance.random() < 0.05:
        make = chance.choice(_SQL_PARTS)
        try:
            make(path)
        except sqlite3.Error:
            at(chance.randrange(len(content)), b"\xff")(path)
        return True
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 8, 40))):
        _BYTE_WAYS[chance.choice(list(_BYTE_WAYS))](changed, chance)
        if not changed:
            break
    path.write_bytes(changed)
    return False


def _spot(content: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(content) if chance.random() < 0.6 else min(len(content), 2 * PAGE))


def _bit(content: bytearray, chance: random.Random) -> None:
    content[_spot(content, chance)] ^= 1 << chance.randrange(8)


def _byte(content: bytearray, chance: random.Random) -> None:
    content[_spot(content, chance)] = chance.choice((0, 1, 127, 128, 255, chance.randrange(256)))


def _number(content: bytearray, chance: random.Random) -> None:
    spot = _spot(content, chance)
    value = chance.choice((0, 1, 2, 2**31 - 1, 2**31, 2**32 - 1))
    content[spot : spot + 4] = struct.pack(">I", value)


def _run(content: bytearray, chance: random.Random) -> None:
    spot, length = _spot(content, chance), chance.randrange(1, 300)
    content[spot : spot + length] = bytes([chance.randrange(256)]) * length


def _letter(content: bytearray, chance: random.Random) -> None:
    """Turn one letter of a word into another."""
    for _ in range(200):
        spot = _spot(content, chance)
        if content[spot : spot + 3].isalpha():
            content[spot] = chance.choice(b"aeiou")
            return


def _swap(content: bytearray, chance: random.Random) -> None:
    pages = max(1, len(content) // PAGE)
    one, two = (chance.randrange(pages) * PAGE for _ in range(2))
    here, there = bytes(content[one : one + PAGE]), bytes(content[two : two + PAGE])
    content[one : one + PAGE], content[two : two + PAGE] = there, here


def _cut(content: bytearray, chance: random.Random) -> None:
    del content[_spot(content, chance) :]


def _grow(content: bytearray, chance: random.Random) -> None:
    spot = _spot(content, chance)
    content[spot:spot] = chance.randbytes(chance.choice((1, 512, PAGE)))


_BYTE_WAYS = {
    "bit": _bit,
    "byte": _byte,
    "number": _number,
    "run": _run,
    "letter": _letter,
    "swap": _swap,
    "cut": _cut,
    "grow": _grow,
}

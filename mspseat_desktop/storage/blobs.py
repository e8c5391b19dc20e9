"""Pictures and attached files of a client, by the hash of their bytes, outside the history."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import RECORD_TYPES
from mspseat_desktop.domain.review_records import Answer
from mspseat_desktop.domain.vocabulary import BlobHash
from mspseat_desktop.storage.codec import fields_of, from_text
from mspseat_desktop.storage.engine import number, rows
from mspseat_desktop.storage.picture_head import kind_of, size_of
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.rows import table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlite_utils import Database

LARGEST = 5 * 1024 * 1024
"""Bytes of one picture or file."""
LARGEST_OF_ALL = 50 * 1024 * 1024
"""Bytes of all pictures and files of a client."""
MOST = 5_000
"""Pictures of a file; a foreign one with a million tiny ones would take minutes to look through."""
FILE_KIND = "file"
"""The kind of an attached file, which is never decoded and never run."""
LONGEST_SIDE = 1024
"""Pixels; a picture is made smaller before it is kept, and a larger one is never decoded."""


def hash_of(content: bytes) -> BlobHash:
    """Return the name under which the bytes are kept: their SHA-256 in hex."""
    return BlobHash(hashlib.sha256(content).hexdigest())


def put(db: Database, content: bytes, *, fresh: Collection[BlobHash] = ()) -> BlobHash:
    """Keep a PNG or JPEG, inside the open transaction, and return its hash.

    In a full file those go that no record and no step of the history names; `fresh` are spared,
    since their edit may still come. Raises FileProblem: `picture-unfit` for what is no PNG or
    JPEG of at most LONGEST_SIDE, `picture-too-large`, `pictures-full`.
    """
    name, kind = hash_of(content), kind_of(content)
    if len(content) > LARGEST:
        raise FileProblem("picture-too-large")
    if kind is None or not is_sound(name, kind, content):
        raise FileProblem("picture-unfit")
    if _is_there(db, name):
        # The same bytes may have been attached as a file before.
        db.execute("UPDATE blob SET kind = ? WHERE hash = ?", (kind, name))
        return name
    return _keep(db, name, kind, content=content, fresh=fresh)


def put_file(db: Database, content: bytes, *, fresh: Collection[BlobHash] = ()) -> BlobHash:
    """Keep the bytes of any small file, inside the open transaction, and return their hash.

    Nothing looks into them. Raises FileProblem: `attachment-empty`, `attachment-too-large`,
    `pictures-full`.
    """
    if not content:
        raise FileProblem("attachment-empty")
    if len(content) > LARGEST:
        raise FileProblem("attachment-too-large")
    name = hash_of(content)
    return name if _is_there(db, name) else _keep(db, name, FILE_KIND, content=content, fresh=fresh)


def _is_there(db: Database, name: BlobHash) -> bool:
    return bool(rows(db, "SELECT 1 FROM blob WHERE hash = ?", (name,)))


def _keep(
    db: Database, name: BlobHash, kind: str, *, content: bytes, fresh: Collection[BlobHash]
) -> BlobHash:
    if not _has_room(db, content):
        _drop(db, [blob for blob in _without_record(db) - {*fresh} if not _in_history(db, blob)])
        if not _has_room(db, content):
            raise FileProblem("pictures-full")
    db.execute("INSERT INTO blob (hash, kind, content) VALUES (?, ?, ?)", (name, kind, content))
    return name


def get(db: Database, name: str) -> bytes | None:
    """Return the bytes kept under the hash, None when there are none or they are not sound."""
    found = db.execute(
        "SELECT kind, content FROM blob WHERE hash = ? AND length(content) <= ?", (name, LARGEST)
    ).fetchone()
    if found is None or not is_sound(name, found[0], found[1]):
        return None
    return bytes(found[1])


def get_file(db: Database, name: str) -> bytes | None:
    """Return the bytes of an attached file, None when there are none or they are not sound."""
    found = db.execute(
        "SELECT content FROM blob WHERE hash = ? AND length(content) <= ?", (name, LARGEST)
    ).fetchone()
    return bytes(found[0]) if found is not None and hash_of(found[0]) == name else None


def is_sound(name: str, kind: str, content: bytes) -> bool:
    """Return whether the bytes are what hash and kind say, and small enough to be decoded."""
    size = size_of(content)
    return (
        len(content) <= LARGEST
        and kind == kind_of(content)
        and size is not None
        and min(size) > 0
        and max(size) <= LONGEST_SIDE
        and name == hash_of(content)
    )


def sound(db: Database) -> tuple[str, ...]:
    """Return the hashes of what a file from outside may bring in.

    That is what is sound, up to MOST pictures and LARGEST_OF_ALL bytes.
    """
    kept: list[str] = []
    taken = 0
    for name, kind, length in rows(
        db, "SELECT hash, kind, length(content) FROM blob ORDER BY rowid"
    ):
        size = int(length or 0)
        fits = 0 < size <= LARGEST and taken + size <= LARGEST_OF_ALL
        read = get_file if kind == FILE_KIND else get
        if fits and read(db, str(name)) is not None:
            kept.append(str(name))
            taken += size
        if len(kept) == MOST:
            break
    return tuple(kept)


def count(db: Database) -> int:
    """Return how many pictures the file holds."""
    return number(db, "SELECT count(*) FROM blob")


def keep_only(db: Database, names: Sequence[str]) -> None:
    """Take out every picture but these, inside the open transaction."""
    marks = ", ".join("?" for _ in names)
    db.execute(f"DELETE FROM blob WHERE hash NOT IN ({marks})", names)  # noqa: S608 - marks only


def drop_unused(db: Database) -> None:
    """Take out what no record names, inside the open transaction; for a file without history."""
    _drop(db, _without_record(db))


def _without_record(db: Database) -> set[str]:
    named: set[str] = set()
    for kind in RECORD_TYPES:
        at = table(kind)
        for column, field in zip(at.columns, fields_of(kind), strict=True):
            if field.hint is BlobHash:
                found = rows(db, f"SELECT DISTINCT {column} FROM {at.name}")  # noqa: S608 - names are ours
                named |= {str(row[0]) for row in found}
            elif field.hint == tuple[Answer, ...]:
                found = rows(db, f"SELECT {column} FROM {at.name} WHERE {column} <> '[]'")  # noqa: S608 - same
                for (answers,) in found:
                    named |= _files_of(answers)
    return {str(row[0]) for row in rows(db, "SELECT hash FROM blob")} - named


def _files_of(answers: object) -> set[str]:
    """Return the hashes that folded answers name."""
    found = from_text(answers)
    folded = found if isinstance(found, list) else []
    return {str(answer.get("file", "")) for answer in folded if isinstance(answer, dict)}


def _in_history(db: Database, name: str) -> bool:
    return bool(rows(db, "SELECT 1 FROM step WHERE instr(change, ?) LIMIT 1", (name,)))


def _has_room(db: Database, content: bytes) -> bool:
    taken = number(db, "SELECT coalesce(sum(length(content)), 0) FROM blob")
    return taken + len(content) <= LARGEST_OF_ALL and count(db) < MOST


def _drop(db: Database, names: Iterable[str]) -> None:
    for name in names:
        db.execute("DELETE FROM blob WHERE hash = ?", (name,))

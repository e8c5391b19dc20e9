"""The file of one backup: made compact and sealed, and known by what it holds."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from mspseat_desktop.storage import seal
from mspseat_desktop.storage.engine import (
    is_whole,
    open_scratch,
    open_to_read,
    rows,
    transaction,
)
from mspseat_desktop.storage.pieces import places_of, sha256_with
from mspseat_desktop.storage.private_files import create_empty
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.storage.rekeying import make_durable

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.storage.keys import Key

_COUNTERS = ((24, 28), (40, 44), (92, 100))
"""Bytes of a file's header that count how often it was written, and by which engine."""


def document_of(private: Path, key: Key | None = None) -> str:
    """Return the id that a private file has, empty when it names none."""
    with problems("reading"), closing(open_to_read(private, key)) as db:
        found = rows(db, "SELECT value FROM meta WHERE key = 'document'")
        return str(found[0][0]) if found else ""


def copy_compact(source: Path, fresh: Path, key: Key | None) -> None:
    """Copy a private file that nobody has open, compact, checked and durable."""
    create_empty(fresh)
    with closing(open_scratch(source, key)) as db:
        db.execute("VACUUM INTO ?", (str(fresh),))
    if key is None:
        seal_anew(fresh)
    with closing(open_to_read(fresh, key)) as db:
        if not is_whole(db):
            raise FileProblem("not-saved")
    make_durable(fresh)


def seal_anew(fresh: Path) -> None:
    """Write into a plain file by what it can be told whether it is as it was written."""
    with closing(open_scratch(fresh)) as db, transaction(db):
        blank = seal.prepare(db)
    seal.close(fresh, blank)


def content_of(path: Path, key: Key | None) -> str:
    """Return the SHA-256 of what the file holds, the same for two copies of the same client."""
    if key is not None:
        return _protected_content(path, key)
    blank = {start: bytes(end - start) for start, end in _COUNTERS}
    with closing(open_to_read(path)) as db:
        found = rows(db, "SELECT value FROM meta WHERE key = 'seal'")
    for (value,) in found:
        seal_of_it = str(value).encode()
        blank |= dict.fromkeys(places_of(path, seal_of_it)[:1], b"0" * len(seal_of_it))
    return sha256_with(path, blank)


def _protected_content(path: Path, key: Key) -> str:
    """Return a hash of all rows that tells nothing without the key: no two files are alike."""
    digest = key.hasher()
    with closing(open_to_read(path, key)) as db:
        for (name,) in rows(
            db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ):
            digest.update(f"{name}\n".encode())
            for row in db.execute(f"SELECT * FROM {name}"):  # noqa: S608 - the tables are ours
                digest.update(repr(row).encode(errors="surrogatepass"))
    return digest.hexdigest()

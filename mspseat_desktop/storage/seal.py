"""The seal of a client file: a hash over all its bytes, so that not one letter changes unnoticed.

A database that fits together can still show other words than were written: a worn-out disk or a
bad transfer turns one letter into another. The seal lies in the file itself, as a row whose hash
counts as zeros, and only in files that are published: a working copy has none.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from mspseat_desktop.storage.engine import rows
from mspseat_desktop.storage.pieces import places_of, sha256_with
from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

_BLANK = "0" * 64
_FORM = re.compile(r"[0-9a-f]{32}:[0-9a-f]{64}")
_DROP = "DELETE FROM meta WHERE key = 'seal'"
_PUT = "INSERT INTO meta (key, value) VALUES ('seal', ?)"


def prepare(db: Database) -> str:
    """Write a blank seal, inside the open transaction, and return it.

    It is found again in the bytes by a mark, the same for the same client after the same edits.
    """
    db.execute(_DROP)
    told = repr(rows(db, "SELECT key, value FROM meta ORDER BY key"))
    blank = f"{hashlib.sha256(told.encode()).hexdigest()[:32]}:{_BLANK}"
    db.execute(_PUT, (blank,))
    return blank


def close(path: Path, blank: str) -> None:
    """Put the hash of the file into its blank seal."""
    (start,) = places_of(path, blank.encode())[:1]
    seal = sha256_with(path, {})
    with path.open("r+b") as file:
        file.seek(start + len(blank) - len(_BLANK))
        file.write(seal.encode())


def check(db: Database, path: Path) -> bool:
    """Return whether the file, which the database is open on, is sealed.

    Raises FileProblem("broken-seal") when it is not as it was sealed.
    """
    found = rows(db, "SELECT value FROM meta WHERE key = 'seal'")
    if not found:  # from before there were seals
        return False
    seal = str(found[0][0])
    places = places_of(path, seal.encode()) if _FORM.fullmatch(seal) else []
    if len(places) != 1:
        raise FileProblem("broken-seal", because="no seal where one should be")
    at = places[0] + len(seal) - len(_BLANK)
    if sha256_with(path, {at: _BLANK.encode()}) != seal[-len(_BLANK) :]:
        raise FileProblem("broken-seal", because="another hash")
    return True


def drop(db: Database) -> None:
    """Take the seal off a copy that is going to change, inside the open transaction."""
    db.execute(_DROP)

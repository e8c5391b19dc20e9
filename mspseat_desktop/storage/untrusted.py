"""Files from outside: looked at from a distance, copied, checked, and only then believed."""

from __future__ import annotations

import hashlib
import os
import stat
import struct
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.storage import blobs, newer, seal
from mspseat_desktop.storage.client_file import bring_up_to_date
from mspseat_desktop.storage.engine import (
    fits_together,
    is_whole,
    number,
    open_scratch,
    open_to_read,
    rows,
    transaction,
)
from mspseat_desktop.storage.fingerprint import Fingerprint
from mspseat_desktop.storage.kept_charts import read_charts
from mspseat_desktop.storage.keys import PAGE, key_for, looks_protected
from mspseat_desktop.storage.loading import Loaded, edits_in, load
from mspseat_desktop.storage.marks import APPLICATION_ID, ENDING, HEADER, MAGIC, application_of
from mspseat_desktop.storage.private_files import create, drop
from mspseat_desktop.storage.problems import DAMAGED, FileProblem, problems
from mspseat_desktop.storage.rows import check_words
from mspseat_desktop.storage.schema import VERSION, expected_shape, shape_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.storage.keys import Key, Secret

LARGEST = 200 * 1024 * 1024
"""Bytes; far above what a client needs, far below what would fill a memory or a disk."""
_PIECE = 1024 * 1024
_UTF_8 = 1
_OPEN_FLAGS = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a pipe would hang
)
SMALLEST_PROTECTED = 16 * PAGE
"""Bytes; each table of ours has a page of its own."""


def take_in(
    source: Path,
    private: Path,
    *,
    before_migration: Callable[[Path], object] | None = None,
    secret: Secret | None = None,
    was_written: Callable[[str], bool] = lambda _sha256: False,
) -> tuple[Fingerprint, Loaded]:
    """Copy a file from outside to a new private one and return what it was and what it holds.

    Nothing is ever written beside the source, and no engine runs on it. Raises FileProblem;
    no private file is left then. What looks damaged is read a second time before it is said.
    `before_migration` gets the private file of an older schema, checked, before that is changed.
    A protected file stays so in its copy; `secret` opens it. What was checked when
    it `was_written` here, by its SHA-256, is only read.
    """
    for last in (False, True):
        try:
            return _copy_checked(source, private, before_migration, secret, was_written)
        except FileProblem as problem:
            drop(private)
            if last or problem.code not in DAMAGED:
                raise
        except BaseException:
            drop(private)
            raise
    raise AssertionError


def _copy_checked(
    source: Path,
    private: Path,
    before_migration: Callable[[Path], object] | None,
    secret: Secret | None,
    was_written: Callable[[str], bool],
) -> tuple[Fingerprint, Loaded]:
    with problems("reading", source.name):
        seen, version = _copied(source, private)
        key = None if version else _key(private, secret, source.name)
        made_by: str | None = None
        with closing(open_to_read(private, key)) as db:
            version = version or _check_inside(db, seen.size, source.name)
            if version == VERSION and was_written(seen.sha256):
                return seen, _load_ours(db, private, key)
            _check(db, version, source.name)
            # A newer program may seal in another way, which is no damage.
            is_sealed = version <= VERSION and seal.check(db, private)
            if version > VERSION:
                made_by = _show_as_ours(db, private, key, source.name)
        if version < VERSION:
            if before_migration is not None:
                before_migration(private)
            with closing(open_scratch(private, key)) as db:
                bring_up_to_date(db)
        if is_sealed:
            _take_seal_off(private)
        _leave_out_unsound_pictures(private, key)
        with closing(open_to_read(private, key)) as db:
            loaded = replace(_load_checked(db, source.name), made_by=made_by)
    return seen, loaded


def _copied(source: Path, private: Path) -> tuple[Fingerprint, int]:
    """Copy the file and return what it is, with the schema version that its header tells.

    That is 0 for one that looks protected.
    """
    _look_from_a_distance(source)
    descriptor = os.open(source, _OPEN_FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        size = _check_size(os.fstat(file.fileno()), source.name)
        begin = file.read(PAGE)
        has_our_name = source.suffix.lower() == ENDING and size >= SMALLEST_PROTECTED
        version = 0
        if not (has_our_name and looks_protected(begin)):
            version = _check_header(begin[:HEADER], size, source.name)
        file.seek(0)
        digest = hashlib.sha256()
        with os.fdopen(create(private), "wb") as copy:
            while piece := file.read(min(_PIECE, size + 1 - copy.tell())):
                digest.update(piece)
                copy.write(piece)
            if copy.tell() != size:  # somebody is writing it at this moment
                raise FileProblem("damaged", name=source.name)
        modified = os.fstat(file.fileno()).st_mtime_ns
    return Fingerprint(size, modified, digest.hexdigest()), version


def _load_ours(db: Database, private: Path, key: Key | None) -> Loaded:
    """Return what a file holds that was checked when it was written, to the last byte."""
    loaded = _load(db)
    if key is None:
        db.close()
        _take_seal_off(private)
    return loaded


def _take_seal_off(private: Path) -> None:
    with closing(open_scratch(private)) as db, transaction(db):
        seal.drop(db)


def _show_as_ours(db: Database, private: Path, key: Key | None, name: str) -> str:
    """Put what is known here of a newer file in its private copy's place; return who made it."""
    ours = private.with_name(f"{private.name}-ours")
    try:
        newer.write_as_ours(db, ours, key, name)
        version = newer.made_by(db)
        try:
            with closing(open_to_read(ours, key)) as taken:
                _load_checked(taken, name)
        except FileProblem as problem:  # a word that nobody here knows
            raise FileProblem("newer", name=name, version=version) from problem
        db.close()  # Windows replaces no file that is open
        ours.replace(private)
    finally:
        drop(ours)
    return version


def _key(private: Path, secret: Secret | None, name: str) -> Key | None:
    """Return the key of a file that looks protected; raise FileProblem when it does not open it."""
    if secret is not None and private.stat().st_size % PAGE:
        raise FileProblem("damaged", name=name)
    return key_for(private, secret, name=name)


def _leave_out_unsound_pictures(private: Path, key: Key | None) -> None:
    with closing(open_to_read(private, key)) as db:
        sound, all_of_them = blobs.sound(db), blobs.count(db)
    if len(sound) < all_of_them:
        with closing(open_scratch(private, key)) as db, transaction(db):
            blobs.keep_only(db, sound)


def _look_from_a_distance(path: Path) -> None:
    """Refuse without opening it what is no plain file: opening a pipe or a device can hang."""
    _check_size(path.stat(), path.name)


def _check_size(found: os.stat_result, name: str) -> int:
    if stat.S_ISDIR(found.st_mode):
        raise FileProblem("folder", name=name)
    if not stat.S_ISREG(found.st_mode):
        raise FileProblem("not-a-file", name=name)
    if found.st_size == 0:
        raise FileProblem("empty", name=name)
    if found.st_size > LARGEST:
        raise FileProblem("too-large", name=name)
    return found.st_size


def _check_header(header: bytes, size: int, name: str) -> int:
    """Return the schema version that the first bytes of the file tell."""
    if not header.startswith(MAGIC):
        raise FileProblem("not-a-client-file", name=name)
    if len(header) < HEADER:
        raise FileProblem("damaged", name=name)
    (page_size,) = struct.unpack(">H", header[16:18])
    page_size = 65536 if page_size == 1 else page_size
    (pages,) = struct.unpack(">I", header[28:32])
    (encoding,) = struct.unpack(">I", header[56:60])
    version = int.from_bytes(header[60:64], "big", signed=True)
    if application_of(header) != APPLICATION_ID:
        raise FileProblem("not-a-client-file", name=name)
    is_power_of_two = page_size >= 512 and page_size & (page_size - 1) == 0
    if not is_power_of_two or encoding != _UTF_8 or pages * page_size != size or version < 1:
        raise FileProblem("damaged", name=name)
    return version


def _check_inside(db: Database, size: int, name: str) -> int:
    """Return the schema version of a protected file, whose header only the engine can read."""
    if number(db, "PRAGMA application_id") != APPLICATION_ID:
        raise FileProblem("not-a-client-file", name=name)
    version = number(db, "PRAGMA user_version")
    pages = number(db, "PRAGMA page_count")
    if rows(db, "PRAGMA encoding") != [("UTF-8",)] or pages * PAGE != size or version < 1:
        raise FileProblem("damaged", name=name)
    return version


def _check(db: Database, version: int, name: str) -> None:
    if not is_whole(db):
        raise FileProblem("damaged", name=name)
    if version > VERSION:
        newer.check(db, name)
        return
    # One comparison refuses every trigger, view, rule and table that is not ours.
    if shape_of(db) != expected_shape(version):
        raise FileProblem("altered", name=name)
    if not fits_together(db):
        raise FileProblem("damaged", name=name)


def _load_checked(db: Database, name: str) -> Loaded:
    check_words(db)
    read_charts(db)
    edits_in(db)
    loaded = _load(db)
    _check_no_circle(loaded.client, name)
    return loaded


def _load(db: Database) -> Loaded:
    loaded = load(db)
    profile = loaded.client.profile
    found = ((mark, blobs.get(db, mark)) for mark in (profile.logo, profile.mark) if mark)
    return replace(loaded, pictures={mark: content for mark, content in found if content})


def _check_no_circle(client: Client, name: str) -> None:
    """Refuse seats that report to themselves over others: walking up would never end."""
    fine: set[str] = set()
    for seat in client.every(Seat):
        way: set[str] = set()
        above: Seat | None = seat
        while above is not None and above.id not in fine:
            if above.id in way:
                raise FileProblem("damaged", name=name)
            way.add(above.id)
            above = client.find(Seat, above.parent) if above.parent else None
        fine |= way

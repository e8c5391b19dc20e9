"""A working copy with another key, or with none: written beside the old one, then in its place."""

from __future__ import annotations

import os
import secrets
from contextlib import closing
from typing import TYPE_CHECKING

from mspseat_desktop.storage import seal
from mspseat_desktop.storage.engine import (
    is_whole,
    open_scratch,
    open_to_read,
    transaction,
    write_anew,
)
from mspseat_desktop.storage.private_files import create_empty, drop, sync_folder
from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from mspseat_desktop.storage.keys import Key

_COUNT_EDIT = "UPDATE meta SET value = ? WHERE key = 'edits'"


def written_anew(db: Database, beside: Path, key: Key | None, *, edits: int | None = None) -> Path:
    """Return a whole and durable copy of the database with another key, in the same folder.

    It has no seal. `edits` is the count that it gets: one more than before has it published.
    """
    fresh = beside.with_name(f"scratch-{secrets.token_hex(4)}.sqlite")
    try:
        create_empty(fresh)
        write_anew(db, fresh, key)
        with closing(open_scratch(fresh, key)) as copy, transaction(copy):
            seal.drop(copy)
            if edits is not None:
                copy.execute(_COUNT_EDIT, (str(edits),))
        _check(fresh, key)
        make_durable(fresh)
    except BaseException:
        drop(fresh)
        raise
    return fresh


def put_in_place(fresh: Path, path: Path) -> None:
    """Rename the new copy over the old one, which nobody has open; a crash leaves either whole."""
    for ending in ("-wal", "-journal"):
        if path.with_name(path.name + ending).exists():
            raise FileProblem("not-saved")  # it would be taken for the new copy's
    fresh.replace(path)
    sync_folder(path.parent)


def _check(fresh: Path, key: Key | None) -> None:
    with closing(open_to_read(fresh, key)) as copy:
        if not is_whole(copy):
            raise FileProblem("not-saved")


def make_durable(path: Path) -> None:
    """Bring a file that was just written to the disk."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

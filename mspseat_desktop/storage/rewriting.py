"""Backups from which somebody was taken out, as if that had been so when they were made."""

from __future__ import annotations

import os
import secrets
from contextlib import closing
from typing import TYPE_CHECKING

from mspseat_desktop.domain.change import Change
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.private_files import create, drop
from mspseat_desktop.storage.problems import DAMAGED, FileProblem
from mspseat_desktop.storage.publish import publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.storage.backups import Shelf
    from mspseat_desktop.storage.keys import Key

_UNREADABLE = frozenset(
    {"altered", "empty", "newer", "no-cipher", "not-a-client-file", "protected", "too-large"}
    | {"wrong-phrase"}
    | DAMAGED
)
"""Problems of the backup itself; for those of the disk none is deleted."""


def rewrite_backups(
    shelf: Shelf, edit: Edit, *, reword: Callable[[str], str], key: Key | None
) -> tuple[int, int]:
    """Do the edit in each backup and empty its history; return how many stay and how many went.

    One that can not be read, or not with this key, is deleted: nobody could say what is in it.
    Raises FileProblem when the disk refuses; those that were done stay done, and the rest as it
    was, so that it can be tried again.
    """

    def remade(path: Path) -> Path | None:
        scratch = path.with_name(f"scratch-{secrets.token_hex(4)}.sqlite")
        fresh = path.with_suffix(".new")
        try:
            with os.fdopen(create(scratch), "wb") as copy, path.open("rb") as backup:
                copy.write(backup.read())
            file = ClientFile.open(scratch, key=key.twin() if key is not None else None)
            with closing(file):
                file.forget(_change(file, edit), reword=reword)
                publish(file, fresh, seen=None)
        except FileProblem as problem:
            drop(fresh)
            if problem.code in _UNREADABLE:
                return None
            raise
        finally:
            for left in path.parent.glob(f"{scratch.name}*"):
                drop(left)
        return fresh

    return shelf.remake(remade, key)


def _change(file: ClientFile, edit: Edit) -> Change:
    """Return what the edit changes there; nothing where nobody is known that it is about."""
    work = Revision(file.load().client)
    try:
        edit.run(work)
    except Refused:
        return Change()
    return work.change()

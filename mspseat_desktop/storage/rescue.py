"""What can still be read of a damaged working copy, whose last edits lie in a log beside it."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.difference import difference
from mspseat_desktop.storage import blobs
from mspseat_desktop.storage.driver import DatabaseError
from mspseat_desktop.storage.engine import open_working, rows
from mspseat_desktop.storage.keys import key_for
from mspseat_desktop.storage.opened import Rescued, Version
from mspseat_desktop.storage.private_files import make_folder
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.storage.salvage import salvage

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.storage.client_file import ClientFile
    from mspseat_desktop.storage.keys import Secret
    from mspseat_desktop.storage.salvage import Salvaged

_FOLDER = "rescue"


def rescue(copy: Path, name: str, secret: Secret | None) -> Salvaged | None:
    """Return what the working copy still holds, its log included; None when that is nothing.

    `name` is for a client that has lost its own. The copy stays as it is.
    """
    folder = copy.parent / _FOLDER
    try:
        with problems("writing"):
            make_folder(folder)
            folded = _folded(copy, folder / f"{name or 'client'}.sqlite", secret)
        return salvage(folded, folder, secret)
    except FileProblem as problem:
        if problem.code in {"damaged", "gone"}:
            return None
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def brings_something(found: Salvaged, present: Client) -> bool:
    """Return whether the salvaged client has anything that the present one has not."""
    told = difference(present, Client.of(found.records))
    return any(one.after is not None for one in told)


def rescued(found: Salvaged, work_id: str = "") -> Rescued:
    """Return what there is to say about it."""
    kept = {blobs.hash_of(content): (content, is_file) for content, is_file in found.blobs}
    return Rescued(Version(Client.of(found.records), kept), found.missing, work_id)


def keep_blobs(file: ClientFile, found: Salvaged) -> None:
    """Put the salvaged pictures and files into the new client file, as far as they go."""
    for content, is_file in found.blobs:
        with suppress(FileProblem):  # a picture is not worth the rest
            (file.keep_file if is_file else file.keep_blob)(content)


def _folded(copy: Path, private: Path, secret: Secret | None) -> Path:
    """Copy the damaged file and let the engine bring its log in, as far as that is whole."""
    shutil.copyfile(copy, private)
    private.chmod(0o600)
    log = copy.with_name(f"{copy.name}-wal")
    if log.exists():
        beside = private.with_name(f"{private.name}-wal")
        shutil.copyfile(log, beside)
        beside.chmod(0o600)
        with suppress(DatabaseError, FileProblem):
            key = key_for(private, secret, any_page=True)
            with closing(open_working(private, key)) as db:
                rows(db, "PRAGMA wal_checkpoint(TRUNCATE)")
    return private

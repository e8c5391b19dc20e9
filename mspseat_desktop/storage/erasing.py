"""Erasing a client from this computer: all that the program ever wrote of it."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mspseat_desktop.storage.codec import from_text
from mspseat_desktop.storage.fingerprint import fingerprint
from mspseat_desktop.storage.locks import lock_file, take
from mspseat_desktop.storage.private_files import sync_folder
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.storage.written import Written

if TYPE_CHECKING:
    from mspseat_desktop.storage.backups import Shelf


def erase_client(home: Path, *, target: Path | None, shelf: Shelf | None) -> None:
    """Delete the user's file, its backups and what is left of it in the program's folder.

    The client must be closed, and its working copy with it. `target` is None for a client that
    has no file, or whose file is to stay. Raises FileProblem for what can not be deleted.
    """
    if target is not None:
        with suppress(OSError, FileProblem):  # what can not be read can be deleted all the same
            if (known := fingerprint(target)) is not None:
                Written(home / "written").forget(known.sha256)
        with problems("writing", target.name):
            target.unlink(missing_ok=True)
            sync_folder(target.parent)
        for left in _places_of(home / "work", target):
            shutil.rmtree(left, ignore_errors=True)
    if shelf is not None:
        shelf.erase()
    if target is not None:
        with suppress(OSError):
            lock_file(home / "locks", target).unlink(missing_ok=True)


def also_backed_up(shelf: Shelf, target: Path | None) -> Path | None:
    """Return another file that is there and whose backups lie on the shelf too; None for none.

    A backup that was opened as a new client shares them with the client that it was taken of.
    """
    own = {"", str(target) if target is not None else ""}
    others = {backup.target for backup in shelf.listed()} - own
    return next((Path(other) for other in sorted(others) if Path(other).is_file()), None)


def _places_of(work: Path, target: Path) -> list[Path]:
    """Return the folders of working copies of the file that nobody is at work in.

    A damaged one that was put away is among them.
    """
    found = []
    for note in work.glob("*/*.json"):
        with suppress(OSError, UnicodeDecodeError, FileProblem):
            told = from_text(note.read_text(encoding="utf-8"))
            if isinstance(told, dict) and told.get("target") == str(target):
                take(note.parent / "lock").release()
                found.append(note.parent)
    return found

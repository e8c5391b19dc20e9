"""From the working copy to the user's file: whole, compact, checked, and never over another's."""

from __future__ import annotations

import os
import secrets
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from mspseat_desktop.storage import blobs, seal
from mspseat_desktop.storage.engine import is_whole, open_scratch, open_to_read, transaction
from mspseat_desktop.storage.fingerprint import Fingerprint, fingerprint
from mspseat_desktop.storage.history import forget_steps
from mspseat_desktop.storage.kept_charts import drop_all
from mspseat_desktop.storage.loading import edits_in
from mspseat_desktop.storage.private_files import create, create_empty, drop, sync_folder
from mspseat_desktop.storage.problems import FileProblem, os_code, problems, twice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mspseat_desktop.storage.client_file import ClientFile

Result = TypeVar("Result")
_WAITS = (0.05, 0.1, 0.2, 0.35, 0.8, 1.0)
"""Seconds between the tries to replace a file that a scanner or a cloud client holds."""
_PIECE = 1024 * 1024
_ANY_WRITER = 0o222
PART = ".part"
"""How the name of a file ends that is not whole yet."""


@dataclass(frozen=True, slots=True)
class Published:
    """What stands in the user's file now, and how many edits it has."""

    fingerprint: Fingerprint
    edits: int


def publish(
    client_file: ClientFile,
    target: Path,
    *,
    seen: Fingerprint | None,
    part: str = "",
    about_to: Callable[[Published], None] = lambda _: None,
) -> Published:
    """Put the client with its history in the place of the target; meant for a worker thread.

    `seen` is the target as we last saw it, None for no file there. `part` is the name that the
    file has beside the target until it is whole; `about_to` hears what comes just before the
    one step that makes it so. Raises FileProblem, among others "changed-outside" and
    "target-gone" when the target is not as it was seen; the target is untouched then.
    """
    part = part or part_name(target, secrets.token_hex(4))
    with _compact_copy(client_file, keep_history=True) as (copy, edits):
        found = _put_beside(copy, target.with_name(part), target)
        try:
            _check_target(target, seen)
            published = Published(found, edits)
            about_to(published)
            _replace(target.with_name(part), target)
        except BaseException:
            drop(target.with_name(part))
            raise
    with problems("writing", target.name):
        sync_folder(target.parent)
    return published


def save_copy(client_file: ClientFile, target: Path, *, part: str = "") -> None:
    """Write the client with its history to another file, over what stands there."""
    publish(client_file, target, seen=_as_it_is(target), part=part)


def send_copy(client_file: ClientFile, target: Path, *, part: str = "") -> None:
    """Write the client without history, kept charts and unused pictures, over what stands there.

    Nothing that was deleted or changed is left in the file.
    """
    beside = target.with_name(part or part_name(target, secrets.token_hex(4)))
    with _compact_copy(client_file, keep_history=False) as (copy, _edits):
        _put_beside(copy, beside, target)
        try:
            _check_target(target, _as_it_is(target))
            _replace(beside, target)
        except BaseException:
            drop(beside)
            raise
    with problems("writing", target.name):
        sync_folder(target.parent)


def part_name(target: Path, mark: str) -> str:
    """Return the name that a file has beside its target while it is not whole yet."""
    return f".{target.stem[:40]}.{mark}{PART}"


def check_writable(target: Path) -> None:
    """Raise FileProblem when the target or its folder does not take a new version."""
    with problems("writing", target.name):
        if target.is_dir():
            raise FileProblem("folder", name=target.name)
        if not target.parent.is_dir():
            raise FileProblem("no-folder", name=target.name)
        if target.exists() and not target.stat().st_mode & _ANY_WRITER:
            raise FileProblem("read-only", name=target.name)
        if not os.access(target.parent, os.W_OK):
            raise FileProblem("read-only", name=target.name)


def _as_it_is(target: Path) -> Fingerprint | None:
    with problems("reading", target.name):
        return None if target.is_dir() else fingerprint(target)


@contextmanager
def _compact_copy(client_file: ClientFile, *, keep_history: bool) -> Iterator[tuple[Path, int]]:
    """Yield a private file, compact and checked, and the number of edits in it.

    The engine works beside the working copy only, never in the user's folder.
    """
    mark = secrets.token_hex(4)
    scratch = client_file.path.with_name(f"scratch-{mark}.sqlite")
    compact = client_file.path.with_name(f"compact-{mark}.sqlite")
    try:
        edits = twice(lambda: _copy(client_file, scratch, compact, keep_history=keep_history))
        yield compact, edits
    finally:
        _drop_all(client_file.path.parent, mark)


def _copy(client_file: ClientFile, scratch: Path, compact: Path, *, keep_history: bool) -> int:
    """Fill both new files and return the number of edits in them."""
    drop(scratch)
    drop(compact)
    key = client_file.key
    with problems("writing"):
        create_empty(scratch)
        client_file.copy_to(scratch)
        create_empty(compact)
        with closing(open_scratch(scratch, key)) as db:
            with transaction(db):
                if not keep_history:
                    forget_steps(db)
                    drop_all(db)
                    blobs.drop_unused(db)
                blank = seal.prepare(db) if key is None else ""
            db.execute("VACUUM INTO ?", (str(compact),))
        if key is None:  # in a protected file each page has a hash of its own
            seal.close(compact, blank)
        with closing(open_to_read(compact, key)) as db:
            if not is_whole(db):
                raise FileProblem("not-saved")
            return edits_in(db)


def _drop_all(folder: Path, mark: str) -> None:
    for path in folder.glob(f"*-{mark}.sqlite*"):
        drop(path)


def _put_beside(source: Path, part: Path, target: Path) -> Fingerprint:
    """Copy the file to its place beside the target, durable and private; return what it is."""
    check_writable(target)
    with problems("writing", target.name):
        part.unlink(missing_ok=True)
        descriptor = create(part)
        try:
            with os.fdopen(descriptor, "wb") as file, source.open("rb") as whole:
                while piece := whole.read(_PIECE):
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            found = _same_as(source, part)
        except BaseException:
            drop(part)
            raise
    return found


def _same_as(source: Path, part: Path) -> Fingerprint:
    """Read both again and return what they are; a disk may have kept something else."""
    found = fingerprint(part)
    if found is None or not found.same_content(fingerprint(source)):
        raise FileProblem("not-saved")
    return found


def _check_target(target: Path, seen: Fingerprint | None) -> None:
    """Raise FileProblem unless the target is as it was seen."""
    check_writable(target)
    with problems("reading", target.name):
        now = _patiently(lambda: fingerprint(target))
    if now is None and seen is not None:
        raise FileProblem("target-gone", name=target.name)
    if now is not None and not now.same_content(seen):
        raise FileProblem("changed-outside", name=target.name)


def _replace(part: Path, target: Path) -> None:
    """Rename over the target."""
    with problems("writing", target.name):
        _patiently(lambda: part.replace(target))


def _patiently(act: Callable[[], Result]) -> Result:
    """Do it; on Windows scanners and cloud clients get time to let go of a file."""
    for wait in _WAITS:
        try:
            return act()
        except PermissionError as error:
            if sys.platform != "win32" and os_code(error, "writing") != "in-use":
                raise
            time.sleep(wait)
    return act()

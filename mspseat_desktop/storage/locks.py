"""Who has a client open: locks that the system itself lets go of when a program dies."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from mspseat_desktop.storage.private_files import make_folder
from mspseat_desktop.storage.problems import FileProblem, problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filelock import BaseFileLock

_PATIENCE = 1.0
"""Seconds to wait for a drive that has nothing to do with what is asked for."""


def canonical(path: Path) -> Path:
    """Return the one absolute spelling of the path, with links followed.

    Where names differ neither by case nor by composition it is the one in the folder.
    """
    real = Path(os.path.realpath(path))
    try:
        there = list(real.parent.iterdir()) if os.path.lexists(real) else []
    except OSError:
        return real
    if real in there:
        return real
    alike = (path for path in there if _folded(path.name) == _folded(real.name))
    return next((path for path in alike if is_same_file(path, real)), real)


def is_same_file(one: Path, other: Path) -> bool:
    """Return whether both lead to one file, by hard links or other spellings too."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def is_same_file_in_time(one: Path, other: Path) -> bool:
    """Return the same of a path that may lie on a drive which does not answer; False then."""
    found: list[bool] = []
    asking = Thread(target=lambda: found.append(is_same_file(one, other)), daemon=True)
    asking.start()
    asking.join(_PATIENCE)
    return bool(found) and found[0]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def lock_file(folder: Path, path: Path) -> Path:
    """Return the file in the folder that stands for the path; its name tells nothing."""
    spelling = os.path.normcase(canonical(path))
    if sys.platform == "darwin":  # there names differ neither by case nor by composition
        spelling = _folded(spelling)
    digest = hashlib.sha256(spelling.encode(errors="surrogateescape")).hexdigest()
    return folder / f"{digest}.lock"


def take(lock: Path, name: str = "") -> BaseFileLock:
    """Take the lock; raise FileProblem("in-use") when somebody has it, in this program or not."""
    with problems("writing"):
        make_folder(lock.parent)
        taken = FileLock(lock, timeout=0, mode=0o600, thread_local=False)
        try:
            taken.acquire()
        except Timeout:
            raise FileProblem("in-use", name=name) from None
    return taken


@contextmanager
def held(lock: Path, name: str) -> Iterator[None]:
    """Have the lock inside; raise as `take` does."""
    taken = take(lock, name)
    try:
        yield
    finally:
        taken.release()


def is_taken(lock: Path) -> bool:
    """Return whether somebody has the lock."""
    if not lock.exists():
        return False
    try:
        take(lock).release()
    except FileProblem as problem:
        if problem.code == "in-use":
            return True
        raise
    return False

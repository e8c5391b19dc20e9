"""One running program for each user: a second start leaves a letter to the first and ends."""

from __future__ import annotations

import json
import secrets
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mspseat_desktop.storage.locks import take
from mspseat_desktop.storage.private_files import drop, make_folder, write_whole
from mspseat_desktop.storage.problems import FileProblem, problems

if TYPE_CHECKING:
    from filelock import BaseFileLock

LONGEST_WAIT = 3.0
"""Seconds until a program that does not fetch its letters is taken to hang."""
_LOOK_EVERY = 0.02
_LARGEST = 64 * 1024
_ENDING = ".letter"


def letter_folder(home: Path) -> Path:
    """Return the folder in which a running program finds its letters; it is made if need be."""
    folder = home / "letters"
    with problems("writing"):
        make_folder(folder)
    return folder


def take_post(home: Path) -> BaseFileLock | None:
    """Return what makes this the program that gets the letters, None when another one is.

    The system itself lets go of it when a program dies.
    """
    try:
        return take(home / "locks" / "program.lock")
    except FileProblem as problem:
        if problem.code == "in-use":
            return None
        raise


def hand_over(home: Path, file: Path | None, *, seconds: float = LONGEST_WAIT) -> bool:
    """Ask the running program to open the file, or only to come to the front.

    Returns False when it does not hear within so many seconds; nothing is left then.
    """
    letter = letter_folder(home) / f"{time.time_ns():020d}-{secrets.token_hex(4)}{_ENDING}"
    path = str(file.absolute()) if file is not None else ""
    with problems("writing"):
        write_whole(letter, json.dumps({"open": path}).encode())
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not letter.exists():
            return True
        time.sleep(_LOOK_EVERY)
    try:
        letter.unlink()
    except FileNotFoundError:
        return True
    return False


def fetch(home: Path) -> tuple[Path | None, ...]:
    """Take the letters, the oldest first: a file to open each, None to only come to the front."""
    found = []
    for letter in sorted((home / "letters").glob(f"*{_ENDING}")):
        try:
            content = letter.read_bytes()[:_LARGEST]
            letter.unlink()
        except OSError:  # its sender has given up
            continue
        found.append(_file_in(content))
    return tuple(found)


def tidy(home: Path) -> None:
    """Throw away letters to a program that died before it read them."""
    for letter in (home / "letters").glob(f"*{_ENDING}"):
        drop(letter)


def _file_in(content: bytes) -> Path | None:
    try:
        named = json.loads(content)["open"]
        path = Path(named) if isinstance(named, str) and named else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return path if path is not None and path.is_absolute() else None

"""What a file looked like when we last saw it, so that nobody's newer version is overwritten."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST_HASHED = 1024 * 1024 * 1024
"""Bytes; far above any client file, and what is larger would take minutes to read."""
_OPEN_FLAGS = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a pipe would hang
)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Size in bytes, time of the last change in nanoseconds, SHA-256 in hexadecimal.

    The last is empty for a file that is too large to be a client of ours.
    """

    size: int
    modified: int
    sha256: str

    def same_content(self, other: Fingerprint | None) -> bool:
        """Return whether both saw the same bytes; clouds and copies change times at will."""
        return other is not None and (self.size, self.sha256) == (other.size, other.sha256)


def fingerprint(path: Path) -> Fingerprint | None:
    """Return the file's fingerprint, or None when there is no file.

    Raises FileProblem("folder") or ("not-a-file") for what is none: a device may be endless; and
    ("not-here-yet") for one that a cloud drive has put a placeholder in the place of.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileProblem("folder", name=path.name)
        if not stat.S_ISREG(found.st_mode):
            raise FileProblem("not-a-file", name=path.name)
        if found.st_size > _LARGEST_HASHED:
            return Fingerprint(found.st_size, found.st_mtime_ns, "")
        with os.fdopen(os.open(path, _OPEN_FLAGS), "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        found = path.stat()
    except FileNotFoundError:
        if is_in_the_cloud(path):
            raise FileProblem("not-here-yet", name=path.name) from None
        return None
    return Fingerprint(found.st_size, found.st_mtime_ns, digest)


def is_in_the_cloud(path: Path) -> bool:
    """Return whether iCloud's placeholder stands in the place of the file.

    Other cloud drives keep the name, and give an error of their own when it is read.
    """
    return path.with_name(f".{path.name}.icloud").is_file()

"""Which files were written here last: they were checked then and need no second look."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mspseat_desktop.storage.private_files import create_empty, drop, make_folder

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 200
"""So many files are known at once; the ones written longest ago are forgotten first."""


class Written:
    """The SHA-256 of each file that the program wrote last, as names of empty files.

    A file with the same hash is that file to the byte, wherever it lies. Nothing is told of what
    is in it. What can not be noted is only checked again when it is opened.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, sha256: str) -> bool:
        """Return whether a file with this hash was written here."""
        return bool(sha256) and (self._folder / sha256).is_file()

    def note(self, sha256: str, *, instead_of: str = "") -> None:
        """Know the file with this hash from now on, and its forerunner no more."""
        with suppress(OSError):
            make_folder(self._folder)
            if instead_of != sha256:
                self.forget(instead_of)
            if sha256 and not self.has(sha256):
                create_empty(self._folder / sha256)
            for old in sorted(self._folder.iterdir(), key=_made, reverse=True)[_MOST:]:
                drop(old)

    def forget(self, sha256: str) -> None:
        """Know the file no more."""
        if sha256:
            drop(self._folder / sha256)


def _made(path: Path) -> int:
    return path.stat().st_mtime_ns

"""Places that files do not stay in: attachments opened from mail, folders inside an archive."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMED = frozenset(
    {"inetcache", "content.outlook", "temporary internet files", "com.apple.mail", "mail downloads"}
)
"""Folders, in small letters, where mail programs and browsers keep what they open."""


def passing_folders() -> tuple[Path, ...]:
    """Return the system's own folders for files that are thrown away."""
    found = {Path(tempfile.gettempdir())}
    if os.name == "posix":
        found |= {Path("/tmp"), Path("/var/tmp")}  # noqa: S108 - looked at, never written to
    return tuple(sorted({Path(os.path.realpath(path)) for path in found}))


def is_passing(path: Path, folders: Iterable[Path]) -> bool:
    """Return whether the file lies where it will be thrown away; `folders` are such places."""
    if any(part.casefold() in _NAMED for part in path.parts):
        return True
    return any(path.is_relative_to(folder) for folder in folders)

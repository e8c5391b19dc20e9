"""Room that is kept free, so that the last edits still fit when other programs fill the disk.

The log of edits has its length in advance, so a full disk takes a hundred edits and more. Where
that is used up, or could not be laid out because there was no room, this file is given away.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from mspseat_desktop.storage.private_files import create, drop

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 4 * 1024 * 1024
"""Bytes; a few hundred edits."""
_NAME = "kept-free"
_TIMES_FREE = 10
"""A disk with less room than so many ballasts is not filled further."""


def lay(home: Path) -> None:
    """Keep room in the program's folder, once and where there is plenty of it."""
    path = home / _NAME
    try:
        if path.exists() or shutil.disk_usage(home).free < _TIMES_FREE * SIZE:
            return
        with os.fdopen(create(path), "wb") as file:
            file.write(bytes(SIZE))  # written, not only made long: that would take no room
    except OSError:
        drop(path)


def give_away(home: Path) -> bool:
    """Free the room that was kept; return whether there was any."""
    path = home / _NAME
    there = path.exists()
    drop(path)
    return there and not path.exists()

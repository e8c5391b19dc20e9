"""Files and folders that only their owner can read, and writes that survive a power cut."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OTHERS = 0o077
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would translate line ends without it


def make_folder(folder: Path) -> None:
    """Make the folder and those above it that are missing, closed to other users (0700)."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        new.mkdir(mode=0o700, exist_ok=True)


def create(path: Path) -> int:
    """Return a descriptor for writing to a new file (0600); FileExistsError when it is there."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)


def create_empty(path: Path) -> None:
    """Make a new empty file (0600); files that the engine makes itself are open to all."""
    os.close(create(path))


def make_private(path: Path) -> None:
    """Have an empty file there that only its owner reads, or take others' rights to what is there.

    Where neither is possible, whoever writes to it next is told.
    """
    with suppress(OSError):
        make_folder(path.parent)
        if not path.exists():
            create_empty(path)
        elif stat.S_IMODE(path.stat().st_mode) & _OTHERS:
            path.chmod(0o600)


def write_whole(path: Path, content: bytes) -> None:
    """Put a file with the content there, or leave what was there: nothing in between."""
    part = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.part")
    descriptor = create(part)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        drop(part)
        raise
    sync_folder(path.parent)


def drop(path: Path) -> None:
    """Delete what is half made, where the disk still lets us; what stays is swept up later."""
    with suppress(OSError):
        path.unlink()


def has_room(folder: Path) -> bool:
    """Return whether the disk has room for one page more, or another fault than the lack of it."""
    page = folder / f"scratch-{secrets.token_hex(4)}"
    try:
        with os.fdopen(create(page), "wb") as file:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno not in {errno.ENOSPC, errno.EDQUOT}
    finally:
        drop(page)
    return True


def sync_folder(folder: Path) -> None:
    """Make the names in the folder durable; Windows does so by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:  # some network drives can not, and never could
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}:
            raise
    finally:
        os.close(descriptor)

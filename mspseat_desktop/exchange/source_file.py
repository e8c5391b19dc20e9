"""Takes the bytes of a file from outside, after a look at what it is and how large."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from mspseat_desktop.exchange.problems import ImportProblem

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is still read."""


def source_bytes(path: Path, *, largest: int = LARGEST) -> bytes:
    """Return the file's bytes.

    Raises ImportProblem: `source_gone`, `source_folder`, `source_special` (a device or a pipe,
    which could be endless), `source_large`, `source_unreadable`.
    """
    name = path.name or str(path)
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise ImportProblem("source_gone", file=name) from error
    except (OSError, ValueError) as error:
        raise ImportProblem("source_unreadable", file=name) from error
    if stat.S_ISDIR(found.st_mode):
        raise ImportProblem("source_folder", file=name)
    if not stat.S_ISREG(found.st_mode):
        raise ImportProblem("source_special", file=name)
    try:
        with path.open("rb") as source:
            data = source.read(largest + 1)
    except OSError as error:
        raise ImportProblem("source_unreadable", file=name) from error
    if len(data) > largest:
        raise ImportProblem("source_large", file=name, megabytes=str(largest // 1024 // 1024))
    return data

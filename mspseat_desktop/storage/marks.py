"""By what a client's file is known from outside, before any engine looks at it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from mspseat_desktop.storage.problems import problems

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"SQLite format 3\0"
"""How every plain file of the engine begins."""
APPLICATION_ID = 0x4D535053
"""`MSPS` in the file's header: says that a SQLite file is a client of this program."""
HEADER = 100
"""Bytes of the header."""
ENDING = ".mspseat"
"""How the name of a protected file has to end: nothing else tells what it is."""


def application_of(header: bytes) -> int:
    """Return the number by which the header says whose file it is."""
    (application,) = struct.unpack(">I", header[68:72])
    return int(application)


def is_client_file(path: Path) -> bool:
    """Return whether a client is kept there, by the name or by the first bytes.

    The name counts on its own: a protected or damaged client has no other mark. Raises
    FileProblem when nobody can tell.
    """
    with problems("reading", path.name):
        if not path.is_file():
            return False
        if path.suffix.lower() == ENDING:
            return True
        with path.open("rb") as file:
            header = file.read(HEADER)
    is_whole = len(header) == HEADER and header.startswith(MAGIC)
    return is_whole and application_of(header) == APPLICATION_ID

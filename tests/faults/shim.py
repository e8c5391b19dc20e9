"""The shim from inside: what a process that was started with it can ask for."""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = struct.Struct("<cIqI")
_NAMES_ONLY, _EVERYTHING = 1, 2
_DIE_BEFORE, _DIE_AFTER, _FAIL, _SHORT, _WAIT = 1, 2, 3, 4, 5
CHANGES = "COWSTURMX"
"""Create, open to write, write, sync, truncate, unlink, rename, make and remove a folder."""
ALL = CHANGES + "r"


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong, at which kinds of operation, once or from then on."""

    name: str
    what: int
    kinds: str = CHANGES
    number: int = 0
    for_good: bool = False

    @property
    def kills(self) -> bool:
        return self.what in {_DIE_BEFORE, _DIE_AFTER}


FAULTS = {
    fault.name: fault
    for fault in (
        Fault("killed", _DIE_BEFORE),
        Fault("torn", _DIE_AFTER),
        Fault("EIO", _FAIL, CHANGES, errno.EIO),
        Fault("EIO for good", _FAIL, CHANGES, errno.EIO, for_good=True),
        Fault("EIO reading", _FAIL, "r", errno.EIO),
        Fault("EIO reading for good", _FAIL, "r", errno.EIO, for_good=True),
        Fault("ENOSPC", _FAIL, "CWSM", errno.ENOSPC),
        Fault("ENOSPC for good", _SHORT, "CWSM", errno.ENOSPC, for_good=True),
        Fault("EDQUOT for good", _FAIL, "CWSM", errno.EDQUOT, for_good=True),
        Fault("EROFS for good", _FAIL, "COWTURMX", errno.EROFS, for_good=True),
    )
}


HANGING = Fault("a network drive that hangs", _WAIT, ALL, 1000, for_good=True)
"""Every operation takes so many milliseconds."""


class Done(NamedTuple):
    """One operation: its kind, its file, where in it or how long, the bytes or the new name."""

    kind: str
    path: str
    at: int
    data: bytes


class Shim:
    """The functions that the loaded shim offers."""

    def __init__(self) -> None:
        self._own = ctypes.CDLL(None)
        self._own.lab_struck.restype = ctypes.c_long

    def watch(self, folder: Path, log: Path | None = None, *, everything: bool = False) -> None:
        """Count what happens below the folder from now on; write it down when there is a log."""
        style = _EVERYTHING if everything else _NAMES_ONLY
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        descriptor = -1 if log is None else os.open(log, flags, 0o600)
        self._own.lab_watch(os.fsencode(folder), descriptor, style)

    def arm(self, fault: Fault, at: int) -> None:
        """Let the operation of this number, counted from now and from 1, go wrong."""
        kinds = fault.kinds.encode()
        at = ctypes.c_long(at)
        self._own.lab_arm(at, fault.what, fault.number, int(fault.for_good), kinds)

    def rest(self) -> None:
        """Let everything go well from now on."""
        self._own.lab_arm(ctypes.c_long(0), 0, 0, 0, b"")

    def struck(self) -> int:
        return int(self._own.lab_struck())


def read_log(path: Path) -> Iterator[Done]:
    """Yield what a log holds, in its order."""
    content = path.read_bytes()
    at = 0
    while at < len(content):
        kind = content[at : at + 1].decode()
        length, offset, size = struct.unpack_from("<IqI", content, at + 1)
        at += _HEAD.size
        name = os.fsdecode(content[at : at + length])
        at += length
        yield Done(kind, name, offset, content[at : at + size])
        at += size

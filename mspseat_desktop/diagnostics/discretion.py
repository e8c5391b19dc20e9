"""What the process keeps to itself: files, memory after a crash, and the talk of its libraries."""

from __future__ import annotations

import logging
import os
import sys


def keep_to_oneself() -> None:
    """Make all new files private, leave no core dump, and let no library write to the terminal.

    A desktop keeps what a program prints; a warning of a library may hold a client's words, and so
    does the memory of a process. To be called once at the start of the program.
    """
    os.umask(0o077)
    _leave_no_core_dump()
    logging.lastResort = None
    logging.raiseExceptions = False
    logging.captureWarnings(capture=True)
    logging.getLogger().addHandler(logging.NullHandler())


def _leave_no_core_dump() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))

"""A program of its own that backs a client up and is killed at one of its file operations.

Arguments: home, the client's file, the operation at which to die (0 for none). Prints how many
operations there were.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from mspseat_desktop.storage.workshop import Workshop

WATCHED = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.listdir", "os.scandir")


def now() -> datetime:
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def main(home: Path, file: Path, die_at: int) -> None:
    opened = Workshop(home, now=now).open_document(file)
    count = 0

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if event in WATCHED and any(str(home) in str(a) for a in arguments):
            count += 1
            if count == die_at:
                os._exit(9)

    sys.addaudithook(hear)
    opened.document.back_up("deletion")
    print(count)  # noqa: T201 - what the test asks for
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))

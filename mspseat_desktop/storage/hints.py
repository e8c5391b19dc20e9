"""A word beside a client's file on where it is open, for the other computers that share it.

It keeps nobody out: what decides is whether the file is as we left it. It spares two people the
work of putting two versions together.
"""

from __future__ import annotations

import json
import os
import platform
import stat
import unicodedata
import uuid
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.storage.private_files import create, drop, make_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

_ID = "id"
_LARGEST = 4096
_LONGEST = 60
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe would hang
    | getattr(os, "O_NOFOLLOW", 0)
)


@dataclass(frozen=True, slots=True)
class Hint:
    """Who has a client open: an id of the program's folder there, the computer, since when.

    `since` is a local time in ISO 8601. All are empty for a hint that nobody can read.
    """

    home: str = ""
    host: str = ""
    since: str = ""

    @property
    def is_readable(self) -> bool:
        """Whether it tells anything."""
        return bool(self.home)


class Hints:
    """The hints of the program whose folder is `home`."""

    def __init__(self, home: Path, *, now: Callable[[], datetime]) -> None:
        self._home = home
        self._now = now
        self._id = ""

    def other(self, target: Path) -> Hint | None:
        """Return the hint of another computer, or of another user; None when there is none."""
        found, own = read(target), self._own()
        return found if found is not None and own and found.home != own else None

    def leave(self, target: Path) -> None:
        """Say that the client is open here; where that can not be written it is not said."""
        own = self._own()
        if not own:
            return
        hint = {
            "home": own,
            "host": platform.node(),
            "since": self._now().isoformat(timespec="minutes"),
        }
        path = hint_path(target)
        with suppress(OSError):
            path.unlink(missing_ok=True)  # a link there would lead the writing elsewhere
            with os.fdopen(create(path), "wb") as file:
                file.write(json.dumps(hint).encode())

    def keep(self, target: Path) -> None:
        """Say again that the client is open here when somebody has tidied that away."""
        if read(target) is None:
            self.leave(target)

    def take_away(self, target: Path) -> None:
        """Take our own hint away, or one that nobody can read."""
        found = read(target)
        if found is not None and found.home in {"", self._own()}:
            path = hint_path(target)
            for _twice in range(2):  # one fault of the disk is no reason to leave it there
                if os.path.lexists(path):
                    drop(path)

    def _own(self) -> str:
        """Return the id of this program's folder, empty where the disk does not give one."""
        if not self._id:
            with suppress(OSError):
                self._id = self._kept_id()
        return self._id

    def _kept_id(self) -> str:
        path = self._home / _ID
        try:
            found = path.read_text(encoding="ascii")
        except (FileNotFoundError, UnicodeDecodeError):
            found = ""
        if len(found) != 32:
            found = uuid.uuid4().hex
            make_folder(self._home)
            write_whole(path, found.encode())
        return found


def hint_path(target: Path) -> Path:
    """Return the hidden file beside the target that says where it is open."""
    return target.with_name(f".{target.name}.open")


def read(target: Path) -> Hint | None:
    """Return the hint beside the target, None when there is none."""
    try:
        content = _content(hint_path(target))
    except FileNotFoundError:
        return None
    except OSError:
        # A drive that is gone has no hints; what is there and can not be read is somebody's.
        return Hint() if os.path.lexists(hint_path(target)) else None
    if content is None:
        return Hint()
    return _parsed(content) if content else None


def _content(path: Path) -> bytes | None:
    """Return what a hint holds, None when it is no plain file; one fault alone is no reason."""
    for last in (False, True):
        try:
            with os.fdopen(os.open(path, _OPEN_FLAGS), "rb") as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    return None
                return file.read(_LARGEST)
        except FileNotFoundError:
            raise
        except OSError:
            if last:
                raise
    raise AssertionError


def _parsed(content: bytes) -> Hint:
    try:
        found = json.loads(content)
        hint = Hint(*(_plain(found[name]) for name in ("home", "host", "since")))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Hint()
    return hint


def _plain(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    kept = (sign for sign in value if unicodedata.category(sign)[0] != "C")
    return "".join(kept)[:_LONGEST]

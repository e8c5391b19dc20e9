"""Where the program keeps what is its own: settings, recent files, logs, working copies."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

HOME_VARIABLE = "MSPSEAT_HOME"


def program_home() -> Path:
    """Return the program's own folder, made for this user only when it is not there yet.

    The variable MSPSEAT_HOME moves all of it. Raises OSError when the folder can not be made or
    written in.
    """
    folder = private_folder(home_path())
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    return folder


def home_path() -> Path:
    """Return where the program's own folder is to be, without making it."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        path = Path(chosen)
        with suppress(RuntimeError):  # no such user: it is a folder of that name then
            path = path.expanduser()
        return path.absolute()
    import platformdirs  # noqa: PLC0415 (seldom needed before the first paint)

    return platformdirs.user_data_path("mspseat", appauthor=False)


def private_folder(folder: Path) -> Path:
    """Make the folder, open to this user only, and return it; one that exists stays as it is."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def log_folder() -> Path:
    """Return the folder with the log and the crash trace."""
    return private_folder(program_home() / "logs")

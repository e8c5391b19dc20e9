"""A local log of codes and numbers: never a message or a value that could hold a client's words."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import os
import re
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from mspseat_desktop.diagnostics.home import log_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import TextIOWrapper

LOG_FILES = 5
LOG_FILE_BYTES = 1_000_000

_log = logging.getLogger("mspseat")
_log.addHandler(logging.NullHandler())
_log.propagate = False  # else events before start_log() would come out on stderr
_CODE = re.compile(r"[a-z0-9_.-]{1,60}")


def start_log() -> Path:
    """Write events to a rotating file from now on, and return its path; a second call moves it."""
    stop_log()
    path = log_folder() / "mspseat.log"
    handler = _PrivateLogFile(
        path, maxBytes=LOG_FILE_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8", delay=True
    )
    line = logging.Formatter("%(asctime)sZ %(message)s", datefmt="%Y-%m-%dT%H:%M:%S")
    line.converter = time.gmtime
    handler.setFormatter(line)
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    return path


def stop_log() -> None:
    """Close the log file; later events are dropped."""
    for handler in _log.handlers[:]:
        if isinstance(handler, _PrivateLogFile):
            _log.removeHandler(handler)
            handler.close()


def log_event(code: str, **counts: float) -> None:
    """Note that something happened, with numbers only: `log_event("opened", seats=12, ms=48.2)`.

    Raises ValueError for a code that is no plain identifier or a count that is no number.
    """
    if not _CODE.fullmatch(code):
        raise ValueError("a log code is lower-case letters, digits and . _ -")
    numbers = "".join(f" {name}={_number(value)}" for name, value in counts.items())
    _log.info("%s%s", code, numbers)


def _number(value: float) -> str:
    return f"{value:d}" if isinstance(value, int) else f"{value:.3f}"


def log_exception(error: BaseException) -> None:
    """Note an exception by its type and the lines it came through, never by its message."""
    _log.error("exception %s", describe_exception(error).replace("\n", " "))


def describe_exception(error: BaseException) -> str:
    """Return the type of the exception and of its causes, each with file and line of its frames.

    Several lines, outermost frame first. Messages and values are left out.
    """
    return "\n".join(line for one in _with_causes(error) for line in _lines_of(one))


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    known: set[int] = set()
    now: BaseException | None = error
    while now is not None and id(now) not in known:
        known.add(id(now))
        yield now
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)


def _lines_of(error: BaseException) -> Iterator[str]:
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}"
    for frame, line in traceback.walk_tb(error.__traceback__):
        # The last two parts of the path are enough, and the rest can hold the user's name.
        yield f"  at {'/'.join(Path(frame.f_code.co_filename).parts[-2:])}:{line}"


def watch_for_crashes() -> TextIOWrapper:
    """Have Python write its stack to `crash.txt` in the log folder if the process dies hard.

    The returned file must stay open as long as the program runs.
    """
    path = log_folder() / "crash.txt"
    is_long = path.exists() and path.stat().st_size > LOG_FILE_BYTES
    if is_long:
        path.unlink()
    trace = os.fdopen(_private(str(path), os.O_WRONLY | os.O_CREAT | os.O_APPEND), "a")
    faulthandler.enable(trace)
    return trace


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class _PrivateLogFile(logging.handlers.RotatingFileHandler):
    """A rotating log that only this user can read and that never stops the program."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's own name)
        """Drop the line: a full disk or a second window must not turn a log line into an error."""

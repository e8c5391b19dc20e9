"""What can go wrong with files: codes, and the one place that knows the engine's own errors."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mspseat_desktop.storage.driver import DatabaseError

Result = TypeVar("Result")
ProblemCode: TypeAlias = Literal[
    "altered",
    "attachment-empty",
    "attachment-gone",
    "attachment-too-large",
    "broken-seal",
    "changed-outside",
    "damaged",
    "disk-full",
    "empty",
    "engine-too-old",
    "exists",
    "folder",
    "gone",
    "in-use",
    "is-a-client",
    "name-not-possible",
    "newer",
    "newer-only-shown",
    "no-cipher",
    "no-folder",
    "no-home",
    "not-a-client-file",
    "not-a-file",
    "not-here-yet",
    "not-reachable",
    "not-readable",
    "not-saved",
    "only-shown",
    "open-elsewhere",
    "picture-too-large",
    "picture-unfit",
    "pictures-full",
    "protected",
    "read-only",
    "still-trying",
    "taken-over",
    "target-gone",
    "template-broken",
    "template-foreign",
    "template-large",
    "text-not-possible",
    "too-large",
    "wrong-phrase",
]
Doing: TypeAlias = Literal["reading", "writing"]
DAMAGED = frozenset({"damaged", "broken-seal"})
"""Codes of a file that is not what was written; the second fits together all the same."""

_CLOUD_ERRORS = frozenset({362, 389, 395, 396, 404, 426})
"""Windows' error numbers for a file whose content a cloud drive has not brought here yet."""
_SHARING_ERRORS = frozenset({32, 33})
"""Windows' error numbers for a file that another program holds."""

_BY_ERRNO: dict[int, ProblemCode] = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EROFS: "read-only",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no-folder",
    errno.ENAMETOOLONG: "name-not-possible",
    errno.EILSEQ: "name-not-possible",
    errno.ELOOP: "not-a-file",
    errno.EBUSY: "in-use",
    errno.ETXTBSY: "in-use",
    errno.ESTALE: "not-reachable",
    errno.ENOTCONN: "not-reachable",
    errno.ETIMEDOUT: "not-reachable",
    errno.EHOSTDOWN: "not-reachable",
    errno.EHOSTUNREACH: "not-reachable",
    errno.ENODEV: "not-reachable",
    errno.ENXIO: "not-reachable",
}
_BY_ENGINE: tuple[tuple[str, ProblemCode, ProblemCode], ...] = (
    # beginning of the engine's name for the error, code while reading, code while writing
    ("SQLITE_FULL", "disk-full", "disk-full"),
    ("SQLITE_CORRUPT", "damaged", "damaged"),
    ("SQLITE_NOTADB", "damaged", "damaged"),
    ("SQLITE_FORMAT", "damaged", "damaged"),
    ("SQLITE_SCHEMA", "damaged", "damaged"),
    ("SQLITE_INTERRUPT", "damaged", "not-saved"),
    ("SQLITE_READONLY", "not-readable", "read-only"),
    ("SQLITE_BUSY", "in-use", "in-use"),
    ("SQLITE_LOCKED", "in-use", "in-use"),
    ("SQLITE_PROTOCOL", "in-use", "in-use"),
    ("SQLITE_TOOBIG", "too-large", "too-large"),
    ("SQLITE_CANTOPEN", "not-readable", "not-saved"),
    ("SQLITE_PERM", "not-readable", "read-only"),
    ("SQLITE_AUTH", "not-readable", "read-only"),
    ("SQLITE_IOERR", "not-readable", "not-saved"),
    ("SQLITE_NOMEM", "not-readable", "not-saved"),
)


_BY_WORDS = {
    # Copying to another connection or key raises errors that have no name, only these words.
    "attempt to write a readonly database": "SQLITE_READONLY",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "database is locked": "SQLITE_BUSY",
    "database or disk is full": "SQLITE_FULL",
    "database table is locked": "SQLITE_LOCKED",
    "disk I/O error": "SQLITE_IOERR",
    "file is not a database": "SQLITE_NOTADB",
    "out of memory": "SQLITE_NOMEM",
    "unable to open database file": "SQLITE_CANTOPEN",
}


class FileProblem(Exception):  # noqa: N818 - the user's environment said no; it is not our fault
    """A fault of the environment: a file, a disk, another program.

    `code` is stable; `params` (`name` of a file, `version` of a program) fill the sentence.
    """

    def __init__(self, code: ProblemCode, **params: str) -> None:
        super().__init__(code)
        self.code: ProblemCode = code
        self.params = params


@contextmanager
def problems(doing: Doing, name: str = "") -> Iterator[None]:
    """Turn errors of disk and engine into FileProblem; our own mistakes pass as they are.

    `name` is the file's name as the user knows it. After a FileProblem("not-saved") while
    writing, the edit may be on the disk or not: read again before going on.
    """
    params = {"name": name} if name else {}
    try:
        yield
    except FileProblem as problem:
        problem.params = params | problem.params
        raise
    except _engine_errors() as error:
        code = _engine_code(error, doing)
        if code is None:
            raise
        raise FileProblem(code, **params) from error
    except UnicodeEncodeError as error:
        raise FileProblem("text-not-possible", **params) from error
    except UnicodeDecodeError as error:  # in what a broken file says about itself
        raise FileProblem("damaged", **params) from error
    except OSError as error:
        raise FileProblem(os_code(error, doing), **params) from error


def twice(act: Callable[[], Result]) -> Result:
    """Do it, and once more when it meets damage; it must be the same to do it twice.

    The engine calls it damage, too, when the disk fails to bring a page only once.
    """
    try:
        return act()
    except FileProblem as problem:
        if problem.code != "damaged":
            raise
    return act()


def os_code(error: OSError, doing: Doing) -> ProblemCode:
    """Return the code for an error of the operating system."""
    windows = getattr(error, "winerror", None)
    if windows in _CLOUD_ERRORS:
        return "not-here-yet"
    if windows in _SHARING_ERRORS:
        return "in-use"
    if isinstance(error, FileNotFoundError):
        return "gone" if doing == "reading" else "no-folder"
    if isinstance(error, PermissionError):
        return "not-readable" if doing == "reading" else "read-only"
    otherwise: ProblemCode = "not-readable" if doing == "reading" else "not-saved"
    return _BY_ERRNO.get(error.errno or 0, otherwise)


def _engine_errors() -> type[DatabaseError]:
    """Return what all errors of the engine are; only asked for when there is an error.

    The engine takes a while to load, and the start page needs none.
    """
    from mspseat_desktop.storage.driver import DatabaseError  # noqa: PLC0415 - see above

    return DatabaseError


def _engine_code(error: DatabaseError, doing: Doing) -> ProblemCode | None:
    """Return the code, or None for what only a mistake of ours can cause."""
    from mspseat_desktop.storage.driver import (  # noqa: PLC0415 - the engine is loaded by now
        IntegrityError,
        ProgrammingError,
    )

    if isinstance(error, IntegrityError | ProgrammingError):
        return None
    name: str | None = getattr(error, "sqlite_errorname", None)
    if name in {None, "SQLITE_ERROR"}:
        name = _BY_WORDS.get(str(error), name)
    if name is None:  # Python's own: text in the file that is not UTF-8
        return "damaged" if doing == "reading" else None
    for beginning, reading, writing in _BY_ENGINE:
        if name.startswith(beginning):
            return reading if doing == "reading" else writing
    if name == "SQLITE_ERROR" and doing == "reading":  # a schema that the engine can not parse
        return "damaged"
    return None

"""The database engine itself: SQLCipher's SQLite, for plain and protected files alike.

Where it is not built for a system, Python's own takes its place and opens plain files only.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2 as engine
    from sqlite_utils import Database
else:
    try:
        from sqlcipher3 import dbapi2 as engine
    except ImportError:
        import sqlite3 as engine

__all__ = [
    "CAN_PROTECT",
    "DatabaseError",
    "Error",
    "IntegrityError",
    "OperationalError",
    "ProgrammingError",
    "database",
    "engine",
]

CAN_PROTECT = hasattr(engine.Connection, "set_key")
"""Whether protected files can be opened here."""
Error = engine.Error
DatabaseError = engine.DatabaseError
IntegrityError = engine.IntegrityError
OperationalError = engine.OperationalError
ProgrammingError = engine.ProgrammingError
_ASKED_FOR = "pysqlite3"
"""The name by which sqlite-utils asks for an engine other than Python's own."""
_loading = threading.Lock()


def database(connection: engine.Connection) -> Database:
    """Return the connection for sqlite-utils, which works with the same engine and its errors."""
    with _loading:
        kind = _loaded()
    # Plugins of other installed packages have no business in a client file.
    return kind(connection, recursive_triggers=False, execute_plugins=False)


def _loaded() -> type[Database]:
    """Load sqlite-utils, with our engine lent to it under the name that it asks for.

    It takes longer to load than the rest of this room together, and the start page needs none.
    """
    lent = {_ASKED_FOR: engine, f"{_ASKED_FOR}.dbapi2": engine}
    is_first = CAN_PROTECT and "sqlite_utils" not in sys.modules
    if is_first:
        sys.modules.update(lent)
    try:
        from sqlite_utils import Database  # noqa: PLC0415 - see above
    finally:
        if is_first:
            for name in lent:
                del sys.modules[name]
    return Database

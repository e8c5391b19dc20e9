"""The same names and types as in sqlite3; a connection also takes the key of a protected file."""

import sqlite3
from sqlite3 import DatabaseError as DatabaseError
from sqlite3 import Error as Error
from sqlite3 import IntegrityError as IntegrityError
from sqlite3 import OperationalError as OperationalError
from sqlite3 import ProgrammingError as ProgrammingError
from sqlite3 import sqlite_version as sqlite_version
from sqlite3 import sqlite_version_info as sqlite_version_info

class Connection(sqlite3.Connection):
    def set_key(self, key: bytes | bytearray) -> None: ...

def connect(
    database: object,
    *,
    isolation_level: None = ...,
    check_same_thread: bool = ...,
    uri: bool = ...,
    timeout: float = ...,
) -> Connection: ...

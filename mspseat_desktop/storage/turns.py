"""Whose turn it is with a connection that several threads use."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Turns:
    """One connection for all threads: each takes turns, and a long job gives way in between.

    A lock alone is not fair: a job that lets go and takes it again at once would leave the
    others waiting. Whoever waits holds the turnstile, and giving way means queueing there.
    """

    def __init__(self) -> None:
        self._turnstile = threading.Lock()
        self._connection = threading.Lock()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Have the connection for oneself."""
        self._take()
        try:
            yield
        finally:
            self._connection.release()

    def give_way(self) -> None:
        """Let those that wait have the connection first, then take it again."""
        self._connection.release()
        self._take()

    def _take(self) -> None:
        with self._turnstile:
            self._connection.acquire()

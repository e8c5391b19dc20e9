"""Keeps the garbage collector out of the user's way: full rounds come when nobody does anything.

A client of 100,000 seats is some 600,000 objects, and a full round over them is a pause of 60 ms.
"""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge

LOADED_MS = 400
"""After a client has been shown, until what it is made of is set apart from later rounds; after
one has been closed, until nothing of it is in memory."""
IDLE_MS = 8_000
"""After the last edit, until a full round."""
SELDOM = 100_000


class IdleCollector(QObject):
    """Sets a loaded client apart, and collects while nobody edits."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        young, middle, _old = gc.get_threshold()
        gc.set_threshold(young, middle, SELDOM)
        self._loaded = self._timer(LOADED_MS)
        self._loaded.timeout.connect(self._set_apart)
        self._is_left_over = False
        self._closed = self._timer(LOADED_MS)
        self._closed.timeout.connect(_tidy_up)
        self._idle = self._timer(IDLE_MS)
        self._idle.timeout.connect(_tidy_up)

    def client_shown(self, bridge: Bridge) -> None:
        """Take note of a client that has just been shown."""
        bridge.changed.connect(self._idle.start)
        self._is_left_over = self._closed.isActive()
        self._closed.stop()
        self._loaded.start()

    def client_closed(self) -> None:
        """Let go of what a closed client was made of, as soon as its window is gone."""
        self._loaded.stop()
        gc.unfreeze()
        self._closed.start()

    def _set_apart(self) -> None:
        """Take the new client out of all rounds, before one that would walk it.

        What was closed a moment before is let go first, or it would be set apart as well.
        """
        if self._is_left_over:
            gc.collect()
            self._is_left_over = False
        gc.freeze()
        _tidy_up()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer


def _tidy_up() -> None:
    """Collect, and give back what is free: the C library of Linux keeps it for itself."""
    gc.collect()
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - not needed before the first client is shown

        with suppress(OSError, AttributeError):  # another C library than GNU's
            ctypes.CDLL(None).malloc_trim(0)

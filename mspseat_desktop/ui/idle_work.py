"""Work that is done in small portions while nobody does anything."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

PORTION_MS = 5.0
PAUSE_MS = 1
"""How long a portion may take, and the pause before the next: the user comes first."""
A_FEW = 8
"""So many steps are done between two looks at the clock."""


class IdleWork(QObject):
    """Calls `step` until it returns False, then `done` once; begins `wait_ms` after `begin`."""

    def __init__(
        self,
        parent: QObject,
        *,
        step: Callable[[], bool],
        done: Callable[[], object],
        wait_ms: int = 0,
    ) -> None:
        super().__init__(parent)
        self._step, self._done, self._wait_ms = step, done, wait_ms
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._work)

    def begin(self) -> None:
        """Begin after the wait, or anew."""
        self._next.start(self._wait_ms)

    def finish(self) -> None:
        """Do all that is left at once, if it was begun."""
        if self._next.isActive():
            self._next.stop()
            while self._step():
                pass
            self._done()

    def _work(self) -> None:
        until = time.perf_counter() + PORTION_MS / 1000
        while time.perf_counter() < until:
            if not all(self._step() for _step in range(A_FEW)):
                self._done()
                return
        self._next.start(PAUSE_MS)

"""Makes pages in a thread of its own, so that the window goes on."""

from __future__ import annotations

import threading
from contextvars import copy_context
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mspseat_desktop.diagnostics import log_exception
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.language import _
from mspseat_desktop.wording.edits import refusal_text
from mspseat_desktop.wording.imports import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_MS = 15
_one_at_a_time = threading.Lock()
"""reportlab keeps its fonts in globals: two reports are never made at once."""


class Making(QObject):
    """Calls `make` once; then sends `made` with what it returned or `failed(str)`, a sentence.

    The thread knows nothing of Qt and is asked by a timer: a window that is closed meanwhile
    leaves nothing behind that could call into it. As a daemon it does not hold up the end of the
    program. It speaks in the words and formats of the moment in which it is made.
    """

    made = Signal(object)
    failed = Signal(str)

    def __init__(self, make: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._outcome: list[object] = []
        outcome, context = self._outcome, copy_context()
        self._thread = threading.Thread(
            target=lambda: outcome.append(context.run(_made, make)), name="report", daemon=True
        )
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._thread.start()
        self._timer.start()

    def forget(self) -> None:
        """Send nothing any more; what is being made is thrown away."""
        self._timer.stop()

    def _look(self) -> None:
        if not self._outcome:
            return
        self._timer.stop()
        outcome = self._outcome[0]
        if isinstance(outcome, str):
            self.failed.emit(outcome)
        else:
            self.made.emit(outcome)


def _made(make: Callable[[], object]) -> object:
    with _one_at_a_time:
        try:
            return make()
        except Refused as refused:
            if refused.code == "gone":
                return _("What was to be printed is not there any more.")
            return refusal_text(refused)
        except ImportProblem as problem:
            return problem_text(problem.code, problem.params)
        except MemoryError:
            return _("There is not enough memory to prepare this. Close other programs, try again.")
        except Exception as error:  # noqa: BLE001 - the outermost border of a thread
            log_exception(error)
            return _("This could not be prepared. Nothing was changed; the log says where it went.")

"""Reads a form that came back in a thread of its own, so that the window goes on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mspseat_desktop.diagnostics import log_exception
from mspseat_desktop.exchange.problems import ImportProblem

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.exchange.provider_form_in import ReturnedForm

_LOOK_MS = 15


class Reading(QObject):
    """Sends `came(ReturnedForm)` or `failed(ImportProblem)`, once.

    The thread knows nothing of Qt and is asked by a timer; as a daemon it does not hold up the
    end of the program.
    """

    came = Signal(object)
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._outcome: list[ReturnedForm | ImportProblem] = []
        outcome = self._outcome
        self._thread = threading.Thread(
            target=lambda: outcome.append(_read(path)), name="form", daemon=True
        )
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._thread.start()
        self._timer.start()

    def _look(self) -> None:
        if not self._outcome:
            return
        self._timer.stop()
        outcome = self._outcome[0]
        if isinstance(outcome, ImportProblem):
            self.failed.emit(outcome)
        else:
            self.came.emit(outcome)
        self.deleteLater()


def _read(path: Path) -> ReturnedForm | ImportProblem:
    from mspseat_desktop.exchange.provider_form_in import (  # noqa: PLC0415 - reportlab takes a while
        read_form,
    )

    try:
        return read_form(path)
    except ImportProblem as problem:
        return problem
    except Exception as error:  # noqa: BLE001 - the outermost border of a thread
        log_exception(error)
        return ImportProblem("form_slow")

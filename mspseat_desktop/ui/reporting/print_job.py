"""Prints page by page between the events of the window, so that it can be watched and stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.reporting.printing import PrinterProblem, print_pdf
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from mspseat_desktop.ui.reporting.raster import PdfRaster


class PrintJob(QObject):
    """One print. `progressed(int)` counts the pages done; it ends in `done()` or `failed(str)`."""

    progressed = Signal(int)
    done = Signal()
    failed = Signal(str)

    def __init__(self, printer: QPrinter, raster: PdfRaster, pdf: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer  # Qt crashes when it goes before what paints on it
        self._steps = print_pdf(printer, raster, pdf)
        self._pages = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin with the next event."""
        self._timer.start()

    def stop(self) -> None:
        """Print no further page; what the printer has is ended in order."""
        self._timer.stop()
        self._steps.close()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            self.done.emit()
        except FileProblem as problem:
            self._fail(problem_text(problem.code, problem.params))
        except PrinterProblem as problem:
            words = _("“{name}” does not take the pages. Check the printer, or save as PDF.")
            self._fail(words.replace("{name}", str(problem) or _("The printer")))
        else:
            self._pages += 1
            self.progressed.emit(self._pages)

    def _fail(self, sentence: str) -> None:
        self._timer.stop()
        self.failed.emit(sentence)

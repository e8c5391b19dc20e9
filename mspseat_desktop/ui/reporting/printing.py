"""Brings a PDF to a printer: as it is where the system takes it, else as pictures of its pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from mspseat_desktop.exchange.chart_forms import PAPER_NAMES
from mspseat_desktop.storage.outputs import write_out

if TYPE_CHECKING:
    from collections.abc import Generator

    from mspseat_desktop.ui.reporting.raster import PdfRaster

FINEST = 300
"""Dots to the inch; a page has a third of the time and a ninth of the memory of 900."""
JOB = "MSP Seat Desktop"
"""What a printer's list of jobs shows, which others may read: no client's name."""
_LP_SECONDS = 10


class PrinterProblem(Exception):  # noqa: N818 - the printer said no; it is not our fault
    """The printer, by its name, does not take the pages."""


def has_printer() -> bool:
    """Say whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def make_printer(raster: PdfRaster) -> QPrinter:
    """Return the usual printer, set to the size and direction of the first page.

    Keep it in a variable as long as a print dialog shows it: the dialog does not hold it.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB)
    printer.setResolution(min(FINEST, printer.resolution()))
    printer.setFullPage(True)
    printer.setPageLayout(_layout(raster.size(0)))
    printer.setFromTo(1, raster.pages)
    return printer


def print_pdf(printer: QPrinter, raster: PdfRaster, pdf: bytes) -> Generator[int]:
    """Print what was chosen in the print dialog; yield the number of each page once it is done.

    A "printer" that writes a PDF file gets ours itself, whole, with its text. Raises FileProblem
    when the file can not be written, PrinterProblem when the printer takes nothing.
    """
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
        path = Path(printer.outputFileName())
        write_out(path, pdf)
        yield raster.pages
        return
    if _queue_takes_pdf(printer) and _hand_to_queue(printer, pdf, pages=raster.pages):
        yield raster.pages
        return
    yield from paint_pages(printer, raster)


def paint_pages(printer: QPrinter, raster: PdfRaster) -> Generator[int]:
    """Paint the chosen pages as pictures; yield the number of each once it is done."""
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    wanted = chosen_pages(printer, raster.pages) * copies
    painter = QPainter()
    try:
        for at, page in enumerate(wanted):
            printer.setPageLayout(_turned(printer.pageLayout(), raster.size(page)))
            if at == 0 and not painter.begin(printer):
                raise PrinterProblem(printer.printerName())
            if at > 0 and not printer.newPage():
                raise PrinterProblem(printer.printerName())
            _paint(painter, printer, raster, page)
            yield page
    finally:
        if painter.isActive():
            painter.end()


def chosen_pages(printer: QPrinter, pages: int) -> list[int]:
    """Return the pages to print, from 0, in the order chosen."""
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        chosen = [n for n in range(pages) if _is_chosen(printer, n + 1)]
    else:
        chosen = list(range(pages))
    last_first = printer.pageOrder() == QPrinter.PageOrder.LastPageFirst
    return chosen[::-1] if last_first else chosen


def queue_options(printer: QPrinter, pages: int) -> list[str]:
    """Return what `lp` is told besides the file: queue, copies, pages, sides, paper, colour."""
    options = ["-d", printer.printerName(), "-n", str(printer.copyCount()), "-t", JOB]
    chosen = chosen_pages(printer, pages)
    if sorted(chosen) != list(range(pages)):
        options += ["-P", ",".join(str(page + 1) for page in sorted(chosen))]
    sides = {
        QPrinter.DuplexMode.DuplexNone: "one-sided",
        QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
        QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    }
    if printer.duplex() in sides:
        options += ["-o", f"sides={sides[printer.duplex()]}"]
    paper = printer.pageLayout().pageSize().key()
    if paper in PAPER_NAMES:
        options += ["-o", f"media={paper}"]
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        options += ["-o", "print-color-mode=monochrome"]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        options += ["-o", "outputorder=reverse"]
    return [*options, "-o", "fit-to-page"]


def _is_chosen(printer: QPrinter, number: int) -> bool:
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return ranges.contains(number)
    return (printer.fromPage() or 1) <= number <= (printer.toPage() or number)


def _queue_takes_pdf(printer: QPrinter) -> bool:
    """CUPS prints a PDF itself, with sharp letters and less than a tenth of the data."""
    if sys.platform == "win32" or printer.outputFormat() != QPrinter.OutputFormat.NativeFormat:
        return False
    return bool(printer.printerName()) and shutil.which("lp") is not None


def _hand_to_queue(printer: QPrinter, pdf: bytes, *, pages: int) -> bool:
    """Give the PDF to `lp`; return False when it did not take it, and pictures are tried."""
    program = shutil.which("lp")
    if program is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, options as a list, no shell
            [program, *queue_options(printer, pages)],
            input=pdf,
            capture_output=True,
            timeout=_LP_SECONDS,
            check=False,
        )
    except OSError:
        return False
    except subprocess.TimeoutExpired as error:
        # It may have been taken: pictures on top could come out twice.
        raise PrinterProblem(printer.printerName()) from error
    return done.returncode == 0


def _layout(size: tuple[float, float]) -> QPageLayout:
    """Return the layout of a page of that size in points, as a known paper where it is one."""
    wide = size[0] > size[1]
    upright = QSizeF(min(size), max(size))
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    return QPageLayout(paper, way, QMarginsF(0, 0, 0, 0))


def _turned(layout: QPageLayout, size: tuple[float, float]) -> QPageLayout:
    """Return the paper that was chosen, turned the way the page lies."""
    wide = size[0] > size[1]
    turned = QPageLayout(layout)
    turned.setOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )
    return turned


def _paint(painter: QPainter, printer: QPrinter, raster: PdfRaster, page: int) -> None:
    """Paint a page as large as the paper takes it, in the middle."""
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    across, up = raster.size(page)
    scale = min(paper.width() / across, paper.height() / up)
    size = QSizeF(across * scale, up * scale)
    place = QRectF(QPointF(), size)
    place.moveCenter(paper.center())
    picture = raster.picture(page, min(scale, FINEST / 72))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, picture)

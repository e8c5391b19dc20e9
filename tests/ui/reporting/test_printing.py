import io
import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.reporting.print_job import PrintJob
from mspseat_desktop.ui.reporting.printing import (
    JOB,
    chosen_pages,
    make_printer,
    paint_pages,
    print_pdf,
    queue_options,
)
from mspseat_desktop.ui.reporting.raster import PdfRaster

A4 = (595.28, 841.89)


def pdf_of(*sizes):
    """A PDF with a black square at the upper left of each page."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for across, up in sizes:
        canvas.setPageSize((across, up))
        canvas.rect(36, up - 108, 72, 72, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def raster(qapp):  # noqa: ARG001 - printers need Qt
    opened = []

    def open_pdf(pdf):
        opened.append(PdfRaster(pdf))
        return opened[-1]

    yield open_pdf
    for one in opened:
        one.close()


def to_file(printer, path):
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_pages_are_painted_in_place_and_in_their_direction(raster, tmp_path):
    pages = raster(pdf_of(A4, A4[::-1]))
    printer = to_file(make_printer(pages), tmp_path / "out.pdf")
    assert list(paint_pages(printer, pages)) == [0, 1]
    del printer
    with PdfRaster((tmp_path / "out.pdf").read_bytes()) as out:
        assert out.pages == 2
        assert out.size(0) == pytest.approx(A4, abs=1)
        assert out.size(1) == pytest.approx(A4[::-1], abs=1)
        for page in (0, 1):
            picture = out.picture(page, 1.0)
            assert picture.pixelColor(72, 72).lightness() < 10
            assert picture.pixelColor(20, 20).lightness() > 245
            assert picture.pixelColor(125, 125).lightness() > 245


def test_printed_pages_are_no_finer_than_needed(raster, tmp_path):
    pages = raster(pdf_of(A4))
    printer = to_file(make_printer(pages), tmp_path / "out.pdf")
    list(paint_pages(printer, pages))
    del printer
    document = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    images = [o for o in document[0].get_objects() if type(o).__name__ == "PdfImage"]
    assert [image.get_px_size()[0] for image in images] == [pytest.approx(2480, abs=4)]
    document.close()


def test_a_page_is_fitted_on_other_paper_in_its_proportions(raster, tmp_path):
    pages = raster(pdf_of(A4))
    printer = to_file(make_printer(pages), tmp_path / "out.pdf")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    list(paint_pages(printer, pages))
    del printer
    with PdfRaster((tmp_path / "out.pdf").read_bytes()) as out:
        picture = out.picture(0, 1.0)
        half = out.size(0)[0] / A4[0]
        assert picture.pixelColor(round(72 * half), round(72 * half)).lightness() < 10
        assert picture.pixelColor(round(120 * half), round(72 * half)).lightness() > 245


def test_only_the_chosen_pages_are_printed(raster, tmp_path):
    pages = raster(pdf_of(A4, A4, A4, A4))
    printer = to_file(make_printer(pages), tmp_path / "out.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    ranges = QPageRanges()
    ranges.addPage(1)
    ranges.addRange(3, 4)
    printer.setPageRanges(ranges)
    assert chosen_pages(printer, 4) == [0, 2, 3]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(paint_pages(printer, pages)) == [3, 2, 0]


def test_printing_into_a_pdf_file_keeps_our_own_pdf(raster, tmp_path):
    pdf = pdf_of(A4, A4)
    pages = raster(pdf)
    printer = to_file(make_printer(pages), tmp_path / "out.pdf")
    assert list(print_pdf(printer, pages, pdf)) == [2]
    assert (tmp_path / "out.pdf").read_bytes() == pdf


def test_a_file_that_can_not_be_written_is_told(raster, tmp_path):
    pdf = pdf_of(A4)
    pages = raster(pdf)
    printer = to_file(make_printer(pages), tmp_path / "gone" / "out.pdf")
    with pytest.raises(FileProblem):
        list(print_pdf(printer, pages, pdf))


def test_the_job_tells_how_far_it_is_and_ends(raster, tmp_path, qtbot):
    from PySide6.QtCore import QObject

    pdf = pdf_of(A4, A4, A4)
    pages = raster(pdf)
    owner = QObject()
    printer = to_file(make_printer(pages), tmp_path / "out.pdf")
    job = PrintJob(printer, pages, pdf, owner)
    job._steps = paint_pages(printer, pages)
    counts = []
    job.progressed.connect(counts.append)
    with qtbot.waitSignal(job.done):
        job.start()
    assert counts == [1, 2, 3]


def test_a_job_that_fails_becomes_a_sentence(raster, tmp_path, qtbot):
    from PySide6.QtCore import QObject

    pdf = pdf_of(A4)
    pages = raster(pdf)
    owner = QObject()
    printer = to_file(make_printer(pages), tmp_path / "gone" / "out.pdf")
    job = PrintJob(printer, pages, pdf, owner)
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert "out.pdf" in failed.args[0]


@pytest.mark.skipif(sys.platform == "win32", reason="queues take a PDF on Linux and macOS")
def test_a_queue_gets_the_pdf_itself(raster, tmp_path, monkeypatch):
    """A stand-in for `lp` keeps what it is given."""
    from mspseat_desktop.ui.reporting.printing import _hand_to_queue

    lp = tmp_path / "bin" / "lp"
    lp.parent.mkdir()
    lp.write_text(f'#!/bin/sh\ncat > "{tmp_path}/job.pdf"\necho "$@" > "{tmp_path}/options"\n')
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{lp.parent}:/usr/bin:/bin")
    pdf = pdf_of(A4, A4)
    pages = raster(pdf)
    printer = make_printer(pages)
    printer.setCopyCount(2)
    assert _hand_to_queue(printer, pdf, pages=2)
    assert (tmp_path / "job.pdf").read_bytes() == pdf
    options = (tmp_path / "options").read_text()
    assert "-n 2" in options
    assert JOB in options
    lp.write_text("#!/bin/sh\nexit 1\n")
    assert not _hand_to_queue(printer, pdf, pages=2)


def test_the_queue_is_told_pages_and_paper_but_no_client(raster):
    pages = raster(pdf_of(A4, A4, A4))
    printer = make_printer(pages)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    options = queue_options(printer, 3)
    assert options[options.index("-P") + 1] == "2,3"
    assert "media=A4" in options
    assert options[options.index("-t") + 1] == "MSP Seat Desktop"


def test_the_printer_starts_with_the_paper_of_the_pages(raster):
    printer = make_printer(raster(pdf_of((792, 612))))
    layout = printer.pageLayout()
    assert layout.pageSize().id() == QPageSize.PageSizeId.Letter
    assert layout.orientation() == QPageLayout.Orientation.Landscape
    assert layout.fullRect(QPageLayout.Unit.Point).size() == QSizeF(792, 612)
    assert printer.resolution() <= 300
    assert Path(printer.outputFileName()) == Path()

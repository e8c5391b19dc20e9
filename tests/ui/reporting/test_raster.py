import io

import pytest
from PySide6.QtGui import QColor
from reportlab.pdfgen.canvas import Canvas

from mspseat_desktop.ui.reporting.raster import LARGEST_SIDE, PdfRaster


def pdf_of(draw, size=(200, 100), pages=1):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    for _page in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_page_is_drawn_on_white_at_its_scale():
    pdf = pdf_of(lambda canvas: canvas.rect(0, 50, 100, 50, fill=1), pages=3)
    with PdfRaster(pdf) as raster:
        assert raster.pages == 3
        assert raster.size(2) == (200, 100)
        picture = raster.picture(2, 2.0)
    assert (picture.width(), picture.height()) == (400, 200)
    assert picture.pixelColor(300, 150) == QColor("white")
    assert picture.pixelColor(100, 50) == QColor("black")


def test_what_was_filled_into_a_form_is_drawn():
    def form(canvas):
        canvas.acroForm.textfield(
            name="seat", value="HELD", x=10, y=20, width=180, height=60, fontSize=40
        )

    with PdfRaster(pdf_of(form)) as raster:
        filled = raster.picture(0, 1.0)
    with PdfRaster(pdf_of(lambda _canvas: None)) as raster:
        empty = raster.picture(0, 1.0)
    dark = sum(
        filled.pixelColor(x, y).lightness() < 90 for x in range(20, 180) for y in range(25, 75)
    )
    assert dark > 300
    assert empty.pixelColor(100, 50) == QColor("white")


def test_a_picture_never_outgrows_the_memory():
    with PdfRaster(pdf_of(lambda _canvas: None, size=(2000, 20))) as raster:
        assert raster.picture(0, 100.0).width() == LARGEST_SIDE


def test_the_words_of_a_page_can_be_read_out():
    with PdfRaster(pdf_of(lambda canvas: canvas.drawString(20, 40, "Managed IT"))) as raster:
        assert raster.words(0).strip() == "Managed IT"


def test_what_is_no_pdf_is_refused():
    from pypdfium2 import PdfiumError

    with pytest.raises(PdfiumError):
        PdfRaster(b"no pdf at all")

"""Turns the pages of a PDF into pictures, for the preview and for printers."""

from __future__ import annotations

from typing import Self

import pypdfium2
from PySide6.QtGui import QImage

LARGEST_SIDE = 12_000
"""Pixels of a picture's longer side; more is no sharper on any printer and fills the memory."""


class PdfRaster:
    """An open PDF. PDFium is not made for threads: use it in the window's own."""

    def __init__(self, pdf: bytes) -> None:
        """Open a PDF; raises pypdfium2.PdfiumError when it is none."""
        self._document = pypdfium2.PdfDocument(pdf)
        self._document.init_forms()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points; pages count from 0."""
        return self._document.get_page_size(page)

    def picture(self, page: int, scale: float) -> QImage:
        """Return a page on white at so many pixels to the point, fill-in fields drawn."""
        longer = max(self.size(page))
        scale = min(scale, LARGEST_SIDE / longer)
        found = self._document.get_page(page)
        bitmap = found.render(scale, fill_color=(255, 255, 255, 255), prefer_bgrx=True)
        image = QImage(
            memoryview(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        )
        kept = image.copy()  # the bitmap's memory goes with the bitmap
        bitmap.close()
        found.close()
        return kept

    def words(self, page: int) -> str:
        """Return the words of a page, for screen readers."""
        found = self._document.get_page(page)
        text = found.get_textpage()
        words = text.get_text_range()
        text.close()
        found.close()
        return words

    def close(self) -> None:
        """Let go of the PDF."""
        self._document.close()

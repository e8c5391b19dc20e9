"""Reads a printed report back: its words, fonts, and whether anything is cut off or covered."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pypdfium2
from pypdf import PdfReader

if TYPE_CHECKING:
    from pypdf import PageObject

    from mspseat_desktop.reports.frame import Printed


@dataclass(frozen=True)
class ReadPage:
    """One page: size and places in points. Its words are read when somebody asks for them."""

    size: tuple[float, float]
    fonts: tuple[str, ...]
    embedded: bool
    lines: tuple[tuple[float, float, float, float], ...]
    page: PageObject

    @cached_property
    def text(self) -> str:
        return self.page.extract_text()

    @property
    def is_inside(self) -> bool:
        """Whether every line of text lies inside the margins."""
        across, up = self.size
        return all(
            left >= 40 and right <= across - 40 and bottom >= 15 and top <= up - 20
            for left, bottom, right, top in self.lines
        )

    @property
    def overlaps(self) -> list[tuple[tuple[float, ...], tuple[float, ...]]]:
        """Pairs of lines that cover each other by more than their serifs."""
        found = []
        for at, one in enumerate(self.lines):
            for two in self.lines[at + 1 :]:
                across = min(one[2], two[2]) - max(one[0], two[0])
                up = min(one[3], two[3]) - max(one[1], two[1])
                if across > 1.0 and up > 1.5:
                    found.append((one, two))
        return found


def reader(printed: Printed) -> PdfReader:
    return PdfReader(io.BytesIO(printed.pdf))


def read_pages(printed: Printed) -> list[ReadPage]:
    pages = []
    document = pypdfium2.PdfDocument(printed.pdf)
    try:
        for number, page in enumerate(reader(printed).pages):
            fonts = page["/Resources"]["/Font"].values()
            text_page = document[number].get_textpage()
            count = text_page.count_rects()
            lines = tuple(text_page.get_rect(at) for at in range(count))
            text_page.close()
            pages.append(
                ReadPage(
                    (float(page.mediabox.width), float(page.mediabox.height)),
                    tuple(font["/BaseFont"] for font in fonts),
                    all("/FontFile2" in font["/FontDescriptor"] for font in fonts),
                    lines,
                    page,
                )
            )
    finally:
        document.close()
    return pages


def shown_text(printed: Printed) -> str:
    return "\n".join(page.extract_text() for page in reader(printed).pages)


def flat(text: str) -> str:
    """The text without spaces and line ends, which a reader may set otherwise."""
    return "".join(text.split())

"""The one print style: bundled fonts, the light colours and the styles of paragraphs, in points."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A3, A4, LEGAL, LETTER, TABLOID
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mspseat_desktop.assets import resource
from mspseat_desktop.layout.palette import Palette, load_palette

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SheetPaper

Role: TypeAlias = Literal[
    "title", "lead", "heading", "body", "strong", "second", "label", "small", "headline"
]
ToneName: TypeAlias = Literal["yes", "partly", "no", "unanswered", "provider"]

REGULAR, MEDIUM, SEMIBOLD, BOLD = "Inter", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"
ARABIC, ARABIC_BOLD = "NotoSansArabic", "NotoSansArabic-Bold"
MARGIN = 45.0
SMALLEST = 6.0
"""No type on paper is smaller than this, in points."""

_FILES = {
    REGULAR: "Inter-Regular.ttf",
    MEDIUM: "Inter-Medium.ttf",
    SEMIBOLD: "Inter-SemiBold.ttf",
    BOLD: "Inter-Bold.ttf",
    ARABIC: "NotoSansArabic-Regular.ttf",
    ARABIC_BOLD: "NotoSansArabic-Bold.ttf",
}
_ROLES: dict[Role, tuple[str, float, float, str]] = {
    "title": (BOLD, 17, 21, "ink"),
    "lead": (REGULAR, 9, 13, "muted"),
    "heading": (SEMIBOLD, 10.5, 14, "ink"),
    "headline": (BOLD, 11, 14.5, "ink"),
    "body": (REGULAR, 9, 12.5, "ink"),
    "strong": (SEMIBOLD, 9, 12.5, "ink"),
    "second": (REGULAR, 8.5, 12, "muted"),
    "label": (SEMIBOLD, 7.5, 10, "muted"),
    "small": (REGULAR, 7.5, 10.5, "muted"),
}


@cache
def register_fonts() -> None:
    """Make the bundled fonts known to reportlab; needed once before anything is measured."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))
        pdfmetrics.registerFontFamily(name, name, name, name, name)


def palette() -> Palette:
    """Return the colours of paper: those of the light window."""
    return load_palette("light")


@cache
def color(role: str) -> Color:
    """Return the colour of a palette role for drawing."""
    return HexColor(palette().color(role))


@cache
def style(role: Role, ink: str = "", *, centred: bool = False) -> ParagraphStyle:
    """Return the paragraph style of a role; `ink` names another palette role to write in."""
    register_fonts()
    font, size, leading, usual = _ROLES[role]
    return ParagraphStyle(
        f"{role}-{ink or usual}",
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=color(ink or usual),
        alignment=1 if centred else 0,
        splitLongWords=1,
        allowWidows=1,
        allowOrphans=1,
    )


PAPERS: dict[SheetPaper, tuple[float, float]] = {
    "A4": A4,
    "Letter": LETTER,
    "A3": A3,
    "Legal": LEGAL,
    "Tabloid": TABLOID,
}
"""Width and height in points, standing."""


def page_size(paper: SheetPaper, *, wide: bool = False) -> tuple[float, float]:
    """Return width and height of the paper in points, lying when `wide`."""
    width, height = PAPERS[paper]
    return (height, width) if wide else (width, height)

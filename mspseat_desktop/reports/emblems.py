"""The client's logo and the adviser's mark in the head of a printed page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image
from reportlab.lib.utils import ImageReader

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

TALLEST, WIDEST = 24.0, 130.0
"""Points; a head of that height stays clear of the page below it on every paper."""
_NATURAL = 0.75
"""Points of a pixel at which a picture is never blown up."""


@dataclass(frozen=True, slots=True)
class Emblem:
    """A picture ready to be drawn, `wide` by `high` points."""

    image: ImageReader
    wide: float
    high: float


def emblem_of(content: bytes | None) -> Emblem | None:
    """Return the PNG or JPEG as large as the head takes it; None when there is none to show."""
    if not content:
        return None
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
            picture.load()
            across, up = picture.size
    except (OSError, ValueError, SyntaxError):  # what Pillow raises over a broken file
        return None
    scale = min(_NATURAL, TALLEST / up, WIDEST / across)
    return Emblem(ImageReader(io.BytesIO(content)), across * scale, up * scale)


def draw_emblem(canvas: Canvas, emblem: Emblem, *, x: float, middle: float) -> None:
    """Draw it from x on, its middle at that height, in points; what shows through stays so."""
    canvas.drawImage(
        emblem.image, x, middle - emblem.high / 2, emblem.wide, emblem.high, mask="auto"
    )

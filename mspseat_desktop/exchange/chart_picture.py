"""The chart as a picture for other programs: SVG, PNG, or a PDF of its own size."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.svg_canvas import SvgCanvas
from mspseat_desktop.language import _
from mspseat_desktop.reports.chart_drawing import ROOM, drawing_of
from mspseat_desktop.reports.chart_sheet import chart_sheet
from mspseat_desktop.reports.style import register_fonts
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from mspseat_desktop.domain.client import Client

LONGEST_SIDE = 30_000
"""Pixels of a side of a PNG."""
MOST_PIXELS = 260_000_000
"""Pixels of all of it."""
SHARP = 2
"""A PNG has so many pixels for one of the chart, where there is room."""


def chart_svg(client: Client, *, with_ratings: bool) -> bytes:
    """Return the chart as SVG with real text; each card is a group with the id `seat-ID`.

    The first rectangle of a group is the card, in coordinates of the whole picture.
    """
    register_fonts()
    with in_words_of(client.profile):
        setter = Typesetter()
        drawing = drawing_of(client, setter, with_ratings=with_ratings)
        canvas = SvgCanvas()
        drawing.draw(cast("Canvas", canvas), named=canvas)
        left, top = drawing.bounds[0] - ROOM, drawing.bounds[1] - ROOM
        wide, high = drawing.size
        name = setter.safe(client.profile.name)
        title = _("Accountability chart of %(name)s") % {"name": name}
        return canvas.document(left=left, top=top, wide=wide, high=high, title=title).encode()


def chart_png(client: Client, *, with_ratings: bool) -> bytes:
    """Return the whole chart as a PNG, two pixels for one of the chart where there is room.

    Raises ImportProblem("picture_of_chart_large") rather than making it smaller or cutting it.
    """
    import pypdfium2  # noqa: PLC0415 - rarely used

    printed, (wide, high) = chart_sheet(client, with_ratings=with_ratings)
    if not _has_room(wide, high):
        sizes = {"wide": wide, "high": high, "most": LONGEST_SIDE, "all": MOST_PIXELS // 1_000_000}
        given = {name: str(size) for name, size in sizes.items()}
        raise ImportProblem("picture_of_chart_large", **given)
    times = SHARP if _has_room(SHARP * wide, SHARP * high) else 1
    document = pypdfium2.PdfDocument(printed.pdf)
    try:
        page = document[0]
        picture = page.render(scale=times * wide / page.get_width()).to_pil()
    finally:
        document.close()
    out = io.BytesIO()
    picture.convert("RGB").save(out, "PNG", dpi=(96 * times, 96 * times))
    return out.getvalue()


def fits_in_a_png(client: Client, *, with_ratings: bool) -> bool:
    """Return whether a PNG holds the whole chart at its natural size."""
    register_fonts()
    with in_words_of(client.profile):
        return _has_room(*drawing_of(client, Typesetter(), with_ratings=with_ratings).size)


def _has_room(wide: int, high: int) -> bool:
    return max(wide, high) <= LONGEST_SIDE and wide * high <= MOST_PIXELS

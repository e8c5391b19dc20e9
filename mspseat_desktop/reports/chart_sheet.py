"""The whole chart as a vector PDF on a sheet of its own size, without heading or margins."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from mspseat_desktop.language import _
from mspseat_desktop.layout.pages import POINTS_PER_PIXEL
from mspseat_desktop.reports.chart_drawing import ROOM, drawing_of
from mspseat_desktop.reports.frame import Printed
from mspseat_desktop.reports.manner import manner_of
from mspseat_desktop.reports.style import REGULAR, color, register_fonts
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.reports.manner import Manner

LARGEST = 14_400.0
"""Units of a side that every reader of PDF takes. Those of a larger chart are larger than a point:
its letters keep their size where a reader knows such units, and it is zoomed in where not."""


def chart_sheet(
    client: Client, *, with_ratings: bool, manner: Manner | None = None
) -> tuple[Printed, tuple[int, int]]:
    """Return the sheet, and the size of the chart in pixels at natural size."""
    register_fonts()
    manner = manner or manner_of(client.profile)
    with in_words_of(client.profile):
        setter = Typesetter()
        drawing = drawing_of(client, setter, with_ratings=with_ratings)
        wide, high = drawing.size
        scale = min(POINTS_PER_PIXEL, LARGEST / wide, LARGEST / high)
        out = io.BytesIO()
        canvas = Canvas(
            out,
            pagesize=(wide * scale, high * scale),
            invariant=int(manner.repeatable),
            lang=manner.lang,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub takes the name for a size
        )
        name = setter.safe(client.profile.name)
        canvas.setTitle(_("Accountability chart of %(name)s") % {"name": name})
        canvas.scale(scale, scale)
        canvas.setFillColor(color("surface"))
        canvas.rect(0, 0, wide, high, stroke=0, fill=1)
        canvas.translate(ROOM - drawing.bounds[0], high - ROOM + drawing.bounds[1])
        drawing.draw(canvas)
        canvas.showPage()
        canvas.save()
    pdf, unit = out.getvalue(), POINTS_PER_PIXEL / scale
    return Printed(_in_units(pdf, unit) if unit > 1 else pdf, 1, setter.missing), (wide, high)


def _in_units(pdf: bytes, unit: float) -> bytes:
    """Return the sheet in units of so many points."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - seldom needed
    from pypdf.generic import FloatObject, NameObject  # noqa: PLC0415 - same

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.pdf_header = "%PDF-1.6"  # the first with units
    writer.pages[0][NameObject("/UserUnit")] = FloatObject(f"{unit:.5f}")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()

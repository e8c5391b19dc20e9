"""The chart at a readable size over several sheets that are joined, with overlap and marks."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from mspseat_desktop.language import _
from mspseat_desktop.layout.pages import POINTS_PER_PIXEL
from mspseat_desktop.reports.chart_drawing import ROOM, drawing_of
from mspseat_desktop.reports.frame import Printed
from mspseat_desktop.reports.lines import draw_line
from mspseat_desktop.reports.manner import manner_of
from mspseat_desktop.reports.style import REGULAR, color, page_size, register_fonts
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SheetPaper
    from mspseat_desktop.reports.chart_drawing import Drawing
    from mspseat_desktop.reports.manner import Manner

EDGE = 34.0
"""Points at each side of a sheet that stay free for the marks, and that printers can not reach."""
OVERLAP = 20.0
"""Points that two sheets beside each other both show."""
MARK = 12.0


@dataclass(frozen=True, slots=True)
class Grid:
    """How a chart is cut: sheets of this size in columns and rows, the first at the upper left."""

    size: tuple[float, float]
    columns: int
    rows: int

    @property
    def sheets(self) -> int:
        """How many sheets there are."""
        return self.columns * self.rows

    @property
    def room(self) -> tuple[float, float]:
        """Width and height of what a sheet shows, in points."""
        return self.size[0] - 2 * EDGE, self.size[1] - 2 * EDGE


def grid_of(wide: float, high: float, paper: SheetPaper) -> Grid:
    """Return the fewest sheets for a chart of so many points, lying or standing."""
    sizes = page_size(paper), page_size(paper, wide=True)
    found = [
        Grid(size, _count(wide, size[0] - 2 * EDGE), _count(high, size[1] - 2 * EDGE))
        for size in sizes
    ]
    return min(found, key=lambda grid: grid.sheets)


def _count(length: float, room: float) -> int:
    return max(1, math.ceil((length - OVERLAP) / (room - OVERLAP)))


def chart_poster(
    client: Client, *, paper: SheetPaper, with_ratings: bool, manner: Manner | None = None
) -> Printed:
    """Return the chart at natural size on as many sheets of the paper as that takes."""
    register_fonts()
    manner = manner or manner_of(client.profile)
    with in_words_of(client.profile):
        setter = Typesetter()
        drawing = drawing_of(client, setter, with_ratings=with_ratings)
        wide, high = (side * POINTS_PER_PIXEL for side in drawing.size)
        grid = grid_of(wide, high, paper)
        out = io.BytesIO()
        canvas = Canvas(
            out,
            pagesize=grid.size,
            invariant=int(manner.repeatable),
            lang=manner.lang,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub takes the name for a size
        )
        name = setter.safe(client.profile.name)
        canvas.setTitle(_("Accountability chart of %(name)s") % {"name": name})
        for row in range(grid.rows):
            for column in range(grid.columns):
                _draw_sheet(canvas, drawing, grid, row, column)
                canvas.showPage()
        canvas.save()
    return Printed(out.getvalue(), grid.sheets, setter.missing)


def _draw_sheet(canvas: Canvas, drawing: Drawing, grid: Grid, row: int, column: int) -> None:
    """Draw one part of the chart, its marks, and where it belongs."""
    wide, high = grid.room
    left = column * (wide - OVERLAP)
    top = row * (high - OVERLAP)
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(EDGE, EDGE, wide, high)
    canvas.clipPath(clip, stroke=0)
    canvas.translate(EDGE - left, grid.size[1] - EDGE + top)
    canvas.scale(POINTS_PER_PIXEL, POINTS_PER_PIXEL)
    canvas.translate(ROOM - drawing.bounds[0], drawing.bounds[1] - ROOM)
    drawing.draw(canvas, part=_part(drawing, left, top, wide, high))
    canvas.restoreState()
    canvas.setStrokeColor(color("muted"))
    canvas.setLineWidth(0.5)
    for x, y, dx, dy in _marks(grid):
        canvas.line(x, y, x + dx, y)
        canvas.line(x, y, x, y + dy)
    canvas.setFillColor(color("muted"))
    words = _("Row %(row)d of %(rows)d, column %(column)d of %(columns)d") % {
        "row": row + 1,
        "rows": grid.rows,
        "column": column + 1,
        "columns": grid.columns,
    }
    draw_line(canvas, words, x=EDGE + MARK + 6, y=EDGE - 16, font=REGULAR, size=7.5)


def _part(
    drawing: Drawing, left: float, top: float, wide: float, high: float
) -> tuple[int, int, int, int]:
    """Return the part of the plane that a sheet shows, a little more than that."""
    scale = POINTS_PER_PIXEL
    x, y = left / scale + drawing.bounds[0] - ROOM, top / scale + drawing.bounds[1] - ROOM
    return (
        math.floor(x) - ROOM,
        math.floor(y) - ROOM,
        math.ceil(x + wide / scale) + ROOM,
        math.ceil(y + high / scale) + ROOM,
    )


def _marks(grid: Grid) -> Iterator[tuple[float, float, float, float]]:
    """Yield a corner of what is shown, and the way outwards across and along."""
    width, height = grid.size
    for x, dx in ((EDGE, -MARK), (width - EDGE, MARK)):
        for y, dy in ((EDGE, -MARK), (height - EDGE, MARK)):
            yield x, y, dx, dy

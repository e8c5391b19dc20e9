"""The marks of the coverage map on paper, told apart without colour, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.reports.lines import draw_line, width
from mspseat_desktop.reports.style import REGULAR, SEMIBOLD, color
from mspseat_desktop.wording.coverage import PARTS, part_letter, part_text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from mspseat_desktop.domain.vocabulary import CoverPart

LARGEST = 12.0


def draw_part(canvas: Canvas, part: CoverPart, *, x: float, y: float, side: float) -> None:
    """Draw what a seat has to do with a function round a middle, at most `side` points wide."""
    side = min(side, LARGEST)
    radius = side / 2
    canvas.setLineWidth(0.8)
    ink = "accent_text"
    if part == "accountable":
        canvas.setFillColor(color("accent"))
        canvas.circle(x, y, radius, stroke=0, fill=1)
        ink = "on_accent"
    elif part == "helps":
        canvas.setFillColor(color("surface"))
        canvas.setStrokeColor(color("accent"))
        canvas.circle(x, y, radius - 0.4, stroke=1, fill=1)
    elif part == "declined":
        _draw_cross(canvas, x, y, radius)
        return
    else:
        canvas.setFillColor(color("surface"))
        canvas.setStrokeColor(color("muted"))
        canvas.roundRect(x - radius + 0.4, y - radius + 0.4, side - 0.8, side - 0.8, 2, fill=1)
        ink = "muted"
    letter, size = part_letter(part), side * 0.6
    canvas.setFillColor(color(ink))
    left = x - width(letter, SEMIBOLD, size) / 2
    draw_line(canvas, letter, x=left, y=y - size * 0.36, font=SEMIBOLD, size=size)


def draw_legend(canvas: Canvas, *, right: float, y: float) -> None:
    """Draw every mark with its word in one line that ends at `right`, on the baseline `y`."""
    size, gap = 7.5, 12.0
    for part in reversed(PARTS):
        words = part_text(part)
        right -= width(words, REGULAR, size)
        canvas.setFillColor(color("muted"))
        draw_line(canvas, words, x=right, y=y, font=REGULAR, size=size)
        right -= 9
        draw_part(canvas, part, x=right, y=y + 2.6, side=10.5)
        right -= 5 + gap


def draw_warning(canvas: Canvas, *, x: float, y: float, side: float) -> None:
    """Draw a triangle with a stroke and a dot, its left edge at `x`, its middle at `y`."""
    canvas.setStrokeColor(color("no_text"))
    canvas.setLineWidth(0.9)
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    low, high = y - side * 0.42, y + side * 0.48
    path = canvas.beginPath()
    path.moveTo(x, low)
    path.lineTo(x + side, low)
    path.lineTo(x + side / 2, high)
    path.close()
    canvas.drawPath(path)
    middle = x + side / 2
    canvas.line(middle, high - side * 0.32, middle, low + side * 0.36)
    canvas.line(middle, low + side * 0.16, middle, low + side * 0.17)
    canvas.setLineJoin(0)
    canvas.setLineCap(0)


def _draw_cross(canvas: Canvas, x: float, y: float, radius: float) -> None:
    canvas.setFillColor(color("surface"))
    canvas.setStrokeColor(color("no"))
    canvas.circle(x, y, radius - 0.4, stroke=1, fill=1)
    canvas.setLineWidth(1.2)
    canvas.setLineCap(1)
    arm = radius * 0.38
    canvas.line(x - arm, y - arm, x + arm, y + arm)
    canvas.line(x - arm, y + arm, x + arm, y - arm)
    canvas.setLineCap(0)

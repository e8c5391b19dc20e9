"""The share of reviewed seats that are right, quarter by quarter, as bars on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mspseat_desktop.language import _
from mspseat_desktop.reports.lines import draw_line, width
from mspseat_desktop.reports.style import REGULAR, SEMIBOLD, color
from mspseat_desktop.wording.rounds import quarter_text, short_share_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from mspseat_desktop.domain.rounds import Quarter, Share

HEIGHT: Final = 62.0
TITLE: Final = 128.0
EACH: Final = 46.0
BAR: Final = 24.0
_TYPE: Final = 7.0


def draw_shares(
    canvas: Canvas, shares: Sequence[tuple[Quarter, Share]], *, x: float, y: float, room: float
) -> None:
    """Draw the newest quarters that fit `room` points from the corner at the lower left.

    The frame of a bar is all reviewed seats, its filled part those that are right; the numbers
    stand over it.
    """
    canvas.setFillColor(color("ink"))
    words = _("Right over time")
    draw_line(canvas, words, x=x, y=y + 34, font=SEMIBOLD, size=9)
    canvas.setFillColor(color("muted"))
    draw_line(canvas, _("of the seats reviewed"), x=x, y=y + 23, font=REGULAR, size=7.5)
    count = max(1, int((room - TITLE) / EACH))
    for number, (quarter, share) in enumerate(shares[-count:]):
        _draw_bar(canvas, quarter, share, x=x + TITLE + number * EACH, y=y)


def _draw_bar(canvas: Canvas, quarter: Quarter, share: Share, *, x: float, y: float) -> None:
    middle, low, high = x + EACH / 2, y + 12, HEIGHT - 24
    part = share.right / share.reviewed if share.reviewed else 0.0
    canvas.setFillColor(color("yes"))
    canvas.rect(middle - BAR / 2, low, BAR, high * part, stroke=0, fill=1)
    canvas.setStrokeColor(color("muted"))
    canvas.setLineWidth(0.7)
    canvas.rect(middle - BAR / 2, low, BAR, high, stroke=1, fill=0)
    for words, font, base, ink in (
        (short_share_text(share), SEMIBOLD, low + high + 3.5, "ink"),
        (quarter_text(quarter), REGULAR, y + 3, "muted"),
    ):
        canvas.setFillColor(color(ink))
        left = middle - width(words, font, _TYPE) / 2
        draw_line(canvas, words, x=left, y=base, font=font, size=_TYPE)

"""The whole company's reviews on one lying page: who is right where, and what changed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from reportlab.pdfgen.canvas import Canvas

from mspseat_desktop.domain.rounds import (
    NOW,
    bars_shown,
    lines,
    shares,
    values_shown,
)
from mspseat_desktop.language import _
from mspseat_desktop.reports.company_rows import company_rows
from mspseat_desktop.reports.company_table import DATE, HEADING, Look, draw_heading, draw_row
from mspseat_desktop.reports.frame import (
    FOOT,
    HEAD,
    Printed,
    draw_footer,
    draw_header,
    surround_of,
)
from mspseat_desktop.reports.lines import draw_line, elided, width
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.share_bars import HEIGHT as BARS
from mspseat_desktop.reports.share_bars import draw_shares
from mspseat_desktop.reports.style import (
    BOLD,
    MARGIN,
    REGULAR,
    SEMIBOLD,
    SMALLEST,
    color,
    page_size,
)
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.wording.outcomes import view_of_a_date_text
from mspseat_desktop.wording.packs import in_words_of
from mspseat_desktop.wording.rounds import bars_text, quarter_text, share_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.rounds import Quarter, Share
    from mspseat_desktop.reports.company_rows import CompanyRow
    from mspseat_desktop.reports.frame import Surround

TITLE: Final = 17.0
TALLEST_ROW: Final = 17.0
LEADING: Final = 1.7
"""How high a row is for each point of its type."""
TOP: Final = HEAD + 60


@dataclass(frozen=True, slots=True)
class _Content:
    """All that the page shows; `values` are ids and names of the core values."""

    rows: tuple[CompanyRow, ...]
    values: tuple[tuple[str, str], ...]
    bar: str
    said: str
    shares: tuple[tuple[Quarter, Share], ...]
    since: str
    is_now: bool


def company_pdf(
    client: Client,
    *,
    on: str,
    quarter: Quarter | None = None,
    against: Quarter | None = None,
    manner: Manner | None = None,
) -> Printed:
    """Return the company as it stands on that day, or as it stood at the end of a quarter.

    With `against` an earlier quarter each line says what changed since. One page as long as its
    type stays readable; rows shrink until it is six points, the rest goes on to another page.
    """
    manner = manner or manner_of(client.profile)
    with in_words_of(client.profile):
        content = _content(client, on, quarter=quarter, against=against, manner=manner)
        return _print(client, content, manner)


def _content(
    client: Client,
    on: str,
    *,
    quarter: Quarter | None,
    against: Quarter | None,
    manner: Manner,
) -> _Content:
    until = quarter.end if quarter else NOW
    reviews = [line.review for line in lines(client, until=until) if line.review]
    is_now = quarter is None
    values = values_shown(client, reviews, is_now=is_now)
    found = shares(client)
    said = _("As it stands on %(date)s") % {"date": manner.dates(on)}
    if quarter is not None:
        dates = {"quarter": quarter_text(quarter), "date": manner.dates(quarter.end)}
        said = _("%(quarter)s, as it stood on %(date)s") % dates
    share = dict(found).get(quarter) if quarter else (found[-1][1] if found else None)
    parts = [said, *([share_text(share)] if share else [])]
    if against is not None:
        parts.append(_("compared with %(quarter)s") % {"quarter": quarter_text(against)})
    ids = [value for value, _name in values]
    rows = company_rows(client, ids, on=on, quarter=quarter, against=against)
    return _Content(
        tuple(rows),
        values,
        bars_text(bars_shown(client, reviews, is_now=is_now)),
        " · ".join(parts),
        tuple((q, s) for q, s in found if quarter is None or q <= quarter),
        quarter_text(against) if against else "",
        is_now,
    )


def _print(client: Client, content: _Content, manner: Manner) -> Printed:
    setter = Typesetter()
    size = page_size(client.profile.paper, wide=True)
    height, each = _heights(size, len(content.rows), with_bars=bool(content.shares))
    count = len(content.rows)
    sheets = [content.rows[at : at + each] for at in range(0, max(1, count), each)]
    surround = surround_of(client.profile, setter, size=size, pages=len(sheets), manner=manner)
    out = io.BytesIO()
    canvas = Canvas(
        out,
        pagesize=size,
        invariant=int(manner.repeatable),
        lang=manner.lang,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub takes the name for a size
    )
    canvas.setTitle(_("Reviews of %(name)s") % {"name": surround.client})
    canvas.setAuthor(surround.prepared_by or surround.client)
    look = Look(
        setter,
        manner,
        names=tuple(setter.safe(name or _("unnamed")) for _value, name in content.values),
        since=content.since,
        has_actions=content.is_now,
        date=_date_width(content, manner),
        left=MARGIN,
        room=size[0] - 2 * MARGIN,
        row=height,
        type=min(9.0, height / LEADING),
    )
    for sheet in sheets:
        draw_header(canvas, surround)
        draw_footer(canvas, surround)
        _draw_title(canvas, surround, setter.safe(content.said))
        top = size[1] - TOP
        draw_heading(canvas, look, setter.safe(content.bar), top=top)
        for number, row in enumerate(sheet):
            draw_row(canvas, look, row, top=top - HEADING - number * height)
        if sheet is sheets[-1] and content.shares:
            draw_shares(canvas, content.shares, x=MARGIN, y=FOOT + 8, room=look.room)
        canvas.showPage()
    canvas.save()
    return Printed(out.getvalue(), len(sheets), setter.missing)


def _date_width(content: _Content, manner: Manner) -> float:
    """Return the width in points that no date on the page exceeds."""
    days = {day for row in content.rows for day in (row.last_on, row.next_on) if day}
    widest = max((width(manner.dates(day), SEMIBOLD, DATE) for day in days), default=40.0)
    return min(90.0, max(46.0, widest + 6))


def _heights(size: tuple[float, float], rows: int, *, with_bars: bool) -> tuple[float, int]:
    """Return how high a row is and how many go on a page, in points."""
    room = size[1] - TOP - HEADING - FOOT - 14 - (BARS + 6 if with_bars else 0.0)
    most = int(room / (SMALLEST * LEADING))
    sheets = max(1, ceil(rows / most))
    each = max(1, ceil(rows / sheets))
    return min(TALLEST_ROW, room / each), each


def _draw_title(canvas: Canvas, surround: Surround, said: str) -> None:
    top = surround.size[1] - HEAD - 30
    canvas.setFillColor(color("ink"))
    words = _("Reviews")
    draw_line(canvas, words, x=MARGIN, y=top, font=BOLD, size=TITLE)
    left = MARGIN + width(words, BOLD, TITLE) + 10
    canvas.setFillColor(color("muted"))
    view = view_of_a_date_text()
    right = surround.size[0] - MARGIN - width(view, REGULAR, 7.5)
    name = elided(surround.client, REGULAR, 10, room=right - left - 16)
    draw_line(canvas, name, x=left, y=top, font=REGULAR, size=10)
    draw_line(canvas, view, x=right, y=top, font=REGULAR, size=7.5)
    short = elided(said, REGULAR, 9, room=surround.room)
    draw_line(canvas, short, x=MARGIN, y=top - 14, font=REGULAR, size=9)

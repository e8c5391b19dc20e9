"""The coverage map on one lying page: functions against the seats that hold IT work."""

from __future__ import annotations

import io
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from mspseat_desktop.domain.coverage import columns, is_drawn, standings
from mspseat_desktop.domain.records import Function
from mspseat_desktop.language import _
from mspseat_desktop.reports.coverage_marks import draw_legend, draw_part, draw_warning
from mspseat_desktop.reports.frame import (
    FOOT,
    HEAD,
    Printed,
    draw_footer,
    draw_header,
    surround_of,
)
from mspseat_desktop.reports.lines import draw_line, elided, width, wrapped
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.style import (
    BOLD,
    MARGIN,
    REGULAR,
    SEMIBOLD,
    SMALLEST,
    color,
    page_size,
    style,
)
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.wording.coverage import (
    clear_text,
    findings,
    holder_words,
    is_quiet,
    seat_name,
    trouble_text,
)
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.coverage import FunctionStanding
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.reports.frame import Surround

TITLE = 17.0
TALLEST_ROW = 15.5
HEADING = 34.0
LEADING = 1.45
"""How high a row is for each point of its type."""
NOTE = 11.0
MOST_NOTES = 3
NAME, TROUBLE = 168.0, 142.0
WIDEST_NAME = 206.0
WIDEST_SEAT, NARROWEST_SEAT = 96.0, 34.0


@dataclass(frozen=True, slots=True)
class _Plan:
    """The measures of the table in points; `top` is the upper edge of the headings."""

    left: float
    top: float
    name: float
    seat: float
    trouble: float
    row: float
    type: float


def coverage_pdf(client: Client, *, on: str, manner: Manner | None = None) -> Printed:
    """Return the map as it stands on that day, on one page as long as its type stays readable.

    Rows shrink until the type is six points; what does not fit then goes on to another page.
    """
    manner = manner or manner_of(client.profile)
    with in_words_of(client.profile):
        return _coverage_pdf(client, on=on, manner=manner)


def _coverage_pdf(client: Client, *, on: str, manner: Manner) -> Printed:
    setter = Typesetter()
    size = page_size(client.profile.paper, wide=True)
    seats, rows, drawn = columns(client), standings(client), is_drawn(client)
    notes = [setter.safe(words) for words in findings(client, seats)]
    plan, each = _plan(size, seats=len(seats), rows=len(rows), notes=min(len(notes), MOST_NOTES))
    sheets = [rows[at : at + each] for at in range(0, len(rows), each)] or [()]
    surround = surround_of(client.profile, setter, size=size, pages=len(sheets), manner=manner)
    out = io.BytesIO()
    canvas = Canvas(
        out,
        pagesize=size,
        invariant=int(manner.repeatable),
        lang=manner.lang,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub takes the name for a size
    )
    canvas.setTitle(_("Coverage map of %(name)s") % {"name": surround.client})
    canvas.setAuthor(surround.prepared_by or surround.client)
    for sheet in sheets:
        draw_header(canvas, surround)
        draw_footer(canvas, surround)
        said = _("As it stands on %(date)s.") % {"date": manner.dates(on)}
        said += " " + _("Who is accountable for each piece of IT: {clear}.").replace(
            "{clear}", clear_text(rows, drawn=drawn)
        )
        _draw_title(canvas, surround, setter.safe(said))
        _draw_notes(canvas, surround, notes)
        _draw_heading(canvas, client, seats, plan, setter)
        for number, row in enumerate(sheet):
            top = plan.top - HEADING - number * plan.row
            _draw_row(canvas, client, row, seats, plan=plan, top=top, setter=setter, drawn=drawn)
        canvas.showPage()
    canvas.save()
    return Printed(out.getvalue(), len(sheets), setter.missing)


def _plan(size: tuple[float, float], *, seats: int, rows: int, notes: int) -> tuple[_Plan, int]:
    """Return the measures, and how many rows go on a page."""
    across, up = size
    room = across - 2 * MARGIN
    seat = min(WIDEST_SEAT, (room - NAME - TROUBLE) / max(1, seats))
    name, trouble = min(WIDEST_NAME, max(NAME, room - TROUBLE - seats * seat)), TROUBLE
    if seat < NARROWEST_SEAT:
        name, trouble = NAME * 0.7, TROUBLE * 0.7
        seat = (room - name - trouble) / seats
    top = up - HEAD - 56 - notes * NOTE
    height = top - HEADING - FOOT - 10
    most = int(height / (SMALLEST * LEADING))
    sheets = max(1, ceil(rows / most))
    each = max(1, ceil(rows / sheets))
    row = min(TALLEST_ROW, height / each)
    left_over = room - name - seats * seat
    return _Plan(MARGIN, top, name, seat, left_over, row, min(9.0, row / LEADING)), each


def _draw_title(canvas: Canvas, surround: Surround, said: str) -> None:
    top = surround.size[1] - HEAD - 30
    canvas.setFillColor(color("ink"))
    words = _("Coverage map")
    draw_line(canvas, words, x=MARGIN, y=top, font=BOLD, size=TITLE)
    left = MARGIN + width(words, BOLD, TITLE) + 10
    canvas.setFillColor(color("muted"))
    name = elided(surround.client, REGULAR, 10, room=surround.size[0] * 0.35)
    draw_line(canvas, name, x=left, y=top, font=REGULAR, size=10)
    draw_line(canvas, said, x=MARGIN, y=top - 14, font=REGULAR, size=9)
    draw_legend(canvas, right=surround.size[0] - MARGIN, y=top)


def _draw_notes(canvas: Canvas, surround: Surround, notes: Sequence[str]) -> None:
    shown = list(notes[:MOST_NOTES])
    if len(notes) > MOST_NOTES:
        rest = _("and %(count)d more") % {"count": len(notes) - MOST_NOTES + 1}
        shown[-1] = rest
    y = surround.size[1] - HEAD - 58
    for words in shown:
        canvas.setFillColor(color("partly_text"))
        short = elided(words, SEMIBOLD, 8, room=surround.room)
        draw_line(canvas, short, x=MARGIN, y=y, font=SEMIBOLD, size=8)
        y -= NOTE


def _draw_heading(
    canvas: Canvas, client: Client, seats: Sequence[SeatId], plan: _Plan, setter: Typesetter
) -> None:
    base = plan.top - HEADING
    canvas.setFillColor(color("muted"))
    draw_line(canvas, _("Function"), x=plan.left + 4, y=base + 5, font=SEMIBOLD, size=7.5)
    look = style("label")
    for number, seat in enumerate(seats):
        left = plan.left + plan.name + number * plan.seat
        room = plan.seat - 4
        lines = wrapped(setter.safe(seat_name(client, seat))[:200], look, room)
        if len(lines) > 2:
            lines = [lines[0], elided(" ".join(lines[1:]), SEMIBOLD, 7.5, room=room)]
        canvas.setFillColor(color("ink"))
        for at, words in enumerate(reversed(lines)):
            x = left + (plan.seat - width(words, SEMIBOLD, 7.5)) / 2
            draw_line(canvas, words, x=x, y=base + 14 + at * 8.5, font=SEMIBOLD, size=7.5)
        canvas.setFillColor(color("muted"))
        holder = elided(setter.safe(holder_words(client, seat)), REGULAR, 7, room=room)
        x = left + (plan.seat - width(holder, REGULAR, 7)) / 2
        draw_line(canvas, holder, x=x, y=base + 5, font=REGULAR, size=7)
    _draw_rule(canvas, plan, base, len(seats), "line_strong")


def _draw_row(
    canvas: Canvas,
    client: Client,
    row: FunctionStanding,
    seats: Sequence[SeatId],
    *,
    plan: _Plan,
    top: float,
    setter: Typesetter,
    drawn: bool,
) -> None:
    base, across = top - plan.row, plan.name + len(seats) * plan.seat + plan.trouble
    if not is_quiet(row, drawn=drawn):
        canvas.setFillColor(color("no_soft"))
        canvas.rect(plan.left, base, across, plan.row, stroke=0, fill=1)
    y = base + (plan.row - plan.type * 0.72) / 2
    canvas.setFillColor(color("ink"))
    function = client.get(Function, row.function)
    name = setter.safe(function.name)
    _draw_fitting(
        canvas, name, x=plan.left + 4, y=y, font=REGULAR, size=plan.type, room=plan.name - 8
    )
    parts = {cover.seat: cover.part for cover in client.covers(row.function)}
    for number, seat in enumerate(seats):
        if seat in parts:
            middle = plan.left + plan.name + (number + 0.5) * plan.seat
            draw_part(canvas, parts[seat], x=middle, y=base + plan.row / 2, side=plan.row - 2.5)
    if words := setter.safe(trouble_text(client, row, drawn=drawn)):
        left = plan.left + plan.name + len(seats) * plan.seat + 6
        x, room = left + plan.type + 4, plan.trouble - plan.type - 14
        quiet = is_quiet(row, drawn=drawn)
        if not quiet:
            draw_warning(canvas, x=left, y=base + plan.row / 2, side=plan.type)
        canvas.setFillColor(color("muted" if quiet else "no_text"))
        font = REGULAR if quiet else SEMIBOLD
        _draw_fitting(canvas, words, x=x, y=y, font=font, size=plan.type, room=room)
    _draw_rule(canvas, plan, base, len(seats), "line")


def _draw_fitting(
    canvas: Canvas, line: str, *, x: float, y: float, font: str, size: float, room: float
) -> None:
    """Draw a line in smaller type where it is too long, and cut it only below six points."""
    size = max(SMALLEST, min(size, size * room / max(1.0, width(line, font, size))))
    draw_line(canvas, elided(line, font, size, room=room), x=x, y=y, font=font, size=size)


def _draw_rule(canvas: Canvas, plan: _Plan, y: float, seats: int, role: str) -> None:
    canvas.setStrokeColor(color(role))
    canvas.setLineWidth(0.5)
    canvas.line(plan.left, y, plan.left + plan.name + seats * plan.seat + plan.trouble, y)

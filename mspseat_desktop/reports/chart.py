"""The whole chart on one page, lying or standing, as lines and real text."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from mspseat_desktop.language import _
from mspseat_desktop.layout.pages import CHART_TYPE
from mspseat_desktop.reports.chart_card import card_of, draw_card
from mspseat_desktop.reports.chart_lines import dotted, draw_about, draw_link, draw_second_line
from mspseat_desktop.reports.chart_plan import SIDE, plan_of
from mspseat_desktop.reports.frame import (
    HEAD,
    Printed,
    draw_footer,
    draw_header,
    surround_of,
)
from mspseat_desktop.reports.lines import draw_line, elided
from mspseat_desktop.reports.manner import manner_of
from mspseat_desktop.reports.style import (
    BOLD,
    REGULAR,
    color,
)
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId, SheetPaper
    from mspseat_desktop.reports.chart_card import Card
    from mspseat_desktop.reports.chart_plan import Plan
    from mspseat_desktop.reports.frame import Surround
    from mspseat_desktop.reports.manner import Manner


LARGER: dict[SheetPaper, tuple[SheetPaper, ...]] = {
    "A4": ("A3",),
    "A3": (),
    "Letter": ("Legal", "Tabloid"),
    "Legal": ("Tabloid",),
    "Tabloid": (),
}
"""Larger papers that are sold where this one is, the smallest first."""


@dataclass(frozen=True, slots=True)
class PrintedChart:
    """A chart on one page; `smallest_type` is the size in points of its smallest letters.

    `is_readable` is False when that is under six points: whoever prints is to be told, and of the
    `larger_paper` on which it would not be, where there is one. `fits_brief` says that it could be
    read on this paper without the responsibilities.
    """

    printed: Printed
    wide: bool
    smallest_type: float
    is_readable: bool
    larger_paper: SheetPaper | None = None
    fits_brief: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is said of the sheet: its number among all pages, and what the chart is called.

    The current chart needs no name where it stands alone. One over several pages begins at the
    number.
    """

    called: str = ""
    number: int = 1
    of: int = 1


def chart_pdf(
    client: Client,
    *,
    on: str,
    with_ratings: bool,
    paper: SheetPaper | None = None,
    manner: Manner | None = None,
    sheet: Sheet | None = None,
    brief: bool = False,
) -> PrintedChart:
    """Return the chart as it stands on that day, on whichever side of the paper it is larger.

    The paper is the client's own when none is named; a brief chart has no responsibilities.
    A chart that is too large for letters of six points says so on the page as well.
    """
    manner = manner or manner_of(client.profile)
    with in_words_of(client.profile):
        return _chart_pdf(
            client,
            on,
            manner,
            sheet or Sheet(),
            paper=paper or client.profile.paper,
            with_ratings=with_ratings,
            brief=brief,
        )


def _chart_pdf(
    client: Client,
    on: str,
    manner: Manner,
    sheet: Sheet,
    *,
    paper: SheetPaper,
    with_ratings: bool,
    brief: bool,
) -> PrintedChart:
    setter = Typesetter()
    cards = _cards(client, setter, with_ratings=with_ratings, brief=brief)
    profile, heights = client.profile, _heights(cards)
    plan = plan_of(client, heights, paper)
    out = io.BytesIO()
    canvas = Canvas(
        out,
        pagesize=plan.size,
        invariant=int(manner.repeatable),
        lang=manner.lang,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub takes the name for a size
    )
    surround = surround_of(profile, setter, size=plan.size, pages=sheet.of, manner=manner)
    surround.margin, surround.first = SIDE, sheet.number
    canvas.setTitle(_("Accountability chart of %(name)s") % {"name": surround.client})
    canvas.setAuthor(surround.prepared_by or surround.client)
    said = _said(sheet, manner.dates(on), is_readable=not plan.fit.is_too_small)
    _draw_heading(canvas, surround, setter.safe(said))
    if cards:
        _draw_tree(canvas, plan, cards, setter)
    canvas.showPage()
    canvas.save()
    printed = Printed(out.getvalue(), 1, setter.missing)
    fit = plan.fit
    found = PrintedChart(printed, plan.wide, CHART_TYPE * fit.scale, not fit.is_too_small)
    if found.is_readable:
        return found
    briefly = _heights(_cards(client, setter, with_ratings=with_ratings, brief=True))
    return replace(
        found,
        larger_paper=_larger_paper(client, heights, paper),
        fits_brief=not brief and not plan_of(client, briefly, paper).fit.is_too_small,
    )


def _cards(
    client: Client, setter: Typesetter, *, with_ratings: bool, brief: bool
) -> dict[SeatId, Card]:
    return {
        seat: card_of(client, seat, setter, with_ratings=with_ratings, brief=brief)
        for seat in client.chart()
    }


def _heights(cards: Mapping[SeatId, Card]) -> dict[SeatId, int]:
    return {seat: card.box.height for seat, card in cards.items()}


def _larger_paper(
    client: Client, heights: Mapping[SeatId, int], paper: SheetPaper
) -> SheetPaper | None:
    """Return the next larger paper on which the chart can be read, None when there is none."""
    fits = (each for each in LARGER[paper] if not plan_of(client, heights, each).fit.is_too_small)
    return next(fits, None)


def _said(sheet: Sheet, day: str, *, is_readable: bool) -> str:
    said = _("As it stands on %(date)s.") % {"date": day}
    if sheet.called:
        said = f"{sheet.called}. {said}"
    if not is_readable:
        said += " " + _("Too large for one page: some letters are smaller than six points.")
    return said


def _draw_heading(canvas: Canvas, surround: Surround, said: str) -> None:
    draw_header(canvas, surround)
    draw_footer(canvas, surround)
    top = surround.size[1] - HEAD - 30
    canvas.setFillColor(color("ink"))
    name = surround.client or _("Accountability chart")
    name = elided(name, BOLD, 17, room=surround.room * 0.7)
    draw_line(canvas, name, x=surround.margin, y=top, font=BOLD, size=17)
    canvas.setFillColor(color("muted"))
    said = elided(said, REGULAR, 9, room=surround.room)
    draw_line(canvas, said, x=surround.margin, y=top - 14, font=REGULAR, size=9)


def _draw_tree(
    canvas: Canvas, plan: Plan, cards: Mapping[SeatId, Card], setter: Typesetter
) -> None:
    """Draw links and cards, those above and at the left first."""
    canvas.saveState()
    canvas.translate(plan.fit.left, plan.size[1] - plan.fit.top)
    canvas.scale(plan.fit.scale, plan.fit.scale)
    shown = plan.tree.visible(*plan.bounds)
    canvas.setStrokeColor(color("link"))
    canvas.setLineWidth(1.5)
    for link in sorted(shown.links, key=lambda link: (link.bottom, link.x)):
        draw_link(canvas, link)
    lines = dotted(plan.tree, plan.second_lines, setter)
    for line in lines:
        draw_second_line(canvas, line.curve)
    for seat, left, top in sorted(shown.cards, key=lambda card: (card[2], card[1])):
        draw_card(canvas, cards[seat], left, -top)
    for line in lines:
        if line.place is not None:
            draw_about(canvas, line.about, line.place)
    canvas.restoreState()

"""The chart over several pages, a branch on each, with the page on which each one goes on."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from mspseat_desktop.language import _
from mspseat_desktop.layout.cards import LEFT
from mspseat_desktop.layout.pages import CHART_TYPE
from mspseat_desktop.reports.branch_pages import NOTE, SIDE, branch_pages, note_of
from mspseat_desktop.reports.chart import Sheet
from mspseat_desktop.reports.chart_drawing import Drawing, cards_of
from mspseat_desktop.reports.chart_lines import dotted
from mspseat_desktop.reports.frame import Printed, draw_footer, draw_header, surround_of
from mspseat_desktop.reports.lines import draw_line, elided, width
from mspseat_desktop.reports.manner import manner_of
from mspseat_desktop.reports.style import BOLD, MEDIUM, REGULAR, color, page_size, register_fonts
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId, SheetPaper
    from mspseat_desktop.layout.answers import Box
    from mspseat_desktop.reports.branch_pages import BranchPage
    from mspseat_desktop.reports.chart_card import Card
    from mspseat_desktop.reports.frame import Surround
    from mspseat_desktop.reports.manner import Manner


def chart_branches(
    client: Client,
    *,
    on: str,
    paper: SheetPaper,
    with_ratings: bool,
    manner: Manner | None = None,
    sheet: Sheet | None = None,
    turned: bool = False,
) -> Printed:
    """Return the chart as it stands on that day, a branch on each page.

    `sheet` says what the chart is called and the number of the first page; with `turned` each page
    stands or lies as its branch is larger. Assistants stand beside the line. A second line is drawn
    where both its seats are on the page; else the card says to whom its seat reports as well, and
    on which page that is.
    """
    register_fonts()
    sheet = sheet or Sheet()
    manner = manner or manner_of(client.profile)
    with in_words_of(client.profile):
        setter = Typesetter()
        cards = cards_of(client, setter, with_ratings=with_ratings)
        heights = {seat: card.box.height for seat, card in cards.items()}
        pages = branch_pages(client, heights, paper, turned=turned)
        out = io.BytesIO()
        canvas = Canvas(
            out,
            pagesize=page_size(paper),
            invariant=int(manner.repeatable),
            lang=manner.lang,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub takes the name for a size
        )
        name = setter.safe(client.profile.name)
        canvas.setTitle(_("Accountability chart of %(name)s") % {"name": name})
        said = _("As it stands on %(date)s.") % {"date": manner.dates(on)}
        if sheet.called:
            said = setter.safe(f"{sheet.called}. {said}")
        first, of = sheet.number, max(sheet.of, sheet.number - 1 + len(pages))
        for number, page in enumerate(_numbered(pages, first), start=first):
            canvas.setPageSize(page.size)
            surround = surround_of(client.profile, setter, size=page.size, pages=of, manner=manner)
            surround.margin, surround.first = SIDE, first
            heading = _heading(client, setter, page)
            _draw_head(canvas, surround, heading, said)
            _draw_branch(canvas, page, cards, _notes(client, setter, page), setter)
            canvas.bookmarkPage(f"page-{number}")
            canvas.addOutlineEntry(heading, f"page-{number}", 0)
            canvas.showPage()
        canvas.save()
    return Printed(out.getvalue(), len(pages), setter.missing)


def _numbered(pages: tuple[BranchPage, ...], first: int) -> tuple[BranchPage, ...]:
    """Return the pages with references to each other as they are numbered from `first` on."""
    before = first - 1
    return tuple(
        replace(
            page,
            goes_on={seat: number + before for seat, number in page.goes_on.items()},
            also={
                seat: tuple((line, number and number + before) for line, number in lines)
                for seat, lines in page.also.items()
            },
        )
        for page in pages
    )


def _heading(client: Client, setter: Typesetter, page: BranchPage) -> str:
    """Return what a page is about: the client, or the seat that its branch hangs on."""
    if page.tops == client.children(None) or len(page.tops) > 1:
        return setter.safe(client.profile.name) or _("Accountability chart")
    title = setter.safe(client.seat(page.tops[0]).title) or _("Untitled seat")
    part, parts = page.part
    if parts == 1:
        return title
    numbers = {"title": title, "part": part, "parts": parts}
    return _("%(title)s, part %(part)d of %(parts)d") % numbers


def _notes(client: Client, setter: Typesetter, page: BranchPage) -> dict[SeatId, list[str]]:
    """Return the lines on the cards of seats that report to another page as well."""
    return {
        seat: [
            setter.safe(words) for line, number in lines for words in note_of(client, line, number)
        ]
        for seat, lines in page.also.items()
    }


def _draw_head(canvas: Canvas, surround: Surround, heading: str, said: str) -> None:
    draw_header(canvas, surround)
    draw_footer(canvas, surround)
    top = surround.size[1] - 56
    canvas.setFillColor(color("ink"))
    shown = elided(heading, BOLD, 14, room=surround.room)
    draw_line(canvas, shown, x=SIDE, y=top, font=BOLD, size=14)
    canvas.setFillColor(color("muted"))
    draw_line(canvas, said, x=SIDE, y=top - 12, font=REGULAR, size=8)


def _draw_branch(
    canvas: Canvas,
    page: BranchPage,
    cards: Mapping[SeatId, Card],
    notes: Mapping[SeatId, list[str]],
    setter: Typesetter,
) -> None:
    """Draw the branch with what it leaves to other pages."""
    canvas.saveState()
    canvas.translate(page.fit.left, page.size[1] - page.fit.top)
    canvas.scale(page.fit.scale, page.fit.scale)
    tree = page.tree
    shown = dict(cards)
    for seat in notes:
        box = cards[seat].box
        _left, top, _right, bottom = tree.rect(seat)
        shown[seat] = replace(cards[seat], box=replace(box, height=bottom - top))
    lines = dotted(tree, page.lines, setter)
    Drawing(tree, shown, {}, lines, tree.bounds()).draw(canvas)
    canvas.setFillColor(color("muted"))
    for seat, words in notes.items():
        left, _top, _right, bottom = tree.rect(seat)
        _write_notes(canvas, words, left + LEFT, bottom)
    for seat, number in page.goes_on.items():
        _write_goes_on(canvas, tree.rect(seat), number)
    canvas.restoreState()


def _write_notes(canvas: Canvas, words: list[str], x: float, bottom: int) -> None:
    """Write the lines at the foot of a card, each where the card was made taller for it."""
    for at, line in enumerate(reversed(words)):
        y = -bottom + 10 + NOTE * at
        draw_line(canvas, line, x=x, y=y, font=MEDIUM, size=CHART_TYPE)


def _write_goes_on(canvas: Canvas, card: Box, number: int) -> None:
    """Write under a card where its branch goes on, over any dotted line."""
    left, _top, right, bottom = card
    words = _("continued on page %(page)d") % {"page": number}
    wide = width(words, MEDIUM, CHART_TYPE)
    x = (left + right - wide) / 2
    canvas.setFillColor(color("surface"))
    canvas.rect(x - 2, -bottom - CHART_TYPE - 5, wide + 4, CHART_TYPE + 3, stroke=0, fill=1)
    canvas.setFillColor(color("accent_text"))
    draw_line(canvas, words, x=x, y=-bottom - CHART_TYPE - 2, font=MEDIUM, size=CHART_TYPE)

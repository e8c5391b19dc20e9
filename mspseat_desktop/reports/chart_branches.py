"""The chart over several pages, a branch on each, with the page on which each one goes on."""

from __future__ import annotations

import io
from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from mspseat_desktop.language import _
from mspseat_desktop.layout.branches import COMPACT
from mspseat_desktop.layout.pages import CHART_TYPE, Fit, Page, fit_on_page
from mspseat_desktop.layout.tidy_tree import TidyTree
from mspseat_desktop.reports.chart_drawing import Drawing, cards_of
from mspseat_desktop.reports.chart_poster import PAPERS
from mspseat_desktop.reports.frame import Printed, draw_footer, draw_header, surround_of
from mspseat_desktop.reports.lines import draw_line, elided, width
from mspseat_desktop.reports.manner import manner_of
from mspseat_desktop.reports.style import BOLD, MEDIUM, REGULAR, color, register_fonts
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.reports.chart_card import Card
    from mspseat_desktop.reports.frame import Surround
    from mspseat_desktop.reports.manner import Manner

SIDE, ABOVE, BELOW = 26.0, 78.0, 56.0
"""Points kept free at the sides, for the heading and for the footer."""
SPACING = replace(COMPACT, stack_gap=22)
"""Room between stacked cards for the words that say where a branch goes on."""
DEEPEST = 40
"""Levels that are tried for one page."""


@dataclass(slots=True)
class BranchPage:
    """One page: its topmost seats, what it shows below them, and where branches go on.

    `part` numbers the pages of a seat whose reports do not fit on one; `goes_on` has the number of
    the page for each seat whose reports are shown elsewhere.
    """

    tops: tuple[SeatId, ...]
    tree: TidyTree[SeatId]
    fit: Fit
    size: tuple[float, float]
    part: tuple[int, int] = (1, 1)
    goes_on: dict[SeatId, int] = field(default_factory=dict)


def branch_pages(
    client: Client, heights: Mapping[SeatId, int], paper: str
) -> tuple[BranchPage, ...]:
    """Return the pages in the order in which one would read them; no type under six points.

    A single seat that is too tall even alone is the one exception: it is made to fit.
    """
    pages: list[BranchPage] = []
    waiting: deque[tuple[SeatId, ...]] = deque()
    roots = client.children(None)
    if roots:
        waiting.append(roots)
    starts: dict[SeatId, int] = {}
    while waiting:
        tops = waiting.popleft()
        if len(tops) == 1:
            starts[tops[0]] = len(pages) + 1
        found = _pages_of(client, heights, paper, tops)
        pages += found
        for page in found:
            waiting.extend((seat,) for seat in page.goes_on)
    for page in pages:
        page.goes_on = {seat: starts[seat] for seat in page.goes_on}
    return tuple(pages)


def _pages_of(
    client: Client, heights: Mapping[SeatId, int], paper: str, tops: tuple[SeatId, ...]
) -> list[BranchPage]:
    """Return the pages of one branch: as many levels as fit, or its reports in several parts."""
    best: BranchPage | None = None
    for levels in range(1, DEEPEST):
        page, is_whole = _page(client, heights, paper, tops, levels=levels)
        if page.fit.is_too_small:
            break
        best = page
        if is_whole:
            break
    if best is not None:
        return [best]
    if len(tops) > 1:
        return [page for top in tops for page in _pages_of(client, heights, paper, (top,))]
    return _parts(client, heights, paper, tops[0])


def _parts(
    client: Client, heights: Mapping[SeatId, int], paper: str, top: SeatId
) -> list[BranchPage]:
    """Return the pages of a seat with more reports than one page holds."""
    reports = client.children(top)
    parts: list[BranchPage] = []
    at = 0
    while at < len(reports):
        count = len(reports) - at
        page = _slice(client, heights, paper, top, reports[at : at + count])
        while count > 1 and page.fit.is_too_small:
            count = max(1, count * 3 // 4)
            page = _slice(client, heights, paper, top, reports[at : at + count])
        parts.append(page)
        at += count
    if not parts:
        parts = [_slice(client, heights, paper, top, ())]
    for number, page in enumerate(parts, start=1):
        page.part = number, len(parts)
    return parts


def _slice(
    client: Client,
    heights: Mapping[SeatId, int],
    paper: str,
    top: SeatId,
    reports: Sequence[SeatId],
) -> BranchPage:
    tree = _tree((top,), {top: tuple(reports)}, heights, stacked=len(reports) > 1)
    page = _larger(tree, paper, (top,))
    page.goes_on = {seat: 0 for seat in reports if client.children(seat)}
    return page


def _page(
    client: Client,
    heights: Mapping[SeatId, int],
    paper: str,
    tops: tuple[SeatId, ...],
    *,
    levels: int,
) -> tuple[BranchPage, bool]:
    """Return the branch so many levels deep, in rows or stacked, and whether that is all of it."""
    below: dict[SeatId, tuple[SeatId, ...]] = {}
    row = tops
    for _level in range(levels):
        below |= {seat: reports for seat in row if (reports := client.children(seat))}
        row = tuple(seat for above in row for seat in below.get(above, ()))
    cut = {seat: 0 for seat in row if client.children(seat)}
    plans = [
        _larger(_tree(tops, below, heights, stacked=stacked), paper, tops)
        for stacked in (False, True)
    ]
    page = plans[0] if not plans[0].fit.is_too_small else max(plans, key=lambda p: p.fit.scale)
    page.goes_on = cut
    return page, not cut


def _tree(
    tops: tuple[SeatId, ...],
    below: Mapping[SeatId, tuple[SeatId, ...]],
    heights: Mapping[SeatId, int],
    *,
    stacked: bool,
) -> TidyTree[SeatId]:
    shown = {*tops, *(seat for reports in below.values() for seat in reports)}
    return TidyTree(
        tops,
        below,
        {seat: heights[seat] for seat in shown},
        spacing=SPACING,
        manner="stacked" if stacked else "down",
    )


def _larger(tree: TidyTree[SeatId], paper: str, tops: tuple[SeatId, ...]) -> BranchPage:
    """Return the page standing or lying, where the branch is larger."""
    width_, height = PAPERS[paper]
    bounds = tree.bounds()
    # What says where a branch goes on stands under its card.
    box = (bounds[0], bounds[1], bounds[2], bounds[3] + round(CHART_TYPE * 2))
    pages = [
        BranchPage(tops, tree, fit_on_page(box, Page(*size, SIDE, ABOVE, SIDE, BELOW)), size)
        for size in ((width_, height), (height, width_))
    ]
    return max(pages, key=lambda page: page.fit.scale)


def chart_branches(
    client: Client,
    *,
    on: str,
    paper: str,
    with_ratings: bool,
    manner: Manner | None = None,
    called: str = "",
) -> Printed:
    """Return the chart as it stands on that day, a branch on each page.

    `called` names one that is not the current chart. Raises KeyError for a paper that is not
    among PAPERS.
    """
    register_fonts()
    manner = manner or manner_of(client.profile)
    with in_words_of(client.profile):
        setter = Typesetter()
        cards = cards_of(client, setter, with_ratings=with_ratings)
        heights = {seat: card.box.height for seat, card in cards.items()}
        pages = branch_pages(client, heights, paper)
        out = io.BytesIO()
        canvas = Canvas(
            out,
            pagesize=PAPERS[paper],
            invariant=int(manner.repeatable),
            lang=manner.lang,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub takes the name for a size
        )
        name = setter.safe(client.profile.name)
        canvas.setTitle(_("Accountability chart of %(name)s") % {"name": name})
        said = _("As it stands on %(date)s.") % {"date": manner.dates(on)}
        if called:
            said = setter.safe(f"{called}. {said}")
        for number, page in enumerate(pages, start=1):
            canvas.setPageSize(page.size)
            surround = surround_of(
                client.profile, setter, size=page.size, pages=len(pages), manner=manner
            )
            surround.margin = SIDE
            heading = _heading(client, setter, page)
            _draw_page(canvas, page, cards, surround, heading=heading, said=said)
            canvas.bookmarkPage(f"page-{number}")
            canvas.addOutlineEntry(heading, f"page-{number}", 0)
            canvas.showPage()
        canvas.save()
    return Printed(out.getvalue(), len(pages), setter.missing)


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


def _draw_page(
    canvas: Canvas,
    page: BranchPage,
    cards: Mapping[SeatId, Card],
    surround: Surround,
    *,
    heading: str,
    said: str,
) -> None:
    draw_header(canvas, surround)
    draw_footer(canvas, surround)
    top = page.size[1] - 56
    canvas.setFillColor(color("ink"))
    shown = elided(heading, BOLD, 14, room=surround.room)
    draw_line(canvas, shown, x=SIDE, y=top, font=BOLD, size=14)
    canvas.setFillColor(color("muted"))
    draw_line(canvas, said, x=SIDE, y=top - 12, font=REGULAR, size=8)
    canvas.saveState()
    canvas.translate(page.fit.left, page.size[1] - page.fit.top)
    canvas.scale(page.fit.scale, page.fit.scale)
    Drawing(page.tree, cards, {}, (), page.tree.bounds()).draw(canvas)
    canvas.setFillColor(color("accent_text"))
    for seat, number in page.goes_on.items():
        left, _top, right, bottom = page.tree.rect(seat)
        words = _("continued on page %(page)d") % {"page": number}
        x = (left + right - width(words, MEDIUM, CHART_TYPE)) / 2
        draw_line(canvas, words, x=x, y=-bottom - CHART_TYPE - 2, font=MEDIUM, size=CHART_TYPE)
    canvas.restoreState()

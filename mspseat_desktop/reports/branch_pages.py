"""How a chart is divided over pages by its branches, and what each page leaves to others."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import SecondLine
from mspseat_desktop.language import _
from mspseat_desktop.layout.branches import COMPACT
from mspseat_desktop.layout.cards import LEFT, RIGHT
from mspseat_desktop.layout.pages import CHART_TYPE, Fit, Page, fit_on_page
from mspseat_desktop.layout.text import elide, wrap
from mspseat_desktop.layout.tidy_tree import TidyTree
from mspseat_desktop.reports.chart_lines import around, dotted
from mspseat_desktop.reports.style import page_size

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId, SheetPaper

SIDE, ABOVE, BELOW = 26.0, 78.0, 56.0
"""Points kept free at the sides, for the heading and for the footer."""
SPACING = replace(COMPACT, stack_gap=22, below=22)
"""Room below stacked cards and assistants for the words that say where a branch goes on."""
NOTE = 15
"""How high a line about another page is on a card."""
NOTE_LINES = 4
DEEPEST = 40
"""Levels that are tried for one page."""


@dataclass(slots=True)
class BranchPage:
    """One page: its topmost seats, what it shows below them, and where branches go on.

    `part` numbers the pages of a seat whose reports do not fit on one; `goes_on` has the number of
    the page for each seat whose reports are shown elsewhere. `also` has what stands on the cards of
    seats that report to another page as well: each second line, and the page of the other seat, 0
    for this one. `lines` are the second lines of the seats on the page.
    """

    tops: tuple[SeatId, ...]
    tree: TidyTree[SeatId]
    lines: tuple[SecondLine, ...]
    fit: Fit
    size: tuple[float, float]
    part: tuple[int, int] = (1, 1)
    goes_on: dict[SeatId, int] = field(default_factory=dict)
    also: dict[SeatId, tuple[tuple[SecondLine, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Cut:
    """What is divided: how tall each card is, and the sizes that a page may have, in points."""

    client: Client
    heights: Mapping[SeatId, int]
    sizes: tuple[tuple[float, float], ...]


def branch_pages(
    client: Client, heights: Mapping[SeatId, int], paper: SheetPaper, *, turned: bool = False
) -> tuple[BranchPage, ...]:
    """Return the pages in the order in which one would read them; no type under six points.

    All stand or all lie, whichever takes fewer pages; with `turned` each as it shows more. A single
    seat that is too tall even alone is the one exception to six points: it is made to fit.
    """
    sizes = page_size(paper), page_size(paper, wide=True)
    if turned:
        return _with_notes(client, heights, sizes)
    ways = [_with_notes(client, heights, (size,)) for size in sizes]
    return min(ways, key=_pages_and_type)


def _pages_and_type(pages: tuple[BranchPage, ...]) -> tuple[int, float]:
    return len(pages), -min((page.fit.scale for page in pages), default=0.0)


def note_of(client: Client, line: SecondLine, page: int) -> tuple[str, ...]:
    """Return to whom a seat also reports, on which page, 0 for this one, in lines of a card."""
    room = RIGHT - LEFT
    title = client.seat(line.to).title.strip() or _("Untitled seat")
    title = elide(title, font="medium", size=CHART_TYPE, width=1.5 * room)
    words = _("also reports to {seat} (page {page})") if page else _("also reports to {seat}")
    words = words.replace("{page}", str(page)).replace("{seat}", title)
    if line.about.strip():
        words = f"{words}: {line.about.strip()}"
    return wrap(words, font="medium", size=CHART_TYPE, width=room, max_lines=NOTE_LINES)


def _with_notes(
    client: Client, heights: Mapping[SeatId, int], sizes: tuple[tuple[float, float], ...]
) -> tuple[BranchPage, ...]:
    """Return the pages, with room on the cards whose second lines lead to another page.

    That room can push a seat to another page and so ask for more, until no card lacks it.
    """
    noted: frozenset[SeatId] = frozenset()
    while True:
        rooms = {
            seat: NOTE * sum(len(note_of(client, line, 999)) for line in client.second_lines(seat))
            for seat in noted
        }
        taller = {seat: height + rooms.get(seat, 0) for seat, height in heights.items()}
        pages, starts = _divided(_Cut(client, taller, sizes))
        apart = {
            line.seat
            for page in pages
            for line in page.lines
            if line.to in starts and line.to not in page.tree
        }
        if apart <= noted:
            break
        noted |= apart
    for page in pages:
        page.also = {
            seat: tuple(
                (line, 0 if line.to in page.tree else starts[line.to])
                for line in client.second_lines(seat)
                if line.to in starts
            )
            for seat in noted
            if seat in page.tree
        }
    return pages


def _divided(cut: _Cut) -> tuple[tuple[BranchPage, ...], dict[SeatId, int]]:
    """Return the pages, and the page on which each seat is shown with what is below it."""
    pages: list[BranchPage] = []
    waiting: deque[tuple[SeatId, ...]] = deque()
    roots = cut.client.children(None)
    if roots:
        waiting.append(roots)
    starts: dict[SeatId, int] = {}
    while waiting:
        tops = waiting.popleft()
        found = _pages_of(cut, tops)
        for number, page in enumerate(found, start=len(pages) + 1):
            shown = (seat for seat, *_place in page.tree.visible(*page.tree.bounds()).cards)
            for seat in shown:
                if seat not in page.goes_on:
                    starts.setdefault(seat, number)
            waiting.extend((seat,) for seat in page.goes_on)
        pages += found
    for page in pages:
        page.goes_on = {seat: starts[seat] for seat in page.goes_on}
    return tuple(pages), starts


def _pages_of(cut: _Cut, tops: tuple[SeatId, ...]) -> list[BranchPage]:
    """Return the pages of one branch: as many levels as fit, or its reports in several parts."""
    best: BranchPage | None = None
    for levels in range(1, DEEPEST):
        page, is_whole = _page(cut, tops, levels=levels)
        if page.fit.is_too_small:
            break
        best = page
        if is_whole:
            break
    if best is not None:
        return [best]
    if len(tops) > 1:
        return [page for top in tops for page in _pages_of(cut, (top,))]
    return _parts(cut, tops[0])


def _parts(cut: _Cut, top: SeatId) -> list[BranchPage]:
    """Return the pages of a seat with more reports than one page holds."""
    reports = cut.client.children(top)
    parts: list[BranchPage] = []
    at = 0
    while at < len(reports):
        count = len(reports) - at
        page = _slice(cut, top, reports[at : at + count])
        while count > 1 and page.fit.is_too_small:
            count = max(1, count * 3 // 4)
            page = _slice(cut, top, reports[at : at + count])
        parts.append(page)
        at += count
    if not parts:
        parts = [_slice(cut, top, ())]
    for number, page in enumerate(parts, start=1):
        page.part = number, len(parts)
    return parts


def _slice(cut: _Cut, top: SeatId, reports: Sequence[SeatId]) -> BranchPage:
    page = _larger(cut, (top,), {top: tuple(reports)}, stacked=len(reports) > 1)
    page.goes_on = {seat: 0 for seat in reports if cut.client.children(seat)}
    return page


def _page(cut: _Cut, tops: tuple[SeatId, ...], *, levels: int) -> tuple[BranchPage, bool]:
    """Return the branch so many levels deep, in rows or stacked, and whether that is all of it."""
    below: dict[SeatId, tuple[SeatId, ...]] = {}
    row = tops
    for _level in range(levels):
        below |= {seat: reports for seat in row if (reports := cut.client.children(seat))}
        row = tuple(seat for above in row for seat in below.get(above, ()))
    left = {seat: 0 for seat in row if cut.client.children(seat)}
    plans = [_larger(cut, tops, below, stacked=stacked) for stacked in (False, True)]
    page = plans[0] if not plans[0].fit.is_too_small else max(plans, key=lambda p: p.fit.scale)
    page.goes_on = left
    return page, not left


def _larger(
    cut: _Cut,
    tops: tuple[SeatId, ...],
    below: Mapping[SeatId, tuple[SeatId, ...]],
    *,
    stacked: bool,
) -> BranchPage:
    """Return the page with these reports below its seats, as it shows them largest."""
    client = cut.client
    shown = {*tops, *(seat for reports in below.values() for seat in reports)}
    tree: TidyTree[SeatId] = TidyTree(
        tops,
        below,
        {seat: cut.heights[seat] for seat in shown},
        spacing=SPACING,
        manner="stacked" if stacked else "down",
        assistants=[seat for seat in shown if client.seat(seat).assistant],
    )
    has_lines = client.count(SecondLine) > 0
    lines = [line for seat in shown for line in client.second_lines(seat)] if has_lines else []
    lines.sort(key=lambda line: line.id)
    left, top, right, bottom = around(tree.bounds(), dotted(tree, lines))
    # What says where a branch goes on stands under its card.
    box = (left, top, right, bottom + round(CHART_TYPE * 2))
    pages = [
        BranchPage(
            tops, tree, tuple(lines), fit_on_page(box, Page(*size, SIDE, ABOVE, SIDE, BELOW)), size
        )
        for size in cut.sizes
    ]
    return max(pages, key=lambda page: page.fit.scale)

"""How a chart lies on one page: as it is laid out in the window, narrower where it must be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Seat, SecondLine
from mspseat_desktop.layout.branches import Spacing
from mspseat_desktop.layout.pages import Fit, Page, fit_on_page
from mspseat_desktop.layout.tidy_tree import TidyTree
from mspseat_desktop.reports.chart_lines import around, dotted
from mspseat_desktop.reports.style import page_size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId, SheetPaper
    from mspseat_desktop.layout.answers import Box
    from mspseat_desktop.layout.branches import Manner

PAPER = Spacing(
    sibling_gap=16,
    level_gap=20,
    stack_gap=7,
    lying_gap=8,
    beside=12,
    below=12,
    rail=6,
    indent=10,
)
SIDE, ABOVE, BELOW = 26.0, 90.0, 52.0
"""Room in points at the sides, narrower than in a report, for the heading and for the footer."""
TRIED_ONE_BY_ONE = 12
"""Seats with reports to stack up to which every choice is looked at."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where every seat and second line goes, and how it is fitted on a page of `size` points."""

    tree: TidyTree[SeatId]
    second_lines: tuple[SecondLine, ...]
    fit: Fit
    size: tuple[float, float]
    wide: bool
    bounds: Box


def plan_of(client: Client, heights: Mapping[SeatId, int], paper: SheetPaper) -> Plan:
    """Return the chart as it is laid out when its type is large enough so, else the largest.

    Then reports in a row that nobody reports to may stand one below the other to save width.
    """
    as_chosen = _larger(client, heights, paper, stacked=frozenset())
    if not as_chosen.fit.is_too_small:
        return as_chosen
    manners = _manners(client)
    may_stack = frozenset(
        seat for seat in heights if manners[seat] == "down" and _may_stack(client, seat)
    )
    all_stacked = _larger(client, heights, paper, stacked=may_stack)
    best = max(as_chosen, all_stacked, key=lambda plan: plan.fit.scale)
    if not best.fit.is_too_small or len(may_stack) > TRIED_ONE_BY_ONE:
        return best
    return max(best, _some_stacked(client, heights, paper, may_stack), key=lambda p: p.fit.scale)


def _some_stacked(
    client: Client, heights: Mapping[SeatId, int], paper: SheetPaper, may_stack: frozenset[SeatId]
) -> Plan:
    """Return the largest plan that is found by stacking below one seat after another."""
    stacked: frozenset[SeatId] = frozenset()
    best = _larger(client, heights, paper, stacked=stacked)
    while rest := may_stack - stacked:
        tries = [
            (_larger(client, heights, paper, stacked=stacked | {seat}), seat)
            for seat in sorted(rest)
        ]
        plan, seat = max(tries, key=lambda found: found[0].fit.scale)
        if plan.fit.scale <= best.fit.scale:
            break
        best, stacked = plan, stacked | {seat}
    return best


def _larger(
    client: Client, heights: Mapping[SeatId, int], paper: SheetPaper, *, stacked: frozenset[SeatId]
) -> Plan:
    """Return the plan on the standing or the lying page, where it is larger."""
    tree = _tree(client, heights, stacked)
    lines = tuple(sorted(client.every(SecondLine), key=lambda each: each.id))
    bounds = around(tree.bounds() if heights else (0, 0, 1, 1), dotted(tree, lines))
    plans = [
        Plan(
            tree,
            lines,
            fit_on_page(bounds, Page(*size, SIDE, ABOVE, SIDE, BELOW)),
            size,
            wide,
            bounds,
        )
        for wide in (False, True)
        for size in (page_size(paper, wide=wide),)
    ]
    return max(plans, key=lambda plan: plan.fit.scale)


def _tree(
    client: Client, heights: Mapping[SeatId, int], stacked: frozenset[SeatId]
) -> TidyTree[SeatId]:
    records = [client.get(Seat, seat) for seat in heights]
    chosen: dict[SeatId, Manner] = {seat.id: seat.layout for seat in records if seat.layout}
    return TidyTree(
        client.children(None),
        {seat: client.children(seat) for seat in heights},
        heights,
        spacing=PAPER,
        manner=client.look.layout,
        manners=chosen | dict.fromkeys(stacked, "stacked"),
        assistants=[seat.id for seat in records if seat.assistant],
    )


def _manners(client: Client) -> dict[SeatId, Manner]:
    """Return how the reports of each seat stand, its own choice or that above it."""
    manners: dict[SeatId, Manner] = {}
    for seat in client.chart():
        record = client.seat(seat)
        above = client.look.layout if record.parent is None else manners[record.parent]
        manners[seat] = record.layout or above
    return manners


def _may_stack(client: Client, seat: SeatId) -> bool:
    """Return whether the seat has several reports, and nobody reports to any of them."""
    reports = client.children(seat)
    return len(reports) > 1 and not any(client.children(report) for report in reports)

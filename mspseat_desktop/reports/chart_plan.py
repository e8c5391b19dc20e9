"""How a chart lies on one page: which seats stand one below the other, and which way it turns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.layout.branches import Spacing
from mspseat_desktop.layout.pages import Fit, Page, fit_on_page
from mspseat_desktop.layout.tidy_tree import TidyTree
from mspseat_desktop.reports.chart_lines import SPINE
from mspseat_desktop.reports.style import page_size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.layout.walk import Box

Node: TypeAlias = tuple[SeatId, ...]
"""What has one place in the tree: a seat, or several that stand one below the other."""

PAPER = Spacing(sibling_gap=16, level_gap=20)
STACK_GAP = 7
SIDE, ABOVE, BELOW = 26.0, 90.0, 52.0
"""Room in points at the sides, narrower than in a report, for the heading and for the footer."""
TRIED_ONE_BY_ONE = 12
"""Seats with reports to stack up to which every choice is looked at."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where every seat goes: the tree of nodes, and how it is fitted on a page of `size` points."""

    tree: TidyTree[Node]
    children: Mapping[Node, tuple[Node, ...]]
    fit: Fit
    size: tuple[float, float]
    wide: bool
    bounds: Box

    def stack_below(self, node: Node) -> Node | None:
        """Return the seats that stand one below the other under this one, if they do."""
        below = self.children.get(node, ())
        return below[0] if len(below) == 1 and len(below[0]) > 1 else None


def plan_of(client: Client, heights: Mapping[SeatId, int], paper: str) -> Plan:
    """Return the chart in rows when its type is large enough so, else whatever is the largest.

    Seats that nobody reports to may stand one below the other to save width.
    """
    in_rows = _larger(client, heights, paper, stacked=frozenset())
    if not in_rows.fit.is_too_small:
        return in_rows
    may_stack = frozenset(seat for seat in heights if _may_stack(client, seat))
    all_stacked = _larger(client, heights, paper, stacked=may_stack)
    best = max(in_rows, all_stacked, key=lambda plan: plan.fit.scale)
    if not best.fit.is_too_small or len(may_stack) > TRIED_ONE_BY_ONE:
        return best
    return max(best, _some_stacked(client, heights, paper, may_stack), key=lambda p: p.fit.scale)


def _some_stacked(
    client: Client, heights: Mapping[SeatId, int], paper: str, may_stack: frozenset[SeatId]
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
    client: Client, heights: Mapping[SeatId, int], paper: str, *, stacked: frozenset[SeatId]
) -> Plan:
    """Return the plan on the standing or the lying page, where it is larger."""
    roots: tuple[Node, ...] = tuple((seat,) for seat in client.children(None))
    children: dict[Node, tuple[Node, ...]] = {
        (seat,): _nodes(client, seat, stacked=seat in stacked) for seat in heights
    }
    nodes = [*roots, *(node for below in children.values() for node in below)]
    tall = {
        node: sum(heights[seat] for seat in node) + STACK_GAP * (len(node) - 1) for node in nodes
    }
    below = {node: children.get(node, ()) for node in nodes}
    tree: TidyTree[Node] = TidyTree(roots, below, tall, spacing=PAPER)
    left, top, right, bottom = tree.bounds() if nodes else (0, 0, 1, 1)
    spines = [tree.position(node)[0] - SPINE for node in nodes if len(node) > 1]
    bounds: Box = (min([left, *spines]), top, right, bottom)
    plans = [
        Plan(
            tree,
            below,
            fit_on_page(bounds, Page(*size, SIDE, ABOVE, SIDE, BELOW)),
            size,
            wide,
            bounds,
        )
        for wide in (False, True)
        for size in (page_size(paper, wide=wide),)
    ]
    return max(plans, key=lambda plan: plan.fit.scale)


def _nodes(client: Client, seat: SeatId, *, stacked: bool) -> tuple[Node, ...]:
    reports = client.children(seat)
    if stacked:
        return (tuple(reports),)
    return tuple((report,) for report in reports)


def _may_stack(client: Client, seat: SeatId) -> bool:
    """Return whether the seat has several reports, and nobody reports to any of them."""
    reports = client.children(seat)
    return len(reports) > 1 and not any(client.children(report) for report in reports)

"""The chart on paper in several ways: on one page, as a poster, a branch on each page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.exchange.chart_forms import PAPER_NAMES
from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.printable import Options, Prepared, Printable, Ways
from mspseat_desktop.ui.reporting.printables import manner_of_now, named_file, prepared
from mspseat_desktop.wording.charts import shown_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.ui.bridge import Bridge

# The reports are imported where they are made, as in `printables`.
# ruff: noqa: PLC0415

Way: TypeAlias = Literal["page", "brief", "poster", "branches"]


def ways() -> tuple[tuple[Way, str], ...]:
    """Return the ways in which a chart goes on paper, with their words."""
    return (
        ("page", _("On one page")),
        ("brief", _("One page, no responsibilities")),
        ("branches", _("A page for each branch")),
        ("poster", _("Poster of several sheets")),
    )


def chart_printable(bridge: Bridge, way: str = "page") -> Printable:
    """Return the chart in that way; without ratings to begin with while these are hidden."""
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)
    called = shown_text(bridge.charts.shown)

    def make(options: Options) -> Prepared:
        if way == "poster":
            return _poster(client, options, write())
        if way == "branches":
            return _branches(client, options, write(), on=on, called=called)
        brief = way == "brief"
        return _page(client, options, write(), on=on, called=called, brief=brief)

    title = _titles().get(way, _titles()["page"]) % {"name": client.profile.name or _("Client")}
    if called:
        title = f"{title}, {called}"
    hidden = bridge.ratings_hidden
    return Printable(
        title,
        named_file(title, on),
        make,
        start=Options(client.profile.paper, with_ratings=not hidden),
        asks_ratings=True,
        is_veiled=hidden,
        papers=PAPER_NAMES,
        ways=Ways(way, ways(), lambda other: chart_printable(bridge, other)),
        asks_turned=way == "branches",
    )


def _titles() -> dict[str, str]:
    return {
        "page": _("Accountability chart of %(name)s"),
        "branches": _("Branches of %(name)s"),
        "poster": _("Poster of %(name)s"),
    }


def _page(
    client: Client, options: Options, manner: Manner, *, on: str, called: str, brief: bool
) -> Prepared:
    """Return the chart on one page, and how small its letters are where that is too small."""
    from mspseat_desktop.reports.chart import Sheet, chart_pdf

    chart = chart_pdf(
        client,
        on=on,
        with_ratings=options.with_ratings,
        paper=options.paper,
        manner=manner,
        sheet=Sheet(called),
        brief=brief,
    )
    made = prepared(chart.printed)
    if chart.is_readable:
        return made
    return replace(
        made,
        smallest_type=chart.smallest_type,
        larger_paper=chart.larger_paper,
        useless_ways=() if chart.fits_brief else ("page", "brief"),
    )


def _poster(client: Client, options: Options, manner: Manner) -> Prepared:
    from mspseat_desktop.reports.chart_poster import chart_poster

    rated = options.with_ratings
    return prepared(chart_poster(client, paper=options.paper, with_ratings=rated, manner=manner))


def _branches(
    client: Client, options: Options, manner: Manner, *, on: str, called: str
) -> Prepared:
    from mspseat_desktop.reports.chart import Sheet
    from mspseat_desktop.reports.chart_branches import chart_branches

    return prepared(
        chart_branches(
            client,
            on=on,
            paper=options.paper,
            with_ratings=options.with_ratings,
            manner=manner,
            sheet=Sheet(called),
            turned=options.turned,
        )
    )

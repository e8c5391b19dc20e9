"""The chart on paper in several ways: on one page, as a poster, a branch on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.printable import Options, Prepared, Printable
from mspseat_desktop.ui.reporting.printables import (
    chart_printable,
    manner_of_now,
    named_file,
    prepared,
)
from mspseat_desktop.wording.charts import shown_text

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge

# The reports are imported where they are made, as in `printables`.
# ruff: noqa: PLC0415

Way: TypeAlias = Literal["page", "poster", "branches"]


def ways() -> tuple[tuple[Way, str], ...]:
    """Return the ways in which a chart goes on paper, with their words."""
    return (
        ("page", _("On one page")),
        ("branches", _("A page for each branch")),
        ("poster", _("Poster of several sheets")),
    )


def chart_in_the_way(bridge: Bridge, way: Way) -> Printable:
    """Return the chart in that way; no type is under 6 points unless it is on one page."""
    if way == "page":
        return chart_printable(bridge)
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)
    called = shown_text(bridge.charts.shown)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.chart_branches import chart_branches
        from mspseat_desktop.reports.chart_poster import chart_poster

        paper, rated, manner = options.paper, options.with_ratings, write()
        if way == "poster":
            found = chart_poster(client, paper=paper, with_ratings=rated, manner=manner)
        else:
            found = chart_branches(
                client, on=on, paper=paper, with_ratings=rated, manner=manner, called=called
            )
        return prepared(found)

    name = client.profile.name or _("Client")
    words = _("Poster of %(name)s") if way == "poster" else _("Branches of %(name)s")
    title = words % {"name": name}
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
    )

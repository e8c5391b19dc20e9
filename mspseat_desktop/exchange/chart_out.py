"""The chart in the form that somebody asked for: table, picture, or paper cut in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.layouts import lay_out_branch, lay_out_chart
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.exchange.chart_picture import chart_png, chart_svg
from mspseat_desktop.exchange.csv_out import chart_csv
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.reports.chart import chart_pdf
from mspseat_desktop.reports.chart_branches import chart_branches
from mspseat_desktop.reports.chart_poster import chart_poster
from mspseat_desktop.reports.chart_sheet import chart_sheet

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import ChartLayout, SheetPaper
    from mspseat_desktop.exchange.chart_forms import Cut, Form


def chart_out(
    client: Client,
    form: Form,
    *,
    on: str,
    with_ratings: bool,
    cut: Cut = "page",
    paper: SheetPaper | None = None,
    turned: bool = False,
) -> bytes:
    """Return the chart as it stands on that day, in a form and, as a PDF, cut for a paper.

    The paper is the client's own when none is named; `turned` lets each page of a branch stand or
    lie by itself. Raises ImportProblem: `picture_of_chart_large` for a PNG beyond what is sharp and
    whole, `chart_too_small` for a page on which letters would be smaller than 6 points.
    """
    paper = paper or client.profile.paper
    match form:
        case "csv":
            return chart_csv(client, with_ratings=with_ratings)
        case "svg":
            return chart_svg(client, with_ratings=with_ratings)
        case "png":
            return chart_png(client, with_ratings=with_ratings)
    if cut == "branches":
        return chart_branches(
            client, on=on, paper=paper, with_ratings=with_ratings, turned=turned
        ).pdf
    return _pdf(client, on, cut, paper, with_ratings=with_ratings)


def _pdf(client: Client, on: str, cut: Cut, paper: SheetPaper, *, with_ratings: bool) -> bytes:
    if cut == "sheet":
        return chart_sheet(client, with_ratings=with_ratings)[0].pdf
    if cut == "poster":
        return chart_poster(client, paper=paper, with_ratings=with_ratings).pdf
    found = chart_pdf(client, on=on, paper=paper, with_ratings=with_ratings, brief=cut == "brief")
    if not found.is_readable:
        raise ImportProblem("chart_too_small")
    return found.printed.pdf


def laid_out(client: Client, layout: ChartLayout) -> Client:
    """Return the client with its whole chart in that layout; the client itself stays as it is."""
    work = Revision(client)
    lay_out_chart(layout).run(work)
    for seat in client.chart():
        if client.seat(seat).layout:
            lay_out_branch(seat, "").run(work)
    return work.client

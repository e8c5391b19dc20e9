"""The chart in the form that somebody asked for: table, picture, or paper cut in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.exchange.chart_picture import chart_png, chart_svg
from mspseat_desktop.exchange.csv_out import chart_csv
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.reports.chart import chart_pdf
from mspseat_desktop.reports.chart_branches import chart_branches
from mspseat_desktop.reports.chart_poster import chart_poster
from mspseat_desktop.reports.chart_sheet import chart_sheet

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.exchange.chart_forms import Cut, Form


def chart_out(
    client: Client, form: Form, *, on: str, with_ratings: bool, cut: Cut = "page", paper: str = ""
) -> bytes:
    """Return the chart as it stands on that day; `paper` is the client's own when empty.

    Raises ImportProblem: `picture_of_chart_large` for a PNG beyond what is sharp and whole,
    `chart_too_small` for a page on which letters would be smaller than 6 points.
    """
    match form:
        case "csv":
            return chart_csv(client, with_ratings=with_ratings)
        case "svg":
            return chart_svg(client, with_ratings=with_ratings)
        case "png":
            return chart_png(client, with_ratings=with_ratings)
    return _pdf(client, on, cut, paper or client.profile.paper, with_ratings=with_ratings)


def _pdf(client: Client, on: str, cut: Cut, paper: str, *, with_ratings: bool) -> bytes:
    match cut:
        case "sheet":
            return chart_sheet(client, with_ratings=with_ratings)[0].pdf
        case "poster":
            return chart_poster(client, paper=paper, with_ratings=with_ratings).pdf
        case "branches":
            return chart_branches(client, on=on, paper=paper, with_ratings=with_ratings).pdf
    found = chart_pdf(client, on=on, with_ratings=with_ratings)
    if not found.is_readable:
        raise ImportProblem("chart_too_small")
    return found.printed.pdf

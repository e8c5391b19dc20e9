"""The verbs about the chart: new, import, info, seats, export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from mspseat_desktop.cli.clients import make_client, new_id, read_client, today
from mspseat_desktop.cli.kept_charts import client_with
from mspseat_desktop.cli.telling import Told, say, say_json, sentence_of
from mspseat_desktop.content.my_templates import own_templates
from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.content.templates import START_CHART, start_charts, start_edit, start_with
from mspseat_desktop.diagnostics import home_path
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import ChartLayout
from mspseat_desktop.exchange.chart_edit import imported_records
from mspseat_desktop.exchange.chart_forms import CUTS, FORMS, PAPER_NAMES
from mspseat_desktop.exchange.csv_in import read_chart_csv
from mspseat_desktop.exchange.listing import client_facts, occupants_of, seat_list
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.source_file import source_bytes
from mspseat_desktop.exchange.summary import summary_lines
from mspseat_desktop.language import _
from mspseat_desktop.storage.outputs import write_out
from mspseat_desktop.storage.schema import VERSION

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SeatId, SheetPaper
    from mspseat_desktop.exchange.chart_forms import Cut, Form

FILE = click.Path(path_type=Path, readable=False)  # what can not be read says so itself
DEEPEST_SHOWN = 30
"""Levels by which a line is indented at most; a chain may be as deep as it is long."""
SAMPLE = "sample"
"""The template that makes the sample client, reviews and all."""
SHIPPED = (*(chart.id for chart in start_charts()), SAMPLE)


def _known_template(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """Return the name of a chart or of a template of one's own; else it is wrong usage."""
    if value in SHIPPED:
        return value
    own = own_templates(home_path())
    if own.named(value) is None:
        words = _("There is no chart or template “{name}”. There are {charts}.")
        listed = ", ".join((*SHIPPED, *(t.name for t in own.templates)))
        raise click.BadParameter(words.format(name=value, charts=listed))
    return value


@click.command("new", help=_("Make a new client file."))
@click.argument("file", type=FILE)
@click.option(
    "--template",
    metavar="CHART",
    callback=_known_template,
    default=START_CHART,
    show_default=True,
    help=_("The chart to start with: {charts}, or the name of a template of your own.").format(
        charts=", ".join(SHIPPED)
    ),
)
@click.option("--name", default="", help=_("The client's name; the file's name when left out."))
def new(file: Path, template: str, name: str) -> None:
    """Make a client file at a place where none is."""
    if template == SAMPLE:
        make_client(file, sample_records(today(), name=name))
        return
    work = Revision(Client.of([]))
    work.put(Profile(name=name or file.stem))
    own = None if template in SHIPPED else own_templates(home_path()).named(template)
    if own is None:
        start_edit(template, new_id=new_id).run(work)
    else:
        start_with(own.name, own.seats, wording="plain", new_id=new_id).run(work)
    make_client(file, [touch.record for touch in work.change().touches])


@click.command("import", help=_("Make a client file out of a chart in a CSV."))
@click.argument("source", type=FILE)
@click.option("--out", required=True, type=FILE, help=_("The client file to make."))
@click.option("--name", default="", help=_("The client's name; the source's name when left out."))
def import_(source: Path, out: Path, name: str) -> None:
    """Import a CSV into a new client and say what was done with it."""
    chart = read_chart_csv(source_bytes(source))
    profile = Profile(name=name or source.stem)
    on = today().isoformat()
    added = imported_records(chart, Client.of([profile]), new_id=new_id, on=on)
    make_client(out, [profile, *added])
    say(summary_lines(chart))


@click.command("info", help=_("Show a client's name and counts."))
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON."))
def info(file: Path, *, as_json: bool) -> None:
    """Show what a client file holds, in numbers."""
    facts = client_facts(read_client(file), schema=VERSION)
    if as_json:
        say_json(facts)
    else:
        say([f"{key}: {value}" for key, value in facts.items()])


@click.command("seats", help=_("List the seats in chart order."))
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON."))
@click.option("--chart", default="", help=_("A what-if copy or version, by its name or id."))
def seats(file: Path, *, as_json: bool, chart: str) -> None:
    """List every open seat of the current chart or another one."""
    client = client_with(file, chart) if chart else read_client(file)
    if as_json:
        say_json(seat_list(client))
    else:
        say(seat_lines(client))


@click.command("export", help=_("Write the chart as a table, a picture or a PDF."))
@click.argument("file", type=FILE)
@click.option(
    "--format", "form", required=True, type=click.Choice(list(FORMS)), help=_("The format.")
)
@click.option("--out", required=True, type=FILE, help=_("The file to write."))
@click.option(
    "--pages",
    "cut",
    type=click.Choice(list(CUTS)),
    default="page",
    show_default=True,
    help=_(
        "A PDF: one page, that without responsibilities, a sheet of the chart's size, a poster, a "
        "page for each branch."
    ),
)
@click.option(
    "--paper",
    type=click.Choice(list(PAPER_NAMES)),
    help=_("The paper of a poster and of pages; the client's own when left out."),
)
@click.option(
    "--turn-pages",
    "turned",
    is_flag=True,
    help=_("Each page of a branch stands or lies as its branch is larger; else all the same way."),
)
@click.option(
    "--layout",
    type=click.Choice(get_args(ChartLayout)),
    help=_("The whole chart in rows, to the right, or with stacks; as it is when left out."),
)
@click.option(
    "--ratings/--no-ratings", default=None, help=_("With or without ratings; a CSV has them.")
)
def export(
    *,
    file: Path,
    form: Form,
    out: Path,
    cut: Cut,
    paper: SheetPaper | None,
    turned: bool,
    layout: ChartLayout | None,
    ratings: bool | None,
) -> None:
    """Write the open seats to a file for spreadsheets, other drawing programs or paper."""
    from mspseat_desktop.exchange.chart_out import (  # noqa: PLC0415 - loads reportlab
        chart_out,
        laid_out,
    )

    client = read_client(file)
    try:
        content = chart_out(
            laid_out(client, layout) if layout else client,
            form,
            on=today().isoformat(),
            with_ratings=form == "csv" if ratings is None else ratings,
            cut=cut,
            paper=paper,
            turned=turned,
        )
    except ImportProblem as problem:
        chosen = (f"--pages {cut}", f"--layout {layout}", f"--paper {paper}")
        raise Told(_with_options(problem, chosen)) from problem
    write_out(out, content)


_INSTEAD = {
    "picture_of_chart_large": (
        "--layout stacked",
        "--format svg",
        "--format pdf --pages sheet",
        "--format pdf --pages poster",
    ),
    "chart_too_small": (
        "--pages brief",
        "--pages poster",
        "--pages branches",
        "--pages sheet",
        "--layout stacked",
        "--paper A3",
    ),
}


def _with_options(problem: ImportProblem, chosen: tuple[str, ...]) -> str:
    """Return why the chart was not written, and other options, with which it may be."""
    others = [each for each in _INSTEAD.get(problem.code, ()) if each not in chosen]
    words = _("Try one of these: {options}.").format(options=", ".join(others)) if others else ""
    return f"{sentence_of(problem)} {words}".strip()


def seat_lines(client: Client) -> list[str]:
    """Return the chart as indented lines: title and who sits there."""
    lines = []
    depth: dict[SeatId | None, int] = {None: -1}
    for seat in client.chart():
        record = client.seat(seat)
        depth[seat] = depth[record.parent] + 1
        title = " ".join(record.title.split()) or _("(no title)")
        who = _who_sits(client, seat)
        lines.append(f"{'  ' * min(depth[seat], DEEPEST_SHOWN)}{title}  ({who})")
    return lines


def _who_sits(client: Client, seat: SeatId) -> str:
    """Return who is accountable, or that the seat is open, and who else sits there."""
    holder = client.accountable(seat)
    named = holder.name if holder is not None else _("open seat")
    others = ", ".join(one.name for one in occupants_of(client, seat) if one != holder)
    if not others:
        return named
    words = _("{holder}; also in this seat: {others}")
    return words.replace("{others}", others).replace("{holder}", named)

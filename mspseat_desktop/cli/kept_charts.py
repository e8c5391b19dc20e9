"""The verb about what is kept beside the chart: charts; and the chart that a name means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mspseat_desktop.cli.clients import look_at
from mspseat_desktop.cli.telling import Told, say, say_json
from mspseat_desktop.domain.charts import CURRENT
from mspseat_desktop.editing.charts import seen_as
from mspseat_desktop.language import _
from mspseat_desktop.wording.charts import chart_text, kind_text, look_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.charts import KeptChart
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import ChartLook

FILE = click.Path(path_type=Path, readable=False)  # what can not be read says so itself


@click.command("charts", help=_("List the current chart, the what-if copies and the versions."))
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON."))
def charts(file: Path, *, as_json: bool) -> None:
    """List every chart of the client, the current one first."""
    with look_at(file) as (client, keeper):
        known = [(chart, keeper.look(chart.id)) for chart in (CURRENT, *keeper.all())]
    if as_json:
        say_json([_listed(chart, look) for chart, look in known])
    else:
        say([_line(chart, client.look, look) for chart, look in known])


def client_with(file: Path, name: str) -> Client:
    """Return the client as it is seen with the chart of that name or id.

    Raises FileProblem, and Told when no chart or several have the name.
    """
    with look_at(file) as (client, keeper):
        return seen_as(keeper, client, _named(keeper.all(), name).id)


def _named(kept: Sequence[KeptChart], name: str) -> KeptChart:
    wanted = _plain(name)
    for found in (
        [chart for chart in (CURRENT, *kept) if chart.id == name],
        [chart for chart in kept if _plain(chart.name) == wanted],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(chart.id for chart in found)
            words = _("“{name}” fits {count} charts. Use an id: {ids}.")
            raise Told(words.format(name=name, count=len(found), ids=ids))
    raise Told(_("There is no chart “{name}”.").format(name=name))


def _listed(chart: KeptChart, look: ChartLook) -> dict[str, str | bool]:
    return {
        "id": chart.id,
        "name": chart.name,
        "kind": chart.kind,
        "day": chart.day,
        "note": chart.note,
        "layout": look.layout,
        "compact": look.compact,
    }


def _line(chart: KeptChart, current: ChartLook, look: ChartLook) -> str:
    """Return name, kind and day of a chart, and how it is drawn where that differs."""
    if chart.is_current:
        return chart_text(chart)
    drawn = look_text(look) if look != current else ""
    about = ", ".join(part for part in (kind_text(chart.kind), chart.day, drawn) if part)
    return f"{chart_text(chart)}  ({about})"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())

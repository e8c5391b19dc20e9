"""How a what-if copy or a version differs from the current chart: the list, then both charts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from mspseat_desktop.domain.chart_difference import chart_difference
from mspseat_desktop.domain.charts import CURRENT
from mspseat_desktop.language import _
from mspseat_desktop.reports.chart import Sheet, chart_pdf
from mspseat_desktop.reports.frame import Chapter, Printed, print_pages
from mspseat_desktop.reports.manner import manner_of
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import section, table
from mspseat_desktop.wording.charts import (
    chart_text,
    count_text,
    detail_text,
    headings,
    kind_text,
    looks_text,
    shown_text,
    title_text,
    way_text,
    whole_chart_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.charts import KeptChart
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.reports.frame import Surround
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.reports.text import Typesetter

CHARTS = 2
"""Pages after the list: one for each chart."""


def chart_difference_pdf(
    before: Client,
    after: Client,
    *,
    chart: KeptChart,
    on: str,
    with_ratings: bool,
    manner: Manner | None = None,
) -> Printed:
    """Return what the kept chart adds, moves, removes and changes, and both charts to look at.

    `before` is the client with its current chart, `after` the same client with the kept one.
    """
    manner = manner or manner_of(after.profile)
    listed = _list(before, after, chart, on, manner)
    parts = [listed]
    for number, (client, called) in enumerate(
        ((before, kind_text(CURRENT.kind)), (after, shown_text(chart))), start=1
    ):
        sheet = Sheet(called, listed.pages + number, listed.pages + CHARTS)
        parts.append(
            chart_pdf(client, on=on, with_ratings=with_ratings, manner=manner, sheet=sheet).printed
        )
    return _joined(parts, _title(chart), manner)


def _list(before: Client, after: Client, chart: KeptChart, on: str, manner: Manner) -> Printed:
    found = chart_difference(before, after)

    def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
        lead = _("“%(chart)s” compared with the current chart on %(date)s.")
        words = lead % {"chart": chart_text(chart), "date": manner.dates(on)}
        told: list[Flowable] = [
            Chapter(surround, entry=_title(chart)),
            *setter.paragraphs(_title(chart), "title"),
            Gap(4),
            *setter.paragraphs(f"{words} {count_text(found, before.look, after.look)}", "lead"),
            *setter.paragraphs(chart.note),
            Gap(6),
        ]
        if looks := looks_text(before.look, after.look):
            told += section(setter, whole_chart_text(), _table(setter, surround, [looks]))
        for way, some in headings(found):
            heading = f"{way_text(way)} ({manner.numbers(len(some))})"
            rows = [
                (title_text(o, before, after), detail_text(o, way, before, after)) for o in some
            ]
            told += section(setter, heading, _table(setter, surround, rows))
        return told

    return print_pages(story, after.profile, title=_title(chart), manner=manner, followed_by=CHARTS)


def _table(setter: Typesetter, surround: Surround, rows: Sequence[tuple[str, str]]) -> Flowable:
    return table(setter, (), rows, widths=(200, 305), room=surround.room)


def _title(chart: KeptChart) -> str:
    return _("What differs: %(chart)s") % {"chart": chart_text(chart)}


def _joined(parts: list[Printed], title: str, manner: Manner) -> Printed:
    writer = PdfWriter()
    for part in parts:
        writer.append(PdfReader(io.BytesIO(part.pdf)), import_outline=part is parts[0])
    writer.add_metadata({"/Title": title})
    writer.root_object[NameObject("/Lang")] = TextStringObject(manner.lang)
    out = io.BytesIO()
    writer.write(out)
    missing = sum(part.missing for part in parts)
    return Printed(out.getvalue(), sum(part.pages for part in parts), missing)

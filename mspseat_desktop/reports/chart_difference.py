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
from mspseat_desktop.reports.chart_branches import chart_branches
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
    from mspseat_desktop.domain.vocabulary import SheetPaper
    from mspseat_desktop.reports.chart import PrintedChart
    from mspseat_desktop.reports.frame import Surround
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.reports.text import Typesetter


def chart_difference_pdf(
    before: Client,
    after: Client,
    *,
    chart: KeptChart,
    on: str,
    with_ratings: bool,
    paper: SheetPaper | None = None,
    manner: Manner | None = None,
) -> Printed:
    """Return what the kept chart adds, moves, removes and changes, and both charts to look at.

    `before` is the client with its current chart, `after` the same client with the kept one. The
    charts stand on `paper`, the client's own when none is named; one that is too large for letters
    of six points has a page for each of its branches.
    """
    manner = manner or manner_of(after.profile)
    sheet = paper or after.profile.paper
    charts = [
        _Chart(client, called, on=on, paper=sheet, with_ratings=with_ratings, manner=manner)
        for client, called in (
            (before, kind_text(CURRENT.kind)),
            (after, shown_text(chart)),
        )
    ]
    counts = [one.pages for one in charts]
    listed = _list(before, after, chart, on, manner, charts=sum(counts))
    number, of = listed.pages + 1, listed.pages + sum(counts)
    parts = [listed]
    for one, count in zip(charts, counts, strict=True):
        parts.append(one.printed(number, of))
        number += count
    return _joined(parts, _title(chart), manner)


class _Chart:
    """One of both charts: on a page where it can be read there, else over several."""

    def __init__(
        self,
        client: Client,
        called: str,
        *,
        on: str,
        paper: SheetPaper,
        with_ratings: bool,
        manner: Manner,
    ) -> None:
        self._client, self._called, self._on = client, called, on
        self._paper: SheetPaper = paper
        self._with_ratings, self._manner = with_ratings, manner
        self._is_whole = self._on_a_page(Sheet(called)).is_readable
        self.pages = 1 if self._is_whole else self._over_pages(Sheet(called)).pages

    def printed(self, number: int, of: int) -> Printed:
        """Return the chart with its pages numbered from `number` on, `of` how many."""
        sheet = Sheet(self._called, number, of)
        return self._on_a_page(sheet).printed if self._is_whole else self._over_pages(sheet)

    def _on_a_page(self, sheet: Sheet) -> PrintedChart:
        return chart_pdf(
            self._client,
            on=self._on,
            with_ratings=self._with_ratings,
            paper=self._paper,
            manner=self._manner,
            sheet=sheet,
        )

    def _over_pages(self, sheet: Sheet) -> Printed:
        return chart_branches(
            self._client,
            on=self._on,
            paper=self._paper,
            with_ratings=self._with_ratings,
            manner=self._manner,
            sheet=sheet,
        )


def _list(
    before: Client, after: Client, chart: KeptChart, on: str, manner: Manner, *, charts: int
) -> Printed:
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

    return print_pages(story, after.profile, title=_title(chart), manner=manner, followed_by=charts)


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

"""Edits of figures by period: each period of a metric holds one, as a grid shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Figure, Metric
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.metrics import Period
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import FigureId, MetricId


@dataclass(frozen=True, slots=True)
class PeriodFigure:
    """What a metric came to in a period; None for nothing. `figure` names it if it is new."""

    figure: FigureId
    metric: MetricId
    period: Period
    value: float | None


def put_period_figure(entry: PeriodFigure, *, today: str, merge_key: str = "") -> Edit:
    """Note the one figure of a period in place of all that lie in it.

    It is kept with the last day of the period, in a running one with `today`.
    """

    def run(work: Revision) -> None:
        _put(work, entry, today)

    return Edit("set-figure", run, merge_key=merge_key)


def put_period_figures(entries: Sequence[PeriodFigure], *, today: str) -> Edit:
    """Note several figures, each as put_period_figure does, as one step of the history."""

    def run(work: Revision) -> None:
        for entry in entries:
            _put(work, entry, today)

    return Edit("set-figures", run, {"count": str(len(entries))})


def _put(work: Revision, entry: PeriodFigure, today: str) -> None:
    metric = work.client.get(Metric, entry.metric).id
    inside = [f for f in work.client.figures(metric) if entry.period.holds(f.on)]
    if len(inside) == 1 and inside[0].value == entry.value:
        return
    for old in inside:
        work.remove(old)
    if entry.value is not None:
        kept = inside[-1].id if inside else entry.figure
        on = min(max(today, entry.period.first), entry.period.last)
        work.put(Figure(kept, metric, on, entry.value))

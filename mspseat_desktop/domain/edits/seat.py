"""Edits of one seat: its texts, responsibilities and metrics."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mspseat_desktop.domain.order import order_at
from mspseat_desktop.domain.records import (
    Cover,
    Figure,
    Metric,
    Responsibility,
)
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import (
    Direction,
    Level,
    Measure,
    Part,
)

if TYPE_CHECKING:
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import (
        FigureId,
        MetricId,
        ResponsibilityId,
        SeatId,
    )


def describe_seat(
    seat: SeatId, field: Literal["purpose", "needs", "notes"], text: str, *, merge_key: str = ""
) -> Edit:
    """Set what the seat is for, what it needs, or its notes."""

    def run(work: Revision) -> None:
        record = work.client.seat(seat)
        match field:
            case "purpose":
                work.put(replace(record, purpose=text))
            case "needs":
                work.put(replace(record, needs=text))
            case "notes":
                work.put(replace(record, notes=text))

    return Edit(f"change-{field}", run, merge_key=merge_key)


def mean_seat_for(seat: SeatId, kind: Literal["", "person", "provider"]) -> Edit:
    """Say whether an open seat is meant for a person or a provider."""

    def run(work: Revision) -> None:
        work.put(replace(work.client.seat(seat), meant_for=kind))

    return Edit("mean-seat-for", run)


def add_responsibility(
    responsibility: ResponsibilityId,
    seat: SeatId,
    text: str,
    *,
    index: int | None = None,
    level: Level = "",
    part: Part = "accountable",
    protects: bool = False,
) -> Edit:
    """Add a responsibility to the seat, before the one at `index`."""

    def run(work: Revision) -> None:
        order = order_at(work, Responsibility, work.client.ids(Responsibility, "seat", seat), index)
        work.put(
            Responsibility(
                responsibility, seat, order, text, level=level, part=part, protects=protects
            )
        )

    return Edit("add-responsibility", run, {"text": text})


def change_responsibility(
    responsibility: ResponsibilityId,
    *,
    text: str | None = None,
    level: Level | None = None,
    part: Part | None = None,
    protects: bool | None = None,
    excluded: bool | None = None,
    merge_key: str = "",
) -> Edit:
    """Change what is given of the responsibility; None leaves a field as it is."""

    def run(work: Revision) -> None:
        old = work.client.get(Responsibility, responsibility)
        work.put(
            replace(
                old,
                text=old.text if text is None else text,
                level=old.level if level is None else level,
                part=old.part if part is None else part,
                protects=old.protects if protects is None else protects,
                excluded=old.excluded if excluded is None else excluded,
            )
        )

    return Edit("change-responsibility", run, merge_key=merge_key)


def move_responsibility(responsibility: ResponsibilityId, index: int) -> Edit:
    """Move the responsibility within its seat; `index` counts the others."""

    def run(work: Revision) -> None:
        record = work.client.get(Responsibility, responsibility)
        ids = work.client.ids(Responsibility, "seat", record.seat)
        others = tuple(i for i in ids if i != responsibility)
        order = order_at(work, Responsibility, others, index)
        work.put(replace(record, order=order))

    return Edit("move-responsibility", run)


def remove_responsibility(responsibility: ResponsibilityId) -> Edit:
    """Delete the responsibility; its functions stay where they are in the coverage map."""

    def run(work: Revision) -> None:
        for cover in work.client.owned(Cover, "responsibility", responsibility):
            work.put(replace(cover, responsibility=None))
        work.remove(work.client.get(Responsibility, responsibility))

    return Edit("delete-responsibility", run)


def add_metric(metric: Metric, *, index: int | None = None) -> Edit:
    """Add the metric to its seat, before the one at `index`; its own `order` is not used."""

    def run(work: Revision) -> None:
        order = order_at(work, Metric, work.client.ids(Metric, "seat", metric.seat), index)
        work.put(replace(metric, order=order))

    return Edit("add-metric", run, {"metric": metric.name})


def change_metric(
    metric: MetricId,
    *,
    name: str | None = None,
    unit: str | None = None,
    direction: Direction | None = None,
    cadence: str | None = None,
    source: str | None = None,
    measure: Measure | None = None,
    merge_key: str = "",
) -> Edit:
    """Change what is given of the metric; None leaves a field as it is."""

    def run(work: Revision) -> None:
        old = work.client.get(Metric, metric)
        work.put(
            replace(
                old,
                name=old.name if name is None else name,
                unit=old.unit if unit is None else unit,
                direction=old.direction if direction is None else direction,
                cadence=old.cadence if cadence is None else cadence,
                source=old.source if source is None else source,
                measure=old.measure if measure is None else measure,
            )
        )

    return Edit("change-metric", run, merge_key=merge_key)


def set_target(
    metric: MetricId, target: float | None, *, high: float | None = None, merge_key: str = ""
) -> Edit:
    """Set the metric's target; `high` is the upper end for "between"."""

    def run(work: Revision) -> None:
        old = work.client.get(Metric, metric)
        work.put(replace(old, target=target, target_high=high))

    return Edit("set-target", run, merge_key=merge_key)


def move_metric(metric: MetricId, index: int) -> Edit:
    """Move the metric within its seat; `index` counts the others."""

    def run(work: Revision) -> None:
        record = work.client.get(Metric, metric)
        ids = work.client.ids(Metric, "seat", record.seat)
        others = tuple(i for i in ids if i != metric)
        work.put(replace(record, order=order_at(work, Metric, others, index)))

    return Edit("move-metric", run)


def remove_metric(metric: MetricId) -> Edit:
    """Delete the metric with its figures."""

    def run(work: Revision) -> None:
        for figure in work.client.figures(metric):
            work.remove(figure)
        work.remove(work.client.get(Metric, metric))

    return Edit("delete-metric", run)


def set_figure(
    figure: FigureId, metric: MetricId, *, on: str, value: float | None, merge_key: str = ""
) -> Edit:
    """Note what the metric stood at on a day; None takes the day's figure out.

    A figure of the same day is replaced and keeps its id.
    """

    def run(work: Revision) -> None:
        work.client.get(Metric, metric)
        same_day = [f for f in work.client.figures(metric) if f.on == on]
        if value is None:
            for old in same_day:
                work.remove(old)
            return
        kept = same_day[0].id if same_day else figure
        work.put(Figure(kept, metric, on, value))

    return Edit("set-figure", run, merge_key=merge_key)

"""Seat templates and the charts that a new client can start with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.content.reading import flag, number, read_content, tables, text, texts
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.edits.seat import (
    add_metric,
    add_responsibility,
    describe_seat,
    mean_seat_for,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Metric, MetricId, ResponsibilityId, SeatId
from mspseat_desktop.domain.revision import Edit, both
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.content.reading import Table
    from mspseat_desktop.domain.records import Direction, Level, Wording
    from mspseat_desktop.domain.revision import Revision

NewId: TypeAlias = "Callable[[], str]"
MeantFor: TypeAlias = Literal["", "person", "provider"]

START_CHART = "five-seats-msp"

LEVELS: dict[str, Level] = {
    "": "",
    "repair": "repair",
    "managed": "managed",
    "strategic": "strategic",
}
DIRECTIONS: dict[str, Direction] = {
    "": "at_least",
    "at_least": "at_least",
    "at_most": "at_most",
    "between": "between",
}
MEANT_FOR: dict[str, MeantFor] = {"": "", "person": "person", "provider": "provider"}


@dataclass(frozen=True, slots=True)
class ResponsibilityTemplate:
    """A responsibility to start with."""

    text: str
    level: Level = ""
    protects: bool = False


@dataclass(frozen=True, slots=True)
class MetricTemplate:
    """A number to start with; its target is a suggestion."""

    name: str
    target: float | None = None
    target_high: float | None = None
    unit: str = ""
    direction: Direction = "at_least"
    cadence: str = ""

    def metric(self, metric: MetricId, seat: SeatId) -> Metric:
        """Return it as a metric of the seat."""
        return Metric(
            metric,
            seat,
            name=self.name,
            target=self.target,
            target_high=self.target_high,
            unit=self.unit,
            direction=self.direction,
            cadence=self.cadence,
        )


@dataclass(frozen=True, slots=True)
class SeatTemplate:
    """A seat to start with; `parent` is the template that it usually reports to.

    `more_metrics` are offered beside its own scorecard.
    """

    id: str
    title: str
    parent: str = ""
    meant_for: MeantFor = ""
    purpose: str = ""
    responsibilities: tuple[ResponsibilityTemplate, ...] = ()
    metrics: tuple[MetricTemplate, ...] = ()
    more_metrics: tuple[MetricTemplate, ...] = ()


@dataclass(frozen=True, slots=True)
class StartChart:
    """A chart that a new client can start with: ids of seat templates, parents first."""

    id: str
    name: str
    seats: tuple[str, ...]


def templates(wording: Wording = "plain") -> tuple[SeatTemplate, ...]:
    """Return the seat templates with their titles in plain or EOS words."""
    return tuple(_seat(row, wording) for row in tables(read_content("seats"), "seat"))


def start_charts() -> tuple[StartChart, ...]:
    """Return the charts to start with, the usual one first."""
    return tuple(
        StartChart(text(row, "id"), _(text(row, "name")), texts(row, "seats"))
        for row in tables(read_content("seats"), "chart")
    )


def seat_from_template(
    template: SeatTemplate,
    *,
    seat: SeatId,
    parent: SeatId | None,
    new_id: NewId,
    index: int | None = None,
) -> Edit:
    """Add the template as a seat under the parent, with its responsibilities and metrics."""
    edits = [
        add_seat(seat, parent=parent, index=index, title=template.title),
        describe_seat(seat, "purpose", template.purpose),
        mean_seat_for(seat, template.meant_for),
    ]
    edits += [
        add_responsibility(
            ResponsibilityId(new_id()), seat, r.text, level=r.level, protects=r.protects
        )
        for r in template.responsibilities
    ]
    edits += [add_metric(m.metric(MetricId(new_id()), seat)) for m in template.metrics]
    return both("add-seat", *edits, params={"seat": template.title})


def start_edit(chart: str, *, wording: Wording = "plain", new_id: NewId) -> Edit:
    """Put the starting chart into an empty client and keep its wording.

    Raises Refused("unknown-template") when there is no such chart.
    """
    found = next((c for c in start_charts() if c.id == chart), None)
    if found is None:
        raise Refused("unknown-template", template=chart)
    by_id = {t.id: t for t in templates(wording)}
    seats = {name: SeatId(new_id()) for name in found.seats}
    edits = [_keep_wording(wording)]
    edits += [
        seat_from_template(
            by_id[name], seat=seats[name], parent=seats.get(by_id[name].parent), new_id=new_id
        )
        for name in found.seats
    ]
    return both("start-chart", *edits, params={"template": found.name})


def _keep_wording(wording: Wording) -> Edit:
    def run(work: Revision) -> None:
        work.put(replace(work.client.profile, wording=wording))

    return Edit("change-client", run)


def _seat(row: Table, wording: Wording) -> SeatTemplate:
    plain = text(row, "plain")
    return SeatTemplate(
        id=text(row, "id"),
        title=_((text(row, "eos") or plain) if wording == "eos" else plain),
        parent=text(row, "parent"),
        meant_for=MEANT_FOR[text(row, "meant_for")],
        purpose=_(text(row, "purpose")),
        responsibilities=tuple(
            ResponsibilityTemplate(
                _(text(r, "text")), LEVELS[text(r, "level")], flag(r, "protects")
            )
            for r in tables(row, "responsibilities")
        ),
        metrics=tuple(_metric(m) for m in tables(row, "metrics")),
        more_metrics=tuple(_metric(m) for m in tables(row, "more_metrics")),
    )


def _metric(row: Table) -> MetricTemplate:
    unit, cadence = text(row, "unit"), text(row, "cadence")
    return MetricTemplate(
        name=_(text(row, "name")),
        target=number(row, "target"),
        target_high=number(row, "target_high"),
        unit=_(unit) if unit else "",
        direction=DIRECTIONS[text(row, "direction")],
        cadence=_(cadence) if cadence else "",
    )

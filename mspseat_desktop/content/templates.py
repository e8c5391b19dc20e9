"""Seat templates and the charts that a new client can start with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.content.question_templates import questions_edit
from mspseat_desktop.content.reading import (
    flag,
    number,
    pairs,
    read_content,
    tables,
    text,
    texts,
)
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.edits.seat import (
    add_metric,
    add_responsibility,
    describe_seat,
    mean_seat_for,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.metrics import CADENCES
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.revision import Edit, both
from mspseat_desktop.domain.vocabulary import (
    MetricId,
    ResponsibilityId,
    SeatId,
)
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mspseat_desktop.content.question_templates import QuestionTemplate
    from mspseat_desktop.content.reading import Table
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import (
        Direction,
        Level,
        Measure,
        Part,
        Wording,
    )

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
MEASURES: dict[str, Measure] = {
    "": "number",
    "number": "number",
    "percent": "percent",
    "minutes": "minutes",
    "money": "money",
    "yes_no": "yes_no",
}
PARTS: dict[str, Part] = {
    "": "accountable",
    "accountable": "accountable",
    "shared": "shared",
    "helps": "helps",
}


@dataclass(frozen=True, slots=True)
class ResponsibilityTemplate:
    """A responsibility to start with."""

    text: str
    level: Level = ""
    protects: bool = False
    part: Part = "accountable"


@dataclass(frozen=True, slots=True)
class MetricTemplate:
    """A number to start with; its target is a suggestion."""

    name: str
    target: float | None = None
    target_high: float | None = None
    unit: str = ""
    direction: Direction = "at_least"
    cadence: str = ""
    measure: Measure = "number"

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
            measure=self.measure,
        )


@dataclass(frozen=True, slots=True)
class SeatTemplate:
    """A seat to start with; `parent` is the template that it usually reports to.

    `more_metrics` are offered beside its own scorecard; `holds_it` gives it a column in the
    coverage map; `questions` is what it makes of those of reviews, for this seat alone.
    """

    id: str
    title: str
    parent: str = ""
    meant_for: MeantFor = ""
    purpose: str = ""
    responsibilities: tuple[ResponsibilityTemplate, ...] = ()
    metrics: tuple[MetricTemplate, ...] = ()
    more_metrics: tuple[MetricTemplate, ...] = ()
    needs: str = ""
    holds_it: bool = False
    questions: tuple[QuestionTemplate, ...] = ()


@dataclass(frozen=True, slots=True)
class StartChart:
    """A chart that a new client can start with: ids of seat templates, parents first.

    `about` says in a sentence whom it suits; `under` names other parents than the usual ones.
    """

    id: str
    name: str
    about: str
    seats: tuple[str, ...]
    under: Mapping[str, str]


def templates(wording: Wording = "plain") -> tuple[SeatTemplate, ...]:
    """Return the seat templates with their titles in plain or EOS words."""
    return tuple(_seat(row, wording) for row in tables(read_content("seats"), "seat"))


def start_charts() -> tuple[StartChart, ...]:
    """Return the charts to start with, the usual one first."""
    return tuple(
        StartChart(
            id=text(row, "id"),
            name=_(text(row, "name")),
            about=_(text(row, "about")),
            seats=texts(row, "seats"),
            under=pairs(row, "under"),
        )
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
    """Add the template as a seat under the parent, with all that it brings."""
    edits = [
        add_seat(seat, parent=parent, index=index, title=template.title),
        describe_seat(seat, "purpose", template.purpose),
        describe_seat(seat, "needs", template.needs),
        mean_seat_for(seat, template.meant_for),
    ]
    if template.holds_it:
        edits.append(_hold_it(seat))
    edits += [
        add_responsibility(
            ResponsibilityId(new_id()),
            seat,
            r.text,
            level=r.level,
            part=r.part,
            protects=r.protects,
        )
        for r in template.responsibilities
    ]
    edits += [add_metric(m.metric(MetricId(new_id()), seat)) for m in template.metrics]
    if template.questions:
        edits.append(questions_edit(template.questions, seat, new_id))
    return both("add-seat", *edits, params={"seat": template.title})


def branch_from_templates(
    branch: Sequence[SeatTemplate],
    *,
    under: SeatId | None,
    new_id: NewId,
    index: int | None = None,
) -> tuple[Edit, tuple[SeatId, ...]]:
    """Return the edit that adds the templates, and the new seats in the same order.

    Parents come before children; a template whose parent is not among them goes under `under`,
    the first of these before the seat at `index`.
    """
    seats = {template.id: SeatId(new_id()) for template in branch}
    edits = []
    for template in branch:
        parent = seats.get(template.parent)
        edits.append(
            seat_from_template(
                template,
                seat=seats[template.id],
                parent=parent or under,
                new_id=new_id,
                index=index if parent is None else None,
            )
        )
    title = branch[0].title if branch else ""
    return both("add-seat", *edits, params={"seat": title}), tuple(seats.values())


def start_edit(chart: str, *, wording: Wording = "plain", new_id: NewId) -> Edit:
    """Put the starting chart into an empty client and keep its wording.

    Raises Refused("unknown-template") when there is no such chart.
    """
    found = next((c for c in start_charts() if c.id == chart), None)
    if found is None:
        raise Refused("unknown-template", template=chart)
    branch = chart_seats(found, templates(wording))
    return start_with(found.name, branch, wording=wording, new_id=new_id)


def start_with(
    name: str, branch: Sequence[SeatTemplate], *, wording: Wording, new_id: NewId
) -> Edit:
    """Put the templates into an empty client as its chart, and keep its wording."""
    edit, _seats = branch_from_templates(branch, under=None, new_id=new_id)
    return both("start-chart", _keep_wording(wording), edit, params={"template": name})


def chart_seats(chart: StartChart, known: Sequence[SeatTemplate]) -> tuple[SeatTemplate, ...]:
    """Return the templates of the chart, each with the parent that it has there.

    Where the usual parent is not in the chart, the nearest one above it is.
    """
    by_id = {template.id: template for template in known}

    def parent_of(name: str) -> str:
        parent = chart.under.get(name, by_id[name].parent)
        while parent and parent not in chart.seats:
            parent = by_id[parent].parent
        return parent

    return tuple(replace(by_id[name], parent=parent_of(name)) for name in chart.seats)


def _keep_wording(wording: Wording) -> Edit:
    def run(work: Revision) -> None:
        work.put(replace(work.client.profile, wording=wording))

    return Edit("change-client", run)


def _hold_it(seat: SeatId) -> Edit:
    def run(work: Revision) -> None:
        work.put(replace(work.client.seat(seat), holds_it=True))

    return Edit("mean-seat-for", run)


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
                _(text(r, "text")), LEVELS[text(r, "level")], protects=flag(r, "protects")
            )
            for r in tables(row, "responsibilities")
        ),
        metrics=tuple(_metric(m) for m in tables(row, "metrics")),
        more_metrics=tuple(_metric(m) for m in tables(row, "more_metrics")),
        holds_it=flag(row, "holds_it"),
    )


def _metric(row: Table) -> MetricTemplate:
    unit, cadence = text(row, "unit"), text(row, "cadence")
    return MetricTemplate(
        name=_(text(row, "name")),
        target=number(row, "target"),
        target_high=number(row, "target_high"),
        unit=_(unit) if unit else "",
        direction=DIRECTIONS[text(row, "direction")],
        cadence=_(cadence) if cadence and cadence not in CADENCES else cadence,
        measure=MEASURES[text(row, "measure")],
    )
